package tenure

import "kinerja/model"

// Outsider is somebody outside of the units of a file who evaluates from there,
// as the head of the health office evaluates the head of a puskesmas. In the
// file they hold a [model.Post] that is Outside, at the office they work in.
type Outsider struct {
	Person   model.Employee
	Position string
	Office   string       // name of the unit they work in; one of that name is made where there is none
	Above    model.UnitID // the unit that a new office is put above, if nothing is above it yet
}
