package units

// Fairness holds the words of the page that puts raters and units side by side,
// and of `kinerja unit raters` and `kinerja unit compare`. Arrays follow the order
// of the enumeration in model/fairness.
type Fairness struct {
	Title, Reading string
	Find           string // further words by which the menu finds the page
	Raters         string // heading {line}
	RatersHow      string // what the figures are
	OwnOnly        string
	NoRaters       string
	Verdicts       [5]string
	Both, Beside   string // lines of a rater: {same} {expected}; {lean} {verdict}
	Ups            string // {up} {people} {down}: against the suggestion
	Peers          string // the same with {others} {all} {lower}: of the colleagues
	Figures        string // {from} {to} {all}: which columns are in sight
	Each           string // of a sum: per person
	Defaults       string // {least} {apart}: what is this program's own

	Units, UnitsHow, NoUnits string // heading {line}
	Side                     string // {rank} {of}
	Heat, HeatHow            string
	Hidden                   string // a cell of fewer than three people
	Columns                  string // {from} {to} {all}: which units are in sight

	Name, N, Mean, Spread, Results, Behaviour, Top, Up, Down string // columns
	Same, Expected, Lean, Verdict, Line                      string
	Unit, Grade, Scored, Band, Rank, Value, Reached          string

	Why, WhyMean, WhySpread, WhyTop, WhyUpDown, WhySame string // the working
	WhyLevel, WhyLean, WhyFew, WhyNobody                string
	WhySide, WhyBand, WhyRank, WhyFewScored, WhyHidden  string
	File, FileUnits, FileHeat                           string // {period}: names of files
}
