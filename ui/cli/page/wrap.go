// Package page lays out text of the command line: paragraphs, pairs, tables,
// and lists of row numbers.
//
// What it promises: lines break at spaces only, so that options, paths and
// commands stay whole, whatever the width; nothing is lost from a table unless
// a width is asked for.
package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width is how wide text is written that no terminal sets a width to, as help is.
const Width = 80

// Wrap breaks text at spaces into lines of at most width cells. A word that is
// longer stands on a line of its own. A line that begins with a space is an
// example, and stays as it is.
func Wrap(text string, width int) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, " ") {
			lines = append(lines, line)
			continue
		}
		now := ""
		for _, word := range strings.Fields(line) {
			switch {
			case now == "":
				now = word
			case ansi.StringWidth(now)+1+ansi.StringWidth(word) > width:
				lines = append(lines, now)
				now = word
			default:
				now += " " + word
			}
		}
		lines = append(lines, now)
	}
	return lines
}

// Hang is Wrap with the first line indented by first, the others by rest.
func Hang(text string, width, first, rest int) []string {
	lines := Wrap(text, width-max(first, rest))
	for i := range lines {
		indent := rest
		if i == 0 {
			indent = first
		}
		lines[i] = strings.Repeat(" ", indent) + lines[i]
	}
	return lines
}

// Pairs writes names with what they mean, these wrapped beside them.
func Pairs(rows [][2]string, width int) []string {
	left := 0
	for _, r := range rows {
		left = max(left, ansi.StringWidth(r[0]))
	}
	var lines []string
	for _, r := range rows {
		for i, text := range Wrap(r[1], width-left-4) {
			name := r[0]
			if i > 0 {
				name = ""
			}
			lines = append(lines, "  "+name+strings.Repeat(" ", left-ansi.StringWidth(name))+"  "+text)
		}
	}
	return lines
}

// few is how many runs of rows Rows names before it leaves the rest out.
const few = 4

// Rows names rows, in their order, by runs: "6–15, 17, 20–22 …".
func Rows(rows []int) string {
	rows = slices.Compact(slices.Sorted(slices.Values(rows)))
	var runs []string
	for i := 0; i < len(rows); {
		end := i
		for end+1 < len(rows) && rows[end+1] == rows[end]+1 {
			end++
		}
		if len(runs) == few {
			return strings.Join(runs, ", ") + " …"
		}
		run := strconv.Itoa(rows[i])
		if end > i {
			run = fmt.Sprintf("%d–%d", rows[i], rows[end])
		}
		runs, i = append(runs, run), end+1
	}
	return strings.Join(runs, ", ")
}
