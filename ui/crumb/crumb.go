// Package crumb lays out the line at the head of every page: at the left where
// one is, the page and the thing it is about, at the right who works. It says
// nothing of the way one came: that may lead over other people's pages. What is
// cut says so with an ellipsis.
package crumb

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Place is where one is: a page ("Evaluation") and what it is about ("Rina
// Hartati"). Thing is empty for a page about nothing in particular; one that says
// only the page again is not said twice.
type Place struct{ Page, Thing string }

// Look is what stands between page and thing, and what stands for what was cut.
type Look struct{ Between, Cut string }

// Line lays out where one is and who works, of whom there are several ways to
// say it, the longest first. They are said shorter before the page is left out;
// the thing stays longest.
func (l Look) Line(at Place, who []string, width int) (left, right string) {
	whole, last := at.Page, at.Page
	if at.Thing != "" && at.Thing != at.Page {
		last = at.Thing
		if whole = last; at.Page != "" {
			whole = at.Page + l.Between + last
		}
	}
	for _, left = range []string{whole, last} {
		for _, right = range who {
			if ansi.StringWidth(left)+2+ansi.StringWidth(right) <= width {
				return left, right
			}
		}
	}
	right = ansi.Truncate(right, width*2/3, l.Cut)
	return ansi.Truncate(last, max(0, width-2-ansi.StringWidth(right)), l.Cut), right
}

// Who is the right of the line, the longest way of saying it first: what more the
// page knows of its place ("TW III 2026 · 4/38"), who works here, and in which
// role. Role and more may be empty.
func Who(name, role, more string) []string {
	who := []string{name}
	if role != "" {
		who = []string{strings.TrimSpace(name + " (" + role + ")"), name}
	}
	if more == "" {
		return who
	}
	ways := make([]string, 0, len(who)+1)
	for _, w := range who {
		ways = append(ways, more+" · "+w)
	}
	first, _, _ := strings.Cut(more, " · ")
	return append(ways, first+" · "+name)
}
