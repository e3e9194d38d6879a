// Package agenda says what still has to be done for a period: what waits for
// whom and until when, how far everybody has come, and what stands in the way
// of closing the period, each with who must act.
//
// What it promises: it decides from what it is given alone, reads no clock and
// no file, and names a date only where a rule gives one: the end of the period,
// and the 14 days for an objection (rules.ObjectionUntil). One person's chain
// of steps gives one obstacle, the next step; what is wrong beside the chain
// (nobody as evaluator, an implausible value) is named as well.
package agenda
