// Package told says what a fact changed as people read it: which value, what it
// was, what it is.
//
// What it promises: what says nothing to people is left out, identities become
// names, and nothing from the file can act on the terminal.
package told

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/fxamacker/cbor/v2"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/model/credit"
	"kinerja/model/gain"
	"kinerja/model/leave"
	"kinerja/model/round"
	"kinerja/model/rubric"
	"kinerja/model/rules"
	"kinerja/model/situation"
	"kinerja/model/survey"
	"kinerja/model/talk"
	"kinerja/model/unitresult"
	"kinerja/store"
	"kinerja/store/form"
	"kinerja/store/ledger"
	"kinerja/ui/known"
	"kinerja/ui/lang"
	"kinerja/ui/lang/lesson"
)

// Told is one fact in words: when, who, what, about whom, the short name of the
// fact; then each value before and after, the reason, and whose word it is.
type Told struct {
	At                     time.Time // UTC
	Who, What, About, Mark string
	More                   []string
}

// Lines are a fact for the command line: its head, then what is indented. zone is
// that of the people who read it.
func (f Told) Lines(t *lang.Texts, zone model.Zone) []string {
	at := t.Time(f.At.Add(zone.Offset())) + " " + zone.String()
	lines := []string{lang.Fill(t.CLI.Record.Line, "at", at, "who", f.Who, "what", f.What, "about", f.About, "mark", f.Mark)}
	for _, text := range f.More {
		lines = append(lines, "    "+text)
	}
	return lines
}

// Entry tells one fact.
func Entry(w known.Names, t *lang.Texts, e store.Entry) Told {
	h, p := e.Fact.Header, e.Fact.Payload
	told := Told{
		At: h.Time(), Who: w.Who(t, h.Actor), What: t.Verb(h.Verb),
		About: lang.Inert(e.Name), Mark: ledger.FactMark(e.Fact),
	}
	if h.Undoes != "" || h.Verb == model.VerbImport { // what was done says nothing of what it was done to
		told.What += " (" + t.Kind(h.Kind) + ")"
	}
	if e.Detail != "" {
		told.About += " · " + detail(t, e)
	}
	add := func(text string) { told.More = append(told.More, text) }
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
	if h.Via == model.Signed {
		add(lang.Fill(t.Voice.Known, "how", t.Voice.Signed))
	}
	if h.For != "" {
		add(lang.Fill(t.CLI.Record.Whose, "name", w.Who(t, string(h.For)), "by", told.Who))
	}
	if p.Document != "" {
		add(lang.Fill(t.CLI.Record.Document, "document", lang.Inert(p.Document)))
	}
	if day := on(e.Fact); !day.IsZero() {
		add(lang.Fill(t.CLI.Record.On, "on", t.Date(day)))
	}
	return told
}

// detail is what a record is called beside its name: a period or a day as people
// write it.
func detail(t *lang.Texts, e store.Entry) string {
	if e.Where.Period.Valid() && e.Detail == e.Where.Period.String() {
		return t.Period(e.Where.Period)
	}
	if day, err := model.ParseDate(e.Detail); err == nil {
		return t.Date(day)
	}
	return lang.Inert(e.Detail)
}

