package door

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/over"
	"kinerja/ui/widget/sealed"
	"kinerja/ui/widget/word"
)

// Head is the top line: that a program is here, and who works, if anybody does, or
// whose PIN is asked for; no more.
func (d *Door) Head() (left, right string) {
	w := d.Env.Text.Door
	switch {
	case d.step == renewing:
		return w.Program, lang.Fill(d.Env.Text.Voice.PIN, "name", lang.Inert(d.guest.Actor.Name))
	case d.step == asking && d.who.User != "" && d.who.ID != d.Own.ID:
		return w.Program, lang.Fill(d.Env.Text.Voice.PIN, "name", lang.Inert(d.who.Name))
	case d.Own.Name == "":
		return w.Program, ""
	}
	right = lang.Inert(d.Own.Name)
	if role := d.role(d.Own); role != "" {
		right += " (" + role + ")"
	}
	if d.For == Lock {
		right = lang.Fill(w.Locked, "name", right)
	}
	return w.Program, right
}

// title and how say what is asked.
func (d *Door) title() (title, how string) {
	w := d.Env.Text.Door
	name := lang.Inert(d.who.Name)
	switch d.step {
	case forgot:
		return w.ForgottenTitle, w.ForgottenHow
	case recover:
		return w.CodeTitle, w.CodeHow
	case renewing:
		return w.New, w.NewHow
	case sealing:
		return w.Sealed, w.SealedHow
	}
	switch {
	case d.For == Switch && d.step == asking && d.who.User != "":
		return w.Switch, name + " (" + d.role(d.who) + ")"
	case d.For == Switch:
		return w.Switch, w.SwitchHow
	case d.For == Show:
		return w.Show, lang.Fill(w.ShowHow, "name", name)
	case d.For == Lock && d.who.User != "":
		return w.Lock, lang.Fill(w.LockHow, "name", name)
	}
	return w.Login, w.LoginHow
}

// Body covers the page.
func (d *Door) Body(width, height int) (string, bool) {
	s := d.Env.Styles
	title, how := d.title()
	lines := []string{s.Title.Render(title)}
	if height > 12 {
		lines = append([]string{""}, append(lines, "")...)
	}
	for line := range strings.SplitSeq(ansi.Wordwrap(how, max(8, min(width, 78)), ""), "\n") {
		if line != "" || height > 12 {
			lines = append(lines, s.Text.Render(line))
		}
	}
	if height > 10 {
		lines = append(lines, "")
	}
	switch {
	case d.step == choosing:
		lines = append(lines, d.listed(width, height-len(lines))...)
	case d.form != nil:
		if d.step == sealing {
			lines = append(lines, sealed.Lines(s, d.code, width)...)
			if height > 12 {
				lines = append(lines, "")
			}
		}
		lines = append(lines, strings.Split(d.form.View(min(width, 78), max(2, height-len(lines))), "\n")...)
	}
	return strings.Join(lines, "\n"), true
}

// listed draws the people who may come in, and the line for somebody else.
func (d *Door) listed(width, room int) (lines []string) {
	t, s := d.Env.Text, d.Env.Styles
	if d.people.Err != nil {
		return []string{ansi.Wordwrap(t.Error(d.people.Err), max(1, width), "")}
	}
	if !d.people.Have {
		return []string{t.Edit.Reading}
	}
	names := []string{}
	for _, p := range d.others() {
		names = append(names, lang.Inert(p.Name)+" ("+d.role(p)+")")
	}
	if len(names) == 0 {
		lines, room = append(lines, s.Dim.Render(ansi.Truncate(t.Door.Nobody, width, s.Glyphs.Ellipsis)), ""), room-2
	}
	names = append(names, t.Door.OtherName)
	first := max(0, min(d.at-max(1, room)+1, len(names)-1))
	for i := first; i < min(len(names), first+max(1, room)); i++ {
		sign, style := "  ", s.Text
		if i == d.at {
			sign, style = s.Glyphs.Cursor+" ", s.Chosen
		}
		lines = append(lines, style.Render(ansi.Truncate(sign+names[i], max(1, width), s.Glyphs.Ellipsis)))
	}
	return lines
}

// role names the role that somebody works in.
func (d *Door) role(p Person) string {
	env := d.Env
	env.Me.Roles = p.Roles
	return env.RoleName()
}

// Line stands above the keys.
func (d *Door) Line() string {
	w := d.Env.Text.Door
	until, waits := d.held()
	switch {
	case d.asks != "":
		return d.asks
	case d.busy():
		return w.Checking
	case waits && d.said == "":
		return cmp.Or(word.Waiting(d.Env.Text, d.Env.Now(), until), w.TryNow)
	}
	return d.said
}

// Foot says what keys do.
func (d *Door) Foot() []over.Hint {
	w, t, k := d.Env.Text.Door, d.Env.Text.Over, d.Env.Keys
	if d.asks != "" {
		return []over.Hint{d.key(k.Yes, t.Yes), {Name: t.No, Binding: k.Esc}}
	}
	list := []over.Hint{{Label: k.Now(k.Enter, d.Typing()), Name: d.enters(), Binding: k.Enter}}
	switch d.step {
	case choosing:
		return append(list, over.Hint{Label: k.Now(k.Up, true) + "/" + k.Now(k.Down, true), Name: w.Choose}, d.key(k.Esc, w.Back))
	case sealing:
		return list
	case asking:
		if d.canOther() {
			list = append(list, d.key(k.Tab, w.Other))
		}
		list = append(list, over.Hint{Label: "F1", Name: w.Forgotten, Binding: k.Help})
	}
	leave := w.Back
	if d.step == asking && (d.For == Login || d.For == Lock && (d.who.User != "" || d.Own.User == "")) {
		leave = w.Leave
	}
	return append(list, d.key(k.Esc, leave))
}

func (d *Door) key(b key.Binding, name string) over.Hint {
	return over.Hint{Label: d.Env.Keys.Now(b, d.Typing()), Name: name, Binding: b}
}

// enters says what Enter leads to.
func (d *Door) enters() string {
	w := d.Env.Text.Door
	switch {
	case d.step == choosing:
		return w.Choose
	case d.step == forgot:
		return w.TypeCode
	case d.step != asking:
		return w.Next
	case d.For == Lock && d.who.User != "":
		return w.Open
	case d.For == Show:
		return w.Stop
	}
	return w.Enter
}
