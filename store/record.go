package store

import (
	"kinerja/store/form"
	"kinerja/store/ledger"
	"slices"
	"strconv"
	"strings"

	"kinerja/model"
)

// Entry is one fact as people read it.
type Entry struct {
	Fact    model.Fact
	Name    string // of the person, unit or instrument that it is about
	Detail  string // period, year, code
	Changes []Change
}

// Change is one value that a fact changed. Field is a path of field numbers as
// in the fact, with the measure's code in place of its identity.
type Change struct {
	Path   string
	Code   string // of the measure, for results
	Before any    // model.Amount, string, int64, bool or nil
	After  any
}

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
	for _, d := range f.Payload.Differences {
		e.Changes = append(e.Changes, r.changes(f, d)...)
	}
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

// changes reads one difference: of a card, one change for each actual; else the
// value as it stands.
func (r *recorder) changes(f model.Fact, d model.Difference) []Change {
	if f.Header.Kind == model.KindCard {
		return r.cardChanges(f, d)
	}
	if d.Path == "" {
		return made(f, d)
	}
	return []Change{{Path: d.Path, Before: plain(d.Before), After: plain(d.After)}}
}

// made lists what a record was made with: its plain values, by field. Of who
// somebody is their name says enough.
func made(f model.Fact, d model.Difference) []Change {
	fields, ok := form.AsObject(d.After)
	if !ok || f.Header.Kind != model.KindEvaluation {
		return nil
	}
	var list []Change
	for _, n := range fields.Numbers() {
		if v := plain(fields[n]); v != nil {
			list = append(list, Change{Path: strconv.FormatUint(n, 10), After: v})
		}
	}
	return list
}

func (r *recorder) cardChanges(f model.Fact, d model.Difference) []Change {
	codes := r.codes(f)
	path := form.Segments(d.Path)
	switch {
	case len(path) == 0 || len(path) == 1 && path[0] == "9":
		at9 := func(raw []byte) []byte {
			if len(path) == 0 {
				return form.At(raw, "9")
			}
			return raw
		}
		var list []Change
		e, _ := form.AsElements(at9(d.After))
		for _, id := range e.IDs {
			list = append(list, Change{Path: form.Join("9", id), Code: codes[id], Before: amountIn(nil, true), After: amountIn(e.Raw[id], true)})
		}
		return list
	case len(path) == 2 && path[0] == "9" && path[1] != form.OrderMark:
		return []Change{{Path: d.Path, Code: codes[path[1]], Before: amountIn(d.Before, true), After: amountIn(d.After, true)}}
	case len(path) == 3 && path[0] == "9" && path[2] <= "5":
		return []Change{{Path: d.Path, Code: codes[path[1]], Before: amountIn(d.Before, false), After: amountIn(d.After, false)}}
	case len(path) == 3:
		return []Change{{Path: d.Path, Code: codes[path[1]], Before: plain(d.Before), After: plain(d.After)}}
	}
	return []Change{{Path: d.Path, Before: plain(d.Before), After: plain(d.After)}}
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

// plain decodes a value for reading; nil for none or for a whole record.
func plain(raw []byte) any {
	if len(raw) == 0 {
		return nil
	}
	switch raw[0] >> 5 {
	case 4, 5:
		return nil
	}
	var v any
	if form.Decode(raw, &v) != nil {
		return nil
	}
	return v
}
