package intake_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/nip"
	"kinerja/store/intake"
)

// unit finds a unit of the snapshot by its code.
func (k *known) unit(t *testing.T, code string) model.Unit {
	t.Helper()
	for _, u := range k.units {
		if u.Code == code {
			return u
		}
	}
	t.Fatalf("no unit %s", code)
	return model.Unit{}
}

// The order of rows says nothing: a parent may stand after its children.
func TestUnits(t *testing.T) {
	rows := []string{
		"PST-1;Puskesmas Pembantu Kenanga;;PKM-01;;",
		"PKM-02;Puskesmas Melati;Puskesmas;dkes;" + head + ";",
		"DKES;Dinas Kesehatan;;;;",
		"SD-08;SDN 8 Bukitintan;;DDIK;;2021 2345",
		"DDIK;Dinas Pendidikan;office;–;;",
		"PKM-01;;;Dinas Kesehatan;;",
	}
	for range 4 {
		rand.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		k := newKnown()
		boss := k.hire(head, "Sari Wulandari", "Kepala")
		path := file(t, "a.csv", "Daftar unit\n\nKode;Nama Unit;Jenis;Induk;NIP Kepala;NPSN\n"+strings.Join(rows, "\n")+"\n")
		opt := k.options()
		opt.Zone = model.WITA
		p := read(t, path, intake.Units, k, opt)
		counts(t, p, 5, 1, 0, 0)
		k.put(t, p.Records)
		office, melati := k.unit(t, "DKES"), k.unit(t, "PKM-02")
		if office.Kind != model.UnitOffice || office.Zone != model.WITA || office.Parent != "" {
			t.Errorf("office %+v", office)
		}
		if melati.Parent != office.ID || melati.Head != boss || melati.Kind != model.UnitClinic || melati.Zone != model.WITA {
			t.Errorf("clinic %+v", melati)
		}
		if u := k.unit(t, "PKM-01"); u.ID != clinic || u.Parent != office.ID || u.Name != "Puskesmas Bukitintan Timur" {
			t.Errorf("known clinic %+v", u)
		}
		if u := k.unit(t, "PST-1"); u.Kind != model.UnitSubClinic || u.Parent != clinic {
			t.Errorf("sub-clinic %+v", u)
		}
		if u := k.unit(t, "SD-08"); u.Kind != model.UnitSchool || u.NPSN != "20212345" || u.Parent != k.unit(t, "DDIK").ID {
			t.Errorf("school %+v", u)
		}
		again := read(t, path, intake.Units, k, opt)
		if counts(t, again, 0, 0, 6, 0); len(again.Records) != 0 {
			t.Errorf("the same table again proposes %v", again.Records)
		}
	}
}

func TestUnitsRefused(t *testing.T) {
	for _, tt := range []struct {
		name, rows string
		want       []intake.Refusal
		added      int
	}{
		{name: "no code", rows: ";Puskesmas Baru;;;;", want: []intake.Refusal{{Row: 2, Column: "kode", Err: model.ErrMissing}}},
		{name: "no name", rows: "X;;;;;", want: []intake.Refusal{{Row: 2, Column: "nama", Err: model.ErrMissing}}},
		{name: "kind", rows: "X;Y;warung;;;", want: []intake.Refusal{{Row: 2, Column: "jenis", Value: "warung", Err: model.ErrWord, Accepted: "dinas, bidang, puskesmas, pustu, sekolah, lain"}}},
		{name: "unknown parent", rows: "X;Y;;Z;;", want: []intake.Refusal{{Row: 2, Column: "induk", Value: "Z", Err: model.ErrNotFound}}},
		{name: "itself", rows: "X;Y;;x;;", want: []intake.Refusal{{Row: 2, Column: "induk", Value: "x", Err: model.ErrCircle}}},
		{name: "circle", rows: "A;a;;C;;\nB;b;;A;;\nC;c;;B;;\nD;d;;C;;\nE;e;;;;", added: 1, want: []intake.Refusal{
			{Row: 2, Column: "induk", Err: model.ErrCircle}, {Row: 3, Column: "induk", Err: model.ErrCircle},
			{Row: 4, Column: "induk", Err: model.ErrCircle}, {Row: 5, Column: "induk", Err: misread.ErrRowRefused}}},
		{name: "circle through the known tree", rows: "SD-07;;;X;;\nX;Y;;SD-07;;", want: []intake.Refusal{
			{Row: 2, Column: "induk", Err: model.ErrCircle}, {Row: 3, Column: "induk", Err: model.ErrCircle}}},
		{name: "twice", rows: "X;Y;;;;\nx;Z;;;;\nW;w;;X;;", want: []intake.Refusal{
			{Row: 2, Column: "kode", Err: misread.ErrTwice}, {Row: 3, Column: "kode", Err: misread.ErrTwice}, {Row: 4, Column: "induk", Err: misread.ErrRowRefused}}},
		{name: "below a refused row that is known", rows: "PKM-01;;warung;;;\nX;Y;;PKM-01;;", added: 1, want: []intake.Refusal{{Row: 2, Column: "jenis", Err: model.ErrWord}}},
		{name: "npsn", rows: "X;SD Y;;;;1234567", want: []intake.Refusal{{Row: 2, Column: "npsn", Err: model.ErrNPSN}}},
		{name: "ruined NIP", rows: "X;Y;;;1,97E+17;", want: []intake.Refusal{{Row: 2, Column: "nip_kepala", Err: nip.ErrSheet}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := newKnown()
			p := read(t, file(t, "a.csv", "kode;nama;jenis;induk;nip_kepala;npsn\n"+tt.rows+"\n"), intake.Units, k, k.options())
			checkRefused(t, p.Refused, tt.want)
			if p.New != tt.added || len(p.Records) != tt.added {
				t.Errorf("new %d, records %v, want %d", p.New, p.Records, tt.added)
			}
		})
	}
}

