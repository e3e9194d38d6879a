package transfer_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/transfer"
	"kinerja/ui/uitest"
)

// office is a real file: a clinic with its head and a midwife who has a plan, and
// another clinic with a head of its own.
type office struct {
	*store.Desk
	me, ayu, head model.EmployeeID
	unit, next    model.UnitID
}

// Everyone is what the adapter of the program does.
func (o office) Everyone() ([]model.StaffRow, error) {
	roster, err := o.Roster(store.RosterQuery{Gone: true})
	var rows []model.StaffRow
	for i := range roster.Len() {
		rows = append(rows, roster.Row(i))
	}
	return rows, err
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

func newOffice(t *testing.T) office {
	t.Helper()
	s := storetest.Open(t)
	q3, _ := model.ParsePeriod("2026-Q3")
	e := must(s.As(model.Owner("", "")).Begin(founding.Beginning{
		Unit:   model.Unit{Name: "Puskesmas Tanjung Raya", Code: "PKM-01", Kind: model.UnitClinic},
		Person: model.Employee{Number: "197503121999031002", Name: "Sari Wulandari", Before: "dr."},
		Post:   model.Post{Position: "Kepala Puskesmas"}, Period: q3,
	}))
	o := office{Desk: s.As(model.Owner(e.ID, e.FullName())), me: e.ID}
	o.unit = must(o.Profile(e.ID)).Unit.ID
	o.ayu = must(o.AddEmployee(model.Employee{Number: "197203031998111003", Name: "Ayu Kusuma"},
		model.Post{Unit: o.unit, Position: "Bidan Terampil", Evaluator: e.ID, From: 2020_01_01})).ID
	next := must(o.AddUnit(model.Unit{Name: "Puskesmas Melati", Code: "PKM-02", Kind: model.UnitClinic}))
	o.next = next.ID
	o.head = must(o.AddEmployee(model.Employee{Number: "197801012005011001", Name: "Budi Santoso", Before: "dr."},
		model.Post{Unit: o.next, Position: "Kepala Puskesmas", From: 2020_01_01})).ID
	next.Head = o.head
	if err := o.EditUnit(next, ""); err != nil {
		t.Fatal(err)
	}
	must(o.MakePlans(planning.Order{Year: 2026, On: 2026_01_05, Document: "SKP 1"}))
	return o
}

func (o office) open(t *testing.T, language string, width, height int) *transfer.Page {
	env := uitest.Env(t, language)
	env.Me = o.Actor()
	p := transfer.New(env, o, nav.Transfer{Employee: o.ayu})
	uitest.Open(p, width, height)
	return p
}

// left reports whether the page was left after a change.
func left(t *testing.T, asked []tea.Msg) (said string, back bool) {
	t.Helper()
	for _, msg := range asked {
		switch msg := msg.(type) {
		case nav.FailMsg:
			t.Errorf("refused: %v", msg.Err)
		case nav.SaidMsg:
			said = msg.Text
		case nav.BackMsg:
			back = true
		}
	}
	return said, back
}

func flat(p *transfer.Page) string { return strings.Join(strings.Fields(ansi.Strip(p.View())), " ") }

// move fills in a transfer to the other clinic from a day.
func move(p *transfer.Page, day string) {
	uitest.Press(p, "tab")
	uitest.Type(p, day)
	uitest.Press(p, "tab")
	uitest.Type(p, "melati")
	uitest.Press(p, "enter", "tab", "tab")
	uitest.Type(p, "SK 824/15")
}

func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				o := newOffice(t)
				p := o.open(t, language, size[0], size[1])
				views := []string{p.View()}
				move(p, "15-8-2026")
				views = append(views, p.View())
				p = o.open(t, language, size[0], size[1])
				uitest.Press(p, "right", "tab")
				uitest.Type(p, "1-9-2026")
				views = append(views, p.View())
				p = o.open(t, language, size[0], size[1])
				uitest.Press(p, "left", "tab")
				uitest.Type(p, "14-8-2026")
				views = append(views, p.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// The page says what follows before anything is kept, proposes who evaluates and
// from what the plan is made, and what it keeps is what the command line keeps: one
// change, with one undo.
func TestATransfer(t *testing.T) {
	o := newOffice(t)
	p := o.open(t, "id", 118, 32)
	move(p, "15-8-2026")
	for _, want := range []string{
		"Ayu Kusuma · Bidan Terampil · Puskesmas Tanjung Raya", "dr. Budi Santoso",
		"Bidan Terampil berakhir 14 Agustus 2026; SKP 2026 berlaku sampai hari itu.",
		"TW III 2026: bagian 1 Jul–14 Agu dinilai segera oleh dr. Sari Wulandari; target yang dijumlahkan menjadi 45/92 hari.",
		"SKP 2026 mulai 15 Agustus 2026 disiapkan sebagai draf dari Bidan",
	} {
		if !strings.Contains(flat(p), want) {
			t.Errorf("%q is not said:\n%s", want, p.View())
		}
	}
	if pr := must(o.Profile(o.ayu)); len(pr.Posts) != 1 {
		t.Fatalf("kept before it was sent: %+v", pr.Posts)
	}
	said, back := left(t, uitest.Press(p, "ctrl+s"))
	if !back || !strings.Contains(said, "Puskesmas Melati mulai 15 Agustus 2026") {
		t.Errorf("said %q, back %v:\n%s", said, back, p.View())
	}
	pr := must(o.Profile(o.ayu))
	if len(pr.Posts) != 2 || pr.Posts[0].Unit != o.next || pr.Posts[0].Evaluator != o.head || pr.Posts[0].From != 2026_08_15 ||
		pr.Posts[1].To != 2026_08_14 || pr.Posts[1].EndLetter != "SK 824/15" {
		t.Errorf("posts: %+v", pr.Posts)
	}
	plan, err := o.Plan(model.PlanOf(pr.Posts[0].ID, 2026))
	if err != nil || plan.State != model.PlanDraft || plan.From != 2026_08_15 {
		t.Errorf("plan: %+v, %v", plan, err)
	}
	must(o.Undo())
	if pr := must(o.Profile(o.ayu)); len(pr.Posts) != 1 || pr.Posts[0].To != 0 {
		t.Errorf("undone: %+v", pr.Posts)
	}
}

// Whoever acts keeps the own post; the position is another one, and with it the
// instrument; and what somebody wrote is not written over.
func TestActing(t *testing.T) {
	o := newOffice(t)
	p := o.open(t, "id", 118, 32)
	uitest.Press(p, "right", "tab")
	uitest.Type(p, "1-9-2026")
	if !strings.Contains(flat(p), "Bidan Terampil dan SKP-nya tetap berjalan") {
		t.Errorf("what follows:\n%s", p.View())
	}
	uitest.Press(p, "tab")
	uitest.Type(p, "melati")
	uitest.Press(p, "enter")
	uitest.Type(p, "Kepala Puskesmas")
	uitest.Press(p, "tab")
	if !strings.Contains(flat(p), "disiapkan sebagai draf dari Kepala") {
		t.Errorf("the instrument of the position:\n%s", p.View())
	}
	uitest.Press(p, "tab")
	uitest.Type(p, "SP 9")
	if _, back := left(t, uitest.Press(p, "ctrl+s")); !back {
		t.Fatalf("not kept:\n%s", p.View())
	}
	pr := must(o.Profile(o.ayu))
	if len(pr.Posts) != 2 || !pr.Posts[0].Acting || pr.Posts[0].Daily || pr.Posts[1].To != 0 || pr.Posts[0].Position != "Kepala Puskesmas" {
		t.Errorf("posts: %+v", pr.Posts)
	}
}

// An end alone asks for the last day and the letter, and makes nothing new.
func TestAnEnd(t *testing.T) {
	o := newOffice(t)
	p := o.open(t, "id", 118, 32)
	uitest.Press(p, "left", "tab")
	uitest.Type(p, "30-9-2026")
	if view := flat(p); strings.Contains(view, "Unit kerja baru") || !strings.Contains(view, "TW III 2026 dijalani sampai selesai") {
		t.Errorf("an end:\n%s", p.View())
	}
	uitest.Press(p, "tab")
	uitest.Type(p, "SK 3")
	said, back := left(t, uitest.Press(p, "ctrl+s"))
	pr := must(o.Profile(o.ayu))
	if !back || !strings.Contains(said, "30 September 2026") || len(pr.Posts) != 1 || pr.Posts[0].To != 2026_09_30 || pr.Posts[0].EndLetter != "SK 3" {
		t.Errorf("said %q: %+v", said, pr.Posts)
	}
}

// What cannot be is said beside its field, and nothing is kept.
func TestRefused(t *testing.T) {
	for _, x := range []struct{ about, day, want string }{
		{"before the post began", "1-1-2019", "tidak memegang jabatan pada 31 Desember 2018"},
		{"no day", "", "harus diisi"},
	} {
		o := newOffice(t)
		p := o.open(t, "id", 118, 32)
		move(p, x.day)
		if _, back := left(t, uitest.Press(p, "ctrl+s")); back || !strings.Contains(flat(p), x.want) {
			t.Errorf("%s: %v\n%s", x.about, back, p.View())
		}
		if pr := must(o.Profile(o.ayu)); len(pr.Posts) != 1 {
			t.Errorf("%s: kept %+v", x.about, pr.Posts)
		}
	}
	// Nobody heads the new unit: an evaluator has to be named.
	o := newOffice(t)
	must(o.AddUnit(model.Unit{Name: "Pustu Hulu", Parent: o.next, Kind: model.UnitSubClinic}))
	p := o.open(t, "id", 118, 32)
	uitest.Press(p, "tab")
	uitest.Type(p, "15-8-2026")
	uitest.Press(p, "tab")
	uitest.Type(p, "hulu")
	uitest.Press(p, "enter", "tab", "tab")
	uitest.Type(p, "SK 1")
	if _, back := left(t, uitest.Press(p, "ctrl+s")); back {
		t.Error("kept without an evaluator")
	}
}
