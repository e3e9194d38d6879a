package users_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/nav"
	"kinerja/ui/screen/users"
	"kinerja/ui/uitest"
)

// desk is a clinic of three, whose file asks for PINs or not.
type desk struct {
	state users.State
	did   []string
	first [2]user.New
	err   error
}

func (d *desk) Look() (users.State, error) { return d.state, nil }
func (d *desk) CloseUser(id user.ID) error { return d.say("close", id) }
func (d *desk) Unguard(secret string) error {
	return d.say("unguard", secret)
}
func (d *desk) AddUser(n user.New) (user.User, error) {
	return n.User, d.say("add", n.Name, n.Employee, n.Display, n.Roles, n.Secret)
}
func (d *desk) EditUser(id user.ID, name, display string, roles model.Roles) error {
	return d.say("edit", id, name, display, roles)
}
func (d *desk) ResetSecret(id user.ID, secret string) error { return d.say("reset", id, secret) }
func (d *desk) ChangeSecret(old, secret string) error       { return d.say("change", old, secret) }
func (d *desk) First(me, them user.New) (nav.AgainMsg, error) {
	d.first = [2]user.New{me, them}
	g := nav.Guest{User: me.Name, Actor: model.Actor{ID: "E1", Via: model.Signed}}
	return nav.AgainMsg{Guest: &g, Code: "ABCD-EFGH"}, d.say("first")
}

func (d *desk) say(verb string, with ...any) error {
	d.did = append(d.did, strings.TrimSpace(verb+" "+fmt.Sprint(with...)))
	return d.err
}

func clinic(guarded bool) *desk {
	staff := func(id, name, position string, number model.NIP, p user.Place) users.Staff {
		p.Listed = true
		return users.Staff{Row: model.StaffRow{Employee: model.EmployeeID(id), Name: name, Position: position}, Number: number, Place: p}
	}
	d := &desk{state: users.State{Guarded: guarded, Keeps: true, Staff: []users.Staff{
		staff("E1", "dr. Sari Wulandari", "Kepala Puskesmas", "197503121999031002", user.Place{Evaluates: true, Superior: true}),
		staff("E2", "Budi Harahap, S.Kep.", "Kepala Ruangan", "198006142005011003", user.Place{Evaluates: true}),
		staff("E3", "Rina Hartati, A.Md.Keb.", "Bidan Terampil", "199001022015032001", user.Place{}),
	}}}
	if guarded {
		row := func(id, employee, name, shown string, granted, actual model.Roles, more user.User) user.Row {
			more.ID, more.Employee, more.Name, more.Roles, more.Changed = user.ID(id), model.EmployeeID(employee), name, granted, 20261001
			if employee == "" {
				more.Display = shown
			}
			return user.Row{User: more, Shown: shown, Actual: actual}
		}
		admin, staff := model.RolesOf(model.RoleAdmin, model.RoleManager), model.RolesOf(model.RoleStaff, model.RoleEvaluator)
		d.state.Users = []user.Row{
			row("U1", "E1", "sari", "dr. Sari Wulandari", admin, admin|staff|model.RolesOf(model.RoleSuperior), user.User{}),
			row("U2", "E2", "budi", "Budi Harahap, S.Kep.", 0, staff, user.User{Temporary: true}),
			row("U3", "", "inspektur", "Dewi Anggraini (Inspektorat)", model.RolesOf(model.RoleAuditor), model.RolesOf(model.RoleAuditor), user.User{}),
			row("U4", "E3", "rina", "Rina Hartati, A.Md.Keb.", 0, model.RolesOf(model.RoleStaff), user.User{Closed: true}),
		}
		d.state.Users[0].Last, d.state.Users[2].Last = uitest.Noon.Add(-time.Hour), uitest.Noon.Add(-50*time.Hour)
		d.state.Users[1].Failed, d.state.Users[2].Failed = 1, 5
	}
	return d
}

func env(t *testing.T, language string) nav.Env {
	e := uitest.Env(t, language)
	e.Me = model.Owner("E1", "dr. Sari Wulandari")
	return e
}

func open(t *testing.T, language string, d *desk, route nav.EditUser, width, height int) *users.Form {
	t.Helper()
	f := users.NewForm(env(t, language), d, route)
	uitest.Open(f, width, height)
	return f
}

func seen(s nav.Screen) string { return strings.Join(strings.Fields(ansi.Strip(s.View())), " ") }

