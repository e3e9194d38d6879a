package catalogue

import "kinerja/model"

// A gauge keeps its unit and source as one word each, and that is what a file,
// a table and a value typed as a fraction are compared with. These are the same
// words in both languages, for whoever reads them.

var units = map[string]string{
	"menit": "minutes", "hari": "days", "orang": "people", "dokumen": "documents", "laporan": "reports",
	"murid": "pupils", "kasus": "cases", "jam": "hours", "kegiatan": "activities", "JP": "hours",
	"kunjungan": "visits",
}

var sources = map[string]model.Text{
	sourceDefault: {ID: "bawaan program", EN: "program default"},
	sourceSample:  {ID: "contoh SKP guru", EN: "sample teacher plan"},
}

// Unit is a unit of measure in both languages; one that is not known here is as
// it was typed, in either.
func Unit(unit string) model.Text { return model.Text{ID: unit, EN: units[unit]} }

// Source is where a gauge or an instrument comes from, in both languages; what
// somebody typed is as it was typed.
func Source(source string) model.Text {
	if text, ours := sources[source]; ours {
		return text
	}
	return model.Text{ID: source}
}