// change is one changed value: what, before, after; "" for what says nothing to
// people.
func change(w known.Names, t *lang.Texts, kind model.Kind, ch store.Change) string {
	name, field := lang.Inert(ch.Code), string(kind)+"."+step(ch.Path, 0)
	if part := step(ch.Path, 2); kind == model.KindEvaluation && step(ch.Path, 0) == wordsPath && part != "" {
		field = "word." + part
	}
	if part := step(ch.Path, 4); kind == model.KindAction && part != "" {
		field = "evidence." + part
	} else if part := step(ch.Path, 2); kind == model.KindAction {
		field = "action." + part
	}
	if kind == model.KindAssessment {
		field = own(ch.Path)
	}
	if inner, ok := nested(kind, ch.Path); ok {
		field = inner
	}
	switch part := step(ch.Path, 2); {
	case kind == model.KindPlan && name != "":
		name += " (" + t.CLI.Record.Fields["gauge."+step(ch.Path, 3)] + ")"
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
	switch field {
	case planRules:
		return named(t, name, ch)
	case "self":
		return name + ": " + stage(t, ch.Before) + " → " + stage(t, ch.After)
	}
	if before, ok := progress(t, field, ch.Before); ok {
		after, _ := progress(t, field, ch.After)
		return name + ": " + before + " → " + after
	}
	return name + ": " + value(w, t, field, ch.Before) + " → " + value(w, t, field, ch.After)
}

// own names a part of how somebody sees their own work: "self.5", or
// "self.rating" for a rating of one measure or value.
func own(path string) string {
	switch {
	case step(path, 3) == "2":
		return "self.rating"
	case step(path, 1) == "":
		return "self"
	}
	return "self." + step(path, 1)
}

// stage is how far somebody's view of their own work has come.
func stage(t *lang.Texts, v any) string {
	n, _ := number(v)
	return t.Assessment.States[min(assessment.State(n), assessment.Submitted)]
}

// planRules is the rule set that a plan names.
const planRules = "plan.8"

// named is another rule set of a plan; "" where it named none before and names
// none now.
func named(t *lang.Texts, name string, ch store.Change) string {
	say := func(v any) string {
		s, _ := v.(string)
		own := rules.Own(model.Plan{RuleSet: s})
		if rs, ok := rules.Find(own); ok {
			return lang.Fill(t.Working.Why.RuleIs, "name", rs.Name.In(t.Code), "version", rs.Version)
		}
		return cmp.Or(lang.Inert(own), lang.None)
	}
	before, after := say(ch.Before), say(ch.After)
	if before == after {
		return ""
	}
	return name + ": " + before + " → " + after
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
		return text(w, t, field, s)
	}
	if v == true {
		return t.Tenure.Leave.Yes
	}
	n, ok := number(v)
	if !ok {
		return lang.Inert(fmt.Sprint(v))
	}
	if words, ok := sequel(t, field, n); ok {
		return words
	}
	switch field {
	case "situation.4", "situation.5", "situation.6", "situation.9":
		return t.Number(model.Number(n))
	case "situation.7":
		return t.Situation.Accesses[min(situation.Access(n), situation.VeryRemote)]
	case "evaluation.7":
		return t.State(model.EvaluationState(n))
	case "evaluation.8", "evaluation.9", "self.3", "self.4", "self.rating":
		return t.Rating(model.Rating(n))
	case "evaluation.12":
		return t.Predicate(model.Predicate(n))
	case "employee.6":
		return t.EmployeeKind(model.EmployeeKind(n))
	case "user.5":
		return t.Roles(model.Roles(n))
	case "leave.3":
		return t.Tenure.Leave.Kinds[leave.Kind(n).String()]
	case "employee.8", "post.8", "post.9", "word.7", "leave.4", "leave.5", "plan.15", "plan.16", "feedback.12", "credit.5", "round.6":
		return t.Date(model.Date(n))
	case "feedback.4", "plan.13":
		return t.Period(model.Period(n))
	case "feedback.5", "feedback.17", "round.4", "round.8":
		return given(t, field, n)
	case "unitresult.4":
		return t.UnitState(unitresult.State(n))
	case "unitresult.5":
		return t.Grade(unitresult.Grade(n))
	case "credit.3":
		return t.Typed(model.Number(n))
	case "credit.7":
		return credit.Level(n).Name()
	case "plan.9":
		return t.PlanState(model.PlanState(n))
	}
	return fmt.Sprint(n)
}

// given is a number of an item of feedback or of a round.
func given(t *lang.Texts, field string, n int64) string {
	switch field {
	case "feedback.17":
		return t.Talk.Sources[talk.Source(n).String()]
	case "round.4":
		return t.Round.Groups[round.Group(n).String()]
	case "round.8":
		return t.Round.States[round.State(n).String()]
	}
	return t.FeedbackKind(talk.Kind(n))
}

// text is a value that is a text: the name behind an identity, where a number came
// from, or what was typed.
func text(w known.Names, t *lang.Texts, field, s string) string {
	switch field {
	case "post.3", "unit.5":
		return lang.Inert(w.Units[model.UnitID(s)].Name)
	case "post.7", "unit.6":
		return lang.Inert(w.People[model.EmployeeID(s)].Name)
	}
	if from := origin(w, t, s); from != "" {
		return from
	}
	return "\"" + lang.Inert(s) + "\""
}

// origin is where a value came from that nobody typed as it stands: a survey, what
// a gain was computed from, lessons that were observed; "" for any other text.
func origin(w known.Names, t *lang.Texts, s string) string {
	if o, ok := survey.ParseOrigin(s); ok {
		return t.FromSurvey(o, w.Units[o.Unit].Name)
	}
	if d, _ := gain.Of(model.Entry{Source: s}); d != (gain.Detail{}) {
		return d.Write(t.Number)
	}
	if d, ok := rubric.FromOrigin(s); ok {
		return lesson.Brief(t, d)
	}
	return ""
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
