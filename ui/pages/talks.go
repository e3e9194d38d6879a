package pages

import (
	"kinerja/model"
	"kinerja/model/access"
	"kinerja/store"
	"kinerja/ui/nav"
	"kinerja/ui/screen/feedback"
)

// talks makes the page of one conversation, or of all: of who reads no other than
// their own, that one.
func talks(env nav.Env, desk *store.Desk, own model.UnitID, route nav.Feedback) nav.Screen {
	others := access.May(env.Me, model.VerbReadTalks, model.RelEvaluator) || access.May(env.Me, model.VerbReadTalks, model.RelSuperior)
	if route.Employee == "" && !others {
		route.Employee = env.Me.Employee
	}
	if route.Employee == "" {
		return feedback.NewList(env, desk, own)
	}
	return feedback.New(env, talkDesk{desk}, route)
}
