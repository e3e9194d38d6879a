package export

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"

	"kinerja/model"
)

// CSV writes the table for an Indonesian Excel: UTF-8 with BOM, semicolons,
// decimal commas, CRLF, a NIP grouped so that it stays text. plain is for
// machines: commas, decimal points, LF, no BOM, identifiers as they are.
//
// Text that a spreadsheet would run (it begins with = + - or @) gets an
// apostrophe in front, which a spreadsheet takes for "this is text".
func CSV(w io.Writer, t Table, plain bool) error {
	out := csv.NewWriter(w)
	if !plain {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
		out.Comma, out.UseCRLF = ';', true
	}
	var cells []string
	for _, c := range t.Columns {
		if !c.Hidden {
			cells = append(cells, c.Name)
		}
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		cells = cells[:0]
		for i, c := range t.Columns {
			if !c.Hidden {
				cells = append(cells, csvCell(c.Kind, row[i], plain))
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func csvCell(kind Kind, v Value, plain bool) string {
	switch kind {
	case Number:
		n, ok := v.Number.Get()
		if !ok {
			return ""
		}
		text := n.String()
		if _, part, _ := strings.Cut(text, "."); len(part) == 3 {
			text += "0" // three decimals alone would read as thousands
		}
		if plain {
			return text
		}
		return strings.Replace(text, ".", ",", 1)
	case Date:
		return v.Date.String()
	}
	if plain {
		return inert(clean(v.Text))
	}
	return inert(untouched(clean(v.Text)))
}

// untouched writes text so that a spreadsheet does not take it for a number and
// round it, or for a date: a NIP in its groups, other long or zero-led digits
// and "2026-07" behind an apostrophe. Reading takes both off again.
func untouched(s string) string {
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	left, right, parted := strings.Cut(strings.ReplaceAll(s, "/", "-"), "-")
	switch {
	case digits(s) && len(s) == 18:
		return model.NIP(s).Grouped()
	case digits(s) && (len(s) > 11 || s[0] == '0' && s != "0"), parted && digits(left) && digits(right):
		return "'" + s
	}
	return s
}

// inert puts an apostrophe before text that a spreadsheet would run.
func inert(s string) string {
	if first, size := utf8.DecodeRuneInString(s); size > 0 && strings.ContainsRune("=+-@", first) {
		return "'" + s
	}
	return s
}
