// Package docket gathers the cases that an agenda is made of: everybody who
// holds a post at or below a unit in a period, with plan, card and evaluation,
// and who evaluates whom.
//
// What it promises: one pass over the names, and of a unit one over its posts;
// then only what belongs to the people found, in the order in which the file
// keeps it, so a clinic costs little more in a file of 100,000 people than in its
// own; and of everybody it remembers no more than a list shows.
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
	// EachPost calls f with every post in the units, and maybe others.
	EachPost(units []model.UnitID, f func(model.Post)) error
	Posts(id model.EmployeeID) ([]model.Post, error)
	EachName(f func(names.Entry) error) error
	// Above is who evaluates somebody today; "" for nobody.
	Above(model.EmployeeID) (model.EmployeeID, error)
	Reader
}

// Reader reads what belongs to one person.
type Reader interface {
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

	posts map[model.EmployeeID][]model.Post       // of people of the unit, held in the period; nil: read one by one
	lines map[model.EmployeeID][]model.EmployeeID // an evaluator, and who evaluates upwards from there
	above map[model.EmployeeID]bool               // who stands in lines

	people *names.Lines // by name: whom it may be about, and who evaluates them
	order  []uint32     // of them, as the file has them
	at     int          // in order: who is next
	listed int
}

// Open finds whom the agenda of a period may be about: the people at or below
// unit, or, where none is named, everybody.
func Open(src Source, period model.Period, tree model.Units, unit model.UnitID) (*Docket, error) {
	d := &Docket{src: src, period: period, lines: map[model.EmployeeID][]model.EmployeeID{}, above: map[model.EmployeeID]bool{}}
	if unit != "" {
		if err := d.gather(tree, unit); err != nil {
			return nil, err
		}
	}
	pack := names.NewPacker(nil)
	if err := src.EachName(func(e names.Entry) error {
		if !e.Hidden && (!e.Outside || len(d.posts[e.Employee]) > 0) {
			d.listed++
		}
		if d.posts == nil || e.Unit == "" || len(d.posts[e.Employee]) > 0 || d.above[e.Employee] {
			pack.Add(e)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	d.people = pack.ByName()
	d.order = d.people.ByIdentity()
	return d, nil
}

// gather reads the posts at or below a unit, and who evaluates them.
func (d *Docket) gather(tree model.Units, unit model.UnitID) error {
	d.posts = map[model.EmployeeID][]model.Post{}
	var units []model.UnitID
	for id := range tree {
		if tree.Within(id, unit) {
			units = append(units, id)
		}
	}
	if err := d.src.EachPost(units, func(p model.Post) {
		if d.counts(p) && tree.Within(p.Unit, unit) {
			d.posts[p.Employee] = append(d.posts[p.Employee], p)
		}
	}); err != nil {
		return err
	}
	for _, posts := range d.posts {
		for _, p := range posts {
			if _, err := d.line(p.Evaluator); err != nil {
				return err
			}
		}
	}
	return nil
}

// counts reports a post that is held in the period, in a unit of the file.
func (d *Docket) counts(p model.Post) bool {
	return !p.Void && !p.Outside && p.During(d.period.First(), d.period.Last())
}

// Read adds the cases of the next Chunk people to m, and reports whether there
// are more to come.
func (d *Docket) Read(m *agenda.Maker) (more bool, err error) {
	for n := 0; n < Chunk && d.at < len(d.order); n++ {
		if err := d.person(int(d.order[d.at]), m); err != nil {
			return false, err
		}
		d.at++
	}
	return d.at < len(d.order), nil
}

// Done returns the agenda.
func (d *Docket) Done(m *agenda.Maker) agenda.Agenda {
	a := m.Done()
	a.Listed = d.listed
	return a
}

// line follows the evaluators upwards from one, until it ends or comes back to
// somebody.
func (d *Docket) line(evaluator model.EmployeeID) ([]model.EmployeeID, error) {
	if line, known := d.lines[evaluator]; known || evaluator == "" {
		return line, nil
	}
	line := []model.EmployeeID{evaluator}
	for {
		above, err := d.src.Above(line[len(line)-1])
		if err != nil {
			return nil, err
		}
		if above == "" || slices.Contains(line, above) {
			break
		}
		line = append(line, above)
	}
	d.lines[evaluator] = line
	for _, id := range line {
		d.above[id] = true
	}
	return line, nil
}

// row is somebody as lists show them; zero for nobody.
func (d *Docket) row(id model.EmployeeID) model.StaffRow {
	if i, ok := d.people.In(d.order, id); ok {
		return d.people.Row(i)
	}
	return model.StaffRow{}
}

// held are the posts that make cases of somebody, the older first.
func (d *Docket) held(id model.EmployeeID) (posts []model.Post, err error) {
	if d.posts != nil {
		posts = d.posts[id]
	} else if posts, err = d.src.Posts(id); err != nil {
		return nil, err
	} else {
		posts = slices.DeleteFunc(posts, func(p model.Post) bool { return !d.counts(p) })
	}
	slices.SortFunc(posts, func(a, b model.Post) int {
		return cmp.Or(cmp.Compare(a.From, b.From), strings.Compare(string(a.ID), string(b.ID)))
	})
	return posts, nil
}

// person adds the cases of one person. Who holds no post here is one only where
// none is held anywhere.
func (d *Docket) person(rank int, m *agenda.Maker) error {
	row := d.people.Row(rank)
	if row.Void {
		return nil
	}
	posts, err := d.held(row.Employee)
	if err != nil || len(posts) == 0 && (row.Unit != "" || row.Outside) {
		return err
	}
	if ok, err := d.src.Sees(row.Employee); err != nil || !ok {
		return err
	}
	if len(posts) == 0 {
		m.Add(agenda.Case{Staff: row, Rank: rank})
	}
	for _, post := range posts {
		c := agenda.Case{Staff: row, Rank: rank, Post: post, Evaluator: d.row(post.Evaluator)}
		if c.Line, err = d.line(post.Evaluator); err != nil {
			return err
		}
		if len(c.Line) > 1 {
			c.Superior = d.row(c.Line[1])
		}
		if err := d.src.Fill(&c); err != nil {
			return err
		}
		m.Add(c)
	}
	return nil
}
