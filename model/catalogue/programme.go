package catalogue

import "kinerja/model"

// The services of the minimum standard, and the instruments of whoever answers for
// a puskesmas as a whole (DOMAIN 4.1).

// standard is one of the twelve services: people served to standard, of those who
// should be. All of them is the target, and nothing beyond it
// counts (PMK 4/2019).
func standard(code, id, en string, weight int64) model.Gauge {
	return from(coverage(code, id, en, 100, weight), model.Quantity, sourceSPM)
}

// estimated is a service whose denominator is an estimate, or is defined in more
// than one way: the target is verified, whom it is of is not.
func estimated(code, id, en string, weight int64) model.Gauge {
	return unverified(coverage(code, id, en, 100, weight), model.Quantity, sourceSPM)
}

func minimumStandard() []model.Gauge {
	return []model.Gauge{
		standard("SPM01", "SPM ibu hamil: dilayani sesuai standar, dari ibu hamil di wilayah kerja", "SPM pregnant women: served to standard, of those in the area", 9),
		standard("SPM02", "SPM ibu bersalin: dilayani sesuai standar, dari semua ibu bersalin", "SPM deliveries: served to standard, of all deliveries", 9),
		standard("SPM03", "SPM bayi baru lahir: dilayani sesuai standar, dari semua bayi baru lahir", "SPM newborn: served to standard, of all newborn", 9),
		standard("SPM04", "SPM balita: dilayani sesuai standar, dari balita 0–59 bulan", "SPM under five: served to standard, of children of 0 to 59 months", 9),
		estimated("SPM05", "SPM usia pendidikan dasar: diskrining, dari anak usia pendidikan dasar", "SPM school age: screened, of children of primary school age", 8),
		standard("SPM06", "SPM usia produktif: diskrining, dari penduduk 15–59 tahun", "SPM 15 to 59 years: screened, of residents of that age", 8),
		standard("SPM07", "SPM usia lanjut: diskrining, dari penduduk 60 tahun ke atas", "SPM 60 years and over: screened, of residents of that age", 8),
		estimated("SPM08", "SPM hipertensi: dilayani sesuai standar, dari estimasi penderita", "SPM hypertension: served to standard, of the estimated patients", 8),
		estimated("SPM09", "SPM diabetes melitus: dilayani sesuai standar, dari estimasi penderita", "SPM diabetes mellitus: served to standard, of the estimated patients", 8),
		standard("SPM10", "SPM ODGJ berat: dilayani sesuai standar, dari ODGJ berat", "SPM severe mental disorder: served to standard, of those who have it", 8),
		standard("SPM11", "SPM terduga tuberkulosis: dilayani sesuai standar, dari orang terduga TB", "SPM suspected tuberculosis: served to standard, of those suspected", 8),
		standard("SPM12", "SPM risiko HIV: dilayani sesuai standar, dari orang berisiko", "SPM risk of HIV: served to standard, of those at risk", 8),
	}
}

// indicators are the six that every puskesmas has to measure (PMK 30/2022); the
// targets of two of them were not seen.
func indicators() []model.Gauge {
	return []model.Gauge{
		hands(20),
		from(coverage("APD", "Kepatuhan penggunaan APD", "Compliance with protective equipment", 100, 15), model.Quality, sourceINM),
		from(coverage("IDPAS", "Kepatuhan identifikasi pasien", "Compliance with patient identification", 100, 15), model.Quality, sourceINM),
		tuberculosis(15),
		unverified(coverage("ANC", "Ibu hamil mendapat ANC sesuai standar", "Pregnant women with standard antenatal care", 100, 15), model.Quality, sourceINM),
		patients(20),
	}
}

func tuberculosis(weight int64) model.Gauge {
	return unverified(coverage("TB", "Keberhasilan pengobatan TB sensitif obat", "Success of treatment of drug-sensitive TB", 90, weight), model.Quality, sourceINM)
}

func clinicHead() []model.Gauge {
	return []model.Gauge{
		{
			Code: "PKP", Name: model.Text{ID: "Cakupan penilaian kinerja puskesmas (PKP)", EN: "Assessment of the puskesmas (PKP)"}, Unit: "%",
			Aspect: model.Quantity, Direction: model.Higher, Target: model.Int(91),
			Low: model.Some(0), High: model.Some(model.Int(100)),
			Weight: model.Int(20), Aggregate: model.Latest, Source: sourceDefault, Unverified: true,
		},
		unverified(coverage("IDL", "Imunisasi dasar lengkap", "Complete basic immunisation", 90, 10), model.Quantity, sourceDefault),
		unverified(coverage("DS", "Balita ditimbang (D/S)", "Children under five weighed (D/S)", 80, 5), model.Quantity, sourceDefault),
		{
			Code: "STUNT", Name: model.Text{ID: "Balita gizi kurang atau stunting", EN: "Children under five undernourished or stunted"}, Unit: "%",
			Aspect: model.Quality, Direction: model.Lower, Target: model.Int(14),
			Low: model.Some(0), High: model.Some(model.Int(100)),
			Weight: model.Int(10), Aggregate: model.Ratio, Source: sourceDefault, Unverified: true,
		},
		visits(10),
		{
			Code: "MATI", Name: model.Text{ID: "Kematian ibu dan bayi", EN: "Deaths of mothers and infants"}, Unit: "kasus",
			Aspect: model.Quality, Direction: model.Zero, Limit: model.Some(model.Int(3)),
			Low: model.Some(0), High: model.Some(model.Int(50)),
			Weight: model.Int(10), Aggregate: model.Sum, Source: sourceDefault, Unverified: true,
		},
		referrals(10),
		patients(15),
		unverified(coverage("KELUHAN", "Kecepatan tanggap komplain", "Complaints answered in time", 80, 5), model.Timeliness, sourceINM),
		late(5),
	}
}

// visits are a number whose target is local: 3,000 in a quarter is a beginning.
func visits(weight int64) model.Gauge {
	g := count("KUNJ", "Kunjungan rawat jalan", "Visits of outpatients", "kunjungan", 3000, 60_000, weight, sourceDefault)
	g.Unverified = true
	return g
}

// referrals are those that no specialist was needed for; fewer is better.
func referrals(weight int64) model.Gauge {
	return model.Gauge{
		Code: "RUJUK", Name: model.Text{ID: "Rasio rujukan non-spesialistik", EN: "Referrals that needed no specialist"}, Unit: "%",
		Aspect: model.Cost, Direction: model.Lower, Target: model.Int(2),
		Low: model.Some(0), High: model.Some(model.Int(100)),
		Weight: model.Int(weight), Aggregate: model.Ratio, Source: sourceDefault, Unverified: true,
	}
}
