package store

import (
	"kinerja/model"
	gaps "kinerja/model/coverage"
	"kinerja/store/coverage"
)

// Coverage lists who at or below a unit ("": everywhere) is evaluated twice for
// some days of a period, or not at all, or by nobody: as far as this person may
// read results. The zero period is the newest in use. Of very many people it takes
// several looks at the file, so that others who wait for it are let in between.
func (d *Desk) Coverage(p model.Period, unit model.UnitID) (gaps.List, error) {
	r := coverage.New(p, unit)
	for more := true; more; {
		var err error
		if more, err = Look(d, model.VerbReadCard, r.Look); err != nil {
			return gaps.List{}, err
		}
	}
	return r.Done(), nil
}
