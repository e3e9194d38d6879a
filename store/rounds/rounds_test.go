package rounds_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/model/round"
	"kinerja/model/talk"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/rounds"
	"kinerja/store/storetest"
)

// office is the sample in which the head, her evaluator and some of her staff log in.
type office struct {
	s          *store.Store
	urn        *rounds.Urn
	head, boss model.EmployeeID
	staff      []model.EmployeeID
}

func (o office) desk(id model.EmployeeID, roles ...model.Role) rounds.Desk {
	return rounds.Desk{Desk: o.s.As(model.Actor{ID: string(id), Employee: id, Roles: model.RolesOf(append(roles, model.RoleStaff)...), Via: model.Signed}), Urn: o.urn}
}

func (o office) leader() rounds.Desk { return o.desk(o.boss, model.RoleEvaluator, model.RoleSuperior) }

// newOffice lets so many of the staff log in.
func newOffice(t *testing.T, withPIN int) office {
	t.Helper()
	s, d := storetest.District(t, 120)
	o := office{s: s, urn: &rounds.Urn{}, head: d.Head()}
	owner := storetest.Owner(s)
	pr, err := owner.Profile(o.head)
	must(t, err)
	o.boss = pr.Posts[len(pr.Posts)-1].Evaluator
	people, err := owner.People()
	must(t, err)
	for _, p := range people {
		rels, err := s.As(model.Actor{ID: string(p.Employee.ID), Employee: p.Employee.ID}).Stands(o.head)
		must(t, err)
		if slices.Contains(rels, model.RelLeader) && slices.Contains(rels, model.RelUnit) && len(o.staff) < withPIN {
			o.staff = append(o.staff, p.Employee.ID)
		}
	}
	list := []user.New{{User: user.User{Name: "kepala", Employee: o.head, Roles: model.RolesOf(model.RoleManager, model.RoleAdmin)}, Secret: "830217"}, {User: user.User{Name: "atasan", Employee: o.boss}, Secret: "602915"}}
	for i, id := range o.staff {
		list = append(list, user.New{User: user.User{Name: fmt.Sprintf("pegawai%d", i), Employee: id}, Secret: fmt.Sprintf("75%d391", i)})
	}
	_, err = s.As(model.Owner(o.head, "")).Guard(list[0], list[1])
	must(t, err)
	admin := o.desk(o.head, model.RoleEvaluator, model.RoleManager, model.RoleAdmin)
	for _, n := range list[2:] {
		_, err := admin.AddUser(n)
		must(t, err)
		must(t, o.desk(n.Employee).ChangeSecret(n.Secret, "9"+n.Secret[1:]))
	}
	return o
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (o office) open(t *testing.T, g round.Group) round.Round {
	t.Helper()
	r, err := o.leader().Open(round.Round{About: o.head, Group: g, Until: 2026_10_19, Question: "Apa yang perlu dilanjutkan?"})
	must(t, err)
	return r
}

func text(i int) string { return fmt.Sprintf("jawaban rahasia bernomor %d", i) }

func (o office) give(t *testing.T, r round.Round, i int) (wrote bool) {
	t.Helper()
	wrote, err := o.desk(o.staff[i]).Give(r.ID, round.Voice{Kind: talk.Improve, Value: "kolaboratif", Text: text(i)})
	must(t, err)
	return wrote
}

// Until five are in nothing of an answer is in any file; then all are, and in what was
// written by it, in the buckets and in every byte around the texts there is nobody,
// no hour, and no order.
func TestNobodyIsStored(t *testing.T) {
	o := newOffice(t, 7)
	r := o.open(t, round.Reports)
	if !r.Upward {
		t.Error("those who are evaluated are asked, and it is no upward feedback")
	}
	before := o.bytes(t)
	for i := range round.Least - 1 {
		if o.give(t, r, i) {
			t.Fatalf("%d answers are written", i+1)
		}
	}
	if !bytes.Equal(before, o.bytes(t)) {
		t.Error("the file changed while answers wait")
	}
	if _, err := o.desk(o.staff[0]).Give(r.ID, round.Voice{Kind: talk.Note, Text: "lagi"}); !errors.Is(err, round.ErrGave) {
		t.Errorf("answered twice: %v", err)
	}
	if !o.give(t, r, round.Least-1) || o.urn.Waiting() != 0 {
		t.Fatal("five answers are not written")
	}
	o.give(t, r, 5)
	_, err := o.leader().Close(r.ID)
	must(t, err)

	entries, err := o.desk(o.head, model.RoleAuditor).RecordOf(store.RecordQuery{Limit: 30})
	must(t, err)
	changes, voices := map[model.ChangeID]int{}, 0
	for _, e := range entries {
		h := e.Fact.Header
		if h.Kind != model.KindVoice {
			continue
		}
		voices++
		changes[h.Change]++
		day := h.Time().In(time.FixedZone("WIB", 7*3600))
		if h.Actor != rounds.Nobody || h.For != "" || h.Via != model.Own || len(h.Based) > 0 || day.Hour() != 0 || day.Minute() != 0 || day.Second() != 0 || day.Day() != 5 {
			t.Errorf("a fact says more than it may: %+v", h)
		}
		for _, id := range []string{h.Record, string(h.Change)} {
			raw, ok := model.DecodeID(id)
			ms := int64(0)
			for _, b := range raw[:6] {
				ms = ms<<8 | int64(b)
			}
			if since := time.Since(time.UnixMilli(ms)); !ok || since.Abs() < 24*time.Hour*365 || storetest.Noon.Sub(time.UnixMilli(ms)).Abs() < 24*time.Hour*365 {
				t.Errorf("identity %s tells a time: %s", id, time.UnixMilli(ms))
			}
		}
	}
	if voices != 6 || len(changes) != 2 {
		t.Errorf("%d answers in %d changes", voices, len(changes))
	}
	o.search(t)
}

// bytes is the file as it is on the disk.
func (o office) bytes(t *testing.T) []byte {
	t.Helper()
	raw, err := os.ReadFile(o.s.Path())
	must(t, err)
	return raw
}

// search looks for the authors beside the texts: in every value of every bucket, in
// the bytes around each text wherever it stands in the file, and in side files.
func (o office) search(t *testing.T) {
	t.Helper()
	var marks [][]byte
	for i, id := range o.staff {
		raw, _ := model.DecodeID(string(id))
		marks = append(marks, []byte(id), raw[:], []byte(fmt.Sprintf("pegawai%d", i)))
	}
	marked := func(where string, value []byte) {
		for _, m := range marks {
			if bytes.Contains(value, m) {
				t.Errorf("%s names %q", where, m)
			}
		}
	}
	secret := []byte("jawaban rahasia bernomor")
	copied := filepath.Join(t.TempDir(), "copy.db")
	whole := o.bytes(t)
	must(t, os.WriteFile(copied, whole, 0o600))
	db, err := bbolt.Open(copied, 0o600, &bbolt.Options{ReadOnly: true})
	must(t, err)
	defer db.Close()
	found := 0
	must(t, db.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				if bytes.Contains(v, secret) || string(name) == ledger.BucketVoices {
					found++
					marked(string(name), v)
					marked(string(name), k)
				}
				return nil
			})
		})
	}))
	if found != 12 {
		t.Errorf("%d values hold an answer, want a record and a fact of each of 6", found)
	}
	for at := 0; ; {
		i := bytes.Index(whole[at:], secret)
		if i < 0 {
			break
		}
		at += i + 1
		marked("beside an answer the file", whole[max(0, at-120):min(len(whole), at+160)])
	}
	side, err := filepath.Glob(filepath.Join(filepath.Dir(o.s.Path()), "*"))
	must(t, err)
	for _, path := range side {
		if path == o.s.Path() {
			continue
		}
		raw, err := os.ReadFile(path)
		must(t, err)
		if marked(filepath.Base(path), raw); bytes.Contains(raw, secret) {
			t.Errorf("%s holds an answer", path)
		}
	}
}

