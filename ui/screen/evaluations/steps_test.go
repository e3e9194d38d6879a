package evaluations_test

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluations"
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

// Every step can be found by the word that people have for it, and be taken; one
// that cannot says why.
func TestStepsByName(t *testing.T) {
	d, unit := clinic(t)
	for language, words := range map[string][]string{"id": {"tarik", "terima", "setuju", "final"}, "en": {"withdraw", "received", "accepted", "final"}} {
		p := open(t, d, unit, language)
		for i, id := range []string{"withdraw", "received", "accepted", "final"} {
			if name := action(t, p, id).Name; !strings.Contains(name, words[i]) {
				t.Errorf("%s is called %q", id, name)
			}
		}
	}
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), func(r model.BoardRow) bool { return r.Evaluation.State == model.Rated })
	state := func(want model.EvaluationState) model.Evaluation {
		t.Helper()
		e, err := d.Evaluation(r.Plan.ID, q3)
		if err != nil || e.State != want {
			t.Fatalf("%s, %v; want %s\n%s", e.State, err, want, ansi.Strip(p.View()))
		}
		return e
	}
	for _, id := range []string{"withdraw", "received", "accepted", "final"} {
		if why := action(t, p, id).Why; why != "sudah dinilai, belum disampaikan" {
			t.Errorf("%s of what is only rated: %q", id, why)
		}
	}
	uitest.Press(p, "s", "y")
	uitest.Run(p, action(t, p, "withdraw").Run())
	if !p.Typing() {
		t.Fatalf("no reason is asked for:\n%s", ansi.Strip(p.View()))
	}
	uitest.Press(p, "enter")
	state(model.Shared)
	uitest.Type(p, "salah tulis")
	uitest.Press(p, "enter")
	if e := state(model.Rated); e.Words[len(e.Words)-1].Document != "salah tulis" {
		t.Errorf("%+v", e.Words)
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
		state(step.want)
	}
	// Of a selection one is enough; where there is none the number is said.
	put(t, p, rows(t, d, unit), fresh)
	uitest.Press(p, "space", "space")
	if why := action(t, p, "received").Why; why != "tidak seorang pun dari 2 yang dipilih" {
		t.Errorf("of two drafts: %q", why)
	}
	uitest.Press(p, "esc")
	// A rating on its way may make a step possible.
	put(t, p, rows(t, d, unit), fresh)
	d.fail = model.ErrFull
	uitest.Press(p, "enter", "s", "esc")
	if why := action(t, p, "final").Why; why != "" {
		t.Errorf("while a rating waits: %q", why)
	}
}

// A caution, and no obstacle: whose ratings stand on too few data, also where no
// reason was asked for.
func TestSharingNamesThinData(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), fresh)
	if _, err := d.Mark(r.Plan.ID, q3, score.Rating{Result: model.Meets, Behaviour: model.Meets, Rules: rules.PermenPANRB6()}); err != nil {
		t.Fatal(err)
	}
	var gone []model.Entry
	for _, m := range r.Plan.Measures {
		gone = append(gone, model.Entry{Measure: m.ID})
	}
	if _, err := d.Enter(r.Plan.ID, q3, gone, ""); err != nil {
		t.Fatal(err)
	}
	uitest.Run(p, p.Init())
	uitest.Press(p, "s")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Data 1 orang kurang untuk saran") || !strings.Contains(view, r.Staff.Name+": tanpa alasan") {
		t.Errorf("the question:\n%s", view)
	}
	uitest.Press(p, "y")
	if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.State != model.Shared {
		t.Errorf("%s, %v", e.State, err)
	}
}

// One's own row is not counted, not rated by mistake, and says who rates it.
func TestOnesOwnRow(t *testing.T) {
	s, district := storetest.District(t, 120)
	me := model.Owner(district.Head(), "dr. Sari Wulandari")
	d := &desk{Desk: s.As(me)}
	_, unit := clinic(t)
	env := uitest.Env(t, "id")
	env.Me = me
	p := evaluations.New(env, d, nav.Evaluations{Period: q3}, unit)
	uitest.Open(p, width, height)
	list := rows(t, d, unit)
	own := put(t, p, list, func(r model.BoardRow) bool { return r.Staff.Employee == me.Employee })
	view := ansi.Strip(p.View())
	if !strings.Contains(view, "/38 dinilai") || !strings.Contains(view, "Evaluasi Anda sendiri: ") {
		t.Errorf("own row:\n%s", view)
	}
	for _, cols := range [][]string{{"enter"}, {"right", "enter"}, {"right", "enter"}} {
		asked := uitest.Press(p, cols...)
		if !opens(asked, own.Plan.ID) {
			t.Errorf("%v: asked %v", cols, asked)
		}
	}
	// Passed by with the arrows, no letter rates it; given to others, the rating
	// goes past it.
	at := slices.IndexFunc(list, func(r model.BoardRow) bool { return r.Staff.Employee == me.Employee })
	uitest.Press(p, "left", "up", "enter", "down")
	for _, id := range []string{"enter", "above", "meets", "below"} {
		if action(t, p, id).Why == "" {
			t.Errorf("%s gives a rating to oneself", id)
		}
	}
	marks := d.marks
	uitest.Press(p, "s")
	if d.marks != marks {
		t.Error("rated oneself")
	}
	uitest.Press(p, "up", "s")
	if now := p.Place().(nav.Evaluations).Employee; d.marks != marks+1 || now != list[at+1].Staff.Employee {
		t.Errorf("%d ratings given, the cursor is on %s", d.marks-marks, now)
	}
}

