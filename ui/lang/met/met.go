// Package met says how a briefing or training went, on screen and on the command
// line in the same words.
package met

import (
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/listing"
	"kinerja/model/session"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
	"kinerja/ui/lang/span"
)

// Kind is what a session is for.
func Kind(t *lang.Texts, s session.Session) string { return t.Session.Kinds[s.Kind.String()] }

// State is how far it has come.
func State(t *lang.Texts, s session.Session) string { return t.Session.States[s.State.String()] }

// Head is a session in one line: what, how far, when.
func Head(t *lang.Texts, s session.Session) string {
	return strings.Join([]string{Kind(t, s), State(t, s), Days(t, s)}, " · ")
}

// Days are the days of a session.
func Days(t *lang.Texts, s session.Session) string {
	if s.From == s.To {
		return t.Date(s.From)
	}
	return span.Short(t, s.From, s.To) + " " + strconv.Itoa(s.To.Year())
}

// About are the facts of a session that were filled in, one after the other.
func About(t *lang.Texts, r session.Row) (list []string) {
	w := t.Session
	add := func(given, text, name string) {
		if strings.TrimSpace(given) != "" {
			list = append(list, lang.Fill(text, name, lang.Inert(strings.ReplaceAll(given, "\n", " "))))
		}
	}
	if r.UnitName != "" {
		list = append(list, lang.Inert(r.UnitName))
	}
	if r.Instrument != "" {
		list = append(list, lang.Fill(w.About, "code", lang.Inert(r.Explained), "version", r.Version))
	}
	add(r.Session.Code, w.Measure, "code")
	if r.Session.Hours > 0 {
		list = append(list, lang.Fill(w.Hours, "hours", t.Number(r.Session.Hours)))
	}
	add(r.Place, w.Place, "place")
	add(r.Speaker, w.Speaker, "name")
	add(r.Material, w.Material, "text")
	add(r.FollowUp, w.FollowUp, "text")
	return list
}

// Counts is how the list of a session stands; "" where nobody is on it.
func Counts(t *lang.Texts, s session.Session) string {
	w, c := t.Session, s.Count()
	if c.Registered == 0 {
		return ""
	}
	all := t.Count(c.Registered)
	list := []string{lang.Fill(w.Count, "came", t.Count(c.Came), "all", all)}
	if s.Kind == session.Briefing {
		list = append(list, lang.Fill(w.Told, "told", t.Count(c.Told), "all", all))
	}
	if c.Passed > 0 {
		list = append(list, lang.Fill(w.Passed, "passed", t.Count(c.Passed), "all", all))
	}
	return strings.Join(list, " · ")
}

// Gain is what the test shows, with the number of people that it stands on; "" where
// no test is held.
func Gain(t *lang.Texts, cuts gain.Cuts, s session.Session) string {
	if s.Most == 0 {
		return ""
	}
	w := t.Session
	d, err := s.Gain()
	if err != nil {
		return w.NoGain
	}
	text := lang.Fill(w.Gain, "gain", t.Number(d.Value())+" "+t.Gain.Bands[cuts.Band(d)], "pre", t.Number(d.Pre), "post", t.Number(d.Post), "most", t.Number(d.Max), "people", t.Plural(w.GainOf, d.Pupils))
	if d.LeftOut > 0 {
		text += " · " + t.Plural(w.GainOut, d.LeftOut)
	}
	return text
}

// Presence says whether somebody came.
func Presence(t *lang.Texts, s session.Session, a session.Attendee) string {
	switch {
	case a.Came:
		return t.Session.Came
	case s.State == session.Done:
		return t.Session.Missed
	}
	return t.Session.Absent
}

// Told says when somebody said that it was explained to them, and how that is known.
func Told(t *lang.Texts, r session.Row, a session.Attendee) string {
	if r.Session.Kind != session.Briefing {
		return lang.None // a training explains no instrument
	}
	if a.Told.On.IsZero() {
		return t.Session.NotTold
	}
	return said.After(t, lang.Fill(t.Session.ToldOn, "on", t.Date(a.Told.On)), a.Told, r.Names[a.Told.By])
}

