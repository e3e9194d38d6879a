package sample

import "kinerja/model"

// leaveTerm is the quarter that some spend on leave.
const leaveTerm = 1

// remark is the note of an entry where the story has something to say, else
// what it says already.
func remark(e model.Entry, s self, t, measure int) string {
	if measure > 0 {
		return e.Note
	}
	switch {
	case s.seat.story == onLeave && t == leaveTerm:
		return "Cuti 19 Januari s.d. 31 Maret 2026; hanya sebagian yang dapat diukur."
	case s.seat.story == rising && t == 1:
		return "Bimbingan kinerja mulai Februari 2026."
	case s.seat.story == rising && t == 2:
		return "Setelah bimbingan: rencana dipecah per minggu dan dibahas tiap Senin."
	case s.seat.story == falling && t == 2:
		return "Beban bertambah sejak April; minta pembagian tugas ditinjau."
	case s.seat.story == moved && t == 2 && e.Actual.Present():
		return "Sebagian triwulan karena mutasi 18 Mei 2026."
	}
	return e.Note
}

// odd is the reason for a value outside the plausible range of g.
func odd(g model.Gauge) string {
	switch g.Unit {
	case "%":
		return "Sasaran riil melebihi sasaran proyeksi; dicek ke register."
	case "JP":
		return "Pelatihan penuh waktu delapan minggu."
	}
	return "Dicek ke catatan harian, angkanya benar."
}
