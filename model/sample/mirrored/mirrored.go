// Package mirrored is how some people of the sample see their own third quarter of
// 2026: one who handed in and was rated, and differs from her evaluator; one who
// handed in and waits to be rated; and one whose draft nobody else sees.
package mirrored

import (
	"kinerja/model"
	"kinerja/model/assessment"
)

// own is what one person says: measures by their codes.
type own struct {
	measures, values         []assessment.Remark
	result, behaviour        model.Rating
	helped, hindered, wished string
	handed                   model.Date // 0: a draft
}

func told(name string) (own, bool) {
	switch name {
	case "Rina Hartati":
		return own{
			result: model.Above, behaviour: model.Above,
			measures: []assessment.Remark{
				{ID: "IDL", Rating: model.Above, Text: "Dua dusun mencapai UCI setelah yang belum datang dikunjungi tiap Jumat."},
				{ID: "K6", Rating: model.Meets, Text: "Empat ibu di Dusun Hulu baru terjangkau pada akhir triwulan."},
				{ID: "TUNGGU", Rating: model.Above},
			},
			values: []assessment.Remark{
				{ID: "pelayanan", Rating: model.Above, Text: "Loket dibuka lebih pagi pada hari pasar."},
				{ID: "kolaboratif", Rating: model.Above, Text: "Berbagi kendaraan dengan program gizi."},
				{ID: "akuntabel", Rating: model.Meets, Text: "Dua kunjungan terlambat saya catat; sekarang pada hari yang sama."},
			},
			helped:   "Kader dusun dan formulir pendek kohort.",
			hindered: "Jembatan ke Dusun Hulu putus tiga pekan.",
			wished:   "Jadwal kendaraan tetap tiap Rabu sampai akhir tahun.",
			handed:   2026_10_02,
		}, true
	case "Ani Lestari":
		return own{
			result: model.Meets, behaviour: model.Above,
			measures: []assessment.Remark{{ID: "IDL", Rating: model.Meets, Text: "Naik dari triwulan lalu, belum semua dusun."}},
			values:   []assessment.Remark{{ID: "kompeten", Rating: model.Above, Text: "Dua bidan baru kini mandiri menyusun kohort."}},
			helped:   "Pendampingan dari Dinas pada bulan Agustus.",
			wished:   "Pelatihan kelas ibu hamil sebelum November.",
			handed:   2026_10_01,
		}, true
	case "Budi Santoso":
		return own{
			result:   model.Meets,
			measures: []assessment.Remark{{ID: "HT", Rating: model.Below, Text: "Daftar sasaran dua desa baru benar pada bulan September."}},
			hindered: "Alat tensi kedua rusak.",
		}, true
	}
	return own{}, false
}

// Of is how somebody sees their work under a plan; none for most.
func Of(name string, plan model.Plan) []assessment.Assessment {
	o, ok := told(name)
	quarter, err := model.NewPeriod(model.Quarter, plan.Year, 3)
	if !ok || plan.Year != 2026 || err != nil {
		return nil
	}
	c := assessment.Content{Values: o.values, Result: o.result, Behaviour: o.behaviour, Helped: o.helped, Hindered: o.hindered, Wished: o.wished}
	for _, r := range o.measures {
		if m, ok := plan.Measure(string(r.ID)); ok {
			r.ID = m.ID
			c.Measures = append(c.Measures, r)
		}
	}
	a, err := assessment.New(plan, quarter).Write(c, plan, model.Evaluation{})
	if err != nil {
		return nil // the test of the sample counts them
	}
	if o.handed != 0 {
		w := model.Word{ID: model.ElementID(model.ReadyID("handed", string(a.ID))), Whose: plan.Employee, By: plan.Employee, On: o.handed}
		if a, err = a.Submit(w, model.Evaluation{}); err != nil {
			return nil
		}
	}
	return []assessment.Assessment{a}
}
