// Package told says what a fact changed as people read it: which value, what it
// was, what it is.
//
// What it promises: what says nothing to people is left out, identities become
// names, and nothing from the file can act on the terminal.
package told

import (
	"fmt"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/model/talk"
	"kinerja/model/unitresult"
	"kinerja/store"
	"kinerja/store/form"
	"kinerja/store/ledger"
	"kinerja/ui/cli/known"
	"kinerja/ui/lang"
)

// Entry is one fact: when, who, what, about whom; then each value before and
// after, the reason, the letter and its date.
func Entry(w known.Names, t *lang.Texts, e store.Entry, zone model.Zone) []string {
	h, p := e.Fact.Header, e.Fact.Payload
	what := t.Verb(h.Verb)
	if h.Undoes != "" {
		what += " (" + t.Kind(h.Kind) + ")"
	}
	about := lang.Inert(e.Name)
	if e.Detail != "" {
		about += " · " + lang.Inert(e.Detail)
	}
	at := t.Time(h.Time().Add(zone.Offset())) + " " + zone.String()
	lines := []string{lang.Fill(t.CLI.Record.Line, "at", at, "who", w.Who(t, h.Actor), "what", what, "about", about, "mark", ledger.FactMark(e.Fact))}
	add := func(text string) { lines = append(lines, "    "+text) }
	if e.Fact.Missing {
		add(t.CLI.Record.Missing)
	}
	for _, ch := range e.Changes {
		if text := change(w, t, h.Kind, ch); text != "" {
			add(text)
		}
	}
	if p.Reason != "" {
		add(lang.Fill(t.CLI.Evaluate.Reason, "reason", lang.Inert(p.Reason)))
	}
	if p.Document != "" {
		add(lang.Fill(t.CLI.Record.Document, "document", lang.Inert(p.Document)))
	}
	if day := on(e.Fact); !day.IsZero() {
		add(lang.Fill(t.CLI.Record.On, "on", t.Date(day)))
	}
	return lines
}

// change is one changed value: what, before, after; "" for what says nothing to
// people.
func change(w known.Names, t *lang.Texts, kind model.Kind, ch store.Change) string {
	name, field := lang.Inert(ch.Code), string(kind)+"."+step(ch.Path, 0)
	if part := step(ch.Path, 2); kind == model.KindEvaluation && step(ch.Path, 0) == wordsPath && part != "" {
		field = "word." + part
	}
	switch part := step(ch.Path, 2); {
	case name == "":
		name = t.CLI.Record.Fields[field]
	case kind == model.KindSurvey:
		name += " (" + t.CLI.Record.Fields[field] + ")"
	case part != "" && t.CLI.Record.Fields["entry."+part] != "":
		name += " (" + t.CLI.Record.Fields["entry."+part] + ")"
	}
	if name == "" || ch.Before == nil && ch.After == nil {
		return ""
	}
	return name + ": " + value(w, t, field, ch.Before) + " → " + value(w, t, field, ch.After)
}

// step is the nth step of a path, "" where there is none.
func step(path string, n int) string {
	steps := strings.Split(path, "/")
	if n >= len(steps) {
		return ""
	}
	return steps[n]
}

// value is a value in words: fields are the numbers of model's records.
func value(w known.Names, t *lang.Texts, field string, v any) string {
	if v == nil {
		return lang.None
	}
	if a, ok := v.(model.Amount); ok {
		return t.Amount(a)
	}
	if s, ok := v.(string); ok {
		switch field {
		case "post.3", "unit.5":
			return lang.Inert(w.Units[model.UnitID(s)].Name)
		case "post.7", "unit.6":
			return lang.Inert(w.People[model.EmployeeID(s)].Name)
		}
		return "\"" + lang.Inert(s) + "\""
	}
	n, ok := number(v)
	if !ok {
		return lang.Inert(fmt.Sprint(v))
	}
	switch field {
	case "evaluation.7":
		return t.State(model.EvaluationState(n))
	case "evaluation.8", "evaluation.9":
		return t.Rating(model.Rating(n))
	case "evaluation.12":
		return t.Predicate(model.Predicate(n))
	case "employee.6":
		return t.EmployeeKind(model.EmployeeKind(n))
	case "employee.8", "post.8", "post.9", "word.7":
		return t.Date(model.Date(n))
	case "feedback.4":
		return t.Period(model.Period(n))
	case "feedback.5":
		return t.FeedbackKind(talk.Kind(n))
	case "unitresult.4":
		return t.UnitState(unitresult.State(n))
	case "unitresult.5":
		return t.Grade(unitresult.Grade(n))
	case "feedback.12":
		return t.Date(model.Date(n))
	case "credit.3":
		return t.Typed(model.Number(n))
	case "credit.5":
		return t.Date(model.Date(n))
	case "credit.7":
		return credit.Level(n).Name()
	case "plan.9":
		return t.PlanState(model.PlanState(n))
	}
	return fmt.Sprint(n)
}

// number is a whole number as CBOR gives it.
func number(v any) (int64, bool) {
	switch n := v.(type) {
	case uint64:
		return int64(n), n < 1<<62
	case int64:
		return n, true
	}
	return 0, false
}

// wordsPath is where an evaluation keeps its words.
const wordsPath = "16"

// on is the day of the word that a fact adds to an evaluation; the zero Date
// where it adds none.
func on(f model.Fact) model.Date {
	if f.Header.Kind == model.KindFeedback {
		return feedbackOn(f)
	}
	if f.Header.Kind != model.KindEvaluation {
		return 0
	}
	for _, d := range f.Payload.Differences {
		switch path := form.Segments(d.Path); {
		case len(path) == 0 || path[0] != wordsPath || len(d.After) == 0:
		case len(path) == 1:
			list, _ := form.AsElements(d.After)
			for _, id := range list.IDs {
				return wordOn(list.Raw[id])
			}
		case len(path) == 2 && path[1] != form.OrderMark:
			return wordOn(d.After)
		}
	}
	return 0
}

// feedbackOn is the day of the word that an item is.
func feedbackOn(f model.Fact) model.Date {
	var item talk.Feedback
	for _, d := range f.Payload.Differences {
		if d.Path == "" && form.Decode(d.After, &item) == nil {
			return item.Word.On
		}
	}
	return 0
}

func wordOn(raw []byte) model.Date {
	var w model.Word
	if err := cbor.Unmarshal(raw, &w); err != nil {
		return 0 // verify says that the file is damaged; here it only lacks a date
	}
	return w.On
}
