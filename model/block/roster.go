package block

import (
	"strings"

	"kinerja/model"
	"kinerja/model/nip"
)

// roster finds the people shown by what a list calls them. A row of -1 is a
// name that more than one person bears.
type roster map[string]int

// roster lists everybody shown: by NIP, by full name, by name without titles.
func (m *maker) roster() roster {
	r := roster{}
	add := func(key string, row int) {
		if key == "" {
			return
		}
		if other, taken := r[key]; taken && other != row {
			row = -1
		}
		r[key] = row
	}
	for row, i := range m.sheet.Shown {
		who := m.sheet.People[i].Staff
		add(string(who.Number), row)
		full, bare := fold(who.Name), bareName(who.Name)
		add(full, row)
		if bare != full {
			add(bare, row)
		}
	}
	return r
}

// find looks for whom a cell names: "Rina Hartati, A.Md.Keb.", "RINA HARTATI",
// a NIP, or a name with the NIP on its second line.
func (r roster) find(cell string) (row int, ok bool) {
	lines := strings.Split(cell, "\n")
	for _, line := range lines {
		if number := nip.Clean(line); len(number) >= 8 {
			if row, ok := r[number]; ok && row >= 0 {
				return row, true
			}
		}
	}
	for _, key := range []string{fold(cell), fold(lines[0]), bareName(lines[0])} {
		if row, ok := r[key]; ok && key != "" && row >= 0 {
			return row, true
		}
	}
	return 0, false
}

// bareName is a name without titles, as two lists would agree on it.
func bareName(s string) string {
	_, name, _ := model.SplitName(s)
	return fold(name)
}

// fold makes texts alike that differ in case and blanks only.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
