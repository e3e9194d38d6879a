package answer

import (
	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
)

// Closing is how the end of a period stands in a unit.
type Closing struct {
	Schema    int            `json:"schema"`
	Unit      string         `json:"unit"`
	UnitID    model.UnitID   `json:"unit_id"`
	Units     []model.UnitID `json:"units"` // that it holds for
	Period    model.Period   `json:"period"`
	Closed    bool           `json:"closed"`
	By        *string        `json:"by"`   // who closed or opened it last
	Acts      []ClosingAct   `json:"acts"` // oldest first
	Obstacles []ClosingLeft  `json:"obstacles"`
}

// ClosingAct is one closing or opening again.
type ClosingAct struct {
	Act    string           `json:"act"` // "close" or "reopen"
	On     string           `json:"on"`
	By     model.EmployeeID `json:"by_id"`
	Reason string           `json:"reason"`
	Left   []ClosingLeft    `json:"accepted"` // what stood in the way
}

// ClosingLeft is one thing that stands, or stood, in the way.
type ClosingLeft struct {
	Kind     string           `json:"kind"`
	Employee model.EmployeeID `json:"employee"`
	Plan     model.PlanID     `json:"plan"`
}

// ClosingOf makes it.
func ClosingOf(c closing.Closing, unit model.Unit, by string, units []model.UnitID, list []agenda.Obstacle) Closing {
	o := Closing{Schema: Schema, Unit: unit.Name, UnitID: unit.ID, Units: units, Period: c.Period, Closed: c.Closed(), Acts: []ClosingAct{}, Obstacles: []ClosingLeft{}}
	if by != "" {
		o.By = &by
	}
	for _, a := range c.Acts {
		act := ClosingAct{Act: "close", On: a.On.String(), By: a.By, Reason: a.Reason, Left: []ClosingLeft{}}
		if a.Opens {
			act.Act = "reopen"
		}
		for _, l := range a.Left {
			act.Left = append(act.Left, ClosingLeft{l.Kind, l.Employee, l.Plan})
		}
		o.Acts = append(o.Acts, act)
	}
	for _, x := range list {
		o.Obstacles = append(o.Obstacles, ClosingLeft{x.Kind.String(), x.Staff.Employee, x.Plan})
	}
	return o
}
