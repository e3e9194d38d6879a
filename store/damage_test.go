package store_test

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/storetest"
)

// childFlips is told places on its command line: it flips each bit alone, tries
// the file, and says "place ok" or "place refused". It runs in a process of its
// own, for bbolt can loop for ever on a damaged page.
func childFlips(path string, args []string) error {
	want, args := args[0], args[1:]
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for _, arg := range args {
		bit, err := strconv.Atoi(arg)
		if err != nil {
			return err
		}
		fmt.Println(bit, "begin")
		raw[bit/8] ^= 1 << (bit % 8)
		copied := filepath.Join(filepath.Dir(path), "flip-"+arg+".db")
		if err := os.WriteFile(copied, raw, 0o600); err != nil {
			return err
		}
		raw[bit/8] ^= 1 << (bit % 8)
		verdict := judge(copied, want)
		if verdict == hidden && inValue(raw, bit/8) {
			verdict = "WRONG: the checksum of a value did not see it"
		}
		fmt.Println(bit, verdict)
		if err := os.Remove(copied); err != nil {
			return err
		}
	}
	return nil
}

// hidden is the verdict on a flip that hid an entry from a lookup: no checksum
// is read then, so only verify, which counts, can tell.
const hidden = "said by verify alone"

// inValue reports whether a byte of a sound file is of a stored value, and not
// of a key or of bbolt's own structure. Buckets that lie inline in another
// page count as structure.
func inValue(raw []byte, at int) bool {
	const head, element = 16, 16
	le, size := binary.LittleEndian, os.Getpagesize()
	page := 0
	for {
		next := page + (1+int(le.Uint32(raw[page+12:])))*size
		if at < next {
			break
		}
		page = next
	}
	if leaf := uint16(2); le.Uint16(raw[page+8:]) != leaf {
		return false
	}
	for i := range int(le.Uint16(raw[page+10:])) {
		e := page + head + i*element
		value := e + int(le.Uint32(raw[e+4:])) + int(le.Uint32(raw[e+8:]))
		bucket := le.Uint32(raw[e:]) == 1
		if !bucket && value <= at && at < value+int(le.Uint32(raw[e+12:])) {
			return true
		}
	}
	return false
}

// judge opens a file and reads it all.
func judge(path, want string) string {
	s, err := store.Open(path, storetest.Options())
	if err == nil {
		defer s.Close()
		var got string
		if got, err = readAll(s); err == nil {
			_, err = s.Verify(context.Background(), true, nil)
		} else {
			got = want
		}
		switch {
		case got != want && err == nil:
			return "WRONG: other data, nothing said"
		case got != want && errors.Is(err, model.ErrDamaged):
			return hidden
		}
	}
	var damage *model.DamageError
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &damage) && damage.Where != "", errors.Is(err, model.ErrForeign), errors.Is(err, model.ErrNewer):
		return "refused"
	}
	return "WRONG: " + strings.ReplaceAll(err.Error(), "\n", " ")
}

