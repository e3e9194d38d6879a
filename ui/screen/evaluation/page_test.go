package evaluation_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/unitresult"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/evaluation"
	"kinerja/ui/uitest"
)

// What a page has of 80×24, 120×36 and 60×15.
const (
	width, height         = 78, 20
	wideWidth, wideHeight = 118, 32
	lowWidth, lowHeight   = 58, 11
)

var q3, _ = model.ParsePeriod("2026-Q3")

// desk is a real store that can be told to fail, as a full disk does.
type desk struct {
	*store.Desk
	fail error
}

func (d *desk) Annotate(plan model.PlanID, p model.Period, notes []model.ValueNote, note string) (model.Evaluation, error) {
	if d.fail != nil {
		return model.Evaluation{}, d.fail
	}
	return d.Desk.Annotate(plan, p, notes, note)
}

func (d *desk) Mark(plan model.PlanID, p model.Period, r score.Rating) (model.Evaluation, error) {
	if d.fail != nil {
		return model.Evaluation{}, d.fail
	}
	return d.Desk.Mark(plan, p, r)
}

// clinic is the sample's health centre of 39 people, over a real store.
func clinic(t *testing.T) (*desk, model.UnitID) {
	t.Helper()
	s, _ := storetest.District(t, 120)
	d := &desk{Desk: storetest.Owner(s)}
	units, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	for id, u := range units {
		if u.Name == "Puskesmas Tanjung Raya" {
			return d, id
		}
	}
	t.Fatal("no clinic in the sample")
	return nil, ""
}

// find is the first of the clinic for whom ok holds.
func find(t *testing.T, d *desk, unit model.UnitID, ok func(r model.BoardRow, suggested model.Rating) bool) model.Plan {
	t.Helper()
	b, err := d.Board(q3, unit)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range b.Rows {
		s, err := score.Of(r.Card, r.Plan, rules.PermenPANRB6())
		if err == nil && ok(r, s.Suggested) {
			return r.Plan
		}
	}
	t.Fatal("nobody fits")
	return model.Plan{}
}

func fresh(r model.BoardRow, suggested model.Rating) bool {
	return !r.Evaluation.Begun() && suggested == model.Meets
}

func rina(r model.BoardRow, _ model.Rating) bool {
	return strings.HasPrefix(r.Staff.Name, "Rina Hartati")
}

func open(t *testing.T, d *desk, unit model.UnitID, plan model.Plan, language string) *evaluation.Page {
	t.Helper()
	p := evaluation.New(uitest.Env(t, language), d, nav.Evaluation{Plan: plan.ID, Period: q3}, unit)
	uitest.Open(p, width, height)
	return p
}

func state(t *testing.T, d *desk, plan model.Plan) model.Evaluation {
	t.Helper()
	e, err := d.Evaluation(plan.ID, q3)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func failed(asked []tea.Msg) error {
	for _, m := range slices.Backward(asked) {
		if f, ok := m.(nav.FailMsg); ok {
			return f.Err
		}
	}
	return nil
}

// From nothing to final with the keys that the page names, each other person's
// act from a document.
func TestFromNothingToFinal(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, fresh)
	p := open(t, d, unit, plan, "id")
	uitest.Press(p, "enter", "s")
	if e := state(t, d, plan); e.Result != model.Meets || !e.Half() {
		t.Fatalf("%+v", e)
	}
	// The choice goes on to the rating that is missing.
	uitest.Press(p, "a")
	if e := state(t, d, plan); e.State != model.Rated || e.Behaviour != model.Above {
		t.Fatalf("%+v", e)
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "BELUM DISAMPAIKAN") || !strings.Contains(view, ">BAIK<") {
		t.Errorf("rated:\n%s", view)
	}
	uitest.Press(p, "enter", "enter", "esc")
	if e := state(t, d, plan); e.State != model.Rated {
		t.Fatal("shared without a yes")
	}
	for _, tt := range []struct {
		keys []string
		want model.EvaluationState
	}{{[]string{"s", "y"}, model.Shared}, {[]string{"enter", "enter", "enter", "y"}, model.Received}, {[]string{"enter", "ctrl+s", "y"}, model.Accepted},
		{[]string{"enter", "y"}, model.Final}} {
		uitest.Press(p, tt.keys...)
		if e := state(t, d, plan); e.State != tt.want {
			t.Fatalf("%v: %s, want %s\n%s", tt.keys, e.State, tt.want, ansi.Strip(p.View()))
		}
	}
	uitest.Press(p, "end")
	view := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
	if want := "menerima hasil (Ani Lestari, A.Md.Keb.), dicatat oleh dr. Sari Wulandari menurut tanda tangan di kertas"; !strings.Contains(view, want) {
		t.Errorf("whose word it is:\n%s", view)
	}
}

