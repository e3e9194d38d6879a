package sequel

import (
	"slices"

	"kinerja/model"
	"kinerja/model/coaching"
)

// help is one coaching plan.
type help struct {
	seat, by     int
	period, code string // in which period which measure was weak
	kind         coaching.Kind
	problem, aim string
	causes       []coaching.Cause
	steps        []coaching.Task // without owner: the person's own
	leader       []int           // the steps that are the helper's, from 0
	promises     []coaching.Promise
	reviews      []coaching.Review

	started, agreed, begun, closed model.Date
	paper                          string
	out                            coaching.Outcome
	note                           string
}

func helps() []help { return []help{better(), unchanged(), begun()} }

// better is the plan that helped.
func better() help {
	return help{
		seat: coachingHelped, by: firstHead, period: "2025-Q4", code: "K6", kind: coaching.Guidance,
		problem: "Kunjungan keenam ibu hamil 79,50 % dari target 100 %: rencana kunjungan disusun di akhir bulan, sehingga ibu trimester III di dua desa terlewat.",
		causes:  []coaching.Cause{coaching.Skill, coaching.Process},
		aim:     "K6 sedikitnya 95 % pada TW III 2026, tanpa ibu trimester III yang terlewat.",
		steps: []coaching.Task{
			{Text: "Menyusun rencana kunjungan per minggu dari kohort ibu", Due: 2026_02_16, Done: 2026_02_13},
			{Text: "Membahas rencana tiap Senin pukul 07.30, sepuluh menit", Due: 2026_06_29, Done: 2026_06_29},
			{Text: "Kunjungan rumah bagi ibu yang dua kali tidak datang", Due: 2026_06_30, Done: 2026_06_30},
		},
		leader: []int{1},
		promises: []coaching.Promise{
			{Text: "Sepeda motor dinas tiap Rabu untuk kunjungan", Who: "Puskesmas Tanjung Raya", Due: 2026_02_20, Kept: 2026_02_18},
			{Text: "Formulir pendek kohort, satu halaman", Who: "Seksi Kesga Dinas Kesehatan", Due: 2026_03_06, Kept: 2026_03_12},
		},
		reviews: []coaching.Review{
			{Due: 2026_04_06, Held: 2026_04_06, Note: "83 %. Rencana mingguan berjalan, kunjungan rumah belum."},
			{Due: 2026_07_06, Held: 2026_07_07, Note: "93,70 %. Dua desa yang terlewat kini terjadwal."},
		},
		started: 2026_02_03, agreed: 2026_02_05, begun: 2026_02_06, closed: 2026_10_02, paper: "Catatan bimbingan kinerja, 5 Februari 2026",
		out:  coaching.Reached,
		note: "K6 100 % pada TW III. Cara menyusun rencana per minggu dipakai bidan lain sejak Agustus.",
	}
}

// unchanged is the plan that did not help: the cause was another.
func unchanged() help {
	return help{
		seat: coachingFailed, by: secondHead, period: "2026-Q1", code: "TUNGGU", kind: coaching.Coached,
		problem: "Waktu tunggu naik dari 50 menjadi 63 menit dalam satu triwulan; target 60 menit.",
		causes:  []coaching.Cause{coaching.Skill},
		aim:     "Waktu tunggu 60 menit atau kurang pada TW III 2026.",
		steps: []coaching.Task{
			{Text: "Mengatur urutan periksa: kontrol pagi, kunjungan baru setelahnya", Due: 2026_05_08, Done: 2026_05_06},
			{Text: "Mencatat jam datang dan jam periksa selama dua minggu", Due: 2026_06_12, Done: 2026_06_12},
		},
		promises: []coaching.Promise{{Text: "Satu petugas pendaftaran pada hari pasar", Who: "Puskesmas Sungai Batu", Due: 2026_05_29}},
		reviews: []coaching.Review{
			{Due: 2026_07_03, Held: 2026_07_03, Note: "78 menit. Urutan periksa sudah diatur; antrean menumpuk di pendaftaran."},
			{Due: 2026_09_28, Held: 2026_09_30, Note: "73 menit. Petugas pendaftaran belum ada."},
		},
		started: 2026_04_20, agreed: 2026_04_22, begun: 2026_04_27, closed: 2026_10_01, paper: "Catatan coaching, 22 April 2026",
		out:  coaching.Unchanged,
		note: "Penyebabnya bukan cara kerja, melainkan beban: dua petugas pindah sejak April dan pengganti yang dijanjikan belum datang. Permintaan tenaga diteruskan ke Dinas.",
	}
}

