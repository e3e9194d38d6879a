package action_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	page "kinerja/ui/screen/action"
	"kinerja/ui/uitest"
)

var q3, _ = model.ParsePeriod("2026-Q3")

// desk keeps one action plan as the file does, without the file.
type desk struct {
	plan  model.Plan
	sheet action.Sheet
	lock  error
	fail  error
	asked model.Period
	ids   int

	found  action.Found
	looked int
}

func (d *desk) Actions(_ model.PlanID, p model.Period) (action.Standing, error) {
	if d.asked = p; p == 0 {
		p = q3
	}
	s := d.sheet
	if p != s.Period {
		s = action.New(d.plan, p)
	}
	return action.Standing{Sheet: s, Plan: d.plan, Staff: model.StaffRow{Employee: "rina", Name: "Rina Hartati, A.Md.Keb."}, Lock: d.lock}, nil
}

func (d *desk) ChangeActions(_ model.PlanID, _ model.Period, changes ...action.Change) (action.Sheet, error) {
	if d.fail != nil {
		return d.sheet, d.fail
	}
	by := action.Hand{Today: 2026_10_05, Mint: func() model.ElementID { d.ids++; return model.ElementID("new" + string(rune('0'+d.ids))) }}
	s, err := action.Make(d.sheet, d.plan, by, changes...)
	if err == nil {
		d.sheet = s
	}
	return s, err
}

func (d *desk) Check(e action.Evidence) (action.Found, error) {
	d.looked++
	return d.found, d.fail
}

func (d *desk) File(path string) (action.Evidence, error) {
	switch path {
	case "/stik/kohort.xlsx":
		return action.Evidence{Name: "kohort.xlsx", Place: path, Digest: "9f86d081", Size: 20_480}, nil
	case "/stik":
		return action.Evidence{}, page.ErrFolder
	case "/terkunci":
		return action.Evidence{}, fs.ErrPermission
	}
	return action.Evidence{}, fs.ErrNotExist
}

// rina has two results, an indicator beside them, and three actions.
func rina() *desk {
	m := func(id, code, name string) model.Measure {
		return model.Measure{ID: model.ElementID(id), Gauge: model.Gauge{Code: code, Name: model.Text{ID: name, EN: name}}}
	}
	d := &desk{plan: model.Plan{
		ID: "p1", Employee: "rina", Year: 2026, State: model.PlanAgreed,
		Measures: []model.Measure{m("m1", "IDL", "Imunisasi dasar lengkap"), m("m2", "K6", "Ibu hamil K6"), m("m3", "IKM", "Kepuasan pasien")},
		Outline: model.Outline{
			Outcomes:   []model.Outcome{{ID: "o1", Text: "Bayi di wilayah kerja terlindungi"}, {ID: "o2", Text: "Laporan bulanan lengkap", Additional: true}},
			Yardsticks: []model.Yardstick{{ID: "m1", Outcome: "o1"}, {ID: "m2", Outcome: "o1"}},
		},
	}}
	d.sheet = action.New(d.plan, q3)
	d.sheet.Actions = []action.Action{
		{ID: "a1", Measure: "m1", Text: "Sweeping imunisasi di posyandu binaan", Target: "12 posyandu", Realised: "11 posyandu", Source: "register kohort", Evidence: []action.Evidence{
			{ID: "e1", Name: "kohort.xlsx", Place: "/media/stik/kohort.xlsx", Digest: "9f86d081", Size: 20_480, On: 2026_09_30},
			{ID: "e2", Name: "Foto kegiatan", Place: "https://contoh.id/foto", On: 2026_09_30, Note: "dari kader"},
		}},
		{ID: "a2", Outcome: "o1", Text: "Kelas ibu hamil setiap bulan"},
		{ID: "a3", Text: "Rapat lintas sektor"},
	}
	return d
}

func open(t *testing.T, d *desk, code string, width, height int) *page.Page {
	p := page.New(uitest.Env(t, code), d, nav.ActionPlan{Plan: "p1"})
	uitest.Open(p, width, height)
	return p
}

