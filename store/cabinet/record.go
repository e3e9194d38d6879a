package cabinet

import (
	"kinerja/model"
	"kinerja/store/history"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
)

// FactsOf reads the facts about one person, unit or instrument, newest first. A
// plan and a period say nothing here.
func (t *Tx) FactsOf(w history.Where) ([]model.Fact, error) {
	var places []ledger.Place
	var err error
	switch {
	case w.Employee != "":
		places, err = t.Concerning(w.Employee)
		if err == nil {
			places, err = t.withRounds(places, w.Employee)
		}
	case w.Unit != "":
		places, err = t.ConcerningUnit(w.Unit)
		if err == nil {
			places, err = t.withSessions(places, w.Unit)
		}
	default:
		var at ledger.Place
		at, err = keyed(ledger.BucketInstruments, w.Instrument)
		places = []ledger.Place{at}
	}
	if err != nil {
		return nil, err
	}
	return t.About(places, 0)
}

// withSessions adds where the briefings and trainings of a unit stand: no key of
// theirs has the unit.
func (t *Tx) withSessions(places []ledger.Place, unit model.UnitID) ([]ledger.Place, error) {
	list, err := sequels.Sessions().All(t.Tx)
	for _, s := range list {
		if s.Unit != unit {
			continue
		}
		at, err := sequels.Sessions().Place(s)
		if err != nil {
			return nil, err
		}
		places = append(places, at)
	}
	return places, err
}

// withRounds adds where anonymous rounds about somebody stand, and none of their
// answers.
func (t *Tx) withRounds(places []ledger.Place, about model.EmployeeID) ([]ledger.Place, error) {
	list, err := sequels.Rounds().All(t.Tx)
	for _, r := range list {
		if r.About != about {
			continue
		}
		at, err := sequels.Rounds().Place(r)
		if err != nil {
			return nil, err
		}
		places = append(places, at)
	}
	return places, err
}
