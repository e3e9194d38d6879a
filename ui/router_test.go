package ui

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/terminal"
	"kinerja/ui/theme"
	"kinerja/ui/uitest"
)

// page is a page that remembers what it was given.
type page struct {
	env           nav.Env
	name          string
	typing        bool
	unsaved       string
	keys          []string // keys that came to Update
	done          []string // actions that ran
	answers       []string
	inits         int
	width, height int
	fault         string // where to fail
}

type answer string

func (p *page) Init() tea.Cmd { p.inits++; return nil }

func (p *page) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		p.keys = append(p.keys, msg.String())
		switch {
		case p.fault == "update":
			panic("index out of range")
		case p.fault == "command":
			return func() tea.Msg { return tea.BatchMsg{func() tea.Msg { panic("nil map") }} }
		case p.typing && msg.Type == tea.KeyEsc:
			p.typing = false
		case msg.Type == tea.KeyEsc:
			return nav.Back
		}
	case answer:
		p.answers = append(p.answers, string(msg))
	}
	return nil
}

func (p *page) Resize(width, height int) { p.width, p.height = width, height }
func (p *page) Title() string            { return p.name }
func (p *page) Typing() bool             { return p.typing }
func (p *page) Unsaved() string          { return p.unsaved }
func (p *page) View() string {
	if p.fault == "view" {
		panic("slice bounds")
	}
	return fmt.Sprintf("%s %d×%d", p.name, p.width, p.height)
}

func (p *page) Actions() []nav.Action {
	k := p.env.Keys
	act := func(id string, b key.Binding, why string) nav.Action {
		return nav.Action{ID: id, Name: b.Help().Desc, Binding: b, Why: why, Main: true, Run: func() tea.Cmd {
			p.done = append(p.done, id)
			if id == "filter" {
				p.typing = true
			}
			return nil
		}}
	}
	return []nav.Action{
		act("filter", k.Filter, ""), act("order", k.Order, "belum ada pegawai"), act("undo", k.Undo, ""), act("why", k.Why, ""),
	}
}

// desk is a router with test pages, as large as a terminal.
type desk struct {
	t *testing.T
	*Router
	env   nav.Env
	pages []*page
	quit  bool
}

func run(t *testing.T, width, height int) *desk {
	d := &desk{t: t, env: uitest.Env(t, "id")}
	d.Router = NewRouter(d.env, func(route nav.Route) nav.Screen {
		p := &page{env: d.env, name: strings.TrimPrefix(reflect.TypeOf(route).String(), "nav.")}
		d.pages = append(d.pages, p)
		return p
	}, nav.Staff{}, nil)
	d.do(d.Init())
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// send gives the router a message and runs all that follows.
func (d *desk) send(msg tea.Msg) {
	_, cmd := d.Update(msg)
	d.do(cmd)
}

func (d *desk) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			d.do(c)
		}
	default:
		d.send(msg)
	}
}

func (d *desk) press(keys ...string) {
	for _, k := range keys {
		d.send(uitest.Key(k))
	}
}

// at is the page on top.
func (d *desk) at() *page { return d.top().(*page) }

// sees fails the test unless the screen shows text.
func (d *desk) sees(text string) {
	d.t.Helper()
	if !strings.Contains(ansi.Strip(d.View()), text) {
		d.t.Errorf("no %q on screen:\n%s", text, ansi.Strip(d.View()))
	}
}

func runes(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }

func TestMergedRunesAreOneKeyEach(t *testing.T) {
	d := run(t, 80, 24)
	d.send(runes("zxuX")) // z is bound to nothing
	if got := strings.Join(d.at().done, " "); got != "why undo why" {
		t.Errorf("ran %q", got)
	}
	// From the moment the page types, the rest is its text, whole.
	d.send(runes("lsiti"))
	if got := strings.Join(d.at().keys, "|"); got != "z|siti" {
		t.Errorf("the page got %q", got)
	}
	// A scanner's number in a page that types arrives as it is.
	d.send(runes("198703142012041003"))
	if got := d.at().keys[len(d.at().keys)-1]; got != "198703142012041003" {
		t.Errorf("the scanner's number came as %q", got)
	}
}

func TestMergedRunesThroughAnOverlay(t *testing.T) {
	d := run(t, 80, 24)
	d.send(runes("g3"))
	if d.at().name != "Results" {
		t.Errorf("g3 leads to %s", d.at().name)
	}
	d.send(runes("qn"))
	if d.over != nil || d.quit {
		t.Error("qn does not ask and take no for an answer")
	}
}

