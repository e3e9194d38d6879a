package store_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"kinerja/model"
	"kinerja/model/sample"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/store/secrets"
	"kinerja/store/storetest"
)

// The PINs and passphrases of these tests: none may ever be found in a file.
const (
	sariPIN  = "582047"
	budiPIN  = "kopi tubruk pagi"
	otherPIN = "739164"
)

// clock is a clock that a test sets.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// guarded is the sample with two who log in: sari, who heads the first puskesmas
// and is administrator, and budi, whom nobody granted anything.
type guarded struct {
	*store.Store
	t     *testing.T
	path  string
	opt   store.Options
	clock *clock
	sari  model.EmployeeID
	budi  model.EmployeeID
	code  string
}

func guard(t *testing.T) *guarded {
	t.Helper()
	g := &guarded{t: t, path: filepath.Join(t.TempDir(), "kinerja.db"), clock: &clock{now: storetest.Noon}}
	g.opt = storetest.Options()
	g.opt.Now = g.clock.Now
	s, err := store.Create(g.path, g.opt)
	if err != nil {
		t.Fatal(err)
	}
	g.Store = s
	t.Cleanup(func() { storetest.Close(t, g.Store) })
	d := sample.New(60)
	if _, err := storetest.Owner(s).Apply(context.Background(), model.VerbImport, sample.Records(d), nil); err != nil {
		t.Fatal(err)
	}
	g.sari = d.Head()
	rows, err := storetest.Owner(s).People()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range rows {
		for _, post := range p.Posts {
			if post.Evaluator == g.sari && p.Employee.ID != g.sari {
				g.budi = p.Employee.ID
			}
		}
	}
	owner := s.As(model.Owner(g.sari, "Sari"))
	g.code, err = owner.Guard(
		user.New{User: user.User{Name: "Sari"}, Secret: sariPIN},
		user.New{User: user.User{Name: "budi", Employee: g.budi}, Secret: budiPIN},
	)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// enter logs in and returns the desk.
func (g *guarded) enter(name, secret string) *store.Desk {
	g.t.Helper()
	actor, _, err := g.Enter(name, secret)
	if err != nil {
		g.t.Fatal(err)
	}
	return g.As(actor)
}

// reopen closes the file as a program that ends does, and opens it again.
func (g *guarded) reopen() {
	g.t.Helper()
	if err := g.Close(); err != nil {
		g.t.Fatal(err)
	}
	s, err := store.Open(g.path, g.opt)
	if err != nil {
		g.t.Fatal(err)
	}
	g.Store = s
}

func (g *guarded) user(name string) user.Row {
	g.t.Helper()
	rows, err := g.enter("sari", sariPIN).Users()
	if err != nil {
		g.t.Fatal(err)
	}
	for _, r := range rows {
		if r.Name == name {
			return r
		}
	}
	g.t.Fatalf("no user %s in %v", name, rows)
	return user.Row{}
}

func wants(t *testing.T, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: %v, want %v", what, err, want)
	}
}

func TestLogin(t *testing.T) {
	g := guard(t)
	if on, err := g.Guarded(); !on || err != nil {
		t.Fatalf("guarded %v, %v", on, err)
	}
	actor, e, err := g.Enter(" SARI ", sariPIN)
	if err != nil || !e.Last.IsZero() || e.Failed != 0 || e.MustChange {
		t.Fatalf("first login: %+v, %v", e, err)
	}
	want := model.RolesOf(model.RoleStaff, model.RoleEvaluator, model.RoleManager, model.RoleAdmin)
	if actor.Employee != g.sari || actor.Via != model.Signed || actor.Roles&^model.RolesOf(model.RoleSuperior) != want || actor.Name == "" {
		t.Errorf("sari works as %+v", actor)
	}
	for range 2 {
		_, _, err := g.Enter("sari", otherPIN)
		wants(t, "wrong PIN", err, user.ErrWrong)
	}
	g.clock.pass(time.Hour)
	_, e, err = g.Enter("sari", sariPIN)
	if err != nil || e.Failed != 2 || !e.Last.Equal(storetest.Noon) {
		t.Errorf("second login: %+v, %v", e, err)
	}
	actor, _, err = g.Enter("budi", budiPIN)
	if err != nil || actor.Roles != model.RolesOf(model.RoleStaff) {
		t.Errorf("budi works as %+v, %v", actor, err)
	}
	_, _, err = g.Enter("nobody", sariPIN)
	wants(t, "unknown name", err, user.ErrWrong)
	if wrong, _, _ := g.Enter("", ""); wrong.ID != "" {
		t.Errorf("somebody was let in without a name: %+v", wrong)
	}
}

