package talk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/talk"
)

const feedbackToday = model.Date(2026_10_05)

func remark(change func(*talk.Feedback)) talk.Feedback {
	f := talk.Feedback{
		ID: "1", Employee: "rina", Kind: talk.Note, Text: "Register imunisasi sudah lengkap.\nTerima kasih.",
		Word: model.Word{Whose: "sari", By: "sari", On: feedbackToday},
	}
	change(&f)
	return f
}

func TestFeedbackCheck(t *testing.T) {
	checkIn := func(f *talk.Feedback) { f.Kind = talk.CheckIn }
	for _, tt := range []struct {
		name   string
		change func(*talk.Feedback)
		field  string
		err    error
	}{
		{"as it should be", func(*talk.Feedback) {}, "", nil},
		{"no kind", func(f *talk.Feedback) { f.Kind = talk.NoKind }, "kind", model.ErrMissing},
		{"a kind of a later program", func(f *talk.Feedback) { f.Kind = talk.Answer + 1 }, "kind", model.ErrWord},
		{"about nobody", func(f *talk.Feedback) { f.Employee = "" }, "pegawai", model.ErrMissing},
		{"blank text", func(f *talk.Feedback) { f.Text = " \n " }, "text", model.ErrMissing},
		{"the longest text", func(f *talk.Feedback) { f.Text = strings.Repeat("é", talk.Most) }, "", nil},
		{"too long a text", func(f *talk.Feedback) { f.Text = strings.Repeat("é", talk.Most+1) }, "text", model.ErrTooLong},
		{"an escape", func(f *talk.Feedback) { f.Text = "a\x1b[31mb" }, "text", model.ErrControl},
		{"a tab", func(f *talk.Feedback) { f.Text = "a\tb" }, "text", model.ErrControl},
		{"a C1 control", func(f *talk.Feedback) { f.Text = "a\u009bb" }, "text", model.ErrControl},
		{"no UTF-8", func(f *talk.Feedback) { f.Text = "a\xff" }, "text", model.ErrUnreadable},
		{"an escape in the letter", func(f *talk.Feedback) { f.Word.Document = "\x07" }, "document", model.ErrControl},
		{"a measure", func(f *talk.Feedback) { f.Measure, f.Code = "m", "IDL" }, "", nil},
		{"a measure and a value", func(f *talk.Feedback) { f.Measure, f.Value = "m", "loyal" }, "about", misread.ErrDisagree},
		{"an answer to nothing", func(f *talk.Feedback) { f.Kind = talk.Answer }, "to", model.ErrMissing},
		{"an answer", func(f *talk.Feedback) { f.Kind, f.To = talk.Answer, "0" }, "", nil},
		{"a remark to something", func(f *talk.Feedback) { f.To = "0" }, "to", model.ErrOnlyAnswer},
		{"recorded from nowhere", func(f *talk.Feedback) { f.Word.Via = model.Recorded }, "document", model.ErrMissing},
		{"recorded", func(f *talk.Feedback) { f.Word.Via, f.Word.Document = model.Recorded, "surat no. 3" }, "", nil},
		{"no day", func(f *talk.Feedback) { f.Word.On = 0 }, "date", model.ErrMissing},
		{"tomorrow", func(f *talk.Feedback) { f.Word.On = 2026_10_06 }, "date", model.ErrFuture},
		{"a remark with an agreement", func(f *talk.Feedback) { f.Agreed = "x" }, "agreed", model.ErrOnlyCheckIn},
		{"a remark with a next day", func(f *talk.Feedback) { f.Next = 2026_11_01 }, "next", model.ErrOnlyCheckIn},
		{"a check-in without a day", checkIn, "", nil},
		{"a check-in", func(f *talk.Feedback) { checkIn(f); f.Agreed, f.Next = "register tiap Jumat", 2026_10_06 }, "", nil},
		{"next on the same day", func(f *talk.Feedback) { checkIn(f); f.Next = feedbackToday }, "next", model.ErrPast},
		{"held before, due today", func(f *talk.Feedback) { checkIn(f); f.Word.On, f.Next = 2026_09_01, feedbackToday }, "", nil},
		{"next in the past", func(f *talk.Feedback) { checkIn(f); f.Word.On, f.Next = 2026_09_01, 2026_10_04 }, "next", model.ErrPast},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := remark(tt.change).Check(feedbackToday)
			var field *model.FieldError
			switch {
			case !errors.Is(err, tt.err):
				t.Errorf("got %v, want %v", err, tt.err)
			case err != nil && (!errors.As(err, &field) || field.Field != tt.field):
				t.Errorf("got %v, want the field %s", err, tt.field)
			}
		})
	}
}

func TestFeedbackKindsHaveWordsAndSigns(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range talk.Kinds() {
		if got, ok := talk.ParseKind(strings.ToUpper(k.String())); !ok || got != k {
			t.Errorf("%s is read as %v", k, got)
		}
		if len(k.Sign()) != 1 || seen[k.Sign()] || k.Sign() == " " {
			t.Errorf("the sign of %s is %q", k, k.Sign())
		}
		seen[k.Sign()] = true
	}
	if _, ok := talk.ParseKind(""); ok {
		t.Error("nothing is a kind")
	}
}

