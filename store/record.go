package store

import (
	"kinerja/model"
	"kinerja/store/form"
	"kinerja/store/history"
)

// Entry is one fact as people read it.
type Entry struct {
	Fact    model.Fact
	Name    string // of the person, unit or instrument that it is about
	Detail  string // period, year, code
	Changes []Change
}

// Change is one value that a fact changed.
type Change = history.Change

// Record reads who changed what, newest first: everything, or what concerns one
// person. limit 0 means all.
func (d *Desk) Record(id model.EmployeeID, limit int) ([]Entry, error) {
	var list []Entry
	err := d.view(model.VerbReadFacts, func(t *tx) error {
		if err := d.may(t, model.VerbReadFacts, id); err != nil {
			return err
		}
		facts, err := t.factsAbout(id, limit)
		if err != nil {
			return err
		}
		r := recorder{d: d, t: t, names: map[string]named{}}
		for _, f := range facts {
			e, err := r.entry(f)
			if err != nil {
				return err
			}
			list = append(list, e)
		}
		return nil
	})
	return list, err
}

// factsAbout reads facts newest first: all, or those of one person's records.
func (t *tx) factsAbout(id model.EmployeeID, limit int) ([]model.Fact, error) {
	if id == "" {
		return t.Newest(limit)
	}
	places, err := t.Concerning(id)
	if err != nil {
		return nil, err
	}
	return t.About(places, limit)
}

// named is how the record of a fact is called.
type named struct {
	name, detail string
	who          model.EmployeeID
}

// recorder turns facts into entries; names it found are kept for the next.
type recorder struct {
	d     *Desk
	t     *tx
	names map[string]named
}

func (r *recorder) entry(f model.Fact) (Entry, error) {
	e := Entry{Fact: f}
	n, err := r.name(f)
	if err != nil {
		return e, err
	}
	e.Name, e.Detail = n.name, n.detail
	if f.Header.Kind == model.KindFeedback {
		// That something was said is on record for all; what was said is not.
		if ok, err := r.d.sees(r.t, model.VerbReadTalks, n.who); err != nil || !ok {
			e.Fact.Payload.Differences = nil
			return e, err
		}
	}
	var codes map[string]string
	if f.Header.Kind == model.KindCard {
		codes = r.codes(f)
	}
	e.Changes = history.Changes(f, codes)
	return e, nil
}

// name finds out what a fact is about from the making of its record.
func (r *recorder) name(f model.Fact) (named, error) {
	if n, ok := r.names[f.Header.Record]; ok {
		return n, nil
	}
	made, err := r.t.Making(f)
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
	if k, ok := keeperOf(kind); ok {
		k.describe(r.t, raw, &info)
	}
	return named{info.What, info.Detail, info.Employee}
}

// codes maps the measures of a card's plan to their codes.
func (r *recorder) codes(f model.Fact) map[string]string {
	codes := map[string]string{}
	var c model.Card
	made, err := r.t.Making(f)
	if err != nil || made == nil || form.Decode(made, &c) != nil {
		return codes
	}
	plan, err := r.t.plan(c.Plan)
	if err != nil {
		return codes
	}
	for _, m := range plan.In(c.Period).Measures {
		codes[string(m.ID)] = m.Gauge.Code
	}
	return codes
}
