package evaluation

import (
	"kinerja/model"
	"kinerja/model/correction"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/lang/said"
)

// readCorrect reads which record is corrected. A correction stands alone: it is
// no step, and no rating goes with it.
func readCorrect(c *call.Call, f evaluateFlags, w wishes) (model.Verb, error) {
	if f.correct == "" {
		return "", nil
	}
	word, err := c.Word("--correct", f.correct, []string{"shared", "received", "accepted"})
	if err != nil {
		return "", err
	}
	if w.move || w.rates() || w.grades() || w.notesAny() {
		return "", c.Misuse(c.Text.CLI.Usage.Together, "a", "--correct", "b", "--to | --result | --note")
	}
	for _, flag := range []struct{ name, given string }{{"--on", f.on}, {"--document", f.document}, {"--reason", f.reason}} {
		if flag.given == "" && (flag.name != "--document" || word != "shared") {
			return "", c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja evaluate --correct", "what", flag.name)
		}
	}
	switch word {
	case "shared":
		return model.VerbShare, nil
	case "accepted":
		return model.VerbAccept, nil
	}
	return model.VerbReceive, nil
}

// correct puts right on which day it was shared, or on which day and in which
// letter the employee's word stands.
func correct(c *call.Call, d *store.Desk, s pick.Subject, w wishes) error {
	word, ok := correction.Recorded(s.Eval, w.corrects)
	if !ok && w.corrects == model.VerbShare {
		return call.Said(c.Text.CLI.Evaluate.NotShared, model.ErrState)
	}
	if !ok {
		return call.Said(c.Text.CLI.Evaluate.NoRecord, model.ErrState)
	}
	e, err := d.Correct(s.Plan.ID, s.Period, correction.Order{Word: word.ID, On: w.word.On, Document: w.word.Document, Reason: w.reason})
	if err != nil {
		return err
	}
	s.Eval = e
	if err := evaluated(c, s, nil); err != nil || c.Flag.JSON {
		return err
	}
	switch word, ok := correction.Recorded(e, w.corrects); {
	case ok && w.corrects == model.VerbShare:
		c.Line(lang.Fill(c.Text.Evaluation.Step.SharedOn, "date", c.Text.Date(word.On)))
	case ok:
		recorded(c, word)
	}
	return nil
}

// recorded says how a word is known: by the own PIN, or from which letter it was
// recorded, and of which day.
func recorded(c *call.Call, w model.Word) {
	switch w.Via {
	case model.Signed:
		c.Line(lang.Fill(c.Text.Voice.Known, "how", said.Known(c.Text, w, "")))
	case model.Recorded:
		c.Line(lang.Fill(c.Text.CLI.Evaluate.Recorded, "document", c.Text.By(w.Document), "on", c.Text.Date(w.On)))
	}
}
