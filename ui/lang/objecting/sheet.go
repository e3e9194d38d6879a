package objecting

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/lang"
)

// Blank is what is known on a form that somebody fills in by hand.
type Blank struct {
	Name, NIP, Position, Unit string
	Evaluator, Superior       string // "" where the file does not know
	Evaluation                model.Evaluation
}

// sheetWidth is how wide the form is on paper.
const sheetWidth = 76

// Form is a blank objection addressed to the evaluator's superior, ready to be
// printed: the evaluator is not its gate (UX 2.11).
func Form(t *lang.Texts, b Blank) (lines []string) {
	w, e := t.Objection.Sheet, b.Evaluation
	add := func(text string) { lines = append(lines, strings.Split(ansi.Wordwrap(text, sheetWidth, ""), "\n")...) }
	names := []string{w.Name, w.NIP, w.Position, w.Unit, w.Period, w.About, w.Given, t.Objection.Form.Result, t.Objection.Form.Behaviour, w.Signed, w.Place}
	wide := 0
	for _, n := range names {
		wide = max(wide, ansi.StringWidth(n))
	}
	pair := func(name, value string) {
		if value == "" {
			value = strings.Repeat(".", sheetWidth-wide-3)
		}
		head := name + strings.Repeat(" ", max(0, wide-ansi.StringWidth(name))) + " : "
		for line := range strings.SplitSeq(ansi.Wordwrap(lang.Inert(value), sheetWidth-wide-3, ""), "\n") {
			lines = append(lines, head+line)
			head = strings.Repeat(" ", wide+3)
		}
	}
	dots := func(n int) {
		for range n {
			lines = append(lines, strings.Repeat(".", sheetWidth))
		}
	}
	add(w.Title)
	lines = append(lines, "")
	add(w.To)
	pair(w.Name, b.Superior)
	lines = append(lines, "")
	add(w.From)
	pair(w.Name, b.Name)
	pair(w.NIP, b.NIP)
	pair(w.Position, b.Position)
	pair(w.Unit, b.Unit)
	pair(w.Period, t.Period(e.Period))
	pair(w.About, b.Evaluator)
	pair(w.Given, given(t, e))
	if last := board.ObjectUntil(e); last != 0 && e.State >= model.Received {
		add(lang.Fill(w.Deadline, "date", t.Date(last), "days", Days(e)))
	} else {
		add(lang.Fill(w.NoDeadline, "days", Days(e)))
	}
	lines = append(lines, "", w.Reasons)
	dots(6)
	lines = append(lines, "", w.Papers)
	dots(3)
	lines = append(lines, "", w.Wants)
	pair(t.Objection.Form.Result, "")
	pair(t.Objection.Form.Behaviour, "")
	lines = append(lines, "")
	pair(w.Place, "")
	pair(w.Signed, "")
	lines = append(lines, "")
	add(w.Note)
	add(w.Received + ": " + strings.Repeat(".", 24))
	return lines
}

// given is the result that the person received, in words; "" before that.
func given(t *lang.Texts, e model.Evaluation) string {
	if e.State < model.Shared {
		return ""
	}
	if e.Result == model.NotRated {
		return Predicate(t, e.Predicate)
	}
	return t.Rating(e.Result) + " / " + t.Rating(e.Behaviour) + " / " + Predicate(t, e.Predicate)
}
