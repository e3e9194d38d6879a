// Package record reads the record of changes as one person may see it: who changed
// what, where a value comes from, and what was saved last.
package record

import (
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/discipline"
	"kinerja/model/objection"
	"kinerja/model/sheet"
	"kinerja/model/survey"
	"kinerja/store/cabinet"
	"kinerja/store/form"
	"kinerja/store/history"
	"kinerja/store/sight"
	"kinerja/store/surveys"
	"kinerja/store/unitview"
)

// Trace reads where the value of a measure in a period comes from: what was
// reached before it in the year, and, for who may read the record, who changed
// it last.
func Trace(s sight.Sight, id model.PlanID, p model.Period, measure model.ElementID) (tr sheet.Trace, err error) {
	plan, err := s.ByID(id)
	if err != nil {
		return tr, err
	}
	for _, period := range s.Periods() {
		if period.Year() != plan.Year || period.Compare(p) >= 0 {
			continue
		}
		c, err := s.Card(plan, period)
		if err != nil {
			return tr, err
		}
		if e := c.Entry(measure); e.Actual.Present() {
			tr.Past = append(tr.Past, sheet.Past{Period: period, Entry: e})
		}
	}
	if err := taken(s, plan, p, measure, &tr); err != nil {
		return tr, err
	}
	ok, err := s.Sees(model.VerbReadFacts, plan.Employee)
	if err != nil || !ok {
		return tr, err
	}
	return tr, lastHand(s, plan, p, measure, &tr)
}

// taken looks at the survey that a value was taken from, as it is now.
func taken(s sight.Sight, plan model.Plan, p model.Period, measure model.ElementID, tr *sheet.Trace) error {
	card, err := s.Card(plan, p)
	if err != nil {
		return err
	}
	o, ok := survey.Taken(card.Entry(measure))
	if !ok || s.May(model.VerbReadSurveys, "") != nil {
		return nil
	}
	kept, err := surveys.At(s.Tx.Tx, o.Unit, o.Period)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return err
	}
	now := survey.Result{}
	if err == nil {
		now = survey.Of(kept, o.Weight)
	}
	tree, err := s.Units()
	tr.Survey, tr.Unit = &now, tree[o.Unit].Name
	return err
}

// lastHand finds out who changed the entry of a measure last.
func lastHand(s sight.Sight, plan model.Plan, p model.Period, measure model.ElementID, tr *sheet.Trace) error {
	facts, err := s.FactsOfCard(plan, p)
	if err != nil {
		return err
	}
	for _, f := range facts {
		if !history.TouchesEntry(f.Payload.Differences, measure) {
			continue
		}
		tr.Actor, tr.At = f.Header.Actor, f.Header.At
		if e, err := s.Employee(model.EmployeeID(tr.Actor)); err == nil {
			tr.Name = e.FullName()
		}
		return nil
	}
	return nil
}

// LastSaved says what this person saved last, and when: a single value with its
// code, where it was one. It reports ErrNothing where there is nothing recent.
func LastSaved(s sight.Sight) (info model.ChangeInfo, err error) {
	f, size, err := s.LastOf(s.Actor.ID)
	if err == nil && f.Header.Kind == model.KindReferral {
		err = model.ErrNothing // what was done for somebody in confidence is not put on a screen
	}
	if err != nil {
		return info, err
	}
	r := recorder{s: s, names: map[string]named{}}
	e, err := r.entry(f)
	info = model.ChangeInfo{Change: f.Header.Change, Verb: f.Header.Verb, At: f.Header.At, Count: size, What: e.Name, Detail: e.Detail}
	for _, c := range e.Changes {
		path := form.Segments(c.Path)
		value, ok := c.After.(model.Amount)
		if ok && value.Present() && c.Code != "" && (len(path) == 2 || path[2] == "2") { // of 47/52 the quotient
			info.Measure, info.Detail, info.After = model.ElementID(path[1]), c.Code, value
		}
	}
	return info, err
}

// Entry is one fact as people read it.
type Entry struct {
	Fact    model.Fact
	Name    string // of the person, unit or instrument that it is about
	Detail  string // period, year, code
	Where   history.Where
	Changes []Change
}

// Change is one value that a fact changed.
type Change = history.Change

// Query asks who changed what: in the whole file, or about one person, one
// unit, one instrument, one plan, or with a period one evaluation and the results
// under it.
type Query struct {
	history.Where
	After model.FactKey // those older than this one; zero: from the newest
	Limit int           // 0: all
}

// Of reads who changed what, newest first.
func Of(s sight.Sight, q Query) ([]Entry, error) {
	if q.Plan != "" {
		plan, err := s.ByID(q.Plan)
		if err != nil {
			return nil, err
		}
		q.Employee = plan.Employee
	}
	if err := s.May(model.VerbReadFacts, q.Employee); err != nil {
		return nil, err
	}
	r := recorder{s: s, names: map[string]named{}}
	facts, err := factsOf(s, q, &r)
	list := make([]Entry, len(facts))
	for i := 0; i < len(facts) && err == nil; i++ {
		list[i], err = r.entry(facts[i])
	}
	return list, err
}

