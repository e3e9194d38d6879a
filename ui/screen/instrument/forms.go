package instrument

import (
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
)

func (p *Page) look() form.Look {
	return form.Look{Keys: p.env.Keys, Styles: p.env.Styles, Text: p.env.Text}
}

// name opens the form of the instrument itself.
func (p *Page) name() {
	t := p.env.Text.Instrument
	p.mode = naming
	p.form = form.New(p.look(),
		form.Field{ID: "code", Label: t.Code, Hint: t.CodeHint, Value: p.in.Code, Need: true, Max: 16, Check: p.freeCode},
		form.Field{ID: "id", Label: t.NameID, Value: p.in.Name.ID, Need: true, Max: 120},
		form.Field{ID: "en", Label: t.NameEN, Value: p.in.Name.EN, Max: 120},
		form.Field{ID: "positions", Label: t.Positions, Hint: t.PositionsHint, Value: strings.Join(p.in.Positions, ", ")},
		form.Field{ID: "source", Label: t.Source, Value: p.env.Text.Source(p.in.Source), Max: 160},
	)
}

// freeCode refuses a code that another instrument bears, unless this is a
// version of it.
func (p *Page) freeCode(code string) string {
	for _, in := range p.all.Data {
		if strings.EqualFold(in.Code, code) && in.ID != p.in.ID && (p.fresh || !strings.EqualFold(p.in.Code, code)) {
			return p.env.Text.Instrument.CodeTaken
		}
	}
	return ""
}

// add opens the form of a new indicator; edit that of the one under the cursor.
func (p *Page) add() tea.Cmd {
	left := max(0, model.Int(100)-p.in.Weights())
	p.indicate(len(p.in.Indicators), model.Gauge{Unit: "%", Weight: left})
	return nil
}

func (p *Page) edit() tea.Cmd {
	at := p.table.Cursor()
	p.indicate(at, p.in.Indicators[at].Gauge)
	return nil
}

