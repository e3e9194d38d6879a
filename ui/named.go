package ui

import (
	"kinerja/ui/nav"
	"kinerja/ui/pages"
)

// follow lets the top line, and every page opened from now on, call who works
// here by the name that the record has: a list or a form may change it.
func (r *Router) follow(house pages.House) {
	me := r.env.Me.Employee
	r.build = func(route nav.Route) nav.Screen { return pages.Build(r.env, house)(route) }
	r.callMe = func() (string, error) {
		who, err := house.Desk.Profile(me)
		return who.Employee.FullName(), err
	}
}
