package results_test

import (
	"fmt"
	"github.com/charmbracelet/x/ansi"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/screen/results"
	"kinerja/ui/uitest"
)

// put types a value and leaves the cell with a key.
func put(p *results.Page, text, key string) []tea.Msg {
	asked := uitest.Type(p, text)
	return append(asked, uitest.Press(p, key)...)
}

// A quarter of twenty people and six indicators, by keys alone: Tab through a
// row, Enter to the next one, back in the column where tabbing began.
func TestEnterTwentyBySix(t *testing.T) {
	d := newDesk(20)
	d.cards = map[model.CardID]model.Card{}
	p := open(t, d, "id")
	row := []string{"47/52", "91,5", "80", "45", "2", "99"}
	for range 20 {
		for c, text := range row {
			key := "tab"
			if c == len(row)-1 {
				key = "enter"
			}
			put(p, text, key)
		}
	}
	if got, want := d.entered, 120; got != want {
		t.Errorf("%d values were saved, want %d", got, want)
	}
	for person := range 20 {
		for c, want := range []string{"47/52", "91.5", "80", "45", "2", "99"} {
			if got := d.value(person, c); got != want {
				t.Errorf("person %d, indicator %d: %s, want %s", person, c, got, want)
			}
		}
	}
	if got := p.Unsaved(); got != "" {
		t.Errorf("unsaved: %q", got)
	}
}

// Another window changes values, hires somebody who comes first by name and
// lets somebody go, while a value is being typed here.
func TestReloadWhileTyping(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	uitest.Press(p, "down", "right")
	uitest.Type(p, "93,")
	d.fill(0, "50 51 52 53 1 54 2 6")
	d.hire(0, "Aaliyah Putri")
	rows := d.sheets[0].Rows
	d.sheets[0].Rows = append([]model.SheetRow{rows[8]}, rows[:7]...) // Gita has left
	uitest.Run(p, p.Init())
	view := p.View()
	lines := strings.Split(view, "\n")
	if !strings.Contains(lines[4], "▸Budi Santoso") || !strings.Contains(lines[4], "[93,   ]") {
		t.Errorf("what was being typed has moved:\n%s", view)
	}
	if !strings.Contains(lines[3], "50,00") || !strings.Contains(lines[10], "Aaliyah") || strings.Contains(view, "Gita") {
		t.Errorf("the other window's changes are not shown:\n%s", view)
	}
	uitest.Type(p, "5")
	uitest.Press(p, "enter")
	budi := d.sheets[0].Rows[2]
	if got := d.card(budi.Plan, thisQuarter).Entry(budi.Plan.Measures[1].ID).Actual.String(); got != "93.5" {
		t.Errorf("saved %s, want 93.5", got)
	}
}

// Two windows in one cell: who types learns that the other was quicker.
func TestReloadTellsOfTheOtherWindow(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	uitest.Type(p, "93")
	if said := uitest.Run(p, p.Init()); len(said) != 0 {
		t.Errorf("nothing changed, and it says %v", said)
	}
	d.fill(0, "50 51 52 53 1 54 2 6")
	said := uitest.Run(p, p.Init())
	if len(said) != 1 || !strings.Contains(fmt.Sprint(said[0]), "Sementara itu 50 tersimpan") {
		t.Errorf("says %v", said)
	}
}

// A person who is gone from the file stays in sight while a value of theirs is
// being typed.
func TestReloadWithoutTheRow(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	uitest.Press(p, "down")
	uitest.Type(p, "93")
	d.sheets[0].Rows = append(d.sheets[0].Rows[:1:1], d.sheets[0].Rows[2:]...)
	uitest.Run(p, p.Init())
	if !strings.Contains(p.View(), "[93    ]") || !strings.Contains(p.View(), "▸Budi") {
		t.Errorf("what was being typed is gone:\n%s", p.View())
	}
}

