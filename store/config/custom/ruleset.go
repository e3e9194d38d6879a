package custom

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store/config"
)

// predicates and ratings are the words of the command line, best first.
func predicates() (words []string) {
	for p := model.VeryGood; p > model.NoPredicate; p-- {
		words = append(words, p.String())
	}
	return words
}

func ratings() []string {
	return []string{model.Above.String(), model.Meets.String(), model.Below.String()}
}

var goodID = regexp.MustCompile(`^[a-z][a-z0-9-]{1,39}$`)

// ruleSet reads the whole file. What is not said is as under the rule in force.
func (r *reader) ruleSet(t *table) (rules.RuleSet, []example) {
	now := rules.PermenPANRB6()
	rs := rules.RuleSet{Ratings: now.Ratings, Predicates: now.Predicates}
	t.word("schema", false, "1")
	rs.ID = t.text("id", true)
	if rs.ID != "" && (!goodID.MatchString(rs.ID) || taken(rs.ID)) {
		t.bad("id", rs.ID, "a-z 0-9 -", "2 - 40")
	}
	rs.Version = t.whole("version", 1, 9999, 1)
	if !t.has("version") {
		t.bad("version", nil, "1 - 9999")
	}
	rs.Name, rs.Source = t.names("name", true), t.text("source", true)
	rs.Limits = limits(t, now.Limits)
	if clocks := t.sub("clocks"); clocks != nil {
		rs.ObjectionDays = clocks.whole("objection_days", 1, 365, rules.ObjectionDays)
		clocks.done()
	}
	if names := t.sub("ratings"); names != nil {
		for rating := model.Below; rating <= model.Above; rating++ {
			rs.Ratings[rating] = names.names(rating.String(), true)
		}
		names.done()
	}
	if names := t.sub("predicates"); names != nil {
		for p := model.VeryPoor; p <= model.VeryGood; p++ {
			rs.Predicates[p] = names.names(p.String(), true)
		}
		names.done()
	}
	rs.Guide = guide(t, rs)
	rs.Basis = notes(t)
	r.deciding(t, &rs)
	examples := r.examples(t)
	t.done()
	return rs, examples
}

// taken reports an id of a rule set that the program brings along.
func taken(id string) bool { _, ready := rules.Find(id); return ready }

// deciding reads what leads to a predicate: a matrix or a formula, not both.
func (r *reader) deciding(t *table, rs *rules.RuleSet) {
	matrix, formula := t.sub("matrix"), t.sub("formula")
	lines, bands := t.list("line"), t.list("band")
	switch {
	case (matrix == nil) == (formula == nil):
		r.refuse("formula", "", errBoth, "[matrix]", "[formula]")
	case matrix != nil:
		for row := model.Below; row <= model.Above; row++ {
			matrix.row(row.String(), &rs.Matrix[row-model.Below])
		}
		matrix.done()
		for i := range lines {
			r.refuse(fmt.Sprintf("line[%d]", i+1), "", errBoth, "[formula]")
		}
		for i := range bands {
			r.refuse(fmt.Sprintf("band[%d]", i+1), "", errBoth, "[formula]")
		}
	default:
		rs.Formula = formulaOf(formula, lines, bands)
	}
}

// errBoth: a rule set decides by a matrix or by a formula.
var errBoth = errors.New("one of matrix and formula")

// row is one row of the matrix: behaviour below, meets, above.
func (t *table) row(key string, to *[3]model.Predicate) {
	v, _ := t.take(key)
	list, ok := v.([]any)
	if !ok || len(list) != len(to) {
		t.bad(key, v, `[ "…", "…", "…" ]`)
		return
	}
	for i, x := range list {
		word, _ := x.(string)
		p, ok := model.ParsePredicate(word)
		if !ok || p == model.NoPredicate {
			t.bad(key, x, predicates()...)
			return
		}
		to[i] = p
	}
}

