package known

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/survey"
	"kinerja/store/intake/table"
)

// Snapshot is what is known already. Each method is called at most once for
// each of its arguments; nothing void is given.
type Snapshot interface {
	Places
	Instruments() ([]model.Instrument, error)
	// People goes through everybody with all their posts.
	People() iter.Seq2[Person, error]
	// Plans goes through the plans of a year.
	Plans(year int) iter.Seq2[model.Plan, error]
	// Standings goes through what has a card or an evaluation in a period;
	// Card and Evaluation alone are read.
	Standings(p model.Period) iter.Seq2[model.Standing, error]
}

// Places is what is known of units: the tree, and what their customers said.
type Places interface {
	Units() (model.Units, error)
	Surveys() ([]survey.Survey, error)
}

// Person is somebody with their posts.
type Person struct {
	Employee model.Employee
	Posts    []model.Post
}

// People finds who is known by their number, or by name and unit where the
// number is one that this program gave (NON-0001).
type People struct {
	byNumber map[model.NIP]*Person
	byID     map[model.EmployeeID]*Person
	byName   map[string][]*Person
	highest  int // last NON- number in use
}

// ReadPeople reads everybody who is known; today says which post somebody without a
// number is known in.
func ReadPeople(snap Snapshot, today model.Date) (*People, error) {
	k := &People{map[model.NIP]*Person{}, map[model.EmployeeID]*Person{}, map[string][]*Person{}, 0}
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
			key := NameKey(p.Employee.Name, p.Current(0, today).Unit)
			k.byName[key] = append(k.byName[key], &p)
		}
	}
	return k, nil
}

// Label is the number of somebody known, as a table would name them.
func (k *People) Label(id model.EmployeeID) string {
	if p := k.byID[id]; p != nil {
		return string(p.Employee.Number)
	}
	return ""
}

// Current is the post that a table is about: the one that began on from, else
// the one held today, else the newest; an empty one for somebody without.
func (p *Person) Current(from, today model.Date) model.Post {
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

// NameKey is by what people without a number are told apart.
func NameKey(name string, unit model.UnitID) string {
	return table.FoldWords(name) + "|" + string(unit)
}

// ByNumber is who bears a number; nil for nobody.
func (k *People) ByNumber(n model.NIP) *Person { return k.byNumber[n] }

// Named is somebody known who goes by a name, titles apart; nil where it is
// another's name or nobody is known by that identity. byUs tells that their
// number is one that this program gave.
func (k *People) Named(id model.EmployeeID, name string) (p *Person, byUs bool) {
	p = k.byID[id]
	if p == nil || name == "" || table.FoldWords(p.Employee.Name) != table.FoldWords(name) {
		return nil, false
	}
	_, byUs = given(p.Employee.Number)
	return p, byUs
}

// Bears says that somebody bears a number that was not known as theirs.
func (k *People) Bears(n model.NIP, p *Person) { k.byNumber[n] = p }

// ByName lists who has no number of their own and goes by a NameKey.
func (k *People) ByName(key string) []*Person { return k.byName[key] }

// Next is the number that this program gives to the next person without one.
func (k *People) Next() model.NIP {
	k.highest++
	return model.NIP(fmt.Sprintf("NON-%04d", k.highest))
}