// The first other person: both get a PIN, the program goes on with the first one
// let in and a code to show; what follows from the place is ticked by itself.
func TestASecondEvaluator(t *testing.T) {
	d := clinic(false)
	f := open(t, "id", d, nav.EditUser{For: nav.ForNew}, 100, 40)
	if got := seen(f); !strings.Contains(got, "berkas ini meminta PIN dari Anda dan dari orang kedua") || !strings.Contains(got, "tidak dienkripsi") {
		t.Errorf("not explained: %s", got)
	}
	uitest.Press(f, "enter") // the own name is proposed
	uitest.Type(f, "120375")
	uitest.Press(f, "enter")
	if got := seen(f); !strings.Contains(got, "! ") || strings.Contains(got, "120375") {
		t.Errorf("the own date of birth is taken as PIN, or shown: %s", got)
	}
	uitest.Press(f, "ctrl+u")
	uitest.Type(f, "471193")
	uitest.Press(f, "enter")
	uitest.Type(f, "471193")
	uitest.Press(f, "enter")
	uitest.Type(f, "budi")
	uitest.Press(f, "enter")
	if got := seen(f); !strings.Contains(got, "Nama pengguna budi") || !strings.Contains(got, "[x] Penilai") || strings.Contains(got, "Atasan penilai:") {
		t.Errorf("of Budi: %s", got)
	}
	uitest.Press(f, "enter")
	uitest.Type(f, "820614")
	if name, draft := f.Draft(); strings.Contains(draft, "820614") || strings.Contains(draft, "471193") || !strings.Contains(draft, "budi") {
		t.Errorf("the draft %s has %s", name, draft)
	}
	asked := uitest.Press(f, "ctrl+s")
	me, them := d.first[0], d.first[1]
	if me.Name != "sari" || me.Employee != "E1" || me.Secret != "471193" || them.Name != "budi" || them.Employee != "E2" || them.Secret != "820614" || !them.Temporary || me.Temporary {
		t.Errorf("%+v\n%+v", me, them)
	}
	again := nav.AgainMsg{}
	for _, msg := range asked {
		if m, ok := msg.(nav.AgainMsg); ok {
			again = m
		}
	}
	if again.Guest == nil || again.Guest.User != "sari" || again.Code == "" || again.First != (nav.Users{}) {
		t.Errorf("goes on as %+v after %v", again, asked)
	}
}

// Two people have two names to log in by; somebody from outside is typed.
func TestSomebodyFromOutside(t *testing.T) {
	d := clinic(true)
	f := open(t, "id", d, nav.EditUser{For: nav.ForNew}, 100, 40)
	uitest.Type(f, "Dewi Anggraini")
	uitest.Press(f, "enter", "enter")
	uitest.Type(f, "640817")
	uitest.Press(f, "enter", "down", "down", "down", "space", "ctrl+s")
	want := fmt.Sprint("add ", fmt.Sprint("dewi", model.EmployeeID(""), "Dewi Anggraini", model.RolesOf(model.RoleAuditor), "640817"))
	if len(d.did) != 1 || d.did[0] != want {
		t.Errorf("%q, want %q", d.did, want)
	}
	f = open(t, "id", d, nav.EditUser{For: nav.ForNew}, 100, 40)
	uitest.Type(f, "sari")
	uitest.Press(f, "enter")
	if got := seen(f); !strings.Contains(got, "sari.wulandari") {
		t.Errorf("a name that is taken is proposed: %s", got)
	}
}

// The other forms: each does one thing, and says beside its field what is wrong.
func TestForms(t *testing.T) {
	d := clinic(true)
	f := open(t, "id", d, nav.EditUser{User: "budi", For: nav.ForReset}, 80, 20)
	uitest.Type(f, "111111")
	uitest.Press(f, "enter")
	if got := seen(f); !strings.Contains(got, "! ") {
		t.Errorf("111111 is taken: %s", got)
	}
	uitest.Press(f, "ctrl+u")
	uitest.Type(f, "730184")
	uitest.Press(f, "enter")
	uitest.Type(f, "730184")
	uitest.Press(f, "enter")

	f = open(t, "id", d, nav.EditUser{For: nav.ForOwn}, 80, 20)
	d.err = user.ErrWrong
	uitest.Type(f, "000001")
	uitest.Press(f, "enter")
	uitest.Type(f, "917364")
	uitest.Press(f, "enter")
	uitest.Type(f, "917364")
	uitest.Press(f, "enter")
	if got := seen(f); !strings.Contains(got, "bukan PIN Anda sekarang") {
		t.Errorf("not beside the field: %s", got)
	}
	d.err = nil
	uitest.Type(f, "000001") // it was emptied, and the new one is still there
	uitest.Press(f, "ctrl+s")

	f = open(t, "id", d, nav.EditUser{User: "budi", For: nav.ForRoles}, 100, 30)
	uitest.Press(f, "enter", "down", "down", "space", "ctrl+s")
	f = open(t, "id", d, nav.EditUser{For: nav.ForOff}, 80, 20)
	uitest.Type(f, "471193")
	asked := uitest.Press(f, "enter")
	left := false
	for _, msg := range asked {
		m, ok := msg.(nav.AgainMsg)
		left = left || ok && m.Open
	}
	want := []string{
		"reset " + fmt.Sprint(user.ID("U2"), "730184"), "change " + fmt.Sprint("000001", "917364"), "change " + fmt.Sprint("000001", "917364"),
		"edit " + fmt.Sprint(user.ID("U2"), "budi", "", model.RolesOf(model.RoleManager)), "unguard 471193",
	}
	if strings.Join(d.did, "\n") != strings.Join(want, "\n") || !left {
		t.Errorf("did\n%s\nwant\n%s\ngoes on %v", strings.Join(d.did, "\n"), strings.Join(want, "\n"), left)
	}
}

