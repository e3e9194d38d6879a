package support_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/course"
	"kinerja/model/support"
)

const day = model.Date(2026_10_05)

func in(s support.State) support.Case {
	return support.Case{ID: "01K9S0000000000000000X7F3A", State: s, Opened: 2026_10_01, Person: support.Person{Name: "Uji"}}
}

// Every step leads where the table of DOMAIN 10.2 says, and no other leads anywhere.
func TestSteps(t *testing.T) {
	r, c, s, b, done, on, off := support.Requested, support.Consented, support.Scheduled, support.Running, support.Closed, support.Referred, support.Cancelled
	want := map[string]map[support.State]support.State{
		support.Consent:  {r: c, c: c, s: s, b: b},
		support.Schedule: {c: s, s: s, b: b},
		support.Hold:     {c: b, s: b, b: b},
		support.Close:    {b: done},
		support.Onward:   {c: on, s: on, b: on},
		support.Cancel:   {r: off, c: off, s: off, b: off},
	}
	if got := support.Steps().Names(); len(got) != len(want) {
		t.Fatalf("steps %v", got)
	}
	for name, leads := range want {
		for from := support.Requested; from <= support.Cancelled; from++ {
			was := in(from)
			got, err := was.Take(support.Act{On: day, Name: name, Paper: "map 1", Reason: "sebab"}, day)
			to, ok := leads[from]
			var refused *course.Error
			switch {
			case ok && (err != nil || got.State != to || len(got.Acts) != 1 || len(was.Acts) != 0):
				t.Errorf("%s from %s: %s, %v", name, from, got.State, err)
			case !ok && (!errors.As(err, &refused) || got.State != from):
				t.Errorf("%s from %s is not refused: %v", name, from, err)
			}
		}
	}
	for _, s := range []support.State{done, on, off} {
		if s.Open() || len(support.Steps().From(s)) > 0 {
			t.Errorf("%s is no end", s)
		}
	}
}

// A case is worked in the counsellor's own file: in a unit's, no role has a right to
// any step of it, to whomever they do it.
func TestNoRoleHasARightToACase(t *testing.T) {
	all := model.RoleStaff
	for role := model.RoleStaff; role <= model.RoleAdmin; role++ {
		for rel := model.RelNone; rel <= model.RelUnit; rel++ {
			for _, s := range support.Steps() {
				if access.May(model.Actor{Roles: model.RolesOf(role)}, s.Verb, rel) {
					t.Errorf("%s may %s to %v", role, s.Name, rel)
				}
			}
		}
		all = role
	}
	if all != model.RoleAdmin || slices.Contains(access.Verbs(), support.VerbCase) {
		t.Error("the table of rights knows cases")
	}
}

// Nothing happens before the consent: the first thing that leads on from a request is
// that, or its end.
func TestConsentComesFirst(t *testing.T) {
	if got := support.Steps().From(support.Requested).Names(); !slices.Equal(got, []string{support.Consent, support.Cancel}) {
		t.Errorf("from a request lead %v", got)
	}
	if _, err := in(support.Requested).Holds(day, "cerita", day); !errors.Is(err, model.ErrState) {
		t.Errorf("a session before the consent: %v", err)
	}
	if _, err := in(support.Requested).Plans(day, day); !errors.Is(err, model.ErrState) {
		t.Errorf("a plan before the consent: %v", err)
	}
}

// Notes and the plan are written between the consent and the end.
func TestNotes(t *testing.T) {
	for s := support.Requested; s <= support.Cancelled; s++ {
		was := in(s)
		noted, err := was.Jots(" menelepon ", day)
		planned, err2 := was.Aims("jalan pagi")
		if may := s != support.Requested && s.Open(); may != (err == nil) || may != (err2 == nil) || !may && !errors.Is(err, model.ErrState) {
			t.Errorf("%s: %v, %v", s, err, err2)
		} else if may && (noted.Notes[0].Text != "menelepon" || planned.Plan != "jalan pagi" || len(was.Notes) > 0) {
			t.Errorf("%s: %+v %+v", s, noted, planned)
		}
	}
	if _, err := in(support.Running).Jots(" ", day); !errors.Is(err, model.ErrMissing) {
		t.Errorf("an empty note: %v", err)
	}
}

