// Package people reads the list of staff that every office has: who they are,
// and where, as what, under whom and since when they work.
//
// What it promises: somebody is found again by their number, else, without one,
// by name and unit; two rows about one person are both refused; who is named as
// evaluator must be known or stand in the table.
package people
