package correction_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/correction"
)

func told(t *testing.T) model.Evaluation {
	t.Helper()
	q3, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	word := func(id string, verb model.Verb, via model.Via, on model.Date) model.Word {
		return model.Word{ID: model.ElementID(id), Act: string(verb), By: "sari", Whose: "rina", Via: via, Document: "surat 12", On: on}
	}
	return model.Evaluation{Period: q3, State: model.Accepted, Words: []model.Word{
		word("old", model.VerbReceive, model.Recorded, 20261001), word("back", model.VerbWithdraw, model.Own, 20261002),
		word("share", model.VerbShare, model.Own, 20261003), word("got", model.VerbReceive, model.Recorded, 20261015),
		word("yes", model.VerbAccept, model.Recorded, 20261020),
	}}
}

// A corrected word keeps its identity, its place and whose it is; the one before
// it is left as it was.
func TestCorrect(t *testing.T) {
	e := told(t)
	got, err := correction.Make(e, "sari", correction.Order{Word: "got", On: 20261005, Document: " surat 13 ", Reason: "salah tulis"})
	if err != nil {
		t.Fatal(err)
	}
	want := e.Words[3]
	want.On, want.Document = 20261005, "surat 13"
	if got.Words[3] != want || got.State != model.Accepted || e.Words[3].On != 20261015 {
		t.Errorf("%+v, %s; before %+v", got.Words[3], got.State, e.Words[3])
	}
	if w, ok := correction.Recorded(got, model.VerbReceive); !ok || w.On != 20261005 {
		t.Errorf("the day from which one counts: %s, %v", w.On, ok)
	}
}

// The day of sharing needs no document, and lies between its neighbours.
func TestCorrectTheDayOfSharing(t *testing.T) {
	e := told(t)
	w, ok := correction.Recorded(e, model.VerbShare)
	if !ok || w.ID != "share" {
		t.Fatalf("%+v, %v", w, ok)
	}
	for _, on := range []model.Date{20261002, 20261015} {
		got, err := correction.Make(e, "sari", correction.Order{Word: "share", On: on, Reason: "dibagikan hari itu"})
		if err != nil || got.Words[2].On != on || got.Words[2].Document != w.Document || got.State != model.Accepted {
			t.Errorf("%s: %+v, %v", on, got.Words[2], err)
		}
	}
	e.Words = e.Words[:2]
	if _, ok := correction.Recorded(e, model.VerbShare); ok {
		t.Error("what was withdrawn is corrected")
	}
}

func TestCorrectRefuses(t *testing.T) {
	right := correction.Order{Word: "got", On: 20261005, Document: "surat 13", Reason: "salah tulis"}
	for name, c := range map[string]struct {
		by     model.EmployeeID
		change func(*correction.Order, *model.Evaluation)
		want   error
	}{
		"final":             {"sari", func(_ *correction.Order, e *model.Evaluation) { e.State = model.Final }, model.ErrState},
		"another's record":  {"budi", func(*correction.Order, *model.Evaluation) {}, model.ErrNotAllowed},
		"no such word":      {"sari", func(c *correction.Order, _ *model.Evaluation) { c.Word = "x" }, model.ErrNotFound},
		"before withdrawal": {"sari", func(c *correction.Order, _ *model.Evaluation) { c.Word = "old" }, model.ErrNotFound},
		"shared too late":   {"sari", func(c *correction.Order, _ *model.Evaluation) { c.Word, c.On = "share", 20261016 }, model.ErrOrder},
		"shared too early":  {"sari", func(c *correction.Order, _ *model.Evaluation) { c.Word, c.On = "share", 20261001 }, model.ErrEarlier},
		"another's sharing": {"budi", func(c *correction.Order, _ *model.Evaluation) { c.Word = "share" }, model.ErrNotAllowed},
		"sharing, no word": {"sari", func(c *correction.Order, _ *model.Evaluation) {
			c.Word, c.On, c.Document = "share", 20261003, ""
		}, model.ErrNothing},
		"own PIN":           {"sari", func(_ *correction.Order, e *model.Evaluation) { e.Words[3].Via = model.Own }, model.ErrNotFound},
		"before sharing":    {"sari", func(c *correction.Order, _ *model.Evaluation) { c.On = 20261002 }, model.ErrEarlier},
		"before the period": {"sari", func(c *correction.Order, _ *model.Evaluation) { c.On = 20260630 }, model.ErrPast},
		"after acceptance":  {"sari", func(c *correction.Order, _ *model.Evaluation) { c.On = 20261021 }, model.ErrOrder},
		"no document":       {"sari", func(c *correction.Order, _ *model.Evaluation) { c.Document = " " }, model.ErrMissing},
		"control character": {"sari", func(c *correction.Order, _ *model.Evaluation) { c.Document = "a\x1bb" }, model.ErrControl},
		"no reason":         {"sari", func(c *correction.Order, _ *model.Evaluation) { c.Reason = " " }, model.ErrReason},
		"nothing":           {"sari", func(c *correction.Order, _ *model.Evaluation) { c.On, c.Document = 20261015, "surat 12" }, model.ErrNothing},
	} {
		e, wish := told(t), right
		c.change(&wish, &e)
		if _, err := correction.Make(e, c.by, wish); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}
