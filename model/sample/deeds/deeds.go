// Package deeds is what some people of the sample set out to do in the third
// quarter of 2026, what came of it, and what shows it: enough to see an action plan
// that is filled in, half filled in, and hanging on results or on one indicator.
package deeds

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/planning"
)

// line is one action. It serves the indicator of a code, else the nth result, from
// 1, else the plan as a whole.
type line struct {
	code    string
	outcome int

	text, target, realised, source string
	evidence                       []action.Evidence
}

// link and file are evidence on the net and on a stick.
func link(name, address string) action.Evidence { return action.Evidence{Name: name, Place: address} }

func file(name string, size int64, digest string) action.Evidence {
	return action.Evidence{Name: name, Place: "/media/stik/bukti-tw3/" + name, Size: size, Digest: digest}
}

// What the two files would be known by; nobody has them.
const (
	cohortDigest = "5b1d2a0f8c7e4493b6a0d5c81e9f7a3421bb60c4d97e1f0835a2c6de4b7f9013"
	classDigest  = "c03e77a94b1f5d2286d9e0a1f4b8c57d39ea6210bb8847d5f1c9073e5ad2640f"
)

// told are the action plans, by the names that people are asked for.
func told() map[string][]line {
	return map[string][]line{
		"Rina Hartati": {
			{code: "IDL", text: "Sweeping imunisasi bersama kader di desa binaan", target: "12 posyandu", realised: "11 dari 12 posyandu; satu posyandu terhalang banjir", source: "Register kohort bayi",
				evidence: []action.Evidence{file("kohort-bayi-tw3.xlsx", 48_211, cohortDigest), link("Foto sweeping Agustus", "https://arsip.bukitintan.example/pkm1/sweeping-agustus")}},
			{outcome: 2, text: "Kelas ibu hamil setiap bulan", target: "3 kelas", realised: "3 kelas, 41 ibu", source: "Daftar hadir"},
			{code: "TUNGGU", text: "Loket pendaftaran KIA dibuka pukul 07.30", target: "waktu tunggu paling lama 60 menit"},
		},
		"Sari Wulandari": {
			{outcome: 1, text: "Lokakarya mini lintas program setiap bulan", target: "3 kali", realised: "3 kali", source: "Notula",
				evidence: []action.Evidence{{Name: "Notula lokakarya mini", Place: "Lemari arsip TU, map 3"}}},
			{code: "IKM", text: "Survei kepuasan triwulan III", target: "200 responden", realised: "212 responden", source: "Laporan SKM",
				evidence: []action.Evidence{link("Laporan SKM TW III", "https://arsip.bukitintan.example/pkm1/skm-tw3")}},
		},
		"Yusra Fitriani": {
			{code: "NGAIN", text: "Tes awal dan tes akhir bab pecahan di kelas VII-B", target: "31 murid", realised: "31 murid; satu sudah menguasai sejak awal", source: "Daftar nilai",
				evidence: []action.Evidence{file("nilai-VII-B.csv", 2_930, classDigest)}},
		},
	}
}

// Of are the action plans of somebody for a plan; none for most.
func Of(name string, plan model.Plan) []action.Sheet {
	lines := told()[name]
	quarter, err := model.NewPeriod(model.Quarter, plan.Year, 3)
	if len(lines) == 0 || plan.Year != 2026 || err != nil {
		return nil
	}
	s := action.New(plan, quarter)
	n := 0
	mint := func() model.ElementID {
		n++
		return model.ElementID(model.ReadyID("deed", string(s.ID), fmt.Sprint(n)))
	}
	results := planning.InOrder(plan.In(quarter).Outline.Outcomes)
	for _, l := range lines {
		a := action.Action{ID: mint(), Text: l.text, Target: l.target, Realised: l.realised, Source: l.source}
		if m, ok := plan.Measure(l.code); ok {
			a.Measure = m.ID
		}
		if l.outcome > 0 && l.outcome <= len(results) {
			a.Outcome = results[l.outcome-1].ID
		}
		for _, e := range l.evidence {
			e.ID, e.On = mint(), 2026_09_30
			a.Evidence = append(a.Evidence, e)
		}
		s.Actions = append(s.Actions, a)
	}
	return []action.Sheet{s}
}
