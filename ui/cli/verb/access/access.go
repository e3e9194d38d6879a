// Package access is the verb access: who may do what to whom.
package access

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/widget/entitled"
)

// flags are those of one call beside the common ones.
type flags struct {
	role   string
	matrix bool
}

// Command is `kinerja access`.
func Command(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("access", "access [QUERY] [--role R | --matrix]", nil, func(args []string) error { return run(c, args, f) })
	cmd.Flags().StringVar(&f.role, "role", "", c.Text.CLI.Flags["role"])
	cmd.Flags().BoolVar(&f.matrix, "matrix", false, c.Text.CLI.Flags["matrix"])
	cmd.Flags().StringVar(&c.Flag.ID, "id", "", c.Text.CLI.Flags["id"])
	cmd.MarkFlagsMutuallyExclusive("role", "matrix")
	pick.CompletePeople(c, cmd)
	pick.CompleteFlag(c, cmd, "role", func(*store.Desk, []string) []string { return roles() })
	return cmd
}

func roles() (list []string) {
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		list = append(list, r.String())
	}
	return list
}

func run(c *call.Call, args []string, f flags) error {
	if f.matrix {
		return matrix(c)
	}
	if f.role != "" {
		role, ok := model.ParseRole(f.role)
		if !ok {
			return c.Misuse(c.Text.CLI.Usage.BadValue, "flag", "--role", "value", f.role)
		}
		return tell(c, model.Actor{Roles: model.RolesOf(role)})
	}
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	if len(args) == 0 && c.Flag.ID == "" {
		return tell(c, d.Actor())
	}
	row, err := pick.Person(c, d, args)
	if err != nil {
		return err
	}
	return about(c, d, row)
}

// right is one right as programs read it.
type right struct {
	Verb string   `json:"verb"`
	To   []string `json:"to"` // "anybody" alone, or how somebody stands to the one who may
}

// rights are what one may do, as programs read it.
type rights struct {
	Schema   int      `json:"schema"`
	Name     string   `json:"name,omitempty"` // of the person asked about
	Employee string   `json:"employee,omitempty"`
	Stands   []string `json:"stands,omitempty"` // how that person stands to whoever works here
	Roles    []string `json:"roles"`
	Rights   []right  `json:"rights"`
}

func told(actor model.Actor) rights {
	all := rights{Schema: answer.Schema, Roles: []string{}, Rights: []right{}}
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		if actor.Roles.Has(r) {
			all.Roles = append(all.Roles, r.String())
		}
	}
	return all
}

func names(rels []model.Relation) []string {
	list := make([]string, len(rels))
	for i, r := range rels {
		list[i] = access.Word(r)
	}
	return list
}

// tell says what somebody may do, to whom.
func tell(c *call.Call, actor model.Actor) error {
	all := told(actor)
	for _, v := range access.Verbs() {
		if rels := access.Whom(actor, v); len(rels) > 0 {
			all.Rights = append(all.Rights, right{string(v), names(rels)})
		}
	}
	if c.Flag.JSON {
		return c.Object(all)
	}
	c.Line(lang.Fill(c.Text.Access.As, "roles", entitled.Roles(c.Text, actor)))
	say(c, entitled.Of(c.Text, actor))
	return nil
}

// about says what whoever works here may do to one person, and by which relation.
func about(c *call.Call, d *store.Desk, row model.StaffRow) error {
	rels, err := d.Stands(row.Employee)
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		all := told(d.Actor())
		all.Name, all.Employee, all.Stands = row.Name, string(row.Employee), names(rels)
		for _, v := range access.Verbs() {
			if access.MayAny(d.Actor(), v, rels) {
				all.Rights = append(all.Rights, right{string(v), names(rels)})
			}
		}
		return c.Object(all)
	}
	w := c.Text.Access
	words := []string{w.Stands[access.Word(model.RelNone)]}
	if len(rels) > 0 {
		words = nil
	}
	for _, r := range rels {
		words = append(words, w.Stands[access.Word(r)])
	}
	c.Line(lang.Fill(w.By, "name", lang.Inert(row.Name), "relation", strings.Join(words, w.And)))
	say(c, entitled.To(c.Text, d.Actor(), rels))
	return nil
}

func say(c *call.Call, groups []entitled.Group) {
	if len(groups) == 0 {
		c.Line("  " + c.Text.Access.Nothing)
	}
	for _, g := range groups {
		c.Line("")
		c.Line(g.Name)
		for _, text := range g.Sentences {
			if c.Flag.Plain {
				c.Line("  " + text)
				continue
			}
			for i, line := range page.Wrap(text, page.Width-4) {
				c.Line(map[bool]string{true: "  ", false: "    "}[i == 0] + line)
			}
		}
	}
}

// matrix prints the whole table of rights: for people as wide as a screen, for programs
// with the words of the verbs.
func matrix(c *call.Call) error {
	if c.Flag.JSON {
		return c.List(entitled.Table(c.Text), false, "")
	}
	for _, line := range entitled.Meaning(c.Text) {
		c.Lines(page.Wrap(line, page.Width))
	}
	c.Lines(entitled.Matrix(c.Text))
	return nil
}
