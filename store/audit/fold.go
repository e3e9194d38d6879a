package audit

import (
	"bytes"
	"fmt"

	"kinerja/model"
	"kinerja/store/form"
	"kinerja/store/ledger"
	"kinerja/store/names"
)

// Fold makes records out of facts, applied in the order given: what every
// record is, by kind and identity, in canonical CBOR. Facts of the brackets of
// large changes and of kinds this program does not know are left out.
func Fold(known func(model.Kind) bool, facts func(yield func(model.Fact) error) error) (map[RecordKey][]byte, error) {
	records := map[RecordKey][]byte{}
	err := facts(func(f model.Fact) error {
		if !known(f.Header.Kind) {
			return nil
		}
		key := RecordKey{f.Header.Kind, f.Header.Record}
		raw, err := form.Apply(records[key], f.Payload.Differences)
		if err != nil {
			return fmt.Errorf("%s: %w", ledger.FactName(f.Header.Key), err)
		}
		records[key] = raw
		return nil
	})
	return records, err
}

// RecordKey names one record.
type RecordKey struct {
	Kind model.Kind
	ID   string
}

// recordBuckets are the buckets that hold records, with the kind of these.
func recordBuckets() map[string]model.Kind {
	return map[string]model.Kind{
		ledger.BucketUnits: model.KindUnit, ledger.BucketEmployees: model.KindEmployee, ledger.BucketPosts: model.KindPost,
		ledger.BucketInstruments: model.KindInstrument, ledger.BucketPlans: model.KindPlan, ledger.BucketCards: model.KindCard,
		ledger.BucketEvaluations: model.KindEvaluation, ledger.BucketFeedback: model.KindFeedback, ledger.BucketClosings: model.KindClosing,
		ledger.BucketCredit:      model.KindCredit,
		ledger.BucketSurveys:     model.KindSurvey,
		ledger.BucketUnitResults: model.KindUnitResult,
		ledger.BucketActions:     model.KindAction,
		ledger.BucketLeave:       model.KindLeave,
		ledger.BucketSituations:  model.KindSituation,
		ledger.BucketObjections:  model.KindObjection, ledger.BucketCoachings: model.KindCoaching, ledger.BucketAwards: model.KindAward,
		ledger.BucketDiscipline: model.KindDiscipline, ledger.BucketSessions: model.KindSession, ledger.BucketFormer: model.KindFormer,
		ledger.BucketReferrals: model.KindReferral, ledger.BucketCounsellors: model.KindCounsellor,
		ledger.BucketRounds: model.KindRound, ledger.BucketVoices: model.KindVoice,
		ledger.BucketUsers:       model.KindUser,
		ledger.BucketAssessments: model.KindAssessment,
	}
}

// eachRecord calls f for every record in the file.
func (v *verifier) eachRecord(f func(where string, kind model.Kind, id string, form []byte, heads [][]byte) error) error {
	for name, kind := range recordBuckets() {
		k, _ := v.keeper(kind)
		read := func(path, key, raw []byte) error {
			content, err := ledger.Unwrap(path, key, raw)
			if err != nil {
				return err
			}
			id, form, heads, err := k.Entry(content)
			if err != nil {
				return &model.DamageError{Where: ledger.PlaceName(path, key), What: "content"}
			}
			return f(ledger.PlaceName(path, key), kind, id, form, heads)
		}
		top := v.b.Bucket([]byte(name))
		if top == nil {
			if v.meta.Format < ledger.Format {
				continue // a file of an older format does not have it yet
			}
			return &model.DamageError{Where: name, What: "bucket"}
		}
		if err := top.ForEach(func(key, raw []byte) error {
			if raw != nil {
				return read([]byte(name), key, raw)
			}
			return top.Bucket(key).ForEach(func(inner, raw []byte) error { return read(ledger.Path(name, key), inner, raw) })
		}); err != nil {
			return err
		}
	}
	return nil
}

