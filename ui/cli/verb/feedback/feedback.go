// Package feedback is the verb feedback: the conversation with somebody, and how
// all conversations stand.
package feedback

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/talk"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/widget/timeline"
)

// feedbackFlags say what an item is, beside its text.
type feedbackFlags struct {
	kind, about, next, agreed, agenda, to, corrects, other, document, on string
	lines, colleagues, signed                                            bool
}

// Command is `kinerja feedback`.
func Command(c *call.Call) *cobra.Command {
	var f feedbackFlags
	kinds := strings.Join(feedbackKinds(), "|")
	cmd := c.Verb("feedback", "feedback [QUERY [--kind "+kinds+" [--about CODE] [--agreed T --next DATE --agenda T] [--to ID] [--corrects ID] "+
		"[--other NAME] [--document T] [--on DATE] [--signed] TEXT] | --colleagues]", nil, func(args []string) error { return feedback(c, args, f) })
	cmd.AddCommand(rounded(c))
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.kind, "kind", "", t["kind"])
	set.StringVar(&f.about, "about", "", t["about"])
	set.StringVar(&f.agreed, "agreed", "", t["agreed"])
	set.StringVar(&f.next, "next", "", t["next"])
	set.StringVar(&f.agenda, "agenda", "", t["feedback-agenda"])
	set.StringVar(&f.other, "other", "", t["feedback-other"])
	set.BoolVar(&f.colleagues, "colleagues", false, t["feedback-colleagues"])
	set.StringVar(&f.to, "to", "", t["feedback-to"])
	set.StringVar(&f.corrects, "corrects", "", t["corrects"])
	set.StringVar(&f.document, "document", "", t["feedback-document"])
	set.StringVar(&f.on, "on", "", t["feedback-on"])
	set.BoolVar(&f.signed, "signed", false, t["signed"])
	set.StringVar(&c.Flag.Period, "period", "", t["feedback-period"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	set.BoolVar(&f.lines, "lines", false, t["lines"])
	pick.CompletePeople(c, cmd)
	pick.CompleteFlag(c, cmd, "kind", func(*store.Desk, []string) []string { return feedbackKinds() })
	pick.CompleteFlag(c, cmd, "about", func(d *store.Desk, args []string) []string { return completeAbout(c, d, args) })
	items := func(d *store.Desk, args []string) []string { return completeItems(c, d, args) }
	pick.CompleteFlag(c, cmd, "to", items)
	pick.CompleteFlag(c, cmd, "corrects", items)
	return cmd
}

// feedbackKinds are the words of the kinds.
func feedbackKinds() (words []string) {
	for _, k := range talk.Kinds() {
		words = append(words, k.String())
	}
	return words
}

// feedback adds to a conversation, shows one, or says how all stand.
func feedback(c *call.Call, args []string, f feedbackFlags) error {
	item := f
	item.lines, item.colleagues = false, false
	switch {
	case f.kind != "":
		return giveFeedback(c, args, f)
	case item != feedbackFlags{} || c.Flag.Period != "":
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja feedback", "what", "--kind "+strings.Join(feedbackKinds(), "|"))
	case f.colleagues && (len(args) > 0 || c.Flag.ID != "" || c.Flag.Unit != ""):
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--colleagues", "b", "QUERY | --unit")
	case len(args) > 0 || c.Flag.ID != "":
		return showFeedback(c, args)
	}
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	unit, err := pick.Unit(c, d)
	if err != nil {
		return err
	}
	if f.colleagues {
		mates, err := follow.Desk{Desk: d}.Colleagues()
		if err != nil {
			return err
		}
		return c.List(lists.Colleagues(c.Text, mates), f.lines, c.Text.Talk.NoColleagues)
	}
	list, err := d.Talks(unit)
	if err != nil {
		return err
	}
	return c.List(lists.Talks(c.Text, talk.Urgent(list, c.Today(), c.Book().SilentAfter()), c.Today(), c.Book().SilentAfter()), f.lines, c.Text.Feedback.Nobody)
}

func showFeedback(c *call.Call, args []string) error {
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	row, err := someone(c, d, args)
	if err != nil {
		return err
	}
	said, err := d.Conversation(row.Employee)
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		units, err := d.Units()
		if err != nil {
			return err
		}
		return c.Object(answer.TalkOf(said, units, c.Today()))
	}
	t, w := c.Text, c.Text.Feedback
	due := w.NoDue
	if next := talk.StandingOf(said.Staff, said.Items).Due.Next; next != 0 {
		due = lang.Fill(w.Next, "day", timeline.Due(t, next, c.Today()))
	}
	c.Line(lang.Inert(row.Name))
	if said.Own {
		c.Line(t.Talk.Own)
	} else {
		c.Line(lang.Fill(w.Head, "items", t.Plural(w.Items, len(said.Items)), "due", due))
	}
	line := timeline.New(said, c.Today())
	for _, item := range said.Items {
		c.Line("")
		sayItem(c, line, item)
	}
	return nil
}

