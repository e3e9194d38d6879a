package gain_test

import (
	"errors"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/gain"
)

var gauge = model.Gauge{Code: "NGAIN", Direction: model.Gain}

func TestReadsWhatATeacherTypes(t *testing.T) {
	for text, want := range map[string]gain.Detail{
		"45:78":               {Pre: model.Int(45), Post: model.Int(78), Max: gain.UsualMax},
		" 45,5 : 78.25 ":      {Pre: model.MustNumber("45.5"), Post: model.MustNumber("78.25"), Max: gain.UsualMax},
		"45,125:78":           {Pre: model.MustNumber("45.125"), Post: model.Int(78), Max: gain.UsualMax},
		"18:31/40@32-2":       {Pre: model.Int(18), Post: model.Int(31), Max: model.Int(40), Pupils: 32, LeftOut: 2},
		"45:78@32=0,58":       {Pre: model.Int(45), Post: model.Int(78), Max: gain.UsualMax, Pupils: 32, Which: gain.Pupils, Mean: model.MustNumber("0.58")},
		"50:40/100@32=-0.215": {Pre: model.Int(50), Post: model.Int(40), Max: gain.UsualMax, Pupils: 32, Which: gain.Pupils, Mean: model.MustNumber("-0.215")},
	} {
		got, err := gain.Parse(text)
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
		again, err := gain.Parse(got.String())
		if err != nil || again != got {
			t.Errorf("%q is written %q", text, got)
		}
		if kept, ok := gain.Of(got.Entry()); !ok || kept != got {
			t.Errorf("%q is kept as %+v", text, kept)
		}
	}
}

