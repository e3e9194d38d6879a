// Package ruling is a rule set as JSON has it: all that its page and `rules show`
// say of it.
package ruling

import (
	"kinerja/model"
	"kinerja/model/distribution"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/ui/cli/answer"
)

// RuleSet is a rule set; of a file that is refused File and Error alone.
type RuleSet struct {
	Schema        int               `json:"schema,omitempty"`
	ID            string            `json:"id,omitempty"`
	Version       int               `json:"version,omitempty"`
	Name          string            `json:"name,omitempty"`
	Source        string            `json:"source,omitempty"`
	File          string            `json:"file,omitempty"`
	Error         string            `json:"error,omitempty"`
	Used          bool              `json:"used,omitempty"`
	For           []string          `json:"used_for,omitempty"` // kinds of staff for whom it is set
	Computes      bool              `json:"computes"`
	Names         Names             `json:"names,omitzero"`
	Above         model.Number      `json:"above"`
	Meets         model.Number      `json:"meets"`
	MinShare      model.Number      `json:"min_share"`
	Cap           model.Number      `json:"cap"`
	ObjectionDays int               `json:"objection_days"`
	Heads         map[string]string `json:"suggests_for_heads,omitempty"` // rating of results by the result of their unit; a default, not verified
	Matrix        [][]string        `json:"matrix,omitempty"`             // results below, meets, above; behaviour likewise
	Formula       *Formula          `json:"formula,omitempty"`
	Guide         string            `json:"distribution_source,omitempty"`
	Distribution  []Limit           `json:"distribution,omitempty"`
	Basis         []Basis           `json:"basis,omitempty"`
}

// Names are what a rule set calls its steps, in the language asked for: by the word
// that JSON has for each.
type Names struct {
	Ratings    map[string]string `json:"ratings,omitempty"` // none under a formula
	Predicates map[string]string `json:"predicates,omitempty"`
}

// Of is a rule set in full. file is of one's own; "" for none.
func Of(rs rules.RuleSet, file, language string) RuleSet {
	o := RuleSet{
		ID: rs.ID, Version: rs.Version, Name: rs.Name.In(language), Source: rs.Source, File: file, Computes: rs.Computes(),
		Above: rs.Above, Meets: rs.Meets, MinShare: rs.MinShare, Cap: rs.Cap, ObjectionDays: rs.ObjectionDays,
		Names: namesOf(rs, language), Guide: rs.Distribution().ID(), Distribution: limitsOf(rs.Distribution()),
	}
	if o.ObjectionDays == 0 {
		o.ObjectionDays = rules.ObjectionDays
	}
	for _, b := range rs.Basis {
		o.Basis = append(o.Basis, Basis{Field: b.Field, Verified: !b.Default, Note: b.Note.In(language)})
	}
	if rs.Computes() {
		o.Formula = formulaOf(rs, language)
		return o
	}
	o.Heads = map[string]string{}
	for _, g := range unitresult.Grades() {
		o.Heads[g.String()] = rs.Head(g).String()
	}
	for _, row := range rs.Matrix {
		var words []string
		for _, p := range row {
			words = append(words, p.String())
		}
		o.Matrix = append(o.Matrix, words)
	}
	return o
}

func namesOf(rs rules.RuleSet, language string) Names {
	n := Names{Predicates: map[string]string{}}
	for p := model.VeryPoor; p <= model.VeryGood; p++ {
		n.Predicates[p.String()] = rs.PredicateName(p).In(language)
	}
	if rs.Computes() {
		return n
	}
	n.Ratings = map[string]string{}
	for r := model.Below; r <= model.Above; r++ {
		n.Ratings[r.String()] = rs.RatingName(r).In(language)
	}
	return n
}

// Limit is how many of a unit's people may have one of some predicates, by the
// unit's result.
type Limit struct {
	UnitResult string   `json:"unit_result"`
	Predicates []string `json:"predicates"`
	Kind       string   `json:"kind"`
	Percent    *int     `json:"percent"` // null for kinds without a share
	Verified   bool     `json:"verified"`
}

// limitsOf are the limits of a rule set, by result.
func limitsOf(g distribution.Guide) (list []Limit) {
	for _, grade := range unitresult.Grades() {
		for _, l := range g.Of(grade) {
			x := Limit{UnitResult: grade.String(), Kind: l.Kind.String(), Verified: !l.Assumed}
			for _, p := range l.Of {
				x.Predicates = append(x.Predicates, p.String())
			}
			if l.Kind.Bounded() {
				x.Percent = &l.Percent
			}
			list = append(list, x)
		}
	}
	return list
}

// Basis is where a part of a rule set comes from.
type Basis struct {
	Field    string `json:"field"`
	Verified bool   `json:"verified"`
	Note     string `json:"note"`
}

// Formula is how a rule set computes.
type Formula struct {
	Kinds        map[string]string `json:"kinds"` // by aspect
	Whole        bool              `json:"whole_percent"`
	Lines        []answer.Line     `json:"lines,omitempty"`
	Maximum      model.Number      `json:"maximum,omitempty"`
	Results      model.Number      `json:"results"`
	Behaviour    model.Number      `json:"behaviour"`
	BehaviourMax model.Number      `json:"behaviour_max"`
	Bands        []Band            `json:"bands"`
}

// Band is the range of a predicate.
type Band struct {
	Predicate string       `json:"predicate"`
	Name      string       `json:"name"`
	From      model.Number `json:"from"`
	Idea      bool         `json:"idea,omitempty"`
}

// formulaOf is the formula of a rule set that has one.
func formulaOf(rs rules.RuleSet, language string) *Formula {
	f := rs.Formula
	o := &Formula{Kinds: map[string]string{}, Whole: f.Whole, Maximum: f.Maximum, Results: f.Results, Behaviour: f.Behaviour, BehaviourMax: f.MostBehaviour}
	for a, kind := range f.Kinds {
		o.Kinds[model.Aspect(a).String()] = kind.String()
	}
	for _, l := range f.Lines {
		o.Lines = append(o.Lines, answer.Line(l))
	}
	for _, b := range f.Bands {
		o.Bands = append(o.Bands, Band{b.Predicate.String(), rs.PredicateName(b.Predicate).In(language), b.From, b.Idea})
	}
	return o
}
