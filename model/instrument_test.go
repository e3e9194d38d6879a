package model_test

import (
	"errors"
	"testing"

	"kinerja/model"
)

func TestInstrumentFits(t *testing.T) {
	midwife := model.Instrument{Code: "BIDAN", Positions: []string{"Bidan", "Bidan Koordinator"}}
	for position, want := range map[string]int{
		"Bidan": 5, "bidan terampil": 5, "Bidan, Ahli Muda": 5, "Bidan Koordinator": 17, "Bidan Koordinator Desa": 17,
		"Bidanku": -1, "Perawat": -1, "Kepala Bidan": -1, "": -1,
	} {
		if got := midwife.Fits(position); got != want {
			t.Errorf("BIDAN fits %q: %d, want %d", position, got, want)
		}
	}
	general := model.Instrument{Code: "UMUM"}
	if got := general.Fits("anything"); got != 0 {
		t.Errorf("the general one fits: %d, want 0", got)
	}
}

func TestInstrumentFor(t *testing.T) {
	all := []model.Instrument{
		{Code: "UMUM", Version: 1},
		{Code: "GURU", Version: 1, Positions: []string{"Guru"}},
		{Code: "GURU", Version: 3, Positions: []string{"Guru"}},
		{Code: "GURU", Version: 2, Positions: []string{"Guru"}},
		{Code: "GURU", Version: 9, Positions: []string{"Guru"}, Void: true},
		{Code: "KEPSEK", Version: 1, Positions: []string{"Kepala Sekolah", "Guru Kepala"}},
	}
	for position, want := range map[string]string{"Guru Ahli Muda": "GURU3", "Kepala Sekolah": "KEPSEK1", "Guru Kepala": "KEPSEK1", "Sopir": "UMUM1"} {
		in, ok := model.InstrumentFor(all, position)
		if got := in.Code + string(rune('0'+in.Version)); !ok || got != want {
			t.Errorf("for %q: %s, want %s", position, got, want)
		}
	}
	if in, ok := model.InstrumentFor(all[1:], "Sopir"); ok {
		t.Errorf("without a general one a driver gets %s", in.Code)
	}
}

func TestInstrumentCheck(t *testing.T) {
	gauge := func(code string, f func(*model.Gauge)) model.Indicator {
		g := model.Gauge{Code: code, Name: model.Text{ID: code}, Target: model.Int(90), Weight: model.Int(50)}
		if f != nil {
			f(&g)
		}
		return model.Indicator{Gauge: g}
	}
	one := func(f func(*model.Gauge)) []model.Indicator { return []model.Indicator{gauge("A", f)} }
	for _, tt := range []struct {
		name, field string
		list        []model.Indicator
		want        error
	}{
		{"good", "", []model.Indicator{gauge("A", nil), gauge("B", nil)}, nil},
		{"no indicators", "indikator", nil, model.ErrMissing},
		{"the same code twice", "kode", []model.Indicator{gauge("A", nil), gauge("a", nil)}, model.ErrExists},
		{"no weight at all", "bobot", one(func(g *model.Gauge) { g.Weight = 0 }), model.ErrZero},
		{"negative weight", "bobot", one(func(g *model.Gauge) { g.Weight = -1 }), model.ErrNegative},
		{"no code", "kode", one(func(g *model.Gauge) { g.Code = " " }), model.ErrMissing},
		{"no name", "indikator", one(func(g *model.Gauge) { g.Name = model.Text{} }), model.ErrMissing},
		{"negative target", "target", one(func(g *model.Gauge) { g.Target = -1 }), model.ErrNegative},
		{"range upside down", "target_atas", one(func(g *model.Gauge) { g.TargetHigh = model.Some(1) }), model.ErrOrder},
		{"range without an end", "target_atas", one(func(g *model.Gauge) { g.Direction = model.Range }), model.ErrMissing},
		{"limit 0", "batas", one(func(g *model.Gauge) { g.Direction, g.Limit = model.Zero, model.Some(0) }), model.ErrZero},
		{"cap 0", "cap", one(func(g *model.Gauge) { g.Cap = model.Some(0) }), model.ErrZero},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := model.Instrument{Code: "X", Indicators: tt.list}.Check()
			if tt.want == nil {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			var field *model.FieldError
			if !errors.Is(err, tt.want) || !errors.Is(err, model.ErrInvalid) || !errors.As(err, &field) || field.Field != tt.field {
				t.Errorf("err = %v, want %v in %s", err, tt.want, tt.field)
			}
		})
	}
	if err := (model.Instrument{}).Check(); !errors.Is(err, model.ErrMissing) {
		t.Errorf("no code: %v", err)
	}
}

func TestPlausible(t *testing.T) {
	g := model.Gauge{Low: model.Some(0), High: model.Some(model.Int(100))}
	for n, want := range map[model.Number]bool{-1: false, 0: true, model.Int(100): true, model.Int(100) + 1: false} {
		if got := g.Plausible(n); got != want {
			t.Errorf("%v of 0…100: %v", n, got)
		}
	}
	if !(model.Gauge{}).Plausible(-5) {
		t.Error("without a range everything is plausible")
	}
}

// Every word of every enumeration reads back, and nothing else is read.
func TestWords(t *testing.T) {
	check := func(name, word string, back any, ok bool, want any) {
		t.Helper()
		if !ok || back != want {
			t.Errorf("%s %q reads back as %v, %v", name, word, back, ok)
		}
	}
	for v := model.Higher; v <= model.Gain; v++ {
		got, ok := model.ParseDirection(v.String())
		check("direction", v.String(), got, ok, v)
	}
	for v := model.Quantity; v <= model.Cost; v++ {
		got, ok := model.ParseAspect(v.String())
		check("aspect", v.String(), got, ok, v)
	}
	for v := model.Mean; v <= model.Ratio; v++ {
		got, ok := model.ParseAggregate(v.String())
		check("aggregate", v.String(), got, ok, v)
	}
	for v := model.PostOther; v <= model.PostExecutive; v++ {
		got, ok := model.ParsePostKind(v.String())
		check("post", v.String(), got, ok, v)
	}
	for v := model.UnitOther; v <= model.UnitSchool; v++ {
		got, ok := model.ParseUnitKind(" " + v.String() + " ")
		check("unit", v.String(), got, ok, v)
	}
	for v := model.PNS; v <= model.NonASN; v++ {
		got, ok := model.ParseEmployeeKind(v.String())
		check("employee", v.String(), got, ok, v)
	}
	for v := model.RoleStaff; v <= model.RoleAdmin; v++ {
		got, ok := model.ParseRole(v.String())
		check("role", v.String(), got, ok, v)
	}
	for v := model.Below; v <= model.Above; v++ {
		got, ok := model.ParseRating(v.String())
		check("rating", v.String(), got, ok, v)
	}
	for v := model.VeryPoor; v <= model.VeryGood; v++ {
		got, ok := model.ParsePredicate(v.String())
		check("predicate", v.String(), got, ok, v)
	}
	for v := model.EvaluationDraft; v <= model.Final; v++ {
		got, ok := model.ParseEvaluationState(v.String())
		check("state", v.String(), got, ok, v)
	}
	if v, ok := model.ParseEmployeeKind("PPPK Paruh Waktu"); !ok || v != model.PPPKPartTime {
		t.Errorf("PPPK Paruh Waktu = %v, %v", v, ok)
	}
	for _, bad := range []string{"", "x", "above "[:3]} {
		if v, ok := model.ParseRating(bad); ok {
			t.Errorf("rating %q = %v", bad, v)
		}
	}
}
