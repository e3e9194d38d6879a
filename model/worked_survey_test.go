package model_test

import (
	"testing"

	"kinerja/model/survey"
)

// workedSurvey is a survey by averages, and what it comes to.
type workedSurvey struct {
	About, Weight, Index, Grade, Mean, Exact string
	Averages                                 []string
}

// workedSample is a population and how many respondents it asks for.
type workedSample struct {
	Population, Size int
	Census           bool
}

func (w worked) surveys(t *testing.T) {
	for _, x := range w.Survey {
		t.Run(x.About, func(t *testing.T) {
			weight, ok := survey.ParseWeight(x.Weight)
			list, err := survey.ParseAverages(x.Averages)
			if !ok || err != nil {
				t.Fatalf("weight %q, %v", x.Weight, err)
			}
			s, err := survey.Averages("u", 202623, 150, list)
			if err != nil {
				t.Fatal(err)
			}
			r := survey.Of(s, weight)
			if got := r.Index.Or(0).Fixed(); got != x.Index || r.Grade.String() != x.Grade {
				t.Errorf("IKM %s %s, want %s %s", got, r.Grade, x.Index, x.Grade)
			}
			if x.Mean != "" && r.Mean.String() != x.Mean || x.Exact != "" && r.Exact.String() != x.Exact {
				t.Errorf("mean %s, unrounded %s; want %s, %s", r.Mean, r.Exact, x.Mean, x.Exact)
			}
		})
	}
}

func (w worked) samples(t *testing.T) {
	for _, x := range w.Sample {
		got := survey.SampleOf(x.Population)
		if got.Size != x.Size || got.Census != x.Census {
			t.Errorf("%d: %+v, want %d", x.Population, got, x.Size)
		}
	}
}
