package store_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/store/storetest"
)

func (g *guarded) must(err error) {
	g.t.Helper()
	if err != nil {
		g.t.Fatal(err)
	}
}

func TestAdministratorsKeepUsers(t *testing.T) {
	g := guard(t)
	sari, budi := g.enter("sari", sariPIN), g.enter("budi", budiPIN)
	auditor := user.New{User: user.User{Name: "Inspektorat", Display: "Inspektorat Daerah", Roles: model.RolesOf(model.RoleAuditor)}, Secret: otherPIN}
	_, err := budi.AddUser(auditor)
	wants(t, "add without the right", err, model.ErrNotAllowed)
	wants(t, "reset another's", budi.ResetSecret(g.user("sari").ID, otherPIN), model.ErrNotAllowed)
	wants(t, "turn off without the right", budi.Unguard(budiPIN), model.ErrNotAllowed)
	u, err := sari.AddUser(auditor)
	if err != nil || !u.Temporary || u.Name != "inspektorat" {
		t.Fatalf("%+v, %v", u, err)
	}
	actor, e, err := g.Enter("inspektorat", otherPIN)
	if err != nil || !e.MustChange || actor.Roles != 0 {
		t.Fatalf("with a PIN that another chose: %+v, %+v, %v", actor, e, err)
	}
	d := g.As(actor)
	_, err = d.Users()
	wants(t, "before it is changed", err, model.ErrNotAllowed)
	wants(t, "the same again", d.ChangeSecret(otherPIN, otherPIN), user.ErrSame)
	wants(t, "not knowing it", d.ChangeSecret(sariPIN, "kata sandi lain"), user.ErrWrong)
	wants(t, "one that others guess", d.ChangeSecret(otherPIN, "121212"), user.ErrTrivial)
	wants(t, "a short one", d.ChangeSecret(otherPIN, "59037"), user.ErrShort)
	g.must(d.ChangeSecret(otherPIN, "kata sandi lain"))
	if _, err := g.enter("inspektorat", "kata sandi lain").Users(); err != nil {
		t.Errorf("the inspectorate reads who may log in: %v", err)
	}
	_, _, err = g.Enter("inspektorat", otherPIN)
	wants(t, "the PIN before", err, user.ErrWrong)

	_, err = sari.AddUser(user.New{User: user.User{Name: "budi2", Employee: g.budi}, Secret: otherPIN})
	wants(t, "a person twice", err, model.ErrExists)
	_, err = sari.AddUser(user.New{User: user.User{Name: "budi", Display: "X"}, Secret: otherPIN})
	wants(t, "a name twice", err, model.ErrExists)
	_, err = sari.AddUser(user.New{User: user.User{Name: "x", Display: "X", Roles: model.RolesOf(model.RoleEvaluator)}, Secret: otherPIN})
	wants(t, "a role of the place", err, user.ErrRole)

	g.must(sari.CloseUser(g.user("budi").ID))
	_, _, err = g.Enter("budi", budiPIN)
	wants(t, "closed", err, user.ErrWrong)
	if pin, err := sari.Signs(g.budi); pin != voice.NoPIN || err != nil {
		t.Errorf("a closed user signs: %v %v", pin, err)
	}
	was := g.user("budi").ID
	u, err = sari.AddUser(user.New{User: user.User{Employee: g.budi}, Secret: otherPIN})
	if err != nil || u.ID != was || u.Name != "budi" {
		t.Errorf("let in again as %+v, %v", u, err)
	}
	// A PIN that is not their own yet proves nothing.
	if pin, err := sari.Signs(g.budi); pin != voice.Temporary || err != nil {
		t.Errorf("with a temporary PIN: %v %v", pin, err)
	}
	_, err = sari.Signed(g.budi, otherPIN)
	wants(t, "signed by a temporary PIN", err, user.ErrTemporary)
}

