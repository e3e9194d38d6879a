package store

import (
	"encoding/binary"
	"fmt"
	"kinerja/store/cardfile"
	"kinerja/store/form"
	"kinerja/store/ledger"
	"reflect"

	"kinerja/model"
)

// A shelf says how records of one kind are kept: where each stands and how it
// becomes bytes. All shelves write facts through tx.put and nothing else.
type shelf[V any] struct {
	kind  model.Kind
	void  uint64 // number of the field that marks a record whose making was undone
	place func(V) (ledger.Place, error)
	id    func(V) string
	pack  func(V, []byte) ([]byte, error) // record and its form → what is stored; nil: the form itself
	open  func([]byte) (V, []byte, error) // what is stored → record, and its form if that was kept; nil: as CBOR
}

// form is the canonical CBOR of a record: what facts compare.
func (s shelf[V]) form(v V) ([]byte, error) {
	raw, err := form.Encode(v)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", s.kind, s.id(v), err)
	}
	return raw, nil
}

// read makes the record out of what is stored behind the heads.
func (s shelf[V]) read(raw []byte) (v V, err error) {
	if s.open != nil {
		v, _, err = s.open(raw)
		return v, err
	}
	return v, form.Decode(raw, &v)
}

// readForm returns the form of what is stored behind the heads.
func (s shelf[V]) readForm(raw []byte) ([]byte, error) {
	if s.open == nil {
		return raw, nil
	}
	v, form, err := s.open(raw)
	if err != nil || form != nil {
		return form, err
	}
	return s.form(v)
}

func (s shelf[V]) typ() reflect.Type { return reflect.TypeFor[V]() }

var (
	unitShelf = shelf[model.Unit]{
		kind: model.KindUnit, void: 9,
		id:    func(u model.Unit) string { return string(u.ID) },
		place: func(u model.Unit) (ledger.Place, error) { return keyed(ledger.BucketUnits, u.ID) },
	}
	employeeShelf = shelf[model.Employee]{
		kind: model.KindEmployee, void: 10,
		id:    func(e model.Employee) string { return string(e.ID) },
		place: func(e model.Employee) (ledger.Place, error) { return keyed(ledger.BucketEmployees, e.ID) },
	}
	postShelf = shelf[model.Post]{
		kind: model.KindPost, void: 11,
		id: func(p model.Post) string { return string(p.ID) },
		place: func(p model.Post) (ledger.Place, error) {
			return keyed(ledger.BucketPosts, string(p.Employee), string(p.ID))
		},
	}
	instrumentShelf = shelf[model.Instrument]{
		kind: model.KindInstrument, void: 9,
		id:    func(i model.Instrument) string { return string(i.ID) },
		place: func(i model.Instrument) (ledger.Place, error) { return keyed(ledger.BucketInstruments, i.ID) },
	}
	planShelf = shelf[model.Plan]{
		kind: model.KindPlan, void: 12,
		id: func(p model.Plan) string { return string(p.ID) },
		place: func(p model.Plan) (ledger.Place, error) {
			return inPart(ledger.BucketPlans, uint32(p.Year), p.Employee, p.ID)
		},
	}
	cardShelf = shelf[model.Card]{
		kind: model.KindCard, void: 10,
		id: func(c model.Card) string { return string(c.ID) },
		place: func(c model.Card) (ledger.Place, error) {
			return inPart(ledger.BucketCards, uint32(c.Period), c.Employee, c.Plan)
		},
		pack: cardfile.Pack, open: cardfile.Open,
	}
	evaluationShelf = shelf[model.Evaluation]{
		kind: model.KindEvaluation, void: 18,
		id: func(e model.Evaluation) string { return string(e.ID) },
		place: func(e model.Evaluation) (ledger.Place, error) {
			return inPart(ledger.BucketEvaluations, uint32(e.Period), e.Employee, e.Plan)
		},
	}
)

func keyed[S ~string](bucket string, list ...S) (ledger.Place, error) {
	key, err := ledger.IDs(list...)
	return ledger.Place{Bucket: bucket, Key: key}, err
}

func inPart(bucket string, part uint32, employee model.EmployeeID, plan model.PlanID) (ledger.Place, error) {
	key, err := ledger.IDs(string(employee), string(plan))
	return ledger.Place{Bucket: bucket, Sub: binary.BigEndian.AppendUint32(nil, part), Key: key}, err
}
