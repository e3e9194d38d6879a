package store_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/assessment"
	"kinerja/model/rules"
	"kinerja/store"
)

// secretWord stands in all that Rina writes, so that it is found wherever it leaks.
const secretWord = "jembatan-putus"

// inWords is what Rina says of her quarter.
func inWords(c clinic) assessment.Content {
	return assessment.Content{
		Measures: []assessment.Remark{{ID: c.plan.Measures[0].ID, Rating: model.Above, Text: "Cakupan naik " + secretWord}},
		Values:   []assessment.Remark{{ID: "kolaboratif", Rating: model.Meets, Text: "Berbagi jadwal " + secretWord}},
		Result:   model.Above, Behaviour: model.Meets,
		Helped: "Kader " + secretWord, Hindered: "Hujan " + secretWord, Wished: "Motor " + secretWord,
	}
}

// all is everything that a desk can read about Rina and the whole file, as programs
// get it.
func everything(t *testing.T, d *store.Desk, c clinic) string {
	t.Helper()
	var b bytes.Buffer
	add := func(v any, err error) {
		if err != nil && !errors.Is(err, model.ErrNotAllowed) && !errors.Is(err, model.ErrNothing) {
			t.Fatal(err)
		}
		raw, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(raw)
	}
	st, err := d.Assessment(c.plan.ID, q4())
	add(st, err)
	add(d.Profile(c.who))
	add(d.Board(q4(), ""))
	add(d.Scorecard(c.plan.ID, q4()))
	add(d.Agenda(store.AgendaQuery{Period: q4(), Rules: rules.Only(rules.PermenPANRB6())}))
	add(d.Standings(q4(), ""))
	add(d.Evaluation(c.plan.ID, q4()))
	add(d.Conversation(c.who))
	add(d.Find(secretWord))
	add(d.LastSaved())
	for _, q := range []store.RecordQuery{{Limit: 40}, {Where: store.Where{Employee: c.who}}, {Where: store.Where{Plan: c.plan.ID, Period: q4()}}} {
		list, err := d.RecordOf(q)
		if err != nil && !errors.Is(err, model.ErrNotAllowed) {
			t.Fatal(err)
		}
		for _, e := range list {
			add(e.Changes, nil)
			for _, diff := range e.Fact.Payload.Differences {
				b.Write(diff.Before)
				b.Write(diff.After)
			}
		}
	}
	return b.String()
}

// begun reports whether the record shows a desk that anything was written.
func begun(t *testing.T, d *store.Desk, c clinic) (n int) {
	t.Helper()
	list, err := d.RecordOf(store.RecordQuery{Where: store.Where{Employee: c.who}})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Fact.Header.Kind == model.KindAssessment && e.Where.Period == q4() {
			n++
		}
	}
	return n
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Nobody but the person sees a word of it, nor that anything was begun, before both
// are in; whatever is asked, and whoever asks. Then what was handed in is read, and
// no draft of it.
func TestAssessmentIsHiddenUntilBothAreIn(t *testing.T) {
	c := openClinic(t)
	others := map[string]*store.Desk{
		"evaluator": c.sari,
		"manager":   c.s.As(model.Actor{ID: "m", Roles: model.RolesOf(model.RoleManager)}),
		"owner":     c.s.As(model.Owner("", "Pemilik")),
		"team":      c.s.As(model.Actor{ID: "t", Roles: model.RolesOf(model.RoleTeam)}),
		"auditor":   c.s.As(model.Actor{ID: "a", Roles: model.RolesOf(model.RoleAuditor)}),
		"nobody":    c.s.As(model.Actor{ID: "n"}),
	}
	hidden := func(when string, handed bool) {
		t.Helper()
		for name, d := range others {
			if all := everything(t, d, c); strings.Contains(all, secretWord) {
				t.Errorf("%s: %s reads it: …%s", when, name, all[max(0, strings.Index(all, secretWord)-300):strings.Index(all, secretWord)])
			}
			st, err := d.Assessment(c.plan.ID, q4())
			if errors.Is(err, model.ErrNotAllowed) {
				continue
			}
			if err != nil || st.Own || st.Open || st.Handed != handed || !st.Assessment.Content.Empty() || len(st.Assessment.Words) > 0 || st.Assessment.State != assessment.Draft {
				t.Errorf("%s: %s sees %+v, %v", when, name, st, err)
			}
		}
		for _, name := range []string{"evaluator", "manager", "owner"} {
			if n := begun(t, others[name], c); n > 0 {
				t.Errorf("%s: the record tells the %s that something was begun", when, name)
			}
		}
	}
	hidden("nothing", false)
	first := inWords(c)
	first.Wished = "Tidak ingin dinilai oleh beliau " + secretWord + "-draf"
	must(t, c.rina.WriteAssessment(c.plan.ID, q4(), first))
	must(t, c.rina.WriteAssessment(c.plan.ID, q4(), inWords(c)))
	if n := begun(t, c.rina, c); n != 2 || !strings.Contains(everything(t, c.rina, c), secretWord) {
		t.Errorf("the person does not read what she wrote: %d", n)
	}
	hidden("draft", false)
	if n := begun(t, others["auditor"], c); n != 2 {
		t.Errorf("two facts are missing from what the inspectorate reads: %d", n)
	}
	must(t, c.rina.SubmitAssessment(c.plan.ID, q4()))
	hidden("handed in", true)

	rateRina(t, c)
	st, err := c.sari.Assessment(c.plan.ID, q4())
	if err != nil || !st.Open || st.Assessment.Content.Helped != inWords(c).Helped || st.Evaluation.Result != model.Meets {
		t.Errorf("both are in: %+v, %v", st, err)
	}
	for name, d := range others {
		if strings.Contains(everything(t, d, c), secretWord+"-draf") {
			t.Errorf("%s reads a draft", name)
		}
	}
	if begun(t, c.sari, c) == 0 {
		t.Error("that it was handed in is not on record")
	}
	// Taking a rating back hides it again.
	if _, err := c.sari.Undo(); err != nil {
		t.Fatal(err)
	}
	hidden("not rated any more", true)
	verify(t, c.s)
}

