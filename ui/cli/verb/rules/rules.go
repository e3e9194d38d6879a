// Package rules is the verb rules: rule sets are listed, shown, checked and
// chosen.
package rules

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store/config/custom"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/answer/ruling"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/lang"
	"kinerja/ui/widget/ruleset"
)

// Command is `kinerja rules` with its verbs.
func Command(c *call.Call) *cobra.Command {
	var toml bool
	show := c.Verb("rules show", "show ID [--toml]", c.Want(1, 1), func(args []string) error { return show(c, args[0], toml) })
	show.Flags().BoolVar(&toml, "toml", false, c.Text.CLI.Flags["toml"])
	return c.Group("rules",
		c.Verb("rules list", "list", c.Want(0, 0), func([]string) error { return list(c) }),
		show,
		c.Verb("rules check", "check FILE", c.Want(1, 1), func(args []string) error { return check(c, args[0]) }),
		useVerb(c),
	)
}

// list names the rule sets that the program brings along, then one's own; a
// file that is refused too, with its first mistake.
func list(c *call.Call) error {
	if err := c.Readable(); err != nil {
		return err
	}
	files, err := c.OwnRules()
	if err != nil {
		return err
	}
	used, _, _ := c.FindRules(c.Conf.RuleSet) // none is marked where the setting names none
	objects, rows := []ruling.RuleSet{}, [][]string{}
	add := func(rs rules.RuleSet, file string) {
		o := ruling.Of(rs, file, c.Text.Code)
		o.Used, o.For = rs.Ref() == used.Ref(), kindsOf(c, rs)
		objects = append(objects, o)
		mark := ""
		if o.Used {
			mark = "*"
		}
		name := lang.Inert(rs.Name.In(c.Text.Code))
		if whom := ruleset.For(c.Text, c.Book(), rs); whom != "" {
			name += " (" + whom + ")"
		}
		rows = append(rows, []string{mark, rs.ID, c.Text.Count(rs.Version), name,
			ruleset.Decides(c.Text, rs), c.Text.Count(ruleset.Unverified(rs))})
	}
	for _, rs := range rules.All() {
		add(rs, "")
	}
	for _, f := range files {
		if f.Err == nil {
			add(f.Rules, f.Path)
			continue
		}
		objects = append(objects, ruling.RuleSet{File: f.Path, Error: c.RuleFault(f.Err)[0]})
		c.Note(lang.Inert(filepath.Base(f.Path)) + " " + lang.Fill(c.Text.Rules.Refused, "why", c.RuleFault(f.Err)[0]))
	}
	if c.Flag.JSON {
		return c.Object(objects)
	}
	h := c.Text.Rules.Head
	c.Columns([]page.Column{{}, {Head: h.ID, Whole: true}, {Head: h.Version, Right: true}, {Head: h.Name},
		{Head: h.Decides, Last: true}, {Head: h.Unverified, Right: true}}, rows)
	return nil
}

func show(c *call.Call, id string, toml bool) error {
	if err := c.Readable(); err != nil {
		return err
	}
	if data, ok := custom.Ready()[id]; ok && toml {
		c.Out.Write(data)
		return nil
	}
	rs, file, err := c.FindRules(id)
	if err != nil {
		if data, ok := custom.Ready()[id]; ok { // an example that nobody has taken over yet
			rs, _, err = custom.Parse(id, data)
		}
		if err != nil {
			return c.NoRules(id, err)
		}
	}
	if toml {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja rules show --toml", "what", strings.Join(examples(), " | "))
	}
	if c.Flag.JSON {
		o := ruling.Of(rs, file, c.Text.Code)
		o.Schema = answer.Schema
		return c.Object(o)
	}
	c.Line(lang.Inert(rs.Name.In(c.Text.Code)) + " · " + rs.Ref())
	if file != "" {
		c.Line(lang.Fill(c.Text.Rules.Own, "file", lang.Inert(file)))
	}
	c.Lines(ruleset.Lines(c.Text, rs))
	return nil
}

