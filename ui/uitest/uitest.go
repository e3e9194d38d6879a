// Package uitest drives a page without terminal, clock or wait: it opens it,
// presses keys as the router would, runs every command to its end, and
// compares what is seen with a golden file.
package uitest

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/model/rules"
	"kinerja/model/terms"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/theme"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Noon is the moment at which every page of a test lives: the sample's today,
// 5 October 2026, 14.03 WIB.
var Noon = time.Date(2026, 10, 5, 14, 3, 0, 0, time.FixedZone("WIB", 7*60*60))

// Env returns what every page gets, in language "id" or "en", without colour.
func Env(t testing.TB, language string) nav.Env {
	t.Helper()
	text, err := lang.Read(language)
	if err != nil {
		t.Fatal(err)
	}
	bindings, err := keys.New(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return nav.Env{
		Text: text, Keys: bindings, Styles: theme.New(lipgloss.NewRenderer(io.Discard), true, true),
		Rules: rules.Only(rules.PermenPANRB6()), Me: model.Owner("", "dr. Sari Wulandari"),
		Now: func() time.Time { return Noon }, Terms: terms.Default(),
	}
}

// Open gives s its room and loads it, as the router does.
func Open(s nav.Screen, width, height int) (asked []tea.Msg) {
	s.Resize(width, height)
	return Run(s, s.Init())
}

// Press sends keys as the router does: each to the page's actions first, then
// to the page itself. Keys are named as Bubble Tea names them ("down",
// "ctrl+z", "space", "x"). It returns what the page asked of the router.
func Press(s nav.Screen, keys ...string) (asked []tea.Msg) {
	for _, k := range keys {
		asked = append(asked, Send(s, Key(k))...)
	}
	return asked
}

// Type sends text one rune at a time.
func Type(s nav.Screen, text string) (asked []tea.Msg) {
	for _, r := range text {
		asked = append(asked, Send(s, Key(string(r)))...)
	}
	return asked
}

// Send sends one key, as Press does.
func Send(s nav.Screen, k tea.KeyMsg) []tea.Msg {
	if !s.Typing() || !Printable(k) {
		if cmd, done, _ := nav.Press(s.Actions(), k); done {
			return Run(s, cmd)
		}
	}
	return Run(s, s.Update(k))
}

// Printable reports whether k is text while a page is typing.
func Printable(k tea.KeyMsg) bool {
	return (k.Type == tea.KeyRunes || k.Type == tea.KeySpace) && !k.Alt
}

// Run runs cmd and all that follows from it, and returns what was asked of the
// router. Pages own no timers, so every command ends.
func Run(s nav.Screen, cmd tea.Cmd) (asked []tea.Msg) {
	for todo := []tea.Cmd{cmd}; len(todo) > 0; {
		cmd, todo = todo[0], todo[1:]
		if cmd == nil {
			continue
		}
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			todo = append(todo, msg...)
		case nav.ChangedMsg:
			asked = append(asked, msg)
			todo = append(todo, s.Init())
		case nav.AddedMsg: // for the page itself, too
			asked = append(asked, msg)
			todo = append(todo, s.Update(msg))
		case nav.OpenMsg, nav.BackMsg, nav.FailMsg, nav.SaidMsg, nav.AskMsg, nav.CopyMsg, nav.WriteMsg, nav.AgainMsg, nav.InsteadMsg, nav.PeriodMsg:
			asked = append(asked, msg)
		default:
			todo = append(todo, s.Update(msg))
		}
	}
	return asked
}

// Choose opens the choice of a period with its key and takes one of the list; it
// returns what the page asked of the router then.
func Choose(t testing.TB, s nav.Screen, period string) []tea.Msg {
	t.Helper()
	want, err := model.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	asked := Press(s, "t")
	if len(asked) == 1 {
		if m, ok := asked[0].(nav.PeriodMsg); ok && slices.Contains(m.List, want) {
			return Run(s, m.Choose(want))
		}
	}
	t.Fatalf("no %s in %v", period, asked)
	return nil
}

// Go presses keys as Press does; a period among them is chosen.
func Go(t testing.TB, s nav.Screen, keys ...string) (asked []tea.Msg) {
	t.Helper()
	for _, k := range keys {
		if _, err := model.ParsePeriod(k); err == nil {
			asked = append(asked, Choose(t, s, k)...)
			continue
		}
		asked = append(asked, Press(s, k)...)
	}
	return asked
}

// Wrote is the one table that a page asked to write, and what stands in it: a
// line a row, a tab between cells.
func Wrote(t testing.TB, asked []tea.Msg) (m nav.WriteMsg, text string) {
	t.Helper()
	i := slices.IndexFunc(asked, func(msg tea.Msg) bool { _, ok := msg.(nav.WriteMsg); return ok })
	if i < 0 {
		t.Fatalf("asked for %v", asked)
	}
	m = asked[i].(nav.WriteMsg)
	table, err := m.Read()
	if err != nil {
		t.Fatal(err)
	}
	var lines, cells []string
	for _, c := range table.Columns {
		cells = append(cells, c.Name)
	}
	lines = append(lines, strings.Join(cells, "\t"))
	for row, err := range table.Rows {
		if err != nil || len(row) != len(table.Columns) {
			t.Fatalf("%d cells in %d columns: %v", len(row), len(table.Columns), err)
		}
		cells = cells[:0]
		for i, c := range table.Columns {
			switch c.Kind {
			case listing.Number:
				cells = append(cells, row[i].Number.String())
			case listing.Date:
				cells = append(cells, row[i].Date.String())
			default:
				cells = append(cells, row[i].Text)
			}
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return m, strings.Join(lines, "\n")
}

// Key makes the message of a key from its name.
func Key(name string) tea.KeyMsg {
	switch name {
	case "space", " ":
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	for t := tea.KeyType(-128); t < 128; t++ {
		if k := (tea.KeyMsg{Type: t}); t != tea.KeyRunes && k.String() == name && name != "" {
			return k
		}
	}
	if rest, ok := strings.CutPrefix(name, "alt+"); ok {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(rest), Alt: true}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// Golden compares got, without colours and trailing spaces, with the golden
// file of this test: testdata/NAME.golden. With -update it writes the file.
func Golden(t testing.TB, got string) {
	t.Helper()
	lines := strings.Split(ansi.Strip(got), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got = strings.Join(lines, "\n") + "\n"
	path := filepath.Join("testdata", strings.NewReplacer("/", "_", " ", "_").Replace(t.Name())+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run the test with -update)", err)
	}
	want := strings.ReplaceAll(string(raw), "\r\n", "\n")
	if got != want {
		t.Errorf("%s differs\n--- got\n%s--- want\n%s%s", path, got, want, firstDifference(got, want))
	}
}

// firstDifference names the first line in which got and want differ.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "--- first difference\ngot  " + a[i] + "\nwant " + b[i]
		}
	}
	return ""
}

// Fits fails the test when view is wider or higher than its room.
func Fits(t testing.TB, view string, width, height int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) > height {
		t.Errorf("%d lines in a room of %d", len(lines), height)
	}
	if i := slices.IndexFunc(lines, func(l string) bool { return ansi.StringWidth(l) > width }); i >= 0 {
		t.Errorf("line %d is %d cells wide in a room of %d: %q", i, ansi.StringWidth(lines[i]), width, ansi.Strip(lines[i]))
	}
}
