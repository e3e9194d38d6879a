// Package units reads the tree of units: offices, divisions, clinics, schools,
// each with the code of the one above it.
//
// What it promises: the order of rows does not matter; a unit is found again by
// its code, or by its name where it had no code yet; a tree that would bite its
// own tail is refused row by row, and so is what hangs on a refused row.
package units
