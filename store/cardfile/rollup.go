package cardfile

import (
	"slices"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/score"
)

// UnitFigures is what the cards of one unit in one period come to. A unit's
// figures are its own people's; those of units below stand for themselves.
type UnitFigures struct {
	Unit   model.UnitID
	People int          // cards
	Scored int          // cards with a number
	Mean   model.Amount // of the numbers, two decimals; absent where there is none
	Low    int          // suggested below
	Meets  int
	High   int // suggested above
	Lacks  int // too little data to suggest
}

// figures are the sums of one unit.
type figures struct {
	UnitFigures
	total model.Number
}

// RollUp adds up the cards of a period by unit. It touches no text and joins
// nothing but instruments; of a card that lacks a value also its plan, which may
// tell it in words.
type RollUp struct {
	find    func(model.InstrumentID) (model.Instrument, error)
	words   Words
	rules   rules.RuleSet
	byUnit  map[[16]byte]*figures
	kernels map[[16]byte]*instrumentKernel
	card    bareCard
	values  []score.Value
}

// instrumentKernel scores the cards of one instrument.
type instrumentKernel struct {
	*score.Kernel
	measures [][16]byte // in the kernel's order
}

// Words lists the measures of somebody's plan of which success is told in words.
type Words func(employee, plan [16]byte) ([]model.ElementID, error)

// NewRollUp makes an empty one; find reads an instrument version, words a plan.
func NewRollUp(rs rules.RuleSet, find func(model.InstrumentID) (model.Instrument, error), words Words) *RollUp {
	return &RollUp{rules: rs, find: find, words: words, byUnit: map[[16]byte]*figures{}, kernels: map[[16]byte]*instrumentKernel{}}
}

// Add counts one card, as it stands in the file. It reports ErrLayout for
// bytes that are none.
func (r *RollUp) Add(card []byte) error {
	if !r.card.read(card) {
		return ErrLayout
	}
	if r.card.void {
		return nil
	}
	k, err := r.kernel(r.card.instrument)
	if err != nil {
		return err
	}
	f := r.byUnit[r.card.unit]
	if f == nil {
		f = &figures{UnitFigures: UnitFigures{Unit: model.UnitID(model.EncodeID(r.card.unit))}}
		r.byUnit[r.card.unit] = f
	}
	f.People++
	r.values = r.card.values(k.measures, r.values[:0])
	total, err := k.Of(r.values)
	if err == nil && total.Share < model.Int(100) {
		total, err = r.told(k, total)
	}
	if err != nil {
		return err
	}
	f.count(total)
	return nil
}

// told is the total of a card that lacks values without those that are told in
// words: their weight is not missing.
func (r *RollUp) told(k *instrumentKernel, total score.Total) (score.Total, error) {
	list, err := r.words(r.card.employee, r.card.plan)
	if err != nil || len(list) == 0 {
		return total, err
	}
	for _, id := range list {
		raw, _ := model.DecodeID(string(id))
		if i := slices.Index(k.measures, raw); i >= 0 {
			r.values[i].Words = true
		}
	}
	return k.Of(r.values)
}

// count adds one card's total to its unit's figures.
func (f *figures) count(total score.Total) {
	if n, ok := total.Value.Get(); ok {
		f.Scored++
		f.total += n
	}
	switch total.Suggested {
	case model.Below:
		f.Low++
	case model.Meets:
		f.Meets++
	case model.Above:
		f.High++
	default:
		f.Lacks++
	}
}

func (r *RollUp) kernel(id [16]byte) (*instrumentKernel, error) {
	if k, ok := r.kernels[id]; ok {
		return k, nil
	}
	in, err := r.find(model.InstrumentID(model.EncodeID(id)))
	if err != nil {
		return nil, err
	}
	k := &instrumentKernel{}
	if k.Kernel, err = score.NewKernel(in.Indicators, r.rules); err != nil {
		return nil, err
	}
	for _, i := range in.Indicators {
		raw, _ := model.DecodeID(string(i.ID))
		k.measures = append(k.measures, raw)
	}
	r.kernels[id] = k
	return k, nil
}

// Units returns the figures in the order of units' identities.
func (r *RollUp) Units() []UnitFigures {
	list := make([]UnitFigures, 0, len(r.byUnit))
	for _, f := range r.byUnit {
		if mean, ok := model.MulDiv(f.total, 1, model.Number(f.Scored)); ok && f.Scored > 0 {
			f.Mean = model.Some(mean.Round())
		}
		list = append(list, f.UnitFigures)
	}
	slices.SortFunc(list, func(a, b UnitFigures) int {
		if a.Unit < b.Unit {
			return -1
		}
		return 1
	})
	return list
}
