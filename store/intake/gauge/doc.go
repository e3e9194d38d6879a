// Package gauge reads how one thing is measured, from the row of an instrument
// or of a plan.
//
// What it promises: an empty cell leaves what is known as it is; of a new gauge
// name, target, weight (and in an instrument unit and direction) must be told; a
// word that is not known is refused and never taken for the first of its list; a
// gauge that nobody says was checked is marked so.
package gauge
