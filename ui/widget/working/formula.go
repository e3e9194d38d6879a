package working

import (
	"kinerja/model"
	"kinerja/model/score"
	"kinerja/ui/lang"
	"kinerja/ui/widget/ngain"
)

// Formula is how a step came to its percentage, with the numbers filled in, or
// why it has none: "(1 + (1 - 45 ÷ 60)) × 100 = 125,00 %". The same words stand
// on screen and paper and in JSON.
func Formula(t *lang.Texts, step score.Step) string {
	w, v, actual := t.Working.Why, step.Actual.Or(0), t.Reached(step.Entry())
	switch step.Note.Code {
	case score.NoteMissing:
		return w.FormulaMissing
	case score.NoteInWords:
		return t.SKP.FormulaWords
	case score.NoteTargetZero:
		return w.FormulaTargetZero
	case score.NoteNoLimit:
		return lang.Fill(w.FormulaNoLimit, "value", actual)
	case score.NoteDenominator:
		return lang.Fill(w.FormulaDenominator, "num", t.Amount(step.Num))
	}
	g := step.Gauge
	low, high := g.Target, g.TargetHigh.Or(g.Target)
	inside := step.Note.Code == score.NoteInside || high > low && low <= v && v <= high
	if inside && g.Direction != model.Zero {
		return lang.Fill(w.FormulaInside, "value", actual, "low", t.Number(low), "high", t.Number(high))
	}
	bound := low // the nearer end of the target
	if v > high {
		bound = high
	}
	from := ngain.Formula(t, step.Entry())
	if from != "" {
		from += "; "
	}
	result := " = " + t.FixedAmount(step.Reached) + " %"
	switch rises := actual + " ÷ " + t.Number(bound) + " × 100"; {
	case g.Direction == model.Zero && v <= 0:
		return w.FormulaZero
	case g.Direction == model.Zero:
		return "(1 - " + actual + " ÷ " + t.Number(g.Limit.Or(0)) + ") × 100" + result
	case g.Direction == model.Lower, g.Direction == model.Range && v > high:
		return "(1 + (1 - " + actual + " ÷ " + t.Number(bound) + ")) × 100" + result
	default:
		return from + rises + result
	}
}
