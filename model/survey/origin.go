package survey

import (
	"fmt"
	"strconv"
	"strings"

	"kinerja/model"
)

// Origin says from which survey the value of a card came, as that survey stood
// then. It is kept in the entry, so that a survey that was corrected afterwards
// can be told from it.
type Origin struct {
	Unit        model.UnitID
	Period      model.Period
	Respondents int
	Weight      Weight
	Index       model.Number
	// Need is how many respondents the table asks for, where there were fewer; 0
	// where enough answered or nobody said how many were served.
	Need int
}

// OriginOf is the origin of a value taken from a result now.
func OriginOf(r Result) Origin {
	o := Origin{Unit: r.Survey.Unit, Period: r.Survey.Period, Respondents: r.Survey.Respondents, Weight: r.Weight, Index: r.Index.Or(0)}
	if enough, known := r.Enough(); known && !enough {
		o.Need = r.Sample.Size
	}
	return o
}

// String is how the origin stands in an entry: "skm UNIT 2026-Q3 212 1/9 84.2"; of
// too few respondents with how many are asked for: "skm UNIT 2026-Q3 150 1/9 84.2
// 291".
func (o Origin) String() string {
	text := fmt.Sprintf("skm %s %s %d %s %s", o.Unit, o.Period, o.Respondents, o.Weight, o.Index)
	if o.Need > 0 {
		text += " " + strconv.Itoa(o.Need)
	}
	return text
}

// ParseOrigin reads what String writes; false for anything else.
func ParseOrigin(s string) (Origin, bool) {
	part := strings.Split(s, " ")
	if len(part) < 6 || len(part) > 7 || part[0] != "skm" {
		return Origin{}, false
	}
	need := 0
	if len(part) == 7 {
		need, _ = strconv.Atoi(part[6]) // anything else is written another way, and refused below
	}
	p, err := model.ParsePeriod(part[2])
	n, err2 := strconv.Atoi(part[3])
	w, ok := ParseWeight(part[4])
	index, err3 := model.ParseNumber(part[5], model.DecimalPoint)
	o := Origin{Unit: model.UnitID(part[1]), Period: p, Respondents: n, Weight: w, Index: index, Need: need}
	return o, ok && err == nil && err2 == nil && err3 == nil && o.String() == s
}

// Taken is where the value of an entry was taken from; false where it was typed,
// or typed over since.
func Taken(e model.Entry) (Origin, bool) {
	o, ok := ParseOrigin(e.Source)
	return o, ok && e.Actual == model.Some(o.Index)
}

// Moved reports whether the survey is another by now than it was when the value
// was taken: it is gone, or has other respondents, another weight or index.
func (o Origin) Moved(now Result) bool {
	is := OriginOf(now)
	is.Need = o.Need // how many are asked for says nothing about what was answered
	return !now.Index.Present() || o != is
}
