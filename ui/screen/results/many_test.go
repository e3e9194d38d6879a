package results_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/ui/nav"
	"kinerja/ui/screen/results"
	"kinerja/ui/uitest"
)

// question is the one that was asked; the test fails where none was.
func question(t *testing.T, asked []tea.Msg) nav.AskMsg {
	t.Helper()
	for _, m := range asked {
		if q, ok := m.(nav.AskMsg); ok {
			return q
		}
	}
	t.Fatalf("nothing was asked: %v", asked)
	return nav.AskMsg{}
}

// column is what the file holds for an indicator, from the first person on.
func column(d *desk, people, indicator int) string {
	var list []string
	for i := range people {
		list = append(list, d.value(i, indicator))
	}
	return strings.Join(list, " ")
}

// One value down a column takes four keys where other values would go, three
// where none would.
func TestFillDownWhileTyping(t *testing.T) {
	d := newDesk(40)
	p := open(t, d, "id")
	asked := append(uitest.Type(p, "90"), uitest.Press(p, "ctrl+d")...)
	q := question(t, asked)
	if want := "Isi 90 ke 40 sel sampai baris terakhir? 1 nilai lain akan diganti."; q.Question != want {
		t.Errorf("asks %q, want %q", q.Question, want)
	}
	if d.entered != 0 || !p.Typing() {
		t.Error("filled before the answer")
	}
	if got, want := said(uitest.Run(p, q.Yes)), "40 sel diisi"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := column(d, 40, 0); got != strings.TrimSpace(strings.Repeat("90 ", 40)) || d.entered != 1 || p.Typing() {
		t.Errorf("%d savings: %s", d.entered, got)
	}
	if got, want := said(uitest.Press(p, "u")), "Diurungkan: 40 nilai · 40 orang"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := column(d, 3, 0); got != "92 71.5 -" {
		t.Errorf("after undo the file holds %s", got)
	}
	if got, want := said(uitest.Press(p, "ctrl+y")), "Diulangi: 40 nilai · 40 orang"; got != want || d.value(39, 0) != "90" {
		t.Errorf("said %q, want %q; the last is %s", got, want, d.value(39, 0))
	}
	uitest.Press(p, "down", "down", "right")
	if asked := append(uitest.Type(p, "47/52"), uitest.Press(p, "ctrl+d")...); said(asked) != "38 sel diisi" || d.value(39, 1) != "47/52" {
		t.Errorf("into empty cells: %v, %s", asked, d.value(39, 1))
	}
}

// Rows that are filtered out take nothing.
func TestFillDownOnlyWhatIsShown(t *testing.T) {
	d := newDesk(40)
	p := open(t, d, "id")
	uitest.Press(p, "l")
	uitest.Type(p, "0003")
	uitest.Press(p, "enter")
	uitest.Type(p, "7")
	uitest.Press(p, "ctrl+d")
	if got := column(d, 40, 0); strings.Count(got, "7") != 11 { // ten, and the 71.5 that was there
		t.Errorf("the file holds %s", got)
	}
}

func TestFilling(t *testing.T) {
	for _, tt := range []struct {
		name string
		keys string
		want string // first three columns of the first three people
		said string
	}{
		{"an empty cell takes the one above", "down down d", "92 88 84.2 / 71.5 95 120 / 71.5 - -", "1 sel diisi"},
		{"Ctrl+D as well", "down down ctrl+d", "92 88 84.2 / 71.5 95 120 / 71.5 - -", "1 sel diisi"},
		{"nothing above", "delete d", "- 88 84.2 / 71.5 95 120 / - - -", "Pilih dahulu sel yang diisi: v, lalu Bawah, lalu d."},
		{"right copies the cell at its left", "right r", "92 92 84.2 / 71.5 95 120 / - - -", "1 sel diisi"},
		{"nothing at the left", "r", "92 88 84.2 / 71.5 95 120 / - - -", "Tidak ada kolom di kirinya."},
		{"a range down", "shift+down shift+down shift+right d", "92 88 84.2 / 92 88 120 / 92 88 -", "4 sel diisi"},
		{"a range right", "v down right right r", "92 92 92 / 71.5 71.5 71.5 / - - -", "4 sel diisi"},
		{"a row of a range copies the row above", "down shift+right d", "92 88 84.2 / 92 88 120 / - - -", "2 sel diisi"},
		{"what is the same does not count", "shift+down d d", "92 88 84.2 / 92 95 120 / - - -", "tidak ada sel yang berubah"},
		{"a range is cleared", "v down right delete", "- - 84.2 / - - 120 / - - -", "4 sel dikosongkan"},
		{"one reason for what is not plausible", "right right down v down right left d x enter", "92 88 84.2 / 71.5 95 120 / - - 120", "1 sel diisi"},
	} {
		d := newDesk(3)
		p := open(t, d, "id")
		var asked []tea.Msg
		for _, k := range strings.Fields(tt.keys) {
			asked = uitest.Press(p, k)
		}
		var rows []string
		for i := range 3 {
			rows = append(rows, fmt.Sprint(d.value(i, 0), " ", d.value(i, 1), " ", d.value(i, 2)))
		}
		if got := strings.Join(rows, " / "); got != tt.want || said(asked) != tt.said {
			t.Errorf("%s:\n got %s, said %q\nwant %s, said %q", tt.name, got, said(asked), tt.want, tt.said)
		}
		if d.entered > 1 {
			t.Errorf("%s: %d savings", tt.name, d.entered)
		}
	}
}

