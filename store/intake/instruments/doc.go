// Package instruments reads instruments: one row for each indicator, those of
// one instrument and version together, wherever they stand.
//
// What it promises: the rows of a version are all of it, so it is taken whole or
// not at all, and an indicator without a row is no longer part of it; a version
// that a plan uses never changes: rows that say its number and something else
// are refused, rows that say no number become the next version; indicators keep
// their identities over versions.
package instruments
