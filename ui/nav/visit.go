package nav

import "kinerja/model"

// Visit is half a day at one site: what is done there, in its order.
type Visit struct {
	Unit   model.UnitID
	Period model.Period
}

func (Visit) route() {}
