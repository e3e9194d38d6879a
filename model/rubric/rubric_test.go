package rubric_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/catalogue"
	"kinerja/model/rubric"
)

const q3 = model.Period(202623)

func lesson(t *testing.T, text string) rubric.Detail {
	t.Helper()
	d, err := rubric.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return d
}

// Each observation counts the same, whatever was looked at in it; what was not
// seen is left out; a session that is only agreed counts in nothing.
func TestTheValueIsTheMeanOfTheObservations(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		count      int
	}{
		{"2026-08-14; instruksi 3,4,3; oleh Hasan", "3.3333", 1},              // 10/3
		{"2026-08-14; instruksi 3,-,4; oleh Hasan", "3.5", 1},                 // 7/2
		{"2026-08-14; suasana 4,-,-; perhatian 1,1,1; oleh Hasan", "1.75", 1}, // 7/4
		// (10/3 + 2) ÷ 2 = 2.6667, where the five scores together would be 14/5 … = 2.8
		{"2026-08-14; instruksi 3,4,3; oleh Hasan | 2026-09-04; instruksi 2,2,-; oleh Sari", "2.6667", 2},
		{"2026-08-14; instruksi 3,4,3; oleh Hasan | 2026-09-28; oleh Sari; tahap pra-observasi", "3.3333", 1},
		{"2026-09-28; oleh Sari; tahap pra-observasi", "null", 0},
	} {
		d := lesson(t, tt.text)
		if got := d.Value().String(); d.Value().Present() && got != tt.want || !d.Value().Present() && tt.want != "null" || d.Count() != tt.count {
			t.Errorf("%s: %s of %d, want %s of %d", tt.text, got, d.Count(), tt.want, tt.count)
		}
		if kept, ok := rubric.Of(d.Entry()); !ok || kept.String() != d.String() {
			t.Errorf("%s is kept as %+v", tt.text, kept)
		}
	}
}

