// Package session is a meeting in which people are told how they are measured
// (briefing, sosialisasi) or learn what they lack (training, pelatihan): who came,
// who said that it was explained to them, what a test showed before and after.
package session

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/course"
)

// ID names one session.
type ID string

// Kind says what a session is for.
type Kind uint8

// The kinds.
const (
	Briefing Kind = iota + 1 // sosialisasi of an instrument
	Training                 // pelatihan
)

var kinds = [...]string{"", "sosialisasi", "pelatihan"}

// String is the word of files and the command line.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// ParseKind reads the word of files and the command line, or the English one.
func ParseKind(s string) (Kind, bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "sosialisasi", "briefing":
		return Briefing, true
	case "pelatihan", "training":
		return Training, true
	}
	return 0, false
}

// State is how far a session has come (DOMAIN 10.2).
type State uint8

// The states.
const (
	Planned   State = iota // rencana
	Open                   // terbuka: people are registered
	Running                // berlangsung
	Done                   // selesai
	Cancelled              // dibatalkan
)

var states = [...]string{"planned", "open", "running", "done", "cancelled"}

// String is the word of the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// Ahead reports a session that is not at its end.
func (s State) Ahead() bool { return s < Done }

// The verbs.
const (
	VerbRead        model.Verb = "session.read"
	VerbPlan        model.Verb = "session.plan" // and its steps
	VerbAttend      model.Verb = "session.attend"
	VerbAcknowledge model.Verb = "session.acknowledge"
)

// The names of the steps.
const (
	Register = "open"
	Begin    = "running"
	End      = "done"
	Cancel   = "cancelled"
)

// Steps is the table of states.
func Steps() course.Table[State] {
	return course.Table[State]{
		{Name: Register, Verb: VerbPlan, From: []State{Planned}, To: Open},
		{Name: Begin, Verb: VerbPlan, From: []State{Planned, Open}, To: Running},
		{Name: End, Verb: VerbPlan, From: []State{Open, Running}, To: Done},
		{Name: Cancel, Verb: VerbPlan, From: []State{Planned, Open, Running}, To: Cancelled, Reason: true},
	}
}

// Session is one meeting.
type Session struct {
	ID         ID                 `cbor:"1,keyasint" json:"id"`
	Unit       model.UnitID       `cbor:"2,keyasint,omitempty" json:"unit"` // who holds it
	Kind       Kind               `cbor:"3,keyasint,omitempty" json:"-"`
	State      State              `cbor:"4,keyasint,omitempty" json:"-"`
	Topic      string             `cbor:"5,keyasint,omitempty" json:"topic"`
	From       model.Date         `cbor:"6,keyasint,omitempty" json:"from"`
	To         model.Date         `cbor:"7,keyasint,omitempty" json:"to"` // last day
	Place      string             `cbor:"8,keyasint,omitempty" json:"place,omitempty"`
	Speaker    string             `cbor:"9,keyasint,omitempty" json:"speaker,omitempty"` // narasumber
	Hours      model.Number       `cbor:"10,keyasint,omitempty" json:"hours"`            // JP, lesson hours
	Material   string             `cbor:"11,keyasint,omitempty" json:"material,omitempty"`
	FollowUp   string             `cbor:"12,keyasint,omitempty" json:"follow_up,omitempty"`
	Instrument model.InstrumentID `cbor:"13,keyasint,omitempty" json:"instrument,omitempty"` // a briefing's
	Version    int                `cbor:"14,keyasint,omitempty" json:"version,omitempty"`
	Code       string             `cbor:"15,keyasint,omitempty" json:"code,omitempty"` // of the measure that a training is about
	Most       model.Number       `cbor:"16,keyasint,omitempty" json:"most"`           // most points of the test; 0: none is held
	People     []Attendee         `cbor:"17,keyasint,omitempty" json:"people,omitempty"`
	Words      []model.Word       `cbor:"18,keyasint,omitempty" json:"words,omitempty"`
	Void       bool               `cbor:"19,keyasint,omitempty" json:"-"`
}

// Attendee is one person in a session.
type Attendee struct {
	ID       model.ElementID  `cbor:"1,keyasint" json:"id"`
	Employee model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Came     bool             `cbor:"3,keyasint,omitempty" json:"came"`
	Told     model.Word       `cbor:"4,keyasint,omitzero" json:"told"` // "it was explained to me": their own word, or from a signed list
	Pre      model.Amount     `cbor:"5,keyasint,omitzero" json:"pre"`
	Post     model.Amount     `cbor:"6,keyasint,omitzero" json:"post"`
	Passed   bool             `cbor:"7,keyasint,omitempty" json:"passed"`
}

