package tables

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/store"
)

// Backup keeps the file as it is before anything is written into it, and
// returns where; "" for one without people, which has nothing to keep.
func Backup(file *store.Store, desk *store.Desk) (string, error) {
	roster, err := desk.Roster(store.RosterQuery{Gone: true})
	if err != nil || roster.Len() == 0 {
		return "", err
	}
	// A name has seconds in it: a second import within one takes the next.
	for n := 1; ; n++ {
		why := "import"
		if n > 1 {
			why = fmt.Sprintf("import-%d", n)
		}
		path, err := file.BackupTo("", why)
		if n == 100 || !errors.Is(err, model.ErrExists) {
			return path, err
		}
	}
}