func TestPasteIsOneThing(t *testing.T) {
	d := run(t, 80, 24)
	d.at().typing = true
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("xu\nq"), Paste: true})
	if len(d.at().done) != 0 || len(d.at().keys) != 1 || d.over != nil {
		t.Errorf("pasted text ran %v, keys %q", d.at().done, d.at().keys)
	}
}

// Esc and a letter in one read arrive as Alt and the letter.
func TestAltLetterIsEscThenTheLetter(t *testing.T) {
	d := run(t, 80, 24)
	d.press("l")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("x"), Alt: true})
	if d.at().typing || strings.Join(d.at().done, " ") != "filter why" {
		t.Errorf("typing %v, ran %v", d.at().typing, d.at().done)
	}
	d.press("l")
	d.send(tea.KeyMsg{Type: tea.KeyEsc, Alt: true}) // Esc Esc
	if d.at().typing || d.over == nil {
		t.Errorf("two Escs: typing %v, question %v", d.at().typing, d.over)
	}
}

func TestLettersAreTextWhileTyping(t *testing.T) {
	d := run(t, 80, 24)
	d.press("l", "q", "g", "?", "u", "space")
	if got := strings.Join(d.at().keys, "|"); got != "q|g|?|u| " || d.over != nil {
		t.Errorf("the page got %q, over it %v", got, d.over)
	}
	d.sees("MENGETIK")
	d.sees("Ctrl+Z urungkan")
	d.sees("F1 tombol")
	d.press("ctrl+z")
	if got := d.at().done[len(d.at().done)-1]; got != "undo" {
		t.Errorf("Ctrl+Z ran %q", got)
	}
	d.press("f1")
	d.sees("Di semua halaman")
}

func TestWhyNot(t *testing.T) {
	d := run(t, 80, 24)
	d.press("o")
	d.sees("urutkan: belum ada pegawai")
	if len(d.at().done) != 0 {
		t.Errorf("ran %v", d.at().done)
	}
}

func TestAnswersGoToAllPages(t *testing.T) {
	d := run(t, 80, 24)
	d.send(nav.OpenMsg{Route: nav.Person{}})
	d.send(answer("42"))
	for _, p := range d.pages {
		if len(p.answers) != 1 {
			t.Errorf("%s got %v", p.name, p.answers)
		}
	}
}

func TestChangesReadEveryPageAgain(t *testing.T) {
	d := run(t, 80, 24)
	d.send(nav.OpenMsg{Route: nav.Person{}})
	d.send(nav.ChangedMsg{})
	if d.pages[0].inits != 2 || d.pages[1].inits != 2 {
		t.Errorf("read %d and %d times", d.pages[0].inits, d.pages[1].inits)
	}
	d.sees("semua tersimpan 14.03")
	d.press("ctrl+s")
	d.sees("Semua sudah tersimpan 14.03.")
}

// The clock's first stamp is where one starts; a later one reads again.
func TestAnotherProcessChangesTheFile(t *testing.T) {
	d := run(t, 80, 24)
	for i, tt := range []struct {
		msg  stampMsg
		want int
	}{
		{stampMsg{stamp: 7}, 1}, {stampMsg{stamp: 7}, 1}, {stampMsg{stamp: 8}, 2},
		{stampMsg{stamp: 9, err: model.ErrBusy}, 2}, {stampMsg{stamp: 9}, 3},
	} {
		d.send(tt.msg)
		if d.at().inits != tt.want {
			t.Errorf("%d: read %d times, want %d", i, d.at().inits, tt.want)
		}
	}
	if strings.Contains(d.View(), "tersimpan") {
		t.Error("another's change is shown as saved here")
	}
}

func TestPlacesAndBack(t *testing.T) {
	d := run(t, 80, 24)
	d.press("g", "3")
	d.send(nav.OpenMsg{Route: nav.Person{}})
	if top, _, _ := strings.Cut(d.View(), "\n"); !strings.HasPrefix(top, " Person  ") {
		t.Errorf("the top line says %q, not where one is alone", top)
	}
	d.press("g", "down", "down", "enter") // Results is open: back to it
	if len(d.stack) != 2 || d.at().name != "Results" || len(d.pages) != 3 {
		t.Errorf("%d pages on the stack, %s on top", len(d.stack), d.at().name)
	}
	d.press("g", "2")
	if len(d.stack) != 1 || d.at() != d.pages[0] {
		t.Errorf("%d pages on the stack", len(d.stack))
	}
	d.press("g", "7", "esc")
	if d.over != nil || len(d.stack) != 1 {
		t.Error("a digit without a page does something")
	}
}

