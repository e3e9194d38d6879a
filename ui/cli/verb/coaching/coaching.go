// Package coaching is the verb coaching: plans that help somebody reach what was not
// reached, their steps, and whether they helped.
package coaching

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/coaching"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/aided"
)

// The verbs behind QUERY. Those of steps are named as people do them.
const (
	verbShow, verbStart, verbAgree, verbBegin = "show", "start", "agree", "begin"
	verbStep, verbSupport, verbReview         = "step", "support", "review"
	verbClose, verbCancel                     = "close", "cancel"
)

func verbs() []string {
	return []string{verbShow, verbStart, verbAgree, verbBegin, verbStep, verbSupport, verbReview, verbClose, verbCancel}
}

// flags are those of one call beside the common ones.
type flags struct {
	which, kind, code, problem, aim, by string
	causes, steps, support, reviews     []string
	done                                int
	note, outcome, reason, document, on string
}

// Command is `kinerja coaching`.
func Command(c *call.Call) *cobra.Command {
	var f flags
	cmd := c.Verb("coaching", "coaching QUERY ["+strings.Join(verbs(), "|")+"] | coaching --unit U", nil, func(args []string) error { return run(c, args, f) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	set.StringVar(&f.which, "coaching", "", t["coaching-which"])
	set.StringVar(&f.kind, "kind", coaching.Guidance.String(), t["coaching-kind"])
	set.StringVar(&f.code, "code", "", t["coaching-code"])
	set.StringVar(&f.problem, "problem", "", t["coaching-problem"])
	set.StringSliceVar(&f.causes, "cause", nil, t["coaching-cause"])
	set.StringVar(&f.aim, "aim", "", t["coaching-aim"])
	set.StringVar(&f.by, "by", "", t["coaching-by"])
	set.StringArrayVar(&f.steps, "step", nil, t["coaching-step"])
	set.StringArrayVar(&f.support, "support", nil, t["coaching-support"])
	set.StringArrayVar(&f.reviews, "review", nil, t["coaching-review"])
	set.IntVar(&f.done, "done", 0, t["coaching-done"])
	set.StringVar(&f.note, "note", "", t["coaching-note"])
	set.StringVar(&f.outcome, "outcome", "", t["coaching-outcome"])
	set.StringVar(&f.reason, "reason", "", t["step-reason"])
	set.StringVar(&f.document, "document", "", t["document"])
	set.StringVar(&f.on, "on", "", t["coaching-on"])
	pick.Flags(c, cmd)
	pick.CompletePeople(c, cmd)
	words := func(flag string, list []string) {
		pick.CompleteFlag(c, cmd, flag, func(*store.Desk, []string) []string { return list })
	}
	words("kind", named(coaching.Kinds()))
	words("cause", named(coaching.Causes()))
	words("outcome", named(coaching.Outcomes()))
	return cmd
}

func named[T interface{ String() string }](list []T) (words []string) {
	for _, x := range list {
		words = append(words, x.String())
	}
	return words
}

// run does the verb that stands last; without one it shows.
func run(c *call.Call, args []string, f flags) error {
	verb := verbShow
	if n := len(args); n > 0 && slices.Contains(verbs(), strings.ToLower(args[n-1])) {
		verb, args = strings.ToLower(args[n-1]), args[:n-1]
	}
	switch {
	case len(args) > 0 || c.Flag.ID != "":
	case c.Flag.Unit != "":
		return effects(c)
	default:
		return c.Misuse(c.Text.Coaching.CLI.NoQuery)
	}
	access := call.ToWrite
	if verb == verbShow {
		access = call.ToRead
	}
	d, err := c.Open(access)
	if err != nil {
		return err
	}
	desk := follow.Desk{Desk: d}
	if verb == verbStart {
		return start(c, desk, args, f)
	}
	who, err := pick.Person(c, d, args)
	if err != nil {
		return err
	}
	if verb == verbShow {
		return shown(c, desk, who)
	}
	r, err := one(c, desk, who, f.which)
	if err != nil {
		return err
	}
	return act(c, desk, r, verb, f)
}

// one is the plan that --coaching names, or the only one that is open.
func one(c *call.Call, d follow.Desk, who model.StaffRow, which string) (coaching.Row, error) {
	list, err := d.Coachings(follow.Asked{Employee: who.Employee})
	if err != nil {
		return coaching.Row{}, err
	}
	w, name := c.Text.Coaching.CLI, lang.Inert(who.Name)
	var open []coaching.Row
	for _, r := range list {
		if which != "" && strings.HasSuffix(strings.ToLower(string(r.ID)), strings.ToLower(which)) {
			return r, nil
		}
		if r.State.Open() {
			open = append(open, r)
		}
	}
	switch {
	case which != "":
		return coaching.Row{}, call.Said(lang.Fill(c.Text.CLI.NoItem, "id", lang.Inert(which)), model.ErrNotFound)
	case len(open) == 0:
		return coaching.Row{}, call.Said(lang.Fill(w.NoneOpen, "name", name), model.ErrNotFound)
	case len(open) > 1:
		var ids []string
		for _, r := range open {
			ids = append(ids, string(r.ID))
		}
		return coaching.Row{}, call.Said(lang.Fill(w.Which, "name", name, "list", strings.Join(ids, ", ")), model.ErrSeveral)
	}
	return open[0], nil
}

// said is one plan for programs.
type said struct {
	Schema   int           `json:"schema"`
	Employee answer.Person `json:"employee"`
	Kind     string        `json:"kind"`
	State    string        `json:"state"`
	Causes   []string      `json:"causes"`
	Outcome  *string       `json:"outcome"`
	Next     *string       `json:"next"`
	coaching.Coaching
	Effect *effect `json:"effect"`
}

// effect is what the measure did, for programs: means in per cent of the target.
type effect struct {
	Verdict       string       `json:"verdict"`
	Before        answer.Fixed `json:"before"`
	PeriodsBefore int          `json:"periods_before"`
	After         answer.Fixed `json:"after"`
	PeriodsAfter  int          `json:"periods_after"`
	Change        answer.Fixed `json:"change"`
	Line          []point      `json:"line"`
	Colleagues    group        `json:"colleagues"`
}

type point struct {
	Period string       `json:"period"`
	Reach  answer.Fixed `json:"reach"`
}

type group struct {
	People  int          `json:"people"`
	Better  int          `json:"better"`
	Same    int          `json:"same"`
	Worse   int          `json:"worse"`
	Unsaid  int          `json:"cannot_be_said"`
	Change  answer.Fixed `json:"change"`
	Counted int          `json:"counted"`
}

func answerOf(r coaching.Row, h *coaching.Helped) said {
	x := said{
		Schema: answer.Schema, Employee: answer.Person{ID: r.Employee, NIP: r.Staff.Number, Name: r.Staff.Name, Position: r.Staff.Position},
		Kind: r.Kind.String(), State: r.State.String(), Causes: named(r.Causes), Outcome: answer.OrNull(r.Outcome.String()), Coaching: r.Coaching,
	}
	if next, _ := r.Next(); !next.IsZero() {
		x.Next = answer.OrNull(next.String())
	}
	if h == nil {
		return x
	}
	e, g := h.Effect, h.Colleagues
	x.Effect = &effect{
		Verdict: e.Verdict.String(), Before: answer.Fixed(e.Before), PeriodsBefore: e.PeriodsBefore, After: answer.Fixed(e.After), PeriodsAfter: e.PeriodsAfter,
		Colleagues: group{g.Lines, g.Rose, g.Same, g.Fell, g.Unsaid, answer.Fixed(g.Change), g.Counted},
	}
	if e.Verdict != coaching.Unsaid {
		x.Effect.Change = answer.Fixed(e.Change)
	}
	for _, p := range h.Line {
		x.Effect.Line = append(x.Effect.Line, point{p.Period.String(), answer.Fixed(p.Reach)})
	}
	return x
}

// shown prints all plans of somebody, the newest first.
func shown(c *call.Call, d follow.Desk, who model.StaffRow) error {
	list, err := d.Coachings(follow.Asked{Employee: who.Employee})
	if err != nil {
		return err
	}
	effects, _, err := d.Effects(follow.Asked{Employee: who.Employee}, c.Book())
	if err != nil {
		return err
	}
	of := map[coaching.ID]*coaching.Helped{}
	for i := range effects {
		of[effects[i].Row.ID] = &effects[i]
	}
	if c.Flag.JSON {
		all := []said{}
		for _, r := range list {
			all = append(all, answerOf(r, of[r.ID]))
		}
		return c.Object(all)
	}
	if len(list) == 0 {
		c.Note(c.Text.Coaching.None)
	}
	for i, r := range list {
		if i > 0 {
			c.Line("")
		}
		tell(c, r, of[r.ID])
	}
	return nil
}

// tell prints one plan.
func tell(c *call.Call, r coaching.Row, h *coaching.Helped) {
	t, w := c.Text, c.Text.Coaching
	c.Line(lang.Inert(r.Staff.Name) + " · " + aided.Head(t, r.Coaching) + " · " + string(r.ID))
	c.Lines(aided.Plan(t, r))
	part, n := coaching.Part(0), 0
	for _, x := range r.Items() {
		if x.Part != part {
			part, n = x.Part, 0
			c.Line(w.Headings[part.String()])
		}
		n++
		c.Line("  " + lang.Fill(w.CLI.Item, "n", n, "text", aided.Item(t, r, x, c.Today())))
	}
	c.Lines(aided.Words(t, r))
	if h == nil {
		return
	}
	c.Line(w.Over)
	for _, p := range h.Line {
		c.Line("  " + t.Period(p.Period) + "  " + t.FixedAmount(p.Reach))
	}
	c.Lines(aided.Effect(t, *h))
}

// effects prints whether coaching helped in a unit, with what that rests on.
func effects(c *call.Call) error {
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	unit, err := pick.Unit(c, d)
	if err != nil {
		return err
	}
	list, all, err := follow.Desk{Desk: d}.Effects(follow.Asked{Unit: unit}, c.Book())
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		answers := []said{}
		for i := range list {
			answers = append(answers, answerOf(list[i].Row, &list[i]))
		}
		return c.Object(struct {
			Schema int    `json:"schema"`
			All    group  `json:"all"`
			List   []said `json:"list"`
		}{answer.Schema, group{len(list), all.Rose, all.Same, all.Fell, all.Unsaid, answer.Fixed(all.Change), all.Counted}, answers})
	}
	units, err := d.Units()
	if err != nil {
		return err
	}
	c.Line(lang.Fill(c.Text.Coaching.UnitTitle, "unit", lang.Inert(units[unit].Name)))
	if len(list) > 0 {
		if err := c.List(aided.Table(c.Text, list), false, ""); err != nil {
			return err
		}
	}
	c.Lines(aided.Unit(c.Text, list, all))
	return nil
}
