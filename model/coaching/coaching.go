// Package coaching is a plan that helps somebody reach what was not reached:
// guidance (bimbingan), coaching or mentoring, from a weak measure to steps,
// support by the organisation, reviews and an outcome; and whether such plans
// helped.
//
// What always holds: a plan names the value it began with and never changes it; the
// person agrees before it runs; nothing in it is a score or a rating.
package coaching

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/course"
)

// ID names one plan.
type ID string

// Kind is how somebody is helped (DOMAIN 9).
type Kind uint8

// The kinds.
const (
	Guidance  Kind = iota + 1 // bimbingan kinerja: by the evaluator, directly and continuously
	Coached                   // coaching: who can and does not reach it yet finds the way by questions
	Mentoring                 // mentoring: somebody senior shares experience, over a longer time
)

var kinds = [...]string{"", "bimbingan", "coaching", "mentoring"}

// String is the word of files and the command line.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// Kinds lists all kinds.
func Kinds() []Kind { return []Kind{Guidance, Coached, Mentoring} }

// ParseKind reads the word of files and the command line.
func ParseKind(s string) (Kind, bool) { return parse[Kind](kinds[:], s) }

// Cause is why a measure is weak (DOMAIN 9: "penyebab").
type Cause uint8

// The causes.
const (
	Skill   Cause = iota + 1 // kompetensi
	Tool                     // alat
	Load                     // beban
	Person                   // pribadi
	Process                  // proses
)

var causes = [...]string{"", "kompetensi", "alat", "beban", "pribadi", "proses"}

// String is the word of files and the command line.
func (c Cause) String() string { return causes[min(int(c), len(causes)-1)] }

// Causes lists all causes.
func Causes() []Cause { return []Cause{Skill, Tool, Load, Person, Process} }

// ParseCause reads the word of files and the command line.
func ParseCause(s string) (Cause, bool) { return parse[Cause](causes[:], s) }

// Outcome is how a plan ended.
type Outcome uint8

// The outcomes.
const (
	NoOutcome Outcome = iota
	Reached           // the aim was reached
	Better            // better, the aim not reached
	Unchanged
	Stopped // given up before it could show anything
)

var outcomes = [...]string{"", "reached", "better", "unchanged", "stopped"}

// String is the word of the command line; nothing for none.
func (o Outcome) String() string { return outcomes[min(int(o), len(outcomes)-1)] }

// Outcomes lists all outcomes.
func Outcomes() []Outcome { return []Outcome{Reached, Better, Unchanged, Stopped} }

// ParseOutcome reads the word of the command line.
func ParseOutcome(s string) (Outcome, bool) { return parse[Outcome](outcomes[:], s) }

func parse[T ~uint8](words []string, s string) (T, bool) {
	i := slices.Index(words[1:], strings.ToLower(strings.TrimSpace(s)))
	return T(i + 1), i >= 0
}

// State is how far a plan has come (DOMAIN 10.2).
type State uint8

// The states.
const (
	Proposed  State = iota // usul
	Agreed                 // disetujui pegawai; scheduled as soon as a review has a day
	Running                // berjalan
	Closed                 // selesai
	Cancelled              // dibatalkan
)

var states = [...]string{"proposed", "agreed", "running", "closed", "cancelled"}

// String is the word of the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// Open reports a plan that is not at its end.
func (s State) Open() bool { return s < Closed }

// The verbs.
const (
	VerbRead   model.Verb = "coaching.read"
	VerbStart  model.Verb = "coaching.start"
	VerbAgree  model.Verb = "coaching.agree"
	VerbRun    model.Verb = "coaching.run"
	VerbWrite  model.Verb = "coaching.write" // steps, promises, reviews
	VerbClose  model.Verb = "coaching.close"
	VerbCancel model.Verb = "coaching.cancel"
)

// The names of the steps.
const (
	Agree  = "agreed"
	Begin  = "begun"
	Close  = "closed"
	Cancel = "cancelled"
)

