package transfer

import (
	"kinerja/model"
	"kinerja/model/tenure"
	"kinerja/ui/cli/answer"
)

// answered is what a transfer did: the new post, the one that ended, the draft of
// the plan. What did not come about is null.
type answered struct {
	Schema   int           `json:"schema"`
	Employee answer.Person `json:"employee"`
	Post     *model.Post   `json:"post"`
	Ended    *model.Post   `json:"ended"`
	Plan     *string       `json:"plan"`
}

// answerOf is a transfer for programs.
func answerOf(who model.StaffRow, moved tenure.Moved, units model.Units) answered {
	m := answered{Schema: answer.Schema, Employee: answer.Person{ID: who.Employee, NIP: who.Number, Name: who.Name, Position: who.Position, Unit: units[who.Unit].Name}, Plan: answer.OrNull(string(moved.Plan.ID))}
	if moved.Post.ID != "" {
		m.Post = &moved.Post
	}
	if moved.Ended.ID != "" {
		m.Ended = &moved.Ended
	}
	return m
}
