package tables

import (
	"strings"

	"kinerja/model"
	"kinerja/store/intake"
	"kinerja/store/names"
)

// Evaluator makes the person whom query means, by number or by name, the
// evaluator of the other new people of a proposal who name none. It reports
// whether the proposal holds exactly one such person.
func Evaluator(p *intake.Proposal, query string) bool {
	digits, name := strings.Join(strings.Fields(query), ""), names.Fold(strings.TrimSpace(query))
	added := map[string]bool{}
	for _, l := range p.Added {
		added[l.Number] = true
	}
	fresh, found := map[model.EmployeeID]bool{}, map[model.EmployeeID]bool{}
	for _, r := range p.Records {
		e, ok := r.(model.Employee)
		if !ok {
			continue
		}
		fresh[e.ID] = added[string(e.Number)]
		if string(e.Number) == digits || names.Fold(e.FullName()) == name || names.Fold(e.Name) == name {
			found[e.ID] = true
		}
	}
	if len(found) != 1 {
		return false
	}
	for i, r := range p.Records {
		post, ok := r.(model.Post)
		if !ok || post.Evaluator != "" || !fresh[post.Employee] || found[post.Employee] {
			continue
		}
		for head := range found {
			post.Evaluator = head
		}
		p.Records[i] = post
	}
	return true
}