func TestQuitAsks(t *testing.T) {
	for _, k := range []string{"q", "Q", "ctrl+c", "esc"} {
		d := run(t, 80, 24)
		d.press(k)
		d.sees("Keluar?")
		d.sees("y ya")
		if d.press(k); d.quit || (d.over == nil) != (k == "esc") {
			t.Errorf("%s twice: quit %v, asked %v", k, d.quit, d.over != nil)
		}
		if d.press("N"); d.over != nil {
			t.Errorf("%s, N does not decline", k)
		}
		if d.press(k, "y"); !d.quit {
			t.Errorf("%s, y does not quit", k)
		}
	}
}

// "All saved" is never claimed while something typed is not in the file.
func TestNothingIsCalledSavedWhileOneTypes(t *testing.T) {
	d := run(t, 80, 24)
	d.send(nav.ChangedMsg{})
	d.at().typing = true
	d.press("x")
	d.sees("semua tersimpan 14.03") // a filter, say: nothing that could be lost
	d.at().unsaved = "catatan"
	d.press("x")
	d.sees("mengetik, belum tersimpan: catatan")
	if strings.Contains(d.View(), "semua tersimpan") {
		t.Errorf("all is called saved:\n%s", ansi.Strip(d.View()))
	}
	d.at().typing = false
	d.press("x")
	d.sees("Belum tersimpan: catatan.")
}

// An action without a key of its own stands in the help below the keys, with
// the way to it.
func TestHelpTellsWhatIsInTheMenuAlone(t *testing.T) {
	env := uitest.Env(t, "id")
	h := over.NewHelp(env, "Staff", []nav.Action{{Name: "realisasi"}, {Name: "mengapa", Binding: env.Keys.Why}}, nil)
	text, _ := h.Body(80, 40)
	text = ansi.Strip(text)
	for _, want := range []string{"  x               mengapa\n", "Tanpa tombol sendiri: pilih di menu (: · Ctrl+K)\n                  realisasi"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestQuitNamesWhatIsUnsaved(t *testing.T) {
	d := run(t, 80, 24)
	d.pages[0].unsaved = "IDL Citra Dewi"
	d.send(nav.OpenMsg{Route: nav.Person{}})
	d.press("q")
	d.sees("Belum tersimpan: IDL Citra Dewi. Keluar juga?")
	d.press("n")
	d.sees("Belum tersimpan: IDL Citra Dewi.")
	d.press("esc") // the page on top has nothing unsaved
	if len(d.stack) != 1 {
		t.Error("Esc does not leave a page with nothing unsaved")
	}
}

func TestLeavingUnsavedAsks(t *testing.T) {
	d := run(t, 80, 24)
	d.send(nav.OpenMsg{Route: nav.Person{}})
	d.at().unsaved = "catatan"
	d.press("esc")
	d.sees("Belum tersimpan: catatan. Tinggalkan halaman ini?")
	if d.press("x"); len(d.stack) != 2 {
		t.Fatal("left without a yes")
	}
	d.sees("Belum tersimpan: catatan. Tinggalkan halaman ini?") // a stray key loses no question
	if d.press("y"); len(d.stack) != 1 {
		t.Error("not left after a yes")
	}
}

// A page may use Ctrl+C itself, as the grid does.
func TestPageMayTakeCtrlC(t *testing.T) {
	d := run(t, 80, 24)
	copied := false
	d.stack[0].screen = &copier{page: d.pages[0], copied: &copied}
	d.press("ctrl+c")
	if !copied || d.over != nil {
		t.Errorf("copied %v, over the page %v", copied, d.over)
	}
}

type copier struct {
	*page
	copied *bool
}

func (c *copier) Actions() []nav.Action {
	return []nav.Action{{ID: "copy", Binding: c.env.Keys.Copy, Run: func() tea.Cmd { *c.copied = true; return nil }}}
}

func TestQuestionOfAPage(t *testing.T) {
	d := run(t, 80, 24)
	ask := nav.AskMsg{Question: "Timpa 12 nilai?", Yes: func() tea.Msg { return answer("yes") }}
	d.send(ask)
	d.sees("Timpa 12 nilai?")
	d.press("enter")
	d.send(ask)
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("y"), Paste: true})
	if len(d.at().answers) != 0 {
		t.Error("Enter or pasted text answers yes")
	}
	d.send(ask)
	if d.press("Y"); len(d.at().answers) != 1 {
		t.Error("Y does not answer yes")
	}
}

