package cabinet

import (
	"errors"

	"kinerja/model"
	"kinerja/model/closing"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// closingShelf says where closings stand: those of a period together, by unit.
var closingShelf = book.Shelf[closing.Closing]{
	Kind: model.KindClosing, Void: 6,
	ID:    func(c closing.Closing) string { return string(c.ID) },
	Place: func(c closing.Closing) (ledger.Place, error) { return closingAt(c.Unit, c.Period) },
}

func closingAt(unit model.UnitID, p model.Period) (ledger.Place, error) {
	key, err := ledger.IDs(unit)
	return ledger.Place{Bucket: ledger.BucketClosings, Sub: ledger.Part(uint32(p)), Key: key}, err
}

// Closing reads what was done about the end of a period in a unit; one without
// acts where nothing was.
func (t *Tx) Closing(unit model.UnitID, p model.Period) (closing.Closing, error) {
	fresh := closing.Closing{ID: closing.IDOf(unit, p), Unit: unit, Period: p}
	at, err := closingAt(unit, p)
	if err != nil {
		return fresh, err
	}
	c, err := book.Get(t.Tx, closingShelf, at)
	if errors.Is(err, model.ErrNotFound) || err == nil && c.Void {
		return fresh, nil
	}
	return c, err
}

// Closings reads every closing of a period, also of those opened again.
func (t *Tx) Closings(p model.Period) (list []closing.Closing, err error) {
	in := ledger.Place{Bucket: ledger.BucketClosings, Sub: ledger.Part(uint32(p))}
	err = book.Each(t.Tx, closingShelf, in, func(c closing.Closing) bool {
		if !c.Void && len(c.Acts) > 0 {
			list = append(list, c)
		}
		return true
	})
	return list, err
}

// StillOpen refuses what a closed period refuses (ClosedError): of the unit, or
// of one above that was closed together with it.
func (t *Tx) StillOpen(unit model.UnitID, p model.Period) error {
	seen := map[model.UnitID]bool{}
	for at := unit; at != "" && !seen[at]; {
		seen[at] = true
		c, err := t.Closing(at, p)
		if err != nil {
			return err
		}
		if c.Covers(unit) {
			return t.closed(c)
		}
		u, err := t.Unit(at)
		if errors.Is(err, model.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		at = u.Parent
	}
	return nil
}

// closed says who closed a period and when.
func (t *Tx) closed(c closing.Closing) *model.ClosedError {
	a, _ := c.Last()
	e := &model.ClosedError{Period: c.Period, On: a.On}
	if u, err := t.Unit(c.Unit); err == nil {
		e.Unit = u.Name
	}
	if a.By != "" {
		e.By = t.NameOf(a.By)
	}
	return e
}

// ClosedFor is the closing that holds for all of some units; nil where any of
// them is open.
func (t *Tx) ClosedFor(units []model.UnitID, p model.Period) (found *model.ClosedError, err error) {
	for _, unit := range units {
		err := t.StillOpen(unit, p)
		if found = nil; !errors.As(err, &found) {
			return nil, err
		}
	}
	return found, nil
}
