// Package known finds in what the program knows already what a row of a table
// names: people by number, or by name and unit; units by code or name; plans and
// what they hold, by person and period.
//
// What it promises: it never guesses. A name that fits several is told as
// several; a number that a spreadsheet ruined is refused and no digit mended.
// What is known is asked for once, whole, when a row first needs it.
package known
