package action

import (
	"errors"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/ui/lang"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/proof"
)

// item is what a line of the page is about: a result or an indicator, an action
// under it, or a piece of evidence of that.
type item struct{ outcome, measure, line, piece model.ElementID }

// lay lays the action plan out anew; the cursor stays on what it was on, or on
// the action whose evidence is gone.
func (p *Page) lay() {
	t, s, st := p.env.Text, p.env.Styles, p.data.Data
	at, was, before := p.lines.Chosen(), p.lines.Len() > 0, p.seen
	l := &p.lines
	l.Clear()
	state := proof.State(t, st)
	if len(st.Sheet.Actions) > 0 {
		state += " · " + proof.Sum(t, st.Sheet)
	}
	l.Say(state, p.width)
	switch {
	case errors.Is(st.Lock, model.ErrNotAllowed):
		l.Say(s.Dim.Render(t.Action.Page.ReadOnly), p.width)
	case st.Lock != nil:
		l.Say(s.Warning.Render(t.Error(st.Lock)), p.width)
	case st.Sheet.State() != action.Realised:
		l.Say(s.Dim.Render(t.Action.Hint), p.width)
	}
	p.seen = map[model.ElementID]bool{}
	for _, g := range st.Sheet.Groups(st.Plan) {
		p.group(g)
	}
	fits := []func(item) bool{func(i item) bool { return i == at }, func(i item) bool { return i.line != "" && i.line == at.line }}
	if was {
		isNew := func(i item) bool {
			return i.line != "" && (i.piece != "" && !before[i.piece] || i.piece == "" && !before[i.line])
		}
		fits = append([]func(item) bool{isNew}, fits...)
		fits = append(fits, func(i item) bool { return i.line == "" && i.outcome == at.outcome && i.measure == at.measure })
	} else {
		fits = []func(item) bool{func(i item) bool { return i.line != "" }}
	}
	l.Settle(l.Room(p.height), fits...)
}

// group lays out a result or an indicator with its actions.
func (p *Page) group(g action.Group) {
	t, s := p.env.Text, p.env.Styles
	here := item{outcome: g.Outcome.ID, measure: g.Measure.ID}
	var codes []string
	for _, m := range g.Members {
		codes = append(codes, lang.Inert(m.Gauge.Code))
	}
	head := proof.Group(t, p.data.Data.Plan, g)
	if len(codes) > 0 {
		head += " (" + strings.Join(codes, ", ") + ")"
	}
	p.lines.Add("")
	p.choose("", head, s.Header.Render, here)
	if len(g.Actions) == 0 {
		p.under("   ", t.Action.None)
	}
	for _, a := range g.Actions {
		here.line = a.ID
		p.seen[a.ID] = true
		p.action(g, a, here)
	}
}

// action lays out an action with what came of it and what shows it.
func (p *Page) action(g action.Group, a action.Action, here item) {
	t := p.env.Text
	text := lang.Inert(a.Text)
	if code := proof.Measure(g, a); code != "" {
		text = code + ": " + text
	}
	if a.Target != "" {
		text += " · " + lang.Fill(t.Action.Target, "text", lang.Inert(a.Target))
	}
	p.choose("   ", text, nil, here)
	came := t.Action.NoRealised
	if a.Realised != "" {
		came = lang.Fill(t.Action.Realised, "text", lang.Inert(a.Realised))
	}
	if a.Source != "" {
		came += " · " + lang.Fill(t.Action.Source, "text", lang.Inert(a.Source))
	}
	p.under("     ", came)
	if len(a.Evidence) == 0 {
		p.under("     ", t.Action.NoEvidence)
	}
	for _, e := range a.Evidence {
		here.piece = e.ID
		p.seen[e.ID] = true
		text := proof.Piece(t, e)
		if f, ok := p.check.Data[e.ID]; ok {
			text += " · " + proof.Found(t, f)
		}
		p.choose("     · ", text, nil, here)
	}
}

// choose adds a thing, wrapped: its first line can be chosen.
func (p *Page) choose(first, text string, style func(...string) string, i item) {
	indent := ansi.StringWidth(first)
	room := max(10, p.width-pane.Marker-indent)
	for n, line := range strings.Split(ansi.Wrap(text, room, ""), "\n") {
		if style != nil {
			line = style(line)
		}
		if n == 0 {
			p.lines.Choose(first+line, i)
		} else {
			p.lines.Add(strings.Repeat(" ", pane.Marker+indent) + line)
		}
	}
}

// under says something of the thing above it.
func (p *Page) under(indent, text string) {
	indent += strings.Repeat(" ", pane.Marker)
	for _, line := range strings.Split(ansi.Wrap(text, max(10, p.width-len(indent)), ""), "\n") {
		p.lines.Add(indent + p.env.Styles.Dim.Render(line))
	}
}