// Whether somebody has a PIN is told to those who read the list, to that person, and
// to those above; to anybody else it is as if there were none.
func TestWhoMayKnowOfAPIN(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	rows, err := sari.People()
	if err != nil {
		t.Fatal(err)
	}
	var other model.EmployeeID // whom budi does not evaluate
	for _, p := range rows {
		if p.Employee.ID == g.sari || p.Employee.ID == g.budi {
			continue
		}
		if !slices.ContainsFunc(p.Posts, func(x model.Post) bool { return x.Evaluator == g.budi }) {
			other = p.Employee.ID
		}
	}
	if _, err := sari.AddUser(user.New{User: user.User{Name: "lain", Employee: other}, Secret: otherPIN}); err != nil {
		t.Fatal(err)
	}
	if _, err := sari.AddUser(user.New{User: user.User{Name: "dinas", Display: "Dinas", Roles: model.RolesOf(model.RoleManager)}, Secret: "kopi tubruk pagi"}); err != nil {
		t.Fatal(err)
	}
	budi := g.enter("budi", budiPIN)
	keeper := g.As(model.Actor{ID: "U", Roles: model.RolesOf(model.RoleManager), Via: model.Signed})
	for name, tt := range map[string]struct {
		desk *store.Desk
		of   model.EmployeeID
		want voice.PIN
	}{
		"who reads the list":    {sari, other, voice.Temporary},
		"whose evaluator it is": {g.As(model.Actor{ID: string(g.sari), Employee: g.sari, Roles: model.RolesOf(model.RoleEvaluator), Via: model.Signed}), g.budi, voice.OwnPIN},
		"the person":            {budi, g.budi, voice.OwnPIN},
		"a colleague":           {budi, other, voice.NoPIN},
		"a keeper of the lists": {keeper, g.budi, voice.NoPIN},
		"who has none":          {sari, "01ARZ3NDEKTSV4RRFFQ69G5FAV", voice.NoPIN},
	} {
		if got, err := tt.desk.Signs(tt.of); got != tt.want || err != nil {
			t.Errorf("%s: %v %v, want %v", name, got, err, tt.want)
		}
	}
}

// An administrator cannot become somebody else: whose user it is never changes,
// also not by way of a record that bears another's identity.
func TestAUserStaysWhoseItIs(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	u, err := sari.AddUser(user.New{User: user.User{ID: g.user("budi").ID, Name: "palsu", Display: "Palsu"}, Secret: otherPIN})
	if err != nil || u.ID == g.user("budi").ID {
		t.Errorf("took the place of another: %+v, %v", u, err)
	}
	wants(t, "by Apply", sari.Together(user.VerbEdit, "", user.User{ID: g.user("budi").ID, Employee: g.sari, Name: "budi"}), model.ErrNotAllowed)
}

func TestTheLastAdministratorStays(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	me := g.user("sari")
	wants(t, "close", sari.CloseUser(me.ID), user.ErrLastAdmin)
	wants(t, "role", sari.EditUser(me.ID, "sari", "", 0), user.ErrLastAdmin)
	g.must(sari.EditUser(g.user("budi").ID, "budi", "", model.RolesOf(model.RoleAdmin)))
	g.must(sari.EditUser(me.ID, "sari", "", 0))
	wants(t, "the other", g.enter("budi", budiPIN).CloseUser(g.budiID()), user.ErrLastAdmin)
}

func (g *guarded) budiID() user.ID {
	g.t.Helper()
	u, err := g.enter("budi", budiPIN).Account()
	g.must(err)
	return u.ID
}

func TestUnguard(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	wants(t, "without the PIN", sari.Unguard(otherPIN), user.ErrWrong)
	g.must(sari.Unguard(sariPIN))
	owner := g.As(model.Owner(g.sari, "Sari"))
	if _, err := owner.People(); err != nil {
		t.Error(err)
	}
	_, _, err := g.Enter("sari", sariPIN)
	wants(t, "login", err, user.ErrUnguarded)
	_, err = g.Recover(g.code, otherPIN)
	wants(t, "recovery", err, user.ErrUnguarded)
	_, err = owner.AddUser(user.New{User: user.User{Employee: g.budi}, Secret: otherPIN})
	wants(t, "add", err, user.ErrUnguarded)
	if n, err := g.Secrets(); n > 2 || err != nil { // counts of tries may stay
		t.Errorf("%d secrets are left, %v", n, err)
	}
	code, err := owner.Guard(user.New{User: user.User{Employee: g.sari}, Secret: otherPIN})
	if err != nil || code == g.code {
		t.Fatalf("turned on again: %v", err)
	}
	if u := g.enter("sari", otherPIN).Actor(); u.Employee != g.sari {
		t.Errorf("%+v", u)
	}
	_, err = owner.Guard(user.New{User: user.User{Employee: g.sari}, Secret: otherPIN})
	wants(t, "twice", err, user.ErrLogin)
}

