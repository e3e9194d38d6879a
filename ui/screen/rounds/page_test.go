package rounds_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/round"
	"kinerja/model/talk"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/store/rounds"
	"kinerja/store/storetest"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/pages"
	screen "kinerja/ui/screen/rounds"
	"kinerja/ui/uitest"
)

// sizes are the rooms that a page has at 80×24, 120×36 and 60×15.
var sizes = [][2]int{{78, 20}, {118, 32}, {58, 11}}

// office is the sample in which the head, her evaluator and six of her staff log in.
type office struct {
	s          *store.Store
	urn        *rounds.Urn
	head, boss model.EmployeeID
	staff      []model.EmployeeID
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func newOffice(t *testing.T) office {
	t.Helper()
	s, d := storetest.District(t, 120)
	o := office{s: s, urn: &rounds.Urn{}, head: d.Head()}
	owner := storetest.Owner(s)
	pr, err := owner.Profile(o.head)
	must(t, err)
	o.boss = pr.Posts[len(pr.Posts)-1].Evaluator
	for _, name := range []string{"rina hartati", "budi santoso", "ani lestari", "arif susanto", "citra dewi", "desi yanti"} {
		row, err := owner.FindOne(name)
		must(t, err)
		o.staff = append(o.staff, row.Employee)
	}
	_, err = s.As(model.Owner(o.head, "")).Guard(user.New{User: user.User{Name: "sari", Employee: o.head, Roles: model.RolesOf(model.RoleManager, model.RoleAdmin)}, Secret: "830217"},
		user.New{User: user.User{Name: "artawan", Employee: o.boss}, Secret: "602915"})
	must(t, err)
	for i, id := range o.staff {
		_, err := o.desk(o.head, model.RoleEvaluator, model.RoleManager, model.RoleAdmin).AddUser(user.New{User: user.User{Name: fmt.Sprintf("staf%d", i), Employee: id}, Secret: fmt.Sprintf("75%d391", i)})
		must(t, err)
		must(t, o.desk(id).ChangeSecret(fmt.Sprintf("75%d391", i), fmt.Sprintf("95%d391", i)))
	}
	return o
}

func (o office) desk(id model.EmployeeID, roles ...model.Role) rounds.Desk {
	return rounds.Desk{Desk: o.s.As(model.Actor{ID: string(id), Employee: id, Name: "Penguji", Roles: model.RolesOf(append(roles, model.RoleStaff)...), Via: model.Signed}), Urn: o.urn}
}

func (o office) leader() rounds.Desk { return o.desk(o.boss, model.RoleEvaluator, model.RoleSuperior) }

// people gives the form of a new round whom it may be about.
type people struct {
	rounds.Desk
	about model.EmployeeID
}

func (p people) People() ([]model.StaffRow, error) {
	row, err := p.FindOne(string(p.about))
	return []model.StaffRow{row}, err
}

func env(t *testing.T, language string, d rounds.Desk) nav.Env {
	e := uitest.Env(t, language)
	e.Me = d.Actor()
	return e
}

func (o office) id(t *testing.T) round.ID {
	t.Helper()
	list, err := o.leader().Rounds()
	must(t, err)
	return list[0].ID
}

func (o office) give(t *testing.T, id round.ID, from, to int) {
	t.Helper()
	for i := from; i < to; i++ {
		v := round.Voice{Kind: talk.Improve, Value: "kolaboratif", Text: "Jadwal jaga dibagikan pada hari terakhir, sehingga sulit bertukar."}
		if i%2 == 0 {
			v = round.Voice{Kind: talk.Appreciation, Text: "Mendengarkan sampai selesai sebelum memutuskan."}
		}
		_, err := o.desk(o.staff[i]).Give(id, v)
		must(t, err)
	}
}

// Every page of a round from its opening to what was said, in every size and language.
func TestPages(t *testing.T) {
	for _, language := range lang.Languages() {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				o := newOffice(t)
				var views []string
				see := func(s nav.Screen) {
					t.Helper()
					uitest.Open(s, size[0], size[1])
					uitest.Fits(t, s.View(), size[0], size[1])
					views = append(views, s.Title()+"\n"+s.View())
				}
				lead, asked := o.leader(), o.desk(o.staff[0])
				see(screen.NewList(env(t, language, lead), lead))
				open := screen.NewOpen(env(t, language, lead), people{lead, o.head})
				see(open)
				_, err := lead.Open(round.Round{About: o.head, Group: round.Reports, Until: 2026_10_19, Question: "Apa yang perlu dilanjutkan, apa yang perlu diubah?"})
				must(t, err)
				id := o.id(t)
				see(screen.NewList(env(t, language, asked), asked))
				see(screen.New(env(t, language, asked), asked, nav.Round{ID: id}))
				see(screen.New(env(t, language, lead), lead, nav.Round{ID: id}))
				see(screen.NewGive(env(t, language, asked), asked, nav.GiveRound{ID: id}))
				o.give(t, id, 0, 1)
				see(screen.New(env(t, language, asked), asked, nav.Round{ID: id}))
				o.give(t, id, 1, 6)
				_, err = lead.Close(id)
				must(t, err)
				see(screen.New(env(t, language, lead), lead, nav.Round{ID: id}))
				see(screen.New(env(t, language, o.desk(o.head)), o.desk(o.head), nav.Round{ID: id}))
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// A round from the keyboard: opened, answered, ended, shared; each key is there for
// whom it is, and nobody else's.
func TestARound(t *testing.T) {
	o := newOffice(t)
	lead := o.leader()
	open := screen.NewOpen(env(t, "id", lead), people{lead, o.head})
	uitest.Open(open, 100, 30)
	uitest.Type(open, "sari")
	uitest.Press(open, "enter", "ctrl+s")
	id := o.id(t)
	can := func(d rounds.Desk, want ...string) *screen.Page {
		t.Helper()
		p := screen.New(env(t, "id", d), d, nav.Round{ID: id})
		uitest.Open(p, 100, 30)
		for _, a := range p.Actions() {
			if (a.Why == "") != slices.Contains(want, a.ID) {
				t.Errorf("%s: %q", a.ID, a.Why)
			}
		}
		return p
	}
	can(lead, "close")
	can(o.desk(o.head, model.RoleEvaluator, model.RoleManager))
	asked := o.desk(o.staff[0])
	can(asked, "enter")
	g := screen.NewGive(env(t, "id", asked), asked, nav.GiveRound{ID: id})
	uitest.Open(g, 100, 30)
	uitest.Type(g, "Mendengarkan sampai selesai.")
	if g.Unsaved() == "" {
		t.Error("what is typed is not said to be unsaved")
	}
	uitest.Press(g, "ctrl+s")
	if o.urn.Waiting() != 1 {
		t.Fatalf("%d wait\n%s", o.urn.Waiting(), g.View())
	}
	if p := can(asked); !strings.Contains(p.View(), "menunggu di memori") {
		t.Errorf("it is not said that the answer waits:\n%s", p.View())
	}
	house := pages.House{Urn: o.urn}
	if got := house.Unwritten(env(t, "id", lead).Text); !strings.HasPrefix(got, "1 jawaban anonim") {
		t.Errorf("who quits while an answer waits is told %q", got)
	}
	o.give(t, id, 1, 6)
	if got := (pages.House{Urn: &rounds.Urn{}}).Unwritten(env(t, "id", lead).Text); got != "" {
		t.Errorf("who quits while nothing waits is told %q", got)
	}
	p := can(lead, "close")
	for _, a := range p.Actions() {
		if a.ID == "close" {
			answer(p, a.Run())
		}
	}
	p = can(lead, "share")
	if view := p.View(); !strings.Contains(view, "6 jawaban: + 3 apresiasi, ! 3 perlu perbaikan") || !strings.Contains(view, "Kolaboratif: ! 3") || !strings.Contains(view, "Mendengarkan sampai selesai.") {
		t.Errorf("no summary:\n%s", view)
	}
	if view := can(o.desk(o.head)).View(); strings.Contains(view, "Jadwal") {
		t.Errorf("the person reads it unshared:\n%s", view)
	}
	for _, a := range p.Actions() {
		if a.ID == "share" && a.Why == "" {
			answer(p, a.Run())
		}
	}
	if view := can(o.desk(o.head)).View(); !strings.Contains(view, "Jadwal jaga") {
		t.Errorf("once shared the person does not read it:\n%s", view)
	}
}

// answer says yes to the question that a command asks.
func answer(p *screen.Page, ask tea.Cmd) {
	if q, ok := ask().(nav.AskMsg); ok {
		uitest.Run(p, q.Yes)
	}
}

// What somebody types without a name is no draft, and neither that page nor that of
// the round is a place that is kept.
func TestNothingOfAnAnswerIsKept(t *testing.T) {
	o := newOffice(t)
	r, err := o.leader().Open(round.Round{About: o.head, Group: round.Reports, Until: 2026_10_19})
	must(t, err)
	d := o.desk(o.staff[0])
	for _, s := range []nav.Screen{screen.NewGive(env(t, "id", d), d, nav.GiveRound{ID: r.ID}), screen.New(env(t, "id", d), d, nav.Round{ID: r.ID})} {
		if _, drafts := s.(nav.Drafter); drafts {
			t.Errorf("%T keeps drafts", s)
		}
		if p, ok := s.(nav.Placer); !ok || p.Place() != nav.Route(nav.Rounds{}) {
			t.Errorf("%T is a place that is kept", s)
		}
	}
}
