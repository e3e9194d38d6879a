package site_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/site"
)

func TestHome(t *testing.T) {
	for s := model.EvaluationDraft; s <= model.Final; s++ {
		want := site.AtUnit
		switch {
		case s >= model.Objected && s <= model.Decided:
			want = site.AtSuperior
		case s == model.Final:
			want = site.Nowhere
		}
		if got := site.Home(model.KindEvaluation, s, false); got != want {
			t.Errorf("evaluation, %v: %d, want %d", s, got, want)
		}
		for _, k := range []model.Kind{model.KindCard, model.KindPlan, model.KindEmployee, model.KindPost, model.KindUnit} {
			if got := site.Home(k, s, false); got != site.AtUnit {
				t.Errorf("%s, %v: %d", k, s, got)
			}
		}
	}
	if site.Home(model.KindInstrument, 0, true) != site.Nowhere || site.Home(model.KindInstrument, 0, false) != site.AtUnit {
		t.Error("a frozen instrument is nobody's to write, another its unit's")
	}
}
