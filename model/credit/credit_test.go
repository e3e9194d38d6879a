package credit_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/model/misread"
)

func TestLevelOf(t *testing.T) {
	for _, x := range []struct {
		position, level string
		kind            model.PostKind
		want            credit.Level
		standing        credit.Standing
	}{
		{"Bidan Terampil", "", model.PostFunctional, credit.Terampil, credit.Functional},
		{"Guru Ahli Pertama", "", model.PostOther, credit.AhliPertama, credit.Functional},
		{"PRANATA KOMPUTER AHLI MUDA", "", model.PostFunctional, credit.AhliMuda, credit.Functional},
		{"Perawat", "Penyelia", model.PostFunctional, credit.Penyelia, credit.Functional},
		{"Guru", "Madya", model.PostFunctional, credit.AhliMadya, credit.Functional},
		{"Bidan Terampil", "Mahir", model.PostFunctional, credit.Mahir, credit.Functional}, // what is written as the level goes first
		{"Bidan Pelaksana", "", model.PostFunctional, credit.NoLevel, credit.LevelUnknown}, // an older name that says two things
		{"Guru Madya", "", model.PostFunctional, credit.NoLevel, credit.LevelUnknown},
		{"Perawat Terampil/Mahir", "", model.PostFunctional, credit.NoLevel, credit.LevelUnknown},
		{"Operator Terampil", "", model.PostOperative, credit.NoLevel, credit.NotFunctional},
		{"Kepala Seksi", "", model.PostSupervisor, credit.NoLevel, credit.NotFunctional},
		{"Sopir", "", model.PostOther, credit.NoLevel, credit.NotFunctional},
		{"Ahli gizi", "", model.PostOther, credit.NoLevel, credit.NotFunctional},
	} {
		level, standing := credit.LevelOf(model.Post{Position: x.position, Level: x.level, Kind: x.kind})
		if level != x.want || standing != x.standing {
			t.Errorf("%s (%s, %v) = %v, %v", x.position, x.level, x.kind, level, standing)
		}
	}
	for _, l := range credit.Levels() {
		if got, ok := credit.ParseLevel(l.Name()); !ok || got != l {
			t.Errorf("%s is read as %v", l.Name(), got)
		}
	}
}

// The level takes as many points as its ranks together: what goals count on.
func TestRanksOfALevelMakeTheLevel(t *testing.T) {
	for _, l := range credit.Levels() {
		if need, ok := l.NextPoints(); ok && need != l.RankPoints()*credit.Points(len(l.Grades())) {
			t.Errorf("%s: %s, not %d × %s", l.Name(), need, len(l.Grades()), l.RankPoints())
		}
	}
}

func anyLevel(t *rapid.T) credit.Level { return rapid.SampledFrom(credit.Levels()).Draw(t, "level") }

func anyPredicate(t *rapid.T, name string) model.Predicate {
	return model.Predicate(rapid.IntRange(int(model.VeryPoor), int(model.VeryGood)).Draw(t, name))
}

// Months add up to their year exactly, however it is cut.
func TestMonthsMakeTheYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, p := anyLevel(t), anyPredicate(t, "predicate")
		var sum credit.Points
		for left := 12; left > 0; {
			n := rapid.IntRange(1, left).Draw(t, "months")
			sum, left = sum+credit.Earned(l, p, n), left-n
		}
		whole := int64(l.Coefficient()) * int64(credit.Percent(p)) // per cent of ten-thousandths
		if sum != credit.Earned(l, p, 12) || whole%100 != 0 || sum != credit.Typed(model.Number(whole/100)) {
			t.Fatalf("%s %v: %s, a year is %s", l.Name(), p, sum.Exact(), credit.Earned(l, p, 12).Exact())
		}
	})
}

// A better predicate never brings fewer points.
func TestBetterNeverBringsLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, a, b := anyLevel(t), anyPredicate(t, "a"), anyPredicate(t, "b")
		n := rapid.IntRange(1, 12).Draw(t, "months")
		if a > b && credit.Earned(l, a, n) <= credit.Earned(l, b, n) {
			t.Fatalf("%v brings %s, %v %s", a, credit.Earned(l, a, n), b, credit.Earned(l, b, n))
		}
	})
}

func TestPrinted(t *testing.T) {
	third := credit.Earned(credit.AhliPertama, model.Good, 2)
	if third.String() != "2.08" || third.Three().String() != "2.083" || third.Exact() != "25/12" {
		t.Errorf("%s, %s, %s", third, third.Three(), third.Exact())
	}
	if half := credit.Typed(model.MustNumber("0.125")); half.String() != "0.13" || half.Exact() != "1/8" {
		t.Errorf("%s, %s", half, half.Exact())
	}
}

func TestBaseIsChecked(t *testing.T) {
	good := credit.Base{Employee: "rina", Level: credit.Terampil, Points: model.Int(20), Until: 2024_12_31, Document: "PAK 800/1"}
	if err := good.Check(2025_01_01); err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		change func(*credit.Base)
		want   error
	}{
		"nobody":      {func(b *credit.Base) { b.Employee = "" }, model.ErrMissing},
		"no level":    {func(b *credit.Base) { b.Level = credit.NoLevel }, model.ErrMissing},
		"negative":    {func(b *credit.Base) { b.Points = -1 }, model.ErrNumberRange},
		"too many":    {func(b *credit.Base) { b.Points = model.Int(10_001) }, model.ErrNumberRange},
		"both":        {func(b *credit.Base) { b.Months = 36 }, misread.ErrDisagree},
		"no day":      {func(b *credit.Base) { b.Until = 0 }, model.ErrMissing},
		"tomorrow":    {func(b *credit.Base) { b.Until = 2025_01_02 }, model.ErrFuture},
		"no document": {func(b *credit.Base) { b.Document = " " }, model.ErrMissing},
		"escape":      {func(b *credit.Base) { b.Document = "\x1b[2J" }, model.ErrControl},
	} {
		b := good
		x.change(&b)
		if err := b.Check(2025_01_01); !errors.Is(err, x.want) || !errors.Is(err, model.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
