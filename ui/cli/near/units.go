package near

import (
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/names"
)

// Units finds the units that query means, by name: those that have it as
// identity, code or name, else those whose name holds all its words.
func Units(units model.Units, query string) []model.Unit {
	var exact, parts []model.Unit
	folded := names.Fold(strings.TrimSpace(query))
	for _, u := range units {
		name := names.Fold(u.Name)
		switch {
		case strings.EqualFold(string(u.ID), query), names.Fold(u.Code) == folded && u.Code != "", name == folded:
			exact = append(exact, u)
		case hasWords(name, folded):
			parts = append(parts, u)
		}
	}
	if len(exact) > 0 {
		parts = exact
	}
	slices.SortFunc(parts, func(a, b model.Unit) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return parts
}

// hasWords reports whether every word of query stands in name.
func hasWords(name, query string) bool {
	words := strings.Fields(query)
	for _, w := range words {
		if !strings.Contains(name, w) {
			return false
		}
	}
	return len(words) > 0
}
