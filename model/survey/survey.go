// Package survey is the survey of satisfaction (SKM): nine elements, each
// answered 1 to 4, which come to an index (IKM) and a grade (PermenPANRB
// 14/2017). It keeps sums and counts, never what one respondent answered.
//
// The index is exact until it is printed: ΣS × 25 ÷ 9n where everybody answered
// everything, else the same over each element's own answers. It is rounded once,
// half up to two decimals, and only then compared with the grades.
package survey

import (
	"slices"

	"kinerja/model"
	"kinerja/model/misread"
)

// Elements is how many elements a survey has; U1 to U9 in the order of
// PermenPANRB 14/2017: requirements, procedure, time, cost, product, competence
// of staff, behaviour of staff, complaints, facilities.
const Elements = 9

// The answers that can be given.
const (
	Worst = 1
	Best  = 4
)

// Code is the indicator that a survey can fill: satisfaction (IKM).
const Code = "IKM"

// MostRespondents is how many respondents one survey may have.
const MostRespondents = 10_000_000

// MostWords is how many characters the note of a survey may have.
const MostWords = 400

// ID names a survey; it follows from unit and period.
type ID string

// IDOf returns the identity of the survey of a unit in a period, so that two
// sites which take in the same one have one, not two.
func IDOf(unit model.UnitID, p model.Period) ID {
	return ID(model.ReadyID("survey", string(unit), p.String()))
}

// Survey is what the respondents of one unit answered in one period.
type Survey struct {
	ID          ID             `cbor:"1,keyasint" json:"id"`
	Unit        model.UnitID   `cbor:"2,keyasint,omitempty" json:"unit"`
	Period      model.Period   `cbor:"3,keyasint,omitempty" json:"period"`
	Respondents int            `cbor:"4,keyasint,omitempty" json:"respondents"`
	Sums        []model.Number `cbor:"5,keyasint,omitempty" json:"sums"`             // of the answers, by element
	Counts      []int          `cbor:"6,keyasint,omitempty" json:"counts"`           // who answered, by element
	Population  int            `cbor:"7,keyasint,omitempty" json:"population"`       // who was served in the period; 0: not said
	Averaged    bool           `cbor:"8,keyasint,omitempty" json:"averaged"`         // entered as averages, not one by one
	Source      string         `cbor:"9,keyasint,omitempty" json:"source,omitempty"` // where it comes from, as somebody put it
	Void        bool           `cbor:"10,keyasint,omitempty" json:"-"`
}

// New is a survey without respondents.
func New(unit model.UnitID, p model.Period) Survey {
	return Survey{ID: IDOf(unit, p), Unit: unit, Period: p, Sums: make([]model.Number, Elements), Counts: make([]int, Elements)}
}

// Averages is a survey of n respondents known by the average of each element,
// 1.00 to 4.00; an absent average leaves the element without answers.
func Averages(unit model.UnitID, p model.Period, n int, averages [Elements]model.Amount) (Survey, error) {
	s := New(unit, p)
	s.Respondents, s.Averaged = n, true
	if n <= 0 || n > MostRespondents {
		return s, &model.FieldError{Field: "responden", Err: model.ErrMissing}
	}
	for i, a := range averages {
		v, ok := a.Get()
		if !ok {
			continue
		}
		if v < model.Int(Worst) || v > model.Int(Best) {
			return s, &model.FieldError{Field: Field(i), Value: v.String(), Err: ErrAnswer}
		}
		s.Sums[i], s.Counts[i] = v*model.Number(n), n
	}
	return s, nil
}

// Add counts one more respondent: the answers by element, 0 where there is
// none. Who answered nothing at all is no respondent.
func (s *Survey) Add(answers [Elements]int) error {
	given := 0
	for i, a := range answers {
		if a != 0 && (a < Worst || a > Best) {
			return &model.FieldError{Field: Field(i), Err: ErrAnswer}
		}
		if a != 0 {
			given++
		}
	}
	if given == 0 {
		return ErrBlank
	}
	for i, a := range answers {
		if a != 0 {
			s.Sums[i] += model.Int(int64(a))
			s.Counts[i]++
		}
	}
	s.Respondents++
	return nil
}

// Check refuses a survey that cannot be.
func (s Survey) Check() error {
	switch {
	case s.Unit == "":
		return &model.FieldError{Field: "unit", Err: model.ErrMissing}
	case !s.Period.Valid():
		return &model.FieldError{Field: "periode", Value: s.Period.String(), Err: model.ErrBadPeriod}
	case s.ID != IDOf(s.Unit, s.Period):
		return &model.FieldError{Field: "id", Value: string(s.ID), Err: misread.ErrDisagree}
	case s.Respondents <= 0 || s.Respondents > MostRespondents:
		return &model.FieldError{Field: "responden", Err: model.ErrMissing}
	case len(s.Sums) != Elements || len(s.Counts) != Elements:
		return &model.FieldError{Field: "u1", Err: model.ErrMissing}
	case s.Population < 0:
		return &model.FieldError{Field: "populasi", Err: model.ErrNegative}
	case s.Population > 0 && s.Population < s.Respondents:
		return &model.FieldError{Field: "populasi", Value: model.Int(int64(s.Population)).String(), Err: ErrFewer}
	}
	if err := model.CheckText(s.Source, MostWords, ""); err != nil {
		return &model.FieldError{Field: "sumber", Err: err}
	}
	for i, sum := range s.Sums {
		n := s.Counts[i]
		if n < 0 || n > s.Respondents || sum < model.Int(int64(Worst*n)) || sum > model.Int(int64(Best*n)) ||
			!s.Averaged && sum%model.Scale != 0 {
			return &model.FieldError{Field: Field(i), Value: sum.String(), Err: ErrAnswer}
		}
	}
	return nil
}

// Missing is how many answers respondents left out.
func (s Survey) Missing() (n int) {
	for _, c := range s.Counts {
		n += s.Respondents - c
	}
	return n
}

// Same reports whether two surveys say the same.
func (s Survey) Same(other Survey) bool {
	return s.ID == other.ID && s.Respondents == other.Respondents && s.Population == other.Population &&
		s.Averaged == other.Averaged && s.Source == other.Source && s.Void == other.Void &&
		slices.Equal(s.Sums, other.Sums) && slices.Equal(s.Counts, other.Counts)
}

// Sort puts surveys in the order of their periods: by the day they end, the
// shorter first.
func Sort(list []Survey) {
	slices.SortStableFunc(list, func(a, b Survey) int {
		if d := int(a.Period.Last()) - int(b.Period.Last()); d != 0 {
			return d
		}
		return int(b.Period.First()) - int(a.Period.First())
	})
}
