// Package rounds is the verbs of anonymous feedback on a desk: package round decides,
// and says what is promised; here stands how it is kept. What is given waits in an Urn
// and is written, with what waits beside it, in one change: by nobody, with the day
// for a time, under identities of chance.
package rounds

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"kinerja/model"
	"kinerja/model/followup"
	"kinerja/model/round"
	"kinerja/model/tenure"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/sight"
	"kinerja/store/users"
)

// Nobody is the actor of the facts by which answers are written.
const Nobody = "round"

// Desk is a desk with these verbs.
type Desk struct {
	*store.Desk
	Urn *Urn // of the running program
}

// Rounds lists the rounds that concern this person: who asks them, about themselves,
// and those that they may open or read; the newest first. A round whose last day has
// passed is closed first.
func (d Desk) Rounds() (list []round.Row, err error) {
	if err := d.settle(); err != nil {
		return nil, err
	}
	d.Urn.mu.Lock()
	defer d.Urn.mu.Unlock()
	return store.Look(d.Desk, round.VerbGive, func(s sight.Sight) (list []round.Row, err error) {
		all, err := sequels.Rounds().All(s.Tx.Tx)
		for _, r := range slices.Backward(all) {
			row, ok, err := d.row(s, r)
			if err != nil {
				return nil, err
			}
			if r.State != round.Open {
				d.Urn.of(r.ID).waiting = nil // another program ended it: what waits here comes too late
			}
			if ok {
				list = append(list, row)
			}
		}
		return list, err
	})
}

// row is a round as this person sees it; false where it is nothing to them.
func (d Desk) row(s sight.Sight, r round.Round) (row round.Row, ok bool, err error) {
	row.Round = r
	row.Staff = model.StaffRow{Employee: r.About, Name: s.NameOf(r.About), Unit: r.Unit}
	in, err := asked(s, r)
	if err != nil {
		return row, false, err
	}
	ends, err := s.Sees(round.VerbClose, r.About)
	if err != nil {
		return row, false, err
	}
	reads, err := s.Sees(round.VerbRead, r.About)
	if err != nil {
		return row, false, err
	}
	if row.Shares, err = s.Sees(round.VerbShare, r.About); err != nil {
		return row, false, err
	}
	self := s.Actor.Employee == r.About
	b := d.Urn.of(r.ID)
	row.Asked = in && s.Actor.Via == model.Signed && !r.Over(s.Today())
	row.Gave = b.gave[s.Actor.Employee]
	row.Waits = row.Gave && len(b.waiting) > 0
	row.Ends = ends && r.State == round.Open
	row.Reads = reads && r.Readable(self) == nil
	row.Shares = row.Shares && r.State == round.Closed && r.Upward
	return row, in || ends || reads, nil
}

// Waiting lists what is open for this person: rounds that wait for their answer, and
// those that they may end.
func (d Desk) Waiting() (list []followup.Row, err error) {
	all, err := d.Rounds()
	if errors.Is(err, model.ErrNotAllowed) {
		err = nil
	}
	for _, r := range all {
		row := followup.Row{Kind: followup.Round, ID: string(r.ID), Staff: r.Staff, State: r.State.String(), By: followup.ByStaff, Until: r.Until}
		switch {
		case r.Asked && !r.Gave:
			row.State, row.Mine = "asked", true
		case !r.Ends:
			continue
		}
		list = append(list, row)
	}
	return list, err
}

// asked reports whether this person is one of those who are asked.
func asked(s sight.Sight, r round.Round) (bool, error) {
	rels, err := s.Relations(r.About)
	if err != nil || slices.Contains(rels, model.RelSelf) {
		return false, err
	}
	if r.Group == round.Unit && slices.Contains(rels, model.RelEvaluator) { // a leader is no colleague
		return false, nil
	}
	of := map[round.Group]model.Relation{round.Reports: model.RelLeader, round.Unit: model.RelUnit}
	return slices.Contains(rels, of[r.Group]), nil
}

// Open opens a round. It needs whom it is about, who is asked and until when; those
// asked must be enough, each with a PIN of their own (round.FewError).
func (d Desk) Open(r round.Round) (round.Round, error) {
	err := store.Write(d.Desk, round.VerbOpen, func(s sight.Sight) error {
		if err := s.May(round.VerbOpen, r.About); err != nil {
			return err
		}
		if !s.Meta.Guarded {
			return round.ErrUnguarded
		}
		post, _, err := s.MainPost(r.About)
		if err != nil {
			return err
		}
		r.ID, r.Unit, r.Void = round.ID(ledger.MintID()), post.Unit, false
		g, err := group(s, r.About, post, r.Group)
		if err != nil {
			return err
		}
		if r.Upward = g.upward; r.Group != round.NoGroup && g.withPIN < round.Least {
			return &round.FewError{People: g.people, WithPIN: g.withPIN}
		}
		if r, err = round.New(r, d.word(s), s.Today()); err != nil {
			return err
		}
		return sequels.Rounds().Put(s.Tx.Tx, r)
	})
	return r, err
}

// groups counts who would be asked.
type groups struct {
	people, withPIN int
	upward          bool
}

