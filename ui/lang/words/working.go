package words

// Working holds the words of a score and of why it is what it is.
type Working struct {
	// The heads of the table.
	Name, Target, Actual, Reached, Weight, Adds string
	ActualShort, ReachedShort                   string // heads where there is little room

	None      string                                      // no result was entered
	NoValue   string                                      // the whole card has no value
	Share     string                                      // {share}: of how much of the weight
	TooLittle string                                      // {min}: too little of the weight for a suggestion
	Rounding  string                                      // {n}
	Mark      struct{ Capped, Floored, Uncounted string } // letters beside a number
	Capped    string                                      // {cap} {reached}
	CappedAll string                                      // {cap} {list}: several, each with what it was computed to
	Floored   string                                      // {reached}
	Outside   string                                      // {code} {value}: beyond what is to be expected

	// Why a result has no percentage, in the table's short form.
	TargetZero, NoLimit, Denominator string

	Suggests      string // {rating} {range}
	From, Between string // {above}; {meets} {above}
	Under         string // {meets}
	Default       string // {meets} {above}: this program's own, not law
	Set           string // {meets} {above}: from settings, not law

	// Shifts name what moved a score after the rating, by score.Shift.
	Shifts [3]string

	Why Why
}

// Why holds the words for one indicator asked why.
type Why struct {
	Title                                                      string // {name}
	TotalTitle, TotalWeight, TotalMore                         string // {value}; {present}: the whole asked why
	Agreed                                                     string // {on} {document}: by which plan the target is
	Input, Fraction                                            string // {value} {unit}; {num} {den} {value}
	TargetPart                                                 string // {full} {held} {days} {away} {target} {unit} {direction}
	TargetValue, TargetRange, NoneBest, NoneLimit              string
	FormulaInside, FormulaZero, FormulaMissing                 string
	FormulaTargetZero, FormulaNoLimit                          string
	FormulaDenominator                                         string
	Unlimited, CappedAt, Floored                               string
	WeightOf, WeightOut                                        string
	AddsIs                                                     string // {counted} {weight} {present} {adds}
	RoundingIs, RoundingSum                                    string
	LeftOut, LeftOne, NoneLeft                                 string
	RuleIs, CapDefault, CapSet, CapOwn, SourceNone, Unverified string

	Label struct {
		Input, Origin, Target, Source, Formula, Cap, Weight, Adds, Rounding, Left, Rule string
	}
}
