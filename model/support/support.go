// Package support is counselling and psychological support (konseling & dukungan
// psikologis, DOMAIN 9): a case from request over consent and sessions to its end,
// what may be told of it to whom, and what a unit's file holds beside it.
//
// What always holds: nothing happens in a case before the person consented, with
// what may be known to whom; a case lives in the counsellor's own sealed file, and
// nobody has a right to it in a unit's file, whatever their roles. There stand the
// counsellor's address and public key (Contact), and of a referral its day and what
// the person allowed to be known (Referral).
package support

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/course"
)

// ID names one case. It is random and says nothing.
type ID string

// Code is the short form of an ID that people type.
func (id ID) Code() string { return strings.ToUpper(string(id[max(0, len(id)-6):])) }

// State is how far a case has come (DOMAIN 10.2).
type State uint8

// The states.
const (
	Requested State = iota // usul
	Consented              // disetujui pegawai
	Scheduled              // terjadwal
	Running                // berjalan
	Closed                 // selesai
	Referred               // dirujuk
	Cancelled              // dibatalkan
)

var states = [...]string{"requested", "consented", "scheduled", "running", "closed", "referred", "cancelled"}

// String is the word of the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// Open reports a case that is not at its end.
func (s State) Open() bool { return s < Closed }

// The verbs. A case is worked by whoever holds its file's passphrase: no role of a
// unit's file has VerbCase.
const (
	VerbCase    model.Verb = "support.case"
	VerbContact model.Verb = "support.contact"
	VerbRefer   model.Verb = "support.refer"
)

// The names of the steps.
const (
	Consent  = "consented"
	Schedule = "scheduled"
	Hold     = "held"
	Close    = "closed"
	Onward   = "referred_onward"
	Cancel   = "cancelled"
)

// Steps is the table of states of a case. What may be known can be said anew as long
// as the case is open, and leaves it where it is.
func Steps() course.Table[State] {
	return course.Table[State]{
		{Name: Consent, Verb: VerbCase, From: []State{Requested, Consented}, To: Consented, Whose: model.RelSelf},
		{Name: Consent, Verb: VerbCase, From: []State{Scheduled}, To: Scheduled, Whose: model.RelSelf},
		{Name: Consent, Verb: VerbCase, From: []State{Running}, To: Running, Whose: model.RelSelf},
		{Name: Schedule, Verb: VerbCase, From: []State{Consented, Scheduled}, To: Scheduled},
		{Name: Schedule, Verb: VerbCase, From: []State{Running}, To: Running},
		{Name: Hold, Verb: VerbCase, From: []State{Consented, Scheduled, Running}, To: Running},
		{Name: Close, Verb: VerbCase, From: []State{Running}, To: Closed},
		{Name: Onward, Verb: VerbCase, From: []State{Consented, Scheduled, Running}, To: Referred, Reason: true},
		{Name: Cancel, Verb: VerbCase, From: []State{Requested, Consented, Scheduled, Running}, To: Cancelled, Reason: true},
	}
}

// Outcome is how a case ended.
type Outcome uint8

// The outcomes.
const (
	NoOutcome Outcome = iota
	Better            // membaik
	Partly            // membaik sebagian
	Unchanged         // belum membaik
	Ended             // the person wished to stop
)

var outcomes = [...]string{"", "better", "partly", "unchanged", "ended"}

// String is the word of the command line; nothing for none.
func (o Outcome) String() string { return outcomes[min(int(o), len(outcomes)-1)] }

// Outcomes lists the words of all outcomes.
func Outcomes() []string { return slices.Clone(outcomes[1:]) }

// ParseOutcome reads a word of Outcomes.
func ParseOutcome(s string) (Outcome, bool) {
	i := slices.Index(outcomes[1:], strings.ToLower(strings.TrimSpace(s)))
	return Outcome(i + 1), i >= 0
}

// Person is whom a case is about, as the counsellor's file knows them: no record of a
// unit's file.
type Person struct {
	Name     string `cbor:"1,keyasint" json:"name"`
	Number   string `cbor:"2,keyasint,omitempty" json:"nip,omitempty"`
	Position string `cbor:"3,keyasint,omitempty" json:"position,omitempty"`
	Unit     string `cbor:"4,keyasint,omitempty" json:"unit,omitempty"`
	Contact  string `cbor:"5,keyasint,omitempty" json:"contact,omitempty"` // how and when they wish to be reached
}

