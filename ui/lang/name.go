package lang

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
)

// Namesakes are the names without titles that more than one person of a list
// has: of those people the titles say who is who.
type Namesakes map[string]bool

// FindNamesakes finds them in a list of n people.
func FindNamesakes(n int, name func(i int) string) Namesakes {
	seen, twice := make(map[string]bool, n), Namesakes{}
	for i := range n {
		_, bare, _ := model.SplitName(name(i))
		if bare = strings.ToLower(bare); seen[bare] {
			twice[bare] = true
		}
		seen[bare] = true
	}
	return twice
}

// TailMark stands before what a row says behind a name: it is not cut with it.
const TailMark = " · "

// Bare is a name without the degrees after it; namesakes keep theirs.
func (same Namesakes) Bare(name string) string {
	if at := strings.LastIndex(name, TailMark); at > 0 {
		return same.Bare(name[:at]) + name[at:]
	}
	before, bare, _ := model.SplitName(name)
	if same[strings.ToLower(bare)] {
		return name
	}
	return strings.TrimSpace(before + " " + bare)
}

// Fit brings a name into width cells, for a table whose line below says it
// whole. What is too long loses the degrees after it, from the last on, then
// the titles before it, and is cut only then. Namesakes keep their titles.
func (same Namesakes) Fit(name string, width int, ellipsis string) string {
	name = Inert(name)
	if at := strings.LastIndex(name, TailMark); at > 0 && width >= ansi.StringWidth(name[at:])+6 {
		return same.Fit(name[:at], width-ansi.StringWidth(name[at:]), ellipsis) + name[at:]
	}
	if ansi.StringWidth(name) <= width {
		return name
	}
	before, bare, _ := model.SplitName(name)
	if same[strings.ToLower(bare)] {
		return ansi.Truncate(name, width, ellipsis)
	}
	fits := func(s string) bool { return ansi.StringWidth(s) <= width }
	for at := strings.LastIndexByte(name, ','); at > 0; at = strings.LastIndexByte(name, ',') {
		if name = strings.TrimSpace(name[:at]); fits(name) {
			return name
		}
	}
	for titles := strings.Fields(before); len(titles) > 0; titles = titles[:len(titles)-1] {
		if name = strings.Join(titles, " ") + " " + bare; fits(name) {
			return name
		}
	}
	return ansi.Truncate(bare, width, ellipsis)
}
