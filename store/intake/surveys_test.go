package intake_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/store/intake"
)

// Answer sheets, one a row, become one survey a unit and period; blank answers
// and sheets are said; the same table again proposes nothing.
func TestAnswerSheets(t *testing.T) {
	k := newKnown()
	path := file(t, "a.csv", "unit;periode;u1;u2;u3;u4;u5;u6;u7;u8;u9\n"+
		"PKM-01;TW III 2026;4;4;4;4;4;4;4;4;4\nPKM-01;2026-Q3;3;3;3;-;3;3;3;3;3,0\nPKM-01;2026-Q3;;;;;;;;;\nSD-07;2026;2;2;2;2;2;2;2;2;2\n")
	p := read(t, path, intake.Surveys, k, k.options())
	counts(t, p, 2, 0, 0, 0)
	s, ok := p.Records[0].(survey.Survey)
	if !ok || s.Respondents != 2 || s.Sums[0] != model.Int(7) || s.Counts[3] != 1 || s.Missing() != 1 || s.Check() != nil {
		t.Errorf("%+v", s)
	}
	codes := map[intake.WarningCode]int{}
	for _, w := range p.Warnings {
		codes[w.Code]++
	}
	if codes[intake.WarnBlank] != 1 || codes[intake.WarnUnanswered] != 1 {
		t.Errorf("%+v", p.Warnings)
	}
	for _, r := range p.Records {
		k.surveys = append(k.surveys, r.(survey.Survey))
	}
	counts(t, read(t, path, intake.Surveys, k, k.options()), 0, 0, 2, 0)
	counts(t, read(t, file(t, "b.csv", "unit;periode;u1;u2;u3;u4;u5;u6;u7;u8;u9\nSD-07;2026;2;2;2;2;2;2;2;2;3\n"), intake.Surveys, k, k.options()), 0, 1, 0, 0)
}

// One sheet that is refused keeps its whole survey out, so that no index comes
// of the rest; other surveys of the table are taken.
func TestASurveyIsTakenWhole(t *testing.T) {
	k := newKnown()
	p := read(t, file(t, "a.csv", "unit;periode;u1;u2;u3;u4;u5;u6;u7;u8;u9\n"+
		"PKM-01;2026-Q3;4;4;4;4;4;4;4;4;4\nPKM-01;2026-Q3;5;4;4;4;4;4;4;4;4\nSD-07;2026-Q3;4;4;4;4;4;4;4;4;4\nXX;2026-Q3;4;4;4;4;4;4;4;4;4\n"), intake.Surveys, k, k.options())
	counts(t, p, 1, 0, 0, 3)
	if len(p.Records) != 1 || !errors.Is(p.Refused[0].Err, survey.ErrWhole) || !errors.Is(p.Refused[1].Err, survey.ErrAnswer) || !errors.Is(p.Refused[2].Err, model.ErrNotFound) {
		t.Errorf("%+v", p.Refused)
	}
}

// A row that says how many respondents it is of holds averages.
func TestSurveyByAverages(t *testing.T) {
	k := newKnown()
	head := "unit;periode;responden;populasi;" + strings.Join([]string{"u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"}, ";") + "\n"
	p := read(t, file(t, "a.csv", head+"PKM-01;2026-Q3;212;480;3,45;2,65;3,53;2,31;1,55;3,12;2,31;2,73;2,22\n"), intake.Surveys, k, k.options())
	counts(t, p, 1, 0, 0, 0)
	if r := survey.Of(p.Records[0].(survey.Survey), survey.Ninth); r.Index.String() != "66.31" || r.Survey.Population != 480 || !r.Survey.Averaged {
		t.Errorf("%+v", r)
	}
	for _, row := range []string{"PKM-01;2026-Q3;0;;3;3;3;3;3;3;3;3;3", "PKM-01;2026-Q3;10;5;3;3;3;3;3;3;3;3;3", "PKM-01;2026-Q3;10;;3;3;3;3;5;3;3;3;3", "PKM-01;2026-Q9;10;;3;3;3;3;3;3;3;3;3"} {
		counts(t, read(t, file(t, "a.csv", head+row+"\n"), intake.Surveys, k, k.options()), 0, 0, 0, 1)
	}
	counts(t, read(t, file(t, "a.csv", head+"PKM-01;2026-Q3;10;;3;3;3;3;3;3;3;3;3\nPKM-01;2026-Q3;;;3;3;3;3;3;3;3;3;3\n"), intake.Surveys, k, k.options()), 0, 0, 0, 2)
}
