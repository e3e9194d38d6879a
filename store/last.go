package store

import (
	"kinerja/model"
	"kinerja/store/form"
	"kinerja/store/history"
)

// lookBack is how many facts are looked through for somebody's newest: who
// wrote none of them was long away, and has no need to be told.
const lookBack = 500

// LastSaved says what this person saved last, and when: a single value with its
// code, where it was one. It reports ErrNothing where there is nothing recent.
func (d *Desk) LastSaved() (info model.ChangeInfo, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		var last *model.Fact
		n := 0
		err := t.EachFact(func(f model.Fact) (bool, error) {
			n++
			switch {
			case last != nil && f.Header.Change != last.Header.Change:
				return false, nil
			case last != nil:
				info.Count++
			case f.Header.Actor == d.actor.ID && !f.Missing:
				last, info.Count = &f, 1
			}
			return n < lookBack, nil
		})
		if err != nil {
			return err
		}
		if last == nil {
			return model.ErrNothing
		}
		info.Change, info.Verb, info.At = last.Header.Change, last.Header.Verb, last.Header.At
		return t.tell(*last, &info)
	})
	return info, err
}

// tell says which record a fact is about, and of a card which value.
func (t *tx) tell(f model.Fact, info *model.ChangeInfo) error {
	made, err := t.Making(f)
	if err != nil || made == nil {
		return err
	}
	if k, ok := keeperOf(f.Header.Kind); ok {
		k.describe(t, made, info)
	}
	if info.Employee != "" {
		info.What = t.nameOf(info.Employee) // as they are called today
	}
	var c model.Card
	if f.Header.Kind != model.KindCard || form.Decode(made, &c) != nil {
		return nil
	}
	plan, err := t.plan(c.Plan)
	if err != nil {
		return nil // the card's plan is gone: its name is enough
	}
	history.Tell(info, f.Payload.Differences, plan.Measures)
	if list := f.Payload.Differences; len(list) != 1 || list[0].Path != "" {
		return nil
	}
	for _, m := range plan.Measures { // what made the card holds all its values
		if e := c.Entry(m.ID); e.Actual.Present() {
			info.Measure, info.Detail, info.After = m.ID, m.Gauge.Code, e.Actual
		}
	}
	return nil
}
