package sequel

import (
	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/model/rules"
)

// dispute is one objection, with the days of the evaluation it is about.
type dispute struct {
	seat, evaluator, superior int
	period                    string
	rated, shared, received   model.Date
	receipt                   string // the signed paper

	filed  model.Date
	letter string
	reason string
	papers []objection.Paper
	asked  objection.Ratings

	explained   model.Date
	note        string // the evaluator's letter
	account     string
	heard       model.Date
	staff, side string // what each said when they were heard

	decided  model.Date
	decision string // the superior's letter
	out      objection.Outcome
	to       objection.Ratings
	grounds  string
	final    model.Date
}

func disputes() []dispute {
	return []dispute{
		{
			seat: objectionWon, evaluator: firstHead, superior: healthHead, period: "2026-Q2",
			rated: 2026_07_06, shared: 2026_07_08, received: 2026_07_09, receipt: "Dokumen evaluasi 2026-Q2 bertanda tangan",
			filed: 2026_07_20, letter: "Surat keberatan 20 Juli 2026",
			reason: "Rating perilaku di bawah ekspektasi didasarkan pada dua laporan yang terlambat. Sejak 6 April saya merangkap tugas bidan koordinator yang cuti, dengan surat tugas; laporan bulan Mei dan Juni baru dapat saya susun setelah pelayanan selesai. Pelayanan kepada ibu dan bayi tidak pernah tertunda.",
			papers: []objection.Paper{
				{Label: "Surat tugas 800.1.11.1/64/PKM-TR, 3 April 2026", Where: "map kepegawaian"},
				{Label: "Daftar jaga April–Juni 2026", Where: "ruang KIA"},
			},
			explained: 2026_07_24,
			account:   "Kedua laporan memang terlambat lebih dari seminggu dan rekapitulasi puskesmas ikut terlambat. Rangkap tugas sejak April saya benarkan; hal itu belum saya perhitungkan saat menetapkan rating.",
			heard:     2026_07_30,
			staff:     "Setiap terlambat sudah memberi kabar kepada pengelola laporan. Minta pembagian tugas ditinjau.",
			side:      "Tidak ada keluhan lain tentang perilaku. Bersedia rating ditinjau.",
			decided:   2026_08_04, decision: "Keputusan Kepala Dinas Kesehatan 800.1.12/233/Dinkes",
			out: objection.Changed, to: objection.Ratings{Result: model.Meets, Behaviour: model.Meets},
			grounds: "Keterlambatan dua laporan terjadi selama rangkap tugas yang diperintahkan dan sudah diberitahukan. Tidak ada bukti lain bahwa perilaku kerja di bawah ekspektasi. Rating perilaku diubah menjadi sesuai ekspektasi; rating hasil kerja tetap.",
			final:   2026_08_06,
		},
		{
			seat: objectionLost, evaluator: firstHead, superior: healthHead, period: "2026-Q1",
			rated: 2026_04_07, shared: 2026_04_09, received: 2026_04_10, receipt: "Dokumen evaluasi 2026-Q1 bertanda tangan",
			filed: 2026_04_22, letter: "Surat keberatan 22 April 2026",
			reason:    "Nilai 89,55 hanya kurang 0,45 dari batas sesuai ekspektasi. Waktu tunggu tinggi karena loket pendaftaran, bukan karena perawat.",
			papers:    []objection.Paper{{Label: "Catatan antrean Maret 2026", Where: "loket pendaftaran"}},
			asked:     objection.Ratings{Result: model.Meets, Behaviour: model.Meets},
			explained: 2026_04_27,
			account:   "Waktu tunggu sudah diberi kelonggaran. Yang menahan hasil adalah kebersihan tangan 75,00 % dan imunisasi pasien 88,89 %, dua hal yang ada di tangan perawat.",
			heard:     2026_05_04, staff: "Kebersihan tangan dicatat pada jam sibuk saja.", side: "Pengamatan dilakukan tiga kali pada jam yang berbeda; lembarnya dilampirkan.",
			decided: 2026_05_06, decision: "Keputusan Kepala Dinas Kesehatan 800.1.12/141/Dinkes",
			out:     objection.Rejected,
			grounds: "Rating bukan hasil pembulatan nilai. Lembar pengamatan dari tiga jam yang berbeda menunjukkan kebersihan tangan jauh di bawah target, tanpa kendala di luar kendali pegawai. Rating tetap; bimbingan kebersihan tangan disepakati untuk TW II.",
			final:   2026_05_08,
		},
		{
			seat: objectionOpen, evaluator: firstHead, superior: healthHead, period: "2026-Q2",
			rated: 2026_09_14, shared: 2026_09_18, received: 2026_09_22, receipt: "Dokumen evaluasi 2026-Q2 bertanda tangan",
			filed: 2026_09_29, letter: "Surat keberatan 29 September 2026",
			reason: "Pada TW I nilai saya 106,75 dan rating hasil kerja di atas ekspektasi. Pada TW II nilai naik menjadi 108,56, tetapi rating turun menjadi sesuai ekspektasi tanpa penjelasan.",
			papers: []objection.Paper{{Label: "Dokumen evaluasi TW I dan TW II 2026"}},
			asked:  objection.Ratings{Result: model.Above, Behaviour: model.Above},
		},
		{
			seat: objectionLate, evaluator: secondHead, superior: healthHead, period: "2026-Q2",
			rated: 2026_07_07, shared: 2026_07_09, received: 2026_08_10, receipt: "Tanda terima 10 Agustus 2026",
			filed: 2026_08_31, letter: "Surat keberatan 31 Agustus 2026",
			reason:    "Kursi gigi rusak sejak 11 Mei, sehingga tindakan dirujuk ke puskesmas lain dan tidak terhitung. Surat ini terlambat karena saya bertugas di puskesmas keliling sampai 28 Agustus.",
			papers:    []objection.Paper{{Label: "Berita acara kerusakan kursi gigi 11 Mei 2026", Where: "pengelola barang"}},
			explained: 2026_09_07, note: "Penjelasan tertulis Kepala Puskesmas Sungai Batu, 7 September 2026",
			account: "Kerusakan kursi gigi benar dan alat pengganti baru datang 20 Juli. Rujukan belum saya perhitungkan.",
			heard:   2026_09_14, staff: "Ada 41 rujukan dari Mei sampai Juni.", side: "Jumlah rujukan sesuai register.",
		},
	}
}

