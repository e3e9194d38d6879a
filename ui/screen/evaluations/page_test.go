package evaluations_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/closing"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluations"
	"kinerja/ui/uitest"
)

// What a page has of 80×24, 120×36 and 60×15.
const (
	width, height         = 78, 20
	wideWidth, wideHeight = 118, 32
	lowWidth, lowHeight   = 58, 11
)

var q3, _ = model.ParsePeriod("2026-Q3")

// desk is a real store that can be told to fail, as a full disk does.
type desk struct {
	*store.Desk
	fail  error
	marks int
}

func (d *desk) Mark(plan model.PlanID, p model.Period, r score.Rating) (model.Evaluation, error) {
	if d.fail != nil {
		return model.Evaluation{}, d.fail
	}
	d.marks++
	return d.Desk.Mark(plan, p, r)
}

// clinic is the sample's health centre of 39 people, over a real store.
func clinic(t *testing.T) (*desk, model.UnitID) {
	t.Helper()
	s, _ := storetest.District(t, 120)
	d := &desk{Desk: storetest.Owner(s)}
	units, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	for id, u := range units {
		if u.Name == "Puskesmas Tanjung Raya" {
			return d, id
		}
	}
	t.Fatal("no clinic in the sample")
	return nil, ""
}

func open(t *testing.T, d evaluations.Desk, unit model.UnitID, language string) *evaluations.Page {
	t.Helper()
	p := evaluations.New(uitest.Env(t, language), d, nav.Evaluations{Period: q3}, unit)
	uitest.Open(p, width, height)
	return p
}

// rows are who is on the board, as the file has them.
func rows(t *testing.T, d *desk, unit model.UnitID) []model.BoardRow {
	t.Helper()
	b, err := d.Board(q3, unit)
	if err != nil {
		t.Fatal(err)
	}
	return b.Rows
}

func suggestion(r model.BoardRow) model.Rating {
	s, err := score.Of(r.Card, r.Plan, rules.PermenPANRB6())
	if err != nil {
		return model.NotRated
	}
	return s.Suggested
}

var letters = map[model.Rating]string{model.Above: "a", model.Meets: "s", model.Below: "b"}

// failed returns the last failure that was told.
func failed(asked []tea.Msg) error {
	for _, m := range slices.Backward(asked) {
		if f, ok := m.(nav.FailMsg); ok {
			return f.Err
		}
	}
	return nil
}

func said(asked []tea.Msg) string {
	for _, m := range slices.Backward(asked) {
		if s, ok := m.(nav.SaidMsg); ok {
			return s.Text
		}
	}
	return ""
}

// Everybody of a clinic gets both ratings with one key a rating and one to begin:
// from a person's results to their behaviour, from there to the next. Who has too
// few data has a reason besides.
func TestKeysToRateEverybody(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	list, keys := rows(t, d, unit), 0
	press := func(k ...string) {
		keys += len(k)
		uitest.Press(p, k...)
	}
	press("enter")
	for i, r := range list {
		if letter := letters[suggestion(r)]; letter != "" {
			press(letter)
		} else {
			uitest.Press(p, "s") // what a reason takes is not counted
			if !p.Typing() && r.Evaluation.Reason == "" {
				t.Errorf("%s: no reason was asked for", r.Staff.Name)
			}
			uitest.Type(p, "menurut pengamatan")
			press("enter")
		}
		press([]string{"s", "a"}[i%2])
	}
	if most := 2*len(list) + 1; keys > most {
		t.Errorf("%d keys for %d people, at most %d", keys, len(list), most)
	}
	t.Logf("%d people, both ratings: %d keys", len(list), keys)
	for i, r := range rows(t, d, unit) {
		want := []model.Rating{model.Meets, model.Above}[i%2]
		e := r.Evaluation
		if e.State != model.Rated || e.Behaviour != want || e.Departs() || e.Predicate == model.NoPredicate || (e.Suggested == model.NotRated) != (e.Reason != "") {
			t.Errorf("%s: %+v", r.Staff.Name, e)
		}
	}
	if p.Unsaved() != "" {
		t.Errorf("unsaved: %s", p.Unsaved())
	}
	if slices.ContainsFunc(p.Actions(), func(a nav.Action) bool { return a.ID == "above" }) {
		t.Error("the choice is open although nothing is left to rate")
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "39/39 dinilai") {
		t.Errorf("progress:\n%s", view)
	}
}

