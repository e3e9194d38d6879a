package store

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/form"
	"kinerja/store/history"
	"kinerja/store/ledger"
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
		r := recorder{t: t, names: map[string]named{}}
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

// factsAbout reads facts newest first: all, or those of one person's records,
// found from the heads of these.
func (t *tx) factsAbout(id model.EmployeeID, limit int) ([]model.Fact, error) {
	var list []model.Fact
	if id == "" {
		err := t.eachFact(func(f model.Fact) (bool, error) {
			list = append(list, f)
			return limit <= 0 || len(list) < limit, nil
		})
		return list, err
	}
	places, err := t.placesOf(id)
	if err != nil {
		return nil, err
	}
	for _, p := range places {
		content, err := t.content(p)
		if err != nil || content == nil {
			return nil, err
		}
		heads, _, ok := ledger.SplitHeads(content)
		if !ok {
			return nil, &model.DamageError{Where: ledger.PlaceName(p.Path(), p.Key), What: "content"}
		}
		if err := t.history(heads, func(f model.Fact) bool { list = append(list, f); return true }); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(list, func(a, b model.Fact) int {
		if a.Header.At != b.Header.At {
			if a.Header.At > b.Header.At {
				return -1
			}
			return 1
		}
		return int(int64(b.Header.Key.Seq) - int64(a.Header.Key.Seq))
	})
	if limit > 0 && len(list) > limit {
		list = list[:limit]
	}
	return list, nil
}

// placesOf lists where the records about one person stand.
func (t *tx) placesOf(id model.EmployeeID) ([]ledger.Place, error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	list := []ledger.Place{{Bucket: ledger.BucketEmployees, Key: key}}
	add := func(bucket string, part []byte) {
		b := t.Bucket([]byte(bucket))
		if part != nil {
			b = b.Bucket(part)
		}
		c := b.Cursor()
		for k, v := c.Seek(key); k != nil && strings.HasPrefix(string(k), string(key)); k, v = c.Next() {
			if v != nil {
				list = append(list, ledger.Place{Bucket: bucket, Sub: part, Key: slices.Clone(k)})
			}
		}
	}
	add(ledger.BucketPosts, nil)
	for _, bucket := range []string{ledger.BucketPlans, ledger.BucketCards, ledger.BucketEvaluations} {
		for _, n := range t.parts(bucket) {
			add(bucket, ledger.Part(n))
		}
	}
	return list, nil
}

// named is how the record of a fact is called.
type named struct{ name, detail string }

// recorder turns facts into entries; names it found are kept for the next.
type recorder struct {
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
	first := f
	for len(first.Header.Based) > 0 {
		var err error
		if first, err = r.t.factAt(first.Header.Based[0]); err != nil {
			return named{}, err
		}
	}
	var n named
	if len(first.Payload.Differences) == 1 && first.Payload.Differences[0].Path == "" {
		n = r.describe(first.Header.Kind, first.Payload.Differences[0].After)
	}
	r.names[f.Header.Record] = n
	return n, nil
}

func (r *recorder) describe(kind model.Kind, raw []byte) named {
	var info model.ChangeInfo
	if k, ok := keeperOf(kind); ok {
		k.describe(r.t, raw, &info)
	}
	return named{info.What, info.Detail}
}

// codes maps the measures of a card's plan to their codes.
func (r *recorder) codes(f model.Fact) map[string]string {
	codes := map[string]string{}
	first := f
	for len(first.Header.Based) > 0 {
		var err error
		if first, err = r.t.factAt(first.Header.Based[0]); err != nil {
			return codes
		}
	}
	var c model.Card
	if len(first.Payload.Differences) != 1 || form.Decode(first.Payload.Differences[0].After, &c) != nil {
		return codes
	}
	plan, err := r.t.plan(c.Plan)
	if err != nil {
		return codes
	}
	for _, m := range plan.Measures {
		codes[string(m.ID)] = m.Gauge.Code
	}
	return codes
}
