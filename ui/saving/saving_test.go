package saving_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/saving"
)

func one() listing.Table {
	return listing.Table{Sheet: "staff", Columns: []listing.Column{{Name: "nama"}}, Rows: listing.All([][]listing.Value{{{Text: "Ani Lestari"}}})}
}

// says fails unless err says, in both languages, what holds the path; "" is no
// error.
func says(t *testing.T, err error, path string) {
	t.Helper()
	if path == "" {
		if err != nil {
			t.Errorf("refused: %v", err)
		}
		return
	}
	for _, code := range lang.Languages() {
		text, readErr := lang.Read(code)
		if readErr != nil {
			t.Fatal(readErr)
		}
		if got := text.Error(err); !strings.Contains(got, path) || got == text.Fault.Unknown {
			t.Errorf("%s: %q names no %q", code, got, path)
		}
	}
}

// Among the documents, else beside the file that is open, else at home; then
// where the last one went.
func TestPropose(t *testing.T) {
	home := t.TempDir()
	for _, tt := range []struct{ documents, file, want string }{
		{filepath.Join(home, "Dokumen"), filepath.Join(home, "a", "k.db"), filepath.Join(home, "Dokumen", "Kinerja")},
		{"", filepath.Join(home, "a", "k.db"), filepath.Join(home, "a")},
		{"", "", home},
	} {
		s := saving.New(home, tt.documents, tt.file)
		if got, want := s.Propose("realisasi-B/1: x-2026-Q3"), filepath.Join(tt.want, "realisasi-B-1--x-2026-Q3.xlsx"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		s.Keep(filepath.Join(home, "stick", "a.CSV"))
		if got, want := s.Propose("b"), filepath.Join(home, "stick", "b.csv"); got != want {
			t.Errorf("then %s, want %s", got, want)
		}
	}
}

func TestPath(t *testing.T) {
	home := t.TempDir()
	if err := os.Mkdir(filepath.Join(home, "arsip.xlsx"), 0o700); err != nil {
		t.Fatal(err)
	}
	s := saving.New(home, filepath.Join(home, "D"), "")
	for _, tt := range []struct{ typed, want, refused string }{
		{" ~/a.xlsx ", filepath.Join(home, "a.xlsx"), ""},
		{"~a.csv", filepath.Join(home, "D", "Kinerja", "~a.csv"), ""},
		{"TW III", filepath.Join(home, "D", "Kinerja", "TW III.xlsx"), ""},
		{"a.", filepath.Join(home, "D", "Kinerja", "a.xlsx"), ""},
		{`"` + filepath.Join(home, "b.CSV") + `"`, filepath.Join(home, "b.CSV"), ""},
		{filepath.Join("x", "..", "c.csv"), filepath.Join(home, "D", "Kinerja", "c.csv"), ""},
		{"a.pdf", "", "a.pdf"},
		{"dr. Sari", "", "dr. Sari"},
		{home, "", home},
		{"~/arsip.xlsx", "", "arsip.xlsx"},
		{"  ", "", " "},
	} {
		got, err := s.Path(tt.typed)
		if got != tt.want {
			t.Errorf("%q is %s, want %s", tt.typed, got, tt.want)
		}
		says(t, err, tt.refused)
	}
}

// The own folder is made, no other one; what is there is asked about; whatever
// goes wrong is named and leaves nothing behind.
func TestWrite(t *testing.T) {
	home := t.TempDir()
	documents := filepath.Join(home, "Documents")
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	s := saving.New(home, documents, "")
	path := s.Propose("a")
	if err := s.Write(path, false, one()); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(path, false, one()); !errors.Is(err, model.ErrExists) {
		t.Errorf("an existing file: %v", err)
	}
	if err := s.Write(path, true, one()); err != nil {
		t.Errorf("replaced: %v", err)
	}
	plain := filepath.Join(home, "b.csv")
	if err := s.Write(plain, false, one()); err != nil {
		t.Error(err)
	}
	if text, _ := os.ReadFile(plain); string(text) != "\ufeffnama\r\nAni Lestari\r\n" {
		t.Errorf("%q", text)
	}
	says(t, s.Write(filepath.Join(home, "gone", "a.xlsx"), false, one()), filepath.Join(home, "gone"))
	says(t, s.Write(filepath.Join(plain, "a.xlsx"), false, one()), "a.xlsx") // a file is no folder
	says(t, s.Write(filepath.Join(home, strings.Repeat("n", 300)+".csv"), false, one()), "nnn")
	if err := os.Mkdir(filepath.Join(home, "d.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	says(t, s.Write(filepath.Join(home, "d.csv"), true, one()), "d.csv")

	broken := one()
	broken.Rows = func(yield func([]listing.Value, error) bool) {
		_ = yield([]listing.Value{{Text: "Ani"}}, nil) && yield(nil, model.ErrBusy)
	}
	if err := s.Write(filepath.Join(home, "c.xlsx"), false, broken); !errors.Is(err, model.ErrBusy) {
		t.Errorf("a table that cannot be read: %v", err)
	}
	list, _ := os.ReadDir(home)
	if len(list) != 3 {
		t.Errorf("left behind: %v", list)
	}
}

// A folder that may not be written to is said to be so.
func TestWriteRefused(t *testing.T) {
	home := t.TempDir()
	if err := os.Chmod(home, 0o500); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(home, 0o700) }()
	if f, err := os.CreateTemp(home, ""); err == nil {
		_ = f.Close()
		t.Skip("whoever runs this may write everywhere")
	}
	says(t, saving.New(home, "", "").Write(filepath.Join(home, "a.xlsx"), false, one()), "Excel")
}
