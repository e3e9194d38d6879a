// Package discipline is that a letter of discipline is in force for somebody, and
// nothing more: discipline follows PP 94/2021 and is not computed here.
package discipline

import (
	"slices"
	"strings"

	"kinerja/model"
)

// ID names one letter.
type ID string

// Level is the level that the letter names (PP 94/2021).
type Level uint8

// The levels.
const (
	Light  Level = iota + 1 // ringan
	Medium                  // sedang
	Heavy                   // berat
)

var levels = [...]string{"", "ringan", "sedang", "berat"}

// String is the word of files and the command line.
func (l Level) String() string { return levels[min(int(l), len(levels)-1)] }

// Words lists the words of all levels.
func Words() []string { return slices.Clone(levels[1:]) }

// ParseLevel reads a word of Words.
func ParseLevel(s string) (Level, bool) {
	i := slices.Index(levels[1:], strings.ToLower(strings.TrimSpace(s)))
	return Level(i + 1), i >= 0
}

// The verbs.
const (
	VerbRead   model.Verb = "discipline.read"
	VerbRefer  model.Verb = "discipline.refer"
	VerbRemove model.Verb = "discipline.remove"
)

// Letter is the reference to one letter.
type Letter struct {
	ID       ID               `cbor:"1,keyasint" json:"id"`
	Employee model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Number   string           `cbor:"3,keyasint,omitempty" json:"number"`
	On       model.Date       `cbor:"4,keyasint,omitempty" json:"on"`   // of the letter
	From     model.Date       `cbor:"5,keyasint,omitempty" json:"from"` // in force
	To       model.Date       `cbor:"6,keyasint,omitempty" json:"to"`   // last day; none: until it is removed
	Level    Level            `cbor:"7,keyasint,omitempty" json:"-"`
	Void     bool             `cbor:"8,keyasint,omitempty" json:"-"`
}

const mostNumber = 120

// Check refuses a letter without number, day or level.
func (l Letter) Check() error {
	switch {
	case l.Employee == "":
		return &model.FieldError{Field: "pegawai", Err: model.ErrMissing}
	case strings.TrimSpace(l.Number) == "":
		return &model.FieldError{Field: "letter", Err: model.ErrMissing}
	case l.Level < Light || l.Level > Heavy:
		return &model.FieldError{Field: "level", Err: model.ErrWord}
	case l.On.IsZero():
		return &model.FieldError{Field: "date", Err: model.ErrMissing}
	case l.From.IsZero():
		return &model.FieldError{Field: "from", Err: model.ErrMissing}
	case !l.To.IsZero() && l.To < l.From:
		return &model.FieldError{Field: "to", Value: l.To.String(), Err: model.ErrOrder}
	}
	if err := model.CheckText(l.Number, mostNumber, ""); err != nil {
		return &model.FieldError{Field: "letter", Err: err}
	}
	return nil
}

// InForce finds a letter that is in force on a day; its number, "" for none.
func InForce(list []Letter, on model.Date) string {
	for _, l := range list {
		if !l.Void && l.From <= on && (l.To.IsZero() || on <= l.To) {
			return l.Number
		}
	}
	return ""
}
