package known

import (
	"strings"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/store/intake/table"
)

// SplitName parts a cell that holds name and number as people keep them: in two
// lines, or "name / number". number is empty where there is none; a number that
// is broken is still a number, so that it is refused and not lost.
func SplitName(s string) (name, number string) {
	at := strings.IndexByte(s, '\n')
	if at < 0 {
		if at = strings.LastIndexByte(s, '/'); at >= 0 && !strings.ContainsAny(s[at:], "0123456789") && !model.NoValue(s[at+1:]) {
			at = -1 // "S/O", not a number
		}
	}
	if at < 0 {
		return s, ""
	}
	name, number = table.Trim(s[:at]), table.Trim(strings.ReplaceAll(s[at+1:], "\n", " "))
	number = strings.TrimLeft(number, "/ (")
	for _, label := range []string{"NIP", "NI PPPK", "NIPPPK"} {
		if len(number) > len(label) && strings.EqualFold(number[:len(label)], label) {
			number = strings.TrimLeft(number[len(label):], " .:")
		}
	}
	number = strings.TrimRight(number, ") ")
	switch {
	case model.NoValue(number):
		number = ""
	case !strings.ContainsAny(number, "0123456789"): // a name over two lines
		return name + " " + number, ""
	}
	return name, number
}

// Number reads the number in a cell. Someone known by it is found whatever the
// number looks like; else it must be right for kind, or, where told is false,
// be a NIP. It never mends a digit.
func (k *People) Number(c table.Cell, kind model.EmployeeKind, told bool, today model.Date) (model.NIP, nip.Info, error) {
	local := told && kind == model.NonASN
	if c.Kind != table.Text {
		// A float keeps fifteen digits; more are gone, and nobody can tell which.
		if !table.AllDigits(c.Text) || len(c.Text) > 15 || !local && k.byNumber[model.NIP(c.Text)] == nil {
			return "", nip.Info{}, nip.ErrSheet
		}
	}
	clean := model.NIP(strings.ToUpper(nip.Clean(c.Text)))
	if len(clean) == 18 && table.AllDigits(string(clean)) && strings.HasSuffix(string(clean), "000") {
		return "", nip.Info{}, nip.ErrSheet // rounded to fifteen digits
	}
	_, own := given(clean)
	if local || own || len(clean) != 18 && k.byNumber[clean] != nil {
		n, err := nip.ParseLocal(c.Text)
		return n, nip.Info{}, err
	}
	return nip.Parse(c.Text, today)
}

// AnyNumber reads the number of somebody of whom nothing else is said, in a cell
// that may hold a name too.
func (k *People) AnyNumber(c table.Cell, today model.Date) (model.NIP, error) {
	if c.Kind == table.Text {
		c.Text = table.Unprotect(table.Trim(c.Text))
		if _, number := SplitName(c.Text); number != "" {
			c.Text = number
		}
	}
	number, _, err := k.Number(c, 0, false, today)
	if err != nil && c.Kind == table.Text {
		if local, lerr := nip.ParseLocal(c.Text); lerr == nil {
			return local, nil
		}
	}
	return number, err
}

// Same compares numbers whatever stands around them.
func Same(a, b string) bool {
	return strings.EqualFold(nip.Clean(a), nip.Clean(b))
}
