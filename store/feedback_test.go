package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kinerja/model"
	"kinerja/model/sample"
	"kinerja/model/talk"
	"kinerja/store"
	"kinerja/store/storetest"
)

// clinic is the sample with its head, one of her staff, and the staff's plan.
type clinic struct {
	s    *store.Store
	sari *store.Desk // evaluator, with the rights of one alone
	rina *store.Desk // staff
	who  model.EmployeeID
	plan model.Plan
}

func openClinic(t *testing.T) clinic {
	t.Helper()
	s, d := storetest.District(t, 120)
	row, err := storetest.Owner(s).FindOne("rina hartati")
	if err != nil {
		t.Fatal(err)
	}
	pr, err := storetest.Owner(s).Profile(row.Employee)
	if err != nil {
		t.Fatal(err)
	}
	as := func(id model.EmployeeID, roles ...model.Role) *store.Desk {
		return s.As(model.Actor{ID: string(id), Employee: id, Roles: model.RolesOf(roles...)})
	}
	return clinic{s, as(d.Head(), model.RoleStaff, model.RoleEvaluator), as(row.Employee, model.RoleStaff), row.Employee, pr.Plans[0]}
}

func give(t *testing.T, d *store.Desk, f talk.Feedback) talk.Feedback {
	t.Helper()
	kept, err := d.Give(f)
	if err != nil {
		t.Fatalf("%s: %v", f.Kind, err)
	}
	return kept
}

// said is the conversation that this test began: the sample's own is left out.
func said(t *testing.T, d *store.Desk, who model.EmployeeID) (list []talk.Feedback) {
	t.Helper()
	all, err := d.Conversation(who)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all.Items {
		if f.At >= storetest.Noon.UnixNano() {
			list = append(list, f)
		}
	}
	return list
}

func TestConversation(t *testing.T) {
	c := openClinic(t)
	m := c.plan.Measures[1]
	praise := give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.Appreciation, Measure: m.ID, Text: "Cakupan naik tiga bulan berturut-turut."})
	improve := give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.Improve, Value: "kolaboratif", Text: "Jadwal posyandu\nbelum dibagikan.", Word: model.Word{On: 2026_10_01}})
	own := give(t, c.rina, talk.Feedback{Employee: c.who, Kind: talk.Answer, To: improve.ID, Text: "Mulai Senin saya bagikan."})
	reply := give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.Answer, To: own.ID, Text: "Baik."})
	typed := give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.Answer, To: praise.ID, Text: "Terima kasih.", Word: model.Word{Document: "surat no. 5"}})
	check := give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.CheckIn, Text: "Target K6", Agreed: "kunjungan rumah tiap Rabu", Next: 2026_10_26})

	head, rina := c.sari.Actor().Employee, c.who
	for _, w := range []struct {
		name      string
		f         talk.Feedback
		whose, by model.EmployeeID
		via       model.Via
	}{
		{"praise", praise, head, head, model.Own}, {"her own answer", own, rina, rina, model.Own}, {"the reply", reply, head, head, model.Own},
		{"an answer typed by the evaluator", typed, rina, head, model.Recorded}, {"the check-in", check, head, head, model.Own},
	} {
		if w.f.Word.Whose != w.whose || w.f.Word.By != w.by || w.f.Word.Via != w.via || w.f.Word.On != 2026_10_05 {
			t.Errorf("%s: %+v", w.name, w.f.Word)
		}
	}
	if praise.Plan != c.plan.ID || praise.Code != m.Gauge.Code {
		t.Errorf("the measure is %s of %s, want %s of %s", praise.Code, praise.Plan, m.Gauge.Code, c.plan.ID)
	}
	want := []talk.Feedback{improve, praise, own, reply, typed, check}
	if diff := cmp.Diff(want, said(t, c.rina, c.who)); diff != "" {
		t.Error(diff)
	}
	whole, err := c.rina.Conversation(c.who)
	if err != nil || whole.Staff.Name != "Rina Hartati, A.Md.Keb." || whole.Names[head] != "dr. Sari Wulandari" || whole.Names[rina] != whole.Staff.Name {
		t.Errorf("%+v, %v, %v", whole.Staff, whole.Names, err)
	}
	verify(t, c.s)
	again := open(t, copyOf(t, c.s.Path()), storetest.Options())
	if diff := cmp.Diff(want, said(t, storetest.Owner(again), c.who)); diff != "" {
		t.Errorf("read again: %s", diff)
	}
}

