package pages

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/store"
	"kinerja/store/storetest"
)

// A transfer is one change: the new post begins the day after the old one ends,
// and one undo takes both back.
func TestSucceed(t *testing.T) {
	s := storetest.Open(t)
	e, err := s.As(model.Owner("", "")).Begin(founding.Beginning{
		Unit: model.Unit{Name: "Puskesmas Tanjung Raya"}, Person: model.Employee{Name: "Sari", Kind: model.NonASN}, Post: model.Post{Position: "Kepala"},
	})
	if err != nil {
		t.Fatal(err)
	}
	me := s.As(model.Owner(e.ID, ""))
	desk := formDesk{me}
	joko, err := me.AddEmployee(model.Employee{Name: "Joko", Kind: model.NonASN}, model.Post{Unit: unitOf(t, me), Position: "Sopir", From: 20240101})
	if err != nil || joko.Number != "NON-0002" {
		t.Fatalf("%+v, %v", joko, err)
	}
	old := postsOf(t, me, joko.ID)[0]
	next := model.Post{Employee: joko.ID, Unit: old.Unit, Position: "Pengadministrasi Umum", Evaluator: e.ID}
	for from, want := range map[model.Date]error{0: model.ErrMissing, 20240101: model.ErrOrder, 20231231: model.ErrOrder} {
		next.From = from
		if _, err := desk.Succeed(next, old.ID); !errors.Is(err, want) {
			t.Errorf("from %v: %v, want %v", from, err, want)
		}
	}
	next.From = 20260701
	if _, err := desk.Succeed(next, "nothing"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("a post that is not there: %v", err)
	}
	if got := postsOf(t, me, joko.ID); len(got) != 1 || got[0].To != 0 {
		t.Fatalf("what was refused left %+v", got)
	}
	if _, err := desk.Succeed(next, old.ID); err != nil {
		t.Fatal(err)
	}
	got := postsOf(t, me, joko.ID)
	if len(got) != 2 || got[0].Position != next.Position || got[1].To != 20260630 {
		t.Errorf("%+v", got)
	}
	if _, err := me.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := postsOf(t, me, joko.ID); len(got) != 1 || got[0].To != 0 {
		t.Errorf("after undo %+v", got)
	}
}

func postsOf(t *testing.T, d *store.Desk, id model.EmployeeID) []model.Post {
	t.Helper()
	pr, err := d.Profile(id)
	if err != nil {
		t.Fatal(err)
	}
	return pr.Posts
}

func unitOf(t *testing.T, d *store.Desk) model.UnitID {
	t.Helper()
	units, err := d.Units()
	if err != nil || len(units) != 1 {
		t.Fatal(units, err)
	}
	for id := range units {
		return id
	}
	return ""
}
