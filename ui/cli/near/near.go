// Package near finds the word or the unit that somebody probably meant.
package near

import "strings"

// Word returns the one of words that was probably meant: at most two letters off,
// or begun and not finished; "" when none is near.
func Word(given string, words []string) string {
	best, least := "", 3
	given = strings.ToLower(given)
	for _, w := range words {
		low := strings.ToLower(w)
		d := distance(given, low)
		if strings.HasPrefix(low, given) && len(given) > 1 {
			d = min(d, 1)
		}
		if d < least && d < len(w) {
			best, least = w, d
		}
	}
	return best
}

// distance is how many letters must be added, taken away, changed or swapped
// with their neighbour to make b of a.
func distance(a, b string) int {
	two, one, now := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range one {
		one[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			change := one[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			now[j] = min(change, one[j]+1, now[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], two[j-2]+1)
			}
		}
		two, one, now = one, now, two
	}
	return one[len(b)]
}