// A departure without its reason is refused; the reason is shown with it.
func TestDeparture(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, fresh)
	p := open(t, d, unit, plan, "id")
	uitest.Press(p, "enter", "b")
	if err := failed(uitest.Press(p, "enter")); !errors.Is(err, model.ErrReason) || state(t, d, plan).Begun() {
		t.Errorf("without a reason: %v", err)
	}
	uitest.Type(p, "Sering terlambat melapor")
	uitest.Press(p, "enter", "s")
	e := state(t, d, plan)
	if e.Result != model.Below || e.Reason != "Sering terlambat melapor" || e.Predicate != model.NeedsImprovement {
		t.Errorf("%+v", e)
	}
	uitest.Press(p, "end")
	view := ansi.Strip(p.View())
	for _, want := range []string{"Berbeda dari saran (sesuai): Sering terlambat melapor", "Cukup", "Menuju Baik: hasil kerja sesuai ekspektasi (saran mulai 90). Alat bantu sudah"} {
		if !strings.Contains(view, want) {
			t.Errorf("does not say %q:\n%s", want, view)
		}
	}
}

// On the page, too, a rating on too few data says what it stands on; one whose
// suggestion moved is marked, and e writes the reason.
func TestReasonsOnThePage(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, func(r model.BoardRow, suggested model.Rating) bool {
		return r.Staff.Name == "Citra Dewi, A.Md.Keb."
	})
	p := open(t, d, unit, plan, "id")
	uitest.Press(p, "enter", "s")
	if view := ansi.Strip(p.View()); !p.Typing() || !strings.Contains(view, "Data baru 24 % dari bobot; atas dasar apa Anda menilai?") {
		t.Errorf("not asked:\n%s", view)
	}
	uitest.Type(p, "menurut register")
	uitest.Press(p, "enter", "s", "end")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Dinilai dengan data 24 % dari bobot; alasan: menurut register") {
		t.Errorf("not shown:\n%s", view)
	}
	plan = find(t, d, unit, fresh)
	if _, err := d.Mark(plan.ID, q3, score.Rating{Result: model.Meets, Behaviour: model.Meets, Rules: rules.PermenPANRB6()}); err != nil {
		t.Fatal(err)
	}
	var list []model.Entry
	for _, m := range plan.Measures {
		list = append(list, model.Entry{Measure: m.ID})
	}
	if _, err := d.Enter(plan.ID, q3, list, "salah orang"); err != nil {
		t.Fatal(err)
	}
	p = open(t, d, unit, plan, "id")
	uitest.Press(p, "end")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Data baru 0 % dari bobot; rating tanpa alasan. e: tulis") {
		t.Errorf("not marked:\n%s", view)
	}
	uitest.Press(p, "e")
	uitest.Type(p, "register puskesmas")
	uitest.Press(p, "enter", "end")
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Dinilai dengan data 0 % dari bobot; alasan: register puskesmas") || state(t, d, plan).State != model.Rated {
		t.Errorf("with its reason:\n%s", view)
	}
}

