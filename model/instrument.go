package model

import (
	"slices"
	"strings"
)

// Direction says which way an indicator is good.
type Direction uint8

// The directions, with the words that files use.
const (
	Higher Direction = iota // naik: more is better
	Lower                   // turun: less is better
	Range                   // rentang: both sides of the range fall
	Zero                    // nol: none is best
	Gain                    // gain: normalised gain, compared as Higher
)

var directions = [...]string{"naik", "turun", "rentang", "nol", "gain"}

// String is the word that files use.
func (d Direction) String() string { return directions[min(int(d), len(directions)-1)] }

// ParseDirection reads the word that files use.
func ParseDirection(s string) (Direction, bool) { return parseWord[Direction](directions[:], s) }

// Aspect is the aspect of a measure (PermenPANRB 6/2022 forms).
type Aspect uint8

// The aspects.
const (
	Quantity Aspect = iota
	Quality
	Timeliness
	Cost
)

var aspects = [...]string{"kuantitas", "kualitas", "waktu", "biaya"}

// String is the word that files use.
func (a Aspect) String() string { return aspects[min(int(a), len(aspects)-1)] }

// ParseAspect reads the word that files use.
func ParseAspect(s string) (Aspect, bool) { return parseWord[Aspect](aspects[:], s) }

// Aggregate says how the values of several periods or people add up.
type Aggregate uint8

// The ways, with the words that files use.
const (
	Mean   Aggregate = iota // rerata
	Sum                     // jumlah
	Latest                  // terakhir
	Ratio                   // rasio: sum of numerators over sum of denominators
)

var aggregates = [...]string{"rerata", "jumlah", "terakhir", "rasio"}

// String is the word that files use.
func (a Aggregate) String() string { return aggregates[min(int(a), len(aggregates)-1)] }

// ParseAggregate reads the word that files use.
func ParseAggregate(s string) (Aggregate, bool) { return parseWord[Aggregate](aggregates[:], s) }

// Gauge is how a thing is measured: what an Indicator of an instrument and a
// Measure of a plan have in common.
type Gauge struct {
	Code       string    `cbor:"1,keyasint,omitempty" json:"code"` // "IDL": short, for columns and the command line
	Name       Text      `cbor:"2,keyasint,omitempty" json:"name"` // "Imunisasi dasar lengkap"
	Unit       string    `cbor:"3,keyasint,omitempty" json:"unit"` // "%", "menit", "dokumen"
	Aspect     Aspect    `cbor:"4,keyasint,omitempty" json:"-"`
	Direction  Direction `cbor:"5,keyasint,omitempty" json:"-"`
	Target     Number    `cbor:"6,keyasint,omitempty" json:"target"`
	TargetHigh Amount    `cbor:"7,keyasint,omitzero" json:"target_high"` // upper end of a range target
	Limit      Amount    `cbor:"8,keyasint,omitzero" json:"limit"`       // Zero: where nothing is left of 100 %
	Cap        Amount    `cbor:"9,keyasint,omitzero" json:"cap"`         // most per cent that count; absent: the rule set's
	Low        Amount    `cbor:"10,keyasint,omitzero" json:"plausible_min"`
	High       Amount    `cbor:"11,keyasint,omitzero" json:"plausible_max"`
	Weight     Number    `cbor:"12,keyasint,omitempty" json:"weight"`
	Aggregate  Aggregate `cbor:"13,keyasint,omitempty" json:"-"`
	Source     string    `cbor:"14,keyasint,omitempty" json:"source,omitempty"` // where name and target come from
	Unverified bool      `cbor:"15,keyasint,omitempty" json:"unverified,omitempty"`
	Part       Part      `cbor:"16,keyasint,omitzero" json:"part,omitzero"` // of a split period; the zero Part: the whole
}

// Check refuses a gauge that cannot be scored.
func (g Gauge) Check() error {
	high, ranged := g.TargetHigh.Get()
	switch {
	case strings.TrimSpace(g.Code) == "":
		return &FieldError{Field: "kode", Err: ErrMissing}
	case g.Name == Text{}:
		return &FieldError{Field: "indikator", Value: g.Code, Err: ErrMissing}
	case g.Target < 0:
		return &FieldError{Field: "target", Value: g.Target.String(), Err: ErrNegative}
	case ranged && high < g.Target:
		return &FieldError{Field: "target_atas", Value: high.String(), Err: ErrOrder}
	case g.Direction == Range && !ranged:
		return &FieldError{Field: "target_atas", Value: g.Code, Err: ErrMissing}
	case g.Weight < 0:
		return &FieldError{Field: "bobot", Value: g.Weight.String(), Err: ErrNegative}
	case g.Limit.Present() && g.Limit.Or(0) <= 0:
		return &FieldError{Field: "batas", Value: g.Limit.String(), Err: ErrZero}
	case g.Cap.Present() && g.Cap.Or(0) <= 0:
		return &FieldError{Field: "cap", Value: g.Cap.String(), Err: ErrZero}
	}
	return nil
}

