// Package history reads facts as people read them, and turns them round: which
// values a fact changed, and which differences take it back.
//
// What it promises: it decides from the fact and the record as it is now, and
// from nothing else. A value that somebody changed since is never taken back
// under them.
package history

import (
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/model/written"
	"kinerja/store/form"
)

// entriesPath is where a card keeps its entries.
const entriesPath = "9"

// sumsPath is where a survey keeps the sums of its answers, by element.
const sumsPath = "5"

// ofElements lists what moved in a survey, element by element. Another answer is
// another sum; how many answered needs no line of its own.
func ofElements(d model.Difference) (list []Change) {
	var before, after []model.Number
	if form.Decode(d.Before, &before) != nil || form.Decode(d.After, &after) != nil {
		return nil
	}
	for i := range min(len(before), len(after)) {
		if before[i] != after[i] {
			list = append(list, Change{Path: d.Path, Code: strings.ToUpper(survey.Field(i)), Before: model.Some(before[i]), After: model.Some(after[i])})
		}
	}
	return list
}

// Change is one value that a fact changed. Path is a path of field numbers as in
// the fact.
type Change struct {
	Path   string
	Code   string // of the measure, for results
	Before any    // model.Amount, string, int64, bool or nil
	After  any
}

// Changes lists what a fact changed: of a card, one change for each actual; else
// the values as they stand.
func Changes(f model.Fact, k Known) []Change {
	var list []Change
	if f.Header.Kind == model.KindPlan {
		list = targets(f.Payload.Differences, k)
	}
	for _, d := range f.Payload.Differences {
		switch {
		case f.Header.Kind == model.KindCard:
			list = append(list, ofCard(f.Payload.Differences, d, k)...)
		case f.Header.Kind == model.KindSurvey && d.Path == sumsPath:
			list = append(list, ofElements(d)...)
		case f.Header.Kind == model.KindAction:
			list = append(list, ofActions(d)...)
		case f.Header.Kind == model.KindAssessment:
			list = append(list, ofAssessment(d, k)...)
		case d.Path == "":
			list = append(list, made(f, d)...)
		default:
			list = append(list, Change{Path: d.Path, Before: plain(d.Before), After: plain(d.After)})
		}
	}
	return list
}

// made lists what a record was made with: its plain values, by field. Of who
// somebody is their name says enough.
func made(f model.Fact, d model.Difference) []Change {
	fields, ok := form.AsObject(d.After)
	if !ok || !tells(f.Header.Kind) {
		return nil
	}
	var list []Change
	for _, n := range fields.Numbers() {
		if v := plain(fields[n]); v != nil {
			list = append(list, Change{Path: strconv.FormatUint(n, 10), After: v})
		}
	}
	return list
}

func ofCard(all []model.Difference, d model.Difference, k Known) []Change {
	path := form.Segments(d.Path)
	switch {
	case len(path) == 0 || len(path) == 1 && path[0] == entriesPath:
		entries := d.After
		if len(path) == 0 {
			entries = form.At(d.After, entriesPath)
		}
		var list []Change
		e, _ := form.AsElements(entries)
		for _, id := range e.IDs {
			list = append(list, Change{Path: form.Join(entriesPath, id), Code: k.code(id), Before: actual(nil, true), After: actual(e.Raw[id], true)})
		}
		return list
	case len(path) == 2 && path[0] == entriesPath && path[1] != form.OrderMark:
		return []Change{{Path: d.Path, Code: k.code(path[1]), Before: actual(d.Before, true), After: actual(d.After, true)}}
	case len(path) == 3 && path[0] == entriesPath && path[2] <= "5":
		before, after := printed(all, path, actual(d.Before, false), actual(d.After, false))
		if m, ok := k.measure(path[1]); ok && path[2] == ownTargetPath { // without an own target the plan's counts
			before, after = orElse(before, m.Gauge.Target), orElse(after, m.Gauge.Target)
		}
		return []Change{{Path: d.Path, Code: k.code(path[1]), Before: before, After: after}}
	case len(path) == 3:
		return []Change{{Path: d.Path, Code: k.code(path[1]), Before: plain(d.Before), After: plain(d.After)}}
	}
	return []Change{{Path: d.Path, Before: plain(d.Before), After: plain(d.After)}}
}

// Tell says in info which result differences on a card are about, and what it
// was and is.
func Tell(info *model.ChangeInfo, list []model.Difference, measures []model.Measure) {
	for _, d := range list {
		path := form.Segments(d.Path)
		if len(path) < 2 || path[0] != entriesPath {
			continue
		}
		for _, m := range measures {
			if string(m.ID) == path[1] {
				info.Measure, info.Detail = m.ID, m.Gauge.Code
			}
		}
		if len(path) == 2 || path[2] == actualPath {
			info.Before, info.After = printed(list, path, actual(d.Before, len(path) == 2), actual(d.After, len(path) == 2))
		}
	}
}

// TouchesEntry reports whether differences of a card change the entry of a
// measure: any part of it, or the whole card with it in it.
func TouchesEntry(list []model.Difference, measure model.ElementID) bool {
	for _, d := range list {
		path := form.Segments(d.Path)
		switch {
		case len(path) >= 2 && path[0] == entriesPath && path[1] == string(measure):
			return true
		case d.Path == "":
			var before, after model.Card
			if form.Decode(d.Before, &before) != nil {
				before = model.Card{}
			}
			if form.Decode(d.After, &after) == nil && after.Entry(measure) != before.Entry(measure) {
				return true
			}
		}
	}
	return false
}

func orElse(a model.Amount, n model.Number) model.Amount { return model.Some(a.Or(n)) }

// actual reads an actual out of a difference: alone, or in a whole entry.
func actual(raw []byte, entry bool) model.Amount {
	if entry {
		var e model.Entry
		if form.Decode(raw, &e) != nil {
			return model.Amount{}
		}
		return written.Reached(e)
	}
	var a model.Amount
	if form.Decode(raw, &a) != nil {
		return model.Amount{}
	}
	return a
}

// plain decodes a value for reading; nil for none or for a whole record.
func plain(raw []byte) any {
	if len(raw) == 0 {
		return nil
	}
	switch raw[0] >> 5 {
	case 4, 5:
		return nil
	}
	var v any
	if form.Decode(raw, &v) != nil {
		return nil
	}
	return v
}

// tells reports a kind of record whose making says something beside what it is
// called.
func tells(k model.Kind) bool {
	switch k {
	case model.KindEvaluation, model.KindFeedback, model.KindCredit, model.KindLeave, model.KindUnitResult, model.KindSituation,
		model.KindObjection, model.KindCoaching, model.KindAward, model.KindDiscipline, model.KindSession,
		model.KindRound, model.KindVoice:
		return true
	}
	return false
}