// Bound is how many lesson hours a year somebody is to come to; "" for who has no
// bound.
func Bound(t *lang.Texts, l session.Learner) string {
	n, most := l.Bound()
	if n == 0 {
		return ""
	}
	text := t.Session.Least
	if most {
		text = t.Session.Most
	}
	text = lang.Fill(text, "n", n)
	switch {
	case l.Within():
		return text
	case most:
		return text + ", " + t.Session.Over
	}
	return text + ", " + t.Session.Short
}

// Explained says whether somebody was told how they are measured.
func Explained(t *lang.Texts, l session.Learner) string {
	switch {
	case l.Instrument.ID == "":
		return t.Session.NoInstrument
	case l.Told:
		return t.Session.Explained
	}
	return t.Session.Must
}

// Measured is by which version of which instrument somebody is measured.
func Measured(l session.Learner) string {
	if l.Instrument.ID == "" {
		return lang.None
	}
	return lang.Fill("{code} v{version}", "code", lang.Inert(l.Instrument.Code), "version", l.Instrument.Version)
}

// Cover says how many people still must be told in a period.
func Cover(t *lang.Texts, list []session.Learner, p model.Period) string {
	w, n := t.Session, session.Waiting(list)
	switch {
	case len(list) == 0:
		return lang.Fill(w.Nobody, "period", t.Period(p))
	case n == 0:
		return lang.Fill(w.AllTold, "all", t.Count(len(list)), "period", t.Period(p))
	}
	return lang.Fill(w.Waiting, "n", t.Count(n), "all", t.Count(len(list)), "period", t.Period(p))
}

// Unverified says where the bounds of the lesson hours come from.
func Unverified(t *lang.Texts, b session.Bounds) string {
	return lang.Fill(t.Session.Unverified, "least", b.LeastPNS, "most", b.MostPPPK)
}

// Untold says to whom nobody explained the instrument by which they are rated; "" where
// it was explained to all.
func Untold(t *lang.Texts, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return t.Plural(t.Session.WarnMany, len(names), "names", lang.Inert(strings.Join(names, "; ")))
}

// WeakHead says which measures are listed, or that there is none.
func WeakHead(t *lang.Texts, bound model.Number, least int, p model.Period, any bool) string {
	text := t.Session.CLI.WeakNone
	if any {
		text = t.Session.CLI.WeakHead
	}
	return lang.Fill(text, "bound", t.Number(bound), "least", t.Count(least), "period", t.Period(p))
}

// Names are those who do not reach a measure, the weakest first.
func Names(w session.Weak, names map[model.EmployeeID]string) string {
	var list []string
	for _, e := range w.Below {
		list = append(list, names[e])
	}
	return strings.Join(list, "; ")
}

// Weak lists the measures that several people do not reach.
func Weak(t *lang.Texts, list []session.Weak, names map[model.EmployeeID]string) listing.Table {
	h := t.Session.Columns
	return listing.Table{
		Columns: []listing.Column{{Name: h.Code, Field: "code"}, {Name: h.Below, Field: "below", Kind: listing.Number}, {Name: h.People, Field: "people", Kind: listing.Number}, {Name: h.Who, Field: "who"}},
		Rows: listing.Each(listing.All(list), func(w session.Weak) []listing.Value {
			return []listing.Value{{Text: w.Code}, {Number: number(len(w.Below))}, {Number: number(w.People)}, {Text: Names(w, names)}}
		}),
	}
}

func number(n int) model.Amount { return model.Some(model.Int(int64(n))) }

func yes(t *lang.Texts, b bool) listing.Value {
	if b {
		return listing.Value{Text: t.Session.Yes, Word: "yes"}
	}
	return listing.Value{Word: "no"}
}

