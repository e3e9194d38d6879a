package sessions

import (
	"strconv"

	"kinerja/model"
	"kinerja/model/session"
	"kinerja/model/voice"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/lang/met"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

// The fields of the form, as session's errors name them.
const (
	fieldKind, fieldTopic, fieldFrom, fieldTo  = "kind", "topic", "date", "to"
	fieldUnit, fieldPlace, fieldSpeaker        = "unit", "place", "speaker"
	fieldHours, fieldInstrument, fieldCode     = "hours", "instrument", "code"
	fieldMost, fieldMaterial, fieldFollow      = "most", "material", "follow_up"
	fieldWho, fieldPre, fieldPost, fieldPassed = "pegawai", "pre", "test", "passed"
	fieldReason                                = "reason"
)

// loaded is what one reading of a form brings.
type loaded struct {
	row         session.Row
	units       model.Units
	instruments []model.Instrument
	own         model.UnitID // where a new one is held
	staff       []model.StaffRow
	pin         voice.PIN // whether the person has a PIN in this file
}

// Form is one form of a session.
type Form = formpage.Page[loaded]

// NewForm makes one of the forms.
func NewForm(env nav.Env, desk FormDesk, route nav.EditSession) *Form {
	x := filling{env, desk, route}
	var task formpage.Task[loaded] = planned{x}
	switch route.For {
	case nav.ForAttendee:
		task = attendee{x}
	case nav.ForMarks:
		task = marks{x}
	case nav.ForAcknowledge:
		task = acknowledged{x}
	case nav.ForStep:
		task = stepped{x}
	}
	return formpage.New(env, task, formpage.Setup[loaded]{
		Name: []string{"session", string(route.ID), strconv.Itoa(int(route.For)), string(route.Employee), route.Step},
		Read: x.read,
	})
}

// planned is the form of what a session is about.
type planned struct{ filling }

func (f planned) Title() string { return f.env.Text.Session.Page.Form.Title }

// Fields are those of the form.
func (f planned) Fields(p *Form) []form.Field {
	t, w, s := f.env.Text, f.env.Text.Session.Page.Form, p.Data().row.Session
	if s.ID == "" {
		s = session.Session{Kind: session.Briefing, Unit: p.Data().own, From: f.env.Today(), Code: f.route.Code}
		if s.Code != "" {
			s.Kind = session.Training
		}
	}
	to := ""
	if s.To != 0 && s.To != s.From {
		to = t.Date(s.To)
	}
	number := func(n model.Number) string {
		if n == 0 {
			return ""
		}
		return t.Typed(n)
	}
	is := func(k session.Kind) func(*form.Form) bool {
		return func(fm *form.Form) bool { return fm.Value(fieldKind) == k.String() }
	}
	return []form.Field{
		{ID: fieldKind, Label: w.Kind, Kind: form.Choice, Value: s.Kind.String(), Options: []form.Option{
			{Value: session.Briefing.String(), Label: t.Session.Kinds[session.Briefing.String()]}, {Value: session.Training.String(), Label: t.Session.Kinds[session.Training.String()]},
		}},
		{ID: fieldTopic, Label: w.Topic, Hint: w.TopicHint, Need: true, Max: session.MostText, Value: s.Topic},
		{ID: fieldInstrument, Label: w.Instrument, Kind: form.Pick, Need: true, Options: f.instruments(p, s), Value: string(s.Instrument), When: is(session.Briefing)},
		{ID: fieldCode, Label: w.Code, Hint: w.CodeHint, Max: 40, Value: s.Code, When: is(session.Training)},
		{ID: fieldFrom, Label: w.From, Kind: form.Date, Need: true, Value: t.Date(s.From)},
		{ID: fieldTo, Label: w.To, Hint: w.ToHint, Kind: form.Date, Value: to},
		{ID: fieldUnit, Label: w.Unit, Kind: form.Pick, Need: true, Options: f.units(p), Value: string(s.Unit)},
		{ID: fieldHours, Label: w.Hours, Hint: w.HoursHint, Kind: form.Number, Value: number(s.Hours)},
		{ID: fieldMost, Label: w.Most, Hint: w.MostHint, Kind: form.Number, Value: number(s.Most)},
		{ID: fieldPlace, Label: w.Place, Max: session.MostText, Value: s.Place},
		{ID: fieldSpeaker, Label: w.Speaker, Max: session.MostText, Value: s.Speaker},
		{ID: fieldMaterial, Label: w.Material, Max: session.MostText, Value: s.Material},
		{ID: fieldFollow, Label: w.FollowUp, Max: session.MostText, Value: s.FollowUp},
	}
}

// instruments are those that can be explained: each in its newest version, and the
// one that stands there.
func (f planned) instruments(p *Form, s session.Session) (list []form.Option) {
	newest := map[string]int{}
	for _, in := range p.Data().instruments {
		newest[in.Code] = max(newest[in.Code], in.Version)
	}
	for _, in := range p.Data().instruments {
		if !in.Void && in.Version == newest[in.Code] || in.ID == s.Instrument {
			list = append(list, form.Option{
				Value: string(in.ID), Label: lang.Inert(in.Name.In(f.env.Text.Code)),
				Note: lang.Fill(f.env.Text.Session.About, "code", lang.Inert(in.Code), "version", in.Version),
			})
		}
	}
	return list
}

func (f planned) units(p *Form) (list []form.Option) {
	for _, u := range byName(p.Data().units) {
		if !u.Void {
			list = append(list, form.Option{Value: string(u.ID), Label: lang.Inert(u.Name)})
		}
	}
	return list
}

// Save keeps what the form says.
func (f planned) Save(p *Form) func() (formpage.Kept, error) {
	fm, s := p.Form(), p.Data().row.Session
	s.Kind, _ = session.ParseKind(fm.Value(fieldKind)) // one of its options
	s.Topic, s.Unit, s.Place, s.Speaker = fm.Value(fieldTopic), model.UnitID(fm.Value(fieldUnit)), fm.Value(fieldPlace), fm.Value(fieldSpeaker)
	s.Material, s.FollowUp = fm.Value(fieldMaterial), fm.Value(fieldFollow)
	s.From, _ = fm.Date(fieldFrom) // the form checked days and numbers
	s.To, _ = fm.Date(fieldTo)
	for id, to := range map[string]*model.Number{fieldHours: &s.Hours, fieldMost: &s.Most} {
		n, _ := fm.Number(id)
		*to, _ = n.Get()
	}
	s.Instrument, s.Version, s.Code = "", 0, ""
	if s.Kind == session.Training {
		s.Code = fm.Value(fieldCode)
	} else {
		for _, in := range p.Data().instruments {
			if string(in.ID) == fm.Value(fieldInstrument) {
				s.Instrument, s.Version = in.ID, in.Version
			}
		}
	}
	desk, t := f.desk, f.env.Text
	return func() (formpage.Kept, error) {
		s, err := desk.PlanSession(s)
		return formpage.Kept{Said: lang.Fill(t.Session.Done.Planned, "topic", lang.Inert(s.Topic), "date", met.Days(t, s))}, err
	}
}

// acknowledged is the form by which it is known that it was explained to somebody.
type acknowledged struct{ filling }

func (f acknowledged) Title() string { return f.env.Text.Session.Page.Acknowledge }

func (f acknowledged) asked(p *Form) word.Asked {
	return word.Asked{Whose: f.route.Employee, Name: p.Data().row.Staff[f.route.Employee].Name, PIN: p.Data().pin}
}

// Fields ask for the list that was signed, or the own PIN.
func (f acknowledged) Fields(p *Form) []form.Field {
	head := form.Field{Kind: form.Head, Label: lang.Fill(f.env.Text.Session.Page.AcknowledgeHead, "name", lang.Inert(f.asked(p).Name))}
	return append([]form.Field{head}, f.asked(p).Fields(f.env.Text, word.Paper(f.env.Text, f.env.Today())...)...)
}

// Save keeps the word.
func (f acknowledged) Save(p *Form) func() (formpage.Kept, error) {
	said, desk, t, id, who := f.asked(p).Said(p.Form()), f.desk, f.env.Text, f.route.ID, f.route.Employee
	return func() (formpage.Kept, error) {
		w := model.Word{Document: said.Document, On: said.On}
		var speaker Speaker = desk
		if said.Signs() {
			own, err := desk.Voiced(said)
			if err != nil {
				return formpage.Kept{}, formpage.Refuse(t, word.Secret, err)
			}
			speaker, w = own, model.Word{}
		}
		s, err := speaker.Acknowledge(id, w, who)
		return formpage.Kept{Said: t.Plural(t.Session.Done.Acknowledged, 1, "topic", lang.Inert(s.Topic))}, err
	}
}
