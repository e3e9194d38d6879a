package edit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/model/survey"
	"kinerja/ui/nav"
	"kinerja/ui/screen/edit"
	"kinerja/ui/uitest"
)

var q2, q3 = period("2026-Q2"), period("2026-Q3")

func period(s string) model.Period { return must(model.ParsePeriod(s)) }

// polled keeps a survey of the second quarter.
func (o office) polled(t *testing.T) {
	t.Helper()
	averages := must(survey.ParseAverages(strings.Fields("3.2 3.2 3.1 3.6 3.2 3.3 3.4 3 3")))
	s := must(survey.Averages(o.unit, q2, 230, averages))
	s.Population, s.Source = 480, "Laporan SKM no. 7"
	if err := o.AddSurvey(s); err != nil {
		t.Fatal(err)
	}
}

// forms are those in which something is typed, and what is typed into each.
func (o office) forms(env nav.Env) map[string]struct {
	open  func() *edit.Page
	keys  []string
	shows []string
} {
	type one = struct {
		open  func() *edit.Page
		keys  []string
		shows []string
	}
	return map[string]one{
		"person": {func() *edit.Page { return edit.NewPerson(env, o, nav.EditPerson{}, o.unit) },
			[]string{"Budi Santoso", "tab", "198703142012041003"}, []string{"Budi Santoso", "198703142012041003"}},
		"record": {func() *edit.Page {
			return edit.NewPerson(env, o, nav.EditPerson{Employee: o.ayu, Record: true}, o.unit)
		},
			[]string{"Ayu Kusumawati"}, []string{"Ayu Kusumawati"}},
		"post": {func() *edit.Page { return edit.NewPost(env, o, nav.EditPost{Employee: o.ayu}) },
			[]string{"Bidan Mahir", "tab", "lubuk", "tab", "Hamdan", "enter", "Hamdan Syukri", "tab", "197203031998111003"}, []string{"Bidan Mahir", "Pustu Lubuk", "Hamdan Syukri"}},
		"unit": {func() *edit.Page { return edit.NewUnit(env, o, nav.EditUnit{}, o.unit) },
			[]string{"SD Negeri 7"}, []string{"SD Negeri 7", "[sekolah]"}},
		"result": {func() *edit.Page {
			return edit.NewUnitResult(env, o, nav.UnitResult{Unit: o.unit, Period: q3, Grade: 3})
		},
			[]string{"right", "tab", "LAKIP 2026"}, []string{"LAKIP 2026"}},
		"spread": {func() *edit.Page {
			return edit.NewUnitResult(env, o, nav.UnitResult{Unit: o.unit, Period: q3, Explain: true})
		},
			[]string{"Dua orang pindah"}, []string{"Dua orang pindah"}},
		"balance": {func() *edit.Page { return edit.NewBase(env, o, nav.CreditBase{Employee: o.ayu}) },
			[]string{"tab", "37,5", "tab", "31-12-2025", "tab", "PAK 7"}, []string{"37,5", "31-12-2025", "PAK 7"}},
		"survey": {func() *edit.Page { return edit.NewSurvey(env, o, nav.EditSurvey{Unit: o.unit}) },
			[]string{"TW II 2025", "tab", "212", "tab", "500", "tab", "3,41"}, []string{"TW II 2025", "212", "500", "3,41"}},
		"corrected": {func() *edit.Page { return edit.NewSurvey(env, o, nav.EditSurvey{Unit: o.unit, Period: q2}) },
			[]string{"231"}, []string{"231", "480"}},
	}
}

// do presses keys, and types what is no key.
func do(p *edit.Page, keys ...string) (asked []tea.Msg) {
	for _, k := range keys {
		if slices.Contains([]string{"tab", "enter", "right", "esc", "ctrl+s", "up"}, k) {
			asked = uitest.Press(p, k)
			continue
		}
		uitest.Type(p, k)
	}
	return asked
}

