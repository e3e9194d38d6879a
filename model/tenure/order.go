package tenure

import (
	"strings"

	"kinerja/model"
)

// Order is a transfer of somebody as one form says it (Mutasi), or the
// appointment of an acting official beside the post held (Plt, Plh).
type Order struct {
	Employee  model.EmployeeID
	Unit      model.UnitID
	Position  string           // "": as before
	Evaluator model.EmployeeID // "": who heads the new unit
	On        model.Date       // the first day
	Letter    string           // number of the letter
	Acting    bool             // beside the post held, which goes on
	Daily     bool             // of an acting official: Plh, not Plt
	// Instrument is what the plan of the new post is drafted from; "": the one that
	// fits the position.
	Instrument model.InstrumentID
}

// Moved is what came of it: the new post, the one that ended (none with an acting
// one), and the draft of the plan for the new one (none where no instrument fits).
type Moved struct {
	Post, Ended model.Post
	Plan        model.Plan
}

// Posts returns the posts that change: the new one last. held is the post held on
// the day before. The evaluator is whoever heads the new unit, where none is
// named; where that is nobody, or the person, one has to be named (ErrMissing).
func (o Order) Posts(held model.Post, unit model.Unit) ([]model.Post, error) {
	if strings.TrimSpace(o.Letter) == "" {
		return nil, &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	p := held
	p.ID, p.Unit, p.From, p.To, p.EndLetter, p.Outside = "", o.Unit, o.On, 0, "", false
	p.Letter, p.Acting, p.Daily = strings.TrimSpace(o.Letter), o.Acting, o.Acting && o.Daily
	if position := strings.TrimSpace(o.Position); position != "" && position != held.Position {
		p.Position, p.Level = position, ""
	}
	if p.Evaluator = o.Evaluator; p.Evaluator == "" {
		p.Evaluator = unit.Head
	}
	if p.Evaluator == "" || p.Evaluator == o.Employee {
		return nil, &model.FieldError{Field: "nip_penilai", Err: model.ErrMissing}
	}
	if !o.Acting {
		return After(p, []model.Post{held}, held.ID)
	}
	if o.On == 0 {
		return nil, &model.FieldError{Field: "mulai", Err: model.ErrMissing}
	}
	return []model.Post{p}, nil
}

// End returns a post with its last day and the letter on which it ends: a
// contract that runs out, somebody who leaves.
func End(p model.Post, last model.Date, letter string) (model.Post, error) {
	if strings.TrimSpace(letter) == "" {
		return p, &model.FieldError{Field: "document", Err: model.ErrMissing}
	}
	if last == 0 {
		return p, &model.FieldError{Field: "selesai", Err: model.ErrMissing}
	}
	p.To, p.EndLetter = last, strings.TrimSpace(letter)
	return p, p.Check()
}
