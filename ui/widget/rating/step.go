package rating

import (
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/voice"
	"kinerja/model/written"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/word"
)

// Step is the one question before some evaluations are shared, withdrawn,
// received, accepted or made final: who is meant, who cannot and why, of which
// day it is, and for the word of another person where it stands. Such a word is
// written first, and asked about as it will be recorded; sharing is asked about
// with today, and its day can be written.
type Step struct {
	look    Look
	taken   Taken
	form    *form.Form // what is written; nil: nothing
	writing bool       // the form is open; else it is asked yes or no
	on      string     // the day of sharing, as it was written last
	top     int
	room    int
	listed  int // lines below the question, as they were drawn last
}

// Answer is what a key meant to a Step.
type Answer uint8

// The answers.
const (
	Open Answer = iota // nothing is decided yet
	Yes
	No
)

// The fields of a Step's form.
const (
	fieldDocument = "document"
	fieldDate     = "date"
	fieldReason   = "reason" // of a correction
)

// NewStep asks about a step.
func NewStep(l Look, taken Taken) *Step {
	s := &Step{look: l, taken: taken}
	if len(taken.Ready) == 0 {
		return s
	}
	t := l.Text.Evaluation.Step
	if s.Mends() {
		s.writing = true
		s.form = form.New(s.formLook(), s.mending()...)
		return s
	}
	switch taken.To {
	case model.Shared:
		s.on = l.Text.Date(taken.Today)
		s.dated()
	case model.Rated:
		s.writing = true
		s.form = form.New(s.formLook(), form.Field{
			ID: fieldDocument, Label: t.Reason, Hint: t.ReasonHint, Kind: form.Text, Need: true, Max: 200,
		})
	case model.Received, model.Accepted:
		s.writing = true
		s.form = form.New(s.formLook(), taken.Asked.Fields(l.Text, s.paper(t.OnPaper), s.day(l.Text.Date(taken.Today)))...)
	}
	return s
}

// dated is the form of the day of sharing, with the one that was written last.
func (s *Step) dated() { s.form = form.New(s.formLook(), s.day(s.on)) }

func (s *Step) day(value string) form.Field {
	return form.Field{
		ID: fieldDate, Label: s.look.Text.Evaluation.Step.Date, Kind: form.Date, Value: value, Need: true, Until: s.taken.Today, Check: s.checkDate,
	}
}

func (s *Step) formLook() form.Look {
	return form.Look{Keys: s.look.Keys, Styles: s.look.Styles, Text: s.look.Text}
}

// checkDate refuses a day before the step that this one follows, and before the
// period.
func (s *Step) checkDate(value string) string {
	on, err := written.Date(value)
	switch {
	case err != nil:
	case on < s.taken.First:
		return s.look.Text.Why(&model.BeforeError{First: s.taken.First})
	case on < s.taken.Since:
		return s.look.Text.Why(&model.EarlierError{Last: s.taken.Since})
	case on > s.taken.Until:
		return s.look.Text.Why(&model.LaterError{Next: s.taken.Until})
	}
	return ""
}

// To is where the step leads.
func (s *Step) To() model.EvaluationState { return s.taken.To }

// Plans are those of the people who can take the step.
func (s *Step) Plans() []model.PlanID { return s.taken.Plans }

// Nobody reports that the step can be taken by none of those who were meant.
func (s *Step) Nobody() bool { return len(s.taken.Ready) == 0 }

// Typing reports that printable characters are text.
func (s *Step) Typing() bool { return s.writing && s.form.Typing() }

// Dirty reports whether something was typed.
func (s *Step) Dirty() bool { return s.form != nil && s.form.Dirty() }

// submitName is what the last Enter of the form does: it asks, or a reason is kept.
func (s *Step) submitName() string {
	if s.taken.To == model.Rated || s.Signs() {
		return s.look.Text.Evaluation.Go.Save
	}
	return s.look.Text.Evaluation.Go.Check
}

// editName is what opening the form is for.
func (s *Step) editName() string {
	if s.taken.To == model.Shared && !s.Mends() {
		return s.look.Text.Evaluation.Go.Day
	}
	return s.look.Text.Evaluation.Go.Rewrite
}

