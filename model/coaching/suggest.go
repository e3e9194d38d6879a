package coaching

import "kinerja/model"

// Sign is why a talk about help is suggested (DOMAIN 9, early-warning triggers).
// It suggests and never decides.
type Sign uint8

// The signs.
const (
	LowPredicate Sign = iota + 1 // butuh perbaikan, kurang, sangat kurang
	TwiceFallen                  // the aid fell in two periods one after the other
	SameRemark                   // two or more "needs improvement" on one behaviour
)

var signs = [...]string{"", "low_predicate", "twice_fallen", "same_remark"}

// String is the word of the command line.
func (s Sign) String() string { return signs[min(int(s), len(signs)-1)] }

// Seen is what is looked at of one person.
type Seen struct {
	Predicate model.Predicate // the newest that was shared
	Scores    []model.Amount  // of the aid, oldest first
	Remarks   map[string]int  // "needs improvement" of the last year, by behaviour
}

// Signs lists why help is suggested, in the order of the signs; none where nothing
// points to it.
func (s Seen) Signs() (list []Sign) {
	if s.Predicate != model.NoPredicate && s.Predicate <= model.NeedsImprovement {
		list = append(list, LowPredicate)
	}
	if n := len(s.Scores); n >= 3 {
		a, okA := s.Scores[n-3].Get()
		b, okB := s.Scores[n-2].Get()
		c, okC := s.Scores[n-1].Get()
		if okA && okB && okC && a > b && b > c {
			list = append(list, TwiceFallen)
		}
	}
	for _, n := range s.Remarks {
		if n >= 2 {
			return append(list, SameRemark)
		}
	}
	return list
}
