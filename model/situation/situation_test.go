package situation_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/situation"
)

const q3 = model.Period(202623)

func said() situation.Situation {
	s := situation.New("u", q3)
	s.Vacancies, s.Needed, s.Present, s.DisasterDays = model.Some(model.Int(3)), model.Some(model.Int(12)), model.Some(model.Int(9)), model.Some(0)
	s.Access, s.AccessWords, s.Note, s.Source = situation.VeryRemote, "perahu 3 jam", "banjir bandang", "surat 12/2026"
	return s
}

func TestCheck(t *testing.T) {
	if err := said().Check(); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		change func(*situation.Situation)
		field  string
		want   error
	}{
		"no unit":        {func(s *situation.Situation) { s.Unit = "" }, "unit", model.ErrMissing},
		"no period":      {func(s *situation.Situation) { s.Period = 0 }, "periode", model.ErrBadPeriod},
		"another's":      {func(s *situation.Situation) { s.Unit = "v" }, "id", misread.ErrDisagree},
		"below none":     {func(s *situation.Situation) { s.Vacancies = model.Some(model.Int(-1)) }, "formasi_kosong", model.ErrNegative},
		"half a person":  {func(s *situation.Situation) { s.Present = model.Some(model.Scale / 2) }, "yang_ada", model.ErrBadNumber},
		"too many":       {func(s *situation.Situation) { s.Needed = model.Some(model.Int(100_001)) }, "kebutuhan", model.ErrNumberRange},
		"93 days of 92":  {func(s *situation.Situation) { s.DisasterDays = model.Some(model.Int(93)) }, "hari_bencana", model.ErrNumberRange},
		"no such access": {func(s *situation.Situation) { s.Access = 9 }, "akses", model.ErrWord},
		"a long note":    {func(s *situation.Situation) { s.Note = strings.Repeat("x", 401) }, "catatan", model.ErrTooLong},
		"a bell":         {func(s *situation.Situation) { s.Source = "a\a" }, "sumber", model.ErrControl},
	} {
		t.Run(name, func(t *testing.T) {
			s := said()
			tt.change(&s)
			var field *model.FieldError
			if err := s.Check(); !errors.As(err, &field) || field.Field != tt.field || !errors.Is(err, tt.want) {
				t.Errorf("%v, want %s %v", err, tt.field, tt.want)
			}
		})
	}
}

// Nothing said is not the same as none: 0 vacancies are said. What says nothing any
// more is void; the paper alone says nothing.
func TestSaid(t *testing.T) {
	s := situation.New("u", q3)
	if s.Said() || !s.Tidy().Void {
		t.Error("nothing is said, and it is kept")
	}
	s.Source = "surat"
	if s.Said() {
		t.Error("a paper alone says something")
	}
	s.Vacancies = model.Some(0)
	if !s.Said() || s.Tidy().Void {
		t.Error("no vacancies is not said")
	}
	s.Void = true
	if s.Said() {
		t.Error("what was taken back is said")
	}
	s.Note = "  banjir "
	if got := s.Tidy(); got.Note != "banjir" || got.Void {
		t.Errorf("tidied: %+v", got)
	}
}

func TestAccessWords(t *testing.T) {
	for _, a := range []situation.Access{situation.Ordinary, situation.Remote, situation.VeryRemote} {
		if got, ok := situation.ParseAccess(a.String()); !ok || got != a {
			t.Errorf("%s is read as %v", a, got)
		}
	}
	if got, ok := situation.ParseAccess("Sangat terpencil"); !ok || got != situation.VeryRemote {
		t.Errorf("sangat terpencil is %v", got)
	}
	if _, ok := situation.ParseAccess(""); ok {
		t.Error("nothing is a way")
	}
}