// What was read before a rating was saved, and comes after it, does not take the
// rating off the screen: the cursor would go back to somebody who is rated.
func TestAnOldAnswerTakesNoRatingAway(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	put(t, p, rows(t, d, unit), fresh)
	old := p.Init()()
	uitest.Press(p, "enter")
	cmd, _, _ := nav.Press(p.Actions(), uitest.Key("s"))
	p.Update(cmd()) // saved; that something changed is told after it
	before := ansi.Strip(p.View())
	p.Update(old)
	if now := ansi.Strip(p.View()); now != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, now)
	}
}

// put puts the cursor on the first person for whom ok holds, and returns them.
func put(t *testing.T, p *evaluations.Page, list []model.BoardRow, ok func(model.BoardRow) bool) model.BoardRow {
	t.Helper()
	i := slices.IndexFunc(list, ok)
	if i < 0 {
		t.Fatal("nobody fits")
	}
	uitest.Press(p, "home", "left", "left", "left", "right")
	for range i {
		uitest.Press(p, "down")
	}
	return list[i]
}

func fresh(r model.BoardRow) bool {
	return !r.Evaluation.Begun() && suggestion(r) == model.Meets
}

// A departure without its reason is refused, and what was there stays.
func TestDepartureAsksTheReason(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), fresh)
	now := func() model.Evaluation {
		e, err := d.Evaluation(r.Plan.ID, q3)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	uitest.Press(p, "enter", "a")
	if !p.Typing() {
		t.Fatal("no reason was asked for")
	}
	if got, want := p.Unsaved(), "rating "+r.Staff.Name+" menunggu alasan"; got != want {
		t.Errorf("while the reason is asked %q is unsaved, want %q", got, want)
	}
	if err := failed(uitest.Press(p, "enter")); !errors.Is(err, model.ErrReason) {
		t.Errorf("without a reason: %v", err)
	}
	uitest.Type(p, "s")
	if p.Unsaved() == "" {
		t.Error("a reason half typed is not called unsaved")
	}
	uitest.Press(p, "esc")
	if e := now(); p.Typing() || e.Begun() {
		t.Errorf("after Esc: %+v", e)
	}
	uitest.Press(p, "a")
	uitest.Type(p, "Sasaran terlampaui di dua desa")
	uitest.Press(p, "enter")
	if e := now(); e.Result != model.Above || e.Reason != "Sasaran terlampaui di dua desa" || !e.Half() {
		t.Errorf("kept: %+v", e)
	}
	// The same rating again keeps its reason; e edits it.
	uitest.Press(p, "esc", "left", "enter", "a")
	if e := now(); p.Typing() || e.Reason != "Sasaran terlampaui di dua desa" {
		t.Errorf("again: %+v", e)
	}
	uitest.Press(p, "esc", "e")
	uitest.Type(p, ", lihat laporan")
	uitest.Press(p, "ctrl+s")
	if e := now(); e.Reason != "Sasaran terlampaui di dua desa, lihat laporan" {
		t.Errorf("edited: %+v", e)
	}
}

