package assessment_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/assessment"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	page "kinerja/ui/screen/assessment"
	"kinerja/ui/uitest"
)

var q3, _ = model.ParsePeriod("2026-Q3")

// desk keeps one assessment as the file does, without the file.
type desk struct {
	plan model.Plan
	a    assessment.Assessment
	e    model.Evaluation
	card model.Card
	own  bool

	document string
	on       model.Date
}

func (d *desk) Assessment(model.PlanID, model.Period) (assessment.Standing, error) {
	st := assessment.For(d.a, d.plan, d.e, d.own)
	st.Staff = model.StaffRow{Employee: "rina", Name: "Rina Hartati, A.Md.Keb."}
	st.Names = map[model.EmployeeID]string{"sari": "dr. Sari Wulandari"}
	st.Card = d.card
	whole := assessment.Content{Result: model.Meets, Behaviour: model.Meets}
	_, st.Write = d.a.Write(whole, d.plan, d.e)
	_, st.Reopen = d.a.Reopen(model.Word{}, d.e)
	_, st.Record = d.a.Record(whole, model.Word{Document: "-"}, d.plan, d.e)
	if d.own {
		st.Record = model.ErrNotAllowed
	} else {
		st.Write, st.Reopen = model.ErrNotAllowed, model.ErrNotAllowed
	}
	return st, nil
}

func (d *desk) keep(a assessment.Assessment, err error) error {
	if err == nil {
		d.a = a
	}
	return err
}

func (d *desk) WriteAssessment(_ model.PlanID, _ model.Period, c assessment.Content) error {
	return d.keep(d.a.Write(c, d.plan, d.e))
}

func (d *desk) SubmitAssessment(model.PlanID, model.Period) error {
	return d.keep(d.a.Submit(model.Word{ID: "w1", Whose: "rina", By: "rina", Via: model.Signed, On: 2026_10_02}, d.e))
}

func (d *desk) ReopenAssessment(model.PlanID, model.Period) error {
	return d.keep(d.a.Reopen(model.Word{ID: "w2"}, d.e))
}

func (d *desk) RecordAssessment(_ model.PlanID, _ model.Period, c assessment.Content, document string, on model.Date) error {
	d.document, d.on = document, on
	return d.keep(d.a.Record(c, model.Word{ID: "w3", Whose: "rina", By: "sari", Via: model.Recorded, Document: document, On: on}, d.plan, d.e))
}

// rina has two indicators with results, and says something of the first and of two
// values.
func rina(own bool) *desk {
	m := func(id, code, name string, target model.Number) model.Measure {
		return model.Measure{ID: model.ElementID(id), Gauge: model.Gauge{Code: code, Name: model.Text{ID: name, EN: name}, Unit: "%", Target: target, Weight: 50_0000}}
	}
	d := &desk{own: own, plan: model.Plan{
		ID: "p1", Employee: "rina", Year: 2026, State: model.PlanAgreed,
		Measures: []model.Measure{m("m1", "IDL", "Imunisasi dasar lengkap", 90_0000), m("m2", "K6", "Ibu hamil K6", 100_0000)},
	}}
	d.card = model.Card{Plan: "p1", Period: q3, Entries: []model.Entry{{Measure: "m1", Actual: model.Some(94_0000)}, {Measure: "m2", Actual: model.Some(90_0000)}}}
	d.e = model.Evaluation{Plan: "p1", Employee: "rina", Period: q3}
	d.a = assessment.New(d.plan, q3)
	return d
}

func (d *desk) says() *desk {
	d.a.Content = assessment.Content{
		Measures: []assessment.Remark{{ID: "m1", Rating: model.Above, Text: "Dua dusun mencapai UCI setelah yang belum datang dikunjungi tiap Jumat."}},
		Values:   []assessment.Remark{{ID: "pelayanan", Rating: model.Above, Text: "Loket dibuka lebih pagi."}, {ID: "loyal", Rating: model.Meets}},
		Result:   model.Above, Behaviour: model.Meets, Helped: "Kader dusun.", Hindered: "Jembatan putus\ntiga pekan.",
	}
	return d
}

func (d *desk) handed(t *testing.T) *desk {
	t.Helper()
	if err := d.SubmitAssessment("", 0); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) rated(state model.EvaluationState) *desk {
	d.e.State, d.e.Result, d.e.Behaviour = state, model.Meets, model.Meets
	d.e.Notes = []model.ValueNote{{Value: "pelayanan", Text: "Antrean pada hari pasar masih menumpuk."}}
	return d
}

func open(t *testing.T, d *desk, code string, width, height int) *page.Page {
	p := page.New(uitest.Env(t, code), d, nav.SelfView{Plan: "p1"})
	uitest.Open(p, width, height)
	return p
}