func TestEntering(t *testing.T) {
	for _, tt := range []struct {
		name   string
		do     func(p *results.Page)
		want   string // value of the first cell in the file
		saves  int
		typing bool
		shows  string
	}{
		{"escape brings the old value back", func(p *results.Page) { put(p, "5", "esc") }, "92", 0, false, "92,00"},
		{"letters do not start typing", func(p *results.Page) { uitest.Type(p, "z") }, "92", 0, false, "92,00"},
		{"letters are text while typing", func(p *results.Page) { put(p, "9x", "enter") }, "92", 0, true, `"9x" bukan angka`},
		{"edit inside", func(p *results.Page) { uitest.Press(p, "f2", "backspace"); put(p, "4", "enter") }, "94", 1, false, "94,00"},
		{"typing replaces", func(p *results.Page) { put(p, "7", "down") }, "7", 1, false, "7,00"},
		{"a minus clears", func(p *results.Page) { put(p, "-", "enter") }, "-", 1, false, " –"},
		{"delete clears", func(p *results.Page) { uitest.Press(p, "delete") }, "-", 1, false, " –"},
		{"the same value is no change", func(p *results.Page) { put(p, "92,00", "enter") }, "92", 0, false, "92,00"},
		{"ctrl+s leaves the cell", func(p *results.Page) { put(p, "93", "ctrl+s") }, "93", 1, false, "tersimpan 14.03"},
		{"ctrl+z gives up typing", func(p *results.Page) { put(p, "93", "ctrl+z") }, "92", 0, false, "92,00"},
		{"a comma begins a number", func(p *results.Page) { put(p, ",5", "enter") }, "0.5", 1, false, "0,50"},
		{"a pasted value", func(p *results.Page) { paste(p, " 47/52\r\n"); uitest.Press(p, "enter") }, "47/52", 1, false, "90,38"},
		{"a pasted block waits for a yes", func(p *results.Page) { paste(p, "1\t2\n3\t4") }, "92", 0, false, "PRATINJAU"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(3)
			p := open(t, d, "id")
			tt.do(p)
			if got := d.value(0, 0); got != tt.want {
				t.Errorf("the file holds %s, want %s", got, tt.want)
			}
			if d.entered != tt.saves || p.Typing() != tt.typing {
				t.Errorf("%d savings, typing %v; want %d, %v", d.entered, p.Typing(), tt.saves, tt.typing)
			}
			if !strings.Contains(p.View(), tt.shows) {
				t.Errorf("no %q in\n%s", tt.shows, p.View())
			}
		})
	}
}

func paste(p *results.Page, text string) []tea.Msg {
	return uitest.Run(p, p.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}))
}

// A value outside its plausible range is kept, with a reason or without.
func TestImplausible(t *testing.T) {
	for _, tt := range []struct{ reason, key, want string }{
		{"cakupan lintas wilayah", "enter", "cakupan lintas wilayah"}, {"", "enter", ""},
	} {
		d := newDesk(3)
		p := open(t, d, "id")
		put(p, "150", "enter")
		if d.entered != 0 || !p.Typing() {
			t.Errorf("saved before the reason was asked")
		}
		uitest.Type(p, tt.reason)
		uitest.Press(p, tt.key, "up")
		row := d.sheets[0].Rows[0]
		e := d.card(row.Plan, thisQuarter).Entry(row.Plan.Measures[0].ID)
		if got := e.Actual.String(); got != "150" || e.Reason != tt.want {
			t.Errorf("saved %s because %q, want 150 because %q", got, e.Reason, tt.want)
		}
		if !strings.Contains(p.View(), "150,00!") {
			t.Errorf("no mark:\n%s", p.View())
		}
	}
}

// Escape at the question why keeps nothing: the value is typed on, and a second
// Escape brings the old one back.
func TestImplausibleIsReconsidered(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	put(p, "150", "enter")
	uitest.Type(p, "tidak jadi")
	uitest.Press(p, "esc")
	if d.entered != 0 || !p.Typing() || !strings.Contains(p.View(), "[150") {
		t.Fatalf("the value is not typed on, or was kept (%d):\n%s", d.entered, p.View())
	}
	uitest.Press(p, "esc")
	if d.entered != 0 || p.Typing() || !strings.Contains(p.View(), "92,00") {
		t.Errorf("the old value is not back:\n%s", p.View())
	}
	put(p, "150", "enter")
	uitest.Press(p, "esc", "backspace", "enter") // 15, which is plausible
	row := d.sheets[0].Rows[0]
	if got := d.card(row.Plan, thisQuarter).Entry(row.Plan.Measures[0].ID).Actual.String(); got != "15" {
		t.Errorf("saved %s, want the mended 15", got)
	}
}

// The aid moves with each key, and is back when typing is given up.
func TestAidIsLive(t *testing.T) {
	p := open(t, newDesk(3), "id")
	if !strings.Contains(p.View(), "102,53 sesuai") {
		t.Fatalf("not the aid expected:\n%s", p.View())
	}
	uitest.Type(p, "9")
	if !strings.Contains(p.View(), "84,09 di bawah") {
		t.Errorf("the aid does not follow the typing:\n%s", p.View())
	}
	uitest.Press(p, "esc")
	if !strings.Contains(p.View(), "102,53 sesuai") {
		t.Errorf("the aid is not back:\n%s", p.View())
	}
}

