package answer

import (
	"kinerja/model"
	"kinerja/model/credit"
)

// Credit is somebody's credit points over the years.
type Credit struct {
	Schema    int           `json:"schema"`
	Employee  Person        `json:"employee"`
	Standing  string        `json:"standing"`
	Position  string        `json:"position"`
	Level     *string       `json:"level"`
	Grade     *string       `json:"grade"`
	Base      *CreditBase   `json:"base"`
	Lines     []CreditLine  `json:"lines"`
	Sum       credit.Points `json:"sum"`
	Estimated credit.Points `json:"estimated"`
	Other     credit.Points `json:"other_levels"` // not counted
	Rank      CreditGoal    `json:"rank"`
	Next      CreditGoal    `json:"next_level"`
	Notes     []CreditStep  `json:"notes"`
	Rules     []string      `json:"rules"`
}

// CreditBase is the opening balance that holds.
type CreditBase struct {
	credit.Base
	Level  string        `json:"level"`
	Amount credit.Points `json:"points"`
}

// CreditLine is some months of one year, with how they came to their points or
// why they have none.
type CreditLine struct {
	Year       int            `json:"year"`
	First      int            `json:"first_month"`
	Last       int            `json:"last_month"`
	Position   string         `json:"position"`
	Level      *string        `json:"level"`
	Gap        *string        `json:"gap"`
	Basis      *string        `json:"basis"`
	Period     model.Period   `json:"period"`
	Evaluation *string        `json:"evaluation"`
	State      *string        `json:"state"` // of the evaluation; null where there is none
	Predicate  *string        `json:"predicate"`
	Points     *credit.Points `json:"points"`
	Counts     bool           `json:"counts"`
	Steps      []CreditStep   `json:"steps"`
}

// CreditStep is one step of the working, or a note: what, and its numbers.
type CreditStep struct {
	Code string `json:"code"`
	Args []any  `json:"args"`
}

// CreditGoal is a step up: null numbers where there is none.
type CreditGoal struct {
	Bar     *string        `json:"bar"`
	To      *string        `json:"to"`
	Need    *credit.Points `json:"need"`
	Missing *credit.Points `json:"missing"`
	Years   *int           `json:"years_with_good"`
	Takes   []string       `json:"also_takes"`
}

// CreditOf makes it of the account of a person; lines are those asked for.
func CreditOf(row credit.Row, units model.Units, lines []credit.Line) Credit {
	a := row.Account
	c := Credit{
		Schema: Schema, Employee: staffOf(row.Staff, units), Standing: a.Standing.String(), Position: a.Post.Position, Level: OrNull(a.Level.String()),
		Grade: OrNull(a.Grade), Lines: []CreditLine{}, Sum: a.Sum, Estimated: a.Estimated, Other: a.Earlier,
		Rank: creditGoal(a.Rank), Next: creditGoal(a.Next), Notes: []CreditStep{}, Rules: []string{"PermenPANRB 1/2023 art. 37", "Peraturan BKN 3/2023"},
	}
	if a.HasBase {
		c.Base = CreditBaseOf(a.Base)
	}
	if a.Next.Bar == credit.NoBar {
		c.Next.Takes = []string{"vacancy", "competence_test", "good_in_last_year"}
	}
	for _, l := range lines {
		c.Lines = append(c.Lines, creditLine(l))
	}
	if a.Standing == credit.Functional {
		c.Notes = append(c.Notes, CreditStep{"not_verified_from_nought_at_each_level", []any{a.Rank.Step, a.Level.RankPoints()}},
			CreditStep{"not_verified_month_of_first_day", []any{}}, CreditStep{"not_verified_three_decimals", []any{a.Sum.Three()}})
	}
	return c
}

// CreditBaseOf is a balance with what it comes to.
func CreditBaseOf(b credit.Base) *CreditBase { return &CreditBase{b, b.Level.String(), b.Amount()} }

func creditLine(l credit.Line) CreditLine {
	o := CreditLine{Year: l.Year, First: l.First, Last: l.Last, Position: l.Position, Level: OrNull(l.Level.String()),
		Gap: OrNull(l.Gap.String()), Period: l.Period, Evaluation: OrNull(string(l.Evaluation)), Counts: l.Counts, Steps: []CreditStep{}}
	if l.Evaluation != "" {
		o.State = OrNull(l.State.String())
	}
	if l.Gap != credit.NoGap {
		return o
	}
	o.Basis, o.Predicate, o.Points = OrNull(l.Basis.String()), OrNull(l.Predicate.String()), &l.Points
	o.Steps = []CreditStep{
		{"percent", []any{credit.Percent(l.Predicate)}}, {"coefficient", []any{l.Level.Coefficient()}},
		{"months", []any{l.Months(), 12}}, {"exact", []any{l.Points.Exact()}}, {"three_decimals", []any{l.Points.Three()}}, {"rounded_half_up", []any{2, l.Points}},
	}
	return o
}

func creditGoal(g credit.Goal) CreditGoal {
	o := CreditGoal{Bar: OrNull(g.Bar.String()), Takes: []string{}}
	if g.Bar == credit.NoBar {
		o.To, o.Need, o.Missing, o.Years = &g.To, &g.Need, &g.Missing, &g.Years
	}
	return o
}
