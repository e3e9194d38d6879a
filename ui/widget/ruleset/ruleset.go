// Package ruleset says in lines of text what a rule set holds, and how a value
// was computed by one: the same on a page and on the command line.
package ruleset

import (
	"strings"

	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/ui/lang"
)

// Decides says what a rule set's predicate comes from.
func Decides(t *lang.Texts, rs rules.RuleSet) string {
	if !rs.Computes() {
		return t.Rules.ByMatrix
	}
	return lang.Fill(t.Rules.ByFormula, "results", t.Number(rs.Formula.Results), "behaviour", t.Number(rs.Formula.Behaviour))
}

// Unverified is how many parts of a rule set nobody has verified.
func Unverified(rs rules.RuleSet) (n int) {
	for _, b := range rs.Basis {
		if b.Default {
			n++
		}
	}
	return n
}

// Name is what a rule set calls a predicate: one with a formula has words of its
// own, the others those of the regulation in force, as they are said everywhere.
func Name(t *lang.Texts, rs rules.RuleSet, p model.Predicate) string {
	if own, ok := rs.Word(p); ok {
		return lang.Inert(own.In(t.Code))
	}
	return t.Predicate(p)
}

// Predicate is what an evaluation came to, in the words of the rule set by which
// it did; where that cannot be found any more, in those of everywhere.
func Predicate(t *lang.Texts, e model.Evaluation, current rules.RuleSet) string {
	if own, ok := rules.WordOf(e, current); ok {
		return lang.Inert(own.In(t.Code))
	}
	return t.Predicate(e.Predicate)
}

// Lines describes a rule set: bounds, matrix or formula, and where each part
// comes from. A line that begins with two spaces belongs to the heading above.
func Lines(t *lang.Texts, rs rules.RuleSet) []string {
	r := t.Rules
	list := []string{lang.Fill(r.Source, "source", lang.Inert(rs.Source))}
	list = append(list, lang.Fill(r.Suggests, "above", t.Number(rs.Above), "meets", t.Number(rs.Meets),
		"share", t.Number(rs.MinShare), "cap", t.Number(rs.Cap)))
	days := rs.ObjectionDays
	if days == 0 {
		days = rules.ObjectionDays
	}
	list = append(list, lang.Fill(r.Objection, "days", days))
	if rs.Computes() {
		list = append(list, formula(t, rs)...)
	} else {
		list = append(list, Heads(t, rs)+" ("+t.Workplace.Unverified+")", "", r.Matrix)
		for row := model.Above; row >= model.Below; row-- {
			var cells []string
			for _, p := range rs.Matrix[row-model.Below] {
				cells = append(cells, rs.PredicateName(p).In(t.Code))
			}
			list = append(list, lang.Inert("  "+rs.RatingName(row).In(t.Code)+": "+strings.Join(cells, " · ")))
		}
	}
	list = append(list, spread(t, rs)...)
	if len(rs.Basis) > 0 {
		list = append(list, "", r.Basis)
	}
	for _, b := range rs.Basis {
		text, field := r.Verified, b.Field
		if b.Default {
			text = r.Unverified
		}
		if word, ok := r.About[field]; ok {
			field = word
		}
		list = append(list, "  "+lang.Fill(text, "field", lang.Inert(field), "note", lang.Inert(b.Note.In(t.Code))))
	}
	return list
}

// Heads says which rating of results the result of a unit suggests for its head.
func Heads(t *lang.Texts, rs rules.RuleSet) string {
	fold, of := rs.HeadFold(), map[model.Rating][]string{}
	for _, g := range unitresult.Grades() {
		of[fold.Of(g)] = append(of[fold.Of(g)], t.Grade(g))
	}
	var parts []string
	for _, r := range []model.Rating{model.Above, model.Meets, model.Below} {
		if len(of[r]) > 0 {
			parts = append(parts, strings.Join(of[r], ", ")+": "+t.RatingShort(r))
		}
	}
	return lang.Fill(t.Rules.Heads, "list", strings.Join(parts, "; "))
}

