package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"kinerja/model"
	"kinerja/store/backup"
	"kinerja/store/boltfile"
	"kinerja/store/cabinet"
	"kinerja/store/lease"
	"kinerja/store/ledger"
)

// backupDir is where backups go that nobody named: a folder beside the file.
func (s *Store) backupDir() string {
	if s.opt.Backups != "" {
		return s.opt.Backups
	}
	return filepath.Join(filepath.Dir(s.path), "backup")
}

// local is the time on this unit's clocks.
func (s *Store) local() time.Time { return s.opt.Now().UTC().Add(s.opt.Zone.Offset()) }

// File tells where the file is, and when it was last backed up to where backups
// go by themselves; the zero time: never.
func (d *Desk) File() (path string, last time.Time, err error) {
	zone := d.s.opt.Zone
	last, err = backup.Last(d.s.backupDir(), d.s.path, time.FixedZone(zone.String(), int(zone.Offset()/time.Second)))
	return d.s.path, last, err
}

// Backup writes a copy of the file to path while others go on working. The
// copy is written beside, synced, checked and renamed into place; an existing
// file is never touched. "" means a name by date in the folder for backups.
func (s *Store) Backup(path string) error {
	_, err := s.BackupTo(path, "backup")
	return err
}

// BackupTo is Backup and returns where the copy is. why is part of a name that
// is made.
func (s *Store) BackupTo(path, why string) (string, error) {
	if path == "" {
		path = backup.Name(s.backupDir(), s.path, why, s.local())
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return path, lease.Explain(filepath.Dir(path), err)
	}
	if _, err := os.Stat(path); err == nil {
		return path, fmt.Errorf("%s: %w", path, model.ErrExists)
	}
	part := path + "." + ledger.MintID() + ".part" // another process may be at the same
	if err := s.view("backup", func(t *tx) error { return boltfile.Copy(t.Tx.Tx, part) }); err != nil {
		return path, err
	}
	if err := boltfile.Check(part); err != nil {
		return path, errors.Join(err, os.Remove(part))
	}
	if err := boltfile.Rename(part, path); err != nil {
		return path, errors.Join(err, os.Remove(part))
	}
	return path, boltfile.SyncDir(filepath.Dir(path))
}

// BackupDaily makes today's backup if there is none yet, and returns where it
// is; "" when it was there. Nothing old is ever removed.
func (s *Store) BackupDaily() (string, error) {
	if found, err := backup.Today(s.backupDir(), s.path, s.local()); err != nil || found {
		return "", err
	}
	return s.BackupTo("", "daily")
}

// Restore puts the backup at from in the place of the file at path. The backup
// is verified first; what was at path is kept beside under a name by date, which
// is returned. A new epoch begins, whose first facts follow on the restored
// ones. A file that is damaged or gone can be restored too.
func Restore(path, from string, opt Options) (kept string, err error) {
	s := &Store{opt: opt}
	return backup.Replace(path, from, backup.Order{
		Lease:  lease.Options{Timeout: opt.LockTimeout, Holder: opt.Holder},
		Keeper: cabinet.AuditKeeper, Machine: opt.Machine, At: s.local,
	})
}
