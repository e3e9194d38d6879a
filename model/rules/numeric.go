package rules

import "kinerja/model"

// The rule sets of earlier years, which compute (DOMAIN 2). They serve old
// years, and institutions that go on using them as an aid.

// gliding is the scale of PP 30/2019 article 41(5), best first. The text that
// was read ends after Cukup; the two bands below are a default.
func gliding() []Band {
	return []Band{
		{Predicate: model.VeryGood, From: model.Int(110), Idea: true},
		{Predicate: model.Good, From: model.Int(90)},
		{Predicate: model.NeedsImprovement, From: model.Int(70)},
		{Predicate: model.Poor, From: model.Int(50)},
		{Predicate: model.VeryPoor},
	}
}

// numeric is what the rule sets of earlier years have in common. Their
// ratings are the words of the aid, which goes on suggesting beside them.
func numeric(id, name, source string, f Formula) RuleSet {
	now := PermenPANRB6()
	rs := RuleSet{
		ID: id, Version: 1, Name: model.Text{ID: name, EN: name}, Source: source,
		Limits: now.Limits, Ratings: now.Ratings, Predicates: now.Predicates, Formula: &f,
	}
	rs.Predicates[model.NeedsImprovement] = model.Text{ID: "Cukup", EN: "Sufficient"}
	rs.Predicates[model.Poor] = model.Text{ID: "Kurang", EN: "Poor"}
	return rs
}

// PP30 is PP 30/2019 for agencies that do not hear peers and subordinates:
// 70 % results, 30 % behaviour.
func PP30() RuleSet {
	rs := numeric("pp30", "PP 30/2019 (70/30)", "PP 30/2019 tentang Penilaian Kinerja Pegawai Negeri Sipil, pasal 41", Formula{
		Results: model.Int(70), Behaviour: model.Int(30), MostBehaviour: model.Int(120), Bands: gliding(),
	})
	rs.Basis = append(pp30Basis(), ownBasis("min_share"))
	return rs
}

// peers is the same rule set for agencies that hear peers and direct
// subordinates: 60 % results, 40 % behaviour.
func peers(rs RuleSet, name string) RuleSet {
	f := *rs.Formula
	f.Results, f.Behaviour = model.Int(60), model.Int(40)
	rs.ID, rs.Name, rs.Formula = rs.ID+"-60", model.Text{ID: name, EN: name}, &f
	return rs
}

// PP30Peers is PP 30/2019 for agencies that hear peers and direct
// subordinates: 60/40.
func PP30Peers() RuleSet { return peers(PP30(), "PP 30/2019 (60/40)") }

// PermenPANRB8 is PermenPANRB 8/2021, the annex of numbers to PP 30/2019:
// values of indicators in steps of whole per cents, then 70/30.
func PermenPANRB8() RuleSet {
	one := model.Int(1)
	rs := numeric("permenpanrb8", "PermenPANRB 8/2021 (70/30)", "PermenPANRB 8/2021 tentang Sistem Manajemen Kinerja PNS", Formula{
		Kinds: [4]Kind{Lined, Lined, Lined, Lined}, Whole: true,
		Lines: []Line{
			{From: 0, Base: 0, Rise: model.Int(49), Run: model.Int(59)},
			{From: model.Int(60), Base: model.Int(50), Rise: one, Run: one},
			{From: model.Int(80), Base: model.Int(70), Rise: one, Run: one},
			{From: model.Int(100), Base: model.Int(109), Run: one},
			{From: model.Int(101), Base: model.Int(110), Rise: model.Int(10), Run: model.Int(9)},
			{From: model.Int(111), Base: model.Int(120), Run: one},
		},
		Maximum: model.Int(120),
		Results: model.Int(70), Behaviour: model.Int(30), MostBehaviour: model.Int(120), Bands: gliding(),
	})
	rs.Basis = append(permenpanrb8Basis(), append(pp30Basis(), ownBasis("min_share"))...)
	return rs
}

// PermenPANRB8Peers is PermenPANRB 8/2021 with 60/40.
func PermenPANRB8Peers() RuleSet { return peers(PermenPANRB8(), "PermenPANRB 8/2021 (60/40)") }

// PP46 is PP 46/2011 with Perka BKN 1/2013, still met in personnel files: time
// and cost by efficiency, 60 % results and 40 % behaviour.
func PP46() RuleSet {
	rs := numeric("pp46", "PP 46/2011", "PP 46/2011 tentang Penilaian Prestasi Kerja PNS; Perka BKN 1/2013", Formula{
		Kinds:   [4]Kind{model.Timeliness: Efficient, model.Cost: Efficient},
		Results: model.Int(60), Behaviour: model.Int(40), MostBehaviour: model.Int(100),
		Bands: []Band{
			{Predicate: model.VeryGood, From: model.Int(91)},
			{Predicate: model.Good, From: model.Int(76)},
			{Predicate: model.NeedsImprovement, From: model.Int(61)},
			{Predicate: model.Poor, From: model.Int(51)},
			{Predicate: model.VeryPoor},
		},
	})
	rs.Limits.Above, rs.Limits.Meets = model.Int(91), model.Int(76)
	rs.Predicates[model.VeryPoor] = model.Text{ID: "Buruk", EN: "Bad"}
	rs.Basis = pp46Basis()
	return rs
}