// What was typed into any of the forms is back after a power cut: also where the
// draft comes before the form was read. What was given up is not.
func TestTypingOutlivesThePower(t *testing.T) {
	o := newOffice(t)
	o.polled(t)
	names := map[string]string{}
	for name, f := range o.forms(o.env(t, "id")) {
		t.Run(name, func(t *testing.T) {
			p := f.open()
			uitest.Open(p, 78, 40)
			id, text := p.Draft()
			if text != "" || names[id] != "" {
				t.Fatalf("untouched it has the draft %q, under the name %q of %q", text, id, names[id])
			}
			names[id] = name
			do(p, f.keys...)
			before := ansi.Strip(p.View())
			if id, text = p.Draft(); text == "" {
				t.Fatalf("no draft of\n%s", before)
			}
			for _, early := range []bool{true, false} {
				again := f.open()
				again.Resize(78, 40)
				if early {
					again.Redraft(text)
				}
				if _, kept := again.Draft(); early && kept != text {
					t.Errorf("while it is read the draft is %q", kept)
				}
				uitest.Run(again, again.Init())
				if !early {
					again.Redraft(text)
				}
				got := ansi.Strip(again.View())
				for _, want := range f.shows {
					if !strings.Contains(before, want) || !strings.Contains(got, want) {
						t.Errorf("%q is gone (early %v):\n%s\n----\n%s", want, early, before, got)
					}
				}
				if name, kept := again.Draft(); name != id || kept != text {
					t.Errorf("the draft %q is now %q", text, kept)
				}
			}
			ask, ok := do(p, "esc", "esc")[0].(nav.AskMsg)
			if !ok || !strings.Contains(ask.Question, "elum tersimpan") {
				t.Fatalf("Esc asks %+v", ask)
			}
			if asked := uitest.Run(p, p.Update(ask.Yes())); len(asked) != 1 || asked[0] != tea.Msg(nav.BackMsg{}) {
				t.Errorf("given up it asks for %v", asked)
			}
			if _, text := p.Draft(); text != "" || p.Unsaved() != "" {
				t.Errorf("what was given up is kept: %q", text)
			}
		})
	}
}

// A draft that no form understands is left alone.
func TestAStrangeDraft(t *testing.T) {
	o := newOffice(t)
	p := o.person(t, "id", nav.EditPerson{})
	for _, text := range []string{"x", `{"unit":"=gone","evaluator":"","nothing":"x"}`} {
		before := p.View()
		if p.Redraft(text); p.View() != before {
			t.Errorf("%q changes\n%s", text, p.View())
		}
	}
}

// The form of an opening balance keeps it, in the reader's way of writing; years
// in rank are months; what is refused is said beside its field.
func TestTheOpeningBalance(t *testing.T) {
	o := newOffice(t)
	open := func() *edit.Page {
		p := edit.NewBase(o.env(t, "id"), o, nav.CreditBase{Employee: o.ayu})
		uitest.Open(p, 78, 20)
		return p
	}
	p := open()
	do(p, "tab", "20000", "tab", "31-12-2025", "tab", "P", "tab", "ahli muda", "enter")
	if asked := do(p, "ctrl+s"); len(asked) != 0 || !strings.Contains(view(p), "20000") {
		t.Fatalf("too many points: %v\n%s", asked, view(p))
	}
	p = open()
	do(p, "tab", "37,5", "tab", "31-12-2025", "tab", "PAK 7", "tab", "ahli muda", "enter")
	if asked := do(p, "ctrl+s"); !saved(t, asked) {
		t.Fatalf("%v\n%s", asked, view(p))
	}
	p = open()
	do(p, "right", "tab", "0,3", "tab")
	if !strings.Contains(view(p), o.env(t, "id").Text.Why(model.ErrNumberRange)[:20]) {
		t.Errorf("0,3 years:\n%s", view(p))
	}
	uitest.Press(p, "up", "ctrl+u")
	do(p, "3,5", "tab", "31-12-2025", "tab", "SK")
	if asked := do(p, "ctrl+s"); !saved(t, asked) {
		t.Fatalf("%v\n%s", asked, view(p))
	}
	if a := must(o.Credit(o.ayu)).Account; !a.HasBase || a.Base.Months != 42 || a.Base.Points != 0 || a.Base.Level != credit.Terampil {
		t.Errorf("%+v", a.Base)
	}
}

