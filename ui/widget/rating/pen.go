package rating

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/widget/grid"
)

// Subject is whom a rating is about.
type Subject struct {
	Name       string
	Evaluation model.Evaluation // with what is on its way already
	Suggested  model.Rating     // by the aid, as the results stand now
	Share      model.Number     // per cent of the weight that the aid stands on
	Rules      rules.RuleSet    // by which it is given
}

// Pen gives ratings: it holds the open choice, and the line for the reason
// where a rating needs one (score.Asks). The zero Pen is shut; it needs
// its Look.
type Pen struct {
	Look Look

	hand  hand
	of    Of
	at    model.Rating // highlighted
	who   Subject
	line  grid.Line
	waits Mark // for its reason
	free  bool // nobody asks for the reason
	bare  bool // the reason was opened by itself, without a choice

	astray string // text typed into the open choice, which takes none
	last   string // the rating that was given last, in words
}

type hand uint8

const (
	shut hand = iota
	choosing
	reasoning
)

// Choosing reports that the choice is open and takes its letters.
func (p *Pen) Choosing() bool { return p.hand == choosing }

// Reasoning reports that a reason is being typed.
func (p *Pen) Reasoning() bool { return p.hand == reasoning }

// Shut reports that nothing is open.
func (p *Pen) Shut() bool { return p.hand == shut }

// Of is which rating the pen gives.
func (p *Pen) Of() Of { return p.of }

// Written is the reason as far as it was typed.
func (p *Pen) Written() string {
	if p.hand != reasoning || p.line.Text() == p.who.Evaluation.Reason {
		return ""
	}
	return p.line.Text()
}

// Waiting names whose rating waits for its reason and is not given yet; "" where
// none does.
func (p *Pen) Waiting() string {
	if p.hand != reasoning || p.bare {
		return ""
	}
	return lang.Fill(p.Look.Text.Evaluation.Waits, "name", lang.Inert(p.who.Name))
}

// Choose opens the choice. The rating that is given is highlighted, else what
// is suggested.
func (p *Pen) Choose(who Subject, of Of) {
	p.hand, p.who, p.of, p.bare = choosing, who, of, false
	p.at = of.In(who.Evaluation)
	if p.at == model.NotRated && of == Results {
		p.at = who.Suggested
	}
}

// Turn moves the highlight: 1 towards better, -1 towards worse.
func (p *Pen) Turn(by int) {
	if p.at == model.NotRated {
		p.at = model.Meets
		return
	}
	p.at = model.Rating(max(int(model.Below), min(int(p.at)+by, int(model.Above))))
}

// Highlighted is the rating that Enter takes; NotRated where there is none yet.
func (p *Pen) Highlighted() model.Rating { return p.at }

// Takes names what Enter takes, and says why it takes nothing while nothing is
// highlighted: a letter chooses then.
func (p *Pen) Takes() (name, why string) {
	t := p.Look.Text.Evaluation
	if p.at == model.NotRated {
		var list []string
		for _, l := range Letters(p.Look) {
			list = append(list, l.Binding.Help().Key+" "+l.Binding.Help().Desc)
		}
		return t.Go.Choose, lang.Fill(t.Why.Letters, "letters", strings.Join(list, ", "))
	}
	text := t.Go.Take
	if p.of == Results && p.at == p.who.Suggested && p.who.Evaluation.Result != p.at {
		text = t.Go.TakeSuggested
	}
	return lang.Fill(text, "rating", p.Look.Text.RatingShort(p.at)), ""
}

// Take gives a rating. It is done at once, or the pen asks for the reason: a
// rating of results that departs from the suggestion needs one, and so does one
// that has no suggestion, unless the same rating has one already.
func (p *Pen) Take(r model.Rating) (Mark, bool) {
	e := p.who.Evaluation
	m := p.mark(p.of, r)
	if p.of == Behaviour {
		return p.given(m), true
	}
	if e.Result == r {
		m.Reason = e.Reason
	}
	if !score.Asks(p.who.Suggested, r) || m.Reason != "" {
		return p.given(m), true
	}
	p.ask(m, e.Reason, false)
	return Mark{}, false
}

// Reason opens the reason of a rating that is given.
func (p *Pen) Reason(who Subject) {
	e := who.Evaluation
	p.who, p.of, p.bare = who, Results, true
	p.ask(p.mark(Results, e.Result), e.Reason, !score.Asks(who.Suggested, e.Result))
}

// mark is a rating of whom the pen is at, with what the aid says to it.
func (p *Pen) mark(of Of, r model.Rating) Mark {
	e := p.who.Evaluation
	return Mark{Plan: e.Plan, Period: e.Period, Of: of, Rating: r, Name: p.who.Name, Rules: p.who.Rules, Suggested: p.who.Suggested, Share: p.who.Share}
}

