// Package assessment is how somebody sees their own work in a period
// (penilaian diri): an own rating and a sentence for each measure of their plan
// and each of the seven values, their own two ratings over all, what helped, what
// hindered, and what support they wish for.
//
// It is for the talk, and in no score. So that neither side is led by the other,
// nobody but the person sees a word of it, nor whether anything was begun, before
// both are in: handed in by the person, and rated by the evaluator (In). From then
// on it is frozen. The person sees the evaluator's side once that is shared.
package assessment

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
)

// The verbs. Recording is typing from a paper what somebody else wrote.
const (
	VerbRead   model.Verb = "assessment.read"
	VerbWrite  model.Verb = "assessment.write"
	VerbSubmit model.Verb = "assessment.submit"
	VerbReopen model.Verb = "assessment.reopen"
	VerbRecord model.Verb = "assessment.record"
)

// How long texts may be, in characters.
const (
	MostLine = 500  // on one measure or one value
	MostText = 2000 // what helped, what hindered, what is wished for
)

// Why a step is refused; each is model.ErrState.
var (
	// ErrHandedIn: it was handed in; its person takes it back before it is written
	// on.
	ErrHandedIn = fmt.Errorf("self-assessment was handed in: %w", model.ErrState)
	// ErrBoth: both are in, so that neither is changed for the other's sake.
	ErrBoth = fmt.Errorf("both assessments are in: %w", model.ErrState)
	// ErrNotRated: what somebody else wrote is typed only after one's own ratings.
	ErrNotRated = fmt.Errorf("ratings come before what the person wrote: %w", model.ErrState)
)

// ID names an assessment; it follows from plan and period.
type ID string

// IDOf returns the identity of the assessment of a plan in a period, so that two
// sites which write the same one have one, not two.
func IDOf(plan model.PlanID, p model.Period) ID {
	return ID(model.ReadyID("assessment", string(plan), p.String()))
}

// State is how far an assessment has come.
type State uint8

// The states. One of which nothing is written is a draft too.
const (
	Draft State = iota
	Submitted
)

var states = [...]string{"draft", "submitted"}

// String is the word of the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// Remark is how the person sees one measure or one value: a rating, a sentence, or
// both.
type Remark struct {
	ID     model.ElementID `cbor:"1,keyasint" json:"id"` // of the measure, or the code of the value
	Rating model.Rating    `cbor:"2,keyasint,omitempty" json:"-"`
	Text   string          `cbor:"3,keyasint,omitempty" json:"text,omitempty"`
}

// Content is what the person says.
type Content struct {
	Measures  []Remark     `cbor:"1,keyasint,omitempty" json:"measures"`
	Values    []Remark     `cbor:"2,keyasint,omitempty" json:"values"`
	Result    model.Rating `cbor:"3,keyasint,omitempty" json:"-"` // of results over all
	Behaviour model.Rating `cbor:"4,keyasint,omitempty" json:"-"` // of behaviour over all
	Helped    string       `cbor:"5,keyasint,omitempty" json:"helped"`
	Hindered  string       `cbor:"6,keyasint,omitempty" json:"hindered"`
	Wished    string       `cbor:"7,keyasint,omitempty" json:"wished"` // support
}

// Empty reports that nothing is said.
func (c Content) Empty() bool {
	return len(c.Measures) == 0 && len(c.Values) == 0 && c.Result == model.NotRated && c.Behaviour == model.NotRated &&
		c.Helped == "" && c.Hindered == "" && c.Wished == ""
}

// On finds what is said of a measure or a value.
func On(list []Remark, id model.ElementID) Remark {
	if i := slices.IndexFunc(list, func(l Remark) bool { return l.ID == id }); i >= 0 {
		return list[i]
	}
	return Remark{ID: id}
}

// Assessment is how the holder of one plan sees one period. Employee and unit are
// copies of the plan's, so that nothing joins it.
type Assessment struct {
	ID       ID               `cbor:"1,keyasint" json:"id"`
	Plan     model.PlanID     `cbor:"2,keyasint,omitempty" json:"plan"`
	Employee model.EmployeeID `cbor:"3,keyasint,omitempty" json:"employee"`
	Unit     model.UnitID     `cbor:"4,keyasint,omitempty" json:"unit"`
	Period   model.Period     `cbor:"5,keyasint,omitempty" json:"period"`
	State    State            `cbor:"6,keyasint,omitempty" json:"-"`
	Content  Content          `cbor:"7,keyasint,omitzero" json:"content"`
	Words    []model.Word     `cbor:"8,keyasint,omitempty" json:"words,omitempty"` // handing in, taking back
	Void     bool             `cbor:"9,keyasint,omitempty" json:"-"`
}

// New is the empty assessment of a plan in a period.
func New(plan model.Plan, p model.Period) Assessment {
	return Assessment{ID: IDOf(plan.ID, p), Plan: plan.ID, Employee: plan.Employee, Unit: plan.Unit, Period: p}
}

// Given is the word with which it was handed in; false where it is not.
func (a Assessment) Given() (model.Word, bool) {
	if a.State != Submitted || len(a.Words) == 0 {
		return model.Word{}, false
	}
	return a.Words[len(a.Words)-1], true
}

// Recorded reports one that somebody else typed from a paper.
func (a Assessment) Recorded() bool {
	w, ok := a.Given()
	return ok && w.Via == model.Recorded
}

// In reports that both are in: the person's is handed in, and the evaluator has
// rated. Then each may see the other's.
func (a Assessment) In(e model.Evaluation) bool {
	return a.State == Submitted && e.State >= model.Rated
}

