package action

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/planning"
	"kinerja/ui/formpage"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

// FormDesk is what the forms read and do. File looks at a file: its name, place,
// size and digest; a folder is refused with ErrFolder.
type FormDesk interface {
	Desk
	File(path string) (action.Evidence, error)
}

// ErrFolder: a folder was named where a file is wanted.
var ErrFolder = errors.New("a folder is no evidence")

// The fields, as model's errors name them.
const (
	fieldAbout, fieldText, fieldTarget   = "kode", "aksi", "target_aksi"
	fieldRealised, fieldSource           = "realisasi_aksi", "sumber_data"
	fieldWay, fieldName                  = "cara", "bukti"
	fieldFile, fieldLink, fieldElsewhere = "berkas", "tautan", "tempat"
	fieldNote                            = "catatan"
)

// The ways in which something is shown.
const wayFile, wayLink, wayPlace = "file", "link", "place"

// Form is one form of an action plan.
type Form = formpage.Page[action.Standing]

// filling is what the forms have in common.
type filling struct {
	env   nav.Env
	desk  FormDesk
	route nav.EditAction
}

// NewForm makes one of the forms.
func NewForm(env nav.Env, desk FormDesk, route nav.EditAction) *Form {
	f := filling{env, desk, route}
	var task formpage.Task[action.Standing] = planned{f}
	switch route.For {
	case nav.ForRealised:
		task = realised{f}
	case nav.ForEvidence:
		task = shown{f}
	}
	return formpage.New(env, task, formpage.Setup[action.Standing]{
		Name:  []string{"action", string(route.Plan), route.Period.String(), string(rune('0' + route.For)), string(route.Action), string(route.Evidence)},
		Read:  f.read,
		Alias: map[string]string{"rhk": fieldAbout},
	})
}

// read reads the action plan; one that cannot be written has no form.
func (f filling) read() (action.Standing, error) {
	st, err := f.desk.Actions(f.route.Plan, f.route.Period)
	if err == nil {
		err = st.Lock
	}
	if _, there := st.Sheet.Action(f.route.Action); err == nil && f.route.Action != "" && !there {
		err = model.ErrNotFound // somebody took it away meanwhile
	}
	return st, err
}

// Kind is the page that the forms are of.
func (f filling) Kind() string { return f.env.Text.Action.Title }

// Changed follows nothing: which fields are shown follows by itself.
func (f filling) Changed(*Form, string) {}

// old is the action that the form is about.
func (f filling) old(p *Form) action.Action {
	a, _ := p.Data().Sheet.Action(f.route.Action)
	return a
}

// keep keeps one change and says so.
func (f filling) keep(what string, change func() (action.Change, error)) func() (formpage.Kept, error) {
	said := lang.Fill(f.env.Text.Action.Page.Kept, "what", lang.Inert(what))
	return func() (formpage.Kept, error) {
		c, err := change()
		if err == nil {
			_, err = f.desk.ChangeActions(f.route.Plan, f.route.Period, c)
		}
		return formpage.Kept{Said: said}, err
	}
}

// head says whose action plan it is, in which period.
func (f filling) head(p *Form) form.Field {
	return form.Field{Kind: form.Head, Label: lang.Inert(p.Data().Staff.Name) + " · " + f.env.Text.Period(p.Data().Sheet.Period)}
}

// planned is the form of what is done.
type planned struct{ filling }

func (f planned) Title() string { return f.env.Text.Action.Page.FormAction }

func (f planned) Fields(p *Form) []form.Field {
	w, a := f.env.Text.Action.Page, f.old(p)
	if a.ID == "" {
		a.Outcome, a.Measure = f.route.Outcome, f.route.Measure
	}
	options, at := f.options(p, a)
	return []form.Field{
		f.head(p),
		{ID: fieldText, Label: w.Text, Hint: w.TextHint, Kind: form.Long, Need: true, Max: action.MostText, Value: a.Text},
		{ID: fieldTarget, Label: w.TargetLabel, Hint: w.TargetHint, Max: action.MostText, Value: a.Target},
		{ID: fieldAbout, Label: w.About, Hint: w.AboutHint, Kind: form.Pick, Options: options, Value: at},
	}
}

