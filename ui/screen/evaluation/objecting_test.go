package evaluation_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/store/follow"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// While somebody objects the page says whose turn it is, leads to the objection, and
// offers no step past it; once it is decided the evaluation can be made final, with
// the ratings of the decision.
func TestWhileSomebodyObjects(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, rina)
	does := follow.Desk{Desk: d.Desk}
	p := open(t, d, unit, plan, "id")
	uitest.Press(p, "s", "y")
	uitest.Run(p, action(t, p, "received").Run())
	uitest.Press(p, "ctrl+s", "y")
	e := state(t, d, plan)
	if e.State != model.Received || !action(t, p, "object").Main {
		t.Fatalf("%s", e.State)
	}
	there := nav.OpenMsg{Route: nav.Objection{Plan: plan.ID, Period: q3}}
	check := func(state, task string) {
		t.Helper()
		p = open(t, d, unit, plan, "id")
		view := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
		if !strings.Contains(view, state) || !strings.Contains(view, task) {
			t.Errorf("not %q and %q:\n%s", state, task, p.View())
		}
		for _, step := range []string{"received", "accepted", "share", "withdraw", "final"} {
			if action(t, p, step).Why == "" {
				t.Errorf("%s: %s is offered", state, step)
			}
		}
		for _, k := range []string{"k", "enter"} {
			if asked := uitest.Press(p, k); len(asked) != 1 || asked[0] != there {
				t.Errorf("%s: %s leads to %v", state, k, asked)
			}
		}
	}
	o, err := does.FileObjection(plan.ID, q3, objection.Objection{Reason: "Vaksin kosong"}, model.Word{Document: "surat 3"})
	if err != nil {
		t.Fatal(err)
	}
	check("ada keberatan", "jelaskan keberatan; Atasan penilai dapat langsung memutus")
	if _, err := does.ExplainObjection(o.Employee, o.ID, "Stok ada", model.Word{Document: "nota 1"}); err != nil {
		t.Fatal(err)
	}
	check("keberatan dijelaskan Penilai", "Atasan penilai: putuskan keberatan")
	to := objection.Ratings{Result: model.Above, Behaviour: model.Above}
	if _, err := does.DecideObjection(o.Employee, o.ID, objection.Changed, to, "Stok kosong", model.Word{Document: "SK 4"}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	p = open(t, d, unit, plan, "id")
	if why := action(t, p, "final").Why; why != "" {
		t.Fatalf("decided, and cannot be made final: %s", why)
	}
	uitest.Press(p, "enter", "y")
	if e := state(t, d, plan); e.State != model.Final || e.Result != model.Above || e.Predicate != model.VeryGood {
		t.Errorf("%+v", e)
	}
}

// b starts a coaching plan about the indicator on show, with its measure filled in.
func TestCoachingBeginsAtAnIndicator(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, rina)
	p := open(t, d, unit, plan, "id")
	uitest.Press(p, "x", "down")
	asked := uitest.Press(p, "b")
	to, ok := asked[len(asked)-1].(nav.OpenMsg)
	if !ok {
		t.Fatalf("b leads to %v", asked)
	}
	if at, ok := to.Route.(nav.StartCoaching); !ok || at.Plan != plan.ID || at.Period != q3 || at.Employee != plan.Employee || at.Measure != plan.Measures[1].ID {
		t.Errorf("b leads to %+v", to.Route)
	}
}
