// Package session is the verb session: briefings and trainings, who came, who was
// told, what a test showed.
package session

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/course"
	"kinerja/model/session"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/met"
)

// Command is `kinerja session` with its verbs.
func Command(c *call.Call) *cobra.Command {
	return c.Group("session", add(c), list(c), show(c), attend(c), acknowledge(c),
		step(c, "open", session.Register), step(c, "start", session.Begin), step(c, "done", session.End), step(c, "cancel", session.Cancel),
		coverage(c), weak(c))
}

// open opens the file for what follows an evaluation.
func open(c *call.Call, to call.Access) (follow.Desk, error) {
	d, err := c.Open(to)
	return follow.Desk{Desk: d, Terms: c.Conf.Terms}, err
}

// find is the session that words of its topic mean, or its identity.
func find(c *call.Call, d follow.Desk, query string) (session.Row, error) {
	w := c.Text.Session.CLI
	all, err := d.Sessions(follow.Asked{})
	if err != nil {
		return session.Row{}, err
	}
	var fit []session.Row
	for _, r := range all {
		switch {
		case strings.EqualFold(string(r.ID), query) || lang.Fold(r.Topic) == lang.Fold(query):
			return r, nil
		case strings.TrimSpace(query) != "" && hasWords(r.Topic, query):
			fit = append(fit, r)
		}
	}
	switch {
	case len(all) == 0:
		return session.Row{}, call.Said(w.NoneYet, model.ErrNotFound)
	case len(fit) == 1:
		return fit[0], nil
	case len(fit) == 0:
		return session.Row{}, call.Said(lang.Fill(w.NoSession, "query", lang.Inert(query)), model.ErrNotFound)
	}
	several := &model.AmbiguousError{Query: query}
	for _, r := range fit {
		several.Candidates = append(several.Candidates, model.Candidate{ID: string(r.ID), Name: r.Topic, Detail: met.Head(c.Text, r.Session)})
	}
	return session.Row{}, several
}

func hasWords(text, query string) bool {
	text = lang.Fold(text)
	return !slices.ContainsFunc(strings.Fields(lang.Fold(query)), func(word string) bool { return !strings.Contains(text, word) })
}

// refused says in what state a session is, and what leads on from there.
func refused(c *call.Call, r session.Row, err error) error {
	var e *course.Error
	if !errors.As(err, &e) {
		return err
	}
	w, pairs := c.Text.Session, []any{"topic", lang.Inert(r.Topic), "state", met.State(c.Text, r.Session)}
	if len(e.Open) == 0 {
		return call.Said(lang.Fill(w.CLI.Ended, pairs...), err)
	}
	var steps []string
	for _, name := range e.Open {
		steps = append(steps, w.Steps[name])
	}
	return call.Said(lang.Fill(w.CLI.StepNow, append(pairs, "steps", strings.Join(steps, ", "))...), err)
}

// completeTopics proposes the topics for the first argument.
func completeTopics(c *call.Call, cmd *cobra.Command) {
	people := cmd.ValidArgsFunction
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, begun string) (list []string, _ cobra.ShellCompDirective) {
		if len(args) > 0 {
			if people == nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return people(cmd, args, begun)
		}
		d, err := open(c, call.ToRead)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		all, _ := d.Sessions(follow.Asked{}) // what cannot be read proposes nothing
		for _, r := range all {
			if strings.HasPrefix(lang.Fold(r.Topic), lang.Fold(begun)) {
				list = append(list, lang.Inert(r.Topic))
			}
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	}
}

