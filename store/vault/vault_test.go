package vault_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/model/support"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/store/vault"
)

const (
	day    = model.Date(2026_10_05)
	phrase = "kopi hitam tanpa gula"
)

var quick = vault.Options{Work: 1}

func made(t *testing.T) *vault.Vault {
	t.Helper()
	path := filepath.Join(t.TempDir(), "konseling.db")
	if _, err := vault.Create(path, phrase, quick); err != nil {
		t.Fatal(err)
	}
	return opened(t, path)
}

func opened(t *testing.T, path string) *vault.Vault {
	t.Helper()
	v, err := vault.Open(path, phrase, quick)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func begun(name string) support.Case {
	return support.Case{Opened: day, Person: support.Person{Name: name, Number: "198203152009012004"}, About: "SANGAT-RAHASIA " + name}
}

// A case is there again with the passphrase, and with no other.
func TestCases(t *testing.T) {
	v := made(t)
	c, err := v.Add(begun("Citra Dewi"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Add(support.Case{Opened: day}); !errors.Is(err, model.ErrMissing) {
		t.Errorf("a case of nobody: %v", err)
	}
	c, err = v.Change(c.ID, func(c support.Case) (support.Case, error) {
		return c.Take(support.Act{On: day, Name: support.Consent, Paper: "map"}, day)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Change("01K9S000000000000000000000", nil); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("no such case: %v", err)
	}
	again := opened(t, v.Path())
	list, err := again.Cases()
	if err != nil || len(list) != 1 || list[0].State != support.Consented || list[0].About != c.About {
		t.Fatalf("%+v, %v", list, err)
	}
	for _, wrong := range []string{"", "kopi hitam", phrase + " "} {
		if _, err := vault.Open(v.Path(), wrong, quick); !errors.Is(err, vault.ErrPassphrase) || !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("opened with %q: %v", wrong, err)
		}
	}
}

func TestCreateRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "k.db")
	if _, err := vault.Create(path, "pendek saja", quick); !errors.Is(err, model.ErrTooLittle) {
		t.Errorf("a short passphrase: %v", err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it was made all the same")
	}
	if err := os.WriteFile(path, []byte("surat"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Create(path, phrase, quick); !errors.Is(err, model.ErrExists) {
		t.Errorf("over another file: %v", err)
	}
	if raw, _ := os.ReadFile(path); string(raw) != "surat" {
		t.Error("the other file was touched")
	}
	if _, err := vault.Open(path, phrase, quick); !errors.Is(err, model.ErrForeign) {
		t.Errorf("a letter: %v", err)
	}
}

// The file of a unit is none of a counsellor, nor the other way round.
func TestTheTwoKindsOfFile(t *testing.T) {
	s := storetest.Open(t)
	if _, err := vault.Open(s.Path(), phrase, quick); !errors.Is(err, model.ErrForeign) {
		t.Errorf("a unit's file: %v", err)
	}
	v := made(t)
	if unit, err := store.Open(v.Path(), storetest.Options()); err == nil {
		unit.Close()
		t.Error("the counsellor's file opens as a unit's")
	}
	list, err := v.Cases()
	if err != nil || len(list) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
}

// inFolder calls f with every file of a folder.
func inFolder(t *testing.T, dir string, f func(name string, raw []byte)) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		f(e.Name(), raw)
	}
}

// Nothing of a case stands readable in the file, beside it, or in its copy; the words
// that are searched for are those that were kept.
func TestNothingIsReadable(t *testing.T) {
	v := made(t)
	for i := range 3 {
		if _, err := v.Add(begun(fmt.Sprintf("Citra Dewi %d", i))); err != nil {
			t.Fatal(err)
		}
	}
	dir := filepath.Dir(v.Path())
	if err := vault.Copy(v.Path(), filepath.Join(dir, "salinan.db"), quick); err != nil {
		t.Fatal(err)
	}
	if err := vault.Copy(v.Path(), filepath.Join(dir, "salinan.db"), quick); err == nil {
		t.Error("a copy over another")
	}
	seen := 0
	inFolder(t, dir, func(name string, raw []byte) {
		seen++
		for _, word := range []string{"Citra", "RAHASIA", "198203152009012004", "AGE-SECRET-KEY", phrase} {
			if bytes.Contains(bytes.ToUpper(raw), []byte(strings.ToUpper(word))) {
				t.Errorf("%s holds %q", name, word)
			}
		}
	})
	if seen < 3 {
		t.Errorf("only %d files were looked at", seen)
	}
	copied := opened(t, filepath.Join(dir, "salinan.db"))
	if list, err := copied.Cases(); err != nil || len(list) != 3 {
		t.Errorf("the copy: %d, %v", len(list), err)
	}
}

// shape is how many slots a file has, and of which lengths.
func shape(t *testing.T, path string) (names map[string]bool, lengths map[int]bool) {
	t.Helper()
	names, lengths = map[string]bool{}, map[int]bool{}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bbolt.Tx) error {
		return tx.Bucket([]byte("slots")).ForEach(func(k, v []byte) error {
			names[string(k)], lengths[len(v)] = true, true
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return names, lengths
}

// How many cases there are, and which changed, cannot be seen from outside.
func TestTheFileTellsNoCount(t *testing.T) {
	v := made(t)
	dir := t.TempDir()
	look := func(name string) (map[string]bool, map[int]bool) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := vault.Copy(v.Path(), path, quick); err != nil {
			t.Fatal(err)
		}
		return shape(t, path)
	}
	none, _ := look("0")
	var ids []support.ID
	for i := range 31 {
		c, err := v.Add(begun(fmt.Sprint(i)))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, c.ID)
	}
	many, lengths := look("31")
	if len(none) != 32 || len(many) != 32 || len(lengths) != 1 {
		t.Errorf("%d slots with no case, %d with 31; lengths %v", len(none), len(many), lengths)
	}
	if _, err := v.Change(ids[7], func(c support.Case) (support.Case, error) { c.Plan = strings.Repeat("panjang ", 400); return c, nil }); err != nil {
		t.Fatal(err)
	}
	after, lengths := look("changed")
	for name := range after {
		if many[name] {
			t.Fatal("a slot keeps its name: it tells which did not change")
		}
	}
	if len(after) != 32 || len(lengths) != 1 {
		t.Errorf("%d slots of lengths %v", len(after), lengths)
	}
	for range 2 {
		if _, err := v.Add(begun("x")); err != nil {
			t.Fatal(err)
		}
	}
	if more, _ := look("33"); len(more) != 64 {
		t.Errorf("%d slots", len(more))
	}
	if list, err := v.Cases(); err != nil || len(list) != 33 {
		t.Errorf("%d, %v", len(list), err)
	}
}

// Two windows write at once, and nothing of either is lost.
func TestTwoAtOnce(t *testing.T) {
	a := made(t)
	b := opened(t, a.Path())
	var wait sync.WaitGroup
	for _, v := range []*vault.Vault{a, b} {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range 5 {
				if _, err := v.Add(begun(fmt.Sprint(i))); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wait.Wait()
	if list, err := a.Cases(); err != nil || len(list) != 10 {
		t.Errorf("%d, %v", len(list), err)
	}
}

// A value that is not what was written, or stands in another's place, is never shown.
func TestDamage(t *testing.T) {
	v := made(t)
	if _, err := v.Add(begun("Citra")); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(k, w []byte, x *bbolt.Bucket) error{
		"a flipped bit": func(k, w []byte, x *bbolt.Bucket) error { w[40] ^= 1; return x.Put(k, w) },
		"moved":         func(_, w []byte, x *bbolt.Bucket) error { return x.Put(bytes.Repeat([]byte{7}, 16), w) },
		"cut":           func(k, w []byte, x *bbolt.Bucket) error { return x.Put(k, w[:5]) },
	} {
		path := filepath.Join(t.TempDir(), "k.db")
		if err := vault.Copy(v.Path(), path, quick); err != nil {
			t.Fatal(err)
		}
		db, err := bbolt.Open(path, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		err = db.Update(func(tx *bbolt.Tx) error {
			x := tx.Bucket([]byte("slots"))
			k, w := x.Cursor().First()
			return spoil(bytes.Clone(k), bytes.Clone(w), x)
		})
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		if list, err := opened(t, path).Cases(); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("%s: %+v, %v", name, list, err)
		}
	}
}

// A slip is read by the counsellor whose key it was sealed to, once, and tells nobody
// else anything.
func TestSlip(t *testing.T) {
	v, other := made(t), made(t)
	slip := support.Slip{On: day, Person: support.Person{Name: "Citra Dewi"}, By: "dr. Sari", About: "sulit tidur"}
	if key, err := vault.Key(v.Path(), quick); err != nil || key != v.Key() || vault.CheckKey(key) != nil {
		t.Fatalf("%q, %v", key, err)
	}
	for _, bad := range []string{"", "age1", "kunci"} {
		if err := vault.CheckKey(bad); !errors.Is(err, model.ErrWord) {
			t.Errorf("%q is a key: %v", bad, err)
		}
		if _, err := vault.Seal(bad, slip); !errors.Is(err, model.ErrWord) {
			t.Errorf("sealed to %q: %v", bad, err)
		}
	}
	sealed, err := vault.Seal(v.Key(), slip)
	if err != nil || bytes.Contains(sealed, []byte("Citra")) {
		t.Fatalf("%s, %v", sealed, err)
	}
	longer := slip
	longer.About = strings.Repeat("sulit tidur ", 40)
	if b, err := vault.Seal(v.Key(), longer); err != nil || len(b) != len(sealed) {
		t.Errorf("its length tells how much was written: %d and %d, %v", len(sealed), len(b), err)
	}
	got, err := v.Read(append([]byte("\r\n"), sealed...))
	if err != nil || got.About != slip.About || got.ID == "" {
		t.Fatalf("%+v, %v", got, err)
	}
	if _, err := other.Read(sealed); !errors.Is(err, vault.ErrOtherKey) {
		t.Errorf("read by somebody else: %v", err)
	}
	spoilt := bytes.Clone(sealed)
	spoilt[len(spoilt)/2] ^= 2
	if s, err := v.Read(spoilt); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("changed on its way: %+v, %v", s, err)
	}
	if _, err := v.Read([]byte("Kepada Ibu Ratna")); !errors.Is(err, model.ErrForeign) {
		t.Errorf("a letter: %v", err)
	}
	if _, err := v.Add(got.Begin("", day)); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Add(got.Begin("", day)); !errors.Is(err, model.ErrExists) {
		t.Errorf("read twice: %v", err)
	}
	if list, _ := v.Cases(); len(list) != 1 {
		t.Errorf("%d cases of one slip", len(list))
	}
}

// Another passphrase opens the file from then on, and the one before opens nothing that
// is left of it; slips sealed before are read all the same.
func TestRenew(t *testing.T) {
	v := made(t)
	if _, err := v.Add(begun("Citra")); err != nil {
		t.Fatal(err)
	}
	slip, err := vault.Seal(v.Key(), support.Slip{On: day, Person: support.Person{Name: "Ani"}, By: "dr. Sari", About: "sulit tidur"})
	if err != nil {
		t.Fatal(err)
	}
	head := func() (sealed []byte) {
		t.Helper()
		copied := filepath.Join(t.TempDir(), "k.db")
		if err := vault.Copy(v.Path(), copied, quick); err != nil {
			t.Fatal(err)
		}
		db, err := bbolt.Open(copied, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		_ = db.View(func(tx *bbolt.Tx) error {
			sealed = bytes.Clone(tx.Bucket([]byte("vault")).Get([]byte("sealed")))
			return nil
		})
		return sealed
	}
	was, key := head(), v.Key()
	if err := v.Renew("pendek", quick); !errors.Is(err, model.ErrTooLittle) {
		t.Errorf("a short one: %v", err)
	}
	const next = "teh tawar di beranda"
	if err := v.Renew(next, quick); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Add(begun("Dewi")); err != nil { // the open file goes on
		t.Fatal(err)
	}
	if _, err := vault.Open(v.Path(), phrase, quick); !errors.Is(err, vault.ErrPassphrase) {
		t.Errorf("the old one: %v", err)
	}
	again, err := vault.Open(v.Path(), next, quick)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	list, err := again.Cases()
	if err != nil || len(list) != 2 || again.Key() != key {
		t.Errorf("%d cases, key %s, %v", len(list), again.Key(), err)
	}
	if s, err := again.Read(slip); err != nil || s.Person.Name != "Ani" {
		t.Errorf("a slip from before: %+v, %v", s, err)
	}
	inFolder(t, filepath.Dir(v.Path()), func(name string, raw []byte) {
		if len(was) == 0 || bytes.Contains(raw, was) || strings.HasSuffix(name, ".next") {
			t.Errorf("%s: what the old passphrase opens is left", name)
		}
	})
}
