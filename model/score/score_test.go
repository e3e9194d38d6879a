package score_test

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
)

// gauge writes a gauge shortly: direction, target, weight; options change it.
func gauge(d model.Direction, target, weight string, options ...func(*model.Gauge)) model.Gauge {
	g := model.Gauge{Direction: d, Target: num(target), Weight: num(weight), Name: model.Text{ID: "x"}}
	for _, f := range options {
		f(&g)
	}
	return g
}

func num(s string) model.Number { return model.MustNumber(s) }

func some(s string) model.Amount {
	if s == "-" {
		return model.Amount{}
	}
	return model.Some(num(s))
}

func high(s string) func(*model.Gauge)  { return func(g *model.Gauge) { g.TargetHigh = some(s) } }
func limit(s string) func(*model.Gauge) { return func(g *model.Gauge) { g.Limit = some(s) } }
func limited(s string) func(*model.Gauge) {
	return func(g *model.Gauge) { g.Cap = some(s) }
}
func plausible(low, high string) func(*model.Gauge) {
	return func(g *model.Gauge) { g.Low, g.High = some(low), some(high) }
}
func unit(u string) func(*model.Gauge) { return func(g *model.Gauge) { g.Unit = u } }
func code(c string) func(*model.Gauge) { return func(g *model.Gauge) { g.Code = c } }

// planOf makes a plan of gauges; the measures are called m0, m1, …
func planOf(gauges ...model.Gauge) model.Plan {
	var p model.Plan
	for i, g := range gauges {
		id := model.ElementID("m" + strconv.Itoa(i))
		if g.Code == "" {
			g.Code = string(id)
		}
		p.Measures = append(p.Measures, model.Measure{ID: id, Indicator: id, Gauge: g})
	}
	return p
}

// cardOf makes a card for planOf: one actual a measure, "-" for none, "47/52"
// for a fraction.
func cardOf(actuals ...string) model.Card {
	var c model.Card
	for i, a := range actuals {
		e := model.Entry{Measure: model.ElementID("m" + strconv.Itoa(i))}
		var err error
		if e.Actual, e.Num, e.Den, err = model.ParseEntry(a, model.DecimalPoint); err != nil {
			panic(err)
		}
		if a != "-" {
			c.Entries = append(c.Entries, e)
		}
	}
	return c
}