// factsOf reads facts newest first: of the whole file from its end on, of one
// thing all that there are, for they are few.
func factsOf(s sight.Sight, q Query, r *recorder) (list []model.Fact, err error) {
	take := func(f model.Fact) (bool, error) {
		of, err := r.name(f)
		if err != nil {
			return false, err
		}
		if _, seen, _, err := s.SelfView().Seen(f, of.where); err != nil || !seen {
			return err == nil, err
		}
		if confided(s, f, of.where) {
			return true, nil
		}
		list = append(list, f)
		return q.Limit <= 0 || len(list) < q.Limit, nil
	}
	if q.Where == (history.Where{}) {
		err = s.EachBefore(q.After, take)
		return list, err
	}
	all, err := s.FactsOf(q.Where)
	if err != nil {
		return nil, err
	}
	begun := q.After == model.FactKey{}
	for _, f := range all {
		if !begun {
			begun = f.Header.Key == q.After
			continue
		}
		if of, err := r.name(f); err != nil {
			return nil, err
		} else if q.Plan != "" && (of.where.Plan != q.Plan || q.Period != 0 && of.where.Period != q.Period) {
			continue
		}
		if more, err := take(f); err != nil || !more {
			return list, err
		}
	}
	return list, nil
}

// confided reports a fact that only two may know of: who referred somebody to the
// counsellor, and the one who was referred.
func confided(s sight.Sight, f model.Fact, at history.Where) bool {
	own := at.Employee != "" && at.Employee == s.Actor.Employee
	return f.Header.Kind == model.KindReferral && f.Header.Actor != s.Actor.ID && !own
}

// drafts are the verbs by which somebody thinks aloud before they share: what one of
// them wrote is never told to the person rated.
var drafts = []model.Verb{model.VerbRate, model.VerbNote, model.VerbUndo, model.VerbRedo, model.VerbTakeBack}

// decisions are the verbs about a unit's result that say nothing of its people.
var decisions = []model.Verb{model.VerbProposeUnit, model.VerbSetUnit, model.VerbRecordUnit}

// veiled reports whether the values of a fact about an evaluation are kept from
// whoever reads: they are rated there, and it was a draft or was not told yet. Of a
// unit why its distribution stands is kept from them as long: it holds all the counts.
func veiled(s sight.Sight, f model.Fact, n named) (bool, error) {
	if f.Header.Kind == model.KindUnitResult && !slices.Contains(decisions, f.Header.Verb) {
		counted, err := unitview.Counts(s, n.where.Unit, n.where.Period)
		return counted.Untold, err
	}
	if f.Header.Kind != model.KindEvaluation || s.Actor.Employee == "" || s.Actor.Employee != n.where.Employee {
		return false, nil
	}
	if slices.Contains(drafts, f.Header.Verb) {
		return true, nil
	}
	e, err := s.Tx.Evaluation(model.Plan{ID: n.where.Plan, Employee: n.where.Employee}, n.where.Period)
	return !sight.Told(e), err
}

// named is how the record of a fact is called.
type named struct {
	name, detail string
	where        history.Where
}

// recorder turns facts into entries; names it found are kept for the next.
type recorder struct {
	s     sight.Sight
	names map[string]named
}

func (r *recorder) entry(f model.Fact) (Entry, error) {
	e := Entry{Fact: f}
	n, err := r.name(f)
	if err != nil {
		return e, err
	}
	e.Name, e.Detail, e.Where = n.name, n.detail, n.where
	told := false
	if f, _, told, err = r.s.SelfView().Seen(f, n.where); err != nil || !told {
		e.Fact = f
		return e, err
	}
	e.Fact = f
	if verb, of := own[f.Header.Kind]; of {
		// That it is there is on record for all; what it says is not.
		if ok, err := r.s.Sees(verb, n.where.Employee); err != nil || !ok {
			e.Fact.Payload.Differences, e.Fact.Payload.Reason, e.Fact.Payload.Document = nil, "", ""
			if e.Detail = ""; f.Header.Kind == model.KindFeedback {
				e.Detail = n.detail
			}
			return e, err
		}
	}
	if veiled, err := veiled(r.s, f, n); err != nil || veiled {
		e.Fact.Payload.Differences, e.Fact.Payload.Reason = nil, ""
		return e, err
	}
	e.Changes = history.Changes(f, r.known(f))
	return e, nil
}

// own is the right to read what a kind of record says, where the right to read the
// record of changes is not enough.
var own = map[model.Kind]model.Verb{
	model.KindFeedback: model.VerbReadTalks, model.KindDiscipline: discipline.VerbRead,
	model.KindObjection: objection.VerbRead, model.KindCoaching: coaching.VerbRead, model.KindAward: award.VerbRead,
	model.KindVoice: "", // an answer without an author is read by nobody there: a round has its summary
}

// name finds out what a fact is about from the making of its record.
func (r *recorder) name(f model.Fact) (named, error) {
	if n, ok := r.names[f.Header.Record]; ok {
		return n, nil
	}
	made, err := r.s.Making(f)
	if err != nil {
		return named{}, err
	}
	var n named
	if made != nil {
		n = r.describe(f.Header.Kind, made)
	}
	r.names[f.Header.Record] = n
	return n, nil
}

func (r *recorder) describe(kind model.Kind, raw []byte) named {
	var info model.ChangeInfo
	if k, ok := cabinet.KeeperOf(kind); ok {
		k.Describe(r.s.Tx, raw, &info)
	}
	return named{info.What, info.Detail, history.WhereOf(kind, raw)}
}

// known reads what the values of a fact stand for: nothing where it cannot be read.
func (r *recorder) known(f model.Fact) (k history.Known) {
	id, period := r.names[f.Header.Record].where.Plan, r.names[f.Header.Record].where.Period
	switch f.Header.Kind {
	case model.KindCard, model.KindAssessment:
		if plan, err := r.s.Plan(id); err == nil {
			k.Measures = plan.In(period).Measures
		}
	case model.KindPlan:
		plan, err := r.s.Plan(id)
		if err != nil {
			return k
		}
		k.Plan = plan
		if in, err := r.s.Instrument(plan.Instrument); err == nil {
			k.Measures = model.PlanFrom(in, model.Post{}, plan.Year).Measures
		}
	}
	return k
}
