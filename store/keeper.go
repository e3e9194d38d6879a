package store

import (
	"kinerja/model"
	"kinerja/store/audit"
	"kinerja/store/cardfile"
	"kinerja/store/form"
	"kinerja/store/ledger"
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
		return unitShelf, true
	case model.KindEmployee:
		return employeeShelf, true
	case model.KindPost:
		return postShelf, true
	case model.KindInstrument:
		return instrumentShelf, true
	case model.KindPlan:
		return planShelf, true
	case model.KindCard:
		return cardShelf, true
	case model.KindEvaluation:
		return evaluationShelf, true
	}
	return nil, false
}

// Entry takes what is stored in an envelope apart.
func (s shelf[V]) Entry(content []byte) (id string, form []byte, heads [][]byte, err error) {
	heads, record, ok := ledger.SplitHeads(content)
	if !ok {
		return "", nil, nil, cardfile.ErrLayout
	}
	v, err := s.read(record)
	if err == nil {
		form, err = s.readForm(record)
	}
	return s.id(v), form, heads, err
}

func (s shelf[V]) revert(t *tx, f model.Fact, info *model.ChangeInfo) error {
	return revertRecord(t, s, f, info)
}

func (s shelf[V]) describe(t *tx, raw []byte, info *model.ChangeInfo) {
	var v V
	if form.Decode(raw, &v) == nil {
		describe(t, any(v), nil, info)
	}
}

// auditKeeper is keeperOf for package audit.
func auditKeeper(kind model.Kind) (audit.Keeper, bool) { return keeperOf(kind) }
