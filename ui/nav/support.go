package nav

// Support says what support is and where the counsellor is found, and prints the blank
// request.
type Support struct{}

func (Support) route() {}

// Unkept reports a place of which nothing may remain: it is never kept as the place
// to come back to, nor what was opened over it.
func Unkept(r Route) bool {
	_, unkept := r.(Support)
	return unkept
}
