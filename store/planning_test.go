package store_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/storetest"
)

// office is a clinic with two midwives and a driver, none with a plan.
func office(t *testing.T) (*store.Store, *store.Desk, model.Unit) {
	t.Helper()
	s := storetest.Open(t)
	d := storetest.Owner(s)
	u, err := d.AddUnit(model.Unit{Name: "Puskesmas Uji", Code: "PU", Kind: model.UnitClinic})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range [][2]string{{"Ani", "Bidan Terampil"}, {"Budi", "Bidan Terampil"}, {"Cici", "Pengemudi"}} {
		number := model.NIP("19900101201501200" + string(rune('1'+i)))
		if _, err := d.AddEmployee(model.Employee{Name: p[0], Number: number}, model.Post{Unit: u.ID, Position: p[1], From: 20200101}); err != nil {
			t.Fatal(err)
		}
	}
	return s, d, u
}

func code(t *testing.T, list []model.Instrument, id model.InstrumentID) string {
	t.Helper()
	for _, in := range list {
		if in.ID == id {
			return in.Code
		}
	}
	return ""
}

// Each position found, how often, and what it would get; a choice of one's own
// goes before.
func TestPositionsAndChoice(t *testing.T) {
	_, d, u := office(t)
	p, err := d.Positions(2026, planning.Who{Unit: u.ID})
	if err != nil || len(p.Rows) != 2 {
		t.Fatalf("%+v, %v", p, err)
	}
	midwife, driver := p.Rows[0], p.Rows[1]
	if midwife.Count != 2 || code(t, p.Instruments, midwife.Instrument) != "BIDAN" {
		t.Errorf("midwives: %+v", midwife)
	}
	if driver.Count != 1 || code(t, p.Instruments, driver.Instrument) != "UMUM" {
		t.Errorf("driver: %+v", driver)
	}
	choice := map[string]model.InstrumentID{}
	for _, in := range p.Instruments {
		if in.Code == "ADMIN" {
			choice["Pengemudi"] = in.ID
		}
	}
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260115, Document: "SKP 1", Choice: choice})
	if err != nil || len(made.Plans) != 3 {
		t.Fatalf("%+v, %v", made, err)
	}
	n := 0
	for _, plan := range made.Plans {
		if plan.Instrument == choice["Pengemudi"] {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d plans from the chosen instrument", n)
	}
	if p, err = d.Positions(2026, planning.Who{Unit: u.ID}); err != nil || len(p.Rows) != 0 || p.Kept != 3 {
		t.Errorf("afterwards: %+v, %v", p, err)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if p, err = d.Positions(2026, planning.Who{}); err != nil || len(p.Rows) != 2 || p.Kept != 0 {
		t.Errorf("after undo: %+v, %v", p, err)
	}
	if _, err := d.MakePlans(planning.Order{Year: 2026, Choice: map[string]model.InstrumentID{"Pengemudi": "NOBODY"}}); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("an instrument that does not exist: %v", err)
	}
}

// Own targets of two plans are one change; cards follow, and one undo takes all
// of it back.
func TestSetTargets(t *testing.T) {
	_, d, _ := office(t)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260115, Document: "SKP 1"})
	if err != nil {
		t.Fatal(err)
	}
	var ids []model.PlanID
	for _, p := range made.Plans {
		if len(ids) < 2 && p.Instrument == made.Plans[0].Instrument {
			ids = append(ids, p.ID)
		}
	}
	q3, _ := model.ParsePeriod("2026-Q3")
	m := made.Plans[0].Measures[0]
	if _, err := d.Enter(ids[0], q3, []model.Entry{{Measure: m.ID, Actual: model.Some(model.Int(60))}}, ""); err != nil {
		t.Fatal(err)
	}
	order := planning.TargetOrder{Plans: ids, Targets: []planning.Target{{Measure: m.ID, Low: model.Int(75)}}, On: 20260701, Document: "Adendum 2", Reason: "sasaran direvisi"}
	if n, err := d.SetTargets(order); err != nil || n.Changed != 2 {
		t.Fatalf("%+v, %v", n, err)
	}
	plan, err := d.Plan(ids[0])
	if err != nil || plan.Measures[0].Gauge.Target != model.Int(75) || plan.State != model.PlanAgreed {
		t.Fatalf("%+v, %v", plan.Measures[0], err)
	}
	if w := plan.Words[len(plan.Words)-1]; len(plan.Words) != 2 || w.Document != "Adendum 2" || w.Via != model.Recorded || w.On != 20260701 {
		t.Errorf("words: %+v", plan.Words)
	}
	card, err := d.Card(ids[0], q3)
	if e := card.Entry(m.ID); err != nil || e.Target != model.Some(model.Int(75)) || e.Actual != model.Some(model.Int(60)) {
		t.Errorf("card: %+v, %v", e, err)
	}
	if n, err := d.SetTargets(order); err != nil || n.Changed != 0 || n.Same != 2 {
		t.Errorf("the same again: %+v, %v", n, err)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if plan, err = d.Plan(ids[0]); err != nil || plan.Measures[0].Gauge.Target == model.Int(75) || len(plan.Words) != 1 {
		t.Errorf("after undo: %+v, %v", plan, err)
	}
	if card, err = d.Card(ids[0], q3); err != nil || card.Entry(m.ID).Target.Present() {
		t.Errorf("card after undo: %+v, %v", card, err)
	}
}