func TestLockedIsRefusedWithWhy(t *testing.T) {
	d := newDesk(3)
	d.sheets[0].Rows[0].State = model.Shared
	p := open(t, d, "id")
	for _, key := range []string{"5", "delete"} {
		if got := said(uitest.Press(p, key)); !strings.Contains(got, "Ani Lestari: sudah disampaikan") {
			t.Errorf("%s: said %q", key, got)
		}
	}
	for _, id := range []string{"edit", "filldown", "note"} {
		if got := whyNot(t, p, id); !strings.Contains(got, "tarik dahulu di Evaluasi") {
			t.Errorf("%s: %q does not say where to withdraw", id, got)
		}
	}
	uitest.Press(p, "f2", "d")
	if p.Typing() || d.entered != 0 {
		t.Error("a locked value can be typed")
	}
	offered := map[string]bool{}
	for _, a := range p.Actions() {
		offered[a.ID] = a.Main && a.Why == ""
	}
	if offered["edit"] || offered["filldown"] || !offered["why"] || !offered["detail"] {
		t.Errorf("a locked cell offers %v", offered)
	}
	if !strings.Contains(p.View(), "terkunci, sudah disampaikan: tarik di Evaluasi") {
		t.Errorf("the line does not say where to withdraw:\n%s", p.View())
	}
	plan := d.sheets[0].Rows[0].Plan.ID
	if got := do(t, p, "coach"); len(got) != 1 || got[0].(nav.OpenMsg).Route.(nav.StartCoaching).Plan != plan || got[0].(nav.OpenMsg).Route.(nav.StartCoaching).Measure == "" {
		t.Errorf("b leads to %+v", got)
	}
	if got := do(t, p, "evaluation"); len(got) != 1 || got[0] != (nav.OpenMsg{Route: nav.Evaluation{Plan: plan, Period: thisQuarter}}) {
		t.Errorf("the way to the evaluation is %v", got)
	}
	d.sheets[0].Rows[0].State = model.Final
	uitest.Run(p, p.Init())
	if got := whyNot(t, p, "edit"); !strings.Contains(got, "tidak dapat ditarik lagi") {
		t.Errorf("final: %q", got)
	}
}

func TestWhoMayNotEnterIsTold(t *testing.T) {
	env := uitest.Env(t, "id")
	env.Me = model.Actor{Roles: model.RolesOf(model.RoleAuditor)}
	p := results.New(env, newDesk(3), nav.Results{}, "")
	uitest.Open(p, width, height)
	if got := said(uitest.Press(p, "5")); !strings.Contains(got, "tidak berhak") || p.Typing() {
		t.Errorf("said %q, typing %v", got, p.Typing())
	}
}

func TestOpensOnAPerson(t *testing.T) {
	p := results.New(uitest.Env(t, "id"), newDesk(8), nav.Results{Employee: "E-BIDAN-5"}, "")
	uitest.Open(p, width, height)
	if at := p.Place().(nav.Results); at.Employee != "E-BIDAN-5" || p.Crumb() != "TW III 2026" {
		t.Errorf("opens on %s in %q", at.Employee, p.Crumb())
	}
}

// The grid comes back to its cell, from wherever it is left.
func TestPlaceIsTheCell(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	uitest.Press(p, "down", "down", "tab")
	place := p.Place().(nav.Results)
	again := results.New(uitest.Env(t, "id"), d, place, "")
	if got := again.Place(); got != place { // before anything is read
		t.Errorf("place %+v, want %+v", got, place)
	}
	uitest.Open(again, width, height)
	if got := again.Place(); got != place || place.Employee != "E-BIDAN-2" || place.Measure == "" {
		t.Errorf("place %+v, want %+v", got, place)
	}
	if again.View() != p.View() {
		t.Errorf("comes back as\n%s", again.View())
	}
}

func TestOtherSheets(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	uitest.Press(p, "]")
	if got, want := p.Title(), "Tenaga administrasi (1 orang)"; got != want {
		t.Errorf("title = %q, want %q", got, want)
	}
	if _, _, why := nav.Press(p.Actions(), uitest.Key("]")); why == "" {
		t.Error("the last instrument has a next one")
	}
	uitest.Press(p, "[")
	before := p.View()
	uitest.Choose(t, p, "2026-Q2") // asked by the router, as on every page
	if got := p.Crumb(); got != "TW II 2026" || p.View() == before {
		t.Errorf("crumb = %q", got)
	}
	if got := uitest.Press(p, "esc"); len(got) != 1 || got[0] != (nav.BackMsg{}) {
		t.Errorf("Esc asks for %v", got)
	}
}