func TestRefusesWhatIsNoObservation(t *testing.T) {
	for text, want := range map[string]error{
		"14 Agustus; instruksi 3,4,3; oleh Hasan":                                                            model.ErrBadDate,
		"2026-08-14; instruksi 3,4; oleh Hasan":                                                              rubric.ErrForm,
		"2026-08-14; instruksi 3,4,5; oleh Hasan":                                                            rubric.ErrScale,
		"2026-08-14; instruksi 3,0,4; oleh Hasan":                                                            rubric.ErrScale,
		"2026-08-14; instruksi 3,4,3":                                                                        model.ErrMissing,
		"2026-08-14; oleh Hasan":                                                                             rubric.ErrUnseen,
		"2026-08-14; instruksi 3,4,3; oleh Hasan; tahap pra-observasi":                                       rubric.ErrBeforehand,
		"2026-08-14; instruksi 3,4,3; oleh Hasan; tahap selesai":                                             model.ErrWord,
		"2026-08-14; busana 3,4,3; oleh Hasan":                                                               rubric.ErrForm,
		"2026-08-14; instruksi 3,4,3; oleh " + strings.Repeat("x", 101):                                      model.ErrTooLong,
		"2026-08-14; instruksi 3,4,3; oleh Hasan; catatan a\x07b":                                            model.ErrControl,
		strings.Repeat("2026-08-14; instruksi 3,4,3; oleh H | ", 24) + "2026-08-14; instruksi 3,4,3; oleh H": rubric.ErrMany,
	} {
		if _, err := rubric.Parse(text); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
	d := lesson(t, "2026-10-01; instruksi 3,4,3; oleh Hasan")
	if err := d.Check(q3); !errors.Is(err, rubric.ErrOutside) {
		t.Errorf("October in the third quarter: %v", err)
	}
}

// A value that was typed over has no observations any more, nor has a text that
// this program did not write.
func TestObservationsBelongToTheirValue(t *testing.T) {
	e := lesson(t, "2026-08-14; instruksi 3,4,3; oleh Hasan").Entry()
	if _, ok := rubric.Of(model.Entry{Actual: model.Some(model.Int(4)), Source: e.Source}); ok {
		t.Error("the observations of 3.3333 stand beside 4")
	}
	if got := (model.Entry{Actual: model.Some(model.Int(4)), Source: e.Source}).Following(e); got.Source != "" {
		t.Errorf("typed over, it still comes from %q", got.Source)
	}
	for _, source := range []string{strings.Replace(e.Source, "3.3333", "3.34", 1), e.Source + " ", "ngain kelas 45 78 100 32 0 0.6", "rubrik gtk ", ""} {
		if _, ok := rubric.Of(model.Entry{Actual: e.Actual, Source: source}); ok {
			t.Errorf("%q is read", source)
		}
	}
}

// The ready instruments of teachers take observations as they stand, and so does
// an indicator that names the same source and scale; no other does.
func TestWhichIndicatorsTakeObservations(t *testing.T) {
	var takes []string
	for _, in := range catalogue.All() {
		for _, i := range in.Indicators {
			if rubric.Takes(i.Gauge) {
				takes = append(takes, in.Code+" "+i.Gauge.Code)
			}
		}
	}
	if got := strings.Join(takes, ", "); got != "GURU OBS, GURUMP OBS" {
		t.Errorf("observed: %s", got)
	}
	own := model.Gauge{Unit: "1 - 4", Source: "ruang gtk "}
	if !rubric.Takes(own) {
		t.Error("an own indicator of the rubric does not take observations")
	}
	for _, other := range []model.Gauge{{Unit: "1–4"}, {Unit: "%", Source: rubric.Source}, {Unit: "1–4", Source: rubric.Source, Direction: model.Lower}} {
		if rubric.Takes(other) {
			t.Errorf("%+v takes observations", other)
		}
	}
}

func anyObservation(t *rapid.T) rubric.Observation {
	o := rubric.Observation{
		On: model.Date(20260700 + rapid.IntRange(1, 31).Draw(t, "day")), Stage: rubric.Stage(rapid.IntRange(0, 3).Draw(t, "stage")),
		By:   "H" + rapid.StringMatching(`[ a-z;|\\,.]{0,20}`).Draw(t, "by"),
		Note: rapid.StringMatching(`[ a-z;|\\,.=]{0,30}`).Draw(t, "note"),
	}
	if o.Stage == rubric.Agreed {
		return o
	}
	for f := range rubric.Focuses {
		for b := range rubric.Behaviours {
			o.Scores[f][b] = uint8(rapid.IntRange(0, rubric.Highest).Draw(t, "score"))
		}
	}
	o.Scores[rapid.IntRange(0, 4).Draw(t, "focus")][1] = uint8(rapid.IntRange(1, 4).Draw(t, "one"))
	return o
}

// The value is that of the exact fractions, rounded once, half up; the order in
// which observations came is nothing to it; text and card give back what was kept.
func TestObservationsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d, turned rubric.Detail
		list := rapid.SliceOfN(rapid.Custom(anyObservation), 1, rubric.MostObservations).Draw(t, "list")
		sum, n := new(big.Rat), int64(0)
		for i, o := range list {
			d, turned = d.With(o), turned.With(list[len(list)-1-i])
			total, seen := int64(0), int64(0)
			for _, focus := range o.Scores {
				for _, v := range focus {
					if v > 0 {
						total, seen = total+int64(v), seen+1
					}
				}
			}
			if seen > 0 {
				sum, n = sum.Add(sum, big.NewRat(total, seen)), n+1
			}
		}
		if err := d.Check(q3); err != nil {
			t.Fatalf("%s: %v", d, err)
		}
		if got := d.Value(); got.Present() != (n > 0) {
			t.Fatalf("%s: %v", d, got)
		} else if n > 0 {
			if want := sum.Quo(sum, big.NewRat(n, 1)).FloatString(4); got.Or(0) != model.MustNumber(want) {
				t.Fatalf("%s: %s, want %s", d, got, want)
			}
		}
		if turned.Value() != d.Value() {
			t.Fatalf("turned round: %s, %s", turned.Value(), d.Value())
		}
		back, err := rubric.Parse(d.String())
		if err != nil || back.String() != d.String() || len(back) != len(d) {
			t.Fatalf("%s: %s, %v", d, back, err)
		}
		for i := range d {
			if back[i] != d[i] {
				t.Fatalf("%+v came back as %+v", d[i], back[i])
			}
		}
		if kept, ok := rubric.Of(d.Entry()); !ok || kept.String() != d.String() {
			t.Fatalf("%s is kept as %s", d, kept)
		}
	})
}
