// Package answer is what programs are told: the JSON of the command line. Within
// one Schema no field is renamed, taken away or given another meaning. There is
// null where there is none, dates are ISO, results have the two decimals that
// they are printed with, and what is one of several has its word of model.
package answer

import (
	"kinerja/model"
	"kinerja/model/score"
)

// Schema is the version of these objects; each carries it.
const Schema = 1

// Fixed is a result with its two decimals, as on screen and paper.
type Fixed model.Amount

// MarshalJSON writes the number as it is printed, or null.
func (f Fixed) MarshalJSON() ([]byte, error) {
	if n, ok := model.Amount(f).Get(); ok {
		return []byte(n.Fixed()), nil
	}
	return []byte("null"), nil
}

// OrNull is a word, or null for none.
func OrNull(word string) *string {
	if word == "" {
		return nil
	}
	return &word
}

// NoteOf is a step's note; null for none.
func NoteOf(n score.Note) *Note {
	if n.Code == score.NoNote {
		return nil
	}
	return &Note{n.Code.String(), append([]model.Number{}, n.Args...)}
}

// Words are the acts of a plan or an evaluation.
func Words(list []model.Word) []Word {
	out := []Word{}
	for _, w := range list {
		out = append(out, Word{Act: w.Act, Whose: w.Whose, By: w.By, Recorded: w.Via == model.Recorded, Signed: w.Via == model.Signed, Document: w.Document, On: w.On, Reason: w.Reason})
	}
	return out
}
