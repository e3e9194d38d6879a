package talk

import (
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
)

// Kind says what an item of the conversation is (DOMAIN 1.5).
type Kind uint8

// The kinds, with the words of files and the command line.
const (
	NoKind       Kind = iota
	Appreciation      // apresiasi
	Note              // catatan
	Improve           // perlu perbaikan
	CheckIn           // what was talked over and agreed, and when next
	Answer            // to an item of the conversation
)

var kinds = [...]string{"", "appreciation", "note", "improve", "checkin", "answer"}

// String is the word of files and the command line; nothing for none.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// ParseKind reads the word of files and the command line.
func ParseKind(s string) (Kind, bool) {
	i := slices.Index(kinds[1:], strings.ToLower(strings.TrimSpace(s)))
	return Kind(i + 1), i >= 0
}

// Kinds lists the kinds that can be given.
func Kinds() []Kind {
	return []Kind{Appreciation, Note, Improve, CheckIn, Answer}
}

// Sign is the kind in one character, the same on screen, paper and the command
// line, and the key that gives it where it has one.
func (k Kind) Sign() string {
	return [...]string{" ", "+", "=", "!", "#", ">"}[min(int(k), int(Answer))]
}

// Most is how many characters a text of the conversation may have.
const Most = 4_000

// Feedback is one item of the conversation about somebody's work. It is never
// changed: a correction is another item that refers to it. What it is about is
// a measure, one of the seven values of behaviour, or, with neither, the person.
type Feedback struct {
	ID       model.FeedbackID `cbor:"1,keyasint" json:"id"`
	Employee model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"` // whom it is about
	Plan     model.PlanID     `cbor:"3,keyasint,omitempty" json:"plan,omitempty"`
	Period   model.Period     `cbor:"4,keyasint,omitempty" json:"period"` // 0: none was named
	Kind     Kind             `cbor:"5,keyasint,omitempty" json:"-"`
	Measure  model.ElementID  `cbor:"6,keyasint,omitempty" json:"measure,omitempty"`
	Code     string           `cbor:"7,keyasint,omitempty" json:"code,omitempty"`      // of the measure, as it was called then
	Value    string           `cbor:"8,keyasint,omitempty" json:"behaviour,omitempty"` // code of a value of behaviour
	Text     string           `cbor:"9,keyasint,omitempty" json:"text"`                // what was said
	Word     model.Word       `cbor:"10,keyasint" json:"word"`                         // whose word it is, and the day of it
	At       int64            `cbor:"11,keyasint,omitempty" json:"-"`                  // when it was written, Unix nanoseconds
	Next     model.Date       `cbor:"12,keyasint,omitempty" json:"next"`               // check-in: when the next one is due
	Agreed   string           `cbor:"13,keyasint,omitempty" json:"agreed,omitempty"`   // check-in: what was agreed
	To       model.FeedbackID `cbor:"14,keyasint,omitempty" json:"to,omitempty"`       // the item that an answer is to
	Corrects model.FeedbackID `cbor:"15,keyasint,omitempty" json:"corrects,omitempty"` // the item that this one takes the place of
	Void     bool             `cbor:"16,keyasint,omitempty" json:"-"`                  // the import that brought it was taken back
	Source   Source           `cbor:"17,keyasint,omitempty" json:"-"`                  // how whoever said it stood to the person that day
	Other    string           `cbor:"18,keyasint,omitempty" json:"other,omitempty"`    // whose word it is, where that is no member of staff: a name
	Agenda   string           `cbor:"19,keyasint,omitempty" json:"agenda,omitempty"`   // check-in: what the next one is about
}

// Check refuses an item that breaks a rule of its own. today is the day on
// which it is written; what it refers to is looked at by whoever keeps it.
func (f Feedback) Check(today model.Date) error {
	switch {
	case f.Kind == NoKind:
		return &model.FieldError{Field: "kind", Err: model.ErrMissing}
	case f.Kind > Answer:
		return &model.FieldError{Field: "kind", Err: model.ErrWord}
	case f.Employee == "":
		return &model.FieldError{Field: "pegawai", Err: model.ErrMissing}
	case strings.TrimSpace(f.Text) == "":
		return &model.FieldError{Field: "text", Err: model.ErrMissing}
	case (f.Measure != "" || f.Code != "") && f.Value != "":
		return &model.FieldError{Field: "about", Value: f.Value, Err: misread.ErrDisagree}
	case f.Kind == Answer && f.To == "":
		return &model.FieldError{Field: "to", Err: model.ErrMissing}
	case f.Kind != Answer && f.To != "":
		return &model.FieldError{Field: "to", Value: f.Kind.String(), Err: model.ErrOnlyAnswer}
	case f.Word.Via == model.Recorded && strings.TrimSpace(f.Word.Document) == "":
		return &model.FieldError{Field: "document", Err: model.ErrMissing}
	case strings.TrimSpace(f.Other) != "" && (f.Kind == Answer || f.Word.Via != model.Recorded || f.Word.Whose != ""):
		return &model.FieldError{Field: "other", Value: f.Other, Err: misread.ErrDisagree}
	case f.Word.On.IsZero():
		return &model.FieldError{Field: "date", Err: model.ErrMissing}
	case f.Word.On > today:
		return &model.FieldError{Field: "date", Value: f.Word.On.String(), Err: model.ErrFuture}
	}
	for _, part := range []struct{ field, text string }{{"text", f.Text}, {"agreed", f.Agreed}, {"agenda", f.Agenda}, {"document", f.Word.Document}} {
		if err := model.CheckText(part.text, Most, "\n"); err != nil {
			return &model.FieldError{Field: part.field, Err: err}
		}
	}
	if err := model.CheckText(f.Other, MostName, ""); err != nil {
		return &model.FieldError{Field: "other", Err: err}
	}
	return f.checkNext(today)
}

