package model_test

import (
	"errors"
	"testing"

	"kinerja/model/gain"
)

// workedGain is a class before and after, and its gain; no Gain: there is none.
type workedGain struct{ Text, Gain, Band string }

func (w worked) gains(t *testing.T) {
	for _, x := range w.Gain {
		t.Run(x.Text, func(t *testing.T) {
			d, err := gain.Parse(x.Text)
			if x.Gain == "" {
				if !errors.Is(err, gain.ErrFull) {
					t.Errorf("err = %v, want none to be computed", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Value().String(); got != x.Gain {
				t.Errorf("g = %s, want %s", got, x.Gain)
			}
			if got := gain.Hake().Band(d).String(); got != x.Band {
				t.Errorf("band = %s, want %s", got, x.Band)
			}
		})
	}
}
