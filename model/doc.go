// Package model is the vocabulary of Kinerja and its pure rules: who works
// where, how they are measured, what was reached, how it was rated.
//
// The words. A Unit is a place in a tree. An Employee holds Posts: where, as
// what, under which evaluator, from when to when. An Instrument is the
// predefined yardstick of a position; its Indicators become the Measures of a
// Plan (SKP), which belongs to one post and one year. A Card is what a plan
// reached in one Period. An Evaluation is two Ratings of that, given by a
// person, and the Predicate that follows. A Fact is one change on record.
//
// What always holds:
//   - No part of a score is a floating-point number, and no missing value
//     counts as zero: see Number and Amount.
//   - A number only suggests; the two ratings are given by a person
//     (PermenPANRB 6/2022).
//   - Nothing here reads a clock, a file, a language or a setting. Time, actor
//     and rules are arguments.
//   - Functions return new values and leave their arguments as they were.
//   - Errors are sentinels of errors.go, words.go, table.go and nip.go, wrapped with what
//     and which; ui/lang alone turns them into sentences.
//
// Beside it: score (from a card to a result with its working), rules (rule sets
// as data), talk (the conversation about somebody's work), catalogue (ready
// instruments), sample (the district of Bukitintan).
package model
