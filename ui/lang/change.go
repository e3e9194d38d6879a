package lang

import "kinerja/model"

// Recall holds the words of undo and redo.
type Recall struct {
	AskUndo, AskRedo             string // questions {what}
	Undone, Redone               string // {what}
	NothingUndone, NothingRedone string
	Value                        string            // one value: {name} {code} {before} {after}
	Several                      Plural            // {what}: things of several kinds
	Each                         map[string]Plural // {what}: by model.Kind
}

// Change names what an undo or redo takes back: the value, the person and what
// was done, or how many of what.
func (t *Texts) Change(info model.ChangeInfo) string {
	r := t.Recall
	switch {
	case info.Count > 1 || info.What == "":
		text, ok := r.Each[string(info.Kind)]
		if !ok {
			text = r.Several
		}
		return t.Plural(text, info.Count, "what", t.Verb(info.Verb))
	case info.Measure == "":
		return Inert(info.What) + " · " + t.Verb(info.Verb)
	}
	code := Inert(info.Detail)
	if info.Period.Valid() {
		code += " " + t.Period(info.Period)
	}
	return Fill(r.Value, "name", Inert(info.What), "code", code, "before", t.Amount(info.Before), "after", t.Amount(info.After))
}

// AskRecall is the question before something is undone or done again that was
// not done where one is.
func (t *Texts) AskRecall(info model.ChangeInfo, redo bool) string {
	if redo {
		return Fill(t.Recall.AskRedo, "what", t.Change(info))
	}
	return Fill(t.Recall.AskUndo, "what", t.Change(info))
}

// Recalled says that something was undone, or done again.
func (t *Texts) Recalled(what string, redo bool) string {
	if redo {
		return Fill(t.Recall.Redone, "what", what)
	}
	return Fill(t.Recall.Undone, "what", what)
}

// NothingRecalled says that there was nothing to undo or to do again.
func (t *Texts) NothingRecalled(redo bool) string {
	if redo {
		return t.Recall.NothingRedone
	}
	return t.Recall.NothingUndone
}
