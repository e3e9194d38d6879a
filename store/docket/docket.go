// Package docket gathers the cases that an agenda is made of: everybody who
// holds a post at or below a unit in a period, with plan, card and evaluation,
// and who evaluates whom.
//
// What it promises: one pass over the posts and one over the names, then only
// what belongs to the people found, in the order in which the file keeps it; so
// a clinic costs little more in a file of 100,000 people than in its own.
package docket

import (
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/store/names"
)

// Source is the file as the docket reads it.
type Source interface {
	// EachPost calls f with every post at or below the unit, and maybe others.
	EachPost(f func(model.Post)) error
	Names() ([]names.Entry, error)
	// Above is who evaluates somebody today; "" for nobody.
	Above(model.EmployeeID) (model.EmployeeID, error)
	Sees(model.EmployeeID) (bool, error)
	// Fill reads plan, card, evaluation and conversation of a case.
	Fill(*agenda.Case) error
}

// Chunk is how many people are read in one look at the file: others wait for it
// no longer than that takes.
const Chunk = 2_000

// Docket is one gathering of cases.
type Docket struct {
	src    Source
	period model.Period
	within func(model.UnitID) bool

	posts  map[model.EmployeeID][]model.Post       // held in the period, at or below the unit
	lines  map[model.EmployeeID][]model.EmployeeID // an evaluator, and who evaluates upwards from there
	people map[model.EmployeeID]model.StaffRow     // who stands in lines

	todo   []names.Entry // in the order of the file
	rank   map[model.EmployeeID]int
	listed int
}

// Open finds whom the agenda of a period is about; within says which units.
func Open(src Source, period model.Period, within func(model.UnitID) bool) (*Docket, error) {
	d := &Docket{
		src: src, period: period, within: within,
		posts: map[model.EmployeeID][]model.Post{}, lines: map[model.EmployeeID][]model.EmployeeID{},
	}
	var err error
	if d.todo, d.listed, err = d.staff(); err != nil {
		return nil, err
	}
	slices.SortFunc(d.todo, names.Compare)
	d.rank = make(map[model.EmployeeID]int, len(d.todo))
	for i, e := range d.todo {
		d.rank[e.Employee] = i
	}
	slices.SortFunc(d.todo, func(a, b names.Entry) int { return cmp.Compare(a.Employee, b.Employee) })
	return d, nil
}

// Read adds the cases of the next Chunk people to m, and reports whether there
// are more to come.
func (d *Docket) Read(m *agenda.Maker) (more bool, err error) {
	n := min(Chunk, len(d.todo))
	for _, e := range d.todo[:n] {
		if err := d.person(e.Row(), m); err != nil {
			return false, err
		}
	}
	d.todo = d.todo[n:]
	return len(d.todo) > 0, nil
}

// Done returns the agenda, by name.
func (d *Docket) Done(m *agenda.Maker) agenda.Agenda {
	a := m.Done(func(a, b model.EmployeeID) int { return d.rank[a] - d.rank[b] })
	a.Listed = d.listed
	return a
}

// staff returns the lines of those the agenda is about: who holds a post here,
// and who holds none anywhere; and how many are on the list at all. The names of
// their evaluators are kept.
func (d *Docket) staff() (list []names.Entry, listed int, err error) {
	first, last := d.period.First(), d.period.Last()
	if err := d.src.EachPost(func(p model.Post) {
		if !p.Void && !p.Outside && p.During(first, last) && d.within(p.Unit) {
			d.posts[p.Employee] = append(d.posts[p.Employee], p)
		}
	}); err != nil {
		return nil, 0, err
	}
	for _, posts := range d.posts {
		for _, p := range posts {
			if err := d.climb(p.Evaluator); err != nil {
				return nil, 0, err
			}
		}
	}
	d.people = make(map[model.EmployeeID]model.StaffRow, 2*len(d.lines))
	for _, line := range d.lines {
		for _, id := range line {
			d.people[id] = model.StaffRow{}
		}
	}
	all, err := d.src.Names()
	if err != nil {
		return nil, 0, err
	}
	for _, e := range all {
		if _, known := d.people[e.Employee]; known {
			d.people[e.Employee] = e.Row()
		}
		if e.Hidden || e.Outside && len(d.posts[e.Employee]) == 0 {
			continue
		}
		listed++
		if len(d.posts[e.Employee]) > 0 || e.Unit == "" {
			list = append(list, e)
		}
	}
	return list, listed, nil
}

// climb follows the evaluators upwards from one, until the line ends or comes
// back to somebody.
func (d *Docket) climb(evaluator model.EmployeeID) error {
	if _, known := d.lines[evaluator]; known || evaluator == "" {
		return nil
	}
	line := []model.EmployeeID{evaluator}
	for {
		above, err := d.src.Above(line[len(line)-1])
		if err != nil {
			return err
		}
		if above == "" || slices.Contains(line, above) {
			break
		}
		line = append(line, above)
	}
	d.lines[evaluator] = line
	return nil
}

// person adds the cases of one person, the older post first.
func (d *Docket) person(row model.StaffRow, m *agenda.Maker) error {
	ok, err := d.src.Sees(row.Employee)
	if err != nil || !ok {
		return err
	}
	posts := d.posts[row.Employee]
	slices.SortFunc(posts, func(a, b model.Post) int {
		return cmp.Or(cmp.Compare(a.From, b.From), strings.Compare(string(a.ID), string(b.ID)))
	})
	if len(posts) == 0 {
		m.Add(agenda.Case{Staff: row})
	}
	for _, post := range posts {
		c := agenda.Case{Staff: row, Post: post, Evaluator: d.people[post.Evaluator], Line: d.lines[post.Evaluator]}
		if len(c.Line) > 1 {
			c.Superior = d.people[c.Line[1]]
		}
		if err := d.src.Fill(&c); err != nil {
			return err
		}
		m.Add(c)
	}
	return nil
}
