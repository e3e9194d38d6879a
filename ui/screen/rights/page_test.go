package rights_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/ui/nav"
	"kinerja/ui/screen/rights"
	"kinerja/ui/uitest"
)

// The page at three sizes, in both languages, for somebody on the staff.
func TestRights(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s-%dx%d", language, size[0], size[1]), func(t *testing.T) {
				env := uitest.Env(t, language)
				env.Me = model.Actor{ID: "e", Employee: "e", Name: "Rina Hartati", Roles: model.RolesOf(model.RoleStaff)}
				p := rights.New(env)
				uitest.Open(p, size[0], size[1])
				uitest.Fits(t, p.View(), size[0], size[1])
				all := ansi.Strip(p.View())
				for before := ""; p.View() != before; {
					before = p.View()
					uitest.Press(p, "pgdown")
					uitest.Fits(t, p.View(), size[0], size[1])
				}
				uitest.Golden(t, all+"\n====\n"+ansi.Strip(p.View()))
			})
		}
	}
}

// Every right that people are told of has its words, and the table is all of it.
func TestEveryRightHasWords(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		env := uitest.Env(t, language)
		for _, v := range access.Verbs() {
			if env.Text.Access.Acts[string(v)] == "" {
				t.Errorf("%s: %s has no words", language, v)
			}
		}
		env.Me = model.Actor{Roles: model.RolesOf(model.RoleAdmin)}
		p := rights.New(env)
		uitest.Open(p, 100, 300)
		for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
			if !strings.Contains(ansi.Strip(p.View()), env.Text.Role(r)) {
				t.Errorf("%s: the page leaves out %s", language, r)
			}
		}
		asked := uitest.Press(p, "w")
		table, err := asked[0].(nav.WriteMsg).Read()
		rows := 0
		for row, e := range table.Rows {
			if rows++; e != nil || row[0].Text == "" || len(row) != len(table.Columns) {
				t.Fatalf("%+v, %v", row, e)
			}
		}
		if err != nil || rows != len(access.Verbs()) {
			t.Errorf("%d rows of %d, %v", rows, len(access.Verbs()), err)
		}
	}
}

// The page is read with the arrows, Home and End too.
func TestArrowsScroll(t *testing.T) {
	env := uitest.Env(t, "id")
	env.Me = model.Actor{Roles: model.RolesOf(model.RoleAdmin)}
	p := rights.New(env)
	uitest.Open(p, 78, 12)
	top := p.View()
	uitest.Press(p, "down")
	if p.View() == top {
		t.Error("an arrow moves nothing")
	}
	uitest.Press(p, "end")
	end := p.View()
	uitest.Press(p, "down")
	if p.View() != end || end == top {
		t.Error("End does not go to the end")
	}
	uitest.Press(p, "home")
	if p.View() != top {
		t.Error("Home does not go back")
	}
}