// In a file that asks, whoever has not said who they are may nothing, whatever
// roles they claim.
func TestAGuardedFileAsks(t *testing.T) {
	g := guard(t)
	owner := g.As(model.Owner(g.sari, "Sari"))
	_, err := owner.People()
	wants(t, "read", err, user.ErrLogin)
	_, err = owner.AddUnit(model.Unit{Name: "Baru", Code: "B"})
	wants(t, "change", err, user.ErrLogin)
	_, err = owner.Undo()
	wants(t, "undo", err, user.ErrLogin)
	wants(t, "draft", owner.SetPlace("x", []byte("y")), user.ErrLogin)
	_, err = owner.Record("", 0)
	wants(t, "record", err, user.ErrLogin)
	if _, err := g.enter("sari", sariPIN).People(); err != nil {
		t.Error(err)
	}
	if _, err := g.BackupDaily(); err != nil {
		t.Errorf("the program's own backup: %v", err)
	}
}

func TestVouch(t *testing.T) {
	g := guard(t)
	actor, err := g.Vouch(g.budi, budiPIN)
	if err != nil || actor.Employee != g.budi || actor.Via != model.Signed {
		t.Fatalf("%+v, %v", actor, err)
	}
	d, err := g.enter("sari", sariPIN).Signed(g.budi, budiPIN)
	if err != nil || d.Actor().Employee != g.budi {
		t.Fatalf("%v, %v", d, err)
	}
	_, err = g.Vouch(g.budi, sariPIN)
	wants(t, "another's PIN", err, user.ErrWrong)
	_, err = g.Vouch("01ARZ3NDEKTSV4RRFFQ69G5FAV", budiPIN)
	wants(t, "somebody without a PIN", err, user.ErrWrong)
	if r := g.user("budi"); !r.Last.IsZero() || r.Failed != 1 {
		t.Errorf("a word is no login: %+v", r)
	}
	sari := g.enter("sari", sariPIN)
	if err := sari.ResetSecret(g.user("budi").ID, otherPIN); err != nil {
		t.Fatal(err)
	}
	_, err = g.Vouch(g.budi, otherPIN)
	wants(t, "a PIN that the administrator chose", err, user.ErrTemporary)
}

func TestDelayGrowsAndSurvives(t *testing.T) {
	g := guard(t)
	var wait *user.WaitError
	fail := func(name string) error { _, _, err := g.Enter(name, otherPIN); return err }
	for _, name := range []string{"budi", "nobody"} {
		for n := range 4 {
			err := fail(name)
			wants(t, name, err, user.ErrWrong)
			if left := user.Left(err); n < 3 && left != 0 || n == 3 && left != 2*time.Second { // said with the wrong PIN, not with the next
				t.Errorf("%s, try %d: %v", name, n+1, left)
			}
		}
		if err := fail(name); !errors.As(err, &wait) || wait.Left != 2*time.Second {
			t.Errorf("%s, fifth try: %v", name, err)
		}
		if _, _, err := g.Enter(name, budiPIN); !errors.As(err, &wait) {
			t.Errorf("%s: the right PIN ends the wait: %v", name, err)
		}
	}
	g.reopen()
	if err := fail("budi"); !errors.As(err, &wait) {
		t.Errorf("after opening again: %v", err)
	}
	if _, err := g.Vouch(g.budi, budiPIN); !errors.As(err, &wait) {
		t.Errorf("another door: %v", err)
	}
	g.clock.pass(2 * time.Second)
	wants(t, "after the wait", fail("budi"), user.ErrWrong)
	if err := fail("budi"); !errors.As(err, &wait) || wait.Left != 4*time.Second {
		t.Errorf("it does not grow: %v", err)
	}
	// A clock that was put back by a year: the wait begins once, and ends.
	g.clock.pass(-365 * 24 * time.Hour)
	if err := fail("budi"); !errors.As(err, &wait) || wait.Left != 4*time.Second {
		t.Errorf("clock put back: %v", err)
	}
	g.clock.pass(4 * time.Second)
	if _, _, err := g.Enter("budi", budiPIN); err != nil {
		t.Errorf("a clock that was put back locks: %v", err)
	}
}