// indicate opens the form of one indicator: all that a gauge has (DESIGN 2).
func (p *Page) indicate(which int, g model.Gauge) {
	t, w := p.env.Text, p.env.Text.Instrument
	p.mode, p.which = indicating, which
	amount := func(a model.Amount) string {
		if n, ok := a.Get(); ok {
			return t.Typed(n)
		}
		return ""
	}
	number := func(n model.Number, zero bool) string {
		if n == 0 && !zero {
			return ""
		}
		return t.Typed(n)
	}
	direction := func(list ...model.Direction) func(*form.Form) bool {
		return func(f *form.Form) bool {
			d, _ := model.ParseDirection(f.Value("direction"))
			return slices.Contains(list, d)
		}
	}
	p.form = form.New(p.look(),
		form.Field{ID: "code", Label: w.Code, Hint: w.CodeHint, Value: g.Code, Need: true, Max: 12, Check: p.freeIndicator},
		form.Field{ID: "id", Label: w.NameID, Value: g.Name.ID, Need: true, Max: 160},
		form.Field{ID: "en", Label: w.NameEN, Value: g.Name.EN, Max: 160},
		form.Field{ID: "unit", Label: w.Unit, Hint: w.UnitHint, Value: t.Unit(g.Unit), Need: true, Max: 24},
		form.Field{ID: "direction", Label: w.Direction, Kind: form.Choice, Value: g.Direction.String(),
			Options: words(model.Higher, model.Zero, t.Direction)},
		form.Field{ID: "target", Label: w.Target, Kind: form.Number, Value: number(g.Target, g.Code != ""), Need: true},
		form.Field{ID: "high", Label: w.TargetHigh, Hint: w.TargetHighHint, Kind: form.Number, Value: amount(g.TargetHigh),
			When: direction(model.Higher, model.Lower, model.Range)},
		form.Field{ID: "limit", Label: w.Limit, Hint: w.LimitHint, Kind: form.Number, Value: amount(g.Limit), When: direction(model.Zero)},
		form.Field{ID: "weight", Label: w.Weight, Kind: form.Number, Value: number(g.Weight, g.Code != ""), Need: true},
		form.Field{ID: "cap", Label: w.Cap, Hint: w.CapHint, Kind: form.Number, Value: amount(g.Cap)},
		form.Field{ID: "low", Label: w.Low, Hint: w.PlausibleHint, Kind: form.Number, Value: amount(g.Low)},
		form.Field{ID: "most", Label: w.High, Hint: w.PlausibleHint, Kind: form.Number, Value: amount(g.High)},
		form.Field{ID: "aspect", Label: w.Aspect, Kind: form.Choice, Value: g.Aspect.String(), Options: words(model.Quantity, model.Cost, t.Aspect)},
		form.Field{ID: "aggregate", Label: w.Aggregate, Hint: w.AggregateHint, Kind: form.Choice, Value: g.Aggregate.String(),
			Options: words(model.Mean, model.Ratio, t.Aggregate)},
		form.Field{ID: "source", Label: w.Source, Hint: w.SourceHint, Value: t.Source(g.Source), Max: 160},
		form.Field{ID: "unverified", Label: w.Verified, Hint: w.VerifiedHint, Kind: form.Choice, Value: yes(g.Unverified || g.Code == ""),
			Options: []form.Option{{Value: "no", Label: w.IsVerified}, {Value: "yes", Label: w.NotVerified}}},
	)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// words lists an enumeration from first to last as options.
func words[E interface {
	~uint8
	String() string
}](first, last E, label func(E) string) []form.Option {
	var list []form.Option
	for e := first; e <= last; e++ {
		list = append(list, form.Option{Value: e.String(), Label: label(e)})
	}
	return list
}

// freeIndicator refuses the code of another indicator.
func (p *Page) freeIndicator(code string) string {
	for i, in := range p.in.Indicators {
		if i != p.which && strings.EqualFold(in.Gauge.Code, code) {
			return p.env.Text.Why(model.ErrExists)
		}
	}
	return ""
}

func (p *Page) pressForm(k tea.KeyMsg) tea.Cmd {
	switch p.form.Press(k) {
	case form.Submit:
		return p.sent()
	case form.Escape:
		return p.giveUp()
	}
	return nil
}

// giveUp closes a form; one with something in it is asked about.
func (p *Page) giveUp() tea.Cmd {
	if p.fresh && p.mode == naming && p.in.Code == "" {
		return nav.Back // the router asks about what was typed
	}
	p.mode, p.form = listing, nil
	return nil
}

func (p *Page) submit() tea.Cmd {
	if p.form.Submit() {
		return p.sent()
	}
	return nil
}

// sent takes what a form holds, and keeps the instrument once it has
// something to measure.
func (p *Page) sent() tea.Cmd {
	if p.saving.Busy {
		return nil
	}
	in := p.in
	in.Indicators = slices.Clone(p.in.Indicators)
	if p.mode == naming {
		in.Code, in.Name = p.form.Value("code"), model.Text{ID: p.form.Value("id"), EN: p.form.Value("en")}
		in.Source, in.Positions = typed(p.form.Value("source"), p.in.Source, p.env.Text.Source), split(p.form.Value("positions"))
		in.Version = max(1, in.Version)
		if len(in.Indicators) == 0 {
			p.in = in
			return p.add()
		}
		return p.saving.Start(p.keep(in))
	}
	g, field, err := p.gauge()
	if err != nil {
		p.form.Fail(field, p.env.Text.Why(err))
		return nil
	}
	if p.which < len(in.Indicators) {
		in.Indicators[p.which].Gauge = g
	} else {
		in.Indicators = append(in.Indicators, model.Indicator{Gauge: g})
	}
	return p.saving.Start(p.keep(in))
}

// typed is the word that is kept: the one it was, where the form still shows it
// as this language says it.
func typed(now, was string, said func(string) string) string {
	if now == said(was) {
		return was
	}
	return now
}

// split parts a list of positions.
func split(text string) []string {
	var list []string
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '|' }) {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// gauge reads the form of an indicator; field names what is not right.
func (p *Page) gauge() (g model.Gauge, field string, err error) {
	f := p.form
	var was model.Gauge
	if p.which < len(p.in.Indicators) {
		was = p.in.Indicators[p.which].Gauge
	}
	g = model.Gauge{
		Code: f.Value("code"), Name: model.Text{ID: f.Value("id"), EN: f.Value("en")}, Unit: typed(f.Value("unit"), was.Unit, p.env.Text.Unit),
		Source: typed(f.Value("source"), was.Source, p.env.Text.Source), Unverified: f.Value("unverified") == "yes",
	}
	g.Direction, _ = model.ParseDirection(f.Value("direction"))
	g.Aspect, _ = model.ParseAspect(f.Value("aspect"))
	g.Aggregate, _ = model.ParseAggregate(f.Value("aggregate"))
	for _, n := range []struct {
		id   string
		to   *model.Amount
		used bool
	}{
		{"high", &g.TargetHigh, g.Direction != model.Zero}, {"limit", &g.Limit, g.Direction == model.Zero},
		{"cap", &g.Cap, true}, {"low", &g.Low, true}, {"most", &g.High, true},
	} {
		if !n.used {
			continue
		}
		if *n.to, err = f.Number(n.id); err != nil {
			return g, n.id, err
		}
	}
	for _, n := range []struct {
		id string
		to *model.Number
	}{{"target", &g.Target}, {"weight", &g.Weight}} {
		a, err := f.Number(n.id)
		if err != nil {
			return g, n.id, err
		}
		*n.to = a.Or(0)
	}
	low, hasLow := g.Low.Get()
	if high, ok := g.High.Get(); ok && hasLow && high < low {
		return g, "most", model.ErrOrder
	}
	err = g.Check()
	return g, fieldOf(err), err
}

// fieldOf is the form's field that a gauge's error is about.
func fieldOf(err error) string {
	var e *model.FieldError
	if !errors.As(err, &e) {
		return "code"
	}
	return map[string]string{"kode": "code", "indikator": "id", "target": "target", "target_atas": "high", "bobot": "weight", "batas": "limit", "cap": "cap"}[e.Field]
}

// failed puts a refusal where it belongs: into the form that is open, or above
// the keys.
func (p *Page) failed(err error) tea.Cmd {
	var e *model.FieldError
	if p.form != nil && errors.As(err, &e) && e.Field == "instrumen" {
		p.form.Fail("code", p.env.Text.Why(e.Err))
	}
	return func() tea.Msg { return nav.FailMsg{Err: err} }
}
