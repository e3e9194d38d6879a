package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kinerja/model/support"
	"kinerja/store/referral"
	"kinerja/ui/nav"
	"kinerja/ui/uitest"
)

// Whoever looks for support leaves nothing behind: not a byte of the file, no file beside
// it, no place to come back to, nobody looked up; also not after a while, at the end, or
// when the power goes while the page is open.
func TestAskingForSupportLeavesNothing(t *testing.T) {
	h := openHouse(t)
	if err := (referral.Desk{Desk: h.Desk}).SetContact(support.Contact{Name: "Ratna Ningsih", Phone: "0811-000-111"}); err != nil {
		t.Fatal(err)
	}
	var printed []string
	h.Print = func(lines []string) error { printed = lines; return nil }
	d := h.sit(t, "id", 80, 24)
	clock := uitest.Noon
	d.env.Now, d.Router.env.Now = func() time.Time { return clock }, func() time.Time { return clock }
	d.restore(h.Desk)
	wait := func() {
		t.Helper()
		for range 5 {
			clock = clock.Add(time.Second)
			d.do(d.rest())
		}
	}
	d.press("t") // a place is kept before
	d.press("esc")
	wait()
	if err := d.finish(); err != nil {
		t.Fatal(err)
	}
	before := everything(t, filepath.Dir(h.File.Path()))

	d.send(nav.OpenMsg{Route: nav.Support{}})
	wait()
	d.press("p")
	wait()
	if view := d.View(); !strings.Contains(view, "Minta dukungan") || len(printed) < 20 {
		t.Fatalf("%d lines printed from\n%s", len(printed), view)
	}
	d.do(d.store())
	if err := d.finish(); err != nil { // the program ends with the page open
		t.Fatal(err)
	}
	d.press("esc")
	wait()
	if err := d.finish(); err != nil {
		t.Fatal(err)
	}
	after := everything(t, filepath.Dir(h.File.Path()))
	for name, raw := range after {
		if was, there := before[name]; !there || !bytes.Equal(was, raw) && !strings.HasSuffix(name, ".lock") {
			t.Errorf("%s is new or changed", name)
		}
		if bytes.Contains(raw, []byte("Support")) || strings.HasSuffix(name, ".lock") && bytes.Contains(raw, []byte("support")) {
			t.Errorf("%s says that support was looked for", name)
		}
	}
}

// everything is every file of a folder.
func everything(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, e := range list {
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = raw
	}
	return all
}

// Page 6 leads to it with the key that prints, and the menu finds it by what people call
// it.
func TestTheWayToSupport(t *testing.T) {
	h := openHouse(t)
	for _, way := range [][]string{{"g", "6", "p"}, {":", "k", "o", "n", "s", "e", "l", "i", "n", "g", "enter"}} {
		d := h.sit(t, "id", 80, 24)
		for _, k := range way {
			d.press(k)
		}
		if view := d.View(); !strings.Contains(view, "Apa itu dukungan") {
			t.Errorf("%v leads to\n%s", way, view)
		}
	}
}
