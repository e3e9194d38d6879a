package store

import (
	"fmt"

	"kinerja/model"
	"kinerja/store/ledger"
	"kinerja/store/spans"
)

// A migration brings a file from one format to the next. Facts are never
// migrated; their readers know all formats.
type migration func(*tx) error

// program is whose change a migration is in the record: nobody's, so that nobody's
// undo takes it back.
const program = "kinerja"

// migrations lead from format 1 on: the first from 1 to 2. Each has an old file
// in testdata that a test opens.
func migrations() []migration {
	return []migration{toFormat2, toFormat3, toFormat4, toFormat5, toFormat6, toFormat7}
}

// toFormat2 makes the bucket of the conversations.
func toFormat2(t *tx) error {
	_, err := t.CreateBucketIfNotExists([]byte(ledger.BucketFeedback))
	return err
}

// toFormat3 makes the buckets of what came with it.
func toFormat3(t *tx) error {
	return buckets(t, ledger.BucketClosings, ledger.BucketCredit, ledger.BucketSurveys, ledger.BucketUnitResults)
}

func buckets(t *tx, names ...string) error {
	for _, name := range names {
		if _, err := t.CreateBucketIfNotExists([]byte(name)); err != nil {
			return err
		}
	}
	return nil
}

// toFormat4 makes the bucket of the action plans.
func toFormat4(t *tx) error {
	return buckets(t, ledger.BucketActions)
}

// toFormat5 makes the bucket of leave, gives plans the days of their posts, and
// writes the kind of staff into the lines of the index of names.
func toFormat5(t *tx) error {
	if err := buckets(t, ledger.BucketLeave); err != nil {
		return err
	}
	if err := spans.Respan(t); err != nil {
		return err
	}
	var people []model.Employee
	if err := t.EachEmployee(func(e model.Employee) { people = append(people, e) }); err != nil {
		return err
	}
	for _, e := range people {
		if err := t.IndexName(e); err != nil {
			return err
		}
	}
	return nil
}

// toFormat6 makes the bucket of what units worked under.
func toFormat6(t *tx) error {
	return buckets(t, ledger.BucketSituations)
}

// toFormat7 makes the buckets of people who log in, of how staff see their own
// work, of what follows an evaluation, and of anonymous rounds.
func toFormat7(t *tx) error {
	return buckets(t, ledger.BucketUsers, ledger.BucketAssessments, ledger.BucketSecrets,
		ledger.BucketObjections, ledger.BucketCoachings, ledger.BucketAwards, ledger.BucketDiscipline, ledger.BucketSessions, ledger.BucketFormer,
		ledger.BucketReferrals, ledger.BucketCounsellors, ledger.BucketRounds, ledger.BucketVoices)
}

// migrate brings a file of an older format up to date, after a copy of it was
// made. The path is held throughout.
func (s *Store) migrate(from int) error { return s.migrateWith(from, migrations()) }

func (s *Store) migrateWith(from int, steps []migration) error {
	if from < 1 || from-1 > len(steps) {
		return &model.DamageError{Where: "meta", What: fmt.Sprintf("format %d", from)}
	}
	if _, err := s.BackupTo("", "migrate"); err != nil {
		return err
	}
	return s.raw("migrate", func(t *tx) error {
		if t.Meta.Format != from {
			return nil // another process was quicker
		}
		t.Act = act{Actor: model.Actor{ID: program}, Verb: model.VerbEditPlan, Change: model.ChangeID(ledger.MintID())}
		for _, step := range steps[from-1:] {
			if err := step(t); err != nil {
				return fmt.Errorf("format %d: %w", t.Meta.Format, err)
			}
			t.Meta.Format++
		}
		return t.Finish()
	})
}