// Steps is the table of states.
func Steps() course.Table[State] {
	return course.Table[State]{
		{Name: Agree, Verb: VerbAgree, From: []State{Proposed}, To: Agreed, Whose: model.RelSelf},
		{Name: Begin, Verb: VerbRun, From: []State{Agreed}, To: Running, Whose: model.RelEvaluator},
		{Name: Close, Verb: VerbClose, From: []State{Agreed, Running}, To: Closed, Whose: model.RelEvaluator},
		{Name: Cancel, Verb: VerbCancel, From: []State{Proposed, Agreed, Running}, To: Cancelled, Reason: true},
	}
}

// Coaching is one plan. What it began with (measure, value, target, reach) is a copy
// of that day.
type Coaching struct {
	ID        ID               `cbor:"1,keyasint" json:"id"`
	Employee  model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Unit      model.UnitID     `cbor:"3,keyasint,omitempty" json:"unit"`
	Kind      Kind             `cbor:"4,keyasint,omitempty" json:"-"`
	State     State            `cbor:"5,keyasint,omitempty" json:"-"`
	SKP       model.PlanID     `cbor:"6,keyasint,omitempty" json:"plan"`
	Period    model.Period     `cbor:"7,keyasint,omitempty" json:"period"`            // in which the measure was weak
	Measure   model.ElementID  `cbor:"8,keyasint,omitempty" json:"measure,omitempty"` // none: it is about a behaviour, or the person
	Code      string           `cbor:"9,keyasint,omitempty" json:"code,omitempty"`    // of the measure, as it was called then
	Value     model.Amount     `cbor:"10,keyasint,omitzero" json:"value"`             // reached then
	Target    model.Number     `cbor:"11,keyasint,omitempty" json:"target"`
	Behaviour string           `cbor:"12,keyasint,omitempty" json:"behaviour,omitempty"` // code of one of the seven values
	Problem   string           `cbor:"13,keyasint,omitempty" json:"problem"`
	Causes    []Cause          `cbor:"14,keyasint,omitempty" json:"-"`
	Aim       string           `cbor:"15,keyasint,omitempty" json:"aim"`
	Steps     []Task           `cbor:"16,keyasint,omitempty" json:"steps,omitempty"`
	Promises  []Promise        `cbor:"17,keyasint,omitempty" json:"promises,omitempty"`
	Reviews   []Review         `cbor:"18,keyasint,omitempty" json:"reviews,omitempty"`
	Words     []model.Word     `cbor:"19,keyasint,omitempty" json:"words,omitempty"`
	Outcome   Outcome          `cbor:"20,keyasint,omitempty" json:"-"`
	Note      string           `cbor:"21,keyasint,omitempty" json:"note,omitempty"` // on the outcome
	By        model.EmployeeID `cbor:"22,keyasint,omitempty" json:"by,omitempty"`   // who helps
	Started   model.Date       `cbor:"23,keyasint,omitempty" json:"started"`
	Void      bool             `cbor:"24,keyasint,omitempty" json:"-"`
}

// Task is one thing that somebody does, by a day.
type Task struct {
	ID    model.ElementID  `cbor:"1,keyasint" json:"id"`
	Text  string           `cbor:"2,keyasint,omitempty" json:"text"`
	Owner model.EmployeeID `cbor:"3,keyasint,omitempty" json:"owner,omitempty"` // none: the person
	Due   model.Date       `cbor:"4,keyasint,omitempty" json:"due"`
	Done  model.Date       `cbor:"5,keyasint,omitempty" json:"done"`
}

// Promise is support by the organisation: what it gives so that the aim can be
// reached at all.
type Promise struct {
	ID   model.ElementID `cbor:"1,keyasint" json:"id"`
	Text string          `cbor:"2,keyasint,omitempty" json:"text"`
	Who  string          `cbor:"3,keyasint,omitempty" json:"who"` // a person, unit or office, in words
	Due  model.Date      `cbor:"4,keyasint,omitempty" json:"due"`
	Kept model.Date      `cbor:"5,keyasint,omitempty" json:"kept"`
}

