package feedback_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/talk"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/screen/feedback"
	"kinerja/ui/uitest"
)

// sizes are the rooms that a page has at 80×24, 120×36 and 60×15.
var sizes = [][2]int{{78, 20}, {118, 32}, {58, 11}}

// district is the sample with its head at work.
func district(t *testing.T) (*store.Store, *store.Desk, model.Profile) {
	t.Helper()
	s, d := storetest.District(t, 120)
	head, err := storetest.Owner(s).Profile(d.Head())
	if err != nil {
		t.Fatal(err)
	}
	return s, s.As(model.Owner(d.Head(), head.Employee.FullName())), head
}

func find(t *testing.T, d *store.Desk, name string) model.EmployeeID {
	t.Helper()
	row, err := d.FindOne(name)
	if err != nil {
		t.Fatal(err)
	}
	return row.Employee
}

func env(t *testing.T, language string, d *store.Desk) nav.Env {
	e := uitest.Env(t, language)
	e.Me = d.Actor()
	return e
}

func open(t *testing.T, d *store.Desk, language string, route nav.Feedback, size [2]int) *feedback.Page {
	t.Helper()
	p := feedback.New(env(t, language, d), voiced{d}, route)
	uitest.Open(p, size[0], size[1])
	return p
}

// Both pages, their empty states and every form, in every size and language.
func TestPages(t *testing.T) {
	_, d, head := district(t)
	rina, arif := find(t, d, "rina hartati"), find(t, d, "arif susanto")
	for _, language := range lang.Languages() {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				var views []string
				see := func(s nav.Screen, keys ...string) {
					uitest.Press(s, keys...)
					uitest.Fits(t, s.View(), size[0], size[1])
					views = append(views, heading(s), s.View())
				}
				l := feedback.NewList(env(t, language, d), d, head.Unit.ID)
				uitest.Open(l, size[0], size[1])
				see(l)
				see(l, "end")
				p := open(t, d, language, nav.Feedback{Employee: rina}, size)
				see(p)
				see(p, "home")
				see(p, "down", "enter")
				see(p, "ctrl+s")
				see(p, "esc", "+")
				see(p, "esc", "a")
				see(p, "tab", "tab")
				see(p, "esc", "end", "e")
				see(open(t, d, language, nav.Feedback{Employee: arif}, size))
				see(open(t, d, language, nav.Feedback{Employee: head.Employee.ID}, size))
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// said is the desk of a conversation that a test makes up.
type said struct {
	talk talk.Conversation
	err  error
	gave []talk.Feedback
}

func (s *said) Conversation(model.EmployeeID) (talk.Conversation, error) { return s.talk, s.err }

func (s *said) Stands(model.EmployeeID) ([]model.Relation, error) {
	return []model.Relation{model.RelEvaluator}, nil
}

func (s *said) Profile(model.EmployeeID) (model.Profile, error) { return model.Profile{}, s.err }

func (s *said) Give(f talk.Feedback) (talk.Feedback, error) {
	s.gave = append(s.gave, f)
	return f, s.err
}

// long is a conversation of so many items with texts of all kinds.
func long(n int) *said {
	texts := []string{
		"pendek", strings.Repeat("panjang sekali dan tidak berakhir ", 20), "baris satu\nbaris dua\n\nbaris empat",
		"漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字", "عائشة كتبت تقريرا جيدا", "a\u202egnirts \x1b[31m\x07",
		strings.Repeat("x", 300), "👩\u200d⚕️ e\u0301",
	}
	c := talk.Conversation{
		Staff: model.StaffRow{Employee: "rina", Name: "Raden Roro Sekar Arum Sastrowardoyo Putri Kusumaningrum, S.Tr.Keb., Bdn., M.Keb."},
		Names: map[model.EmployeeID]string{"rina": "Rina \x1b[31m\u202e界", "sari": "dr. Sari Wulandari"},
	}
	for i := range n {
		f := talk.Feedback{
			ID: model.FeedbackID(fmt.Sprintf("%026d", i)), Employee: "rina", Kind: talk.Kinds()[i%4], Text: texts[i%len(texts)], At: int64(i),
			Word: model.Word{Whose: "sari", By: "sari", On: model.Date(2024_01_01).Add(i)},
		}
		if f.Kind == talk.CheckIn {
			f.Next, f.Agreed = f.Word.On.Add(30), texts[(i+1)%len(texts)]
		}
		c.Items = append(c.Items, f)
	}
	return &said{talk: c}
}

func made(t *testing.T, s *said, size [2]int) *feedback.Page {
	t.Helper()
	p := feedback.New(uitest.Env(t, "id"), s, nav.Feedback{Employee: "rina"})
	uitest.Open(p, size[0], size[1])
	return p
}

// A conversation of 1,000 items, wide, turned and hostile texts: nothing leaves
// its room, and the chosen item is always in sight.
func TestLongConversation(t *testing.T) {
	s := long(1000)
	for _, size := range append(sizes, [2]int{20, 4}) {
		p := made(t, s, size)
		seen := func(keys ...string) {
			t.Helper()
			uitest.Press(p, keys...)
			view := p.View()
			uitest.Fits(t, view, size[0], size[1])
			if !strings.Contains(ansi.Strip(view), "▸") {
				t.Errorf("%v after %v: the chosen item is out of sight\n%s", size, keys, view)
			}
			for _, bad := range []string{"\x1b[31m", "\x07", "\u202e"} {
				if strings.Contains(view, bad) {
					t.Errorf("passes %q on", bad)
				}
			}
		}
		seen()
		for _, k := range []string{"up", "pgup", "pgup", "home", "down", "pgdown", "pgdown", "end", "up", "down"} {
			seen(k)
		}
		uitest.Press(p, "home")
		for range 400 {
			seen("down")
		}
		p.Resize(40, 12)
		if p.Crumb() == "1/1.000" {
			t.Error("400 steps down did not move")
		}
		p.Resize(size[0], size[1])
		seen()
	}
}

// Every line of every item comes by when one only presses down.
func TestDownReadsEverything(t *testing.T) {
	s := long(24)
	p := made(t, s, [2]int{40, 8})
	uitest.Press(p, "home")
	seen := map[string]bool{}
	for range 1000 {
		for _, line := range strings.Split(ansi.Strip(p.View()), "\n") {
			seen[strings.TrimLeft(line, "▸ ")] = true
		}
		uitest.Press(p, "down")
	}
	if p.Crumb() != "24/24" {
		t.Errorf("ends at %s", p.Crumb())
	}
	p.Resize(40, 5000)
	for _, line := range strings.Split(ansi.Strip(p.View()), "\n") {
		if !seen[strings.TrimLeft(line, "▸ ")] {
			t.Errorf("never in sight: %q", line)
		}
	}
}

// What each key keeps.
func TestKeysGive(t *testing.T) {
	s, d, _ := district(t)
	rina := find(t, d, "rina hartati")
	p := open(t, d, "id", nav.Feedback{Employee: rina, Value: 3}, sizes[0])
	last := func() talk.Feedback {
		t.Helper()
		c, err := d.Conversation(rina)
		if err != nil {
			t.Fatal(err)
		}
		at := c.Items[0]
		for _, f := range c.Items {
			if f.At > at.At {
				at = f
			}
		}
		return at
	}
	before := last()
	for key, kind := range map[string]talk.Kind{"+": talk.Appreciation, "=": talk.Note, "!": talk.Improve} {
		uitest.Press(p, key)
		if !p.Typing() {
			t.Fatalf("%s opens no form", key)
		}
		uitest.Type(p, "ditulis dengan "+key)
		asked := uitest.Press(p, "ctrl+s")
		f := last()
		if p.Typing() || f.Kind != kind || f.Text != "ditulis dengan "+key || f.Value != rules.Behaviours()[2].Code || f.Word.Via != model.Own {
			t.Errorf("%s kept %+v", key, f)
		}
		if !strings.Contains(fmt.Sprint(asked), "Tersimpan: ") || !strings.Contains(p.View(), "ditulis dengan "+key) {
			t.Errorf("%s: asked %v\n%s", key, asked, p.View())
		}
	}
	note := last()
	uitest.Press(p, "end", "e", "ctrl+s")
	if f := last(); p.Typing() || f != note {
		t.Errorf("a correction without a change kept %+v", f)
	}
	uitest.Press(p, "e")
	uitest.Type(p, " lagi")
	uitest.Press(p, "ctrl+s")
	if f := last(); f.Corrects == "" || f.Corrects == before.ID || !strings.HasSuffix(f.Text, " lagi") || f.Value != note.Value {
		t.Errorf("e kept %+v", f)
	}
	uitest.Press(p, "enter")
	uitest.Type(p, "terima kasih")
	if uitest.Press(p, "ctrl+s"); !p.Typing() || !strings.Contains(ansi.Strip(p.View()), "harus diisi") {
		t.Errorf("another's word is kept without its paper:\n%s", ansi.Strip(p.View()))
	}
	uitest.Type(p, "pertemuan 5 Oktober")
	if asked := fmt.Sprint(uitest.Press(p, "ctrl+s")); !strings.Contains(asked, "Tersimpan: tanggapan dari Rina Hartati") {
		t.Errorf("after an answer of hers: %s", asked)
	}
	if f := last(); f.Kind != talk.Answer || f.Word.Whose != rina || f.Word.Via != model.Recorded || f.Word.Document != "pertemuan 5 Oktober" {
		t.Errorf("enter kept %+v", f)
	}
	uitest.Press(p, "a")
	uitest.Type(p, "dibahas")
	uitest.Press(p, "tab")
	uitest.Type(p, "tiap Rabu")
	uitest.Press(p, "tab")
	uitest.Type(p, "1-10-2026")
	uitest.Press(p, "tab")
	if !strings.Contains(ansi.Strip(p.View()), "hari itu sudah lewat") {
		t.Errorf("a check-in in the past:\n%s", ansi.Strip(p.View()))
	}
	uitest.Press(p, "shift+tab")
	for range 9 {
		uitest.Press(p, "backspace")
	}
	uitest.Type(p, "2-11-2026")
	uitest.Press(p, "ctrl+s")
	if f := last(); f.Kind != talk.CheckIn || f.Next != 2026_11_02 || f.Agreed != "tiap Rabu" {
		t.Errorf("a kept %+v\n%s", f, ansi.Strip(p.View()))
	}
	if _, err := s.Verify(t.Context(), true, nil); err != nil {
		t.Error(err)
	}
}

// What the person answers by themselves is their own word, and nothing else is
// theirs to give.
func TestOwnConversation(t *testing.T) {
	s, d, _ := district(t)
	rina := find(t, d, "rina hartati")
	own := s.As(model.Actor{ID: string(rina), Employee: rina, Name: "Rina Hartati", Roles: model.RolesOf(model.RoleStaff)})
	p := open(t, own, "id", nav.Feedback{Employee: rina}, sizes[0])
	for _, a := range p.Actions() {
		if can := a.Why == ""; can != (a.ID == "enter" || a.ID == "colleagues" || a.ID == "rounds") {
			t.Errorf("%s: %q", a.ID, a.Why)
		}
	}
	uitest.Press(p, "enter")
	uitest.Type(p, "akan saya catat")
	uitest.Press(p, "ctrl+s")
	c, err := own.Conversation(rina)
	if f := c.Items[len(c.Items)-1]; err != nil || f.Word.Via != model.Own || f.Word.Whose != rina || f.Text != "akan saya catat" {
		t.Errorf("kept %+v, %v", f, err)
	}
}

// A long text is not lost by one key, by a failure, or by a power cut.
func TestNothingTypedIsLost(t *testing.T) {
	s := long(3)
	p := made(t, s, sizes[0])
	if name, text := p.Draft(); name != "feedback/rina" || text != "" || p.Unsaved() != "" {
		t.Errorf("before: %q %q %q", name, text, p.Unsaved())
	}
	uitest.Press(p, "!")
	if asked := uitest.Press(p, "esc"); len(asked) != 0 || p.Typing() {
		t.Errorf("an empty form asks: %v", asked)
	}
	uitest.Press(p, "!")
	uitest.Type(p, "Laporan terlambat")
	if p.Unsaved() == "" {
		t.Error("what is written is not called unsaved")
	}
	asked := uitest.Press(p, "esc")
	if q, ok := asked[0].(nav.AskMsg); !ok || !p.Typing() {
		t.Fatalf("Esc throws the text away: %v", asked)
	} else if uitest.Run(p, func() tea.Msg { return p.Update(q.Yes()) }); p.Typing() {
		t.Error("yes does not give it up")
	}
	uitest.Press(p, "!")
	uitest.Type(p, "Laporan terlambat")
	_, draft := p.Draft()
	s.err = model.ErrFull
	asked = uitest.Press(p, "ctrl+s")
	if fail, ok := asked[0].(nav.FailMsg); !ok || !errors.Is(fail.Err, model.ErrFull) || !strings.Contains(p.View(), "Laporan terlambat") {
		t.Errorf("after a failure: %v\n%s", asked, p.View())
	}
	s.err = nil

	again := feedback.New(uitest.Env(t, "id"), s, nav.Feedback{Employee: "rina"})
	again.Redraft(draft) // before the conversation was read
	if _, kept := again.Draft(); kept != draft {
		t.Errorf("a draft that waits is forgotten: %q", kept)
	}
	uitest.Open(again, 78, 20)
	if _, kept := again.Draft(); kept != draft || !strings.Contains(ansi.Strip(again.View()), "! perlu perbaikan") || !strings.Contains(again.View(), "Laporan terlambat") {
		t.Errorf("the draft came back as %q\n%s", kept, again.View())
	}
	uitest.Press(again, "ctrl+s")
	if f := s.gave[len(s.gave)-1]; f.Text != "Laporan terlambat" || f.Kind != talk.Improve {
		t.Errorf("kept %+v", f)
	}
	if _, text := again.Draft(); text != "" {
		t.Errorf("a draft of what was kept: %q", text)
	}
	other := made(t, s, sizes[0])
	other.Redraft("{broken")
	other.Redraft(`{"kind":99}`)
	if other.Typing() {
		t.Error("a draft that is none opens a form")
	}
}

// Shown to the person it is about, the page is read only; and the list of pages
// leads to the list, not to whom one talked to last.
func TestShownToThePerson(t *testing.T) {
	p := made(t, long(3), sizes[0])
	before := p.View()
	p.ShowAlone(true)
	for _, a := range p.Actions() {
		if a.Why == "" {
			t.Errorf("%s can be done", a.ID)
		}
	}
	if uitest.Press(p, "+", "enter", "e"); p.Typing() || p.View() != before {
		t.Error("something is written in the evaluator's place")
	}
	p.ShowAlone(false)
	if uitest.Press(p, "+"); !p.Typing() {
		t.Error("nothing can be written afterwards")
	}
	if _, ok := any(p).(nav.Placer); ok {
		t.Error("the list of pages would lead to one person")
	}
}

// The list opens a person, and says who waits longest first.
func TestList(t *testing.T) {
	_, d, head := district(t)
	l := feedback.NewList(env(t, "en", d), d, head.Unit.ID)
	uitest.Open(l, 118, 32)
	budi := find(t, d, "budi santoso")
	for _, k := range []string{"enter", "f"} {
		if asked := uitest.Press(l, k); len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: nav.Feedback{Employee: budi}}) {
			t.Errorf("%s asks for %v", k, asked)
		}
	}
	uitest.Press(l, "down", "down")
	before := l.Cell(2, 0)
	uitest.Run(l, l.Init())
	if now := l.Cell(2, 0); now != before || !strings.Contains(l.View(), "▸ "+before) {
		t.Errorf("after reading again the cursor is not on %s:\n%s", before, l.View())
	}
	if asked := uitest.Press(l, "esc"); len(asked) != 1 || asked[0] != tea.Msg(nav.BackMsg{}) {
		t.Errorf("Esc asks for %v", asked)
	}
}

