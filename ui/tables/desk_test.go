package tables_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/model/misread"
	"kinerja/model/offer"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/lang"
	"kinerja/ui/tables"
)

// begun is a file with its head alone, and a desk to take tables at.
func begun(t *testing.T) (tables.Desk, *store.Desk) {
	t.Helper()
	s := storetest.Open(t)
	q4, _ := model.ParsePeriod("2026-Q4")
	e, err := s.As(model.Owner("", "")).Begin(founding.Beginning{
		Unit: model.Unit{Name: "Puskesmas Tanjung Raya", Kind: model.UnitClinic}, Person: model.Employee{Name: "Sari Wulandari", Kind: model.NonASN},
		Post: model.Post{Position: "Kepala Puskesmas"}, Period: q4,
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := lang.Read("id")
	if err != nil {
		t.Fatal(err)
	}
	me := s.As(model.Owner(e.ID, e.FullName()))
	return tables.Desk{Text: text, File: s, Person: me}, me
}

func csv(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pegawai.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// list is a list of staff with titles above it, and the head in it.
func list(rows ...string) string {
	return "DAFTAR PEGAWAI\n\nNo;\"Nama\nNIP\";Jabatan\n1;\"dr. Sari Wulandari, M.K.M.\n197503121999031002\";Kepala Puskesmas\n" + strings.Join(rows, "\n") + "\n"
}

// The list goes in as one change, the head is not in it twice, new people get
// the unit and the head as evaluator, what is refused stands in a file of its
// own; and one undo takes it back.
func TestTakingAList(t *testing.T) {
	d, me := begun(t)
	path := csv(t, list("2;\"Ayu Kusuma\n197203031998111003\";Bidan", "3;\"Budi\n19720303199811100\";Perawat"))
	var n atomic.Int64
	found, err := d.Look(context.Background(), offer.Order{Kind: "staff", Path: path}, &n)
	if err != nil {
		t.Fatal(err)
	}
	if found.Rows != 3 || found.New != 1 || found.Changed != 1 || found.Refused != 1 || found.HeaderRow != 3 || n.Load() != 3 {
		t.Errorf("%+v, %d read", found, n.Load())
	}
	var text []string
	for _, l := range found.Lines {
		text = append(text, fmt.Sprint(l.Mark, l.Row, l.Text))
	}
	for _, want := range []string{"NIP harus 18 angka", "jenis pegawai: non-ASN → PNS", "197203031998111003 · Bidan"} {
		if !strings.Contains(strings.Join(text, "\n"), want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
	took, err := found.Take(context.Background(), &n)
	if err != nil || took.Records != 3 {
		t.Fatalf("%+v, %v", took, err)
	}
	if raw, err := os.ReadFile(took.Refused); err != nil || filepath.Dir(took.Refused) != filepath.Dir(path) || !strings.Contains(string(raw), "Budi") {
		t.Errorf("%s: %q, %v", took.Refused, raw, err)
	}
	if _, err := os.Stat(took.Backup); err != nil {
		t.Errorf("backup %q: %v", took.Backup, err)
	}
	people, err := me.People()
	if err != nil || len(people) != 2 {
		t.Fatalf("%d people, %v", len(people), err)
	}
	ayu, err := me.FindOne("ayu")
	if err != nil {
		t.Fatal(err)
	}
	pr, err := me.Profile(ayu.Employee)
	if err != nil || pr.Evaluator.ID != me.Actor().Employee || pr.Unit.Head != me.Actor().Employee {
		t.Errorf("%+v, %v", pr, err)
	}
	if again, err := d.Look(context.Background(), offer.Order{Kind: "staff", Path: path}, &n); err != nil || again.Same != 2 {
		t.Errorf("read again: %+v, %v", again, err)
	}
	if _, err := me.Undo(); err != nil {
		t.Fatal(err)
	}
	if head, err := me.FindOne("sari"); err != nil || head.Number != "NON-0001" {
		t.Errorf("after undo: %+v, %v", head, err)
	}
}

// What has to be told before a table can be read comes back as a question.
func TestQuestions(t *testing.T) {
	d, _ := begun(t)
	var n atomic.Int64
	path := csv(t, "Orang;Tugas\nAyu;Bidan\n")
	found, err := d.Look(context.Background(), offer.Order{Kind: "staff", Path: path}, &n)
	if err != nil || strings.Join(found.Missing, " ") != "nama jabatan" || len(found.Columns) != 2 || found.Take != nil {
		t.Errorf("%+v, %v", found, err)
	}
	path = csv(t, "nip;periode;kode;realisasi\n197203031998111003;2026-Q3;IDL;1.234\n")
	found, err = d.Look(context.Background(), offer.Order{Kind: "cards", Path: path}, &n)
	if err != nil || len(found.Undecided) != 1 {
		t.Errorf("%+v, %v", found, err)
	}
	if _, err := d.Look(context.Background(), offer.Order{Kind: "nonsense", Path: path}, &n); !errors.Is(err, misread.ErrTableKind) {
		t.Errorf("nonsense: %v", err)
	}
	if _, err := d.Look(context.Background(), offer.Order{Kind: "staff", Path: filepath.Join(t.TempDir(), "gone.csv")}, &n); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("gone: %v", err)
	}
	for _, kind := range d.Kinds() {
		if found, err := d.Look(context.Background(), offer.Order{Kind: kind, Path: csv(t, "x;y\n1;2\n")}, &n); err == nil && len(found.Fields) == 0 {
			t.Errorf("%s has no fields", kind)
		}
	}
}

// A unit is known with UPTD before its name and without; a column that names
// units nobody knows is told, so that it can be left out.
func TestUnitsOfTheRows(t *testing.T) {
	d, _ := begun(t)
	var n atomic.Int64
	path := csv(t, "nip;nama;jabatan;unit kerja\n197203031998111003;Ayu;Bidan;UPTD Puskesmas  Tanjung Raya\n")
	found, err := d.Look(context.Background(), offer.Order{Kind: "staff", Path: path}, &n)
	if err != nil || found.New != 1 || found.Astray != "" {
		t.Errorf("%+v, %v", found, err)
	}
	path = csv(t, "nip;nama;jabatan;unit kerja\n197203031998111003;Ayu;Bidan;PKM TJ RAYA\n197203031998111004;Budi;Perawat;Ruang Gigi\n")
	found, err = d.Look(context.Background(), offer.Order{Kind: "staff", Path: path}, &n)
	if err != nil || found.Refused != 2 || found.Astray != "unit kerja" {
		t.Errorf("%+v, %v", found, err)
	}
	found, err = d.Look(context.Background(), offer.Order{Kind: "staff", Path: path, Map: map[string]string{"unit kerja": "-"}}, &n)
	if err != nil || found.New != 2 || found.Astray != "" {
		t.Errorf("%+v, %v", found, err)
	}
}

// Stopped while it is taken, nothing of it stays; a table changed meanwhile is
// not taken.
func TestStoppedAndChanged(t *testing.T) {
	d, me := begun(t)
	var n atomic.Int64
	path := csv(t, list("2;\"Ayu Kusuma\n197203031998111003\";Bidan", "3;\"Budi\n1\";Perawat"))
	found, err := d.Look(context.Background(), offer.Order{Kind: "staff", Path: path}, &n)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := found.Take(ctx, &n); !errors.Is(err, model.ErrStopped) {
		t.Errorf("stopped: %v", err)
	}
	if err := os.WriteFile(path, []byte(list()), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := found.Take(context.Background(), &n); !errors.Is(err, model.ErrChanged) {
		t.Errorf("changed: %v", err)
	}
	if people, err := me.People(); err != nil || len(people) != 1 {
		t.Errorf("%d people, %v", len(people), err)
	}
}

// Where nobody may write, as on a locked stick, the refused rows go beside the
// data file.
func TestRefusedRowsOfALockedStick(t *testing.T) {
	d, _ := begun(t)
	var n atomic.Int64
	path := csv(t, list("3;\"Budi\n1\";Perawat"))
	if err := os.Mkdir(strings.TrimSuffix(path, ".csv")+".refused.csv", 0o700); err != nil { // nothing can be renamed onto it
		t.Fatal(err)
	}
	found, err := d.Look(context.Background(), offer.Order{Kind: "staff", Path: path}, &n)
	if err != nil {
		t.Fatal(err)
	}
	took, err := found.Take(context.Background(), &n)
	if err != nil || filepath.Dir(took.Refused) != filepath.Dir(d.File.Path()) {
		t.Errorf("%+v, %v", took, err)
	}
}

// A list without a column that says who is no ASN: those without a number are
// refused in words for people, and taken as non-ASN when it is said that they are.
func TestPeopleWithoutANumber(t *testing.T) {
	d, me := begun(t)
	path := csv(t, list("2;Ayu Kusuma;Cleaning service", "3;Budi;Sopir", "4;\"Citra\n19720303199811100\";Perawat"))
	var n atomic.Int64
	order := offer.Order{Kind: "staff", Path: path}
	found, err := d.Look(context.Background(), order, &n)
	if err != nil || found.Unnumbered != 2 || found.Refused != 3 {
		t.Fatalf("%+v, %v", found, err)
	}
	if text := found.Lines[0].Text; !strings.Contains(text, "tidak ada NIP. Bukan ASN") || strings.Contains(text, "non_asn") {
		t.Errorf("refused because %q", text)
	}
	order.NonASN = true
	if found, err = d.Look(context.Background(), order, &n); err != nil || found.Unnumbered != 0 || found.Refused != 1 || found.New != 2 {
		t.Fatalf("%+v, %v", found, err)
	}
	if _, err := found.Take(context.Background(), &n); err != nil {
		t.Fatal(err)
	}
	if budi, err := me.FindOne("budi"); err != nil || !strings.HasPrefix(string(budi.Number), "NON-0") {
		t.Errorf("%+v, %v", budi, err)
	}
}
