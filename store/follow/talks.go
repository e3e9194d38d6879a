package follow

import (
	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store"
	"kinerja/store/sight"
)

// Colleagues lists those to whom this person may give feedback, and whose
// conversation is not theirs to read, by name: of each, what they gave themselves.
func (d Desk) Colleagues() ([]talk.Standing, error) {
	return store.Look(d.Desk, model.VerbFeedback, sight.Sight.Colleagues)
}
