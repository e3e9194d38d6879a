package intake_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/nip"
	"kinerja/store/intake"
	"kinerja/store/intake/columns"
)

// The list of the issue: 40 people, ";", decimal commas, BOM, titles above the
// header, two bad NIPs, one ruined by a spreadsheet, one unknown unit.
func TestStaffList(t *testing.T) {
	k := newKnown()
	p := read(t, "testdata/pegawai.csv", intake.Staff, k, k.options())
	counts(t, p, 36, 0, 0, 4)
	if p.HeaderRow != 4 || p.Rows != 40 || p.Separator != ';' {
		t.Errorf("header row %d, rows %d, separator %q", p.HeaderRow, p.Rows, p.Separator)
	}
	checkRefused(t, p.Refused, []intake.Refusal{
		{Row: 16, Column: "NIP", Err: nip.ErrLength},
		{Row: 23, Column: "NIP", Err: nip.ErrBirth},
		{Row: 30, Column: "NIP", Value: "1,99E+17", Err: nip.ErrSheet},
		{Row: 37, Column: "Unit Kerja", Value: "Puskesmas Antah Berantah", Err: model.ErrNotFound, Accepted: "PKM-01 Puskesmas Bukitintan Timur"},
	})
	var ignored []string
	for _, c := range p.Columns {
		if c.Field == "" {
			ignored = append(ignored, c.Column)
		}
	}
	if want := []string{"No", "Masa Kerja"}; !slices.Equal(ignored, want) {
		t.Errorf("ignored columns %q, want %q", ignored, want)
	}
	k.put(t, p.Records)
	e, post := k.person(t, head)
	if e.FullName() != "dr. Sari Wulandari, M.K.M." || e.Before != "dr." || e.Grade != "IV/a" || e.Kind != model.PNS {
		t.Errorf("head %+v", e)
	}
	other, under := k.person(t, "197304042000042004")
	if other.Name != "Rahmat Hidayat" || other.After != "S.Kep., Ns." || under.Evaluator != e.ID || under.Unit != clinic || under.From != 20180815 {
		t.Errorf("person %+v in %+v", other, under)
	}
	if post.Position != "Kepala Puskesmas" || post.From != 20200201 {
		t.Errorf("post of the head %+v", post)
	}

	again := read(t, "testdata/pegawai.csv", intake.Staff, k, k.options())
	counts(t, again, 0, 0, 36, 4)
	if len(again.Records) != 0 {
		t.Errorf("the same table again proposes %v", again.Records)
	}
	opt := k.options()
	opt.Strict = true
	if p := read(t, "testdata/pegawai.csv", intake.Staff, newKnown(), opt); len(p.Records) != 0 {
		t.Errorf("strict proposes %d records beside refused rows", len(p.Records))
	}
}

func checkRefused(t *testing.T, got, want []intake.Refusal) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d refusals, want %d: %+v", len(got), len(want), got)
		return
	}
	for i, w := range want {
		g := got[i]
		if g.Row != w.Row || g.Column != w.Column || !errors.Is(g.Err, w.Err) || w.Value != "" && g.Value != w.Value || w.Accepted != "" && g.Accepted != w.Accepted {
			t.Errorf("refusal %+v, want %+v", g, w)
		}
	}
}

