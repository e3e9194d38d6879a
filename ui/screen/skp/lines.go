package skp

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
	"kinerja/ui/lang/turn"
	"kinerja/ui/widget/pane"
)

// kind says what a line of the page is about.
type kind uint8

const (
	onOutcome   kind = iota
	onMeasure        // of a result, or of none
	onBehaviour      // one of the seven values
	onPart           // the head of one list of the annex
	onLine           // one line of it
)

// item is one thing of the plan that can be written.
type item struct {
	kind kind
	id   model.ElementID // of the result, measure, value or line
	part planning.Part
	text string
}

// lay lays the plan out anew; the cursor stays on what it was on.
func (p *Page) lay() {
	at, t, f := p.lines.Chosen(), p.env.Text, p.form()
	was := p.lines.Len() > 0
	l := &p.lines
	l.Clear()
	l.Say(lang.Inert(f.Post.Position)+" · "+lang.Inert(f.Unit)+" · "+t.PlanState(f.Plan.State), p.width)
	l.Say(turn.Of(t, f), p.width)
	if steps := p.steps(); steps != "" {
		l.Say(p.env.Styles.Dim.Render(p.env.Keys.Now(p.env.Keys.Palette, true)+": "+steps), p.width)
	}
	if w, ok := planning.Last(f.Plan, planning.Return); ok && f.Plan.State == model.PlanReturned {
		l.Say(p.env.Styles.Warning.Render(said.PlanAct(t, w, f.Names)), p.width)
	}
	if lacks := planning.Lacks(f.Plan); planning.Open(f.Plan.State) && len(lacks) > 0 {
		l.Say(t.Error(&planning.LackError{Lacks: lacks}), p.width)
	}
	for _, h := range f.Hints() {
		if h != planning.NoOutcomes { // said where the results would stand
			l.Say(p.env.Styles.Dim.Render(t.SKP.Hints[h.String()]), p.width)
		}
	}
	p.layResults()
	p.layRest()
	room := l.Room(p.height)
	if !was {
		l.Settle(room)
		return
	}
	if p.put != nil { // what was added: the cursor, and with it the view, goes there
		at = *p.put
	}
	l.Settle(room, func(i item) bool { return i.kind == at.kind && i.id == at.id && i.part == at.part }, func(i item) bool { return i.kind == at.kind })
}

func (p *Page) head(text string) {
	p.lines.Add("")
	p.lines.Add(p.env.Styles.Header.Render(text))
}

// choose adds a thing, wrapped: its first line can be chosen.
func (p *Page) choose(first, text string, i item) {
	indent := ansi.StringWidth(first)
	room := max(10, p.width-pane.Marker-indent)
	for n, line := range strings.Split(ansi.Wordwrap(lang.Inert(text), room, ""), "\n") {
		if n == 0 {
			p.lines.Choose(first+line, i)
		} else {
			p.lines.Add(strings.Repeat(" ", pane.Marker+indent) + line)
		}
	}
}

// layResults lays out the results with their measures.
func (p *Page) layResults() {
	t, f := p.env.Text, p.form()
	mains, additional := planning.Split(f.Plan.Outline.Outcomes)
	number := 0
	for _, part := range []struct {
		title string
		list  []model.Outcome
	}{{t.SKP.Main, mains}, {t.SKP.Additional, additional}} {
		if len(part.list) == 0 {
			continue
		}
		p.head(part.title)
		for _, x := range part.list {
			number++
			p.choose(strconv.Itoa(number)+". ", x.Text, item{kind: onOutcome, id: x.ID, text: x.Text})
			serves := t.SKP.ServesNothing
			if list := f.Serves(x); len(list) > 0 {
				serves = lang.Fill(t.SKP.Serves, "text", lang.Inert(strings.Join(list, "; ")))
			}
			if !x.Additional || len(f.Serves(x)) > 0 {
				p.under(serves)
			}
			measures := planning.MeasuresOf(f.Plan, x.ID)
			if len(measures) == 0 {
				p.under(t.SKP.NoMeasures)
			}
			p.layMeasures(measures)
		}
	}
	if number == 0 {
		p.head(t.SKP.Main)
		p.lines.Say(t.SKP.NoOutcomes, p.width)
	}
	if list := planning.MeasuresOf(f.Plan, ""); len(list) > 0 {
		p.head(t.SKP.Unplaced)
		p.layMeasures(list)
	}
}

// under says something of the thing above it.
func (p *Page) under(text string) {
	for _, line := range strings.Split(ansi.Wordwrap(text, max(10, p.width-5), ""), "\n") {
		p.lines.Add("     " + p.env.Styles.Dim.Render(line))
	}
}

func (p *Page) layMeasures(list []model.Measure) {
	t, o := p.env.Text, p.form().Plan.Outline
	for _, m := range list {
		g := m.Gauge
		target := t.Target(g) + " " + t.Unit(g.Unit)
		if o.InWords(m.ID) {
			target = t.SKP.Qualitative
		}
		text := strings.Join([]string{lang.Inert(g.Code), lang.Inert(g.Name.In(t.Code)), strings.TrimSpace(target), t.Aspect(g.Aspect), lang.Fill(t.SKP.Page.Weighs, "n", t.Number(g.Weight))}, " · ")
		p.choose("   ", text, item{kind: onMeasure, id: m.ID, text: g.Code})
		if words := o.Yardstick(m.ID).Text; words != "" {
			p.under(lang.Fill(t.SKP.InWords, "text", lang.Inert(words)))
		}
	}
}

// layRest lays out behaviour, annex, agreements and what was done.
func (p *Page) layRest() {
	t, f := p.env.Text, p.form()
	o := f.Plan.Outline
	p.head(t.SKP.Behaviour)
	for _, b := range rules.Behaviours() {
		text := planning.Behaviour(o, b.Code)
		p.choose("", b.Name.In(t.Code), item{kind: onBehaviour, id: model.ElementID(b.Code), text: text})
		for _, g := range b.Guides {
			p.under("· " + g.In(t.Code))
		}
		if text != "" {
			p.under(lang.Fill(t.SKP.Expects, "text", lang.Inert(text)))
		}
	}
	p.head(t.SKP.Annex)
	for part := range planning.Parts {
		list := *planning.List(&o.Annex, part)
		name := t.SKP.Parts[part]
		if len(list) == 0 {
			name += ": " + t.SKP.NoLines
		}
		p.choose("", name, item{kind: onPart, part: part})
		for n, line := range list {
			p.choose("  "+strconv.Itoa(n+1)+". ", line.Text, item{kind: onLine, id: line.ID, part: part, text: line.Text})
		}
	}
	if len(f.Plan.Agreements) > 0 {
		p.head(t.SKP.Agreements)
		for i, a := range f.Plan.Agreements {
			p.lines.Say(t.Agreement(t.Plan.Agreement, i+1, a, planning.Said(f.Plan, a)), p.width)
		}
	}
	if len(f.Plan.Words) > 0 {
		p.head(t.SKP.States)
		for _, w := range f.Plan.Words {
			p.lines.Say(said.PlanAct(t, w, f.Names), p.width)
		}
	}
}

// steps names what can be done next by the menu alone.
func (p *Page) steps() string {
	var names []string
	for _, s := range p.menu() {
		if p.whyNot(s.step) == "" {
			names = append(names, s.name)
		}
	}
	return strings.Join(names, " · ")
}
