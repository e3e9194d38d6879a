package store

import (
	"kinerja/model"
	"kinerja/store/form"
)

// LastSaved says what this person saved last, and when: a single value with its
// code, where it was one. It reports ErrNothing where there is nothing recent.
func (d *Desk) LastSaved() (info model.ChangeInfo, err error) {
	err = d.view(model.VerbReadCard, func(t *tx) error {
		f, size, err := t.LastOf(d.actor.ID)
		if err != nil {
			return err
		}
		r := recorder{d: d, t: t, names: map[string]named{}}
		e, err := r.entry(f)
		info = model.ChangeInfo{Change: f.Header.Change, Verb: f.Header.Verb, At: f.Header.At, Count: size, What: e.Name, Detail: e.Detail}
		for _, c := range e.Changes {
			path := form.Segments(c.Path)
			value, ok := c.After.(model.Amount)
			if ok && value.Present() && c.Code != "" && (len(path) == 2 || path[2] == "2") { // of 47/52 the quotient
				info.Measure, info.Detail, info.After = model.ElementID(path[1]), c.Code, value
			}
		}
		return err
	})
	return info, err
}
