package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/leave"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/survey"
	"kinerja/store"
)

var q2 = model.PeriodAt(model.Quarter, 20260630)

// listing is a verb that lists people, or the units of their heads: exactly those of
// whom the table lets it tell are in the answer.
type listing struct {
	method string
	verb   model.Verb
	but    string // who is never in it
	read   func(d *store.Desk, m matrix) ([]model.EmployeeID, error)
}

func lists() []listing {
	rs := rules.PermenPANRB6()
	book := rules.Only(rs)
	roster := func(r *store.Roster) (who []model.EmployeeID) {
		for i := range r.Len() {
			who = append(who, r.Row(i).Employee)
		}
		return who
	}
	return []listing{
		{"Roster", model.VerbReadStaff, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			r, err := d.Roster(store.RosterQuery{Gone: true})
			return roster(r), err
		}},
		{"People", model.VerbReadStaff, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			list, err := d.People()
			return each(list, func(p store.Person) model.EmployeeID { return p.Employee.ID }), err
		}},
		{"Find", model.VerbReadStaff, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			list, err := d.Find("uji")
			return each(list, func(r model.StaffRow) model.EmployeeID { return r.Employee }), err
		}},
		{"FindOne", model.VerbReadStaff, "", func(d *store.Desk, m matrix) (who []model.EmployeeID, err error) {
			for _, at := range m.at {
				row, err := d.FindOne("uji " + at.name)
				if err == nil {
					who = append(who, row.Employee)
				} else if !errors.Is(err, model.ErrNotFound) {
					return who, err
				}
			}
			return who, nil
		}},
		{"Directory", model.VerbReadStaff, "", func(d *store.Desk, _ matrix) (who []model.EmployeeID, err error) {
			dir, err := d.Directory()
			if err != nil {
				return nil, err
			}
			hits, _ := dir.Find("uji", 100)
			for _, i := range hits {
				who = append(who, dir.Row(i).Employee)
			}
			return who, err
		}},
		{"Board", model.VerbReadCard, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			b, err := d.Board(q3, "")
			return each(b.Rows, func(r model.BoardRow) model.EmployeeID { return r.Staff.Employee }), err
		}},
		{"Sheet", model.VerbReadCard, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			b, err := d.Sheet(q3, "", "")
			if len(b.Rows) == 0 && len(b.Instruments) > 0 {
				err = errors.New("the instruments of others are listed")
			}
			return each(b.Rows, func(r model.SheetRow) model.EmployeeID { return r.Staff.Employee }), err
		}},
		{"Standings", model.VerbReadCard, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			list, err := d.Standings(q3, "")
			return each(list, func(s model.Standing) model.EmployeeID { return s.Employee }), err
		}},
		{"Latest", model.VerbReadCard, "", func(d *store.Desk, m matrix) ([]model.EmployeeID, error) {
			found, err := d.Latest(m.people(), q3)
			return keys(found), err
		}},
		{"LastRated", model.VerbReadCard, "", func(d *store.Desk, m matrix) ([]model.EmployeeID, error) {
			found, err := d.LastRated(m.people())
			return keys(found), err
		}},
		{"Agenda", model.VerbReadCard, "", func(d *store.Desk, _ matrix) (who []model.EmployeeID, err error) {
			a, err := d.Agenda(store.AgendaQuery{Period: q3, Rules: book})
			for _, o := range a.Obstacles {
				who = append(who, o.Staff.Employee)
			}
			return who, err
		}},
		{"Plans", model.VerbReadCard, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			list, err := d.Plans(2026, "")
			return each(list, func(p model.Plan) model.EmployeeID { return p.Employee }), err
		}},
		{"PlanRows", model.VerbReadCard, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			list, _, _, err := d.PlanRows(2026, "")
			return each(list, func(r planning.Row) model.EmployeeID { return r.Staff.Employee }), err
		}},
		{"Talks", model.VerbReadTalks, "self", func(d *store.Desk, _ matrix) (who []model.EmployeeID, err error) {
			list, err := d.Talks("")
			for _, x := range list {
				who = append(who, x.Staff.Employee)
			}
			return who, err
		}},
		{"CheckInsDue", model.VerbReadTalks, "self", func(d *store.Desk, _ matrix) (who []model.EmployeeID, err error) {
			list, err := d.CheckInsDue(20261231, "")
			for _, x := range list {
				who = append(who, x.Staff.Employee)
			}
			return who, err
		}},
		{"Coverage", model.VerbReadCard, "", func(d *store.Desk, _ matrix) (who []model.EmployeeID, err error) {
			list, err := d.Coverage(q3, "")
			for _, x := range list.Findings {
				who = append(who, x.Staff.Employee)
			}
			return who, err
		}},
		{"Leaves", model.VerbReadCard, "", func(d *store.Desk, _ matrix) ([]model.EmployeeID, error) {
			list, err := d.Leaves(leave.Query{})
			return each(list, func(r leave.Row) model.EmployeeID { return r.Employee }), err
		}},
		{"Credits", model.VerbReadCard, "", func(d *store.Desk, _ matrix) (who []model.EmployeeID, err error) {
			list, err := d.Credits("")
			for _, x := range list {
				who = append(who, x.Staff.Employee)
			}
			return who, err
		}},
		{"Closings", model.VerbReadCard, "", func(d *store.Desk, _ matrix) (who []model.EmployeeID, err error) {
			list, err := d.Closings(q2, "")
			for _, x := range list {
				a, _ := x.Closing.Last()
				for _, l := range a.Left {
					who = append(who, l.Employee)
				}
			}
			return who, err
		}},
		{"Raters", model.VerbReadRaters, "below beside other", func(d *store.Desk, _ matrix) (who []model.EmployeeID, err error) {
			list, err := d.Raters(q3)
			for _, x := range list.List {
				who = append(who, x.Rater.Rater)
			}
			return who, orNone(err)
		}},
		{"UnitResults", model.VerbReadUnit, "", func(d *store.Desk, m matrix) ([]model.EmployeeID, error) {
			found, err := d.UnitResults(q3)
			return m.heads(keys(found)), err
		}},
		{"UnitStandings", model.VerbReadUnit, "", func(d *store.Desk, m matrix) (who []model.EmployeeID, err error) {
			list, err := d.UnitStandings(q3, "")
			for _, x := range list {
				who = append(who, x.Unit.Head)
			}
			return who, err
		}},
		{"Positions", model.VerbMakePlan, "", func(d *store.Desk, m matrix) (who []model.EmployeeID, err error) {
			for _, at := range m.at {
				found, err := d.Positions(2028, planning.Who{Employee: at.who})
				if orNone(err) != nil {
					return who, err
				}
				if len(found.Rows) > 0 || found.Of.Employee != "" {
					who = append(who, at.who)
				}
			}
			return who, nil
		}},
		{"WouldFeed", model.VerbFeedSurvey, "", fed(func(d *store.Desk, unit model.UnitID) (survey.Feed, error) {
			return d.WouldFeed(unit, surveyed, survey.Ninth)
		})},
		{"FeedSurvey", model.VerbFeedSurvey, "", fed(func(d *store.Desk, unit model.UnitID) (survey.Feed, error) {
			return d.FeedSurvey(unit, surveyed, survey.Ninth, true)
		})},
	}
}

