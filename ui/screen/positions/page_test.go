package positions_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/positions"
	"kinerja/ui/uitest"
)

// The sample has plans for 2026 and none for 2027: its people are asked about
// that year.
func TestPage(t *testing.T) {
	s, district := storetest.District(t, 120)
	desk := storetest.Owner(s)
	head, err := desk.Profile(district.Head())
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				p := positions.New(uitest.Env(t, language), desk, nav.Positions{Year: 2027}, head.Unit.ID)
				uitest.Open(p, size[0], size[1])
				list := p.View()
				uitest.Press(p, "down", "right")
				turned := p.View()
				uitest.Press(p, "enter")
				form := p.View()
				uitest.Press(p, "ctrl+s")
				missing := p.View()
				for _, view := range []string{list, turned, form, missing} {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join([]string{list, turned, form, missing}, "\n----\n"))
			})
		}
	}
}

// Enter takes the proposal, the agreement is recorded from paper, a day to come
// is refused, and one undo takes all plans back.
func TestMaking(t *testing.T) {
	s, _ := storetest.District(t, 120)
	desk := storetest.Owner(s)
	p := positions.New(uitest.Env(t, "id"), desk, nav.Positions{Year: 2027}, "")
	uitest.Open(p, 78, 20)
	position := p.Cell(0, 0)
	uitest.Press(p, "right", "enter")
	if want := "instrumen lain untuk 1 jabatan (*), SKP-nya belum dibuat"; !p.Typing() || p.Unsaved() != want {
		t.Fatalf("the form is open: typing %v, unsaved %q", p.Typing(), p.Unsaved())
	}
	uitest.Press(p, "tab")
	uitest.Type(p, "1-1-2030")
	uitest.Press(p, "ctrl+s")
	if got := ansi.Strip(p.View()); !strings.Contains(got, "hari itu belum tiba") {
		t.Errorf("a day to come was taken:\n%s", got)
	}
	uitest.Press(p, "esc", "enter", "tab")
	uitest.Type(p, "5 Januari 2026")
	uitest.Press(p, "tab")
	uitest.Type(p, "SKP bertanda tangan")
	asked := uitest.Press(p, "enter")
	var back, said bool
	for _, msg := range asked {
		switch msg := msg.(type) {
		case nav.BackMsg:
			back = true
		case nav.SaidMsg:
			said = strings.Contains(msg.Text, "SKP 2027 dibuat, disepakati 5 Januari 2026;")
		case nav.FailMsg:
			t.Fatal(msg.Err)
		}
	}
	if !back || !said || p.Len() != 0 || p.Unsaved() != "" {
		t.Errorf("back %v, said %v, %d positions left", back, said, p.Len())
	}
	plans, err := desk.Plans(2027, "")
	if err != nil || len(plans) == 0 {
		t.Fatal(len(plans), err)
	}
	w := plans[0].Words[0]
	if w.Document != "SKP bertanda tangan" || w.On != 20260105 || w.Via != model.Recorded {
		t.Errorf("word: %+v", w)
	}
	other := 0
	for _, plan := range plans {
		who, err := desk.Profile(plan.Employee)
		if err != nil {
			t.Fatal(err)
		}
		in, _ := model.InstrumentFor(must(desk.Instruments()), who.Posts[0].Position)
		if who.Posts[0].Position == position && plan.Instrument != in.ID {
			other++
		}
	}
	if other == 0 {
		t.Error("the instrument chosen for the first position went to nobody")
	}
	if _, err := desk.Undo(); err != nil {
		t.Fatal(err)
	}
	if plans, err = desk.Plans(2027, ""); err != nil || len(plans) != 0 {
		t.Errorf("after undo %d plans, %v", len(plans), err)
	}
}

