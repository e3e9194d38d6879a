package cli

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/store/config"
	"kinerja/ui/lang"
)

// However many indicators a plan has and however long its names are, a card
// fits the smallest terminal, and says what it leaves out.
func TestCardFitsOneScreen(t *testing.T) {
	for _, code := range lang.Languages() {
		text, err := lang.Read(code)
		if err != nil {
			t.Fatal(err)
		}
		c := &call{text: text, conf: config.Default()}
		for _, n := range []int{1, 5, 8, 10, 11, 12, 13, 30} {
			s := subjectOf(n)
			sc, err := score.Of(s.card, s.plan, rules.PermenPANRB6())
			if err != nil {
				t.Fatal(err)
			}
			lines := c.cardLines(s, sc, rules.PermenPANRB6())
			if len(lines) > cardHeight {
				t.Errorf("%s: %d indicators take %d lines", code, n, len(lines))
			}
			for _, l := range lines {
				if w := ansi.StringWidth(l); w > cardWidth {
					t.Errorf("%s: %d indicators: %d cells: %s", code, n, w, l)
				}
			}
			all := strings.Join(lines, "\n")
			if cut := strings.Contains(all, "--json"); cut != (n >= 13) {
				t.Errorf("%s: %d indicators: cut is %v\n%s", code, n, cut, all)
			}
			if !strings.Contains(all, text.Rating(model.Meets)) {
				t.Errorf("%s: %d indicators: no suggestion\n%s", code, n, all)
			}
		}
	}
}

// subjectOf is somebody whose plan has so many indicators of equal weight.
func subjectOf(n int) subject {
	long := strings.Repeat("panjang sekali ", 6)
	s := subject{period: model.Period(202623), unit: model.Unit{Name: long}, post: model.Post{Position: long}}
	s.person.Employee = model.Employee{Name: long, Number: "199705212020012001"}
	s.eval = model.Evaluation{State: model.Rated, Result: model.Meets, Behaviour: model.Meets, Predicate: model.Good, Score: model.Some(1)}
	for i := range n {
		id := model.ElementID(fmt.Sprint(i))
		g := model.Gauge{Code: fmt.Sprint("K", i), Name: model.Text{ID: long, EN: long}, Unit: "%", Target: model.Int(90), Weight: model.Int(10)}
		s.plan.Measures = append(s.plan.Measures, model.Measure{ID: id, Gauge: g})
		s.card.Entries = append(s.card.Entries, model.Entry{Measure: id, Actual: model.Some(model.Int(90))})
	}
	return s
}
