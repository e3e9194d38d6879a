// Package coverage gathers the people of a unit with their posts, plans and
// evaluators, for the list of who is evaluated twice or not at all: model/coverage
// says what that is.
//
// What it promises: one pass over the posts and one over the names, then people in
// chunks, so that others who wait for the file are let in between.
package coverage

import (
	"cmp"
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/coverage"
	"kinerja/store/docket"
	"kinerja/store/names"
	"kinerja/store/sight"
)

// Reader reads one list, in one or several looks at the file.
type Reader struct {
	list   coverage.List
	within func(model.UnitID) bool
	todo   []names.Entry // in the order of the file
	rank   map[model.EmployeeID]int
	above  map[model.EmployeeID]evaluator // those met so far
}

// evaluator is somebody who evaluates: until when they do.
type evaluator struct {
	row   model.StaffRow
	until model.Date
}

// New begins the list of a period (zero: the newest in use) of those at or below a
// unit ("": everybody).
func New(p model.Period, unit model.UnitID) *Reader {
	return &Reader{list: coverage.List{Period: p, Unit: model.Unit{ID: unit}}, above: map[model.EmployeeID]evaluator{}}
}

// Look reads on in another look at the file, and reports whether it takes more.
func (r *Reader) Look(s sight.Sight) (more bool, err error) {
	if r.rank == nil {
		if err := r.open(s); err != nil {
			return false, err
		}
	}
	n := min(docket.Chunk, len(r.todo))
	for _, e := range r.todo[:n] {
		if err := r.person(s, e.Row()); err != nil {
			return false, err
		}
	}
	r.todo = r.todo[n:]
	return len(r.todo) > 0, nil
}

// Done is the list, once Look wants no more.
func (r *Reader) Done() coverage.List {
	slices.SortStableFunc(r.list.Findings, func(a, b coverage.Finding) int {
		return cmp.Compare(r.rank[a.Staff.Employee], r.rank[b.Staff.Employee])
	})
	return r.list
}

// open finds out which period and people it is about: whoever held a post there
// once, for between two of them nobody may hold one.
func (r *Reader) open(s sight.Sight) error {
	l := &r.list
	l.Periods = s.Offered()
	if !l.Period.Valid() {
		l.Period = s.Usual(l.Periods)
	}
	tree, err := s.Units()
	if err != nil {
		return err
	}
	top := l.Unit.ID
	l.Unit = tree[top]
	r.within = func(id model.UnitID) bool { return top == "" || tree.Within(id, top) }
	var units []model.UnitID
	for id := range tree {
		if top != "" && tree.Within(id, top) {
			units = append(units, id)
		}
	}
	here := map[model.EmployeeID]bool{}
	if err := s.EachPost(units, func(p model.Post) {
		if !p.Void && !p.Outside && r.within(p.Unit) {
			here[p.Employee] = true
		}
	}); err != nil {
		return err
	}
	all, err := s.Names.All()
	if err != nil {
		return err
	}
	for _, e := range all {
		if here[e.Employee] && !e.Hidden {
			r.todo = append(r.todo, e)
		}
	}
	slices.SortFunc(r.todo, names.Compare)
	r.rank = make(map[model.EmployeeID]int, len(r.todo))
	for i, e := range r.todo {
		r.rank[e.Employee] = i
	}
	slices.SortFunc(r.todo, func(a, b names.Entry) int { return cmp.Compare(a.Employee, b.Employee) })
	return nil
}

// person reads one person, and keeps what is found about the units asked for.
func (r *Reader) person(s sight.Sight, row model.StaffRow) error {
	ok, err := s.Sees(model.VerbReadCard, row.Employee)
	if err != nil || !ok {
		return err
	}
	posts, err := s.Posts(row.Employee)
	if err != nil {
		return err
	}
	p := coverage.Person{Staff: row}
	for _, post := range posts {
		part := coverage.Part{Post: post}
		if part.Plan, err = s.Kept(post, r.list.Period.Year()); err != nil && !errors.Is(err, model.ErrNotFound) {
			return err
		}
		if err != nil {
			part.Plan = model.Plan{}
		}
		by, err := r.evaluator(s, post.Evaluator)
		if err != nil {
			return err
		}
		part.Evaluator, part.Until = by.row, by.until
		p.Parts = append(p.Parts, part)
	}
	r.list.People++
	for _, f := range coverage.Of(p, r.list.Period) {
		if r.within(f.Post.Unit) || f.Other.ID != "" && r.within(f.Other.Unit) {
			r.list.Findings = append(r.list.Findings, f)
		}
	}
	return nil
}

// evaluator reads who evaluates, and until when: the last day of their newest post,
// or of their work. Who was taken off the list, or never stood there, is nobody.
func (r *Reader) evaluator(s sight.Sight, id model.EmployeeID) (evaluator, error) {
	if by, known := r.above[id]; known || id == "" {
		return by, nil
	}
	e, err := s.Employee(id)
	if errors.Is(err, model.ErrNotFound) || err == nil && (e.Void || e.SameAs != "") {
		r.above[id] = evaluator{}
		return evaluator{}, nil
	}
	if err != nil {
		return evaluator{}, err
	}
	posts, err := s.Posts(id)
	if err != nil {
		return evaluator{}, err
	}
	by := evaluator{row: model.StaffRow{Employee: id, Name: e.FullName(), Number: e.Number}}
	for _, p := range posts {
		if p.To == 0 {
			by.until = 0
			break
		}
		by.until = max(by.until, p.To)
	}
	if e.Left != 0 && (by.until == 0 || e.Left < by.until) {
		by.until = e.Left
	}
	r.above[id] = by
	return by, nil
}
