package intake

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/store/intake/table"
)

// Snapshot is what is known already. Each method is called at most once for
// each of its arguments; nothing void is given.
type Snapshot interface {
	Units() (model.Units, error)
	Instruments() ([]model.Instrument, error)
	// People goes through everybody with all their posts.
	People() iter.Seq2[Person, error]
	// Plans goes through the plans of a year.
	Plans(year int) iter.Seq2[model.Plan, error]
	// Standings goes through what has a card or an evaluation in a period;
	// Card and Evaluation alone are read.
	Standings(p model.Period) iter.Seq2[model.Standing, error]
}

// Person is somebody with their posts.
type Person struct {
	Employee model.Employee
	Posts    []model.Post
}

// people finds who is known by their number, or by name and unit where the
// number is one that this program gave (NON-0001).
type people struct {
	byNumber map[model.NIP]*Person
	byID     map[model.EmployeeID]*Person
	byName   map[string][]*Person
	highest  int // last NON- number in use
}

func newPeople(snap Snapshot, today model.Date) (*people, error) {
	k := &people{map[model.NIP]*Person{}, map[model.EmployeeID]*Person{}, map[string][]*Person{}, 0}
	for p, err := range snap.People() {
		if err != nil {
			return nil, fmt.Errorf("people: %w", err)
		}
		if p.Employee.Void {
			continue
		}
		k.byNumber[p.Employee.Number] = &p
		k.byID[p.Employee.ID] = &p
		if n, ok := given(p.Employee.Number); ok {
			k.highest = max(k.highest, n)
			key := nameKey(p.Employee.Name, p.current(0, today).Unit)
			k.byName[key] = append(k.byName[key], &p)
		}
	}
	return k, nil
}

// label is the number of somebody known, as a table would name them.
func (k *people) label(id model.EmployeeID) string {
	if p := k.byID[id]; p != nil {
		return string(p.Employee.Number)
	}
	return ""
}

// current is the post that a table is about: the one that began on from, else
// the one held today, else the newest; an empty one for somebody without.
func (p *Person) current(from, today model.Date) model.Post {
	var newest model.Post
	for _, post := range p.Posts {
		if post.Void {
			continue
		}
		if from != 0 && post.From == from {
			return post
		}
		if newest.ID == "" || post.From > newest.From {
			newest = post
		}
	}
	if post, ok := model.MainPost(p.Posts, today, today); ok && today != 0 {
		return post
	}
	return newest
}

// given reads the serial of a number that this program gave.
func given(n model.NIP) (int, bool) {
	digits, ok := strings.CutPrefix(string(n), "NON-")
	serial, err := strconv.Atoi(digits)
	return serial, ok && err == nil
}

// nameKey is by what people without a number are told apart.
func nameKey(name string, unit model.UnitID) string {
	return table.FoldWords(name) + "|" + string(unit)
}

// unitIndex finds units by code or name.
type unitIndex struct {
	all    model.Units
	byCode map[string]model.UnitID
	byName map[string][]model.UnitID
}

func newUnitIndex(snap Snapshot) (*unitIndex, error) {
	all, err := snap.Units()
	if err != nil {
		return nil, fmt.Errorf("units: %w", err)
	}
	x := &unitIndex{all, map[string]model.UnitID{}, map[string][]model.UnitID{}}
	for id, u := range all {
		if u.Void {
			continue
		}
		if u.Code != "" {
			x.byCode[table.FoldWords(u.Code)] = id
		}
		x.byName[table.FoldWords(u.Name)] = append(x.byName[table.FoldWords(u.Name)], id)
	}
	return x, nil
}

// find returns the unit that s names; where it names none or several, the codes
// and names that are accepted.
func (x *unitIndex) find(s string) (id model.UnitID, accepted []string, err error) {
	key := table.FoldWords(s)
	if id, ok := x.byCode[key]; ok {
		return id, nil, nil
	}
	switch fit := x.byName[key]; len(fit) {
	case 1:
		return fit[0], nil, nil
	case 0:
		return "", x.near(key), model.ErrNotFound
	default:
		for _, id := range fit {
			accepted = append(accepted, x.all[id].Code)
		}
		return "", accepted, model.ErrSeveral
	}
}

// near lists units as "code name": those that share a word with what was
// written, else all; at most eight.
func (x *unitIndex) near(key string) []string {
	var some, all []string
	for _, u := range x.all {
		if u.Void {
			continue
		}
		name := table.Trim(u.Code + " " + u.Name)
		all = append(all, name)
		for w := range strings.FieldsSeq(key) {
			if len(w) > 3 && slices.Contains(strings.Fields(table.FoldWords(u.Name)), w) {
				some = append(some, name)
				break
			}
		}
	}
	if len(some) == 0 {
		some = all
	}
	slices.Sort(some)
	return some[:min(8, len(some))]
}

// label is how a unit is named in a table: its code, else its name.
func (x *unitIndex) label(id model.UnitID) string {
	u := x.all[id]
	if u.Code != "" {
		return u.Code
	}
	return u.Name
}
