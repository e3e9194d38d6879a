// Package action is what somebody sets out to do in a period for the results of
// their plan (rencana aksi), what came of it (realisasi), and what shows it
// (bukti dukung): one sheet for each plan and period.
//
// A line says what is done and what it should come to. Evidence hangs on a line,
// so there is none before there is a plan of action: that is the order of the
// official form, "rencana aksi dulu, lalu bukti". How far a sheet is follows
// from what stands in it; nobody sets it. No score reads any of it.
package action

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/planning"
)

// How long texts may be, in characters.
const (
	MostText = 2000 // what is done, what came of it
	MostName = 200  // what a piece of evidence is called
)

// MostLines and MostEvidence are how many lines a sheet and how many pieces of
// evidence a line may have.
const (
	MostLines    = 100
	MostEvidence = 100
)

// ErrNoLine: evidence or a realisation was given for a result for which nothing
// was planned in the period.
var ErrNoLine = errors.New("no action planned")

// ErrManyLines: more than one line stands under a measure; which is not said.
var ErrManyLines = errors.New("several actions planned")

// ErrTooMany: a sheet or a line is full.
var ErrTooMany = errors.New("too many")

// ID names a sheet; it follows from plan and period.
type ID string

// IDOf returns the identity of the sheet of a plan in a period, so that two
// sites which write the same one have one, not two.
func IDOf(plan model.PlanID, p model.Period) ID {
	return ID(model.ReadyID("action", string(plan), p.String()))
}

// Sheet is what is planned and done for one plan in one period. Employee and unit
// are copies of the plan's, so that nothing joins it.
type Sheet struct {
	ID       ID               `cbor:"1,keyasint" json:"id"`
	Plan     model.PlanID     `cbor:"2,keyasint,omitempty" json:"plan"`
	Employee model.EmployeeID `cbor:"3,keyasint,omitempty" json:"employee"`
	Unit     model.UnitID     `cbor:"4,keyasint,omitempty" json:"unit"`
	Period   model.Period     `cbor:"5,keyasint,omitempty" json:"period"`
	Actions  []Action         `cbor:"6,keyasint,omitempty" json:"actions"`
	Void     bool             `cbor:"7,keyasint,omitempty" json:"-"`
}

// Action is one line of a sheet. It hangs on a measure, or on a result, or, with
// neither, on the plan itself.
type Action struct {
	ID       model.ElementID `cbor:"1,keyasint" json:"id"`
	Outcome  model.ElementID `cbor:"2,keyasint,omitempty" json:"outcome,omitempty"`
	Measure  model.ElementID `cbor:"3,keyasint,omitempty" json:"measure,omitempty"`
	Text     string          `cbor:"4,keyasint,omitempty" json:"action"`             // what is done
	Target   string          `cbor:"5,keyasint,omitempty" json:"target,omitempty"`   // what it should come to, in words
	Realised string          `cbor:"6,keyasint,omitempty" json:"realised,omitempty"` // what came of it, in words
	Source   string          `cbor:"7,keyasint,omitempty" json:"source,omitempty"`   // where that is taken from
	Evidence []Evidence      `cbor:"8,keyasint,omitempty" json:"evidence"`
}

// Evidence is one thing that shows what was done. The thing itself stays where it
// is: Place says where (a path, an address, a cabinet), and of a file its digest
// and size say later whether it is still the same.
type Evidence struct {
	ID     model.ElementID `cbor:"1,keyasint" json:"id"`
	Name   string          `cbor:"2,keyasint,omitempty" json:"name"`
	Place  string          `cbor:"3,keyasint,omitempty" json:"place,omitempty"`
	Digest string          `cbor:"4,keyasint,omitempty" json:"sha256,omitempty"` // SHA-256 of the file, in hexadecimal; "": no file
	Size   int64           `cbor:"5,keyasint,omitempty" json:"size,omitempty"`   // of the file, in bytes
	On     model.Date      `cbor:"6,keyasint,omitempty" json:"on,omitzero"`      // the day on which it was added
	Note   string          `cbor:"7,keyasint,omitempty" json:"note,omitempty"`
}

// IsFile reports evidence that was taken from a file.
func (e Evidence) IsFile() bool { return e.Digest != "" }

// Found is what became of a piece of evidence.
type Found uint8

// What can become of it.
const (
	Same    Found = iota // the file holds what it held
	Changed              // the file holds something else
	Missing              // no file is there, on this machine
	NoFile               // it never was a file that could be looked at
)

// String is the word of the command line.
func (f Found) String() string { return [...]string{"unchanged", "changed", "missing", "no_file"}[f] }

// IsLink reports a place that is the address of a page or a file on the net.
func IsLink(place string) bool {
	s := strings.ToLower(strings.TrimSpace(place))
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	return ok && rest != "" && !strings.ContainsAny(s, " \t\n")
}

// New is the empty sheet of a plan in a period.
func New(plan model.Plan, p model.Period) Sheet {
	return Sheet{ID: IDOf(plan.ID, p), Plan: plan.ID, Employee: plan.Employee, Unit: plan.Unit, Period: p}
}