// Word is the word that goes with the step.
func (s *Step) Word() model.Word {
	if s.form == nil {
		return model.Word{}
	}
	on, err := s.form.Date(fieldDate)
	if s.Signs() { // their own word, now
		return model.Word{}
	}
	if err != nil {
		on = 0
	}
	return model.Word{Document: s.form.Value(fieldDocument), On: on}
}

// Signs reports that the person whose word the step is types their own PIN.
func (s *Step) Signs() bool { return s.form != nil && word.Signing(s.form) }

// Said is that PIN, which the question then holds no more.
func (s *Step) Said() voice.Said { return s.taken.Asked.Said(s.form) }

// Whose names who types their PIN; "" where nobody does.
func (s *Step) Whose() string { return s.form.Whose() }

// Refused says beside the PIN why the step was not taken; false where there is none.
func (s *Step) Refused(now func() time.Time, err error) bool {
	return word.Refused(s.look.Text, now, s.form, err)
}

// Press takes a key.
func (s *Step) Press(k tea.KeyMsg) Answer {
	keys := s.look.Keys
	if s.writing {
		switch s.form.Press(k) {
		case form.Submit:
			return s.written()
		case form.Escape:
			return s.Back()
		case form.Unknown:
			s.scroll(k)
		}
		return Open
	}
	switch {
	case key.Matches(k, keys.Yes) && len(s.taken.Ready) > 0:
		return Yes
	case key.Matches(k, keys.Esc):
		return s.Back()
	case key.Matches(k, keys.Edit):
		s.writing = s.form != nil
	default:
		s.scroll(k)
	}
	return Open
}

// scroll moves what is listed below the question.
func (s *Step) scroll(k tea.KeyMsg) {
	switch keys := s.look.Keys; {
	case key.Matches(k, keys.Up):
		s.top--
	case key.Matches(k, keys.Down):
		s.top++
	case key.Matches(k, keys.PageUp):
		s.top -= s.room
	case key.Matches(k, keys.PageDown):
		s.top += s.room
	case key.Matches(k, keys.Home):
		s.top = 0
	case key.Matches(k, keys.End):
		s.top = s.listed // View takes back what is too much
	}
}

// Submit sends the form, as its last Enter does.
func (s *Step) Submit() Answer {
	if s.writing && s.form.Submit() {
		return s.written()
	}
	return Open
}

// written ends the form: what was written is asked about before it counts. A
// reason is not: it was typed to be kept.
func (s *Step) written() Answer {
	if s.taken.To == model.Rated || s.Signs() {
		return Yes
	}
	s.writing, s.on = false, s.form.Value(fieldDate)
	return Open
}

// Back gives up the innermost: of sharing the other day, of another's word the
// question, with what was written kept; then the step.
func (s *Step) Back() Answer {
	switch word := s.Mends() || s.taken.To == model.Received || s.taken.To == model.Accepted; {
	case s.writing && s.taken.To == model.Shared && !s.Mends():
		s.writing = false
		s.dated()
		return Open
	case !s.writing && word && !s.Nobody():
		s.writing = true
		return Open
	}
	return No
}

// View draws the question in its room.
func (s *Step) View(width, height int) string {
	t, st := s.look.Text.Evaluation.Step, s.look.Styles
	var lines []string
	for _, l := range wrap(s.title(), width) {
		lines = append(lines, st.Title.Render(l))
	}
	if text := s.consequence(); text != "" {
		lines = append(lines, wrap(text, width)...)
	}
	lines = append(lines, "")
	switch {
	case s.writing:
		room := min(height-len(lines)-2, 8)
		if s.Mends() {
			room = height - len(lines) // nothing stands below it
		}
		lines = append(lines, strings.Split(s.form.View(width, max(1, room)), "\n")...)
		lines = append(lines, "")
	case len(s.taken.Ready) > 0:
		if text := s.recorded(); text != "" {
			lines = append(lines, wrap(text, width)...)
		}
		text := t.YesOrEsc
		if s.form != nil && !s.writing {
			text = t.YesEditOrEsc
		}
		lines = append(lines, st.Question.Render(lang.Fill(text, "yes", s.look.Keys.Yes.Help().Key, "edit", s.look.Keys.Edit.Help().Key)), "")
	}
	rest := s.lists(width)
	s.listed = len(rest)
	s.room = max(1, height-len(lines)-1)
	s.top = max(0, min(s.top, len(rest)-s.room))
	end := min(len(rest), s.top+s.room)
	more := pane.More(s.look.Text, st.Glyphs, s.top, len(rest)-end)
	if rest = rest[s.top:end:end]; more != "" {
		rest = append(rest, st.Dim.Render(" "+more))
	}
	lines = append(lines, rest...)
	for i := range lines {
		lines[i] = ansi.Truncate(lines[i], max(0, width), st.Glyphs.Ellipsis)
	}
	return strings.Join(lines[:min(len(lines), max(1, height))], "\n")
}