// Sessions lists sessions, in the order given.
func Sessions(t *lang.Texts, list []session.Row) listing.Table {
	h := t.Session.Columns
	return listing.Table{
		Columns: []listing.Column{
			{Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: h.Date, Field: "from", Kind: listing.Date}, {Name: "to", Field: "to", Kind: listing.Date, Hidden: true},
			{Name: h.Kind, Field: "kind"}, {Name: h.Topic, Field: "name"}, {Name: h.Unit, Field: "unit"}, {Name: h.State, Field: "state"},
			{Name: "registered", Field: "registered", Kind: listing.Number, Hidden: true}, {Name: h.Came, Field: "came", Kind: listing.Number}, {Name: h.Told, Field: "told", Kind: listing.Number},
			{Name: h.Hours, Field: "hours", Kind: listing.Number},
		},
		Rows: listing.Each(listing.All(list), func(r session.Row) []listing.Value {
			c := r.Count()
			return []listing.Value{
				{Text: string(r.ID)}, {Date: r.From}, {Date: r.To}, {Text: Kind(t, r.Session), Word: r.Session.Kind.String()}, {Text: r.Topic}, {Text: r.UnitName},
				{Text: State(t, r.Session), Word: r.Session.State.String()}, {Number: number(c.Registered)}, {Number: number(c.Came)}, {Number: number(c.Told)}, {Number: model.Some(r.Session.Hours)},
			}
		}),
	}
}

// People lists the people of a session.
func People(t *lang.Texts, r session.Row) listing.Table {
	h := t.Session.Columns
	return listing.Table{
		Columns: []listing.Column{
			{Name: "employee", Field: "employee", Kind: listing.Identifier, Hidden: true}, {Name: t.CLI.Columns.NIP, Field: "nip", Kind: listing.Identifier, Hidden: true},
			{Name: h.Name, Field: "name"}, {Name: h.Position, Field: "position"}, {Name: h.Presence, Field: "came"}, {Name: h.Acknowledged, Field: "told"},
			{Name: "told_on", Field: "told_on", Kind: listing.Date, Hidden: true}, {Name: "document", Field: "document", Hidden: true},
			{Name: h.Before, Field: "pre", Kind: listing.Number}, {Name: h.After, Field: "post", Kind: listing.Number}, {Name: h.Passed, Field: "passed"},
		},
		Rows: listing.Each(listing.All(r.People), func(a session.Attendee) []listing.Value {
			came, told, how := yes(t, a.Came), listing.Value{Text: Told(t, r, a), Word: "no"}, [...]string{model.Own: "own", model.Recorded: "recorded", model.Signed: "signed"}[a.Told.Via]
			if came.Text = Presence(t, r.Session, a); !a.Told.On.IsZero() {
				told.Word = how
			}
			return []listing.Value{
				{Text: string(a.Employee)}, {Text: string(r.Staff[a.Employee].Number)}, {Text: r.Staff[a.Employee].Name}, {Text: r.Staff[a.Employee].Position}, came, told,
				{Date: a.Told.On}, {Text: a.Told.Document}, {Number: a.Pre}, {Number: a.Post}, yes(t, a.Passed),
			}
		}),
	}
}

// Learners lists who was told about which version, with the lesson hours of the
// year.
func Learners(t *lang.Texts, list []session.Learner) listing.Table {
	h := t.Session.Columns
	return listing.Table{
		Columns: []listing.Column{
			{Name: "employee", Field: "employee", Kind: listing.Identifier, Hidden: true}, {Name: t.CLI.Columns.NIP, Field: "nip", Kind: listing.Identifier, Hidden: true},
			{Name: h.Name, Field: "name"}, {Name: h.Position, Field: "position"}, {Name: h.Instrument, Field: "instrument"}, {Name: "version", Field: "version", Kind: listing.Number, Hidden: true},
			{Name: h.Explained, Field: "told"}, {Name: h.Hours, Field: "hours", Kind: listing.Number}, {Name: h.Bound, Field: "bound"},
		},
		Rows: listing.Each(listing.All(list), func(l session.Learner) []listing.Value {
			told, bound := yes(t, l.Told), listing.Value{Text: Bound(t, l), Word: "within"}
			told.Text = Explained(t, l)
			if !l.Within() {
				bound.Word = "beyond"
			}
			return []listing.Value{
				{Text: string(l.Staff.Employee)}, {Text: string(l.Staff.Number)}, {Text: l.Staff.Name}, {Text: l.Staff.Position},
				{Text: Measured(l), Word: l.Instrument.Code}, {Number: number(l.Instrument.Version)}, told, {Number: model.Some(l.Hours)}, bound,
			}
		}),
	}
}
