// Package referral is where a unit finds its counsellor, and that somebody was
// referred there, on a desk: the day and what they allow to be known, nothing else.
package referral

import (
	"errors"
	"slices"

	"kinerja/model"
	"kinerja/model/support"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/sight"
)

// Desk is a desk with these verbs.
type Desk struct{ *store.Desk }

// Contact is where the counsellor is found; nobody where nobody said. Everybody may
// read it, and that it is read is not to be seen, not even for the moment of reading:
// the look bears the name of any other.
func (d Desk) Contact() (support.Contact, error) {
	return store.Look(d.Desk, model.VerbReadStaff, contact)
}

// ContactIn is Contact for whoever holds the file: nobody is asked who they are.
func ContactIn(s *store.Store) (support.Contact, error) {
	return Desk{Desk: s.As(model.Actor{Via: model.Signed})}.Contact()
}

func contact(s sight.Sight) (support.Contact, error) {
	c, err := sequels.Contacts().Get(s.Tx.Tx, support.ContactID())
	if errors.Is(err, model.ErrNotFound) {
		err = nil
	}
	return c, err
}

// SetContact keeps where the counsellor is found, and the key that slips are sealed
// to. That the key is one is for the caller to find out.
func (d Desk) SetContact(c support.Contact) error {
	return store.Write(d.Desk, support.VerbContact, func(s sight.Sight) error {
		if err := s.May(support.VerbContact, ""); err != nil {
			return err
		}
		c.ID, c.Void = support.ContactID(), false
		if err := c.Check(); err != nil {
			return err
		}
		return sequels.Contacts().Put(s.Tx.Tx, c)
	})
}

// MayRefer refuses who may not refer somebody: nobody does it for themselves, for an
// own request leaves nothing behind (model.ErrSelf).
func (d Desk) MayRefer(who model.EmployeeID) error {
	_, err := store.Look(d.Desk, model.VerbReadStaff, func(s sight.Sight) (struct{}, error) { return struct{}{}, mayRefer(s, who) })
	return err
}

func mayRefer(s sight.Sight, who model.EmployeeID) error {
	if who != "" && who == s.Actor.Employee {
		return &model.FieldError{Field: "pegawai", Err: model.ErrSelf}
	}
	return s.May(support.VerbRefer, who)
}

// ReferToCounsellor keeps that somebody was referred: the day, and what they allow to
// be known. The slip itself goes to the counsellor and is not kept; nor is the paper
// by which the person signed, for it is named in the slip.
func (d Desk) ReferToCounsellor(who model.EmployeeID, allow support.Allow) (r support.Referral, err error) {
	err = store.Write(d.Desk, support.VerbRefer, func(s sight.Sight) error {
		if err := mayRefer(s, who); err != nil {
			return err
		}
		r = support.NewReferral(ledger.MintID(), s.Actor.Employee, who, s.Today(), allow)
		return sequels.Referrals().Put(s.Tx.Tx, r)
	})
	return r, err
}

// ReferralRow is one referral as lists show it; Staff is empty where the person allows
// nothing to be known.
type ReferralRow struct {
	support.Referral
	Staff model.StaffRow
	By    string // the name of who referred
}

// Referrals lists those that this person may know of, the newest first.
func (d Desk) Referrals() ([]ReferralRow, error) {
	return store.Look(d.Desk, model.VerbReadStaff, func(s sight.Sight) (list []ReferralRow, err error) {
		all, err := sequels.Referrals().All(s.Tx.Tx)
		for _, r := range slices.Backward(all) {
			rels, err := s.Relations(r.Employee)
			if err != nil {
				return nil, err
			}
			if !r.Seen(s.Actor, rels) {
				continue
			}
			row := ReferralRow{Referral: r, By: s.NameOf(r.By)}
			if r.Employee != "" {
				row.Staff = model.StaffRow{Employee: r.Employee, Name: s.NameOf(r.Employee)}
				if e, listed, err := s.Names.Line(r.Employee); err != nil {
					return nil, err
				} else if listed {
					row.Staff = e.Row()
				}
			}
			list = append(list, row)
		}
		return list, err
	})
}