// Review is a day on which both look at it.
type Review struct {
	ID   model.ElementID `cbor:"1,keyasint" json:"id"`
	Due  model.Date      `cbor:"2,keyasint,omitempty" json:"due"`
	Held model.Date      `cbor:"3,keyasint,omitempty" json:"held"`
	Note string          `cbor:"4,keyasint,omitempty" json:"note,omitempty"`
}

// Most is how many characters a text may have, and MostItems how many steps,
// promises or reviews a plan.
const (
	Most      = 2_000
	MostItems = 40
)

// Check refuses a plan that lacks what one needs: whom it is about, the problem, a
// cause and the aim; a step or promise without text or day.
func (p Coaching) Check() error {
	missing := func(field string) error { return &model.FieldError{Field: field, Err: model.ErrMissing} }
	switch {
	case p.Employee == "":
		return missing("pegawai")
	case p.Kind < Guidance || p.Kind > Mentoring:
		return &model.FieldError{Field: "kind", Err: model.ErrWord}
	case strings.TrimSpace(p.Problem) == "":
		return missing("problem")
	case len(p.Causes) == 0:
		return missing("cause")
	case strings.TrimSpace(p.Aim) == "":
		return missing("aim")
	case max(len(p.Steps), len(p.Promises), len(p.Reviews)) > MostItems:
		return &model.FieldError{Field: "steps", Err: model.ErrTooLong}
	}
	for _, s := range p.Steps {
		if strings.TrimSpace(s.Text) == "" || s.Due.IsZero() {
			return missing("step")
		}
	}
	for _, s := range p.Promises {
		if strings.TrimSpace(s.Text) == "" || strings.TrimSpace(s.Who) == "" || s.Due.IsZero() {
			return missing("promise")
		}
	}
	for _, r := range p.Reviews {
		if r.Due.IsZero() {
			return missing("review")
		}
	}
	return p.checkTexts()
}

func (p Coaching) checkTexts() error {
	type text struct{ field, text string }
	all := []text{{"problem", p.Problem}, {"aim", p.Aim}, {"note", p.Note}}
	for _, s := range p.Steps {
		all = append(all, text{"step", s.Text})
	}
	for _, s := range p.Promises {
		all = append(all, text{"promise", s.Text}, text{"promise", s.Who})
	}
	for _, r := range p.Reviews {
		all = append(all, text{"review", r.Note})
	}
	for _, x := range all {
		if err := model.CheckText(x.text, Most, "\n"); err != nil {
			return &model.FieldError{Field: x.field, Err: err}
		}
	}
	return nil
}

// Take returns the plan one step further. To close it takes an outcome. p itself
// is left as it was.
func (p Coaching) Take(name string, w model.Word, outcome Outcome, note string) (Coaching, error) {
	s, err := Steps().Find(name, p.State)
	if err != nil {
		return p, err
	}
	if err := s.Check(w); err != nil {
		return p, err
	}
	if name == Close {
		if outcome == NoOutcome {
			return p, &model.FieldError{Field: "outcome", Err: model.ErrMissing}
		}
		p.Outcome, p.Note = outcome, strings.TrimSpace(note)
	}
	w.Act = name
	p.State, p.Words = s.To, append(slices.Clone(p.Words), w)
	return p, p.checkTexts()
}

// Scheduled reports a plan that was agreed and has a day for its first review.
func (p Coaching) Scheduled() bool { return p.State == Agreed && len(p.Reviews) > 0 }

// Next is the first day on which something of it is due: a step not done, a
// promise not kept, a review not held; none where nothing is.
func (p Coaching) Next() (day model.Date, what string) {
	take := func(due, done model.Date, name string) {
		if done.IsZero() && !due.IsZero() && (day.IsZero() || due < day) {
			day, what = due, name
		}
	}
	for _, s := range p.Steps {
		take(s.Due, s.Done, "step")
	}
	for _, s := range p.Promises {
		take(s.Due, s.Kept, "promise")
	}
	for _, r := range p.Reviews {
		take(r.Due, r.Held, "review")
	}
	return day, what
}
