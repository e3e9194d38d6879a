package model_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/credit"
)

// workedCredit is one example of credit points: parts that are added, or years
// in rank of somebody who moved in.
type workedCredit struct {
	About, Level string
	YearsInRank  int `toml:"years_in_rank"`
	Parts        []struct {
		Level, Predicate string
		Months           int
	}
	Want, Exact string
}

func (w worked) credits(t *testing.T) {
	for _, x := range w.Credit {
		t.Run(x.About, func(t *testing.T) {
			level, _ := credit.ParseLevel(x.Level)
			sum := credit.MovedIn(level, 12*x.YearsInRank)
			for _, part := range x.Parts {
				level, ok := credit.ParseLevel(part.Level)
				predicate, known := model.ParsePredicate(part.Predicate)
				if !ok || !known {
					t.Fatalf("%+v", part)
				}
				sum += credit.Earned(level, predicate, part.Months)
			}
			if sum.String() != x.Want {
				t.Errorf("points = %s, want %s", sum, x.Want)
			}
			if x.Exact != "" && sum.Exact() != x.Exact {
				t.Errorf("exactly = %s, want %s", sum.Exact(), x.Exact)
			}
		})
	}
}
