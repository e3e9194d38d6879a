package duties_test

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/duty"
	"kinerja/model/rules"
	"kinerja/model/talk"
	"kinerja/store"
	"kinerja/store/duties"
	"kinerja/store/storetest"
)

// What waits for a member of staff of the sample: actions of the period without what
// came of them or what shows it, and a result of a period before once it is shared;
// once each is done it waits no more. For somebody else at the keyboard nothing of it
// waits.
func TestDutiesOfTheSample(t *testing.T) {
	s, _ := storetest.District(t, 0)
	owner := storetest.Owner(s)
	row, err := owner.FindOne("Rina Hartati")
	if err != nil {
		t.Fatal(err)
	}
	pr, err := owner.Profile(row.Employee)
	if err != nil {
		t.Fatal(err)
	}
	q3, _ := model.ParsePeriod("2026-Q3")
	q4, _ := model.ParsePeriod("2026-Q4")
	rina := s.As(model.Actor{ID: string(row.Employee), Employee: row.Employee, Roles: model.RolesOf(model.RoleStaff)})
	kinds := func(d *store.Desk, p model.Period) (list []string) {
		t.Helper()
		all, err := duties.Of(d, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range all {
			list = append(list, x.Kind.String())
		}
		return list
	}
	before := kinds(rina, q3)
	for _, want := range []duty.Kind{duty.Realise, duty.Prove} {
		if !slices.Contains(before, want.String()) {
			t.Errorf("%s does not wait: %v", want, before)
		}
	}
	if got := kinds(owner, q3); slices.Contains(got, "realise") && owner.Actor().Employee == "" {
		t.Errorf("for who is not on the list waits %v", got)
	}
	said, err := owner.Give(talk.Feedback{Employee: row.Employee, Kind: talk.Improve, Text: "laporan terlambat"})
	if err != nil {
		t.Fatal(err)
	}
	if got := kinds(rina, q3); !slices.Contains(got, "answer") {
		t.Errorf("a remark waits for no answer: %v", got)
	}
	all, err := rina.Conversation(row.Employee)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all.Items {
		if f.Kind != talk.Improve {
			continue
		}
		if _, err := rina.Give(talk.Feedback{Employee: row.Employee, Kind: talk.Answer, To: f.ID, Text: "akan saya perbaiki"}); err != nil {
			t.Fatal(said, err)
		}
	}
	if got := kinds(rina, q3); slices.Contains(got, "answer") {
		t.Errorf("answered, and it waits: %v", got)
	}
	rated := store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "bukti", Rules: rules.PermenPANRB6()}
	if _, err := owner.Mark(pr.Plans[0].ID, q3, rated); err != nil {
		t.Fatal(err)
	}
	if _, err := owner.Move(pr.Plans[0].ID, q3, model.Shared, model.Word{}, rules.PermenPANRB6()); err != nil {
		t.Fatal(err)
	}
	if got := kinds(rina, q3); slices.Contains(got, "realise") || slices.Contains(got, "receive") { // its agenda has that
		t.Errorf("shared, and there is to be written: %v", got)
	}
	if got := kinds(rina, q4); !slices.Contains(got, "receive") {
		t.Errorf("the result of the period before waits for nobody: %v", got)
	}
}
