package leave_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/leave"
)

func TestCheck(t *testing.T) {
	whole := leave.Leave{ID: "a", Employee: "ani", Kind: leave.Sick, From: 2026_08_10, To: 2026_08_31, Letter: "SC 1"}
	with := func(f func(*leave.Leave)) leave.Leave { l := whole; f(&l); return l }
	other := with(func(l *leave.Leave) { l.ID, l.From, l.To = "b", 2026_08_31, 2026_09_05 })
	for about, x := range map[string]struct {
		l    leave.Leave
		want error
	}{
		"whole":        {whole, nil},
		"no kind":      {with(func(l *leave.Leave) { l.Kind = 0 }), model.ErrMissing},
		"no such kind": {with(func(l *leave.Leave) { l.Kind = 9 }), model.ErrMissing},
		"no first day": {with(func(l *leave.Leave) { l.From = 0 }), model.ErrMissing},
		"no last day":  {with(func(l *leave.Leave) { l.To = 0 }), model.ErrMissing},
		"no letter":    {with(func(l *leave.Leave) { l.Letter = " " }), model.ErrMissing},
		"a bell":       {with(func(l *leave.Leave) { l.Letter = "S\a" }), model.ErrControl},
		"backwards":    {with(func(l *leave.Leave) { l.To = 2026_08_09 }), model.ErrOrder},
		"a wrong year": {with(func(l *leave.Leave) { l.To = 2036_08_31 }), leave.ErrLong},
		"a shared day": {with(func(l *leave.Leave) { l.ID, l.To = "c", 2026_08_31 }), leave.ErrOverlap},
	} {
		others := []leave.Leave{whole}
		if x.want == leave.ErrOverlap {
			others = []leave.Leave{other}
		}
		if err := x.l.Check(others); !errors.Is(err, x.want) {
			t.Errorf("%s: %v, want %v", about, err, x.want)
		}
	}
	for _, k := range leave.Kinds() {
		if got, ok := leave.ParseKind(" " + k.String()); !ok || got != k {
			t.Errorf("%v is read as %v", k, got)
		}
	}
	if _, ok := leave.ParseKind("libur"); ok || len(leave.Words()) != len(leave.Kinds()) {
		t.Error("a kind that is none")
	}
}

// However a period is shared out among posts, with whatever leave: what the parts
// have and what was taken off are the days of the period, the targets of the parts
// add up to what all of its days but those come to, and no part is off by more than
// one ten-thousandth.
func TestLeaveIsTakenOffOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		period := model.PeriodAt(model.Quarter, model.Date(2026_01_01).Add(rapid.IntRange(0, 360).Draw(t, "at")))
		days := period.Days()
		target := model.Number(rapid.Int64Range(1, 1e12).Draw(t, "target"))
		cut := rapid.IntRange(1, days-1).Draw(t, "cut")
		var list []leave.Leave
		want := 0
		for at := rapid.IntRange(-40, days).Draw(t, "first"); at < days+20 && len(list) < 4; {
			n := rapid.IntRange(1, 40).Draw(t, "days")
			l := leave.Leave{ID: leave.ID(rune('a' + len(list))), From: period.First().Add(at), To: period.First().Add(at + n - 1), Reduces: rapid.Bool().Draw(t, "reduces")}
			if l.Reduces {
				want += max(0, min(days, at+n)-max(0, at))
			}
			list, at = append(list, l), at+n+rapid.IntRange(0, 30).Draw(t, "apart")
		}
		in := model.Instrument{Indicators: []model.Indicator{{ID: "x", Gauge: model.Gauge{Code: "X", Target: target, Aggregate: model.Sum, Weight: model.Int(1)}}}}
		var sum model.Number
		held, away := 0, 0
		for _, span := range [][2]int{{0, cut}, {cut, days}} {
			post := model.Post{ID: "p", From: period.First().Add(span[0]), To: period.First().Add(span[1] - 1)}
			plan := model.PlanFrom(in, post, period.Year())
			plan.Away = leave.Within(list, period.Year())
			g := plan.In(period).Measures[0].Gauge
			exact, _ := model.MulDiv(target, model.Number(g.Part.Held), model.Number(days))
			if d := g.Target - exact; d < -1 || d > 1 {
				t.Fatalf("%+v of %v: %v", g.Part, target, g.Target)
			}
			sum, held, away = sum+g.Target, held+int(g.Part.Held), away+int(g.Part.Away)
		}
		exact, _ := model.MulDiv(target, model.Number(days-want), model.Number(days))
		if held+away != days || away != want || sum != exact {
			t.Fatalf("%d held, %d taken off (want %d) of %d; targets %v, want %v", held, away, want, days, sum, exact)
		}
	})
}

func TestDaysOfAPlan(t *testing.T) {
	list := []leave.Leave{
		{ID: "b", From: 2026_08_10, To: 2026_08_31}, {ID: "a", From: 2025_12_20, To: 2026_01_05}, {ID: "v", From: 2026_02_01, To: 2026_02_02, Void: true},
	}
	plan := model.Plan{Year: 2026, To: 2026_08_14, Away: leave.Within(list, 2026)}
	if len(plan.Away) != 2 || plan.Away[0].From != 2026_01_01 || plan.Away[0].To != 2026_01_05 {
		t.Fatalf("%+v", plan.Away)
	}
	q3, _ := model.ParsePeriod("2026-Q3")
	if got := leave.During(plan, q3); !slices.Equal(got, []model.Away{{ID: "b", From: 2026_08_10, To: 2026_08_14}}) {
		t.Errorf("%+v", got)
	}
	if got := leave.During(plan, q3.Prev()); len(got) != 0 {
		t.Errorf("the quarter before: %+v", got)
	}
	q := leave.Query{First: q3.First(), Last: q3.Last()}
	if !q.Asks(list[0]) || q.Asks(list[1]) || !(leave.Query{}).Asks(list[1]) {
		t.Error("what is asked for")
	}
}
