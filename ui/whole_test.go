package ui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/survey"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/frame"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/pages"
	"kinerja/ui/saving"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/ruleset"
)

// house is the sample as its head of puskesmas has it, with one of her midwives.
type house struct {
	pages.House
	head, who model.Profile
	period    model.Period
}

func openHouse(t *testing.T) house {
	t.Helper()
	home := t.TempDir()
	for _, name := range []string{"HOME", "USERPROFILE", "XDG_CONFIG_HOME"} { // the list of files shows an empty place
		t.Setenv(name, home)
	}
	file, district := storetest.District(t, 0)
	desk := file.As(model.Owner(district.Head(), ""))
	head, err := desk.Profile(district.Head())
	if err != nil {
		t.Fatal(err)
	}
	row, err := desk.FindOne("Rina Hartati")
	if err != nil {
		t.Fatal(err)
	}
	who, err := desk.Profile(row.Employee)
	if err != nil {
		t.Fatal(err)
	}
	period, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	surveyed(t, desk, head.Unit.ID, period)
	return house{
		House: pages.House{
			Rules: everyRuleSet,
			Desk:  file.As(model.Owner(head.Employee.ID, head.Employee.FullName())), File: file, Unit: head.Unit.ID, Sample: true,
			Settings: "/home/sari/.config/kinerja/config.toml", Keep: func(string, string) error { return nil },
		},
		head: head, who: who, period: period,
	}
}

// surveyed enters two surveys of the unit.
func surveyed(t *testing.T, desk *store.Desk, unit model.UnitID, period model.Period) {
	t.Helper()
	for i, texts := range []string{"3.41 3.2 2.95 3.8 3.3 3.4 3.5 3.1 3.05", "3.2 3.2 3.1 3.6 3.2 3.3 3.4 3 3"} {
		averages, err := survey.ParseAverages(strings.Fields(texts))
		if err != nil {
			t.Fatal(err)
		}
		s, err := survey.Averages(unit, period, 212-12*i, averages)
		if err != nil {
			t.Fatal(err)
		}
		s.Population, s.Source, period = 500-100*i, "Laporan SKM no. 12", period.Prev()
		if err := desk.AddSurvey(s); err != nil {
			t.Fatal(err)
		}
	}
}

