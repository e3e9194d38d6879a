package store

import (
	"slices"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/audit"
	"kinerja/store/boltfile"
	"kinerja/store/book"
	"kinerja/store/bulk"
	"kinerja/store/cabinet"
	"kinerja/store/form"
	"kinerja/store/ledger"
	"kinerja/store/secrets"
)

// Forms reads every record of the file as it is kept, in canonical CBOR.
func (s *Store) Forms() (map[audit.RecordKey][]byte, error) {
	forms := map[audit.RecordKey][]byte{}
	err := s.view("test", func(t *tx) error {
		for bucket, kind := range map[string]model.Kind{
			ledger.BucketUnits: model.KindUnit, ledger.BucketEmployees: model.KindEmployee,
			ledger.BucketPosts: model.KindPost, ledger.BucketInstruments: model.KindInstrument,
			ledger.BucketPlans: model.KindPlan, ledger.BucketCards: model.KindCard,
			ledger.BucketEvaluations: model.KindEvaluation, ledger.BucketFeedback: model.KindFeedback, ledger.BucketClosings: model.KindClosing,
			ledger.BucketCredit:      model.KindCredit,
			ledger.BucketSurveys:     model.KindSurvey,
			ledger.BucketUnitResults: model.KindUnitResult,
			ledger.BucketActions:     model.KindAction,
			ledger.BucketLeave:       model.KindLeave,
			ledger.BucketSituations:  model.KindSituation,
			ledger.BucketUsers:       model.KindUser,
			ledger.BucketObjections:  model.KindObjection, ledger.BucketCoachings: model.KindCoaching, ledger.BucketAwards: model.KindAward,
			ledger.BucketDiscipline: model.KindDiscipline, ledger.BucketSessions: model.KindSession,
			ledger.BucketRounds: model.KindRound, ledger.BucketVoices: model.KindVoice,
			ledger.BucketAssessments: model.KindAssessment,
		} {
			k, _ := cabinet.KeeperOf(kind)
			parts := [][]byte{nil}
			if ledger.Nested(bucket) {
				parts = nil
				for _, n := range t.Parts(bucket) {
					parts = append(parts, ledger.Part(n))
				}
			}
			for _, part := range parts {
				err := t.Scan(ledger.Place{Bucket: bucket, Sub: part}, func(_, content []byte) (bool, error) {
					id, raw, _, err := k.Entry(content)
					forms[audit.RecordKey{Kind: kind, ID: id}] = slices.Clone(raw)
					return true, err
				})
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	return forms, err
}

// Rebuild makes every record out of the facts alone, one after another.
func (s *Store) Rebuild() (map[audit.RecordKey][]byte, error) {
	made := map[audit.RecordKey][]byte{}
	err := s.view("test", func(t *tx) error {
		var facts []model.Fact
		if err := t.EachFact(func(f model.Fact) (bool, error) { facts = append(facts, f); return true, nil }); err != nil {
			return err
		}
		slices.Reverse(facts)
		for _, f := range facts {
			if f.Header.Kind == model.KindChange {
				continue
			}
			raw, err := form.Apply(made[keyOf(f)], f.Payload.Differences)
			if err != nil {
				return err
			}
			made[keyOf(f)] = raw
		}
		return nil
	})
	return made, err
}

func keyOf(f model.Fact) audit.RecordKey {
	return audit.RecordKey{Kind: f.Header.Kind, ID: f.Header.Record}
}

// IsOpen reports whether a large change is marked as not finished.
func (s *Store) IsOpen() (open bool, err error) {
	err = s.view("test", func(t *tx) error { open = t.Meta.Open != nil; return nil })
	return open, err
}

// Meta reads what the file says about itself.
func (s *Store) Meta() (m ledger.File, err error) {
	err = s.view("test", func(t *tx) error { m = t.Meta; return nil })
	return m, err
}

// MigrateWith migrates by steps that this test makes up.
func (s *Store) MigrateWith(from int, steps ...func(*bbolt.Tx) error) error {
	var list []migration
	for _, step := range steps {
		list = append(list, func(t *tx) error { return step(t.Tx.Tx) })
	}
	return s.migrateWith(from, list)
}

// PutForm keeps a record as a newer program would: with numbers of which this
// one knows nothing.
func PutForm[V any](s *Store, kind model.Kind, v V, raw []byte) error {
	return s.change(act{Actor: model.Actor{ID: "newer"}, Verb: model.VerbImport}, func(t *tx) error {
		shelf, _ := cabinet.ShelfOf[V](kind)
		p, err := shelf.Place(v)
		if err != nil {
			return err
		}
		old, before, heads, err := book.Stored(t.Tx, shelf, p)
		if err != nil {
			return err
		}
		if err := book.Place(t.Tx, shelf, p, book.Revision[V]{V: v, Before: before, After: raw, Heads: heads}); err != nil {
			return err
		}
		return t.Index(old, v)
	})
}

// Tamper changes a file behind the program's back.
func Tamper(path string, f func(*bbolt.Tx) error) error {
	db, err := boltfile.Open(path, false)
	if err != nil {
		return err
	}
	err = boltfile.Guard(func() error { return db.Update(f) })
	if e := db.Close(); err == nil {
		err = e
	}
	return err
}

// ChunkSize is how many records one transaction of a large change keeps.
const ChunkSize = bulk.ChunkSize

// RenameSite makes a file a site of its own under a given name.
func RenameSite(path string, site model.SiteID) error {
	return Tamper(path, func(b *bbolt.Tx) error {
		m, err := ledger.ReadFile(b)
		if err != nil {
			return err
		}
		m.NewEpoch(site, 1)
		return ledger.WriteFile(b, m)
	})
}

// BoltStats are bbolt's counters of the open file.
func (s *Store) BoltStats() (stats bbolt.Stats) {
	_ = s.lease.Use("test", func(db *bbolt.DB) error { stats = db.Stats(); return nil })
	return stats
}

// Secrets counts what stands beside the users: verifiers and counts of tries.
func (s *Store) Secrets() (n int, err error) {
	err = s.view("test", func(t *tx) error {
		places, err := t.Places(ledger.Place{Bucket: ledger.BucketSecrets})
		n = len(places)
		return err
	})
	return n, err
}

// Spoil flips a bit of what tells a user's PIN.
func (s *Store) Spoil(id user.ID) error {
	return s.raw("test", func(t *tx) error {
		p, err := secrets.OfUser(id)
		if err != nil {
			return err
		}
		b := t.Bucket([]byte(p.Bucket))
		raw := slices.Clone(b.Get(p.Key))
		raw[len(raw)-3] ^= 1
		return b.Put(p.Key, raw)
	})
}
