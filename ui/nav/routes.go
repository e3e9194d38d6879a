package nav

import (
	"kinerja/model"
	"kinerja/model/round"
	"kinerja/model/session"
	"kinerja/model/unitresult"
)

// A Route names a place to go. It is plain data, so a page can point at
// another without knowing it.
type Route interface{ route() }

// The places of the program. A zero Period is the newest in use.
type (
	// Home is what waits for whoever works here.
	Home struct{}
	// Closing is what stands in the way of closing a period.
	Closing struct{ Period model.Period }
	// Staff is the list of people; Employee puts the cursor on one.
	Staff struct{ Employee model.EmployeeID }
	// Person is one person.
	Person struct {
		Employee model.EmployeeID
		Period   model.Period
	}
	// Results is the grid; an empty Instrument is the first. Employee and
	// Measure put the cursor on a person and an indicator. Unit is whose people
	// they are; none: those of the own unit.
	Results struct {
		Period     model.Period
		Unit       model.UnitID
		Instrument model.InstrumentID
		Employee   model.EmployeeID
		Measure    model.ElementID
	}
	// Gain is the form of what a gain is computed from: one value of a plan.
	Gain struct {
		Plan    model.PlanID
		Period  model.Period
		Measure model.ElementID
	}
	// Observe is the form of the lessons that a value of classroom observation
	// stands on.
	Observe Gain
	// Evaluations is the list that rates; Employee puts the cursor on a person,
	// Filter is what is looked for.
	Evaluations struct {
		Period   model.Period
		Employee model.EmployeeID
		Filter   string `json:"-"`
	}
	// Evaluation is one person's evaluation in one period.
	Evaluation struct {
		Plan   model.PlanID
		Period model.Period
		Among  *Among `json:"-"` // the list one came from; nil: everybody, by name
		Why    bool   `json:"-"` // it is asked why the number is what it is
	}
	// Feedback is the conversation: of one person, or with no Employee the
	// check-ins that are due. Measure or Value (1–7, a behaviour) say what a
	// new item is about.
	Feedback struct {
		Employee model.EmployeeID
		Period   model.Period
		Measure  model.ElementID
		Value    int
	}
	// Colleagues are those to whom whoever works here may give feedback, and whose
	// conversation is not theirs to read.
	Colleagues struct{}
	// Rounds is the list of anonymous rounds, Round one of them; OpenRound is the form
	// of a new one, GiveRound that of an answer: no place that is kept.
	Rounds    struct{}
	Round     struct{ ID round.ID }
	OpenRound struct{}
	GiveRound struct{ ID round.ID }
	// Credit is the credit points of one person.
	Credit struct{ Employee model.EmployeeID }
	// CreditBase is the form of the opening balance of one person.
	CreditBase struct{ Employee model.EmployeeID }
	// Instruments is the list of instruments.
	Instruments struct{}
	// Instrument is the editor of one; with no ID, of a new one.
	Instrument struct{ ID model.InstrumentID }
	// Plans is who has which plan in a year; 0 is this year.
	Plans struct{ Year int }
	// Plan is one plan.
	Plan struct{ Plan model.PlanID }
	// Positions is the proposal which instrument each position gets, of everybody
	// or of one person.
	Positions struct {
		Year     int
		Employee model.EmployeeID
	}
	// RuleSets is the list of rule sets, of which one is in use; with a plan, of
	// which that plan is to name one.
	RuleSets struct{ Plan model.PlanID }
	// Workplace is one unit in a period; with no Unit the own one.
	Workplace struct {
		Unit   model.UnitID
		Period model.Period
	}
	// Fairness puts raters and units side by side in a period.
	Fairness struct{ Period model.Period }
	// UnitResult is the form by which a unit's result is decided, with what was
	// so far; or, with Explain, the reason for its distribution is given.
	UnitResult struct {
		Unit            model.UnitID
		Period          model.Period
		Grade           unitresult.Grade
		Basis, Decider  string
		Revise, Explain bool
	}
	// Situation is the form of what a unit worked under in a period.
	Situation Workplace
	// Survey is the survey of satisfaction of a unit; with no Unit, of the one that
	// has surveys.
	Survey struct {
		Unit   model.UnitID
		Period model.Period
	}
	// EditSurvey is the form of a survey known by its averages: of the one of a
	// period, or with no Period of a new one.
	EditSurvey struct {
		Unit   model.UnitID
		Period model.Period
	}
	// Record is the record of changes: of one person, one plan (with a Period, of
	// its evaluation and results then), one unit or one instrument; with none of
	// them, of the whole file.
	Record struct {
		Employee   model.EmployeeID
		Plan       model.PlanID
		Period     model.Period
		Unit       model.UnitID
		Instrument model.InstrumentID
	}
	// SKP is one plan as the official form has it: results, behaviour, annex; with
	// Copy it asks at once whether it is copied into the next year.
	SKP struct {
		Plan model.PlanID
		Copy bool
	}
	// ActionPlan is what is planned and done for a plan in a period, with what shows
	// it.
	ActionPlan struct {
		Plan   model.PlanID
		Period model.Period
	}
	// EditAction is a form of an action plan: of one action, with no Action of a new
	// one for a result or a measure; or, by For, of what came of it, or of what shows
	// it, with no Evidence of something new.
	EditAction struct {
		Plan             model.PlanID
		Period           model.Period
		For              ActionForm
		Action, Evidence model.ElementID
		Outcome, Measure model.ElementID
	}
	// Matrix is the matrix of roles and results of the holder of a plan.
	Matrix struct{ Plan model.PlanID }
	// Units is the tree of units.
	Units struct{}
	// EditPerson, EditPost and EditUnit are forms; with no identity, of a new one.
	// Of a person who is there it lists what can be edited, record and posts;
	// Record goes to the record itself.
	EditPerson struct {
		Employee model.EmployeeID
		Record   bool
	}
	// EditPost is the form of one post of a person; Field has the cursor
	// ("evaluator").
	EditPost struct {
		Employee model.EmployeeID
		Post     model.PostID
		Field    string
	}
	// Transfer is the form by which somebody moves to another post, acts in one, or
	// leaves.
	Transfer struct{ Employee model.EmployeeID }
	// Leave is the leave of one person; AddLeave the form of a new one.
	Leave    struct{ Employee model.EmployeeID }
	AddLeave struct{ Employee model.EmployeeID }
	// Coverage is who is evaluated twice in a period, not at all or by nobody.
	Coverage struct{ Period model.Period }
	// Sessions is the list of briefings and trainings; Session is one of them;
	// Learners who was told how they are measured, of a unit (none: the own one).
	Sessions struct{}
	Session  struct{ ID session.ID }
	Learners struct {
		Unit   model.UnitID
		Period model.Period
	}
	// Suggested is which trainings are suggested by what people did not reach.
	Suggested struct{ Period model.Period }
	// EditSession is a form of one: of the session itself, with no ID of a new one;
	// or, by For, about one of its people, or of a step.
	EditSession struct {
		ID       session.ID
		For      SessionForm
		Employee model.EmployeeID
		Step     string
		Code     string // of a new training: the measure it is about
	}
	// EditUnit is the form of one unit; a new one is proposed below Parent.
	EditUnit struct{ Unit, Parent model.UnitID }
	// Intake takes a table from a file chosen on screen; Kind is one that
	// intake reads ("staff"). Then is where one goes when it is taken; nil: back.
	Intake struct {
		Kind string
		Then Route
	}
	// Users is the list of people who may log in.
	Users struct{}
	// EditUser is a form about one of them, by the name to log in by.
	EditUser struct {
		User string
		For  UserForm
	}
	// Settings is the page that leads to instruments, plans, units and settings;
	// Rights is who may do what to whom.
	Rights struct{}
	// At is the line that the cursor is on.
	Settings struct{ At int }
	// Welcome is the first run: which question is asked, and what was answered
	// so far. It goes with the person into another language.
	Welcome struct {
		Step                         int
		Unit, Name, Number, Position string
		Kind                         model.UnitKind
		Period                       model.Period
	}
)

