// Package confide says what there is to say of support: the blank request, whom to
// call in danger, what may be known of a case, and a case as the counsellor reads it.
package confide

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model/support"
	"kinerja/ui/lang"
)

// sheetWidth is how wide the form is on paper.
const sheetWidth = 76

// Danger is what is said for danger, and whether anybody checked it.
func Danger(t *lang.Texts, e support.Emergency) []string {
	w := t.Support.Page
	text := lang.Fill(w.DangerText, "hotline", lang.Inert(e.Hotline))
	switch {
	case e.Danger != "":
		text = strings.TrimSpace(lang.Inert(e.Danger + " " + e.Hotline))
	case e.Hotline == "":
		text = w.DangerAlone
	}
	if e.Checked != "" {
		return []string{text, lang.Fill(w.Checked, "who", lang.Inert(e.Checked))}
	}
	return []string{text, w.Unchecked}
}

// Pair is a name with its value.
type Pair struct{ Name, Value string }

// Address is where the counsellor is found: what is known of it.
func Address(t *lang.Texts, c support.Contact) (list []Pair) {
	f := t.Support.Fields
	for _, p := range []Pair{{f.Name, c.Name}, {f.Place, c.Place}, {f.Hours, c.Hours}, {f.Phone, c.Phone}} {
		if p.Value != "" {
			list = append(list, Pair{p.Name, lang.Inert(p.Value)})
		}
	}
	return list
}

// Form is the blank request for support, ready to be printed. It knows nothing of
// whoever prints it; the counsellor's address stands on it where it is known.
func Form(t *lang.Texts, c support.Contact, e support.Emergency) (lines []string) {
	w, f := t.Support.Sheet, t.Support.Fields
	add := func(text string) { lines = append(lines, strings.Split(ansi.Wordwrap(text, sheetWidth, ""), "\n")...) }
	gap := func() { lines = append(lines, "") }
	wide := 0
	for _, n := range []string{f.Name, f.Place, f.Hours, f.Phone, f.Unit, w.Reach, w.When, w.Date, w.Signed} {
		wide = max(wide, ansi.StringWidth(n))
	}
	pair := func(name, value string) {
		if value == "" {
			value = strings.Repeat(".", sheetWidth-wide-3)
		}
		head := name + strings.Repeat(" ", wide-ansi.StringWidth(name)) + " : "
		for line := range strings.SplitSeq(ansi.Wordwrap(lang.Inert(value), sheetWidth-wide-3, ""), "\n") {
			lines = append(lines, head+line)
			head = strings.Repeat(" ", wide+3)
		}
	}
	add(w.Title)
	gap()
	add(w.To)
	pair(f.Name, c.Name)
	pair(f.Place, c.Place)
	pair(f.Hours, c.Hours)
	pair(f.Phone, c.Phone)
	gap()
	add(w.Hand)
	gap()
	add(w.From)
	pair(f.Name, "")
	pair(f.Unit, "")
	pair(w.Reach, "")
	pair(w.When, "")
	gap()
	add(w.About)
	for range 5 {
		lines = append(lines, strings.Repeat(".", sheetWidth))
	}
	gap()
	add(w.Allow)
	for _, b := range w.Boxes {
		add("  [   ] " + b)
	}
	add(w.Consent)
	gap()
	pair(w.Date, "")
	pair(w.Signed, "")
	gap()
	for _, text := range Danger(t, e) {
		add(text)
	}
	return lines
}

// Allowed says what may be known, and to whom: "Evaluator: …; Team: …".
func Allowed(t *lang.Texts, a support.Allow) string {
	w := t.Support
	var list []string
	for _, who := range support.Audiences() {
		var what []string
		for _, k := range a.To(who).Words() {
			what = append(what, w.Known[k])
		}
		if len(what) > 0 {
			list = append(list, lang.Fill(w.Told.To, "who", w.Audiences[who.String()], "what", strings.Join(what, ", ")))
		}
	}
	if len(list) == 0 {
		return w.Told.Nothing
	}
	return strings.Join(list, "; ")
}

// Telling is what an audience may be told of a case now.
func Telling(t *lang.Texts, c support.Case, who support.Audience) string {
	w, told := t.Support, c.Tell(who)
	var what []string
	if told.Made {
		what = append(what, w.Told.Made)
	}
	if told.Counts {
		what = append(what, lang.Fill(w.Told.Attended, "n", t.Count(told.Attended)))
	}
	if told.Ends && told.Finished {
		what = append(what, w.Told.Finished)
	} else if told.Ends {
		what = append(what, w.Told.Open)
	}
	return lang.Fill(w.Told.To, "who", w.Audiences[who.String()], "what", cmp.Or(strings.Join(what, ", "), w.Told.Nothing))
}

// Part is one part of a case, with its lines.
type Part struct {
	Head  string
	Lines []string
}

// Head is the line above a case.
func Head(t *lang.Texts, c support.Case) string {
	return lang.Fill(t.Support.Case.Head, "code", c.ID.Code(), "state", t.Support.States[c.State.String()], "opened", t.Date(c.Opened))
}

// Parts is a case as its counsellor reads it.
func Parts(t *lang.Texts, c support.Case) (list []Part) {
	w, f := t.Support.Case, t.Support.Fields
	add := func(head string, lines ...string) {
		var kept []string
		for _, l := range lines {
			for line := range strings.SplitSeq(l, "\n") {
				if line = lang.Inert(line); strings.TrimSpace(line) != "" {
					kept = append(kept, line)
				}
			}
		}
		if len(kept) > 0 {
			list = append(list, Part{head, kept})
		}
	}
	p := c.Person
	for _, x := range []Pair{{f.Name, p.Name}, {f.NIP, p.Number}, {f.Position, p.Position}, {f.Unit, p.Unit}, {f.Contact, p.Contact}} {
		add(x.Name, x.Value)
	}
	add(f.By, cmp.Or(c.By, w.OwnRequest))
	add(f.About, c.About)
	add(f.Allow, Allowed(t, c.Allow))
	var meetings, notes, acts []string
	for _, m := range c.Meetings {
		if !m.Held {
			meetings = append(meetings, lang.Fill(w.Planned, "on", t.Date(m.On)))
			continue
		}
		meetings = append(meetings, lang.Fill(w.Session, "on", t.Date(m.On)), indented(m.Note))
	}
	add(f.Sessions, meetings...)
	add(f.Plan, c.Plan)
	for _, n := range c.Notes {
		notes = append(notes, t.Date(n.On), indented(n.Text))
	}
	add(f.Notes, notes...)
	add(f.Outcome, t.Support.Outcomes[c.Outcome.String()])
	add(f.Onward, c.Onward)
	for _, a := range c.Acts {
		acts = append(acts, lang.Fill(w.Act, "on", t.Date(a.On), "act", t.Support.Acts[a.Name]))
		if a.Paper != "" {
			acts = append(acts, indented(lang.Fill(w.Paper, "paper", a.Paper)))
		}
		if a.Name == support.Consent {
			acts = append(acts, indented(Allowed(t, a.Allow)))
		}
		acts = append(acts, indented(a.Reason))
	}
	add(f.Acts, acts...)
	var telling []string
	for _, who := range support.Audiences() {
		telling = append(telling, Telling(t, c, who))
	}
	add(f.Tell, telling...)
	return list
}

func indented(text string) string {
	if text == "" {
		return ""
	}
	return "  " + strings.ReplaceAll(text, "\n", "\n  ")
}
