package words

// Tenure holds the words of who holds which post from when to when.
type Tenure struct {
	Plt, Plh string
	Moved    string // {name} {position} {unit} {from} {evaluator} {letter}
	Ended    string // {position} {unit} {last}
	Drafted  string // {year} {n}
	NoPlan   string
}
