package intake_test

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/store/intake"
)

// known is a snapshot in memory; put keeps what a proposal proposes, so that a
// table can be read a second time.
type known struct {
	surveys     []survey.Survey
	units       model.Units
	instruments []model.Instrument
	people      map[model.EmployeeID]model.Employee
	posts       map[model.PostID]model.Post
	plans       []model.Plan
	cards       map[model.CardID]model.Card
	states      map[model.PlanID]model.EvaluationState
	ids         int
}

const (
	clinic = model.UnitID("unit-pkm")
	school = model.UnitID("unit-sd")
	today  = model.Date(20261005)
	head   = "197503121999031002"
	ayu    = "197203031998111003"
)

func newKnown() *known {
	return &known{
		units: model.Units{
			clinic: {ID: clinic, Code: "PKM-01", Name: "Puskesmas Bukitintan Timur"},
			school: {ID: school, Code: "SD-07", Name: "SD Negeri 7 Bukitintan"},
		},
		people: map[model.EmployeeID]model.Employee{}, posts: map[model.PostID]model.Post{},
		cards: map[model.CardID]model.Card{}, states: map[model.PlanID]model.EvaluationState{},
	}
}

func (k *known) id() string {
	k.ids++
	return fmt.Sprintf("id-%03d", k.ids)
}

func (k *known) Units() (model.Units, error)              { return k.units, nil }
func (k *known) Surveys() ([]survey.Survey, error)        { return k.surveys, nil }
func (k *known) Instruments() ([]model.Instrument, error) { return k.instruments, nil }

func (k *known) People() iter.Seq2[intake.Person, error] {
	return func(yield func(intake.Person, error) bool) {
		for _, e := range k.people {
			p := intake.Person{Employee: e}
			for _, post := range k.posts {
				if post.Employee == e.ID {
					p.Posts = append(p.Posts, post)
				}
			}
			if !yield(p, nil) {
				return
			}
		}
	}
}

func (k *known) Plans(year int) iter.Seq2[model.Plan, error] {
	return func(yield func(model.Plan, error) bool) {
		for _, p := range k.plans {
			if p.Year == year && !yield(p, nil) {
				return
			}
		}
	}
}

func (k *known) Standings(period model.Period) iter.Seq2[model.Standing, error] {
	return func(yield func(model.Standing, error) bool) {
		for _, p := range k.plans {
			s := model.Standing{Period: period, Card: k.cards[model.CardOf(p.ID, period)]}
			s.Evaluation = model.Evaluation{Plan: p.ID, State: k.states[p.ID]}
			if !yield(s, nil) {
				return
			}
		}
	}
}

// put keeps records, as the store would.
func (k *known) put(t *testing.T, records []any) {
	t.Helper()
	for _, r := range records {
		switch v := r.(type) {
		case model.Unit:
			if _, ok := k.units[v.Parent]; v.Parent != "" && !ok {
				t.Errorf("unit %s before its parent", v.Code)
			}
			k.units[v.ID] = v
		case model.Instrument:
			k.instruments = append(slices.DeleteFunc(k.instruments, func(in model.Instrument) bool { return in.ID == v.ID }), v)
		case model.Employee:
			k.people[v.ID] = v
		case model.Post:
			if _, ok := k.people[v.Employee]; !ok {
				t.Errorf("post %v of nobody", v)
			}
			k.posts[v.ID] = v
		case model.Plan:
			k.plans = append(slices.DeleteFunc(k.plans, func(p model.Plan) bool { return p.ID == v.ID }), v)
		case model.Card:
			k.cards[v.ID] = v
		default:
			t.Fatalf("record %T", r)
		}
	}
}

// person finds somebody by number, with the post held.
func (k *known) person(t *testing.T, number string) (model.Employee, model.Post) {
	t.Helper()
	for _, e := range k.people {
		if string(e.Number) == number {
			var posts []model.Post
			for _, p := range k.posts {
				if p.Employee == e.ID {
					posts = append(posts, p)
				}
			}
			post, _ := model.MainPost(posts, today, today)
			return e, post
		}
	}
	t.Fatalf("nobody has number %s", number)
	return model.Employee{}, model.Post{}
}

func (k *known) options() intake.Options {
	return intake.Options{Today: today, Unit: clinic, NewID: k.id}
}

// hire puts somebody into the snapshot.
func (k *known) hire(number, name, position string) model.EmployeeID {
	e := model.Employee{ID: model.EmployeeID(k.id()), Number: model.NIP(number), Name: name}
	k.people[e.ID] = e
	p := model.Post{ID: model.PostID(k.id()), Employee: e.ID, Unit: clinic, Position: position, From: 20200101}
	k.posts[p.ID] = p
	return e.ID
}

// file writes a table into a folder of its own.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read reads a table that must be one.
func read(t *testing.T, path, kind string, k *known, opt intake.Options) *intake.Proposal {
	t.Helper()
	p, err := intake.Read(context.Background(), path, kind, k, opt)
	if err != nil {
		t.Fatalf("Read(%s) = %v", filepath.Base(path), err)
	}
	return p
}

// counts checks how many people or values are new, changed, the same, and how
// many rows are refused.
func counts(t *testing.T, p *intake.Proposal, added, changed, same, refused int) {
	t.Helper()
	got := []int{p.New, p.Changed, p.Same, p.RefusedRows()}
	if want := []int{added, changed, same, refused}; !slices.Equal(got, want) {
		t.Errorf("new, changed, same, refused = %v, want %v", got, want)
		for _, r := range p.Refused {
			t.Logf("row %d, %s %q: %v (%s)", r.Row, r.Column, r.Value, r.Err, r.Accepted)
		}
	}
}