func of(t testing.TB, c model.Card, p model.Plan) score.Score {
	t.Helper()
	s, err := score.Of(c, p, rules.PermenPANRB6())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fixed(a model.Amount) string {
	if n, ok := a.Get(); ok {
		return n.Fixed()
	}
	return "-"
}

func TestOneMeasure(t *testing.T) {
	for _, tt := range []struct {
		name             string
		gauge            model.Gauge
		actual           string
		reached, counted string
		note             score.NoteCode
	}{
		{"higher, part", gauge(model.Higher, "8", "1"), "6.5", "81.25", "81.25", score.NoNote},
		{"higher, reached", gauge(model.Higher, "90", "1"), "90", "100.00", "100.00", score.NoNote},
		{"higher, exactly the cap", gauge(model.Higher, "100", "1"), "120", "120.00", "120.00", score.NoNote},
		{"higher, capped by the rule set", gauge(model.Higher, "100", "1"), "120.0001", "120.00", "120.00", score.NoteCapped},
		{"higher, capped by its own", gauge(model.Higher, "100", "1", limited("100")), "101", "101.00", "100.00", score.NoteCapped},
		{"higher, own cap above the rule set's", gauge(model.Higher, "100", "1", limited("150")), "140", "140.00", "140.00", score.NoNote},
		{"higher, nothing", gauge(model.Higher, "100", "1"), "0", "0.00", "0.00", score.NoNote},
		{"higher, negative", gauge(model.Higher, "100", "1"), "-20", "-20.00", "0.00", score.NoteFloored},
		{"higher, target 0", gauge(model.Higher, "0", "1"), "5", "-", "-", score.NoteTargetZero},
		{"higher, range, below", gauge(model.Higher, "80", "1", high("90")), "70", "87.50", "87.50", score.NoNote},
		{"higher, range, lower end", gauge(model.Higher, "80", "1", high("90")), "80", "100.00", "100.00", score.NoteInside},
		{"higher, range, inside", gauge(model.Higher, "80", "1", high("90")), "85", "100.00", "100.00", score.NoteInside},
		{"higher, range, upper end", gauge(model.Higher, "80", "1", high("90")), "90", "100.00", "100.00", score.NoteInside},
		{"higher, range, above", gauge(model.Higher, "80", "1", high("90")), "92", "102.22", "102.22", score.NoNote},
		{"higher, range from 0, at 0", gauge(model.Higher, "0", "1", high("90")), "0", "100.00", "100.00", score.NoteInside},
		{"lower, better", gauge(model.Lower, "60", "1", limited("130")), "45", "125.00", "125.00", score.NoNote},
		{"lower, better, capped", gauge(model.Lower, "60", "1"), "45", "125.00", "120.00", score.NoteCapped},
		{"lower, reached", gauge(model.Lower, "60", "1"), "60", "100.00", "100.00", score.NoNote},
		{"lower, twice", gauge(model.Lower, "60", "1"), "120", "0.00", "0.00", score.NoNote},
		{"lower, more than twice", gauge(model.Lower, "60", "1"), "150", "-50.00", "0.00", score.NoteFloored},
		{"lower, target 0", gauge(model.Lower, "0", "1"), "0", "-", "-", score.NoteTargetZero},
		{"lower, range, below", gauge(model.Lower, "7", "1", high("8")), "6.5", "107.14", "107.14", score.NoNote},
		{"lower, range, inside", gauge(model.Lower, "7", "1", high("8")), "7.5", "100.00", "100.00", score.NoteInside},
		{"lower, range, above", gauge(model.Lower, "7", "1", high("8")), "9", "87.50", "87.50", score.NoNote},
		{"range, below", gauge(model.Range, "36", "1", high("37.5")), "34.2", "95.00", "95.00", score.NoNote},
		{"range, inside", gauge(model.Range, "36", "1", high("37.5")), "37", "100.00", "100.00", score.NoteInside},
		{"range, above", gauge(model.Range, "36", "1", high("37.5")), "39", "96.00", "96.00", score.NoNote},
		{"range of one value", gauge(model.Range, "36", "1", high("36")), "36", "100.00", "100.00", score.NoteInside},
		{"range at 0, above", gauge(model.Range, "0", "1", high("0")), "1", "-", "-", score.NoteTargetZero},
		{"zero, none", gauge(model.Zero, "0", "1"), "0", "100.00", "100.00", score.NoNote},
		{"zero, some, no limit", gauge(model.Zero, "0", "1"), "2", "-", "-", score.NoteNoLimit},
		{"zero, some", gauge(model.Zero, "0", "1", limit("4")), "1", "75.00", "75.00", score.NoNote},
		{"zero, at the limit", gauge(model.Zero, "0", "1", limit("4")), "4", "0.00", "0.00", score.NoNote},
		{"zero, over the limit", gauge(model.Zero, "0", "1", limit("4")), "5", "-25.00", "0.00", score.NoteFloored},
		{"gain, fallen", gauge(model.Gain, "0.3", "1"), "-0.2", "-66.67", "0.00", score.NoteFloored},
		{"gain", gauge(model.Gain, "0.3", "1"), "0.33", "110.00", "110.00", score.NoNote},
		{"missing", gauge(model.Higher, "90", "1"), "-", "-", "-", score.NoteMissing},
		{"fraction", gauge(model.Higher, "90", "1"), "47/52", "100.43", "100.43", score.NoNote},
		{"900 trillion rupiah", gauge(model.Higher, "900000000000000", "1"), "899999999999999.9999", "100.00", "100.00", score.NoNote},
		{"900 trillion, spent less", gauge(model.Lower, "900000000000000", "1"), "450000000000000", "150.00", "120.00", score.NoteCapped},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := of(t, cardOf(tt.actual), planOf(tt.gauge))
			st := s.Steps[0]
			if got := fixed(st.Reached); got != tt.reached {
				t.Errorf("reached = %s, want %s", got, tt.reached)
			}
			if got := fixed(st.Counted); got != tt.counted {
				t.Errorf("counted = %s, want %s", got, tt.counted)
			}
			if st.Note.Code != tt.note {
				t.Errorf("note = %q, want %q", st.Note.Code, tt.note)
			}
			if got := fixed(s.Value); got != tt.counted {
				t.Errorf("value = %s, want what the one measure counts, %s", got, tt.counted)
			}
			if st.Capped != (tt.note == score.NoteCapped) {
				t.Errorf("capped = %v with note %q", st.Capped, st.Note.Code)
			}
		})
	}
}

