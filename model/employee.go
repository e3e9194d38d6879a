package model

import "strings"

// EmployeeKind is the legal kind of employment (jenis_pegawai).
type EmployeeKind uint8

// The kinds, with the words that e-Kinerja and our files use.
const (
	PNS EmployeeKind = iota
	PPPK
	PPPKPartTime
	NonASN
)

var employeeKinds = [...]string{"pns", "pppk", "pppk_paruh_waktu", "non_asn"}

// String is the word that files use.
func (k EmployeeKind) String() string { return employeeKinds[min(int(k), len(employeeKinds)-1)] }

// ParseEmployeeKind reads the word that files use.
func ParseEmployeeKind(s string) (EmployeeKind, bool) {
	return parseWord[EmployeeKind](employeeKinds[:], strings.ReplaceAll(strings.TrimSpace(s), " ", "_"))
}

// Employee is a person. NIP and name may be corrected; the ID stays.
type Employee struct {
	ID     EmployeeID   `cbor:"1,keyasint" json:"id"`
	Number NIP          `cbor:"2,keyasint,omitempty" json:"nip"` // unique
	Name   string       `cbor:"3,keyasint,omitempty" json:"name"`
	Before string       `cbor:"4,keyasint,omitempty" json:"title_before,omitempty"`
	After  string       `cbor:"5,keyasint,omitempty" json:"title_after,omitempty"`
	Kind   EmployeeKind `cbor:"6,keyasint,omitempty" json:"-"`
	Grade  string       `cbor:"7,keyasint,omitempty" json:"grade,omitempty"`
	Left   Date         `cbor:"8,keyasint,omitempty" json:"left,omitempty"` // last day; 0 while employed
	SameAs EmployeeID   `cbor:"9,keyasint,omitempty" json:"-"`              // found to be this older record
	Void   bool         `cbor:"10,keyasint,omitempty" json:"-"`
}

// FullName is the name with its titles: "dr. Sari Wulandari, M.K.M.". A title
// kept on both sides is said once, before the name.
func (e Employee) FullName() string {
	name := strings.TrimSpace(e.Before + " " + e.Name)
	if after := withoutTitles(e.After, e.Before); after != "" {
		name += ", " + after
	}
	return onePoint(name)
}

// Check refuses a person without a name or number.
func (e Employee) Check() error {
	switch {
	case strings.TrimSpace(e.Name) == "":
		return &FieldError{Field: "nama", Err: ErrMissing}
	case e.Number == "":
		return &FieldError{Field: "nip", Err: ErrMissing}
	}
	return nil
}
