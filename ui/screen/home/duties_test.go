package home_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/duty"
	"kinerja/ui/nav"
	"kinerja/ui/screen/home"
	"kinerja/ui/uitest"
)

// Who reads only about themselves finds on the first page what waits for them about
// their own work, each with its day, and Enter goes to where it is done; an evaluator's
// page has what their people wait for.
func TestDutiesOfStaff(t *testing.T) {
	q2, q3 := period("2026-Q2"), period("2026-Q3")
	list := []duty.Duty{
		{Kind: duty.Prove, Plan: "p", Period: q3, N: 2, Until: 2026_09_30}, {Kind: duty.Object, Plan: "p", Period: q2, Until: 2026_10_12},
		{Kind: duty.Plan, Plan: "p", Period: q3}, {Kind: duty.Realise, Plan: "p", Period: q3, N: 1}, {Kind: duty.Assess, Plan: "p", Period: q3},
		{Kind: duty.Answer, N: 1}, {Kind: duty.Consent, Coaching: "c"}, {Kind: duty.Receive, Plan: "p", Period: q2},
	}
	routes := []nav.Route{
		nav.ActionPlan{Plan: "p", Period: q3}, nav.Evaluation{Plan: "p", Period: q2}, nav.ActionPlan{Plan: "p", Period: q3}, nav.ActionPlan{Plan: "p", Period: q3},
		nav.SelfView{Plan: "p", Period: q3}, nav.Feedback{Employee: "e007"}, nav.Coaching{Employee: "e007", ID: "c"}, nav.Evaluation{Plan: "p", Period: q2},
	}
	for _, language := range []string{"id", "en"} {
		t.Run(language, func(t *testing.T) { dutiesIn(t, language, list, routes) })
	}
}

func dutiesIn(t *testing.T, language string, list []duty.Duty, routes []nav.Route) {
	o := full()
	o.cases["2026-Q3"], o.duties = o.cases["2026-Q3"][7:8], list
	env := uitest.Env(t, language)
	env.Me = model.Actor{ID: "e007", Employee: "e007", Name: "Hendra Wijaya", Roles: model.RolesOf(model.RoleStaff)}
	o.actor = env.Me
	p := home.New(env, o)
	uitest.Open(p, 78, 40)
	uitest.Golden(t, p.View())
	for _, want := range routes {
		if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("Enter asks for %v, want %v", asked, want)
		}
		uitest.Press(p, "down")
	}
	o.cases["2026-Q3"][0].Plan.State, o.cases["2026-Q3"][0].Evaluation, o.duties = model.PlanDraft, model.Evaluation{}, nil
	p = home.New(env, o)
	uitest.Open(p, 78, 40)
	if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: nav.SKP{Plan: "plane007"}}) {
		t.Errorf("an own plan is handed in at %v:\n%s", asked, ansi.Strip(p.View()))
	}
	o.duties = list
	env.Me = model.Owner("e007", "Hendra Wijaya")
	p = home.New(env, o)
	uitest.Open(p, 78, 40)
	if view := ansi.Strip(p.View()); strings.Contains(view, env.Text.Home.Owed["consent"]) {
		t.Errorf("on the page of who evaluates:\n%s", view)
	}
}
