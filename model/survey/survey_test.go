package survey_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/survey"
)

const q3 = model.Period(202623)

func averages(t *testing.T, n int, text string) survey.Survey {
	t.Helper()
	list, err := survey.ParseAverages(strings.Fields(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := survey.Averages("u", q3, n, list)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Check(); err != nil {
		t.Fatal(err)
	}
	return s
}

func all(text string) string { return strings.Repeat(text+" ", survey.Elements) }

// The index is rounded once: what is a hair below a half stays below, and the
// printed index alone decides the grade.
func TestIndexIsRoundedOnceThenGraded(t *testing.T) {
	for _, tt := range []struct {
		means, index string
		grade        survey.Grade
	}{
		{all("3.5324"), "88.31", survey.GradeA},
		{all("3.5322"), "88.31", survey.GradeA},                          // 88.305: in the gap between the printed bands
		{all("3.5321"), "88.3", survey.GradeB},                           // 88.3025
		{strings.Repeat("3.5322 ", 8) + "3.5321", "88.3", survey.GradeB}, // 88.30472…: never 88.305 on the way
		{all("3.0644"), "76.61", survey.GradeB},
		{all("3.064"), "76.6", survey.GradeC},
		{all("2.6"), "65", survey.GradeC},
		{all("2.5996"), "64.99", survey.GradeD},
		{all("1"), "25", survey.GradeD},
	} {
		r := survey.Of(averages(t, 10, tt.means), survey.Ninth)
		if got := r.Index.String(); got != tt.index || r.Grade != tt.grade || r.ByMean != tt.grade {
			t.Errorf("%s: %s %s, by the mean %s; want %s %s", tt.means, got, r.Grade, r.ByMean, tt.index, tt.grade)
		}
	}
}

// With 0.11 the index says another grade than the average does: that is told.
func TestWeightDecidesAtTheEdge(t *testing.T) {
	r := survey.Of(averages(t, 150, all("3.5324")), survey.Eleven)
	if r.Index.String() != "87.43" || r.Grade != survey.GradeB || r.ByMean != survey.GradeA {
		t.Errorf("%s %s, by the mean %s", r.Index, r.Grade, r.ByMean)
	}
	if r := survey.Of(averages(t, 1, all("1")), survey.Eleven); r.Index.String() != "24.75" || r.Grade != survey.GradeD {
		t.Errorf("%s %s", r.Index, r.Grade)
	}
}

// One who leaves an element out is a respondent; the element is averaged over
// those who answered it. One who answers nothing is none.
func TestMissingAnswers(t *testing.T) {
	s := survey.New("u", q3)
	for _, row := range [][survey.Elements]int{
		{4, 4, 4, 4, 4, 4, 4, 4, 4},
		{3, 3, 3, 0, 3, 3, 3, 3, 3},
		{2, 2, 2, 2, 2, 2, 2, 2, 2},
	} {
		if err := s.Add(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Add([survey.Elements]int{}); !errors.Is(err, survey.ErrBlank) {
		t.Errorf("a blank sheet: %v", err)
	}
	if err := s.Add([survey.Elements]int{4, 5}); !errors.Is(err, survey.ErrAnswer) {
		t.Errorf("a five: %v", err)
	}
	if err := s.Check(); err != nil || s.Respondents != 3 || s.Missing() != 1 || s.Counts[3] != 2 || s.Sums[3] != model.Int(6) {
		t.Fatalf("%+v, %v", s, err)
	}
	r := survey.Of(s, survey.Ninth)
	if r.Rows[3].Mean.String() != "3" || r.Index.String() != "75" || r.Missing != 1 || len(r.Weakest) != survey.Elements {
		t.Errorf("%+v", r)
	}
}

// An element that nobody answered leaves the survey without an index.
func TestAnElementWithoutAnswers(t *testing.T) {
	r := survey.Of(averages(t, 30, "3 3 3 - 3 3 3 2.5 3"), survey.Ninth)
	if r.Index.Present() || r.Grade != survey.NoGrade || r.Rows[3].Mean.Present() || len(r.Weakest) != 1 || r.Weakest[0] != 7 {
		t.Errorf("%+v", r)
	}
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		name, field string
		change      func(*survey.Survey)
	}{
		{"no unit", "unit", func(s *survey.Survey) { s.Unit = "" }},
		{"no period", "periode", func(s *survey.Survey) { s.Period = 0 }},
		{"another's identity", "id", func(s *survey.Survey) { s.ID = survey.IDOf("v", q3) }},
		{"nobody", "responden", func(s *survey.Survey) { s.Respondents = 0 }},
		{"fewer served than answered", "populasi", func(s *survey.Survey) { s.Population = 9 }},
		{"more answers than respondents", "u2", func(s *survey.Survey) { s.Counts[1]++ }},
		{"a sum beyond what can be answered", "u9", func(s *survey.Survey) { s.Sums[8] = model.Int(41) }},
		{"a sum of none", "u1", func(s *survey.Survey) { s.Counts[0] = 0 }},
		{"half an answer", "u1", func(s *survey.Survey) { s.Averaged, s.Sums[0] = false, s.Sums[0]+5000 }},
		{"an escape", "sumber", func(s *survey.Survey) { s.Source = "\x1b[2J" }},
	} {
		s := averages(t, 10, all("3"))
		tt.change(&s)
		var field *model.FieldError
		if err := s.Check(); !errors.As(err, &field) || field.Field != tt.field {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestParseAverages(t *testing.T) {
	list, err := survey.ParseAverages([]string{"3,45", "2.65", "3.125", "3,125", "-", "", "4", "1", "4,00"})
	if err != nil || list[0].String() != "3.45" || list[2].String() != "3.125" || list[3].String() != "3.125" || list[4].Present() || list[8].String() != "4" {
		t.Errorf("%v, %v", list, err)
	}
	for _, bad := range []string{"0,99", "4,01", "88,31", "x", "3,1,2", "3.12345"} {
		if _, err := survey.ParseAverages([]string{bad, "3", "3", "3", "3", "3", "3", "3", "3"}); err == nil {
			t.Errorf("%q is read as an average", bad)
		}
	}
}

func TestTrend(t *testing.T) {
	at := func(p model.Period, text string) survey.Survey {
		s := averages(t, 100, text)
		s.Period, s.ID = p, survey.IDOf("u", p)
		return s
	}
	trend := survey.TrendOf([]survey.Survey{at(q3, "3 3 3 2 3 3 3 3 3.5"), at(202622, all("3"))}, survey.Ninth)
	before, ok := trend.Before(q3)
	if !ok || before.Survey.Period != 202622 {
		t.Fatalf("%+v", before)
	}
	now, _ := trend.At(q3)
	list := survey.Changes(before, now)
	if list[0].Element != -1 || list[0].By.String() != "-1.39" || list[4].By.String() != "-1" || list[9].By.String() != "0.5" || list[1].By.String() != "0" {
		t.Errorf("%+v", list)
	}
	if _, ok := trend.Before(202622); ok {
		t.Error("the first has one before it")
	}
}

// A value that came from a survey is told from a typed one, and from the survey
// as it is by now.
func TestFate(t *testing.T) {
	r := survey.Of(averages(t, 212, all("3.4")), survey.Ninth)
	was := survey.Of(averages(t, 200, all("3.2")), survey.Ninth)
	from := func(r survey.Result) model.Entry {
		return model.Entry{Actual: r.Index, Source: survey.OriginOf(r).String()}
	}
	for _, tt := range []struct {
		name   string
		entry  model.Entry
		locked bool
		want   survey.Fate
	}{
		{"empty", model.Entry{}, false, survey.Fills},
		{"empty and shared", model.Entry{}, true, survey.Locked},
		{"taken from it", from(r), false, survey.Keeps},
		{"taken from it and shared", from(r), true, survey.Keeps},
		{"taken from it as it was", from(was), false, survey.Renews},
		{"taken from it as it was, and shared", from(was), true, survey.Locked},
		{"typed", model.Entry{Actual: model.Some(model.Int(80))}, false, survey.Replaces},
		{"typed over what was taken", model.Entry{Actual: model.Some(model.Int(81)), Source: from(was).Source}, false, survey.Replaces},
		{"typed, the same", model.Entry{Actual: r.Index}, false, survey.Renews},
	} {
		if got := survey.FateOf(tt.entry, r, tt.locked); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	o, ok := survey.ParseOrigin(from(r).Source)
	if !ok || o.Moved(r) || !o.Moved(was) || o.Respondents != 212 || !o.Moved(survey.Result{}) {
		t.Errorf("%+v, %v", o, ok)
	}
	if _, ok := survey.ParseOrigin("skm u 2026-Q3 212 1/9 85.00"); ok {
		t.Error("an origin that nobody wrote is read")
	}
}

// A better answer never lowers the index, and the index lies between 25 and 100.
func TestIndexRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := survey.New("u", q3), survey.New("u", q3)
		for range rapid.IntRange(1, 40).Draw(t, "respondents") {
			var row, better [survey.Elements]int
			for i := range row {
				row[i] = rapid.IntRange(1, 4).Draw(t, "answer")
				better[i] = min(4, row[i]+rapid.IntRange(0, 1).Draw(t, "more"))
			}
			if a.Add(row) != nil || b.Add(better) != nil {
				t.Fatal("refused")
			}
		}
		x, y := survey.Of(a, survey.Ninth), survey.Of(b, survey.Ninth)
		if x.Index.Or(0) > y.Index.Or(0) || x.Index.Or(0) < model.Int(25) || y.Index.Or(0) > model.Int(100) {
			t.Fatalf("%s, better %s", x.Index, y.Index)
		}
		// ΣS × 25 ÷ 9n in whole numbers, half up: nobody left anything out.
		sum := int64(0)
		for _, s := range a.Sums {
			sum += int64(s) / model.Scale
		}
		n := int64(9 * a.Respondents)
		if want := model.Number((2*sum*25*100 + n) / (2 * n) * 100); x.Index.Or(0) != want {
			t.Fatalf("%s, by sums %s", x.Index, want)
		}
	})
}

// FuzzParseAnswer: whatever stands in a cell is an answer, none, or refused.
func FuzzParseAnswer(f *testing.F) {
	for _, s := range []string{"1", "4,00", "", "-", "5", "3.5", "0", "1e0", "100%", "４", "-3", " 2 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := survey.ParseAnswer(s)
		if err == nil && (n < 0 || n > survey.Best || n == 0 && !model.NoValue(s)) {
			t.Errorf("%q is read as %d", s, n)
		}
		if err != nil && (n != 0 || !errors.Is(err, survey.ErrAnswer)) {
			t.Errorf("%q: %d, %v", s, n, err)
		}
	})
}

// FuzzParseOrigin: what is read as an origin is what would be written.
func FuzzParseOrigin(f *testing.F) {
	f.Add("skm 01JAAAAAAAAAAAAAAAAAAAAAAA 2026-Q3 212 1/9 84.2")
	f.Add("skm  2026 -1 0.11 0")
	f.Fuzz(func(t *testing.T, s string) {
		if o, ok := survey.ParseOrigin(s); ok && o.String() != s {
			t.Errorf("%q is written %q", s, o)
		}
	})
}

// Where a value came from says how many should have answered, if they did not; a
// value that was taken before that was kept says so for enough, and is the same.
func TestOriginOfTooFew(t *testing.T) {
	s := survey.Survey{Unit: "u", Period: 0, Respondents: 150, Population: 1200, Averaged: true}
	for range survey.Elements {
		s.Sums, s.Counts = append(s.Sums, model.Int(450)), append(s.Counts, 150)
	}
	p, err := model.ParsePeriod("2026-Q3")
	if err != nil {
		t.Fatal(err)
	}
	s.Period = p
	r := survey.Of(s, survey.Ninth)
	o := survey.OriginOf(r)
	if o.String() != "skm u 2026-Q3 150 1/9 75 291" {
		t.Error(o)
	}
	if got, ok := survey.ParseOrigin(o.String()); !ok || got != o {
		t.Errorf("read back %+v, %v", got, ok)
	}
	old, ok := survey.ParseOrigin("skm u 2026-Q3 150 1/9 75")
	if !ok || old.Need != 0 || old.Moved(r) || o.Moved(r) {
		t.Errorf("kept before: %+v, %v", old, ok)
	}
	for _, wrong := range []string{"skm u 2026-Q3 150 1/9 75 0", "skm u 2026-Q3 150 1/9 75 x", "skm u 2026-Q3 150 1/9 75 291 2"} {
		if _, ok := survey.ParseOrigin(wrong); ok {
			t.Errorf("%q is read", wrong)
		}
	}
}
