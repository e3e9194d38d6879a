package store

import (
	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/sheet"
	"kinerja/model/talk"
	"kinerja/store/actions"
	"kinerja/store/cardfile"
	"kinerja/store/history"
	"kinerja/store/names"
	"kinerja/store/record"
	"kinerja/store/sight"
	"kinerja/store/unitview"
)

// What is read is put together in package sight; each verb here is one look at
// the file for it.

// What verbs of reading ask and answer with.
type (
	RosterQuery = sight.RosterQuery
	Roster      = sight.Roster
	AgendaQuery = sight.AgendaQuery
	Person      = sight.Person
	Entry       = record.Entry
	Change      = record.Change
	RecordQuery = record.Query
	Where       = history.Where
	UnitFigures = cardfile.UnitFigures // what the cards of one unit in one period come to
)

// Look reads something in one look at the file, as far as the person at a desk sees
// it; verbs in packages of their own use it too.
func Look[V any](d *Desk, verb model.Verb, read func(sight.Sight) (V, error)) (v V, err error) {
	err = d.view(verb, func(t *tx) error {
		v, err = read(d.sight(t))
		return err
	})
	return v, err
}

// Roster reads a list of staff.
func (d *Desk) Roster(q RosterQuery) (*Roster, error) {
	return Look(d, model.VerbReadStaff, func(s sight.Sight) (*Roster, error) { return s.Roster(q) })
}

// Find answers a question for a person: a number, an identity or a whole name
// wins over parts; else everybody in whose line all words stand, by name.
func (d *Desk) Find(query string) ([]model.StaffRow, error) {
	return Look(d, model.VerbReadStaff, func(s sight.Sight) ([]model.StaffRow, error) { return s.Find(query) })
}

// FindOne answers a question for one person. It reports ErrNotFound, or an
// AmbiguousError that lists who fits.
func (d *Desk) FindOne(query string) (model.StaffRow, error) {
	return Look(d, model.VerbReadStaff, func(s sight.Sight) (model.StaffRow, error) { return s.FindOne(query) })
}

// Directory reads everybody whom this person may see, to be found while
// somebody types.
func (d *Desk) Directory() (*names.Directory, error) {
	return Look(d, model.VerbReadStaff, sight.Sight.Directory)
}

// People reads everybody whom this person may see, those who left too, in the
// order of identities: for what must know all at once (reading a table, a list
// of who is late).
func (d *Desk) People() ([]Person, error) { return Look(d, model.VerbReadStaff, sight.Sight.People) }

// Stands says how this person stands to somebody today: with which relations the
// table of rights is asked.
func (d *Desk) Stands(employee model.EmployeeID) ([]model.Relation, error) {
	return Look(d, model.VerbReadStaff, func(s sight.Sight) ([]model.Relation, error) { return s.Relations(employee) })
}

// Profile reads one person with everything a page about them needs. What the
// reader may not see of results is left out.
func (d *Desk) Profile(id model.EmployeeID) (model.Profile, error) {
	return Look(d, model.VerbReadStaff, func(s sight.Sight) (model.Profile, error) {
		pr, err := s.Profile(id)
		pr.Names = map[model.EmployeeID]string{}
		for _, post := range pr.Posts {
			if post.Evaluator != "" {
				pr.Names[post.Evaluator] = s.NameOf(post.Evaluator)
			}
		}
		return pr, err
	})
}

// Sheet reads the grid of results of one instrument in one period, for the
// people at or below unit ("": all). The zero period is the newest in use; an
// empty instrument is the first that has plans.
func (d *Desk) Sheet(p model.Period, in model.InstrumentID, unit model.UnitID) (model.Sheet, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (model.Sheet, error) { return s.Sheet(p, in, unit) })
}

// Board reads everybody at or below unit ("": all) who has a plan whose post
// is held in a period, by name: also who has neither results nor ratings yet.
// The zero period is the newest in use.
func (d *Desk) Board(p model.Period, unit model.UnitID) (model.Board, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (model.Board, error) { return actions.Unproven(s.Tx.Tx)(s.Board(p, unit)) })
}

// Scorecard reads one plan in a period, as a board of one row. The zero period
// is the newest in use.
func (d *Desk) Scorecard(id model.PlanID, p model.Period) (model.Board, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (model.Board, error) { return actions.Unproven(s.Tx.Tx)(s.Scorecard(id, p)) })
}

// Agenda reads what is still to be done for a period: of everybody who holds a
// post at or below the unit then, and of those who hold none anywhere. Whom
// this person may not see is left out. What is open about the unit itself is said
// where there is one. Of very many people it takes several
// looks at the file, so that others who wait for it are let in between.
func (d *Desk) Agenda(q AgendaQuery) (agenda.Agenda, error) {
	a := sight.NewAgenda(q)
	for more := true; more; {
		var err error
		if more, err = Look(d, model.VerbReadCard, a.Look); err != nil {
			return agenda.Agenda{}, err
		}
	}
	return Look(d, model.VerbReadCard, func(s sight.Sight) (agenda.Agenda, error) {
		return unitview.Open(s, a.Done(), q.Unit, q.Rules.File.Distribution())
	})
}

