// Package around says what stands around the numbers of a unit: what it worked under
// in a period, beside what the file itself counts. None of it is in any number.
package around

import (
	"strings"

	"kinerja/model"
	"kinerja/model/situation"
	"kinerja/ui/lang"
)

// counted is how many of something, where that was said.
func counted(t *lang.Texts, text lang.Plural, a model.Amount) string {
	n, ok := a.Get()
	if !ok {
		return ""
	}
	return t.Plural(text, int(n/model.Scale))
}

// access is how the unit is reached: the class, the own words, or both.
func access(t *lang.Texts, s situation.Situation) string {
	w, words := t.Situation, lang.Inert(s.AccessWords)
	switch {
	case s.Access == situation.NotSaid && words == "":
		return ""
	case s.Access == situation.NotSaid:
		return lang.Fill(w.Access, "words", words)
	case words == "":
		return w.Accesses[s.Access]
	}
	return lang.Fill(w.AccessIn, "access", w.Accesses[s.Access], "words", words)
}

// join is what is said, with dots between.
func join(parts ...string) string {
	var list []string
	for _, p := range parts {
		if p != "" {
			list = append(list, p)
		}
	}
	return strings.Join(list, " · ")
}

// Counted is how many people the file itself knows in the unit, and on which day.
func Counted(t *lang.Texts, b situation.Beside) string {
	return t.Plural(t.Situation.Counted, b.Counted, "date", t.Date(b.On))
}

// Lines say a situation as a whole: what was said, what is counted, the note and
// where it comes from, and that it is used in nothing.
func Lines(t *lang.Texts, b situation.Beside) []string {
	w := t.Situation
	if !b.Said() {
		return []string{join(w.Unsaid, Counted(t, b))}
	}
	lines := []string{join(counted(t, w.Vacancies, b.Vacancies), counted(t, w.Needed, b.Needed), counted(t, w.Present, b.Present), Counted(t, b))}
	if text := join(access(t, b.Situation), counted(t, w.Disaster, b.DisasterDays)); text != "" {
		lines = append(lines, text)
	}
	if b.Note != "" {
		lines = append(lines, lang.Fill(w.Note, "note", lang.Inert(b.Note)))
	}
	if b.Source != "" {
		lines = append(lines, lang.Fill(w.Source, "source", lang.Inert(b.Source)))
	}
	return append(lines, w.Unused)
}

// Short is what was said in a few words, for a line or a cell of a table; "" where
// nothing was. What is none says nothing here.
func Short(t *lang.Texts, b situation.Beside) string {
	if !b.Said() {
		return ""
	}
	w, s := t.Situation, b.Situation
	some := func(text lang.Plural, a model.Amount) string {
		if a.Or(0) == 0 {
			return ""
		}
		return counted(t, text, a)
	}
	lacks := ""
	if needed, ok := s.Needed.Get(); ok {
		if less := needed - s.Present.Or(model.Int(int64(b.Counted))); less > 0 {
			lacks = counted(t, w.Short.Lacks, model.Some(less))
		}
	}
	reached := ""
	if s.Access != situation.Ordinary {
		reached = access(t, s)
	}
	text := join(some(w.Short.Vacancies, s.Vacancies), lacks, reached, some(w.Short.Disaster, s.DisasterDays))
	if text == "" {
		return join(lang.Inert(s.Note), map[bool]string{true: access(t, s)}[s.Note == ""])
	}
	return text
}
