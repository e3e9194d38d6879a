// Package unplanned finds the posts of a year that have no plan (SKP) yet: what
// each position would get, and the plans themselves once somebody orders them.
package unplanned

import (
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/planning"
)

// File is what is read and kept.
type File interface {
	Posts(id model.EmployeeID) ([]model.Post, error)
	HasPlan(id model.PlanID) (bool, error)
	// Allowed refuses what whoever works here may not do about somebody.
	Allowed(id model.EmployeeID) error
	// Freeze keeps an instrument as one that plans use.
	Freeze(in model.Instrument) error
	Keep(p model.Plan) error
}

// Staff is among whom is looked: everybody, the units that count, and the
// instruments that can be chosen.
type Staff struct {
	Rows        []model.StaffRow
	Within      func(model.UnitID) bool
	Instruments []model.Instrument
}

// walk calls f with each post held in a year at a unit that counts and without
// a plan. It returns how many have one, and who holds no post then.
func (s Staff) walk(file File, year int, f func(model.Post) error) (kept int, noPost []model.StaffRow, err error) {
	period, err := model.NewPeriod(model.Year, year, 1)
	if err != nil {
		return 0, nil, err
	}
	for _, row := range s.Rows {
		if row.Void {
			continue
		}
		posts, err := file.Posts(row.Employee)
		if err != nil {
			return kept, noPost, err
		}
		posts = slices.DeleteFunc(posts, func(x model.Post) bool { return x.Outside || !x.During(period.First(), period.Last()) })
		if len(posts) == 0 && !row.Outside && s.Within(row.Unit) {
			noPost = append(noPost, row)
		}
		for _, post := range posts {
			if !s.Within(post.Unit) {
				continue
			}
			has, err := file.HasPlan(model.PlanOf(post.ID, year))
			if err == nil && has {
				kept++
				continue
			}
			if err == nil {
				err = f(post)
			}
			if err != nil {
				return kept, noPost, err
			}
		}
	}
	return kept, noPost, nil
}

// Positions tells which instrument each position would get.
func (s Staff) Positions(file File, year int) (found planning.Positions, err error) {
	found.Year, found.Instruments = year, planning.NewestVersions(s.Instruments)
	at := map[string]int{} // where a position stands in found.Rows
	found.Kept, found.NoPost, err = s.walk(file, year, func(post model.Post) error {
		i, known := at[post.Position]
		if !known {
			i = len(found.Rows)
			at[post.Position] = i
			row := planning.Position{Position: post.Position}
			if in, ok := model.InstrumentFor(s.Instruments, post.Position); ok {
				row.Instrument = in.ID
			}
			found.Rows = append(found.Rows, row)
		}
		found.Rows[i].Count++
		return nil
	})
	slices.SortFunc(found.Rows, func(a, b planning.Position) int {
		return strings.Compare(strings.ToLower(a.Position), strings.ToLower(b.Position))
	})
	return found, err
}

// Make makes the plans of an order, agreed upon by the word that agreed gives
// unless they are to be drafts. Whoever takes up the post after that day keeps a
// draft; where that is so of all, nothing is made and the day is refused.
func (s Staff) Make(file File, order planning.Order, agreed func(model.Post) model.Word) (made planning.Made, err error) {
	var tooSoon error
	all := slices.Clone(s.Instruments)
	made.Kept, made.NoPost, err = s.walk(file, order.Year, func(post model.Post) error {
		if err := file.Allowed(post.Employee); err != nil {
			return err
		}
		at := choose(all, order, post.Position)
		if at < 0 {
			return fmt.Errorf("instrument for %s: %w", post.Position, model.ErrNotFound)
		}
		if !all[at].Frozen {
			all[at].Frozen = true
			if err := file.Freeze(all[at]); err != nil {
				return err
			}
		}
		plan := model.PlanFrom(all[at], post, order.Year)
		early := planning.AgreedIn(post, order.On)
		switch {
		case order.Draft:
		case early != nil:
			made.Early, tooSoon = made.Early+1, early
		default:
			if plan, err = plan.Agree(agreed(post)); err != nil {
				return fmt.Errorf("plan of %s: %w", post.Employee, err)
			}
		}
		made.Plans = append(made.Plans, plan)
		return file.Keep(plan)
	})
	if err == nil && made.Early > 0 && made.Early == len(made.Plans) {
		err = tooSoon
	}
	return made, err
}

// choose finds the instrument ordered for a position, else the one that fits it
// best; -1 where there is none.
func choose(all []model.Instrument, order planning.Order, position string) int {
	id, chosen := order.Choice[position]
	if !chosen {
		in, ok := model.InstrumentFor(all, position)
		if !ok {
			return -1
		}
		id = in.ID
	}
	return slices.IndexFunc(all, func(in model.Instrument) bool { return in.ID == id })
}