// A try is counted before it is looked at: a program that is killed meanwhile has
// tried.
func TestKilledProgramHasTried(t *testing.T) {
	g := guard(t)
	g.opt.Cost.Computed = func() { panic("killed") }
	for range 4 {
		g.reopen()
		func() {
			defer func() { _ = recover() }()
			_, _, _ = g.Enter("budi", otherPIN)
		}()
	}
	g.opt.Cost.Computed = nil
	g.reopen()
	var wait *user.WaitError
	if _, _, err := g.Enter("budi", budiPIN); !errors.As(err, &wait) {
		t.Errorf("four killed tries were none: %v", err)
	}
	g.clock.pass(time.Minute)
	if _, _, err := g.Enter("budi", budiPIN); err != nil {
		t.Error(err)
	}
}

// Only so many names are counted; one that is waited for stays.
func TestTriesAreBounded(t *testing.T) {
	g := guard(t)
	for range 4 {
		_, _, err := g.Enter("budi", otherPIN)
		wants(t, "budi", err, user.ErrWrong)
	}
	for i := range 300 {
		g.clock.pass(time.Millisecond)
		if _, _, err := g.Enter("nobody"+strings.Repeat("x", i), otherPIN); !errors.Is(err, user.ErrWrong) {
			t.Fatal(err)
		}
	}
	n, err := g.Secrets()
	if err != nil || n > 256+3 {
		t.Errorf("%d secrets, %v", n, err)
	}
	var wait *user.WaitError
	if _, _, err := g.Enter("budi", budiPIN); !errors.As(err, &wait) {
		t.Errorf("other names make a wait forgotten: %v", err)
	}
}

// Whatever is wrong with a login, the same number of computations is made.
func TestEveryRefusalIsTheSameWork(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	if _, err := sari.AddUser(user.New{User: user.User{Name: "auditor", Display: "Inspektorat", Roles: model.RolesOf(model.RoleAuditor)}, Secret: otherPIN}); err != nil {
		t.Fatal(err)
	}
	if err := sari.CloseUser(g.user("auditor").ID); err != nil {
		t.Fatal(err)
	}
	n := 0
	g.opt.Cost.Computed = func() { n++ }
	g.reopen()
	for what, try := range map[string]func() error{
		"unknown name":         func() error { _, _, err := g.Enter("nobody", budiPIN); return err },
		"no name":              func() error { _, _, err := g.Enter("", ""); return err },
		"wrong PIN":            func() error { _, _, err := g.Enter("budi", otherPIN); return err },
		"closed user":          func() error { _, _, err := g.Enter("auditor", otherPIN); return err },
		"vouch, wrong PIN":     func() error { _, err := g.Vouch(g.sari, otherPIN); return err },
		"vouch, without a PIN": func() error { _, err := g.Vouch("01ARZ3NDEKTSV4RRFFQ69G5FAV", budiPIN); return err },
		"vouch, for nobody":    func() error { _, err := g.Vouch("", budiPIN); return err },
	} {
		n = 0
		wants(t, what, try(), user.ErrWrong)
		if n != 1 {
			t.Errorf("%s: %d computations, want 1", what, n)
		}
	}
}

