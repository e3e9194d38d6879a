package door_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/door"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

const code = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345"

// file is a house of three: sari, budi, and rina with a PIN from somebody else.
type file struct {
	tried []string
	until time.Duration
	pins  map[string]string
	err   error

	written int // how often a recovery code was shown to be on paper
}

func house() *file {
	return &file{pins: map[string]string{"sari": "471193", "budi": "820614", "rina": "555012"}}
}

func guest(name string) nav.Guest {
	people := map[string]string{"sari": "dr. Sari Wulandari", "budi": "Budi Harahap, S.Kep.", "rina": "Rina Hartati, A.Md.Keb."}
	return nav.Guest{User: name, Must: name == "rina", Actor: model.Actor{ID: "E-" + name, Name: people[name], Roles: model.RolesOf(model.RoleEvaluator), Via: model.Signed}}
}

func (f *file) Enter(name, secret string) (nav.Guest, error) {
	f.tried = append(f.tried, name)
	switch {
	case f.err != nil:
		return nav.Guest{}, f.err
	case f.until > 0:
		return nav.Guest{}, &user.WaitError{Left: f.until}
	case secret == "" || f.pins[name] != secret:
		return nav.Guest{}, user.ErrWrong
	}
	return guest(name), nil
}

func (f *file) Renew(g nav.Guest, old, secret string) (nav.Guest, error) {
	if old != f.pins[g.User] {
		return g, user.ErrWrong
	}
	if secret == "123456" {
		return g, user.ErrTrivial
	}
	f.pins[g.User], g.Must = secret, false
	return g, nil
}

func (f *file) Recover(typed, secret string) (name, next string, err error) {
	good := user.CodeOf([16]byte{1})
	if got, err := user.ParseCode(typed); err != nil || got != good {
		return "", "", errors.Join(err, user.ErrWrong)
	}
	f.pins["sari"] = secret
	return "sari", user.CodeOf([16]byte{2}), nil
}

func (f *file) Written() error { f.written++; return f.err }

func (f *file) People() ([]door.Person, error) {
	var list []door.Person
	for _, name := range []string{"sari", "budi"} {
		g := guest(name)
		list = append(list, door.Person{User: name, ID: g.Actor.ID, Name: g.Actor.Name, Roles: g.Actor.Roles})
	}
	return list, nil
}

// stand is somebody before a door.
type stand struct {
	t     *testing.T
	door  *door.Door
	file  *file
	now   time.Time
	in    []nav.Guest
	open  bool
	quit  bool
	shown string // everything that was ever drawn
	w, h  int
	asked []tea.Msg
}

func before(t *testing.T, language string, mode door.Mode, own string) *stand {
	t.Helper()
	s := &stand{t: t, file: house(), now: uitest.Noon, w: 78, h: 20}
	env := uitest.Env(t, language)
	env.Now = func() time.Time { return s.now }
	setup := door.Setup{Env: env, For: mode, Quit: tea.Quit, In: func(g nav.Guest) tea.Cmd { s.in = append(s.in, g); return nil }}
	if own != "" {
		g := guest(own)
		setup.Own = door.Person{User: own, ID: g.Actor.ID, Name: g.Actor.Name, Roles: g.Actor.Roles}
	}
	if mode == door.Code {
		setup.Code = code
	}
	var cmd tea.Cmd
	s.door, cmd = door.New(s.file, setup)
	s.run(cmd)
	s.look()
	return s
}

func (s *stand) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	case tea.QuitMsg:
		s.quit = true
	case nav.SaidMsg:
		s.asked = append(s.asked, msg)
	default:
		s.done(s.door.Take(msg))
	}
}

func (s *stand) done(d over.Done) {
	s.open = s.open || d.Close
	s.run(d.Cmd)
	if d.Run != nil {
		s.run(d.Run())
	}
}

