package rating_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/rating"
)

func look(t *testing.T, language string) rating.Look {
	env := uitest.Env(t, language)
	return rating.Look{Keys: env.Keys, Styles: env.Styles, Text: env.Text}
}

// All nine cells (DOMAIN G1): the one that is reached is written apart, not by
// colour, and no line is wider than its room.
func TestMatrix(t *testing.T) {
	rs := rules.PermenPANRB6()
	for _, width := range []int{40, 58, 78, 118} {
		for r := model.NotRated; r <= model.Above; r++ {
			for b := model.NotRated; b <= model.Above; b++ {
				lines := rating.Matrix(look(t, "id"), rs, r, b, width)
				uitest.Fits(t, strings.Join(lines, "\n"), width, 4)
				text := ansi.Strip(strings.Join(lines, "\n"))
				reached := strings.Count(text, "<")
				if both := r != model.NotRated && b != model.NotRated; both != (reached == 1) {
					t.Errorf("%d: %s, %s:\n%s", width, r, b, text)
				}
				name := strings.ToUpper(look(t, "id").Text.Predicate(rs.Predicate(r, b)))
				if reached == 1 && width >= 78 && !strings.Contains(text, ">"+name+"<") {
					t.Errorf("%s, %s: no %s:\n%s", r, b, name, text)
				}
			}
		}
	}
	t.Run("golden", func(t *testing.T) {
		for _, language := range []string{"id", "en"} {
			t.Run(language, func(t *testing.T) {
				uitest.Golden(t, strings.Join(rating.Matrix(look(t, language), rs, model.Meets, model.Above, 78), "\n"))
			})
		}
	})
}

// Ratings reach the file in the order in which they were given, one at a time;
// one that fails keeps its place, and the last word about one thing counts.
func TestQueue(t *testing.T) {
	var q rating.Queue
	mark := func(plan string, of rating.Of, r model.Rating) rating.Mark {
		return rating.Mark{Plan: model.PlanID(plan), Of: of, Rating: r, Name: plan}
	}
	q.Add(mark("a", rating.Results, model.Meets))
	first, ok := q.Next()
	if _, again := q.Next(); !ok || again || first.Plan != "a" {
		t.Fatalf("%+v, %v; a second one was let go", first, ok)
	}
	q.Add(mark("a", rating.Results, model.Above)) // the first is on its way: this follows it
	q.Add(mark("b", rating.Behaviour, model.Below))
	q.Add(mark("b", rating.Behaviour, model.Above))
	if q.Len() != 3 {
		t.Errorf("%d wait", q.Len())
	}
	e := q.Over(model.Evaluation{Plan: "a", Result: model.Below, Behaviour: model.Meets})
	if e.Result != model.Above || e.Behaviour != model.Meets {
		t.Errorf("seen as %+v", e)
	}
	q.Fail(model.ErrFull)
	if m, ok := q.Next(); ok {
		t.Errorf("%+v is tried again by itself", m)
	}
	if m, ok := q.Stuck(); !ok || !errors.Is(m.Err, model.ErrFull) || m.Name != "a" {
		t.Errorf("stuck %+v, %v", m, ok)
	}
	q.Retry()
	for _, want := range []model.Rating{model.Meets, model.Above, model.Above} {
		m, ok := q.Next()
		if !ok || m.Rating != want {
			t.Errorf("next %+v, %v; want %s", m, ok, want)
		}
		q.Done()
	}
	if _, ok := q.Drop(); ok || q.Len() != 0 {
		t.Error("something is left")
	}
}

// A departure has its reason before it is given on; Esc leaves the rating as it was.
func TestPen(t *testing.T) {
	p := rating.Pen{Look: look(t, "id")}
	who := rating.Subject{Name: "Rina\x1b[31m", Suggested: model.Meets, Evaluation: model.Evaluation{Plan: "p"}}
	p.Choose(who, rating.Results)
	if p.Highlighted() != model.Meets {
		t.Errorf("%s is highlighted, not what is suggested", p.Highlighted())
	}
	if m, ok := p.Take(model.Meets); !ok || m.Reason != "" || m.Plan != "p" {
		t.Errorf("as suggested: %+v, %v", m, ok)
	}
	if _, ok := p.Take(model.Above); ok || !p.Reasoning() {
		t.Error("a departure is done without its reason")
	}
	if _, ok := p.Save(); ok {
		t.Error("an empty reason is taken")
	}
	p.Edit(uitest.Key("x"))
	if p.Written() != "x" {
		t.Errorf("written %q", p.Written())
	}
	if m, ok := p.Save(); !ok || m.Reason != "x" || m.Rating != model.Above || !p.Choosing() {
		t.Errorf("%+v, %v", m, ok)
	}
	p.Choose(who, rating.Behaviour)
	if p.Highlighted() != model.NotRated {
		t.Error("the aid suggests behaviour")
	}
	for _, width := range []int{20, 58, 78} {
		uitest.Fits(t, strings.Join(p.View(width), "\n"), width, 2)
	}
	p.Choose(rating.Subject{Share: model.Int(55)}, rating.Results)
	if _, ok := p.Take(model.Meets); ok || !p.Reasoning() {
		t.Error("a rating without a suggestion is done without its reason")
	}
	for _, width := range []int{20, 58, 78} {
		uitest.Fits(t, strings.Join(p.View(width), "\n"), width, 2)
	}
	if view := ansi.Strip(strings.Join(p.View(58), "\n")); !strings.Contains(view, "Data baru 55 % dari bobot; atas dasar apa Anda menilai?\n") {
		t.Errorf("the question has no line of its own where there is little room:\n%s", view)
	}
	p.Back()
	p.Choose(who, rating.Behaviour)
	p.Turn(1)
	p.Turn(1)
	if p.Highlighted() != model.Above {
		t.Errorf("%s", p.Highlighted())
	}
	p.Back()
	if !p.Shut() || p.View(78) != nil {
		t.Error("the pen is not shut")
	}
}
