package nav

import (
	"errors"
	"fmt"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
)

// box is an outbox of numbers.
type box struct {
	list []int
	busy bool
	err  error
}

func (b *box) Next() (int, bool) {
	if b.busy || b.err != nil || len(b.list) == 0 {
		return 0, false
	}
	b.busy = true
	return b.list[0], true
}

func (b *box) Done() (n int) {
	n, b.list, b.busy = b.list[0], b.list[1:], false
	return n
}
func (b *box) Fail(err error) { b.err, b.busy = err, false }
func (b *box) Retry()         { b.err = nil }
func (b *box) Len() int       { return len(b.list) }

// Things go into the file one after the other; what waits for them goes on when
// the last one is there, and not when the file could not take one.
func TestSending(t *testing.T) {
	file, fails := []int(nil), map[int]error{}
	s := Sending[int, int]{Box: &box{list: []int{1, 2, 3}}, Refused: func(err error) bool { return errors.Is(err, model.ErrState) },
		Put: func(n int) func() (int, error) {
			return func() (int, error) {
				if fails[n] != nil {
					return 0, fails[n]
				}
				file = append(file, n)
				return n, nil
			}
		}}
	var told []string
	s.Kept = func(n int) { told = append(told, fmt.Sprint("kept ", n)) }
	run := func(cmd tea.Cmd) {
		told = nil
		for todo := []tea.Cmd{cmd}; len(todo) > 0; todo = todo[1:] {
			if todo[0] == nil {
				continue
			}
			switch msg := todo[0]().(type) {
			case tea.BatchMsg:
				todo = append(todo, msg...)
			case FailMsg, ChangedMsg, SaidMsg:
				told = append(told, fmt.Sprintf("%T", msg))
			default:
				if next, ok := s.Take(msg); ok {
					todo = append(todo, next)
				}
			}
		}
	}
	fails[2] = model.ErrFull
	run(s.WhenSaved(func() tea.Cmd { return Say("all") }))
	if fmt.Sprint(file, told) != "[1] [kept 1 nav.FailMsg]" {
		t.Errorf("on a full disk: %v in the file, told %v", file, told)
	}
	run(s.Run())
	if fmt.Sprint(file) != "[1]" {
		t.Errorf("tried again by itself: %v", file)
	}
	fails[2] = model.ErrState // now a rule refuses it: it goes, and the rest goes on
	run(s.WhenSaved(func() tea.Cmd {
		told = append(told, "goes on")
		return nil
	}))
	if fmt.Sprint(file, told) != "[1 3] [nav.FailMsg kept 3 goes on nav.ChangedMsg nav.ChangedMsg]" {
		t.Errorf("refused: %v in the file, told %v", file, told)
	}
	if _, ok := s.Take(loaded[int]{}); ok {
		t.Error("an answer to somebody else is taken")
	}
}
