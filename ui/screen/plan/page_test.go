package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/plan"
	"kinerja/ui/uitest"
)

// Both pages and their forms, in every size and language.
func TestPages(t *testing.T) {
	s, district := storetest.District(t, 120)
	d := storetest.Owner(s)
	head, err := d.Profile(district.Head())
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				env := uitest.Env(t, language)
				l := plan.NewList(env, recorder{Desk: d}, nav.Plans{}, head.Unit.ID)
				uitest.Open(l, size[0], size[1])
				views := []string{l.View()}
				uitest.Press(l, "space", "space")
				views = append(views, l.View())
				uitest.Press(l, "end", "e")
				views = append(views, l.View())
				uitest.Press(l, "esc", "l")
				uitest.Type(l, "perawat")
				views = append(views, l.View())
				uitest.Press(l, "enter")
				views = append(views, l.View())
				rows, _, _, err := d.PlanRows(2026, head.Unit.ID)
				if err != nil {
					t.Fatal(err)
				}
				p := plan.New(env, d, nav.Plan{Plan: rows[0].Plan.ID})
				uitest.Open(p, size[0], size[1])
				views = append(views, p.View())
				uitest.Press(p, "down", "e", "ctrl+s")
				views = append(views, p.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// told reports whether some evaluation of a plan was shared and is not final.
func told(t *testing.T, d *store.Desk, id model.PlanID) bool {
	t.Helper()
	periods, err := d.Periods()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range periods {
		e, err := d.Evaluation(id, p)
		if err != nil {
			t.Fatal(err)
		}
		if e.LocksCard() && e.State != model.Final {
			return true
		}
	}
	return false
}

// order chooses midwives on the list, types a target of 77 for all of them, and
// sends the form; it returns what was refused and how many have that target.
func order(t *testing.T, d *store.Desk, choose func(told bool) bool) (changed int, refused error) {
	t.Helper()
	l := plan.NewList(uitest.Env(t, "id"), recorder{Desk: d}, nav.Plans{Year: 2026}, "")
	uitest.Open(l, 118, 32)
	rows, _, _, err := d.PlanRows(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for i, r := range rows {
		if r.Instrument.Code != "BIDAN" || count == 3 || !choose(told(t, d, r.Plan.ID)) {
			continue
		}
		for range i {
			uitest.Press(l, "down")
		}
		uitest.Press(l, "space", "home")
		count++
	}
	if count != 3 {
		t.Fatalf("the sample has %d of the 3 people needed", count)
	}
	uitest.Press(l, "e")
	uitest.Type(l, "77")
	uitest.Press(l, "ctrl+s")
	if got := ansi.Strip(l.View()); !strings.Contains(got, "harus diisi") {
		t.Fatalf("targets changed without a document:\n%s", got)
	}
	uitest.Type(l, "2-3-2026")
	uitest.Press(l, "tab")
	uitest.Type(l, "Adendum SKP")
	uitest.Press(l, "tab")
	uitest.Type(l, "sasaran wilayah turun")
	for _, msg := range uitest.Press(l, "enter") {
		if fail, ok := msg.(nav.FailMsg); ok {
			refused = fail.Err
		}
	}
	if open := l.Typing(); open != (refused != nil) {
		t.Errorf("the form is open: %v, refused: %v", open, refused)
	}
	if rows, _, _, err = d.PlanRows(2026, ""); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Plan.Measures[0].Gauge.Target == model.Int(77) {
			changed++
		}
	}
	return changed, refused
}

// The targets of several people are one change, which one undo takes back.
func TestTargetsOfMany(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	if changed, refused := order(t, d, func(told bool) bool { return !told }); refused != nil || changed != 3 {
		t.Fatalf("%d of 3 changed, refused %v", changed, refused)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	rows, _, _, err := d.PlanRows(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Plan.Measures[0].Gauge.Target == model.Int(77) {
			t.Errorf("%s keeps the target after undo", r.Staff.Name)
		}
	}
}

// Who was told with the old target keeps it: the form proposes the first period
// in which nothing was shared, and says whose period was. An earlier one is not
// taken where everybody was told.
func TestTargetsOfWhomWasTold(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	changed, refused := order(t, d, func(told bool) bool { return told })
	if refused != nil || changed != 3 {
		t.Fatalf("%d changed, refused %v", changed, refused)
	}
	rows, _, _, err := d.PlanRows(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if len(r.Plan.Agreements) != 2 {
			continue
		}
		from := r.Plan.Agreements[1].From
		p := plan.New(uitest.Env(t, "id"), d, nav.Plan{Plan: r.Plan.ID})
		uitest.Open(p, 118, 32)
		for _, want := range []string{"Kesepakatan 2: berlaku mulai " + uitest.Env(t, "id").Text.Period(from), "Adendum SKP, 2 Maret 2026", "Kesepakatan 1: berlaku sejak awal tahun"} {
			if !strings.Contains(ansi.Strip(p.View()), want) {
				t.Errorf("%q is not on the page:\n%s", want, ansi.Strip(p.View()))
			}
		}
		all, _, now, err := d.Told([]model.PlanID{r.Plan.ID})
		if err != nil || len(planning.InTheWay(from, all[r.Plan.ID])) != 0 ||
			from.Prev().Compare(now) >= 0 && len(planning.InTheWay(from.Prev(), all[r.Plan.ID])) == 0 {
			t.Errorf("%s: from %v, told %v, %v", r.Staff.Name, from, all[r.Plan.ID], err)
		}
		uitest.Press(p, "e")
		if got := ansi.Strip(p.View()); !strings.Contains(got, "tetap seperti disepakati") || !strings.Contains(got, "disampaikan") {
			t.Errorf("the form does not say what stays:\n%s", got)
		}
		return
	}
	t.Error("nobody has a second agreement")
}

// Where nothing was told, other targets are proposed from the period in which
// people work, not from the beginning of the year.
func TestTargetsFromThePeriodInWhichPeopleWork(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	rows, _, _, err := d.PlanRows(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		told, starts, now, err := d.Told([]model.PlanID{r.Plan.ID})
		if err != nil || !now.Valid() || now == starts[0] {
			t.Fatalf("starts %v, now %v, %v", starts, now, err)
		}
		if len(told[r.Plan.ID]) > 0 || r.Plan.State != model.PlanAgreed {
			continue
		}
		env := uitest.Env(t, "id")
		p := plan.New(env, d, nav.Plan{Plan: r.Plan.ID})
		uitest.Open(p, 118, 32)
		uitest.Press(p, "e")
		if want := "[" + env.Text.Period(now) + "]"; !strings.Contains(ansi.Strip(p.View()), want) {
			t.Errorf("%s is not proposed:\n%s", want, ansi.Strip(p.View()))
		}
		return
	}
	t.Error("everybody was told")
}

// The words of the filter stand anywhere in a row; the cursor stays on whom it
// was on, what is chosen stays chosen, and Esc takes first the choice, then the
// words, then the page away. The list goes into a file as it is on screen.
func TestFilterAndWrite(t *testing.T) {
	s, district := storetest.District(t, 120)
	d := storetest.Owner(s)
	head, err := d.Profile(district.Head())
	if err != nil {
		t.Fatal(err)
	}
	l := plan.NewList(uitest.Env(t, "id"), recorder{Desk: d}, nav.Plans{}, head.Unit.ID)
	uitest.Open(l, 78, 20)
	_, all := uitest.Wrote(t, uitest.Press(l, "w"))
	uitest.Press(l, "space", "l")
	uitest.Type(l, "terampil bidan")
	if !l.Typing() {
		t.Error("letters are no text")
	}
	uitest.Press(l, "enter", "down")
	m, some := uitest.Wrote(t, uitest.Press(l, "w"))
	lines := strings.Split(some, "\n")
	if m.Name != "skp-2026" || len(lines) < 3 || len(lines) >= strings.Count(all, "\n") {
		t.Fatalf("%s:\n%s", m.Name, some)
	}
	for _, line := range lines[1:] {
		if !strings.Contains(line, "Bidan Terampil") || !strings.Contains(all, line) {
			t.Errorf("%q fits the filter", line)
		}
	}
	chosen := func() string { return strings.Split(lines[2], "\t")[2] }()
	sees := func(text string, want bool) {
		t.Helper()
		if got := strings.Contains(ansi.Strip(l.View()), text); got != want {
			t.Errorf("%q on screen: %v\n%s", text, got, ansi.Strip(l.View()))
		}
	}
	sees("Filter: terampil bidan", true)
	uitest.Press(l, "esc")
	sees("Filter: terampil bidan", true)
	uitest.Press(l, "esc")
	sees("Filter:", false)
	sees("▸  "+chosen[:10], true)
	if asked := uitest.Press(l, "esc"); len(asked) != 1 {
		t.Errorf("Esc asks for %v", asked)
	}
	uitest.Press(l, "l")
	uitest.Type(l, "zzz")
	uitest.Press(l, "enter")
	sees("zzz", true)
	for _, k := range []string{"enter", "e", "space", "w"} {
		if _, done, why := nav.Press(l.Actions(), uitest.Key(k)); !done || why == "" {
			t.Errorf("%s on nobody: done %v, why %q", k, done, why)
		}
	}
}
