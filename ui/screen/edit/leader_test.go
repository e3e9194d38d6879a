package edit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/tenure"
	"kinerja/model/unitresult"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/edit"
	"kinerja/ui/uitest"
)

// Voiced opens the desk on which the leader above decides.
func (d desk) Voiced(said voice.Said) (edit.Decider, error) { return d.Desk.Voiced(said) }

// What a unit reached is the word of the leader above its head: they can say it beside
// the head, by their own PIN, and need no paper then; a draft is nobody's word.
func TestTheLeaderAboveDecidesByTheirPIN(t *testing.T) {
	s, sample := storetest.District(t, 60)
	me := model.Owner(sample.Head(), "dr. Sari Wulandari")
	pr, err := s.As(me).Profile(sample.Head())
	if err != nil || pr.Evaluator.ID == "" {
		t.Fatalf("%v, %v", pr.Evaluator, err)
	}
	if _, err := s.As(me).Guard(user.New{User: user.User{Name: "sari"}, Secret: "830217"},
		user.New{User: user.User{Name: "kadis", Employee: pr.Evaluator.ID}, Secret: "495162"}); err != nil {
		t.Fatal(err)
	}
	if me, _, err = s.Enter("sari", "830217"); err != nil {
		t.Fatal(err)
	}
	d := desk{s.As(me), new(tenure.Outsider)}
	result := func() unitresult.Result {
		t.Helper()
		all, err := d.UnitResults(q3)
		if err != nil {
			t.Fatal(err)
		}
		return all[pr.Unit.ID]
	}
	for language, whose := range map[string]string{"id": "Diketik oleh ", "en": "Typed by "} {
		env := uitest.Env(t, language)
		env.Me = me
		p := edit.NewUnitResult(env, d, nav.UnitResult{Unit: pr.Unit.ID, Period: q3, Grade: unitresult.Good, Revise: result().Decided()})
		uitest.Open(p, 58, 16)
		do(p, "tab", "LAKIP 2026", "tab", "right", "tab")
		if view := strings.Join(strings.Fields(ansi.Strip(p.View())), " "); !strings.Contains(view, whose+pr.Evaluator.FullName()) || nav.By(p.Actions()) != pr.Evaluator.FullName() {
			t.Fatalf("the PIN is not asked for:\n%s", ansi.Strip(p.View()))
		}
		uitest.Fits(t, p.View(), 58, 16)
		if result().Decided() {
			do(p, "830217", "tab", "salah ketik", "ctrl+s")
		} else {
			do(p, "830217", "ctrl+s") // another's
		}
		if view := ansi.Strip(p.View()); !strings.Contains(view, "! ") || len(result().Words) != map[bool]int{false: 0, true: 1}[result().Decided()] {
			t.Fatalf("taken:\n%s", view)
		}
		said := ""
		for _, msg := range do(p, "495162", "ctrl+s") {
			if m, ok := msg.(nav.SaidMsg); ok {
				said = m.Text
			}
		}
		if !strings.Contains(said, pr.Evaluator.FullName()) || strings.Contains(said, "; u ") {
			t.Errorf("what is said offers to take back another's word: %q", said)
		}
		r := result()
		w := r.Words[len(r.Words)-1]
		if !r.Decided() || w.Whose != pr.Evaluator.ID || w.By != w.Whose || w.Via != model.Signed || w.Document != "" || r.Decider != pr.Evaluator.FullName() {
			t.Fatalf("%+v\n%s", r, ansi.Strip(p.View()))
		}
	}
}
