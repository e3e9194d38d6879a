package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/unitresult"
)

// distributionCase is one unit held against the pattern of its result. A
// warning is written "at_most good 28 40": kind, group, bound and count in
// people; a bound alone "at_least poor 6".
type distributionCase struct {
	About, Result string
	Counts        map[string]int
	Bounds, Warns []string
}

func (w worked) distributions(t *testing.T) {
	for _, x := range w.Distribution {
		t.Run(x.About, func(t *testing.T) {
			grade, ok := unitresult.ParseGrade(x.Result)
			if !ok {
				t.Fatalf("result %q", x.Result)
			}
			var c distribution.Counts
			for word, n := range x.Counts {
				p, ok := model.ParsePredicate(word)
				if !ok {
					t.Fatalf("predicate %q", word)
				}
				c[p] = n
			}
			var bounds, warns []string
			for _, f := range distribution.SE3().Of(grade).Check(c) {
				var group []string
				for _, p := range f.Of {
					group = append(group, p.String())
				}
				line := fmt.Sprintf("%v %s %d", f.Kind, strings.Join(group, "+"), f.Bound)
				if f.Kind != distribution.Largest {
					bounds = append(bounds, line)
				}
				if !f.Fits {
					warns = append(warns, fmt.Sprintf("%s %d", line, f.Count))
				}
			}
			for _, want := range x.Bounds {
				if !slices.Contains(bounds, want) {
					t.Errorf("no bound %q among %q", want, bounds)
				}
			}
			if !slices.Equal(warns, x.Warns) {
				t.Errorf("warns of %q, want %q", warns, x.Warns)
			}
		})
	}
}
