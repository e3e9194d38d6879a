package gain

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/ngain"
)

// View draws the form, and below it what it comes to.
func (p *Page) View() string {
	switch {
	case p.data.Err != nil && p.form == nil:
		return ansi.Wordwrap(p.env.Text.Error(p.data.Err), max(1, p.width), "")
	case p.form == nil:
		return p.env.Text.Results.Reading
	}
	below := p.below()
	body := strings.Split(p.form.View(p.width, max(1, p.height-len(below))), "\n")
	return strings.Join(append(body, below...), "\n")
}

// below says what a pasted list came to, and the gain that the form says.
func (p *Page) below() (lines []string) {
	t, s, width := p.env.Text, p.env.Styles, max(1, p.width)
	if p.told != "" {
		style := s.Text
		if p.failed {
			style = s.Bad
		}
		for line := range strings.SplitSeq(ansi.Wordwrap(p.told, width-1, ""), "\n") {
			lines = append(lines, " "+style.Render(line))
		}
	}
	d, err := p.detail()
	if err != nil {
		return lines
	}
	e := d.Entry()
	text := lang.Fill(t.Gain.Form.Result, "value", t.Number(d.Value()))
	if how := ngain.Formula(t, e); how != "" {
		text = lang.Fill(t.Gain.Form.Result, "value", how)
	}
	text += " · " + ngain.From(t, p.env.Gain, p.data.Data.measure.Gauge, e)
	for line := range strings.SplitSeq(ansi.Wordwrap(text, width-1, ""), "\n") {
		lines = append(lines, " "+s.Text.Render(line))
	}
	return append([]string{""}, lines...)
}

// fields are those of the form, filled in with what the value was computed from.
func (p *Page) fields() []form.Field {
	t, w, l := p.env.Text, p.env.Text.Gain.Form, p.data.Data
	d, known := gain.Of(l.entry)
	if !known {
		d = gain.Detail{Max: gain.UsualMax}
	}
	mark := func(n model.Number) string {
		if !known {
			return ""
		}
		return t.Typed(n)
	}
	count := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	mean := func() string {
		if d.Which != gain.Pupils {
			return ""
		}
		return t.Typed(d.Mean)
	}
	byPupil := func(f *form.Form) bool { return f.Value(fieldWhich) == gain.Pupils.String() }
	whole := func(string) string {
		if _, err := p.counts(); err != nil {
			return t.Why(err)
		}
		return ""
	}
	return []form.Field{
		{Kind: form.Head, Label: lang.Fill(w.Head, "name", lang.Inert(l.name), "code", lang.Inert(l.measure.Gauge.Code), "period", t.Period(p.route.Period))},
		{ID: fieldPre, Label: w.Pre, Hint: w.PreHint, Kind: form.Number, Need: true, Value: mark(d.Pre)},
		{ID: fieldPost, Label: w.Post, Hint: w.PreHint, Kind: form.Number, Need: true, Value: mark(d.Post)},
		{ID: fieldMax, Label: w.Max, Hint: w.MaxHint, Kind: form.Number, Need: true, Value: t.Typed(d.Max)},
		{ID: fieldPupils, Label: w.Pupils, Kind: form.Number, Value: count(d.Pupils), Check: whole},
		{ID: fieldOut, Label: w.LeftOut, Hint: w.LeftOutHint, Kind: form.Number, Value: count(d.LeftOut), Check: whole},
		{ID: fieldWhich, Label: w.Which, Hint: w.WhichHint, Kind: form.Choice, Value: d.Which.String(), Options: []form.Option{
			{Value: gain.Class.String(), Label: t.Gain.Which[gain.Class]}, {Value: gain.Pupils.String(), Label: t.Gain.Which[gain.Pupils]},
		}},
		{ID: fieldMean, Label: w.Mean, Hint: w.MeanHint, Kind: form.Number, Need: true, Value: mean(), When: byPupil},
	}
}

// counts are the pupils that the form says: those who count, those left out.
func (p *Page) counts() (n [2]int, err error) {
	for i, id := range []string{fieldPupils, fieldOut} {
		a, err := p.form.Number(id)
		v := a.Or(0)
		switch {
		case err != nil:
			return n, err
		case v < 0:
			return n, model.ErrNegative
		case v%model.Scale != 0:
			return n, model.ErrBadNumber
		case v > model.Int(gain.MostPupils):
			return n, model.ErrNumberRange
		}
		n[i] = int(v / model.Scale)
	}
	return n, nil
}
