package keep_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/ui/keep"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// file is a memory that counts and can fail.
type file struct {
	all    map[string]string
	writes int
	err    error
}

func (f *file) Place(key string) ([]byte, error) {
	if v, ok := f.all[key]; ok {
		return []byte(v), f.err
	}
	return nil, f.err
}

func (f *file) SetPlace(key string, value []byte) error {
	if f.err != nil {
		return f.err
	}
	f.writes++
	f.all[key] = string(value)
	if value == nil {
		delete(f.all, key)
	}
	return nil
}

func fresh() *file { return &file{all: map[string]string{}} }

// writes all that is to be written, and returns how many writings that was.
func write(k *keep.Keeper) int {
	w := k.Writing()
	if w == nil {
		return 0
	}
	done := w()
	k.Wrote(done)
	return done.Count()
}

func TestWhereOneIsComesBack(t *testing.T) {
	f := fresh()
	k := keep.New(f)
	if s, err := k.State(); err != nil || len(s.Stack) > 0 {
		t.Errorf("nothing is kept and comes back as %+v, %v", s, err)
	}
	q3, _ := model.ParsePeriod("2026-Q3")
	at := keep.State{Stack: []nav.Route{nav.Home{}, nav.Results{Period: q3, Employee: "citra", Measure: "idl"}}, Recent: []model.EmployeeID{"rina"}}
	k.Be(at)
	if n := write(k); n != 1 {
		t.Errorf("written %d times", n)
	}
	k.Be(at)
	if n := write(k); n != 0 {
		t.Errorf("what is kept is written again, %d times", n)
	}
	if got, err := keep.New(f).State(); err != nil || !reflect.DeepEqual(got, at) {
		t.Errorf("comes back as %+v, %v", got, err)
	}
	// A page of another version is left out, with what was opened over it.
	f.all["place"] = `{"stack":[{"page":"Home","at":{}},{"page":"Moon","at":{}},{"page":"Staff","at":{}}]}`
	if got, err := keep.New(f).State(); err != nil || fmt.Sprint(got.Stack) != "[{}]" {
		t.Errorf("comes back as %+v, %v", got, err)
	}
	f.all["place"] = "\x00"
	if got, err := keep.New(f).State(); err != nil || got.Stack != nil {
		t.Errorf("comes back as %+v, %v", got, err)
	}
}

func TestDraftsAreKeptAndForgotten(t *testing.T) {
	f := fresh()
	k := keep.New(f)
	k.Draft("note/1", "")
	if n := write(k); n != 0 {
		t.Errorf("an empty page writes %d times", n)
	}
	k.Draft("note/1", "IDL turun karena")
	k.Draft("note/1", "IDL turun karena stok")
	write(k)
	if f.all["draft/note/1"] != "IDL turun karena stok" || f.writes != 1 {
		t.Errorf("kept %q in %d writings", f.all, f.writes)
	}
	k.Draft("note/1", "")
	write(k)
	if len(f.all) != 0 {
		t.Errorf("not forgotten: %q", f.all)
	}
}

// An empty page that has not read its draft yet does not forget it.
func TestDraftsOutliveTheStart(t *testing.T) {
	f := fresh()
	f.all["draft/note/1"] = "IDL turun"
	k := keep.New(f)
	k.Draft("note/1", "")
	write(k)
	got := k.Reading("note/1")()
	if got.Text != "IDL turun" || got.Err != nil {
		t.Errorf("read %+v", got)
	}
	k.Took(got)
	k.Draft("note/1", "IDL turun")
	if n := write(k); n != 0 {
		t.Errorf("written %d times", n)
	}
	k.Draft("note/1", "") // saved, or given up
	write(k)
	if len(f.all) != 0 {
		t.Errorf("not forgotten: %q", f.all)
	}
}

// What is on its way into the file is read as it will be, and what is typed or
// forgotten meanwhile is not lost.
func TestWhatIsBeingWritten(t *testing.T) {
	f := fresh()
	k := keep.New(f)
	k.Draft("note/1", "a")
	first := k.Writing()
	if k.Writing() != nil {
		t.Error("two writings at once")
	}
	k.Draft("note/1", "ab")
	if r := k.Reading("note/1")(); r.Text != "ab" {
		t.Errorf("read %q", r.Text)
	} else {
		k.Took(r)
	}
	k.Wrote(first())
	write(k)
	if f.all["draft/note/1"] != "ab" {
		t.Errorf("kept %q", f.all)
	}
	k.Draft("note/1", "abc")
	second := k.Writing()
	k.Draft("note/1", "")
	k.Wrote(second())
	write(k)
	if len(f.all) != 0 {
		t.Errorf("not forgotten: %q", f.all)
	}
}

// What fails is known, named, tried again, and not lost at the end.
func TestFailuresAreSaid(t *testing.T) {
	f := fresh()
	k := keep.New(f)
	f.err = model.ErrFull
	k.Draft("note/1", "panjang")
	k.Be(keep.State{Stack: []nav.Route{nav.Home{}}})
	write(k)
	for _, language := range []string{"id", "en"} {
		text := uitest.Env(t, language).Text
		if got := text.Error(k.Fault()); !strings.Contains(got, text.Over.Draft) || !strings.Contains(got, text.Error(model.ErrFull)) {
			t.Errorf("says %q", got)
		}
	}
	if err := k.Finish(); !errors.Is(err, model.ErrFull) {
		t.Errorf("ends with %v", err)
	}
	f.err = nil
	if err := k.Finish(); err != nil || f.all["draft/note/1"] != "panjang" || k.Fault() != nil {
		t.Errorf("kept %q, %v, %v", f.all, err, k.Fault())
	}
	// The draft is kept; only the place is not.
	f.err = model.ErrBusy
	k.Be(keep.State{Stack: []nav.Route{nav.Staff{}}})
	write(k)
	text := uitest.Env(t, "id").Text
	if got := text.Error(k.Fault()); !strings.Contains(got, text.Over.Place) {
		t.Errorf("says %q", got)
	}
	// What nobody wants any more is no failure.
	f2 := fresh()
	k = keep.New(f2)
	f2.err = model.ErrFull
	k.Draft("note/1", "x")
	write(k)
	k.Draft("note/1", "")
	if k.Fault() != nil {
		t.Errorf("still says %v", k.Fault())
	}
}

func TestNothingIsKeptWithoutAMemory(t *testing.T) {
	k := keep.New(nil)
	k.Be(keep.State{})
	k.Draft("note/1", "x")
	if s, err := k.State(); k.Writing() != nil || k.Reading("note/1") != nil || k.Fault() != nil || k.Finish() != nil || err != nil || s.Stack != nil {
		t.Error("a keeper without memory keeps")
	}
}
