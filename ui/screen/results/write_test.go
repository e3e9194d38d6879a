package results_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/xuri/excelize/v2"

	"kinerja/model"
	deeds "kinerja/model/action"
	"kinerja/ui/export"
	"kinerja/ui/nav"
	"kinerja/ui/screen/results"
	"kinerja/ui/uitest"
)

// The sheet goes into a file as it stands on screen: the filter and the order,
// a NIP that stays text, numbers that are numbers, also what is not saved yet.
func TestWriteTheSheet(t *testing.T) {
	for language, suggestion := range map[string]string{"id": "sesuai ekspektasi", "en": "meets expectation"} {
		d := newDesk(8)
		for i := range d.sheets[0].Rows {
			d.sheets[0].Rows[i].Staff.Number = "198703142012042001"
		}
		d.sheets[0].Rows[1].Staff.Employee = d.sheets[0].Rows[0].Staff.Employee // has two plans
		p := open(t, d, language)
		d.fail = model.ErrFull
		uitest.Type(p, "47/52")
		uitest.Press(p, "enter", "o", "l") // who lacks most comes first
		uitest.Type(p, "i")
		uitest.Press(p, "enter")
		m, _ := uitest.Wrote(t, uitest.Press(p, "w"))
		if want := map[string]string{"id": "realisasi-BIDAN-2026-Q3", "en": "results-BIDAN-2026-Q3"}[language]; m.Name != want {
			t.Errorf("called %s, want %s", m.Name, want)
		}
		table, err := m.Read()
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := export.XLSX(&file, table); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&file)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows("cards", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(rows[0], " "); got != "nip nama periode IDL K6 IKM TUNGGU TELAT KN KELAS JP nilai saran skp" {
			t.Errorf("columns %s", got)
		}
		var who []string
		for _, r := range rows[1:] {
			who = append(who, strings.Fields(r[1])[0])
		}
		if got := strings.Join(who, " "); got != "Citra Dewi Endang Gita Ani Budi" {
			t.Errorf("rows %q", got)
		}
		at := slices.Index(who, "Ani") + 2
		cell := func(column string) string { return column + string(rune('0'+at)) }
		for column, want := range map[string]struct {
			kind  excelize.CellType
			value string
		}{
			"A": {excelize.CellTypeInlineString, "198703142012042001"}, "C": {excelize.CellTypeInlineString, "2026-Q3"},
			"D": {excelize.CellTypeUnset, "90.38"}, "E": {excelize.CellTypeUnset, "88"}, "M": {excelize.CellTypeInlineString, suggestion},
		} {
			kind, err := f.GetCellType("cards", cell(column))
			value, valueErr := f.GetCellValue("cards", cell(column), excelize.Options{RawCellValue: true})
			if err != nil || valueErr != nil || kind != want.kind || value != want.value {
				t.Errorf("%s: %v %q, want %v %q", cell(column), kind, value, want.kind, want.value)
			}
		}
		if skp, _ := f.GetCellValue("cards", cell("N")); skp != string(d.sheets[0].Rows[0].Plan.ID) {
			t.Errorf("which of two plans: %q", skp)
		}
		if shown, _ := f.GetColVisible("cards", "N"); shown {
			t.Error("the plan's identity is in sight")
		}
		_ = f.Close()
	}
}

// Who may not take tables out of the file is told so, and nothing is asked.
func TestWriteIsNotForEverybody(t *testing.T) {
	env := uitest.Env(t, "id")
	env.Me.Roles = model.RolesOf(model.RoleStaff)
	p := results.New(env, newDesk(3), nav.Results{}, "")
	uitest.Open(p, width, height)
	if _, done, why := nav.Press(p.Actions(), uitest.Key("w")); !done || why != env.Text.Error(model.ErrNotAllowed) {
		t.Errorf("done %v, why %q", done, why)
	}
}

// The key of details opens the form of what a value is computed from: of a gain, of
// lessons that were observed. A locked one, and any other, is only looked at.
func TestDetailsOfAComputedValue(t *testing.T) {
	d := newDesk(1)
	row := &d.sheets[0].Rows[0]
	row.Plan.Measures[0].Gauge.Direction = model.Gain
	row.Plan.Measures[1].Gauge.Unit, row.Plan.Measures[1].Gauge.Source = "1–4", "Ruang GTK"
	p := open(t, d, "id")
	at := nav.Gain{Plan: row.Plan.ID, Period: thisQuarter, Measure: row.Plan.Measures[0].ID}
	if got := uitest.Press(p, "i"); len(got) != 1 || got[0] != (nav.OpenMsg{Route: at}) {
		t.Errorf("of a gain: %v", got)
	}
	at.Measure = row.Plan.Measures[1].ID
	if got := uitest.Press(p, "right", "i"); len(got) != 1 || got[0] != (nav.OpenMsg{Route: nav.Observe(at)}) {
		t.Errorf("of lessons: %v", got)
	}
	if got := uitest.Press(p, "right", "i"); len(got) != 0 {
		t.Errorf("of a number: %v", got)
	}
	row.State = model.Shared
	uitest.Run(p, p.Init())
	if got := uitest.Press(p, "i", "left", "i"); len(got) != 0 {
		t.Errorf("of a locked one: %v", got)
	}
}

// The panel lists what shows a value; the menu leads to the action plan.
func TestEvidenceOfACell(t *testing.T) {
	d := newDesk(8)
	p := open(t, d, "id")
	uitest.Press(p, "i")
	if strings.Contains(p.View(), "bukti  ") {
		t.Errorf("evidence where there is none:\n%s", p.View())
	}
	d.evidence = []deeds.Evidence{{Name: "Register kohort", Place: "lemari 2", On: 2026_09_30}, {Name: "Foto", Place: "https://contoh.id/foto"}}
	uitest.Press(p, "i", "down", "i", "up")
	for _, want := range []string{"bukti         Register kohort · lemari 2 · 30 September 2026", "              Foto · https://contoh.id/foto"} {
		if !strings.Contains(ansi.Strip(p.View()), want) {
			t.Errorf("no %q:\n%s", want, ansi.Strip(p.View()))
		}
	}
	for _, a := range p.Actions() {
		if a.ID != "action" {
			continue
		}
		want := nav.OpenMsg{Route: nav.ActionPlan{Plan: d.sheets[0].Rows[0].Plan.ID, Period: thisQuarter}}
		if got := uitest.Run(p, a.Run()); len(got) != 1 || got[0] != tea.Msg(want) {
			t.Errorf("the menu asks for %v", got)
		}
		return
	}
	t.Error("no way to the action plan")
}