// Meeting is a day on which both meet.
type Meeting struct {
	On   model.Date `cbor:"1,keyasint" json:"on"`
	Held bool       `cbor:"2,keyasint,omitempty" json:"held"`
	Note string     `cbor:"3,keyasint,omitempty" json:"note,omitempty"`
}

// Note is something written down beside the meetings.
type Note struct {
	On   model.Date `cbor:"1,keyasint" json:"on"`
	Text string     `cbor:"2,keyasint" json:"text"`
}

// Act is one step that was taken.
type Act struct {
	On     model.Date `cbor:"1,keyasint" json:"on"`
	Name   string     `cbor:"2,keyasint" json:"act"`
	Paper  string     `cbor:"3,keyasint,omitempty" json:"paper,omitempty"` // where the signed sheet is
	Reason string     `cbor:"4,keyasint,omitempty" json:"reason,omitempty"`
	Allow  Allow      `cbor:"5,keyasint,omitzero" json:"allow,omitzero"` // of a consent
}

// Case is one person's support, in the counsellor's own file.
type Case struct {
	ID       ID         `cbor:"1,keyasint" json:"id"`
	State    State      `cbor:"2,keyasint,omitempty" json:"-"`
	Opened   model.Date `cbor:"3,keyasint" json:"opened"`
	Person   Person     `cbor:"4,keyasint" json:"person"`
	About    string     `cbor:"5,keyasint,omitempty" json:"about,omitempty"`
	By       string     `cbor:"6,keyasint,omitempty" json:"referred_by,omitempty"` // none: the person came by themselves
	Allow    Allow      `cbor:"7,keyasint,omitzero" json:"allow"`                  // as last consented
	Meetings []Meeting  `cbor:"8,keyasint,omitempty" json:"sessions,omitempty"`
	Plan     string     `cbor:"9,keyasint,omitempty" json:"plan,omitempty"`
	Notes    []Note     `cbor:"10,keyasint,omitempty" json:"notes,omitempty"`
	Outcome  Outcome    `cbor:"11,keyasint,omitempty" json:"-"`
	Onward   string     `cbor:"12,keyasint,omitempty" json:"referred_to,omitempty"` // a doctor, a hospital, a clinical psychologist
	Acts     []Act      `cbor:"13,keyasint,omitempty" json:"acts,omitempty"`
	Slip     string     `cbor:"14,keyasint,omitempty" json:"-"` // name of the slip it came by, so that none is read twice
}

// Most is how many characters a text may have, and MostItems how many meetings or
// notes a case.
const (
	Most      = 4_000
	MostItems = 200
)

// Check refuses a case without a name, and texts that cannot be kept.
func (c Case) Check() error {
	if strings.TrimSpace(c.Person.Name) == "" {
		return &model.FieldError{Field: "name", Err: model.ErrMissing}
	}
	if max(len(c.Meetings), len(c.Notes)) > MostItems {
		return &model.FieldError{Field: "notes", Err: model.ErrTooLong}
	}
	p := c.Person
	texts := []struct{ field, text string }{
		{"name", p.Name}, {"nip", p.Number}, {"position", p.Position}, {"unit", p.Unit}, {"contact", p.Contact},
		{"about", c.About}, {"plan", c.Plan}, {"onward", c.Onward},
	}
	for _, m := range c.Meetings {
		texts = append(texts, struct{ field, text string }{"note", m.Note})
	}
	for _, n := range c.Notes {
		texts = append(texts, struct{ field, text string }{"note", n.Text})
	}
	for _, a := range c.Acts {
		texts = append(texts, struct{ field, text string }{"reason", a.Reason}, struct{ field, text string }{"paper", a.Paper})
	}
	for _, x := range texts {
		if err := model.CheckText(x.text, Most, "\n"); err != nil {
			return &model.FieldError{Field: x.field, Err: err}
		}
	}
	return nil
}

