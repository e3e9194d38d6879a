package fairness

import (
	"kinerja/model"
	"kinerja/model/situation"
)

// Rated is one rater with the name.
type Rated struct {
	Rater
	Name string
	// Under is what the units whose people they rate worked under, where that was
	// said. It moves no figure.
	Under []Under
}

// Under is what one unit worked under.
type Under struct {
	Name string // of the unit
	situation.Beside
}

// Sheet is a period of raters side by side.
type Sheet struct {
	Period  model.Period
	Periods []model.Period
	List    []Rated // by line, then by name
	// OwnOnly says that this reader sees how they rate themselves, beside
	// colleagues taken together, and nobody else.
	OwnOnly bool
}
