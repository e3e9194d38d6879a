// Package terms is what an office asks for after an evaluation, where no rule that
// could be read says how much (DOMAIN 1.10, 1.11, 9): defaults of this program, not
// verified, each of which a setting changes.
package terms

import (
	"strings"

	"kinerja/model/award"
	"kinerja/model/objection"
	"kinerja/model/session"
)

// Terms are the numbers and words in force.
type Terms struct {
	Award        award.Rule     // who is proposed
	Kinds        string         // of awards, parted by semicolons; "": those that the language proposes
	Hours        session.Bounds // lesson hours of a year
	DecisionDays int            // within which an objection is expected to be decided
	Warns        bool           // whoever rates is told whom nobody explained the instrument to
}

// Default are the terms until a setting says otherwise.
func Default() Terms {
	return Terms{Award: award.Default(), Hours: session.DefaultBounds(), DecisionDays: objection.DecisionDays, Warns: true}
}

// KindsOr are the kinds of awards; of none those proposed.
func (t Terms) KindsOr(proposed []string) (list []string) {
	for kind := range strings.SplitSeq(t.Kinds, ";") {
		if kind = strings.TrimSpace(kind); kind != "" {
			list = append(list, kind)
		}
	}
	if len(list) == 0 {
		return proposed
	}
	return list
}
