package export

import (
	"iter"

	"kinerja/model"
	"kinerja/model/listing"
)

// Staff is the list of staff as intake reads it: one row a person, with the
// post that stands for them on a day, or the newest where none is held then.
func Staff(units model.Units, on model.Date, people iter.Seq2[model.Profile, error]) Table {
	names := unitNames(units)
	return Table{
		Sheet: "staff",
		Columns: []Column{
			{Name: "id", Field: "id", Kind: Identifier, Hidden: true},
			{Name: "nip", Field: "nip", Kind: Identifier, Width: 21},
			{Name: "nama", Field: "name", Width: 30},
			{Name: "gelar_depan", Field: "title_before", Width: 12},
			{Name: "gelar_belakang", Field: "title_after", Width: 16},
			{Name: "jenis_pegawai", Field: "kind", Width: 14},
			{Name: "golongan", Field: "grade", Kind: Identifier, Width: 10},
			{Name: "jabatan", Field: "position", Width: 30},
			{Name: "jenis_jabatan", Field: "position_kind", Width: 14},
			{Name: "jenjang", Field: "level", Width: 14},
			{Name: "unit", Field: "unit", Width: 30},
			{Name: "nip_penilai", Field: "evaluator_nip", Kind: Identifier, Width: 21},
			{Name: "mulai", Field: "from", Kind: Date, Width: 12},
			{Name: "selesai", Field: "to", Kind: Date, Width: 12},
			{Name: "status", Field: "status", Width: 10},
		},
		Rows: listing.Each(people, func(p model.Profile) []Value {
			e := p.Employee
			row := []Value{
				{Text: string(e.ID)}, {Text: string(e.Number)}, {Text: e.Name}, {Text: e.Before}, {Text: e.After},
				{Text: e.Kind.String()}, {Text: e.Grade},
			}
			post, ok := model.MainPost(p.Posts, on, on)
			if !ok && len(p.Posts) > 0 {
				post, ok = p.Posts[0], true
			}
			if !ok {
				return append(append(row, make([]Value, 7)...), status(e))
			}
			return append(row,
				Value{Text: post.Position}, Value{Text: post.Kind.String()}, Value{Text: post.Level},
				Value{Text: names[post.Unit]}, Value{Text: evaluatorOf(p, post)},
				Value{Date: post.From}, Value{Date: lastDay(e, post)}, status(e))
		}),
	}
}

// status says whether somebody still works here, in the words that reading
// knows.
func status(e model.Employee) Value {
	if e.Left.IsZero() {
		return Value{Text: "aktif", Word: "active"}
	}
	return Value{Text: "berhenti", Word: "left"}
}

// lastDay is the end of a post, or of the employment: who has left holds none.
func lastDay(e model.Employee, post model.Post) model.Date {
	if post.To.IsZero() {
		return e.Left
	}
	return post.To
}

// evaluatorOf is the number of the evaluator of post, where the profile knows
// that person: nothing is better than somebody else's number.
func evaluatorOf(p model.Profile, post model.Post) string {
	if post.Evaluator != "" && post.Evaluator == p.Evaluator.ID {
		return string(p.Evaluator.Number)
	}
	return ""
}

// unitNames says how a unit is written so that reading finds it again: by its
// name, or by its code where several bear the name.
func unitNames(units model.Units) map[model.UnitID]string {
	bear := map[string]int{}
	for _, u := range units {
		bear[u.Name]++
	}
	names := make(map[model.UnitID]string, len(units))
	for id, u := range units {
		names[id] = u.Name
		if bear[u.Name] > 1 && u.Code != "" {
			names[id] = u.Code
		}
	}
	return names
}
