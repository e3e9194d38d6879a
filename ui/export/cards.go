package export

import (
	"iter"
	"slices"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/listing"
	"kinerja/model/rubric"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/written"
	"kinerja/ui/lang"
)

// People tells who somebody is, for rows that know only the identity.
type People map[model.EmployeeID]model.StaffRow

// Cards is what was reached, long: one row for each measure of a plan, also
// where nothing was entered yet, so that the blanks can be filled in and read
// back.
func Cards(t *lang.Texts, people People, cards iter.Seq2[model.Standing, error]) Table {
	return Table{
		Sheet: "cards",
		Columns: []Column{
			{Name: "nip", Field: "nip", Kind: Identifier, Width: 21},
			{Name: "nama", Field: "employee_name", Width: 30},
			{Name: "periode", Field: "period", Kind: Identifier, Width: 10},
			{Name: "kode", Field: "code", Kind: Identifier, Width: 10},
			{Name: "indikator", Field: "name", Width: 40},
			{Name: "satuan", Field: "unit", Width: 10},
			{Name: "target", Field: "target", Kind: Number, Width: 12},
			{Name: "realisasi", Field: "actual", Kind: Number, Width: 12},
			{Name: "pembilang", Field: "numerator", Kind: Number, Width: 12},
			{Name: "penyebut", Field: "denominator", Kind: Number, Width: 12},
			{Name: "catatan", Field: "note", Width: 40},
			// Which plan, for people who have two in one period.
			{Name: "skp", Field: "plan", Kind: Identifier, Width: 28},
			// What a gain was computed from.
			{Name: "pretes", Field: "pretest", Kind: Number, Width: 10},
			{Name: "postes", Field: "posttest", Kind: Number, Width: 10},
			{Name: "maksimum", Field: "maximum", Kind: Number, Width: 10},
			{Name: "murid", Field: "pupils", Kind: Number, Width: 10},
			{Name: "dikecualikan", Field: "left_out", Kind: Number, Width: 12},
			{Name: "gain_dari", Field: "gain_of", Kind: Identifier, Width: 10},
			// The lessons that a value was computed from.
			{Name: "observasi", Field: "observations", Kind: Identifier, Width: 40},
		},
		Rows: func(yield func([]Value, error) bool) {
			for s, err := range cards {
				if err != nil {
					yield(nil, err)
					return
				}
				who := people[s.Employee]
				for _, m := range s.Plan.Measures {
					if !yield(cardRow(t, who, s, m), nil) {
						return
					}
				}
			}
		},
	}
}

func cardRow(t *lang.Texts, who model.StaffRow, s model.Standing, m model.Measure) []Value {
	e := s.Card.Entry(m.ID)
	target := e.Target
	if !target.Present() {
		target = model.Some(m.Gauge.Target)
	}
	row := []Value{
		{Text: string(who.Number)}, {Text: who.Name}, {Text: s.Period.String()},
		{Text: m.Gauge.Code}, {Text: m.Gauge.Name.In(t.Code)}, {Text: m.Gauge.Unit}, {Number: target},
		{Number: written.Reached(e)}, {Number: e.Num}, {Number: e.Den}, {Text: e.Note}, {Text: string(s.Plan.ID)},
	}
	row = append(row, gained(e)...)
	lessons, _ := rubric.Of(e)
	return append(row, Value{Text: lessons.String()})
}

// gained are the cells of what a gain was computed from; six empty ones for any
// other value.
func gained(e model.Entry) []Value {
	d, ok := gain.Of(e)
	if !ok {
		return make([]Value, 6)
	}
	row := []Value{{Number: model.Some(d.Pre)}, {Number: model.Some(d.Post)}, {Number: model.Some(d.Max)}, {}, {}, {Text: d.Which.String()}}
	if d.Pupils > 0 {
		row[3].Number = model.Some(model.Int(int64(d.Pupils)))
	}
	if d.LeftOut > 0 {
		row[4].Number = model.Some(model.Int(int64(d.LeftOut)))
	}
	return row
}

