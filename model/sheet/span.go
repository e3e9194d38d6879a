package sheet

import "kinerja/model"

// Span is a rectangle of cells: rows as they are shown, columns of the sheet.
// All four ends belong to it.
type Span struct{ Top, Left, Bottom, Right int }

// Between is the span that has two cells as its corners.
func Between(row, column, otherRow, otherColumn int) Span {
	return Span{min(row, otherRow), min(column, otherColumn), max(row, otherRow), max(column, otherColumn)}
}

// Has reports whether a cell lies in the span.
func (s Span) Has(row, column int) bool {
	return row >= s.Top && row <= s.Bottom && column >= s.Left && column <= s.Right
}

// Rows is how many rows the span has.
func (s Span) Rows() int { return s.Bottom - s.Top + 1 }

// Columns is how many columns the span has.
func (s Span) Columns() int { return s.Right - s.Left + 1 }

// Cells is how many cells the span has.
func (s Span) Cells() int { return s.Rows() * s.Columns() }

// Difference is one cell that does not hold what it held before.
type Difference struct {
	Row, Column   int // as shown
	Before, After model.Entry
}

// Since lists what differs from another reading of the same sheet, row by row:
// values and notes of those who are shown.
func (s *Sheet) Since(old *Sheet) (list []Difference) {
	if old.Period != s.Period || old.Instrument.ID != s.Instrument.ID {
		return nil
	}
	for row, i := range s.Shown {
		was, known := old.At[s.People[i].Plan.ID]
		if !known {
			continue
		}
		for c := range s.Columns {
			before, after := old.Entry(was, c), s.Entry(i, c)
			if !before.SameValue(after) || before.Note != after.Note {
				list = append(list, Difference{row, c, before, after})
			}
		}
	}
	return list
}

// Slip is the number that was probably meant where n is ten or a hundred times
// too large or too small for what is known of it: a digit too many, or a
// decimal sign that got lost. known is tried in order: what was reached in the
// period before, then the target. It is a hint; nothing is decided by it.
func Slip(n model.Number, g model.Gauge, known ...model.Amount) (model.Number, bool) {
	if n <= 0 {
		return 0, false
	}
	for _, a := range known {
		ref, ok := a.Get()
		if !ok || ref <= 0 {
			continue
		}
		if near(n, ref, 2) {
			return 0, false // as large as is to be expected
		}
		for _, by := range []model.Number{10, 100} {
			smaller, exact := n/by, n%by == 0
			if exact && near(smaller, ref, 4) && g.Plausible(smaller) {
				return smaller, true
			}
			larger, fits := model.MulDiv(n, by, 1)
			if fits && near(larger, ref, 4) && g.Plausible(larger) {
				return larger, true
			}
		}
		return 0, false
	}
	return 0, false
}

// near reports whether n is at most a part-th of ref away from it.
func near(n, ref model.Number, part model.Number) bool { return abs(n-ref) <= ref/part }

// Gauge is how a measure of a plan is measured.
func (s *Sheet) Gauge(plan model.PlanID, measure model.ElementID) model.Gauge {
	if i, ok := s.At[plan]; ok {
		for _, m := range s.People[i].Plan.Measures {
			if m.ID == measure {
				return m.Gauge
			}
		}
	}
	return model.Gauge{}
}

// Outside reports whether an entry of a plan is outside what is to be expected.
func (s *Sheet) Outside(plan model.PlanID, e model.Entry) bool {
	n, ok := e.Actual.Get()
	return ok && !s.Gauge(plan, e.Measure).Plausible(n)
}
