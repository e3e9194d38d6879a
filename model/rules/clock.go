package rules

import "kinerja/model"

// ObjectionDays is how long somebody may object to a result: "paling lambat 14
// hari sejak diterima" (PP 30/2019 art. 59). That these are calendar days, and
// that the day of receipt is day 0, is this program's reading: the regulation
// does not say. A rule set of one's own may have another number.
const ObjectionDays = 14

// ObjectionFor is how many days there are to object to e, by the rule set it
// was rated under.
func ObjectionFor(e model.Evaluation) int {
	if len(e.Definition) > 0 { // only those may have their own
		if rs, err := Define(e.Definition); err == nil && rs.ObjectionDays > 0 {
			return rs.ObjectionDays
		}
	}
	return ObjectionDays
}

// ObjectionUntil is the last day for an objection to e, which was received on a
// day; no day where it was not received.
func ObjectionUntil(e model.Evaluation, received model.Date) model.Date {
	return received.Add(ObjectionFor(e))
}