// To withdraw takes a reason, which stays on record; u asks for it once the
// result was shared.
func TestWithdraw(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, rina)
	p := open(t, d, unit, plan, "id")
	uitest.Press(p, "s", "y", "u")
	if !p.Typing() {
		t.Fatalf("no reason is asked for:\n%s", ansi.Strip(p.View()))
	}
	uitest.Press(p, "enter")
	if e := state(t, d, plan); e.State != model.Shared {
		t.Fatal("withdrawn without a reason")
	}
	uitest.Type(p, "Nilai IKM salah tulis")
	if p.Unsaved() == "" {
		t.Error("the reason half typed is not called unsaved")
	}
	uitest.Press(p, "enter")
	e := state(t, d, plan)
	if w := e.Words[len(e.Words)-1]; e.State != model.Rated || w.Act != string(model.VerbWithdraw) || w.Document != "Nilai IKM salah tulis" {
		t.Fatalf("%s, %+v", e.State, w)
	}
	// Received, it is not withdrawn any more, and the page says which way is left.
	uitest.Press(p, "s", "y", "enter", "ctrl+s", "y")
	for _, a := range p.Actions() {
		if a.ID == "undo" && a.Why == "" {
			t.Error("what was received can be withdrawn")
		}
	}
	uitest.Press(p, "u", "e", "tab", "tab", "tab", "enter")
	if now := state(t, d, plan); now.State != model.Received || p.Typing() {
		t.Errorf("%s", now.State)
	}
}

// Notes on the values are kept, undone, and never lost: not by a full disk, not
// by a power cut.
func TestNotes(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, rina)
	p := open(t, d, unit, plan, "id")
	uitest.Press(p, "n", "down", "enter")
	uitest.Type(p, "Laporan tepat waktu")
	uitest.Press(p, "enter")
	uitest.Type(p, "dan lengkap")
	name, draft := p.Draft()
	if name == "" || draft != "akuntabel\nLaporan tepat waktu\ndan lengkap" || p.Unsaved() == "" {
		t.Fatalf("draft %q: %q", name, draft)
	}
	d.fail = model.ErrFull
	if err := failed(uitest.Press(p, "ctrl+s")); !errors.Is(err, model.ErrFull) || !p.Typing() {
		t.Errorf("on a full disk: %v", err)
	}
	// Power cut: a new page gets the draft, before or after it has read.
	for _, early := range []bool{true, false} {
		again := evaluation.New(uitest.Env(t, "id"), d, nav.Evaluation{Plan: plan.ID, Period: q3}, unit)
		if other, _ := again.Draft(); other != name {
			t.Errorf("named %q, then %q", name, other)
		}
		if early {
			again.Redraft(draft)
		}
		uitest.Open(again, width, height)
		if !early {
			again.Redraft(draft)
		}
		if _, got := again.Draft(); got != draft || !again.Typing() {
			t.Errorf("early %v: draft %q", early, got)
		}
	}
	d.fail = nil
	asked := uitest.Press(p, "esc")
	if _, ok := asked[len(asked)-1].(nav.AskMsg); !ok || !p.Typing() {
		t.Errorf("Esc throws a note away: %v", asked)
	}
	uitest.Press(p, "ctrl+s")
	if e := state(t, d, plan); e.On("akuntabel") != "Laporan tepat waktu\ndan lengkap" {
		t.Errorf("%+v", e.Notes)
	}
	uitest.Press(p, "end", "enter")
	uitest.Type(p, "Pertahankan")
	uitest.Press(p, "ctrl+s", "esc")
	if e := state(t, d, plan); e.Note != "Pertahankan" || len(e.Notes) != 1 {
		t.Errorf("%+v", e)
	}
	uitest.Press(p, "u")
	if e := state(t, d, plan); e.Note != "" || len(e.Notes) != 1 {
		t.Errorf("undone: %+v", e)
	}
	uitest.Press(p, "ctrl+y")
	if e := state(t, d, plan); e.Note != "Pertahankan" {
		t.Errorf("redone: %+v", e)
	}
	if _, draft := p.Draft(); draft != "" {
		t.Errorf("a draft is left: %q", draft)
	}
	// Once shared, notes are read and not written.
	uitest.Press(p, "s", "y", "n", "enter")
	if p.Typing() {
		t.Error("a note of a shared evaluation is open for writing")
	}
	p.Redraft(draft)
	if p.Typing() {
		t.Error("a draft opens a note of a shared evaluation")
	}
}

