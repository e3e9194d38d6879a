package followup_test

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/followup"
)

func TestWords(t *testing.T) {
	for i, w := range followup.Words() {
		if k, ok := followup.ParseKind(" " + w + " "); !ok || int(k) != i+1 || k.String() != w {
			t.Errorf("%q: %v, %v", w, k, ok)
		}
	}
	if k, ok := followup.ParseKind(""); ok {
		t.Errorf("nothing is a %v", k)
	}
	if got := followup.Kind(200).String(); got == "" {
		t.Error("a kind of a newer program has no word")
	}
}

func TestSort(t *testing.T) {
	row := func(id string, k followup.Kind, until model.Date) followup.Row {
		return followup.Row{Kind: k, ID: id, Until: until, Staff: model.StaffRow{Name: id}}
	}
	list := []followup.Row{row("never", followup.Award, 0), row("b", followup.Coaching, 2026_10_02), row("a", followup.Coaching, 2026_10_02), row("o", followup.Objection, 2026_10_02), row("first", followup.Session, 2026_09_30)}
	followup.Sort(list)
	var got []string
	for _, r := range list {
		got = append(got, r.ID)
	}
	if want := []string{"first", "o", "a", "b", "never"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if list[0].Late(2026_09_30) || !list[0].Late(2026_10_01) || list[4].Late(2999_01_01) {
		t.Error("what is due today is not late; what has no day never is")
	}
}