// The card of the evaluation page (UX 4): every number of the sketch.
func TestSketchedCard(t *testing.T) {
	p, c := sketch()
	s := of(t, c, p)
	if got := fixed(s.Value); got != "105.31" {
		t.Errorf("value = %s, want 105.31", got)
	}
	for i, want := range []string{"31.33", "22.50", "27.48", "24.00"} {
		if got := fixed(s.Steps[i].Adds); got != want {
			t.Errorf("step %d adds %s, want %s", i, got, want)
		}
	}
	if s.Suggested != model.Meets || s.Share != model.Int(100) || s.RuleSet != "permenpanrb6@1" {
		t.Errorf("suggested %v, share %v, rule set %s", s.Suggested, s.Share, s.RuleSet)
	}
	if want := []model.Number{num("125"), num("120")}; s.Steps[3].Note.Args[0] != want[0] || s.Steps[3].Note.Args[1] != want[1] {
		t.Errorf("note of the capped step = %v, want %v", s.Steps[3].Note.Args, want)
	}
}

func sketch() (model.Plan, model.Card) {
	p := planOf(
		gauge(model.Higher, "90", "30", code("IDL"), unit("%"), plausible("0", "100")),
		gauge(model.Higher, "100", "25", code("K6"), unit("%"), plausible("0", "100")),
		gauge(model.Higher, "76.61", "25", code("IKM"), plausible("25", "100")),
		gauge(model.Lower, "60", "20", code("WAKTU"), unit("menit"), plausible("0", "240")),
	)
	return p, cardOf("94", "90", "84.2", "45")
}

// Three thirds of 100 make 100.00 and not 99.99: the working prints 33.33
// thrice, and the rounding line carries the rest.
func TestRoundingLine(t *testing.T) {
	g := gauge(model.Higher, "3", "1")
	s := of(t, cardOf("3", "3", "3"), planOf(g, g, g))
	if fixed(s.Value) != "100.00" || fixed(s.Steps[0].Adds) != "33.33" || s.Rounding.Fixed() != "0.01" {
		t.Errorf("value %s, adds %s, rounding %s; want 100.00, 33.33, 0.01", fixed(s.Value), fixed(s.Steps[0].Adds), s.Rounding.Fixed())
	}
}

// (33.33666… + 66.67333…) ÷ 2 is exactly 50.005: rounding each down at 10⁻¹²
// leaves it just below the tie, and only exact fractions print 50.01.
func TestNearTie(t *testing.T) {
	g := gauge(model.Higher, "30000", "1")
	s := of(t, cardOf("10001", "20002"), planOf(g, g))
	if fixed(s.Value) != "50.01" {
		t.Errorf("50.005 prints %s, want 50.01", fixed(s.Value))
	}
	s = of(t, cardOf("10001", "20001.9999"), planOf(g, g))
	if fixed(s.Value) != "50.00" {
		t.Errorf("just below 50.005 prints %s, want 50.00", fixed(s.Value))
	}
}

func TestRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		gauge  model.Gauge
		actual string
		want   error
	}{
		"negative target":   {gauge(model.Higher, "-1", "1"), "1", model.ErrNegative},
		"negative weight":   {gauge(model.Higher, "1", "-1"), "1", model.ErrNegative},
		"range upside down": {gauge(model.Higher, "9", "1", high("8")), "1", model.ErrOrder},
		"range without end": {gauge(model.Range, "9", "1"), "1", model.ErrMissing},
		"cap of 0":          {gauge(model.Higher, "9", "1", limited("0")), "1", model.ErrZero},
		"limit of 0":        {gauge(model.Zero, "0", "1", limit("0")), "1", model.ErrZero},
		"too large":         {gauge(model.Higher, "0.0001", "1"), "900000000000000", model.ErrNumberRange},
		"too small":         {gauge(model.Lower, "0.0001", "1"), "900000000000000", model.ErrNumberRange},
		"cap too large":     {gauge(model.Higher, "1", "1", limited("10001")), "1", model.ErrNumberRange},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := score.Of(cardOf(tt.actual), planOf(tt.gauge), rules.PermenPANRB6())
			if !errors.Is(err, tt.want) {
				t.Errorf("err = %v, want %v", err, tt.want)
			}
		})
	}
	big := gauge(model.Higher, "1", "1")
	big.Weight = math.MaxInt64
	if _, err := score.Of(cardOf("1", "1"), planOf(big, big), rules.PermenPANRB6()); !errors.Is(err, model.ErrNumberRange) {
		t.Errorf("weights beyond 64 bits: err = %v", err)
	}
}

