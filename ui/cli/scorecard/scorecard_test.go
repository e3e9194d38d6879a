package scorecard

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// However many indicators a plan has and however long its names are, a card
// fits the smallest terminal, and says what it leaves out.
func TestCardFitsOneScreen(t *testing.T) {
	for _, code := range lang.Languages() {
		text, err := lang.Read(code)
		if err != nil {
			t.Fatal(err)
		}
		styles, err := theme.Make(lipgloss.NewRenderer(io.Discard), theme.Choice{Theme: "mono", Glyphs: "auto"})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []int{1, 5, 8, 10, 11, 12, 13, 30} {
			c := cardOf(n)
			if c.Score, err = score.Of(c.Results, c.Plan, c.Rules); err != nil {
				t.Fatal(err)
			}
			lines := c.Lines(text, styles)
			if len(lines) > cardHeight {
				t.Errorf("%s: %d indicators take %d lines", code, n, len(lines))
			}
			for _, l := range lines {
				if w := ansi.StringWidth(l); w > cardWidth {
					t.Errorf("%s: %d indicators: %d cells: %s", code, n, w, l)
				}
			}
			all := strings.Join(lines, "\n")
			if cut := strings.Contains(all, "--json"); cut != (n >= map[string]int{"id": 11, "en": 12}[code]) {
				t.Errorf("%s: %d indicators: cut is %v\n%s", code, n, cut, all)
			}
			if !strings.Contains(all, text.Rating(model.Meets)) {
				t.Errorf("%s: %d indicators: no suggestion\n%s", code, n, all)
			}
		}
	}
}

// cardOf is somebody whose plan has so many indicators of equal weight.
func cardOf(n int) Card {
	long := strings.Repeat("panjang sekali ", 6)
	c := Card{
		Employee: model.Employee{Name: long, Number: "199705212020012001"}, Period: model.Period(202623),
		Unit: model.Unit{Name: long}, Post: model.Post{Position: long}, Rules: rules.PermenPANRB6(),
		Evaluation: model.Evaluation{State: model.Rated, Result: model.Meets, Behaviour: model.Meets, Predicate: model.Good, Score: model.Some(1)},
	}
	for i := range n {
		id := model.ElementID(fmt.Sprint(i))
		g := model.Gauge{Code: fmt.Sprint("K", i), Name: model.Text{ID: long, EN: long}, Unit: "%", Target: model.Int(90), Weight: model.Int(10)}
		c.Plan.Measures = append(c.Plan.Measures, model.Measure{ID: id, Gauge: g})
		c.Results.Entries = append(c.Results.Entries, model.Entry{Measure: id, Actual: model.Some(model.Int(90))})
	}
	return c
}