// Where too few data are there to suggest anything, it is asked what the rating
// stands on; the reason is shown on the list and before sharing.
func TestTooFewDataAskTheReason(t *testing.T) {
	for language, want := range map[string][3]string{
		"id": {"Data baru 24 % dari bobot; atas dasar apa Anda menilai?", "Dinilai dengan data 24 % dari bobot; alasan: baru pindah", "Citra Dewi, A.Md.Keb.: baru pindah"},
		"en": {"Only 24 % of the weight has data; what do you rate on?", "Rated on 24 % of the weight; reason: baru pindah", "Citra Dewi, A.Md.Keb.: baru pindah"},
	} {
		d, unit := clinic(t)
		p := open(t, d, unit, language)
		r := put(t, p, rows(t, d, unit), func(r model.BoardRow) bool { return r.Staff.Name == "Citra Dewi, A.Md.Keb." })
		uitest.Press(p, "enter", "b")
		for _, width := range []int{width, lowWidth} {
			p.Resize(width, height)
			if view := ansi.Strip(p.View()); !p.Typing() || !strings.Contains(view, want[0]) {
				t.Errorf("%s: what it stands on is not asked:\n%s", language, view)
			}
		}
		p.Resize(width, height)
		if err := failed(uitest.Press(p, "enter")); !errors.Is(err, model.ErrReason) {
			t.Errorf("without a reason: %v", err)
		}
		uitest.Type(p, "baru pindah")
		uitest.Press(p, "enter", "s", "esc", "up")
		if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.State != model.Rated || e.Reason != "baru pindah" {
			t.Errorf("%+v, %v", e, err)
		}
		if view := ansi.Strip(p.View()); !strings.Contains(view, want[1]) {
			t.Errorf("the list does not say what it stands on:\n%s", view)
		}
		uitest.Press(p, "s")
		if view := ansi.Strip(p.View()); !strings.Contains(view, want[2]) {
			t.Errorf("the question before sharing does not say it:\n%s", view)
		}
	}
}

// Results that are entered after the rating move the suggestion: the rating
// stays, is marked, behaviour is rated all the same, and e or the same letter asks
// the reason.
func TestASuggestionThatMoved(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), fresh)
	now := func() model.Evaluation {
		e, err := d.Evaluation(r.Plan.ID, q3)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	uitest.Press(p, "enter", "s", "esc")
	first := now()
	sink(t, d, r)
	uitest.Run(p, p.Init())
	line := func() string { return strings.Split(ansi.Strip(p.View()), "▸")[1] }
	if view := line(); !strings.Contains(view, "di bawah  !sesuai") || !strings.Contains(view, "Saran kini di bawah; rating tetap, tanpa alasan. e: tulis") {
		t.Errorf("not marked:\n%s", view)
	}
	asked := uitest.Press(p, "enter", "a")
	if e := now(); failed(asked) != nil || e.State != model.Rated || e.Behaviour != model.Above || e.Suggested != model.Meets || e.Score != first.Score {
		t.Errorf("behaviour: %+v, %v", e, failed(asked))
	}
	uitest.Press(p, "esc", "up", "s")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Rating hasil 1 orang berbeda dari saran sekarang, tanpa alasan") {
		t.Errorf("sharing does not say it:\n%s", view)
	}
	uitest.Press(p, "esc", "enter", "s")
	if !p.Typing() {
		t.Fatal("the same rating again does not ask the reason")
	}
	uitest.Type(p, "alat rusak")
	uitest.Press(p, "enter", "esc")
	if e := now(); e.Reason != "alat rusak" || e.Suggested != model.Below || e.Result != model.Meets || strings.Contains(line(), "!sesuai") {
		t.Errorf("after the reason: %+v\n%s", e, line())
	}
}

// sink enters results so low that the aid suggests below.
func sink(t *testing.T, d *desk, r model.BoardRow) {
	t.Helper()
	var list []model.Entry
	for _, m := range r.Plan.Measures {
		worst := model.Int(1)
		if m.Gauge.Direction == model.Lower || m.Gauge.Direction == model.Zero {
			worst = model.Int(900)
		}
		list = append(list, model.Entry{Measure: m.ID, Actual: model.Some(worst)})
	}
	if _, err := d.Enter(r.Plan.ID, q3, list, "uji"); err != nil {
		t.Fatal(err)
	}
}

// The list goes on from row to row past the last to what is missing above; who
// moves by arrows stays in the column.
func TestGoingRound(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	list := rows(t, d, unit)
	uitest.Press(p, "end", "enter", "up")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Hasil kerja:") {
		t.Errorf("an arrow left the column:\n%s", view)
	}
	uitest.Press(p, "tab", "down", "a")
	if place := p.Place().(nav.Evaluations); place.Employee != list[0].Plan.Employee {
		t.Errorf("past the last it goes to %s", place.Employee)
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Hasil kerja:") {
		t.Errorf("what is missing above is not asked first:\n%s", view)
	}
}