// From a list that is ordered or filtered, [ and ] follow that list; in another
// period, or where the list does not hold the person, everybody by name.
func TestGoingOnAsTheListStood(t *testing.T) {
	d, unit := clinic(t)
	b, err := d.Board(q3, unit)
	if err != nil {
		t.Fatal(err)
	}
	among := &nav.Among{Period: q3, Plans: []model.PlanID{b.Rows[9].Plan.ID, b.Rows[2].Plan.ID, b.Rows[5].Plan.ID}}
	at := func(i int, keys ...string) *evaluation.Page {
		p := evaluation.New(uitest.Env(t, "id"), d, nav.Evaluation{Plan: b.Rows[i].Plan.ID, Period: q3, Among: among}, unit)
		p.Resize(78, 20)
		uitest.Run(p, p.Init())
		uitest.Go(t, p, keys...)
		return p
	}
	if p := at(2); p.Crumb() != "TW III 2026 · 2/3" {
		t.Errorf("crumb %q", p.Crumb())
	}
	if p := at(2, "]", "]"); p.Title() != b.Rows[5].Staff.Name {
		t.Errorf("after the second comes %s, want %s", p.Title(), b.Rows[5].Staff.Name)
	}
	if p := at(2, "["); p.Title() != b.Rows[9].Staff.Name {
		t.Errorf("before the second comes %s, want %s", p.Title(), b.Rows[9].Staff.Name)
	}
	if p := at(3); p.Crumb() != "TW III 2026 · 4/39" {
		t.Errorf("who is not on the list: %q", p.Crumb())
	}
	if p := at(2, "2026-Q2"); strings.HasSuffix(p.Crumb(), "/3") {
		t.Errorf("in another period: %q", p.Crumb())
	}
}

// [ and ] go through the list, t through the periods; the crumb says where one is.
func TestGoingOn(t *testing.T) {
	d, unit := clinic(t)
	b, err := d.Board(q3, unit)
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, d, unit, b.Rows[0].Plan, "id")
	if got := p.Crumb(); got != "TW III 2026 · 1/39" {
		t.Errorf("crumb %q", got)
	}
	uitest.Press(p, "[", "]", "]")
	if p.Title() != b.Rows[2].Staff.Name || p.Crumb() != "TW III 2026 · 3/39" {
		t.Errorf("%s, %s; want %s", p.Title(), p.Crumb(), b.Rows[2].Staff.Name)
	}
	uitest.Go(t, p, "[", "2026-Q2")
	if p.Title() != b.Rows[1].Staff.Name || strings.HasPrefix(p.Crumb(), "TW III") {
		t.Errorf("%s, %s", p.Title(), p.Crumb())
	}
	uitest.Go(t, p, "2026-Q1", "2026-Q3")
	asked := uitest.Press(p, "f")
	if got, ok := asked[len(asked)-1].(nav.OpenMsg); !ok || got.Route.(nav.Feedback).Employee != b.Rows[1].Plan.Employee {
		t.Errorf("asked %v", asked)
	}
	// Somebody who is not on the list of this unit can be looked at.
	other := find(t, d, "", func(r model.BoardRow, _ model.Rating) bool {
		return r.Plan.Unit != unit && r.Plan.Unit != b.Rows[0].Plan.Unit
	})
	q := open(t, d, unit, other, "id")
	if strings.Contains(q.Crumb(), "/") || q.Title() == "Evaluasi" {
		t.Errorf("%s, %s", q.Title(), q.Crumb())
	}
	uitest.Press(q, "]", "[")
	// Nobody at all: the page says so, and no key breaks it.
	none := evaluation.New(uitest.Env(t, "id"), d, nav.Evaluation{Plan: "01J0000000000000000000NONE", Period: q3}, unit)
	uitest.Open(none, width, height)
	uitest.Press(none, "enter", "s", "n", "x", "u", "e", "t", "]", "[", "down", "end", "tab", "enter")
	uitest.Fits(t, none.View(), width, height)
	if none.Title() != "Evaluasi" || strings.TrimSpace(none.View()) == "" {
		t.Errorf("%s:\n%s", none.Title(), none.View())
	}
}

