// Package intake reads tables that people keep (CSV, XLSX) and says what they
// would change. It writes nothing into the file of the program: Read makes a
// Proposal out of a table and a Snapshot of what is known, and the caller
// applies its Records as one change, or does not.
//
// What it promises:
//
//   - Nothing is guessed. A number that a spreadsheet ruined, a unit that nobody
//     knows, "1.234" in a column that does not say what the point means: refused,
//     with row, column, value, reason and what would be accepted.
//   - A cell without a value never erases what is known.
//   - Rows are counted as a spreadsheet counts them, empty ones included.
//   - The same table read twice proposes nothing the second time.
//   - Rows are streamed; what is kept is what will be proposed.
//
// Folders: reading is what all kinds have in common; units, people (the kind
// "staff"), instruments, plans, cards and surveys are the kinds; gauge reads what the
// rows of instruments and plans share; table goes from a file to cells, columns
// from the header to fields, known from what a row names to what the program
// knows.
package intake
