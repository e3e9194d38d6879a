// Package words says which texts each part of the program needs: a struct for a
// section of the catalogue, a field for a text, what it is for beside it. The
// texts themselves, and how they are read and filled in, are in lang.
package words

// Plural is a text that changes with a count: "1 person", "{n} people". In
// Indonesian both are alike.
type Plural struct{ One, Many string }