// The refused rows of the list, mended in their file, go in without the rest.
func TestRefusedMended(t *testing.T) {
	k := newKnown()
	dir := t.TempDir()
	list := filepath.Join(dir, "pegawai.csv")
	raw, err := os.ReadFile("testdata/pegawai.csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(list, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	p := read(t, list, intake.Staff, k, k.options())
	k.put(t, p.Records)
	out := intake.RefusedPath(list)
	if want := filepath.Join(dir, "pegawai.refused.csv"); out != want {
		t.Errorf("RefusedPath = %s, want %s", out, want)
	}
	if err := p.WriteRefused(out, "alasan", func(r intake.Refusal) string { return fmt.Sprint("=", r.Err, `; "`, r.Value, `"`) }); err != nil {
		t.Fatal(err)
	}
	counts(t, read(t, out, intake.Staff, k, k.options()), 0, 0, 0, 4)

	written, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	text := string(written)
	if !strings.HasPrefix(text, "\ufeffNo;NIP;Nama Pegawai;") || !strings.Contains(text, "'"+head) || strings.Contains(text, ";=") || strings.Contains(text, `;"=`) {
		t.Errorf("refused rows:\n%s", text)
	}
	for bad, good := range map[string]string{
		"1,99E+17": "199501252019012008", "Puskesmas Antah Berantah": "SD-07",
		"'19801111200603100;": "'198011112006031002;", "19871318": "19871118",
	} {
		if !strings.Contains(text, bad) {
			t.Errorf("%q is not among the refused rows:\n%s", bad, text)
		}
		text = strings.Replace(text, bad, good, 1)
	}
	if err := os.WriteFile(out, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	mended := read(t, out, intake.Staff, k, k.options())
	counts(t, mended, 4, 0, 0, 0)
	k.put(t, mended.Records)
	counts(t, read(t, list, intake.Staff, k, k.options()), 0, 0, 36, 4)

	if err := os.WriteFile(list, append(raw, "x\r\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := p.WriteRefused(out, "alasan", func(intake.Refusal) string { return "" }); !errors.Is(err, model.ErrChanged) {
		t.Errorf("WriteRefused from a changed table = %v, want ErrChanged", err)
	}
	if got := intake.RefusedPath(out); filepath.Base(got) != "pegawai.refused-2.csv" {
		t.Errorf("RefusedPath of refused rows = %s", got)
	}
}

// The same list as a workbook, with name and NIP in one cell.
func TestStaffWorkbook(t *testing.T) {
	want := newKnown()
	want.put(t, read(t, "testdata/pegawai.csv", intake.Staff, want, want.options()).Records)
	raw, err := os.ReadFile("testdata/pegawai.csv")
	if err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	if _, err := f.NewSheet("Daftar"); err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\r\n") {
		c := strings.Split(strings.TrimPrefix(line, "\ufeff"), ";")
		if len(c) < 9 || c[0] == "1" && c[1] == "2" {
			continue
		}
		name := strings.Trim(c[2], `"`)
		var both any = name + "\n" + c[1]
		if i < 4 {
			both = c[2] + "\n" + c[1]
		}
		if c[1] == "" {
			both = name
		}
		row := []any{c[0], both, c[3], c[4], c[5], c[6], c[7]}
		if err := f.SetSheetRow("Daftar", fmt.Sprintf("B%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "pegawai.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	k := newKnown()
	p := read(t, path, intake.Staff, k, k.options())
	counts(t, p, 36, 0, 0, 4)
	if p.Sheet != "Daftar" || p.Header[2] != "Nama Pegawai NIP" {
		t.Errorf("sheet %q, header %q", p.Sheet, p.Header)
	}
	k.put(t, p.Records)
	for _, e := range want.people {
		got, post := k.person(t, string(e.Number))
		_, wantPost := want.person(t, string(e.Number))
		if got.FullName() != e.FullName() || got.Grade != e.Grade || post.From != wantPost.From || post.Position != wantPost.Position {
			t.Errorf("%s: %+v %+v, want %+v %+v", e.Number, got, post, e, wantPost)
		}
	}
}

// A number in a cell of numbers has lost its last digits, whatever it shows.
func TestStaffNumericCell(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"NIP", "Nama", "Jabatan", "Jenis Pegawai", "TMT"},
		{198703142012041003, "Siti Pertiwi", "Bidan", "PNS", 43862},
		{"198703142012041003", "Siti Pertiwi", "Bidan", "PNS", 43862},
		{320145, "Budi Santoso", "Pramu Bakti", "Non ASN", ""},
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
	p := read(t, path, intake.Staff, k, k.options())
	counts(t, p, 2, 0, 0, 1)
	checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: "NIP", Err: nip.ErrSheet}})
	k.put(t, p.Records)
	if _, post := k.person(t, "198703142012041003"); post.From != 20200201 {
		t.Errorf("serial 43862 = %v, want 2020-02-01", post.From)
	}
	if e, _ := k.person(t, "320145"); e.Kind != model.NonASN {
		t.Errorf("kind %v, want non_asn", e.Kind)
	}
}

func TestStaffCells(t *testing.T) {
	const good = "198703142012041003;Siti Pertiwi;Bidan;;;;;;"
	long := strings.Repeat("Nama Panjang ", 10)[:120]
	for _, tt := range []struct {
		name, row string
		column    string
		err       error
	}{
		{name: "good", row: good},
		{name: "spaces and apostrophe", row: "' 19870314 201204 1 003;Siti;Bidan;;;;;;"},
		{name: "formula is text", row: "198703142012041003;=HYPERLINK(1);Bidan;;;;;;"},
		{name: "120 characters", row: "198703142012041003;" + long + ";Bidan;;;;;;"},
		{name: "300 characters", row: "198703142012041003;" + strings.Repeat("a", 300) + ";Bidan;;;;;;", column: "nama", err: model.ErrTooLong},
		{name: "no name", row: "198703142012041003; ;Bidan;;;;;;", column: "nama", err: model.ErrMissing},
		{name: "no position", row: "198703142012041003;Siti;-;;;;;;", column: "jabatan", err: model.ErrMissing},
		{name: "no number", row: ";Siti;Bidan;;;;;;", column: "nip", err: model.ErrMissing},
		{name: "rounded", row: "198703142012041000;Siti;Bidan;;;;;;", column: "nip", err: nip.ErrSheet},
		{name: "bad NIP is not made local", row: "1987031420;Siti;Bidan;;;;;;", column: "nip", err: nip.ErrLength},
		{name: "control character", row: "198703142012041003;Si\ati;Bidan;;;;;;", column: "nama", err: model.ErrControl},
		{name: "bidi override", row: "198703142012041003;Siti;Bi\u202edan;;;;;;", column: "jabatan", err: model.ErrControl},
		{name: "lost characters", row: "198703142012041003;Ren\ufffd;Bidan;;;;;;", column: "nama", err: model.ErrUnreadable},
		{name: "text after a quotation mark", row: "198703142012041003;\"Siti\" A;Bidan;;;;;;", column: "nama", err: misread.ErrQuote},
		{name: "two numbers", row: "198703142012041003;Siti / 198703142012041004;Bidan;;;;;;", column: "nip", err: misread.ErrDisagree},
		{name: "the same number twice", row: "198703142012041003;Siti / 19870314 201204 1 003;Bidan;;;;;;"},
		{name: "unknown kind", row: "198703142012041003;Siti;Bidan;sukarela;;;;;", column: "jenis_pegawai", err: model.ErrWord},
		{name: "unknown post kind", row: "198703142012041003;Siti;Bidan;;staf;;;;", column: "jenis_jabatan", err: model.ErrWord},
		{name: "post kind", row: "198703142012041003;Siti;Bidan;;Jabatan Fungsional;;;;"},
		{name: "unknown evaluator", row: "198703142012041003;Siti;Bidan;;;" + head + ";;;", column: "nip_penilai", err: model.ErrNotFound},
		{name: "own evaluator", row: "198703142012041003;Siti;Bidan;;;198703142012041003;;;", column: "nip_penilai", err: model.ErrCircle},
		{name: "month before day", row: "198703142012041003;Siti;Bidan;;;;12/31/2020;;", column: "mulai", err: model.ErrBadDate},
		{name: "two digits of a year", row: "198703142012041003;Siti;Bidan;;;;31/12/20;;", column: "mulai", err: model.ErrBadDate},
		{name: "ends before it begins", row: "198703142012041003;Siti;Bidan;;;;2020-01-02;2020-01-01;", column: "selesai", err: model.ErrOrder},
		{name: "left without a day", row: "198703142012041003;Siti;Bidan;;;;;;pensiun", column: "selesai", err: model.ErrMissing},
		{name: "unknown status", row: "198703142012041003;Siti;Bidan;;;;;;entah", column: "status", err: model.ErrWord},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := file(t, "a.csv", "nip;nama;jabatan;jenis_pegawai;jenis_jabatan;nip_penilai;mulai;selesai;status\n"+tt.row+"\n")
			k := newKnown()
			p := read(t, path, intake.Staff, k, k.options())
			if tt.err == nil {
				counts(t, p, 1, 0, 0, 0)
				return
			}
			checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: tt.column, Err: tt.err}})
			if len(p.Records) > 0 {
				t.Errorf("a refused row proposes %v", p.Records)
			}
		})
	}
}

