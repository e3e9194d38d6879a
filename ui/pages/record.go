package pages

import (
	"strings"
	"sync"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/known"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/screen/record"
	"kinerja/ui/told"
)

// recordDesk gives the page of the record its changes in words. The names behind
// identities are read with the newest of them, and kept for those that follow.
type recordDesk struct {
	*store.Desk
	text *lang.Texts

	guard       sync.Mutex
	names       known.Names
	instruments map[model.PlanID]model.InstrumentID
}

// Changes reads a part of the record.
func (d *recordDesk) Changes(of nav.Record, older model.FactKey, most int) (part record.Part, err error) {
	d.guard.Lock()
	defer d.guard.Unlock()
	if older == (model.FactKey{}) || d.instruments == nil {
		if d.names, err = known.Read(d.Desk); err != nil {
			return part, err
		}
		d.instruments = map[model.PlanID]model.InstrumentID{}
	}
	if part.About, err = d.about(of); err != nil {
		return part, err
	}
	list, err := d.RecordOf(store.RecordQuery{Where: store.Where(of), After: older, Limit: most})
	if err != nil {
		return part, err
	}
	for _, e := range list {
		h, t := e.Fact.Header, told.Entry(d.names, d.text, e)
		part.Lines = append(part.Lines, record.Line{
			Key: h.Key, Change: h.Change, Undoes: h.Undoes, Verb: h.Verb, Record: string(h.Kind) + " " + h.Record,
			At: t.At, Who: t.Who, What: t.What, About: t.About, More: t.More, Place: d.place(e),
		})
	}
	return part, nil
}

// about is the name of the thing whose record is read; "" for the whole file.
func (d *recordDesk) about(of nav.Record) (string, error) {
	switch {
	case of.Plan != "":
		plan, err := d.Plan(of.Plan)
		return lang.Inert(d.names.People[plan.Employee].Name), err
	case of.Employee != "":
		return lang.Inert(d.names.People[of.Employee].Name), nil
	case of.Unit != "":
		return lang.Inert(d.names.Units[of.Unit].Name), nil
	case of.Instrument != "":
		all, err := known.Instruments(d.Desk)
		return lang.Inert(all[of.Instrument].Name.In(d.text.Code)), err
	}
	return "", nil
}

// place is where the thing that changed can be seen; nil where there is no page.
func (d *recordDesk) place(e store.Entry) nav.Route {
	w := e.Where
	switch e.Fact.Header.Kind {
	case model.KindCard:
		return d.cell(e)
	case model.KindEvaluation:
		return nav.Evaluation{Plan: w.Plan, Period: w.Period}
	case model.KindPlan:
		return nav.Plan{Plan: w.Plan}
	case model.KindEmployee, model.KindPost, model.KindLeave:
		return nav.Person{Employee: w.Employee}
	case model.KindFeedback:
		return nav.Feedback{Employee: w.Employee, Period: w.Period}
	case model.KindAction:
		return nav.ActionPlan{Plan: w.Plan, Period: w.Period}
	case model.KindAssessment:
		return nav.SelfView{Plan: w.Plan, Period: w.Period}
	case model.KindCredit:
		return nav.Credit{Employee: w.Employee}
	case model.KindUnit, model.KindUnitResult, model.KindSituation:
		return nav.Workplace{Unit: w.Unit, Period: w.Period}
	case model.KindSurvey:
		return nav.Survey{Unit: w.Unit, Period: w.Period}
	case model.KindClosing:
		return nav.Closing{Period: w.Period}
	case model.KindInstrument:
		return nav.Instrument{ID: w.Instrument}
	}
	return nil
}

// cell is the place of a result in the grid.
func (d *recordDesk) cell(e store.Entry) nav.Route {
	w := e.Where
	in, ok := d.instruments[w.Plan]
	if !ok {
		plan, err := d.Plan(w.Plan)
		if err != nil {
			return nil
		}
		in = plan.Instrument
		d.instruments[w.Plan] = in
	}
	at := nav.Results{Period: w.Period, Instrument: in, Employee: w.Employee}
	for _, c := range e.Changes {
		if path := strings.Split(c.Path, "/"); len(path) > 1 && c.Code != "" {
			at.Measure = model.ElementID(path[1])
			break
		}
	}
	return at
}
