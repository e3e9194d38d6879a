package known

import (
	"fmt"
	"maps"
	"slices"

	"kinerja/model"
)

// Plans finds the plans of somebody and what they hold already. A year or a
// period is fetched whole, when a row first names it.
type Plans struct {
	snap        Snapshot
	instruments map[version]model.Instrument
	measures    map[version][]model.Measure // shared by the plans that have the same
	years       map[int]map[model.EmployeeID][]model.Plan
	periods     map[model.Period]map[model.PlanID]Held
	used        map[int]map[model.PlanID]bool // by year: with results or an evaluation
}

// version is one version of an instrument.
type version struct {
	id model.InstrumentID
	n  int
}

// Held is what a plan holds in a period.
type Held struct {
	Card  model.Card
	State model.EvaluationState
}

// NewPlans begins with the instruments that are known.
func NewPlans(snap Snapshot, instruments []model.Instrument) *Plans {
	p := &Plans{
		snap: snap, instruments: map[version]model.Instrument{}, measures: map[version][]model.Measure{},
		years: map[int]map[model.EmployeeID][]model.Plan{}, periods: map[model.Period]map[model.PlanID]Held{},
		used: map[int]map[model.PlanID]bool{},
	}
	for _, in := range instruments {
		p.instruments[version{in.ID, in.Version}] = in
	}
	return p
}

// Codes lists the codes of all indicators, each once.
func Codes(instruments []model.Instrument) []string {
	var codes []string
	for _, in := range instruments {
		for _, i := range in.Indicators {
			codes = append(codes, i.Gauge.Code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// Instrument is the version of an instrument that a plan was made from.
func (p *Plans) Instrument(plan model.Plan) model.Instrument {
	return p.instruments[version{plan.Instrument, plan.Version}]
}

// Of returns the plans under which somebody works in a period; the one chosen,
// where a row chooses.
func (p *Plans) Of(person *Person, period model.Period, chosen model.PlanID) ([]model.Plan, error) {
	year, err := p.year(period.Year())
	if err != nil {
		return nil, err
	}
	var fit []model.Plan
	for _, plan := range year[person.Employee.ID] {
		if chosen != "" && plan.ID != chosen {
			continue
		}
		i := slices.IndexFunc(person.Posts, func(post model.Post) bool { return post.ID == plan.Post })
		if i < 0 || person.Posts[i].During(period.First(), period.Last()) {
			fit = append(fit, plan.In(period))
		}
	}
	return fit, nil
}

// ByID finds somebody's plan of a year; one without identity for none.
func (p *Plans) ByID(person *Person, year int, id model.PlanID) (model.Plan, error) {
	all, err := p.year(year)
	if err != nil {
		return model.Plan{}, err
	}
	for _, plan := range all[person.Employee.ID] {
		if plan.ID == id {
			return plan, nil
		}
	}
	return model.Plan{}, nil
}

// Any finds a plan of somebody for a year; one without identity for none.
func (p *Plans) Any(id model.EmployeeID, year int) (model.Plan, error) {
	all, err := p.year(year)
	if err != nil || len(all[id]) == 0 {
		return model.Plan{}, err
	}
	return all[id][0], nil
}

// Entered reports whether results were entered for a plan in its year, or an
// evaluation was begun. All plans of the year are looked at once.
func (p *Plans) Entered(plan model.Plan) (bool, error) {
	if used, ok := p.used[plan.Year]; ok {
		return used[plan.ID], nil
	}
	used := map[model.PlanID]bool{}
	for _, kind := range []struct {
		kind model.PeriodKind
		n    int
	}{{model.Month, 12}, {model.Quarter, 4}, {model.Semester, 2}, {model.Year, 1}} {
		for i := range kind.n {
			period, err := model.NewPeriod(kind.kind, plan.Year, i+1)
			if err != nil {
				return false, err
			}
			for s, err := range p.snap.Standings(period) {
				if err != nil {
					return false, fmt.Errorf("cards of %v: %w", period, err)
				}
				if !s.Card.Void && s.Card.HasValues() {
					used[s.Card.Plan] = true
				}
				if s.Evaluation.State != model.EvaluationDraft {
					used[s.Evaluation.Plan] = true
				}
			}
		}
	}
	p.used[plan.Year] = used
	return used[plan.ID], nil
}

// Codes lists the codes of what the plans of a year measure, each once; a plan
// may hold measures that no instrument has.
func (p *Plans) Codes(year int) ([]string, error) {
	all, err := p.year(year)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, list := range all {
		for _, plan := range list {
			for _, m := range plan.Measures {
				seen[m.Gauge.Code] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen)), nil
}

// year fetches the plans of a year.
func (p *Plans) year(n int) (map[model.EmployeeID][]model.Plan, error) {
	if year, ok := p.years[n]; ok {
		return year, nil
	}
	year := map[model.EmployeeID][]model.Plan{}
	for plan, err := range p.snap.Plans(n) {
		if err != nil {
			return nil, fmt.Errorf("plans of %d: %w", n, err)
		}
		if plan.Void {
			continue
		}
		// Most plans hold the same measures as their instrument: 100,000 copies
		// of them are 200 MB.
		v := version{plan.Instrument, plan.Version}
		if same := p.measures[v]; slices.Equal(same, plan.Measures) {
			plan.Measures = same
		} else if same == nil {
			p.measures[v] = plan.Measures
		}
		year[plan.Employee] = append(year[plan.Employee], plan)
	}
	p.years[n] = year
	return year, nil
}

// Held returns what a plan holds in a period.
func (p *Plans) Held(plan model.PlanID, period model.Period) (Held, error) {
	all, ok := p.periods[period]
	if !ok {
		all = map[model.PlanID]Held{}
		for s, err := range p.snap.Standings(period) {
			if err != nil {
				return Held{}, fmt.Errorf("cards of %v: %w", period, err)
			}
			id := s.Card.Plan
			if id == "" {
				id = s.Evaluation.Plan
			}
			h := Held{State: s.Evaluation.State}
			if !s.Card.Void {
				h.Card = s.Card
			}
			all[id] = h
		}
		p.periods[period] = all
	}
	return all[plan], nil
}

// Position is as what somebody holds a post.
func (p *Person) Position(id model.PostID) string {
	for _, post := range p.Posts {
		if post.ID == id {
			return post.Position
		}
	}
	return ""
}
