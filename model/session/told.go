package session

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/model/gain"
)

// Gain is what the test of a session shows, by the means of those who took it
// before and after (N-gain, as of a class). It reports gain.ErrFull where nobody
// took both.
func (s Session) Gain() (gain.Detail, error) {
	var pairs []gain.Pair
	for _, a := range s.People {
		pairs = append(pairs, gain.Pair{Pre: a.Pre, Post: a.Post})
	}
	return gain.FromPairs(pairs, s.Most, gain.Class)
}

// Count is how a session's list stands.
type Count struct {
	Registered, Came, Told, Tested, Passed int
}

// Count counts the people of a session.
func (s Session) Count() (c Count) {
	for _, a := range s.People {
		c.Registered++
		if a.Came {
			c.Came++
		}
		if !a.Told.On.IsZero() {
			c.Told++
		}
		if a.Pre.Present() && a.Post.Present() {
			c.Tested++
		}
		if a.Passed {
			c.Passed++
		}
	}
	return c
}

// Measured is by which version of an instrument somebody is measured.
type Measured struct {
	Employee   model.EmployeeID
	Instrument model.InstrumentID
	Version    int
}

// Untold lists, of people and what they are measured by, those to whom that version
// of that instrument was not explained in any session up to a day, in the order of
// the list. What explains a version explains those before it.
func Untold(list []Measured, sessions []Session, until model.Date) (untold []Measured) {
	for _, m := range list {
		if !slices.ContainsFunc(sessions, func(s Session) bool { return s.From <= until && s.Explains(m.Employee, m.Instrument, m.Version) }) {
			untold = append(untold, m)
		}
	}
	return untold
}

// Hours adds up the lesson hours of a person in a year, by the last day of each
// session.
func Hours(e model.EmployeeID, sessions []Session, year int) (sum model.Number) {
	for _, s := range sessions {
		if s.To.Year() == year {
			sum += s.Learned(e) // each at most MostHours
		}
	}
	return sum
}

// Bounds are the lesson hours of a year that competence development is to come to:
// at least, for civil servants (PNS); at most, for staff on an agreement (PPPK); 0:
// no bound.
type Bounds struct{ LeastPNS, MostPPPK int }

// DefaultBounds are those from memory of PP 11/2017 and PP 49/2018 (not verified): a
// setting changes them.
func DefaultBounds() Bounds { return Bounds{LeastPNS: 20, MostPPPK: 24} }

// Weak is a measure that several people of a unit do not reach: a training for them
// is suggested.
type Weak struct {
	Code   string
	Below  []model.EmployeeID // whose reach is below the bound, by how much it is: the weakest first
	People int                // who have a value for it
}

// A training is suggested where at least so many people reach less than so many per
// cent of a measure: a choice of this program.
const (
	WeakBelow = 90
	WeakLeast = 2
)

// Reached is what one person reached of a measure, in per cent of its target.
type Reached struct {
	Employee model.EmployeeID
	Code     string
	Reach    model.Amount // absent: no value
}

// Weaknesses lists the measures that at least so many people reach less than bound
// per cent of, the one with most such people first.
func Weaknesses(list []Reached, bound model.Number, least int) []Weak {
	by, reach := map[string]*Weak{}, map[string]map[model.EmployeeID]model.Number{}
	for _, r := range list {
		n, ok := r.Reach.Get()
		if !ok {
			continue
		}
		w := by[r.Code]
		if w == nil {
			w = &Weak{Code: r.Code}
			by[r.Code], reach[r.Code] = w, map[model.EmployeeID]model.Number{}
		}
		if w.People++; n.Round() < bound {
			w.Below = append(w.Below, r.Employee)
			reach[r.Code][r.Employee] = n
		}
	}
	var weak []Weak
	for code, w := range by {
		if len(w.Below) < max(least, 1) {
			continue
		}
		slices.SortFunc(w.Below, func(a, b model.EmployeeID) int {
			return cmp.Or(cmp.Compare(reach[code][a], reach[code][b]), cmp.Compare(a, b))
		})
		weak = append(weak, *w)
	}
	slices.SortFunc(weak, func(a, b Weak) int {
		return cmp.Or(cmp.Compare(len(b.Below), len(a.Below)), cmp.Compare(a.Code, b.Code))
	})
	return weak
}

// Row is one session as lists show it, with those of its people whom the reader may
// know.
type Row struct {
	Session
	UnitName  string
	Staff     map[model.EmployeeID]model.StaffRow
	Explained string                      // code of the instrument that a briefing explains
	Names     map[model.EmployeeID]string // of whoever typed what somebody said
}

// Learner is how somebody stands with what was explained to them and what they
// learned.
type Learner struct {
	Staff      model.StaffRow
	Instrument model.Instrument // by which they are measured in the period
	Told       bool             // that version was explained to them by the end of the period
	Hours      model.Number     // lesson hours of the year
	Bounds     Bounds           // in force
}

// Bound is how many lesson hours a year somebody is to come to, and whether that is
// the least (PNS) or the most (PPPK); 0 for who has neither.
func (l Learner) Bound() (hours int, most bool) {
	switch l.Staff.Kind {
	case model.PNS:
		return l.Bounds.LeastPNS, false
	case model.PPPK, model.PPPKPartTime:
		return l.Bounds.MostPPPK, true
	}
	return 0, false
}

// Within reports that the hours keep to the bound.
func (l Learner) Within() bool {
	bound, most := l.Bound()
	switch n := model.Int(int64(bound)); {
	case bound == 0:
		return true
	case most:
		return l.Hours <= n
	default:
		return l.Hours >= n
	}
}

// Waiting counts those to whom their version was not explained yet.
func Waiting(list []Learner) (n int) {
	for _, l := range list {
		if !l.Told {
			n++
		}
	}
	return n
}