// Fewer than five are thrown away, also by the day; what another program closed takes
// nothing more.
func TestTooFew(t *testing.T) {
	o := newOffice(t, 6)
	r := o.open(t, round.Unit)
	for i := range 4 {
		o.give(t, r, i)
	}
	got, err := o.leader().Close(r.ID)
	if err != nil || got.State != round.Dropped || o.urn.Waiting() != 0 {
		t.Fatalf("%s, %d wait, %v", got.State, o.urn.Waiting(), err)
	}
	if _, err := o.leader().Summary(r.ID); !errors.Is(err, round.ErrNothing) {
		t.Errorf("read: %v", err)
	}
	if bytes.Contains(o.bytes(t), []byte("rahasia")) {
		t.Error("an answer is in the file")
	}
	r = o.open(t, round.Reports)
	for i := range 3 {
		o.give(t, r, i)
	}
	other := o
	other.urn = &rounds.Urn{}
	if got, err = other.leader().Close(r.ID); err != nil || got.State != round.Dropped {
		t.Fatalf("%s, %v", got.State, err)
	}
	if _, err := o.desk(o.staff[4]).Give(r.ID, round.Voice{Kind: talk.Note, Text: "terlambat"}); !errors.Is(err, round.ErrOver) {
		t.Errorf("after the end: %v", err)
	}
	if _, err := o.leader().Rounds(); err != nil || o.urn.Waiting() != 0 {
		t.Errorf("%d still wait, %v", o.urn.Waiting(), err)
	}
}

