package store_test

import (
	"bytes"
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/closing"
	"kinerja/model/rules"
	"kinerja/model/situation"
	"kinerja/store"
)

func worked(c closable) situation.Situation {
	s := situation.New(c.clinic.ID, thirdQuarter)
	s.Vacancies, s.Present, s.DisasterDays = model.Some(model.Int(3)), model.Some(model.Int(5)), model.Some(model.Int(12))
	s.Access, s.AccessWords, s.Note, s.Source = situation.VeryRemote, "perahu 3 jam", "banjir bandang Agustus", "surat 12/2026"
	return s
}

// What a unit worked under is kept, changed, taken back and made out of its facts
// again. Beside it stands who is counted there, with the pustu that has no head and
// without the one that has.
func TestSituation(t *testing.T) {
	c := newClosable(t)
	want := worked(c)
	said := want
	said.Note = "  banjir bandang Agustus "
	if err := c.d.SetSituation(said, ""); err != nil {
		t.Fatal(err)
	}
	got, err := c.d.Situation(c.clinic.ID, thirdQuarter)
	if err != nil || got.Situation != want || got.Counted != 2 || got.On != 20260930 {
		t.Fatalf("%+v, %v", got, err)
	}
	more := want
	more.DisasterDays = model.Some(model.Int(20))
	if err := c.d.SetSituation(more, "menurut BPBD"); err != nil {
		t.Fatal(err)
	}
	record, err := c.d.Record("", 1)
	if err != nil || record[0].Name != "Puskesmas" || record[0].Where.Unit != c.clinic.ID || record[0].Where.Period != thirdQuarter || len(record[0].Changes) != 1 {
		t.Fatalf("%+v, %v", record, err)
	}
	about, err := c.d.RecordOf(store.RecordQuery{Where: store.Where{Unit: c.clinic.ID}, Limit: 10})
	if err != nil || len(about) < 2 || about[0].Fact.Header.Kind != model.KindSituation {
		t.Errorf("the history of the unit: %+v, %v", about, err)
	}
	if info, err := c.d.Undo(); err != nil || info.Verb != model.VerbSetSituation || info.What != "Puskesmas" {
		t.Errorf("%+v, %v", info, err)
	}
	if got, _ := c.d.Situation(c.clinic.ID, thirdQuarter); got.Situation != want {
		t.Errorf("after undo: %+v", got)
	}
	kept, err := c.s.Forms()
	if err != nil {
		t.Fatal(err)
	}
	made, err := c.s.Rebuild()
	if err != nil || len(made) != len(kept) {
		t.Fatal(err, len(made), len(kept))
	}
	there := false
	for key, form := range kept {
		there = there || key.Kind == model.KindSituation
		if !bytes.Equal(made[key], form) {
			t.Errorf("%s %s is made otherwise", key.Kind, key.ID)
		}
	}
	if !there {
		t.Error("no situation is among the records")
	}
	verify(t, c.s)
	// Of which nothing is said any more is gone, and can be said again.
	if err := c.d.SetSituation(situation.New(c.clinic.ID, thirdQuarter), ""); err != nil {
		t.Fatal(err)
	}
	if got, _ := c.d.Situation(c.clinic.ID, thirdQuarter); got.Said() {
		t.Errorf("still said: %+v", got)
	}
	if err := c.d.SetSituation(want, ""); err != nil {
		t.Fatal(err)
	}
	verify(t, c.s)
}