// A selection is shared after one question, which names who cannot be and why.
func TestShareASelection(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	list := rows(t, d, unit)
	var plans []model.Plan
	for _, r := range list {
		if fresh(r) && len(plans) < 4 {
			plans = append(plans, r.Plan)
			put(t, p, list, func(x model.BoardRow) bool { return x.Plan.ID == r.Plan.ID })
			uitest.Press(p, "space")
		}
	}
	mark := func(i int, r score.Rating) {
		r.Rules = rules.PermenPANRB6()
		if _, err := d.Mark(plans[i].ID, q3, r); err != nil {
			t.Fatal(err)
		}
	}
	mark(0, score.Rating{Result: model.Meets, Behaviour: model.Meets})
	mark(1, score.Rating{Behaviour: model.Meets})
	mark(3, score.Rating{Result: model.Meets, Behaviour: model.Above})
	uitest.Run(p, p.Init())
	uitest.Press(p, "s")
	view := ansi.Strip(p.View())
	for _, want := range []string{"kepada 2 orang?", "2 orang tidak dapat:", ": baru satu rating", ": belum dinilai"} {
		if !strings.Contains(view, want) {
			t.Errorf("the question does not say %q:\n%s", want, view)
		}
	}
	uitest.Press(p, "s", "enter", "n")
	if e, _ := d.Evaluation(plans[0].ID, q3); e.State != model.Rated {
		t.Fatalf("shared by a key that does not confirm: %s", e.State)
	}
	if got := said(uitest.Press(p, "y")); !strings.HasPrefix(got, "2 orang: sudah disampaikan") {
		t.Errorf("said %q", got)
	}
	for i, want := range []model.EvaluationState{model.Shared, model.EvaluationDraft, model.EvaluationDraft, model.Shared} {
		if e, err := d.Evaluation(plans[i].ID, q3); err != nil || e.State != want {
			t.Errorf("%d: %s, %v; want %s", i, e.State, err, want)
		}
	}
	// Those who could not be shared stay selected. What was shared is not rated
	// any more, and not undone.
	if view := ansi.Strip(p.View()); !strings.Contains(view, "2 dipilih") {
		t.Errorf("selection:\n%s", view)
	}
	uitest.Press(p, "esc")
	put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == plans[0].ID })
	asked := uitest.Press(p, "enter")
	if !opens(asked, plans[0].ID) {
		t.Errorf("Enter on the rating of what was shared: %v", asked)
	}
	if err := failed(uitest.Press(p, "u")); !errors.Is(err, model.ErrNoUndo) {
		t.Errorf("a sharing was undone: %v", err)
	}
}

// The state column takes the next step: receipt by a document, with its date.
func TestReceiptFromADocument(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	list := rows(t, d, unit)
	r := put(t, p, list, fresh)
	if _, err := d.Mark(r.Plan.ID, q3, score.Rating{Result: model.Meets, Behaviour: model.Meets, Rules: rules.PermenPANRB6()}); err != nil {
		t.Fatal(err)
	}
	uitest.Run(p, p.Init())
	uitest.Press(p, "right", "right", "enter", "y")
	uitest.Press(p, "enter")
	if !p.Typing() {
		t.Fatalf("no form:\n%s", ansi.Strip(p.View()))
	}
	uitest.Press(p, "enter", "end")
	for range 30 {
		uitest.Press(p, "backspace")
	}
	uitest.Type(p, "6 oktober 2026")
	uitest.Press(p, "enter")
	if view := ansi.Strip(p.View()); !p.Typing() || !strings.Contains(view, "! ") {
		t.Fatalf("a day to come was taken:\n%s", view)
	}
	for range 30 {
		uitest.Press(p, "backspace")
	}
	uitest.Type(p, "5/10/2026")
	uitest.Press(p, "ctrl+s", "y")
	e, err := d.Evaluation(r.Plan.ID, q3)
	if err != nil || e.State != model.Received {
		t.Fatalf("%s, %v", e.State, err)
	}
	w := e.Words[len(e.Words)-1]
	if w.Document != "tanda tangan di kertas" || w.On != 20261005 || w.Via != model.Recorded || w.Whose != r.Plan.Employee {
		t.Errorf("%+v", w)
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "sisa 14 hari, s.d. 19 Oktober 2026") {
		t.Errorf("no clock:\n%s", view)
	}
	uitest.Press(p, "enter", "ctrl+s", "y")
	uitest.Press(p, "enter")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Jadikan final") {
		t.Fatalf("no question:\n%s", view)
	}
	uitest.Press(p, "y")
	if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.State != model.Final || e.Frozen == nil {
		t.Errorf("%s, %v", e.State, err)
	}
	asked := uitest.Press(p, "enter") // there is no step after it
	if !opens(asked, r.Plan.ID) {
		t.Errorf("Enter on what is final: %v", asked)
	}
}

