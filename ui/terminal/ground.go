package terminal

import (
	"io"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/theme"
)

// Ground finds out whether the terminal is dark or light without waiting for
// it: the question goes out when the program runs, and the answer, if one ever
// comes, arrives among the keys. Until then, and on a silent terminal, the
// looks are such that they can be read on either.
type Ground struct {
	out  io.Writer                        // nil: do not ask
	make func(theme.Ground) *theme.Styles // looks for a ground

	waiting bool   // asked and not answered
	reading bool   // within the answer
	answer  string // as far as it came
}

// NewGround returns a question to out; looks makes the looks for its answer.
func NewGround(out io.Writer, looks func(theme.Ground) *theme.Styles) Ground {
	return Ground{out: out, make: looks}
}

// query is OSC 11, "which colour is the background?".
const query = "\x1b]11;?\x07"

// Ask asks the terminal; the answer comes among the keys.
func (g *Ground) Ask() tea.Cmd {
	if g.out == nil {
		return nil
	}
	g.waiting = true
	out := g.out
	return func() tea.Msg {
		io.WriteString(out, query) // a terminal that cannot be written to shows nothing anyway
		return nil
	}
}

// Takes reports whether k is a piece of the answer, and with its end what it
// looks like then. Bubble Tea reads it as Alt+], a run of text, and Alt+\ or
// Ctrl+G.
func (g *Ground) Takes(k tea.KeyMsg) (taken bool, looks *theme.Styles) {
	switch {
	case !g.waiting:
		return false, nil
	case !g.reading:
		g.reading = k.Alt && string(k.Runes) == "]"
		return g.reading, nil
	case k.Alt && string(k.Runes) == `\`, k.Type == tea.KeyCtrlG:
		g.waiting, g.reading = false, false
		if got, ok := groundOf(g.answer); ok {
			looks = g.make(got)
		}
		return true, looks
	case k.Type == tea.KeyRunes && strings.Trim(string(k.Runes), "0123456789abcdefABCDEF;:/rg") == "":
		g.answer += string(k.Runes)
		return true, looks
	}
	g.waiting, g.reading = false, false
	return false, nil
}

// groundOf reads "11;rgb:1e1e/1e1e/2e2e".
func groundOf(answer string) (theme.Ground, bool) {
	rest, ok := strings.CutPrefix(answer, "11;rgb:")
	parts := strings.Split(rest, "/")
	if !ok || len(parts) != 3 {
		return theme.Unknown, false
	}
	sum := 0.0
	for i, weight := range []float64{0.299, 0.587, 0.114} {
		n, err := strconv.ParseUint(parts[i], 16, 32)
		if err != nil || len(parts[i]) == 0 || len(parts[i]) > 4 {
			return theme.Unknown, false
		}
		sum += weight * float64(n) / float64(uint64(1)<<(4*len(parts[i]))-1)
	}
	if sum < 0.5 {
		return theme.Dark, true
	}
	return theme.Light, true
}

// groundFrom reads COLORFGBG ("15;0"), which some terminals set.
func groundFrom(colorfgbg string) theme.Ground {
	parts := strings.Split(colorfgbg, ";")
	n, err := strconv.Atoi(parts[len(parts)-1])
	switch {
	case err != nil || n < 0 || n > 15:
		return theme.Unknown
	case n == 7 || n == 15:
		return theme.Light
	}
	return theme.Dark
}
