// Package site says at which site a record is written: other sites propose.
package site

import "kinerja/model"

// Place says whose site may write a record directly; another site's write is a
// proposal.
type Place uint8

// The places.
const (
	AtUnit     Place = iota // the site of the person's unit
	AtSuperior              // the site of the evaluator's superior
	Nowhere                 // immutable
)

// Home says who may write where (DESIGN 7). Plans, cards and evaluations belong
// to the unit's site; while objected to, decision and re-ratings belong to the
// superior's; frozen instruments and final evaluations to nobody. state is the
// EvaluationState for evaluations and cards; frozen says so of an instrument.
func Home(kind model.Kind, state model.EvaluationState, frozen bool) Place {
	switch {
	case kind == model.KindInstrument && frozen:
		return Nowhere
	case kind == model.KindEvaluation && state == model.Final:
		return Nowhere
	case kind == model.KindEvaluation && state >= model.Objected && state <= model.Decided:
		return AtSuperior
	}
	return AtUnit
}