// What is not handed in yet says which rating is missing, beside its row and when handing
// in is tried: a sentence, and not the keys of the form.
func TestWhatIsMissingIsNamed(t *testing.T) {
	for code, want := range map[string][2]string{
		"id": {"rating keseluruhan Perilaku kerja belum diisi; e menulisnya", "belum diisi, perlu sebelum diserahkan"},
		"en": {"the rating over all of Behaviour is missing; e writes it", "missing, needed before it is handed in"},
	} {
		d := rina(true).says()
		d.a.Content.Behaviour = model.NotRated
		p := open(t, d, code, 80, 21)
		for _, a := range p.Actions() {
			if a.ID == "share" && a.Why != want[0] {
				t.Errorf("%s: handing in says %q", code, a.Why)
			}
		}
		if view := ansi.Strip(p.View()); strings.Count(view, want[1]) != 1 {
			t.Errorf("%s: %q does not stand beside it:\n%s", code, want[1], view)
		}
	}
}

func TestGolden(t *testing.T) {
	for name, d := range map[string]func() *desk{
		"empty":   func() *desk { return rina(true) },
		"draft":   func() *desk { return rina(true).says() },
		"handed":  func() *desk { return rina(true).says().handed(t).rated(model.Rated) },
		"shared":  func() *desk { return rina(true).says().handed(t).rated(model.Shared) },
		"none":    func() *desk { return rina(false).says() },
		"waiting": func() *desk { return rina(false).says().handed(t) },
		"both":    func() *desk { return rina(false).says().handed(t).rated(model.Rated) },
	} {
		for _, code := range lang.Languages() {
			for size, room := range map[string][2]int{"80x24": {80, 21}, "120x36": {120, 33}, "60x15": {60, 12}} {
				t.Run(name+"-"+size+"-"+code, func(t *testing.T) {
					p := open(t, d(), code, room[0], room[1])
					uitest.Fits(t, p.View(), room[0], room[1])
					uitest.Golden(t, p.View())
				})
			}
		}
	}
}

func TestGoldenForms(t *testing.T) {
	for name, d := range map[string]*desk{"write": rina(true).says(), "record": rina(false).rated(model.Rated)} {
		for _, code := range lang.Languages() {
			for size, room := range map[string][2]int{"80x24": {80, 21}, "60x15": {60, 12}} {
				t.Run(name+"-"+size+"-"+code, func(t *testing.T) {
					p := page.NewForm(uitest.Env(t, code), d, nav.EditSelfView{Plan: "p1", Period: q3, Record: name == "record"})
					uitest.Open(p, room[0], room[1])
					uitest.Fits(t, p.View(), room[0], room[1])
					uitest.Golden(t, p.View())
				})
			}
		}
	}
}

// The evaluator sees nothing of a draft, nor that there is one: the page is the same
// as without.
func TestADraftIsNotThere(t *testing.T) {
	with, without := open(t, rina(false).says(), "id", 80, 21), open(t, rina(false), "id", 80, 21)
	if with.View() != without.View() {
		t.Errorf("a draft shows:\n%s", with.View())
	}
	waiting := open(t, rina(false).says().handed(t), "id", 80, 21).View()
	for _, word := range []string{"di atas", "Jumat", "Kader"} {
		if strings.Contains(waiting, word) {
			t.Errorf("before both are in it shows %q:\n%s", word, waiting)
		}
	}
}

// Shown to the person, the evaluator's side waits until it is shared.
func TestShownAlone(t *testing.T) {
	for state, shows := range map[model.EvaluationState]bool{model.Rated: false, model.Shared: true} {
		p := open(t, rina(false).says().handed(t).rated(state), "id", 80, 60)
		if !strings.Contains(p.View(), "Antrean pada hari pasar") {
			t.Fatalf("the evaluator does not see both:\n%s", p.View())
		}
		p.ShowAlone(true)
		if got := strings.Contains(p.View(), "Antrean pada hari pasar") && strings.Contains(p.View(), "berbeda"); got != shows {
			t.Errorf("%s: the evaluator's side shows %v:\n%s", state, got, p.View())
		}
		if !strings.Contains(p.View(), "Kader dusun") {
			t.Error("their own words are gone")
		}
		p.ShowAlone(false)
		if !strings.Contains(p.View(), "Antrean pada hari pasar") {
			t.Error("it stays hidden for the evaluator")
		}
	}
}

// What differs says so by a sign and a word, and is counted at the top.
func TestWhatDiffers(t *testing.T) {
	view := open(t, rina(false).says().handed(t).rated(model.Rated), "id", 80, 60).View()
	for _, want := range []string{"2 rating berbeda: bicarakan dulu", "PIN sendiri"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is missing:\n%s", want, view)
		}
	}
	if n := strings.Count(view, "! berbeda"); n != 2 {
		t.Errorf("%d rows are marked, not 2:\n%s", n, view)
	}
}

