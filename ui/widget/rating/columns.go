package rating

import "kinerja/model/listing"

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
