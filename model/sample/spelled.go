package sample

import (
	"fmt"
	"maps"
	"slices"

	"kinerja/model"
	"kinerja/model/planning"
)

// result is one planned result of an SKP that is spelled out, and which
// measures tell of it.
type result struct {
	text       string
	additional bool
	serves     int    // which result of the superior, from 1; 0: above
	above      string // as the superior's stands on paper
	codes      []string
}

// spelled is what an SKP says beside its measures.
type spelled struct {
	superior    int // seat of whose results are served; 0: nobody's in the file
	results     []result
	expected    map[string]string // of behaviour, by code
	resources   string
	accountable string
	consequence string
}

// spelledOut are the plans of the demonstration that have results: the leader's,
// and that of the midwife who is rated first.
func spelledOut() map[string]spelled {
	return map[string]spelled{
		sari: {
			results: []result{
				{text: "Ibu, bayi dan balita di wilayah kerja dilayani sesuai standar", above: "Kematian ibu dan bayi di Bukitintan turun", codes: []string{"TUGAS", "MUTU"}},
				{text: "Masyarakat puas dengan pelayanan puskesmas", above: "Mutu pelayanan kesehatan dasar meningkat", codes: []string{"IKM"}},
				{text: "Puskesmas dikelola tertib dan tepat waktu", above: "Mutu pelayanan kesehatan dasar meningkat", codes: []string{"TELAT", "HADIR"}},
			},
			expected:    map[string]string{"akuntabel": "Rencana aksi puskesmas dibahas terbuka pada lokakarya mini setiap bulan."},
			resources:   "Tenaga dan BMHP sesuai rencana usulan kegiatan",
			accountable: "Laporan kinerja puskesmas setiap triwulan kepada Kepala Dinas Kesehatan",
			consequence: "Pembinaan oleh Dinas Kesehatan bila dua triwulan berturut-turut di bawah target",
		},
		rina: {
			superior: firstClinic,
			results: []result{
				{text: "Bayi dan balita di desa binaan mendapat imunisasi lengkap dan dipantau tumbuh kembangnya", serves: 1, codes: []string{"IDL", "DS"}},
				{text: "Ibu hamil dan ibu nifas dilayani sesuai standar", serves: 1, codes: []string{"K6", "KF"}},
				{text: "Pasien KIA dilayani cepat dan ramah", serves: 2, codes: []string{"IKM", "TUNGGU"}},
				{text: "Laporan bulanan program KIA puskesmas lengkap", additional: true, serves: 3, codes: []string{"TELAT"}},
			},
			expected: map[string]string{
				"pelayanan": "Setiap tindakan dijelaskan dahulu kepada ibu, dengan bahasa yang dipahaminya.",
				"kompeten":  "Membagi satu pelajaran dari pelatihan pada pertemuan bidan setiap bulan.",
			},
			resources:   "Vaksin, buku KIA dan kendaraan posyandu keliling tersedia",
			accountable: "Kohort ibu dan bayi dibahas dengan Kepala Puskesmas setiap akhir bulan",
			consequence: "Bimbingan oleh bidan koordinator bila cakupan dua bulan di bawah target",
		},
	}
}

// spell writes the results of the demonstration into a draft of this year.
func (d District) spell(s self, plan model.Plan) model.Plan {
	said, ok := d.spelled[s.seat.cast]
	if !ok || s.block != 0 || plan.Year != today.Year() {
		return plan
	}
	var edits []planning.Edit
	for _, r := range said.results {
		var told []model.ElementID
		for _, code := range r.codes {
			m, _ := plan.Measure(code)
			told = append(told, m.ID)
		}
		x := model.Outcome{Text: r.text, Additional: r.additional, Serves: model.Served{Text: r.above}}
		if r.serves > 0 {
			above := model.PlanOf(postID(said.superior, 1), plan.Year)
			x.Serves = model.Served{Plan: above, Outcomes: []model.ElementID{elementOf(above, r.serves)}}
		}
		edits = append(edits, planning.PutOutcome(x, told))
	}
	for part, text := range [planning.Parts]string{said.resources, said.accountable, said.consequence} {
		edits = append(edits, planning.PutLine(planning.Part(part), model.Line{Text: text}))
	}
	for _, value := range slices.Sorted(maps.Keys(said.expected)) {
		edits = append(edits, planning.Expect(value, said.expected[value]))
	}
	n := 0
	plan, _ = planning.Write(plan, func() model.ElementID { n++; return elementOf(plan.ID, n) }, edits...) // TestTheirPlansAreSpelledOut
	return plan
}

// elementOf is the identity of the nth element of a plan, from 1: results first.
func elementOf(plan model.PlanID, n int) model.ElementID {
	return model.ElementID(model.ReadyID("element", string(plan), fmt.Sprint(n)))
}
