package answer

import (
	"kinerja/model"
	"kinerja/model/tenure"
)

// Moved is what a transfer did: the new post, the one that ended, the draft of
// the plan. What did not come about is null.
type Moved struct {
	Schema   int         `json:"schema"`
	Employee Person      `json:"employee"`
	Post     *model.Post `json:"post"`
	Ended    *model.Post `json:"ended"`
	Plan     *string     `json:"plan"`
}

// MovedOf is a transfer for programs.
func MovedOf(who model.StaffRow, moved tenure.Moved, units model.Units) Moved {
	m := Moved{Schema: Schema, Employee: Person{who.Employee, who.Number, who.Name, who.Position, units[who.Unit].Name}, Plan: OrNull(string(moved.Plan.ID))}
	if moved.Post.ID != "" {
		m.Post = &moved.Post
	}
	if moved.Ended.ID != "" {
		m.Ended = &moved.Ended
	}
	return m
}