// sit opens the program in the house, on a terminal of a size.
func (h house) sit(t *testing.T, language string, width, height int) *desk {
	t.Helper()
	env := uitest.Env(t, language)
	env.Me = h.Desk.Actor()
	d := &desk{t: t, env: env, Router: NewRouter(env, pages.Build(env, h.House), nav.Home{}, nil)}
	d.finder, d.recaller, d.label = over.NewFinder(pages.Names{Desk: h.Desk}), h.Desk, env.Text.Frame.Sample
	d.shelf = saving.New("/home/sari", "/home/sari/nowhere/Documents", "")
	d.do(d.Init())
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// picture is one page of the program: the way to it, and keys pressed on it.
type picture struct {
	name string
	way  []nav.Route
	keys string
}

// pictures are all pages, and what can lie over them.
func (h house) pictures() []picture {
	who, plan, period := h.who.Employee.ID, h.who.Plans[0], h.period
	staff, list, settings := nav.Staff{}, nav.Evaluations{Period: period}, nav.Settings{}
	card := []nav.Route{staff, nav.Person{Employee: who}}
	one := nav.Evaluation{Plan: plan.ID, Period: period}
	grid := nav.Results{Period: period, Instrument: plan.Instrument, Employee: who}
	to := func(way ...nav.Route) []nav.Route { return way }
	on := func(way []nav.Route, more ...nav.Route) []nav.Route { return append(way[:len(way):len(way)], more...) }
	return []picture{
		{"home", nil, ""}, {"home-end", nil, "end"}, {"closing", to(nav.Closing{}), ""}, {"closing-filter", to(nav.Closing{}), "l s a r i"},
		{"staff", to(staff), "down"}, {"staff-add", to(staff), "a"}, {"staff-filter", to(staff), "l b i d a n"},
		{"person", card, ""}, {"person-why", card, "x"}, {"person-end", card, "end"},
		{"credit", on(card, nav.Credit{Employee: who}), ""}, {"credit-why", on(card, nav.Credit{Employee: who}), "down down x"}, {"credit-base", on(card, nav.Credit{Employee: who}), "a"},
		{"results", to(grid), ""}, {"results-typing", to(grid), "9"}, {"results-why", to(grid), "x"}, {"results-cell", to(grid), "i"},
		{"results-range", to(grid), "v down down"},
		{"evaluations", to(list), ""}, {"evaluations-rate", to(list), "enter"}, {"evaluations-share", to(nav.Evaluations{Period: period, Employee: who}), "space s"}, {"evaluations-none", to(list), "space s"},
		{"evaluation", to(list, one), ""}, {"evaluation-why", to(list, one), "x"}, {"evaluation-notes", to(list, one), "n"},
		{"evaluation-of-card", on(card, one), ""},
		{"action", to(list, one, nav.ActionPlan{Plan: plan.ID, Period: period}), ""}, {"action-new", on(card, nav.ActionPlan{Plan: plan.ID, Period: period.Next()}), "up a"},
		{"action-came", to(list, one, nav.ActionPlan{Plan: plan.ID, Period: period}), "enter"}, {"action-proof", to(list, one, nav.ActionPlan{Plan: plan.ID, Period: period}), "down e"},
		{"self", to(list, one, nav.SelfView{Plan: plan.ID, Period: period}), ""}, {"self-own", to(nav.SelfView{Period: period}), ""}, {"self-form", to(nav.SelfView{Period: period}), "e"},
		{"talks", to(nav.Feedback{}), ""}, {"talk", to(nav.Feedback{}, nav.Feedback{Employee: who}), ""},
		{"talk-new", to(nav.Feedback{}, nav.Feedback{Employee: who}), "a"}, {"talk-of-card", on(card, one, nav.Feedback{Employee: who}), ""},
		{"followup", to(nav.FollowUp{}), ""}, {"support", to(nav.FollowUp{}, nav.Support{}), ""}, {"coaching", on(card, nav.Coaching{Employee: who}), ""},
		{"coaching-new", on(card, nav.StartCoaching{Employee: who, Plan: plan.ID, Period: period, Measure: plan.Measures[1].ID}), ""},
		{"awards", to(nav.FollowUp{}, nav.Awards{}), ""}, {"award", to(nav.FollowUp{}, nav.Awards{}, nominated()), ""}, {"award-rule", to(nav.FollowUp{}, nav.Awards{}, nav.Proposals{}), ""},
		{"settings", to(settings), ""}, {"settings-end", to(settings), "end"},
		{"instruments", to(settings, nav.Instruments{}), ""}, {"instrument", to(settings, nav.Instruments{}, nav.Instrument{ID: plan.Instrument}), ""},
		{"instrument-new", to(settings, nav.Instruments{}, nav.Instrument{}), ""},
		{"plans", to(settings, nav.Plans{}), ""}, {"plan", to(settings, nav.Plans{}, nav.Plan{Plan: plan.ID}), ""}, {"plan-of-card", on(card, nav.Plan{Plan: plan.ID}), ""},
		{"skp", to(nav.Plan{Plan: plan.ID}, nav.SKP{Plan: plan.ID}), ""}, {"matrix", to(nav.SKP{Plan: h.head.Plans[0].ID}, nav.Matrix{Plan: h.head.Plans[0].ID}), ""},
		{"positions", to(settings, nav.Positions{}), ""}, {"units", to(settings, nav.Units{}), ""}, {"rules", to(settings, nav.RuleSets{}), ""},
		{"history", to(settings, nav.Record{}), ""}, {"history-filter", to(nav.Record{}), "l s k m"}, {"history-of-person", on(card, nav.Record{Employee: who}), "down down"},
		{"history-of-evaluation", to(list, one, nav.Record{Plan: plan.ID, Period: period}), ""}, {"history-whole", on(card, nav.Record{Employee: who}), "end i"},
		{"survey", to(nav.Survey{}), ""}, {"survey-why", to(nav.Survey{}), "x"}, {"survey-add", to(nav.Survey{}), "a"}, {"survey-take", to(nav.Survey{}), "enter"},
		{"unit", to(settings, nav.Units{}, nav.EditUnit{Unit: h.head.Unit.ID}), ""}, {"unit-new", to(settings, nav.Units{}, nav.EditUnit{}), ""},
		{"edit", on(card, nav.EditPerson{Employee: who}), ""}, {"record", on(card, nav.EditPerson{Employee: who, Record: true}), ""},
		{"person-new", to(staff, nav.EditPerson{}), ""}, {"post", on(card, nav.EditPost{Employee: who, Post: h.who.Posts[0].ID}), ""},
		{"post-new", on(card, nav.EditPost{Employee: who}), ""},
		{"users", to(settings, nav.Users{}), ""}, {"user-new", to(settings, nav.Users{}, nav.EditUser{For: nav.ForNew}), ""},
		{"intake", to(settings, nav.Intake{Kind: "staff"}), ""},
		{"welcome", to(nav.Welcome{}), ""}, {"welcome-unit", to(nav.Welcome{Step: 1}), ""}, {"welcome-who", to(nav.Welcome{Step: 2}), ""},
		{"welcome-period", to(nav.Welcome{Step: 3}), ""},
		{"workplace", to(nav.Workplace{Period: period}), ""}, {"workplace-end", to(nav.Workplace{Period: period}), "end"}, {"workplace-why", to(nav.Workplace{Period: period}), "x"},
		{"fairness", to(nav.Fairness{Period: period}), ""}, {"fairness-end", to(nav.Fairness{Period: period}), "end"}, {"fairness-why", to(nav.Fairness{Period: period}), "x"},
		{"workplace-set", to(nav.Workplace{Period: period}), "e"},
		{"help", to(list), "?"}, {"help-end", to(list), "? end"}, {"menu", nil, ":"}, {"menu-end", to(list), ": pgdown pgdown pgdown"}, {"places", card, "g"},
		{"lookup", nil, "/"}, {"lookup-hits", nil, "/ r i n a"}, {"write", to(staff), "w"}, {"quit", nil, "esc"},
	}
}

// everyRuleSet are those that the program brings along.
func everyRuleSet() (c ruleset.Choices, err error) {
	for _, rs := range rules.All() {
		c.List = append(c.List, ruleset.Choice{Rules: rs})
	}
	return c, nil
}

// Every page of the program as a whole screen, in both languages and two sizes,
// from a real file: a golden for each page. There, and in the smallest terminal,
// nothing is wider or higher than the room, no line is cut where nothing says so, and no text is
// missing or has a hole in it.
func TestEveryPageAsAWhole(t *testing.T) {
	h := openHouse(t)
	for _, p := range h.pictures() {
		t.Run(p.name, func(t *testing.T) {
			var all strings.Builder
			for _, language := range []string{"id", "en"} {
				for _, size := range [][2]int{{80, 24}, {120, 36}} {
					fmt.Fprintf(&all, "==== %s %d×%d\n%s\n", language, size[0], size[1], h.shoot(t, p, language, size[0], size[1]))
				}
			}
			if p.name == "intake" { // it shows the folders of this machine
				return
			}
			uitest.Golden(t, where.ReplaceAllString(all.String(), "… $1"))
		})
	}
}

// where is the temporary place of the file, which differs each time.
var where = regexp.MustCompile(`\S*(kinerja\.db)`)

// hole is a place for a word that no word was put into.
var hole = regexp.MustCompile(`\{[A-Za-z]+\}|%!|<nil>|\bPANIC\b`)

// shoot is the screen of one page. Afterwards the terminal is made as small as
// may be.
func (h house) shoot(t *testing.T, p picture, language string, width, height int) string {
	t.Helper()
	d := h.sit(t, language, width, height)
	for _, route := range p.way {
		d.send(nav.OpenMsg{Route: route})
	}
	d.press(strings.Fields(p.keys)...)
	screen := d.whole(t)
	d.send(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
	d.whole(t)
	return screen
}

// whole is the screen as it stands, in which nothing is cut or missing.
func (d *desk) whole(t *testing.T) string {
	t.Helper()
	screen := ansi.Strip(d.View())
	if n := strings.Count(screen, "\n") + 1; n != d.height {
		t.Errorf("%d×%d: %d lines", d.width, d.height, n)
	}
	uitest.Fits(t, screen, d.width, d.height)
	width, height, body, covered := d.width-2*margin, d.height-around, "", false
	if d.over != nil {
		body, covered = d.over.Body(width, height)
	}
	if !covered {
		body = d.top().View()
	}
	uitest.Fits(t, body, width, height) // the frame would cut it without a word
	uitest.Fits(t, frame.Foot(d.parts(width)), width, 1)
	if text := hole.FindString(screen); text != "" {
		t.Errorf("%d×%d: %q on screen\n%s", d.width, d.height, text, screen)
	}
	return screen
}
