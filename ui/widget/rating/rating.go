// Package rating is what the pages that rate have in common: the open choice of
// a rating with its letters, ratings on their way into the file, the matrix
// with the reached cell, what would change the predicate, and the question
// before several evaluations take a step.
//
// It promises that lines fit their width in cells, that text from outside is
// inert, and that nothing is said by colour alone.
package rating

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Look is what this package needs to draw and to speak.
type Look struct {
	Keys   *keys.Map
	Styles *theme.Styles
	Text   *lang.Texts
}

// Of is which of the two ratings is meant.
type Of uint8

// The two; Number is what is said in place of both under a rule set with a
// formula.
const (
	Results Of = iota
	Behaviour
	Number
)

// Name is what people call it.
func (o Of) Name(t *lang.Texts) string {
	if o == Behaviour {
		return t.Evaluation.Behaviour
	}
	return t.Evaluation.Results
}

// In is that rating of an evaluation.
func (o Of) In(e model.Evaluation) model.Rating {
	if o == Behaviour {
		return e.Behaviour
	}
	return e.Result
}

// Letter is one letter of an open choice, and the rating that it gives.
type Letter struct {
	Rating  model.Rating
	Binding key.Binding
}

// Letters are those of an open choice, best first (UX 2.2). They are alike in
// both languages, and stand before whatever else has these keys.
func Letters(l Look) []Letter {
	var list []Letter
	for _, r := range []struct {
		letter string
		rating model.Rating
	}{{"a", model.Above}, {"s", model.Meets}, {"b", model.Below}} {
		list = append(list, Letter{r.rating, key.NewBinding(
			key.WithKeys(r.letter, strings.ToUpper(r.letter)), key.WithHelp(r.letter, l.Text.RatingShort(r.rating)))})
	}
	return list
}

func wrap(text string, width int) []string {
	return strings.Split(ansi.Wrap(text, max(1, width), ""), "\n")
}