// group counts who is asked about somebody who holds a post: a PIN that somebody else
// set and knows is not their own yet, and who evaluates them is no colleague.
func group(s sight.Sight, about model.EmployeeID, post model.Post, of round.Group) (g groups, err error) {
	people, err := s.Names.All()
	if err != nil {
		return g, err
	}
	all, err := users.All(s.Tx.Tx)
	if err != nil {
		return g, err
	}
	withPIN := map[model.EmployeeID]bool{}
	for _, u := range all {
		withPIN[u.Employee] = withPIN[u.Employee] || u.Live() && !u.Temporary
	}
	for _, e := range people {
		if e.Hidden || e.Outside || e.Employee == about || of == round.Unit && e.Employee == post.Evaluator {
			continue
		}
		posts, err := s.Posts(e.Employee)
		if err != nil {
			return g, err
		}
		main, held := s.Main(posts)
		report := tenure.Rates(posts, about, s.Today())
		if in := of == round.Reports && report || of == round.Unit && held && main.Unit == post.Unit; !in {
			continue
		}
		g.people++
		g.upward = g.upward || report
		if withPIN[e.Employee] {
			g.withPIN++
		}
	}
	return g, nil
}

// word is this person's own word of today.
func (d Desk) word(s sight.Sight) model.Word {
	return model.Word{ID: model.ElementID(ledger.MintID()), Whose: s.Actor.Employee, By: s.Actor.Employee, Via: s.Actor.Via, On: s.Today()}
}

// Give puts an answer of this person into the urn, and writes all that wait as soon as
// they are enough. wrote says that they were.
func (d Desk) Give(id round.ID, v round.Voice) (wrote bool, err error) {
	d.Urn.mu.Lock()
	defer d.Urn.mu.Unlock()
	b := d.Urn.of(id)
	check := func(s sight.Sight) (round.Voice, error) {
		r, err := d.mayGive(s, id)
		if err == nil {
			v, err = r.Answer(v, s.Today())
		}
		return v, err
	}
	if v, err = store.Look(d.Desk, round.VerbGive, check); err != nil {
		return false, err
	}
	list := b.with(v)
	if wrote = len(list) >= round.Least; wrote {
		if err := store.Write(d.Desk, round.VerbGive, func(s sight.Sight) error { return write(s, list) }); err != nil {
			return false, err
		}
		list = nil
	}
	b.waiting, b.gave[d.Actor().Employee] = list, true
	return wrote, nil
}

// mayGive is the round that this person may answer.
func (d Desk) mayGive(s sight.Sight, id round.ID) (round.Round, error) {
	r, err := sequels.Rounds().Get(s.Tx.Tx, string(id))
	if err != nil {
		return r, fmt.Errorf("round %s: %w", id, err)
	}
	if !s.Meta.Guarded || s.Actor.Via != model.Signed {
		return r, round.ErrUnguarded
	}
	in, err := asked(s, r)
	switch {
	case err != nil:
		return r, err
	case !in:
		return r, fmt.Errorf("%s: %w", round.VerbGive, model.ErrNotAllowed)
	case d.Urn.of(id).gave[s.Actor.Employee]:
		return r, round.ErrGave
	}
	return r, s.May(round.VerbGive, r.About)
}

// write keeps answers in the order given, which is left to chance, by nobody.
func write(s sight.Sight, list []round.Voice) error {
	was := s.Act
	defer func() { s.Act = was }()
	today := s.Today()
	s.Act.Actor, s.Act.Change = model.Actor{ID: Nobody}, model.ChangeID(chance())
	s.Act.At = time.Date(today.Year(), time.Month(today.Month()), today.Day(), 0, 0, 0, 0, time.UTC).Add(-s.Zone.Offset()).UnixNano()
	for _, v := range list {
		v.ID, v.On = chance(), today
		if err := sequels.Voices().Put(s.Tx.Tx, v); err != nil {
			return err
		}
	}
	return nil
}

// Share lets the person of a round read what was said.
func (d Desk) Share(id round.ID) (r round.Round, err error) {
	err = store.Write(d.Desk, round.VerbShare, func(s sight.Sight) error {
		if r, err = sequels.Rounds().Get(s.Tx.Tx, string(id)); err != nil {
			return fmt.Errorf("round %s: %w", id, err)
		}
		if err := s.May(round.VerbShare, r.About); err != nil {
			return err
		}
		if r, err = r.Take("share", d.word(s)); err != nil {
			return err
		}
		return sequels.Rounds().Put(s.Tx.Tx, r)
	})
	return r, err
}

// Summary reads what was said in a round, once it is over.
func (d Desk) Summary(id round.ID) (sum round.Summary, err error) {
	if err := d.settle(); err != nil {
		return sum, err
	}
	return store.Look(d.Desk, round.VerbRead, func(s sight.Sight) (sum round.Summary, err error) {
		r, err := sequels.Rounds().Get(s.Tx.Tx, string(id))
		if err != nil {
			return sum, fmt.Errorf("round %s: %w", id, err)
		}
		if err := s.May(round.VerbRead, r.About); err != nil {
			return sum, err
		}
		if err := r.Readable(s.Actor.Employee == r.About); err != nil {
			return sum, err
		}
		list, err := sequels.Voices().Under(s.Tx.Tx, string(r.ID))
		staff := model.StaffRow{Employee: r.About, Name: s.NameOf(r.About), Unit: r.Unit}
		return round.Summarise(r, staff, list), err
	})
}
