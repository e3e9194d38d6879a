package support_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/support"
)

// Counselling is spoken of where it is behaviour or personal; weak results are for
// guidance first.
func TestSuggest(t *testing.T) {
	q := func(n int) model.Period {
		p, err := model.NewPeriod(model.Quarter, 2026, n)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	seen := func(list ...model.Predicate) (all []support.Seen) {
		for i, p := range list {
			all = append(all, support.Seen{Period: q(i + 1), Predicate: p, Behaviour: model.Meets})
		}
		return all
	}
	sign := func(on model.Date, value string) support.Sign { return support.Sign{On: on, Value: value} }
	for _, x := range []struct {
		name string
		h    support.History
		want bool
	}{
		{"nothing", support.History{}, false},
		{"good results", support.History{Seen: seen(model.Good, model.VeryGood), Coached: true}, false},
		{"two remarks about one behaviour", support.History{Remarks: []support.Sign{sign(20260801, "P2"), sign(20260901, "P2")}}, true},
		{"of two behaviours", support.History{Remarks: []support.Sign{sign(20260801, "P2"), sign(20260901, "P3")}}, false},
		{"two about no behaviour", support.History{Remarks: []support.Sign{sign(20260801, ""), sign(20260901, "")}}, false},
		{"one of them long ago", support.History{Remarks: []support.Sign{sign(20260401, "P2"), sign(20260901, "P2")}}, false},
		{"on the last day that counts", support.History{Remarks: []support.Sign{sign(20260408, "P2"), sign(20260901, "P2")}}, true},
		{"behaviour below", support.History{Seen: []support.Seen{{Period: q(2), Predicate: model.Good, Behaviour: model.Below}}}, true},
		{"behaviour below once, and better since", support.History{Seen: []support.Seen{{Period: q(3), Predicate: model.Good, Behaviour: model.Meets}, {Period: q(2), Behaviour: model.Below}}}, false},
		{"falling twice, nobody helped yet", support.History{Seen: seen(model.VeryGood, model.Good, model.NeedsImprovement)}, false},
		{"falling twice, coached", support.History{Seen: seen(model.VeryGood, model.Good, model.NeedsImprovement), Coached: true}, true},
		{"falling once, coached", support.History{Seen: seen(model.VeryGood, model.Good), Coached: true}, false},
		{"weak, coached", support.History{Seen: seen(model.Poor), Coached: true}, true},
		{"not rated, coached", support.History{Seen: seen(model.NoPredicate), Coached: true}, false},
		{"a personal cause", support.History{Personal: true}, true},
	} {
		if got := support.Suggest(x.h, 20261005); got != x.want {
			t.Errorf("%s: %v", x.name, got)
		}
	}
}
