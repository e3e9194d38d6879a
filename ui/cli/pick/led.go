package pick

import (
	"kinerja/model/unitresult"
	"kinerja/store"
)

// LedBy is the unit that the person of a subject heads, with its result in the
// period; false for who heads none.
func LedBy(d *store.Desk, s Subject) (unitresult.Led, bool, error) {
	tree, err := d.Units()
	if err != nil {
		return unitresult.Led{}, false, err
	}
	results, err := d.UnitResults(s.Period)
	led, ok := results.Led(tree, s.Plan.Employee, s.Plan.Unit)
	return led, ok, err
}