// The person writes, hands in after a question, and takes back while nothing is
// rated; each action says why it cannot be done.
func TestHandingIn(t *testing.T) {
	d := rina(true)
	p := open(t, d, "id", 80, 21)
	why := func(id string) string {
		for _, a := range p.Actions() {
			if a.ID == id {
				return a.Why
			}
		}
		t.Fatalf("no action %s", id)
		return ""
	}
	if why("share") == "" || why("reopen") == "" || why("edit") != "" || !strings.Contains(why("record"), "tulis sendiri") {
		t.Errorf("empty: %q %q %q %q", why("share"), why("reopen"), why("edit"), why("record"))
	}
	if asked := uitest.Press(p, "e"); len(asked) != 1 || asked[0] != (nav.OpenMsg{Route: nav.EditSelfView{Plan: "p1", Period: q3}}) {
		t.Errorf("e asked %v", asked)
	}
	d.says()
	uitest.Run(p, p.Init())
	asked := uitest.Press(p, "s")
	if len(asked) != 1 {
		t.Fatalf("s asked %v", asked)
	}
	asked = uitest.Run(p, asked[0].(nav.AskMsg).Yes)
	if d.a.State != assessment.Submitted || !said(asked, "diserahkan") {
		t.Fatalf("%v, %v", d.a.State, asked)
	}
	uitest.Run(p, p.Init())
	if why("edit") == "" || why("reopen") != "" {
		t.Errorf("handed in: %q %q", why("edit"), why("reopen"))
	}
	d.rated(model.Rated)
	uitest.Run(p, p.Init())
	if !strings.Contains(why("reopen"), "sudah diserahkan dan tidak berubah lagi") {
		t.Errorf("both are in: %q", why("reopen"))
	}
}

func said(asked []tea.Msg, want string) bool {
	for _, m := range asked {
		if s, ok := m.(nav.SaidMsg); ok && strings.Contains(s.Text, want) {
			return true
		}
	}
	return false
}

// The form keeps what is chosen and typed; what is left out stays out.
func TestWriting(t *testing.T) {
	d := rina(true)
	p := page.NewForm(uitest.Env(t, "id"), d, nav.EditSelfView{Plan: "p1", Period: q3})
	uitest.Open(p, 80, 21)
	uitest.Press(p, "a", "down", "s", "down", "b", "down")
	uitest.Type(p, "Hulu belum terjangkau")
	asked := uitest.Press(p, "ctrl+s")
	c := d.a.Content
	if c.Result != model.Above || c.Behaviour != model.Meets || len(c.Measures) != 1 || c.Measures[0] != (assessment.Remark{ID: "m1", Rating: model.Below, Text: "Hulu belum terjangkau"}) || len(c.Values) != 0 {
		t.Errorf("%+v, asked %v", c, asked)
	}
	if !said(asked, "Hanya Anda") {
		t.Errorf("asked %v", asked)
	}
}

// What stands on paper needs the paper's name, and is typed after the ratings.
func TestRecording(t *testing.T) {
	early := page.NewForm(uitest.Env(t, "id"), rina(false), nav.EditSelfView{Plan: "p1", Period: q3, Record: true})
	uitest.Open(early, 80, 21)
	if !strings.Contains(strings.Join(strings.Fields(early.View()), " "), "Beri kedua rating dahulu") {
		t.Errorf("before the ratings:\n%s", early.View())
	}
	d := rina(false).rated(model.Rated)
	p := page.NewForm(uitest.Env(t, "id"), d, nav.EditSelfView{Plan: "p1", Period: q3, Record: true})
	uitest.Open(p, 80, 21)
	if uitest.Press(p, "ctrl+s"); d.document != "" {
		t.Error("recorded without a paper")
	}
	uitest.Type(p, "Formulir 12")
	uitest.Press(p, "down")
	uitest.Type(p, "2 Oktober 2026")
	uitest.Press(p, "down", "s", "down", "a", "ctrl+s")
	if d.document != "Formulir 12" || d.on != 2026_10_02 || !d.a.Recorded() || d.a.Content.Behaviour != model.Above {
		t.Errorf("%q %v %+v\n%s", d.document, d.on, d.a, p.View())
	}
	p = page.NewForm(uitest.Env(t, "id"), rina(true), nav.EditSelfView{Plan: "p1", Period: q3, Record: true})
	uitest.Open(p, 80, 21)
	if !strings.Contains(p.View(), "tulis sendiri") {
		t.Errorf("one's own from a paper:\n%s", p.View())
	}
}
