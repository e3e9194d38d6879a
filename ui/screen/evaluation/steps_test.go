package evaluation_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluation"
	"kinerja/ui/uitest"
)

// action is what can be done by a name.
func action(t *testing.T, p nav.Screen, id string) nav.Action {
	t.Helper()
	list := p.Actions()
	i := slices.IndexFunc(list, func(a nav.Action) bool { return a.ID == id })
	if i < 0 {
		t.Fatalf("nothing is called %s", id)
	}
	return list[i]
}

// Every step by its name, until nothing is left but to say why not; u and the
// name of withdrawing are one thing.
func TestStepsByName(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, rina)
	p := open(t, d, unit, plan, "id")
	if why := action(t, p, "withdraw").Why; why != "sudah dinilai, belum disampaikan" {
		t.Errorf("to withdraw what was not shared: %q", why)
	}
	uitest.Press(p, "s", "y")
	for _, a := range nav.Once(p.Actions()) {
		if a.Name == "tarik kembali" && a.Binding.Help().Key != "u" {
			t.Errorf("withdrawing has the key %q", a.Binding.Help().Key)
		}
	}
	uitest.Run(p, action(t, p, "withdraw").Run())
	uitest.Type(p, "salah tulis")
	uitest.Press(p, "enter")
	if e := state(t, d, plan); e.State != model.Rated {
		t.Fatalf("%s", e.State)
	}
	uitest.Press(p, "s", "y")
	for _, step := range []struct {
		id, yes string
		want    model.EvaluationState
	}{{"received", "ctrl+s", model.Received}, {"accepted", "ctrl+s", model.Accepted}, {"final", "y", model.Final}} {
		if why := action(t, p, step.id).Why; why != "" {
			t.Errorf("%s: %s", step.id, why)
		}
		uitest.Run(p, action(t, p, step.id).Run())
		if step.yes == "ctrl+s" {
			uitest.Press(p, step.yes)
			if view := ansi.Strip(p.View()); !strings.Contains(view, "Akan dicatat: ") || !strings.Contains(view, "tanda tangan di kertas.") {
				t.Errorf("%s does not say what will be recorded:\n%s", step.id, view)
			}
		}
		uitest.Press(p, "y")
		if e := state(t, d, plan); e.State != step.want {
			t.Fatalf("%s: %s", step.id, e.State)
		}
	}
	for _, id := range []string{"withdraw", "received", "accepted", "final", "share"} {
		if action(t, p, id).Why == "" {
			t.Errorf("%s of what is final", id)
		}
	}
}

// A day or a letter that was mistyped is put right by name: the refusal of u says
// so, the form holds what stands there, and a yes is asked before it counts.
func TestMendARecord(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, rina)
	p := open(t, d, unit, plan, "id")
	if why := action(t, p, "mend-received").Why; why == "" {
		t.Error("a receipt can be corrected that is not recorded")
	}
	uitest.Press(p, "s", "y", "enter", "ctrl+s", "y")
	before := state(t, d, plan)
	if why := action(t, p, "undo").Why; !strings.Contains(why, "perbaiki catatan") {
		t.Errorf("u refuses: %q", why)
	}
	if a := action(t, p, "mend-accepted"); a.Why == "" {
		t.Error("an acceptance can be corrected that is not recorded")
	}
	a := action(t, p, "mend-received")
	if a.Why != "" || a.Name != "perbaiki catatan penerimaan" {
		t.Fatalf("%q: %q", a.Name, a.Why)
	}
	uitest.Run(p, a.Run())
	if view := ansi.Strip(p.View()); !p.Typing() || !strings.Contains(view, "Tercatat sekarang: ") || !strings.Contains(view, "tanda tangan di kertas") {
		t.Fatalf("what stands there is not said:\n%s", view)
	}
	uitest.Press(p, "ctrl+u")
	uitest.Type(p, "surat no. 21")
	uitest.Press(p, "ctrl+s")
	if !p.Typing() {
		t.Fatal("corrected without a reason")
	}
	uitest.Type(p, "nomor tertukar")
	uitest.Press(p, "ctrl+s")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Akan dicatat: ") || !strings.Contains(view, "surat no. 21.") {
		t.Errorf("what will stand there is not said:\n%s", view)
	}
	if e := state(t, d, plan); e.Words[len(e.Words)-1].Document == "surat no. 21" {
		t.Error("corrected before the yes")
	}
	uitest.Press(p, "y")
	e := state(t, d, plan)
	if w, old := e.Words[len(e.Words)-1], before.Words[len(before.Words)-1]; e.State != model.Received || w.ID != old.ID || w.Document != "surat no. 21" || w.On != old.On {
		t.Errorf("%s, %+v, was %+v", e.State, w, old)
	}
	if view := ansi.Strip(p.View()); strings.Contains(view, "Perbaiki catatan") {
		t.Errorf("the question is still open:\n%s", view)
	}
}