// eachFact reads all facts from the oldest to the newest.
func (v *verifier) eachFact(f func(model.Fact) error) error {
	c := v.b.Bucket([]byte(ledger.BucketFacts)).Cursor()
	for _, epoch := range ledger.Epochs(v.b, v.meta) {
		for k, raw := c.Seek(epoch); k != nil && bytes.HasPrefix(k, epoch); k, raw = c.Next() {
			content, err := ledger.Unwrap([]byte(ledger.BucketFacts), k, raw)
			if err != nil {
				return err
			}
			fact, err := ledger.ParseFact(content)
			if err == nil {
				err = f(fact)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// heads looks whether each record's heads are facts about it.
func (v *verifier) heads() error {
	bucket := v.b.Bucket([]byte(ledger.BucketFacts))
	return v.eachRecord(func(where string, kind model.Kind, id string, _ []byte, heads [][]byte) error {
		v.report.Records++
		if len(heads) == 0 {
			return &model.DamageError{Where: where, What: "no fact"}
		}
		for _, h := range heads {
			raw := bucket.Get(h)
			if raw == nil {
				return &model.DamageError{Where: where, What: "fact is missing"}
			}
			content, err := ledger.Unwrap([]byte(ledger.BucketFacts), h, raw)
			if err != nil {
				return err
			}
			f, err := ledger.ParseFact(content)
			if err != nil {
				return err
			}
			if f.Header.Kind != kind || f.Header.Record != id {
				return &model.DamageError{Where: where, What: "fact of another record"}
			}
		}
		return nil
	})
}

// numbers looks whether each person is found by number, and whether everybody
// stands in the index of names.
func (v *verifier) numbers() error {
	index := v.b.Bucket([]byte(ledger.BucketNumbers))
	people, live := 0, 0
	err := v.b.Bucket([]byte(ledger.BucketEmployees)).ForEach(func(k, raw []byte) error {
		people++
		e, err := v.employee(k, raw)
		if err != nil || e.Void || e.SameAs != "" {
			return err
		}
		live++
		key := ledger.NumberKey(v.meta.Secret, e.Number)
		found := index.Get(key)
		if found == nil {
			return &model.DamageError{Where: ledger.PlaceName([]byte(ledger.BucketEmployees), k), What: "index of numbers"}
		}
		holder, err := ledger.Unwrap([]byte(ledger.BucketNumbers), key, found)
		if err == nil && !bytes.Equal(holder, k) {
			err = &model.DamageError{Where: ledger.PlaceName([]byte(ledger.BucketEmployees), k), What: "index of numbers"}
		}
		return err
	})
	if err != nil {
		return err
	}
	if n := v.sums[ledger.BucketNumbers].Count; int(n) != live {
		return &model.DamageError{Where: ledger.BucketNumbers, What: fmt.Sprintf("index: %d, should be %d", n, live)}
	}
	return v.names(people)
}

func (v *verifier) employee(k, raw []byte) (e model.Employee, err error) {
	content, err := ledger.Unwrap([]byte(ledger.BucketEmployees), k, raw)
	if err != nil {
		return e, err
	}
	_, record, ok := ledger.SplitHeads(content)
	if !ok || form.Decode(record, &e) != nil {
		return e, &model.DamageError{Where: ledger.PlaceName([]byte(ledger.BucketEmployees), k), What: "content"}
	}
	return e, nil
}

func (v *verifier) names(people int) error {
	listed := 0
	err := v.b.Bucket([]byte(ledger.BucketNames)).ForEach(func(k, raw []byte) error {
		content, err := ledger.Unwrap([]byte(ledger.BucketNames), k, raw)
		if err != nil {
			return err
		}
		c, ok := names.Parse(content)
		if !ok {
			return &model.DamageError{Where: ledger.PlaceName([]byte(ledger.BucketNames), k), What: "content"}
		}
		listed += len(c.Entries)
		return nil
	})
	if err == nil && listed != people {
		err = &model.DamageError{Where: ledger.BucketNames, What: fmt.Sprintf("index: %d, should be %d", listed, people)}
	}
	return err
}

// fold makes every record anew from the facts and compares. Records of which a
// payload is not here cannot be made and are left out.
func (v *verifier) fold() error {
	lost := map[RecordKey]bool{}
	made, err := Fold(func(k model.Kind) bool { _, ok := v.keeper(k); return ok }, func(yield func(model.Fact) error) error {
		return v.eachFact(func(f model.Fact) error {
			if f.Missing {
				lost[RecordKey{f.Header.Kind, f.Header.Record}] = true
				return nil
			}
			return yield(f)
		})
	})
	if err != nil {
		return &model.DamageError{Where: err.Error(), What: "fold"}
	}
	err = v.eachRecord(func(where string, kind model.Kind, id string, form []byte, _ [][]byte) error {
		key := RecordKey{kind, id}
		if !lost[key] && !bytes.Equal(made[key], form) {
			return &model.DamageError{Where: where, What: "differs from its facts"}
		}
		delete(made, key)
		return nil
	})
	if err == nil && len(made) > 0 {
		for key := range made {
			return &model.DamageError{Where: string(key.Kind) + " " + key.ID, What: "record is missing"}
		}
	}
	return err
}
