package ui

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/door"
	"kinerja/ui/keep"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

// twoPINs is a file that two people may come into.
type twoPINs struct{}

func (twoPINs) Enter(name, secret string) (nav.Guest, error) {
	if secret != map[string]string{"sari": "471193", "budi": "820614"}[name] || secret == "" {
		return nav.Guest{}, user.ErrWrong
	}
	return nav.Guest{User: name, Actor: model.Actor{ID: name, Name: "dr. " + name, Via: model.Signed}, Last: uitest.Noon.Add(-26 * time.Hour), Failed: 2}, nil
}

func (twoPINs) Renew(g nav.Guest, _, _ string) (nav.Guest, error) { return g, nil }

func (twoPINs) Recover(string, string) (name, next string, err error) {
	return "", "", user.ErrWrong
}

func (twoPINs) Written() error { return nil }

func (twoPINs) People() ([]door.Person, error) {
	return []door.Person{{User: "sari", ID: "sari", Name: "dr. sari"}, {User: "budi", ID: "budi", Name: "dr. budi"}}, nil
}

// guarded is a router with test pages in such a file, where sari works.
func guarded(t *testing.T, width, height int) (*desk, *time.Time) {
	t.Helper()
	now := uitest.Noon
	d := run(t, width, height)
	d.Router.env.Now = func() time.Time { return now }
	d.Router.env.Me = model.Actor{ID: "sari", Name: "dr. sari", Roles: model.RolesOf(model.RoleEvaluator), Via: model.Signed}
	d.lock.Entry = door.Entry{House: twoPINs{}, User: "sari", Idle: 10 * time.Minute}
	d.press("down")
	return d, &now
}

func (d *desk) menu(name string) {
	d.press("ctrl+k")
	for _, r := range name {
		d.press(string(r))
	}
	d.press("enter")
}

// wait lets a moment pass, as the clock of the frame does.
func (d *desk) wait() {
	d.do(d.idle())
	d.send(roomMsg{})
}

func (d *desk) typePIN(pin string) { d.press(append(strings.Split(pin, ""), "enter")...) }

// After ten minutes without a key the whole screen is covered; no key, click or
// paste gets to the page, and the PIN brings everything back as it was: the page,
// what is typed, and what lay over it.
func TestIdleLocks(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {60, 15}} {
		d, now := guarded(t, size[0], size[1])
		d.at().typing, d.at().unsaved = true, "92,5"
		*now = now.Add(10*time.Minute - time.Second)
		if d.wait(); d.lock.door != nil {
			t.Fatal("locked too early")
		}
		d.press("ctrl+k") // the menu stays open under the lock
		*now = now.Add(10 * time.Minute)
		d.wait()
		screen := ansi.Strip(d.View())
		if d.lock.door == nil || !strings.Contains(screen, "terkunci · dr. sari") || strings.Contains(screen, "Staff") || strings.Contains(screen, "92,5") {
			t.Fatalf("not covered:\n%s", screen)
		}
		before := len(d.at().keys) + len(d.at().done)
		d.press("q", "y", "x", "g", "1", "ctrl+z", "ctrl+f", "ctrl+v", "up")
		d.send(tea.MouseMsg{X: 5, Y: 5, Button: tea.MouseButtonLeft})
		d.send(tea.MouseMsg{X: 5, Y: 5, Button: tea.MouseButtonWheelDown})
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		d.send(answer("late")) // answers come to pages, as ever
		d.press("enter")
		if n := len(d.at().keys) + len(d.at().done); n != before || d.quit || !strings.Contains(ansi.Strip(d.View()), "tidak benar") {
			t.Errorf("%d keys came to the page, quit %v:\n%s", n-before, d.quit, ansi.Strip(d.View()))
		}
		d.typePIN("471193")
		if d.lock.door != nil || len(d.at().answers) != 1 || !d.at().typing {
			t.Fatalf("not as it was:\n%s", ansi.Strip(d.View()))
		}
		if _, menu := d.over.(*over.Palette); !menu {
			t.Error("the menu is gone")
		}
	}
}

// A clock that was put back locks nobody out, and 0 minutes is never.
func TestTheClockPutBack(t *testing.T) {
	d, now := guarded(t, 80, 24)
	*now = now.Add(-48 * time.Hour)
	d.wait()
	*now = now.Add(9 * time.Minute)
	if d.wait(); d.lock.door != nil {
		t.Error("locked by a clock that was put back")
	}
	d.lock.Idle = 0
	*now = now.Add(48 * time.Hour)
	if d.wait(); d.lock.door != nil {
		t.Error("locked, though that is off")
	}
}

// What a page wishes while the screen is locked happens once it is open.
func TestWishesWait(t *testing.T) {
	d, _ := guarded(t, 80, 24)
	d.menu("kunci layar")
	d.send(nav.OpenMsg{Route: nav.Home{}})
	d.send(nav.AskMsg{Question: "Hapus?"})
	if len(d.stack) != 1 || d.over != nil {
		t.Fatal("granted behind the door")
	}
	d.typePIN("471193")
	if len(d.stack) != 2 || d.over == nil {
		t.Errorf("%d pages, %T over them", len(d.stack), d.over)
	}
}

