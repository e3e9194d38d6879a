package distribution_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/unitresult"
)

// For every unit of 1 to 1,000 people and every limit of the guide the number
// of people that is printed and the share that is compared say the same, one
// person to either side of the bound; and every pattern can be met as far as
// its shares go.
func TestLimitsAreConsistent(t *testing.T) {
	g := distribution.SE3()
	for n := 1; n <= 1000; n++ {
		for _, grade := range unitresult.Grades() {
			least := 0
			for _, l := range g.Of(grade) {
				b := l.Bound(n)
				switch l.Kind {
				case distribution.AtMost:
					if !l.Holds(b, n) || l.Holds(b+1, n) || b > n {
						t.Fatalf("n %d, %v: at most %d of %d %%", n, grade, b, l.Percent)
					}
				case distribution.AtLeast, distribution.Someone:
					if !l.Holds(b, n) || l.Holds(b-1, n) || b > n {
						t.Fatalf("n %d, %v: at least %d of %d %%", n, grade, b, l.Percent)
					}
					least += b
				}
			}
			if n >= 3 && least > n {
				t.Fatalf("n %d, %v: at least %d people of %d", n, grade, least, n)
			}
		}
	}
}

// Whatever the counts are: a finding fits exactly where its count keeps its
// bound, those without a predicate change nothing, and Off says how many people
// it is about.
func TestFindings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		grade := rapid.SampledFrom(unitresult.Grades()).Draw(t, "grade")
		var c distribution.Counts
		for p := range c {
			c[p] = rapid.IntRange(0, 60).Draw(t, "count")
		}
		pattern := distribution.SE3().Of(grade)
		list := pattern.Check(c)
		for _, f := range list {
			fits := f.Count >= f.Bound
			if f.Kind == distribution.AtMost {
				fits = f.Count <= f.Bound
			}
			if f.Fits != fits || (f.Off() == 0) != f.Fits || f.Off() < 0 || f.People != c.People() {
				t.Fatalf("%+v of %v", f, c)
			}
		}
		unrated := c
		unrated[model.NoPredicate] += 7
		if !slices.EqualFunc(list, pattern.Check(unrated), func(a, b distribution.Finding) bool {
			return a.Count == b.Count && a.Bound == b.Bound && a.Fits == b.Fits
		}) {
			t.Fatal("people without a predicate moved a finding")
		}
	})
}

func TestNobody(t *testing.T) {
	for _, grade := range unitresult.Grades() {
		if !distribution.Fits(distribution.SE3().Of(grade).Check(distribution.Counts{model.NoPredicate: 9})) {
			t.Errorf("%v: nobody is rated, and something does not fit", grade)
		}
	}
	if distribution.SE3().Of(unitresult.NoGrade) != nil {
		t.Error("a pattern without a result")
	}
}

func TestRange(t *testing.T) {
	p := distribution.SE3().Of(unitresult.Poor)
	for of, want := range map[model.Predicate]distribution.Range{
		model.VeryGood: {Most: 4, Bound: true}, model.Good: {Most: 40},
		model.NeedsImprovement: {Least: 4, Most: 40, Bound: true}, model.Poor: {Least: 24, Most: 40, Bound: true},
	} {
		if got := p.Range(of, 40); got != want {
			t.Errorf("%v: %+v, want %+v", of, got, want)
		}
	}
	if id := distribution.SE3().ID(); id != "se3-2023@1" {
		t.Error(id)
	}
}