// Bounds of what is kept.
const (
	MostText   = 400
	MostPeople = 5_000
	MostHours  = 1_000 // lesson hours
)

// Check refuses a session without topic or day, a briefing without the instrument
// that is explained, and what lies outside its bounds.
func (s Session) Check() error {
	missing := func(field string) error { return &model.FieldError{Field: field, Err: model.ErrMissing} }
	switch {
	case s.Kind != Briefing && s.Kind != Training:
		return &model.FieldError{Field: "kind", Err: model.ErrWord}
	case strings.TrimSpace(s.Topic) == "":
		return missing("topic")
	case s.From.IsZero():
		return missing("date")
	case s.To < s.From:
		return &model.FieldError{Field: "to", Value: s.To.String(), Err: model.ErrOrder}
	case s.Kind == Briefing && (s.Instrument == "" || s.Version <= 0):
		return missing("instrument")
	case s.Hours < 0:
		return &model.FieldError{Field: "hours", Value: s.Hours.String(), Err: model.ErrNegative}
	case s.Hours > model.Int(MostHours):
		return &model.FieldError{Field: "hours", Value: s.Hours.String(), Err: model.ErrTooLong}
	case s.Most < 0:
		return &model.FieldError{Field: "most", Value: s.Most.String(), Err: model.ErrNegative}
	case len(s.People) > MostPeople:
		return &model.FieldError{Field: "people", Err: model.ErrTooLong}
	}
	for _, x := range []struct{ field, text string }{{"topic", s.Topic}, {"place", s.Place}, {"speaker", s.Speaker}, {"material", s.Material}, {"follow_up", s.FollowUp}} {
		if err := model.CheckText(x.text, MostText, "\n"); err != nil {
			return &model.FieldError{Field: x.field, Err: err}
		}
	}
	return s.checkPeople()
}

func (s Session) checkPeople() error {
	seen := map[model.EmployeeID]bool{}
	for _, a := range s.People {
		switch {
		case a.Employee == "":
			return &model.FieldError{Field: "pegawai", Err: model.ErrMissing}
		case seen[a.Employee]:
			return &model.FieldError{Field: "pegawai", Value: string(a.Employee), Err: model.ErrExists}
		}
		seen[a.Employee] = true
		for _, mark := range []model.Amount{a.Pre, a.Post} {
			n, ok := mark.Get()
			if ok && (n < 0 || s.Most == 0 || n > s.Most) {
				return &model.FieldError{Field: "test", Value: n.String(), Err: model.ErrNumberRange}
			}
		}
	}
	return nil
}

// Take returns the session one step further. s itself is left as it was.
func (s Session) Take(name string, w model.Word) (Session, error) {
	step, err := Steps().Find(name, s.State)
	if err == nil {
		err = step.Check(w)
	}
	if err != nil {
		return s, err
	}
	w.Act = name
	s.State, s.Words = step.To, append(slices.Clone(s.Words), w)
	return s, nil
}

// Find is what stands about one person; false where they are not on the list.
func (s Session) Find(e model.EmployeeID) (Attendee, bool) {
	i := slices.IndexFunc(s.People, func(a Attendee) bool { return a.Employee == e })
	if i < 0 {
		return Attendee{}, false
	}
	return s.People[i], true
}

// With returns the session with what now stands about one person, in the place
// where they stood, else at the end. Who acknowledged, or took the test after it,
// came. s itself is left as it was.
func (s Session) With(a Attendee) (Session, error) {
	if s.State == Cancelled {
		return s, &course.Error{Step: "attended", State: s.State.String()}
	}
	if !a.Told.On.IsZero() || a.Post.Present() {
		a.Came = true
	}
	if a.Told.Via == model.Recorded && strings.TrimSpace(a.Told.Document) == "" {
		return s, &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	s.People = slices.Clone(s.People)
	if i := slices.IndexFunc(s.People, func(b Attendee) bool { return b.Employee == a.Employee }); i >= 0 {
		a.ID = s.People[i].ID
		s.People[i] = a
	} else {
		s.People = append(s.People, a)
	}
	return s, s.Check()
}

// Explains reports whether the person was told about a version of an instrument in
// this session: they came and said so, or a signed list says so.
func (s Session) Explains(e model.EmployeeID, in model.InstrumentID, version int) bool {
	a, ok := s.Find(e)
	return ok && !s.Void && s.State != Cancelled && s.Kind == Briefing && s.Instrument == in && s.Version >= version && !a.Told.On.IsZero()
}

// Learned is how many lesson hours the person had in this session: all of them once
// they came and it is done, else none.
func (s Session) Learned(e model.EmployeeID) model.Number {
	if a, ok := s.Find(e); ok && a.Came && s.State == Done && !s.Void {
		return s.Hours
	}
	return 0
}
