// Package entitled says in plain words what somebody may do to whom: for the page of
// settings and for the command line.
package entitled

import (
	"strings"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/listing"
	"kinerja/ui/lang"
)

// Group is what somebody may do in one group of rights, a sentence for each kind of
// people.
type Group struct {
	Name      string
	Sentences []string
}

// Of says what an actor may do, by group; groups without a right are left out.
func Of(t *lang.Texts, actor model.Actor) (list []Group) {
	for g := range access.Groups {
		var whom []string
		acts := map[string][]string{}
		for _, v := range access.Said(g) {
			rels := access.Whom(actor, v)
			if len(rels) == 0 {
				continue
			}
			to := people(t, v, rels)
			if len(acts[to]) == 0 {
				whom = append(whom, to)
			}
			acts[to] = append(acts[to], t.Access.Acts[string(v)])
		}
		if len(whom) == 0 {
			continue
		}
		one := Group{Name: t.Access.Groups[g.String()]}
		for _, to := range whom {
			one.Sentences = append(one.Sentences, lang.Fill(t.Access.Line, "whom", to, "acts", strings.Join(acts[to], ", ")))
		}
		list = append(list, one)
	}
	return list
}

// people are those whom a verb may be done to, in words.
func people(t *lang.Texts, v model.Verb, rels []model.Relation) string {
	if rels[0] == model.RelNone && access.Judges(v) {
		return t.Access.Whom["others"]
	}
	words := make([]string, len(rels))
	for i, r := range rels {
		words[i] = t.Access.Whom[access.Word(r)]
	}
	return strings.Join(words, ", ")
}

// To says what an actor may do to one who stands so to them, by group.
func To(t *lang.Texts, actor model.Actor, rels []model.Relation) (list []Group) {
	for g := range access.Groups {
		var acts []string
		for _, v := range access.Said(g) {
			if access.MayAny(actor, v, rels) {
				acts = append(acts, t.Access.Acts[string(v)])
			}
		}
		if len(acts) > 0 {
			list = append(list, Group{t.Access.Groups[g.String()], []string{strings.Join(acts, ", ")}})
		}
	}
	return list
}

// Roles are the names of an actor's roles.
func Roles(t *lang.Texts, actor model.Actor) string {
	var list []string
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		if actor.Roles.Has(r) {
			list = append(list, t.Role(r))
		}
	}
	return strings.Join(list, ", ")
}

// Cell is the letters of those to whom a role may do a verb.
func Cell(t *lang.Texts, r model.Role, v model.Verb) string {
	cell := ""
	for _, rel := range access.Whom(model.Actor{Roles: model.RolesOf(r)}, v) {
		cell += t.Access.Letters[access.Word(rel)]
	}
	return cell
}

// Table is the whole table of rights, a line a right and a column a role, by group in the
// order of the work.
func Table(t *lang.Texts) listing.Table {
	w := t.Access
	columns := []listing.Column{{Name: w.Right, Field: "right", Width: 44}, {Name: w.Verb, Field: "verb", Width: 22}}
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		columns = append(columns, listing.Column{Name: r.String(), Field: r.String(), Width: 14})
	}
	return listing.Table{Sheet: w.Name, Columns: columns, Rows: listing.Each(listing.All(access.InOrder()), func(v model.Verb) []listing.Value {
		row := []listing.Value{{Text: w.Acts[string(v)]}, {Text: string(v)}}
		for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
			row = append(row, listing.Value{Text: Cell(t, r, v)})
		}
		return row
	})}
}