func list(c *call.Call) *cobra.Command {
	var lines, ahead bool
	cmd := c.Verb("session list", "list [QUERY] [--unit U] [--open]", nil, func(args []string) error {
		d, err := open(c, call.ToRead)
		if err != nil {
			return err
		}
		q := follow.Asked{Open: ahead}
		if q.Unit, err = pick.Unit(c, d.Desk); err != nil {
			return err
		}
		if len(args) > 0 || c.Flag.ID != "" {
			who, err := pick.Person(c, d.Desk, args)
			if err != nil {
				return err
			}
			q.Employee = who.Employee
		}
		rows, err := d.Sessions(q)
		if err != nil {
			return err
		}
		return c.List(met.Sessions(c.Text, rows), lines, c.Text.Session.Nothing)
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	set.BoolVar(&ahead, "open", false, t["session-open"])
	set.BoolVar(&lines, "lines", false, t["lines"])
	pick.CompletePeople(c, cmd)
	return cmd
}

func show(c *call.Call) *cobra.Command {
	cmd := c.Verb("session show", "show SESSION", c.Want(1, 1, "SESSION"), func(args []string) error {
		d, err := open(c, call.ToRead)
		if err != nil {
			return err
		}
		r, err := find(c, d, args[0])
		if err != nil {
			return err
		}
		return say(c, r)
	})
	completeTopics(c, cmd)
	return cmd
}

// say shows one session with its people.
func say(c *call.Call, r session.Row) error {
	t := c.Text
	if c.Flag.JSON {
		return c.Object(object(r))
	}
	c.Line(lang.Inert(r.Topic))
	c.Line(met.Head(t, r.Session))
	for _, text := range met.About(t, r) {
		c.Line("  " + text)
	}
	if counts := met.Counts(t, r.Session); counts != "" {
		c.Line(counts)
	}
	if gained := met.Gain(t, c.Conf.Rules.Gain, r.Session); gained != "" {
		c.Line(gained)
	}
	return c.List(met.People(t, r), false, t.Session.NobodyYet)
}

// object is a session for programs. The N-gain stands beside the number of people
// that it is of.
func object(r session.Row) any {
	type person struct {
		answer.Person
		Came   bool         `json:"came"`
		Told   *model.Word  `json:"told"` // null: not yet
		Pre    model.Amount `json:"pre"`
		Post   model.Amount `json:"post"`
		Passed bool         `json:"passed"`
	}
	type gained struct {
		Gain    model.Number `json:"gain"`
		People  int          `json:"people"`
		LeftOut int          `json:"left_out"`
		Pre     model.Number `json:"pre_mean"`
		Post    model.Number `json:"post_mean"`
	}
	o := struct {
		Schema int    `json:"schema"`
		Kind   string `json:"kind"`
		State  string `json:"state"`
		session.Session
		UnitName string   `json:"unit_name"`
		Explains *string  `json:"instrument_code"`
		NGain    *gained  `json:"ngain"` // null: nobody has two marks
		People   []person `json:"people"`
	}{answer.Schema, r.Session.Kind.String(), r.Session.State.String(), r.Session, r.UnitName, answer.OrNull(r.Explained), nil, []person{}}
	if g, err := r.Gain(); err == nil {
		o.NGain = &gained{g.Value(), g.Pupils, g.LeftOut, g.Pre, g.Post}
	}
	for _, a := range r.People {
		s := r.Staff[a.Employee]
		p := person{answer.Person{ID: s.Employee, NIP: s.Number, Name: s.Name, Position: s.Position}, a.Came, nil, a.Pre, a.Post, a.Passed}
		if !a.Told.On.IsZero() {
			p.Told = &a.Told
		}
		o.People = append(o.People, p)
	}
	return o
}

// saidOf tells what was kept about a session, or shows it whole to programs.
func saidOf(c *call.Call, d follow.Desk, id session.ID, text string) error {
	if !c.Flag.JSON {
		c.Line(text)
		return nil
	}
	r, err := find(c, d, string(id))
	if err != nil {
		return err
	}
	return c.Object(object(r))
}

// instrument is the newest version of an instrument by its code.
func instrument(c *call.Call, d *store.Desk, code string) (found model.Instrument, err error) {
	all, err := d.Instruments()
	for _, in := range all {
		if strings.EqualFold(in.Code, code) && !in.Void && in.Version > found.Version {
			found = in
		}
	}
	if err == nil && found.ID == "" {
		err = call.Said(lang.Fill(c.Text.Session.CLI.NoCode, "code", lang.Inert(code)), model.ErrNotFound)
	}
	return found, err
}
