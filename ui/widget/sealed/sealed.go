// Package sealed shows a recovery code the one time that it is shown, and knows
// whether somebody wrote it down: by its last group.
package sealed

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model/user"
	"kinerja/ui/theme"
)

// Lines draws the code in lines of at most width cells, broken between groups.
func Lines(s *theme.Styles, code string, width int) (lines []string) {
	for line := range strings.SplitSeq(ansi.Wordwrap(strings.ReplaceAll(code, "-", " - "), max(8, width-4), ""), "\n") {
		lines = append(lines, "  "+s.Title.Render(strings.Trim(line, " ")))
	}
	return lines
}

// Matches reports whether what was typed is the code's last group, or all of it:
// small or capital, O for 0, I and L for 1, as codes are read.
func Matches(code, typed string) bool {
	all, got := user.CodeSigns(code), user.CodeSigns(typed)
	last := user.CodeSigns(code[strings.LastIndexByte(code, '-')+1:])
	return got != "" && (got == last || got == all)
}
