package store

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

// RollUp reads all cards of a period and scores them, by unit, in the order of
// units' identities. It touches no text and joins nothing but instruments.
func (d *Desk) RollUp(p model.Period, rs rules.RuleSet) (list []UnitFigures, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		if err := d.may(t, model.VerbReadCard, ""); err != nil {
			return err
		}
		r := roller{t: t, rules: rs, byUnit: map[[16]byte]*figures{}, kernels: map[[16]byte]*instrumentKernel{}}
		if err := r.run(p); err != nil {
			return err
		}
		list = r.list()
		return nil
	})
	return list, err
}

// figures are the sums of one unit.
type figures struct {
	UnitFigures
	total model.Number
}

// roller is one run of RollUp.
type roller struct {
	t       *tx
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

func (r *roller) run(p model.Period) error {
	in := place{bucket: bucketCards, sub: sub(uint32(p))}
	b, err := r.t.bucket(in, false)
	if err != nil || b == nil {
		return err
	}
	path := in.path()
	c := b.Cursor()
	for k, raw := c.First(); k != nil; k, raw = c.Next() {
		content, err := unwrap(path, k, raw)
		if err != nil {
			return err
		}
		if len(content) == 0 || !r.card.read(content[min(len(content), 1+int(content[0])*factKeySize):]) {
			return &model.DamageError{Where: placeName(path, k), What: "content"}
		}
		if err := r.add(); err != nil {
			return err
		}
	}
	return nil
}

func (r *roller) add() error {
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
	if err != nil {
		return err
	}
	f.count(total)
	return nil
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

func (r *roller) kernel(id [16]byte) (*instrumentKernel, error) {
	if k, ok := r.kernels[id]; ok {
		return k, nil
	}
	in, err := r.t.instrument(model.InstrumentID(model.EncodeID(id)))
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

func (r *roller) list() []UnitFigures {
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
