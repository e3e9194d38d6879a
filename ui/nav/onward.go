package nav

// Onward is a route as it is opened after its page was left at a place: results
// of no instrument in particular are those of the sheet that was worked on last,
// in the same period. last is nil where the page was not open yet.
func Onward(route, last Route) Route {
	to, ok := route.(Results)
	was, known := last.(Results)
	if !ok || !known || to.Instrument != "" || to.Employee != "" || to.Period != 0 && to.Period != was.Period || was.Unit != to.Unit {
		return route
	}
	return was
}