// What is locked takes nothing, and is counted.
func TestFillingLeavesTheLockedOut(t *testing.T) {
	d := newDesk(3)
	d.sheets[0].Rows[1].State = model.Shared
	p := open(t, d, "id")
	got := said(uitest.Press(p, "shift+down", "shift+down", "d"))
	if want := "1 sel diisi · 1 sel tidak diisi: Budi Santoso · IDL (terkunci: sudah disampaikan)"; got != want || column(d, 3, 0) != "92 71.5 92" {
		t.Errorf("said %q, want %q; the file holds %s", got, want, column(d, 3, 0))
	}
}

func TestCopy(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	for _, tt := range []struct{ keys, want, said string }{
		{"c", "92", "1 sel disalin"},
		{"shift+right shift+right shift+down ctrl+c", "92\t88\t84,2\n71,5\t95\t120\n", "6 sel disalin"},
		{"esc esc ctrl+home down down c", "", "1 sel disalin"},
	} {
		asked := uitest.Press(p, strings.Fields(tt.keys)...)
		got, ok := asked[len(asked)-1].(nav.CopyMsg)
		if !ok || got != (nav.CopyMsg{Text: tt.want, Said: tt.said}) {
			t.Errorf("%s: %+v", tt.keys, asked)
		}
	}
	uitest.Type(p, "47/5")
	if got := uitest.Press(p, "ctrl+c"); got[0] != (nav.CopyMsg{Text: "47/5", Said: "1 sel disalin"}) {
		t.Errorf("while typing: %v", got)
	}
}

// 480 values go in by one yes, back by one key, and in again.
func TestPasteOf480(t *testing.T) {
	d := newDesk(60)
	p := open(t, d, "id")
	var b strings.Builder
	for person := range 60 {
		for indicator := range 8 {
			fmt.Fprintf(&b, "%d,5\t", 1+(person+indicator)%4)
		}
		b.WriteString("\r\n")
	}
	block := strings.ReplaceAll(b.String(), "\t\r\n", "\r\n")
	paste(p, block)
	if d.entered != 0 || p.Unsaved() != "tempelan 480 nilai" {
		t.Errorf("%d savings before the yes, unsaved %q", d.entered, p.Unsaved())
	}
	if view := p.View(); !strings.Contains(view, "PRATINJAU") || !strings.Contains(view, "+ 480 berubah · ! ") {
		t.Errorf("no preview:\n%s", view)
	}
	uitest.Press(p, "enter")      // some are outside what is to be expected
	uitest.Type(p, "data contoh") // one reason for all
	if got := said(uitest.Press(p, "enter")); got != "480 sel diisi" || d.entered != 1 {
		t.Fatalf("said %q after %d savings", got, d.entered)
	}
	if got, want := said(uitest.Press(p, "u")), "Diurungkan: 480 nilai · 60 orang"; got != want || d.value(59, 7) != "-" || d.value(0, 0) != "92" {
		t.Errorf("said %q, want %q; the file holds %s and %s", got, want, d.value(59, 7), d.value(0, 0))
	}
	if got, want := said(uitest.Press(p, "ctrl+y")), "Diulangi: 480 nilai · 60 orang"; got != want || d.value(59, 7) != "3.5" {
		t.Errorf("said %q, want %q; the last is %s", got, want, d.value(59, 7))
	}
}

