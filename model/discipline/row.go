package discipline

import "kinerja/model"

// Row is one letter as lists show it.
type Row struct {
	Letter
	Staff model.StaffRow
}