// The last day closes a round by itself, for whoever looks next.
func TestTheDayCloses(t *testing.T) {
	o := newOffice(t, 5)
	r := o.open(t, round.Reports)
	for i := range 5 {
		o.give(t, r, i)
	}
	opt := storetest.Options()
	opt.Now = func() time.Time { return storetest.Noon.AddDate(0, 0, 15) }
	copied := filepath.Join(t.TempDir(), "kinerja.db")
	must(t, os.WriteFile(copied, o.bytes(t), 0o600))
	later, err := store.Open(copied, opt)
	must(t, err)
	defer later.Close()
	o.s = later
	sum, err := o.leader().Summary(r.ID)
	if err != nil || len(sum.Voices) != 5 || sum.Round.State != round.Closed {
		t.Errorf("%d answers, %s, %v", len(sum.Voices), sum.Round.State, err)
	}
}

// What waits at the end of the program is written where enough is kept, and lost where
// it is not.
func TestTheProgramEnds(t *testing.T) {
	o := newOffice(t, 7)
	r, few := o.open(t, round.Reports), o.open(t, round.Unit)
	for i := range 7 {
		o.give(t, r, i)
	}
	o.give(t, few, 0)
	lost, err := rounds.Rest(o.s, o.urn)
	if err != nil || lost != 1 || o.urn.Waiting() != 0 {
		t.Errorf("%d lost, %d wait, %v", lost, o.urn.Waiting(), err)
	}
	_, err = o.leader().Close(r.ID)
	must(t, err)
	if sum, err := o.leader().Summary(r.ID); err != nil || len(sum.Voices) != 7 {
		t.Errorf("%d answers, %v", len(sum.Voices), err)
	}
}

