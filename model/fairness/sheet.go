package fairness

import "kinerja/model"

// Rated is one rater with the name.
type Rated struct {
	Rater
	Name string
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
