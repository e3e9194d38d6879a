package computed

import (
	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/listing"
	"kinerja/ui/lang"
)

// Columns are those of a list of evaluations in a file; the command line gives
// them the same names.
func Columns() []listing.Column {
	return []listing.Column{
		{Name: "plan", Kind: listing.Identifier, Hidden: true},
		{Name: "nip", Kind: listing.Identifier, Width: 21},
		{Name: "nama", Width: 30},
		{Name: "jabatan", Width: 30},
		{Name: "unit", Width: 30},
		{Name: "periode", Kind: listing.Identifier, Width: 10},
		{Name: "nilai", Kind: listing.Number, Width: 10},
		{Name: "bobot_terisi", Kind: listing.Number, Width: 12},
		{Name: "saran", Width: 22},
		{Name: "hasil_kerja", Width: 22},
		{Name: "perilaku", Width: 22},
		{Name: "alasan", Width: 40},
		{Name: "predikat", Width: 18},
		{Name: "keadaan", Width: 30},
	}
}

// Row is somebody's row under those columns, with an evaluation as it is seen now.
func Row(t *lang.Texts, b *board.Board, r *board.Person, e model.Evaluation) []listing.Value {
	score, share, suggested := model.Amount{}, model.Amount{}, model.NotRated
	if r.Err == nil {
		score, share, suggested = r.Score.Value, model.Some(r.Score.Share), r.Suggested
	}
	return []listing.Value{
		{Text: string(r.Plan.ID)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: r.Post.Position},
		{Text: b.Units[r.Plan.Unit].Name}, {Text: b.Period.String()}, {Number: score}, {Number: share},
		listing.Rating(suggested, t.Rating), listing.Rating(e.Result, t.Rating), listing.Rating(e.Behaviour, t.Rating),
		{Text: e.Reason}, listing.Predicate(e.Predicate, func(model.Predicate) string { return Predicate(t, r, e) }), {Text: t.State(e.State)},
	}
}
