// Package figure writes results as people read them: a value as its column
// does, an entry as it was typed, an indicator's heading, target and range.
package figure

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rubric"
	"kinerja/model/sheet"
	"kinerja/ui/lang"
	"kinerja/ui/lang/lesson"
	"kinerja/ui/theme"
)

// Number writes a value as its column does.
func Number(t *lang.Texts, c sheet.Column, n model.Number) string {
	if c.Decimal {
		return t.Fixed(n)
	}
	return t.Number(n)
}

// Typed writes an entry as it was typed: a fraction stays one, and so does what a
// gain is computed from.
func Typed(t *lang.Texts, e model.Entry) string {
	if d, ok := gain.Of(e); ok {
		return d.Write(t.Number)
	}
	if num, ok := e.Num.Get(); ok && e.Den.Present() {
		return t.Number(num) + "/" + t.Number(e.Den.Or(0))
	}
	return t.Amount(e.Actual)
}

// Editing is an entry as text that is read back: without signs between
// thousands.
func Editing(t *lang.Texts, e model.Entry) string {
	if d, ok := gain.Of(e); ok {
		return d.Write(t.Typed)
	}
	if num, ok := e.Num.Get(); ok && e.Den.Present() {
		return t.Typed(num) + "/" + t.Typed(e.Den.Or(0))
	}
	if n, ok := e.Actual.Get(); ok {
		return t.Typed(n)
	}
	return ""
}

// Code is the short name of an indicator.
func Code(g model.Gauge) string { return lang.Inert(g.Code) }

// Head is an indicator's code, its unit where that is short, and a sign where
// less is better.
func Head(s *theme.Styles, g model.Gauge) string {
	head := Code(g)
	if unit := lang.Inert(g.Unit); unit != "" && unit != head && ansi.StringWidth(unit) <= 2 {
		head += " " + unit
	}
	if g.Direction == model.Lower || g.Direction == model.Zero {
		head += s.Glyphs.Down
	}
	return head
}

// Target is what is to be reached, both ends of a range.
func Target(t *lang.Texts, g model.Gauge) string { return t.Target(g) }

// Plausible writes the range that is to be expected; "" where there is none.
func Plausible(t *lang.Texts, g model.Gauge) string {
	low, hasLow := g.Low.Get()
	high, hasHigh := g.High.Get()
	switch {
	case hasLow && hasHigh:
		return lang.Fill(t.Results.Range, "low", t.Number(low), "high", t.Number(high))
	case hasLow:
		return lang.Fill(t.Results.From, "low", t.Number(low))
	case hasHigh:
		return lang.Fill(t.Results.UpTo, "high", t.Number(high))
	}
	return ""
}

// Value names a value: "IDL 47/52 = 90,38 %".
func Value(t *lang.Texts, g model.Gauge, e model.Entry) string {
	if num, ok := e.Num.Get(); ok && e.Den.Present() {
		return lang.Fill(t.Results.Fraction, "code", Code(g), "num", t.Number(num), "den", t.Number(e.Den.Or(0)),
			"value", t.FixedAmount(e.Actual))
	}
	if d, ok := gain.Of(e); ok {
		return lang.Fill(t.Results.Value, "code", Code(g), "value", d.Write(t.Number)+" = "+t.Amount(e.Actual))
	}
	value := t.Amount(e.Actual)
	if d, ok := rubric.Of(e); ok {
		return lang.Fill(t.Results.Value, "code", Code(g), "value", lesson.Count(t, d))
	}
	if e.Actual.Present() {
		value += Unit(t, g)
	}
	return lang.Fill(t.Results.Value, "code", Code(g), "value", value)
}

// Unit is an indicator's unit as it stands behind a value. A unit like "0–100"
// is a scale, and would read as part of the value.
func Unit(t *lang.Texts, g model.Gauge) string {
	unit := t.Unit(g.Unit)
	if unit == "" || unit[0] >= '0' && unit[0] <= '9' {
		return ""
	}
	return " " + unit
}

// Before is what was reached in the period before, its year only where it is
// another one than that of now.
func Before(t *lang.Texts, c sheet.Column, e model.Entry, then, now model.Period) string {
	n, ok := e.Actual.Get()
	if !ok || !then.Valid() {
		return ""
	}
	period := t.Period(then)
	if y := then.Year(); y == now.Year() {
		period = strings.TrimSuffix(period, lang.Fill(" {y}", "y", y))
	}
	return lang.Fill(t.Results.Before, "period", period, "value", Number(t, c, n))
}

// Parse reads what a person types for an indicator as the value of e. A number may begin with
// its decimal sign.
func Parse(t *lang.Texts, text string, g model.Gauge, e *model.Entry) error {
	text = strings.TrimSpace(text)
	rest, minus := strings.CutPrefix(text, "-")
	if strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, ".") {
		if text = "0" + rest; minus {
			text = "-0" + rest
		}
	}
	read, err := gain.Read(text, g, t.Decimal())
	e.Actual, e.Num, e.Den = read.Actual, read.Num, read.Den
	if read.Source != "" {
		e.Source = read.Source
	}
	return err
}