// Objected is an evaluation that was objected to, as far as it came, with the
// objection; false for every other. e has its ratings, and no words yet.
func (k Known) Objected(seat int, e model.Evaluation) (model.Evaluation, objection.Objection, bool) {
	for _, x := range disputes() {
		if x.seat == seat && quarter(x.period) == e.Period {
			e, o, err := k.disputed(x, e)
			return e, o, err == nil
		}
	}
	return e, objection.Objection{}, false
}

func (k Known) disputed(x dispute, e model.Evaluation) (model.Evaluation, objection.Objection, error) {
	sheet := "Lembar penilaian " + x.period + " dari Penilai"
	for _, s := range []struct {
		to   model.EvaluationState
		seat int
		on   model.Date
		doc  string
	}{
		{model.Rated, x.evaluator, x.rated, sheet}, {model.Shared, x.evaluator, x.shared, sheet}, {model.Received, x.seat, x.received, x.receipt},
	} {
		next, err := e.Move(s.to, k.word(s.seat, s.on, s.doc, "", "evaluation", x.seat, s.to))
		if err != nil {
			return e, objection.Objection{}, err
		}
		e = next
	}
	e, o, err := k.filed(x, e)
	if err == nil && x.decided != 0 {
		x.to.Predicate = k.Rules.Predicate(x.to.Result, x.to.Behaviour)
		o, err = o.Decide(x.out, x.to, x.grounds, k.word(x.superior, x.decided, x.decision, "", "objection", x.seat))
		e = o.On(e)
	}
	if err == nil && x.final != 0 {
		e, err = e.Move(model.Final, k.word(x.evaluator, x.final, sheet, "", "evaluation", x.seat, model.Final))
	}
	return e, o, err
}

// filed is the objection as far as its decision: filed, explained, both sides heard.
func (k Known) filed(x dispute, e model.Evaluation) (model.Evaluation, objection.Objection, error) {
	papers := make([]objection.Paper, len(x.papers))
	for i, p := range x.papers {
		p.ID = element("paper", x.seat, i)
		papers[i] = p
	}
	said := objection.Objection{Reason: x.reason, Papers: papers, Asked: x.asked}
	o, err := objection.New(objection.ID(id("objection", x.seat)), e, x.received, rules.ObjectionUntil(e, x.received),
		k.word(x.seat, x.filed, x.letter, "", "objection", x.seat), said)
	e = o.On(e)
	if err == nil && x.explained != 0 {
		o, err = o.Explained(x.account, k.word(x.evaluator, x.explained, x.note, "", "objection", x.seat))
		e = o.On(e)
	}
	if err == nil && x.heard != 0 {
		o, err = o.Heard(objection.Hearing{ID: element("hearing", x.seat), On: x.heard, Staff: x.staff, Evaluator: x.side, By: k.Employee(firstHead)})
	}
	return e, o, err
}