// ownBasis says that a number is this program's own.
func ownBasis(field string) Basis {
	return Basis{Field: field, Default: true, Note: model.Text{
		ID: "Bawaan program, bukan ketentuan.",
		EN: "This program's default, not law.",
	}}
}

func pp30Basis() []Basis {
	return []Basis{
		{Field: "parts", Note: model.Text{
			ID: "Bobot SKP dan perilaku: 70/30 tanpa, 60/40 dengan pendapat rekan kerja dan bawahan (PP 30/2019 pasal 41).",
			EN: "Weights of results and behaviour: 70/30 without, 60/40 with the opinions of peers and subordinates (PP 30/2019 article 41).",
		}},
		{Field: "bands", Note: model.Text{
			ID: "Sangat baik, Baik dan Cukup menurut PP 30/2019 pasal 41(5). Nilai 110–120 tanpa ide baru adalah Baik.",
			EN: "Very good, Good and Sufficient after PP 30/2019 article 41(5). A value of 110–120 without a new idea is Good.",
		}},
		{Field: "bands_below_70", Default: true, Note: model.Text{
			ID: "Batas Kurang (50) dan Sangat kurang: naskah yang terbaca berhenti sesudah Cukup.",
			EN: "The bounds of Poor (50) and Very poor: the text that was read ends after Sufficient.",
		}},
		{Field: "cap", Note: model.Text{
			ID: "Capaian di atas target dihitung paling tinggi 120 (PP 30/2019).",
			EN: "What exceeds the target counts at most 120 (PP 30/2019).",
		}},
		{Field: "behaviour_max", Default: true, Note: model.Text{
			ID: "Nilai perilaku 0–120: skala yang sama dengan nilai SKP; pasalnya tidak terbaca.",
			EN: "Behaviour from 0 to 120: the scale of the results; the article was not read.",
		}},
	}
}

func permenpanrb8Basis() []Basis {
	return []Basis{
		{Field: "lines", Note: model.Text{
			ID: "Nilai capaian IKI menurut PermenPANRB 8/2021 hlm. 91, 93, 243; capaian dibulatkan ke persen utuh seperti pada tabel peraturan (97,89 menjadi 98, nilai 88).",
			EN: "Values of indicators after PermenPANRB 8/2021 pp. 91, 93, 243; capaian is rounded to a whole per cent as in the regulation's own table (97.89 becomes 98, value 88).",
		}},
		{Field: "lines_101_110", Default: true, Note: model.Text{
			ID: "Nilai untuk capaian 101–110 disimpulkan dari pola; halamannya tidak terbaca.",
			EN: "The values for a capaian of 101–110 are inferred from the pattern; that page was not read.",
		}},
		{Field: "inside", Default: true, Note: model.Text{
			ID: "Realisasi di dalam target rentang dihitung 100; capaian negatif dihitung 0.",
			EN: "A value inside a range target counts 100; a negative capaian counts 0.",
		}},
		{Field: "maximum", Note: model.Text{
			ID: "Target yang merupakan batas tertinggi: capaian 100 bernilai 120. Dikenali dari batas wajar indikator yang sama dengan targetnya, atau arah nol.",
			EN: "A target that is the most there can be: capaian 100 has the value 120. Known by a plausible limit equal to the target, or by the direction nol.",
		}},
		{Field: "additional", Default: true, Note: model.Text{
			ID: "Kinerja tambahan (paling banyak 10) dan bobot lingkup penugasan tidak dihitung: bobotnya tidak ditemukan.",
			EN: "Additional results (at most 10) and the weights of the scope of duties are not computed: the weights were not found.",
		}},
	}
}

func pp46Basis() []Basis {
	return []Basis{
		{Field: "lines", Note: model.Text{
			ID: "Waktu dan biaya menurut Perka BKN 1/2013: tepat target bernilai 76; efisiensi sampai 24 % menambah, di atasnya mengurangi.",
			EN: "Time and cost after Perka BKN 1/2013: on target is 76; an efficiency up to 24 % adds, beyond it takes away.",
		}},
		{Field: "parts", Note: model.Text{
			ID: "60 % SKP dan 40 % perilaku (PP 46/2011).",
			EN: "60 % results and 40 % behaviour (PP 46/2011).",
		}},
		{Field: "bands", Default: true, Note: model.Text{
			ID: "Batas 91, 76, 61 dan 51: belum diverifikasi. Nilai di antara dua batas masuk ke yang lebih rendah.",
			EN: "The bounds 91, 76, 61 and 51: not verified. A value between two of them belongs to the lower.",
		}},
		{Field: "weights", Default: true, Note: model.Text{
			ID: "Aspek dirata-ratakan menurut bobot indikator; peraturan membagi sama rata per kegiatan.",
			EN: "Aspects are averaged by the weights of the indicators; the regulation divides evenly within an activity.",
		}},
		{Field: "additional", Default: true, Note: model.Text{
			ID: "Tugas tambahan dan kreativitas tidak dihitung.",
			EN: "Additional duties and creativity are not computed.",
		}},
		ownBasis("cap"), ownBasis("min_share"), ownBasis("above"), ownBasis("meets"),
	}
}
