package support

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Known is what of a case may be known: a set.
type Known uint8

// What may be known. Nothing of what was said ever is.
const (
	Made     Known = 1 << iota // that support was asked for
	Attended                   // how often the person came
	Finished                   // whether it is over
)

var knowns = [...]string{"made", "attended", "finished"}

// Has reports whether x is in the set.
func (k Known) Has(x Known) bool { return k&x != 0 }

// Words lists the words of a set, as files and the command line have them.
func (k Known) Words() []string {
	list := []string{}
	for i, w := range knowns {
		if k.Has(1 << i) {
			list = append(list, w)
		}
	}
	return list
}

// Audience is who may know it.
type Audience uint8

// The audiences.
const (
	ToEvaluator Audience = iota
	ToSuperior
	ToTeam
)

var audiences = [...]string{"evaluator", "superior", "team"}

// String is the word of files and the command line.
func (a Audience) String() string { return audiences[min(int(a), len(audiences)-1)] }

// Audiences lists all of them.
func Audiences() []Audience { return []Audience{ToEvaluator, ToSuperior, ToTeam} }

// Allow is what the person allows to be known, and to whom: flags, and no text.
type Allow struct {
	Evaluator Known `cbor:"1,keyasint,omitempty" json:"evaluator"`
	Superior  Known `cbor:"2,keyasint,omitempty" json:"superior"`
	Team      Known `cbor:"3,keyasint,omitempty" json:"team"`
}

// To is what an audience may know.
func (a Allow) To(who Audience) Known {
	switch who {
	case ToEvaluator:
		return a.Evaluator
	case ToSuperior:
		return a.Superior
	}
	return a.Team
}

// IsZero reports that nobody may know anything.
func (a Allow) IsZero() bool { return a == Allow{} }

// ParseAllow reads "evaluator=made,attended", one for each audience; "none" alone is
// nothing for anybody.
func ParseAllow(list []string) (a Allow, err error) {
	for _, text := range list {
		if strings.EqualFold(strings.TrimSpace(text), "none") && len(list) == 1 {
			return Allow{}, nil
		}
		who, what, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(text, " ", "")), "=")
		var k Known
		for w := range strings.SplitSeq(what, ",") {
			i := slices.Index(knowns[:], w)
			if i < 0 {
				return a, &model.FieldError{Field: "allow", Value: text, Err: model.ErrWord}
			}
			k |= 1 << i
		}
		switch who {
		case "evaluator":
			a.Evaluator |= k
		case "superior":
			a.Superior |= k
		case "team":
			a.Team |= k
		default:
			return a, &model.FieldError{Field: "allow", Value: text, Err: model.ErrWord}
		}
	}
	return a, nil
}

// Told is what an audience may be told of a case, as it stands.
type Told struct {
	Made     bool
	Attended int // how often; only with Counts
	Counts   bool
	Finished bool // whether it is over; only with Ends
	Ends     bool
}

// Tell is what the counsellor may tell an audience: what was consented, and nothing
// before.
func (c Case) Tell(who Audience) (t Told) {
	k := c.Allow.To(who)
	if c.State == Requested {
		k = 0
	}
	t.Made = k.Has(Made)
	if t.Counts = k.Has(Attended); t.Counts {
		for _, m := range c.Meetings {
			if m.Held {
				t.Attended++
			}
		}
	}
	if t.Ends = k.Has(Finished); t.Ends {
		t.Finished = !c.State.Open()
	}
	return t
}