// sayItem writes one item with the end of its identity, by which --to and
// --corrects name it.
func sayItem(c *call.Call, line timeline.Timeline, item talk.Feedback) {
	s, width := c.Styles(), c.Width()
	switch {
	case c.Flag.Plain:
		width = unbroken
	case width == 0:
		width = page.Width
	}
	for _, text := range line.Lines(c.Text, s, item, "["+mark(item.ID)+"]", width) {
		c.Line(strings.TrimRight(s.Glyphs.Plain(text), " "))
	}
}

// unbroken is wider than any line: plain text has one line a thing.
const unbroken = 1 << 16

// mark is the end of an identity: enough to tell the items of one person apart.
func mark(id model.FeedbackID) string { return string(id[max(0, len(id)-6):]) }

// fits refuses an item without a text, and --signed beside what it does not go with:
// only an answer is the word of the person it is about.
func (f feedbackFlags) fits(c *call.Call, kind, text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja feedback", "what", "TEXT")
	case f.signed && kind != talk.Answer.String():
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--signed", "b", "--kind "+kind)
	case f.signed && (f.document != "" || f.on != ""):
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--signed", "b", "--document | --on")
	}
	return nil
}

// give keeps an item; with --signed on the desk of the person who answers, by their PIN.
func (f feedbackFlags) give(c *call.Call, d *store.Desk, row model.StaffRow, item talk.Feedback) (talk.Feedback, error) {
	if f.signed {
		var err error
		if d, err = pick.Signed(c, d, row.Employee, row.Name); err != nil {
			return item, err
		}
	}
	return d.Give(item)
}

// giveFeedback adds one item.
func giveFeedback(c *call.Call, args []string, f feedbackFlags) error {
	word, err := c.Word("--kind", f.kind, feedbackKinds())
	if err != nil {
		return err
	}
	words, text := args, ""
	if c.Flag.ID != "" {
		words, text = nil, strings.Join(args, " ")
	} else if len(args) > 1 {
		words, text = args[:len(args)-1], args[len(args)-1]
	}
	if err := f.fits(c, word, text); err != nil {
		return err
	}
	item := talk.Feedback{Text: text, Agreed: f.agreed, Agenda: f.agenda, Other: f.other, Word: model.Word{Document: f.document}}
	item.Kind, _ = talk.ParseKind(word)
	if item.Next, err = c.DateFlag("--next", f.next); err != nil {
		return err
	}
	if item.Word.On, err = c.DateFlag("--on", f.on); err != nil {
		return err
	}
	if item.Period, err = c.PeriodFlag(); err != nil {
		return err
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	row, err := someone(c, d, words)
	if err != nil {
		return err
	}
	item.Employee = row.Employee
	if err := aboutFlag(c, d, &item, f.about); err != nil {
		return err
	}
	if err := itemFlags(c, d, &item, f); err != nil {
		return err
	}
	kept, err := f.give(c, d, row, item)
	if err != nil {
		return err
	}
	said, err := d.Conversation(row.Employee)
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		units, err := d.Units()
		if err != nil {
			return err
		}
		return c.Object(answer.GivenOf(said, units, kept))
	}
	c.Line(lang.Inert(row.Name))
	sayItem(c, timeline.New(said, c.Today()), kept)
	return nil
}

