// Package ngain says of a gain what it was computed from, how, and how high it is.
package ngain

import (
	"strings"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/ui/lang"
)

// From says where a value of an indicator of gain comes from: means, maximum,
// pupils, which of the two ways, the band and its cuts. It is "" for any other
// indicator and where there is no value.
func From(t *lang.Texts, cuts gain.Cuts, g model.Gauge, e model.Entry) string {
	n, ok := e.Actual.Get()
	if g.Direction != model.Gain || !ok {
		return ""
	}
	d, known := gain.Of(e)
	if !known {
		return t.Gain.Alone + " · " + band(t, cuts, cuts.BandOf(n))
	}
	parts := []string{lang.Fill(t.Gain.Means, "pre", t.Number(d.Pre), "post", t.Number(d.Post), "max", t.Number(d.Max))}
	if d.Pupils > 0 {
		parts = append(parts, t.Plural(t.Gain.Pupils, d.Pupils))
	}
	if d.LeftOut > 0 {
		parts = append(parts, t.Plural(t.Gain.LeftOut, d.LeftOut))
	}
	return strings.Join(append(parts, t.Gain.Which[d.Which], band(t, cuts, cuts.Band(d))), " · ")
}

// band names how high a gain is and where that begins.
func band(t *lang.Texts, cuts gain.Cuts, b gain.Band) string {
	cuts = cuts.Or()
	return lang.Fill(t.Gain.Band, "band", t.Gain.Bands[b], "medium", t.Number(cuts.Medium), "high", t.Number(cuts.High))
}

// Short is a gain with how high it is, for one line: "0,6 sedang".
func Short(t *lang.Texts, cuts gain.Cuts, d gain.Detail) string {
	return t.Number(d.Value()) + " " + t.Gain.Bands[cuts.Band(d)]
}

// Formula is how the gain of an entry was computed, with the numbers filled in; ""
// where nobody said from what, or it is the mean of the pupils' gains.
func Formula(t *lang.Texts, e model.Entry) string {
	d, ok := gain.Of(e)
	if !ok || d.Which == gain.Pupils {
		return ""
	}
	pre, most := t.Number(d.Pre), t.Number(d.Max)
	return "(" + t.Number(d.Post) + " - " + pre + ") ÷ (" + most + " - " + pre + ") = " + t.Number(d.Value())
}