func TestStaffEdit(t *testing.T) {
	k := newKnown()
	boss := k.hire(head, "Sari Wulandari", "Kepala Puskesmas")
	k.hire(ayu, "Ayu Kusuma", "Bidan Terampil")
	const names = "nip,nama,jabatan,unit,nip_penilai,mulai,golongan\n"

	// The post that is held is edited; an empty cell erases nothing.
	p := read(t, file(t, "a.csv", names+ayu+",\"Ayu Kusuma, S.Tr.Keb.\",Bidan Mahir,,"+head+",,-\n"), intake.Staff, k, k.options())
	counts(t, p, 0, 1, 0, 0)
	want := []intake.Change{
		{Row: 2, Name: "Ayu Kusuma", Field: "nama", Before: "Ayu Kusuma", After: "Ayu Kusuma, S.Tr.Keb."},
		{Row: 2, Name: "Ayu Kusuma", Field: "jabatan", Before: "Bidan Terampil", After: "Bidan Mahir"},
		{Row: 2, Name: "Ayu Kusuma", Field: "nip_penilai", After: head},
	}
	if !slices.Equal(p.Changes, want) {
		t.Errorf("changes %+v, want %+v", p.Changes, want)
	}
	k.put(t, p.Records)
	if len(k.posts) != 2 {
		t.Errorf("%d posts, want 2", len(k.posts))
	}

	// A later beginning is a new post, which ends the old one the day before.
	moved := file(t, "b.csv", names+ayu+",Ayu Kusuma,Bidan Penyelia,SD-07,,1 Juli 2026,III/a\n")
	p = read(t, moved, intake.Staff, k, k.options())
	counts(t, p, 0, 1, 0, 0)
	k.put(t, p.Records)
	e, post := k.person(t, ayu)
	if post.From != 20260701 || post.Unit != school || post.Position != "Bidan Penyelia" || post.Evaluator != boss || e.Grade != "III/a" || e.After != "S.Tr.Keb." {
		t.Errorf("%+v in %+v", e, post)
	}
	ended := false
	for _, old := range k.posts {
		ended = ended || old.Employee == e.ID && old.To == 20260630 && old.Unit == clinic
	}
	if !ended || len(k.posts) != 3 {
		t.Errorf("posts after a transfer: %+v", k.posts)
	}
	counts(t, read(t, moved, intake.Staff, k, k.options()), 0, 0, 1, 0)

	p = read(t, file(t, "c.csv", names+ayu+",Joko Prasetyo,Bidan Penyelia,,,,\n"), intake.Staff, k, k.options())
	if len(p.Warnings) != 1 || p.Warnings[0].Code != intake.WarnOtherName {
		t.Errorf("warnings %+v, want another name", p.Warnings)
	}
}

