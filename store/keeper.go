package store

import (
	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/audit"
	"kinerja/store/form"
	"kinerja/store/talks"
)

// keeper is a shelf without its type: what works for records of every kind.
type keeper interface {
	audit.Keeper
	revert(t *tx, f model.Fact, info *model.ChangeInfo) error
	describe(t *tx, raw []byte, info *model.ChangeInfo)
}

// keeperOf finds the shelf of a kind.
func keeperOf(kind model.Kind) (keeper, bool) {
	switch kind {
	case model.KindUnit:
		return kept[model.Unit]{unitShelf}, true
	case model.KindEmployee:
		return kept[model.Employee]{employeeShelf}, true
	case model.KindPost:
		return kept[model.Post]{postShelf}, true
	case model.KindInstrument:
		return kept[model.Instrument]{instrumentShelf}, true
	case model.KindPlan:
		return kept[model.Plan]{planShelf}, true
	case model.KindCard:
		return kept[model.Card]{cardShelf}, true
	case model.KindEvaluation:
		return kept[model.Evaluation]{evaluationShelf}, true
	case model.KindFeedback:
		return kept[talk.Feedback]{talks.Shelf()}, true
	}
	return nil, false
}

// kept is a shelf as a keeper.
type kept[V any] struct{ shelf[V] }

func (k kept[V]) revert(t *tx, f model.Fact, info *model.ChangeInfo) error {
	return revertRecord(t, k.shelf, f, info)
}

func (k kept[V]) describe(t *tx, raw []byte, info *model.ChangeInfo) {
	var v V
	if form.Decode(raw, &v) == nil {
		describe(t, any(v), nil, info)
	}
}

// auditKeeper is keeperOf for package audit.
func auditKeeper(kind model.Kind) (audit.Keeper, bool) { return keeperOf(kind) }
