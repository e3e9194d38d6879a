package ui

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/burst"
	"kinerja/ui/clip"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// blocks is a page that takes blocks.
type blocks struct {
	page
	pasted []string
}

func (b *blocks) Pastes() bool { return true }

func (b *blocks) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyMsg); ok && k.Paste {
		b.pasted = append(b.pasted, string(k.Runes))
		return nil
	}
	return b.page.Update(msg)
}

// clipboard is one in memory.
type clipboard struct {
	text string
	err  error
}

func (c *clipboard) Read() (string, error) { return c.text, c.err }
func (c *clipboard) Write(text string) error {
	if c.err == nil {
		c.text = text
	}
	return c.err
}

// taking makes a router over a page that takes blocks, with a clock that the
// test moves.
func taking(t *testing.T) (r *Router, b *blocks, now *time.Time) {
	t.Helper()
	env := uitest.Env(t, "id")
	at := uitest.Noon
	env.Now = func() time.Time { return at }
	b = &blocks{page: page{env: env, name: "grid"}}
	r = NewRouter(env, func(nav.Route) nav.Screen { return b }, nav.Results{}, nil)
	r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return r, b, &at
}

// settle runs a command and what follows from it.
func settle(r *Router, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			settle(r, c)
		}
	default:
		_, next := r.Update(msg)
		settle(r, next)
	}
}

func TestCopyGoesEverywhere(t *testing.T) {
	for name, tt := range map[string]struct {
		env  map[string]string
		want []string
	}{
		"plain":  {nil, []string{"\x1b]52;c;OTIJODg=\x07"}},
		"tmux":   {map[string]string{"TMUX": "/tmp/tmux"}, []string{"\x1b]52;c;OTIJODg=\x07", "\x1bPtmux;"}},
		"screen": {map[string]string{"STY": "1.pts"}, []string{"\x1bP\x1b]52;c;OTIJODg=\x07\x1b\\"}},
	} {
		r, _, _ := taking(t)
		var out bytes.Buffer
		mine := &clipboard{}
		r.board = clip.Board{Clip: mine, Out: &out, Getenv: func(k string) string { return tt.env[k] }}
		_, cmd := r.Update(nav.CopyMsg{Text: "92\t88", Said: "2 sel disalin"})
		settle(r, cmd)
		for _, want := range tt.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: the terminal got %q, without %q", name, out.String(), want)
			}
		}
		if mine.text != "92\t88" || !strings.Contains(r.View(), "2 sel disalin") {
			t.Errorf("%s: the clipboard holds %q", name, mine.text)
		}
	}
}

func TestCtrlV(t *testing.T) {
	for name, tt := range map[string]struct {
		clip *clipboard
		own  string
		want string
		says string
	}{
		"the machine's":                    {&clipboard{text: "1\t2"}, "3", "1\t2", ""},
		"unreadable: what was copied here": {&clipboard{err: errors.New("no display")}, "3\t4", "3\t4", ""},
		"none: what was copied here":       {nil, "3\t4", "3\t4", ""},
		"nothing":                          {nil, "", "", "Ctrl+Shift+V"},
		"empty":                            {&clipboard{text: "\n"}, "", "", "Ctrl+Shift+V"},
	} {
		r, b, _ := taking(t)
		r.board.Copy(tt.own)
		if tt.clip != nil {
			r.board.Clip = tt.clip
		}
		_, cmd := r.Update(uitest.Key("ctrl+v"))
		settle(r, cmd)
		if got := strings.Join(b.pasted, "|"); got != tt.want || !strings.Contains(r.View(), tt.says) {
			t.Errorf("%s: pasted %q, want %q:\n%s", name, got, tt.want, r.View())
		}
	}
}

// A page that takes no block says so, and where one does.
func TestAPageWithoutPlaceForAPasteSaysSo(t *testing.T) {
	d := run(t, 80, 24)
	block := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("Ani\t92\nBudi\t71"), Paste: true}
	d.send(block)
	d.sees("tidak menerima tempelan")
	if len(d.at().keys) != 0 {
		t.Errorf("the page got %q", d.at().keys)
	}
	d.at().typing = true
	d.send(block)
	if len(d.at().keys) != 1 {
		t.Errorf("what is typed into got %q", d.at().keys)
	}
}

