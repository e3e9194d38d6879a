package award_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/discipline"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/pages"
	"kinerja/ui/uitest"
)

var sizes = [][2]int{{78, 20}, {118, 32}, {58, 11}}

// office is the sample as its head of puskesmas has it.
type office struct {
	file *store.Store
	desk *store.Desk
	me   model.Actor
	unit model.UnitID
}

func must[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

func newOffice(t *testing.T) *office {
	t.Helper()
	file, district := storetest.District(t, 0)
	o := &office{file: file, me: model.Owner(district.Head(), "")}
	o.desk = file.As(o.me)
	return o
}

// page makes the page of a route, as the program does.
func (o *office) page(t *testing.T, language string, route nav.Route, width, height int) nav.Screen {
	t.Helper()
	env := uitest.Env(t, language)
	env.Me = o.me
	p := pages.Build(env, pages.House{Desk: o.desk, File: o.file, Unit: o.unit})(route)
	uitest.Open(p, width, height)
	return p
}

// of is the nomination of somebody.
func (o *office) of(name string) award.Row {
	who := must(o.desk.FindOne(name)).Employee
	for _, r := range must(follow.Desk{Desk: o.desk}.Awards(follow.Asked{Employee: who})) {
		return r
	}
	panic(name)
}

func TestPages(t *testing.T) {
	o := newOffice(t)
	asked, handed := o.of("Euis Nurhayati"), o.of("Anik Setyaningsih")
	letter := must(follow.Desk{Desk: o.desk}.Letters(follow.Asked{}))[0]
	step := func(r award.Row, name string) nav.AwardAct {
		return nav.AwardAct{Employee: r.Employee, ID: r.ID, Act: name}
	}
	routes := []nav.Route{
		nav.Awards{}, nav.Proposals{}, nav.Award{Employee: asked.Employee, ID: asked.ID}, nav.Award{Employee: handed.Employee, ID: handed.ID},
		nav.AwardAct{Act: award.Nominate}, step(asked, award.Check), step(o.of("Nelvi Rahmadani"), award.Check), step(asked, award.Decide), step(asked, award.Reject), step(asked, award.HandOver),
		nav.Letters{}, nav.EditLetter{}, nav.EditLetter{Employee: letter.Employee, ID: letter.ID},
	}
	for _, language := range []string{"id", "en"} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				var views []string
				for _, route := range routes {
					s := o.page(t, language, route, size[0], size[1])
					uitest.Fits(t, s.View(), size[0], size[1])
					views = append(views, s.Title()+"\n"+s.View())
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

func TestNobodyIsNominatedYet(t *testing.T) {
	o := &office{file: storetest.Open(t), me: model.Owner("", "")}
	o.desk = o.file.As(o.me)
	for route, want := range map[nav.Route]string{nav.Awards{}: "Belum ada usul penghargaan", nav.Letters{}: "Tidak ada rujukan", nav.Proposals{}: "periode"} {
		if view := o.page(t, "id", route, 78, 20).View(); !strings.Contains(view, want) {
			t.Errorf("%T:\n%s", route, view)
		}
	}
}

// From the list of who meets the rule to the award in somebody's hands.
func TestFromProposalToHandingOver(t *testing.T) {
	o := newOffice(t)
	who := must(o.desk.FindOne("Sitti Ramlah")).Employee
	f := o.page(t, "id", nav.AwardAct{Employee: who, Act: award.Nominate}, 78, 20)
	uitest.Press(f, "tab", "tab")
	uitest.Type(f, "Bidan teladan kecamatan")
	uitest.Press(f, "tab", "tab")
	uitest.Type(f, "Kelas ibu hamil di tiga desa")
	uitest.Press(f, "ctrl+s")
	a := o.of("Sitti Ramlah")
	if a.State != award.Nominated || a.Kind != "Bidan teladan kecamatan" || a.Reason != "Kelas ibu hamil di tiga desa" || !a.Period.Valid() {
		t.Fatalf("%+v\n%s", a.Award, ansi.Strip(f.View()))
	}
	act := func(name, typed string) award.Row {
		f := o.page(t, "id", nav.AwardAct{Employee: a.Employee, ID: a.ID, Act: name}, 78, 20)
		uitest.Type(f, typed)
		uitest.Press(f, "ctrl+s")
		return o.of("Sitti Ramlah")
	}
	if got := act(award.Check, ""); got.State != award.Nominated {
		t.Errorf("a condition is not met, and it went on without a reason: %s", got.State)
	}
	if got := act(award.Check, "Menggantikan dua bidan"); got.State != award.Checked || got.Overruled != "Menggantikan dua bidan" || len(got.Findings) != 4 {
		t.Errorf("checked: %+v", got.Award)
	}
	if got := act(award.Decide, ""); got.State != award.Checked {
		t.Errorf("decided without a letter: %s", got.State)
	}
	got := act(award.Decide, "SK 7")
	if w := got.Words[len(got.Words)-1]; got.State != award.Decided || w.Via != model.Recorded || w.Document != "SK 7" || !strings.Contains(got.Names[w.Whose], "Artawan") {
		t.Errorf("decided: %s, %+v", got.State, w)
	}
	if got := act(award.HandOver, ""); got.State != award.Handed {
		t.Errorf("handed over: %s", got.State)
	}
	p := o.page(t, "id", nav.Award{Employee: a.Employee, ID: a.ID}, 78, 20)
	if view := strings.Join(strings.Fields(ansi.Strip(p.View())), " "); strings.Contains(view, "Langkah berikutnya") || !strings.Contains(view, "dicatat oleh dr. Sari Wulandari menurut SK 7") {
		t.Errorf("at its end:\n%s", view)
	}
}

// Whoever evaluates nominates, and does not check; who is nominated reads their own.
func TestWhoMayWhat(t *testing.T) {
	o := newOffice(t)
	a := o.of("Euis Nurhayati")
	for _, tt := range []struct {
		name           string
		roles          []model.Role
		who            model.EmployeeID
		has, lacks     string
		letters, rules bool
	}{
		{"evaluator", []model.Role{model.RoleStaff, model.RoleEvaluator}, o.me.Employee, "Cabut usul", "Verifikasi", false, true},
		{"staff", []model.Role{model.RoleStaff}, a.Employee, "diusulkan", "Langkah berikutnya", false, false},
		{"team", []model.Role{model.RoleStaff, model.RoleTeam}, must(o.desk.FindOne("Eni Kusumawati")).Employee, "Verifikasi syarat", "Serahkan", true, true},
	} {
		me := model.Actor{ID: tt.name, Employee: tt.who, Roles: model.RolesOf(tt.roles...), Via: model.Signed}
		own := &office{file: o.file, desk: o.file.As(me), me: me}
		p := own.page(t, "id", nav.Award{Employee: a.Employee, ID: a.ID}, 78, 20)
		if view := ansi.Strip(p.View()); !strings.Contains(view, tt.has) || strings.Contains(view, tt.lacks) {
			t.Errorf("%s:\n%s", tt.name, view)
		}
		env := uitest.Env(t, "id")
		env.Me = me
		if env.MayOpen(nav.Letters{}) != tt.letters || env.MayOpen(nav.Proposals{}) != tt.rules {
			t.Errorf("%s may read letters %v, proposals %v", tt.name, env.MayOpen(nav.Letters{}), env.MayOpen(nav.Proposals{}))
		}
	}
}

// A reference to a letter is kept and taken off the list with a reason.
func TestLetters(t *testing.T) {
	o := newOffice(t)
	f := o.page(t, "id", nav.EditLetter{Employee: must(o.desk.FindOne("Rina Hartati")).Employee}, 78, 20)
	uitest.Press(f, "tab")
	uitest.Type(f, "800/9")
	uitest.Press(f, "tab")
	uitest.Type(f, "1-9-2026")
	uitest.Press(f, "tab", "tab")
	uitest.Type(f, "2-9-2026")
	uitest.Press(f, "ctrl+s")
	letters := func() []discipline.Row { return must(follow.Desk{Desk: o.desk}.Letters(follow.Asked{})) }
	list := letters()
	if len(list) != 2 || !strings.Contains(ansi.Strip(o.page(t, "id", nav.Letters{}, 78, 20).View()), "Rina Hartati") {
		t.Fatalf("%+v\n%s", list, ansi.Strip(f.View()))
	}
	for _, r := range list {
		if r.Number == "800/9" {
			f = o.page(t, "id", nav.EditLetter{Employee: r.Employee, ID: r.ID}, 78, 20)
			uitest.Type(f, "salah orang")
			uitest.Press(f, "ctrl+s")
		}
	}
	if list := letters(); len(list) != 1 {
		t.Errorf("%+v", list)
	}
}
