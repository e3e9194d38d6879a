package distribution_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/unitresult"
)

// A pattern that nobody could keep is refused; one that somebody can is not.
func TestPossiblePatterns(t *testing.T) {
	least, most := distribution.AtLeast, distribution.AtMost
	of := func(k distribution.Kind, percent int, p ...model.Predicate) distribution.Limit {
		return distribution.Limit{Kind: k, Percent: percent, Of: p}
	}
	for _, tt := range []struct {
		name string
		p    distribution.Pattern
		good bool
	}{
		{"nothing asked", nil, true},
		{"all in one", distribution.Pattern{of(least, 100, model.Good)}, true},
		{"two that fill it", distribution.Pattern{of(least, 60, model.Good), of(least, 40, model.Poor)}, true},
		{"two that are too much", distribution.Pattern{of(least, 60, model.Good), of(least, 41, model.Poor)}, false},
		{"two that overlap", distribution.Pattern{of(least, 60, model.Good), of(least, 60, model.Good, model.Poor)}, true},
		{"more than is allowed", distribution.Pattern{of(most, 20, model.Good), of(least, 21, model.Good)}, false},
		{"as much as is allowed", distribution.Pattern{of(most, 20, model.Good), of(least, 20, model.Good)}, true},
		{"more than two may have", distribution.Pattern{of(most, 20, model.Good), of(most, 10, model.Poor), of(least, 31, model.Good, model.Poor)}, false},
		{"one of two is free", distribution.Pattern{of(most, 20, model.Good), of(least, 90, model.Good, model.Poor)}, true},
	} {
		var g distribution.Guide
		g.Patterns[unitresult.Good] = tt.p
		if err := g.Check(); (err == nil) != tt.good || err != nil && !errors.Is(err, distribution.ErrPattern) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if err := distribution.SE3().Check(); err != nil {
		t.Error(err)
	}
}