func TestTrouble(t *testing.T) {
	e := uitest.Env(t, "id")
	p := feedback.New(e, &said{err: model.ErrNotAllowed}, nav.Feedback{Employee: "rina"})
	uitest.Open(p, 400, 20)
	if got := p.View(); got != e.Text.Error(model.ErrNotAllowed) {
		t.Errorf("got %q", got)
	}
	for _, a := range p.Actions() {
		if a.Why == "" {
			t.Errorf("%s can be done", a.ID)
		}
	}
	l := feedback.NewList(e, nobody{}, "")
	uitest.Open(l, 78, 20)
	if got := ansi.Strip(l.View()); !strings.Contains(got, "Tambahkan pegawai") || l.Actions()[0].Why == "" {
		t.Errorf("got %q", got)
	}
}

type nobody struct{}

func (nobody) Talks(model.UnitID) ([]talk.Standing, error) { return nil, nil }

func BenchmarkDown(b *testing.B) {
	s := long(1000)
	p := feedback.New(uitest.Env(b, "id"), s, nav.Feedback{Employee: "rina"})
	uitest.Open(p, 118, 32)
	uitest.Press(p, "home")
	for b.Loop() {
		uitest.Press(p, "down")
		p.View()
	}
}

// Where a text of several lines is written, the keys say how one goes on; the
// day begins with today's.
func TestTheFormSaysHowToGoOn(t *testing.T) {
	_, d, _ := district(t)
	rina := find(t, d, "rina hartati")
	p := open(t, d, "id", nav.Feedback{Employee: rina}, sizes[0])
	names := func() (list []string) {
		for _, a := range p.Actions() {
			list = append(list, a.ID)
		}
		return list
	}
	uitest.Press(p, "=")
	if got := names(); !slices.Contains(got, "enter") || !slices.Contains(got, "tab") {
		t.Errorf("in the text the keys are %q:\n%s", got, p.View())
	}
	if !strings.Contains(p.View(), "5 Oktober 2026") {
		t.Errorf("the day is not today's:\n%s", p.View())
	}
	uitest.Press(p, "tab")
	if got := names(); slices.Contains(got, "enter") {
		t.Errorf("in a line the keys are %q", got)
	}
}

// heading is what the top line says of a page.
func heading(s nav.Screen) string {
	if c, ok := s.(nav.Crumber); ok {
		return s.Title() + " · " + c.Crumb()
	}
	return s.Title()
}
