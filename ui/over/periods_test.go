package over_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

// The choice begins with the period on show, goes both ways, and changes
// nothing before Enter; Esc gives it up.
func TestPeriods(t *testing.T) {
	list := make([]model.Period, 0, 3)
	for _, name := range []string{"2026-Q2", "2026-Q3", "2026-Q4"} {
		p, err := model.ParsePeriod(name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	for _, tt := range []struct{ keys, want string }{
		{"enter", ""}, {"t enter", "2026-Q4"}, {"left enter", "2026-Q2"}, {"t t enter", "2026-Q2"}, {"t esc", ""}, {"right left enter", ""},
	} {
		got := ""
		o := over.NewPeriods(uitest.Env(t, "id"), nav.PeriodMsg{List: list, At: list[1], Choose: func(p model.Period) tea.Cmd {
			got = p.String()
			return nil
		}})
		if line := o.Line(); line != "Periode:  TW II 2026  [TW III 2026]  TW IV 2026 " {
			t.Errorf("line %q", line)
		}
		var last over.Done
		for _, k := range strings.Fields(tt.keys) {
			last = o.Press(uitest.Key(k))
			if last.Run != nil {
				last.Run()
			}
		}
		if got != tt.want || !last.Close {
			t.Errorf("%s: %q, want %q, closed %v", tt.keys, got, tt.want, last.Close)
		}
	}
}
