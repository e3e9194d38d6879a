package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/audit"
	"kinerja/store/boltfile"
	"kinerja/store/cabinet"
)

// VerifyReport says what was looked at.
type VerifyReport = audit.Report

// Verify reads everything: each envelope, the count and digest of each bucket,
// each chain of facts, the heads of each record, the indexes. deep also makes
// every record anew from its facts and compares. The first break is returned as
// a DamageError. It works on a copy, so that nobody waits for it. progress may
// be nil; it is told of values read.
func (s *Store) Verify(ctx context.Context, deep bool, progress func(done int)) (report VerifyReport, err error) {
	dir, err := os.MkdirTemp(filepath.Dir(s.path), ".verify")
	if err != nil {
		if dir, err = os.MkdirTemp("", "kinerja-verify"); err != nil {
			return report, fmt.Errorf("copy to verify: %w", err)
		}
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	copied := filepath.Join(dir, "copy")
	if err := s.view("verify", func(t *tx) error { return boltfile.Copy(t.Tx.Tx, copied) }); err != nil {
		return report, err
	}
	db, err := boltfile.Open(copied, true)
	if err != nil {
		return report, err
	}
	err = boltfile.Guard(func() error {
		return db.View(func(b *bbolt.Tx) error {
			report, err = audit.Run(b, deep, cabinet.AuditKeeper, func(done, total int) error {
				if progress != nil {
					progress(done)
				}
				if ctx.Err() != nil {
					return fmt.Errorf("%w: %w", model.ErrStopped, context.Cause(ctx))
				}
				return nil
			})
			return err
		})
	})
	return report, errors.Join(err, db.Close())
}
