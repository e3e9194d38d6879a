package store_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/sheet"
	"kinerja/model/survey"
	"kinerja/store"
	"kinerja/store/storetest"
)

const surveyed = model.Period(202623)

// asked is a puskesmas with two midwives who have plans with IKM in them, and a
// pustu below it with another.
func asked(t *testing.T) (s *store.Store, d *store.Desk, unit model.Unit, plans []model.Plan) {
	t.Helper()
	s = storetest.Open(t)
	d = storetest.Owner(s)
	unit, err := d.AddUnit(model.Unit{Name: "Puskesmas Kuala", Kind: model.UnitClinic})
	if err != nil {
		t.Fatal(err)
	}
	below, err := d.AddUnit(model.Unit{Name: "Pustu Hilir", Parent: unit.ID})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []struct {
		name, number string
		unit         model.UnitID
	}{{"Ani", "198101012005012001", unit.ID}, {"Budi", "198202022006021002", unit.ID}, {"Citra", "198303032007032003", below.ID}} {
		if _, err := d.AddEmployee(model.Employee{Name: p.name, Number: model.NIP(p.number)}, model.Post{Unit: p.unit, Position: "Bidan Terampil", From: 20200101}); err != nil {
			t.Fatal(err)
		}
	}
	made, err := d.MakePlans(planning.Order{Year: 2026, Document: "SKP 1"})
	if err != nil || len(made.Plans) != 3 {
		t.Fatal(err, made)
	}
	for _, name := range []string{"ani", "budi", "citra"} {
		row, err := d.FindOne(name)
		if err != nil {
			t.Fatal(err)
		}
		pr, err := d.Profile(row.Employee)
		if err != nil {
			t.Fatal(err)
		}
		plans = append(plans, pr.Plans[0])
	}
	return s, d, unit, plans
}