// What the person was told does not move: not after sharing, not in future
// days, not to a negative target; nothing of a refused order is kept.
func TestSetTargetsRefuses(t *testing.T) {
	_, d, _ := office(t)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260115})
	if err != nil {
		t.Fatal(err)
	}
	a, b := made.Plans[0], made.Plans[1]
	q3, _ := model.ParsePeriod("2026-Q3")
	if _, err := d.Rate(b.ID, q3, store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "uji", Rules: rules.PermenPANRB6()}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Move(b.ID, q3, model.Shared, model.Word{}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	target := []planning.Target{{Measure: a.Measures[0].ID, Low: model.Int(50)}}
	for name, tt := range map[string]struct {
		order planning.TargetOrder
		want  error
	}{
		"shared":   {planning.TargetOrder{Plans: []model.PlanID{b.ID}, Targets: target, From: q3, On: 20260701}, model.ErrLocked},
		"year":     {planning.TargetOrder{Plans: []model.PlanID{a.ID}, Targets: target, From: q3 + 100, On: 20260701}, model.ErrBadPeriod},
		"future":   {planning.TargetOrder{Plans: []model.PlanID{a.ID}, Targets: target, On: 20300101}, model.ErrFuture},
		"negative": {planning.TargetOrder{Plans: []model.PlanID{a.ID}, Targets: []planning.Target{{Measure: a.Measures[0].ID, Low: model.Int(-1)}}}, model.ErrNegative},
		"unknown":  {planning.TargetOrder{Plans: []model.PlanID{"01ARZ3NDEKTSV4RRFFQ69G5FAV"}, Targets: target}, model.ErrNotFound},
	} {
		if _, err := d.SetTargets(tt.order); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
	if plan, err := d.Plan(a.ID); err != nil || plan.Measures[0].Gauge.Target != a.Measures[0].Gauge.Target {
		t.Errorf("a refused order left something: %v, %v", plan.Measures[0].Gauge.Target, err)
	}
}

// A trial says what Undo would take back, and changes nothing.
func TestWouldUndo(t *testing.T) {
	s, d, _ := office(t)
	stamp, err := s.Stamp()
	if err != nil {
		t.Fatal(err)
	}
	would, err := d.WouldUndo()
	if err != nil || would.Verb != model.VerbAddEmployee || would.Count != 2 || would.Kind != "" {
		t.Fatalf("%+v, %v", would, err)
	}
	if now, err := s.Stamp(); err != nil || now != stamp {
		t.Errorf("the file changed: %v", err)
	}
	did, err := d.Undo()
	if err != nil || did != would {
		t.Errorf("said %+v, did %+v, %v", would, did, err)
	}
	if redo, err := d.WouldRedo(); err != nil || redo.Count != 2 {
		t.Errorf("redo: %+v, %v", redo, err)
	}
}

// Nobody agrees upon a plan before the post begins: alone, the day is refused;
// among others, who starts later keeps a draft.
func TestPlansBeforeThePostBegins(t *testing.T) {
	_, d, u := office(t)
	if _, err := d.MakePlans(planning.Order{Year: 2026, On: 20260110}); err != nil {
		t.Fatal(err)
	}
	hire := func(name string, number model.NIP, from model.Date) {
		t.Helper()
		if _, err := d.AddEmployee(model.Employee{Name: name, Number: number}, model.Post{Unit: u.ID, Position: "Bidan Terampil", From: from}); err != nil {
			t.Fatal(err)
		}
	}
	hire("Wati", "199001012015012009", 20260801)
	var before *model.BeforeError
	if made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260110}); !errors.As(err, &before) || before.First != 20260801 {
		t.Fatalf("%+v, %v", made, err)
	}
	hire("Yuni", "199001012015012008", 20260101)
	made, err := d.MakePlans(planning.Order{Year: 2026, On: 20260110})
	if err != nil || len(made.Plans) != 2 || made.Early != 1 {
		t.Fatalf("%+v, %v", made, err)
	}
	for _, p := range made.Plans {
		post, err := d.PlanRow(p.ID)
		if err != nil || (p.State == model.PlanAgreed) != (post.Post.From == 20260101) {
			t.Errorf("%+v, %v", post, err)
		}
	}
}
