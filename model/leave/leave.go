// Package leave is the leave (cuti) of staff: from when to when, of which kind, by
// which letter. Leave excuses nobody from being evaluated; lists say beside a
// person when they were away, so that a number is read rightly.
//
// Whether days of leave are taken off targets that add up is in no rule that was
// found: each leave says it for itself (Reduces), by a setting that is off at
// first and marked as not verified.
package leave

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"kinerja/model"
)

// ID names one leave.
type ID string

// Kind is the kind of a leave.
type Kind uint8

// The kinds that are taken one by one; named after PP 11/2017 art. 310, which was
// not read (not verified). Joint leave days (cuti bersama) are the same for all
// and are recorded for nobody.
const (
	Annual    Kind = iota + 1 // cuti tahunan
	Long                      // cuti besar
	Sick                      // cuti sakit
	Maternity                 // cuti melahirkan
	Important                 // cuti karena alasan penting
	Unpaid                    // cuti di luar tanggungan negara
)

var kinds = [...]string{"", "tahunan", "besar", "sakit", "melahirkan", "alasan_penting", "cltn"}

// String is the word that files and the command line use.
func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// Kinds returns all kinds, in order.
func Kinds() []Kind { return []Kind{Annual, Long, Sick, Maternity, Important, Unpaid} }

// Words returns the words of all kinds.
func Words() []string { return slices.Clone(kinds[1:]) }

// ParseKind reads a word of Words.
func ParseKind(s string) (Kind, bool) {
	i := slices.Index(kinds[1:], strings.ToLower(strings.TrimSpace(s)))
	return Kind(i + 1), i >= 0
}

// Leave is one leave of somebody, who may hold several posts: it is of them all.
type Leave struct {
	ID       ID               `cbor:"1,keyasint" json:"id"`
	Employee model.EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Kind     Kind             `cbor:"3,keyasint,omitempty" json:"-"`
	From     model.Date       `cbor:"4,keyasint,omitempty" json:"from"` // first day
	To       model.Date       `cbor:"5,keyasint,omitempty" json:"to"`   // last day
	Letter   string           `cbor:"6,keyasint,omitempty" json:"letter"`
	// Reduces: its days are taken off the targets that add up over the days of a
	// period. Not verified.
	Reduces bool `cbor:"7,keyasint,omitempty" json:"reduces"`
	Void    bool `cbor:"8,keyasint,omitempty" json:"-"`
}

var (
	// ErrOverlap: somebody is away once only.
	ErrOverlap = errors.New("another leave has some of these days")
	// ErrLong: longer than any leave; see Longest.
	ErrLong = errors.New("longer than any leave")
)

// Longest is the most days that one leave may have: three years, and one more
// (leave without pay). What is longer is taken for a slip of the year.
const Longest = 4 * 366

const mostText = 120

// Check refuses a leave that is not whole, or shares a day with another one of the
// same person.
func (l Leave) Check(others []Leave) error {
	switch {
	case l.Kind == 0 || int(l.Kind) >= len(kinds):
		return &model.FieldError{Field: "jenis_cuti", Err: model.ErrMissing}
	case l.From == 0:
		return &model.FieldError{Field: "mulai", Err: model.ErrMissing}
	case l.To == 0:
		return &model.FieldError{Field: "selesai", Err: model.ErrMissing}
	case l.To < l.From:
		return &model.FieldError{Field: "selesai", Value: l.To.String(), Err: model.ErrOrder}
	case l.Days() > Longest:
		return &model.FieldError{Field: "selesai", Value: l.To.String(), Err: ErrLong}
	case strings.TrimSpace(l.Letter) == "":
		return &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	if err := model.CheckText(l.Letter, mostText, ""); err != nil {
		return &model.FieldError{Field: "document", Err: err}
	}
	for _, o := range others {
		if o.ID != l.ID && !o.Void && o.Employee == l.Employee && o.From <= l.To && l.From <= o.To {
			return &model.FieldError{Field: "mulai", Value: l.From.String(), Err: ErrOverlap}
		}
	}
	return nil
}

// Days is how many days it has.
func (l Leave) Days() int { return l.From.Until(l.To) + 1 }

// Sort puts leaves in the order of their days.
func Sort(list []Leave) {
	slices.SortFunc(list, func(a, b Leave) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.ID, b.ID)) })
}

// Within are the days of some leaves that fall into a year, as a plan keeps them.
func Within(list []Leave, year int) (away []model.Away) {
	first, last := model.Date(year*10000+101), model.Date(year*10000+1231)
	for _, l := range list {
		if from, to := max(first, l.From), min(last, l.To); from <= to && !l.Void {
			away = append(away, model.Away{ID: model.ElementID(l.ID), From: from, To: to, Reduces: l.Reduces})
		}
	}
	slices.SortFunc(away, func(a, b model.Away) int { return cmp.Compare(a.From, b.From) })
	return away
}

// During are the days of a plan's leaves that fall into a period and into the days
// on which its post is held.
func During(p model.Plan, period model.Period) (away []model.Away) {
	if len(p.Away) == 0 {
		return nil
	}
	first, last, _ := p.Span(period)
	for _, a := range p.Away {
		if a.From, a.To = max(a.From, first), min(a.To, last); a.From <= a.To {
			away = append(away, a)
		}
	}
	return away
}

// Row is a leave with the line of whom it is of.
type Row struct {
	Leave
	Staff model.StaffRow
}

// Query says which leaves are asked for: of one person, or of the people at or
// below a unit ("": everywhere); with First and Last those of these days only.
type Query struct {
	Employee    model.EmployeeID
	Unit        model.UnitID
	First, Last model.Date
}

// Asks reports whether the days of a leave are asked for.
func (q Query) Asks(l Leave) bool {
	return (q.Last == 0 || l.From <= q.Last) && l.To >= q.First
}
