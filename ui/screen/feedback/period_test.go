package feedback_test

import (
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/ui/nav"
	"kinerja/ui/screen/feedback"
	"kinerja/ui/uitest"
)

// The letter of the period leads to what was said in another one; where none can
// be chosen it says why.
func TestPeriodOfAConversation(t *testing.T) {
	q3, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	item := func(id string, on model.Date, named model.Period) talk.Feedback {
		return talk.Feedback{ID: model.FeedbackID(id), Kind: talk.Note, Text: id, Period: named, Word: model.Word{On: on}}
	}
	d := &said{}
	d.talk.Items = []talk.Feedback{item("first", 20260411, 0), item("second", 20260512, 0), item("third", 20260514, q3), item("fourth", 20260801, 0)}
	p := feedback.New(uitest.Env(t, "id"), d, nav.Feedback{Employee: "rina"})
	uitest.Open(p, 78, 20)
	for _, step := range []struct{ period, crumb string }{{"2026-Q2", "1/4"}, {"2026-Q3", "3/4"}} {
		uitest.Choose(t, p, step.period)
		if got := p.Crumb(); got != step.crumb {
			t.Errorf("%s leads to %s, want %s", step.period, got, step.crumb)
		}
	}
	d.talk.Items = d.talk.Items[:2]
	p = feedback.New(uitest.Env(t, "id"), d, nav.Feedback{Employee: "rina"})
	uitest.Open(p, 78, 20)
	l := feedback.NewList(uitest.Env(t, "id"), silent{}, "")
	uitest.Open(l, 78, 20)
	for s, want := range map[nav.Screen]string{p: "satu periode", l: "buka satu percakapan"} {
		_, done, why := nav.Press(s.Actions(), uitest.Key("t"))
		if !done || !strings.Contains(why, want) {
			t.Errorf("t is taken: %v, and says %q, want %q", done, why, want)
		}
	}
}

// silent is a list without conversations.
type silent struct{}

func (silent) Talks(model.UnitID) ([]talk.Standing, error) { return nil, nil }
