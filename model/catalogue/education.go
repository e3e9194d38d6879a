package catalogue

import "kinerja/model"

// Further instruments of a school (DOMAIN 4.2): of a teacher of one subject, with
// how much the pupils learnt; of a head by the report of the ministry; of the office.

// learning is the normalised gain: "medium" begins at the target.
func learning(weight int64) model.Gauge {
	return model.Gauge{
		Code: "NGAIN", Name: model.Text{ID: "Kenaikan hasil belajar (N-gain)", EN: "Gain of learning (N-gain)"}, Unit: "0–1",
		Aspect: model.Quality, Direction: model.Gain, Target: 3 * model.Scale / 10,
		Low: model.Some(model.Int(-1)), High: model.Some(model.Int(1)),
		Weight: model.Int(weight), Aggregate: model.Mean, Source: sourceHake, Unverified: true,
	}
}

func subjectTeacher() []model.Gauge {
	return []model.Gauge{
		learning(20),
		unverified(coverage("TUNTAS", "Ketuntasan belajar (KKTP)", "Pupils who reach the criteria (KKTP)", 80, 15), model.Quality, sourceDefault),
		{
			Code: "OBS", Name: model.Text{ID: "Nilai observasi kelas", EN: "Class observation"}, Unit: "1–4",
			Aspect: model.Quality, Direction: model.Higher, Target: model.Int(3),
			Low: model.Some(model.Int(1)), High: model.Some(model.Int(4)),
			Weight: model.Int(15), Aggregate: model.Mean, Source: sourceGTK, Unverified: true,
		},
		from(coverage("LAKSANA", "Pembelajaran dan penilaian sesuai program", "Teaching and assessment as planned", 100, 10), model.Quantity, sourceSample),
		unverified(coverage("HADIRPD", "Kehadiran peserta didik", "Presence of pupils", 95, 5), model.Quality, sourceDefault),
		presence("Kehadiran guru", "Presence of the teacher", 10),
		count("PERKT", "Dokumen perangkat pembelajaran", "Teaching materials prepared", "dokumen", 1, 6, 5, sourceSample),
		count("LAPOR", "Laporan evaluasi hasil pembelajaran", "Reports on learning results", "laporan", 1, 4, 5, sourceSample),
		parents(10),
		training(5),
	}
}

// report is an indicator of the yearly report of the ministry, 0 to 100; the last
// one holds. It sets no target: a school takes its own.
func report(code, id, en string, target, weight int64) model.Gauge {
	return model.Gauge{
		Code: code, Name: model.Text{ID: id, EN: en}, Unit: "0–100", Aspect: model.Quality, Direction: model.Higher,
		Target: model.Int(target), Low: model.Some(0), High: model.Some(model.Int(100)),
		Weight: model.Int(weight), Aggregate: model.Latest, Source: sourceReport, Unverified: true,
	}
}

func reportedHead() []model.Gauge {
	return []model.Gauge{
		report("RLITER", "Rapor Pendidikan: kemampuan literasi", "Rapor Pendidikan: literacy", 70, 15),
		report("RNUMER", "Rapor Pendidikan: kemampuan numerasi", "Rapor Pendidikan: numeracy", 65, 15),
		report("RKARAK", "Rapor Pendidikan: karakter", "Rapor Pendidikan: character", 60, 10),
		report("RAMAN", "Rapor Pendidikan: iklim keamanan", "Rapor Pendidikan: climate of safety", 70, 10),
		report("RBINEKA", "Rapor Pendidikan: iklim kebinekaan", "Rapor Pendidikan: climate of diversity", 70, 10),
		report("RMUTU", "Rapor Pendidikan: kualitas pembelajaran", "Rapor Pendidikan: quality of teaching", 60, 15),
		{
			Code: "APTS", Name: model.Text{ID: "Angka putus sekolah", EN: "Rate of pupils who dropped out"}, Unit: "%",
			Aspect: model.Quality, Direction: model.Zero, Limit: model.Some(model.Int(5)),
			Low: model.Some(0), High: model.Some(model.Int(100)),
			Weight: model.Int(10), Aggregate: model.Ratio, Source: sourceDefault, Unverified: true,
		},
		parents(10),
		late(5),
	}
}

func schoolOffice() []model.Gauge {
	return []model.Gauge{
		unverified(coverage("DAPODIK", "Data Dapodik mutakhir dan valid", "Dapodik data current and valid", 100, 25), model.Quality, sourceDefault),
		unverified(coverage("SURAT", "Surat dan dokumen selesai tepat waktu", "Letters and documents done in time", 95, 20), model.Timeliness, sourceDefault),
		unverified(coverage("ARSIP", "Arsip tertata sesuai daftar", "Files kept as listed", 90, 15), model.Quality, sourceDefault),
		unverified(coverage("LPJBOS", "Laporan dana BOS lengkap dan tepat waktu", "Reports on the school grant complete and in time", 100, 15), model.Timeliness, sourceDefault),
		satisfaction("IKM", "Kepuasan layanan tata usaha (SKM)", "Satisfaction with the school office (SKM)", 10),
		late(5),
		presence("Kehadiran", "Presence", 5),
		training(5),
	}
}