// Evaluations is how people were rated: the aid as it stood at the rating, or
// as it comes to now where there is none yet; ratings, predicate and state.
// People read them in their language, machines by the words of the command
// line.
func Evaluations(t *lang.Texts, book rules.Book, units model.Units, people People, list iter.Seq2[model.Standing, error]) Table {
	names := unitNames(units)
	return Table{
		Sheet: "evaluations",
		Columns: []Column{
			{Name: "plan", Field: "plan", Kind: Identifier, Hidden: true},
			{Name: "nip", Field: "nip", Kind: Identifier, Width: 21},
			{Name: "nama", Field: "name", Width: 30},
			{Name: "jabatan", Field: "position", Width: 30},
			{Name: "unit", Field: "unit", Width: 30},
			{Name: "periode", Field: "period", Kind: Identifier, Width: 10},
			{Name: "nilai", Field: "score", Kind: Number, Fixed: true, Width: 10},
			{Name: "bobot_terisi", Field: "share", Kind: Number, Fixed: true, Width: 12},
			{Name: "saran", Field: "suggested", Width: 22},
			{Name: "hasil_kerja", Field: "result", Width: 22},
			{Name: "perilaku", Field: "behaviour", Width: 22},
			{Name: "alasan", Field: "reason", Width: 40},
			{Name: "predikat", Field: "predicate", Width: 18},
			{Name: "keadaan", Field: "state", Width: 30},
			{Name: "aturan", Field: "ruleset", Kind: Identifier, Width: 16},
			{Name: "surat", Field: "document", Width: 30},
			{Name: "tanggal", Field: "date", Kind: Date, Width: 12},
		},
		Rows: listing.Each(list, func(s model.Standing) []Value {
			who := people[s.Employee]
			e := aided(book, who.Kind, s)
			from := Letter(e)
			return []Value{
				{Text: string(s.Plan.ID)}, {Text: string(who.Number)}, {Text: who.Name}, {Text: who.Position},
				{Text: names[s.Plan.Unit]}, {Text: s.Period.String()}, {Number: e.Score}, {Number: model.Some(e.Share)},
				listing.Rating(e.Suggested, t.Rating), listing.Rating(e.Result, t.Rating), listing.Rating(e.Behaviour, t.Rating), {Text: e.Reason},
				listing.Predicate(e.Predicate, predicate(t, book.File, e)), {Text: t.State(e.State), Word: e.State.String()}, {Text: e.RuleSet},
				{Text: from.Document}, {Date: from.On},
			}
		}),
	}
}

// predicate names what an evaluation came to in the words of the rule set by
// which it did.
func predicate(t *lang.Texts, rs rules.RuleSet, e model.Evaluation) func(model.Predicate) string {
	return func(p model.Predicate) string {
		if own, ok := rules.WordOf(e, rs); ok {
			return own.In(t.Code)
		}
		return t.Predicate(p)
	}
}

// Letter is the newest word of the employee about an evaluation that was recorded
// from a letter, since it was last shared; the zero Word where there is none.
func Letter(e model.Evaluation) model.Word {
	for _, w := range slices.Backward(e.Words) {
		switch {
		case w.Act == string(model.VerbWithdraw) || w.Act == string(model.VerbShare):
			return model.Word{}
		case w.Via == model.Recorded && w.Document != "" && w.Whose == e.Employee:
			return w
		}
	}
	return model.Word{}
}

// aided gives the evaluation with the aid: what it carries since it was rated,
// or, before that, what the results come to now by the rule set of the plan.
func aided(book rules.Book, kind model.EmployeeKind, s model.Standing) model.Evaluation {
	e := s.Evaluation
	if e.State != model.EvaluationDraft {
		return e
	}
	// A card that cannot be scored has no number; its page says why.
	if now, _, err := score.StandingIn(book, kind, e, s.Card, s.Plan); err == nil {
		e.Score, e.Share, e.Suggested, e.RuleSet = now.Value, now.Share, now.Suggested, now.RuleSet
	}
	return e
}
