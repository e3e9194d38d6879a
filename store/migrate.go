package store

import (
	"fmt"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/boltfile"
	"kinerja/store/lease"
)

// A migration brings a file from one format to the next. Facts are never
// migrated; their readers know all formats.
type migration func(*tx) error

// migrations lead from format 1 on: the first from 1 to 2. Each has an old file
// in testdata that a test opens.
func migrations() []migration { return nil }

// migrate brings a file of an older format up to date, after a copy of it was
// made. The path is held throughout.
func (s *Store) migrate(from int) error { return s.migrateWith(from, migrations()) }

func (s *Store) migrateWith(from int, steps []migration) error {
	if from < 1 || from-1 > len(steps) {
		return &model.DamageError{Where: "meta", What: fmt.Sprintf("format %d", from)}
	}
	if _, err := s.copyBeside("migrate"); err != nil {
		return err
	}
	return s.raw("migrate", func(t *tx) error {
		for _, step := range steps[from-1:] {
			if err := step(t); err != nil {
				return fmt.Errorf("format %d: %w", t.meta.Format, err)
			}
			t.meta.Format++
		}
		return t.finish()
	})
}

// copyBeside makes a backup beside the file before something that could lose
// data, and returns where it is.
func (s *Store) copyBeside(why string) (string, error) {
	return s.BackupTo("", why)
}

// openCopy opens a file that nobody else uses: a copy.
func openCopy(path string) (*bbolt.DB, error) {
	return openBolt(path, true)
}

// openBolt opens a file that no lease is about.
func openBolt(path string, readOnly bool) (db *bbolt.DB, err error) {
	err = boltfile.Guard(func() error {
		db, err = bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: readOnly, Timeout: lease.DefaultTimeout})
		return err
	})
	if err != nil {
		return nil, lease.Explain(path, err)
	}
	return db, nil
}