func TestFeedbackIsRefused(t *testing.T) {
	c := openClinic(t)
	first := give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.Note, Text: "satu"})
	fixed := give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.Note, Text: "dua", Corrects: first.ID})
	stranger, err := storetest.Owner(c.s).FindOne("aceng permana") // of another unit
	if err != nil {
		t.Fatal(err)
	}
	of := func(change func(*talk.Feedback)) talk.Feedback {
		f := talk.Feedback{Employee: c.who, Kind: talk.Note, Text: "tiga"}
		change(&f)
		return f
	}
	other := c.s.As(model.Actor{ID: "x", Employee: stranger.Employee, Roles: model.RolesOf(model.RoleStaff)})
	for _, tt := range []struct {
		name string
		d    *store.Desk
		f    talk.Feedback
		err  error
	}{
		{"by somebody of another unit", other, of(func(*talk.Feedback) {}), model.ErrNotAllowed},
		{"by herself", c.rina, of(func(*talk.Feedback) {}), model.ErrSelf},
		{"to the evaluator herself", storetestHead(c), of(func(f *talk.Feedback) { f.Employee = c.sari.Actor().Employee }), model.ErrSelf},
		{"to nobody", c.sari, of(func(f *talk.Feedback) { f.Employee = model.EmployeeID(store.NewID()) }), model.ErrNotAllowed},
		{"to nobody, by who may all", storetest.Owner(c.s), of(func(f *talk.Feedback) { f.Employee = model.EmployeeID(store.NewID()) }), model.ErrNotFound},
		{"an answer by somebody else", other, of(func(f *talk.Feedback) { f.Kind, f.To = talk.Answer, first.ID }), model.ErrNotAllowed},
		{"her answer without a letter", c.sari, of(func(f *talk.Feedback) { f.Kind, f.To = talk.Answer, first.ID }), model.ErrMissing},
		{"an answer to nothing", c.sari, of(func(f *talk.Feedback) { f.Kind = talk.Answer }), model.ErrMissing},
		{"an answer to what is not there", c.rina, of(func(f *talk.Feedback) { f.Kind, f.To = talk.Answer, "01ARZ3NDEKTSV4RRFFQ69G5FAV" }), model.ErrNotFound},
		{"an answer before the question", c.sari, of(func(f *talk.Feedback) {
			f.Kind, f.To, f.Word = talk.Answer, first.ID, model.Word{Document: "surat", On: 2026_10_01}
		}), model.ErrEarlier},
		{"a value that is none of seven", c.sari, of(func(f *talk.Feedback) { f.Value = "rajin" }), model.ErrWord},
		{"a measure of another plan", c.sari, of(func(f *talk.Feedback) { f.Measure = "lain" }), model.ErrNotFound},
		{"a plan of somebody else", c.sari, of(func(f *talk.Feedback) { f.Plan = model.PlanID(store.NewID()) }), model.ErrNotFound},
		{"corrected twice", c.sari, of(func(f *talk.Feedback) { f.Corrects = first.ID }), model.ErrChanged},
		{"a correction of another's word", storetest.Owner(c.s), of(func(f *talk.Feedback) { f.Corrects = fixed.ID }), model.ErrNotAllowed},
		{"a correction of nothing", c.sari, of(func(f *talk.Feedback) { f.Corrects = "01ARZ3NDEKTSV4RRFFQ69G5FAV" }), model.ErrNotFound},
		{"a correction before the mistake", c.sari, of(func(f *talk.Feedback) { f.Corrects, f.Word.On = fixed.ID, 2026_10_01 }), model.ErrEarlier},
		{"no text", c.sari, of(func(f *talk.Feedback) { f.Text = " " }), model.ErrMissing},
	} {
		if _, err := tt.d.Give(tt.f); !errors.Is(err, tt.err) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.err)
		}
	}
	if got := said(t, c.sari, c.who); len(got) != 2 {
		t.Errorf("%d items were kept, want 2", len(got))
	}
	if _, err := other.Conversation(c.who); !errors.Is(err, model.ErrNotAllowed) {
		t.Errorf("somebody of another unit reads the conversation: %v", err)
	}
}