func TestPastePreview(t *testing.T) {
	d := newDesk(8)
	d.sheets[0].Rows[3].State = model.Shared
	p := open(t, d, "id")
	uitest.Press(p, "down")
	block := "80\t90\nabc\t9,4\n70\t71\n150\t-\n" + strings.Repeat("1\t2\n", 5)
	paste(p, block)
	view := p.View()
	for _, want := range []string{"80,00+", "abcx", "x 3 tidak masuk", "! 1 di luar wajar", "2 baris melebihi baris yang tampil", "150,00!"} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	uitest.Press(p, "tab")
	if view := p.View(); !strings.Contains(view, `x Citra Dewi · IDL · "abc" bukan angka; sel ini tidak berubah`) {
		t.Errorf("Tab does not go to what is refused:\n%s", view)
	}
	uitest.Run(p, p.Init())
	if !strings.Contains(p.View(), "PRATINJAU") {
		t.Error("reading again ends the preview")
	}
	uitest.Press(p, "esc")
	if d.entered != 0 || strings.Contains(p.View(), "80,00") || p.Unsaved() != "" {
		t.Errorf("Esc leaves something:\n%s", p.View())
	}
	uitest.Press(p, "up")
	paste(p, block)
	uitest.Press(p, "enter")
	if uitest.Press(p, "esc"); d.entered != 0 || !strings.Contains(p.View(), "PRATINJAU") {
		t.Errorf("Esc at the reason kept %d and leaves\n%s", d.entered, p.View())
	}
	asked := uitest.Press(p, "enter", "enter") // no reason
	if got, want := said(asked), `10 sel diisi · 3 sel tidak diisi: Citra Dewi · IDL ("abc" bukan angka); `+
		"Dewi Kartika Sari Wulandari Ningrum · IDL, K6 (terkunci: sudah disampaikan); 2 baris melebihi baris yang tampil dan tidak masuk."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got := column(d, 8, 0); got != "92 80 - - 150 1 1 1" {
		t.Errorf("the file holds %s", got)
	}
}

// A block that the terminal hands over in pieces is one block.
func TestPasteInPieces(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	paste(p, "1\t2\n3\t")
	paste(p, "4\n5\t6\n")
	uitest.Press(p, "enter")
	if a, b := column(d, 4, 0), column(d, 4, 1); a != "1 3 5 -" || b != "2 4 6 -" {
		t.Errorf("the file holds %s and %s", a, b)
	}
}

func TestPasteOneValueIntoARange(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	uitest.Press(p, "down", "shift+down", "shift+down")
	if got := said(paste(p, "47/52\n")); got != "3 sel diisi" || column(d, 5, 0) != "92 47/52 47/52 47/52 -" {
		t.Errorf("said %q; the file holds %s", got, column(d, 5, 0))
	}
	uitest.Press(p, "shift+down")
	if got := said(paste(p, "abc")); !strings.Contains(got, "bukan angka") || d.entered != 1 {
		t.Errorf("said %q", got)
	}
}

// What was being typed is kept before a block is looked at; what cannot be kept
// comes first.
func TestPasteWhileTyping(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	uitest.Type(p, "91")
	paste(p, "1\t2\n3\t4")
	if d.value(0, 0) != "91" || !strings.Contains(p.View(), "PRATINJAU") {
		t.Errorf("the file holds %s:\n%s", d.value(0, 0), p.View())
	}
	uitest.Press(p, "esc")
	uitest.Type(p, "9x")
	paste(p, "1\t2\n3\t4")
	if !p.Typing() || strings.Contains(p.View(), "PRATINJAU") {
		t.Errorf("what is typed is gone:\n%s", p.View())
	}
}

func TestWhoMayNotEnterPastesNothing(t *testing.T) {
	env := uitest.Env(t, "id")
	env.Me = model.Actor{Roles: model.RolesOf(model.RoleAuditor)}
	p := results.New(env, newDesk(3), nav.Results{}, "")
	uitest.Open(p, width, height)
	uitest.Press(p, "down", "right")
	for name, got := range map[string]string{
		"paste": said(paste(p, "1\t2\n3\t4")), "fill": whyNot(t, p, "filldown"), "right": whyNot(t, p, "fillright"), "note": whyNot(t, p, "note"),
		"type": said(uitest.Press(p, "5")), "clear": said(uitest.Press(p, "shift+down", "delete")), "fill range": said(uitest.Press(p, "d")),
	} {
		if !strings.Contains(got, "tidak berhak") {
			t.Errorf("%s: said %q", name, got)
		}
	}
}

