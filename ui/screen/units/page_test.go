package units_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/screen/units"
	"kinerja/ui/uitest"
)

type desk struct{ tree model.Units }

func (d desk) Units() (model.Units, error) { return d.tree, nil }

func (desk) Everyone() ([]model.StaffRow, error) {
	return []model.StaffRow{
		{Employee: "sari", Name: "dr. Sari Wulandari, M.K.M.", Unit: "pkm"}, {Employee: "ayu", Name: "Ayu", Unit: "pkm"},
		{Employee: "joko", Name: "Joko", Unit: "pkm", Void: true}, {Employee: "budi", Name: "Budi", Unit: "pustu"},
	}, nil
}

func tree() desk {
	return desk{model.Units{
		"pkm":   {ID: "pkm", Code: "PKM-01", Name: "Puskesmas Tanjung Raya", Kind: model.UnitClinic, Head: "sari", Parent: "dinas"},
		"dinas": {ID: "dinas", Name: "Dinas Kesehatan\x1b[31m", Kind: model.UnitOffice},
		"pustu": {ID: "pustu", Name: "Pustu Lubuk", Kind: model.UnitSubClinic, Parent: "pkm"},
		"sd":    {ID: "sd", Name: "SD Negeri 7", Kind: model.UnitSchool},
		"gone":  {ID: "gone", Name: "Salah", Void: true},
	}}
}

func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				p := units.New(uitest.Env(t, language), tree())
				uitest.Open(p, size[0], size[1])
				uitest.Fits(t, p.View(), size[0], size[1])
				uitest.Golden(t, p.View())
			})
		}
	}
}

func TestKeys(t *testing.T) {
	p := units.New(uitest.Env(t, "id"), tree())
	uitest.Open(p, 78, 20)
	for keys, want := range map[string]nav.Route{
		"home down enter": nav.EditUnit{Unit: "pkm"}, "home e": nav.EditUnit{Unit: "dinas"},
		// A new one is proposed below the one the cursor is on, or beside a pustu.
		"home a": nav.EditUnit{Parent: "dinas"}, "home down a": nav.EditUnit{Parent: "pkm"}, "home down down a": nav.EditUnit{Parent: "pkm"},
	} {
		if asked := uitest.Press(p, strings.Fields(keys)...); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("%s asks for %v", keys, asked)
		}
	}
	// After a change the cursor stays on its unit.
	uitest.Press(p, "end")
	d := tree()
	d.tree["zz"] = model.Unit{ID: "zz", Name: "Aneka"}
	q := units.New(uitest.Env(t, "id"), d)
	uitest.Open(q, 78, 20)
	uitest.Press(q, "end")
	delete(d.tree, "zz")
	uitest.Run(q, q.Init())
	if got := ansi.Strip(q.View()); !strings.Contains(got, "▸ SD Negeri 7") {
		t.Errorf("the cursor left its unit:\n%s", got)
	}
	if asked := uitest.Press(p, "esc"); len(asked) != 1 || asked[0] != tea.Msg(nav.BackMsg{}) {
		t.Errorf("Esc asks for %v", asked)
	}
}

func TestNoUnits(t *testing.T) {
	p := units.New(uitest.Env(t, "en"), desk{})
	uitest.Open(p, 78, 20)
	if !strings.Contains(p.View(), "There is no unit yet") {
		t.Errorf("%s", p.View())
	}
	if asked := uitest.Press(p, "enter", "e"); len(asked) != 0 {
		t.Errorf("asked for %v", asked)
	}
}
