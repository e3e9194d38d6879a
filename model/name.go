package model

import (
	"slices"
	"strings"
)

// titleBefore reports whether a word, in lower case and without dots, is a
// title that stands before a name.
func titleBefore(folded string) bool {
	switch folded {
	case "prof", "dr", "drg", "drh", "drs", "dra", "ir", "h", "hj", "kh", "ust", "pdt", "ns", "apt", "bd", "bdn":
		return true
	}
	return false
}

// degreeStart reports whether a word, folded alike, begins a dotted degree:
// S.Kep, M.Si, A.Md.Keb, Sp.OG, Ph.D, Amd.Keb.
func degreeStart(folded string) bool {
	switch folded {
	case "s", "m", "a", "b", "d", "sp", "ph", "ll", "ed", "amd", "am", "dipl", "sst", "str", "se", "sh", "st", "mm", "mt":
		return true
	}
	return false
}

// SplitName takes the titles off a name as people write it: "dr. Sari
// Wulandari, M.K.M." gives "dr.", "Sari Wulandari", "M.K.M.". After a comma
// everything is a title. Before the name only the titles known count, with or
// without their dot (one letter needs it: "H. Ahmad"), also when they are glued
// together ("Prof.Dr.Ahmad"). At the end of a name without a comma, dotted
// degrees ("Sari S.Kep") are titles. At least one word always stays the name.
func SplitName(s string) (before, name, after string) {
	s, after, _ = strings.Cut(strings.Join(strings.Fields(s), " "), ",")
	words := unglue(strings.Fields(s))
	n := 0
	for n < len(words)-1 && isTitleBefore(words[n]) {
		n++
	}
	end := len(words)
	for end > n+1 && isTitleAfter(words[end-1]) {
		end--
	}
	after = strings.Trim(strings.TrimSpace(after), ", ")
	if tail := strings.Join(words[end:], " "); tail != "" && after != "" {
		after = tail + ", " + after
	} else if tail != "" {
		after = tail
	}
	return strings.Join(words[:n], " "), strings.Join(words[n:end], " "), after
}

// onePoint takes the second of two points away: "S.Kep.." is "S.Kep.".
func onePoint(s string) string {
	for strings.Contains(s, "..") {
		s = strings.ReplaceAll(s, "..", ".")
	}
	return s
}

// JoinTitles puts the titles of a newer writing of a name in the place of those
// known so far: what the newer one tells wins, on the side where it tells it,
// and a title does not stand on both sides. "dr." before the name and a list
// that writes "Sari Wulandari, dr." give "dr." behind it. Where the newer one
// tells no title on a side, those known stay there.
func JoinTitles(before, after, newBefore, newAfter string) (string, string) {
	newBefore, newAfter = onePoint(newBefore), onePoint(newAfter)
	if newAfter == "" {
		newAfter = withoutTitles(after, newBefore)
	} else {
		before = withoutTitles(before, newAfter)
	}
	if newBefore == "" {
		newBefore = before
	}
	return newBefore, withoutTitles(newAfter, newBefore)
}

// withoutTitles leaves out of a list of titles those that stand in another, on
// whichever side of the name: points, blanks, commas and capitals aside.
func withoutTitles(list, other string) string {
	if list == "" || other == "" {
		return list
	}
	known := map[string]bool{}
	for _, part := range strings.Split(other, ",") {
		known[titleKey(part)] = true
		for _, word := range strings.Fields(part) {
			if isTitleBefore(word) {
				known[titleKey(word)] = true
			}
		}
	}
	var kept []string
	for _, part := range strings.Split(list, ",") {
		var words []string
		for _, word := range strings.Fields(part) {
			if !known[titleKey(word)] {
				words = append(words, word)
			}
		}
		if len(words) > 0 && !known[titleKey(part)] {
			kept = append(kept, strings.Join(words, " "))
		}
	}
	return strings.Join(kept, ", ")
}

// titleKey is a title as two writings of it are compared: "S. Kep" and "s.kep.".
func titleKey(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '.' || r == ' ' {
			return -1
		}
		return r
	}, s))
}

// unglue parts titles from what is written against them: "Prof.Dr.Ahmad" is
// "Prof.", "Dr.", "Ahmad".
func unglue(words []string) []string {
	for i := 0; i < len(words); i++ {
		if isTitleBefore(words[i]) {
			continue
		}
		title, rest, ok := strings.Cut(words[i], ".")
		if !ok || !titleBefore(strings.ToLower(title)) {
			break
		}
		words = slices.Concat(words[:i], []string{title + ".", rest}, words[i+1:])
	}
	return words
}

func isTitleBefore(word string) bool {
	title, dotted := strings.CutSuffix(word, ".")
	return titleBefore(strings.ToLower(title)) && (dotted || len(title) > 1)
}

// isTitleAfter reports whether the last word of a name is a degree: with a dot
// inside ("S.Kep"), a title that may also follow ("Ns."), or capitals with a
// dot ("SE."). An initial ("W.") is part of the name.
func isTitleAfter(word string) bool {
	start, rest, ok := strings.Cut(word, ".")
	switch {
	case !ok || len(start) == 0:
		return false
	case rest != "":
		return degreeStart(strings.ToLower(start))
	case len(start) == 1:
		return false
	}
	return isTitleBefore(word) || start == strings.ToUpper(start)
}
