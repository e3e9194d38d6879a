package model_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// worked is one file of testdata/worked: examples with their answers, as
// DOMAIN 11 works them out.
type worked struct {
	workedGrades
	Name      string
	Source    string
	Today     time.Time
	Predicate []struct{ Result, Behaviour, Want string }
	Reached   []struct{ About, Direction, Target, High, Actual, Reached, Counted string }
	Credit    []workedCredit
	NIP       []struct {
		About, Text, Born, Kind, Error     string
		Year, Month, Contract, Sex, Serial int
	}
	Distribution []distributionCase
	Survey       []workedSurvey
	Sample       []workedSample
	Fairness     []workedFairness
	Split        []workedSplit
	Objection    []workedObjection
	Gain         []workedGain
}

func TestWorked(t *testing.T) {
	files, err := filepath.Glob("testdata/worked/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var w worked
		meta, err := toml.Decode(string(raw), &w)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if extra := meta.Undecoded(); len(extra) > 0 {
			t.Errorf("%s: nobody reads %v", file, extra)
		}
		t.Run(w.Name, func(t *testing.T) {
			if len(w.Predicate)+len(w.Reached)+len(w.NIP)+len(w.Distribution)+w.count()+len(w.Credit)+len(w.Survey)+len(w.Sample)+len(w.Fairness)+len(w.Split)+len(w.Objection)+len(w.Gain) == 0 {
				t.Error("no example in the file")
			}
			w.predicates(t)
			w.reached(t)
			w.numbers(t)
			w.distributions(t)
			w.workedGrades.run(t)
			w.credits(t)
			w.surveys(t)
			w.samples(t)
			w.raters(t)
			w.splits(t)
			w.objections(t)
			w.gains(t)
		})
	}
}

func (w worked) predicates(t *testing.T) {
	for _, x := range w.Predicate {
		t.Run(x.Result+","+x.Behaviour, func(t *testing.T) {
			result, _ := model.ParseRating(x.Result)
			behaviour, _ := model.ParseRating(x.Behaviour)
			if got := rules.PermenPANRB6().Predicate(result, behaviour).String(); got != x.Want {
				t.Errorf("predicate = %s, want %s", got, x.Want)
			}
		})
	}
}

func (w worked) reached(t *testing.T) {
	for _, x := range w.Reached {
		t.Run(x.About, func(t *testing.T) {
			direction, ok := model.ParseDirection(x.Direction)
			if !ok {
				t.Fatalf("direction %q", x.Direction)
			}
			g := model.Gauge{Code: "X", Direction: direction, Target: model.MustNumber(x.Target), Weight: model.Int(1)}
			if x.High != "" {
				g.TargetHigh = model.Some(model.MustNumber(x.High))
			}
			s, err := score.Of(
				model.Card{Entries: []model.Entry{{Measure: "x", Actual: model.Some(model.MustNumber(x.Actual))}}},
				model.Plan{Measures: []model.Measure{{ID: "x", Gauge: g}}},
				rules.PermenPANRB6())
			if err != nil {
				t.Fatal(err)
			}
			if got := s.Steps[0].Reached.Or(0).Fixed(); got != x.Reached {
				t.Errorf("capaian = %s, want %s", got, x.Reached)
			}
			if got := s.Steps[0].Counted.Or(0).Fixed(); got != x.Counted {
				t.Errorf("counted = %s, want %s", got, x.Counted)
			}
		})
	}
}

func (w worked) numbers(t *testing.T) {
	today := model.Date(w.Today.Year()*10000 + int(w.Today.Month())*100 + w.Today.Day())
	for _, x := range w.NIP {
		t.Run(x.About, func(t *testing.T) {
			number, got, err := nip.Parse(x.Text, today)
			if x.Error != "" {
				if err == nil || !strings.Contains(err.Error(), x.Error) || number != "" {
					t.Errorf("err = %v, want %s", err, x.Error)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			born, err := model.ParseDate(x.Born)
			if err != nil {
				t.Fatal(err)
			}
			want := nip.Info{Born: born, Year: x.Year, Month: x.Month, Contract: x.Contract,
				Sex: nip.Sex(x.Sex), Serial: x.Serial, Temporary: x.Contract != 0}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("tells (-want +got):\n%s", diff)
			}
			if got.Kind().String() != x.Kind {
				t.Errorf("kind = %v, want %s", got.Kind(), x.Kind)
			}
		})
	}
}