// Closing asks; who may not keep others' access is told so.
func TestChoices(t *testing.T) {
	d := clinic(true)
	c := users.NewChoice(env(t, "id"), d, nav.EditUser{User: "budi"})
	uitest.Open(c, 80, 20)
	asked := uitest.Press(c, "down", "down", "enter")
	if len(asked) != 1 || !strings.Contains(asked[0].(nav.AskMsg).Question, "Budi Harahap") {
		t.Fatalf("%v", asked)
	}
	uitest.Run(c, asked[0].(nav.AskMsg).Yes)
	if len(d.did) != 1 || d.did[0] != "close "+fmt.Sprint(user.ID("U2")) {
		t.Errorf("%v", d.did)
	}
	d.state.Keeps = false
	c = users.NewChoice(env(t, "id"), d, nav.EditUser{User: "budi"})
	uitest.Open(c, 80, 20)
	if a := c.Actions()[0]; a.Why != "hanya administrator" {
		t.Errorf("why not: %q", a.Why)
	}
	d.err = errors.New("no")
	p := users.New(env(t, "id"), d)
	uitest.Open(p, 80, 20)
	for _, a := range p.Actions() {
		if (a.ID == "add" || a.ID == "pins-off") && a.Why == "" {
			t.Errorf("%s is offered", a.ID)
		}
	}
}

// An administrator sees who came in when, and how often somebody tried in vain; that a
// temporary PIN is nobody's word yet. Who keeps nobody's access sees nothing of it.
func TestWhoCameIn(t *testing.T) {
	for language, want := range map[string][3]string{
		"id": {"Masuk terakhir 13.03.", "Belum pernah masuk. 1 percobaan gagal. PIN masih sementara", "5 percobaan gagal sejak itu."},
		"en": {"Last login 13:03.", "Has never logged in. 1 failed try. The PIN is still temporary", "5 failed tries since then."},
	} {
		d := clinic(true)
		p := users.New(env(t, language), d)
		uitest.Open(p, 78, 20)
		for i, text := range want {
			if got := seen(p); !strings.Contains(got, text) {
				t.Errorf("%d: no %q:\n%s", i, text, ansi.Strip(p.View()))
			}
			uitest.Press(p, "down")
		}
		d.state.Keeps = false
		p = users.New(env(t, language), d)
		uitest.Open(p, 118, 20)
		if got := seen(p); strings.Contains(got, "13.03") || strings.Contains(got, "13:03") {
			t.Errorf("told to anybody:\n%s", ansi.Strip(p.View()))
		}
	}
}

func TestGolden(t *testing.T) {
	for _, v := range []struct {
		name    string
		guarded bool
		make    func(nav.Env, *desk) nav.Screen
		keys    string
	}{
		{"list", true, func(e nav.Env, d *desk) nav.Screen { return users.New(e, d) }, "down"},
		{"nobody", false, func(e nav.Env, d *desk) nav.Screen { return users.New(e, d) }, ""},
		{"own", true, func(e nav.Env, d *desk) nav.Screen { return users.NewChoice(e, d, nav.EditUser{User: "sari"}) }, ""},
		{"other", true, func(e nav.Env, d *desk) nav.Screen { return users.NewChoice(e, d, nav.EditUser{User: "budi"}) }, "down"},
		{"first", false, func(e nav.Env, d *desk) nav.Screen { return users.NewForm(e, d, nav.EditUser{For: nav.ForNew}) }, "enter 4 7 1 1 9 3"},
		{"new", true, func(e nav.Env, d *desk) nav.Screen { return users.NewForm(e, d, nav.EditUser{For: nav.ForNew}) }, "b u d i enter enter enter"},
		{"roles", true, func(e nav.Env, d *desk) nav.Screen {
			return users.NewForm(e, d, nav.EditUser{User: "sari", For: nav.ForRoles})
		}, "enter"},
		{"reset", true, func(e nav.Env, d *desk) nav.Screen {
			return users.NewForm(e, d, nav.EditUser{User: "budi", For: nav.ForReset})
		}, ""},
		{"change", true, func(e nav.Env, d *desk) nav.Screen { return users.NewForm(e, d, nav.EditUser{For: nav.ForOwn}) }, ""},
		{"off", true, func(e nav.Env, d *desk) nav.Screen { return users.NewForm(e, d, nav.EditUser{For: nav.ForOff}) }, ""},
	} {
		for _, language := range []string{"id", "en"} {
			for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
				t.Run(fmt.Sprintf("%s/%s/%d", v.name, language, size[0]), func(t *testing.T) {
					s := v.make(env(t, language), clinic(v.guarded))
					uitest.Open(s, size[0], size[1])
					uitest.Press(s, strings.Fields(v.keys)...)
					s.Resize(size[0], size[1])
					uitest.Fits(t, s.View(), size[0], size[1])
					uitest.Golden(t, s.View())
				})
			}
		}
	}
}
