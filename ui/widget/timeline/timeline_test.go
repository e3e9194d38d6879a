package timeline_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/ui/lang"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/timeline"
)

const today = model.Date(2026_10_05)

// conversation has every kind, a correction, an answer that was recorded, and a
// word of the owner of the file.
func conversation() talk.Conversation {
	item := func(id string, kind talk.Kind, on model.Date, change func(*talk.Feedback)) talk.Feedback {
		f := talk.Feedback{ID: model.FeedbackID(id), Employee: "rina", Kind: kind, Text: "isi " + id, Word: model.Word{Whose: "sari", By: "sari", On: on}}
		change(&f)
		return f
	}
	return talk.Conversation{
		Names: map[model.EmployeeID]string{"rina": "Rina Hartati", "sari": "dr. Sari Wulandari"},
		Items: []talk.Feedback{
			item("1", talk.Appreciation, 2026_08_01, func(f *talk.Feedback) { f.Code, f.Measure, f.Word.Document = "IDL", "m", "foto 3" }),
			item("2", talk.Answer, 2026_08_02, func(f *talk.Feedback) {
				f.To, f.Word.Whose, f.Word.Via, f.Word.Document = "1", "rina", model.Recorded, "surat no. 4"
			}),
			item("3", talk.Note, 2026_08_03, func(f *talk.Feedback) { f.Word.Whose, f.Word.By = "", "" }),
			item("4", talk.Improve, 2026_08_04, func(f *talk.Feedback) { f.Value = "loyal" }),
			item("5", talk.Improve, 2026_08_05, func(f *talk.Feedback) { f.Value, f.Corrects = "loyal", "4" }),
			item("6", talk.CheckIn, 2026_08_06, func(f *talk.Feedback) { f.Next = 2026_09_01 }),
			item("7", talk.CheckIn, 2026_09_01, func(f *talk.Feedback) { f.Next, f.Agreed = 2026_10_01, "tiap Rabu\ntiap Jumat" }),
		},
	}
}

func TestLines(t *testing.T) {
	for _, language := range lang.Languages() {
		t.Run(language, func(t *testing.T) {
			env := uitest.Env(t, language)
			c := conversation()
			l := timeline.New(c, today)
			var lines []string
			for _, f := range c.Items {
				lines = append(lines, l.Lines(env.Text, env.Styles, f, "", 70)...)
			}
			uitest.Golden(t, strings.Join(lines, "\n"))
			if !l.Corrected("4") || l.Corrected("5") {
				t.Error("the wrong item is called corrected")
			}
		})
	}
}

// No text leaves its room or acts on the terminal.
func TestHostileText(t *testing.T) {
	env := uitest.Env(t, "id")
	for _, text := range []string{
		"", "界", strings.Repeat("界", 100), strings.Repeat("x", 500), "a b\n\nc", "\x1b[2J\x07\u202e", "عائشة", strings.Repeat("e\u0301", 200),
	} {
		c := conversation()
		for i := range c.Items {
			c.Items[i].Text, c.Items[i].Agreed, c.Items[i].Code, c.Items[i].Word.Document = text, text, text, text
		}
		c.Names["sari"], c.Names["rina"] = text, text
		l := timeline.New(c, today)
		for _, width := range []int{1, 6, 40, 120} {
			for _, f := range c.Items {
				view := strings.Join(l.Lines(env.Text, env.Styles, f, text, width), "\n")
				if width > 5 { // a sign of two cells has no smaller room
					uitest.Fits(t, view, width, 10_000)
				}
				if plain := ansi.Strip(view); plain != view || strings.ContainsAny(view, "\x07\u202e") {
					t.Errorf("%q passes something on: %q", text, view)
				}
			}
		}
	}
}

func TestDueAndStanding(t *testing.T) {
	text := uitest.Env(t, "en").Text
	for _, tt := range []struct {
		next, last    model.Date
		due, standing string
	}{
		{2026_10_04, 2026_09_01, "1 day overdue, 4 October 2026", "check-in 1 day overdue"},
		{2026_10_05, 2026_09_01, "today, 5 October 2026", "check-in today"},
		{2026_10_24, 2026_09_01, "in 19 days, 24 October 2026", "check-in in 19 days"},
		{0, 0, "", "never given feedback"},
		{0, 2026_07_07, "", "90 days without feedback"},
		{0, 2026_07_08, "", "89 days ago"},
	} {
		s := talk.Standing{Last: tt.last, Due: talk.Feedback{Next: tt.next}}
		if got := timeline.Standing(text, s, today, 90); got != tt.standing {
			t.Errorf("next %s, last %s: %q", tt.next, tt.last, got)
		}
		if tt.next == 0 {
			continue
		}
		if got := timeline.Due(text, tt.next, today); got != tt.due {
			t.Errorf("next %s: %q", tt.next, got)
		}
	}
}
