package model

import "fmt"

// UnitKind is what kind of place a unit is.
type UnitKind uint8

// The kinds, with the words files use (dinas, bidang, puskesmas, …).
const (
	UnitOther UnitKind = iota
	UnitOffice
	UnitDivision
	UnitClinic
	UnitSubClinic
	UnitSchool
)

var unitKinds = [...]string{"lain", "dinas", "bidang", "puskesmas", "pustu", "sekolah"}

// String is the word that files use.
func (k UnitKind) String() string { return unitKinds[min(int(k), len(unitKinds)-1)] }

// ParseUnitKind reads the word that files use.
func ParseUnitKind(s string) (UnitKind, bool) { return parseWord[UnitKind](unitKinds[:], s) }

// Unit is an office, a clinic or a school: a place in the tree of units.
type Unit struct {
	ID     UnitID     `cbor:"1,keyasint" json:"id"`
	Code   string     `cbor:"2,keyasint,omitempty" json:"code"` // unique, may be corrected
	Name   string     `cbor:"3,keyasint,omitempty" json:"name"`
	Kind   UnitKind   `cbor:"4,keyasint,omitempty" json:"-"`
	Parent UnitID     `cbor:"5,keyasint,omitempty" json:"parent,omitempty"`
	Head   EmployeeID `cbor:"6,keyasint,omitempty" json:"head,omitempty"`
	NPSN   string     `cbor:"7,keyasint,omitempty" json:"npsn,omitempty"` // schools: 8 digits
	Zone   Zone       `cbor:"8,keyasint,omitempty" json:"-"`
	Void   bool       `cbor:"9,keyasint,omitempty" json:"-"` // its creation was undone
}

// Units is the tree, by identity. It is read, never changed.
type Units map[UnitID]Unit

// Path returns the units from the top of the tree down to id. A parent that is
// missing or would close a circle ends the path.
func (u Units) Path(id UnitID) []Unit {
	var path []Unit
	seen := map[UnitID]bool{}
	for unit, ok := u[id]; ok && !seen[unit.ID]; unit, ok = u[unit.Parent] {
		seen[unit.ID] = true
		path = append([]Unit{unit}, path...)
	}
	return path
}

// Within reports whether id is top or lies somewhere below it. Everything lies
// within "".
func (u Units) Within(id, top UnitID) bool {
	if top == "" || id == top {
		return true
	}
	for _, unit := range u.Path(id) {
		if unit.ID == top {
			return true
		}
	}
	return false
}

// Check refuses a unit that has no name, or whose parent is unknown or would
// make it its own ancestor.
func (u Units) Check(unit Unit) error {
	if unit.Name == "" {
		return &FieldError{Field: "nama", Err: ErrMissing}
	}
	if unit.Parent == "" {
		return nil
	}
	if _, ok := u[unit.Parent]; !ok {
		return &FieldError{Field: "induk", Value: string(unit.Parent), Err: ErrNotFound}
	}
	for _, above := range u.Path(unit.Parent) {
		if above.ID == unit.ID {
			return fmt.Errorf("unit %s: %w", unit.Code, &FieldError{Field: "induk", Value: above.Name, Err: ErrCircle})
		}
	}
	return nil
}
