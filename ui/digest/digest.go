// Package digest looks at a file that shows somebody's work: how large it is, and
// the digest by which it is known again. The file is read, never copied or changed.
package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kinerja/model/action"
)

// ErrFolder: it is a folder, or something else that is no file.
var ErrFolder = errors.New("not a regular file")

// Of is a piece of evidence made of a file: its name, its whole path, its size and
// its digest. It reports ErrFolder, or what the system says.
func Of(path string) (e action.Evidence, err error) {
	if e.Place, err = filepath.Abs(path); err != nil {
		return e, err
	}
	e.Name = filepath.Base(e.Place)
	e.Digest, e.Size, err = sum(e.Place)
	return e, err
}

func sum(path string) (digest string, size int64, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", 0, err
	}
	if !info.Mode().IsRegular() { // a pipe would never end
		return "", 0, &fs.PathError{Op: "read", Path: path, Err: ErrFolder}
	}
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	h := sha256.New()
	if size, err = io.Copy(h, f); err != nil {
		return "", 0, err
	}
	return hex.EncodeToString(h.Sum(nil)), size, nil
}

// Check looks whether a piece of evidence is still what it was. A file that the
// system does not let one read is an error, not a change.
func Check(e action.Evidence) (action.Found, error) {
	if !e.IsFile() {
		return action.NoFile, nil
	}
	digest, size, err := sum(e.Place)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, ErrFolder):
		return action.Missing, nil
	case err != nil:
		return action.Missing, err
	case size != e.Size || !strings.EqualFold(digest, e.Digest):
		return action.Changed, nil
	}
	return action.Same, nil
}
