package computed

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/lang"
	"kinerja/ui/widget/rating"
)

// Aid is what the results of somebody come to and what that suggests, in a cell of
// room; of too little weight, how much there is. short has for the suggestion the
// letter that the choice has for it.
func Aid(l rating.Look, r *board.Person, short bool, room int) string {
	switch {
	case r.Err != nil || !r.Score.Value.Present() && !r.ByUnit():
		return strings.Repeat(" ", 5) + lang.None
	case r.Suggested == model.NotRated:
		return Scant(l.Text, r.Score.Share, short, room)
	}
	suggested := l.Text.RatingShort(r.Suggested)
	if short {
		for _, letter := range rating.Letters(l) {
			if letter.Rating == r.Suggested {
				suggested = letter.Binding.Help().Key
			}
		}
	}
	return Scored(l.Text.FixedAmount(r.Score.Value)) + " " + suggested
}

// Scant is how much of the weight there is, where that is too little.
func Scant(t *lang.Texts, share model.Number, short bool, room int) string {
	of := t.Number(share.Round())
	switch long := lang.Fill(t.Results.Filled, "share", of); {
	case short:
		return "  " + of + " %"
	case ansi.StringWidth(long) <= room:
		return long
	}
	return t.Evaluation.TooLittle
}

// Scored is a value as it stands below others.
func Scored(value string) string {
	return strings.Repeat(" ", max(0, 6-ansi.StringWidth(value))) + value
}

// Next says what is to be done about somebody under a formula; "" where it is what
// is to be done anyway.
func Next(t *lang.Texts, r *board.Person, e model.Evaluation) string {
	s, ok := Of(r, e)
	switch {
	case !ok || r.Own || e.State == model.Final:
		return ""
	case s.Moved():
		return s.Changed(t)
	case e.State == model.EvaluationDraft && !e.Computed.Present():
		return s.Task(t)
	case e.Idea != "" && !e.LocksCard():
		return lang.Fill(t.Rules.Idea, "idea", lang.Inert(strings.ReplaceAll(e.Idea, "\n", " ")))
	}
	return ""
}

// Sought are the lines in which a filter looks for the people on a board.
func Sought(t *lang.Texts, b *board.Board) []string {
	lines := make([]string, len(b.People))
	for i := range b.People {
		r := &b.People[i]
		lines[i] = strings.ToLower(strings.Join([]string{
			r.Staff.Name, string(r.Staff.Number), r.Post.Position, b.Units[r.Plan.Unit].Name, rating.State(t, r.Evaluation),
			Predicate(t, r, r.Evaluation),
		}, "\n"))
	}
	return lines
}