// Whose word an answer is follows from whom it answers and who types.
func TestReply(t *testing.T) {
	from := func(whose model.EmployeeID) talk.Feedback {
		return talk.Feedback{Employee: "rina", Word: model.Word{Whose: whose}}
	}
	for _, tt := range []struct {
		name     string
		to       talk.Feedback
		by       model.EmployeeID
		whose    model.EmployeeID
		recorded bool
	}{
		{"she answers her evaluator", from("sari"), "rina", "rina", false},
		{"the evaluator types what she answered", from("sari"), "sari", "rina", true},
		{"the evaluator replies to her answer", from("rina"), "sari", "sari", false},
		{"she adds to her answer", from("rina"), "rina", "rina", false},
		{"the owner of the file, who is on no list, types her answer", from(""), "", "rina", true},
	} {
		if whose, recorded := tt.to.Reply(tt.by); whose != tt.whose || recorded != tt.recorded {
			t.Errorf("%s: whose %q, recorded %v", tt.name, whose, recorded)
		}
	}
}

func item(id string, kind talk.Kind, on, next model.Date, change func(*talk.Feedback)) talk.Feedback {
	f := talk.Feedback{ID: model.FeedbackID(id), Kind: kind, Next: next, At: int64(on), Word: model.Word{On: on}}
	if change != nil {
		change(&f)
	}
	return f
}

func TestTalkOf(t *testing.T) {
	for _, tt := range []struct {
		name  string
		list  []talk.Feedback
		items int
		last  model.Date
		due   model.FeedbackID
	}{
		{"nothing", nil, 0, 0, ""},
		{"a remark", []talk.Feedback{item("1", talk.Note, 2026_09_01, 0, nil)}, 1, 2026_09_01, ""},
		{"a check-in", []talk.Feedback{item("1", talk.CheckIn, 2026_09_01, 2026_10_01, nil)}, 1, 2026_09_01, "1"},
		{"a remark does not end it", []talk.Feedback{
			item("1", talk.CheckIn, 2026_09_01, 2026_10_01, nil), item("2", talk.Note, 2026_10_02, 0, nil),
		}, 2, 2026_10_02, "1"},
		{"a later check-in moves it", []talk.Feedback{
			item("2", talk.CheckIn, 2026_10_01, 2026_11_01, nil), item("1", talk.CheckIn, 2026_09_01, 2026_10_01, nil),
		}, 2, 2026_10_01, "2"},
		{"a later check-in without a day ends it", []talk.Feedback{
			item("1", talk.CheckIn, 2026_09_01, 2026_10_01, nil), item("2", talk.CheckIn, 2026_10_01, 0, nil),
		}, 2, 2026_10_01, ""},
		{"on one day the one written last", []talk.Feedback{
			item("2", talk.CheckIn, 2026_09_01, 0, func(f *talk.Feedback) { f.At++ }), item("1", talk.CheckIn, 2026_09_01, 2026_10_01, nil),
		}, 2, 2026_09_01, ""},
		{"a corrected one counts no more", []talk.Feedback{
			item("1", talk.CheckIn, 2026_09_01, 2026_10_01, nil),
			item("2", talk.CheckIn, 2026_09_01, 2026_10_09, func(f *talk.Feedback) { f.Corrects = "1" }),
		}, 1, 2026_09_01, "2"},
		{"one taken back counts no more", []talk.Feedback{
			item("1", talk.CheckIn, 2026_09_01, 2026_10_01, func(f *talk.Feedback) { f.Void = true }),
		}, 0, 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := talk.StandingOf(model.StaffRow{Employee: "rina"}, tt.list)
			if got.Items != tt.items || got.Last != tt.last || got.Due.ID != tt.due || got.Staff.Employee != "rina" {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestSilent(t *testing.T) {
	for last, want := range map[model.Date]bool{0: true, feedbackToday: false, feedbackToday.Add(-89): false, feedbackToday.Add(-90): true} {
		if got := (talk.Standing{Last: last}).Silent(feedbackToday, 90); got != want {
			t.Errorf("last word %s: silent %v", last, got)
		}
	}
}

// Whatever order a conversation is read in, it is shown in one.
func TestSortFeedback(t *testing.T) {
	want := []talk.Feedback{
		item("9", talk.Note, 2026_08_01, 0, nil), item("8", talk.Note, 2026_09_01, 0, nil),
		item("7", talk.Note, 2026_09_01, 0, func(f *talk.Feedback) { f.At++ }), item("1", talk.Note, 2026_10_01, 0, nil),
		item("2", talk.Note, 2026_10_01, 0, nil),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	talk.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if by := talk.Corrections([]talk.Feedback{{ID: "2", Corrects: "1"}, {ID: "4", Corrects: "3", Void: true}}); len(by) != 1 || by["1"] != "2" {
		t.Errorf("corrections: %v", by)
	}
}

// First who waits: check-ins by their day, then silence, the longest first.
func TestUrgent(t *testing.T) {
	standing := func(name string, next, last model.Date) talk.Standing {
		return talk.Standing{Staff: model.StaffRow{Name: name}, Last: last, Due: talk.Feedback{Next: next}}
	}
	list := []talk.Standing{
		standing("lately", 0, 2026_10_01), standing("long ago", 0, 2026_05_01), standing("soon", 2026_10_09, 2026_01_01),
		standing("never", 0, 0), standing("overdue", 2026_10_01, 2026_10_01), standing("a month ago", 0, 2026_09_01),
	}
	var got []string
	for _, s := range talk.Urgent(list, feedbackToday, 90) {
		got = append(got, s.Staff.Name+" "+s.Needs(feedbackToday, 90))
	}
	want := []string{"overdue overdue", "soon due", "never silent", "long ago silent", "a month ago nothing", "lately nothing"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if list[0].Staff.Name != "lately" {
		t.Error("the list that was given is in another order")
	}
}
