// Package reading holds what all kinds of tables have in common: the Proposal
// that comes out, and the Table whose rows are read one by one.
//
// What it promises: a cell without a value says nothing; a cell that cannot be
// kept refuses its row and says why; how the numbers of a column are written is
// settled by the whole column before the first is read.
//
// Files: proposal (what comes out), table (rows and cells), numbers (of one
// column), refused (rows out again).
package reading
