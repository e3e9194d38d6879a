package results_test

import (
	"fmt"
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	deeds "kinerja/model/action"
	"kinerja/model/sheet"
	"kinerja/model/survey"
	"kinerja/ui/nav"
	"kinerja/ui/screen/results"
	"kinerja/ui/uitest"
)

// desk is a file in memory: it keeps cards and can undo, and it can be told to
// fail, as a full or busy disk does.
type desk struct {
	sheets  []model.Sheet // one for each instrument
	cards   map[model.CardID]model.Card
	periods []model.Period
	done    []change
	undone  []change
	fail    error
	entered int
	reads   int
	traces  int
	from    *survey.Result // what values that were taken came from

	evidence []deeds.Evidence // what shows each value
}

type change struct {
	before, after []model.Card
	info          model.ChangeInfo
}

var (
	thisQuarter = period("2026-Q3")
	lastQuarter = period("2026-Q2")
)

func period(s string) model.Period {
	p, err := model.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

func number(s string) model.Number { return model.MustNumber(s) }

func gauge(code, name, unit string, d model.Direction, target, low, high, weight string) model.Indicator {
	return model.Indicator{ID: model.ElementID(model.ReadyID("test", code)), Gauge: model.Gauge{
		Code: code, Name: model.Text{ID: name, EN: name}, Unit: unit, Direction: d, Target: number(target),
		Low: model.Some(number(low)), High: model.Some(number(high)), Weight: number(weight),
	}}
}

func midwife() model.Instrument {
	in := model.Instrument{ID: "BIDAN1", Code: "BIDAN", Version: 1, Name: model.Text{ID: "Bidan", EN: "Midwife"}}
	in.Indicators = []model.Indicator{
		gauge("IDL", "Imunisasi dasar lengkap", "%", model.Higher, "90", "0", "100", "20"),
		gauge("K6", "Ibu hamil K6", "%", model.Higher, "100", "0", "100", "20"),
		gauge("IKM", "Kepuasan pasien", "0–100", model.Higher, "76.61", "25", "100", "15"),
		gauge("TUNGGU", "Waktu tunggu", "menit", model.Lower, "60", "1", "240", "15"),
		gauge("TELAT", "Laporan terlambat", "hari", model.Zero, "0", "0", "31", "10"),
		gauge("KN", "Kunjungan neonatal", "%", model.Higher, "100", "0", "100", "10"),
		gauge("KELAS", "Kelas ibu hamil", "kali", model.Higher, "4", "0", "24", "5"),
		gauge("JP", "Pengembangan kompetensi", "JP", model.Higher, "5", "0", "40", "5"),
	}
	in.Indicators[0].Gauge.Aggregate = model.Ratio
	in.Indicators[4].Gauge.Limit = model.Some(number("10"))
	return in
}

func clerk() model.Instrument {
	return model.Instrument{ID: "ADMIN1", Code: "ADMIN", Version: 1, Name: model.Text{ID: "Tenaga administrasi", EN: "Clerk"},
		Indicators: []model.Indicator{gauge("SURAT", "Surat selesai", "surat", model.Higher, "120", "0", "5000", "100")}}
}

var names = []string{
	"Ani Lestari, A.Md.Keb.", "Budi Santoso", "Citra Dewi, S.Tr.Keb., Bdn.", "Dewi Kartika Sari Wulandari Ningrum, A.Md.Keb.",
	"Endang Pur\u0308wanti", "小林 美咲", "\u0641\u0627\u0637\u0645\u0629 \u202eزهراء", "Gita Permata",
}

// newDesk makes a file with so many midwives, of whom the first few have values.
func newDesk(people int) *desk {
	d := &desk{cards: map[model.CardID]model.Card{}, periods: []model.Period{period("2026-Q1"), lastQuarter, thisQuarter}}
	all := []model.Instrument{midwife(), clerk()}
	for _, in := range all {
		d.sheets = append(d.sheets, model.Sheet{Instrument: in, Instruments: all, Periods: d.periods})
	}
	for i := range people {
		name := fmt.Sprintf("Pegawai %05d", i+1)
		if i < len(names) {
			name = names[i]
		}
		d.hire(0, name)
	}
	d.hire(1, "Hasan Basri, S.E.")
	for i, row := range []string{"92 88 84.2 45 0 100 4 5", "71.5 95 120 70 2 90 3 5", "- - - - - - - -"} {
		if i < people {
			d.fill(i, row)
		}
	}
	return d
}

func (d *desk) hire(sheet int, name string) {
	s := &d.sheets[sheet]
	id := fmt.Sprintf("%s-%d", s.Instrument.Code, len(s.Rows))
	post := model.Post{ID: model.PostID("P-" + id), Employee: model.EmployeeID("E-" + id)}
	s.Rows = append(s.Rows, model.SheetRow{
		Staff: model.StaffRow{Employee: post.Employee, Name: name}, Plan: model.PlanFrom(s.Instrument, post, 2026),
	})
}

func (d *desk) fill(i int, values string) {
	row := d.sheets[0].Rows[i]
	card, before := model.CardFor(row.Plan, midwife(), thisQuarter), model.CardFor(row.Plan, midwife(), lastQuarter)
	var v [8]string
	fmt.Sscan(values, &v[0], &v[1], &v[2], &v[3], &v[4], &v[5], &v[6], &v[7])
	for c, m := range row.Plan.Measures {
		if v[c] != "-" {
			card = card.With(model.Entry{Measure: m.ID, Actual: model.Some(number(v[c]))})
		}
		before = before.With(model.Entry{Measure: m.ID, Actual: model.Some(number("88"))})
	}
	d.cards[card.ID], d.cards[before.ID] = card, before
}

func (d *desk) Sheet(p model.Period, in model.InstrumentID, _ model.UnitID) (model.Sheet, error) {
	d.reads++
	if p == 0 {
		p = thisQuarter
	}
	at := max(0, slices.IndexFunc(d.sheets, func(s model.Sheet) bool { return s.Instrument.ID == in }))
	s := d.sheets[at]
	s.Period, s.Rows = p, slices.Clone(s.Rows)
	for i := range s.Rows {
		s.Rows[i].Card = d.card(s.Rows[i].Plan, p)
		s.Rows[i].Before = d.card(s.Rows[i].Plan, p.Prev())
	}
	return s, nil
}

func (d *desk) card(plan model.Plan, p model.Period) model.Card {
	if c, ok := d.cards[model.CardOf(plan.ID, p)]; ok {
		return c
	}
	return model.Card{ID: model.CardOf(plan.ID, p), Plan: plan.ID, Employee: plan.Employee, Period: p}
}

func (d *desk) row(plan model.PlanID) model.SheetRow {
	for _, s := range d.sheets {
		for _, r := range s.Rows {
			if r.Plan.ID == plan {
				return r
			}
		}
	}
	return model.SheetRow{}
}

func (d *desk) EnterMany(p model.Period, list []sheet.Filled, _ string) (cards []model.Card, err error) {
	if d.fail != nil {
		return nil, d.fail
	}
	c := change{info: model.ChangeInfo{Verb: model.VerbEnter, Count: len(list), Period: p}}
	for _, f := range list {
		row := d.row(f.Plan)
		before := d.card(row.Plan, p)
		after := before
		for _, e := range f.Entries {
			after = after.With(e)
		}
		c.before, c.after, cards = append(c.before, before), append(c.after, after), append(cards, after)
		d.cards[after.ID] = after
		e := f.Entries[0]
		c.info.What, c.info.Detail, c.info.Employee = row.Staff.Name, "IDL", row.Staff.Employee
		c.info.Instrument, c.info.Measure = row.Plan.Instrument, e.Measure
		c.info.Before, c.info.After = e.Actual, before.Entry(e.Measure).Actual
	}
	d.entered, d.undone = d.entered+1, nil
	d.done = append(d.done, c)
	return cards, nil
}

// take says that a value which is there was taken from a survey.
func (d *desk) take(person, indicator int, from survey.Origin) {
	plan := d.sheets[0].Rows[person].Plan
	card := d.card(plan, thisQuarter)
	entries := slices.Clone(card.Entries)
	for i := range entries {
		if entries[i].Measure == plan.Measures[indicator].ID {
			entries[i].Source = from.String()
		}
	}
	card.Entries = entries
	d.cards[card.ID] = card
}

func (d *desk) Trace(plan model.PlanID, p model.Period, measure model.ElementID) (tr sheet.Trace, err error) {
	d.traces++
	row := d.row(plan)
	for _, period := range d.periods {
		if e := d.card(row.Plan, period).Entry(measure); period.Compare(p) < 0 && e.Actual.Present() {
			tr.Past = append(tr.Past, sheet.Past{Period: period, Entry: e})
		}
	}
	if d.card(row.Plan, p).Entry(measure).Source != "" {
		tr.Survey, tr.Unit = d.from, "Puskesmas Kuala"
	}
	if d.card(row.Plan, p).Entry(measure).Actual.Present() {
		tr.Actor, tr.At = "owner", uitest.Noon.UnixNano()
	}
	tr.Evidence = d.evidence
	return tr, nil
}

func (d *desk) Undo() (model.ChangeInfo, error) {
	n := len(d.done) - 1
	if n < 0 {
		return model.ChangeInfo{}, model.ErrNothing
	}
	c := d.done[n]
	d.done, d.undone = d.done[:n], append(d.undone, c)
	for _, card := range c.before {
		d.cards[card.ID] = card
	}
	return c.info, nil
}

func (d *desk) Redo() (model.ChangeInfo, error) {
	n := len(d.undone) - 1
	if n < 0 {
		return model.ChangeInfo{}, model.ErrNothing
	}
	c := d.undone[n]
	d.undone, d.done = d.undone[:n], append(d.done, c)
	for _, card := range c.after {
		d.cards[card.ID] = card
	}
	c.info.Before, c.info.After = c.info.After, c.info.Before
	return c.info, nil
}

// value is what the file holds for a person and an indicator, as text.
func (d *desk) value(person, indicator int) string {
	row := d.sheets[0].Rows[person]
	e := d.card(row.Plan, thisQuarter).Entry(row.Plan.Measures[indicator].ID)
	if e.Den.Present() {
		return e.Num.String() + "/" + e.Den.String()
	}
	return e.Actual.String()
}

// room is what the frame leaves of a terminal of 80 × 24 and of 120 × 36.
const (
	width, height         = 78, 20
	wideWidth, wideHeight = 118, 32
)

func open(t testing.TB, d *desk, language string) *results.Page {
	t.Helper()
	p := results.New(uitest.Env(t, language), d, nav.Results{}, "")
	uitest.Open(p, width, height)
	return p
}

// action is what the page says can be done under an ID.
func action(t testing.TB, p *results.Page, id string) nav.Action {
	t.Helper()
	for _, a := range p.Actions() {
		if a.ID == id {
			return a
		}
	}
	t.Fatalf("no action %s", id)
	return nav.Action{}
}

// whyNot says why an action cannot be done.
func whyNot(t testing.TB, p *results.Page, id string) string { t.Helper(); return action(t, p, id).Why }

// do runs an action as the menu does.
func do(t testing.TB, p *results.Page, id string) []tea.Msg {
	t.Helper()
	return uitest.Run(p, action(t, p, id).Run())
}

// said returns the last sentence that was said.
func said(asked []tea.Msg) string {
	for _, m := range slices.Backward(asked) {
		if s, ok := m.(nav.SaidMsg); ok {
			return s.Text
		}
	}
	return ""
}