// A rating that the file does not take stays on the page until it does.
func TestNothingIsLostOnAFullDisk(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	list := rows(t, d, unit)
	first := put(t, p, list, fresh)
	d.fail = model.ErrFull
	if err := failed(uitest.Press(p, "enter", "s")); !errors.Is(err, model.ErrFull) {
		t.Errorf("told: %v", err)
	}
	if !strings.Contains(p.Unsaved(), first.Staff.Name) || !strings.Contains(strings.Join(strings.Fields(ansi.Strip(p.View())), " "), "sesuai >–") {
		t.Errorf("unsaved %q", p.Unsaved())
	}
	uitest.Press(p, "esc", "s")
	if strings.Contains(ansi.Strip(p.View()), "Sampaikan hasil") {
		t.Error("shares while a rating is not in the file")
	}
	d.fail = nil
	uitest.Press(p, "ctrl+s")
	if e, err := d.Evaluation(first.Plan.ID, q3); err != nil || e.Result != model.Meets || p.Unsaved() != "" {
		t.Errorf("after Ctrl+S: %+v, %v, unsaved %q", e, err, p.Unsaved())
	}
	d.fail = model.ErrBusy
	put(t, p, list, func(r model.BoardRow) bool { return r.Plan.ID == first.Plan.ID })
	uitest.Press(p, "enter", "b")
	uitest.Type(p, "belum lengkap")
	uitest.Press(p, "enter", "esc", "u")
	if e, err := d.Evaluation(first.Plan.ID, q3); err != nil || e.Result != model.Meets || p.Unsaved() != "" {
		t.Errorf("undone before it was saved: %+v, %v, unsaved %q", e, err, p.Unsaved())
	}
}

// u takes back one rating at a time and goes there; what was not done here asks.
func TestUndo(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), fresh)
	asked := uitest.Press(p, "u")
	question, ok := asked[len(asked)-1].(nav.AskMsg)
	if !ok {
		t.Fatalf("undo of what was done elsewhere: %v", asked)
	}
	if !strings.Contains(question.Question, "?") {
		t.Errorf("asked %q", question.Question)
	}
	uitest.Press(p, "enter", "s", "down", "down")
	if got := said(uitest.Press(p, "u")); !strings.Contains(got, r.Staff.Name) {
		t.Errorf("said %q", got)
	}
	if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.Begun() {
		t.Errorf("%+v, %v", e, err)
	}
	uitest.Press(p, "esc", "ctrl+y")
	if e, err := d.Evaluation(r.Plan.ID, q3); err != nil || e.Result != model.Meets {
		t.Errorf("redo: %+v, %v", e, err)
	}
	if place := p.Place().(nav.Evaluations); place.Employee != r.Plan.Employee || place.Period != q3 {
		t.Errorf("the cursor is on %+v", place)
	}
}

// Rows stand still while one rates, whatever the order; only o and l move them.
func TestRowsStandStill(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	uitest.Press(p, "o", "home")
	first := p.Place().(nav.Evaluations).Employee
	uitest.Press(p, "enter", "s", "esc", "home")
	if now := p.Place().(nav.Evaluations).Employee; now != first {
		t.Error("the first row went away when it was rated")
	}
	uitest.Press(p, "o", "l")
	uitest.Type(p, "bidan belum dinilai")
	uitest.Press(p, "enter")
	view := ansi.Strip(p.View())
	if !strings.Contains(view, "Filter:") || strings.Contains(view, "BELUM DISAMPAIKAN") {
		t.Errorf("filtered:\n%s", view)
	}
	uitest.Press(p, "esc")
	if strings.Contains(ansi.Strip(p.View()), "Filter:") {
		t.Error("Esc does not take the filter away")
	}
	was := p.Crumb()
	if uitest.Press(p, "t"); p.Crumb() != was {
		t.Error("the key alone changes the period")
	}
	if uitest.Choose(t, p, "2026-Q2"); p.Crumb() == was {
		t.Error("the period is still the same")
	}
	uitest.Press(p, "home", "v", "down", "down", "v")
	if !strings.Contains(ansi.Strip(p.View()), "3 dipilih") {
		t.Errorf("a range of three:\n%s", ansi.Strip(p.View()))
	}
}

