package rules_test

import (
	"bytes"
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
)

func TestFormulaCheckRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(f *rules.Formula)
		field string
		want  error
	}{
		"parts":              {func(f *rules.Formula) { f.Results++ }, "parts", rules.ErrParts},
		"no scale":           {func(f *rules.Formula) { f.MostBehaviour = 0 }, "behaviour_max", rules.ErrThreshold},
		"no line at 0":       {func(f *rules.Formula) { f.Lines = f.Lines[1:] }, "lines", rules.ErrLines},
		"a line falls":       {func(f *rules.Formula) { f.Lines[2].Base = model.Int(60) }, "lines", rules.ErrLines},
		"a slope falls":      {func(f *rules.Formula) { f.Lines[1].Rise = -1 }, "lines", rules.ErrLines},
		"no run":             {func(f *rules.Formula) { f.Lines[1].Run = 0 }, "lines", rules.ErrLines},
		"most below the end": {func(f *rules.Formula) { f.Maximum = model.Int(100) }, "maximum", rules.ErrLines},
		"no bottom":          {func(f *rules.Formula) { f.Bands = f.Bands[:4] }, "bands", rules.ErrBands},
		"bottom by an idea":  {func(f *rules.Formula) { f.Bands[4].Idea = true }, "bands", rules.ErrBands},
		"bands turned round": {func(f *rules.Formula) { f.Bands[0], f.Bands[1] = f.Bands[1], f.Bands[0] }, "bands", rules.ErrBands},
	} {
		t.Run(name, func(t *testing.T) {
			rs := rules.PermenPANRB8()
			tt.spoil(rs.Formula)
			err := rs.Check()
			var field *model.FieldError
			if !errors.Is(err, tt.want) || !errors.As(err, &field) || field.Field != tt.field {
				t.Errorf("err = %v, want %v in %s", err, tt.want, tt.field)
			}
		})
	}
	both := rules.PP30()
	both.Matrix = rules.PermenPANRB6().Matrix
	if err := both.Check(); !errors.Is(err, rules.ErrMatrix) {
		t.Errorf("a matrix beside a formula: %v", err)
	}
}

// The formula decides, so another one has another digest; the rule in force
// keeps the digest that files hold already.
func TestDigestOfFormula(t *testing.T) {
	a, b := rules.PP30(), rules.PP30()
	b.Formula.Bands[1].From = model.Int(91)
	if bytes.Equal(a.Digest(), b.Digest()) {
		t.Error("other bands, same digest")
	}
	if _, err := rules.FromDigest(a.Ref(), b.Digest()); !errors.Is(err, rules.ErrDigest) {
		t.Errorf("FromDigest = %v", err)
	}
	for _, rs := range rules.All() {
		if back, err := rules.FromDigest(rs.Ref(), rs.Digest()); err != nil || back.Ref() != rs.Ref() {
			t.Errorf("%s: %v", rs.Ref(), err)
		}
	}
}

// A rule set of one's own is kept with the evaluation and read from it.
func TestKept(t *testing.T) {
	own := rules.PP30()
	own.ID, own.Formula.Bands[1].From = "klinik", model.Int(85)
	e := model.Evaluation{ID: "e", RuleSet: own.Ref(), Definition: own.Keeping(), Frozen: &model.Frozen{Rules: own.Digest()}}
	back, err := rules.OfFinal(e)
	if err != nil || !bytes.Equal(back.Definition(), own.Definition()) {
		t.Errorf("OfFinal = %+v, %v", back, err)
	}
	if now, err := rules.Of(e, rules.PermenPANRB6()); err != nil || now.Ref() != own.Ref() {
		t.Errorf("Of = %s, %v", now.Ref(), err)
	}
	e.Definition = bytes.Replace(e.Definition, []byte("85"), []byte("86"), 1)
	if _, err := rules.OfFinal(e); !errors.Is(err, rules.ErrDigest) {
		t.Errorf("a changed definition: %v", err)
	}
	e.Definition = []byte("{")
	if _, err := rules.OfFinal(e); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("no definition: %v", err)
	}
	if rules.PP30().Keeping() != nil {
		t.Error("a ready rule set is kept too")
	}
	if _, err := rules.Of(model.Evaluation{RuleSet: "gone@1"}, own); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("a rule set that nobody knows: %v", err)
	}
	if rs, err := rules.Of(model.Evaluation{RuleSet: "pp46@1"}, own); err != nil || rs.ID != "pp46" {
		t.Errorf("a ready one: %s, %v", rs.ID, err)
	}
}

// What was rated under numbers that a setting moved keeps them, whatever the
// settings say when it is made final.
func TestMovedNumbersAreKept(t *testing.T) {
	ready := rules.PermenPANRB6()
	moved := ready.With(model.Int(105), ready.Meets, ready.MinShare, ready.Cap)
	if got := ready.Keeping(); got != nil {
		t.Errorf("the numbers that the program brings along are kept again: %x", got)
	}
	e := model.Evaluation{ID: "e", RuleSet: moved.Ref(), Definition: moved.Keeping(), Frozen: &model.Frozen{Rules: moved.Digest()}}
	for _, current := range []rules.RuleSet{ready, rules.PP30(), moved} {
		if got, err := rules.Of(e, current); err != nil || got.Above != model.Int(105) {
			t.Errorf("with %s in use: above from %v, %v", current.Ref(), got.Above, err)
		}
	}
	if got, err := rules.OfFinal(e); err != nil || got.Above != model.Int(105) {
		t.Errorf("final: above from %v, %v", got.Above, err)
	}
}
