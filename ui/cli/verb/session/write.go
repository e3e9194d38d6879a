package session

import (
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/session"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/met"
)

// plan is what the flags say about a new session.
type plan struct {
	kind, from, to, place, speaker, hours, material, follow, instrument, code, most string
}

func add(c *call.Call) *cobra.Command {
	var f plan
	cmd := c.Verb("session add", "add TOPIC --kind KIND --from DATE [--instrument CODE] [--unit U]", c.Want(1, 1, "TOPIC"), func(args []string) error { return keep(c, args[0], f) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.kind, "kind", "", t["session-kind"])
	set.StringVar(&f.from, "from", "", t["session-from"])
	set.StringVar(&f.to, "to", "", t["session-to"])
	set.StringVar(&f.place, "place", "", t["session-place"])
	set.StringVar(&f.speaker, "speaker", "", t["session-speaker"])
	set.StringVar(&f.hours, "hours", "", t["session-hours"])
	set.StringVar(&f.material, "material", "", t["session-material"])
	set.StringVar(&f.follow, "follow-up", "", t["session-follow-up"])
	set.StringVar(&f.instrument, "instrument", "", t["session-instrument"])
	set.StringVar(&f.code, "code", "", t["session-code"])
	set.StringVar(&f.most, "most", "", t["session-most"])
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	pick.CompleteFlag(c, cmd, "kind", func(*store.Desk, []string) []string { return kindWords() })
	pick.CompleteFlag(c, cmd, "instrument", func(d *store.Desk, _ []string) (list []string) {
		all, _ := d.Instruments() // what cannot be read proposes nothing
		for _, in := range all {
			list = append(list, in.Code)
		}
		return list
	})
	return cmd
}

func kindWords() []string { return []string{session.Briefing.String(), session.Training.String()} }

func keep(c *call.Call, topic string, f plan) error {
	if err := c.Needs("kinerja session add", "--kind", f.kind, "--from", f.from); err != nil {
		return err
	}
	s := session.Session{Topic: topic, Place: f.place, Speaker: f.speaker, Material: f.material, FollowUp: f.follow, Code: f.code}
	var known bool
	if s.Kind, known = session.ParseKind(f.kind); !known {
		return c.WrongWord("--kind", f.kind, kindWords())
	}
	err := numbers(c, f, &s)
	if err != nil {
		return err
	}
	if s.From, err = c.DateFlag("--from", f.from); err != nil {
		return err
	}
	if s.To, err = c.DateFlag("--to", f.to); err != nil {
		return err
	}
	d, err := open(c, call.ToWrite)
	if err != nil {
		return err
	}
	if s.Unit, err = holder(c, d.Desk); err != nil {
		return err
	}
	if f.instrument != "" {
		in, err := instrument(c, d.Desk, f.instrument)
		if err != nil {
			return err
		}
		s.Instrument, s.Version = in.ID, in.Version
	}
	if s, err = d.PlanSession(s); err != nil {
		return err
	}
	return saidOf(c, d, s.ID, lang.Fill(c.Text.Session.Done.Planned, "topic", lang.Inert(s.Topic), "date", met.Days(c.Text, s)))
}

// holder is the unit that holds a session: the one named, else that of whoever
// works here, else the only one at the top.
func holder(c *call.Call, d *store.Desk) (model.UnitID, error) {
	if unit, err := pick.Unit(c, d); err != nil || unit != "" {
		return unit, err
	}
	if me := d.Actor().Employee; me != "" {
		who, err := d.Profile(me)
		return who.Unit.ID, err
	}
	units, err := d.Units()
	if err != nil {
		return "", err
	}
	var top []model.UnitID
	for _, u := range units {
		if u.Parent == "" && !u.Void {
			top = append(top, u.ID)
		}
	}
	if len(top) != 1 {
		return "", c.Misuse(c.Text.Session.CLI.UnitFirst)
	}
	return top[0], nil
}

// step is one of the steps of a session, under the name that people type.
func step(c *call.Call, verb, name string) *cobra.Command {
	var reason, on string
	use := verb + " SESSION"
	if name == session.Cancel {
		use += " --reason T"
	}
	cmd := c.Verb("session "+verb, use+" [--on DATE]", c.Want(1, 1, "SESSION"), func(args []string) error {
		w := model.Word{Reason: reason}
		var err error
		if w.On, err = c.DateFlag("--on", on); err != nil {
			return err
		}
		if name == session.Cancel {
			if err := c.Needs("kinerja session cancel", "--reason", reason); err != nil {
				return err
			}
		}
		d, err := open(c, call.ToWrite)
		if err != nil {
			return err
		}
		r, err := find(c, d, args[0])
		if err != nil {
			return err
		}
		s, err := d.StepSession(r.ID, name, w)
		if err != nil {
			return refused(c, r, err)
		}
		return saidOf(c, d, s.ID, lang.Fill(c.Text.Session.Done.Stepped, "topic", lang.Inert(s.Topic), "state", met.State(c.Text, s)))
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&on, "on", "", t["session-on"])
	if name == session.Cancel {
		set.StringVar(&reason, "reason", "", t["session-reason"])
	}
	completeTopics(c, cmd)
	return cmd
}

// marks is what the flags say about who came.
type marks struct {
	pre, post           string
	passed, absent, all bool
}

func attend(c *call.Call) *cobra.Command {
	var f marks
	cmd := c.Verb("session attend", "attend SESSION PERSON… [--absent] [--pre N --post N] [--passed]", nil, func(args []string) error { return came(c, args, f) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.BoolVar(&f.absent, "absent", false, t["session-absent"])
	set.BoolVar(&f.all, "all", false, t["session-all"])
	set.StringVar(&f.pre, "pre", "", t["session-pre"])
	set.StringVar(&f.post, "post", "", t["session-post"])
	set.BoolVar(&f.passed, "passed", false, t["session-passed"])
	pick.CompletePeople(c, cmd)
	completeTopics(c, cmd)
	return cmd
}

// people are those whom the arguments after the session name, one each; or all on
// its list.
func people(c *call.Call, d follow.Desk, args []string, all bool) (r session.Row, list []model.EmployeeID, err error) {
	if len(args) == 0 {
		return r, nil, c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja session", "what", "SESSION")
	}
	if r, err = find(c, d, args[0]); err != nil {
		return r, nil, err
	}
	if all {
		for _, a := range r.People {
			list = append(list, a.Employee)
		}
	}
	for _, query := range args[1:] {
		who, err := d.FindOne(strings.TrimSpace(query))
		if err != nil {
			return r, nil, c.Nobody(query, err)
		}
		list = append(list, who.Employee)
	}
	if len(list) == 0 {
		err = c.Misuse(c.Text.Session.CLI.NoPeople)
	}
	return r, list, err
}

func came(c *call.Call, args []string, f marks) error {
	d, err := open(c, call.ToWrite)
	if err != nil {
		return err
	}
	r, who, err := people(c, d, args, f.all)
	if err != nil {
		return err
	}
	if len(who) > 1 && (f.pre != "" || f.post != "" || f.passed) {
		return c.Misuse(c.Text.Session.CLI.OneMark)
	}
	var list []session.Attendee
	for _, e := range who {
		a, _ := r.Find(e)
		a.Employee, a.Came = e, !f.absent
		a.Passed = (a.Passed || f.passed) && a.Came
		if a.Pre, err = mark(c, "--pre", f.pre, a.Pre); err != nil {
			return err
		}
		if a.Post, err = mark(c, "--post", f.post, a.Post); err != nil {
			return err
		}
		list = append(list, a)
	}
	s, err := d.Attend(r.ID, list...)
	if err != nil {
		return refused(c, r, err)
	}
	return saidOf(c, d, s.ID, c.Text.Plural(c.Text.Session.Done.Attended, len(list), "topic", lang.Inert(s.Topic)))
}

// acknowledge keeps that it was explained: the own word of whoever works here, or
// recorded from a list that was signed.
func acknowledge(c *call.Call) *cobra.Command {
	var document, on string
	var all bool
	cmd := c.Verb("session acknowledge", "acknowledge SESSION PERSON… [--document NO --on DATE]", nil, func(args []string) error {
		w := model.Word{Document: document}
		var err error
		if w.On, err = c.DateFlag("--on", on); err != nil {
			return err
		}
		d, err := open(c, call.ToWrite)
		if err != nil {
			return err
		}
		r, who, err := people(c, d, args, all)
		if err != nil {
			return err
		}
		if r.Session.Kind != session.Briefing {
			return call.Said(lang.Fill(c.Text.Session.CLI.NotABriefing, "topic", lang.Inert(r.Topic)), model.ErrState)
		}
		s, err := d.Acknowledge(r.ID, w, who...)
		if err != nil {
			return refused(c, r, err)
		}
		return saidOf(c, d, s.ID, c.Text.Plural(c.Text.Session.Done.Acknowledged, len(who), "topic", lang.Inert(s.Topic)))
	})
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&document, "document", "", t["session-document"])
	set.StringVar(&on, "on", "", t["session-on"])
	set.BoolVar(&all, "all", false, t["session-all"])
	pick.CompletePeople(c, cmd)
	completeTopics(c, cmd)
	return cmd
}