// Plausible reports whether n lies within the range that is to be expected.
// What lies outside warns and takes a reason; it is never refused.
func (g Gauge) Plausible(n Number) bool {
	low, hasLow := g.Low.Get()
	high, hasHigh := g.High.Get()
	return !(hasLow && n < low || hasHigh && n > high)
}

// Indicator is one line of an instrument.
type Indicator struct {
	ID    ElementID `cbor:"1,keyasint" json:"id"`
	Gauge Gauge     `cbor:"2,keyasint" json:"gauge"`
}

// Instrument is the predefined yardstick of a position. A version is frozen
// once a plan uses it; a later wish is a new version.
type Instrument struct {
	ID         InstrumentID `cbor:"1,keyasint" json:"id"`
	Code       string       `cbor:"2,keyasint,omitempty" json:"code"` // unique with Version
	Version    int          `cbor:"3,keyasint,omitempty" json:"version"`
	Name       Text         `cbor:"4,keyasint,omitempty" json:"name"`
	Positions  []string     `cbor:"5,keyasint,omitempty" json:"positions"` // beginnings of position names; none: for everyone else
	Indicators []Indicator  `cbor:"6,keyasint,omitempty" json:"indicators"`
	Frozen     bool         `cbor:"7,keyasint,omitempty" json:"frozen"`
	Source     string       `cbor:"8,keyasint,omitempty" json:"source,omitempty"`
	Void       bool         `cbor:"9,keyasint,omitempty" json:"-"`
}

// Fits says how well the instrument fits a position: the length of the longest
// of its position names with which position begins, 0 for the general one, -1
// for none.
func (in Instrument) Fits(position string) int {
	if len(in.Positions) == 0 {
		return 0
	}
	best := -1
	position = strings.ToLower(position)
	for _, p := range in.Positions {
		p = strings.ToLower(p)
		if rest, ok := strings.CutPrefix(position, p); ok && (rest == "" || rest[0] == ' ' || rest[0] == ',') {
			best = max(best, len(p))
		}
	}
	return best
}

// InstrumentFor picks the instrument that fits position best; the newest
// version where two fit alike.
func InstrumentFor(all []Instrument, position string) (Instrument, bool) {
	best, score := Instrument{}, -1
	for _, in := range all {
		if fit := in.Fits(position); !in.Void && fit >= 0 && (fit > score || fit == score && in.Version > best.Version) {
			best, score = in, fit
		}
	}
	return best, score >= 0
}

// Check refuses an instrument without code, name or indicators, or with two
// indicators of one code.
func (in Instrument) Check() error {
	switch {
	case strings.TrimSpace(in.Code) == "":
		return &FieldError{Field: "instrumen", Err: ErrMissing}
	case len(in.Indicators) == 0:
		return &FieldError{Field: "indikator", Value: in.Code, Err: ErrMissing}
	}
	seen := map[string]bool{}
	total := Number(0)
	for _, i := range in.Indicators {
		if err := i.Gauge.Check(); err != nil {
			return err
		}
		code := strings.ToUpper(i.Gauge.Code)
		if seen[code] {
			return &FieldError{Field: "kode", Value: i.Gauge.Code, Err: ErrExists}
		}
		seen[code], total = true, total+i.Gauge.Weight
	}
	if total <= 0 {
		return &FieldError{Field: "bobot", Value: in.Code, Err: ErrZero}
	}
	return nil
}

// Ready reports an instrument that the program brought along: two sites have
// the same one, so it is never changed, only followed by a version of one's
// own.
func (in Instrument) Ready() bool {
	return in.ID == ReadyInstrument(in.Code)
}

// ReadyInstrument is the identity of the ready instrument of a code.
func ReadyInstrument(code string) InstrumentID {
	return InstrumentID(ReadyID("instrument", code, "1"))
}

// NextVersion is a draft of the version after in, whose indicators keep their
// identities, so that results of both can be compared.
func (in Instrument) NextVersion(version int) Instrument {
	in.ID, in.Version, in.Frozen, in.Void = "", version, false, false
	in.Indicators = slices.Clone(in.Indicators)
	return in
}

// Weights is the sum of the weights of the indicators.
func (in Instrument) Weights() (sum Number) {
	for _, i := range in.Indicators {
		sum += i.Gauge.Weight
	}
	return sum
}
