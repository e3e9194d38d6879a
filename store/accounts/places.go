package accounts

import (
	"slices"

	"kinerja/model"
	"kinerja/model/tenure"
	"kinerja/model/user"
	"kinerja/store/cabinet"
)

// Places finds out what everybody's place in the office makes of them today, in
// one reading.
func Places(t *cabinet.Tx) (all map[model.EmployeeID]user.Place, err error) {
	tree, err := t.Units()
	if err != nil {
		return nil, err
	}
	all = map[model.EmployeeID]user.Place{}
	set := func(id model.EmployeeID, f func(*user.Place)) {
		if id != "" {
			p := all[id]
			f(&p)
			all[id] = p
		}
	}
	for _, u := range tree {
		set(u.Head, func(p *user.Place) { p.Heads, p.Evaluates = true, true })
	}
	held := map[model.EmployeeID][]model.Post{}
	if err := t.EachPost(nil, func(post model.Post) {
		if !post.Void {
			held[post.Employee] = append(held[post.Employee], post)
		}
	}); err != nil {
		return nil, err
	}
	evaluator := make(map[model.EmployeeID]model.EmployeeID, len(held))
	for who, posts := range held {
		slices.SortFunc(posts, func(a, b model.Post) int { return int(b.From) - int(a.From) })
		if post, ok := t.Main(posts); ok {
			evaluator[who] = post.Evaluator
		}
		set(who, func(p *user.Place) { p.Listed = true })
		for _, post := range posts {
			if post.Evaluator != who && tenure.Rates([]model.Post{post}, post.Evaluator, t.Today()) {
				set(post.Evaluator, func(p *user.Place) { p.Evaluates = true })
			}
		}
	}
	for _, above := range evaluator {
		if above != "" {
			set(evaluator[above], func(p *user.Place) { p.Superior = true })
		}
	}
	return all, nil
}
