package known

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/intake/table"
)

// Units finds units by code or name.
type Units struct {
	all    model.Units
	byCode map[string]model.UnitID
	byName map[string][]model.UnitID
	plain  map[string][]model.UnitID // by name without UPTD
}

// ReadUnits reads all units that are known.
func ReadUnits(snap Snapshot) (*Units, error) {
	all, err := snap.Units()
	if err != nil {
		return nil, fmt.Errorf("units: %w", err)
	}
	x := &Units{all, map[string]model.UnitID{}, map[string][]model.UnitID{}, map[string][]model.UnitID{}}
	for id, u := range all {
		if u.Void {
			continue
		}
		if u.Code != "" {
			x.byCode[table.FoldWords(u.Code)] = id
		}
		name := table.FoldWords(u.Name)
		x.byName[name] = append(x.byName[name], id)
		x.plain[plain(name)] = append(x.plain[plain(name)], id)
	}
	return x, nil
}

// plain is a name, folded, without what says only that a unit belongs to an
// office: "UPTD Puskesmas Tanjung Raya" and "Puskesmas Tanjung Raya" are one.
func plain(name string) string {
	for _, prefix := range []string{"uptd ", "upt "} {
		name = strings.TrimPrefix(name, prefix)
	}
	return name
}

// Find returns the unit that s names; where it names none or several, the codes
// and names that are accepted.
func (x *Units) Find(s string) (id model.UnitID, accepted []string, err error) {
	key := table.FoldWords(s)
	if id, ok := x.byCode[key]; ok {
		return id, nil, nil
	}
	fit := x.byName[key]
	if len(fit) == 0 {
		fit = x.plain[plain(key)]
	}
	switch len(fit) {
	case 1:
		return fit[0], nil, nil
	case 0:
		return "", x.near(key), model.ErrNotFound
	default:
		for _, id := range fit {
			accepted = append(accepted, x.all[id].Code)
		}
		return "", accepted, model.ErrSeveral
	}
}

// All is the tree of units that are known.
func (x *Units) All() model.Units { return x.all }

// ByCode is the unit that bears a code.
func (x *Units) ByCode(code string) (model.Unit, bool) {
	id, ok := x.byCode[table.FoldWords(code)]
	return x.all[id], ok
}

// Named lists the units that bear a name.
func (x *Units) Named(name string) (list []model.Unit) {
	for _, id := range x.byName[table.FoldWords(name)] {
		list = append(list, x.all[id])
	}
	return list
}

// near lists units as "code name": those that share a word with what was
// written, else all; at most eight.
func (x *Units) near(key string) []string {
	var some, all []string
	for _, u := range x.all {
		if u.Void {
			continue
		}
		name := table.Trim(u.Code + " " + u.Name)
		all = append(all, name)
		for w := range strings.FieldsSeq(key) {
			if len(w) > 3 && slices.Contains(strings.Fields(table.FoldWords(u.Name)), w) {
				some = append(some, name)
				break
			}
		}
	}
	if len(some) == 0 {
		some = all
	}
	slices.Sort(some)
	return some[:min(8, len(some))]
}

// Label is how a unit is named in a table: its code, else its name.
func (x *Units) Label(id model.UnitID) string {
	u := x.all[id]
	if u.Code != "" {
		return u.Code
	}
	return u.Name
}
