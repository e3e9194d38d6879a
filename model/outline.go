package model

// Approach says how the results of a plan are expected (PermenPANRB 6/2022): in
// numbers, or in words.
type Approach uint8

// The approaches, with the words that files use.
const (
	Quantitative Approach = iota // kuantitatif
	Qualitative                  // kualitatif
)

var approaches = [...]string{"kuantitatif", "kualitatif"}

// String is the word that files use.
func (a Approach) String() string { return approaches[min(int(a), len(approaches)-1)] }

// ParseApproach reads the word that files use.
func ParseApproach(s string) (Approach, bool) { return parseWord[Approach](approaches[:], s) }

// Outline is what a plan says beside its measures, as the form has it: the
// planned results (RHK), which measure tells of which, what the leader expects
// of behaviour, and the annex. A plan that was made from an instrument alone has
// none: its results are "not spelled out".
type Outline struct {
	Approach     Approach      `cbor:"1,keyasint,omitempty" json:"-"`
	Outcomes     []Outcome     `cbor:"2,keyasint,omitempty" json:"outcomes,omitempty"`
	Yardsticks   []Yardstick   `cbor:"3,keyasint,omitempty" json:"yardsticks,omitempty"`
	Expectations []Expectation `cbor:"4,keyasint,omitempty" json:"expectations,omitempty"`
	Annex        Annex         `cbor:"5,keyasint,omitzero" json:"annex,omitzero"`
}

// Outcome is one planned result (rencana hasil kerja): something that will be
// there, not something that will be done.
type Outcome struct {
	ID         ElementID `cbor:"1,keyasint" json:"id"`
	Text       string    `cbor:"2,keyasint,omitempty" json:"text"`
	Additional bool      `cbor:"3,keyasint,omitempty" json:"additional,omitempty"` // B. TAMBAHAN, beside the main duty; else A. UTAMA
	Serves     Served    `cbor:"4,keyasint,omitzero" json:"serves,omitzero"`
}

// Served is which results of the superior a result contributes to (RHK pimpinan
// yang diintervensi): those of a plan of this file, or, where that plan is not
// in it, their text as it stands on paper.
type Served struct {
	Plan     PlanID      `cbor:"1,keyasint,omitempty" json:"plan,omitempty"`
	Outcomes []ElementID `cbor:"2,keyasint,omitempty" json:"outcomes,omitempty"`
	Text     string      `cbor:"3,keyasint,omitempty" json:"text,omitempty"`
}

// Yardstick says of one measure of the plan which result it tells of, and, in
// words, what success is (ukuran keberhasilan). It stands beside the measure and
// not in it, so that plans whose measures are those of their instrument stay
// small.
type Yardstick struct {
	ID      ElementID `cbor:"1,keyasint" json:"measure"` // of the measure
	Outcome ElementID `cbor:"2,keyasint,omitempty" json:"outcome,omitempty"`
	Text    string    `cbor:"3,keyasint,omitempty" json:"text,omitempty"`
}

// Expectation is what the leader expects in particular of one of the seven
// values of behaviour (ekspektasi khusus pimpinan).
type Expectation struct {
	ID   ElementID `cbor:"1,keyasint" json:"behaviour"` // code of the value: "pelayanan"
	Text string    `cbor:"2,keyasint,omitempty" json:"text"`
}

// Annex is the three lists below a plan (lampiran SKP).
type Annex struct {
	Resources      []Line `cbor:"1,keyasint,omitempty" json:"resources,omitempty"`      // dukungan sumber daya
	Accountability []Line `cbor:"2,keyasint,omitempty" json:"accountability,omitempty"` // skema pertanggungjawaban
	Consequences   []Line `cbor:"3,keyasint,omitempty" json:"consequences,omitempty"`   // konsekuensi
}

// Line is one line of a list of an annex.
type Line struct {
	ID   ElementID `cbor:"1,keyasint" json:"id"`
	Text string    `cbor:"2,keyasint,omitempty" json:"text"`
}

// Outcome finds a result by its identity.
func (o Outline) Outcome(id ElementID) (Outcome, bool) {
	for _, x := range o.Outcomes {
		if x.ID == id {
			return x, true
		}
	}
	return Outcome{}, false
}

// Yardstick is what is said of a measure; an empty one where nothing is.
func (o Outline) Yardstick(measure ElementID) Yardstick {
	for _, y := range o.Yardsticks {
		if y.ID == measure {
			return y
		}
	}
	return Yardstick{ID: measure}
}

// InWords reports a measure whose success is told in words alone: no number is
// compared with its target, and it has no percentage.
func (o Outline) InWords(measure ElementID) bool {
	return o.Approach == Qualitative && o.Yardstick(measure).Text != ""
}