// Shown to the person it is about, the page names nobody else and leads nowhere
// else.
func TestShownAlone(t *testing.T) {
	d, unit := clinic(t)
	b, err := d.Board(q3, unit)
	if err != nil {
		t.Fatal(err)
	}
	plan := find(t, d, unit, rina)
	p := open(t, d, unit, plan, "id")
	var page nav.Screen = p
	page.(nav.Shower).ShowAlone(true)
	if got := p.Crumb(); got != "TW III 2026" {
		t.Errorf("crumb %q", got)
	}
	for _, a := range p.Actions() {
		if a.ID == "next" || a.ID == "previous" {
			t.Errorf("leads to others by %s", a.ID)
		}
	}
	seen := ""
	for _, keys := range [][]string{{"u"}, {"]"}, {"["}, {"end"}, {"home", "n"}, {"esc", "s"}} {
		for _, m := range uitest.Press(p, keys...) {
			seen += fmt.Sprintf("%+v\n", m)
		}
		seen += ansi.Strip(p.View())
	}
	if p.Title() != b.Rows[slices.IndexFunc(b.Rows, func(r model.BoardRow) bool { return r.Plan.ID == plan.ID })].Staff.Name {
		t.Errorf("went on to %s", p.Title())
	}
	for _, r := range b.Rows {
		if name := r.Staff.Name; r.Plan.ID != plan.ID && name != b.Names[r.Post.Evaluator] && !strings.HasPrefix(name, "dr. Sari") && strings.Contains(seen, name) {
			t.Errorf("%s is named", name)
		}
	}
	page.(nav.Shower).ShowAlone(false)
	if got := p.Crumb(); !strings.Contains(got, "/39") {
		t.Errorf("back: crumb %q", got)
	}
}

// A rating that the file does not take is seen and named until it does.
func TestNothingIsLostOnAFullDisk(t *testing.T) {
	d, unit := clinic(t)
	plan := find(t, d, unit, fresh)
	p := open(t, d, unit, plan, "id")
	d.fail = model.ErrFull
	if err := failed(uitest.Press(p, "enter", "s")); !errors.Is(err, model.ErrFull) || p.Unsaved() == "" {
		t.Errorf("%v, unsaved %q", err, p.Unsaved())
	}
	d.fail = nil
	uitest.Press(p, "s")
	if e := state(t, d, plan); e.State != model.Rated || p.Unsaved() != "" {
		t.Errorf("%+v, unsaved %q", e, p.Unsaved())
	}
}