// aboutFlag finds what --about names: a measure of this year's plans, or a value
// of behaviour.
func aboutFlag(c *call.Call, d *store.Desk, item *talk.Feedback, about string) error {
	if about == "" {
		return nil
	}
	pr, err := d.Profile(item.Employee)
	if err != nil && !errors.Is(err, model.ErrNotAllowed) { // of a colleague the plan is not read, the seven values are known
		return err
	}
	on := item.Word.On
	if on.IsZero() {
		on = c.Today()
	}
	for _, p := range pr.Plans {
		if m, ok := p.Measure(about); ok && p.Year == on.Year() {
			item.Plan, item.Measure = p.ID, m.ID
			return nil
		}
	}
	value, err := c.Word("--about", about, aboutWords(pr.Plans, on.Year()))
	item.Value = value
	return err
}

// aboutWords are the codes that an item may be about: of the measures of a
// year's plans, and of the values of behaviour.
func aboutWords(plans []model.Plan, year int) (words []string) {
	for _, p := range plans {
		for _, m := range p.Measures {
			if p.Year == year && !slices.Contains(words, m.Gauge.Code) {
				words = append(words, m.Gauge.Code)
			}
		}
	}
	for _, b := range rules.Behaviours() {
		words = append(words, b.Code)
	}
	return words
}

// itemFlags finds the items that --to and --corrects name by the end of their
// identity. Without a PIN nobody's word is known to be their own: what the
// person answers needs its paper.
func itemFlags(c *call.Call, d *store.Desk, item *talk.Feedback, f feedbackFlags) error {
	talked, err := d.Conversation(item.Employee)
	if err != nil {
		return err
	}
	if item.To, err = itemOf(c, talked.Items, f.to); err != nil {
		return err
	}
	if item.Corrects, err = itemOf(c, talked.Items, f.corrects); err != nil {
		return err
	}
	if item.Kind == talk.Answer && item.To == "" {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja feedback --kind answer", "what", "--to ID")
	}
	voiced := *item
	voiced.Word.Whose, voiced.Word.By = d.Actor().Employee, d.Actor().Employee
	if voiced, err = talk.Voice(voiced, talked.Items); err != nil {
		return err
	}
	own := voiced.Word.Whose == item.Employee && (voiced.Word.Via == model.Recorded || c.Flag.As != "" && d.Actor().Via != model.Signed)
	if item.Kind == talk.Answer && own && !f.signed && strings.TrimSpace(f.document) == "" {
		return call.Said(lang.Fill(c.Text.CLI.Evaluate.Document, "name", lang.Inert(talked.Staff.Name)), exit.ErrUsage)
	}
	return nil
}

// itemOf finds an item by its identity or the end of it.
func itemOf(c *call.Call, list []talk.Feedback, end string) (model.FeedbackID, error) {
	if end == "" {
		return "", nil
	}
	var fit []talk.Feedback
	for _, f := range list {
		if len(end) >= 4 && strings.HasSuffix(string(f.ID), strings.ToUpper(end)) {
			fit = append(fit, f)
		}
	}
	switch len(fit) {
	case 1:
		return fit[0].ID, nil
	case 0:
		return "", call.Said(lang.Fill(c.Text.CLI.NoItem, "id", lang.Inert(end)), model.ErrNotFound)
	}
	several := &model.AmbiguousError{Query: end}
	for _, f := range fit {
		several.Candidates = append(several.Candidates, model.Candidate{ID: string(f.ID), Name: c.Text.FeedbackKind(f.Kind), Detail: c.Text.Date(f.Word.On)})
	}
	return "", several
}
