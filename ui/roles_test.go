package ui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// as is the house as somebody else in it has it.
func (h house) as(who model.Profile, roles ...model.Role) house {
	h.Desk = h.File.As(model.Actor{
		ID: string(who.Employee.ID), Employee: who.Employee.ID, Name: who.Employee.FullName(), Roles: model.RolesOf(roles...),
	})
	return h
}

// nominated is the nomination of the sample that waits for its check.
func nominated() nav.Award {
	return nav.Award{Employee: model.EmployeeID(model.ReadyID("employee", "32")), ID: award.ID(model.ReadyID("award", "32"))}
}

// ways are pages that are about somebody, and those about all.
func (h house) ways() []nav.Route {
	who, plan, period := h.who.Employee.ID, h.who.Plans[0], h.period
	return []nav.Route{
		nav.Home{}, nav.Closing{}, nav.Staff{}, nav.Person{Employee: who}, nav.Results{}, nav.Evaluations{}, nav.Evaluation{Plan: plan.ID, Period: period},
		nav.Feedback{}, nav.Feedback{Employee: who}, nav.Credit{Employee: who}, nav.Instruments{}, nav.Instrument{ID: plan.Instrument}, nav.Plans{},
		nav.Plan{Plan: plan.ID}, nav.SKP{Plan: plan.ID}, nav.Matrix{Plan: plan.ID}, nav.ActionPlan{Plan: plan.ID, Period: period}, nav.SelfView{Plan: plan.ID, Period: period}, nav.Units{}, nav.RuleSets{},
		nav.Survey{}, nav.Workplace{}, nav.Fairness{}, nav.Record{}, nav.Record{Employee: who}, nav.Leave{Employee: who}, nav.Coverage{}, nav.Sessions{}, nav.Session{}, nav.Learners{}, nav.Suggested{}, nav.Settings{},
		nav.FollowUp{}, nav.Coaching{Employee: who}, nav.Document{Plan: plan.ID, Period: period}, nav.Colleagues{}, nav.Visit{}, nav.Rounds{}, nav.Round{},
		nav.Awards{}, nav.Proposals{}, nominated(), nav.Letters{},
	}
}

// What somebody may never do is no key and no line of theirs on any page: the
// inspectorate reads all of it and has none that writes, and who is on the staff reads
// about themselves and has what is their own to say. A key that is not offered is
// refused in words when it is pressed.
func TestNobodyIsOfferedWhatTheyMayNever(t *testing.T) {
	h := openHouse(t)
	reads := strings.Fields("enter why period filter order write detail results action credit feedback object leave history coverage evaluation plan " +
		"copy range next previous saved fairness survey close check undo redo targets self coaching document visit rounds awards proposals letters support suggested")
	own := append(slices.Clone(reads), strings.Fields("received accepted edit add remove share approach copy-to revised evidence plan-action realise reopen cancelled colleagues praise improve remark")...)
	for _, tt := range []struct {
		name    string
		house   house
		offered []string
	}{
		{"inspektorat", h.as(h.head, model.RoleAuditor), reads},
		{"pegawai", h.as(h.who, model.RoleStaff), own},
	} {
		for _, route := range tt.house.ways() {
			d := tt.house.sit(t, "id", 80, 24)
			if !d.env.MayOpen(route) {
				continue
			}
			d.send(nav.OpenMsg{Route: route})
			for _, a := range d.offered() {
				if !slices.Contains(tt.offered, a.ID) {
					t.Errorf("%s is offered %s on %T: %s", tt.name, a.ID, route, a.Name)
				}
			}
			for _, it := range d.items() {
				if it.Why == d.env.Refusal() {
					t.Errorf("%s finds %s in the menu of %T", tt.name, it.Name, route)
				}
			}
		}
	}
	d := h.as(h.who, model.RoleStaff).sit(t, "id", 80, 24)
	d.send(nav.OpenMsg{Route: nav.Evaluations{Period: h.period}})
	d.press("s")
	if !strings.Contains(ansi.Strip(d.View()), "sampaikan: Anda tidak berhak melakukan ini.") {
		t.Errorf("a key that is refused says nothing:\n%s", ansi.Strip(d.View()))
	}
}