// A note stays with its value, is shown by a sign, and can be undone.
func TestNotes(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	uitest.Press(p, "n")
	uitest.Type(p, "dari kohort ibu")
	uitest.Press(p, "enter")
	uitest.Press(p, "down")
	note := func() string {
		row := d.sheets[0].Rows[0]
		return d.card(row.Plan, thisQuarter).Entry(row.Plan.Measures[0].ID).Note
	}
	if note() != "dari kohort ibu" || !strings.Contains(p.View(), `" 92,00`) {
		t.Errorf("note %q:\n%s", note(), p.View())
	}
	uitest.Press(p, "up")
	put(p, "93", "up")
	if note() != "dari kohort ibu" || !strings.Contains(p.View(), "catatan: dari kohort ibu") {
		t.Errorf("with another value the note is %q:\n%s", note(), p.View())
	}
	uitest.Press(p, "n", "home", "delete", "delete", "delete", "delete", "delete", "enter")
	if got, want := said(uitest.Press(p, "u")), "Diurungkan: Ani Lestari · catatan IDL: kohort ibu → dari kohort ibu"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	uitest.Press(p, "n", "esc")
	if note() != "dari kohort ibu" || d.entered != 3 {
		t.Errorf("Esc changed it: %q, %d savings", note(), d.entered)
	}
}

// A digit too many is asked about while it is typed, and marked afterwards,
// until a note says that it is meant.
func TestDigitSlip(t *testing.T) {
	d := newDesk(3)
	p := open(t, d, "id")
	uitest.Press(p, "right", "right", "right")
	uitest.Type(p, "9,1")
	if !strings.Contains(p.View(), "? maksud Anda 91?") {
		t.Errorf("no hint:\n%s", p.View())
	}
	uitest.Press(p, "enter", "up")
	if !strings.Contains(p.View(), "9,10?") || d.value(0, 3) != "9.1" {
		t.Errorf("no mark, or not saved (%s):\n%s", d.value(0, 3), p.View())
	}
	uitest.Press(p, "n")
	uitest.Type(p, "loket baru")
	uitest.Press(p, "enter")
	if strings.Contains(p.View(), "9,10?") {
		t.Errorf("still marked:\n%s", p.View())
	}
}

// The panel says from which survey a value was taken, and that the survey has
// changed since.
func TestDetailOfATakenValue(t *testing.T) {
	d := newDesk(8)
	now := survey.Result{Survey: survey.Survey{Unit: "pkm", Period: d.periods[len(d.periods)-1], Respondents: 212}, Index: model.Some(model.MustNumber("84.2"))}
	d.from = &now
	p := open(t, d, "id")
	uitest.Press(p, "right", "right", "i")
	taken := "asal          dari SKM Puskesmas Kuala"
	if strings.Contains(p.View(), taken) {
		t.Errorf("typed, and yet:\n%s", p.View())
	}
	d.take(0, 2, survey.OriginOf(now))
	uitest.Run(p, p.Init())
	if got := ansi.Strip(p.View()); !strings.Contains(got, taken) || strings.Contains(got, "sudah berubah") {
		t.Errorf("taken:\n%s", got)
	}
	now.Survey.Respondents = 230
	uitest.Press(p, "i", "i", "down", "up")
	if got := strings.Join(strings.Fields(ansi.Strip(p.View())), " "); !strings.Contains(got, "survei itu sudah berubah: sekarang n = 230") {
		t.Errorf("nothing of the change:\n%s", got)
	}
}

