package sample

import (
	"slices"
	"strconv"

	"kinerja/model"
	"kinerja/model/sample/said"
)

// term is one period of the sample, with what is the same for everybody in it.
type term struct {
	period      model.Period
	first, last model.Date
	document    string // from which receipt and acceptance are typed
	sheet       string // from which the word of an evaluator elsewhere is
	now         bool   // the period at work
}

func terms() []term {
	var list []term
	for _, s := range []string{"2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"} {
		p, _ := model.ParsePeriod(s)
		list = append(list, term{
			period: p, first: p.First(), last: p.Last(), now: p.Last() > today.Add(-30),
			document: "Dokumen evaluasi " + s + " bertanda tangan", sheet: "Lembar penilaian " + s + " dari Penilai",
		})
	}
	return list
}

// results makes plans, cards and evaluations for every post of p.
func (d District) results(s self, p *Person) {
	for n, post := range p.Posts {
		if post.Evaluator == "" {
			continue
		}
		in, _ := model.InstrumentFor(d.instruments, post.Position)
		for t, term := range d.terms {
			if !post.During(term.first, term.last) {
				continue
			}
			id := model.PlanOf(post.ID, term.period.Year())
			i := slices.IndexFunc(p.Plans, func(plan model.Plan) bool { return plan.ID == id })
			if i < 0 {
				i = len(p.Plans)
				p.Plans = append(p.Plans, d.plan(s, in, post, term.period.Year()))
			}
			d.addQuarter(s, p, post, p.Plans[i], quarter{in: in, t: t, seed: (s.index*2+n)*len(d.terms) + t})
		}
	}
}

// quarter is which card is being made.
type quarter struct {
	in   model.Instrument
	t    int // which term
	seed int
}

// addQuarter adds the card of one plan in one period and its evaluation.
func (d District) addQuarter(s self, p *Person, post model.Post, plan model.Plan, q quarter) {
	card := model.Card{
		ID: model.CardOf(plan.ID, d.terms[q.t].period), Plan: plan.ID, Employee: s.id, Post: post.ID, Unit: post.Unit,
		Period: d.terms[q.t].period, Instrument: plan.Instrument, Version: plan.Version,
	}
	plan = plan.In(card.Period)
	card.Entries = d.entries(s, plan, q)
	if !entered(card) {
		return
	}
	p.Cards = append(p.Cards, card)
	if e, followed, ok := d.evaluation(s, post, plan, card, q); ok {
		p.Evaluations = append(p.Evaluations, e)
		p.Followed = append(p.Followed, followed...)
	}
}

func entered(c model.Card) bool {
	return slices.ContainsFunc(c.Entries, func(e model.Entry) bool { return e.Actual.Present() })
}

// plan makes the plan of a post for a year, agreed on paper in January, or two
// weeks after the post began.
func (d District) plan(s self, in model.Instrument, post model.Post, year int) model.Plan {
	plan := model.PlanFrom(in, post, year)
	if s.seat.story == remote {
		// Far from the clinic the target of the first indicator is lower.
		plan.Measures[0].Gauge.Target = remoteTarget
	}
	plan = d.spell(s, plan)
	on := model.Date(year*10000 + 105).Add(s.offset % 21)
	on = said.Workday(max(on, post.From.Add(14)))
	plan, _ = plan.Agree(model.Word{
		ID: wordID("agreed"), Whose: s.id, By: d.evaluatorOf(s, post, on), Via: model.Recorded,
		Document: "SKP " + strconv.Itoa(year) + " bertanda tangan", On: on,
	})
	return plan
}

const remoteTarget = model.Number(80 * model.Scale)

// evaluatorOf is who evaluated the holder of a post on a day within it.
func (d District) evaluatorOf(s self, post model.Post, on model.Date) model.EmployeeID {
	if s.seat.unit == thirdClinic {
		return d.evaluator(s, thirdClinic, on)
	}
	return post.Evaluator
}
