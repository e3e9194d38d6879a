package sample

import (
	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/model/situation"
	"kinerja/model/survey"
	"kinerja/model/unitresult"
)

// occasions are what Bukitintan has beside people and their cards, each to be
// asked why: a clinic whose predicates do not fit its result, a survey that
// came into the results, an opening balance of credit points, a flood beside the
// numbers of a clinic; and what followed the evaluations.
func (d District) occasions() []any {
	list := append([]any{d.decided(), visitors(), flooded()}, d.held()...)
	for i, s := range d.seats {
		if s.cast == ani {
			list = append(list, balance(employeeID(i)))
		}
	}
	return list
}

// decided is the second quarter of the first clinic, as the health office set
// it: good, and more of its people are rated good than the pattern has.
func (d District) decided() unitresult.Result {
	r := unitresult.New(unitID(0, firstClinic), d.terms[len(d.terms)-2].period)
	p := unitresult.Proposal{Grade: unitresult.Good, Basis: "Rencana aksi TW II tercapai; imunisasi dasar lengkap di bawah target di dua desa."}
	w := model.Word{ID: wordID("set"), Whose: employeeID(healthOffice), By: d.Head(), Via: model.Recorded, Document: "BA penetapan 800.1/207/Dinkes", On: 2026_07_14}
	r, _ = r.Decide(p, w, "", today)
	return r
}

// visitors are the respondents of the second clinic in the quarter at work.
func visitors() survey.Survey {
	var averages [survey.Elements]model.Amount
	for i, n := range []model.Number{3_1500, 3_0200, 2_5400, 3_6000, 3_2100, 3_3000, 3_3400, 2_9800, 2_8700} {
		averages[i] = model.Some(n)
	}
	s, _ := survey.Averages(unitID(0, secondClinic), terms()[3].period, 150, averages)
	s.Population, s.Source = 240, "Laporan SKM TW III 2026"
	return s
}

// flooded is what the third clinic worked under in the quarter at work.
func flooded() situation.Situation {
	s := situation.New(unitID(0, thirdClinic), terms()[3].period)
	s.Vacancies, s.Needed = model.Some(model.Int(3)), model.Some(model.Int(19))
	s.Access, s.DisasterDays = situation.Remote, model.Some(model.Int(9))
	s.Note, s.Source = "Banjir memutus jalan ke dua pustu, 3–11 Agustus.", "SK Bupati 360/112/2026"
	return s
}

// taken is the index of the survey where it fills an indicator.
func taken(s self, m model.Measure, now bool) (model.Entry, bool) {
	if !now || s.block != 0 || s.seat.unit != secondClinic || m.Gauge.Code != survey.Code {
		return model.Entry{}, false
	}
	r := survey.Of(visitors(), survey.Ninth)
	return model.Entry{Measure: m.ID, Actual: r.Index, Source: survey.OriginOf(r).String()}, true
}

// balance is the opening balance of somebody at the level Mahir, near the next
// rank.
func balance(who model.EmployeeID) credit.Base {
	return credit.Base{
		ID: credit.ID(model.ReadyID("credit", string(who))), Employee: who, Points: 41_2500, Until: 2025_12_31,
		Document: "PAK 800.1.3/41/BKPSDM", Level: credit.Mahir, Grade: "III/a", By: who,
	}
}
