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

// Below says what a pasted list came to, and the gain that the form says.
func (x *value) Below(p *Page, width int) (lines []string) {
	t, s := x.env.Text, x.env.Styles
	if x.told != "" {
		style := s.Text
		if x.failed {
			style = s.Bad
		}
		for line := range strings.SplitSeq(ansi.Wordwrap(x.told, width-1, ""), "\n") {
			lines = append(lines, " "+style.Render(line))
		}
	}
	d, err := detail(p.Form())
	if err != nil {
		return lines
	}
	e := d.Entry()
	text := lang.Fill(t.Gain.Form.Result, "value", t.Number(d.Value()))
	if how := ngain.Formula(t, e); how != "" {
		text = lang.Fill(t.Gain.Form.Result, "value", how)
	}
	text += " · " + ngain.From(t, x.env.Gain, p.Data().measure.Gauge, e)
	for line := range strings.SplitSeq(ansi.Wordwrap(text, width-1, ""), "\n") {
		lines = append(lines, " "+s.Text.Render(line))
	}
	return append([]string{""}, lines...)
}

// Fields are those of the form, filled in with what the value was computed from.
func (x *value) Fields(p *Page) []form.Field {
	t, w, l := x.env.Text, x.env.Text.Gain.Form, p.Data()
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
		if _, err := counts(p.Form()); err != nil {
			return t.Why(err)
		}
		return ""
	}
	return []form.Field{
		{Kind: form.Head, Label: lang.Fill(w.Head, "name", lang.Inert(l.name), "code", lang.Inert(l.measure.Gauge.Code), "period", t.Period(x.at.Period))},
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
func counts(f *form.Form) (n [2]int, err error) {
	for i, id := range []string{fieldPupils, fieldOut} {
		a, err := f.Number(id)
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
