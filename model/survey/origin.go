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
}

// OriginOf is the origin of a value taken from a result now.
func OriginOf(r Result) Origin {
	return Origin{Unit: r.Survey.Unit, Period: r.Survey.Period, Respondents: r.Survey.Respondents, Weight: r.Weight, Index: r.Index.Or(0)}
}

// String is how the origin stands in an entry: "skm UNIT 2026-Q3 212 1/9 84.2".
func (o Origin) String() string {
	return fmt.Sprintf("skm %s %s %d %s %s", o.Unit, o.Period, o.Respondents, o.Weight, o.Index)
}

// ParseOrigin reads what String writes; false for anything else.
func ParseOrigin(s string) (Origin, bool) {
	part := strings.Split(s, " ")
	if len(part) != 6 || part[0] != "skm" {
		return Origin{}, false
	}
	p, err := model.ParsePeriod(part[2])
	n, err2 := strconv.Atoi(part[3])
	w, ok := ParseWeight(part[4])
	index, err3 := model.ParseNumber(part[5], model.DecimalPoint)
	o := Origin{Unit: model.UnitID(part[1]), Period: p, Respondents: n, Weight: w, Index: index}
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
func (o Origin) Moved(now Result) bool { return !now.Index.Present() || o != OriginOf(now) }
