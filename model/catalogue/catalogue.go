// Package catalogue holds the ready instruments that the program brings along,
// so that a unit can begin to measure on its first day. They are suggestions to
// be edited, not norms.
//
// It promises that every instrument passes its Check, that its weights sum to
// 100, that it speaks both languages, and that its identities never change: two
// sites that take a ready instrument have the same one. Names of indicators are
// in use in Indonesian districts (DOMAIN 4); a target that no regulation was
// seen to set is marked Unverified. Targets are per quarter.
package catalogue

import "kinerja/model"

// Where names and targets come from, as Gauge.Source shows it.
const (
	sourceSPM     = "PMK 4/2019 (SPM)"
	sourceINM     = "PMK 30/2022 (INM)"
	sourceSKM     = "PermenPANRB 14/2017 (SKM)"
	sourceGTK     = "Ruang GTK"
	sourceHake    = "Hake 1998"
	sourceReport  = "Rapor Pendidikan"
	sourceSample  = "contoh SKP guru / sample teacher plan"
	sourceDefault = "bawaan program / program default"
)

// All returns the ready instruments, version 1: the first, then those that came
// later. None is ever changed or taken away.
func All() []model.Instrument {
	return append(First(),
		ready("KAPUS", "Kepala puskesmas", "Head of puskesmas", clinicHead(),
			"Kepala Puskesmas", "Kepala UPTD Puskesmas", "Kepala UPT Puskesmas"),
		ready("SPMKES", "Pemegang program SPM", "Minimum health services", minimumStandard(),
			"Pemegang Program", "Penanggung Jawab Program", "Pengelola Program Kesehatan", "Pengelola Program SPM",
			"Administrator Kesehatan", "Epidemiolog Kesehatan"),
		ready("INM", "Pengelola mutu puskesmas", "Quality of the puskesmas", indicators(),
			"Pengelola Mutu", "Penanggung Jawab Mutu"),
		ready("GURUMP", "Guru mata pelajaran", "Subject teacher", subjectTeacher(),
			"Guru Mata Pelajaran", "Guru Bidang Studi"),
		ready("KEPSEKRP", "Kepala sekolah (Rapor)", "Head teacher (Rapor)", reportedHead(),
			"Kepala Sekolah Penggerak", "Kepala SMA", "Kepala SMK", "Kepala SLB", "Kepala SKB", "Kepala PAUD"),
		ready("TUSEK", "Tenaga administrasi sekolah", "School office", schoolOffice(),
			"Tenaga Administrasi Sekolah", "Kepala Tata Usaha Sekolah", "Operator Sekolah", "Operator Dapodik", "Bendahara Sekolah"),
	)
}

// First returns the seven ready instruments of the beginning, the general one
// last: those of the sample.
func First() []model.Instrument {
	return []model.Instrument{
		ready("BIDAN", "Bidan", "Midwife", midwife(), "Bidan"),
		ready("PERAWAT", "Perawat", "Nurse", nurse(), "Perawat", "Terapis Gigi dan Mulut"),
		ready("DOKTER", "Dokter dan dokter gigi", "Physician and dentist", physician(), "Dokter"),
		ready("GURU", "Guru", "Teacher", teacher(), "Guru"),
		ready("KEPSEK", "Kepala sekolah", "Head teacher", headTeacher(),
			"Kepala Sekolah", "Kepala TK", "Kepala SD", "Kepala SMP", "Kepala UPTD SD", "Kepala UPTD SMP",
			"Guru dengan Tugas Tambahan Kepala Sekolah"),
		ready("ADMIN", "Tenaga administrasi", "Administrative staff", administrator(),
			"Pengadministrasi", "Pengelola", "Pengolah", "Penata Laksana", "Penata Layanan Operasional", "Arsiparis",
			"Bendahara", "Operator", "Pranata Komputer", "Sekretaris", "Tenaga Administrasi", "Staf Administrasi"),
		ready("UMUM", "Umum", "General", general()),
	}
}

// ready gives an instrument and its indicators the identities that never change.
func ready(code, id, en string, gauges []model.Gauge, positions ...string) model.Instrument {
	in := model.Instrument{
		ID: model.ReadyInstrument(code), Code: code, Version: 1,
		Name: model.Text{ID: id, EN: en}, Positions: positions, Source: sourceDefault,
	}
	for _, g := range gauges {
		in.Indicators = append(in.Indicators, model.Indicator{
			ID: model.ElementID(model.ReadyID("indicator", code, g.Code)), Gauge: g,
		})
	}
	return in
}

// coverage is a share in per cent of whom or what should have been served:
// numerator over denominator, more is better. Where all of it is the target,
// nothing beyond counts.
func coverage(code, id, en string, target, weight int64) model.Gauge {
	g := model.Gauge{
		Code: code, Name: model.Text{ID: id, EN: en}, Unit: "%", Aspect: model.Quantity, Direction: model.Higher,
		Target: model.Int(target), Low: model.Some(0), High: model.Some(model.Int(100)),
		Weight: model.Int(weight), Aggregate: model.Ratio,
	}
	if target == 100 {
		g.Cap = model.Some(model.Int(100))
	}
	return g
}

// from says where a gauge comes from; its target stands in that source.
func from(g model.Gauge, aspect model.Aspect, source string) model.Gauge {
	g.Aspect, g.Source = aspect, source
	return g
}

// unverified says the same of a gauge whose target was not seen in the source,
// or has none.
func unverified(g model.Gauge, aspect model.Aspect, source string) model.Gauge {
	g = from(g, aspect, source)
	g.Unverified = true
	return g
}
