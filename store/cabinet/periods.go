package cabinet

import (
	"slices"

	"kinerja/model"
	"kinerja/store/ledger"
)

// firstPeriod is where the period stands with which this file was begun: it
// counts until there are results, and travels nowhere.
func firstPeriod() ledger.Place {
	return ledger.Place{Bucket: ledger.BucketLocal, Key: []byte("first period")}
}

// First is the period with which the file was begun; none for most.
func (t *Tx) First() model.Period {
	raw, err := t.Content(firstPeriod())
	if err != nil {
		return 0
	}
	p, _ := model.ParsePeriod(string(raw))
	return p
}

// Periods lists the periods in which anything was entered or rated.
func (t *Tx) Periods() []model.Period {
	var list []model.Period
	for _, bucket := range []string{ledger.BucketCards, ledger.BucketEvaluations} {
		for _, n := range t.Parts(bucket) {
			list = append(list, model.Period(n))
		}
	}
	slices.SortFunc(list, model.Period.Compare)
	return slices.Compact(list)
}

// Offered lists the periods a person may want to work in: those in use, and
// the quarter that today lies in and the one before, where plans exist.
func (t *Tx) Offered() []model.Period {
	list := t.Periods()
	years := t.Parts(ledger.BucketPlans)
	today := model.PeriodAt(model.Quarter, t.Today())
	for _, p := range []model.Period{today.Prev(), today, t.First()} {
		if slices.Contains(years, uint32(p.Year())) && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, model.Period.Compare)
	return list
}

// Usual is the newest quarter with values, else the period with which the file
// was begun, else the quarter that ended last.
func (t *Tx) Usual(offered []model.Period) model.Period {
	if p, ok := model.Usual(t.Periods()); ok {
		return p
	}
	if p := t.First(); slices.Contains(offered, p) || p.Valid() && offered == nil {
		return p
	}
	if len(offered) > 0 {
		return offered[0]
	}
	return model.PeriodAt(model.Quarter, t.Today())
}

// SetFirst keeps the period with which the file was begun.
func (t *Tx) SetFirst(p model.Period) error { return t.Write(firstPeriod(), []byte(p.String())) }