// Somebody else comes in: their pages are opened, and they are told when they were
// here last. Escape goes back to the own work.
func TestAnotherEvaluator(t *testing.T) {
	d, _ := guarded(t, 80, 24)
	d.menu("ganti penilai")
	if !strings.Contains(ansi.Strip(d.View()), "▸ dr. budi") {
		t.Fatalf("nobody to choose:\n%s", ansi.Strip(d.View()))
	}
	if d.press("esc"); d.lock.door != nil || d.again != nil || d.quit {
		t.Fatal("Escape does not go back")
	}
	d.menu("ganti penilai")
	d.press("enter")
	d.typePIN("820614")
	if d.again == nil || d.again.Guest == nil || d.again.Guest.User != "budi" || !d.quit {
		t.Fatalf("%+v, quit %v", d.again, d.quit)
	}
	if want := "Selamat datang, dr. budi. Masuk terakhir 4 Oktober 2026 12.03. 2 percobaan gagal sejak itu."; d.again.Said != want {
		t.Errorf("said %q, want %q", d.again.Said, want)
	}
}

// What is typed and is no draft is not lost to somebody else: while it cannot be
// kept only its writer goes on. A draft is kept, and lets others in.
func TestNothingTypedIsLostToAnother(t *testing.T) {
	d, _ := guarded(t, 80, 24)
	d.at().unsaved, d.at().typing = "2 nilai", true
	d.menu("ganti penilai")
	if !strings.Contains(ansi.Strip(d.View()), "simpan atau batalkan dahulu") {
		t.Errorf("no reason:\n%s", ansi.Strip(d.View()))
	}
	d.press("esc")
	d.at().typing = false
	d.menu("kunci layar")
	d.press("tab", "b", "u", "d", "i", "enter")
	d.typePIN("820614")
	if d.again != nil || d.quit || d.lock.door == nil || !strings.Contains(strings.Join(strings.Fields(ansi.Strip(d.View())), " "), "dr. sari sedang mengetik satu isian yang belum disimpan; isian itu hilang bila Anda masuk sekarang. Tetap masuk?") || strings.Contains(ansi.Strip(d.View()), "2 nilai") {
		t.Fatalf("let in without a question:\n%s", ansi.Strip(d.View()))
	}
	d.press("enter", "esc")
	d.typePIN("471193")
	if d.lock.door != nil || d.at().unsaved == "" || d.quit {
		t.Error("the writer cannot go on")
	}
	d.menu("kunci layar")
	d.press("tab", "b", "u", "d", "i", "enter")
	d.typePIN("820614")
	if d.press("y"); d.again == nil || d.again.Guest == nil || d.again.Guest.User != "budi" || !d.quit {
		t.Errorf("half a value keeps others out:\n%s", ansi.Strip(d.View()))
	}
	d.again, d.quit = nil, false

	d.lock.door = nil
	w := &writer{page: page{env: d.env, unsaved: "catatan", typing: true}, draft: "note/1", text: "Sudah baik"}
	kept := &drawer{all: map[string]string{}}
	d.stack = []open{{route: nav.Staff{}, screen: w, draft: "note/1"}}
	d.memory.keeper = keep.New(kept)
	d.do(d.shut(door.Lock, ""))
	if kept.all["draft/note/1"] != "Sudah baik" {
		t.Errorf("kept %v", kept.all)
	}
	d.press("tab", "b", "u", "d", "i", "enter")
	if d.typePIN("820614"); d.again == nil {
		t.Errorf("a draft keeps others out:\n%s", ansi.Strip(d.View()))
	}
}

// In a file that asks nobody, the menu says why nothing is locked.
func TestNothingToLock(t *testing.T) {
	d := run(t, 80, 24)
	for _, name := range []string{"kunci layar", "ganti penilai"} {
		d.menu(name)
		if d.lock.door != nil || !strings.Contains(ansi.Strip(d.View()), "tidak meminta PIN") {
			t.Errorf("%s:\n%s", name, ansi.Strip(d.View()))
		}
		d.press("esc")
	}
}

// shower is a page about one person.
type shower struct {
	page
	alone bool
}

func (s *shower) ShowAlone(on bool) { s.alone = on }

// Where people have PINs, showing a page ends with the PIN of whoever shows it.
func TestShowingEndsWithThePIN(t *testing.T) {
	d, _ := guarded(t, 80, 24)
	s := &shower{page: page{env: d.env, name: "Rina"}}
	d.stack = []open{{route: nav.Staff{}, screen: s}}
	d.menu("perlihatkan")
	d.press("esc")
	if d.lock.door == nil || !s.alone {
		t.Fatalf("no PIN asked for:\n%s", ansi.Strip(d.View()))
	}
	d.press("y", "esc")
	if d.lock.door != nil || !s.alone {
		t.Fatalf("does not go back to what is shown:\n%s", ansi.Strip(d.View()))
	}
	d.press("esc")
	d.typePIN("820614")
	if !s.alone {
		t.Fatal("another PIN ended it")
	}
	if d.typePIN("471193"); s.alone || d.over != nil || d.lock.door != nil {
		t.Errorf("still shown: %v, %T", s.alone, d.over)
	}
}

// Nothing of the file is there before somebody came in; a small window says so
// and lets one leave.
func TestTheProgramBeginsAtTheDoor(t *testing.T) {
	env := uitest.Env(t, "id")
	env.Me = model.Actor{}
	d := &desk{t: t, env: env, Router: NewRouter(env, door.Blank, nav.Home{}, nil)}
	d.lock.Entry = door.Entry{House: twoPINs{}, Shut: true}
	d.do(d.shut(door.Login, ""))
	for _, size := range [][2]int{{80, 24}, {60, 15}, {40, 10}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		uitest.Fits(t, d.View(), size[0], size[1])
	}
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	uitest.Golden(t, d.View())
	d.press("s", "a", "r", "i", "enter")
	d.typePIN("471193")
	if d.again == nil || d.again.Guest == nil || d.again.Guest.User != "sari" || !d.quit {
		t.Errorf("%+v", d.again)
	}
}
