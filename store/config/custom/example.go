package custom

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/grade"
	"kinerja/model/rules"
	"kinerja/store/config"
)

// example is one worked example of a file: what goes in, and what has to come
// out.
type example struct {
	key   string // "example[2]"
	about string
	plan  model.Plan
	card  model.Card
	each  []model.Amount // by measure: the value it has to come to
	said  grade.Said

	results      model.Amount // given instead of measures
	wantResults  model.Amount
	aid          model.Amount // for the suggestion
	result       model.Rating
	behaviour    model.Rating
	wantValue    model.Amount
	wantSuggests string
	wantBand     string
	spread       spread
}

// examples reads [[example]]; there has to be one.
func (r *reader) examples(t *table) (list []example) {
	for i, e := range t.list("example") {
		x := example{
			key: fmt.Sprintf("example[%d]", i+1), about: e.text("about", true), results: e.amount("results"),
			wantResults: e.amount("want_results"), aid: e.amount("aid"),
			wantValue: e.amount("want_value"), wantBand: e.word("want_predicate", false, predicates()...),
			wantSuggests: e.word("want_suggested", false, ratings()...),
			said:         grade.Said{Behaviour: e.amount("behaviour_value")},
		}
		x.spread = e.spread()
		x.result, _ = model.ParseRating(e.word("result", false, ratings()...))
		x.behaviour, _ = model.ParseRating(e.word("behaviour", false, ratings()...))
		if e.flag("idea") {
			x.said.Idea = x.about
		}
		for _, m := range e.list("measure") {
			x.measure(m)
		}
		e.done()
		if x.asks() == 0 {
			r.refuse(x.key, "", config.ErrValue, "want_value", "want_predicate", "want_results", "want_suggested", "want_fits", "measure.want_value")
		}
		list = append(list, x)
	}
	if len(list) == 0 && len(r.wrong) == 0 {
		r.refuse("example", "", config.ErrValue, "[[example]]")
	}
	return list
}

// asks is how many answers the example has.
func (x example) asks() (n int) {
	for _, a := range append([]model.Amount{x.wantValue, x.wantResults}, x.each...) {
		if a.Present() {
			n++
		}
	}
	for _, word := range []string{x.wantBand, x.wantSuggests, x.spread.wants} {
		if word != "" {
			n++
		}
	}
	return n
}

func (x *example) measure(t *table) {
	words := []string{"naik", "turun", "rentang", "nol"}
	direction, _ := model.ParseDirection(t.word("direction", true, words...))
	aspect, _ := model.ParseAspect(t.word("aspect", false, "kuantitas", "kualitas", "waktu", "biaya"))
	id := model.ElementID(fmt.Sprintf("%d", len(x.each)+1))
	one := model.Some(model.Int(1))
	x.plan.Measures = append(x.plan.Measures, model.Measure{ID: id, Gauge: model.Gauge{
		Code: string(id), Aspect: aspect, Direction: direction, Target: t.number("target", 0, 1_000_000_000, model.Amount{}),
		TargetHigh: t.amount("target_high"), Low: t.amount("plausible_min"), High: t.amount("plausible_max"),
		Limit: t.amount("limit"), Cap: t.amount("cap"), Weight: t.number("weight", 0, 1_000_000, one),
	}})
	x.card.Entries = append(x.card.Entries, model.Entry{Measure: id, Actual: t.amount("actual")})
	x.each = append(x.each, t.amount("want_value"))
	t.done()
}

// try works every example and refuses the rule set where one comes out
// otherwise, with both numbers.
func (r *reader) try(rs rules.RuleSet, list []example) {
	for _, x := range list {
		r.tryOne(rs, x)
	}
}

func (r *reader) tryOne(rs rules.RuleSet, x example) {
	differs := func(key, got, want string) {
		if want != "" && got != want {
			line := max(r.lines[x.key+"."+key], r.lines[x.key])
			r.wrong = append(r.wrong, fault{line, &ExampleError{File: r.file, Line: line, About: x.about, Key: key, Got: got, Want: want}})
		}
	}
	if x.wantSuggests != "" {
		differs("want_suggested", rs.Suggest(x.aid, model.Int(100)).String(), x.wantSuggests)
	}
	differs("want_fits", x.spread.fits(rs), x.spread.wants)
	if x.spread.wants != "" && x.asks() == 1 {
		return // it is about a unit and nobody's result
	}
	if !rs.Computes() {
		differs("want_predicate", rs.Predicate(x.result, x.behaviour).String(), x.wantBand)
		return
	}
	var sum grade.Sum
	switch results, given := x.results.Get(); {
	case given:
		if err := x.said.Check(rs); err != nil {
			r.refuse(x.key+".behaviour_value", x.said.Behaviour.String(), config.ErrValue, "0 - "+rs.Formula.MostBehaviour.String())
			return
		}
		sum = grade.Combine(*rs.Formula, results, x.said)
	default:
		g, err := grade.Of(x.card, x.plan, rs, x.said)
		if err != nil {
			r.refuse(x.key, err.Error(), config.ErrValue)
			return
		}
		for i, want := range x.each {
			differs(fmt.Sprintf("measure[%d].want_value", i+1), fixed(g.Lines[i].Value), fixed(want))
		}
		differs("want_results", fixed(g.Results), fixed(x.wantResults))
		sum = g.Sum
	}
	differs("want_value", fixed(sum.Value), fixed(x.wantValue))
	differs("want_predicate", sum.Predicate.String(), x.wantBand)
}

// fixed is a number as it is printed; "" for none.
func fixed(a model.Amount) string {
	n, ok := a.Get()
	if !ok {
		return ""
	}
	return n.Fixed()
}
