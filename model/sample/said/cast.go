package said

import "kinerja/model/talk"

// Cast is what was said to the people of the demonstration: one whose
// check-in is overdue, one due in two days, one with a hard word and the
// answer to it, one with whom nobody talked for long.
func Cast(name string) []Line {
	switch name {
	case "Rina Hartati":
		return []Line{
			{On: 2026_08_12, Kind: talk.Appreciation, About: "IDL",
				Text: "Cakupan imunisasi dasar naik dari triwulan lalu: kantong imunisasi tiap dusun diperiksa tiap Jumat dan yang belum datang dikunjungi. Ini membuat dua dusun mencapai UCI. Lanjutkan."},
			{On: 2026_08_14, Kind: talk.Answer, Text: "Terima kasih. Kader dusun sangat membantu.", Paper: "Catatan pertemuan 14 Agustus 2026"},
			{On: 2026_09_03, Kind: talk.CheckIn, About: "K6", Text: "Enam ibu hamil trimester III belum mendapat kunjungan keenam; empat di antaranya tinggal di Dusun Hulu.",
				Agreed: "Kunjungan rumah ke Dusun Hulu tiap Rabu, berbagi kendaraan dengan program gizi.", Next: 2026_10_01},
			{On: 2026_09_21, Kind: talk.Improve, About: "K6",
				Text: "Dua kunjungan pekan lalu belum dicatat di kohort, sehingga tidak terhitung. Mohon dicatat pada hari yang sama; formulir pendek sudah disiapkan."},
		}
	case "Ani Lestari":
		return []Line{
			{On: 2026_07_22, Kind: talk.Appreciation, About: "kolaboratif", Text: "Membimbing dua bidan baru menyusun kohort ibu. Keduanya kini mandiri."},
			{On: 2026_09_09, Kind: talk.CheckIn, Text: "Menjadi penanggung jawab kelas ibu hamil mulai Oktober.",
				Agreed: "Jadwal dan bahan kelas disiapkan sebelum pertemuan berikut.", Next: 2026_10_07},
		}
	case "Budi Santoso":
		return []Line{
			{On: 2026_07_06, Kind: talk.Improve, About: "HT",
				Text: "Penderita hipertensi yang diperiksa sesuai standar turun: daftar sasaran dua desa tidak dibawa saat posbindu. Bawa daftar sasaran dan telepon yang belum datang; saya siapkan pulsanya."},
			{On: 2026_07_08, Kind: talk.Answer, Text: "Daftar lama tidak sesuai alamat. Saya minta waktu dua minggu untuk memperbaikinya.", Paper: "Catatan pertemuan 8 Juli 2026"},
			{On: 2026_08_19, Kind: talk.CheckIn, About: "HT", Text: "Daftar sasaran diperbaiki; kehadiran posbindu naik dari 31 menjadi 44 orang.",
				Agreed: "Kunjungan rumah bagi yang dua kali tidak hadir.", Next: 2026_09_28},
			{On: 2026_09_10, Kind: talk.Note, About: "TUNGGU", Text: "Alat tensi kedua rusak; pengganti dipinjam dari Pustu."},
		}
	case "Citra Dewi":
		return []Line{
			{On: 2026_05_20, Kind: talk.Note, Text: "Mulai memegang wilayah Dusun Hilir; serah terima kohort selesai."},
		}
	}
	return nil
}