// storetestHead is the head with the rights of who keeps the file alone.
func storetestHead(c clinic) *store.Desk { return c.s.As(model.Owner(c.sari.Actor().Employee, "")) }

// Nothing changes an item: no verb, no import, no undo.
func TestFeedbackNeverChanges(t *testing.T) {
	c := openClinic(t)
	d := storetestHead(c)
	f := give(t, d, talk.Feedback{Employee: c.who, Kind: talk.Note, Text: "catatan"})
	if _, err := d.Undo(); !errors.Is(err, model.ErrNoUndo) {
		t.Errorf("undo: %v", err)
	}
	apply := func(f talk.Feedback) error {
		_, err := d.Apply(context.Background(), model.VerbImport, func(yield func(any) bool) { yield(f) }, nil)
		return err
	}
	before, err := d.Record("", 0)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*talk.Feedback){
		"text": func(f *talk.Feedback) { f.Text = "lain" }, "kind": func(f *talk.Feedback) { f.Kind = talk.Improve },
		"whose": func(f *talk.Feedback) { f.Word.Whose = c.who }, "value": func(f *talk.Feedback) { f.Value = "loyal" },
	} {
		other := f
		change(&other)
		if err := apply(other); !errors.Is(err, model.ErrExists) {
			t.Errorf("an import with another %s: %v", name, err)
		}
	}
	if err := apply(f); err != nil {
		t.Errorf("the same item again: %v", err)
	}
	after, err := d.Record("", 0)
	if err != nil || len(after) != len(before) || said(t, d, c.who)[0] != f {
		t.Errorf("%d facts, were %d, %v; item %+v", len(after), len(before), err, said(t, d, c.who))
	}
}

// An import that brought a conversation can be taken back as a whole, and done
// again; the facts say what the records say all the way.
func TestImportedFeedbackIsTakenBack(t *testing.T) {
	c := openClinic(t)
	d := storetestHead(c)
	item := talk.Feedback{
		ID: model.FeedbackID(store.NewID()), Employee: c.who, Kind: talk.Appreciation, Text: "dari berkas lain", At: storetest.Noon.UnixNano(),
		Word: model.Word{Whose: d.Actor().Employee, By: d.Actor().Employee, On: 2026_09_01},
	}
	one := func(yield func(any) bool) { yield(item) }
	if _, err := d.Apply(context.Background(), model.VerbImport, one, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Undo(); err != nil || len(said(t, d, c.who)) != 0 {
		t.Errorf("after the undo: %v, %v", said(t, d, c.who), err)
	}
	if _, err := d.Redo(); err != nil || len(said(t, d, c.who)) != 1 {
		t.Errorf("after the redo: %v, %v", said(t, d, c.who), err)
	}
	made, err := c.s.Rebuild()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := c.s.Forms()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for key, want := range kept {
		if key.Kind == model.KindFeedback {
			found++
			if !bytes.Equal(made[key], want) {
				t.Errorf("%s: made %x, kept %x", key.ID, made[key], want)
			}
		}
	}
	if found == 0 {
		t.Error("no item of a conversation in the file")
	}
}

func TestRecordShowsFeedback(t *testing.T) {
	c := openClinic(t)
	f := give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.Improve, Value: "akuntabel", Text: "rahasia antara kita"})
	list, err := c.sari.Record(c.who, 1)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	e := list[0]
	if e.Fact.Header.Verb != model.VerbFeedback || e.Fact.Header.Record != string(f.ID) || e.Name != "Rina Hartati, A.Md.Keb." || e.Detail != "akuntabel" {
		t.Errorf("%+v", e)
	}
	if text := fmt.Sprint(e.Changes); !strings.Contains(text, "rahasia antara kita") {
		t.Errorf("changes: %s", text)
	}
	team := c.s.As(model.Actor{ID: "tim", Roles: model.RolesOf(model.RoleTeam)})
	if list, err = team.Record("", 1); err != nil || len(list) != 1 || len(list[0].Changes) > 0 || len(list[0].Fact.Payload.Differences) > 0 {
		t.Errorf("who may not read the conversation reads it in the record: %+v, %v", list, err)
	}
}

