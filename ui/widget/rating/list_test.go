package rating_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/rating"
)

// Who takes a step stands before who cannot, both counted, and every key that
// scrolls elsewhere scrolls the list below the question.
func TestTheQuestionListsAndScrolls(t *testing.T) {
	env := uitest.Env(t, "id")
	taken := rating.Taken{To: model.Shared, Today: 20261015, Until: 20261015}
	for i := range 30 {
		taken.Plans, taken.Ready = append(taken.Plans, model.PlanID(fmt.Sprint(i))), append(taken.Ready, fmt.Sprintf("Siap %02d", i))
		taken.Not = append(taken.Not, rating.Obstacle{Name: fmt.Sprintf("Belum %02d", i), Why: "belum dinilai"})
	}
	s := rating.NewStep(rating.Look{Keys: env.Keys, Styles: env.Styles, Text: env.Text}, taken)
	view := func() string { return ansi.Strip(s.View(78, 16)) }
	if first, then := strings.Index(view(), "30 orang dapat:"), strings.Index(view(), "30 orang tidak dapat:"); first < 0 || then < first {
		t.Errorf("not in order:\n%s", view())
	}
	for _, step := range []struct {
		key, sees string
		want      bool
	}{{"end", "Belum 29", true}, {"home", "Siap 00", true}, {"pgdown", "Siap 00", false}, {"pgup", "Siap 00", true}, {"down", "30 orang dapat:", false}} {
		s.Press(uitest.Key(step.key))
		if got := strings.Contains(view(), step.sees); got != step.want {
			t.Errorf("after %s %q on screen: %v\n%s", step.key, step.sees, got, view())
		}
	}
}

// Before something is shared the question names in whose action plan something has
// no evidence; it stands in nobody's way, and elsewhere nothing is said.
func TestTheQuestionNamesWhereEvidenceLacks(t *testing.T) {
	env := uitest.Env(t, "id")
	people := []*board.Person{}
	for i, name := range []string{"Ani", "Budi", "Citra"} {
		people = append(people, &board.Person{BoardRow: model.BoardRow{
			Staff: model.StaffRow{Name: name}, Plan: model.Plan{ID: model.PlanID(name)}, Unproven: i,
			Evaluation: model.Evaluation{State: model.Rated, Result: model.Meets, Behaviour: model.Meets},
		}})
	}
	for to, want := range map[model.EvaluationState]bool{model.Shared: true, model.Final: false} {
		taken := rating.Take(env.Text, people, to, nil, 20261015)
		s := rating.NewStep(rating.Look{Keys: env.Keys, Styles: env.Styles, Text: env.Text}, taken)
		view := ansi.Strip(s.View(78, 20))
		if got := strings.Contains(view, "Rencana aksi 2 orang belum semuanya berbukti"); got != want {
			t.Errorf("%v: the question says so: %v\n%s", to, got, view)
		}
		if to == model.Shared && (len(taken.Ready) != 3 || !strings.Contains(view, "\n  Budi\n  Citra")) {
			t.Errorf("%d can be shared:\n%s", len(taken.Ready), view)
		}
	}
}
