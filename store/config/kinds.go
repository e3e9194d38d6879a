package config

import "kinerja/model"

// Kinds name the rule set of each kind of staff; "": the one of all.
type Kinds struct {
	PNS    string
	PPPK   string // part time too
	NonASN string
}

// Of is the reference for people of a kind; "" for none of their own.
func (k Kinds) Of(kind model.EmployeeKind) string {
	switch kind {
	case model.PNS:
		return k.PNS
	case model.NonASN:
		return k.NonASN
	}
	return k.PPPK
}

// KeyOf is the key of the setting for people of a kind.
func KeyOf(kind model.EmployeeKind) string {
	if kind == model.PPPKPartTime {
		kind = model.PPPK
	}
	return "rules." + kind.String()
}

// kinds are the settings of the rule sets by kind of staff.
func kinds() []setting {
	return []setting{
		text(KeyOf(model.PNS), model.Text{
			ID: "Aturan khusus bagi PNS; kosong: menurut ruleset. SKP yang menyebut aturannya sendiri tetap memakai itu.",
			EN: "The rule set of civil servants (PNS); empty: as ruleset says. A plan that names its own keeps to that.",
		}, func(c *Config) *string { return &c.Rules.Kinds.PNS }),
		text(KeyOf(model.PPPK), model.Text{
			ID: "Aturan khusus bagi PPPK, juga paruh waktu; kosong: menurut ruleset.",
			EN: "The rule set of contract staff (PPPK), part time too; empty: as ruleset says.",
		}, func(c *Config) *string { return &c.Rules.Kinds.PPPK }),
		text(KeyOf(model.NonASN), model.Text{
			ID: "Aturan khusus bagi pegawai non-ASN; kosong: menurut ruleset.",
			EN: "The rule set of staff who are not ASN; empty: as ruleset says.",
		}, func(c *Config) *string { return &c.Rules.Kinds.NonASN }),
	}
}
