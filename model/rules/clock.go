package rules

import "kinerja/model"

// ObjectionDays is how long somebody may object to a result: "paling lambat 14
// hari sejak diterima" (PP 30/2019 art. 59). That these are calendar days, and
// that the day of receipt is day 0, is this program's reading: the regulation
// does not say.
const ObjectionDays = 14

// ObjectionUntil is the last day for an objection to a result that was received
// on a day; no day where it was not received.
func ObjectionUntil(received model.Date) model.Date { return received.Add(ObjectionDays) }