func TestTakeRefuses(t *testing.T) {
	late := in(support.Consented)
	late.Acts = []support.Act{{On: 2026_10_03, Name: support.Consent}}
	for name, x := range map[string]struct {
		c   support.Case
		act support.Act
		err error
	}{
		"a consent without its sheet": {in(support.Requested), support.Act{On: day, Name: support.Consent, Paper: " "}, model.ErrMissing},
		"no day":                      {in(support.Requested), support.Act{Name: support.Consent, Paper: "map"}, model.ErrMissing},
		"a day to come":               {in(support.Requested), support.Act{On: day + 1, Name: support.Consent, Paper: "map"}, model.ErrFuture},
		"a day before the last":       {late, support.Act{On: 2026_10_02, Name: support.Hold}, model.ErrEarlier},
		"onward without a reason":     {in(support.Running), support.Act{On: day, Name: support.Onward}, model.ErrMissing},
		"cancelled without a reason":  {in(support.Running), support.Act{On: day, Name: support.Cancel}, model.ErrMissing},
		"a control sign":              {in(support.Running), support.Act{On: day, Name: support.Cancel, Reason: "a\x1b[2J"}, model.ErrControl},
	} {
		if _, err := x.c.Take(x.act, day); !errors.Is(err, x.err) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := in(support.Running).Ends(support.NoOutcome, support.Act{On: day}, day); !errors.Is(err, model.ErrMissing) {
		t.Errorf("closed without an outcome: %v", err)
	}
	if _, err := in(support.Running).Sends(" ", support.Act{On: day, Reason: "r"}, day); !errors.Is(err, model.ErrMissing) {
		t.Errorf("referred to nobody: %v", err)
	}
	if _, err := in(support.Consented).Plans(day-1, day); !errors.Is(err, model.ErrPast) {
		t.Errorf("planned for yesterday: %v", err)
	}
	if err := in(support.Running).Check(); err != nil {
		t.Error(err)
	}
	long := in(support.Running)
	long.Plan = strings.Repeat("a", support.Most+1)
	if err := long.Check(); !errors.Is(err, model.ErrTooLong) {
		t.Errorf("a text too long: %v", err)
	}
}

// A meeting that was planned becomes the one that was held; Next is what is still to
// come, and nothing is once a case is closed.
func TestMeetings(t *testing.T) {
	c := in(support.Consented)
	step := func(n support.Case, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		c = n
	}
	step(c.Plans(day+2, day))
	if c.State != support.Scheduled || c.Next() != day+2 {
		t.Fatalf("%s, next %v", c.State, c.Next())
	}
	step(c.Holds(day+2, " tidur membaik ", day+2))
	if want := []support.Meeting{{On: day + 2, Held: true, Note: "tidur membaik"}}; c.State != support.Running || !slices.Equal(c.Meetings, want) || c.Next() != 0 {
		t.Fatalf("%s %+v", c.State, c.Meetings)
	}
	step(c.Plans(day+9, day+2))
	step(c.Holds(day+4, "tanpa janji", day+4))
	if len(c.Meetings) != 3 || c.Meetings[1].On != day+4 || c.Next() != day+9 || c.State != support.Running {
		t.Fatalf("%s %+v", c.State, c.Meetings)
	}
	step(c.Ends(support.Better, support.Act{On: day + 4}, day+4))
	if c.State != support.Closed || c.Next() != 0 || c.Outcome.String() != "better" {
		t.Errorf("%s %+v", c.State, c)
	}
}

// What may be told is what was consented last, and nothing of what was said.
func TestTell(t *testing.T) {
	allow, err := support.ParseAllow([]string{"evaluator=made,attended", "team=finished"})
	if err != nil {
		t.Fatal(err)
	}
	c := in(support.Requested)
	c.Allow = allow
	for _, a := range support.Audiences() {
		if c.Tell(a) != (support.Told{}) {
			t.Errorf("before the consent %s is told %+v", a, c.Tell(a))
		}
	}
	c, err = c.Take(support.Act{On: day, Name: support.Consent, Paper: "map", Allow: allow}, day)
	if err != nil {
		t.Fatal(err)
	}
	if c, err = c.Holds(day, "rahasia", day); err != nil {
		t.Fatal(err)
	}
	for a, want := range map[support.Audience]support.Told{
		support.ToEvaluator: {Made: true, Counts: true, Attended: 1}, support.ToSuperior: {}, support.ToTeam: {Ends: true},
	} {
		if got := c.Tell(a); got != want {
			t.Errorf("%s is told %+v", a, got)
		}
	}
	c, err = c.Take(support.Act{On: day, Name: support.Consent, Paper: "map"}, day)
	if err != nil || c.State != support.Running || c.Tell(support.ToEvaluator) != (support.Told{}) {
		t.Errorf("taken back, and still told: %+v, %v", c.Tell(support.ToEvaluator), err)
	}
}

func TestParseAllow(t *testing.T) {
	for text, want := range map[string]support.Allow{
		"none": {}, "Evaluator = Made": {Evaluator: support.Made}, "superior=finished,made": {Superior: support.Made | support.Finished},
	} {
		if got, err := support.ParseAllow([]string{text}); err != nil || got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, list := range [][]string{{"evaluator"}, {"evaluator="}, {"boss=made"}, {"team=notes"}, {"none", "team=made"}} {
		if a, err := support.ParseAllow(list); !errors.Is(err, model.ErrWord) {
			t.Errorf("%q is %+v, %v", list, a, err)
		}
	}
}

// A referral is seen by who made it, by the person, and by whom the person allows;
// where nothing may be known it does not say whom it was about.
func TestReferralSeen(t *testing.T) {
	who := func(id model.EmployeeID, roles ...model.Role) model.Actor {
		return model.Actor{ID: string(id), Employee: id, Roles: model.RolesOf(roles...), Via: model.Signed}
	}
	open := support.NewReferral("r", "head", "ani", day, support.Allow{Evaluator: support.Made, Superior: support.Attended, Team: support.Made})
	shut := support.NewReferral("r", "head", "ani", day, support.Allow{})
	if shut.Employee != "" || open.Employee != "ani" {
		t.Errorf("kept: %q, %q", shut.Employee, open.Employee)
	}
	for _, x := range []struct {
		name       string
		reader     model.Actor
		rels       []model.Relation
		open, shut bool
	}{
		{"who referred", who("head", model.RoleEvaluator), nil, true, true},
		{"the person", who("ani", model.RoleStaff), []model.Relation{model.RelSelf}, true, false},
		{"a new evaluator", who("new", model.RoleEvaluator), []model.Relation{model.RelEvaluator}, true, false},
		{"the superior, who may know only how often", who("above", model.RoleSuperior), []model.Relation{model.RelSuperior}, false, false},
		{"the team", who("hr", model.RoleTeam), nil, true, false},
		{"the inspectorate", who("", model.RoleAuditor), nil, false, false},
		{"an administrator", who("adm", model.RoleAdmin, model.RoleManager), nil, false, false},
		{"a colleague", who("budi", model.RoleStaff), []model.Relation{model.RelUnit}, false, false},
	} {
		if got := open.Seen(x.reader, x.rels); got != x.open {
			t.Errorf("%s sees the open one: %v", x.name, got)
		}
		if got := shut.Seen(x.reader, x.rels); got != x.shut {
			t.Errorf("%s sees the shut one: %v", x.name, got)
		}
	}
	alone := support.NewReferral("r", "", "ani", day, support.Allow{})
	if !alone.Seen(model.Owner("", ""), nil) || alone.Seen(who("", model.RoleAuditor), nil) {
		t.Error("of a file that one person keeps alone")
	}
}

func TestSlip(t *testing.T) {
	s := support.Slip{Format: support.SlipFormat, ID: "s", On: day, Person: support.Person{Name: "Ani"}, By: "dr. Sari", About: "sulit tidur", Allow: support.Allow{Evaluator: support.Made}}
	if err := s.Check(); err != nil {
		t.Fatal(err)
	}
	c := s.Begin("c", day+1)
	if c.State != support.Requested || !c.Allow.IsZero() || c.By != "dr. Sari" || c.About != "sulit tidur" || c.Slip != "s" {
		t.Errorf("%+v", c)
	}
	for _, spoil := range []func(*support.Slip){
		func(s *support.Slip) { s.Person.Name = "" }, func(s *support.Slip) { s.About = " " }, func(s *support.Slip) { s.By = "" },
	} {
		x := s
		spoil(&x)
		if err := x.Check(); !errors.Is(err, model.ErrMissing) {
			t.Errorf("%+v: %v", x, err)
		}
	}
	s.Format = 2
	if err := s.Check(); !errors.Is(err, model.ErrNewer) {
		t.Errorf("a slip of a later version: %v", err)
	}
	if err := (support.Contact{Name: "Ibu Ratna", Phone: "08\n12"}).Check(); !errors.Is(err, model.ErrControl) {
		t.Errorf("an address of two lines: %v", err)
	}
}
