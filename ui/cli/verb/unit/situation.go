package unit

import (
	"errors"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/situation"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/answer/around"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
	beside "kinerja/ui/widget/around"
)

// underFlags say what a unit worked under; "-" empties.
type underFlags struct {
	vacancies, needed, present, access, words, days, note, source string
}

// context shows what a unit worked under in a period, or keeps it.
func context(c *call.Call) *cobra.Command {
	var f underFlags
	cmd := c.Verb("unit context", "context [UNIT] [--period P] [--vacancies N] [--needed N] [--present N] [--access A] [--access-words T] [--disaster-days N] [--note T] [--source T]",
		c.Want(0, 1), func(args []string) error { return under(c, args, f) })
	period(c, cmd)
	for _, x := range []struct {
		to   *string
		name string
	}{
		{&f.vacancies, "vacancies"}, {&f.needed, "needed"}, {&f.present, "present"}, {&f.access, "access"},
		{&f.words, "access-words"}, {&f.days, "disaster-days"}, {&f.note, "note"}, {&f.source, "source"},
	} {
		cmd.Flags().StringVar(x.to, x.name, "", c.Text.CLI.Flags["context-"+x.name])
	}
	return cmd
}

func under(c *call.Call, args []string, f underFlags) error {
	access := call.ToRead
	if f != (underFlags{}) {
		access = call.ToWrite
	}
	if access == call.ToWrite && c.Flag.Period == "" {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja unit context", "what", "--period")
	}
	d, o, err := open(c, args, access)
	if err != nil {
		return err
	}
	now, err := read(c, d, o.Unit, o.Period)
	if err != nil {
		return err
	}
	if access == call.ToWrite {
		s, err := f.into(c, now.Situation)
		if err != nil {
			return err
		}
		if err := d.SetSituation(s, ""); err != nil {
			return err
		}
		if now, err = read(c, d, s.Unit, s.Period); err != nil {
			return err
		}
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	name := units[now.Unit].Name
	if c.Flag.JSON {
		object := struct {
			Schema int `json:"schema"`
			*around.Situation
		}{answer.Schema, around.Whole(now)}
		object.Situation.Unit = name
		return c.Object(object)
	}
	t := c.Text
	if access == call.ToWrite {
		said := t.Situation.Form.Kept
		if !now.Said() {
			said = t.Situation.Form.Cleared
		}
		c.Line(lang.Fill(said, "unit", lang.Inert(name), "period", t.Period(now.Period)))
	} else {
		c.Line(t.Situation.Title + " · " + lang.Inert(name) + " · " + t.Period(now.Period))
	}
	c.Lines(beside.Lines(t, now))
	return nil
}

func read(c *call.Call, d *store.Desk, unit model.UnitID, p model.Period) (situation.Beside, error) {
	b, err := d.Situation(unit, p)
	if errors.Is(err, model.ErrSeveral) {
		return b, call.Said(c.Text.CLI.Unit.Which, exit.ErrUsage)
	}
	return b, err
}

// into puts what the flags say into a situation; what they do not say stays.
func (f underFlags) into(c *call.Call, s situation.Situation) (situation.Situation, error) {
	for _, x := range []struct {
		flag, given string
		to          *model.Amount
		most        int64
	}{
		{"--vacancies", f.vacancies, &s.Vacancies, situation.MostPeople}, {"--needed", f.needed, &s.Needed, situation.MostPeople},
		{"--present", f.present, &s.Present, situation.MostPeople}, {"--disaster-days", f.days, &s.DisasterDays, int64(s.Period.Days())},
	} {
		if x.given == "" {
			continue
		}
		*x.to = model.Amount{}
		if model.NoValue(x.given) {
			continue
		}
		n, err := model.ParseNumber(x.given, c.Text.Decimal())
		if err == nil {
			err = situation.Count(model.Some(n), x.most)
		}
		if err != nil {
			return s, c.Misuse(c.Text.Situation.Refused, "flag", x.flag, "value", lang.Inert(x.given), "most", x.most)
		}
		*x.to = model.Some(n)
	}
	if f.access != "" {
		var ok bool
		if s.Access, ok = situation.ParseAccess(f.access); !ok && !model.NoValue(f.access) {
			return s, c.WrongWord("--access", f.access, situation.AccessWords())
		}
	}
	for _, x := range []struct {
		given string
		to    *string
	}{{f.words, &s.AccessWords}, {f.note, &s.Note}, {f.source, &s.Source}} {
		switch {
		case x.given == "":
		case model.NoValue(x.given):
			*x.to = ""
		default:
			*x.to = x.given
		}
	}
	return s, nil
}
