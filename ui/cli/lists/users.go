package lists

import (
	"strings"
	"time"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/export"
	"kinerja/ui/lang"
)

// Users lists who may log in, and who could once. zone is that of the people who
// read it.
func Users(t *lang.Texts, list []user.Row, zone model.Zone) export.Table {
	h := t.Account.Columns
	return export.Table{
		Columns: []export.Column{
			{Name: "id", Field: "id", Kind: export.Identifier, Hidden: true}, {Name: "employee", Field: "employee", Kind: export.Identifier, Hidden: true},
			{Name: h.User, Field: "user", Kind: export.Identifier}, {Name: t.CLI.Columns.Name, Field: "name"}, {Name: h.Roles, Field: "roles"},
			{Name: h.State, Field: "state"}, {Name: h.Last, Field: "last_login"}, {Name: h.Failed, Field: "failed", Kind: export.Number},
		},
		Rows: rows(list, func(r user.Row) []export.Value {
			state, word := t.Account.States.Active, "active"
			switch {
			case r.Closed:
				state, word = t.Account.States.Closed, "closed"
			case r.Temporary:
				state, word = t.Account.States.Temporary, "temporary"
			}
			var roles []string
			for role := model.RoleStaff; role <= model.RoleAdmin; role++ {
				if r.Actual.Has(role) {
					roles = append(roles, role.String())
				}
			}
			last := export.Value{}
			if !r.Last.IsZero() {
				last = export.Value{Text: t.Time(r.Last.Add(zone.Offset())), Word: r.Last.UTC().Format(time.RFC3339)}
			}
			return []export.Value{
				{Text: string(r.ID)}, {Text: string(r.Employee)}, {Text: r.Name}, {Text: r.Shown}, {Text: t.Roles(r.Actual), Word: strings.Join(roles, ",")},
				{Text: state, Word: word}, last, {Number: count(r.Failed)},
			}
		}),
	}
}
