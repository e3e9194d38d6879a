package users

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model/user"
	"kinerja/ui/lang"
)

// failed counts the wrong tries since somebody was here last; "" where nobody tells
// whoever works here, or there were none.
func (p *Page) failed(u user.Row) string {
	if !p.data.Data.Keeps || u.Failed == 0 {
		return ""
	}
	return p.env.Text.Count(u.Failed)
}

// last is when somebody came in last.
func (p *Page) last(u user.Row) string {
	switch t := p.env.Text; {
	case !p.data.Data.Keeps:
		return ""
	case u.Last.IsZero():
		return t.Door.Users.Never
	default:
		return t.Moment(u.Last.In(p.env.Now().Location()), p.env.Now())
	}
}

// door says when somebody came in last, how often somebody tried in vain since then,
// and whether the PIN is theirs yet.
func (p *Page) door(u user.Row) []string {
	t, list := p.env.Text, []string(nil)
	w := t.Door.Users
	if p.data.Data.Keeps && !u.Closed {
		said, tries := w.NeverIn, w.FailedEver
		if !u.Last.IsZero() {
			said, tries = lang.Fill(w.LastIn, "at", p.last(u)), t.Door.Failed
		}
		if list = append(list, said); u.Failed > 0 {
			list = append(list, t.Plural(tries, u.Failed))
		}
	}
	if u.Temporary && !u.Closed {
		list = append(list, w.TemporaryHow)
	}
	if len(list) == 0 {
		return nil
	}
	return strings.Split(ansi.Wordwrap(strings.Join(list, " "), max(8, p.width), ""), "\n")
}

// doors is how many lines that takes of whoever it takes most.
func (p *Page) doors() (n int) {
	for _, u := range p.data.Data.Users {
		n = max(n, len(p.door(u)))
	}
	return n
}
