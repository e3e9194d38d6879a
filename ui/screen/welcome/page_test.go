package welcome_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/ui/nav"
	"kinerja/ui/screen/welcome"
	"kinerja/ui/uitest"
)

// desk remembers what was begun and kept.
type desk struct {
	units  model.Units
	begun  []founding.Beginning
	kept   []string
	refuse error // of Begin
	locked error // of Keep
}

func (d *desk) Units() (model.Units, error) { return d.units, nil }

func (d *desk) Begin(b founding.Beginning) (model.Employee, error) {
	d.begun = append(d.begun, b)
	e := b.Person
	e.ID = "01ME"
	return e, d.refuse
}

func (d *desk) Keep(key, value string) error {
	d.kept = append(d.kept, key+"="+value)
	return d.locked
}

func open(t *testing.T, language string, d *desk, at nav.Welcome) *welcome.Page {
	p := welcome.New(uitest.Env(t, language), d, at)
	uitest.Open(p, 78, 20)
	return p
}

// again is what the page asked of the router.
func again(t *testing.T, asked []tea.Msg) nav.AgainMsg {
	t.Helper()
	for _, msg := range asked {
		if m, ok := msg.(nav.AgainMsg); ok {
			return m
		}
	}
	t.Fatalf("the program is not opened anew: %+v", asked)
	return nav.AgainMsg{}
}

// Four answers, and the list of staff is next; the unit's kind follows its name,
// and a NIP tells the kind of employment.
func TestFourAnswers(t *testing.T) {
	d := &desk{}
	p := open(t, "id", d, nav.Welcome{})
	uitest.Press(p, "enter")
	uitest.Type(p, "UPTD  Puskesmas Tanjung Raya")
	uitest.Press(p, "enter", "enter")
	uitest.Type(p, "dr. Sari Wulandari, M.K.M.")
	uitest.Press(p, "enter")
	uitest.Type(p, "19750312 199903 1 002")
	uitest.Press(p, "enter", "enter")
	m := again(t, uitest.Press(p, "down", "enter", "enter"))
	if m.Me != "01ME" || m.First != (nav.Intake{Kind: "staff", Then: nav.Positions{Year: 2026}}) {
		t.Errorf("then: %+v", m)
	}
	want := founding.Beginning{
		Unit:   model.Unit{Name: "UPTD Puskesmas Tanjung Raya", Kind: model.UnitClinic},
		Person: model.Employee{Number: "197503121999031002", Name: "Sari Wulandari", Before: "dr.", After: "M.K.M.", Kind: model.PNS},
		Post:   model.Post{Position: "Kepala Puskesmas"},
		Period: q(t, "2026-Q4"),
	}
	if len(d.begun) != 1 || d.begun[0] != want {
		t.Errorf("begun %+v, want %+v", d.begun, want)
	}
	if got := strings.Join(d.kept, " "); got != "language=id me=01ME" {
		t.Errorf("kept %s", got)
	}
}