// State is how far a line or a sheet is; it follows from what stands in it.
type State uint8

// The states of a line (DOMAIN 10.2: kosong, rencana terisi, realisasi terisi).
const (
	Empty    State = iota
	Planned        // something is planned
	Realised       // what came of it stands there, and something shows it
)

var states = [...]string{"empty", "planned", "realised"}

// String is the word of the command line.
func (s State) String() string { return states[min(int(s), len(states)-1)] }

// State is how far a line is. What came of it counts once something shows it.
func (a Action) State() State {
	switch {
	case a.Text == "":
		return Empty
	case a.Realised == "" || len(a.Evidence) == 0:
		return Planned
	}
	return Realised
}

// State is how far a sheet is: realised where every line is.
func (s Sheet) State() State {
	if len(s.Actions) == 0 {
		return Empty
	}
	return slices.MinFunc(s.Actions, func(a, b Action) int { return cmp.Compare(a.State(), b.State()) }).State()
}

// Count is how many lines a sheet has, how many of them are realised, and how
// many pieces of evidence stand in it.
func (s Sheet) Count() (lines, realised, evidence int) {
	for _, a := range s.Actions {
		if a.State() == Realised {
			realised++
		}
		evidence += len(a.Evidence)
	}
	return len(s.Actions), realised, evidence
}

// Bare lists the lines for which nothing is shown yet.
func (s Sheet) Bare() (list []Action) {
	for _, a := range s.Actions {
		if len(a.Evidence) == 0 {
			list = append(list, a)
		}
	}
	return list
}

// Action finds a line by its identity.
func (s Sheet) Action(id model.ElementID) (Action, bool) {
	i := slices.IndexFunc(s.Actions, func(a Action) bool { return a.ID == id })
	if i < 0 {
		return Action{}, false
	}
	return s.Actions[i], true
}

// Group is the lines of a sheet that stand together: those of one result, of one
// measure of a plan without results, or of the plan itself.
type Group struct {
	Outcome model.Outcome   // none: the measure's, or the plan's
	Measure model.Measure   // none: the outcome's, or the plan's
	Members []model.Measure // the measures that tell of the outcome
	Actions []Action
}

// Groups puts the lines of a sheet under the results of the plan as it holds in
// the period, in the order of the plan; of a plan without results, and for
// measures that tell of none, under the measures. A group may have no line. What
// is left, because it hangs on the plan itself or on something that is no longer
// in it, stands in a last group, if there is any.
func (s Sheet) Groups(plan model.Plan) (list []Group) {
	plan = plan.In(s.Period)
	placed := map[model.ElementID]bool{}
	take := func(g Group, ours func(Action) bool) {
		for _, a := range s.Actions {
			if !placed[a.ID] && ours(a) {
				placed[a.ID] = true
				g.Actions = append(g.Actions, a)
			}
		}
		list = append(list, g)
	}
	for _, x := range planning.InOrder(plan.Outline.Outcomes) {
		g := Group{Outcome: x}
		g.Members = planning.MeasuresOf(plan, x.ID)
		take(g, func(a Action) bool {
			return a.Measure == "" && a.Outcome == x.ID || slices.ContainsFunc(g.Members, func(m model.Measure) bool { return m.ID == a.Measure })
		})
	}
	for _, m := range plan.Measures {
		if _, told := plan.Outline.Outcome(plan.Outline.Yardstick(m.ID).Outcome); !told {
			take(Group{Measure: m}, func(a Action) bool { return a.Measure == m.ID })
		}
	}
	if len(placed) < len(s.Actions) {
		take(Group{}, func(Action) bool { return true })
	}
	return list
}

// Of lists the lines that are about a measure of the plan: its own, and those of
// the result that it tells of.
func (s Sheet) Of(plan model.Plan, measure model.ElementID) (list []Action) {
	outcome := plan.In(s.Period).Outline.Yardstick(measure).Outcome
	for _, a := range s.Actions {
		if a.Measure == measure || a.Measure == "" && a.Outcome != "" && a.Outcome == outcome {
			list = append(list, a)
		}
	}
	return list
}

// EvidenceOf lists what shows what was reached on a measure.
func (s Sheet) EvidenceOf(plan model.Plan, measure model.ElementID) (list []Evidence) {
	for _, a := range s.Of(plan, measure) {
		list = append(list, a.Evidence...)
	}
	return list
}

// Standing is a sheet as it is read: whose it is, the plan as it holds in the
// period, and why it cannot be written, if it cannot: its evaluation was shared
// (model.ErrLocked), the period is closed (model.ClosedError), or it is not for
// whoever reads (model.ErrNotAllowed).
type Standing struct {
	Sheet Sheet
	Plan  model.Plan
	Staff model.StaffRow
	Lock  error
}

// Locked reports a sheet that nobody can write, whoever reads it.
func (s Standing) Locked() bool { return s.Lock != nil && !errors.Is(s.Lock, model.ErrNotAllowed) }
