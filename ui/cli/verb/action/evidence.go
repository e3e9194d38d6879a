package action

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/digest"
	"kinerja/ui/lang"
	"kinerja/ui/widget/proof"
)

// Evidence is `kinerja evidence` with its verbs.
func Evidence(c *call.Call) *cobra.Command {
	return c.Group("evidence", add(c), list(c), withdraw(c), verify(c))
}

// given is a piece of evidence as flags say it, and which line it is for.
type given struct {
	link, place, name, note, measure string
	line                             int
}

func add(c *call.Call) *cobra.Command {
	var g given
	var cmd *cobra.Command
	cmd = c.Verb("evidence add", "add QUERY FILE|--link URL|--place T --line N|--measure CODE [--name T] [--note T] [--period P]", nil, func(args []string) error {
		words, e, err := g.piece(c, cmd, args)
		if err != nil {
			return err
		}
		return about(c, call.ToWrite, words, func(d *store.Desk, s sheet) error {
			a, err := g.of(c, s)
			if err != nil {
				return err
			}
			if s, err = s.changed(d, action.Show(a.ID, e)); err != nil {
				return err
			}
			if c.Flag.JSON {
				return s.show(c)
			}
			c.Line(lang.Fill(c.Text.Action.CLI.Added, "evidence", proof.Piece(c.Text, e), "n", s.number(a.ID)))
			return nil
		})
	})
	pick.Flags(c, cmd)
	f, t := cmd.Flags(), c.Text.CLI.Flags
	f.StringVar(&g.link, "link", "", t["evidence-link"])
	f.StringVar(&g.place, "place", "", t["evidence-place"])
	f.StringVar(&g.name, "name", "", t["evidence-name"])
	f.StringVar(&g.note, "note", "", t["evidence-note"])
	f.StringVar(&g.measure, "measure", "", t["action-measure"])
	f.IntVar(&g.line, "line", 0, t["action-line"])
	completeMeasure(c, cmd)
	return cmd
}

// piece is the evidence that arguments and flags say; words are those that name
// the person.
func (g given) piece(c *call.Call, cmd *cobra.Command, args []string) (words []string, e action.Evidence, err error) {
	changed := cmd.Flags().Changed
	missing := func(what string) error {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja evidence add", "what", what)
	}
	words = args
	switch {
	case changed("line") == changed("measure"):
		if changed("line") {
			return nil, e, c.Misuse(c.Text.CLI.Usage.Together, "a", "--line", "b", "--measure")
		}
		return nil, e, missing("--line | --measure")
	case changed("link") && changed("place"):
		return nil, e, c.Misuse(c.Text.CLI.Usage.Together, "a", "--link", "b", "--place")
	case changed("link"):
		if !action.IsLink(g.link) {
			return nil, e, c.Misuse(c.Text.Action.CLI.BadLink, "link", lang.Inert(g.link))
		}
		e = action.Evidence{Name: g.link, Place: g.link}
	case changed("place"):
		e = action.Evidence{Name: g.place, Place: g.place}
	case len(args) == 0 || len(args) == 1 && c.Flag.ID == "":
		return nil, e, missing("FILE | --link | --place")
	default:
		words = args[:len(args)-1]
		e, err = digest.Of(args[len(args)-1])
		if errors.Is(err, digest.ErrFolder) {
			err = call.Said(lang.Fill(c.Text.Action.CLI.Folder, "file", lang.Inert(args[len(args)-1])), exit.ErrUsage)
		}
		if err != nil {
			return nil, e, err
		}
	}
	if g.name != "" {
		e.Name = g.name
	}
	if e.Note = g.note; len([]rune(e.Name)) > action.MostName && g.name == "" { // a long address is no name
		e.Name = string([]rune(e.Name)[:action.MostName])
	}
	return words, e, nil
}

// of finds the line that evidence is for. Evidence of a measure for which nothing
// is planned is refused: the official order is the action first.
func (g given) of(c *call.Call, s sheet) (action.Action, error) {
	if g.measure == "" {
		return s.line(c, g.line)
	}
	m, ok := s.Standing.Plan.Measure(g.measure)
	if !ok {
		return action.Action{}, pick.NoCode(c, s.Standing.Plan, g.measure)
	}
	a, err := s.Sheet.On(s.Standing.Plan, m.ID)
	switch code := lang.Inert(m.Gauge.Code); {
	case errors.Is(err, action.ErrNoLine):
		return a, call.Said(lang.Fill(c.Text.Action.CLI.First, "code", code, "name", s.name(), "period", c.Text.Period(s.Period)), model.ErrNotFound)
	case errors.Is(err, action.ErrManyLines):
		text := lang.Fill(c.Text.Action.CLI.Which, "code", code)
		return a, call.Said(text+"\n"+strings.Join(s.listed(s.Sheet.Of(s.Standing.Plan, m.ID)), "\n"), model.ErrSeveral)
	}
	return a, err
}