// It stands beside the unit's numbers, and in none of them.
func TestSituationMovesNoNumber(t *testing.T) {
	c := newClosable(t)
	marks(t, c.d, model.Meets, c.head, c.here, c.away)
	before := overviewOf(t, c)
	sides, err := c.d.CompareUnits(thirdQuarter, rules.Only(rules.PermenPANRB6()))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.d.SetSituation(worked(c), ""); err != nil {
		t.Fatal(err)
	}
	after := overviewOf(t, c)
	if after.Situation.Situation != worked(c) || after.Situation.Counted != 2 || before.Situation.Said() {
		t.Errorf("beside the unit: %+v", after.Situation)
	}
	if after.Counts != before.Counts || after.Result.Grade != before.Result.Grade {
		t.Errorf("the numbers moved: %+v, %+v", before.Counts, after.Counts)
	}
	now, err := c.d.CompareUnits(thirdQuarter, rules.Only(rules.PermenPANRB6()))
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for i, g := range now.Groups {
		for j, s := range g.Sides {
			was := sides.Groups[i].Sides[j]
			if s.Unit.ID == c.clinic.ID {
				found = s.Situation.Situation == worked(c) && s.Situation.Counted == 2
			}
			if s.Mean != was.Mean || s.Rank != was.Rank || s.Band != was.Band || s.Counts != was.Counts {
				t.Errorf("%+v was %+v", s, was)
			}
		}
	}
	if !found {
		t.Errorf("not beside the other units: %+v", now.Groups)
	}
}

// A person with two posts in a unit is one; who left before, or only stands in for
// somebody, is not counted.
func TestWhoIsCounted(t *testing.T) {
	c := newClosable(t)
	for name, post := range map[string]model.Post{
		"Dewi":  {Position: "Perawat", From: 20200101, To: 20260731},
		"Eka":   {Position: "Perawat", From: 20200101, Acting: true},
		"Fajar": {Position: "Perawat", From: 20261001},
		"Gita":  {Position: "Perawat", From: 20260930},
	} {
		post.Unit = c.clinic.ID
		if _, err := c.d.AddEmployee(model.Employee{Name: name, Kind: model.NonASN}, post); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := c.d.Situation(c.clinic.ID, thirdQuarter); err != nil || got.Counted != 3 { // Sari, Ani, Gita
		t.Errorf("%d are counted, %v", got.Counted, err)
	}
}

// The head says it, and whoever keeps the file; a closed period rests.
func TestWhoSaysASituation(t *testing.T) {
	c := newClosable(t)
	as := func(who model.EmployeeID, roles ...model.Role) error {
		return c.s.As(model.Actor{ID: string(who), Employee: who, Roles: model.RolesOf(roles...)}).SetSituation(worked(c), "")
	}
	if err := as(c.here.Employee, model.RoleStaff); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("who works there says it: %v", err)
	}
	if err := as(c.head.Employee, model.RoleEvaluator); err != nil {
		t.Errorf("the head: %v", err)
	}
	bad := worked(c)
	bad.DisasterDays = model.Some(model.Int(93))
	if err := c.d.SetSituation(bad, ""); !errors.Is(err, model.ErrNumberRange) {
		t.Errorf("93 days of a quarter: %v", err)
	}
	if _, err := c.d.ClosePeriod(closing.Order{Period: thirdQuarter, Unit: c.clinic.ID, Reason: "selesai"}, rules.Only(rules.PermenPANRB6())); err != nil {
		t.Fatal(err)
	}
	if err := c.d.SetSituation(situation.New(c.clinic.ID, thirdQuarter), ""); !errors.Is(err, model.ErrLocked) {
		t.Errorf("in a closed period: %v", err)
	}
}

// Beside a rater stands what the units of the people they rate worked under: of the
// nearest unit above, where nothing was said of their own.
func TestSituationBesideARater(t *testing.T) {
	c := newClosable(t)
	post, err := c.d.Profile(c.here.Employee)
	if err != nil {
		t.Fatal(err)
	}
	p := post.Posts[0]
	p.Evaluator = c.head.Employee
	if err := c.d.EditPost(p, ""); err != nil {
		t.Fatal(err)
	}
	marks(t, c.d, model.Meets, c.here)
	if err := c.d.SetSituation(worked(c), ""); err != nil {
		t.Fatal(err)
	}
	sheet, err := c.d.Raters(thirdQuarter)
	if err != nil || len(sheet.List) != 1 {
		t.Fatalf("%+v, %v", sheet, err)
	}
	under := sheet.List[0].Under
	if len(under) != 1 || under[0].Name != "Puskesmas" || under[0].Situation != worked(c) || under[0].Counted != 2 {
		t.Errorf("%+v", under)
	}
}
