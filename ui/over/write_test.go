package over_test

import (
	"errors"
	"fmt"
	"testing"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

// shelf keeps in memory what was written, by path.
type shelf struct {
	files map[string]int
	kept  string
	err   error
	began func() // at the first row
}

func (s *shelf) Propose(name string) string { return "/x/" + name + ".xlsx" }
func (s *shelf) Folder() string             { return "/x" }
func (s *shelf) Keep(path string)           { s.kept = path }

func (s *shelf) Path(typed string) (string, error) {
	if typed == "" {
		return "", model.ErrMissing
	}
	return typed, nil
}

func (s *shelf) Write(path string, force bool, t listing.Table) error {
	if _, there := s.files[path]; there && !force {
		return fmt.Errorf("%s: %w", path, model.ErrExists)
	}
	n := 0
	for _, err := range t.Rows {
		if s.began != nil && n == 0 {
			s.began()
		}
		if err != nil {
			return err
		}
		n++
	}
	if s.err == nil {
		s.files[path] = n
	}
	return s.err
}

func write(t *testing.T, s *shelf, rows int, err error) *desk {
	w := over.NewWrite(uitest.Env(t, "id"), s, nav.WriteMsg{Name: "pegawai", Read: func() (listing.Table, error) {
		return listing.Table{Rows: listing.All(make([][]listing.Value, rows))}, err
	}})
	return &desk{t: t, o: w}
}

func (d *desk) wrote(want string) {
	d.t.Helper()
	d.run(-1)
	if len(d.said) == 0 || d.said[len(d.said)-1] != want || !d.closed {
		d.t.Errorf("said %q, closed %v, want %q", d.said, d.closed, want)
	}
}

func TestWriteAsksWhereAndSaysWhere(t *testing.T) {
	s := &shelf{files: map[string]int{}}
	d := write(t, s, 38, nil)
	d.sees("Simpan tabel sebagai: /x/pegawai.xlsx")
	d.key("enter")
	d.sees("Menulis")
	d.types("zzz") // while it is written nothing is typed
	d.wrote("38 baris tersimpan di /x/pegawai.xlsx.")
	if s.files["/x/pegawai.xlsx"] != 38 || s.kept != "/x/pegawai.xlsx" {
		t.Errorf("%+v", s)
	}
}

// An existing file is replaced by y alone; any other key goes back to the name.
func TestWriteReplacesAfterYes(t *testing.T) {
	s := &shelf{files: map[string]int{"/x/pegawai.xlsx": 1}}
	d := write(t, s, 2, nil)
	d.key("enter")
	d.run(-1)
	d.sees("/x/pegawai.xlsx sudah ada. Ganti?")
	if d.o.Typing() {
		t.Error("y would be typed")
	}
	d.key("enter")
	if d.run(-1); s.files["/x/pegawai.xlsx"] != 1 || !d.o.Typing() || d.closed {
		t.Error("Enter replaces it")
	}
	d.key("enter")
	d.run(-1)
	d.key("y")
	d.wrote("2 baris tersimpan di /x/pegawai.xlsx.")
}

// Whatever goes wrong is said, and what was typed stays.
func TestWriteKeepsTheNameAfterAFailure(t *testing.T) {
	text := uitest.Env(t, "id").Text
	for _, tt := range []struct{ read, write error }{{model.ErrNotAllowed, nil}, {nil, model.ErrFull}, {nil, errors.New("?")}} {
		s := &shelf{files: map[string]int{}, err: tt.write}
		d := write(t, s, 2, tt.read)
		d.key("ctrl+u")
		d.types("/stick/a.csv")
		d.key("enter")
		d.run(-1)
		if line := d.o.Line(); line != text.Error(errors.Join(tt.read, tt.write)) || d.closed || len(s.files) > 0 {
			t.Errorf("%q, closed %v, %v", line, d.closed, s.files)
		}
		d.sees("/stick/a.csv")
		if d.types("x"); d.o.Line() != "" {
			t.Error("the failure stays while another name is typed")
		}
	}
	d := write(t, &shelf{}, 2, nil)
	d.key("ctrl+u", "enter")
	if d.run(-1); d.o.Line() == "" || d.closed {
		t.Error("an empty name is taken")
	}
	if d.key("esc"); !d.closed {
		t.Error("Esc does not give up")
	}
}

// A long table can be stopped; nothing of it stays.
func TestWriteStops(t *testing.T) {
	s := &shelf{files: map[string]int{}}
	d := write(t, s, 100_000, nil)
	s.began = func() { d.key("esc") }
	d.key("enter")
	d.wrote("Dihentikan; tidak ada berkas yang ditulis.")
	if len(s.files) != 0 {
		t.Errorf("%v", s.files)
	}
}