func q(t *testing.T, s string) model.Period {
	p, err := model.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What is not right says so beside the field, and one stays there.
func TestAnswersAreChecked(t *testing.T) {
	for typed, want := range map[string]string{
		"1975031219990310":   "", // a local number of 16 digits
		"12345":              "NIP harus 18 angka",
		"199913121999031002": "bukan tanggal lahir",
		"1.97503E+17":        "dirusak oleh lembar kerja",
	} {
		d := &desk{}
		p := open(t, "id", d, nav.Welcome{Step: 2, Unit: "SD Negeri 7", Kind: model.UnitSchool, Name: "Ani"})
		uitest.Press(p, "tab")
		uitest.Type(p, typed)
		uitest.Press(p, "ctrl+s")
		got := ansi.Strip(p.View())
		if want == "" && !strings.Contains(got, "4 dari 4") || want != "" && !strings.Contains(got, want) {
			t.Errorf("%s: want %q\n%s", typed, want, got)
		}
	}
	p := open(t, "en", &desk{}, nav.Welcome{Step: 1})
	uitest.Press(p, "ctrl+s")
	if got := ansi.Strip(p.View()); !strings.Contains(got, "2 of 4") || !strings.Contains(got, "! ") {
		t.Errorf("a unit without a name was taken:\n%s", got)
	}
}

// Esc goes back a question at a time and loses nothing; at the first it leaves.
func TestGoingBackLosesNothing(t *testing.T) {
	d := &desk{}
	p := open(t, "id", d, nav.Welcome{})
	uitest.Press(p, "enter")
	uitest.Type(p, "Tanjung Raya")
	uitest.Press(p, "enter", "left", "left", "enter") // not the kind that the name would tell
	uitest.Type(p, "Ani Lestari")
	uitest.Press(p, "ctrl+s", "down", "enter", "esc", "esc", "esc")
	if got := ansi.Strip(p.View()); !strings.Contains(got, "Tanjung Raya") || !strings.Contains(got, "[dinas]") {
		t.Fatalf("the unit:\n%s", got)
	}
	if p.Unsaved() == "" {
		t.Error("answers would be lost without a question")
	}
	uitest.Press(p, "ctrl+s")
	if got := ansi.Strip(p.View()); !strings.Contains(got, "Ani Lestari") || !strings.Contains(got, "Kepala Dinas") {
		t.Fatalf("who:\n%s", got)
	}
	uitest.Press(p, "ctrl+s", "enter", "down", "enter")
	b := d.begun[0]
	if b.Unit.Kind != model.UnitOffice || b.Person.Name != "Ani Lestari" || b.Person.Kind != model.NonASN || b.Period != q(t, "2026-Q4") {
		t.Errorf("%+v", b)
	}
	first := open(t, "id", d, nav.Welcome{})
	left := false
	for _, msg := range uitest.Press(first, "esc") {
		_, ok := msg.(nav.BackMsg)
		left = left || ok
	}
	if !left {
		t.Error("Esc at the first question does not leave")
	}
}

// Another language opens the program in it, with the answers so far; the sample
// touches nothing.
func TestLanguageAndSample(t *testing.T) {
	d := &desk{}
	p := open(t, "id", d, nav.Welcome{Unit: "SD Negeri 7", Kind: model.UnitSchool, Name: "Ani"})
	languages := [][2]string{}
	for i := range 4 {
		keys := []string{"home"}
		for range i {
			keys = append(keys, "down")
		}
		asked := uitest.Press(p, append(keys, "enter")...)
		if len(asked) == 0 {
			uitest.Press(p, "esc")
			languages = append(languages, [2]string{"id", "here"})
			continue
		}
		m := again(t, asked)
		kind := "own"
		if m.Sample {
			kind = "sample"
		} else if at, ok := m.First.(nav.Welcome); !ok || at.Step != 1 || at.Unit != "SD Negeri 7" || at.Name != "Ani" || at.Kind != model.UnitSchool {
			t.Errorf("answers on the way: %+v", m.First)
		}
		languages = append(languages, [2]string{m.Language, kind})
	}
	if got := fmt.Sprint(languages); !strings.Contains(got, "id here") || !strings.Contains(got, "en own") || !strings.Contains(got, "en sample") || !strings.Contains(got, "id sample") {
		t.Errorf("%s", got)
	}
	if len(d.begun) != 0 {
		t.Errorf("begun %+v", d.begun)
	}
}

// A file that has units already offers them.
func TestUnitsOfTheFile(t *testing.T) {
	d := &desk{units: model.Units{"u1": {ID: "u1", Code: "PKM-01", Name: "Puskesmas Bukit", Kind: model.UnitClinic}}}
	p := open(t, "id", d, nav.Welcome{Step: 1})
	if got := ansi.Strip(p.View()); !strings.Contains(got, "Puskesmas Bukit") || strings.Contains(got, "Nama unit kerja") {
		t.Errorf("the unit of the file is not offered:\n%s", got)
	}
	uitest.Press(p, "ctrl+s")
	uitest.Type(p, "Ani")
	uitest.Press(p, "ctrl+s", "enter", "enter")
	if len(d.begun) != 1 || d.begun[0].Unit != d.units["u1"] {
		t.Errorf("begun %+v", d.begun)
	}
}

// Settings that cannot be written are said, and the run goes on; a file that
// refuses leaves the answers where they are.
func TestFailures(t *testing.T) {
	d := &desk{locked: &fs.PathError{Op: "open", Path: "config.toml", Err: fs.ErrPermission}}
	at := nav.Welcome{Step: 4, Unit: "SD Negeri 7", Kind: model.UnitSchool, Name: "Ani"}
	p := open(t, "id", d, at)
	if m := again(t, uitest.Press(p, "enter")); !strings.Contains(m.Said, "Setelan tidak dapat ditulis") || m.Me == "" {
		t.Errorf("%+v", m)
	}
	d = &desk{refuse: model.ErrFull}
	p = open(t, "id", d, at)
	failed := false
	for _, msg := range uitest.Press(p, "enter") {
		f, ok := msg.(nav.FailMsg)
		failed = failed || ok && errors.Is(f.Err, model.ErrFull)
	}
	if !failed || len(d.kept) != 0 || !strings.Contains(ansi.Strip(p.View()), "SD Negeri 7") {
		t.Errorf("failed %v, kept %v", failed, d.kept)
	}
}

func TestPages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				var views []string
				for step := range 5 {
					p := welcome.New(uitest.Env(t, language), &desk{}, nav.Welcome{
						Step: step, Unit: "Puskesmas Tanjung Raya", Kind: model.UnitClinic, Name: "dr. Sari Wulandari, M.K.M.", Number: "197503121999031002",
					})
					uitest.Open(p, size[0], size[1])
					uitest.Fits(t, p.View(), size[0], size[1])
					views = append(views, p.View())
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}
