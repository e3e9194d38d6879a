package pages

import (
	"kinerja/model"
	"kinerja/model/support"
	"kinerja/store"
	"kinerja/store/follow"
	"kinerja/store/referral"
)

// supportDesk gives the page of support the counsellor's address and a printer.
type supportDesk struct {
	*store.Desk
	house House
}

// Contact is where the counsellor is found.
func (d supportDesk) Contact() (support.Contact, error) { return referral.Desk{Desk: d.Desk}.Contact() }

// SupportSuggested reports whether the person at this desk is told of support.
func (d homeDesk) SupportSuggested() (bool, error) {
	return follow.Desk{Desk: d.Desk}.SupportSuggested()
}

// Emergency is whom to call in danger.
func (d supportDesk) Emergency() support.Emergency { return d.house.Emergency }

// Print prints on this machine, where there is one; it is the other's own otherwise.
func (d supportDesk) Print(lines []string) error {
	if d.house.Print == nil {
		return model.ErrNotFound
	}
	return d.house.Print(lines)
}