func TestGolden(t *testing.T) {
	for name, prepare := range map[string]func(*desk){
		"filled": func(*desk) {},
		"empty":  func(d *desk) { d.sheet.Actions = nil },
		"bare":   func(d *desk) { d.sheet.Actions, d.plan.Outline = nil, model.Outline{} },
		"locked": func(d *desk) { d.lock = model.ErrLocked },
		"others": func(d *desk) { d.lock = model.ErrNotAllowed },
	} {
		for _, code := range lang.Languages() {
			for size, room := range map[string][2]int{"80x24": {80, 21}, "120x36": {120, 33}, "60x15": {60, 12}} {
				t.Run(name+"-"+size+"-"+code, func(t *testing.T) {
					d := rina()
					prepare(d)
					p := open(t, d, code, room[0], room[1])
					uitest.Fits(t, p.View(), room[0], room[1])
					uitest.Golden(t, p.View())
				})
			}
		}
	}
}

func TestGoldenForms(t *testing.T) {
	for name, route := range map[string]nav.EditAction{
		"action-new":   {Outcome: "o2"},
		"action":       {Action: "a1"},
		"realised":     {For: nav.ForRealised, Action: "a1"},
		"evidence-new": {For: nav.ForEvidence, Action: "a2"},
		"evidence":     {For: nav.ForEvidence, Action: "a1", Evidence: "e2"},
	} {
		for _, code := range lang.Languages() {
			t.Run(name+"-"+code, func(t *testing.T) {
				p := form(t, rina(), code, route)
				uitest.Fits(t, p.View(), 80, 21)
				uitest.Golden(t, p.View())
			})
		}
	}
}

func form(t *testing.T, d *desk, code string, route nav.EditAction) *page.Form {
	route.Plan, route.Period = "p1", q3
	p := page.NewForm(uitest.Env(t, code), d, route)
	uitest.Open(p, 80, 21)
	return p
}

// What a adds, and what Enter does, is about what the cursor is on.
func TestKeysAreAboutTheCursor(t *testing.T) {
	edit := func(to nav.EditAction) nav.OpenMsg {
		to.Plan, to.Period = "p1", q3
		return nav.OpenMsg{Route: to}
	}
	for _, tt := range []struct {
		name string
		keys []string
		want nav.OpenMsg
	}{
		{"an action: evidence", []string{"a"}, edit(nav.EditAction{For: nav.ForEvidence, Action: "a1"})},
		{"an action: what came of it", []string{"enter"}, edit(nav.EditAction{For: nav.ForRealised, Action: "a1"})},
		{"an action: itself", []string{"e"}, edit(nav.EditAction{Action: "a1"})},
		{"a result: an action for it", []string{"up", "a"}, edit(nav.EditAction{Outcome: "o1"})},
		{"a result: Enter the same", []string{"up", "enter"}, edit(nav.EditAction{Outcome: "o1"})},
		{"evidence: itself", []string{"down", "enter"}, edit(nav.EditAction{For: nav.ForEvidence, Action: "a1", Evidence: "e1"})},
		{"evidence: e the same", []string{"down", "down", "e"}, edit(nav.EditAction{For: nav.ForEvidence, Action: "a1", Evidence: "e2"})},
		{"evidence: more of it", []string{"down", "a"}, edit(nav.EditAction{For: nav.ForEvidence, Action: "a1"})},
		{"an indicator: an action for it", []string{"down", "down", "down", "down", "down", "a"}, edit(nav.EditAction{Measure: "m3"})},
	} {
		p := open(t, rina(), "id", 80, 30)
		asked := uitest.Press(p, tt.keys...)
		if len(asked) != 1 || asked[0] != tea.Msg(tt.want) {
			t.Errorf("%s: asked for %+v, want %+v", tt.name, asked, tt.want)
		}
	}
}

// The order of the form: no evidence where the cursor is on no action; and where
// nothing can be written every way says why.
func TestWhyNot(t *testing.T) {
	text := uitest.Env(t, "id").Text
	p := open(t, rina(), "id", 80, 30)
	uitest.Press(p, "up")
	why := func(id string) string {
		for _, a := range p.Actions() {
			if a.ID == id {
				return a.Why
			}
		}
		return "no such action"
	}
	if got := why("evidence"); got != text.Action.Page.FirstAction {
		t.Errorf("evidence on a result: %q", got)
	}
	if got := why("plan-action"); got != "" {
		t.Errorf("an action on a result: %q", got)
	}
	d := rina()
	d.lock = model.ErrLocked
	p = open(t, d, "id", 80, 30)
	for _, id := range []string{"enter", "edit", "evidence", "plan-action", "realise", "remove"} {
		if got := why(id); got != text.Error(model.ErrLocked) {
			t.Errorf("%s of what is locked: %q", id, got)
		}
	}
	if got := why("period"); got != "" {
		t.Errorf("another period of what is locked: %q", got)
	}
}

