package store_test

import (
	"bytes"
	"testing"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/store"
)

// What is done about who may log in stands in the record between the other
// changes, in the order in which all were made, also when it is read page by page
// and the clock was put back meanwhile.
func TestAccountsInTheRecord(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	budi := g.user("budi")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	unit := func(code string) {
		t.Helper()
		_, err := sari.AddUnit(model.Unit{Name: "Unit " + code, Code: code, Kind: model.UnitOther})
		must(err)
	}
	unit("X1")
	must(sari.ResetSecret(budi.ID, otherPIN))
	g.clock.pass(-1000)
	unit("X2")
	unit("X3")
	must(sari.EditUser(budi.ID, "budiman", "", 0))
	must(sari.ResetSecret(budi.ID, otherPIN+"1"))
	unit("X4")
	all, err := sari.RecordOf(store.RecordQuery{})
	must(err)
	want := []model.Verb{"unit.add", user.VerbReset, user.VerbEdit, "unit.add", "unit.add", user.VerbReset, "unit.add", user.VerbGuard, user.VerbGuard, model.VerbImport}
	for i, verb := range want {
		if got := all[i].Fact.Header; got.Verb != verb || i < 7 && got.Via != model.Signed {
			t.Errorf("%d: %s by %d, want %s", i, got.Verb, got.Via, verb)
		}
	}
	if e := all[2]; e.Name == "" || e.Detail != "budi" && e.Detail != "budiman" {
		t.Errorf("the change of a user is about %q %q", e.Name, e.Detail)
	}
	for _, size := range []int{1, 2, 3, 7} {
		var after model.FactKey
		n := 0
		for {
			page, err := sari.RecordOf(store.RecordQuery{After: after, Limit: size})
			must(err)
			if len(page) == 0 {
				break
			}
			for _, e := range page {
				if e.Fact.Header.Key != all[n].Fact.Header.Key {
					t.Fatalf("in pages of %d, line %d is %+v", size, n, e.Fact.Header.Key)
				}
				n++
			}
			after = page[len(page)-1].Fact.Header.Key
		}
		if n != len(all) {
			t.Errorf("in pages of %d there are %d of %d", size, n, len(all))
		}
	}
}

// Undo passes over what was done about who may log in.
func TestUndoPassesOverAccounts(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	if _, err := sari.AddUnit(model.Unit{Name: "Unit X", Code: "X", Kind: model.UnitOther}); err != nil {
		t.Fatal(err)
	}
	if err := sari.ResetSecret(g.user("budi").ID, otherPIN); err != nil {
		t.Fatal(err)
	}
	if last, err := sari.LastSaved(); err != nil || last.Verb != model.VerbAddUnit {
		t.Errorf("saved last: %+v, %v", last, err)
	}
	info, err := sari.Undo()
	if err != nil || info.Verb != model.VerbAddUnit {
		t.Errorf("undo took back %+v, %v", info, err)
	}
	if r := g.user("budi"); !r.Temporary {
		t.Error("undo took back a PIN")
	}
	if info, err = sari.Redo(); err != nil || info.Verb != model.VerbUndo && info.Verb != model.VerbAddUnit {
		t.Errorf("redo: %+v, %v", info, err)
	}
}

// Every record, users among them, is what its facts say.
func TestUsersAreTheirFacts(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	if err := sari.EditUser(g.user("budi").ID, "budi.s", "", model.RolesOf(model.RoleTeam)); err != nil {
		t.Fatal(err)
	}
	now, err := g.Forms()
	if err != nil {
		t.Fatal(err)
	}
	made, err := g.Rebuild()
	if err != nil || len(made) != len(now) {
		t.Fatalf("%d records of facts, %d in the file, %v", len(made), len(now), err)
	}
	found := 0
	for key, form := range now {
		if !bytes.Equal(form, made[key]) {
			t.Errorf("%s %s differs from its facts", key.Kind, key.ID)
		}
		if key.Kind == model.KindUser {
			found++
		}
	}
	if found != 2 {
		t.Errorf("%d users", found)
	}
}
