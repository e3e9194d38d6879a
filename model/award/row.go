package award

import "kinerja/model"

// Row is one nomination as lists show it.
type Row struct {
	Award
	Staff model.StaffRow
	Names map[model.EmployeeID]string // of whoever said or typed a word
}

// Proposal is one person, what the rule found about them, and whether they are
// nominated already.
type Proposal struct {
	Staff     model.StaffRow
	Findings  []Finding
	Met       bool
	Nominated bool // for any award of the last period
}

// Span are so many periods up to the last, the oldest first; at least one, at most
// MostSpan.
func Span(last model.Period, n int) []model.Period {
	n = min(max(n, 1), MostSpan)
	list := make([]model.Period, n)
	for i := n - 1; i >= 0; i-- {
		list[i], last = last, last.Prev()
	}
	return list
}

// Periods are those that the rule looks at, up to the last.
func (r Rule) Periods(last model.Period) []model.Period { return Span(last, r.Least.Row) }

// MostSpan is how many periods are looked at, at most.
const MostSpan = 24