// Values of one sheet are saved while another is on screen.
func TestUnsavedFollowsTheFileNotTheSheet(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	d.fail = model.ErrBusy
	put(p, "91", "enter")
	uitest.Press(p, "]")
	d.fail = nil
	uitest.Press(p, "down")
	if got := d.value(0, 0); got != "91" {
		t.Errorf("the file holds %s, want 91", got)
	}
}

// Whatever the size and the state, the page fits, and what is typed stays.
func TestResizeInEveryState(t *testing.T) {
	for name, do := range map[string]func(p *results.Page){
		"moving": func(*results.Page) {}, "typing": func(p *results.Page) { uitest.Type(p, "47/52") },
		"fault": func(p *results.Page) { put(p, "9x", "enter") }, "reason": func(p *results.Page) { put(p, "150", "enter") },
		"filter": func(p *results.Page) { uitest.Press(p, "l"); uitest.Type(p, "小林") },
		"why":    func(p *results.Page) { uitest.Press(p, "x") },
		"detail": func(p *results.Page) { uitest.Press(p, "i") }, "note": func(p *results.Page) { uitest.Press(p, "n") },
		"preview": func(p *results.Page) { paste(p, "1\t2\nabc\t150\n") }, "range": func(p *results.Page) { uitest.Press(p, "v", "down") },
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, newDesk(30), "id")
			uitest.Press(p, "down", "right", "right")
			do(p)
			before := p.View()
			for _, size := range [][2]int{{58, 11}, {118, 32}, {20, 5}, {1, 1}, {0, 0}, {40, 3}, {200, 60}} {
				p.Resize(size[0], size[1])
				uitest.Fits(t, p.View(), size[0], max(1, size[1]))
			}
			p.Resize(width, height)
			if got := p.View(); got != before {
				t.Errorf("not the same after resizing:\n%s\nwant\n%s", got, before)
			}
		})
	}
}

// benchmark presses one key that moves, and draws, at so many rows.
func benchmark(b *testing.B, people int, keys ...string) {
	p := open(b, newDesk(people), "id")
	var list []tea.KeyMsg
	for _, k := range keys {
		list = append(list, uitest.Key(k))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Update(list[i%len(list)])
		_ = p.View()
	}
}

func BenchmarkMove40(b *testing.B)    { benchmark(b, 40, "down", "up") }
func BenchmarkMove10000(b *testing.B) { benchmark(b, 10_000, "down", "up") }
func BenchmarkType40(b *testing.B)    { benchmark(b, 40, "9", "backspace") }
func BenchmarkType10000(b *testing.B) { benchmark(b, 10_000, "9", "backspace") }

// The grid says at its top that the period is closed, since when and by whom.
func TestClosedPeriodIsSaidAtTheTop(t *testing.T) {
	d := newDesk(3)
	d.sheets[0].Closed = &model.ClosedError{Period: thisQuarter, Unit: "Puskesmas", By: "dr. Sari", On: 20261003}
	p := open(t, d, "id")
	if view := ansi.Strip(p.View()); !strings.HasPrefix(strings.TrimSpace(view), "TW III 2026 ditutup 3 Oktober 2026 oleh dr. Sari") {
		t.Errorf("%s", view)
	}
}

// What the signs in the grid mean is said in the help, and of a combined value
// that is but rough also in the detail of its cells.
func TestSignsAreExplained(t *testing.T) {
	for language, want := range map[string]string{"id": "rerata biasa", "en": "plain mean"} {
		p := open(t, newDesk(8), language)
		p.Resize(wideWidth, wideHeight)
		foot := ansi.Strip(p.View())
		if !strings.Contains(foot, " ~") {
			t.Fatalf("no rough value to explain:\n%s", foot)
		}
		signs := map[string]string{}
		for _, sign := range nav.SignsOf(p) {
			signs[sign.Sign] = sign.Means
		}
		for _, sign := range []string{"!", "?", "\"", "…", "*", "▼", "~"} {
			if signs[sign] == "" {
				t.Errorf("%s: nothing said of %s", language, sign)
			}
		}
		uitest.Press(p, "i")
		if view := ansi.Strip(p.View()); !strings.Contains(signs["~"], want) || !strings.Contains(view, want) {
			t.Errorf("%s: %q, and in the detail\n%s", language, signs["~"], view)
		}
	}
}
