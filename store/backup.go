package store

import (
	"errors"
	"fmt"
	"kinerja/store/audit"
	"kinerja/store/boltfile"
	"kinerja/store/ledger"
	"os"
	"path/filepath"
	"strings"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/lease"
)

// backupDir is where backups go that nobody named: a folder beside the file.
func (s *Store) backupDir() string {
	if s.opt.Backups != "" {
		return s.opt.Backups
	}
	return filepath.Join(filepath.Dir(s.path), "backup")
}

// backupName is a name that sorts by time and says why.
func (s *Store) backupName(why string) string {
	base := filepath.Base(s.path)
	ext := filepath.Ext(base)
	at := s.opt.Now().UTC().Add(s.opt.Zone.Offset()).Format("20060102-150405")
	return fmt.Sprintf("%s-%s-%s%s", strings.TrimSuffix(base, ext), at, why, ext)
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
		path = freeName(filepath.Join(s.backupDir(), s.backupName(why)))
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return path, lease.Explain(filepath.Dir(path), err)
	}
	if _, err := os.Stat(path); err == nil {
		return path, fmt.Errorf("%s: %w", path, model.ErrExists)
	}
	part := path + "." + ledger.MintID() + ".part" // another process may be at the same
	if err := s.view("backup", func(t *tx) error { return boltfile.Copy(t.Tx, part) }); err != nil {
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

// freeName adds "-2", "-3", … to a name that is taken.
func freeName(path string) string {
	ext := filepath.Ext(path)
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); err != nil {
			return free
		}
		free = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
	}
}

// BackupDaily makes today's backup if there is none yet, and returns where it
// is; "" when it was there. Nothing old is ever removed.
func (s *Store) BackupDaily() (string, error) {
	base := strings.TrimSuffix(filepath.Base(s.path), filepath.Ext(s.path))
	day := s.opt.Now().UTC().Add(s.opt.Zone.Offset()).Format("20060102")
	ext := globQuote(filepath.Ext(s.path))
	found, err := filepath.Glob(filepath.Join(globQuote(s.backupDir()), globQuote(base)+"-"+day+"-*"+ext))
	if err != nil || len(found) > 0 {
		return "", err
	}
	return s.BackupTo("", "daily")
}

// globQuote keeps the signs of a file's name from being read as a pattern.
func globQuote(name string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(name)
}

// Restore puts the backup at from in the place of the file at path. The backup
// is verified first; what was at path is kept beside under a name by date, which
// is returned. A new epoch begins, whose first facts follow on the restored
// ones. A file that is damaged or gone can be restored too.
func Restore(path, from string, opt Options) (kept string, err error) {
	if err := boltfile.Check(from); err != nil {
		return "", err
	}
	if err := differ(path, from); err != nil {
		return "", err
	}
	l, err := lease.Open(path, lease.Options{Timeout: opt.LockTimeout, Holder: opt.Holder})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	err = l.Exclusive("restore", func(path string) error {
		part := path + ".restore"
		if err := copyFile(from, part); err != nil {
			return err
		}
		if err := renew(part, identityOf(path), opt); err != nil {
			return errors.Join(err, os.Remove(part))
		}
		s := &Store{path: path, opt: opt}
		if _, err := os.Stat(path); err == nil {
			kept = freeName(filepath.Join(filepath.Dir(path), s.backupName("replaced")))
			if err := boltfile.Rename(path, kept); err != nil {
				return errors.Join(err, os.Remove(part))
			}
		}
		if err := boltfile.Rename(part, path); err != nil {
			if kept != "" {
				err, kept = errors.Join(err, boltfile.Rename(kept, path)), ""
			}
			return errors.Join(err, os.Remove(part))
		}
		return boltfile.SyncDir(filepath.Dir(path))
	})
	return kept, err
}

// differ refuses to restore a file from itself.
func differ(path, from string) error {
	a, errA := os.Stat(path)
	b, errB := os.Stat(from)
	if errA == nil && errB == nil && os.SameFile(a, b) {
		return fmt.Errorf("%s: %w", from, &model.FieldError{Field: "restore", Value: from, Err: model.ErrExists})
	}
	return nil
}

func copyFile(from, to string) error {
	if err := os.Remove(to); err != nil && !errors.Is(err, os.ErrNotExist) {
		return lease.Explain(to, err)
	}
	db, err := openCopy(from)
	if err != nil {
		return err
	}
	err = boltfile.Guard(func() error {
		return db.View(func(b *bbolt.Tx) error {
			if _, err := audit.Run(b, false, auditKeeper, nil); err != nil {
				return err
			}
			return boltfile.Copy(b, to)
		})
	})
	return errors.Join(err, db.Close())
}

// identityOf reads site and epoch of the file that is replaced; without them
// where it cannot be read.
func identityOf(path string) (m ledger.File) {
	if boltfile.Check(path) != nil {
		return m
	}
	db, err := openCopy(path)
	if err != nil {
		return m
	}
	defer db.Close()
	err = boltfile.Guard(func() error {
		return db.View(func(b *bbolt.Tx) error { m, err = ledger.ReadFile(b); return err })
	})
	if err != nil {
		return ledger.File{}
	}
	return m
}

// renew begins a new epoch in a copy, later than any the site has had. The site
// stays that of the file which is replaced: the backup may come from before a
// copy became a site of its own.
func renew(path string, was ledger.File, opt Options) error {
	db, err := openBolt(path, false)
	if err != nil {
		return err
	}
	err = boltfile.Guard(func() error {
		return db.Update(func(b *bbolt.Tx) error {
			m, err := ledger.ReadFile(b)
			if err != nil {
				return err
			}
			if was.Site == "" {
				was = m
			}
			for _, e := range m.Epochs {
				if e.Site == was.Site {
					was.Epoch = max(was.Epoch, e.Epoch)
				}
			}
			m.NewEpoch(was.Site, was.Epoch+1)
			if opt.Machine != "" {
				m.Machine = opt.Machine
			}
			return ledger.WriteFile(b, m)
		})
	})
	return errors.Join(err, db.Close())
}
