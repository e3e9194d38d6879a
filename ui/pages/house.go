package pages

import (
	"kinerja/store"
	"kinerja/ui/nav"
)

// First is the page at the bottom: the first run in a file of one's own that has
// nobody. Where people log in, what one may read is not what the file has.
func (h House) First(wish nav.Route) (nav.Route, error) {
	if h.Guarded {
		return nav.Home{}, nil
	}
	people, err := h.Desk.Roster(store.RosterQuery{Gone: true})
	if err != nil || people.Len() > 0 || h.Sample {
		return nav.Home{}, err
	}
	if at, ok := wish.(nav.Welcome); ok {
		return at, nil
	}
	return nav.Welcome{}, nil
}
