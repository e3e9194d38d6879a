package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/nav"
)

// about are the pages about one person, and about the unit where they work.
func (h house) about(who model.Profile) []nav.Route {
	id, plan, period := who.Employee.ID, who.Plans[0].ID, h.period
	return []nav.Route{
		nav.Person{Employee: id}, nav.Evaluations{Period: period, Employee: id}, nav.Results{Period: period, Employee: id}, nav.Staff{Employee: id},
		nav.Evaluation{Plan: plan, Period: period}, nav.Evaluation{Plan: plan, Period: h.before()}, nav.Plan{Plan: plan}, nav.SKP{Plan: plan}, nav.Matrix{Plan: plan},
		nav.ActionPlan{Plan: plan, Period: period}, nav.SelfView{Plan: plan, Period: period}, nav.Objection{Plan: plan, Period: h.before()},
		nav.Feedback{Employee: id}, nav.Credit{Employee: id}, nav.Leave{Employee: id}, nav.Coaching{Employee: id}, nav.Record{Employee: id},
		nav.Workplace{Unit: who.Unit.ID, Period: period}, nav.Workplace{Unit: who.Unit.ID, Period: h.before()}, nav.Survey{Unit: who.Unit.ID, Period: period}, nav.FollowUp{},
	}
}

// before is the quarter before, which is rated and shared.
func (h house) before() model.Period { p, _ := model.ParsePeriod("2026-Q2"); return p }

// called is somebody of the sample, by name.
func (h house) called(t *testing.T, name string) model.Profile {
	t.Helper()
	row, err := h.Desk.FindOne(name)
	if err != nil {
		t.Fatal(err)
	}
	who, err := h.Desk.Profile(row.Employee)
	if err != nil {
		t.Fatal(err)
	}
	return who
}

// What is offered on a page about somebody, or about a unit, the file allows to whoever
// works here, about that person: as every role, about oneself, about somebody one
// evaluates, about one whose evaluator one evaluates, and about others. Each is run; a
// question is answered with yes, and a form is sent as it is.
func TestWhatIsOfferedIsAllowed(t *testing.T) {
	h := openHouse(t)
	rina, sari := h.who, h.head
	above := h.called(t, "I Putu Artawan")
	other := h.called(t, "Ai Sumiati")
	for _, tt := range []struct {
		name  string
		who   model.Profile
		roles []model.Role
		about []model.Profile
	}{
		{"pegawai", rina, []model.Role{model.RoleStaff}, []model.Profile{rina}},
		{"penilai", sari, []model.Role{model.RoleStaff, model.RoleEvaluator}, []model.Profile{sari, rina, other}},
		{"atasan penilai", above, []model.Role{model.RoleStaff, model.RoleEvaluator, model.RoleSuperior}, []model.Profile{sari, rina}},
		{"pengelola", h.called(t, "Budi Santoso"), []model.Role{model.RoleStaff, model.RoleManager}, []model.Profile{rina, sari}},
		{"tim kinerja", h.called(t, "Citra Dewi"), []model.Role{model.RoleStaff, model.RoleTeam}, []model.Profile{rina, sari}},
		{"inspektorat", rina, []model.Role{model.RoleAuditor}, []model.Profile{sari}},
		{"admin", h.called(t, "Ani Lestari"), []model.Role{model.RoleStaff, model.RoleAdmin}, []model.Profile{rina, sari}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			as := h.as(tt.who, tt.roles...)
			as.Unit = tt.who.Unit.ID
			d := as.sit(t, "id", 120, 36)
			d.ties.Desk = as.Desk
			for _, who := range tt.about {
				for _, route := range h.about(who) {
					d.tryAll(tt.name, who.Employee.Name, route)
				}
			}
		})
	}
}

// refused reports that the file did not allow what was tried.
func (d *desk) refused() bool {
	text := strings.Join(strings.Fields(ansi.Strip(d.View())), " ")
	return strings.Contains(text, strings.TrimSuffix(d.env.Refusal(), ".")) || strings.Contains(text, "tidak menilai diri sendiri")
}

// fresh puts the page of a route over the first one, as it is opened.
func (d *desk) fresh(route nav.Route) bool {
	d.stack, d.over, d.said, d.failed = d.stack[:1], nil, "", false
	d.send(nav.OpenMsg{Route: route})
	return !d.refused()
}

// tryAll runs all that is offered on a page.
func (d *desk) tryAll(role, name string, route nav.Route) {
	if !d.env.MayOpen(route) || !d.fresh(route) {
		return
	}
	var ids []string
	for _, a := range d.offered() {
		if a.Why == "" {
			ids = append(ids, a.ID+"\x00"+a.Name)
		}
	}
	for _, id := range ids {
		d.fresh(route)
		for _, a := range d.offered() {
			if a.ID+"\x00"+a.Name != id || a.Why != "" {
				continue
			}
			d.do(d.act(a)())
			form := d.stack[len(d.stack)-1]
			if _, grid := route.(nav.Results); grid && d.top().Typing() {
				d.press("5", "enter")
			}
			if d.over != nil {
				d.press("y")
			}
			for range 2 { // a question may follow
				if len(d.stack) > 2 && d.over == nil {
					d.press("ctrl+s")
				}
			}
			if d.refused() {
				d.t.Errorf("%s about %s is offered %s (%s) on %T, and refused at %s:\n%s", role, name, a.ID, a.Name, route, fmt.Sprintf("%T", form.route), ansi.Strip(d.View()))
			}
			break
		}
	}
}