// piece is one piece of evidence with its number.
type piece struct {
	Number string `json:"number"`
	action.Evidence
	Found *string `json:"found,omitempty"` // unchanged, changed, missing, no_file
}

func (s sheet) pieces() []piece {
	list := []piece{}
	for i, a := range s.lines {
		for n, e := range a.Evidence {
			list = append(list, piece{Number: strconv.Itoa(i+1) + "." + strconv.Itoa(n+1), Evidence: e})
		}
	}
	return list
}

// pieced is the evidence of somebody for programs.
type pieced struct {
	Schema   int           `json:"schema"`
	Employee answer.Person `json:"employee"`
	Plan     model.PlanID  `json:"plan"`
	Period   model.Period  `json:"period"`
	Evidence []piece       `json:"evidence"`
}

func (s sheet) pieced(list []piece) pieced {
	return pieced{answer.Schema, s.Who(), s.Standing.Plan.ID, s.Period, list}
}

func list(c *call.Call) *cobra.Command {
	cmd := c.Verb("evidence list", "list QUERY [--period P]", nil, func(args []string) error {
		return about(c, call.ToRead, args, func(_ *store.Desk, s sheet) error {
			pieces := s.pieces()
			if c.Flag.JSON {
				return c.Object(s.pieced(pieces))
			}
			if len(pieces) == 0 {
				c.Line(c.Text.Action.NoEvidence)
			}
			for _, p := range pieces {
				say(c, p.Number+" ", proof.Piece(c.Text, p.Evidence))
			}
			return nil
		})
	})
	pick.Flags(c, cmd)
	return cmd
}

func withdraw(c *call.Call) *cobra.Command {
	var number string
	var cmd *cobra.Command
	cmd = c.Verb("evidence remove", "remove QUERY --number N.M [--period P]", nil, func(args []string) error {
		if err := needs(c, cmd, "number"); err != nil {
			return err
		}
		return about(c, call.ToWrite, args, func(d *store.Desk, s sheet) error {
			for _, p := range s.pieces() {
				if p.Number != number {
					continue
				}
				s, err := s.changed(d, action.Withdraw(p.ID))
				if err != nil {
					return err
				}
				if c.Flag.JSON {
					return s.show(c)
				}
				line, _, _ := strings.Cut(number, ".")
				c.Line(lang.Fill(c.Text.Action.CLI.Withdrawn, "evidence", lang.Inert(p.Name), "n", line))
				return nil
			}
			return call.Said(lang.Fill(c.Text.Action.CLI.NoPiece, "n", lang.Inert(number)), model.ErrNotFound)
		})
	})
	pick.Flags(c, cmd)
	cmd.Flags().StringVar(&number, "number", "", c.Text.CLI.Flags["evidence-number"])
	return cmd
}

func verify(c *call.Call) *cobra.Command {
	cmd := c.Verb("evidence verify", "verify QUERY [--period P]", nil, func(args []string) error {
		return about(c, call.ToRead, args, func(_ *store.Desk, s sheet) error { return s.verify(c) })
	})
	pick.Flags(c, cmd)
	return cmd
}

// verify looks at every file and says what became of it.
func (s sheet) verify(c *call.Call) error {
	pieces := s.pieces()
	var count [4]int
	found := make([]action.Found, len(pieces))
	for i := range pieces {
		was, err := digest.Check(pieces[i].Evidence)
		if err != nil {
			return err
		}
		found[i] = was
		count[was]++
		pieces[i].Found = answer.OrNull(was.String())
	}
	if c.Flag.JSON {
		return c.Object(s.pieced(pieces))
	}
	w := c.Text.Action
	if len(pieces) == 0 {
		c.Line(w.NoEvidence)
		return nil
	}
	for i, p := range pieces {
		say(c, p.Number+" ", lang.Inert(p.Name)+": "+proof.Found(c.Text, found[i]))
	}
	c.Line(lang.Fill(w.CLI.Counts, "same", c.Text.Count(count[action.Same]), "changed", c.Text.Count(count[action.Changed]),
		"missing", c.Text.Count(count[action.Missing]), "nofile", c.Text.Count(count[action.NoFile])))
	return nil
}
