package model_test

import (
	"errors"
	"testing"

	"kinerja/model"
)

func TestUnitsTree(t *testing.T) {
	tree := model.Units{
		"dinas": {ID: "dinas", Name: "Dinas Kesehatan"},
		"pusk":  {ID: "pusk", Name: "Puskesmas Tanjung Raya", Parent: "dinas"},
		"pustu": {ID: "pustu", Name: "Pustu", Parent: "pusk"},
		"lost":  {ID: "lost", Name: "Without its parent", Parent: "gone"},
		"a":     {ID: "a", Name: "A", Parent: "b"}, // a circle, as a merge of two files might leave
		"b":     {ID: "b", Name: "B", Parent: "a"},
	}
	for id, want := range map[model.UnitID]string{"pustu": "dinas pusk pustu", "dinas": "dinas", "lost": "lost", "a": "b a", "none": ""} {
		got := ""
		for i, u := range tree.Path(id) {
			if i > 0 {
				got += " "
			}
			got += string(u.ID)
		}
		if got != want {
			t.Errorf("path of %s = %q, want %q", id, got, want)
		}
	}
	for _, tt := range []struct {
		id, top model.UnitID
		want    bool
	}{
		{"pustu", "dinas", true}, {"pustu", "pustu", true}, {"dinas", "pustu", false}, {"pustu", "", true},
		{"lost", "gone", false}, {"a", "b", true}, {"a", "dinas", false}, {"none", "dinas", false},
	} {
		if got := tree.Within(tt.id, tt.top); got != tt.want {
			t.Errorf("%s within %s: %v", tt.id, tt.top, got)
		}
	}
	for _, tt := range []struct {
		name string
		unit model.Unit
		want error
	}{
		{"a new unit", model.Unit{ID: "new", Name: "New", Parent: "pusk"}, nil},
		{"a new top", model.Unit{ID: "new", Name: "New"}, nil},
		{"no name", model.Unit{ID: "new"}, model.ErrMissing},
		{"unknown parent", model.Unit{ID: "new", Name: "New", Parent: "gone"}, model.ErrNotFound},
		{"below itself", model.Unit{ID: "dinas", Name: "D", Parent: "pustu"}, model.ErrCircle},
		{"its own parent", model.Unit{ID: "pusk", Name: "P", Parent: "pusk"}, model.ErrCircle},
	} {
		if err := tree.Check(tt.unit); !errors.Is(err, tt.want) || tt.want == nil && err != nil {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

func TestMainPost(t *testing.T) {
	d := func(s string) model.Date { return date(t, s) }
	posts := []model.Post{
		{ID: "old", From: d("2020-01-01"), To: d("2026-08-14")},
		{ID: "new", From: d("2026-08-15")},
		{ID: "acting", From: d("2026-09-01"), To: d("2026-09-30"), Acting: true},
		{ID: "undone", From: d("2026-09-15"), Void: true},
	}
	for _, tt := range []struct{ first, last, want string }{
		{"2026-01-01", "2026-03-31", "old"},
		{"2026-07-01", "2026-09-30", "new"},
		{"2026-08-14", "2026-08-14", "old"},
		{"2026-08-15", "2026-08-15", "new"},
		{"2019-01-01", "2019-12-31", ""},
	} {
		got, ok := model.MainPost(posts, d(tt.first), d(tt.last))
		if string(got.ID) != tt.want || ok != (tt.want != "") {
			t.Errorf("%s to %s: %q, %v; want %q", tt.first, tt.last, got.ID, ok, tt.want)
		}
	}
	if got, ok := model.MainPost(posts[2:3], d("2026-09-01"), d("2026-09-01")); !ok || got.ID != "acting" {
		t.Error("who is only acting has no post")
	}
}

func TestPostAndEmployeeCheck(t *testing.T) {
	good := model.Post{Employee: "e", Unit: "u", Position: "Bidan Terampil", Evaluator: "s"}
	change := func(f func(*model.Post)) model.Post { p := good; f(&p); return p }
	for _, tt := range []struct {
		post model.Post
		want error
	}{
		{good, nil},
		{change(func(p *model.Post) { p.Position = " " }), model.ErrMissing},
		{change(func(p *model.Post) { p.Unit = "" }), model.ErrMissing},
		{change(func(p *model.Post) { p.From, p.To = 20260201, 20260131 }), model.ErrOrder},
		{change(func(p *model.Post) { p.Evaluator = "e" }), model.ErrCircle},
	} {
		if err := tt.post.Check(); !errors.Is(err, tt.want) || tt.want == nil && err != nil {
			t.Errorf("%+v: %v, want %v", tt.post, err, tt.want)
		}
	}
	for _, e := range []model.Employee{{}, {Name: " ", Number: "123456"}, {Name: "Suharti"}} {
		if err := e.Check(); !errors.Is(err, model.ErrMissing) {
			t.Errorf("%+v: %v", e, err)
		}
	}
}