// Removing asks, names what goes with it, and is undone by u.
func TestRemoving(t *testing.T) {
	d := rina()
	p := open(t, d, "id", 80, 30)
	question := func() nav.AskMsg {
		t.Helper()
		for _, a := range p.Actions() {
			if a.ID == "remove" {
				ask, ok := a.Run()().(nav.AskMsg)
				if !ok {
					t.Fatal("it does not ask")
				}
				return ask
			}
		}
		t.Fatal("nothing removes")
		return nav.AskMsg{}
	}
	q := question()
	if !strings.Contains(q.Question, "Sweeping") || !strings.Contains(q.Question, "2 bukti") {
		t.Errorf("asked %q", q.Question)
	}
	uitest.Press(p, "down")
	q = question()
	if !strings.Contains(q.Question, "kohort.xlsx") {
		t.Errorf("asked %q", q.Question)
	}
	uitest.Run(p, q.Yes)
	if len(d.sheet.Actions) != 3 || len(d.sheet.Actions[0].Evidence) != 1 {
		t.Errorf("after one piece of evidence: %+v", d.sheet.Actions)
	}
	uitest.Press(p, "up")
	d.fail = model.ErrBusy
	asked := uitest.Run(p, question().Yes)
	if len(asked) != 1 || !errors.Is(asked[0].(nav.FailMsg).Err, model.ErrBusy) || len(d.sheet.Actions) != 3 {
		t.Errorf("a file that is busy: %+v", asked)
	}
}

// A period that comes can be planned for.
func TestOtherPeriods(t *testing.T) {
	d := rina()
	p := open(t, d, "id", 80, 24)
	uitest.Choose(t, p, "2026-Q4")
	if d.asked.String() != "2026-Q4" || !strings.Contains(p.Crumb(), "TW IV 2026") {
		t.Errorf("asked for %s, shows %q", d.asked, p.Crumb())
	}
}

// kept says what was said when a form was sent; what is refused stands beside
// its field instead.
func kept(asked []tea.Msg) string {
	for _, m := range asked {
		if s, ok := m.(nav.SaidMsg); ok {
			return s.Text
		}
	}
	return ""
}

func TestFormsKeep(t *testing.T) {
	d := rina()
	p := form(t, d, "id", nav.EditAction{Measure: "m3"})
	uitest.Type(p, "Survei kepuasan")
	uitest.Press(p, "tab")
	uitest.Type(p, "120 responden")
	if got := kept(uitest.Press(p, "ctrl+s")); got != "Tersimpan: Survei kepuasan." {
		t.Errorf("said %q", got)
	}
	a := d.sheet.Actions[len(d.sheet.Actions)-1]
	if a.Measure != "m3" || a.Outcome != "" || a.Text != "Survei kepuasan" || a.Target != "120 responden" {
		t.Errorf("%+v", a)
	}
	p = form(t, d, "id", nav.EditAction{For: nav.ForRealised, Action: "a2"})
	uitest.Type(p, "3 kelas")
	uitest.Press(p, "ctrl+s")
	if got, _ := d.sheet.Action("a2"); got.Realised != "3 kelas" || got.Text != "Kelas ibu hamil setiap bulan" {
		t.Errorf("%+v", got)
	}
	p = form(t, d, "id", nav.EditAction{})
	uitest.Press(p, "ctrl+s")
	if !strings.Contains(p.View(), "harus diisi") || len(d.sheet.Actions) != 4 {
		t.Errorf("an action without words:\n%s", p.View())
	}
}