func rateRina(t *testing.T, c clinic) {
	t.Helper()
	_, err := c.sari.Rate(c.plan.ID, q4(), store.Rating{Result: model.Meets, Behaviour: model.Meets, Rules: rules.PermenPANRB6(), Reason: "menurut catatan triwulan"})
	must(t, err)
}

// The person sees the evaluator's side when it is shared, and not when it is there.
func TestAssessmentShowsThePersonWhatIsShared(t *testing.T) {
	c := openClinic(t)
	must(t, c.rina.WriteAssessment(c.plan.ID, q4(), inWords(c)))
	must(t, c.rina.SubmitAssessment(c.plan.ID, q4()))
	rateRina(t, c)
	st, err := c.rina.Assessment(c.plan.ID, q4())
	if err != nil || st.Open || st.Evaluation.Result != model.NotRated || st.Evaluation.State != model.EvaluationDraft {
		t.Errorf("before it is shared: %+v, %v", st.Evaluation, err)
	}
	if _, err := c.sari.Move(c.plan.ID, q4(), model.Shared, model.Word{}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	st, err = c.rina.Assessment(c.plan.ID, q4())
	if err != nil || !st.Open || st.Evaluation.Result != model.Meets {
		t.Errorf("shared: %+v, %v", st.Evaluation, err)
	}
}

// It is written by its person alone, taken back until the evaluator has rated, and
// then stands.
func TestAssessmentIsTheirs(t *testing.T) {
	c := openClinic(t)
	budi := c.s.As(model.Actor{ID: "b", Employee: "b", Roles: model.RolesOf(model.RoleStaff)})
	for name, d := range map[string]*store.Desk{"evaluator": c.sari, "colleague": budi, "owner": c.s.As(model.Owner("", ""))} {
		for what, err := range map[string]error{
			"write":  d.WriteAssessment(c.plan.ID, q4(), inWords(c)),
			"submit": d.SubmitAssessment(c.plan.ID, q4()),
			"reopen": d.ReopenAssessment(c.plan.ID, q4()),
		} {
			if !errors.Is(err, model.ErrNotAllowed) {
				t.Errorf("%s may %s it: %v", name, what, err)
			}
		}
	}
	if err := c.rina.SubmitAssessment(c.plan.ID, q4()); !errors.Is(err, model.ErrMissing) {
		t.Errorf("nothing is handed in: %v", err)
	}
	must(t, c.rina.WriteAssessment(c.plan.ID, q4(), assessment.Content{Helped: "kader"}))
	must(t, c.rina.WriteAssessment(c.plan.ID, q4(), inWords(c)))
	if info, err := c.rina.Undo(); err != nil || info.Verb != assessment.VerbWrite || info.Employee != c.who {
		t.Errorf("a draft is undone: %+v, %v", info, err)
	}
	if st, err := c.rina.Assessment(c.plan.ID, q4()); err != nil || st.Assessment.Content.Helped != "kader" {
		t.Errorf("after undo: %+v, %v", st.Assessment, err)
	}
	must(t, c.rina.WriteAssessment(c.plan.ID, q4(), inWords(c)))
	must(t, c.rina.SubmitAssessment(c.plan.ID, q4()))
	if err := c.rina.WriteAssessment(c.plan.ID, q4(), inWords(c)); !errors.Is(err, assessment.ErrHandedIn) {
		t.Errorf("written after it was handed in: %v", err)
	}
	if _, err := c.rina.Undo(); !errors.Is(err, model.ErrNoUndo) {
		t.Errorf("handing in is undone: %v", err)
	}
	must(t, c.rina.ReopenAssessment(c.plan.ID, q4()))
	must(t, c.rina.SubmitAssessment(c.plan.ID, q4()))
	rateRina(t, c)
	if err := c.rina.ReopenAssessment(c.plan.ID, q4()); !errors.Is(err, assessment.ErrBoth) {
		t.Errorf("taken back once both are in: %v", err)
	}
	st, err := c.rina.Assessment(c.plan.ID, q4())
	w, handed := st.Assessment.Given()
	if err != nil || !handed || w.Whose != c.who || w.By != c.who || w.Via != model.Own {
		t.Errorf("whose word it is: %+v, %v", w, err)
	}
	if access.RecallOf(assessment.VerbSubmit) != access.CanWithdraw {
		t.Error("what was handed in is taken back by its own step")
	}
	made, err := c.s.Rebuild()
	must(t, err)
	kept, err := c.s.Forms()
	must(t, err)
	n := 0
	for key, want := range kept {
		if key.Kind == model.KindAssessment {
			n++
			if string(made[key]) != string(want) {
				t.Errorf("made %x, kept %x", made[key], want)
			}
		}
	}
	if n == 0 {
		t.Error("no assessment in the file")
	}
	verify(t, c.s)
}

// A word that was given with a PIN says so.
func TestAssessmentSaysHowItsPersonWasKnown(t *testing.T) {
	c := openClinic(t)
	me := c.s.As(model.Actor{ID: string(c.who), Employee: c.who, Roles: model.RolesOf(model.RoleStaff), Via: model.Signed})
	must(t, me.WriteAssessment(c.plan.ID, q4(), inWords(c)))
	must(t, me.SubmitAssessment(c.plan.ID, q4()))
	st, err := me.Assessment(c.plan.ID, q4())
	if w, _ := st.Assessment.Given(); err != nil || w.Via != model.Signed {
		t.Errorf("%+v, %v", w, err)
	}
}

// What stands on paper is typed after the ratings, with the paper named; the
// person's own word is never typed over.
func TestAssessmentFromAPaper(t *testing.T) {
	c := openClinic(t)
	record := func(document string) error {
		return c.sari.RecordAssessment(c.plan.ID, q4(), inWords(c), document, 2026_10_02)
	}
	if err := record("Formulir 12/2026"); !errors.Is(err, assessment.ErrNotRated) {
		t.Errorf("typed before the ratings: %v", err)
	}
	rateRina(t, c)
	if err := record(" "); !errors.Is(err, model.ErrMissing) {
		t.Errorf("no paper: %v", err)
	}
	if err := c.rina.RecordAssessment(c.plan.ID, q4(), inWords(c), "x", 0); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("one's own is typed as another's: %v", err)
	}
	draft := inWords(c)
	draft.Helped = "hanya draf"
	must(t, c.rina.WriteAssessment(c.plan.ID, q4(), draft))
	must(t, record("Formulir 12/2026"))
	st, err := c.sari.Assessment(c.plan.ID, q4())
	w, _ := st.Assessment.Given()
	if err != nil || !st.Open || w.Via != model.Recorded || w.Whose != c.who || w.Document != "Formulir 12/2026" || w.On != 2026_10_02 || st.Record != nil {
		t.Errorf("%+v, %+v, %v", w, st, err)
	}
	if all := everything(t, c.sari, c); strings.Contains(all, "hanya draf") {
		t.Error("the draft that the paper took the place of is read by the evaluator")
	}
	list, err := c.sari.RecordOf(store.RecordQuery{Where: store.Where{Employee: c.who}, Limit: 1})
	if err != nil || list[0].Fact.Header.For != c.who || list[0].Fact.Payload.Document != "Formulir 12/2026" {
		t.Errorf("the fact does not say whose word it is: %+v, %v", list, err)
	}
	must(t, record("Formulir 12/2026, lembar 2")) // a slip of the pen is typed again
	if _, err := c.sari.Move(c.plan.ID, q4(), model.Shared, model.Word{}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	if err := record("lain"); !errors.Is(err, model.ErrLocked) {
		t.Errorf("typed after it was shared: %v", err)
	}
	verify(t, c.s)
}
