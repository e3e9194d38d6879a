// Package sequels keeps in the book what follows an evaluation: objections,
// coaching plans, awards and letters of discipline, a person's together;
// sessions; and that somebody was referred to the counsellor.
package sequels

import (
	"errors"
	"fmt"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/discipline"
	"kinerja/model/edition"
	"kinerja/model/objection"
	"kinerja/model/round"
	"kinerja/model/session"
	"kinerja/model/support"
	"kinerja/store/book"
	"kinerja/store/ledger"
)

// Pile is all records of one kind.
type Pile[V any] struct {
	book.Shelf[V]
	bucket string
	void   func(V) bool
}

// Objections is where objections stand.
func Objections() Pile[objection.Objection] {
	type v = objection.Objection
	return pile(model.KindObjection, ledger.BucketObjections, 23,
		func(o v) []string { return []string{string(o.Employee), string(o.ID)} }, func(o v) bool { return o.Void })
}

// Coachings is where coaching plans stand.
func Coachings() Pile[coaching.Coaching] {
	type v = coaching.Coaching
	return pile(model.KindCoaching, ledger.BucketCoachings, 24,
		func(p v) []string { return []string{string(p.Employee), string(p.ID)} }, func(p v) bool { return p.Void })
}

// Awards is where nominations stand.
func Awards() Pile[award.Award] {
	type v = award.Award
	return pile(model.KindAward, ledger.BucketAwards, 11,
		func(a v) []string { return []string{string(a.Employee), string(a.ID)} }, func(a v) bool { return a.Void })
}

// Letters is where letters of discipline stand.
func Letters() Pile[discipline.Letter] {
	type v = discipline.Letter
	return pile(model.KindDiscipline, ledger.BucketDiscipline, 8,
		func(l v) []string { return []string{string(l.Employee), string(l.ID)} }, func(l v) bool { return l.Void })
}

// Former is where replaced versions of evaluations stand.
func Former() Pile[edition.Former] {
	type v = edition.Former
	return pile(model.KindFormer, ledger.BucketFormer, 5,
		func(f v) []string { return []string{string(f.Employee), string(f.ID)} }, func(f v) bool { return f.Void })
}

// Sessions is where briefings and trainings stand.
func Sessions() Pile[session.Session] {
	type v = session.Session
	return pile(model.KindSession, ledger.BucketSessions, 19,
		func(s v) []string { return []string{string(s.ID)} }, func(s v) bool { return s.Void })
}

// Referrals is where it stands that somebody was referred to the counsellor.
func Referrals() Pile[support.Referral] {
	type v = support.Referral
	return pile(model.KindReferral, ledger.BucketReferrals, 6,
		func(r v) []string { return []string{r.ID} }, func(r v) bool { return r.Void })
}

// Contacts is where the counsellor's address stands.
func Contacts() Pile[support.Contact] {
	type v = support.Contact
	return pile(model.KindCounsellor, ledger.BucketCounsellors, 7,
		func(c v) []string { return []string{c.ID} }, func(c v) bool { return c.Void })
}

// Rounds is where anonymous rounds stand.
func Rounds() Pile[round.Round] {
	type v = round.Round
	return pile(model.KindRound, ledger.BucketRounds, 10,
		func(r v) []string { return []string{string(r.ID)} }, func(r v) bool { return r.Void })
}

// Voices is where answers to rounds stand, those of a round together (Under).
func Voices() Pile[round.Voice] {
	type v = round.Voice
	return pile(model.KindVoice, ledger.BucketVoices, 7,
		func(x v) []string { return []string{string(x.Round), x.ID} }, func(x v) bool { return x.Void })
}

func pile[V any](kind model.Kind, bucket string, void uint64, ids func(V) []string, isVoid func(V) bool) Pile[V] {
	return Pile[V]{
		Shelf: book.Shelf[V]{
			Kind: kind, Void: void,
			ID: func(v V) string { list := ids(v); return list[len(list)-1] },
			Place: func(v V) (ledger.Place, error) {
				key, err := ledger.IDs(ids(v)...)
				return ledger.Place{Bucket: bucket, Key: key}, err
			},
		},
		bucket: bucket, void: isVoid,
	}
}

// Put keeps a record with its fact.
func (p Pile[V]) Put(t *book.Tx, v V) error {
	_, _, err := book.Put(t, p.Shelf, v)
	return err
}

// All reads every record that stands, in the order of their keys: a person's
// together, the oldest first.
func (p Pile[V]) All(t *book.Tx) ([]V, error) { return p.under(t, nil) }

// Of reads those of somebody that stand, the oldest first.
func (p Pile[V]) Of(t *book.Tx, who model.EmployeeID) ([]V, error) { return p.Under(t, string(who)) }

// Under reads those whose key begins with an identity, in the order of their keys.
func (p Pile[V]) Under(t *book.Tx, id string) ([]V, error) {
	key, err := ledger.IDs(id)
	if err != nil {
		return nil, err
	}
	return p.under(t, key)
}

func (p Pile[V]) under(t *book.Tx, key []byte) (list []V, err error) {
	err = book.Each(t, p.Shelf, ledger.Place{Bucket: p.bucket, Key: key}, func(v V) bool {
		if !p.void(v) {
			list = append(list, v)
		}
		return true
	})
	return list, err
}

// Get reads one record by the identities that its key is made of; ErrNotFound where
// it was taken back.
func (p Pile[V]) Get(t *book.Tx, ids ...string) (v V, err error) {
	key, err := ledger.IDs(ids...)
	if err != nil {
		return v, err
	}
	if v, err = book.Get(t, p.Shelf, ledger.Place{Bucket: p.bucket, Key: key}); err == nil && p.void(v) {
		err = model.ErrNotFound
	}
	return v, err
}

// About reports whether anything of it is about somebody.
func About(t *book.Tx, who model.EmployeeID) (bool, error) {
	objections, err := Objections().Of(t, who)
	if err != nil || len(objections) > 0 {
		return true, err
	}
	plans, err := Coachings().Of(t, who)
	if err != nil || len(plans) > 0 {
		return true, err
	}
	awards, err := Awards().Of(t, who)
	if err != nil || len(awards) > 0 {
		return true, err
	}
	letters, err := Letters().Of(t, who)
	if err != nil || len(letters) > 0 {
		return true, err
	}
	rounds, err := Rounds().All(t)
	for _, r := range rounds {
		if r.About == who {
			return true, err
		}
	}
	if err != nil {
		return true, err
	}
	sessions, err := Sessions().All(t)
	for _, s := range sessions {
		if _, listed := s.Find(who); listed {
			return true, err
		}
	}
	return false, err
}

// Keep checks and keeps a record of any of these kinds, as it comes from a table or
// the sample.
func Keep(t *book.Tx, record any) error {
	switch r := record.(type) {
	case objection.Objection:
		return errors.Join(r.Check(), Objections().Put(t, r))
	case coaching.Coaching:
		return errors.Join(r.Check(), Coachings().Put(t, r))
	case award.Award:
		return Awards().Put(t, r)
	case discipline.Letter:
		return errors.Join(r.Check(), Letters().Put(t, r))
	case session.Session:
		return errors.Join(r.Check(), Sessions().Put(t, r))
	}
	return fmt.Errorf("record %T: %w", record, model.ErrInvalid)
}
