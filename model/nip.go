package model

// NIP is the number of a civil servant (NIP, PNS) or of an employee with a
// work agreement (NI PPPK): 18 digits as text. Staff who are not ASN have a
// local number of 6 to 16 digits, or NON-0001 and on. It has no check digit.
// Package nip reads one.
type NIP string

// Grouped writes a NIP as on forms, YYYYMMDD YYYYMM S NNN; others as they are.
func (n NIP) Grouped() string {
	if len(n) != 18 {
		return string(n)
	}
	return string(n[:8] + " " + n[8:14] + " " + n[14:15] + " " + n[15:])
}
