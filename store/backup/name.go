// Package backup names copies of a file and puts one in the place of the file:
// what needs no open file of the program's own.
//
// What it promises: nothing that exists is written over, a copy is verified
// before it is used, and one that is put in place begins an epoch later than any
// the site has had, so that no fact bears the key of another.
package backup

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// stamp is the moment of a copy in its name.
const stamp = "20060102-150405"

// Name is a free name in dir for a copy of the file at path. It sorts by time
// and says why; at is the time on the unit's clocks.
func Name(dir, path, why string, at time.Time) string {
	base := filepath.Base(path)
	ext := filepath.Ext(base)
	return free(filepath.Join(dir, fmt.Sprintf("%s-%s-%s%s", strings.TrimSuffix(base, ext), at.Format(stamp), why, ext)))
}

// free adds "-2", "-3", … to a name that is taken.
func free(path string) string {
	ext := filepath.Ext(path)
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); err != nil {
			return free
		}
		free = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
	}
}

// Today reports whether dir holds a copy of the file at path that was made on
// the day of at.
func Today(dir, path string, at time.Time) (bool, error) {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(filepath.Base(path), ext)
	found, err := filepath.Glob(filepath.Join(quote(dir), quote(base)+"-"+at.Format("20060102")+"-*"+quote(ext)))
	return len(found) > 0, err
}

// Last is when the newest copy of the file at path in dir was made, on the
// clocks of zone; the zero time where there is none.
func Last(dir, path string, zone *time.Location) (time.Time, error) {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(filepath.Base(path), ext)
	found, err := filepath.Glob(filepath.Join(quote(dir), quote(base)+"-????????-??????-*"+quote(ext)))
	var last time.Time
	for _, name := range found {
		at, err := time.ParseInLocation(stamp, filepath.Base(name)[len(base)+1:][:len(stamp)], zone)
		if err == nil && at.After(last) {
			last = at
		}
	}
	return last, err
}

// quote keeps the signs of a file's name from being read as a pattern.
func quote(name string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(name)
}