// Write returns an assessment that says something else. It refuses what was handed
// in (ErrHandedIn), what is shared already (model.ErrLocked), measures that are not
// in the plan, values that are none of the seven, and texts that are too long
// (model.FieldError). Remarks without a rating and a text are left out.
func (a Assessment) Write(c Content, plan model.Plan, e model.Evaluation) (Assessment, error) {
	if err := a.writable(e); err != nil {
		return a, err
	}
	var err error
	a.Content, err = c.checked(plan.In(a.Period))
	return a, err
}

// writable refuses to write on what is handed in, or comes too late.
func (a Assessment) writable(e model.Evaluation) error {
	switch {
	case a.In(e):
		return ErrBoth
	case a.State == Submitted:
		return ErrHandedIn
	case e.LocksCard():
		return model.ErrLocked
	}
	return nil
}

// Submit hands an assessment in, by the person's own word. Both ratings over all
// must be there; everything else may be left out.
func (a Assessment) Submit(w model.Word, e model.Evaluation) (Assessment, error) {
	if err := a.writable(e); err != nil {
		return a, err
	}
	if err := a.Content.whole(); err != nil {
		return a, err
	}
	w.Act = string(VerbSubmit)
	a.State, a.Words = Submitted, append(slices.Clone(a.Words), w)
	return a, nil
}

// Reopen takes back what was handed in, so that it can be written on, as long as
// the evaluator has not rated (ErrBoth). What was typed from a paper is not the
// person's to take back here (model.ErrNotAllowed).
func (a Assessment) Reopen(w model.Word, e model.Evaluation) (Assessment, error) {
	switch {
	case a.State != Submitted:
		return a, model.ErrNothing
	case a.In(e):
		return a, ErrBoth
	case a.Recorded():
		return a, model.ErrNotAllowed
	}
	w.Act = string(VerbReopen)
	a.State, a.Words = Draft, append(slices.Clone(a.Words), w)
	return a, nil
}

// Record keeps what somebody else typed from the person's paper, and hands it in
// with it. Ratings come first (ErrNotRated): who types it has read it. What was
// typed so may be typed again, against the same paper or another, until it is
// shared; the person's own word is never typed over (ErrBoth).
func (a Assessment) Record(c Content, w model.Word, plan model.Plan, e model.Evaluation) (Assessment, error) {
	switch {
	case strings.TrimSpace(w.Document) == "":
		return a, &model.FieldError{Field: "document", Err: model.ErrMissing}
	case e.State < model.Rated:
		return a, ErrNotRated
	case e.LocksCard():
		return a, model.ErrLocked
	case a.State == Submitted && !a.Recorded():
		return a, ErrBoth
	}
	c, err := c.checked(plan.In(a.Period))
	if err == nil {
		err = c.whole()
	}
	if err != nil {
		return a, err
	}
	w.Act = string(VerbSubmit)
	a.State, a.Content, a.Words = Submitted, c, append(slices.Clone(a.Words), w)
	return a, nil
}

// whole refuses to hand in what lacks a rating over all.
func (c Content) whole() error {
	for _, part := range []struct {
		field string
		r     model.Rating
	}{{"result", c.Result}, {"behaviour", c.Behaviour}} {
		if part.r == model.NotRated {
			return &model.FieldError{Field: part.field, Err: model.ErrMissing}
		}
	}
	return nil
}

// checked is content in the order of plan and values, without space around its
// texts.
func (c Content) checked(plan model.Plan) (Content, error) {
	var measures, values []model.ElementID
	for _, m := range plan.Measures {
		measures = append(measures, m.ID)
	}
	for _, v := range rules.Behaviours() {
		values = append(values, model.ElementID(v.Code))
	}
	var err error
	if c.Measures, err = ordered("measure", c.Measures, measures); err != nil {
		return c, err
	}
	if c.Values, err = ordered("value", c.Values, values); err != nil {
		return c, err
	}
	for _, part := range []struct {
		field string
		text  *string
	}{{"helped", &c.Helped}, {"hindered", &c.Hindered}, {"wished", &c.Wished}} {
		if *part.text, err = text(part.field, *part.text, MostText); err != nil {
			return c, err
		}
	}
	if c.Result > model.Above || c.Behaviour > model.Above {
		return c, &model.FieldError{Field: "result", Err: model.ErrWord}
	}
	return c, nil
}

// ordered are the lines that say something, in the order of what they are about.
func ordered(field string, lines []Remark, order []model.ElementID) (list []Remark, err error) {
	for _, l := range lines {
		if !slices.Contains(order, l.ID) {
			return nil, &model.FieldError{Field: field, Value: string(l.ID), Err: model.ErrNotFound}
		}
	}
	for _, id := range order {
		l := On(lines, id)
		if l.Text, err = text(field+":"+string(id), l.Text, MostLine); err != nil {
			return nil, err
		}
		if l.Rating > model.Above {
			return nil, &model.FieldError{Field: field, Value: string(id), Err: model.ErrWord}
		}
		if l.Rating != model.NotRated || l.Text != "" {
			list = append(list, l)
		}
	}
	return list, nil
}

// text is a text without space around it, checked.
func text(field, s string, most int) (string, error) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
	if err := model.CheckText(s, most, "\n\t"); err != nil {
		return s, &model.FieldError{Field: field, Err: err}
	}
	return s, nil
}

// Check refuses an assessment, as it comes from outside, that breaks a rule which
// writing holds.
func (a Assessment) Check(plan model.Plan) error {
	fresh := New(plan, a.Period)
	if a.ID != fresh.ID || a.Employee != fresh.Employee || a.State > Submitted {
		return model.ErrInvalid
	}
	if _, handed := a.Given(); a.State == Submitted && !handed {
		return model.ErrInvalid
	}
	_, err := a.Content.checked(plan.In(a.Period))
	if err == nil && a.State == Submitted {
		err = a.Content.whole()
	}
	return err
}