// The largest numbers there are neither wrap nor panic.
func TestExtremes(t *testing.T) {
	for _, d := range []model.Direction{model.Higher, model.Lower, model.Range, model.Zero, model.Gain} {
		for _, target := range []model.Number{0, 1, math.MaxInt64} {
			for _, v := range []model.Number{math.MinInt64, -1, 0, 1, math.MaxInt64} {
				g := model.Gauge{Code: "X", Direction: d, Target: target, TargetHigh: model.Some(target), Limit: model.Some(max(target, 1)), Weight: math.MaxInt64}
				c := model.Card{Entries: []model.Entry{{Measure: "m0", Actual: model.Some(v)}}}
				s, err := score.Of(c, planOf(g), rules.PermenPANRB6())
				if err != nil && !errors.Is(err, model.ErrNumberRange) {
					t.Errorf("%v %v of %v: %v", d, v, target, err)
				}
				if n, ok := s.Value.Get(); ok && (n < 0 || n > model.Int(120)) {
					t.Errorf("%v %v of %v = %v, outside 0…120", d, v, target, n)
				}
				score.Change(c, planOf(g), rules.PermenPANRB6(), model.Above)
			}
		}
	}
}

func TestOwnTarget(t *testing.T) {
	p := planOf(gauge(model.Higher, "90", "1"))
	c := cardOf("45")
	c.Entries[0].Target = some("50")
	s := of(t, c, p)
	if fixed(s.Value) != "90.00" || s.Steps[0].Gauge.Target != num("50") {
		t.Errorf("45 of an own target of 50 = %s (target shown %v)", fixed(s.Value), s.Steps[0].Gauge.Target)
	}
	if p.Measures[0].Gauge.Target != num("90") {
		t.Error("the plan itself was changed")
	}
}

// A fraction over nothing is no value; it is not divided.
func TestFractionOfNothing(t *testing.T) {
	c := model.Card{Entries: []model.Entry{{Measure: "m0", Num: some("3"), Den: some("0")}}}
	s := of(t, c, planOf(gauge(model.Higher, "90", "1")))
	if s.Value.Present() || s.Steps[0].Note.Code != score.NoteDenominator {
		t.Errorf("value %v, note %q", s.Value, s.Steps[0].Note.Code)
	}
}

func TestNoteCodes(t *testing.T) {
	seen := map[string]bool{}
	for c := score.NoNote; c <= score.NoteInside; c++ {
		if seen[c.String()] {
			t.Errorf("code %d has the word of another: %q", c, c)
		}
		seen[c.String()] = true
	}
	if fmt.Sprint(score.NoteMissing) != "missing" || score.NoteMissing.Counts() || !score.NoteCapped.Counts() {
		t.Error("missing must not count, capped must")
	}
}