// The panel about a cell follows the cursor, takes what is typed, and is closed
// before anything else is left.
func TestDetail(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	uitest.Press(p, "i")
	for _, want := range []string{"Rincian › Ani Lestari · IDL", "Imunisasi dasar lengkap", "90 (target instrumen)", "TW II 2026 88,00", "diisi oleh    dr. Sari Wulandari, 5 Oktober 2026 14.03"} {
		if !strings.Contains(p.View(), want) {
			t.Errorf("no %q in\n%s", want, p.View())
		}
	}
	uitest.Press(p, "down", "right")
	if !strings.Contains(p.View(), "Rincian › Budi Santoso · K6") || d.traces != 3 {
		t.Errorf("%d readings, and the panel does not follow:\n%s", d.traces, p.View())
	}
	uitest.Type(p, "47/52")
	if !strings.Contains(p.View(), "[47/52 ") {
		t.Errorf("what is typed is not seen:\n%s", p.View())
	}
	uitest.Press(p, "enter", "up")
	if !strings.Contains(p.View(), "47 dari 52 = 90,38 %") || d.value(1, 1) != "47/52" {
		t.Errorf("the file holds %s:\n%s", d.value(1, 1), p.View())
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 0 || strings.Contains(p.View(), "Rincian") {
		t.Errorf("Esc asks %v and leaves\n%s", asked, p.View())
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 1 || asked[0] != (nav.BackMsg{}) {
		t.Errorf("the second Esc asks %v", asked)
	}
}

// Without a range the key that fills down asks in the first row before its value
// goes into every row below; elsewhere a cell takes the value above it.
func TestFillDownFromAValue(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	q := question(t, uitest.Press(p, "d"))
	if want := "Isi 92 ke 7 sel sampai baris terakhir? 1 nilai lain akan diganti."; q.Question != want || d.entered != 0 {
		t.Errorf("asks %q, want %q, after %d savings", q.Question, want, d.entered)
	}
	if uitest.Run(p, q.Yes); column(d, 8, 0) != "92 92 92 92 92 92 92 92" || d.entered != 1 {
		t.Errorf("%d savings: %s", d.entered, column(d, 8, 0))
	}
	uitest.Press(p, "down")
	uitest.Type(p, "70")
	uitest.Press(p, "enter", "ctrl+d")
	if got := column(d, 8, 0); got != "92 70 70 92 92 92 92 92" {
		t.Errorf("a cell with a value, filled from above: %s", got)
	}
}

// What was pasted is mended where it stands: by Enter where one number was
// probably meant, or by typing; no value of the block is lost by it.
func TestPasteIsMended(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	paste(p, "91\n930\nabc\n150\n85")
	uitest.Press(p, "tab")
	if got := name(p, "enter"); got != "pakai 93" || !strings.Contains(p.View(), "930,00!") {
		t.Fatalf("Enter means %q on\n%s", got, p.View())
	}
	uitest.Press(p, "enter")
	if view := p.View(); !strings.Contains(view, "93,00+") || !strings.Contains(view, `"abc" bukan angka`) {
		t.Errorf("the hint is not taken, or the cursor not on what comes next:\n%s", view)
	}
	uitest.Press(p, "e")
	if !strings.Contains(p.View(), "[abc") || !p.Typing() {
		t.Errorf("e edits nothing:\n%s", p.View())
	}
	uitest.Press(p, "esc")
	uitest.Type(p, "7x")
	if uitest.Press(p, "enter"); !strings.Contains(p.View(), `"7x"`) || !p.Typing() {
		t.Errorf("what is no number was taken:\n%s", p.View())
	}
	uitest.Press(p, "backspace", "enter")
	uitest.Run(p, p.Init())
	if view := p.View(); !strings.Contains(view, "93,00+") || strings.Contains(view, "abc") || d.entered != 0 {
		t.Errorf("reading again forgets what was mended, or it was kept (%d):\n%s", d.entered, view)
	}
	uitest.Press(p, "right")
	if got := said(uitest.Type(p, "5")); !strings.Contains(got, "tidak ikut ditempel") || p.Typing() {
		t.Errorf("beside the block it says %q", got)
	}
	uitest.Press(p, "left", "up", "enter") // the reason for 150 is asked
	if got := name(p, "esc"); got != "kembali ke pratinjau" {
		t.Errorf("Esc means %q in\n%s", got, p.View())
	}
	uitest.Press(p, "esc", "down", "f2", "backspace", "enter", "up", "up", "enter")
	if got := column(d, 6, 0); got != "91 93 7 15 85 -" || d.entered != 1 || strings.Contains(p.View(), "PRATINJAU") {
		t.Errorf("%d savings: %s\n%s", d.entered, got, p.View())
	}
}

// name is what an action is called now.
func name(p *results.Page, id string) string {
	for _, a := range p.Actions() {
		if a.ID == id {
			return a.Name
		}
	}
	return ""
}
