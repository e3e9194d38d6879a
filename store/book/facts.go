package book

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/store/ledger"
)

// Fact writes one fact at the end of its lane and returns its key.
func (t *Tx) Fact(kind model.Kind, record string, based [][]byte, list []model.Difference) ([]byte, error) {
	end := t.Meta.Lane(model.LaneOf(kind))
	h := model.Header{
		Key: model.FactKey{Site: t.Meta.Site, Epoch: t.Meta.Epoch, Lane: end.Lane, Seq: end.Seq + 1},
		At:  cmp.Or(t.Act.At, t.now.UnixNano()), Actor: t.Act.Actor.ID, For: t.Act.Whose, Verb: t.Act.Verb, Kind: kind, Record: record,
		Change: t.Act.Change, Undoes: t.Act.Undoes, Previous: end.Hash, Via: t.Act.Actor.Via,
	}
	if end.Lane != model.LaneShared {
		h.Beside = t.Meta.SeqOf(model.LaneShared)
	}
	for _, b := range based {
		if k, ok := ledger.ParseFactKey(b); ok {
			h.Based = append(h.Based, k)
		}
	}
	key, err := ledger.FactKey(h.Key)
	if err != nil {
		return nil, err
	}
	body, hash, err := ledger.PackFact(h, model.Payload{Differences: list, Reason: t.Act.Reason, Document: t.Act.Document})
	if err != nil {
		return nil, err
	}
	if err := t.Write(ledger.Place{Bucket: ledger.BucketFacts, Key: key}, body); err != nil {
		return nil, err
	}
	end.Seq, end.Hash = h.Key.Seq, hash
	t.facts++
	return key, nil
}

// FactAt reads one fact.
func (t *Tx) FactAt(k model.FactKey) (model.Fact, error) {
	key, err := ledger.FactKey(k)
	if err != nil {
		return model.Fact{}, err
	}
	content, err := t.Content(ledger.Place{Bucket: ledger.BucketFacts, Key: key})
	if err != nil {
		return model.Fact{}, err
	}
	if content == nil {
		return model.Fact{}, &model.DamageError{Where: ledger.FactName(k), What: "missing"}
	}
	return ledger.ParseFact(content)
}

// Newest reads the newest facts of the file, newest first; limit 0 means all.
func (t *Tx) Newest(limit int) (list []model.Fact, err error) {
	err = t.EachFact(func(f model.Fact) (bool, error) {
		list = append(list, f)
		return limit <= 0 || len(list) < limit, nil
	})
	return list, err
}

// About reads the newest facts about the records at some places, newest first;
// limit 0 means all.
func (t *Tx) About(places []ledger.Place, limit int) ([]model.Fact, error) {
	var list []model.Fact
	for _, p := range places {
		content, err := t.Content(p)
		if err != nil {
			return nil, err
		}
		if content == nil {
			continue // nothing was written there yet
		}
		heads, _, ok := ledger.SplitHeads(content)
		if !ok {
			return nil, damaged(p)
		}
		if list, err = t.history(list, heads); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(list, func(a, b model.Fact) int {
		return cmp.Or(cmp.Compare(b.Header.At, a.Header.At), cmp.Compare(b.Header.Key.Seq, a.Header.Key.Seq))
	})
	if limit > 0 && len(list) > limit {
		list = list[:limit]
	}
	return list, nil
}

// Concerning lists where the records about one person stand.
func (t *Tx) Concerning(id model.EmployeeID) ([]ledger.Place, error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	in := []ledger.Place{{Bucket: ledger.BucketPosts, Key: key}, {Bucket: ledger.BucketFeedback, Key: key}, {Bucket: ledger.BucketCredit, Key: key}, {Bucket: ledger.BucketLeave, Key: key},
		{Bucket: ledger.BucketObjections, Key: key}, {Bucket: ledger.BucketCoachings, Key: key}, {Bucket: ledger.BucketAwards, Key: key}, {Bucket: ledger.BucketDiscipline, Key: key}, {Bucket: ledger.BucketFormer, Key: key}}
	in = append(in, t.inParts(key, ledger.BucketPlans, ledger.BucketCards, ledger.BucketEvaluations, ledger.BucketActions, ledger.BucketAssessments)...)
	return t.under([]ledger.Place{{Bucket: ledger.BucketEmployees, Key: key}}, in)
}

// ConcerningUnit lists where the records about one unit stand: those about its
// people are not among them.
func (t *Tx) ConcerningUnit(id model.UnitID) ([]ledger.Place, error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	in := append(t.inParts(key, ledger.BucketClosings, ledger.BucketUnitResults, ledger.BucketSituations), ledger.Place{Bucket: ledger.BucketSurveys, Key: key})
	return t.under([]ledger.Place{{Bucket: ledger.BucketUnits, Key: key}}, in)
}

// inParts are the places below a key in every year or period of some buckets.
func (t *Tx) inParts(key []byte, buckets ...string) (in []ledger.Place) {
	for _, bucket := range buckets {
		for _, n := range t.Parts(bucket) {
			in = append(in, ledger.Place{Bucket: bucket, Sub: ledger.Part(n), Key: key})
		}
	}
	return in
}

// under adds to a list what stands below some places.
func (t *Tx) under(list, in []ledger.Place) ([]ledger.Place, error) {
	for _, p := range in {
		found, err := t.Places(p)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	return list, nil
}

// history appends the facts of one record, newest first, by walking from its
// heads to what each was based on.
func (t *Tx) history(list []model.Fact, heads [][]byte) ([]model.Fact, error) {
	var todo []model.FactKey
	for _, h := range heads {
		if k, ok := ledger.ParseFactKey(h); ok {
			todo = append(todo, k)
		}
	}
	seen := map[model.FactKey]bool{}
	for ; len(todo) > 0; todo = todo[1:] {
		if seen[todo[0]] {
			continue
		}
		seen[todo[0]] = true
		fact, err := t.FactAt(todo[0])
		if err != nil {
			return nil, err
		}
		list = append(list, fact)
		todo = append(todo, fact.Header.Based...)
	}
	return list, nil
}

// Making returns the form that the record of a fact had when it was made: that
// alone holds all of it. nil means that it is not here.
func (t *Tx) Making(f model.Fact) ([]byte, error) {
	for {
		if list := f.Payload.Differences; len(list) == 1 && list[0].Path == "" {
			return list[0].After, nil
		}
		if len(f.Header.Based) == 0 {
			return nil, nil
		}
		var err error
		if f, err = t.FactAt(f.Header.Based[0]); err != nil {
			return nil, err
		}
	}
}
