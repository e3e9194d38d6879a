package credit

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
)

// ID names an opening balance.
type ID string

// Base is an opening balance: the points that a document (PAK awal, or the last
// one made elsewhere) says somebody has at their level. It is never changed: a
// correction is a newer one.
type Base struct {
	ID       ID               `cbor:"1,keyasint" json:"id"`
	Employee model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Points   model.Number     `cbor:"3,keyasint,omitempty" json:"-"` // as printed on the document; 0 where Months says it
	// Months in rank of somebody who moved in from an administrative post; the
	// points follow from them.
	Months   int              `cbor:"4,keyasint,omitempty" json:"months_in_rank,omitempty"`
	Until    model.Date       `cbor:"5,keyasint,omitempty" json:"until"` // months that have ended by this day are in it
	Document string           `cbor:"6,keyasint,omitempty" json:"document"`
	Level    Level            `cbor:"7,keyasint,omitempty" json:"-"`
	Grade    string           `cbor:"8,keyasint,omitempty" json:"grade,omitempty"`
	By       model.EmployeeID `cbor:"9,keyasint,omitempty" json:"-"`  // who kept it
	At       int64            `cbor:"10,keyasint,omitempty" json:"-"` // when, Unix nanoseconds
	Void     bool             `cbor:"11,keyasint,omitempty" json:"-"`
}

// Amount is what the balance comes to.
func (b Base) Amount() Points {
	if b.Months > 0 {
		return MovedIn(b.Level, b.Months)
	}
	return Typed(b.Points)
}

// The bounds of what a document can say.
const (
	mostPoints = 10_000 // points
	mostMonths = 50 * 12
	mostText   = 200 // characters
)

// Check refuses a balance that breaks a rule of its own.
func (b Base) Check(today model.Date) error {
	switch {
	case b.Employee == "":
		return &model.FieldError{Field: "pegawai", Err: model.ErrMissing}
	case b.Level == NoLevel || b.Level > AhliUtama:
		return &model.FieldError{Field: "jenjang", Err: model.ErrMissing}
	case b.Points < 0 || b.Points > model.Int(mostPoints):
		return &model.FieldError{Field: "points", Value: b.Points.String(), Err: model.ErrNumberRange}
	case b.Months < 0 || b.Months > mostMonths:
		return &model.FieldError{Field: "years", Err: model.ErrNumberRange}
	case b.Months > 0 && b.Points != 0:
		return &model.FieldError{Field: "points", Value: b.Points.String(), Err: misread.ErrDisagree}
	case b.Until == 0:
		return &model.FieldError{Field: "date", Err: model.ErrMissing}
	case b.Until > today:
		return &model.FieldError{Field: "date", Value: b.Until.String(), Err: model.ErrFuture}
	case strings.TrimSpace(b.Document) == "":
		return &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	for field, text := range map[string]string{"document": b.Document, "gol": b.Grade} {
		if err := model.CheckText(text, mostText, ""); err != nil {
			return &model.FieldError{Field: field, Err: err}
		}
	}
	return nil
}

// Sort puts balances in the order of their days, on one day in the order in
// which they were kept: the last one holds.
func Sort(list []Base) {
	slices.SortFunc(list, func(a, b Base) int {
		return cmp.Or(cmp.Compare(a.Until, b.Until), cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID))
	})
}

// Holding is the balance that holds.
func Holding(list []Base) (Base, bool) {
	list = slices.DeleteFunc(slices.Clone(list), func(b Base) bool { return b.Void })
	Sort(list)
	if len(list) == 0 {
		return Base{}, false
	}
	return list[len(list)-1], true
}

// ErrNoCredit refuses a balance for whom no level is known.
var ErrNoCredit = errors.New("not a functional post of a known level")