func fed(feed func(*store.Desk, model.UnitID) (survey.Feed, error)) func(*store.Desk, matrix) ([]model.EmployeeID, error) {
	return func(d *store.Desk, m matrix) (who []model.EmployeeID, err error) {
		for _, at := range m.at {
			f, err := feed(d, at.unit)
			if orNone(err) != nil && !errors.Is(err, model.ErrNothing) {
				return who, err
			}
			for _, c := range f.Cells {
				who = append(who, c.Employee)
			}
		}
		return who, nil
	}
}

// orNone takes a refusal for an empty list.
func orNone(err error) error {
	if errors.Is(err, model.ErrNotAllowed) {
		return nil
	}
	return err
}

func each[V any](list []V, of func(V) model.EmployeeID) (who []model.EmployeeID) {
	for _, v := range list {
		who = append(who, of(v))
	}
	return who
}

func keys[K comparable, V any](m map[K]V) (list []K) {
	for k := range m {
		list = append(list, k)
	}
	return list
}

func (m matrix) people() []model.EmployeeID {
	return each(m.at, func(at standing) model.EmployeeID { return at.who })
}

func (m matrix) heads(units []model.UnitID) (who []model.EmployeeID) {
	for _, at := range m.at {
		if slices.Contains(units, at.unit) {
			who = append(who, at.who)
		}
	}
	return who
}

// Every list, as every role, holds exactly the people of whom the table of rights
// lets it tell.
func TestListsHoldWhomOneMaySee(t *testing.T) {
	m := newMatrix(t)
	for name, actor := range m.actors() {
		d := m.s.As(actor)
		for _, l := range lists() {
			who, err := l.read(d, m)
			if err != nil {
				t.Errorf("%s, %s: %v", name, l.method, err)
				continue
			}
			for _, at := range m.at {
				got := slices.Contains(who, at.who)
				want := allowed(actor, l.verb, at.rels) && !slices.Contains(strings.Fields(l.but), at.name)
				if got != want {
					t.Errorf("%s, %s: %s is in the list: %v, the table says %v", name, l.method, at.name, got, want)
				}
			}
			for _, id := range who {
				if m.all[id] == "" {
					t.Errorf("%s, %s: %q is nobody of the file", name, l.method, id)
				}
			}
		}
	}
}
