package block

import (
	"slices"
	"strings"
	"unicode"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/model/sheet"
)

// headings of a column that names people, folded.
var headings = []string{"nama", "nama pegawai", "nama lengkap", "pegawai", "nip", "nip baru", "nama/nip", "nama / nip", "name", "employee"}

// called lists what a column calls people, where it is one that does: its
// heading says so, or most of its cells are names or have the length of a NIP.
// Nil for any other column.
func (p *paster) called(column int) (list []string) {
	looks := 0
	for _, cells := range p.rows[p.before:] {
		if column >= len(cells) || cells[column] == "" {
			continue
		}
		name, _, _ := strings.Cut(cells[column], "\n")
		if list = append(list, name); naming(cells[column]) {
			looks++
		}
	}
	if column < len(p.rows[0]) && slices.Contains(headings, fold(p.rows[0][column])) {
		if p.before == 0 && len(list) > 0 {
			list = list[1:] // the heading
		}
		return list
	}
	if 2*looks <= len(list) {
		return nil
	}
	return list
}

// naming reports whether a cell could name somebody: a NIP by its length, or
// words without a digit.
func naming(cell string) bool {
	if len(nip.Clean(cell)) == 18 {
		return true
	}
	letters := 0
	for _, r := range cell {
		switch {
		case unicode.IsDigit(r):
			return false
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters >= 3 && !model.NoValue(cell)
}

// Knows counts how many of what a block calls people are people of a sheet.
func Knows(s *sheet.Sheet, called []string) (n int) {
	known := newMaker(s).roster()
	for _, name := range called {
		if _, ok := known.find(name); ok {
			n++
		}
	}
	return n
}