func TestRecovery(t *testing.T) {
	g := guard(t)
	_, err := g.Recover(strings.Replace(g.code, g.code[:1], "~", 1), otherPIN)
	wants(t, "mistyped", err, user.ErrTyped)
	_, err = g.Recover(user.CodeOf([16]byte{1, 2, 3}), otherPIN)
	wants(t, "another code", err, user.ErrWrong)
	_, err = g.Recover(g.code, "123456")
	wants(t, "a PIN that others guess", err, user.ErrTrivial)
	typed := " " + strings.ToLower(strings.ReplaceAll(g.code, "-", " ")) + "\n"
	r, err := g.Recover(typed, otherPIN)
	if err != nil || r.User.Name != "sari" || r.Code == g.code {
		t.Fatalf("%+v, %v", r, err)
	}
	_, _, err = g.Enter("sari", sariPIN)
	wants(t, "the PIN before", err, user.ErrWrong)
	_, err = g.Recover(g.code, budiPIN)
	wants(t, "used twice", err, user.ErrWrong)
	list, err := g.enter("sari", otherPIN).RecordOf(store.RecordQuery{Limit: 1})
	if err != nil || list[0].Fact.Header.Verb != user.VerbRecover || list[0].Fact.Header.Via != model.Own {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := g.Recover(r.Code, "kata sandi lagi"); err != nil {
		t.Error(err)
	}
}

// A code that many try at once counts once, and logins at once all get in.
func TestManyAtOnce(t *testing.T) {
	g := guard(t)
	other, err := store.Open(g.path, g.opt)
	g.must(err)
	defer other.Close()
	var wait sync.WaitGroup
	var mu sync.Mutex
	recovered := 0
	for i := range 6 {
		s := []*store.Store{g.Store, other}[i%2]
		wait.Go(func() {
			if _, err := s.Recover(g.code, otherPIN+fmt.Sprint(i)); err == nil {
				mu.Lock()
				recovered++
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	if recovered != 1 {
		t.Errorf("the code counted %d times", recovered)
	}
	errs := make([]error, 3) // as many as may try without a wait
	for i := range errs {
		s := []*store.Store{g.Store, other}[i%2]
		wait.Go(func() { _, _, errs[i] = s.Enter("budi", budiPIN) })
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Error(err)
	}
	if _, e, err := g.Enter("budi", budiPIN); err != nil || e.Failed != 0 {
		t.Errorf("%+v, %v", e, err)
	}
}

// A secret that is damaged is named, locks nobody else out, and is set anew.
func TestDamagedSecret(t *testing.T) {
	g := guard(t)
	budi := g.user("budi").ID
	g.must(g.Spoil(budi))
	var damage *model.DamageError
	if _, _, err := g.Enter("budi", budiPIN); !errors.As(err, &damage) || !strings.HasPrefix(damage.Where, "secrets") {
		t.Errorf("login: %v", err)
	}
	if _, err := g.Verify(context.Background(), false, nil); !errors.As(err, &damage) {
		t.Errorf("verify: %v", err)
	}
	sari := g.enter("sari", sariPIN)
	if rows, err := sari.Users(); err != nil || len(rows) != 2 {
		t.Errorf("%v, %v", rows, err)
	}
	g.must(sari.ResetSecret(budi, otherPIN))
	if _, _, err := g.Enter("budi", otherPIN); err != nil {
		t.Error(err)
	}
	if _, err := g.Verify(context.Background(), true, nil); err != nil {
		t.Errorf("verify afterwards: %v", err)
	}
}

// A backup that is restored lets in whoever could log in then, and its chains go
// on in both lanes.
func TestRestoredFileAsks(t *testing.T) {
	g := guard(t)
	copied := filepath.Join(t.TempDir(), "copy.db")
	g.must(g.Backup(copied))
	g.must(g.enter("sari", sariPIN).ResetSecret(g.user("budi").ID, otherPIN))
	g.must(g.Close())
	if _, err := store.Restore(g.path, copied, g.opt); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(g.path, g.opt)
	g.must(err)
	g.Store = s
	if _, _, err := g.Enter("budi", budiPIN); err != nil {
		t.Errorf("as it was: %v", err)
	}
	sari := g.enter("sari", sariPIN)
	_, err = sari.AddUnit(model.Unit{Name: "Unit X", Code: "X", Kind: model.UnitOther})
	g.must(err)
	g.must(sari.ResetSecret(g.user("budi").ID, otherPIN))
	list, err := sari.RecordOf(store.RecordQuery{Limit: 3})
	if err != nil || list[0].Fact.Header.Verb != user.VerbReset || list[1].Fact.Header.Verb != model.VerbAddUnit || list[2].Fact.Header.Verb != user.VerbGuard {
		t.Errorf("%v, %v", list, err)
	}
}

// A file of a medium that cannot be written lets people in and keeps nothing.
func TestReadOnlyLogin(t *testing.T) {
	g := guard(t)
	g.must(g.Close())
	opt := g.opt
	opt.ReadOnly = true
	s, err := store.Open(g.path, opt)
	g.must(err)
	actor, _, err := s.Enter("sari", sariPIN)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.As(actor).People(); err != nil {
		t.Error(err)
	}
	_, _, err = s.Enter("sari", otherPIN)
	wants(t, "wrong", err, user.ErrWrong)
	g.must(s.Close())
	g.Store, err = store.Open(g.path, g.opt)
	g.must(err)
}

// A PIN that was made at another cost is made anew at the next login.
func TestCostIsRaised(t *testing.T) {
	g := guard(t)
	n := 0
	g.opt.Cost.Memory, g.opt.Cost.Computed = 128, func() { n++ }
	g.reopen()
	for _, want := range []int{2, 1} {
		n = 0
		g.enter("sari", sariPIN)
		if n != want {
			t.Errorf("%d computations, want %d", n, want)
		}
	}
	g.opt.Cost = storetest.Options().Cost
}
