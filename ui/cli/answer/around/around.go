// Package around is what a unit worked under, as JSON has it: beside its numbers,
// and in none of them.
package around

import (
	"kinerja/model"
	"kinerja/model/situation"
)

// Situation is what was said of a unit in a period; what was not said is null.
type Situation struct {
	Unit         string       `json:"unit,omitempty"` // where several are told of
	UnitID       model.UnitID `json:"unit_id"`
	Period       model.Period `json:"period"`
	Vacancies    model.Amount `json:"vacancies"`
	Needed       model.Amount `json:"needed"`
	Present      model.Amount `json:"present"`
	Counted      int          `json:"counted"` // people who hold a post there on counted_on
	CountedOn    model.Date   `json:"counted_on"`
	Access       *string      `json:"access"` // ordinary, remote, very_remote
	AccessWords  *string      `json:"access_words"`
	DisasterDays model.Amount `json:"disaster_days"`
	Note         *string      `json:"note"`
	Source       *string      `json:"source"`
}

// Of makes it; null where nothing was said.
func Of(b situation.Beside) *Situation {
	if !b.Said() {
		return nil
	}
	return Whole(b)
}

// Whole makes it also where nothing was said.
func Whole(b situation.Beside) *Situation {
	text := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	return &Situation{
		UnitID: b.Unit, Period: b.Period, Vacancies: b.Vacancies, Needed: b.Needed, Present: b.Present, Counted: b.Counted, CountedOn: b.On,
		Access: text(b.Access.String()), AccessWords: text(b.AccessWords), DisasterDays: b.DisasterDays, Note: text(b.Note), Source: text(b.Source),
	}
}
