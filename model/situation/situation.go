// Package situation is what a unit worked under in a period (keadaan unit): how many
// people it lacks, how it is reached, on how many days disaster kept it from its
// work.
//
// It promises that no score, rating or rank is computed from any of it: it stands
// beside the numbers, for whoever reads them. What was not said is absent, and not 0.
package situation

import (
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
)

// Bounds of what is kept.
const (
	MostPeople = 100_000
	MostWords  = 400 // characters of a text
)

// ID names a situation; it follows from unit and period.
type ID string

// IDOf is the identity of the situation of a unit in a period, so that two sites
// which write the same one have one, not two.
func IDOf(unit model.UnitID, p model.Period) ID {
	return ID(model.ReadyID("situation", string(unit), p.String()))
}

// Access is how a unit is reached.
type Access uint8

// The ways.
const (
	NotSaid Access = iota
	Ordinary
	Remote     // terpencil
	VeryRemote // sangat terpencil
)

var (
	accesses     = [...]string{"", "ordinary", "remote", "very_remote"}
	accessesFile = [...]string{"", "biasa", "terpencil", "sangat_terpencil"}
)

// String is the word of the command line; "" for NotSaid.
func (a Access) String() string { return accesses[min(a, VeryRemote)] }

// ParseAccess reads the word of the command line, or the Indonesian one.
func ParseAccess(s string) (Access, bool) {
	s = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), " ", "_")
	for i := range accesses {
		if s != "" && (s == accesses[i] || s == accessesFile[i]) {
			return Access(i), true
		}
	}
	return NotSaid, false
}

// AccessWords are the words that ParseAccess knows first.
func AccessWords() []string { return accesses[1:] }

// Situation is what one unit worked under in one period. There is one for a unit and
// a period; the record of changes keeps what it was.
type Situation struct {
	ID           ID           `cbor:"1,keyasint" json:"id"`
	Unit         model.UnitID `cbor:"2,keyasint,omitempty" json:"unit"`
	Period       model.Period `cbor:"3,keyasint,omitempty" json:"period"`
	Vacancies    model.Amount `cbor:"4,keyasint,omitzero" json:"vacancies"`        // formasi kosong, posts
	Needed       model.Amount `cbor:"5,keyasint,omitzero" json:"needed"`           // people, as the unit says it needs
	Present      model.Amount `cbor:"6,keyasint,omitzero" json:"present"`          // people, as the unit says it has
	Access       Access       `cbor:"7,keyasint,omitempty" json:"-"`               // how it is reached
	AccessWords  string       `cbor:"8,keyasint,omitempty" json:"access_words"`    // the same in own words
	DisasterDays model.Amount `cbor:"9,keyasint,omitzero" json:"disaster_days"`    // days of the period
	Note         string       `cbor:"10,keyasint,omitempty" json:"note,omitempty"` // whatever else a reader should know
	Source       string       `cbor:"11,keyasint,omitempty" json:"source,omitempty"`
	Void         bool         `cbor:"12,keyasint,omitempty" json:"-"`
}

// New is a situation of which nothing was said yet.
func New(unit model.UnitID, p model.Period) Situation {
	return Situation{ID: IDOf(unit, p), Unit: unit, Period: p}
}

// Said reports whether anything was said.
func (s Situation) Said() bool {
	empty := New(s.Unit, s.Period)
	s.ID, s.Source = empty.ID, ""
	return !s.Void && s != empty
}

// Tidy takes off blanks around texts; a situation of which nothing is said any more
// is void.
func (s Situation) Tidy() Situation {
	s.AccessWords, s.Note, s.Source = strings.TrimSpace(s.AccessWords), strings.TrimSpace(s.Note), strings.TrimSpace(s.Source)
	s.Void = false
	s.Void = !s.Said()
	return s
}

// Check refuses a situation that cannot be; a FieldError names what is wrong with
// it: formasi_kosong, kebutuhan, yang_ada, akses, hari_bencana, catatan, sumber.
func (s Situation) Check() error {
	switch {
	case s.Unit == "":
		return &model.FieldError{Field: "unit", Err: model.ErrMissing}
	case !s.Period.Valid():
		return &model.FieldError{Field: "periode", Value: s.Period.String(), Err: model.ErrBadPeriod}
	case s.ID != IDOf(s.Unit, s.Period):
		return &model.FieldError{Field: "id", Value: string(s.ID), Err: misread.ErrDisagree}
	case s.Access > VeryRemote:
		return &model.FieldError{Field: "akses", Err: model.ErrWord}
	}
	for _, c := range []struct {
		field string
		n     model.Amount
		most  int64
	}{
		{"formasi_kosong", s.Vacancies, MostPeople}, {"kebutuhan", s.Needed, MostPeople},
		{"yang_ada", s.Present, MostPeople}, {"hari_bencana", s.DisasterDays, int64(s.Period.Days())},
	} {
		if err := Count(c.n, c.most); err != nil {
			return &model.FieldError{Field: c.field, Value: c.n.String(), Err: err}
		}
	}
	for _, c := range []struct{ field, text string }{{"akses", s.AccessWords}, {"catatan", s.Note}, {"sumber", s.Source}} {
		if err := model.CheckText(c.text, MostWords, ""); err != nil {
			return &model.FieldError{Field: c.field, Err: err}
		}
	}
	return nil
}

// Count refuses what is no whole number from 0 to most.
func Count(a model.Amount, most int64) error {
	n := a.Or(0)
	switch {
	case n < 0:
		return model.ErrNegative
	case n%model.Scale != 0:
		return model.ErrBadNumber
	case n > model.Int(most):
		return model.ErrNumberRange
	}
	return nil
}

// Beside is a situation with what the file itself knows of the unit.
type Beside struct {
	Situation
	Counted int        // people who hold a post in the unit on the day of On
	On      model.Date // the last day of the period; today while it runs
}
