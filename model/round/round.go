// Package round is anonymous feedback: a round asks a group about one person, and
// whoever answers is not stored.
//
// # What is promised
//
// Only where everybody logs in with their own PIN, and for at least Least people with
// one. What somebody gives waits in the memory of the running program, without them;
// when Least are in, all are written at once, shuffled, under identities that tell
// nothing, with the day and no time, by nobody. Until then no file has a word of it,
// and a program that ends loses it. Fewer than Least at the end are thrown away.
// Nothing is read before the round is over, so that nobody sees who came last.
// What the file cannot hide is when the writing was, by what stands before and after
// it in the record of changes; who wrote what it does not know.
//
// Upward feedback, where somebody who answers is evaluated by the person, is read by
// that person's own evaluator, as counts and texts, and by the person only once it is
// shared with them.
package round

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/talk"
)

// The verbs.
const (
	VerbRead  model.Verb = "round.read" // what was said
	VerbOpen  model.Verb = "round.open"
	VerbGive  model.Verb = "round.give"
	VerbClose model.Verb = "round.close"
	VerbShare model.Verb = "round.share" // with the person
)

// Least is how many must have answered before anything is kept, and how many with a
// PIN of their own a group needs.
const Least = 5

// Most is how many days a round may stay open.
const Most = 92

// Why a step is refused.
var (
	// ErrUnguarded: without own PINs nobody is known to be another.
	ErrUnguarded = errors.New("anonymous only where everybody logs in with an own PIN")
	// ErrGave: this person answered already, as far as the running program knows.
	ErrGave = fmt.Errorf("answered already: %w", model.ErrState)
	// ErrOver: the round is over.
	ErrOver = fmt.Errorf("the round is over: %w", model.ErrState)
	// ErrRunning: what was said is read when the round is over.
	ErrRunning = fmt.Errorf("the round is not over: %w", model.ErrState)
	// ErrNothing: fewer than Least answered, and nothing was kept.
	ErrNothing = fmt.Errorf("too few answered: %w", model.ErrState)
	// ErrLong: a round of so many days is none.
	ErrLong = errors.New("a round of too many days")
	// ErrHere: what is anonymous waits in the memory of the running program, and a
	// command has none that lasts.
	ErrHere = errors.New("anonymous answers are given in the running program")
)

// FewError: a group has too few people with a PIN of their own.
type FewError struct{ People, WithPIN int }

func (e *FewError) Error() string {
	return fmt.Sprintf("%d of %d have a PIN, %d are needed", e.WithPIN, e.People, Least)
}

// Unwrap makes model.ErrState match.
func (e *FewError) Unwrap() error { return model.ErrState }

// ID names a round.
type ID string

// Group says who is asked.
type Group uint8

// The groups, with the words of files and the command line.
const (
	NoGroup Group = iota
	Reports       // whom the person evaluates
	Unit          // who works in the person's unit
)

var groups = [...]string{"", "reports", "unit"}

// String is the word of files and the command line.
func (g Group) String() string { return groups[min(int(g), len(groups)-1)] }

// Groups lists the words.
func Groups() []string { return slices.Clone(groups[1:]) }

// ParseGroup reads a word of Groups.
func ParseGroup(s string) (Group, bool) {
	i := slices.Index(groups[1:], strings.ToLower(strings.TrimSpace(s)))
	return Group(i + 1), i >= 0
}

// State is how far a round has come.
type State uint8

// The states.
const (
	Open    State = iota
	Closed        // over, and enough answered
	Dropped       // over, and too few answered: nothing was kept
	Shared        // the person may read what was said
)

var states = [...]string{"open", "closed", "dropped", "shared"}

// String is the word of files and the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// Step is one way on: the whole machine is the table of Steps.
type Step struct {
	Name     string
	From, To State
	Verb     model.Verb
}

// Steps is every step there is. Which of the first two is taken when a round ends
// follows from how many answered.
func Steps() []Step {
	return []Step{
		{"close", Open, Closed, VerbClose},
		{"drop", Open, Dropped, VerbClose},
		{"share", Closed, Shared, VerbShare},
	}
}

// Round is one asking. Who is asked follows from posts on the day: no list of them is
// kept.
type Round struct {
	ID       ID               `cbor:"1,keyasint" json:"id"`
	About    model.EmployeeID `cbor:"2,keyasint,omitempty" json:"about"`
	Unit     model.UnitID     `cbor:"3,keyasint,omitempty" json:"unit"` // of the person, when it was opened
	Group    Group            `cbor:"4,keyasint,omitempty" json:"-"`
	Question string           `cbor:"5,keyasint,omitempty" json:"question,omitempty"` // "": feedback in general
	Until    model.Date       `cbor:"6,keyasint,omitempty" json:"until"`              // the last day
	Upward   bool             `cbor:"7,keyasint,omitempty" json:"upward"`             // some who are asked are evaluated by the person
	State    State            `cbor:"8,keyasint,omitempty" json:"-"`
	Words    []model.Word     `cbor:"9,keyasint,omitempty" json:"words,omitempty"` // opening, closing, sharing
	Void     bool             `cbor:"10,keyasint,omitempty" json:"-"`
}