// look is what is on the screen.
func (s *stand) look() string {
	s.t.Helper()
	body, covers := s.door.Body(s.w, s.h)
	if !covers {
		s.t.Fatal("the page is in sight")
	}
	uitest.Fits(s.t, body, s.w, s.h)
	left, right := s.door.Head()
	lines := []string{left + " | " + right, body, s.door.Line()}
	for _, h := range s.door.Foot() {
		lines = append(lines, "<"+h.Label+" "+h.Name+">")
	}
	text := ansi.Strip(strings.Join(lines, "\n"))
	s.shown += text + "\n"
	return text
}

func (s *stand) press(names ...string) *stand {
	for _, name := range names {
		s.done(s.door.Press(uitest.Key(name)))
		if !s.open {
			s.look()
		}
	}
	return s
}

func (s *stand) types(text string) *stand {
	for _, r := range text {
		s.press(string(r))
	}
	return s
}

func (s *stand) sees(texts ...string) {
	s.t.Helper()
	flat := strings.Join(strings.Fields(s.look()), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) {
			s.t.Fatalf("no %q:\n%s", text, s.look())
		}
	}
}

// A wrong name and a wrong PIN are one sentence; the PIN is gone, the name stays,
// and nothing that was typed as PIN is ever drawn, nor anybody's name.
func TestLogin(t *testing.T) {
	for _, who := range []string{"sari", "nobody"} {
		s := before(t, "id", door.Login, "")
		s.types(who).press("enter").types("999999").press("enter")
		s.sees("Nama pengguna atau PIN tidak benar.", who)
		s.types("471193").press("enter")
		if in := len(s.in) == 1; in != (who == "sari") || s.open != in {
			t.Errorf("%s: let in %v", who, s.in)
		}
		for _, secret := range []string{"999999", "471193", "Sari W", "Budi", "Puskesmas"} {
			if strings.Contains(s.shown, secret) {
				t.Errorf("%q was on the screen", secret)
			}
		}
	}
}

// While nobody may try, seconds count down from the wrong PIN on, no digit is taken,
// and then it is said that one may; another name waits for nothing.
func TestWaiting(t *testing.T) {
	for _, refused := range []error{&user.WrongError{Named: true, Left: 8 * time.Second}, &user.WaitError{Left: 8 * time.Second}} {
		for _, v := range []struct {
			mode door.Mode
			own  string
			to   string // the PIN of sari
		}{{door.Login, "", "s a r i enter"}, {door.Lock, "sari", ""}, {door.Switch, "budi", "enter"}, {door.Show, "sari", ""}} {
			s := before(t, "id", v.mode, v.own)
			s.press(strings.Fields(v.to)...)
			s.file.err = refused
			s.types("111111").press("enter")
			s.sees("Coba lagi 8 detik lagi")
			s.now = s.now.Add(2500 * time.Millisecond)
			s.sees("Coba lagi 6 detik lagi")
			tries := len(s.file.tried)
			s.types("471193")
			s.done(s.door.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("471193"), Paste: true}))
			if s.press("enter"); len(s.file.tried) != tries || strings.Contains(s.look(), "•") || strings.Contains(s.look(), "!") {
				t.Errorf("mode %v: tried %v:\n%s", v.mode, s.file.tried, s.look())
			}
			s.file.err = nil
			s.now = s.now.Add(6 * time.Second)
			s.sees("Silakan coba lagi.")
			if s.types("471193").press("enter"); len(s.in) != 1 {
				t.Errorf("mode %v: not let in after the wait: %v", v.mode, s.file.tried)
			}
		}
	}
	s := before(t, "en", door.Login, "")
	s.file.until = 15 * time.Minute
	s.types("sari").press("enter").types("111111").press("enter")
	s.sees("Try again in 15 minutes, at 14:18.")
	s.file.until = 0
	s.press("shift+tab", "ctrl+u").types("budi").press("enter").types("820614").press("enter")
	if len(s.in) != 1 || s.in[0].User != "budi" {
		t.Errorf("one waits for another's wrong PIN:\n%s", s.look())
	}
}

