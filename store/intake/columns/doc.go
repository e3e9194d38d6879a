// Package columns finds the row of a table that names its columns, and says
// which column is which field: by the names that files use, by the synonyms seen
// in the lists of offices, and by what a person said.
//
// What it promises: what a person mapped wins; a header may stand below titles,
// in any sheet, with any separator; where something needed is missing, the error
// names what was seen and what would be accepted. It looks at no value below the
// header.
package columns
