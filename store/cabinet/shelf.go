package cabinet

import (
	"kinerja/model"
	"kinerja/store/book"
	"kinerja/store/cardfile"
	"kinerja/store/ledger"
)

// Where each kind of record stands, and the number of its field void.
var (
	unitShelf = book.Shelf[model.Unit]{
		Kind: model.KindUnit, Void: 9,
		ID:    func(u model.Unit) string { return string(u.ID) },
		Place: func(u model.Unit) (ledger.Place, error) { return keyed(ledger.BucketUnits, u.ID) },
	}
	employeeShelf = book.Shelf[model.Employee]{
		Kind: model.KindEmployee, Void: 10,
		ID:    func(e model.Employee) string { return string(e.ID) },
		Place: func(e model.Employee) (ledger.Place, error) { return keyed(ledger.BucketEmployees, e.ID) },
	}
	postShelf = book.Shelf[model.Post]{
		Kind: model.KindPost, Void: 11,
		ID: func(p model.Post) string { return string(p.ID) },
		Place: func(p model.Post) (ledger.Place, error) {
			return keyed(ledger.BucketPosts, string(p.Employee), string(p.ID))
		},
	}
	instrumentShelf = book.Shelf[model.Instrument]{
		Kind: model.KindInstrument, Void: 9,
		ID:    func(i model.Instrument) string { return string(i.ID) },
		Place: func(i model.Instrument) (ledger.Place, error) { return keyed(ledger.BucketInstruments, i.ID) },
	}
	planShelf = book.Shelf[model.Plan]{
		Kind: model.KindPlan, Void: 12,
		ID: func(p model.Plan) string { return string(p.ID) },
		Place: func(p model.Plan) (ledger.Place, error) {
			return inPart(ledger.BucketPlans, uint32(p.Year), p.Employee, p.ID)
		},
	}
	cardShelf = book.Shelf[model.Card]{
		Kind: model.KindCard, Void: 10,
		ID: func(c model.Card) string { return string(c.ID) },
		Place: func(c model.Card) (ledger.Place, error) {
			return inPart(ledger.BucketCards, uint32(c.Period), c.Employee, c.Plan)
		},
		Pack: cardfile.Pack, Open: cardfile.Open,
	}
	evaluationShelf = book.Shelf[model.Evaluation]{
		Kind: model.KindEvaluation, Void: 18,
		ID: func(e model.Evaluation) string { return string(e.ID) },
		Place: func(e model.Evaluation) (ledger.Place, error) {
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
	return ledger.Place{Bucket: bucket, Sub: ledger.Part(part), Key: key}, err
}