// Among is a list that one goes through person by person: its plans in the order
// in which they stood there, in one period. It is a pointer in a route because
// routes are compared, and is not kept from one start to the next.
type Among struct {
	Period model.Period
	Plans  []model.PlanID
}

// ActionForm says which form of an action plan is meant.
type ActionForm uint8

// The forms.
const (
	ForAction   ActionForm = iota // what is done, and what it should come to
	ForRealised                   // what came of it
	ForEvidence                   // what shows it
)

// UserForm says which form about a user it is.
type UserForm uint8

const (
	ForUser  UserForm = iota // what can be done about somebody
	ForNew                   // somebody else who may log in
	ForRoles                 // what somebody may do
	ForReset                 // a temporary PIN
	ForOwn                   // the own PIN
	ForOff                   // no PINs any more
)

// SessionForm says which form of a session is meant.
type SessionForm uint8

// The forms.
const (
	ForSession     SessionForm = iota // what it is about
	ForAttendee                       // another person on its list
	ForMarks                          // of the test of one person
	ForAcknowledge                    // that it was explained to one person
	ForStep                           // a step that takes a reason
)

func (Home) route()        {}
func (Closing) route()     {}
func (Staff) route()       {}
func (Person) route()      {}
func (Results) route()     {}
func (Gain) route()        {}
func (Observe) route()     {}
func (Evaluations) route() {}
func (Evaluation) route()  {}
func (Feedback) route()    {}
func (Colleagues) route()  {}
func (Rounds) route()      {}
func (Round) route()       {}
func (OpenRound) route()   {}
func (GiveRound) route()   {}
func (Credit) route()      {}
func (CreditBase) route()  {}
func (Instruments) route() {}
func (Instrument) route()  {}
func (Plans) route()       {}
func (Plan) route()        {}
func (SKP) route()         {}
func (Matrix) route()      {}
func (ActionPlan) route()  {}
func (EditAction) route()  {}
func (Positions) route()   {}
func (Survey) route()      {}
func (EditSurvey) route()  {}
func (Record) route()      {}
func (Units) route()       {}
func (RuleSets) route()    {}
func (Situation) route()   {}
func (Workplace) route()   {}
func (UnitResult) route()  {}
func (Fairness) route()    {}
func (EditPerson) route()  {}
func (EditPost) route()    {}
func (Transfer) route()    {}
func (Leave) route()       {}
func (AddLeave) route()    {}
func (Coverage) route()    {}
func (EditUnit) route()    {}
func (Sessions) route()    {}
func (Session) route()     {}
func (EditSession) route() {}
func (Learners) route()    {}
func (Suggested) route()   {}
func (Intake) route()      {}
func (Settings) route()    {}
func (Rights) route()      {}
func (Users) route()       {}
func (EditUser) route()    {}
func (Welcome) route()     {}

// Basis is the form of what a value is computed from: of lessons that were
// observed, or of a gain.
func Basis(at Gain, observed bool) Route {
	if observed {
		return Observe(at)
	}
	return at
}