// A file is looked at when the form is sent, and refused beside its field.
func TestEvidenceOfAFile(t *testing.T) {
	for path, want := range map[string]string{
		"/nothing": "berkas tidak ditemukan", "/stik": "itu folder", "/terkunci": "Sistem tidak mengizinkan",
	} {
		d := rina()
		p := form(t, d, "id", nav.EditAction{For: nav.ForEvidence, Action: "a2"})
		uitest.Press(p, "tab")
		uitest.Type(p, path)
		uitest.Press(p, "ctrl+s")
		if !strings.Contains(p.View(), want) || len(d.sheet.Actions[1].Evidence) != 0 {
			t.Errorf("%s is not refused by %q:\n%s", path, want, p.View())
		}
	}
	d := rina()
	p := form(t, d, "id", nav.EditAction{For: nav.ForEvidence, Action: "a2"})
	uitest.Press(p, "tab")
	uitest.Type(p, `"/stik/kohort.xlsx"`) // as a file manager copies it
	if got := kept(uitest.Press(p, "ctrl+s")); got != "Tersimpan: /stik/kohort.xlsx." {
		t.Errorf("said %q", got)
	}
	if e := d.sheet.Actions[1].Evidence; len(e) != 1 || e[0].Name != "kohort.xlsx" || e[0].Digest != "9f86d081" || e[0].Size != 20_480 {
		t.Errorf("%+v", e)
	}
}

// A link is a whole address; a note on evidence leaves the digest as it was taken.
func TestEvidenceOfALinkAndANote(t *testing.T) {
	d := rina()
	p := form(t, d, "id", nav.EditAction{For: nav.ForEvidence, Action: "a2"})
	uitest.Press(p, "right", "tab")
	uitest.Type(p, "contoh.id")
	uitest.Press(p, "ctrl+s")
	if !strings.Contains(p.View(), "diawali https://") {
		t.Errorf("half an address is taken:\n%s", p.View())
	}
	uitest.Press(p, "home")
	uitest.Type(p, "https://")
	uitest.Press(p, "ctrl+s")
	if e := d.sheet.Actions[1].Evidence; len(e) != 1 || e[0].Place != "https://contoh.id" || e[0].Name != "https://contoh.id" || e[0].IsFile() {
		t.Errorf("%+v", e)
	}
	p = form(t, d, "id", nav.EditAction{For: nav.ForEvidence, Action: "a1", Evidence: "e1"}) // its file is not on this machine
	uitest.Press(p, "tab", "tab", "tab")
	uitest.Type(p, "halaman 3")
	uitest.Press(p, "ctrl+s")
	if e := d.sheet.Actions[0].Evidence[0]; e.Note != "halaman 3" || e.Digest != "9f86d081" || e.On != 2026_09_30 {
		t.Errorf("%+v", e)
	}
}

// What was taken away meanwhile, or locked, has no form.
func TestNoForm(t *testing.T) {
	d := rina()
	if p := form(t, d, "id", nav.EditAction{Action: "a9"}); !strings.Contains(p.View(), "Tidak ditemukan") {
		t.Errorf("of an action that is gone:\n%s", p.View())
	}
	d.lock = model.ErrLocked
	if p := form(t, d, "id", nav.EditAction{}); !strings.Contains(p.View(), "sudah disampaikan") {
		t.Errorf("of a locked action plan:\n%s", p.View())
	}
}

// The menu looks at the files, off the loop, and says beside each what became of
// it; a link is not looked at.
func TestCheckingTheFiles(t *testing.T) {
	check := func(p *page.Page) nav.Action {
		t.Helper()
		for _, a := range p.Actions() {
			if a.ID == "check" {
				return a
			}
		}
		t.Fatal("nothing checks")
		return nav.Action{}
	}
	d := rina()
	d.found = action.Changed
	p := open(t, d, "id", 100, 24)
	said := uitest.Run(p, check(p).Run())
	if got := kept(said); got != "0 dari 1 berkas bukti masih sama seperti waktu dicatat." || d.looked != 1 {
		t.Errorf("said %q, looked at %d", got, d.looked)
	}
	if !strings.Contains(p.View(), "BERUBAH sejak dicatat") {
		t.Errorf("not beside the file:\n%s", p.View())
	}
	d.fail = fs.ErrPermission
	if said := uitest.Run(p, check(p).Run()); len(said) != 1 || !errors.Is(said[0].(nav.FailMsg).Err, fs.ErrPermission) {
		t.Errorf("a file that cannot be read: %v", said)
	}
	d = rina()
	d.sheet.Actions = d.sheet.Actions[1:]
	if a := check(open(t, d, "id", 80, 24)); a.Why == "" {
		t.Error("no file, and yet it can be checked")
	}
}