func TestStaffTogether(t *testing.T) {
	k := newKnown()
	k.hire("NON-0007", "Joko Wijaya", "Pramu Bakti")
	path := file(t, "a.csv", strings.Join([]string{
		"nip\tnama\tjabatan\tjenis pegawai\tnip_penilai",
		"\tJoko Wijaya\tPramu Bakti\tNon ASN\t",
		"\tMaya Utami\tSopir\thonorer\t" + head,
		head + "\tSari Wulandari\tKepala\tPNS\t",
		ayu + "\tAyu\tBidan\tPNS\t",
		"", "\t\t\t\t",
		ayu + "\tAyu K.\tBidan\tPNS\t",
		"197102021996062002\tBudi\tPerawat\tPNS\t" + ayu,
		"199108202024242007\tRina\tPerawat\tPNS\t",
	}, "\n"))
	p := read(t, path, intake.Staff, k, k.options())
	counts(t, p, 3, 1, 0, 3)
	checkRefused(t, p.Refused, []intake.Refusal{
		{Row: 5, Column: "nip", Err: misread.ErrTwice}, {Row: 8, Column: "nip", Err: misread.ErrTwice},
		{Row: 9, Column: "nip_penilai", Value: ayu, Err: misread.ErrRowRefused},
	})
	var rows *misread.RowsError
	if !errors.As(p.Refused[0].Err, &rows) || !slices.Equal(rows.Rows, []int{5, 8}) {
		t.Errorf("rows %+v, want 5 and 8", rows)
	}
	if len(p.Warnings) != 1 || p.Warnings[0].Code != intake.WarnKind {
		t.Errorf("warnings %+v, want the kind of row 10", p.Warnings)
	}
	k.put(t, p.Records)
	maya, post := k.person(t, "NON-0008")
	boss, _ := k.person(t, head)
	if maya.Name != "Maya Utami" || post.Evaluator != boss.ID {
		t.Errorf("NON-0008 is %+v under %s, want Maya under %s", maya, post.Evaluator, boss.ID)
	}
	if again := read(t, path, intake.Staff, k, k.options()); again.New != 0 {
		t.Errorf("read again: %d new", again.New)
	}
}

