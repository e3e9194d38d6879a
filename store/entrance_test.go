package store_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store/storetest"
)

// What everybody's place makes of them is what their own login makes of them.
func TestPlacesAreThoseOfALogin(t *testing.T) {
	s, district := storetest.District(t, 30)
	d := s.As(model.Owner(district.Head(), ""))
	all, err := d.Places()
	if err != nil {
		t.Fatal(err)
	}
	people, err := d.People()
	if err != nil {
		t.Fatal(err)
	}
	first := user.New{User: user.User{Name: "satu"}, Secret: "471193"}
	var others []user.New
	for i, p := range people {
		if p.Employee.ID != district.Head() && i < 12 {
			others = append(others, user.New{User: user.User{Employee: p.Employee.ID}, Secret: "820614"})
		}
	}
	if _, err := d.Guard(first, others...); err != nil {
		t.Fatal(err)
	}
	who, _, err := s.Enter("satu", "471193")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.As(who).Users()
	if err != nil {
		t.Fatal(err)
	}
	evaluators := 0
	for _, u := range rows {
		if got := user.Roles(u.Roles, all[u.Employee]); got != u.Actual {
			t.Errorf("%s: %b, logged in %b", u.Shown, got, u.Actual)
		}
		if u.Actual.Has(model.RoleEvaluator) || u.Actual.Has(model.RoleSuperior) {
			evaluators++
		}
	}
	list, err := s.As(who).Evaluators()
	if err != nil || len(list) != evaluators || evaluators == 0 {
		t.Errorf("%d evaluators of %d: %v", len(list), evaluators, err)
	}
	if _, err := d.Evaluators(); err == nil {
		t.Error("nobody has come in, and is told who may")
	}
}
