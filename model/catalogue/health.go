package catalogue

import "kinerja/model"

// The instruments of a puskesmas (DOMAIN 4.1).

func midwife() []model.Gauge {
	return []model.Gauge{
		unverified(coverage("IDL", "Imunisasi dasar lengkap", "Complete basic immunisation", 90, 24), model.Quantity, sourceDefault),
		from(coverage("K6", "Ibu hamil K6", "Pregnant women with six visits (K6)", 100, 20), model.Quantity, sourceSPM),
		patients(20),
		waiting(16),
		late(5),
		unverified(coverage("KF", "Kunjungan nifas lengkap", "Complete postnatal visits", 90, 5), model.Quantity, sourceDefault),
		unverified(coverage("DS", "Balita ditimbang (D/S)", "Children under five weighed (D/S)", 80, 5), model.Quantity, sourceDefault),
		training(5),
	}
}

func nurse() []model.Gauge {
	return []model.Gauge{
		from(coverage("HT", "Pelayanan penderita hipertensi", "Care of people with hypertension", 100, 20), model.Quantity, sourceSPM),
		hands(15),
		from(coverage("APD", "Kepatuhan penggunaan APD", "Compliance with protective equipment", 100, 10), model.Quality, sourceINM),
		from(coverage("IDPAS", "Kepatuhan identifikasi pasien", "Compliance with patient identification", 100, 10), model.Quality, sourceINM),
		patients(20),
		waiting(15),
		late(5),
		training(5),
	}
}

func physician() []model.Gauge {
	return []model.Gauge{
		{
			Code: "PASIEN", Name: model.Text{ID: "Pasien ditangani per hari kerja", EN: "Patients seen per working day"}, Unit: "orang",
			Aspect: model.Quantity, Direction: model.Range, Target: model.Int(20), TargetHigh: model.Some(model.Int(40)),
			Low: model.Some(0), High: model.Some(model.Int(120)),
			Weight: model.Int(20), Aggregate: model.Mean, Source: sourceDefault, Unverified: true,
		},
		unverified(coverage("TB", "Keberhasilan pengobatan TB sensitif obat", "Success of treatment of drug-sensitive TB", 90, 15), model.Quality, sourceINM),
		{
			Code: "RUJUK", Name: model.Text{ID: "Rasio rujukan non-spesialistik", EN: "Referrals that needed no specialist"}, Unit: "%",
			Aspect: model.Cost, Direction: model.Lower, Target: model.Int(2),
			Low: model.Some(0), High: model.Some(model.Int(100)),
			Weight: model.Int(10), Aggregate: model.Ratio, Source: sourceDefault, Unverified: true,
		},
		hands(15),
		unverified(coverage("KELUHAN", "Kecepatan tanggap komplain", "Complaints answered in time", 80, 10), model.Timeliness, sourceINM),
		patients(20),
		training(10),
	}
}
