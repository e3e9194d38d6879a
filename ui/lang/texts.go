package lang

import (
	"fmt"
	"strings"

	"kinerja/ui/lang/words"
	"kinerja/ui/lang/words/account"
	"kinerja/ui/lang/words/assessed"
	"kinerja/ui/lang/words/coached"
	"kinerja/ui/lang/words/documented"
	"kinerja/ui/lang/words/fields"
	"kinerja/ui/lang/words/followed"
	"kinerja/ui/lang/words/granted"
	"kinerja/ui/lang/words/objected"
	"kinerja/ui/lang/words/opened"
	"kinerja/ui/lang/words/situated"
	"kinerja/ui/lang/words/supported"
	"kinerja/ui/lang/words/talked"
	"kinerja/ui/lang/words/units"
	"kinerja/ui/lang/words/visited"
	"kinerja/ui/lang/words/voiced"

	"kinerja/ui/lang/words/entrance"
)

// Texts is everything the program says in one language: a field for each
// section. It is read, never changed.
type Texts struct {
	Code string // "id", "en"

	Common      Common
	Form        fields.Words
	Recall      Recall
	Fault       Fault
	Keys        words.Keys
	Frame       Frame
	Over        words.Over
	Door        entrance.Words
	Staff       words.Staff
	Results     words.Results
	Working     words.Working
	Evaluation  words.Evaluation
	Person      words.Person
	Home        Home
	Feedback    words.Feedback
	Talk        talked.Words
	Round       talked.Round
	Survey      words.Survey
	Tenure      words.Tenure
	Gain        words.Gain
	Observe     words.Observe
	Situation   situated.Words
	Session     followed.Session
	Award       followed.Award
	Credit      words.Credit
	Action      words.Action
	Access      granted.Words
	Assessment  assessed.Words
	Objection   objected.Words
	Document    documented.Words
	Positions   words.Positions
	Plan        words.Plan
	SKP         words.SKP
	Instruments words.Instruments
	Instrument  words.Instrument
	Welcome     words.Welcome
	Writing     words.Writing
	Intake      words.Intake
	Edit        words.Edit
	Settings    words.Settings
	Workplace   units.Workplace
	Fairness    units.Fairness
	Rules       words.Rules
	Record      words.Record
	Voice       voiced.Words
	CLI         words.CLI
	Cells       Cells
	Picks       words.Picks
	Account     account.Words
	Coaching    coached.Words
	Visit       visited.Words
	FollowUp    opened.Words
	Support     supported.Words
}

// Plural is a text that changes with a count: "1 person", "{n} people".
type Plural = words.Plural

// Plural fills {n} with the count, written as people write it, and the other
// placeholders from pairs, as Fill does.
func (t *Texts) Plural(p Plural, n int, pairs ...any) string {
	text := p.Many
	if n == 1 {
		text = p.One
	}
	return Fill(text, append([]any{"n", t.Count(n)}, pairs...)...)
}

// Fill puts values in the place of a text's placeholders: pairs are name and
// value in turn, Fill("{name} of {unit}", "name", "Rina", "unit", "Gizi"). An
// int is written plainly, as years and identifiers are; counts and amounts
// are formatted by Texts first. A value is never searched for placeholders. A
// value that ends in a point ends the sentence with it: "… untuk Rina, S.Kep.".
func Fill(text string, pairs ...any) string {
	if len(pairs) == 0 {
		return text
	}
	list := make([]string, 0, 2*len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		name, value := "{"+fmt.Sprint(pairs[i])+"}", plain(pairs[i+1])
		if strings.HasSuffix(value, ".") {
			list = append(list, name+".", value)
		}
		list = append(list, name, value)
	}
	return strings.NewReplacer(list...).Replace(text)
}

func plain(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return fmt.Sprint(v)
}