// dense is the sample without the room that bbolt keeps at the end of a file.
func dense(t *testing.T) string {
	t.Helper()
	s := open(t, fill(t), storetest.Options())
	path := filepath.Join(t.TempDir(), "dense.db")
	if err := errors.Join(s.Backup(path), s.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFlippedBits(t *testing.T) {
	path := dense(t)
	s := open(t, path, storetest.Options())
	want, err := readAll(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	var bits []string
	for range rounds(100, 2000) {
		bits = append(bits, strconv.Itoa(r.IntN(int(info.Size())*8)))
	}
	counts := map[string]int{}
	for len(bits) > 0 {
		n := min(5, len(bits)) // few, so that the time limit is about a hang and not about a slow machine
		bits = append(tryFlips(t, path, want, bits[:n], counts), bits[n:]...)
	}
	t.Logf("%v", counts)
	if counts["refused"] == 0 || counts["ok"] == 0 {
		t.Errorf("the test tries nothing: %v", counts)
	}
	// A page that points to itself makes bbolt run for ever or out of stack:
	// nothing in the process can help, only fewer than one in a hundred may.
	if lost := counts["hung or died"]; lost*100 > rounds(100, 2000) {
		t.Errorf("%d flips hung or killed the process", lost)
	}
}

// tryFlips runs one child over bits and returns those that it did not come to.
func tryFlips(t *testing.T, path, want string, bits []string, counts map[string]int) []string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	c := child(ctx, t, "flips", path, append([]string{want}, bits...)...)
	var stderr strings.Builder
	c.Stderr = &stderr
	out, err := c.Output()
	last := ""
	for line := range strings.Lines(string(out)) {
		bit, verdict, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case verdict == "begin":
			last = bit
			continue
		case strings.HasPrefix(verdict, "WRONG"):
			t.Errorf("bit %s: %s", bit, verdict)
		}
		counts[verdict]++
		last = ""
	}
	if err == nil {
		return nil
	}
	text := stderr.String()
	if strings.Contains(text, "panic:") {
		t.Errorf("bit %s: %.2000s", last, text)
	}
	first, _, _ := strings.Cut(text, "\n")
	t.Logf("bit %s: %v %s", last, err, first)
	counts["hung or died"]++
	return bits[slices.Index(bits, last)+1:]
}

func TestCutShortAtEveryPage(t *testing.T) {
	path := dense(t)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	size, step := os.Getpagesize(), rounds(7, 1)
	cut := filepath.Join(t.TempDir(), "cut.db")
	for n := 0; n < len(raw); n += size * step {
		if err := os.WriteFile(cut, raw[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := store.Open(cut, storetest.Options())
		switch {
		case n == 0 && !errors.Is(err, model.ErrEmpty):
			t.Errorf("empty: %v", err)
		case n > 0 && !errors.Is(err, model.ErrDamaged):
			t.Errorf("%d of %d bytes: %v", n, len(raw), err)
		}
		if got, _ := os.ReadFile(cut); len(got) != n {
			t.Fatalf("the file was changed: %d bytes, now %d", n, len(got))
		}
	}
}

func TestForeignFiles(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other.db")
	db, err := bbolt.Open(other, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	newer := fill(t)
	if err := store.Tamper(newer, func(b *bbolt.Tx) error {
		m, err := ledger.ReadFile(b)
		m.Format = ledger.Format + 1
		return errors.Join(err, ledger.WriteFile(b, m))
	}); err != nil {
		t.Fatal(err)
	}
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		path string
		want error
	}{
		{filepath.Join(dir, "none.db"), model.ErrNotFound},
		{dir, model.ErrForeign},
		{write("short.db", "x"), model.ErrForeign},
		{write("text.db", strings.Repeat("Nama;NIP\n", 5000)), model.ErrForeign},
		{write("sqlite.db", "SQLite format 3\x00"+strings.Repeat("\x00", 9000)), model.ErrForeign},
		{other, model.ErrForeign},
		{newer, model.ErrNewer},
	} {
		before, _ := os.ReadFile(c.path)
		if _, err := store.Open(c.path, storetest.Options()); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.path, err, c.want)
		}
		if after, _ := os.ReadFile(c.path); string(before) != string(after) {
			t.Errorf("%s was changed", c.path)
		}
	}
}

// TestAHiddenPerson takes a person out from under the index, as a flip in a page
// of keys does: it is damage that names its place, not somebody unknown.
func TestAHiddenPerson(t *testing.T) {
	path := fill(t)
	s := open(t, path, storetest.Options())
	people, err := storetest.Owner(s).People()
	if err != nil {
		t.Fatal(err)
	}
	id := people[7].Employee.ID
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	key, err := ledger.IDs(id)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Tamper(path, func(b *bbolt.Tx) error {
		return b.Bucket([]byte(ledger.BucketEmployees)).Delete(key)
	}); err != nil {
		t.Fatal(err)
	}
	var damage *model.DamageError
	_, err = storetest.Owner(open(t, path, storetest.Options())).Profile(id)
	if !errors.As(err, &damage) || damage.What != "missing" || !strings.Contains(damage.Where, ledger.BucketEmployees) {
		t.Errorf("a person who is on the list and has no record: %v", err)
	}
}

// TestForgeries changes files so that every checksum is right.
func TestForgeries(t *testing.T) {
	original := fill(t)
	cards := func(b *bbolt.Tx) (*bbolt.Bucket, []byte) {
		k, _ := b.Bucket([]byte(ledger.BucketCards)).Cursor().First()
		return b.Bucket([]byte(ledger.BucketCards)).Bucket(k), ledger.Path(ledger.BucketCards, k)
	}
	sums := func(b *bbolt.Tx, path, key, before, after []byte) error {
		s, err := ledger.ReadSum(b, path)
		if err != nil {
			return err
		}
		s.Replace(key, before, after)
		meta, at := []byte(ledger.BucketMeta), ledger.SumKey(path)
		return b.Bucket(meta).Put(at, ledger.Wrap(meta, at, s.Encode()))
	}
	forgeries := map[string]func(*bbolt.Tx) error{
		"last fact removed": func(b *bbolt.Tx) error {
			k, v := b.Bucket([]byte(ledger.BucketFacts)).Cursor().Last()
			k, v = slices.Clone(k), slices.Clone(v)
			return errors.Join(b.Bucket([]byte(ledger.BucketFacts)).Delete(k), sums(b, []byte(ledger.BucketFacts), k, v, nil))
		},
		"fact removed, sum left": func(b *bbolt.Tx) error {
			c := b.Bucket([]byte(ledger.BucketFacts)).Cursor()
			c.First()
			c.Next()
			return c.Delete()
		},
		"value moved to another key": func(b *bbolt.Tx) error {
			cards, _ := cards(b)
			c := cards.Cursor()
			_, v := c.First()
			k, _ := c.Next()
			return cards.Put(slices.Clone(k), slices.Clone(v))
		},
		"record of another put in its place": func(b *bbolt.Tx) error {
			cards, path := cards(b)
			c := cards.Cursor()
			k1, v1 := c.First()
			k2, v2 := c.Next()
			content, err := ledger.Unwrap(path, k1, v1)
			forged := ledger.Wrap(path, k2, content)
			k2, v2 = slices.Clone(k2), slices.Clone(v2)
			return errors.Join(err, cards.Put(k2, forged), sums(b, path, k2, v2, forged))
		},
		"a value changed": func(b *bbolt.Tx) error {
			cards, path := cards(b)
			k, v := cards.Cursor().First()
			content, err := ledger.Unwrap(path, k, v)
			content = slices.Clone(content)
			content[len(content)-1] ^= 2
			forged := ledger.Wrap(path, k, content)
			k, v = slices.Clone(k), slices.Clone(v)
			return errors.Join(err, cards.Put(k, forged), sums(b, path, k, v, forged))
		},
		"record removed": func(b *bbolt.Tx) error {
			cards, path := cards(b)
			k, v := cards.Cursor().First()
			k, v = slices.Clone(k), slices.Clone(v)
			return errors.Join(cards.Delete(k), sums(b, path, k, v, nil))
		},
		"bucket of a period removed": func(b *bbolt.Tx) error {
			top := b.Bucket([]byte(ledger.BucketCards))
			k, _ := top.Cursor().First()
			return top.DeleteBucket(slices.Clone(k))
		},
	}
	for name, forge := range forgeries {
		t.Run(name, func(t *testing.T) {
			path := copyOf(t, original)
			if err := store.Tamper(path, forge); err != nil {
				t.Fatal(err)
			}
			s := open(t, path, storetest.Options())
			_, err := s.Verify(context.Background(), true, nil)
			var damage *model.DamageError
			if !errors.As(err, &damage) || damage.Where == "" || damage.What == "" {
				t.Errorf("verify says %v", err)
			}
		})
	}
}

// TestOlderRecordIsNoticed puts a record back as it was before its last change.
func TestOlderRecordIsNoticed(t *testing.T) {
	path := fill(t)
	s := open(t, path, storetest.Options())
	desk := storetest.Owner(s)
	people, err := desk.People()
	if err != nil {
		t.Fatal(err)
	}
	e := people[0].Employee
	key, err := ledger.IDs(e.ID)
	if err != nil {
		t.Fatal(err)
	}
	bucket := []byte(ledger.BucketEmployees)
	var older []byte
	keep := func(b *bbolt.Tx) error { older = slices.Clone(b.Bucket(bucket).Get(key)); return nil }
	if err := errors.Join(s.Close(), store.Tamper(path, keep)); err != nil {
		t.Fatal(err)
	}
	s = open(t, path, storetest.Options())
	e.Name = "Nama Baru"
	if err := errors.Join(storetest.Owner(s).EditEmployee(e, ""), s.Close()); err != nil {
		t.Fatal(err)
	}
	if err := store.Tamper(path, func(b *bbolt.Tx) error {
		sum, err := ledger.ReadSum(b, bucket)
		sum.Replace(key, b.Bucket(bucket).Get(key), older)
		meta, at := []byte(ledger.BucketMeta), ledger.SumKey(bucket)
		return errors.Join(err, b.Bucket(bucket).Put(key, older), b.Bucket(meta).Put(at, ledger.Wrap(meta, at, sum.Encode())))
	}); err != nil {
		t.Fatal(err)
	}
	s = open(t, path, storetest.Options())
	if _, err := s.Verify(context.Background(), true, nil); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("verify says %v", err)
	}
}