func (p *Pen) ask(m Mark, written string, free bool) {
	p.hand, p.waits, p.free, p.line = reasoning, m, free, grid.NewLine(written)
}

// Edit gives a key to the line of the reason; it reports whether it was one
// that edits.
func (p *Pen) Edit(k tea.KeyMsg) bool {
	if k.Paste {
		k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(strings.TrimSpace(string(k.Runes)))}
	}
	return p.line.Edit(k)
}

// Save is the rating with its reason; false while a reason is needed and none
// was typed. The choice is open again behind it, unless the reason was opened
// by itself.
func (p *Pen) Save() (Mark, bool) {
	m := p.waits
	m.Reason = strings.TrimSpace(p.line.Text())
	if m.Reason == "" && !p.free {
		return Mark{}, false
	}
	p.Back()
	return p.given(m), true
}

// Back gives up the innermost: the reason, then the choice.
func (p *Pen) Back() {
	if p.hand == reasoning && !p.bare {
		p.hand = choosing
		return
	}
	p.hand = shut
}

// Close shuts the pen.
func (p *Pen) Close() { p.hand, p.astray = shut, "" }

// View is what the pen shows: the choice with its letters and what the aid
// suggests, or the line of the reason; nothing while it is shut.
func (p *Pen) View(width int) []string {
	switch p.hand {
	case choosing:
		if p.Astray() {
			return p.ignored(width)
		}
		return []string{p.choice(width), p.dim(lang.Fill(p.Look.Text.Evaluation.ChooseHow, "name", lang.Inert(p.who.Name)), width)}
	case reasoning:
		return p.reason(width)
	}
	return nil
}

func (p *Pen) dim(text string, width int) string {
	return p.Look.Styles.Dim.Render(ansi.Truncate(text, max(0, width), p.Look.Styles.Glyphs.Ellipsis))
}

func (p *Pen) choice(width int) string {
	t, s := p.Look.Text, p.Look.Styles
	parts := []string{s.Header.Render(p.of.Name(t) + ":")}
	for _, letter := range Letters(p.Look) {
		help := letter.Binding.Help()
		text := " " + s.Key.Render(help.Key) + " " + help.Desc + " "
		if letter.Rating == p.at {
			text = s.Cell.Render("[" + help.Key + " " + help.Desc + "]")
		}
		parts = append(parts, text)
	}
	line := strings.Join(parts, " ")
	if p.of == Results {
		hint := t.Evaluation.NoSuggestion
		if p.who.Suggested != model.NotRated {
			hint = lang.Fill(t.Evaluation.Suggested, "rating", t.RatingShort(p.who.Suggested))
		}
		line += "  " + s.Dim.Render(hint)
	}
	return ansi.Truncate(line, max(0, width), s.Glyphs.Ellipsis)
}

// roomy is how many cells a reason is typed in at least.
const roomy = 24

// reason is what is asked, and the line that is typed, with the rating that is to
// be given. Where the question leaves
// too little room, the line stands below it instead of what the keys do.
func (p *Pen) reason(width int) []string {
	rated := p.Look.Text.RatingShort(p.waits.Rating) // which rating the reason is for, plainly
	label, how := rated+" · "+p.question(), p.dim(p.Look.Text.Evaluation.ReasonHow, width)
	if room := width - ansi.StringWidth(label) - 1; room < roomy {
		head := p.Look.Styles.Header.Render(rated + ": ")
		return []string{p.cut(p.Look.Styles.Header.Render(p.question()), width), head + p.typed(width-ansi.StringWidth(head))}
	}
	head := p.Look.Styles.Header.Render(label + " ")
	return []string{head + p.typed(width-ansi.StringWidth(head)), how}
}

// question asks for the reason: of a departure, or of a rating on too few data.
func (p *Pen) question() string {
	t := p.Look.Text
	switch {
	case p.free:
		return t.Evaluation.ReasonFree
	case p.who.Suggested == model.NotRated && p.who.Share == 0:
		return t.Evaluation.ReasonNone
	case p.who.Suggested == model.NotRated:
		return lang.Fill(t.Evaluation.ReasonThin, "share", t.Number(p.who.Share.Round()))
	}
	return lang.Fill(t.Evaluation.ReasonFor, "suggested", t.RatingShort(p.who.Suggested))
}

func (p *Pen) typed(width int) string {
	s := p.Look.Styles
	before, on, after := p.line.Parts(max(8, width))
	return p.cut(s.Marked.Render(before)+s.Cell.Render(on)+s.Marked.Render(after), width)
}

func (p *Pen) cut(text string, width int) string { return ansi.Truncate(text, max(0, width), "") }
