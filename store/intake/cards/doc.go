// Package cards reads results: one value a row (long), or one column for each
// indicator (wide). Both say the same, and come to the same cards.
//
// What it promises: the values of a row are taken all or none; a value whose
// evaluation was shared is not changed; an empty cell changes nothing.
package cards
