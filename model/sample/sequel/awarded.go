package sequel

import (
	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/discipline"
)

// Awards are the nominations: one handed over, one that waits for its check, one
// that was refused.
func (k Known) Awards() []award.Award {
	handed := k.nominated(awardHanded, thirdHead, "Pegawai berprestasi", "2026-Q1", 2026_04_22, "Nota dinas Plt. Kepala Puskesmas Air Putih 800/118",
		"Dua triwulan berturut-turut Sangat baik. Kelas ibu hamil di tiga desa dibukanya sendiri dan kini dijalankan kader.")
	found := award.Default().Examine([]award.Stood{
		{Period: quarter("2025-Q4"), Final: true, Predicate: model.VeryGood}, {Period: quarter("2026-Q1"), Final: true, Predicate: model.VeryGood},
	}, "")
	if a, err := handed.Examined(found, "", k.word(team, 2026_05_11, "Berita acara verifikasi 11 Mei 2026", "", "award", awardHanded, award.Check)); err == nil {
		handed = a
	}
	handed = k.step(handed, awardHanded, award.Decide, healthHead, 2026_07_27, "SK Kepala Dinas Kesehatan 800.1.11.3/214/2026", "")
	handed = k.step(handed, awardHanded, award.HandOver, healthHead, 2026_08_17, "Berita acara upacara 17 Agustus 2026", "")

	asked := k.nominated(awardAsked, firstHead, "Piagam penghargaan", "2026-Q2", 2026_10_01, "",
		"Sangat baik dua triwulan berturut-turut. Membimbing tiga bidan baru dan menyusun jadwal posyandu bersama kader.")

	refused := k.nominated(awardRefused, firstHead, "Piagam penghargaan", "2026-Q2", 2026_08_14, "", "Cakupan nifas tertinggi di kecamatan pada TW II.")
	refused = k.step(refused, awardRefused, award.Reject, team, 2026_08_25, "Berita acara verifikasi 25 Agustus 2026",
		"Baru satu triwulan Sangat baik; syaratnya dua berturut-turut. Dapat diusulkan lagi setelah TW III.")
	return []award.Award{handed, asked, refused}
}

func (k Known) nominated(seat, by int, kind, period string, on model.Date, paper, reason string) award.Award {
	a := award.Award{ID: award.ID(id("award", seat)), Employee: k.Employee(seat), Unit: k.Unit(seat), Kind: kind, Period: quarter(period), Reason: reason}
	if n, err := award.New(a, k.word(by, on, paper, reason, "award", seat, award.Nominate)); err == nil {
		return n
	}
	return award.Award{} // the test of the sample finds it
}

func (k Known) step(a award.Award, seat int, name string, by int, on model.Date, paper, reason string) award.Award {
	n, err := a.Take(name, k.word(by, on, paper, reason, "award", seat, name))
	if err != nil {
		return award.Award{} // the test of the sample finds it
	}
	return n
}

// Letter is the reference to a letter of discipline that is in force.
func (k Known) Letter() discipline.Letter {
	return discipline.Letter{
		ID: discipline.ID(id("letter", disciplined)), Employee: k.Employee(disciplined), Number: "800.1.6.2/57/Disdik",
		On: 2026_06_12, From: 2026_06_15, To: 2026_12_14, Level: discipline.Light,
	}
}