func TestRefusesWhatIsNoGain(t *testing.T) {
	for text, want := range map[string]error{
		"100:100": gain.ErrFull, "45:101": gain.ErrAbove, "101:50": gain.ErrAbove, "45:-1": model.ErrNegative,
		"45:78/0": model.ErrZero, "45": gain.ErrForm, "45:": model.ErrBadNumber, "45:78@x": model.ErrBadNumber,
		"45:78@9999999": model.ErrNumberRange, "45:78=1,2": gain.ErrAbove, "45:78/2000000": model.ErrNumberRange,
	} {
		if _, err := gain.Parse(text); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
	// Only an indicator of gain takes two means; a number it takes as any other.
	if _, err := gain.Read("45:78", model.Gauge{Direction: model.Higher}, model.DecimalComma); !errors.Is(err, model.ErrBadNumber) {
		t.Errorf("two means for a percentage: %v", err)
	}
	if e, err := gain.Read("0,6", gauge, model.DecimalComma); err != nil || e.Actual != model.Some(6000) || e.Source != "" {
		t.Errorf("%+v, %v", e, err)
	}
}

// A value that was typed over has no detail any more, nor has a text that this
// program did not write.
func TestADetailBelongsToItsValue(t *testing.T) {
	e, err := gain.Read("45:78@32", gauge, model.DecimalComma)
	if err != nil {
		t.Fatal(err)
	}
	over := model.Entry{Actual: model.Some(5000), Source: e.Source}
	if _, ok := gain.Of(over); ok {
		t.Error("the detail of 0.6 stands beside 0.5")
	}
	if got := (model.Entry{Actual: model.Some(5000), Source: e.Source}).Following(e); got.Source != "" {
		t.Errorf("typed over, it still comes from %q", got.Source)
	}
	for _, source := range []string{"ngain kelas 45 78 100 32 0 0.7", "ngain kelas 045 78 100 32 0 0.6", "ngain kelas 100 100 100 0 0 0", "skm u 2026-Q3 212 1/9 84.2", ""} {
		if _, ok := gain.Of(model.Entry{Actual: e.Actual, Source: source}); ok {
			t.Errorf("%q is read", source)
		}
	}
}

// A class list gives means and counts; who missed a test or could gain nothing is
// left out, and counted. The two ways give different numbers.
func TestClassList(t *testing.T) {
	rows, err := block.Parse("Nama\tPretes\tPostes\nAni\t40\t70\nBudi\t50\t80\nCitra\t100\t100\nDewi\t60\t-\nEka\t60,5\t90\n")
	if err != nil {
		t.Fatal(err)
	}
	pairs, err := gain.ReadPairs(rows)
	if err != nil || len(pairs) != 5 {
		t.Fatalf("%v, %v", pairs, err)
	}
	class, err := gain.FromPairs(pairs, gain.UsualMax, gain.Class)
	if err != nil || class.String() != "50.1667:80@3-2" || class.Value().String() != "0.5987" {
		t.Errorf("class %s = %s, %v", class, class.Value(), err)
	}
	pupils, err := gain.FromPairs(pairs, gain.UsualMax, gain.Pupils)
	if err != nil || pupils.Value().String() != "0.6156" || pupils.Pre != class.Pre || pupils.Pupils != 3 {
		t.Errorf("pupils %s = %s, %v", pupils, pupils.Value(), err)
	}
	var field *model.FieldError
	if _, err := gain.FromPairs([]gain.Pair{{model.Some(0), model.Some(0)}, {model.Some(0), model.Some(model.Int(101))}}, gain.UsualMax, gain.Class); !errors.As(err, &field) || field.Value != "2" {
		t.Errorf("a mark of 101: %v", err)
	}
	if _, err := gain.FromPairs([]gain.Pair{{model.Some(gain.UsualMax), model.Some(0)}}, gain.UsualMax, gain.Class); !errors.Is(err, gain.ErrFull) {
		t.Errorf("nobody left: %v", err)
	}
	if _, err := gain.ReadPairs([][]string{{"1", "2"}, {"x", "3"}}); !errors.As(err, &field) || field.Value != "2" {
		t.Errorf("a word among marks: %v", err)
	}
}

func anyDetail(t *rapid.T) gain.Detail {
	most := rapid.Int64Range(1, gain.MostMark*model.Scale).Draw(t, "max")
	return gain.Detail{
		Max: model.Number(most), Pre: model.Number(rapid.Int64Range(0, most-1).Draw(t, "pre")),
		Post:   model.Number(rapid.Int64Range(0, most).Draw(t, "post")),
		Pupils: rapid.IntRange(0, gain.MostPupils).Draw(t, "pupils"), LeftOut: rapid.IntRange(0, 50).Draw(t, "out"),
	}
}

// The band is that of the exact fraction, the value that fraction rounded once,
// and a detail comes back from text and card as it was.
func TestGainIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDetail(t)
		g := big.NewRat(int64(d.Post-d.Pre), int64(d.Max-d.Pre))
		want := gain.Fell
		switch {
		case g.Cmp(big.NewRat(7, 10)) >= 0:
			want = gain.High
		case g.Cmp(big.NewRat(3, 10)) >= 0:
			want = gain.Medium
		case g.Sign() >= 0:
			want = gain.Low
		}
		if got := gain.Hake().Band(d); got != want {
			t.Fatalf("%s: %v, want %v", d, got, want)
		}
		if got := d.Value(); got != model.MustNumber(g.FloatString(4)) || got > model.Scale {
			t.Fatalf("%s = %s, want %s", d, got, g.FloatString(4))
		}
		if back, err := gain.Parse(d.String()); err != nil || back != d {
			t.Fatalf("%s: %+v, %v", d, back, err)
		}
		if back, ok := gain.Of(d.Entry()); !ok || back != d {
			t.Fatalf("%s: %+v", d, back)
		}
	})
}

// A better posttest never gives a lower gain or band, and the order of a class
// list is nothing to it.
func TestGainRisesWithThePosttest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDetail(t)
		better := d
		better.Post = model.Number(rapid.Int64Range(int64(d.Post), int64(d.Max)).Draw(t, "better"))
		if better.Value() < d.Value() || gain.Hake().Band(better) < gain.Hake().Band(d) {
			t.Fatalf("%s = %s, %s = %s", d, d.Value(), better, better.Value())
		}
		n := rapid.IntRange(1, 30).Draw(t, "n")
		list := make([]gain.Pair, n)
		for i := range list {
			list[i] = gain.Pair{Pre: model.Some(model.Number(rapid.Int64Range(0, int64(d.Max)).Draw(t, "a"))), Post: model.Some(model.Number(rapid.Int64Range(0, int64(d.Max)).Draw(t, "b")))}
		}
		which := gain.Which(rapid.IntRange(0, 1).Draw(t, "which"))
		one, err := gain.FromPairs(list, d.Max, which)
		turned := make([]gain.Pair, 0, n)
		for i := range list {
			turned = append(turned, list[n-1-i])
		}
		two, err2 := gain.FromPairs(turned, d.Max, which)
		if one != two || (err == nil) != (err2 == nil) {
			t.Fatalf("%s and %s", one, two)
		}
		if err == nil && one.Pupils+one.LeftOut != n {
			t.Fatalf("%d pupils are %d and %d left out", n, one.Pupils, one.LeftOut)
		}
	})
}