// Nothing is read before the end; then by the person's evaluator, and by the person
// once it is shared; by nobody else, not by who keeps the file either.
func TestWhoReads(t *testing.T) {
	o := newOffice(t, 6)
	r := o.open(t, round.Reports)
	for i := range 6 {
		o.give(t, r, i)
	}
	person := func() error {
		_, err := o.desk(o.head, model.RoleEvaluator, model.RoleManager, model.RoleAdmin).Summary(r.ID)
		return err
	}
	if _, err := o.leader().Summary(r.ID); !errors.Is(err, round.ErrRunning) {
		t.Errorf("read while it runs: %v", err)
	}
	_, err := o.leader().Close(r.ID)
	must(t, err)
	sum, err := o.leader().Summary(r.ID)
	if err != nil || len(sum.Voices) != 6 || sum.Of(talk.Improve, "kolaboratif") != 6 {
		t.Errorf("%+v, %v", sum, err)
	}
	if err := person(); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("the person reads it unshared: %v", err)
	}
	for name, d := range map[string]rounds.Desk{
		"one who answered": o.desk(o.staff[0]), "a manager": o.desk(o.staff[1], model.RoleManager), "the team": o.desk(o.staff[2], model.RoleTeam), "an administrator": o.desk(o.staff[3], model.RoleAdmin),
	} {
		if _, err := d.Summary(r.ID); !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("%s reads it: %v", name, err)
		}
		if _, err := d.Share(r.ID); !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("%s shares it: %v", name, err)
		}
	}
	// The record of changes shows that answers were written, and no word of them.
	entries, err := o.desk(o.staff[2], model.RoleTeam).RecordOf(store.RecordQuery{Limit: 20})
	must(t, err)
	for _, e := range entries {
		for _, d := range e.Fact.Payload.Differences {
			if e.Fact.Header.Kind == model.KindVoice || strings.Contains(string(d.After), "rahasia") {
				t.Errorf("the team reads %q in the record", d.After)
			}
		}
	}
	_, err = o.leader().Share(r.ID)
	must(t, err)
	if err := person(); err != nil {
		t.Errorf("once it is shared: %v", err)
	}
}

// What is refused, and why.
func TestRefused(t *testing.T) {
	o := newOffice(t, 4)
	var few *round.FewError
	if _, err := o.leader().Open(round.Round{About: o.head, Group: round.Reports, Until: 2026_10_19}); !errors.As(err, &few) || few.WithPIN != 4 || few.People < 20 {
		t.Errorf("four with a PIN: %v", err)
	}
	if _, err := o.desk(o.head, model.RoleEvaluator, model.RoleManager).Open(round.Round{About: o.head, Group: round.Reports, Until: 2026_10_19}); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("about oneself: %v", err)
	}
	s, d := storetest.District(t, 120)
	open := rounds.Desk{Desk: storetest.Owner(s), Urn: &rounds.Urn{}}
	if _, err := open.Open(round.Round{About: d.Head(), Group: round.Reports, Until: 2026_10_19}); !errors.Is(err, round.ErrUnguarded) {
		t.Errorf("without PINs: %v", err)
	}
	full := newOffice(t, 6)
	r := full.open(t, round.Reports)
	for name, d := range map[string]rounds.Desk{
		"the person": full.desk(full.head), "the leader": full.leader(),
	} {
		if _, err := d.Give(r.ID, round.Voice{Kind: talk.Note, Text: "x"}); !errors.Is(err, model.ErrNotAllowed) {
			t.Errorf("%s answers: %v", name, err)
		}
	}
	if _, err := full.desk(full.staff[0]).Close(r.ID); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("one who is asked ends it: %v", err)
	}
	list, err := full.desk(full.staff[0]).Rounds()
	if err != nil || len(list) != 1 || !list[0].Asked || list[0].Gave || list[0].Ends || list[0].Reads {
		t.Errorf("one who is asked sees %+v (%v)", list, err)
	}
	if open, err := full.desk(full.staff[0]).Waiting(); err != nil || len(open) != 1 || !open[0].Mine || open[0].State != "asked" {
		t.Errorf("waits for %+v (%v)", open, err)
	}
	full.give(t, r, 0)
	if open, err := full.desk(full.staff[0]).Waiting(); err != nil || len(open) != 0 {
		t.Errorf("still waits for %+v (%v)", open, err)
	}
	if open, err := full.leader().Waiting(); err != nil || len(open) != 1 || open[0].Mine {
		t.Errorf("the leader has %+v (%v)", open, err)
	}
	if list, err = full.desk(full.staff[0]).Rounds(); err != nil || !list[0].Gave || !list[0].Waits {
		t.Errorf("after the answer: %+v (%v)", list, err)
	}
}