func answered(t *testing.T, unit model.UnitID, n int, mean string) survey.Survey {
	t.Helper()
	list, err := survey.ParseAverages(strings.Fields(strings.Repeat(mean+" ", survey.Elements)))
	if err != nil {
		t.Fatal(err)
	}
	s, err := survey.Averages(unit, surveyed, n, list)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A survey is kept once; a correction takes its place, stands in the record with
// its reason, and both are taken back one after the other.
func TestSurveyIsKeptReplacedAndUndone(t *testing.T) {
	s, d, unit, _ := asked(t)
	first, better := answered(t, unit.ID, 200, "3.2"), answered(t, unit.ID, 212, "3.4")
	if err := d.ReplaceSurvey(first, ""); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("replaced what is not there: %v", err)
	}
	if err := d.AddSurvey(first); err != nil {
		t.Fatal(err)
	}
	if err := d.AddSurvey(better); !errors.Is(err, model.ErrExists) {
		t.Errorf("added twice: %v", err)
	}
	if err := d.ReplaceSurvey(better, "dua belas lembar menyusul"); err != nil {
		t.Fatal(err)
	}
	list, err := d.Surveys("")
	if err != nil || len(list) != 1 || !list[0].Same(better) {
		t.Fatalf("%+v, %v", list, err)
	}
	record, err := d.Record("", 1)
	if err != nil || record[0].Name != unit.Name || record[0].Fact.Payload.Reason != "dua belas lembar menyusul" {
		t.Fatalf("%+v, %v", record, err)
	}
	if c := record[0].Changes; len(c) != 11 || c[0].Before != uint64(200) || c[0].After != uint64(212) || c[1].Code != "U1" ||
		c[1].Before != model.Some(model.Int(640)) || c[1].After != model.Some(model.MustNumber("720.8")) {
		t.Errorf("the record says %+v", c)
	}
	if info, err := d.Undo(); err != nil || info.Verb != model.VerbReplaceSurvey || info.What != unit.Name {
		t.Errorf("%+v, %v", info, err)
	}
	if list, err := d.Surveys(unit.ID); err != nil || len(list) != 1 || !list[0].Same(first) {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := d.Undo(); err != nil {
		t.Error(err)
	}
	if list, err := d.Surveys(unit.ID); err != nil || len(list) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	if err := d.AddSurvey(better); err != nil {
		t.Errorf("added again after it was taken back: %v", err)
	}
	verify(t, s)
}

// A value that was taken says from which survey, and whether that is another by
// now; one that was typed does not.
func TestTraceOfATakenValue(t *testing.T) {
	_, d, unit, plans := asked(t)
	ikm, _ := survey.Measure(plans[0].Measures)
	trace := func() sheet.Trace {
		t.Helper()
		tr, err := d.Trace(plans[0].ID, surveyed, ikm.ID)
		if err != nil {
			t.Fatal(err)
		}
		return tr
	}
	if err := d.AddSurvey(answered(t, unit.ID, 200, "3.2")); err != nil {
		t.Fatal(err)
	}
	if tr := trace(); tr.Survey != nil {
		t.Errorf("nothing was taken, from %+v", tr.Survey)
	}
	if _, err := d.FeedSurvey(unit.ID, surveyed, survey.Eleven, false); err != nil {
		t.Fatal(err)
	}
	card, err := d.Card(plans[0].ID, surveyed)
	if err != nil {
		t.Fatal(err)
	}
	o, _ := survey.ParseOrigin(card.Entry(ikm.ID).Source)
	if tr := trace(); tr.Survey == nil || o.Moved(*tr.Survey) || tr.Unit != unit.Name {
		t.Errorf("%+v of %q", tr.Survey, tr.Unit)
	}
	if err := d.ReplaceSurvey(answered(t, unit.ID, 212, "3.4"), "susulan"); err != nil {
		t.Fatal(err)
	}
	if tr := trace(); !o.Moved(*tr.Survey) || tr.Survey.Survey.Respondents != 212 {
		t.Errorf("after the correction %+v", tr.Survey)
	}
	for range 3 { // correction, taking, survey
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if tr := trace(); tr.Survey != nil {
		t.Errorf("after the undoing %+v", tr.Survey)
	}
}

// Taking the index over fills empty cells of the unit's own people in one step,
// with where it came from; typed values stay unless told otherwise.
func TestSurveyFeedsItsIndicator(t *testing.T) {
	s, d, unit, plans := asked(t)
	if _, err := d.WouldFeed(unit.ID, surveyed, survey.Ninth); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("fed by nothing: %v", err)
	}
	kept := answered(t, unit.ID, 212, "3.4")
	if err := d.AddSurvey(kept); err != nil {
		t.Fatal(err)
	}
	ikm, ok := survey.Measure(plans[1].Measures)
	if !ok {
		t.Fatal("a midwife is not measured by IKM")
	}
	if _, err := d.Enter(plans[1].ID, surveyed, []model.Entry{{Measure: ikm.ID, Actual: model.Some(model.Int(70)), Note: "dari kotak saran"}}, ""); err != nil {
		t.Fatal(err)
	}
	f, err := d.WouldFeed(unit.ID, surveyed, survey.Ninth)
	if err != nil || len(f.Cells) != 2 || f.Cells[0].Fate != survey.Fills || f.Cells[1].Fate != survey.Replaces {
		t.Fatalf("%+v, %v", f.Cells, err)
	}
	if _, err := d.FeedSurvey(unit.ID, surveyed, survey.Ninth, false); err != nil {
		t.Fatal(err)
	}
	entry := func(i int) model.Entry {
		t.Helper()
		c, err := d.Card(plans[i].ID, surveyed)
		if err != nil {
			t.Fatal(err)
		}
		return c.Entry(ikm.ID)
	}
	e := entry(0)
	if o, ok := survey.ParseOrigin(e.Source); !ok || e.Actual.String() != "85" || o.Respondents != 212 || o.Unit != unit.ID {
		t.Errorf("%+v", e)
	}
	if e := entry(1); e.Actual.String() != "70" || e.Source != "" {
		t.Errorf("a typed value went: %+v", e)
	}
	if e := entry(2); e.Actual.Present() {
		t.Errorf("the pustu below was filled: %+v", e)
	}
	if _, err := d.FeedSurvey(unit.ID, surveyed, survey.Ninth, false); !errors.Is(err, model.ErrNothing) {
		t.Errorf("fed twice: %v", err)
	}
	// A note beside the value leaves where it comes from; another value does not.
	if _, err := d.Enter(plans[0].ID, surveyed, []model.Entry{{Measure: ikm.ID, Actual: e.Actual, Note: "lihat laporan"}}, ""); err != nil {
		t.Fatal(err)
	}
	if got := entry(0); got.Source != e.Source || got.Note != "lihat laporan" {
		t.Errorf("%+v", got)
	}
	// A corrected survey renews what came from it.
	better := answered(t, unit.ID, 220, "3.5")
	if err := d.ReplaceSurvey(better, "susulan"); err != nil {
		t.Fatal(err)
	}
	o, _ := survey.ParseOrigin(entry(0).Source)
	if !o.Moved(survey.Of(better, survey.Ninth)) {
		t.Error("nobody says that the survey is another by now")
	}
	if _, err := d.FeedSurvey(unit.ID, surveyed, survey.Ninth, true); err != nil {
		t.Fatal(err)
	}
	if a, b := entry(0), entry(1); a.Actual.String() != "87.5" || b.Actual.String() != "87.5" || b.Note != "dari kotak saran" {
		t.Errorf("%+v, %+v", a, b)
	}
	if info, err := d.Undo(); err != nil || info.Verb != model.VerbFeedSurvey || info.Count != 2 {
		t.Errorf("%+v, %v", info, err)
	}
	if a, b := entry(0), entry(1); a.Actual.String() != "85" || b.Actual.String() != "70" || a.Source != e.Source {
		t.Errorf("%+v, %+v", a, b)
	}
	if _, err := d.Enter(plans[0].ID, surveyed, []model.Entry{{Measure: ikm.ID, Actual: model.Some(model.Int(80)), Source: e.Source}}, ""); err != nil || entry(0).Source != "" {
		t.Errorf("another value kept its source: %+v, %v", entry(0), err)
	}
	verify(t, s)
}

// Who only sees their own results neither adds a survey nor feeds one.
func TestSurveyRights(t *testing.T) {
	s, d, unit, plans := asked(t)
	kept := answered(t, unit.ID, 212, "3.4")
	own := s.As(model.Actor{ID: "x", Employee: plans[0].Employee, Roles: model.RolesOf(model.RoleStaff)})
	if err := own.AddSurvey(kept); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("added: %v", err)
	}
	if err := d.AddSurvey(kept); err != nil {
		t.Fatal(err)
	}
	if list, err := own.Surveys(""); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
	if f, err := own.FeedSurvey(unit.ID, surveyed, survey.Ninth, false); !errors.Is(err, model.ErrNotAllowed) || len(f.Cells) != 0 {
		t.Errorf("%+v, %v", f, err)
	}
}
