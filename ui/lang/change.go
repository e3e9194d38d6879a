package lang

import "kinerja/model"

// Recall holds the words of undo and redo.
type Recall struct {
	AskUndo, AskRedo             string // questions {what}
	Undone, Redone               string // {what}
	NothingUndone, NothingRedone string
	Value                        string // one value: {name} {code} {before} {after}
	Several                      Plural // {what}
}

// Change names what an undo or redo takes back: the value, the person and what
// was done, or how many records.
func (t *Texts) Change(info model.ChangeInfo) string {
	r := t.Recall
	switch {
	case info.Count > 1 || info.What == "":
		return t.Plural(r.Several, info.Count, "what", t.Verb(info.Verb))
	case info.Measure == "":
		return Inert(info.What) + " · " + t.Verb(info.Verb)
	}
	code := Inert(info.Detail)
	if info.Period.Valid() {
		code += " " + t.Period(info.Period)
	}
	return Fill(r.Value, "name", Inert(info.What), "code", code, "before", t.Amount(info.Before), "after", t.Amount(info.After))
}