// Outside a page that copies, Ctrl+C asks whether to quit.
func TestCtrlCAsks(t *testing.T) {
	r, _, _ := taking(t)
	r.Update(uitest.Key("ctrl+c"))
	if !strings.Contains(r.View(), r.env.Text.Frame.Quit) {
		t.Errorf("no question:\n%s", r.View())
	}
}

// burstOf sends text as keys, each a while after the one before, and lets the
// moment after the last of them pass.
func burstOf(r *Router, now *time.Time, text string, gap time.Duration) {
	for _, c := range text {
		k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{c}}
		switch c {
		case '\t':
			k = uitest.Key("tab")
		case '\n':
			k = uitest.Key("enter")
		case '\x1b':
			k = uitest.Key("esc")
		}
		r.Update(k)
		*now = now.Add(gap)
		if gap >= burst.Within {
			r.Update(r.burst.Due())
		}
	}
	*now = now.Add(burst.Within)
	r.Update(r.burst.Due())
}

func TestBurst(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		gap        time.Duration
		pasted     string
		keys       int
	}{
		{"a block", "92\t88\n71\t95\n", time.Millisecond, "92\t88\n71\t95\n", 0},
		{"a long block", strings.Repeat("92,5\t88\n", 60), time.Millisecond, strings.Repeat("92,5\t88\n", 60), 0},
		{"with marks that the console did not understand", "\x1b[200~92\t88\n71\t95\n\x1b[201~", time.Millisecond, "92\t88\n71\t95\n", 0},
		{"a fast typist", "92\t88\n71\t95\n", 40 * time.Millisecond, "", 12},
		{"few keys", "92\t88\n7", time.Millisecond, "", 7},
		{"a scanner", "198503152010012001", time.Millisecond, "", 18},
	} {
		r, b, now := taking(t)
		r.burst.On = true
		burstOf(r, now, tt.text, tt.gap)
		if got := strings.Join(b.pasted, "|"); got != tt.pasted || len(b.keys) != tt.keys {
			t.Errorf("%s: pasted %q and %d keys, want %q and %d", tt.name, got, len(b.keys), tt.pasted, tt.keys)
		}
	}
}

// While keys of a burst still come, it is waited for; with arrows among them it
// is no block.
func TestBurstGoesOn(t *testing.T) {
	r, b, now := taking(t)
	r.burst.On = true
	for _, c := range "92\t88\n71\t95" {
		r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{c}})
		*now = now.Add(4 * time.Millisecond)
	}
	if _, cmd := r.Update(r.burst.Due()); cmd == nil || len(b.pasted)+len(b.keys) != 0 {
		t.Errorf("not waited for: %v, %v", b.pasted, b.keys)
	}
	r.Update(uitest.Key("down"))
	*now = now.Add(burst.Within)
	if r.Update(r.burst.Due()); len(b.pasted) != 0 || len(b.keys) != 12 {
		t.Errorf("pasted %v, keys %v", b.pasted, b.keys)
	}
}

// A console that pauses within a block hands over the rest of it, and not an
// Enter that would say yes to the first half.
func TestBurstWithAPause(t *testing.T) {
	r, b, now := taking(t)
	r.burst.On = true
	burstOf(r, now, "92\t88\n71\t9", time.Millisecond)
	*now = now.Add(100 * time.Millisecond)
	burstOf(r, now, "5\n", time.Millisecond)
	*now = now.Add(time.Second)
	burstOf(r, now, "\n", time.Millisecond)
	if got := strings.Join(b.pasted, "|"); got != "92\t88\n71\t9|5\n" || len(b.keys) != 1 {
		t.Errorf("pasted %q, keys %v", got, b.keys)
	}
}

// Elsewhere, and on a terminal that marks its pastes, no key waits.
func TestNoBurstWhereNoneIsNeeded(t *testing.T) {
	r, b, _ := taking(t)
	r.Update(uitest.Key("down"))
	if len(b.keys) != 1 {
		t.Errorf("the key waits: %v", b.keys)
	}
}
