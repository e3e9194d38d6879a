package support

import (
	"strings"

	"kinerja/model"
)

// ContactID is the identity of the one Contact of a file.
func ContactID() string { return model.ReadyID("counsellor") }

// Contact is where the counsellor is found, and the public key that slips are sealed
// to: all that a unit's file holds about counselling as such.
type Contact struct {
	ID    string `cbor:"1,keyasint" json:"-"`
	Name  string `cbor:"2,keyasint,omitempty" json:"name"`
	Place string `cbor:"3,keyasint,omitempty" json:"place"`
	Hours string `cbor:"4,keyasint,omitempty" json:"hours"`
	Phone string `cbor:"5,keyasint,omitempty" json:"phone"`
	Key   string `cbor:"6,keyasint,omitempty" json:"key"` // as `kinerja support key` prints it
	Void  bool   `cbor:"7,keyasint,omitempty" json:"-"`
}

// Known reports that there is somebody to turn to.
func (c Contact) Known() bool { return c.Name != "" && !c.Void }

// Check refuses an address without a name, and texts that cannot be kept. Whether
// the key is one is found out by whoever seals to it.
func (c Contact) Check() error {
	if strings.TrimSpace(c.Name) == "" {
		return &model.FieldError{Field: "name", Err: model.ErrMissing}
	}
	for _, x := range []struct{ field, text string }{{"name", c.Name}, {"place", c.Place}, {"hours", c.Hours}, {"phone", c.Phone}, {"key", c.Key}} {
		if err := model.CheckText(x.text, 200, ""); err != nil {
			return &model.FieldError{Field: x.field, Value: x.text, Err: err}
		}
	}
	return nil
}

// Referral is what a unit keeps of a referral: its day and what the person allows to
// be known. Why it was made stands in the slip alone. Where nothing may be known, whom
// it was about is not kept either.
type Referral struct {
	ID       string           `cbor:"1,keyasint" json:"id"`
	On       model.Date       `cbor:"2,keyasint" json:"on"`
	By       model.EmployeeID `cbor:"3,keyasint,omitempty" json:"by,omitempty"` // who referred; none: who keeps the file alone
	Employee model.EmployeeID `cbor:"4,keyasint,omitempty" json:"employee,omitempty"`
	Allow    Allow            `cbor:"5,keyasint,omitzero" json:"allow"`
	Void     bool             `cbor:"6,keyasint,omitempty" json:"-"`
}

// NewReferral is what is kept of one that was made on a day.
func NewReferral(id string, by, employee model.EmployeeID, on model.Date, allow Allow) Referral {
	r := Referral{ID: id, On: on, By: by, Employee: employee, Allow: allow}
	if allow.IsZero() {
		r.Employee = ""
	}
	return r
}

// Seen reports whether somebody may know of it: who referred, the person, and whom the
// person allows to know that it was made. rels is how the reader stands to the person.
func (r Referral) Seen(reader model.Actor, rels []model.Relation) bool {
	alone := reader.Employee == "" && reader.Via == model.Own // who keeps the file alone
	if r.By == reader.Employee && (r.By != "" || alone) || r.Employee != "" && r.Employee == reader.Employee {
		return true
	}
	for _, rel := range rels {
		if rel == model.RelEvaluator && r.Allow.Evaluator.Has(Made) || rel == model.RelSuperior && r.Allow.Superior.Has(Made) {
			return true
		}
	}
	return r.Allow.Team.Has(Made) && reader.Roles.Has(model.RoleTeam)
}

// SlipFormat is the version of Slip.
const SlipFormat = 1

// Slip is a referral on its way to the counsellor. It leaves a unit only sealed to the
// counsellor's key.
type Slip struct {
	Format int        `cbor:"1,keyasint" json:"format"`
	ID     string     `cbor:"2,keyasint" json:"id"` // random: no slip is read twice
	On     model.Date `cbor:"3,keyasint" json:"on"`
	Person Person     `cbor:"4,keyasint" json:"person"`
	By     string     `cbor:"5,keyasint" json:"by"` // who referred, by name
	About  string     `cbor:"6,keyasint" json:"about"`
	Allow  Allow      `cbor:"7,keyasint,omitzero" json:"allow"`
	Paper  string     `cbor:"8,keyasint,omitempty" json:"paper,omitempty"` // that the person signed; none: they typed their PIN
}

// Check refuses a slip that lacks whom it is about, why, or who made it.
func (s Slip) Check() error {
	for _, x := range []struct{ field, text string }{{"name", s.Person.Name}, {"about", s.About}, {"by", s.By}} {
		if strings.TrimSpace(x.text) == "" {
			return &model.FieldError{Field: x.field, Err: model.ErrMissing}
		}
	}
	if s.Format != SlipFormat {
		return model.ErrNewer
	}
	return Case{Person: s.Person, About: s.About, Onward: s.By, Plan: s.Paper}.Check()
}

// Begin is the case that a slip opens. That the person signed the referral is no
// consent to counselling yet: the case begins as a request.
func (s Slip) Begin(id ID, today model.Date) Case {
	return Case{ID: id, Opened: today, Person: s.Person, About: s.About, By: s.By, Slip: s.ID}
}

// Emergency is whom to call where there is danger to oneself or others. It stands in
// settings, and is marked as not verified until Checked says who looked at it.
type Emergency struct {
	Hotline string
	Danger  string // a sentence of one's own; "": that of the program
	Checked string // who looked at it, and when
}
