package rulesets_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/ui/nav"
	"kinerja/ui/screen/rulesets"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/ruleset"
)

// desk has the rule sets of the program, and one file that is refused.
type desk struct {
	since model.Date
	used  []string
	err   error
	row   planning.Row
	told  []planning.Told
}

func (d *desk) RuleSets() (ruleset.Choices, error) {
	c := ruleset.Choices{Since: d.since}
	for _, rs := range rules.All() {
		c.List = append(c.List, ruleset.Choice{Rules: rs})
	}
	c.List = append(c.List, ruleset.Choice{File: "klinik.toml", Fault: "klinik.toml:12: contoh tidak cocok."})
	return c, nil
}

func (d *desk) UseRules(ref string) error {
	d.used = append(d.used, ref)
	return d.err
}

func (d *desk) UseRulesFor(kind model.EmployeeKind, ref string) error {
	d.used = append(d.used, kind.String()+"="+ref)
	return d.err
}

func (d *desk) PlanRow(id model.PlanID) (planning.Row, error) { return d.row, d.err }

func (d *desk) Told(plans []model.PlanID) (map[model.PlanID][]planning.Told, []model.Period, model.Period, error) {
	return map[model.PlanID][]planning.Told{plans[0]: d.told}, nil, 0, nil
}

func (d *desk) NameRules(id model.PlanID, ref string) (p model.Plan, err error) {
	d.used = append(d.used, string(id)+"="+ref)
	if d.row.Plan, err = planning.GoBy(d.row.Plan, ref, d.told); err != nil {
		return p, err
	}
	return d.row.Plan, d.err
}

func open(t *testing.T, d *desk, language string, width, height int) *rulesets.Page {
	t.Helper()
	env := uitest.Env(t, language)
	env.Rules = rules.Only(rules.PP30())
	p := rulesets.New(env, d, nav.RuleSets{})
	uitest.Open(p, width, height)
	return p
}

func TestPage(t *testing.T) {
	for name, keys := range map[string]string{"list": "", "other": "up", "refused": "end", "whole": "x"} {
		for _, language := range []string{"id", "en"} {
			for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
				t.Run(fmt.Sprintf("%s_%s_%dx%d", name, language, size[0], size[1]), func(t *testing.T) {
					p := open(t, &desk{since: 20260105}, language, size[0], size[1])
					uitest.Press(p, strings.Fields(keys)...)
					uitest.Fits(t, p.View(), size[0], size[1])
					uitest.Golden(t, p.View())
				})
			}
		}
	}
}

// The one in use cannot be chosen again, a refused file not at all; another is
// put into use after a question, and the program opens anew.
func TestUse(t *testing.T) {
	d := &desk{}
	p := open(t, d, "id", 78, 20)
	why := func() string { return p.Actions()[0].Why }
	if why() == "" || !strings.Contains(ansi.Strip(p.View()), "* PP 30/2019 (70/30)") {
		t.Errorf("in use: %q\n%s", why(), p.View())
	}
	if uitest.Press(p, "end"); !strings.Contains(why(), "contoh tidak cocok") {
		t.Errorf("refused: %q", why())
	}
	uitest.Press(p, "home")
	ask, ok := uitest.Press(p, "enter")[0].(nav.AskMsg)
	if !ok || !strings.Contains(ask.Question, "PermenPANRB 6/2022") || len(d.used) != 0 {
		t.Fatalf("%+v, %v", ask, d.used)
	}
	asked := uitest.Run(p, func() tea.Msg { return ask.Yes() })
	if len(d.used) != 1 || d.used[0] != rules.PermenPANRB6().ID || len(asked) != 1 {
		t.Fatalf("%v, %v", d.used, asked)
	}
	if again, ok := asked[0].(nav.AgainMsg); !ok || again.First != (nav.RuleSets{}) || !strings.Contains(again.Said, "PermenPANRB 6/2022") {
		t.Errorf("%+v", asked[0])
	}
	d.err = model.ErrFull
	asked = uitest.Run(p, func() tea.Msg { return ask.Yes() })
	if fail, ok := asked[0].(nav.FailMsg); !ok || !errors.Is(fail.Err, model.ErrFull) {
		t.Errorf("%+v", asked)
	}
}