// Not yet agreed: the plans are drafts without a word, the date is not asked for,
// and what to do later is said.
func TestNotAgreedYet(t *testing.T) {
	s, _ := storetest.District(t, 12)
	desk := storetest.Owner(s)
	p := positions.New(uitest.Env(t, "id"), desk, nav.Positions{Year: 2027}, "")
	uitest.Open(p, 78, 20)
	uitest.Press(p, "enter", "right")
	if strings.Contains(ansi.Strip(p.View()), "Tanggal kesepakatan") {
		t.Errorf("a date is asked for:\n%s", ansi.Strip(p.View()))
	}
	said := false
	for _, msg := range uitest.Press(p, "ctrl+s") {
		switch msg := msg.(type) {
		case nav.SaidMsg:
			said = strings.Contains(msg.Text, "sebagai konsep") && strings.Contains(msg.Text, "catat kesepakatan")
		case nav.FailMsg:
			t.Fatal(msg.Err)
		}
	}
	plans, err := desk.Plans(2027, "")
	if err != nil || len(plans) == 0 || !said {
		t.Fatal(len(plans), err, said)
	}
	for _, plan := range plans {
		if plan.State != model.PlanDraft || len(plan.Words) != 0 {
			t.Errorf("%v with %d words", plan.State, len(plan.Words))
		}
	}
}

// Of one person the page names them, and makes nobody else's plan.
func TestOnePerson(t *testing.T) {
	s, district := storetest.District(t, 12)
	desk := storetest.Owner(s)
	head, err := desk.Profile(district.Head())
	if err != nil {
		t.Fatal(err)
	}
	p := positions.New(uitest.Env(t, "id"), desk, nav.Positions{Year: 2027, Employee: head.Employee.ID}, "")
	uitest.Open(p, 78, 20)
	if view := ansi.Strip(p.View()); p.Len() != 1 || !strings.Contains(view, head.Employee.FullName()+" belum punya SKP 2027") {
		t.Fatalf("%d positions:\n%s", p.Len(), view)
	}
	uitest.Press(p, "enter", "right", "ctrl+s")
	plans := must(desk.Plans(2027, ""))
	if len(plans) != 1 || plans[0].Employee != head.Employee.ID || plans[0].State != model.PlanDraft {
		t.Errorf("%+v", plans)
	}
}

// Under the question stands what follows from the answer that is chosen, and the
// bottom line says how to go on and how to choose.
func TestTheAnswerThatIsChosenIsExplained(t *testing.T) {
	s, _ := storetest.District(t, 12)
	p := positions.New(uitest.Env(t, "id"), storetest.Owner(s), nav.Positions{Year: 2027}, "")
	uitest.Open(p, 78, 20)
	uitest.Press(p, "enter")
	if view := ansi.Strip(p.View()); strings.Contains(view, "konsep") || !strings.Contains(view, "dicatat disepakati pada tanggal di bawah") {
		t.Errorf("on paper:\n%s", view)
	}
	has := func(id string) bool {
		return slices.ContainsFunc(p.Actions(), func(a nav.Action) bool { return a.ID == id && a.Main })
	}
	if !has("enter") || !has("right") {
		t.Errorf("neither how to go on nor how to choose: %+v", p.Actions())
	}
	uitest.Press(p, "right")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "sebagai konsep") {
		t.Errorf("not yet:\n%s", view)
	}
	uitest.Press(p, "left", "enter")
	if has("right") {
		t.Error("arrows choose a date")
	}
}

// From weights that sum to 106 no plan is made before somebody has said yes.
func TestOddWeightsAreAskedAbout(t *testing.T) {
	s, _ := storetest.District(t, 12)
	desk := storetest.Owner(s)
	all := must(desk.Instruments())
	for _, in := range all {
		next := in.NextVersion(2)
		next.Indicators[0].Gauge.Weight += model.Int(6)
		must(desk.AddInstrument(next))
	}
	p := positions.New(uitest.Env(t, "id"), desk, nav.Positions{Year: 2027}, "")
	uitest.Open(p, 78, 20)
	asked := uitest.Press(p, "enter", "right", "ctrl+s")
	if plans := must(desk.Plans(2027, "")); len(asked) != 1 || len(plans) != 0 {
		t.Fatalf("asked %v, %d plans", asked, len(plans))
	}
	ask, ok := asked[0].(nav.AskMsg)
	if !ok || !strings.Contains(ask.Question, "berjumlah 106") {
		t.Fatalf("%+v", asked[0])
	}
	uitest.Run(p, ask.Yes)
	if plans := must(desk.Plans(2027, "")); len(plans) == 0 {
		t.Error("yes made nothing")
	}
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}
