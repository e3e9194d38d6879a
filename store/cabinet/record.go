package cabinet

import (
	"kinerja/model"
	"kinerja/store/history"
	"kinerja/store/ledger"
)

// FactsOf reads the facts about one person, unit or instrument, newest first. A
// plan and a period say nothing here.
func (t *Tx) FactsOf(w history.Where) ([]model.Fact, error) {
	var places []ledger.Place
	var err error
	switch {
	case w.Employee != "":
		places, err = t.Concerning(w.Employee)
	case w.Unit != "":
		places, err = t.ConcerningUnit(w.Unit)
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
