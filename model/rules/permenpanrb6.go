package rules

import "kinerja/model"

// PermenPANRB6 is the rule in force: PermenPANRB 6/2022, Pengelolaan Kinerja
// Pegawai ASN. It has no formula. The two ratings are a person's; the matrix
// is law; the four numbers are this program's defaults for the aid.
func PermenPANRB6() RuleSet {
	const (
		vp = model.VeryPoor
		po = model.Poor
		ni = model.NeedsImprovement
		gd = model.Good
		vg = model.VeryGood
	)
	return RuleSet{
		ID:      "permenpanrb6",
		Version: 1,
		Name:    model.Text{ID: "PermenPANRB 6/2022", EN: "PermenPANRB 6/2022"},
		Source:  "PermenPANRB 6/2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara",

		Limits: Limits{Above: model.Int(110), Meets: model.Int(90), MinShare: model.Int(80), Cap: model.Int(120)},

		// Rows: result, columns: behaviour; each below, meets, above.
		Matrix: [3][3]model.Predicate{
			{vp, ni, ni},
			{po, gd, gd},
			{po, gd, vg},
		},
		Ratings: [4]model.Text{
			model.Below: {ID: "Di bawah ekspektasi", EN: "Below expectation"},
			model.Meets: {ID: "Sesuai ekspektasi", EN: "Meets expectation"},
			model.Above: {ID: "Di atas ekspektasi", EN: "Above expectation"},
		},
		Predicates: [6]model.Text{
			model.VeryPoor:         {ID: "Sangat kurang", EN: "Very poor"},
			model.Poor:             {ID: "Kurang/misconduct", EN: "Poor/misconduct"},
			model.NeedsImprovement: {ID: "Butuh perbaikan", EN: "Needs improvement"},
			model.Good:             {ID: "Baik", EN: "Good"},
			model.VeryGood:         {ID: "Sangat baik", EN: "Very good"},
		},
		Basis: permenpanrb6Basis(),
	}
}

func permenpanrb6Basis() []Basis {
	return []Basis{
		{Field: "matrix", Note: model.Text{
			ID: "Matriks 3×3 PermenPANRB 6/2022: dua rating menentukan predikat.",
			EN: "The 3×3 matrix of PermenPANRB 6/2022: two ratings decide the predicate.",
		}},
		{Field: "above", Default: true, Note: model.Text{
			ID: "Batas saran bawaan program, bukan ketentuan: peraturan tidak memakai rumus. Angkanya mengikuti batas PP 30/2019 pasal 41.",
			EN: "This program's default for the suggestion, not law: the regulation has no formula. The number follows PP 30/2019 article 41.",
		}},
		{Field: "meets", Default: true, Note: model.Text{
			ID: "Batas saran bawaan program, bukan ketentuan: peraturan tidak memakai rumus. Angkanya mengikuti batas PP 30/2019 pasal 41.",
			EN: "This program's default for the suggestion, not law: the regulation has no formula. The number follows PP 30/2019 article 41.",
		}},
		{Field: "min_share", Default: true, Note: model.Text{
			ID: "Bawaan program: saran baru diberikan bila bobot yang terisi cukup.",
			EN: "This program's default: a suggestion is made only when enough of the weight is present.",
		}},
		{Field: "cap", Default: true, Note: model.Text{
			ID: "Bawaan program, mengikuti batas capaian 120 pada PP 30/2019.",
			EN: "This program's default, after the limit of 120 in PP 30/2019.",
		}},
	}
}
