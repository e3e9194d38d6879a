// Package plans reads plans (SKP): one row for each, from an instrument; or one
// row for each measure, with targets and measures of the person's own.
//
// What it promises: rows that name an instrument, and rows about a plan that
// exists, say what differs from it, and the rest stays; rows that name none make
// a plan of exactly what they say, filed under the instrument that fits the
// position. A plan is taken whole or not at all. What is read counts as agreed on
// paper, on the day told or today. A plan for which results were entered, or an
// evaluation was begun, never changes here: on its page it is agreed anew, and
// the results are compared with the new targets.
package plans
