package tenure

import "kinerja/model"

// Outlook is what follows from a transfer or an end, before it is kept.
type Outlook struct {
	Held model.Post // the post that ends, or goes on beside an acting one
	Last model.Date // its last day; 0: it goes on

	// The period in which the last day lies, and the first day in it on which the
	// post is held. Part of Days days are left of it: it is split where these differ.
	Period     model.Period
	First      model.Date
	Part, Days int
	// Rest is how many days of that period the new post has, if it begins in it.
	Rest int
}

// Split reports whether a period is parted by the last day.
func (o Outlook) Split() bool { return o.Last != 0 && o.Part < o.Days }

// Foresee says what follows for a post when a new one begins on a day (0: none
// begins) and it ends on another (0: it goes on), in periods of a kind.
func Foresee(held model.Post, last, begins model.Date, kind model.PeriodKind) Outlook {
	o := Outlook{Held: held, Last: last}
	at := last
	if at == 0 {
		at = begins
	}
	if at == 0 {
		return o
	}
	o.Period = model.PeriodAt(kind, at)
	o.Days = o.Period.Days()
	o.First = max(o.Period.First(), held.From)
	if last != 0 {
		o.Part = max(0, o.First.Until(last)+1)
	}
	if begins != 0 && begins <= o.Period.Last() {
		o.Rest = begins.Until(o.Period.Last()) + 1
	}
	return o
}