// The day of sharing is put right like the others, also after receipt, and not
// beyond it; a correction that would change nothing is refused in the form.
func TestMendTheDayOfSharing(t *testing.T) {
	for language, want := range map[string][3]string{
		"id": {"Tercatat sekarang: disampaikan 5 Oktober 2026.", "belum ada yang diperbaiki", "Tanggal penyampaian: 1 Oktober 2026"},
		"en": {"Recorded now: shared on 5 October 2026.", "nothing is corrected yet", "Shared on: 1 October 2026"},
	} {
		d, unit := clinic(t)
		plan := find(t, d, unit, fresh)
		p := open(t, d, unit, plan, language)
		if why := action(t, p, "mend-shared").Why; why == "" {
			t.Errorf("the day of what is not shared: %q", why)
		}
		uitest.Press(p, "enter", "s", "s", "s", "y", "enter", "ctrl+s", "y")
		uitest.Run(p, action(t, p, "mend-shared").Run())
		if view := ansi.Strip(p.View()); !p.Typing() || !strings.Contains(view, want[0]) {
			t.Fatalf("%s: what stands there is not said:\n%s", language, view)
		}
		uitest.Press(p, "tab")
		uitest.Type(p, "dibagikan hari Kamis")
		uitest.Press(p, "ctrl+s")
		if view := ansi.Strip(p.View()); !p.Typing() || !strings.Contains(view, want[1]) {
			t.Errorf("%s: nothing is corrected:\n%s", language, view)
		}
		uitest.Press(p, "shift+tab", "ctrl+u")
		uitest.Type(p, "2026-10-01")
		uitest.Press(p, "ctrl+s")
		if view := ansi.Strip(p.View()); !strings.Contains(view, want[2]) {
			t.Errorf("%s: what will stand there is not said:\n%s", language, view)
		}
		uitest.Press(p, "esc")
		if !p.Typing() {
			t.Error("Esc gives up more than the question")
		}
		uitest.Press(p, "ctrl+s", "y")
		e := state(t, d, plan)
		if w := e.Words[len(e.Words)-2]; e.State != model.Received || w.Act != string(model.VerbShare) || w.On != 20261001 {
			t.Errorf("%s, %+v", e.State, w)
		}
	}
}

// While a rating is on its way a step is not refused.
func TestStepsWhileARatingWaits(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, find(t, d, unit, fresh), "id")
	if action(t, p, "share").Why == "" {
		t.Error("what is not rated can be shared")
	}
	d.fail = model.ErrFull
	uitest.Press(p, "enter", "s", "s", "esc")
	if why := action(t, p, "share").Why; why != "" {
		t.Errorf("while ratings wait: %q", why)
	}
	d.fail = nil
	uitest.Press(p, "s", "y")
	if e := state(t, d, find(t, d, unit, func(r model.BoardRow, _ model.Rating) bool {
		return r.Evaluation.State == model.Shared && r.Staff.Name == p.Title()
	})); e.State != model.Shared {
		t.Errorf("%s", e.State)
	}
}

// One's own page says by whom one is rated, before any key.
func TestOnesOwnPage(t *testing.T) {
	s, district := storetest.District(t, 120)
	me := model.Owner(district.Head(), "dr. Sari Wulandari")
	d := &desk{Desk: s.As(me)}
	plan := find(t, d, "", func(r model.BoardRow, _ model.Rating) bool { return r.Staff.Employee == me.Employee })
	env := uitest.Env(t, "id")
	env.Me = me
	p := evaluation.New(env, d, nav.Evaluation{Plan: plan.ID, Period: q3}, "")
	uitest.Open(p, width, height)
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Evaluasi Anda sendiri: ") {
		t.Errorf("own page:\n%s", view)
	}
	asked := uitest.Press(p, "enter", "left", "enter", "left", "enter", "e")
	if e := state(t, d, plan); failed(asked) != nil || strings.Contains(ansi.Strip(p.View()), "Esc selesai") || e.Begun() {
		t.Errorf("asked %v: %+v\n%s", asked, e, ansi.Strip(p.View()))
	}
	for _, id := range []string{"enter", "share", "edit"} {
		if why := action(t, p, id).Why; !strings.Contains(why, "dinilai oleh ") && !strings.Contains(why, "belum ada Penilai") {
			t.Errorf("%s of one's own: %q", id, why)
		}
	}
	if i := slices.IndexFunc(p.Actions(), func(a nav.Action) bool { return a.ID == "above" }); i >= 0 {
		t.Error("a choice is open")
	}
}

// What was shared with somebody is taken back by whoever gave it: to the person it is
// about it is not offered under any of its keys.
func TestOnesOwnResultIsNotTakenBack(t *testing.T) {
	s, _ := storetest.District(t, 120)
	keeper := &desk{Desk: storetest.Owner(s)}
	plan := find(t, keeper, "", rina)
	uitest.Press(open(t, keeper, "", plan, "id"), "s", "y")
	if e := state(t, keeper, plan); e.State != model.Shared {
		t.Fatalf("%s", e.State)
	}
	env, at := uitest.Env(t, "id"), nav.Evaluation{Plan: plan.ID, Period: q3}
	staff := model.Actor{ID: string(plan.Employee), Employee: plan.Employee, Roles: model.RolesOf(model.RoleStaff)}
	for who, want := range map[model.Actor]bool{staff: false, keeper.Actor(): true} {
		env.Me = who
		p := evaluation.New(env, &desk{Desk: s.As(who)}, at, "")
		uitest.Open(p, width, height)
		offered := slices.ContainsFunc(env.Offered(env.Asked(at, nav.Tie{}, p.Actions())), func(a nav.Action) bool { return a.Name == "tarik kembali" && a.Why == "" })
		if offered != want {
			t.Errorf("%s: to take it back is offered: %v", who.ID, offered)
		}
	}
}
