package nav_test

import (
	"errors"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

func answer(n int, err error) func() (int, error) { return func() (int, error) { return n, err } }

// Only the answer to the latest question counts.
func TestLateAnswersAreNotTaken(t *testing.T) {
	var l, other nav.Load[int]
	first, second := l.Start(answer(1, nil)), l.Start(answer(2, nil))
	theirs := other.Start(answer(3, nil))
	late, newest := first(), second()
	if l.Take(theirs()) || l.Take(late) || !l.Busy || l.Have {
		t.Errorf("took a stranger's or a late answer: %+v", l)
	}
	if !l.Take(newest) || l.Data != 2 || l.Busy || !l.Have {
		t.Errorf("did not take the newest answer: %+v", l)
	}
	if l.Take(late) || l.Data != 2 {
		t.Errorf("a late answer came over a newer one: %+v", l)
	}
}

// After an error what was read before stays.
func TestErrorsLeaveTheData(t *testing.T) {
	var l nav.Load[int]
	l.Take(l.Start(answer(1, nil))())
	if !l.Take(l.Start(answer(9, model.ErrBusy))()) || l.Data != 1 || !errors.Is(l.Err, model.ErrBusy) || !l.Have {
		t.Errorf("after an error: %+v", l)
	}
	if l.Take(l.Start(answer(2, nil))()); l.Err != nil || l.Data != 2 {
		t.Errorf("after the next answer: %+v", l)
	}
}

func TestPress(t *testing.T) {
	k := uitest.Env(t, "id").Keys
	ran := ""
	run := func(name string) func() tea.Cmd { return func() tea.Cmd { ran += name; return nil } }
	actions := []nav.Action{
		{ID: "undo", Binding: k.Undo, Why: "nothing to undo", Run: run("undo")},
		{ID: "why", Binding: k.Why, Run: run("why")},
		{ID: "order", Binding: k.Order}, // named for help; the page does it
	}
	for _, tt := range []struct {
		key  string
		done bool
		why  string
		ran  string
	}{
		{"x", true, "", "why"}, {"X", true, "", "why"}, {"u", true, "nothing to undo", ""}, {"o", false, "", ""}, {"z", false, "", ""},
	} {
		ran = ""
		if _, done, why := nav.Press(actions, uitest.Key(tt.key)); done != tt.done || why != tt.why || ran != tt.ran {
			t.Errorf("%s: done %v, why %q, ran %q", tt.key, done, why, ran)
		}
	}
}