func TestEnterOnANameOpensThePerson(t *testing.T) {
	d, unit := clinic(t)
	p := open(t, d, unit, "id")
	r := put(t, p, rows(t, d, unit), fresh)
	asked := uitest.Press(p, "left", "enter")
	got, _ := asked[len(asked)-1].(nav.OpenMsg)
	if at, ok := got.Route.(nav.Evaluation); !ok || at.Plan != r.Plan.ID || at.Period != q3 || len(at.Among.Plans) != 39 {
		t.Errorf("asked %v", asked)
	}
	uitest.Press(p, "l")
	uitest.Type(p, "bidan")
	asked = uitest.Press(p, "enter", "home", "enter")
	got, _ = asked[len(asked)-1].(nav.OpenMsg)
	if at, ok := got.Route.(nav.Evaluation); !ok || len(at.Among.Plans) != p.Len() || p.Len() == 39 || at.Among.Plans[0] != at.Plan {
		t.Errorf("from a filtered list of %d: asked %v", p.Len(), asked)
	}
	uitest.Press(p, "esc")
	put(t, p, rows(t, d, unit), fresh)
	asked = uitest.Press(p, "f")
	if got := asked[len(asked)-1]; got != (nav.OpenMsg{Route: nav.Feedback{Employee: r.Plan.Employee, Period: q3}}) {
		t.Errorf("asked %v", got)
	}
	if asked = uitest.Press(p, "esc"); fmt.Sprint(asked[len(asked)-1]) != fmt.Sprint(nav.BackMsg{}) {
		t.Errorf("asked %v", asked)
	}
}

// looks are the states of the list that the goldens show.
func looks() map[string]func(t *testing.T, p *evaluations.Page, list []model.BoardRow) {
	return map[string]func(*testing.T, *evaluations.Page, []model.BoardRow){
		"list":   func(*testing.T, *evaluations.Page, []model.BoardRow) {},
		"choice": func(_ *testing.T, p *evaluations.Page, _ []model.BoardRow) { uitest.Press(p, "enter", "s") },
		"reason": func(t *testing.T, p *evaluations.Page, list []model.BoardRow) {
			put(t, p, list, fresh)
			uitest.Press(p, "enter", "a")
			uitest.Type(p, "bukti menyusul")
		},
		"share": func(t *testing.T, p *evaluations.Page, list []model.BoardRow) {
			uitest.Press(p, "home", "v", "down", "down", "down", "v")
			put(t, p, list, func(r model.BoardRow) bool { return r.Evaluation.State == model.Rated })
			uitest.Press(p, "space", "s")
		},
		"nobody": func(_ *testing.T, p *evaluations.Page, _ []model.BoardRow) { uitest.Press(p, "s") },
		"receipt": func(t *testing.T, p *evaluations.Page, list []model.BoardRow) {
			put(t, p, list, func(r model.BoardRow) bool { return r.Evaluation.State == model.Rated })
			uitest.Press(p, "s", "y", "right", "right", "enter")
		},
		"filter": func(_ *testing.T, p *evaluations.Page, _ []model.BoardRow) {
			uitest.Press(p, "l")
			uitest.Type(p, "bidan")
		},
		"nohits": func(_ *testing.T, p *evaluations.Page, _ []model.BoardRow) {
			uitest.Press(p, "l")
			uitest.Type(p, "tidak ada")
		},
	}
}

