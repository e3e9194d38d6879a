package catalogue

import "kinerja/model"

// The gauges that several instruments share. Each has one target everywhere, so
// that units can be put side by side.

// satisfaction is the index of the survey of satisfaction; 76.61 is where
// "Baik" begins.
func satisfaction(code, id, en string, weight int64) model.Gauge {
	return model.Gauge{
		Code: code, Name: model.Text{ID: id, EN: en}, Unit: "0–100", Aspect: model.Quality, Direction: model.Higher,
		Target: model.MustNumber("76.61"), Low: model.Some(model.Int(25)), High: model.Some(model.Int(100)),
		Weight: model.Int(weight), Aggregate: model.Mean, Source: sourceSKM,
	}
}

func patients(weight int64) model.Gauge {
	return satisfaction("IKM", "Kepuasan pasien (IKM)", "Satisfaction of patients (IKM)", weight)
}

func waiting(weight int64) model.Gauge {
	return model.Gauge{
		Code: "TUNGGU", Name: model.Text{ID: "Waktu tunggu rawat jalan", EN: "Waiting time of outpatients"}, Unit: "menit",
		Aspect: model.Timeliness, Direction: model.Lower, Target: model.Int(60),
		Low: model.Some(model.Int(1)), High: model.Some(model.Int(240)),
		Weight: model.Int(weight), Aggregate: model.Mean, Source: sourceDefault, Unverified: true,
	}
}

// late counts the days by which the reports of the period were late; ten days
// leave nothing of it.
func late(weight int64) model.Gauge {
	return model.Gauge{
		Code: "TELAT", Name: model.Text{ID: "Keterlambatan laporan bulanan", EN: "Monthly reports late"}, Unit: "hari",
		Aspect: model.Timeliness, Direction: model.Zero, Limit: model.Some(model.Int(10)),
		Low: model.Some(0), High: model.Some(model.Int(31)),
		Weight: model.Int(weight), Aggregate: model.Sum, Source: sourceDefault, Unverified: true,
	}
}

// training counts lesson hours: 20 in a year, 5 in a quarter.
func training(weight int64) model.Gauge {
	return model.Gauge{
		Code: "JP", Name: model.Text{ID: "Pengembangan kompetensi", EN: "Training taken"}, Unit: "JP",
		Aspect: model.Quantity, Direction: model.Higher, Target: model.Int(5),
		Low: model.Some(0), High: model.Some(model.Int(40)),
		Weight: model.Int(weight), Aggregate: model.Sum, Source: sourceDefault, Unverified: true,
	}
}

func presence(id, en string, weight int64) model.Gauge {
	return unverified(coverage("HADIR", id, en, 95, weight), model.Timeliness, sourceDefault)
}

func hands(weight int64) model.Gauge {
	return from(coverage("TANGAN", "Kepatuhan kebersihan tangan", "Compliance with hand hygiene", 85, weight), model.Quality, sourceINM)
}

// count is a number of things made, such as documents.
func count(code, id, en, unit string, target, most, weight int64, source string) model.Gauge {
	return model.Gauge{
		Code: code, Name: model.Text{ID: id, EN: en}, Unit: unit, Aspect: model.Quantity, Direction: model.Higher,
		Target: model.Int(target), Low: model.Some(0), High: model.Some(model.Int(most)),
		Weight: model.Int(weight), Aggregate: model.Sum, Source: source,
	}
}