// Take returns the case one step further; c itself is left as it was. A consent names
// the signed sheet; a step of a day before the last is refused, and one of a day to
// come, but for a meeting that is only planned.
func (c Case) Take(a Act, today model.Date) (Case, error) {
	s, err := Steps().Find(a.Name, c.State)
	if err != nil {
		return c, err
	}
	a.Paper, a.Reason = strings.TrimSpace(a.Paper), strings.TrimSpace(a.Reason)
	switch {
	case a.On.IsZero():
		return c, &model.FieldError{Field: "date", Err: model.ErrMissing}
	case a.On > today:
		return c, &model.FieldError{Field: "date", Value: a.On.String(), Err: model.ErrFuture}
	case s.Reason && a.Reason == "":
		return c, &model.FieldError{Field: "reason", Err: model.ErrMissing}
	case a.Name == Consent && a.Paper == "":
		return c, &model.FieldError{Field: "paper", Err: model.ErrMissing}
	}
	if n := len(c.Acts); n > 0 && a.On < c.Acts[n-1].On {
		return c, &model.FieldError{Field: "date", Value: a.On.String(), Err: &model.EarlierError{Last: c.Acts[n-1].On}}
	}
	if a.Name == Consent {
		c.Allow = a.Allow
	}
	c.State, c.Acts = s.To, append(slices.Clone(c.Acts), a)
	return c, c.Check()
}

// Plans returns the case with a meeting on a day to come, agreed upon today.
func (c Case) Plans(on, today model.Date) (Case, error) {
	if on < today {
		return c, &model.FieldError{Field: "date", Value: on.String(), Err: model.ErrPast}
	}
	n, err := c.Take(Act{On: today, Name: Schedule}, today)
	if err != nil {
		return c, err
	}
	n.Meetings = append(slices.Clone(c.Meetings), Meeting{On: on})
	return n, n.Check()
}

// Holds returns the case with a meeting that took place, and what the counsellor
// wrote of it. The first that was planned for that day or before becomes it; else it
// was unplanned.
func (c Case) Holds(on model.Date, note string, today model.Date) (Case, error) {
	n, err := c.Take(Act{On: on, Name: Hold}, today)
	if err != nil {
		return c, err
	}
	m := Meeting{On: on, Held: true, Note: strings.TrimSpace(note)}
	n.Meetings = slices.Clone(c.Meetings)
	if i := slices.IndexFunc(n.Meetings, func(x Meeting) bool { return !x.Held && x.On <= on }); i >= 0 {
		n.Meetings[i] = m
	} else {
		n.Meetings = append(n.Meetings, m)
	}
	slices.SortStableFunc(n.Meetings, func(a, b Meeting) int { return int(a.On) - int(b.On) })
	return n, n.Check()
}

// Ends returns the case as closed, with how it ended.
func (c Case) Ends(o Outcome, a Act, today model.Date) (Case, error) {
	if o == NoOutcome {
		return c, &model.FieldError{Field: "outcome", Err: model.ErrMissing}
	}
	a.Name = Close
	n, err := c.Take(a, today)
	if err == nil {
		n.Outcome = o
	}
	return n, err
}

// Sends returns the case as referred to somebody else.
func (c Case) Sends(to string, a Act, today model.Date) (Case, error) {
	if strings.TrimSpace(to) == "" {
		return c, &model.FieldError{Field: "onward", Err: model.ErrMissing}
	}
	a.Name = Onward
	n, err := c.Take(a, today)
	if err == nil {
		n.Onward = strings.TrimSpace(to)
	}
	return n, err
}

// writable refuses to write into a case before the consent, or after its end.
func (c Case) writable(name string) error {
	if c.State == Requested || !c.State.Open() {
		return &course.Error{Step: name, State: c.State.String(), Open: Steps().From(c.State).Names()}
	}
	return nil
}

// Jots returns the case with a note beside the meetings.
func (c Case) Jots(text string, on model.Date) (Case, error) {
	if err := c.writable("noted"); err != nil {
		return c, err
	}
	if text = strings.TrimSpace(text); text == "" {
		return c, &model.FieldError{Field: "note", Err: model.ErrMissing}
	}
	c.Notes = append(slices.Clone(c.Notes), Note{On: on, Text: text})
	return c, c.Check()
}

// Aims returns the case with another plan: what both agreed to try.
func (c Case) Aims(plan string) (Case, error) {
	if err := c.writable("planned"); err != nil {
		return c, err
	}
	c.Plan = strings.TrimSpace(plan)
	return c, c.Check()
}

// Next is the first day on which both meet; none where none is planned.
func (c Case) Next() model.Date {
	i := slices.IndexFunc(c.Meetings, func(m Meeting) bool { return !m.Held })
	if i < 0 || !c.State.Open() {
		return 0
	}
	return c.Meetings[i].On
}