// Standings reads how everybody at or below unit stands in a period: each plan
// that has a card or an evaluation there, in the order of employees.
func (d *Desk) Standings(p model.Period, unit model.UnitID) ([]model.Standing, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) ([]model.Standing, error) { return s.Standings(p, unit) })
}

// Latest reads how some people stand in a period, by their main post's plan;
// who has no plan then is left out. The zero period is the newest in use.
func (d *Desk) Latest(people []model.EmployeeID, p model.Period) (map[model.EmployeeID]model.Standing, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (map[model.EmployeeID]model.Standing, error) { return s.Latest(people, p) })
}

// LastRated tells how some people stand in the newest period in which they were
// rated; who never was, in the newest with values. Others are left out.
func (d *Desk) LastRated(people []model.EmployeeID) (map[model.EmployeeID]model.Standing, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (map[model.EmployeeID]model.Standing, error) { return s.LastRated(people) })
}

// RollUp reads all cards of a period and scores them, by unit, in the order of
// units' identities.
func (d *Desk) RollUp(p model.Period, rs rules.RuleSet) ([]UnitFigures, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) ([]UnitFigures, error) { return s.RollUp(p, rs) })
}

// Trace reads where the value of a measure in a period comes from: what was
// reached before it in the year, and, for who may read the record, who changed
// it last.
func (d *Desk) Trace(id model.PlanID, p model.Period, measure model.ElementID) (sheet.Trace, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (sheet.Trace, error) {
		tr, err := record.Trace(s, id, p, measure)
		if err != nil {
			return tr, err
		}
		tr.Evidence, err = actions.EvidenceOf(s.Tx.Tx, s.Plan, id, p, measure)
		return tr, err
	})
}

// Plan reads one plan.
func (d *Desk) Plan(id model.PlanID) (model.Plan, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (model.Plan, error) { return s.ByID(id) })
}

// Plans reads the plans of a year, of the people at or below unit ("": all).
func (d *Desk) Plans(year int, unit model.UnitID) ([]model.Plan, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) ([]model.Plan, error) { return s.Plans(year, unit) })
}

// PlanRow reads one plan as lists show it.
func (d *Desk) PlanRow(id model.PlanID) (planning.Row, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (planning.Row, error) { return s.PlanRow(id) })
}

// PlanRows lists the plans of a year of the people at or below unit, by name.
// Without a year it is the newest that has plans, else this year; years are
// those with plans, oldest first.
func (d *Desk) PlanRows(year int, unit model.UnitID) (rows []planning.Row, at int, years []int, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		rows, at, years, err = d.sight(t).PlanRows(year, unit)
		return err
	})
	return rows, at, years, err
}

// Card reads what a plan reached in a period; an empty card where nothing was
// entered.
func (d *Desk) Card(id model.PlanID, p model.Period) (model.Card, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (c model.Card, err error) {
		plan, err := s.ByID(id)
		if err == nil {
			c, err = s.Card(plan, p)
		}
		return c, err
	})
}

// Evaluation reads the evaluation of a plan in a period; a draft where there is
// none yet.
func (d *Desk) Evaluation(id model.PlanID, p model.Period) (model.Evaluation, error) {
	return Look(d, model.VerbReadCard, func(s sight.Sight) (e model.Evaluation, err error) {
		plan, err := s.ByID(id)
		if err == nil {
			e, err = s.Evaluation(plan, p)
		}
		return e, err
	})
}

// Conversation reads what was said about somebody, the oldest first, and by
// whom.
func (d *Desk) Conversation(id model.EmployeeID) (talk.Conversation, error) {
	return Look(d, model.VerbReadTalks, func(s sight.Sight) (talk.Conversation, error) { return s.Conversation(id) })
}

// Talks says how the conversation stands with everybody at or below a unit ("":
// everywhere) whose conversation this person may read, by name. Oneself is left
// out: nobody talks to oneself.
func (d *Desk) Talks(unit model.UnitID) ([]talk.Standing, error) {
	return Look(d, model.VerbReadTalks, func(s sight.Sight) ([]talk.Standing, error) { return s.Talks(unit) })
}

// Record reads who changed what, newest first: everything, or what concerns one
// person. limit 0 means all.
func (d *Desk) Record(id model.EmployeeID, limit int) ([]Entry, error) {
	return d.RecordOf(RecordQuery{Where: Where{Employee: id}, Limit: limit})
}

// RecordOf reads who changed what, newest first, as far as it is asked for.
func (d *Desk) RecordOf(q RecordQuery) ([]Entry, error) {
	return Look(d, model.VerbReadFacts, func(s sight.Sight) ([]Entry, error) { return record.Of(s, q) })
}

// LastSaved says what this person saved last, and when: a single value with its
// code, where it was one. It reports ErrNothing where there is nothing recent.
func (d *Desk) LastSaved() (model.ChangeInfo, error) {
	return Look(d, model.VerbReadCard, record.LastSaved)
}
