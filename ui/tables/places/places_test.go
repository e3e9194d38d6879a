package places_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"kinerja/model/offer"
	"kinerja/ui/tables/places"
)

// put writes a file that was changed so many hours ago.
func put(t *testing.T, path string, hours int) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(-time.Duration(hours) * time.Hour)
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
}

func names(list []offer.Entry) (names []string) {
	for _, e := range list {
		n := e.Name
		if e.Folder {
			n += "/"
		}
		names = append(names, n)
	}
	return names
}

func home(t *testing.T) string {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "STICK", "pegawai.xlsx"), 3)
	put(t, filepath.Join(dir, "STICK", "~$pegawai.xlsx"), 1)
	put(t, filepath.Join(dir, "Unduhan", "daftar.CSV"), 1)
	put(t, filepath.Join(dir, "Unduhan", "foto.jpg"), 1)
	put(t, filepath.Join(dir, "Unduhan", ".rahasia.csv"), 1)
	put(t, filepath.Join(dir, "Unduhan", "arsip", "lama.csv"), 9)
	put(t, filepath.Join(dir, "Unduhan", "Zakat", "x.csv"), 9)
	return dir
}

// Tables of all places, the newest first, and then the places; a place named
// twice or gone is listed once or not at all.
func TestTables(t *testing.T) {
	dir := home(t)
	got := places.Tables([]places.Root{
		{Path: filepath.Join(dir, "STICK"), Name: "STICK", Place: offer.Stick},
		{Path: filepath.Join(dir, "Unduhan"), Place: offer.Downloads},
		{Path: filepath.Join(dir, "Unduhan"), Place: offer.Here},
		{Path: filepath.Join(dir, "gone"), Place: offer.Desktop},
		{Path: filepath.Join(dir, "Unduhan", "arsip"), Name: "Z:", Place: offer.Drive, Closed: true},
	})
	if want := []string{"daftar.CSV", "pegawai.xlsx", "STICK/", "/", "Z:/"}; !slices.Equal(names(got), want) {
		t.Errorf("%q, want %q", names(got), want)
	}
	if got[0].Place != offer.Downloads || got[1].Place != offer.Stick || got[0].Changed.Before(got[1].Changed) {
		t.Errorf("%+v", got[:2])
	}
}

func TestFolder(t *testing.T) {
	dir := home(t)
	got, err := places.Folder(filepath.Join(dir, "Unduhan"))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"/", "daftar.CSV", "arsip/", "Zakat/"}; !slices.Equal(names(got), want) {
		t.Errorf("%q, want %q", names(got), want)
	}
	if got[0].Place != offer.Above || got[0].Path != dir {
		t.Errorf("above: %+v", got[0])
	}
	if _, err := places.Folder(filepath.Join(dir, "gone")); err == nil {
		t.Error("a folder that is gone is listed")
	}
	if top, err := places.Folder("/"); err != nil || len(top) > 0 && top[0].Place == offer.Above {
		t.Errorf("the top has a folder above: %v, %v", top[:1], err)
	}
}

// The folders of a person are found under the names that systems give them.
func TestSystem(t *testing.T) {
	dir := home(t)
	t.Setenv("HOME", dir)
	t.Chdir(filepath.Join(dir, "STICK"))
	at := map[offer.Place]string{}
	for _, r := range places.System() {
		at[r.Place] = r.Path
	}
	if at[offer.Downloads] != filepath.Join(dir, "Unduhan") || at[offer.Here] != filepath.Join(dir, "STICK") || at[offer.Home] != dir {
		t.Errorf("%v", at)
	}
}