// Two units change places in one table: the records never close a circle.
func TestUnitsTurnedAround(t *testing.T) {
	k := newKnown()
	k.units["top"] = model.Unit{ID: "top", Code: "TOP", Name: "Atas"}
	k.units["low"] = model.Unit{ID: "low", Code: "LOW", Name: "Bawah", Parent: "top"}
	k.units["mid"] = model.Unit{ID: "mid", Code: "MID", Name: "Tengah"}
	p := read(t, file(t, "a.csv", "kode;nama;induk\nTOP;Atas;LOW\nLOW;Bawah;MID\n"), intake.Units, k, k.options())
	counts(t, p, 0, 2, 0, 0)
	if u, ok := p.Records[0].(model.Unit); !ok || u.ID != "low" {
		t.Errorf("first record %+v, want LOW, which then no longer lies below TOP", p.Records[0])
	}
	want := []intake.Change{
		{Row: 2, Name: "Atas", Field: "induk", After: "LOW"}, {Row: 3, Name: "Bawah", Field: "induk", Before: "TOP", After: "MID"}}
	if !slices.Equal(p.Changes, want) {
		t.Errorf("changes %+v, want %+v", p.Changes, want)
	}
}

// A unit that was made by name alone gets its code; a head who is not known yet
// warns and is found when the table is read after the staff.
func TestUnitsLater(t *testing.T) {
	k := newKnown()
	k.units["bare"] = model.Unit{ID: "bare", Name: "Puskesmas Melati", Kind: model.UnitClinic}
	path := file(t, "a.csv", "kode;nama;nip_kepala\nPKM-09;puskesmas melati;"+ayu+"\n")
	p := read(t, path, intake.Units, k, k.options())
	counts(t, p, 0, 1, 0, 0)
	if len(p.Warnings) != 1 || p.Warnings[0].Code != intake.WarnNobody || p.Warnings[0].Value != ayu {
		t.Errorf("warnings %+v, want nobody by %s", p.Warnings, ayu)
	}
	k.put(t, p.Records)
	if u := k.units["bare"]; u.Code != "PKM-09" || u.Head != "" {
		t.Errorf("unit %+v", u)
	}
	boss := k.hire(ayu, "Ayu Kusuma", "Kepala")
	p = read(t, path, intake.Units, k, k.options())
	counts(t, p, 0, 1, 0, 0)
	if want := []intake.Change{{Row: 2, Name: "puskesmas melati", Field: "nip_kepala", After: ayu}}; !slices.Equal(p.Changes, want) {
		t.Errorf("changes %+v, want %+v", p.Changes, want)
	}
	k.put(t, p.Records)
	if k.units["bare"].Head != boss {
		t.Errorf("head %s, want %s", k.units["bare"].Head, boss)
	}
}

// A workbook keeps an NPSN as a number, and titles above the header.
func TestUnitsWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"DAFTAR UNIT KERJA"}, {}, {"No", "Kode", "Unit Kerja", "NPSN", "Parent"},
		{1, "SD-09", "SD Negeri 9", 20212345, "KEC"}, {2, "KEC", "Kecamatan Bukitintan", nil, "-"},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	k := newKnown()
	p := read(t, path, intake.Units, k, k.options())
	counts(t, p, 2, 0, 0, 0)
	k.put(t, p.Records)
	if u := k.unit(t, "SD-09"); u.NPSN != "20212345" || u.Parent != k.unit(t, "KEC").ID || u.Kind != model.UnitSchool {
		t.Errorf("school %+v", u)
	}
}
