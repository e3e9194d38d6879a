package lang

import (
	"kinerja/model/overview"
	"kinerja/model/unitresult"
)

// Grade is the name of a unit's result: "Istimewa".
func (t *Texts) Grade(g unitresult.Grade) string { return word(t.Workplace.Grades[:], g) }

// UnitState says how far a unit's result has come.
func (t *Texts) UnitState(s unitresult.State) string { return word(t.Workplace.States[:], s) }

// Verdict says how a distribution stands against the pattern.
func (t *Texts) Verdict(v overview.Verdict) string { return word(t.Workplace.Verdicts[:], v) }
