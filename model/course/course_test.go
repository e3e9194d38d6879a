package course_test

import (
	"errors"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/course"
)

type light uint8

func (l light) String() string { return [...]string{"red", "green", "off"}[l] }

var table = course.Table[light]{
	{Name: "go", From: []light{0}, To: 1, Whose: model.RelSelf},
	{Name: "stop", From: []light{1}, To: 0, Reason: true},
	{Name: "leave", From: []light{0, 1}, To: 2, Letter: true},
}

func TestFind(t *testing.T) {
	if s, err := table.Find("stop", 1); err != nil || s.To != 0 {
		t.Errorf("stop from green: %+v, %v", s, err)
	}
	_, err := table.Find("stop", 0)
	var refused *course.Error
	if !errors.As(err, &refused) || !errors.Is(err, model.ErrState) || refused.State != "red" || !slices.Equal(refused.Open, []string{"go", "leave"}) {
		t.Errorf("stop from red: %+v", err)
	}
	if n := len(table.From(2)); n != 0 {
		t.Errorf("%d steps lead on from off", n)
	}
	if len(table.From(1)) != 2 || len(table) != 3 {
		t.Error("From changed the table")
	}
}

func TestCheck(t *testing.T) {
	go1, stop, leave := table[0], table[1], table[2]
	const day = model.Date(2026_10_05)
	for _, x := range []struct {
		name  string
		step  course.Step[light]
		word  model.Word
		field string
	}{
		{"own", go1, model.Word{On: day}, ""},
		{"recorded without a paper", go1, model.Word{On: day, Via: model.Recorded}, "document"},
		{"recorded", go1, model.Word{On: day, Via: model.Recorded, Document: "No. 1"}, ""},
		{"no day", go1, model.Word{}, "date"},
		{"no reason", stop, model.Word{On: day, Reason: " "}, "reason"},
		{"reason", stop, model.Word{On: day, Reason: "rain"}, ""},
		{"no letter", leave, model.Word{On: day}, "document"},
		{"signed, no letter", leave, model.Word{On: day, Via: model.Signed}, "document"},
	} {
		err := x.step.Check(x.word)
		var field *model.FieldError
		if errors.As(err, &field); (err == nil) != (x.field == "") || field != nil && field.Field != x.field {
			t.Errorf("%s: %v", x.name, err)
		}
	}
}
