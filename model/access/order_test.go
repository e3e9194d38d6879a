package access_test

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/access"
)

// Every right stands once in the order in which people read them: by group, and in each
// as the work goes.
func TestInOrder(t *testing.T) {
	list := access.InOrder()
	if sorted := slices.Sorted(slices.Values(list)); !slices.Equal(sorted, access.Verbs()) {
		t.Errorf("%d of %d rights", len(sorted), len(access.Verbs()))
	}
	if !slices.IsSortedFunc(list, func(a, b model.Verb) int { return int(access.GroupOf(a)) - int(access.GroupOf(b)) }) {
		t.Error("groups are mixed")
	}
	at := func(v model.Verb) int { return slices.Index(list, v) }
	for _, way := range [][]model.Verb{
		{model.VerbMakePlan, model.VerbSubmitPlan, model.VerbAgreePlan, model.VerbClosePlan},
		{model.VerbRate, model.VerbShare, model.VerbReceive, model.VerbAccept, model.VerbFinalise}, {model.VerbBackup, model.VerbRestore},
	} {
		if !slices.IsSortedFunc(way, func(a, b model.Verb) int { return at(a) - at(b) }) {
			t.Errorf("not in the order of the work: %v", way)
		}
	}
}