// A PIN that somebody else set is changed before anything else.
func TestATemporaryPINIsChangedFirst(t *testing.T) {
	s := before(t, "id", door.Login, "")
	s.types("rina").press("enter").types("555012").press("enter")
	if s.open || len(s.in) != 0 {
		t.Fatal("let in with a PIN that somebody else knows")
	}
	s.sees("PIN ini dari orang lain", "6–12 angka")
	s.types("730184").press("enter").types("730185").press("enter")
	s.sees("tidak sama dengan yang di atasnya")
	s.press("ctrl+u").types("730184").press("enter")
	if len(s.in) != 1 || s.in[0].Must || s.file.pins["rina"] != "730184" {
		t.Errorf("%+v, %v", s.in, s.file.pins)
	}
	if strings.Contains(s.shown, "7301") {
		t.Error("the new PIN was on the screen")
	}
}

// On the locked screen the PIN of whoever works is enough; somebody else gives a
// name; Escape leads nowhere but to the question whether to quit.
func TestLock(t *testing.T) {
	s := before(t, "id", door.Lock, "sari")
	s.sees("Layar terkunci", "terkunci · dr. Sari Wulandari (Penilai)", "orang lain")
	if s.press("esc"); s.open {
		t.Fatal("Escape opened")
	}
	s.sees("Keluar?")
	s.press("n").types("111111").press("enter")
	s.sees("tidak benar")
	s.press("tab").types("budi").press("enter").types("820614").press("enter")
	if len(s.in) != 1 || s.in[0].User != "budi" {
		t.Errorf("%v", s.in)
	}
	s = before(t, "id", door.Lock, "sari")
	s.press("tab", "esc")
	s.done(s.door.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("471193"), Paste: true}))
	if s.press("enter"); len(s.in) != 1 || s.in[0].User != "sari" {
		t.Errorf("pasted: %v, %v", s.in, s.file.tried)
	}
	s = before(t, "id", door.Lock, "sari")
	if s.press("ctrl+c", "y"); !s.quit {
		t.Error("cannot be left")
	}
}

// Another evaluator is chosen among the others; Escape goes back to the list, and
// from there to the own work, with nobody let in.
func TestSwitch(t *testing.T) {
	s := before(t, "id", door.Switch, "sari")
	s.sees("Ganti penilai", "Budi Harahap, S.Kep. (Penilai)", "orang lain, dengan nama penggunanya")
	if strings.Contains(s.shown, "▸ dr. Sari") {
		t.Error("the own name is offered")
	}
	s.press("enter").types("82").press("esc")
	s.sees("orang lain, dengan nama penggunanya")
	if s.press("esc"); !s.open || len(s.in) != 0 {
		t.Errorf("open %v, in %v", s.open, s.in)
	}
	s = before(t, "id", door.Switch, "sari")
	s.press("enter")
	if _, right := s.door.Head(); right != "PIN Budi Harahap, S.Kep." {
		t.Errorf("whose PIN is asked for, at the top: %q", right)
	}
	s = before(t, "id", door.Switch, "sari")
	if s.press("enter").types("820614").press("enter"); len(s.in) != 1 || s.in[0].User != "budi" {
		t.Errorf("%v", s.in)
	}
	s = before(t, "id", door.Switch, "sari")
	if s.press("down", "enter").types("rina").press("enter").types("555012").press("enter"); len(s.in) != 0 {
		t.Errorf("%v", s.in)
	}
	s.sees("PIN ini dari orang lain")
}

// Only the PIN of whoever shows a page ends that; Escape goes on showing it.
func TestEndOfShowing(t *testing.T) {
	s := before(t, "id", door.Show, "sari")
	s.sees("Ketik PIN dr. Sari Wulandari")
	s.press("tab").types("820614").press("enter")
	if len(s.in) != 0 {
		t.Fatal("another PIN ended it")
	}
	if s.press("esc"); !s.open || len(s.in) != 0 {
		t.Errorf("open %v, in %v", s.open, s.in)
	}
}