// formula is the part of a rule set that computes.
func formula(t *lang.Texts, rs rules.RuleSet) []string {
	r, f := t.Rules, *rs.Formula
	list := []string{"", r.Lines}
	same := f.Kinds == [4]rules.Kind{f.Kinds[0], f.Kinds[0], f.Kinds[0], f.Kinds[0]}
	for a, kind := range f.Kinds {
		text := r.Kinds[kind.String()]
		if !same {
			text = lang.Fill(r.ByAspect, "aspect", t.Aspect(model.Aspect(a)), "kind", text)
		}
		if !same || a == 0 {
			list = append(list, "  "+text)
		}
	}
	if f.Whole {
		list = append(list, "  "+r.Whole)
	}
	for _, l := range f.Lines {
		list = append(list, "  "+line(t, l))
	}
	if f.Maximum > 0 {
		list = append(list, "  "+lang.Fill(r.Maximum, "value", t.Number(f.Maximum)))
	}
	list = append(list, "", r.Bands, "  "+lang.Fill(r.Parts, "results", t.Number(f.Results), "behaviour", t.Number(f.Behaviour), "most", t.Number(f.MostBehaviour)))
	for _, b := range f.Bands {
		text := r.BandIs
		if b.Idea {
			text = r.BandIdea
		}
		list = append(list, "  "+lang.Fill(text, "name", lang.Inert(rs.PredicateName(b.Predicate).In(t.Code)), "from", t.Number(b.From)))
	}
	return list
}

func line(t *lang.Texts, l rules.Line) string {
	text := t.Rules.LineIs
	switch {
	case l.Rise == 0:
		text = t.Rules.LineFlat
	case l.After:
		text = t.Rules.LineAfter
	}
	return lang.Fill(text, "from", t.Number(l.From), "base", t.Number(l.Base), "rise", t.Number(l.Rise), "run", t.Number(l.Run))
}

// Working is how a value was computed, step by step.
func Working(t *lang.Texts, rs rules.RuleSet, g grade.Grade, idea string) []string {
	r := t.Rules
	var list []string
	for _, l := range g.Lines {
		list = append(list, lang.Inert(l.Step.Gauge.Code)+": "+how(t, l))
	}
	if !g.Enough {
		return append(list, lang.Fill(r.TooLittle, "share", t.Fixed(g.Share), "need", t.Number(rs.MinShare)))
	}
	add := func(text string, value, adds model.Amount, weight model.Number) {
		list = append(list, lang.Fill(text, "value", t.FixedAmount(value), "weight", t.Number(weight), "adds", t.FixedAmount(adds)))
	}
	add(r.Result, g.Results, g.ResultsAdd, rs.Formula.Results)
	if !g.Value.Present() {
		return append(list, r.NoNumber)
	}
	add(r.Behaviour, g.Behaviour, g.BehaviourAdd, rs.Formula.Behaviour)
	if g.Rounding != 0 {
		list = append(list, lang.Fill(r.Rounding, "n", t.Fixed(g.Rounding)))
	}
	if rs.Formula.AsksIdea() {
		text := r.NoIdea
		if idea != "" {
			text = lang.Fill(r.Idea, "idea", lang.Inert(strings.ReplaceAll(idea, "\n", " ")))
		}
		list = append(list, text)
	}
	list = append(list, Verdict(t, rs, g))
	if from, ok := g.NeedsIdeaFrom.Get(); ok {
		list = append(list, lang.Fill(r.WithIdea, "from", t.Number(from)))
	}
	return list
}

// Verdict is the value and its predicate, by the rule set's own word for it.
func Verdict(t *lang.Texts, rs rules.RuleSet, g grade.Grade) string {
	return lang.Fill(t.Rules.Value, "value", t.FixedAmount(g.Value), "predicate", lang.Inert(rs.PredicateName(g.Predicate).In(t.Code)))
}

func how(t *lang.Texts, l grade.Line) string {
	text := t.Rules.How[l.How.String()]
	if l.How == grade.OnLine && l.Drawn.Rise == 0 {
		text = t.Rules.OnFlat
	}
	return lang.Fill(text, "capaian", t.FixedAmount(l.Capaian), "value", t.FixedAmount(l.Value),
		"from", t.Number(l.Drawn.From), "base", t.Number(l.Drawn.Base), "rise", t.Number(l.Drawn.Rise), "run", t.Number(l.Drawn.Run))
}