// who names the person, or counts the people.
func (s *Step) who() string {
	if len(s.taken.Ready) == 1 {
		return lang.Inert(s.taken.Ready[0])
	}
	return s.look.Text.Plural(s.look.Text.Common.People, len(s.taken.Ready))
}

func (s *Step) title() string {
	t := s.look.Text.Evaluation.Step
	text := map[model.EvaluationState]string{
		model.Shared: t.Share, model.Rated: t.Withdraw, model.Received: t.Receive, model.Accepted: t.Accept, model.Final: t.Final,
	}[s.taken.To]
	switch {
	case s.Nobody():
		return t.Nobody
	case s.Mends():
		text = s.mendTitle()
	}
	return lang.Fill(text, "who", s.who())
}

// recorded is the word that a yes records: who, what, on which day, and where it
// stands.
func (s *Step) recorded() string {
	t, w := s.look.Text, s.Word()
	text := map[model.EvaluationState]string{
		model.Shared: t.Evaluation.Step.SharedOn, model.Received: t.Evaluation.Step.ReceivedOn, model.Accepted: t.Evaluation.Step.AcceptedOn,
	}[s.taken.To]
	return lang.Fill(text, "who", s.who(), "date", t.Date(w.On), "document", t.By(w.Document))
}

// consequence says what cannot be taken back afterwards, and whose word it is.
func (s *Step) consequence() string {
	t := s.look.Text.Evaluation.Step
	switch {
	case s.Nobody():
		return ""
	case s.Mends():
		return s.stands()
	case s.taken.To == model.Shared:
		return t.ShareThen
	case s.taken.To == model.Final:
		return t.FinalThen
	case s.taken.To == model.Rated:
		return t.WithdrawThen
	}
	if s.taken.Asked.Signs() {
		return s.look.Text.Voice.Either
	}
	return t.Recorded
}

// lists are who takes the step, where they are several, those of them whose
// results changed or are too few, and then those who cannot, with the reason.
func (s *Step) lists(width int) []string {
	t, st := s.look.Text, s.look.Styles
	var lines, thin []string
	if n := len(s.taken.Ready); n > 1 {
		lines = append(lines, st.Header.Render(t.Plural(t.Evaluation.Step.Ready, n)))
		lines = append(lines, wrap("  "+strings.Join(inert(s.taken.Ready), "; "), width)...)
	}
	for _, name := range s.taken.Thin {
		thin = append(thin, lang.Inert(name.Name)+": "+name.Why)
	}
	lines = append(lines, s.caution(t.Evaluation.Step.Moved, inert(s.taken.Moved), width)...)
	lines = append(lines, s.caution(t.Evaluation.Step.Bare, inert(s.taken.Bare), width)...)
	lines = append(lines, s.caution(t.Evaluation.Step.Thin, thin, width)...)
	lines = append(lines, s.caution(t.Action.Unproven, inert(s.taken.Unproven), width)...)
	if n := len(s.taken.Not); n > 0 {
		lines = append(lines, st.Header.Render(t.Plural(t.Evaluation.Step.Not, n)))
		for _, o := range s.taken.Not {
			lines = append(lines, wrap("  "+lang.Inert(o.Name)+": "+o.Why, width)...)
		}
	}
	return lines
}

// caution is what is to be known about some of those who can, one below another;
// nothing where it is about nobody.
func (s *Step) caution(text lang.Plural, people []string, width int) (lines []string) {
	if len(people) == 0 {
		return nil
	}
	for _, l := range wrap(s.look.Text.Plural(text, len(people)), width) {
		lines = append(lines, s.look.Styles.Warning.Render(l))
	}
	for _, p := range people {
		lines = append(lines, wrap("  "+p, width)...)
	}
	return lines
}

func inert(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = lang.Inert(name)
	}
	return list
}