func examples() (ids []string) {
	for _, id := range []string{"klinik-non-asn", "district-abroad"} {
		if _, ok := custom.Ready()[id]; ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// check reads a file and tries its examples.
func check(c *call.Call, path string) error {
	f := custom.Read(path)
	switch {
	case errors.Is(f.Err, model.ErrNotFound):
		return c.About(path, f.Err)
	case f.Err != nil:
		return c.BadRules(f.Err)
	}
	if c.Flag.JSON {
		return c.Object(struct {
			Schema   int    `json:"schema"`
			File     string `json:"file"`
			ID       string `json:"id"`
			Version  int    `json:"version"`
			Examples int    `json:"examples"`
			Good     bool   `json:"good"`
		}{answer.Schema, path, f.Rules.ID, f.Rules.Version, f.Tried, true})
	}
	c.Line(lang.Fill(c.Text.Rules.Good, "name", lang.Inert(f.Rules.Name.In(c.Text.Code)), "version", f.Rules.Version, "n", c.Text.Count(f.Tried)))
	return nil
}

// kindsOf are the kinds of staff for whom a rule set is set.
func kindsOf(c *call.Call, rs rules.RuleSet) (list []string) {
	for _, kind := range ruleset.Kinds(c.Book(), rs) {
		list = append(list, kind.String())
	}
	return list
}

func useVerb(c *call.Call) *cobra.Command {
	var kind string
	cmd := c.Verb("rules use", "use ID|- [--kind pns|pppk|non_asn]", c.Want(1, 1), func(args []string) error {
		if kind == "" {
			return use(c, args[0])
		}
		return useFor(c, kind, args[0])
	})
	cmd.Flags().StringVar(&kind, "kind", "", c.Text.CLI.Flags["rules-kind"])
	return cmd
}

// useFor writes the setting for one kind of staff; "-" takes it away.
func useFor(c *call.Call, word, id string) error {
	kind, ok := model.ParseEmployeeKind(word)
	if !ok || kind == model.PPPKPartTime {
		return &model.FieldError{Field: "jenis_pegawai", Value: word, Err: model.ErrWord}
	}
	if err := c.Readable(); err != nil {
		return err
	}
	rs, err := rules.RuleSet{}, error(nil)
	if id == "-" {
		id = ""
	} else if rs, _, err = c.FindRules(id); err != nil {
		return c.NoRules(id, err)
	}
	if err := c.UseRulesFor(kind, id); err != nil {
		return c.About(c.ConfPath, err)
	}
	if c.Flag.JSON {
		ref := ""
		if id != "" {
			ref = rs.Ref()
		}
		return c.Object(struct {
			Schema  int     `json:"schema"`
			Kind    string  `json:"kind"`
			RuleSet *string `json:"ruleset"`
		}{answer.Schema, kind.String(), answer.OrNull(ref)})
	}
	c.Line(ruleset.ChosenFor(c.Text, kind, rs))
	c.Note(c.Text.Rules.KeptWith)
	return nil
}

// use writes the setting, once the rule set is found.
func use(c *call.Call, id string) error {
	if err := c.Readable(); err != nil {
		return err
	}
	rs, _, err := c.FindRules(id)
	if err != nil {
		return c.NoRules(id, err)
	}
	if err := c.UseRules(id); err != nil {
		return c.About(c.ConfPath, err)
	}
	if c.Flag.JSON {
		return c.Object(struct {
			Schema  int    `json:"schema"`
			RuleSet string `json:"ruleset"`
		}{answer.Schema, rs.Ref()})
	}
	c.Line(lang.Fill(c.Text.Rules.Chosen, "name", lang.Inert(rs.Name.In(c.Text.Code)), "version", rs.Version))
	c.Note(c.Text.Rules.KeptWith)
	return nil
}
