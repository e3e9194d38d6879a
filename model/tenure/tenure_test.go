package tenure_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/tenure"
)

var held = model.Post{ID: "p1", Employee: "ani", Unit: "u1", Position: "Bidan Terampil", Level: "Terampil", Evaluator: "sari", From: 2020_01_01}

func TestATransfer(t *testing.T) {
	o := tenure.Order{Employee: "ani", Unit: "u2", On: 2026_08_15, Letter: " SK 1 "}
	posts, err := o.Posts(held, model.Unit{ID: "u2", Head: "budi"})
	if err != nil || len(posts) != 2 {
		t.Fatalf("%+v, %v", posts, err)
	}
	old, p := posts[0], posts[1]
	if old.ID != "p1" || old.To != 2026_08_14 || old.EndLetter != "SK 1" || old.Evaluator != "sari" {
		t.Errorf("the old post: %+v", old)
	}
	want := held
	want.ID, want.Unit, want.From, want.Evaluator, want.Letter = "", "u2", 2026_08_15, "budi", "SK 1"
	if p != want {
		t.Errorf("the new post: %+v, want %+v", p, want)
	}
	o.Position = "Bidan Mahir"
	if posts, _ = o.Posts(held, model.Unit{Head: "budi"}); posts[1].Position != "Bidan Mahir" || posts[1].Level != "" {
		t.Errorf("another position: %+v", posts[1])
	}
	o.Acting, o.Daily = true, true
	if posts, err = o.Posts(held, model.Unit{Head: "budi"}); err != nil || len(posts) != 1 || !posts[0].Acting || !posts[0].Daily || posts[0].To != 0 {
		t.Errorf("acting: %+v, %v", posts, err)
	}
	for about, x := range map[string]struct {
		o    tenure.Order
		head model.EmployeeID
		want error
	}{
		"no letter":            {tenure.Order{Employee: "ani", Unit: "u2", On: 2026_08_15}, "budi", model.ErrMissing},
		"no evaluator":         {tenure.Order{Employee: "ani", Unit: "u2", On: 2026_08_15, Letter: "S"}, "", model.ErrMissing},
		"heads it now":         {tenure.Order{Employee: "ani", Unit: "u2", On: 2026_08_15, Letter: "S"}, "ani", model.ErrMissing},
		"no day":               {tenure.Order{Employee: "ani", Unit: "u2", Letter: "S"}, "budi", model.ErrMissing},
		"no day of an acting":  {tenure.Order{Employee: "ani", Unit: "u2", Letter: "S", Acting: true}, "budi", model.ErrMissing},
		"before the old began": {tenure.Order{Employee: "ani", Unit: "u2", On: 2019_01_01, Letter: "S"}, "budi", model.ErrOrder},
	} {
		if _, err := x.o.Posts(held, model.Unit{ID: "u2", Head: x.head}); !errors.Is(err, x.want) {
			t.Errorf("%s: %v", about, err)
		}
	}
}

func TestWhoRates(t *testing.T) {
	old := held
	old.To = 2026_08_14
	for _, x := range []struct {
		today model.Date
		want  bool
	}{{2026_08_20, true}, {2027_12_31, true}, {2028_01_01, false}} {
		if got := tenure.Rates([]model.Post{old}, "sari", x.today); got != x.want {
			t.Errorf("on %v: %v", x.today, got)
		}
	}
	if tenure.Rates([]model.Post{held}, "budi", 2026_08_20) {
		t.Error("somebody else rates")
	}
}