func TestReadRefusesTables(t *testing.T) {
	for _, tt := range []struct {
		name, file, content string
		opt                 intake.Options
		err                 error
		check               func(*misread.TableError) bool
	}{
		{name: "empty", file: "a.csv", err: model.ErrEmpty},
		{name: "blank", file: "a.csv", content: "\n \n\n", err: model.ErrEmpty},
		{name: "old workbook", file: "a.xls", content: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", err: misread.ErrOldFormat},
		{name: "other office", file: "a.ods", content: "PKother", err: misread.ErrOldFormat},
		{name: "no zip", file: "a.xlsx", content: "nip;nama;jabatan\n", err: misread.ErrNotTable},
		{name: "broken zip", file: "a.xlsx", content: "PK\x03\x04rest of it", err: misread.ErrNotTable},
		{name: "no header", file: "a.csv", content: "Laporan\nnama,alamat\nSiti,Jl. A\n", err: misread.ErrHeader,
			check: func(e *misread.TableError) bool {
				return e.Row == 2 && slices.Equal(e.Seen, []string{"nama", "alamat"}) && slices.Equal(e.Accepted, []string{"nama", "jabatan"})
			}},
		{name: "mark never closed", file: "a.csv", content: "nip,nama,jabatan\n1,\"Siti,Bidan\n2,Budi,Sopir\n", err: misread.ErrQuote,
			check: func(e *misread.TableError) bool { return e.Row == 2 }},
		{name: "mapping to no field", file: "a.csv", content: "nip,nama,jabatan\n", opt: intake.Options{Map: map[string]string{"nama": "panggilan"}}, err: misread.ErrMapping,
			check: func(e *misread.TableError) bool {
				return e.Name == "panggilan" && slices.Contains(e.Accepted, "jabatan")
			}},
		{name: "mapping of no column", file: "a.csv", content: "nip,nama,jabatan\n", opt: intake.Options{Map: map[string]string{"Tugas": "jabatan"}}, err: misread.ErrMapping,
			check: func(e *misread.TableError) bool { return e.Name == "Tugas" && slices.Contains(e.Seen, "jabatan") }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := intake.Read(context.Background(), file(t, tt.file, tt.content), intake.Staff, newKnown(), tt.opt)
			if !errors.Is(err, tt.err) {
				t.Fatalf("err = %v, want %v", err, tt.err)
			}
			var e *misread.TableError
			if !errors.As(err, &e) || e.File != tt.file || tt.check != nil && !tt.check(e) {
				t.Errorf("error %+v", e)
			}
		})
	}
	if _, err := intake.Read(context.Background(), "none.csv", intake.Staff, newKnown(), intake.Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := intake.Read(context.Background(), "none.csv", "payslips", newKnown(), intake.Options{}); !errors.Is(err, misread.ErrTableKind) {
		t.Errorf("no such kind: %v", err)
	}
}

func TestReadHeader(t *testing.T) {
	k := newKnown()
	p := read(t, file(t, "a.csv", "NIP,NAMA,Tugas Pokok,Gol\n"), intake.Staff, k, intake.Options{Map: map[string]string{"tugas pokok": "jabatan", "Gol": "-"}})
	want := []columns.Use{{Index: 0, Column: "NIP", Field: "nip"}, {Index: 1, Column: "NAMA", Field: "nama"}, {Index: 2, Column: "Tugas Pokok", Field: "jabatan"}, {Index: 3, Column: "Gol"}}
	if p.Rows != 0 || len(p.Records) != 0 || !slices.Equal(p.Columns, want) {
		t.Errorf("only a header: %d rows, columns %v, want %v", p.Rows, p.Columns, want)
	}
	p = read(t, file(t, "b.csv", "sep=;\nNama / NIP;skp_unor;unit;Nama_Jabatan\nSiti / 198703142012041003;x;PKM-01;Bidan\n"), intake.Staff, k, k.options())
	counts(t, p, 1, 0, 0, 0)
	k.put(t, p.Records)
	if e, _ := k.person(t, "198703142012041003"); e.Name != "Siti" {
		t.Errorf("name %q, want Siti", e.Name)
	}
}

func TestReadStops(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	k, opt := newKnown(), intake.Options{}
	opt.Progress = func(rows int) { stop() }
	var b strings.Builder
	b.WriteString("nip,nama,jabatan\n")
	for range 5000 {
		b.WriteString("1,Siti,Bidan\n")
	}
	if _, err := intake.Read(ctx, file(t, "a.csv", b.String()), intake.Staff, k, opt); !errors.Is(err, model.ErrStopped) {
		t.Errorf("stopped: %v, want ErrStopped", err)
	}
}
