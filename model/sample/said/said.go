// Package said is what the people of the sample district say to each other: the
// words alone. Who says them to whom, and whether, is up to package sample.
package said

import (
	"kinerja/model"
	"kinerja/model/talk"
)

// Line is one item of a conversation as the sample tells it. About is the code
// of a measure or of a value of behaviour; an answer is to the line before it.
type Line struct {
	On     model.Date
	Kind   talk.Kind
	About  string
	Text   string
	Agreed string
	Next   model.Date
	Paper  string // from which the person's answer was typed
}

// Dice throws a number from low to high, both included.
type Dice func(low, high int) int

// Newcomer: somebody in their first weeks.
func Newcomer(d Dice, joined, today model.Date) []Line {
	return []Line{{On: Workday(joined.Add(d(20, 40))), Kind: talk.CheckIn,
		Text:   "Masa pengenalan tugas. Sudah mengenal alur pelayanan; pencatatan masih dibantu rekan.",
		Agreed: "Mendampingi satu rekan senior tiap Selasa sampai akhir triwulan.", Next: today.Add(d(3, 12))}}
}

// Now is a word now and then, said to some: from clinics, from schools, or
// from anywhere.
func Now(d Dice, clinic, school bool) []Line {
	words := everywhere
	switch {
	case clinic:
		words = append(words[:len(words):len(words)], inClinics...)
	case school:
		words = append(words[:len(words):len(words)], inSchools...)
	}
	first := words[d(0, len(words)-1)]
	first.On = Workday(model.Date(2026_05_04).Add(d(0, 140)))
	if d(0, 3) > 0 {
		return []Line{first}
	}
	answer := Line{On: Workday(first.On.Add(d(0, 4))), Kind: talk.Answer, Text: thanks[d(0, len(thanks)-1)], Paper: "Catatan pertemuan staf"}
	return []Line{first, answer}
}

// Rising: somebody who was low, is coached since February and gets better.
func Rising(d Dice, today model.Date) []Line {
	shift := d(0, 8)
	at := func(day model.Date) model.Date { return Workday(day.Add(shift)) }
	return []Line{
		{On: at(2026_02_03), Kind: talk.Improve, About: "kompeten",
			Text: "Triwulan lalu tiga dari tujuh target tidak tercapai karena rencana baru disusun di akhir bulan. Akibatnya sasaran di dua desa terlewat. Mari susun rencana per minggu, saya dampingi."},
		{On: at(2026_02_05), Kind: talk.Answer, Text: "Saya setuju. Saya kesulitan membagi waktu dengan tugas pencatatan.", Paper: "Catatan bimbingan kinerja"},
		{On: at(2026_05_06), Kind: talk.CheckIn, Text: "Rencana mingguan berjalan; dua target sudah kembali ke jalur.",
			Agreed: "Rencana minggu dibahas tiap Senin pukul 07.30, sepuluh menit.", Next: at(2026_07_07)},
		{On: at(2026_07_07), Kind: talk.CheckIn, Text: "Semua target triwulan II tercapai kecuali satu. Pencatatan dibagi dengan rekan.",
			Agreed: "Cukup dibahas dua minggu sekali.", Next: today.Add(d(-3, 9))},
		{On: at(2026_08_18), Kind: talk.Appreciation, About: "adaptif",
			Text: "Sejak rencana disusun per minggu, hasil triwulan II naik dan rekan mulai mencontoh caranya. Terima kasih atas kesungguhannya."},
	}
}

// Falling: somebody who was good, and whose load has grown.
func Falling(d Dice, today model.Date) []Line {
	shift := d(0, 8)
	at := func(day model.Date) model.Date { return Workday(day.Add(shift)) }
	return []Line{
		{On: at(2026_01_12), Kind: talk.Appreciation, About: "pelayanan", Text: "Beberapa warga menyebut pelayanannya ramah dan cepat dalam kotak saran bulan Desember."},
		{On: at(2026_07_14), Kind: talk.Improve, About: "akuntabel",
			Text: "Dua laporan bulan Mei dan Juni terlambat lebih dari seminggu, sehingga rekapitulasi unit ikut terlambat. Laporan berikutnya mohon sebelum tanggal 5."},
		{On: at(2026_07_16), Kind: talk.Answer, Text: "Sejak April saya merangkap tugas rekan yang cuti. Mohon pembagian tugas ditinjau.", Paper: "Catatan pertemuan"},
		{On: at(2026_08_05), Kind: talk.CheckIn, Text: "Pembagian tugas ditinjau bersama; pencatatan dialihkan sebagian ke pengadministrasi.",
			Agreed: "Laporan dikirim sebelum tanggal 5. Bila beban naik lagi, disampaikan lebih awal.", Next: today.Add(d(-12, 4))},
	}
}

var thanks = []string{"Terima kasih.", "Terima kasih, dikerjakan bersama tim.", "Baik, akan saya lanjutkan."}

// What is said now and then: everywhere, in clinics, in schools.
var (
	everywhere = []Line{
		{Kind: talk.Appreciation, About: "kolaboratif", Text: "Menggantikan rekan yang sakit tanpa diminta, sehingga pelayanan tidak tertunda."},
		{Kind: talk.Appreciation, About: "loyal", Text: "Menjaga nama baik unit saat menjawab keluhan: tenang, jelas, dan jujur."},
		{Kind: talk.Note, Text: "Minta ikut pelatihan tahun depan; diusulkan pada rencana pengembangan kompetensi."},
		{Kind: talk.Improve, About: "akuntabel", Text: "Presensi apel dua kali terlewat bulan ini, sehingga pembagian tugas harus diulang. Mohon memberi kabar sebelumnya."},
	}
	inClinics = []Line{
		{Kind: talk.Appreciation, About: "pelayanan", Text: "Menjelaskan jadwal imunisasi kepada keluarga dengan bahasa setempat; keluarga yang semula menolak akhirnya datang."},
		{Kind: talk.Improve, About: "TUNGGU", Text: "Pada hari pasar antrean menumpuk sampai siang karena pendaftaran dibuka terlambat. Mulai pekan depan loket dibuka pukul 07.30."},
		{Kind: talk.Note, About: "IKM", Text: "Kotak saran: pasien minta tempat duduk di lorong. Diteruskan ke bagian umum."},
	}
	inSchools = []Line{
		{Kind: talk.Appreciation, About: "OBS", Text: "Diskusi kelompok berjalan hidup; murid yang pendiam pun bicara. Bagikan caranya di pertemuan guru."},
		{Kind: talk.Improve, About: "OBS", Text: "Pertanyaan ke kelas masih banyak yang dijawab sendiri oleh guru. Coba beri waktu tunggu sepuluh detik."},
		{Kind: talk.Note, About: "TUNTAS", Text: "Tiga murid perlu pendampingan membaca; jadwal sore disiapkan."},
	}
)

// Workday is the day itself, or the Monday after a weekend.
func Workday(d model.Date) model.Date {
	const monday = model.Date(2024_01_01)
	if n := monday.Until(d) % 7; n >= 5 {
		return d.Add(7 - n)
	}
	return d
}
