package answer

import (
	"time"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/ledger"
)

// Fact is one change as the record has it.
type Fact struct {
	Mark     string         `json:"fact"`
	At       string         `json:"at"`
	Actor    string         `json:"actor"`
	For      *string        `json:"for"`
	Verb     model.Verb     `json:"verb"`
	Kind     model.Kind     `json:"kind"`
	Record   string         `json:"record"`
	Name     *string        `json:"name"`
	Detail   *string        `json:"detail"`
	Change   model.ChangeID `json:"change"`
	Undoes   *string        `json:"undoes"`
	Reason   *string        `json:"reason"`
	Document *string        `json:"document"`
	Missing  bool           `json:"missing"`
	Changes  []Field        `json:"changes"`
}

// Field is one value of a Fact.
type Field struct {
	Path   string  `json:"path"`
	Code   *string `json:"code"`
	Before any     `json:"before"`
	After  any     `json:"after"`
}

// FactOf is one change of the record.
func FactOf(e store.Entry) Fact {
	h, p := e.Fact.Header, e.Fact.Payload
	f := Fact{
		Mark: ledger.FactMark(e.Fact), At: h.Time().Format(time.RFC3339Nano), Actor: h.Actor, For: OrNull(string(h.For)), Verb: h.Verb,
		Kind: h.Kind, Record: h.Record, Name: OrNull(e.Name), Detail: OrNull(e.Detail), Change: h.Change, Undoes: OrNull(string(h.Undoes)),
		Reason: OrNull(p.Reason), Document: OrNull(p.Document), Missing: e.Fact.Missing, Changes: []Field{},
	}
	for _, ch := range e.Changes {
		f.Changes = append(f.Changes, Field{ch.Path, OrNull(ch.Code), readable(ch.Before), readable(ch.After)})
	}
	return f
}

// readable keeps bytes, which a program cannot read anyway, out of JSON.
func readable(v any) any {
	switch v.(type) {
	case nil, model.Amount, string, bool, int64, uint64, int:
		return v
	}
	return nil
}