// options are what an action can serve: each result with its indicators, the
// indicators of no result, the plan as a whole; and at which of them it is. What
// it hangs on stays choosable where it is no longer in the plan.
func (f planned) options(p *Form, a action.Action) (list []form.Option, at string) {
	t, plan := f.env.Text, p.Data().Plan
	measure := func(m model.Measure, indent string) {
		list = append(list, form.Option{Value: "m/" + string(m.ID), Label: indent + lang.Inert(m.Gauge.Code) + " · " + lang.Inert(m.Gauge.Name.In(t.Code))})
	}
	for i, x := range planning.InOrder(plan.Outline.Outcomes) {
		list = append(list, form.Option{Value: "o/" + string(x.ID), Label: lang.Fill(t.Action.Outcome, "n", i+1, "text", lang.Inert(x.Text))})
		for _, m := range planning.MeasuresOf(plan, x.ID) {
			measure(m, "  ")
		}
	}
	for _, m := range planning.MeasuresOf(plan, "") {
		measure(m, "")
	}
	list = append(list, form.Option{Value: "p/", Label: t.Action.Page.AboutPlan})
	switch {
	case a.Measure != "":
		at = "m/" + string(a.Measure)
	case a.Outcome != "":
		at = "o/" + string(a.Outcome)
	default:
		at = "p/"
	}
	if !slices.ContainsFunc(list, func(o form.Option) bool { return o.Value == at }) {
		list = append(list, form.Option{Value: at, Label: t.Action.General})
	}
	return list, at
}

func (f planned) Save(p *Form) func() (formpage.Kept, error) {
	a := action.Action{ID: f.route.Action, Text: p.Form().Value(fieldText), Target: p.Form().Value(fieldTarget)}
	switch kind, id, _ := strings.Cut(p.Form().Value(fieldAbout), "/"); kind {
	case "m":
		a.Measure = model.ElementID(id)
	case "o":
		a.Outcome = model.ElementID(id)
	}
	return f.keep(a.Text, func() (action.Change, error) { return action.Put(a), nil })
}

// realised is the form of what came of an action.
type realised struct{ filling }

func (f realised) Title() string { return f.env.Text.Action.Page.FormReal }

func (f realised) Fields(p *Form) []form.Field {
	w, a := f.env.Text.Action.Page, f.old(p)
	return []form.Field{
		f.head(p), f.about(p),
		{ID: fieldRealised, Label: w.RealisedLabel, Hint: w.RealisedHint, Kind: form.Long, Max: action.MostText, Value: a.Realised},
		{ID: fieldSource, Label: w.SourceLabel, Hint: w.SourceHint, Max: action.MostText, Value: a.Source},
	}
}

// about names the action that something is said or shown of, with its target.
func (f filling) about(p *Form) form.Field {
	a := f.old(p)
	text := lang.Inert(strings.ReplaceAll(a.Text, "\n", " "))
	if a.Target != "" {
		text += " · " + lang.Fill(f.env.Text.Action.Target, "text", lang.Inert(a.Target))
	}
	return form.Field{Kind: form.Head, Label: text}
}

func (f realised) Save(p *Form) func() (formpage.Kept, error) {
	text, source := p.Form().Value(fieldRealised), p.Form().Value(fieldSource)
	return f.keep(f.old(p).Text, func() (action.Change, error) { return action.Realise(f.route.Action, text, source), nil })
}

// shown is the form of a piece of evidence.
type shown struct{ filling }

func (f shown) Title() string { return f.env.Text.Action.Page.FormProof }

// piece is the evidence that the form is about; none yet for a new one.
func (f shown) piece(p *Form) (e action.Evidence) {
	for _, e := range f.old(p).Evidence {
		if e.ID == f.route.Evidence {
			return e
		}
	}
	return e
}