func TestTalks(t *testing.T) {
	c := openClinic(t)
	row, err := c.sari.FindOne("ani lestari")
	if err != nil {
		t.Fatal(err)
	}
	before, err := c.sari.CheckInsDue(2026_10_31, "")
	if err != nil {
		t.Fatal(err)
	}
	give(t, c.sari, talk.Feedback{Employee: c.who, Kind: talk.CheckIn, Text: "a", Next: 2026_10_09, Word: model.Word{On: 2026_10_04}})
	late := give(t, c.sari, talk.Feedback{Employee: row.Employee, Kind: talk.CheckIn, Text: "b", Next: 2026_10_05, Word: model.Word{On: 2026_10_04}})
	talks, err := c.sari.Talks("")
	if err != nil {
		t.Fatal(err)
	}
	people := map[model.EmployeeID]talk.Standing{}
	for _, talk := range talks {
		people[talk.Staff.Employee] = talk
	}
	if len(people) != 38 || len(people) != len(talks) || people[row.Employee].Due != late || people[c.who].Last != 2026_10_04 {
		t.Errorf("%d talks; %+v; %+v", len(talks), people[row.Employee], people[c.who])
	}
	if _, self := people[c.sari.Actor().Employee]; self {
		t.Error("she talks to herself")
	}
	due, err := c.sari.CheckInsDue(2026_10_31, "")
	if err != nil || len(due) < 2 {
		t.Fatalf("%d due, %d before, %v", len(due), len(before), err)
	}
	for i, talk := range due[1:] {
		if talk.Due.Next < due[i].Due.Next {
			t.Errorf("%s is due before %s", talk.Due.Next, due[i].Due.Next)
		}
	}
	if early, err := c.sari.CheckInsDue(2026_10_08, ""); err != nil || len(early) != len(due)-countDue(due, 2026_10_09) {
		t.Errorf("%d due until the 8th of %d, %v", len(early), len(due), err)
	}
	own, err := c.rina.Talks("")
	if err != nil || len(own) != 0 {
		t.Errorf("staff see how it stands with others: %d, %v", len(own), err)
	}
	units, err := c.sari.Units()
	if err != nil {
		t.Fatal(err)
	}
	for id, u := range units {
		if u.Code == "SMP-1" {
			if none, err := c.sari.Talks(id); err != nil || len(none) != 0 {
				t.Errorf("%d of another unit, %v", len(none), err)
			}
		}
	}
}

// countDue counts check-ins due on or after a day.
func countDue(list []talk.Standing, from model.Date) (n int) {
	for _, talk := range list {
		if talk.Due.Next >= from {
			n++
		}
	}
	return n
}

// A large sample is taken over with its conversations.
func TestConversationsOfALargeSample(t *testing.T) {
	s, d := storetest.District(t, 1000)
	want := 0
	for r := range sample.Records(d) {
		if _, ok := r.(talk.Feedback); ok {
			want++
		}
	}
	talks, err := storetest.Owner(s).Talks("")
	got := 0
	for _, talk := range talks {
		got += talk.Items
	}
	if err != nil || want == 0 || got == 0 || got > want {
		t.Errorf("%d items in all conversations, the sample has %d, %v", got, want, err)
	}
}
