package evaluations_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/store/config/custom"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluations"
	"kinerja/ui/uitest"
)

// sideBySide is the list where contract staff go by a rule set of the clinic's
// own, and everybody else by the regulation in force.
func sideBySide(t *testing.T, d evaluations.Desk, unit model.UnitID, language string, w, h int) (*evaluations.Page, rules.RuleSet) {
	t.Helper()
	own, _, err := custom.Parse("klinik-non-asn", custom.Ready()["klinik-non-asn"])
	if err != nil {
		t.Fatal(err)
	}
	env := uitest.Env(t, language)
	env.Rules = env.Rules.WithKind(model.PPPK, own)
	p := evaluations.New(env, d, nav.Evaluations{Period: q3}, unit)
	uitest.Open(p, w, h)
	return p, own
}

func unrated(kind model.EmployeeKind) func(model.BoardRow) bool {
	return func(r model.BoardRow) bool {
		g, err := grade.Of(r.Card, r.Plan, rules.PP30(), grade.Said{})
		return r.Staff.Kind == kind && !r.Evaluation.Begun() && err == nil && g.Enough
	}
}

// Two kinds of staff stand side by side, each rated by their own rule set, in its
// words: a letter gives a rating to the one, a digit begins a number for the other.
func TestTwoRuleSets(t *testing.T) {
	d, unit := clinic(t)
	p, _ := sideBySide(t, d, unit, "id", width, height)
	list := rows(t, d, unit)
	now := func(r model.BoardRow) model.Evaluation {
		t.Helper()
		e, err := d.Evaluation(r.Plan.ID, q3)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}

	civil := put(t, p, list, unrated(model.PNS))
	if uitest.Type(p, "9"); p.Typing() && strings.Contains(ansi.Strip(p.View()), "[9]") {
		t.Fatalf("a number for who is rated by letters:\n%s", p.View())
	}
	uitest.Press(p, "enter")
	uitest.Press(p, "enter", "s")
	if e := now(civil); e.RuleSet != rules.PermenPANRB6().Ref() || e.Predicate == model.NoPredicate || e.Computed.Present() {
		t.Errorf("%+v\n%s", e, p.View())
	}

	q, own := sideBySide(t, d, unit, "id", width, height)
	p = q
	contract := put(t, p, list, unrated(model.PPPK))
	uitest.Type(p, "92,5")
	uitest.Press(p, "enter")
	want, err := grade.Of(contract.Card, contract.Plan, own, grade.Said{Behaviour: model.Some(model.MustNumber("92.5"))})
	if err != nil {
		t.Fatal(err)
	}
	if e := now(contract); e.RuleSet != own.Ref() || e.Computed != want.Value || e.Predicate != want.Predicate {
		t.Errorf("%+v, want %v\n%s", e, want.Value, p.View())
	}
	// The common name of a step finds both, whatever their rule sets call it; the
	// word of one finds those alone who came to it.
	for filter, found := range map[string]int{"sangat baik": 1, "istimewa": 1, "baik": 0} {
		env := uitest.Env(t, "id")
		env.Rules = env.Rules.WithKind(model.PPPK, own)
		p := evaluations.New(env, d, nav.Evaluations{Period: q3, Filter: filter}, unit)
		uitest.Open(p, width, height)
		if has := strings.Contains(ansi.Strip(p.View()), contract.Staff.Name); has != (found == 1) {
			t.Errorf("%q finds %s: %v\n%s", filter, contract.Staff.Name, has, p.View())
		}
	}
	// Letters go past who takes none.
	p, _ = sideBySide(t, d, unit, "id", width, height)
	put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == contract.Plan.ID })
	if uitest.Press(p, "a", "s"); now(contract).Result != model.NotRated {
		t.Error("a letter rates who goes by a formula")
	}
}

// A plan that names a rule set that is not at hand cannot be rated, and its row
// says so; the others stand as ever.
func TestRuleSetAway(t *testing.T) {
	d, unit := clinic(t)
	r := rows(t, d, unit)[1]
	away := &awayDesk{d, r.Plan.ID}
	p := evaluations.New(uitest.Env(t, "id"), away, nav.Evaluations{Period: q3}, unit)
	uitest.Open(p, width, height)
	put(t, p, rows(t, d, unit), func(o model.BoardRow) bool { return o.Plan.ID == r.Plan.ID })
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Aturan kami versi 3 yang disebut SKP ini tidak ada") {
		t.Errorf("not said:\n%s", view)
	}
	if uitest.Press(p, "enter", "s"); strings.Contains(ansi.Strip(p.View()), "[s sesuai]") {
		t.Errorf("a choice is open:\n%s", p.View())
	}
	raw, err := away.Board(q3, unit)
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range board.Build(raw, rules.Only(rules.PermenPANRB6()), model.Owner("", "")).People {
		if (who.Away != nil) != (who.Plan.ID == r.Plan.ID) || who.Away != nil && who.Score.Value.Present() {
			t.Errorf("%s: %v, %v", who.Staff.Name, who.Away, who.Score.Value)
		}
	}
}

// awayDesk lets one plan name a rule set that nobody has.
type awayDesk struct {
	*desk
	plan model.PlanID
}

func (d *awayDesk) Board(p model.Period, unit model.UnitID) (model.Board, error) {
	b, err := d.desk.Board(p, unit)
	for i := range b.Rows {
		if b.Rows[i].Plan.ID == d.plan {
			b.Rows[i].Plan.RuleSet = "kami@3"
			b.Rows[i].Evaluation = model.Evaluation{Plan: d.plan, Period: p}
		}
	}
	return b, err
}

// How a list with two rule sets looks.
func TestTwoRuleSetsGolden(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{width, height}, {wideWidth, wideHeight}, {lowWidth, lowHeight}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				d, unit := clinic(t)
				p, _ := sideBySide(t, d, unit, language, size[0], size[1])
				put(t, p, rows(t, d, unit), unrated(model.PPPK))
				uitest.Type(p, "95")
				typing := p.View()
				uitest.Press(p, "enter", "up")
				uitest.Fits(t, p.View(), size[0], size[1])
				uitest.Golden(t, typing+"\n----\n"+p.View())
			})
		}
	}
}
