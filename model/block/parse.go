package block

import (
	"errors"
	"strings"
	"unicode"

	"kinerja/model"
)

// maxCells is how many cells a block may have: more than any sheet shows, and
// few enough to be looked at in a moment.
const maxCells = 200_000

// ErrTooMany: the block has more cells than any sheet.
var ErrTooMany = errors.New("too many cells in one block")

// Parse reads a block as spreadsheets copy it: a line a row, tabs between
// cells, a cell with tabs or line breaks in quotation marks. Lines parted by
// semicolons or commas are read too, where these are no decimal signs. Rows
// may be of different length; empty lines at the end are none.
func Parse(text string) ([][]string, error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	sep := separator(text)
	var rows [][]string
	row, cells := []string{}, 0
	for rest, more := text, text != ""; more; {
		var cell string
		var end byte
		cell, end, rest = cut(rest, sep)
		if cells++; cells > maxCells {
			return nil, ErrTooMany
		}
		row = append(row, plain(cell))
		if end != sep {
			rows, row = append(rows, row), []string{}
		}
		more = end != 0 && (rest != "" || end == sep)
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 1 && rows[len(rows)-1][0] == "" {
		rows = rows[:len(rows)-1]
	}
	return rows, nil
}

// cut takes the first cell off text: what it holds, what ended it (a
// separator, a line's end, or 0), and the rest.
func cut(text string, sep byte) (cell string, end byte, rest string) {
	if strings.HasPrefix(text, `"`) {
		if cell, end, rest, ok := quoted(text[1:], sep); ok {
			return cell, end, rest
		}
	}
	at := strings.IndexAny(text, string([]byte{sep, '\n'}))
	if at < 0 {
		return text, 0, ""
	}
	return text[:at], text[at], text[at+1:]
}

// quoted reads a cell in quotation marks, behind the first; ok is false where
// they are part of the text ("12" wide).
func quoted(text string, sep byte) (cell string, end byte, rest string, ok bool) {
	var b strings.Builder
	for {
		at := strings.IndexByte(text, '"')
		if at < 0 {
			return "", 0, "", false
		}
		b.WriteString(text[:at])
		text = text[at+1:]
		switch {
		case strings.HasPrefix(text, `"`):
			b.WriteByte('"')
			text = text[1:]
		case text == "":
			return b.String(), 0, "", true
		case text[0] == sep || text[0] == '\n':
			return b.String(), text[0], text[1:], true
		default:
			return "", 0, "", false
		}
	}
}

// plain is a cell without what a text from outside may hold and cannot be
// seen; its line breaks stay.
func plain(cell string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == unicode.ReplacementChar, unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, cell))
}

// separator is what parts the cells of a line: a tab; else a semicolon; else a
// comma, where it stands in every line equally often and the lines are not
// numbers with a decimal comma.
func separator(text string) byte {
	switch {
	case strings.Contains(text, "\t"):
		return '\t'
	case strings.Contains(text, ";"):
		return ';'
	}
	commas, numbers := -1, true
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		n := strings.Count(line, ",")
		if commas >= 0 && n != commas {
			return '\t'
		}
		commas = n
		_, _, _, err := model.ParseEntry(line, model.DecimalComma)
		numbers = numbers && err == nil
	}
	if commas > 0 && !numbers {
		return ','
	}
	return '\t'
}

// Write is a block as spreadsheets take it: tabs between cells, a line a row.
func Write(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(cell, "\t\n\r\"") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