// Another rule set is put into use for one kind of staff, and taken away from
// them, after a question; the page says whose it is.
func TestUseForAKind(t *testing.T) {
	d := &desk{}
	env := uitest.Env(t, "id")
	env.Rules = env.Rules.WithKind(model.NonASN, rules.PP30())
	p := rulesets.New(env, d, nav.RuleSets{})
	uitest.Open(p, 78, 20)
	action := func(id string) nav.Action {
		t.Helper()
		for _, a := range p.Actions() {
			if a.ID == id {
				return a
			}
		}
		t.Fatalf("no action %s", id)
		return nav.Action{}
	}
	do := func(a nav.Action) (nav.AskMsg, tea.Msg) {
		t.Helper()
		ask, ok := uitest.Run(p, a.Run())[0].(nav.AskMsg)
		if !ok || a.Why != "" {
			t.Fatalf("%+v", a)
		}
		return ask, uitest.Run(p, func() tea.Msg { return ask.Yes() })[0]
	}
	ask, then := do(action("for_pppk")) // the one of all, under the cursor
	if again, ok := then.(nav.AgainMsg); !ok || !strings.Contains(ask.Question, "khusus bagi PPPK") || !strings.Contains(again.Said, "bagi PPPK: PermenPANRB 6/2022") {
		t.Errorf("%q, %+v", ask.Question, then)
	}
	for !strings.Contains(ansi.Strip(p.View()), "Khusus bagi: non-ASN.") {
		if uitest.Press(p, "down"); strings.Contains(ansi.Strip(p.View()), "klinik.toml:12") {
			t.Fatalf("whose it is is not said:\n%s", p.View())
		}
	}
	if a := action("for_non_asn"); a.Name != "hapus aturan khusus bagi non-ASN" {
		t.Error(a.Name)
	}
	do(action("for_non_asn"))
	if got := strings.Join(d.used, " "); got != "pppk=permenpanrb6 non_asn=" {
		t.Error(got)
	}
	uitest.Press(p, "end")
	if a := action("for_pns"); !strings.Contains(a.Why, "contoh tidak cocok") {
		t.Errorf("a refused file: %+v", a)
	}
}

// A plan names a rule set, and none again, after a question; once a period of it
// was shared it keeps the one it has, and the page says why.
func TestForOnePlan(t *testing.T) {
	d := &desk{row: planning.Row{Staff: model.StaffRow{Name: "Rina Hartati", Kind: model.PPPK}, Plan: model.Plan{ID: "P", Year: 2026, RuleSet: model.DefaultRuleSet}}}
	env := uitest.Env(t, "id")
	env.Rules = env.Rules.WithKind(model.PPPK, rules.PP46()).Holding(rules.All()...)
	p := rulesets.New(env, d, nav.RuleSets{Plan: "P"})
	uitest.Open(p, 78, 24)
	view := func() string { return ansi.Strip(p.View()) }
	if v := view(); !strings.Contains(v, "Aturan bagi SKP 2026 Rina Hartati") || !strings.Contains(v, "PP 46/2011 (khusus bagi PPPK)") {
		t.Errorf("whose plan, and what holds now:\n%s", v)
	}
	for !strings.Contains(view(), "▸   PP 30/2019 (70/30)") {
		uitest.Press(p, "down")
	}
	ask, ok := uitest.Press(p, "enter")[0].(nav.AskMsg)
	if !ok || !strings.Contains(ask.Question, "SKP 2026 Rina Hartati memakai PP 30/2019") || len(d.used) != 0 {
		t.Fatalf("%+v, %v", ask, d.used)
	}
	uitest.Run(p, func() tea.Msg { return ask.Yes() })
	uitest.Run(p, p.Init())
	if v := view(); d.row.Plan.RuleSet != "pp30@1" || !strings.Contains(v, "PP 30/2019 (70/30) (disebut SKP ini)") {
		t.Errorf("%v\n%s", d.used, v)
	}
	none := func() nav.Action {
		for _, a := range p.Actions() {
			if a.ID == "none" {
				return a
			}
		}
		t.Fatal("nothing takes it away")
		return nav.Action{}
	}
	d.told = []planning.Told{{Period: model.PeriodAt(model.Quarter, 20260701), On: 20261005}}
	uitest.Run(p, p.Init())
	if why := none().Why; !strings.Contains(why, "TW III 2026 sudah disampaikan") || p.Actions()[0].Why == "" || !strings.Contains(view(), "sudah disampaikan") {
		t.Errorf("shared: %q\n%s", why, view())
	}
	d.told = nil
	uitest.Run(p, p.Init())
	ask = uitest.Run(p, none().Run())[0].(nav.AskMsg)
	uitest.Run(p, func() tea.Msg { return ask.Yes() })
	if d.row.Plan.RuleSet != model.DefaultRuleSet {
		t.Errorf("%v, %v", d.row.Plan.RuleSet, d.used)
	}
	uitest.Run(p, p.Init())
	if none().Why == "" {
		t.Error("nothing is there to be taken away")
	}
	// How it looks.
	d.row.Plan.RuleSet = "kami@2"
	for _, size := range [][2]int{{78, 20}, {58, 11}} {
		p := rulesets.New(env, d, nav.RuleSets{Plan: "P"})
		uitest.Open(p, size[0], size[1])
		uitest.Fits(t, p.View(), size[0], size[1])
		if v := strings.Join(strings.Fields(ansi.Strip(p.View())), " "); !strings.Contains(v, "Aturan kami versi 2 yang disebut SKP ini tidak ada") {
			t.Errorf("a rule set that is away:\n%s", p.View())
		}
	}
}
