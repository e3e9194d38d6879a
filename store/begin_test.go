package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/model/planning"
	"kinerja/store/storetest"
)

func beginning() founding.Beginning {
	return founding.Beginning{
		Unit:   model.Unit{Name: "Puskesmas Tanjung Raya", Kind: model.UnitClinic},
		Person: model.Employee{Name: "Sari Wulandari", Before: "dr.", Kind: model.NonASN},
		Post:   model.Post{Position: "Kepala Puskesmas"},
		Period: period("2026-Q4"),
	}
}

// The first unit and its head are one change, which that head takes back with
// one undo, and can make again.
func TestBegin(t *testing.T) {
	s := storetest.Open(t)
	owner := s.As(model.Owner("", ""))
	e, err := owner.Begin(beginning())
	if err != nil {
		t.Fatal(err)
	}
	me := s.As(model.Owner(e.ID, e.FullName()))
	pr, err := me.Profile(e.ID)
	if err != nil {
		t.Fatal(err)
	}
	if pr.Employee.Number != "NON-0001" || pr.Unit.Head != e.ID || pr.Unit.Name != "Puskesmas Tanjung Raya" || pr.Posts[0].Position != "Kepala Puskesmas" {
		t.Errorf("%+v", pr)
	}
	if _, err := me.Undo(); err != nil {
		t.Fatal(err)
	}
	if units, err := me.Units(); err != nil || len(units) != 0 {
		t.Errorf("after undo: %v, %v", units, err)
	}
	again, err := owner.Begin(beginning())
	if err != nil || again.Number == "NON-0001" && again.ID == e.ID {
		t.Errorf("a second beginning: %+v, %v", again, err)
	}
}

// A unit that the file has gets its head; its code and kind stay.
func TestBeginInAUnitThatIsThere(t *testing.T) {
	s := storetest.Open(t)
	owner := s.As(model.Owner("", ""))
	u, err := owner.AddUnit(model.Unit{Code: "PKM-01", Name: "Puskesmas Bukit", Kind: model.UnitClinic})
	if err != nil {
		t.Fatal(err)
	}
	b := beginning()
	b.Unit = u
	e, err := owner.Begin(b)
	if err != nil {
		t.Fatal(err)
	}
	units, err := owner.Units()
	if err != nil || len(units) != 1 || units[u.ID].Head != e.ID || units[u.ID].Code != "PKM-01" {
		t.Errorf("%+v, %v", units, err)
	}
}

// Nobody who may not add people begins a file; a wrong number leaves nothing.
func TestBeginRefuses(t *testing.T) {
	s := storetest.Open(t)
	staff := s.As(model.Actor{ID: "x", Roles: model.RolesOf(model.RoleStaff)})
	if _, err := staff.Begin(beginning()); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("a member of staff: %v", err)
	}
	b := beginning()
	b.Post.Position = " "
	if _, err := s.As(model.Owner("", "")).Begin(b); !errors.Is(err, model.ErrMissing) {
		t.Errorf("without a position: %v", err)
	}
	if units, err := s.As(model.Owner("", "")).Units(); err != nil || len(units) != 0 {
		t.Errorf("left behind: %v, %v", units, err)
	}
}

// The period told at the beginning is the one that pages open with, until there
// are results.
func TestTheFirstPeriodIsThatOfTheBeginning(t *testing.T) {
	for _, want := range []string{"2026-Q3", "2026-Q4", "2026-09"} {
		s := storetest.Open(t)
		b := beginning()
		b.Period = period(want)
		e, err := s.As(model.Owner("", "")).Begin(b)
		if err != nil {
			t.Fatal(err)
		}
		me := s.As(model.Owner(e.ID, ""))
		if _, err := me.MakePlans(planning.Order{Year: 2026}); err != nil {
			t.Fatal(err)
		}
		sh, err := me.Sheet(0, "", "")
		if err != nil || sh.Period != b.Period || len(sh.Rows) != 1 {
			t.Errorf("%s: opens %v with %d rows, %v", want, sh.Period, len(sh.Rows), err)
		}
	}
}

func period(text string) model.Period {
	p, _ := model.ParsePeriod(text)
	return p
}