func TestFailureIsASentence(t *testing.T) {
	d := run(t, 80, 24)
	d.send(nav.FailMsg{Err: fmt.Errorf("enter x: %w", model.ErrFull)})
	d.sees("Penyimpanan penuh")
	uitest.Fits(t, d.View(), 80, 24)
	d.press("right")
	if strings.Contains(d.View(), "penuh") {
		t.Error("the sentence outlives the next key")
	}
}

func TestResizeReachesThePage(t *testing.T) {
	d := run(t, 80, 24)
	for _, size := range [][2]int{{120, 36}, {60, 15}, {20, 5}, {1, 1}, {0, 0}, {59, 40}, {200, 14}, {80, 24}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		uitest.Fits(t, d.View(), max(1, size[0]), max(1, size[1]))
		if p := d.at(); p.width != max(0, size[0]-2) || p.height != max(0, size[1]-4) {
			t.Errorf("%v gives the page %d×%d", size, p.width, p.height)
		}
		d.press("?", "esc", "g", "esc")
	}
	d.sees("Staff 78×20")
}

// A terminal that is too small still lets one leave.
func TestTooSmall(t *testing.T) {
	for _, size := range [][2]int{{20, 5}, {59, 24}, {80, 14}} {
		d := run(t, size[0], size[1])
		d.sees("Layar terlalu")
		d.press("x", "l")
		if len(d.at().done) != 0 {
			t.Errorf("%v: ran %v unseen", size, d.at().done)
		}
		d.press("q")
		d.sees("Keluar?")
		if d.press("y"); !d.quit {
			t.Errorf("%v: q y does not quit", size)
		}
	}
}

// A fault ends the program in order: no trace, the terminal restored.
func TestFaultsEndInOrder(t *testing.T) {
	for _, where := range []string{"update", "view", "command"} {
		d := run(t, 80, 24)
		d.at().fault = where
		d.press("z")
		if !d.quit || d.crash == nil || d.View() != "" {
			t.Errorf("%s: quit %v, crash %v, view %q", where, d.quit, d.crash, d.View())
		}
	}
	text := uitest.Env(t, "id").Text
	for _, err := range []error{&CrashError{Fault: errors.New("nil map")}, ErrNoTerminal} {
		if got := text.Error(err); strings.Contains(got, "nil") || !strings.Contains(got, "kinerja") {
			t.Errorf("%v says %q", err, got)
		}
	}
}

func TestTopLineFits(t *testing.T) {
	d := run(t, 60, 15)
	d.Router.env.Me.Name = strings.Repeat("dr. Sari Wulandari ", 9) + "\x1b[31m"
	for range 9 {
		d.send(nav.OpenMsg{Route: nav.Results{}})
	}
	uitest.Fits(t, d.View(), 60, 15)
	d.sees("Results")
	if strings.Contains(d.View(), "\x1b[31m") {
		t.Error("a name colours the screen")
	}
}

// The terminal's late answer about its background is no key.
func TestLateAnswerOfTheTerminal(t *testing.T) {
	d := run(t, 80, 24)
	var got theme.Ground
	d.ground = terminal.NewGround(io.Discard, func(g theme.Ground) *theme.Styles { got = g; return d.env.Styles })
	d.do(d.ground.Ask())
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("]"), Alt: true})
	d.send(runes("11;rgb:ffff/fafa"))
	d.send(runes("/f0f0"))
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(`\`), Alt: true})
	if got != theme.Light || len(d.at().keys) != 0 || d.over != nil {
		t.Errorf("ground %v, keys %q, over %v", got, d.at().keys, d.over)
	}
	d.send(runes("x"))
	if len(d.at().done) != 1 {
		t.Error("keys are swallowed after the answer")
	}
}

// A page chosen from the list again is where it was left.
func TestAPageIsReopenedWhereItWasLeft(t *testing.T) {
	q1, _ := model.ParsePeriod("2026-Q1")
	var built []nav.Route
	build := func(route nav.Route) nav.Screen {
		built = append(built, route)
		return &placed{at: q1}
	}
	r := NewRouter(uitest.Env(t, "id"), build, nav.Staff{}, nil)
	r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	r.visit(nav.Results{})
	r.back()
	r.visit(nav.Results{})
	if got := built[len(built)-1]; got != (nav.Results{Period: q1}) {
		t.Errorf("opened %+v", got)
	}
}

type placed struct {
	page
	at model.Period
}

func (p *placed) Place() nav.Route { return nav.Results{Period: p.at} }