// Where too little of the weight is present to suggest anything, a rating of
// results says what it stands on; behaviour has nothing to do with it, and what
// was rated before anybody was asked stays.
func TestTooFewDataTakeAReason(t *testing.T) {
	p, c := sketch()
	rs := rules.PermenPANRB6()
	p.Year, c.Entries = 2026, c.Entries[:1]
	q3, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	e := model.Evaluation{Period: q3}
	both := score.Rating{Result: model.Meets, Behaviour: model.Meets, Rules: rs}
	for name, rate := range map[string]func(model.Evaluation, model.Card, model.Plan, score.Rating) (model.Evaluation, error){
		"rate": score.Rate, "mark": score.Mark,
	} {
		r := both
		for _, reason := range []string{"", "  "} {
			r.Reason = reason
			if got, err := rate(e, c, p, r); !errors.Is(err, model.ErrReason) || got.Begun() {
				t.Errorf("%s with the reason %q: %v, %+v", name, reason, err, got)
			}
		}
		r.Reason = "dokumen di meja"
		if got, err := rate(e, c, p, r); err != nil || got.Suggested != model.NotRated || got.Reason != r.Reason || got.Share >= model.Int(80) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	old := model.Evaluation{Period: q3, Result: model.Meets, Suggested: model.Above, Score: model.Some(model.Int(111)), Share: model.Int(100)}
	got, err := score.Mark(old, c, p, score.Rating{Behaviour: model.Above, Rules: rs})
	if err != nil || got.State != model.Rated || got.Suggested != old.Suggested || got.Score != old.Score || got.Share != old.Share {
		t.Errorf("behaviour of one rated before: %+v, %v", got, err)
	}
}

// One rating at a time comes to the same as both at once; half a rating is no
// evaluation, and its departure has its reason already.
func TestMark(t *testing.T) {
	p, c := sketch()
	rs := rules.PermenPANRB6()
	p.Year = 2026
	q3, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	e := model.Evaluation{Period: q3}
	both, err := score.Rate(e, c, p, score.Rating{Result: model.Above, Behaviour: model.Above, Reason: "lihat bukti", Rules: rs})
	if err != nil {
		t.Fatal(err)
	}
	first := score.Rating{Result: model.Above, Reason: "lihat bukti", Rules: rs}
	second := score.Rating{Behaviour: model.Above, Rules: rs}
	for _, order := range [][]score.Rating{{first, second}, {second, first}} {
		half, err := score.Mark(e, c, p, order[0])
		if err != nil || !half.Half() || half.State != model.EvaluationDraft || half.Predicate != model.NoPredicate {
			t.Fatalf("half: %+v, %v", half, err)
		}
		got, err := score.Mark(half, c, p, order[1])
		if err != nil || got.State != model.Rated || got.Predicate != both.Predicate || got.Reason != both.Reason ||
			got.Suggested != both.Suggested || got.Score != both.Score || got.RuleSet != both.RuleSet {
			t.Errorf("got %+v, %v; want %+v", got, err, both)
		}
	}
	for name, tt := range map[string]struct {
		e    model.Evaluation
		r    score.Rating
		want error
	}{
		"neither":             {e, score.Rating{Rules: rs}, model.ErrMissing},
		"departure":           {e, score.Rating{Result: model.Below, Rules: rs}, model.ErrReason},
		"shared":              {model.Evaluation{Period: q3, State: model.Shared}, second, model.ErrState},
		"another year":        {model.Evaluation{Period: q3.Prev().Prev().Prev()}, second, model.ErrBadPeriod},
		"departs by now":      {model.Evaluation{Period: q3, Result: model.Below}, second, nil},
		"the same, again":     {model.Evaluation{Period: q3, Result: model.Below}, score.Rating{Result: model.Below, Rules: rs}, model.ErrReason},
		"reason goes with it": {both, first, nil},
	} {
		if _, err := score.Mark(tt.e, c, p, tt.r); !errors.Is(err, tt.want) || (tt.want == nil) != (err == nil) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}

// For the head of a unit the result of the unit suggests, and a rating that departs
// from that takes a reason, whatever the aid says; it is kept with the rating.
func TestHeadIsSuggestedTheUnitsResult(t *testing.T) {
	rs := rules.PermenPANRB6()
	p := model.Plan{Year: 2026, Measures: []model.Measure{{ID: "A", Gauge: model.Gauge{Code: "A", Target: model.Int(100), Weight: model.Int(1)}}}}
	c := model.Card{Entries: []model.Entry{{Measure: "A", Actual: model.Some(model.Int(50))}}} // the aid: below
	q3, _ := model.ParsePeriod("2026-Q3")
	e := model.Evaluation{Period: q3}
	if _, err := score.Mark(e, c, p, score.Rating{Result: model.Below, Rules: rs, Unit: unitresult.Outstanding}); !errors.Is(err, model.ErrReason) {
		t.Errorf("departed from the unit's result without a reason: %v", err)
	}
	got, err := score.Mark(e, c, p, score.Rating{Result: model.Above, Rules: rs, Unit: unitresult.Outstanding})
	if err != nil || got.Suggested != model.Above || got.Reason != "" || got.Score != model.Some(model.Int(50)) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := score.Mark(e, c, p, score.Rating{Result: model.Below, Rules: rs}); err != nil || got.Suggested != model.Below {
		t.Errorf("not decided: the aid suggests: %+v, %v", got, err)
	}
	rs.Heads = unitresult.FoldFrom(unitresult.Good, unitresult.NeedsImprovement) // a setting
	if got, err := score.Mark(e, c, p, score.Rating{Result: model.Above, Rules: rs, Unit: unitresult.Good}); err != nil || got.Suggested != model.Above {
		t.Errorf("another fold: %+v, %v", got, err)
	}
}
