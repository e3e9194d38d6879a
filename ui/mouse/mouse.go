// Package mouse lets a click do what keys do: it presses the arrow keys until
// the cursor is where was clicked. So no page knows of the mouse, and nothing
// can be done with it that a key does not do.
//
// It goes by what every list, table, grid and form shows without colour: the
// row under the cursor begins with the cursor's sign, and in a grid the cell
// bears it too.
package mouse

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Page is what is clicked on.
type Page interface {
	View() string
	// Step presses an arrow key.
	Step(Direction)
}

// Direction is that of an arrow key.
type Direction uint8

// The directions; each lies beside its opposite.
const (
	Up Direction = iota
	Down
	Left
	Right
)

func (d Direction) back() Direction { return d ^ 1 }

// most bounds the keys of one click: more rows or columns are on no screen.
const most = 200

// Click brings the cursor to a place of a page's view, as far as there is
// something to be on. It reports whether the cursor was there already: then the
// click means what is there, not the way to it.
func Click(p Page, sign string, x, y int) (again bool) {
	lines := strings.Split(ansi.Strip(p.View()), "\n")
	blank := func(line string) bool { return strings.TrimSpace(line) == "" }
	if y < 0 || y >= len(lines) || blank(lines[y]) {
		return false
	}
	rows := seeker{p, Up, Down, func(view string) int { return row(view, sign) },
		func(last int) bool { return !slices.ContainsFunc(lines[last:y], blank) }} // below a gap is something else
	columns := seeker{p, Left, Right, func(view string) int { return cell(view, sign) }, func(int) bool { return true }}
	was, in := row(p.View(), sign), cell(p.View(), sign)
	if !rows.seek(y) {
		return false
	}
	return (in < 0 || columns.seek(x) && in == cell(p.View(), sign)) && was == y
}

// seeker brings the cursor to where it should be along one axis.
type seeker struct {
	Page
	before, after Direction
	at            func(view string) int // where the cursor stands
	reaches       func(last int) bool   // whether the last one, from there on, reaches to what is wanted
}

// seek presses a key until the cursor stands at the last place up to wanted.
// Where there is no such place the keys are taken back.
func (s seeker) seek(wanted int) bool {
	now := s.at(s.View())
	step := s.after
	if now > wanted {
		step = s.before
	}
	for steps := 1; now >= 0 && steps < most; steps++ {
		if now == wanted || step == s.before && now < wanted {
			return true
		}
		s.Step(step)
		next := s.at(s.View())
		switch {
		case step == s.after && next > wanted: // the one before reaches to here
			s.Step(s.before)
			return true
		case next == now && step == s.after && s.reaches(now):
			return true
		case next < 0, step == s.after && next <= now, step == s.before && next >= now: // it goes no further
			if next == now {
				steps-- // that key did nothing
			}
			for ; steps > 0; steps-- {
				s.Step(step.back())
			}
			return false
		}
		now = next
	}
	return false
}

// row is the line that begins with the sign; -1 for none.
func row(view, sign string) int {
	for i, line := range strings.Split(ansi.Strip(view), "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " "), sign) {
			return i
		}
	}
	return -1
}

// cell is where in the cursor's row the sign stands again; -1 where it does not.
func cell(view, sign string) int {
	i := row(view, sign)
	if i < 0 {
		return -1
	}
	line := strings.Split(ansi.Strip(view), "\n")[i]
	first := strings.Index(line, sign) + len(sign)
	second := strings.Index(line[first:], sign)
	if second < 0 {
		return -1
	}
	return ansi.StringWidth(line[:first+second])
}