// A survey is typed in by averages, once for a period; a correction keeps its
// reason.
func TestSurveys(t *testing.T) {
	o := newOffice(t)
	open := func(when model.Period) *edit.Page {
		p := edit.NewSurvey(o.env(t, "id"), o, nav.EditSurvey{Unit: o.unit, Period: when})
		uitest.Open(p, 78, 20)
		return p
	}
	fill := func(p *edit.Page, counts ...string) []tea.Msg {
		for _, text := range append(counts, strings.Fields("3,4 3,2 2,9 3,8 3,3 3,4 3,5 3,1 3")...) {
			do(p, text, "enter")
		}
		return do(p, "Laporan 12", "ctrl+s")
	}
	p := open(0)
	do(p, "enter") // the quarter that ended is proposed
	if fill(p, "212", "100"); !strings.Contains(view(p), "lebih kecil daripada jumlah responden") {
		t.Errorf("a population below the respondents is kept:\n%s", view(p))
	}
	p = open(0)
	do(p, "enter")
	asked := fill(p, "212", "500")
	if !saved(t, asked) || !slices.Contains(asked, tea.Msg(nav.AddedMsg{Period: q3})) ||
		!slices.Contains(asked, tea.Msg(nav.SaidMsg{Text: "SKM Puskesmas Tanjung Raya TW III 2026 tersimpan: IKM 82,22."})) {
		t.Fatalf("%v\n%s", asked, view(p))
	}
	p = open(0)
	do(p, "enter")
	if fill(p, "10", ""); !strings.Contains(view(p), "survei periode ini sudah ada") {
		t.Errorf("twice in a period:\n%s", view(p))
	}
	p = open(q3)
	do(p, "213", "up", "up")
	for range 12 {
		do(p, "tab")
	}
	if asked := do(p, "salah ketik", "ctrl+s"); !saved(t, asked) {
		t.Fatalf("%v\n%s", asked, view(p))
	}
	list := must(o.Surveys(o.unit))
	if len(list) != 1 || list[0].Respondents != 213 || list[0].Population != 500 || list[0].Source != "Laporan 12" {
		t.Errorf("%+v", list)
	}
	if got := view(open(q2)); !strings.Contains(got, "Tidak ditemukan") {
		t.Errorf("a survey that is not there:\n%s", got)
	}
}

// How the forms that are about more than people look.
func TestForms(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				o := newOffice(t)
				o.polled(t)
				var views []string
				forms := o.forms(o.env(t, language))
				for _, name := range []string{"balance", "survey", "corrected", "result", "spread"} {
					for _, keys := range [][]string{nil, {"right", "tab", "x", "ctrl+s"}} {
						p := forms[name].open()
						uitest.Open(p, size[0], size[1])
						do(p, keys...)
						uitest.Fits(t, p.View(), size[0], size[1])
						views = append(views, p.Title()+"\n"+p.View())
					}
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// Nine averages from a spreadsheet fill the nine fields; a single one goes where
// the cursor is.
func TestAveragesArePasted(t *testing.T) {
	o := newOffice(t)
	p := edit.NewSurvey(o.env(t, "id"), o, nav.EditSurvey{Unit: o.unit})
	uitest.Open(p, 78, 40)
	do(p, "enter", "212", "enter", "500", "enter")
	p.Update(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("3,4\t3,2\t2,9\t3,8\t3,3\t3,4\t3,5\t3,1\t3\n")})
	if v := view(p); !strings.Contains(v, "3,8") || !strings.Contains(v, "3,1") {
		t.Fatal(v)
	}
	if asked := do(p, "ctrl+s"); !saved(t, asked) || !slices.Contains(asked, tea.Msg(nav.SaidMsg{Text: "SKM Puskesmas Tanjung Raya TW III 2026 tersimpan: IKM 82,22."})) {
		t.Errorf("%v\n%s", asked, view(p))
	}
}