func (f shown) Fields(p *Form) []form.Field {
	w, e := f.env.Text.Action.Page, f.piece(p)
	way, values := wayFile, map[string]string{}
	switch {
	case e.ID == "" || e.IsFile():
	case action.IsLink(e.Place):
		way = wayLink
	default:
		way = wayPlace
	}
	values[way] = e.Place
	when := func(way string) func(*form.Form) bool {
		return func(f *form.Form) bool { return f.Value(fieldWay) == way }
	}
	link := func(s string) string {
		if action.IsLink(s) {
			return ""
		}
		return w.NoLink
	}
	return []form.Field{
		f.head(p), f.about(p),
		{ID: fieldWay, Label: w.Way, Hint: w.WayHint, Kind: form.Choice, Value: way, Options: []form.Option{
			{Value: wayFile, Label: w.File}, {Value: wayLink, Label: w.Link}, {Value: wayPlace, Label: w.Elsewhere},
		}},
		{ID: fieldFile, Label: w.FilePlace, Hint: w.FileHint, Need: true, Max: action.MostText, Value: values[wayFile], When: when(wayFile)},
		{ID: fieldLink, Label: w.LinkPlace, Hint: w.LinkHint, Need: true, Max: action.MostText, Value: values[wayLink], When: when(wayLink), Check: link},
		{ID: fieldElsewhere, Label: w.ElsewherePlace, Hint: w.ElsewhereHint, Need: true, Max: action.MostText, Value: values[wayPlace], When: when(wayPlace)},
		{ID: fieldName, Label: w.Name, Hint: w.NameHint, Max: action.MostName, Value: e.Name},
		{ID: fieldNote, Label: f.env.Text.Action.Page.Note, Max: action.MostText, Value: e.Note},
	}
}

func (f shown) Save(p *Form) func() (formpage.Kept, error) {
	was, in := f.piece(p), p.Form()
	e := action.Evidence{ID: was.ID, On: was.On, Name: in.Value(fieldName), Note: in.Value(fieldNote)}
	way := in.Value(fieldWay)
	e.Place = map[string]string{wayLink: in.Value(fieldLink), wayPlace: in.Value(fieldElsewhere)}[way]
	path := strings.Trim(in.Value(fieldFile), `"' `) // as a file manager copies it
	said := e.Name
	for _, other := range []string{e.Place, path} {
		if said == "" {
			said = other
		}
	}
	return f.keep(said, func() (action.Change, error) {
		if way == wayFile {
			return f.file(was, e, path)
		}
		if e.Name == "" {
			e.Name = cut(e.Place)
		}
		return action.Show(f.route.Action, e), nil
	})
}

// file looks at the file; one that stands there already keeps its digest, so that
// a new name or note does not make it another.
func (f shown) file(was, e action.Evidence, path string) (action.Change, error) {
	if was.IsFile() && path == was.Place {
		e.Place, e.Digest, e.Size = was.Place, was.Digest, was.Size
	} else {
		found, err := f.desk.File(path)
		w := f.env.Text.Action.Page
		switch {
		case errors.Is(err, ErrFolder):
			return action.Change{}, formpage.Refusal{Field: fieldFile, Why: w.IsFolder}
		case errors.Is(err, fs.ErrNotExist):
			return action.Change{}, formpage.Refusal{Field: fieldFile, Why: w.NoFile}
		case err != nil:
			return action.Change{}, formpage.Refusal{Field: fieldFile, Why: strings.TrimSuffix(f.env.Text.Error(err), ".")}
		}
		if e.Name == "" {
			e.Name = found.Name
		}
		e.Place, e.Digest, e.Size = found.Place, found.Digest, found.Size
	}
	if e.Name == "" {
		e.Name = was.Name
	}
	return action.Show(f.route.Action, e), nil
}

// cut makes a name of an address or a place: its beginning.
func cut(place string) string {
	name := []rune(strings.Join(strings.Fields(place), " "))
	return string(name[:min(len(name), action.MostName)])
}
