package catalogue

import "kinerja/model"

// The instruments of a school (DOMAIN 4.2).

func parents(weight int64) model.Gauge {
	return satisfaction("IKOT", "Kepuasan orang tua (SKM)", "Satisfaction of parents (SKM)", weight)
}

func teacher() []model.Gauge {
	return []model.Gauge{
		unverified(coverage("TUNTAS", "Ketuntasan belajar (KKTP)", "Pupils who reach the criteria (KKTP)", 80, 25), model.Quality, sourceDefault),
		unverified(coverage("HADIRPD", "Kehadiran peserta didik", "Presence of pupils", 95, 10), model.Quality, sourceDefault),
		presence("Kehadiran guru", "Presence of the teacher", 10),
		{
			Code: "OBS", Name: model.Text{ID: "Nilai observasi kelas", EN: "Class observation"}, Unit: "1–4",
			Aspect: model.Quality, Direction: model.Higher, Target: model.Int(3),
			Low: model.Some(model.Int(1)), High: model.Some(model.Int(4)),
			Weight: model.Int(20), Aggregate: model.Mean, Source: sourceGTK, Unverified: true,
		},
		count("PERKT", "Dokumen perangkat pembelajaran", "Teaching materials prepared", "dokumen", 1, 6, 10, sourceSample),
		count("LAPOR", "Laporan evaluasi hasil pembelajaran", "Reports on learning results", "laporan", 1, 4, 10, sourceSample),
		parents(10),
		training(5),
	}
}

func headTeacher() []model.Gauge {
	return []model.Gauge{
		unverified(coverage("LITER", "Murid mencapai kompetensi minimum literasi", "Pupils with basic literacy", 70, 20), model.Quality, sourceReport),
		unverified(coverage("NUMER", "Murid mencapai kompetensi minimum numerasi", "Pupils with basic numeracy", 65, 20), model.Quality, sourceReport),
		unverified(coverage("SUPERV", "Guru disupervisi dan ditindaklanjuti", "Teachers observed and followed up", 100, 15), model.Quality, sourceDefault),
		presence("Kehadiran guru", "Presence of teachers", 10),
		{
			Code: "PUTUS", Name: model.Text{ID: "Murid putus sekolah", EN: "Pupils who dropped out"}, Unit: "murid",
			Aspect: model.Quality, Direction: model.Zero, Limit: model.Some(model.Int(5)),
			Low: model.Some(0), High: model.Some(model.Int(50)),
			Weight: model.Int(10), Aggregate: model.Sum, Source: sourceDefault, Unverified: true,
		},
		unverified(coverage("BOS", "Realisasi dana BOS sesuai rencana", "School grant spent as planned", 95, 10), model.Cost, sourceDefault),
		parents(10),
		late(5),
	}
}