func TestGolden(t *testing.T) {
	for name, look := range looks() {
		for _, language := range []string{"id", "en"} {
			d, unit := clinic(t)
			p := open(t, d, unit, language)
			look(t, p, rows(t, d, unit))
			for _, size := range [][2]int{{width, height}, {wideWidth, wideHeight}, {lowWidth, lowHeight}} {
				p.Resize(size[0], size[1])
				uitest.Fits(t, p.View(), size[0], size[1])
				if size[0] == lowWidth && name != "list" && name != "choice" {
					continue
				}
				t.Run(fmt.Sprintf("%s-%dx%d-%s", name, size[0]+2, size[1]+4, language), func(t *testing.T) {
					uitest.Golden(t, p.View())
				})
			}
		}
	}
}

func TestEmpty(t *testing.T) {
	s := storetest.Open(t)
	for _, language := range []string{"id", "en"} {
		p := open(t, &desk{Desk: storetest.Owner(s)}, "", language)
		t.Run(language, func(t *testing.T) { uitest.Golden(t, p.View()) })
		uitest.Press(p, "enter", "s", "space", "u", "o", "l", "v", "e", "]", "[")
	}
}

// The list goes into a file as it is on screen: who fits the filter, in their
// order, with a rating that the file did not take yet.
func TestWriteTheList(t *testing.T) {
	d, unit := clinic(t)
	d.fail = model.ErrFull
	for language, suggested := range map[string]string{"id": "sesuai ekspektasi", "en": "meets expectation"} {
		p := open(t, d, unit, language)
		uitest.Press(p, "enter", "s", "esc", "l")
		uitest.Type(p, "bidan mahir")
		uitest.Press(p, "enter", "o")
		m, text := uitest.Wrote(t, uitest.Press(p, "w"))
		if want := map[string]string{"id": "evaluasi-2026-Q3", "en": "evaluations-2026-Q3"}[language]; m.Name != want {
			t.Errorf("called %s, want %s", m.Name, want)
		}
		lines := strings.Split(text, "\n")
		if lines[0] != "plan\tnip\tnama\tjabatan\tunit\tperiode\tnilai\tbobot_terisi\tsaran\thasil_kerja\tperilaku\talasan\tpredikat\tkeadaan" || len(lines) < 3 {
			t.Fatalf("%s", text)
		}
		for i, line := range lines[1:] {
			cells := strings.Split(line, "\t")
			if cells[3] != "Bidan Mahir" || len(cells[1]) != 18 || cells[5] != "2026-Q3" || cells[4] != "Puskesmas Tanjung Raya" {
				t.Errorf("row %d: %q", i+1, line)
			}
			if cells[2] == "Ani Lestari, A.Md.Keb." && (cells[6] != "102.41" || cells[7] != "100" || cells[8] != suggested || cells[9] != suggested) {
				t.Errorf("the aid of the first: %q", line)
			}
		}
		if !strings.Contains(text, "Ani Lestari") {
			t.Error("the first is not written")
		}
	}
}

// The list says at its top that the period is closed, since when and by whom,
// and a rating there is refused.
func TestClosedPeriodIsSaidAtTheTop(t *testing.T) {
	d, unit := clinic(t)
	if _, err := d.ClosePeriod(closing.Order{Unit: unit, Period: q3, Reason: "surat"}, rules.Only(rules.PermenPANRB6())); err != nil {
		t.Fatal(err)
	}
	p := open(t, d, unit, "id")
	if view := ansi.Strip(p.View()); !strings.HasPrefix(view, "TW III 2026 ditutup 5 Oktober 2026 oleh pemilik berkas · ") {
		t.Errorf("%s", view)
	}
	for _, a := range p.Actions() {
		if a.ID == "share" && !strings.Contains(a.Why, "ditutup") || a.ID == "enter" && a.Name == "beri rating" {
			t.Errorf("%s (%s) is offered, why not: %q", a.ID, a.Name, a.Why)
		}
	}
	if err := failed(uitest.Press(p, "enter", "s")); err != nil {
		t.Errorf("rating in a closed period goes as far as the file: %v", err)
	}
}

// opens reports whether what was asked last opens the person's page, with the
// list that one came from.
func opens(asked []tea.Msg, plan model.PlanID) bool {
	if len(asked) == 0 {
		return false
	}
	open, _ := asked[len(asked)-1].(nav.OpenMsg)
	to, ok := open.Route.(nav.Evaluation)
	return ok && to.Plan == plan && to.Period == q3 && to.Among != nil
}