// looks are the states of the page that the goldens show.
func looks() map[string]struct {
	who  func(model.BoardRow, model.Rating) bool
	keys []string
} {
	type look = struct {
		who  func(model.BoardRow, model.Rating) bool
		keys []string
	}
	thin := func(r model.BoardRow, s model.Rating) bool {
		return s == model.NotRated && r.Card.HasValues() && !r.Evaluation.Begun()
	}
	bare := func(r model.BoardRow, _ model.Rating) bool { return !r.Card.HasValues() && !r.Evaluation.Begun() }
	return map[string]look{
		"draft":     {fresh, nil},
		"choice":    {fresh, []string{"enter"}},
		"half":      {fresh, []string{"enter", "s", "esc"}},
		"reason":    {fresh, []string{"enter", "a", "x"}},
		"departed":  {fresh, []string{"enter", "b", "x", "enter", "b", "end"}},
		"thin":      {thin, nil},
		"nothing":   {bare, nil},
		"rated":     {rina, nil},
		"ratedend":  {rina, []string{"end"}},
		"why":       {rina, []string{"down", "x"}},
		"notes":     {rina, []string{"n", "down"}},
		"note":      {rina, []string{"n", "enter", "x"}},
		"share":     {rina, []string{"s"}},
		"shared":    {rina, []string{"s", "y"}},
		"withdraw":  {rina, []string{"s", "y", "u"}},
		"withdrawn": {rina, []string{"s", "y", "u", "x", "enter", "end"}},
		"receipt":   {rina, []string{"s", "y", "enter"}},
		"received":  {rina, []string{"s", "y", "enter", "ctrl+s", "y", "end"}},
		"accepted":  {rina, []string{"s", "y", "enter", "ctrl+s", "y", "enter", "ctrl+s", "y"}},
		"finalask":  {rina, []string{"s", "y", "enter", "ctrl+s", "y", "enter", "ctrl+s", "y", "enter"}},
		"final":     {rina, []string{"s", "y", "enter", "ctrl+s", "y", "enter", "ctrl+s", "y", "enter", "y"}},
	}
}

func TestGolden(t *testing.T) {
	for name, look := range looks() {
		for _, language := range []string{"id", "en"} {
			d, unit := clinic(t)
			p := open(t, d, unit, find(t, d, unit, look.who), language)
			uitest.Press(p, look.keys...)
			for _, size := range [][2]int{{width, height}, {wideWidth, wideHeight}, {lowWidth, lowHeight}} {
				p.Resize(size[0], size[1])
				uitest.Fits(t, p.View(), size[0], size[1])
				if size[0] == lowWidth && !slices.Contains([]string{"draft", "choice", "note", "receipt"}, name) {
					continue
				}
				t.Run(fmt.Sprintf("%s-%dx%d-%s", name, size[0]+2, size[1]+4, language), func(t *testing.T) {
					uitest.Golden(t, p.View())
				})
			}
		}
	}
}

// On the head's own evaluation stands what the unit's result suggests, and the
// rating that departs from that asks for the reason; until the result is decided
// the aid suggests, and that is said.
func TestHeadOfAUnit(t *testing.T) {
	d, unit := clinic(t)
	units, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	head := find(t, d, unit, func(r model.BoardRow, _ model.Rating) bool { return r.Staff.Employee == units[unit].Head })
	show := func(p model.Period) (*evaluation.Page, string) {
		page := evaluation.New(uitest.Env(t, "id"), d, nav.Evaluation{Plan: head.ID, Period: p}, unit)
		uitest.Open(page, wideWidth, 60)
		return page, strings.Join(strings.Fields(ansi.Strip(page.View())), " ")
	}
	if _, view := show(q3); !strings.Contains(view, "Capaian Puskesmas Tanjung Raya belum ditetapkan; sampai itu ada") {
		t.Errorf("not decided:\n%s", view)
	}
	if _, err := d.SetUnitResult(unitresult.Order{Unit: unit, Period: q3, Document: "800/1", Proposal: unitresult.Proposal{Grade: unitresult.Outstanding, Basis: "x", Decider: "Kadis"}}); err != nil {
		t.Fatal(err)
	}
	if _, view := show(q3); !strings.Contains(view, "Saran: di atas ekspektasi, dari capaian Puskesmas Tanjung Raya: Istimewa") || !strings.Contains(view, "belum diverifikasi") || strings.Contains(view, "Saran: sesuai") {
		t.Errorf("decided:\n%s", view)
	}
}