// Who reads only about themselves has nobody to look up: the key is in no list, and
// says so when it is pressed. Who finds somebody in another period than that of the page
// they were on is told, and comes back to it.
func TestFindingOnesWay(t *testing.T) {
	h := openHouse(t)
	d := h.as(h.who, model.RoleStaff).sit(t, "id", 80, 24)
	d.press("/")
	d.sees("Di sini Anda hanya membaca data Anda sendiri, jadi tidak ada yang dicari.")
	d.press("?")
	if view := ansi.Strip(d.View()); strings.Contains(view, "cari orang") {
		t.Errorf("the help names the key:\n%s", view)
	}
	d = h.sit(t, "id", 80, 24)
	q4, _ := model.ParsePeriod("2026-Q4")
	d.send(nav.OpenMsg{Route: nav.Evaluations{Period: q4}})
	d.press("/")
	d.send(runes("budi santoso"))
	d.press("enter")
	d.sees("Periode TW II 2026: yang terakhir dinilai; tadi TW IV 2026.")
	d.press("esc")
	d.sees("TW IV 2026")
}

// One's own view of one's work is that of the period of the page one comes from.
func TestOwnViewFollowsThePeriodOfHome(t *testing.T) {
	h := openHouse(t)
	d := h.as(h.who, model.RoleStaff).sit(t, "id", 80, 24)
	d.press("t", "up", "enter")
	period := ansi.Strip(d.View())
	for _, a := range d.offered() {
		if a.ID == "self" {
			d.do(a.Run())
		}
	}
	if !strings.Contains(period, "TW II 2026") || !strings.Contains(ansi.Strip(d.View()), "Penilaian diri › Rina Hartati, A.Md.Keb.") || !strings.Contains(strings.SplitN(ansi.Strip(d.View()), "\n", 2)[0], "TW II 2026") {
		t.Errorf("from\n%s\nto\n%s", period, ansi.Strip(d.View()))
	}
}

// Every right that a page's action takes is asked of an action that there is.
func TestWhatTakesARightIsThere(t *testing.T) {
	h := openHouse(t)
	seen := map[string]bool{}
	for _, route := range append(h.ways(), nav.Positions{Year: 2027}) {
		d := h.sit(t, "id", 80, 24)
		d.send(nav.OpenMsg{Route: route})
		for _, a := range d.top().Actions() {
			seen[reflect.TypeOf(route).Name()+"/"+a.ID] = true
		}
	}
	for _, name := range nav.Needed() {
		if page, id, _ := strings.Cut(name, "/"); !seen[name] && id != "idea" && id != "none" && id != "copy" {
			t.Errorf("nothing on %s is called %s", page, id)
		}
	}
}

// The pages of somebody on the staff and of the inspectorate as whole screens.
func TestRolesAsAWhole(t *testing.T) {
	h := openHouse(t)
	plan := h.who.Plans[0].ID
	to := func(way ...nav.Route) []nav.Route { return way }
	for _, p := range []struct {
		house house
		picture
	}{
		{h.as(h.who, model.RoleStaff), picture{"pegawai-home", nil, ""}},
		{h.as(h.who, model.RoleStaff), picture{"pegawai-pages", nil, "g"}},
		{h.as(h.who, model.RoleStaff), picture{"pegawai-own", nil, "g 2"}},
		{h.as(h.who, model.RoleStaff), picture{"pegawai-results", nil, "g 3"}},
		{h.as(h.who, model.RoleStaff), picture{"pegawai-evaluation", to(nav.Evaluation{Plan: plan, Period: h.period}), ""}},
		{h.as(h.who, model.RoleStaff), picture{"pegawai-talk", nil, "g 5"}},
		{h.as(h.who, model.RoleStaff), picture{"pegawai-unit", nil, "g 7"}},
		{h.as(h.who, model.RoleStaff), picture{"pegawai-settings", nil, "g 0"}},
		{h.as(h.who, model.RoleStaff), picture{"pegawai-menu", nil, ":"}},
		{h.as(h.head, model.RoleAuditor), picture{"inspektorat-home", nil, ""}},
		{h.as(h.head, model.RoleAuditor), picture{"inspektorat-pages", nil, "g"}},
		{h.as(h.head, model.RoleAuditor), picture{"inspektorat-evaluations", to(nav.Evaluations{Period: h.period}), ""}},
		{h.as(h.head, model.RoleAuditor), picture{"inspektorat-evaluation", to(nav.Evaluation{Plan: plan, Period: h.period}), ""}},
		{h.as(h.head, model.RoleAuditor), picture{"inspektorat-settings", nil, "g 0"}},
		{h.as(h.head, model.RoleAuditor), picture{"inspektorat-menu", to(nav.Results{}), ":"}},
	} {
		t.Run(p.name, func(t *testing.T) {
			var all strings.Builder
			for _, language := range []string{"id", "en"} {
				for _, size := range [][2]int{{80, 24}, {120, 36}} {
					fmt.Fprintf(&all, "==== %s %d×%d\n%s\n", language, size[0], size[1], p.house.shoot(t, p.picture, language, size[0], size[1]))
				}
			}
			uitest.Golden(t, where.ReplaceAllString(all.String(), "… $1"))
		})
	}
}
