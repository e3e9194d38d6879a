package person

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/lang/span"
	"kinerja/ui/widget/pane"
)

// profile says who this is: name and number, position and place, evaluator.
func (p *Page) profile() []string {
	t, s, pr := p.env.Text, p.env.Styles, p.data.Data.profile
	name := p.Title()
	number := lang.Fill(t.Person.Number, "nip", lang.Inert(pr.Employee.Number.Grouped()))
	space := p.width - 1 - ansi.StringWidth(name) - ansi.StringWidth(number)
	var lines []string
	if space >= 2 {
		lines = append(lines, " "+s.Header.Render(name)+strings.Repeat(" ", space)+number)
	} else {
		for _, part := range p.wrapTo(name, p.width) {
			lines = append(lines, s.Header.Render(part))
		}
		lines = append(lines, p.wrapTo(number, p.width)...)
	}
	post, ok := p.shownPost()
	if !ok {
		lines = append(lines, p.wrapTo(t.Person.NoPost, p.width)...)
	} else {
		lines = append(lines, p.wrapTo(p.position(post)+" · "+p.path(post.Unit)+p.days(), p.width)...)
	}
	lines = append(lines, p.wrapTo(p.employment(), p.width)...)
	if !pr.Employee.Left.IsZero() {
		left := lang.Fill(t.Person.Left, "date", t.Date(pr.Employee.Left))
		for _, part := range p.wrapTo(left, p.width) {
			lines = append(lines, s.Warning.Render(part))
		}
	}
	return lines
}

// employment is the kind of employment and the grade, then who evaluates.
func (p *Page) employment() string {
	t, pr := p.env.Text, p.data.Data.profile
	evaluator := lang.None
	if post, ok := p.shownPost(); ok && pr.Names[post.Evaluator] != "" {
		evaluator = lang.Inert(pr.Names[post.Evaluator])
	} else if pr.Evaluator.Name != "" && (!ok || post.Evaluator == pr.Evaluator.ID) {
		evaluator = lang.Inert(pr.Evaluator.FullName())
	}
	parts := []string{t.EmployeeKind(pr.Employee.Kind)}
	if pr.Employee.Grade != "" {
		parts = append(parts, lang.Inert(pr.Employee.Grade))
	}
	return strings.Join(append(parts, lang.Fill(t.Person.Evaluator, "name", evaluator)), " · ")
}

// shownPost is the post of the result on show, where and under whom it was reached;
// else the main one.
func (p *Page) shownPost() (model.Post, bool) {
	if r, ok := p.chosen(); ok {
		for _, post := range p.data.Data.profile.Posts {
			if post.ID == r.Plan.Post {
				return post, true
			}
		}
	}
	return p.mainPost()
}

// days is, behind a place, on which days of the period on show the post was held
// there; "" for all of them.
func (p *Page) days() string {
	r, ok := p.chosen()
	if !ok {
		return ""
	}
	if first, last, split := r.Plan.Span(period(r)); split {
		return " (" + span.Days(p.env.Text, first, last) + ")"
	}
	return ""
}

// mainPost is the post that stands for the person: today's, else the newest.
func (p *Page) mainPost() (model.Post, bool) {
	posts := p.data.Data.profile.Posts
	today := model.DateOf(p.env.Now(), p.data.Data.profile.Unit.Zone)
	if post, ok := model.MainPost(posts, today, today); ok {
		return post, true
	}
	return model.MainPost(posts, 0, 9999_12_31)
}

// position is what a post is called, with "acting" before it.
func (p *Page) position(post model.Post) string {
	name := lang.Inert(post.Position)
	if post.Acting {
		name = p.env.Text.Person.Acting + " " + name
	}
	return name
}

// path is a unit with the units above it, itself first.
func (p *Page) path(id model.UnitID) string {
	var names []string
	for _, u := range p.data.Data.units.Path(id) {
		names = append([]string{lang.Inert(u.Name)}, names...)
	}
	if len(names) == 0 {
		return lang.None
	}
	return strings.Join(names, ", ")
}

// posts is every post held, newest first.
func (p *Page) posts() []string {
	t, s := p.env.Text, p.env.Styles
	var lines []string
	for _, post := range p.data.Data.profile.Posts {
		if post.Void {
			continue
		}
		text := p.position(post) + ", " + p.unit(post.Unit)
		if held := p.held(post); held != "" {
			text += " (" + held + ")"
		}
		lines = append(lines, p.item(text)...)
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]string{" " + s.Header.Render(t.Person.Posts)}, lines...)
}

// held says from when to when a post was or is held.
func (p *Page) held(post model.Post) string {
	t := p.env.Text
	switch {
	case post.From.IsZero() && post.To.IsZero():
		return ""
	case post.From.IsZero():
		return lang.Fill(t.Person.Until, "to", t.Date(post.To))
	case post.To.IsZero():
		return lang.Fill(t.Person.Since, "from", t.Date(post.From))
	}
	return lang.Fill(t.Person.FromTo, "from", t.Date(post.From), "to", t.Date(post.To))
}

func (p *Page) unit(id model.UnitID) string {
	if u, ok := p.data.Data.units[id]; ok {
		return lang.Inert(u.Name)
	}
	return lang.None
}

// item is one entry of a list in the side pane, its later lines set in.
func (p *Page) item(text string) []string {
	width := p.width
	if p.wide() {
		width = sideWidth
	}
	return pane.Hang(text, width, 2, 4)
}