// checkNext: only a check-in has an agreement, and an agenda and a day for the next
// one.
func (f Feedback) checkNext(today model.Date) error {
	switch {
	case f.Kind != CheckIn && f.Agreed != "":
		return &model.FieldError{Field: "agreed", Err: model.ErrOnlyCheckIn}
	case f.Kind != CheckIn && f.Agenda != "":
		return &model.FieldError{Field: "agenda", Err: model.ErrOnlyCheckIn}
	case f.Kind != CheckIn && f.Next != 0:
		return &model.FieldError{Field: "next", Value: f.Next.String(), Err: model.ErrOnlyCheckIn}
	case f.Next != 0 && (f.Next < today || f.Next <= f.Word.On):
		return &model.FieldError{Field: "next", Value: f.Next.String(), Err: model.ErrPast}
	}
	return nil
}

// Reply says whose word an answer to f is when by types it: f's subject's,
// unless f is that person's own word and somebody else replies. recorded says
// that by types the word of another, for which a paper is needed.
func (f Feedback) Reply(by model.EmployeeID) (whose model.EmployeeID, recorded bool) {
	if by != f.Employee && f.Word.Whose == f.Employee {
		return by, false
	}
	return f.Employee, by != f.Employee
}

// Sort puts a conversation in the order of its days; on one day in the
// order in which it was written.
func Sort(list []Feedback) {
	slices.SortFunc(list, func(a, b Feedback) int {
		return cmp.Or(cmp.Compare(a.Word.On, b.Word.On), cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID))
	})
}

// Corrections maps each item of a conversation that was corrected to the item
// that took its place.
func Corrections(list []Feedback) map[model.FeedbackID]model.FeedbackID {
	by := map[model.FeedbackID]model.FeedbackID{}
	for _, f := range list {
		if f.Corrects != "" && !f.Void {
			by[f.Corrects] = f.ID
		}
	}
	return by
}

// Conversation is what was said to one person.
type Conversation struct {
	Staff model.StaffRow
	Items []Feedback                  // the oldest first
	Names map[model.EmployeeID]string // of whoever spoke or typed
	Own   bool                        // whoever reads sees only what they gave
}

// Standing is how the conversation with one person stands.
type Standing struct {
	Staff model.StaffRow
	Items int
	Last  model.Date // day of the newest item; 0 where nothing was said yet
	Due   Feedback   // the check-in whose next one is still to come; none without a day
	// Agenda is what the next check-in is about, as the last one agreed.
	Agenda string
}

// StandingOf reckons how a conversation stands. A check-in is due until a later one
// was held, whether or not that named a day of its own.
func StandingOf(staff model.StaffRow, list []Feedback) Standing {
	t := Standing{Staff: staff}
	corrected := Corrections(list)
	var newest Feedback
	for _, f := range list {
		if _, gone := corrected[f.ID]; gone || f.Void {
			continue
		}
		t.Items++
		t.Last = max(t.Last, f.Word.On)
		if f.Kind == CheckIn && (newest.ID == "" || cmp.Or(cmp.Compare(newest.Word.On, f.Word.On), cmp.Compare(newest.At, f.At)) < 0) {
			newest = f
		}
	}
	t.Agenda = newest.Agenda
	if newest.Next != 0 {
		t.Due = newest
	}
	return t
}

// Silent reports whether nothing was said for so many days that it is worth a look.
func (t Standing) Silent(today model.Date, after int) bool {
	return t.Last == 0 || t.Last.Until(today) >= after
}

// Due picks those whose next check-in is due on or before a day, the
// longest overdue first.
func Due(list []Standing, until model.Date) []Standing {
	var due []Standing
	for _, t := range list {
		if t.Due.Next != 0 && t.Due.Next <= until {
			due = append(due, t)
		}
	}
	slices.SortStableFunc(due, func(a, b Standing) int { return cmp.Compare(a.Due.Next, b.Due.Next) })
	return due
}

// Needs is in one word what a conversation asks for: "overdue" and "due" for a
// check-in, "silent" where nothing was said for so many days, else "nothing".
func (t Standing) Needs(today model.Date, after int) string {
	switch {
	case t.Due.Next != 0 && t.Due.Next < today:
		return "overdue"
	case t.Due.Next != 0:
		return "due"
	case t.Silent(today, after):
		return "silent"
	}
	return "nothing"
}

// Urgent puts first who waits longest: check-ins by their day, then those to
// whom nothing was said for so many days, nothing ever first; list is left as it was.
func Urgent(list []Standing, today model.Date, after int) []Standing {
	rank := map[string]int{"overdue": 0, "due": 0, "silent": 1, "nothing": 2}
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(rank[a.Needs(today, after)], rank[b.Needs(today, after)]), cmp.Compare(a.Due.Next, b.Due.Next), cmp.Compare(a.Last, b.Last))
	})
	return sorted
}