// The recovery code gives a new PIN; the next code is shown once, until its last
// group was typed.
func TestRecovery(t *testing.T) {
	s := before(t, "id", door.Login, "")
	s.press("f1")
	s.sees("Lupa PIN?", "amplop")
	s.press("enter").types("ABCD").press("enter")
	s.sees("salah ketik")
	wrong, good, next := user.CodeOf([16]byte{9}), user.CodeOf([16]byte{1}), user.CodeOf([16]byte{2})
	s.press("ctrl+u").types(strings.ToLower(wrong)).press("enter").types("639027").press("enter").types("639027").press("enter")
	s.sees("bukan kode pemulihan berkas ini")
	s.press("ctrl+u").types(strings.ReplaceAll(good, "-", "")).press("enter", "enter", "enter")
	s.sees("hanya kali ini", strings.ReplaceAll(next, "-", " - "))
	last := next[len(next)-4:]
	s.press("esc").types("zzzz").press("enter")
	s.sees("bandingkan kertas Anda")
	if s.file.written != 0 {
		t.Error("said to be written down while it is not")
	}
	s.press("ctrl+u").types(strings.ToLower(last)).press("enter")
	if s.file.written != 1 {
		t.Error("the file is not told that it is on paper")
	}
	s.sees("PIN sari sudah diganti", "Nama pengguna")
	if strings.Contains(s.look(), last) {
		t.Error("the code is still there")
	}
	if s.types("sari").press("enter").types("639027").press("enter"); len(s.in) != 1 {
		t.Error("not let in with the new PIN")
	}
	if strings.Contains(s.shown, "6390") {
		t.Error("the new PIN was on the screen")
	}
}

// A code whose page was left by a power cut comes back as a new one, and says so; the
// file is told once it is on paper.
func TestACodeThatNobodyWroteDown(t *testing.T) {
	for language, want := range map[string]string{"id": "Kode sebelumnya belum terbukti ditulis", "en": "The code before was never shown"} {
		f := house()
		d, _ := door.New(f, door.Setup{Env: uitest.Env(t, language), For: door.Code, Code: code, Anew: true})
		s := &stand{t: t, file: f, door: d, now: uitest.Noon, w: 58, h: 11}
		s.sees(want)
		if s.types("2345").press("enter"); !s.open || f.written != 1 {
			t.Errorf("open %v, told %d times", s.open, f.written)
		}
	}
}

// Whatever else goes wrong is said, and the door stays shut.
func TestTheFileIsBusy(t *testing.T) {
	s := before(t, "id", door.Login, "")
	s.file.err = model.ErrBusy
	s.types("sari").press("enter").types("471193").press("enter")
	if line := s.door.Line(); s.open || line == "" || strings.Contains(line, "tidak benar") {
		t.Errorf("open %v, said %q", s.open, line)
	}
}

// Every step as it looks, in both languages and at three sizes.
func TestGolden(t *testing.T) {
	for _, v := range []struct {
		name string
		mode door.Mode
		own  string
		keys string
	}{
		{"login", door.Login, "", "s a r i enter 4 7 1"}, {"wrong", door.Login, "", "s a r i enter 9 enter"}, {"forgotten", door.Login, "", "f1"},
		{"recover", door.Login, "", "f1 enter"}, {"new", door.Login, "", "r i n a enter 5 5 5 0 1 2 enter 1 2"},
		{"lock", door.Lock, "sari", ""}, {"switch", door.Switch, "sari", ""}, {"switch-pin", door.Switch, "sari", "enter 8"},
		{"show", door.Show, "sari", ""}, {"code", door.Code, "sari", ""},
	} {
		for _, language := range []string{"id", "en"} {
			for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
				t.Run(fmt.Sprintf("%s/%s/%d", v.name, language, size[0]), func(t *testing.T) {
					s := before(t, language, v.mode, v.own)
					s.w, s.h = size[0], size[1]
					s.press(strings.Fields(v.keys)...)
					uitest.Golden(t, s.look())
				})
			}
		}
	}
}