func limits(t *table, now rules.Limits) rules.Limits {
	sub := t.sub("limits")
	if sub == nil {
		return now
	}
	defer sub.done()
	return rules.Limits{
		Above: sub.number("above", 0, 10_000, model.Some(now.Above)), Meets: sub.number("meets", 0, 10_000, model.Some(now.Meets)),
		MinShare: sub.number("min_share", 0, 100, model.Some(now.MinShare)), Cap: sub.number("cap", 0, 10_000, model.Some(now.Cap)),
	}
}

// notes say where the parts come from, and which of them nobody has verified.
func notes(t *table) (list []rules.Basis) {
	for _, n := range t.list("note") {
		list = append(list, rules.Basis{Field: n.text("field", true), Default: !n.flag("verified"), Note: n.names("text", true)})
		n.done()
	}
	return list
}

func formulaOf(t *table, lines, bands []*table) *rules.Formula {
	none, hundred := model.Some(0), model.Some(model.Int(100))
	kind := func(t *table, key string, other rules.Kind) rules.Kind {
		k, ok := rules.ParseKind(t.word(key, false, rules.Kinds()...))
		if !ok {
			return other
		}
		return k
	}
	f := &rules.Formula{
		Whole: t.flag("whole_percent"), Maximum: t.number("maximum", 0, 10_000, none),
		Results: t.number("results", 0, 100, model.Amount{}), Behaviour: t.number("behaviour", 0, 100, model.Amount{}),
		MostBehaviour: t.number("behaviour_max", 1, 10_000, hundred),
	}
	all := kind(t, "value", rules.Reached)
	for a := range f.Kinds {
		f.Kinds[a] = all
	}
	if aspects := t.sub("aspects"); aspects != nil {
		for a := model.Quantity; a <= model.Cost; a++ {
			f.Kinds[a] = kind(aspects, a.String(), all)
		}
		aspects.done()
	}
	for _, l := range lines {
		f.Lines = append(f.Lines, rules.Line{
			From: l.number("from", 0, 10_000, model.Amount{}), Base: l.number("base", 0, 10_000, model.Amount{}),
			Rise: l.number("rise", 0, 10_000, none), Run: l.number("run", 0, 10_000, model.Some(model.Int(1))),
		})
		l.done()
	}
	for _, b := range bands {
		p, _ := model.ParsePredicate(b.word("predicate", true, predicates()...))
		f.Bands = append(f.Bands, rules.Band{Predicate: p, From: b.number("from", 0, 10_000, model.Amount{}), Idea: b.flag("idea")})
		b.done()
	}
	t.done()
	return f
}

// judge refuses a rule set that contradicts itself, at the place in the file
// and with what would hold.
func (r *reader) judge(rs rules.RuleSet) {
	var field *model.FieldError
	err := rs.Check()
	if err == nil {
		return
	}
	if !errors.As(err, &field) {
		r.refuse("", err.Error(), model.ErrInvalid)
		return
	}
	descending := strings.Join(predicates(), " > ")
	place := map[string][2]string{
		"above": {"limits.above", "> meets, <= cap"}, "meets": {"limits.meets", "> 0, < above"},
		"cap": {"limits.cap", ">= above, <= 10000"}, "min_share": {"limits.min_share", "> 0, <= 100"},
		"matrix": {"matrix", "above >= meets >= below; " + descending}, "parts": {"formula.results", "results + behaviour = 100"},
		"behaviour_max": {"formula.behaviour_max", "1 - 10000"}, "maximum": {"formula.maximum", ">= line base"},
		"lines": {"line[1]", "from = 0 < from < …; rise >= 0; run > 0; base >= base + (from - from) * rise / run"},
		"limit": {"limit[1]", "at_least <= 100 - at_least; at_least <= at_most"},
		"bands": {"band[1]", "from > from > … > 0; " + descending},
	}
	at, ok := place[field.Field]
	if !ok {
		at = [2]string{field.Field, ""}
	}
	r.refuse(at[0], field.Value, errContradiction, at[1])
}

// errContradiction: the numbers do not hold together.
var errContradiction = errors.New("does not hold together")

// Contradicts reports a mistake of numbers that do not hold together.
func Contradicts(e *config.Error) bool { return e.Err == errContradiction }

// Both reports a file that decides by a matrix and a formula, or by neither.
func Both(e *config.Error) bool { return e.Err == errBoth }