// begun is the plan of which nothing can be said yet.
func begun() help {
	return help{
		seat: coachingBegun, by: firstHead, period: "2026-Q2", code: "HT", kind: coaching.Guidance,
		problem: "Penderita hipertensi yang diperiksa sesuai standar turun menjadi 73,53 %: daftar sasaran dua desa tidak sesuai alamat.",
		causes:  []coaching.Cause{coaching.Process, coaching.Tool},
		aim:     "HT sedikitnya 90 % pada TW IV 2026.",
		steps: []coaching.Task{
			{Text: "Memperbaiki daftar sasaran dua desa bersama kader", Due: 2026_07_24, Done: 2026_07_22},
			{Text: "Kunjungan rumah bagi yang dua kali tidak hadir di posbindu", Due: 2026_10_16},
			{Text: "Mendampingi posbindu Dusun Hulu", Due: 2026_10_09},
		},
		leader: []int{2},
		promises: []coaching.Promise{
			{Text: "Pulsa untuk menelepon sasaran yang belum datang", Who: "Puskesmas Tanjung Raya", Due: 2026_07_17, Kept: 2026_07_10},
			{Text: "Alat tensi kedua diganti", Who: "Dinas Kesehatan", Due: 2026_09_30},
		},
		reviews: []coaching.Review{
			{Due: 2026_08_19, Held: 2026_08_19, Note: "Kehadiran posbindu naik dari 31 menjadi 44 orang."},
			{Due: 2026_10_12},
		},
		started: 2026_07_06, agreed: 2026_07_08, begun: 2026_07_13, paper: "Catatan pertemuan 8 Juli 2026",
	}
}

// Coachings are the coaching plans of a seat, each tied to what the measure had
// reached on the card of its period.
func (k Known) Coachings(seat int, plans []model.Plan, cards []model.Card) (list []coaching.Coaching) {
	for _, h := range helps() {
		if h.seat != seat {
			continue
		}
		for _, c := range cards {
			i := slices.IndexFunc(plans, func(p model.Plan) bool { return p.ID == c.Plan })
			if c.Period != quarter(h.period) || i < 0 {
				continue
			}
			if m, ok := plans[i].In(c.Period).Measure(h.code); ok {
				list = append(list, k.helped(h, c, m))
			}
		}
	}
	return list
}

func (k Known) helped(h help, c model.Card, m model.Measure) coaching.Coaching {
	e := c.Entry(m.ID)
	p := coaching.Coaching{
		ID: coaching.ID(id("coaching", h.seat)), Employee: k.Employee(h.seat), Unit: c.Unit, Kind: h.kind, SKP: c.Plan, Period: c.Period,
		Measure: m.ID, Code: h.code, Value: e.Actual, Target: e.Target.Or(m.Gauge.Target), Problem: h.problem, Causes: h.causes, Aim: h.aim,
		Steps: slices.Clone(h.steps), Promises: slices.Clone(h.promises), Reviews: slices.Clone(h.reviews), By: k.Employee(h.by), Started: h.started,
	}
	for i := range p.Steps {
		p.Steps[i].ID, p.Steps[i].Owner = element("step", h.seat, i), p.Employee
	}
	for _, i := range h.leader {
		p.Steps[i].Owner = p.By
	}
	for i := range p.Promises {
		p.Promises[i].ID = element("promise", h.seat, i)
	}
	for i := range p.Reviews {
		p.Reviews[i].ID = element("review", h.seat, i)
	}
	for _, s := range []struct {
		name string
		seat int
		on   model.Date
	}{{coaching.Agree, h.seat, h.agreed}, {coaching.Begin, h.by, h.begun}, {coaching.Close, h.by, h.closed}} {
		if s.on == 0 {
			continue
		}
		next, err := p.Take(s.name, k.word(s.seat, s.on, h.paper, "", "coaching", h.seat, s.name), h.out, h.note)
		if err != nil {
			return coaching.Coaching{} // the test of the sample finds it
		}
		p = next
	}
	return p
}
