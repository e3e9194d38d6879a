package catalogue

import "kinerja/model"

// The instruments of offices, and of everyone for whom there is no other.

func administrator() []model.Gauge {
	return []model.Gauge{
		unverified(coverage("SURAT", "Surat dan dokumen selesai tepat waktu", "Letters and documents done in time", 95, 25), model.Timeliness, sourceDefault),
		unverified(coverage("ARSIP", "Arsip tertata sesuai daftar", "Files kept as listed", 90, 20), model.Quality, sourceDefault),
		{
			Code: "SALAH", Name: model.Text{ID: "Dokumen dikembalikan karena salah", EN: "Documents returned for errors"}, Unit: "%",
			Aspect: model.Quality, Direction: model.Lower, Target: model.Int(5),
			Low: model.Some(0), High: model.Some(model.Int(100)),
			Weight: model.Int(15), Aggregate: model.Ratio, Source: sourceDefault, Unverified: true,
		},
		satisfaction("IKM", "Kepuasan layanan internal (SKM)", "Satisfaction with internal service (SKM)", 15),
		late(10),
		presence("Kehadiran", "Presence", 10),
		training(5),
	}
}

func general() []model.Gauge {
	return []model.Gauge{
		unverified(coverage("TUGAS", "Rencana aksi selesai tepat waktu", "Action plan done in time", 95, 35), model.Timeliness, sourceDefault),
		unverified(coverage("MUTU", "Hasil kerja diterima tanpa perbaikan", "Work accepted without correction", 90, 25), model.Quality, sourceDefault),
		satisfaction("IKM", "Kepuasan layanan (SKM)", "Satisfaction with the service (SKM)", 15),
		late(10),
		presence("Kehadiran", "Presence", 10),
		training(5),
	}
}
