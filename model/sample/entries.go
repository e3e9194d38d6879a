package sample

import (
	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rubric"
	"kinerja/model/sample/dice"
	"kinerja/model/sample/said"
)

// courses is how far a story lifts or lowers somebody in each of the four
// quarters, in tenths of a per cent of the target.
var courses = map[story][4]int{
	rising:  {-170, -140, -30, 60},
	falling: {30, 0, -120, -180},
}

// entries makes what was reached. In a quarter spent on leave, and in the
// quarter at work for some, hardly anything or nothing is there.
func (d District) entries(s self, plan model.Plan, q quarter) []model.Entry {
	throw := dice.For(q.seed, forResults)
	level := s.ability() + courses[s.seat.story][q.t]
	script, scripted := s.scripted[d.terms[q.t].period.String()]
	left := 100 // chance that a measure has been entered
	if d.terms[q.t].now && !scripted {
		left = [...]int{100, 100, 100, 100, 100, 100, 100, 55, 55, 0}[throw.Below(10)]
	}
	list := make([]model.Entry, 0, len(plan.Measures))
	for i, m := range plan.Measures {
		e := s.measured(&throw, m, level)
		switch value, given := script.values[m.Gauge.Code]; {
		case given:
			e = typed(value, m.Gauge)
			e.Measure = m.ID
		case script.only, !throw.Chance(left), s.seat.story == onLeave && q.t == leaveTerm && i > 2:
			e = model.Entry{Measure: m.ID}
		}
		if asked, ok := taken(s, m, d.terms[q.t].now); ok && e.Actual.Present() {
			e = asked
		}
		e.Note = remark(e, s, q.t, i)
		if !m.Gauge.Plausible(e.Actual.Or(m.Gauge.Low.Or(0))) {
			e.Reason = odd(m.Gauge)
		}
		if own := m.Gauge.Target; own != q.in.Indicators[i].Gauge.Target {
			e.Target = model.Some(own)
		}
		if e != (model.Entry{Measure: m.ID}) {
			list = append(list, e)
		}
	}
	return list
}

// typed is a value as the demonstration has it: a number, what a gain is computed
// from, or the lessons that were observed.
func typed(value string, g model.Gauge) model.Entry {
	if seen, err := rubric.Parse(value); err == nil && rubric.Takes(g) {
		return seen.Entry()
	}
	e, _ := gain.Read(value, g, model.DecimalPoint) // TestCast reads them all
	return e
}

// ability is by how much somebody does better or worse than most, in tenths of
// a per cent: hardly anybody is far from the middle, and heads are chosen.
func (s self) ability() int {
	d := dice.For(s.index, forAbility)
	sum := 32
	for range 3 {
		sum += d.Between(-70, 70)
	}
	if s.offset < unitCount {
		return max(sum, 20)
	}
	return sum
}

// measured makes one value; every third person types shares as fractions.
func (s self) measured(d *dice.Dice, m model.Measure, level int) model.Entry {
	g, e := m.Gauge, model.Entry{Measure: m.ID}
	c := 1000 + level + d.Between(-60, 60)
	if g.Direction == model.Gain {
		e = learnt(d, g, c).Entry()
		e.Measure = m.ID
		return e
	}
	n := reached(d, g, c)
	if g.Unit == "%" && g.Aggregate == model.Ratio && s.index%3 == 0 {
		// Small shares are of many, so that they do not jump.
		den := int64(d.Between(12, 70))
		if g.Target < model.Int(20) {
			den *= 8
		}
		num := (den*int64(n) + int64(model.Int(50))) / int64(model.Int(100))
		e.Num, e.Den = model.Some(model.Int(num)), model.Some(model.Int(den))
		n, _ = model.MulDiv(model.Int(num), model.Int(100), model.Int(den))
	}
	e.Actual = model.Some(n)
	if c < 900 && g.Unit == "%" && d.Chance(40) {
		told := said.Hindrances
		if kinds[s.seat.unit] != model.UnitClinic {
			told = told[said.ClinicOnly:]
		}
		e.Note = dice.Pick(d, told)
	}
	return e
}

// learnt is a class whose gain is about c, tenths of a per cent of the target.
func learnt(d *dice.Dice, g model.Gauge, c int) gain.Detail {
	x := gain.Detail{Pre: model.Int(int64(d.Between(35, 55))), Max: gain.UsualMax, Pupils: d.Between(28, 34)}
	x.Post = (x.Pre + (x.Max-x.Pre)*g.Target/model.Scale*model.Number(c)/1000).Round()
	return x
}

// reached turns c, tenths of a per cent of the target, into a value of gauge g
// as people would type it.
func reached(d *dice.Dice, g model.Gauge, c int) model.Number {
	t := int64(g.Target)
	switch {
	case g.Direction == model.Zero:
		return model.Int(int64(max(0, (1010-c)/35)))
	case g.Direction == model.Lower:
		n := model.Number(t * int64(max(200, 1000-2*(c-1000))) / 1000)
		if g.Unit == "%" {
			return n.Round()
		}
		return n / model.Scale * model.Scale
	case g.Direction == model.Range && c >= 960 && d.Chance(90):
		return g.Target + model.Int(int64(d.Between(0, 14)))
	case g.Direction == model.Range:
		return model.Number(t*int64(min(c, 1000)-100)/1000) / model.Scale * model.Scale
	case g.Aggregate == model.Sum:
		wide := int64(max(0, 1000+3*(c-1000)+d.Between(-200, 200)))
		return model.Int((t*wide/1000 + model.Scale/2) / model.Scale)
	}
	n := model.Number(t * int64(c) / 1000).Round()
	if g.Unit == "%" && n > model.Int(100) {
		if g.Aspect == model.Quantity && n > model.Int(101) && d.Chance(4) {
			return n // more came than the projection expected
		}
		return model.Int(100)
	}
	return min(n, g.High.Or(n))
}