// Enter says what it takes, or which letters choose.
func TestChoiceNamesWhatEnterTakes(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	put(t, p, rows(t, d, unit), fresh)
	uitest.Press(p, "enter")
	if name := action(t, p, "enter").Name; name != "terima saran: sesuai" {
		t.Errorf("on the suggestion: %q", name)
	}
	uitest.Press(p, "left")
	if name := action(t, p, "enter").Name; name != "beri: di atas" {
		t.Errorf("beside it: %q", name)
	}
	uitest.Press(p, "esc", "right", "enter")
	if why := action(t, p, "enter").Why; why != "pilih dengan huruf: a di atas, s sesuai, b di bawah" {
		t.Errorf("without one: %q", why)
	}
}

// What was shared on paper some days ago is shared on that day, one or many: not
// in the future and not before the period; Esc keeps the day before.
func TestSharingHasItsDay(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), func(r model.BoardRow) bool { return r.Evaluation.State == model.Rated })
	sees := func(text string) {
		t.Helper()
		if view := ansi.Strip(p.View()); !strings.Contains(view, text) {
			t.Errorf("%q is not on:\n%s", text, view)
		}
	}
	uitest.Press(p, "s")
	sees("Tanggal penyampaian: 5 Oktober 2026")
	uitest.Press(p, "e")
	uitest.Type(p, "6 Oktober 2026")
	uitest.Press(p, "enter")
	sees("hari itu belum tiba")
	uitest.Press(p, "esc")
	sees("Tanggal penyampaian: 5 Oktober 2026")
	uitest.Press(p, "e")
	uitest.Type(p, "30 Juni 2026")
	uitest.Press(p, "enter")
	sees("periodenya baru mulai 1 Juli 2026")
	uitest.Press(p, "esc", "e")
	uitest.Type(p, "1 Oktober 2026")
	uitest.Press(p, "enter")
	sees("Tanggal penyampaian: 1 Oktober 2026")
	uitest.Press(p, "y")
	e, err := d.Evaluation(r.Plan.ID, q3)
	if err != nil || e.State != model.Shared || e.Words[len(e.Words)-1].On != 20261001 {
		t.Fatalf("%s %+v, %v", e.State, e.Words, err)
	}
	// Then receipt may be of a day between; Esc goes back to what was written.
	uitest.Run(p, action(t, p, "received").Run())
	uitest.Type(p, "surat no. 7")
	uitest.Press(p, "enter")
	uitest.Type(p, "2 Oktober 2026")
	uitest.Press(p, "enter")
	sees("Akan dicatat: " + r.Staff.Name)
	sees("menurut surat no. 7.")
	uitest.Press(p, "esc")
	if !p.Typing() {
		t.Error("Esc does not go back to the form")
	}
	sees("surat no. 7")
	uitest.Press(p, "ctrl+s", "y")
	if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.State != model.Received || e.Words[len(e.Words)-1].On != 20261002 {
		t.Errorf("%s %+v, %v", e.State, e.Words, err)
	}
}

// Any number can be asked why: the page of the person opens on its working.
func TestWhyFromTheList(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), fresh)
	i := slices.IndexFunc(uitest.Press(p, "x"), func(m tea.Msg) bool {
		o, ok := m.(nav.OpenMsg)
		to, is := o.Route.(nav.Evaluation)
		return ok && is && to.Plan == r.Plan.ID && to.Why && to.Among != nil
	})
	if i < 0 {
		t.Error("x opens no working")
	}
}

// Who is selected is counted while a filter is on, and the filter is there again
// when one comes back; Esc clears both, one after the other.
func TestFilterStaysAndCountsTheSelected(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	uitest.Press(p, "space", "space", "l")
	uitest.Type(p, "bidan")
	uitest.Press(p, "enter")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Filter: bidan") || !strings.Contains(view, "1 dipilih (1 lagi di luar filter)") {
		t.Errorf("selected and filtered:\n%s", view)
	}
	back := evaluations.New(uitest.Env(t, "id"), d, p.Place().(nav.Evaluations), unit)
	uitest.Open(back, width, height)
	if was, is := p.Len(), back.Len(); was != is || !strings.Contains(ansi.Strip(back.View()), "Filter: bidan") {
		t.Errorf("%d were shown, %d are:\n%s", was, is, ansi.Strip(back.View()))
	}
	uitest.Press(back, "esc")
	if view := ansi.Strip(back.View()); strings.Contains(view, "Filter:") {
		t.Errorf("Esc leaves the filter:\n%s", view)
	}
}

// Also where there is little room a row says how far it has come.
func TestNarrowRowsSayTheState(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	put(t, p, rows(t, d, unit), func(r model.BoardRow) bool { return r.Evaluation.State == model.Rated })
	uitest.Press(p, "s", "y")
	p.Resize(lowWidth, lowHeight)
	uitest.Fits(t, p.View(), lowWidth, lowHeight)
	lines := strings.Split(ansi.Strip(p.View()), "\n")
	if i := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "▸") }); i < 0 || !strings.HasSuffix(strings.TrimSpace(lines[i]), "disampaikan") {
		t.Errorf("the row of who is shared:\n%s", strings.Join(lines, "\n"))
	}
}
