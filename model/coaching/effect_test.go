package coaching_test

import (
	"math"
	"testing"

	"kinerja/model"
	"kinerja/model/coaching"
)

func line(t *testing.T, year int, reach ...string) (l coaching.Line) {
	t.Helper()
	for i, r := range reach {
		p, err := model.NewPeriod(model.Quarter, year+i/4, i%4+1)
		if err != nil {
			t.Fatal(err)
		}
		point := coaching.Point{Period: p}
		if r != "" {
			point.Reach = model.Some(model.MustNumber(r))
		}
		l = append(l, point)
	}
	return l
}

func TestCompare(t *testing.T) {
	q2, _ := model.ParsePeriod("2026-Q2")
	for _, x := range []struct {
		name          string
		reach         []string
		before, after string // "": absent
		nb, na        int
		verdict       coaching.Verdict
	}{
		{"one period after says nothing", []string{"70", "60", "95"}, "65", "95", 2, 1, coaching.Unsaid},
		{"two do", []string{"70", "60", "75", "95"}, "65", "85", 2, 2, coaching.Rose},
		{"worse", []string{"90", "80", "70", "60"}, "85", "65", 2, 2, coaching.Fell},
		{"the same as printed", []string{"80", "80", "80", "80.00"}, "80", "80", 2, 2, coaching.Same},
		{"a third is rounded once", []string{"80", "80", "80.01", "80.01", "80.02"}, "80", "80.01", 2, 3, coaching.Rose},
		{"nothing before", []string{"", "", "75", "95"}, "", "85", 0, 2, coaching.Unsaid},
		{"nothing after", []string{"70", "60", "", ""}, "65", "", 2, 0, coaching.Unsaid},
		{"a gap counts as nothing, not as 0", []string{"70", "60", "", "95", "97"}, "65", "96", 2, 2, coaching.Rose},
		{"none at all", nil, "", "", 0, 0, coaching.Unsaid},
	} {
		e := coaching.Compare(line(t, 2026, x.reach...), q2)
		amount := func(s string) model.Amount {
			if s == "" {
				return model.Amount{}
			}
			return model.Some(model.MustNumber(s))
		}
		if e.Before != amount(x.before) || e.After != amount(x.after) || e.PeriodsBefore != x.nb || e.PeriodsAfter != x.na || e.Verdict != x.verdict {
			t.Errorf("%s: %+v", x.name, e)
		}
	}
}

// Values of months are not mixed with those of quarters.
func TestCompareKeepsToOneKindOfPeriod(t *testing.T) {
	q2, _ := model.ParsePeriod("2026-Q2")
	l := line(t, 2026, "70", "60", "75", "95")
	july, err := model.ParsePeriod("2026-07")
	if err != nil {
		t.Fatal(err)
	}
	l = append(l, coaching.Point{Period: july, Reach: model.Some(model.Int(1))})
	if e := coaching.Compare(l, q2); e.PeriodsAfter != 2 || e.After != model.Some(model.Int(85)) {
		t.Errorf("%+v", e)
	}
}

func TestCompareOfNumbersThatDoNotFit(t *testing.T) {
	q1, _ := model.ParsePeriod("2026-Q1")
	l := line(t, 2026, "80", "80", "80")
	l[1].Reach, l[2].Reach = model.Some(math.MaxInt64), model.Some(math.MaxInt64)
	if e := coaching.Compare(l, q1); e.After.Present() || e.Verdict != coaching.Unsaid {
		t.Errorf("%+v", e)
	}
}

func TestTogether(t *testing.T) {
	q2, _ := model.ParsePeriod("2026-Q2")
	var list []coaching.Effect
	for _, reach := range [][]string{{"70", "60", "75", "95"}, {"90", "80", "70", "60"}, {"80", "80", "80", "80"}, {"80", "80", "99"}, {"", "", "99"}} {
		list = append(list, coaching.Compare(line(t, 2026, reach...), q2))
	}
	g := coaching.Together(list)
	want := coaching.Group{Lines: 4, Rose: 1, Fell: 1, Same: 1, Unsaid: 2, Counted: 3, Change: model.Some(0)}
	if g != want {
		t.Errorf("%+v, want %+v", g, want)
	}
	if g := coaching.Together(nil); g.Change.Present() {
		t.Error("the mean of nobody is not 0")
	}
}