// Voice is one answer. Nothing in it says whose it is, or in which order it came.
type Voice struct {
	ID    string     `cbor:"1,keyasint" json:"id"` // random
	Round ID         `cbor:"2,keyasint,omitempty" json:"-"`
	Kind  talk.Kind  `cbor:"3,keyasint,omitempty" json:"-"`
	Value string     `cbor:"4,keyasint,omitempty" json:"behaviour,omitempty"` // code of a value of behaviour; "": the person
	Text  string     `cbor:"5,keyasint,omitempty" json:"text"`
	On    model.Date `cbor:"6,keyasint,omitempty" json:"on"` // the day on which it was written with the others
	Void  bool       `cbor:"7,keyasint,omitempty" json:"-"`
}

// New opens a round. today is the day of its opening.
func New(r Round, w model.Word, today model.Date) (Round, error) {
	r.Question = strings.TrimSpace(r.Question)
	w.Act = string(VerbOpen)
	r.State, r.Words = Open, []model.Word{w}
	return r, r.check(today)
}

func (r Round) check(today model.Date) error {
	switch {
	case r.About == "":
		return &model.FieldError{Field: "pegawai", Err: model.ErrMissing}
	case r.Group == NoGroup || r.Group > Unit:
		return &model.FieldError{Field: "ask", Err: model.ErrMissing}
	case r.Until.IsZero():
		return &model.FieldError{Field: "until", Err: model.ErrMissing}
	case r.Until < today:
		return &model.FieldError{Field: "until", Value: r.Until.String(), Err: model.ErrPast}
	case today.Until(r.Until) > Most:
		return &model.FieldError{Field: "until", Value: r.Until.String(), Err: ErrLong}
	}
	if err := model.CheckText(r.Question, talk.Most, "\n"); err != nil {
		return &model.FieldError{Field: "question", Err: err}
	}
	return nil
}

// Over reports whether nothing more can be answered.
func (r Round) Over(today model.Date) bool { return r.State != Open || r.Until < today }

// Answer checks an answer to a round.
func (r Round) Answer(v Voice, today model.Date) (Voice, error) {
	if r.Over(today) {
		return v, ErrOver
	}
	v.Round, v.Text, v.ID, v.On = r.ID, strings.TrimSpace(v.Text), "", 0
	switch {
	case v.Kind != talk.Appreciation && v.Kind != talk.Note && v.Kind != talk.Improve:
		return v, &model.FieldError{Field: "kind", Err: model.ErrMissing}
	case v.Text == "":
		return v, &model.FieldError{Field: "text", Err: model.ErrMissing}
	case v.Value != "" && !slices.ContainsFunc(rules.Behaviours(), func(b rules.Behaviour) bool { return b.Code == v.Value }):
		return v, &model.FieldError{Field: "about", Value: v.Value, Err: model.ErrWord}
	}
	if err := model.CheckText(v.Text, talk.Most, "\n"); err != nil {
		return v, &model.FieldError{Field: "text", Err: err}
	}
	return v, nil
}

// Take takes a step of Steps by name.
func (r Round) Take(name string, w model.Word) (Round, error) {
	for _, s := range Steps() {
		if s.Name != name {
			continue
		}
		if s.From != r.State {
			return r, fmt.Errorf("%s: %w", r.State, model.ErrState)
		}
		w.Act = string(s.Verb)
		r.State, r.Words = s.To, append(slices.Clone(r.Words), w)
		return r, nil
	}
	return r, fmt.Errorf("step %q: %w", name, model.ErrWord)
}

// End closes a round of which so many answers are kept.
func (r Round) End(kept int, w model.Word) (Round, error) {
	if kept >= Least {
		return r.Take("close", w)
	}
	return r.Take("drop", w)
}

// Readable says why what was said is not read yet, or not by the person themselves.
func (r Round) Readable(self bool) error {
	switch {
	case r.State == Open:
		return ErrRunning
	case r.State == Dropped:
		return ErrNothing
	case self && r.Upward && r.State != Shared:
		return fmt.Errorf("%s: not shared: %w", VerbRead, model.ErrNotAllowed)
	}
	return nil
}

// Summary is what was said in a round: counts, and texts in an order that tells
// nothing.
type Summary struct {
	Round  Round
	Staff  model.StaffRow
	Voices []Voice // by kind, then by their random identity
}

// Summarise puts answers in the order in which they are shown.
func Summarise(r Round, staff model.StaffRow, list []Voice) Summary {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Voice) int {
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		return strings.Compare(a.ID, b.ID)
	})
	return Summary{r, staff, list}
}

// Of counts the answers of a kind; about a value of behaviour, or "" for those about
// the person.
func (s Summary) Of(kind talk.Kind, value string) (n int) {
	for _, v := range s.Voices {
		if v.Kind == kind && v.Value == value {
			n++
		}
	}
	return n
}

// Kinds are what can be answered, in the order of a summary.
func Kinds() []talk.Kind { return []talk.Kind{talk.Appreciation, talk.Note, talk.Improve} }

// Row is a round as lists show it to one person.
type Row struct {
	Round
	Staff  model.StaffRow
	Asked  bool // they are asked
	Gave   bool // and answered, as far as the running program knows
	Waits  bool // their answer, with others', is only in the memory of the program
	Ends   bool // they may close it
	Reads  bool // they may read what was said, once it is over
	Shares bool // they may share it with the person
}
