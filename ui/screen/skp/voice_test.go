package skp_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/ui/nav"
	"kinerja/ui/screen/skp"
	"kinerja/ui/uitest"
)

// Voiced opens the desk on which another's word is said.
func (o office) Voiced(said voice.Said) (skp.Stepper, error) { return o.Desk.Voiced(said) }

// Who hands in their plan beside the evaluator may type their own PIN: then it is
// their own word, and no paper is asked for.
func TestThePlanIsHandedInByTheirPIN(t *testing.T) {
	o := newOffice(t)
	o.filled(t)
	_, err := o.Guard(user.New{User: user.User{Name: "sari"}, Secret: "830217"}, user.New{User: user.User{Name: "ani", Employee: o.ani.Employee}, Secret: "602915"})
	if err != nil {
		t.Fatal(err)
	}
	ani, _, err := o.file.Enter("ani", "602915")
	if err != nil {
		t.Fatal(err)
	}
	if err := o.file.As(ani).ChangeSecret("602915", "284067"); err != nil {
		t.Fatal(err)
	}
	me, _, err := o.file.Enter("sari", "830217")
	if err != nil {
		t.Fatal(err)
	}
	o.Desk = o.file.As(me)
	env := uitest.Env(t, "id")
	env.Me = me
	p := skp.New(env, o, nav.SKP{Plan: o.ani.ID})
	uitest.Open(p, 78, 20)
	state := func() model.Plan {
		t.Helper()
		plan, err := o.Plan(o.ani.ID)
		if err != nil {
			t.Fatal(err)
		}
		return plan
	}
	uitest.Press(p, "s", "right", "enter")
	uitest.Type(p, "830217") // the evaluator's own
	uitest.Press(p, "enter")
	if view := ansi.Strip(p.View()); state().State == model.PlanSubmitted || !strings.Contains(view, "PIN salah") || strings.Contains(view, "830217") {
		t.Fatalf("handed in by another's PIN:\n%s", view)
	}
	uitest.Type(p, "284067")
	if _, draft := p.Draft(); strings.Contains(draft, "284067") {
		t.Error("the PIN is in a draft")
	}
	uitest.Press(p, "enter")
	plan := state()
	if w := plan.Words[len(plan.Words)-1]; plan.State != model.PlanSubmitted || w.Whose != o.ani.Employee || w.By != w.Whose || w.Via != model.Signed || w.Document != "" {
		t.Errorf("%v %+v\n%s", plan.State, w, ansi.Strip(p.View()))
	}
	p.Resize(78, 200)
	if view := ansi.Strip(p.View()); !strings.Contains(strings.Join(strings.Fields(view), " "), "PIN sendiri") {
		t.Errorf("how it is known is not shown:\n%s", view)
	}
}
