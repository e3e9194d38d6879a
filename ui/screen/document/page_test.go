package document_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/editions"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/document"
	"kinerja/ui/uitest"
)

var q3 = model.PeriodAt(model.Quarter, 2026_09_30)

// final is an evaluation of the sample that was made final, with the desks of its
// evaluator and of the person.
func final(t *testing.T) (c storetest.Cast, evaluator, staff editions.Desk) {
	t.Helper()
	c = storetest.NewCast(t, q3)
	evaluator, staff = editions.Desk{Desk: c.Signed(c.Evaluator, model.RoleEvaluator)}, editions.Desk{Desk: c.Signed(c.Staff)}
	rs := rules.PermenPANRB6()
	_, err := evaluator.Mark(c.Plan.ID, q3, store.Rating{Result: model.Below, Behaviour: model.Meets, Reason: "bukti", Rules: rs})
	for _, step := range []struct {
		desk editions.Desk
		to   model.EvaluationState
	}{{evaluator, model.Shared}, {staff, model.Received}, {staff, model.Accepted}, {evaluator, model.Final}} {
		if err == nil {
			_, err = step.desk.Move(c.Plan.ID, q3, step.to, model.Word{On: 2026_10_01}, rs)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return c, evaluator, staff
}

func env(t *testing.T, desk editions.Desk, language string) nav.Env {
	e := uitest.Env(t, language)
	e.Me = desk.Actor()
	return e
}

func find(t *testing.T, s nav.Screen, id string) nav.Action {
	t.Helper()
	for _, a := range s.Actions() {
		if a.ID == id {
			return a
		}
	}
	t.Fatalf("there is no %s", id)
	return nav.Action{}
}

// The form makes a version 2 with its reason and letter; the page then shows both
// versions, the first as replaced once the second is shared.
func TestANewVersion(t *testing.T) {
	c, evaluator, staff := final(t)
	at := nav.Document{Plan: c.Plan.ID, Period: q3}
	p := document.New(env(t, evaluator, "id"), evaluator, at, "")
	uitest.Open(p, 80, 20)
	if a := find(t, p, "replace"); a.Why != "" {
		t.Fatalf("no new version: %s", a.Why)
	}
	if a := find(t, p, "next"); a.Why == "" {
		t.Error("there is a next version before there are two")
	}
	f := document.NewForm(env(t, evaluator, "id"), evaluator, nav.EditEdition{Plan: c.Plan.ID, Period: q3})
	uitest.Open(f, 80, 20)
	uitest.Press(f, "ctrl+s")
	if list, _ := evaluator.Former(c.Plan.ID, q3); len(list) != 0 {
		t.Fatal("made without a reason")
	}
	uitest.Type(f, "Angka IDL tertukar")
	uitest.Press(f, "tab", "tab")
	uitest.Type(f, "Surat 12/2026")
	asked := uitest.Press(f, "ctrl+s")
	if list, err := evaluator.Former(c.Plan.ID, q3); err != nil || len(list) != 1 || list[0].Word.Reason != "Angka IDL tertukar" || list[0].Word.Document != "Surat 12/2026" {
		t.Fatalf("%+v, %v\n%s\n%v", list, err, ansi.Strip(f.View()), asked)
	}
	mine := document.New(env(t, staff, "id"), staff, at, "")
	uitest.Open(mine, 80, 60)
	if view := ansi.Strip(mine.View()); strings.Contains(view, "ekspektasi") {
		t.Errorf("the person sees a version that was not shared:\n%s", view)
	}
	uitest.Press(mine, "[")
	if view := ansi.Strip(mine.View()); !strings.Contains(view, "Versi 1 sedang diperbaiki") || !strings.Contains(view, "di bawah ekspektasi") {
		t.Errorf("version 1 while version 2 is made:\n%s", view)
	}
	if find(t, mine, "replace").Why == "" {
		t.Error("the person replaces their own evaluation")
	}
	if _, err := evaluator.Move(c.Plan.ID, q3, model.Shared, model.Word{}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	uitest.Open(mine, 80, 60)
	if view := ansi.Strip(mine.View()); !strings.Contains(view, "DIGANTI oleh versi 2") {
		t.Errorf("version 1 after version 2 was shared:\n%s", view)
	}
}

// Silence can be taken as agreement only where a setting names the rule, and after the
// last day to object.
func TestSilence(t *testing.T) {
	c := storetest.NewCast(t, q3)
	d := &quiet{}
	for name, x := range map[string]struct {
		rule     string
		state    model.EvaluationState
		received model.Date
		may      bool
	}{
		"no rule":            {"", model.Received, 2026_09_01, false},
		"the clock runs":     {"Perbup 7", model.Received, 2026_09_30, false},
		"not received":       {"Perbup 7", model.Shared, 0, false},
		"silent past it":     {"Perbup 7", model.Received, 2026_09_01, true},
		"answered past it":   {"Perbup 7", model.Accepted, 2026_09_01, false},
		"objected, past too": {"Perbup 7", model.Objected, 2026_09_01, false},
	} {
		d.sheet.Now = model.Evaluation{Plan: c.Plan.ID, Employee: c.Staff, State: x.state, Words: []model.Word{{Act: string(model.VerbReceive), On: x.received}}}
		p := document.New(uitest.Env(t, "id"), d, nav.Document{Plan: c.Plan.ID, Period: q3}, x.rule)
		uitest.Open(p, 80, 20)
		a := find(t, p, "deem")
		if (a.Why == "") != x.may {
			t.Errorf("%s: %q", name, a.Why)
		}
		if !x.may {
			continue
		}
		asked := uitest.Run(p, a.Run())
		question, ok := asked[len(asked)-1].(nav.AskMsg)
		if !ok || !strings.Contains(question.Question, "Perbup 7") {
			t.Fatalf("%+v", asked)
		}
		uitest.Run(p, question.Yes)
		if d.moved != model.DeemedAccepted || d.word.Reason != "Perbup 7" {
			t.Errorf("moved to %v by %+v", d.moved, d.word)
		}
	}
}

// The page in three sizes and both languages: version 1, replaced.
func TestGolden(t *testing.T) {
	c, evaluator, staff := final(t)
	rs := rules.PermenPANRB6()
	letter := model.Word{Reason: "Angka IDL tertukar dengan bulan lalu", Document: "Surat 12/2026", On: 2026_10_04}
	_, err := evaluator.Replace(c.Plan.ID, q3, objection.Ratings{Result: model.Meets, Behaviour: model.Meets}, letter, rs)
	if err == nil {
		_, err = evaluator.Move(c.Plan.ID, q3, model.Shared, model.Word{On: 2026_10_05}, rs)
	}
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{80, 20}, {120, 32}, {60, 11}} {
			p := document.New(env(t, staff, language), staff, nav.Document{Plan: c.Plan.ID, Period: q3, Version: 1}, "")
			uitest.Open(p, size[0], size[1])
			view := ansi.Strip(p.View())
			uitest.Fits(t, view, size[0], size[1])
			all.WriteString("==== " + language + "\n" + view + "\n")
		}
		f := document.NewForm(env(t, evaluator, language), evaluator, nav.EditEdition{Plan: c.Plan.ID, Period: q3})
		uitest.Open(f, 80, 20)
		uitest.Press(f, "tab", "right")
		all.WriteString("==== " + language + "\n" + ansi.Strip(f.View()) + "\n")
	}
	uitest.Golden(t, all.String())
}