// The time that a refusal takes does not tell why.
func TestRefusalsTakeTheSameTime(t *testing.T) {
	g := guard(t)
	g.enter("sari", sariPIN)
	g.opt.Cost = secrets.Cost{Memory: 2048, Passes: 1, Threads: 1}
	g.reopen()
	sari := g.enter("sari", sariPIN)
	for _, name := range []string{"ani", "tutup"} {
		if _, err := sari.AddUser(user.New{User: user.User{Name: name, Display: name}, Secret: otherPIN}); err != nil {
			t.Fatal(err)
		}
	}
	if err := sari.CloseUser(g.user("tutup").ID); err != nil {
		t.Fatal(err)
	}
	times := map[string][]time.Duration{}
	for range 30 {
		for _, name := range []string{"nobody", "ani", "tutup"} {
			g.clock.pass(time.Hour)
			begun := time.Now()
			_, _, err := g.Enter(name, budiPIN)
			times[name] = append(times[name], time.Since(begun))
			wants(t, name, err, user.ErrWrong)
		}
	}
	median := func(name string) time.Duration { slices.Sort(times[name]); return times[name][len(times[name])/2] }
	known := median("ani")
	for _, name := range []string{"nobody", "tutup"} {
		if other := median(name); other > known*3/2 || known > other*3/2 {
			t.Errorf("%s takes %v, a wrong PIN %v", name, other, known)
		}
	}
}

// No PIN and no code stands in any file that the program leaves behind.
func TestNoPINInAnyFile(t *testing.T) {
	g := guard(t)
	sari := g.enter("sari", sariPIN)
	if err := sari.ResetSecret(g.user("budi").ID, otherPIN); err != nil {
		t.Fatal(err)
	}
	if err := g.enter("budi", otherPIN).ChangeSecret(otherPIN, budiPIN); err != nil {
		t.Fatal(err)
	}
	if err := sari.SetPlace("draft", []byte("di sini")); err != nil {
		t.Fatal(err)
	}
	_, _, _ = g.Enter("budi", "salah ketik lagi")
	if err := g.Backup(g.path + ".backup"); err != nil {
		t.Fatal(err)
	}
	var files int
	secretsOf := []string{sariPIN, budiPIN, otherPIN, "salah ketik lagi", g.code, strings.ReplaceAll(g.code, "-", "")}
	err := filepath.WalkDir(filepath.Dir(g.path), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		files++
		raw, err := os.ReadFile(path)
		for _, s := range secretsOf {
			for _, form := range [][]byte{[]byte(s), wide(s, false), wide(s, true)} {
				if bytes.Contains(raw, form) {
					t.Errorf("%s holds %q", filepath.Base(path), s)
				}
			}
		}
		return err
	})
	if err != nil || files < 2 {
		t.Fatalf("%d files, %v", files, err)
	}
	raw, _ := os.ReadFile(g.path)
	if !bytes.Contains(raw, []byte("di sini")) {
		t.Error("the search finds nothing: it would not find a PIN either")
	}
}

func wide(s string, big bool) (out []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

// A recovery code that was lost with the program, before anybody wrote it down, is no
// way back: whose it is gets another when they come in, and nobody else does.
func TestACodeThatNobodyWroteDown(t *testing.T) {
	g := guard(t)
	g.reopen()
	if code, err := g.enter("budi", budiPIN).CodeAgain(); code != "" || err != nil {
		t.Fatalf("to somebody else: %q, %v", code, err)
	}
	if code, err := g.As(model.Owner(g.sari, "Sari")).CodeAgain(); code != "" || err != nil {
		t.Fatalf("to nobody in particular: %q, %v", code, err)
	}
	sari := g.enter("sari", sariPIN)
	next, err := sari.CodeAgain()
	if err != nil || next == "" || next == g.code {
		t.Fatalf("%q, %v", next, err)
	}
	_, err = g.Recover(g.code, otherPIN)
	wants(t, "the one that was lost", err, user.ErrWrong)
	if err := g.Written(); err != nil {
		t.Fatal(err)
	}
	if code, err := sari.CodeAgain(); code != "" || err != nil {
		t.Errorf("once it is on paper: %q, %v", code, err)
	}
	r, err := g.Recover(next, otherPIN)
	if err != nil || r.Code == "" {
		t.Fatalf("%+v, %v", r, err)
	}
	if code, err := g.enter("sari", otherPIN).CodeAgain(); code == "" || code == r.Code || err != nil { // the next one, too
		t.Errorf("after a recovery: %q, %v", code, err)
	}
}
