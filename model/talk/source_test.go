package talk_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/talk"
)

// How the giver stood is told by the posts of that day, and not by those of today.
func TestSourceOf(t *testing.T) {
	posts := map[model.EmployeeID][]model.Post{
		"rina": {{ID: "r1", Employee: "rina", Unit: "tr", Evaluator: "sari", From: 2020_01_01, To: 2026_06_30},
			{ID: "r2", Employee: "rina", Unit: "ml", Evaluator: "agus", From: 2026_07_01}},
		"sari": {{ID: "s", Employee: "sari", Unit: "tr", Evaluator: "dedi", From: 2020_01_01}},
		"agus": {{ID: "a", Employee: "agus", Unit: "ml", Evaluator: "dedi", From: 2020_01_01}},
		"dedi": {{ID: "d", Employee: "dedi", Unit: "do", From: 2020_01_01}},
		"ani":  {{ID: "n", Employee: "ani", Unit: "tr", Evaluator: "sari", From: 2020_01_01}},
	}
	of := func(id model.EmployeeID) ([]model.Post, error) { return posts[id], nil }
	for _, tt := range []struct {
		name        string
		about, from model.EmployeeID
		other       string
		on          model.Date
		want        talk.Source
	}{
		{"who evaluates", "rina", "sari", "", 2026_05_01, talk.Leader},
		{"who evaluates now", "rina", "agus", "", 2026_08_01, talk.Leader},
		{"who evaluated before", "rina", "sari", "", 2026_08_01, talk.Other},
		{"who evaluates the evaluator", "rina", "dedi", "", 2026_05_01, talk.Leader},
		{"of the same unit", "rina", "ani", "", 2026_05_01, talk.Peer},
		{"no longer of the same unit", "rina", "ani", "", 2026_08_01, talk.Other},
		{"whom they evaluate", "sari", "ani", "", 2026_08_01, talk.Subordinate},
		{"whom they evaluated then", "sari", "rina", "", 2026_05_01, talk.Subordinate},
		{"a named outsider", "rina", "", "Kepala Desa Sukamaju", 2026_05_01, talk.Other},
		{"themselves", "rina", "rina", "", 2026_05_01, talk.NoSource},
		{"nobody known", "rina", "", "", 2026_05_01, talk.NoSource},
		{"without any post", "rina", "budi", "", 2026_05_01, talk.Other},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := talk.Feedback{Employee: tt.about, Other: tt.other, Word: model.Word{Whose: tt.from, On: tt.on}}
			if got, err := talk.SourceOf(f, of); err != nil || got != tt.want {
				t.Errorf("got %q (%v), want %q", got, err, tt.want)
			}
		})
	}
}

// What somebody else said is recorded from a paper, by name; nobody is two people.
func TestOther(t *testing.T) {
	f := talk.Feedback{Employee: "rina", Kind: talk.Appreciation, Text: "ramah", Other: "Kepala Desa Sukamaju",
		Word: model.Word{By: "sari", Via: model.Recorded, Document: "surat 12/VII/2026", On: feedbackToday}}
	if err := f.Check(feedbackToday); err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]func(*talk.Feedback){
		"without a paper":    func(f *talk.Feedback) { f.Word.Document = "" },
		"as one's own word":  func(f *talk.Feedback) { f.Word.Via = model.Own },
		"of somebody listed": func(f *talk.Feedback) { f.Word.Whose = "ani" },
		"as an answer":       func(f *talk.Feedback) { f.Kind, f.To = talk.Answer, "x" },
		"agenda of a note":   func(f *talk.Feedback) { f.Agenda = "bahas" },
	} {
		g := f
		if bad(&g); g.Check(feedbackToday) == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
