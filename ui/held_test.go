package ui

import (
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/held"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// late is a page that is read when a test says so.
type late struct {
	*page
	data nav.Load[int]
}

func (l *late) Init() tea.Cmd {
	return l.data.Start(func() (int, error) {
		if l.fault == "read" {
			return 0, errors.New("damaged")
		}
		return 1, nil
	})
}

func (l *late) Update(msg tea.Msg) tea.Cmd {
	if l.data.Take(msg) {
		return nil
	}
	return l.page.Update(msg)
}

// ahead opens a late page of a list and presses keys before it is read. read is
// what reads it.
func ahead(t *testing.T, fault string, keys ...tea.KeyMsg) (d *desk, l *late, read tea.Cmd) {
	d = run(t, 80, 24)
	d.build = func(nav.Route) nav.Screen {
		l = &late{page: &page{env: d.env, name: "late", fault: fault}}
		return l
	}
	d.press("g")
	_, read = d.Update(runes("4zx"))
	for _, k := range keys {
		d.send(k)
	}
	if l.keys != nil || l.done != nil {
		t.Fatalf("not read, it got %v and did %v", l.keys, l.done)
	}
	return d, l, read
}

// What is typed before a page is read does on it, in that order, what it does a
// moment later; also what came in one read with the key that opened the page.
func TestKeysBeforeThePageIsRead(t *testing.T) {
	d, l, read := ahead(t, "", uitest.Key("down"), uitest.Key("l"), runes("siti"), uitest.Key("esc"), uitest.Key("x"))
	d.do(read)
	if got := strings.Join(l.keys, "|"); got != "z|down|s|iti|esc" && got != "z|down|siti|esc" {
		t.Errorf("the page got %q", got)
	}
	if got := strings.Join(l.done, " "); got != "why filter why" {
		t.Errorf("ran %q", got)
	}
	d.press("x") // and from now on at once
	if len(l.done) != 4 {
		t.Errorf("ran %v", l.done)
	}

	d, l, read = ahead(t, "read", uitest.Key("down"))
	if d.do(read); l.keys != nil || l.done != nil {
		t.Errorf("nothing was read, but it got %v and did %v", l.keys, l.done)
	}
	if d.press("x"); len(l.done) != 1 {
		t.Errorf("ran %v", l.done)
	}

	d, l, read = ahead(t, "", uitest.Key("esc"))
	d.press("esc") // one need not wait
	if len(d.stack) != 1 {
		t.Error("a page that takes long cannot be left")
	}
	if d.do(read); strings.Join(l.keys, "|") != "esc" {
		t.Errorf("given up, it got %v", l.keys)
	}

	d, l, read = ahead(t, "")
	for range 2 * held.Most {
		d.press("x")
	}
	if d.do(read); len(l.done) != held.Most {
		t.Errorf("%d keys were held", len(l.done))
	}
}
