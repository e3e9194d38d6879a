package model_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
)

// workedObjection is when the time to object is over.
type workedObjection struct{ About, Received, Last string }

func (w worked) objections(t *testing.T) {
	for _, x := range w.Objection {
		t.Run(x.About, func(t *testing.T) {
			if got := rules.ObjectionUntil(model.Evaluation{}, day(t, x.Received)).String(); got != x.Last {
				t.Errorf("last day %s, want %s", got, x.Last)
			}
		})
	}
}
