package situation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	told "kinerja/model/situation"
	"kinerja/ui/nav"
	"kinerja/ui/screen/situation"
	"kinerja/ui/uitest"
)

const q3 = model.Period(202623)

// desk is one unit, of which something may have been said.
type desk struct {
	now  told.Situation
	kept int
	fail error
}

func (d *desk) Units() (model.Units, error) {
	return model.Units{"u": model.Unit{ID: "u", Name: "Puskesmas Tanjung Raya"}}, nil
}

func (d *desk) Situation(unit model.UnitID, p model.Period) (told.Beside, error) {
	if d.now.Unit == "" {
		d.now = told.New(unit, p)
	}
	return told.Beside{Situation: d.now, Counted: 38, On: 20260930}, nil
}

func (d *desk) SetSituation(s told.Situation, _ string) error {
	if d.fail != nil {
		return d.fail
	}
	d.now, d.kept = s, d.kept+1
	return nil
}

func open(t *testing.T, d *desk, language string, width, height int) *situation.Page {
	t.Helper()
	p := situation.New(uitest.Env(t, language), d, nav.Situation{Unit: "u", Period: q3})
	uitest.Open(p, width, height)
	return p
}

func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				d := &desk{now: told.New("u", q3)}
				d.now.Vacancies, d.now.Access, d.now.AccessWords = model.Some(model.Int(3)), told.VeryRemote, "perahu 3 jam"
				p := open(t, d, language, size[0], size[1])
				views := []string{p.View()}
				uitest.Press(p, "tab", "tab")
				views = append(views, p.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// What is typed is kept; what is left empty is not said, and 0 is.
func TestItIsKept(t *testing.T) {
	d := &desk{}
	p := open(t, d, "id", 78, 24)
	uitest.Type(p, "0")
	uitest.Press(p, "tab", "tab")
	if view := ansi.Strip(p.View()); !strings.Contains(strings.Join(strings.Fields(view), " "), "dalam berkas ini 38 orang menurut jabatan per 30 September 2026") || !strings.Contains(view, "tidak dipakai dalam nilai") {
		t.Errorf("what the file counts is not said:\n%s", view)
	}
	uitest.Type(p, "36")
	uitest.Press(p, "tab", "right", "right", "tab")
	uitest.Type(p, "perahu 3 jam")
	uitest.Press(p, "tab")
	uitest.Type(p, "12")
	uitest.Press(p, "ctrl+s")
	want := told.New("u", q3)
	want.Vacancies, want.Present, want.DisasterDays = model.Some(0), model.Some(model.Int(36)), model.Some(model.Int(12))
	want.Access, want.AccessWords = told.Remote, "perahu 3 jam"
	if d.now != want || d.kept != 1 {
		t.Errorf("kept %+v", d.now)
	}
	// Everything taken out again empties it.
	p = open(t, d, "id", 78, 24)
	for range 8 {
		uitest.Press(p, "ctrl+u", "left", "left", "tab")
	}
	if uitest.Press(p, "ctrl+s"); d.now.Said() {
		t.Errorf("still said: %+v", d.now)
	}
}

// What cannot be is said beside its field, and nothing is kept.
func TestRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		tabs        int
		typed, want string
	}{
		"below none":    {0, "-1", "bilangan bulat 0 sampai"},
		"half a person": {1, "2,5", "bilangan bulat 0 sampai"},
		"93 days":       {5, "93", "bilangan bulat 0 sampai 92"},
	} {
		t.Run(name, func(t *testing.T) {
			d := &desk{}
			p := open(t, d, "id", 78, 24)
			for range tt.tabs {
				uitest.Press(p, "tab")
			}
			uitest.Type(p, tt.typed)
			uitest.Press(p, "ctrl+s")
			if view := ansi.Strip(p.View()); d.kept != 0 || !strings.Contains(view, tt.want) {
				t.Errorf("kept %d:\n%s", d.kept, view)
			}
		})
	}
	d := &desk{fail: model.ErrLocked}
	p := open(t, d, "id", 78, 24)
	uitest.Type(p, "3")
	if uitest.Press(p, "ctrl+s"); p.Unsaved() == "" {
		t.Error("what the file did not take is not there any more")
	}
}
