package store_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/storetest"
)

// An opening balance is kept, corrected by a newer one, taken back by undo, and
// read with the years that follow it.
func TestOpeningBalance(t *testing.T) {
	c := openClinic(t)
	first, err := c.sari.SetBase(credit.Base{Employee: c.who, Points: model.Int(30), Until: 2024_12_31, Document: "PAK 800/12/2025"})
	if err != nil {
		t.Fatal(err)
	}
	row, err := c.rina.Credit(c.who)
	if err != nil || row.Account.Base != first || row.Account.Sum-row.Account.Estimated != credit.Whole(30) || row.Account.Standing != credit.Functional {
		t.Fatalf("%+v, %v", row, err)
	}
	if first.Level != row.Account.Level || first.Grade != row.Account.Grade {
		t.Errorf("not the level of today: %+v", first)
	}
	second, err := c.sari.SetBase(credit.Base{Employee: c.who, Points: model.MustNumber("32.5"), Until: 2024_12_31, Document: "PAK 800/13/2025"})
	if err != nil {
		t.Fatal(err)
	}
	if row, err = c.sari.Credit(c.who); err != nil || row.Account.Base != second || len(row.Account.Bases) != 2 {
		t.Errorf("%+v, %v", row.Account, err)
	}
	verify(t, c.s)
	info, err := c.sari.Undo()
	if err != nil || info.Verb != model.VerbCreditBase || info.Employee != c.who || info.Detail != "2024-12-31" {
		t.Fatalf("%+v, %v", info, err)
	}
	if row, err = c.sari.Credit(c.who); err != nil || row.Account.Base != first || len(row.Account.Bases) != 1 {
		t.Errorf("after undo: %+v, %v", row.Account, err)
	}
	if _, err := c.sari.Redo(); err != nil {
		t.Fatal(err)
	}
	if row, err = c.sari.Credit(c.who); err != nil || row.Account.Base != second {
		t.Errorf("after redo: %+v, %v", row.Account, err)
	}
	list, err := c.sari.Record(c.who, 0)
	if err != nil || !slices.ContainsFunc(list, func(e store.Entry) bool {
		return e.Fact.Header.Kind == model.KindCredit && e.Fact.Payload.Document == "PAK 800/13/2025" && len(e.Changes) > 3
	}) {
		t.Errorf("the record does not say it: %v", err)
	}
	verify(t, c.s)
}

// Staff read their own and keep none; nobody keeps one that breaks a rule.
func TestWhoKeepsABalance(t *testing.T) {
	c := openClinic(t)
	good := credit.Base{Employee: c.who, Points: model.Int(30), Until: 2024_12_31, Document: "PAK"}
	if _, err := c.rina.SetBase(good); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("staff keep their own: %v", err)
	}
	sari := c.sari.Actor().Employee
	if _, err := c.rina.Credit(sari); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("staff read the head's: %v", err)
	}
	if list, err := c.rina.Credits(""); err != nil || len(list) != 1 || list[0].Staff.Employee != c.who {
		t.Errorf("staff see %d, %v", len(list), err)
	}
	bad := good
	bad.Until = 2999_01_01
	if _, err := c.sari.SetBase(bad); !errors.Is(err, model.ErrFuture) {
		t.Errorf("of tomorrow: %v", err)
	}
	keep := func(yield func(any) bool) { bad.ID, bad.Level = "x", credit.Terampil; yield(bad) }
	if _, err := storetest.Owner(c.s).Apply(context.Background(), model.VerbImport, keep, nil); !errors.Is(err, model.ErrFuture) {
		t.Errorf("of tomorrow, from outside: %v", err)
	}
	verify(t, c.s)
}

// The final annual evaluation is credited; what is only rated is not.
func TestCreditOfAFinalYear(t *testing.T) {
	c := openClinic(t)
	year, _ := model.NewPeriod(model.Year, c.plan.Year, 1)
	rate(t, c.sari, c.plan.ID, year)
	last := func() credit.Line {
		row, err := c.sari.Credit(c.who)
		if err != nil || len(row.Account.Lines) == 0 {
			t.Fatalf("%+v, %v", row, err)
		}
		return row.Account.Lines[len(row.Account.Lines)-1]
	}
	if l := last(); l.Gap != credit.GapNotFinal && l.Basis != credit.Periodic {
		t.Errorf("rated only: %+v", l)
	}
	for _, to := range []model.EvaluationState{model.Shared, model.Received, model.Accepted, model.Final} {
		if _, err := c.sari.Move(c.plan.ID, year, to, model.Word{Document: "tanda terima"}, rules.PermenPANRB6()); err != nil {
			t.Fatalf("%v: %v", to, err)
		}
	}
	l := last()
	if l.Gap != credit.NoGap || l.Basis != credit.Annual || l.Year != c.plan.Year || !l.Counts ||
		l.Points != credit.Earned(l.Level, l.Predicate, l.Months()) || l.Points == 0 {
		t.Errorf("final: %+v", l)
	}
}
