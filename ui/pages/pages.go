// Package pages makes the page of a route. It is the only place that knows every
// page, and what each may do to the file.
package pages

import (
	"cmp"
	"time"

	"kinerja/model"
	"kinerja/model/agenda"
	"kinerja/model/closing"
	"kinerja/model/duty"
	"kinerja/model/rules"
	"kinerja/model/support"
	"kinerja/model/terms"
	"kinerja/store"
	"kinerja/store/duties"
	"kinerja/store/rounds"
	"kinerja/ui/nav"
	"kinerja/ui/screen/action"
	"kinerja/ui/screen/assessment"
	"kinerja/ui/screen/credit"
	"kinerja/ui/screen/edit"
	"kinerja/ui/screen/evaluation"
	"kinerja/ui/screen/evaluations"
	"kinerja/ui/screen/fairness"
	"kinerja/ui/screen/gain"
	"kinerja/ui/screen/home"
	"kinerja/ui/screen/instrument"
	"kinerja/ui/screen/instruments"
	"kinerja/ui/screen/intake"
	"kinerja/ui/screen/matrix"
	"kinerja/ui/screen/observe"
	"kinerja/ui/screen/person"
	"kinerja/ui/screen/plan"
	"kinerja/ui/screen/positions"
	"kinerja/ui/screen/record"
	"kinerja/ui/screen/results"
	"kinerja/ui/screen/rights"
	"kinerja/ui/screen/rulesets"
	"kinerja/ui/screen/settings"
	"kinerja/ui/screen/situation"
	"kinerja/ui/screen/skp"
	"kinerja/ui/screen/staff"
	supporting "kinerja/ui/screen/support"
	"kinerja/ui/screen/survey"
	"kinerja/ui/screen/unit"
	"kinerja/ui/screen/units"
	"kinerja/ui/screen/users"
	"kinerja/ui/screen/welcome"
	"kinerja/ui/tables"
	"kinerja/ui/widget/ruleset"
)

// House is the file that the pages work on, and what stands around it.
type House struct {
	Desk   *store.Desk
	File   *store.Store
	Unit   model.UnitID // the results of this unit and those below; "": of all
	Sample bool         // the file is the sample

	Emergency support.Emergency          // whom to call in danger, as set
	Print     func(lines []string) error // on this machine's printer; nil where the person sits at another one

	Guarded bool // it asks who works

	Urn *rounds.Urn // what was given without a name and is not written yet; nil: nothing can be

	Settings string                        // where the file of settings is
	Keep     func(key, value string) error // writes one setting
	Theme    string                        // the one in use; "": auto

	Rules    func() (ruleset.Choices, error) // the rule sets there are
	UseRules func(ref string) error          // puts another into use

	Silence string      // the rule by which silence is agreement; "": none
	Terms   terms.Terms // what is asked for after an evaluation

	LeaveReduces bool // leave is taken off targets that add up, unless it is said otherwise

	UseRulesFor func(kind model.EmployeeKind, ref string) error // for people of a kind; "": none of their own
}

// tables takes tables into the file.
func (h House) tables(env nav.Env) tables.Desk {
	return tables.Desk{Text: env.Text, File: h.File, Person: h.Desk, Unit: h.Unit, Sample: h.Sample}
}

// Build returns what makes the page of a route.
func Build(env nav.Env, house House) func(nav.Route) nav.Screen {
	desk, own := house.Desk, house.Unit
	if env.Terms = house.Terms; env.Terms == (terms.Terms{}) {
		env.Terms = terms.Default()
	}
	return func(route nav.Route) nav.Screen {
		switch route := route.(type) {
		case nav.Home:
			return home.New(env, homeDesk{desk, own, env.Rules})
		case nav.Closing:
			return home.NewClosing(env, homeDesk{desk, own, env.Rules}, route)
		case nav.Person:
			return person.New(env, desk, route)
		case nav.Results:
			return results.New(env, desk, route, cmp.Or(route.Unit, own))
		case nav.Evaluations:
			return evaluations.New(env, ratingDesk{desk, env.Terms}, route, own)
		case nav.Evaluation:
			return evaluation.New(env, evaluationDesk{desk, env.Terms}, route, own)
		case nav.Feedback:
			return talks(env, desk, own, route)
		case nav.Colleagues, nav.Rounds, nav.Round, nav.OpenRound, nav.GiveRound:
			return givenOf(env, house, route)
		case nav.Credit:
			return credit.New(env, desk, route)
		case nav.Plans, nav.Plan, nav.SKP, nav.Matrix, nav.ActionPlan, nav.EditAction, nav.SelfView, nav.EditSelfView:
			return planOf(env, desk, own, route)
		case nav.Instruments, nav.Instrument, nav.Units, nav.RuleSets, nav.Rights:
			return setOf(env, house, route)
		case nav.Positions:
			return positions.New(env, desk, route, own)
		case nav.Welcome:
			return welcome.New(env, welcomeDesk{desk, house}, route)
		case nav.Intake:
			return intake.New(env, house.tables(env), route)
		case nav.EditPerson, nav.EditPost, nav.EditUnit, nav.UnitResult, nav.CreditBase, nav.EditSurvey, nav.Gain, nav.Observe, nav.Situation:
			return formOf(env, formDesk{desk}, own, route)
		case nav.Objection, nav.EditObjection, nav.Document, nav.EditEdition, nav.Visit:
			return followOf(env, house, route)
		case nav.Transfer, nav.Leave, nav.AddLeave, nav.Coverage:
			return heldOf(env, house, route)
		case nav.Sessions, nav.Session, nav.EditSession, nav.Learners, nav.Suggested:
			return sessionOf(env, house, route)
		case nav.FollowUp, nav.Coaching, nav.StartCoaching, nav.CoachingAct:
			return afterOf(env, house, route)
		case nav.Awards, nav.Proposals, nav.Award, nav.AwardAct, nav.Letters, nav.EditLetter:
			return awardOf(env, house, route)
		case nav.Workplace, nav.Fairness, nav.Survey, nav.Support:
			return placeOf(env, house, route)
		case nav.Record:
			return record.New(env, &recordDesk{Desk: desk, text: env.Text}, route)
		case nav.Settings, nav.Users, nav.EditUser:
			return enteredOf(env, house, route)
		}
		at, _ := route.(nav.Staff)
		return staff.New(env, staffDesk{desk}, at)
	}
}

// placeOf makes the page of a unit as a whole, and of where its people find support.
func placeOf(env nav.Env, house House, route nav.Route) nav.Screen {
	switch route := route.(type) {
	case nav.Workplace:
		return unit.New(env, house.Desk, route, house.Unit)
	case nav.Fairness:
		return fairness.New(env, house.Desk, route)
	case nav.Survey:
		return survey.New(env, house.Desk, route, house.Unit)
	}
	return supporting.New(env, supportDesk{house.Desk, house})
}

// setOf makes the page of what is set up once.
func setOf(env nav.Env, house House, route nav.Route) nav.Screen {
	switch route := route.(type) {
	case nav.Instruments:
		return instruments.New(env, house.Desk)
	case nav.Instrument:
		return instrument.New(env, house.Desk, route)
	case nav.Units:
		return units.New(env, formDesk{house.Desk})
	case nav.RuleSets:
		return rulesets.New(env, rulesDesk{house.Desk, house}, route)
	}
	return rights.New(env)
}

// enteredOf makes the page that leads to what is set up once, or one about people
// who may log in.
func enteredOf(env nav.Env, house House, route nav.Route) nav.Screen {
	switch route := route.(type) {
	case nav.Settings:
		return settings.New(env, settingsDesk{house.tables(env), house}, route, settings.Facts{
			Settings: house.Settings, Theme: house.Theme, Sample: house.Sample, Guarded: house.Guarded,
		})
	case nav.EditUser:
		return userOf(env, house, route)
	}
	return users.New(env, usersDesk{house.Desk, house})
}

// planOf makes the page about plans of a route.
func planOf(env nav.Env, desk *store.Desk, own model.UnitID, route nav.Route) nav.Screen {
	switch route := route.(type) {
	case nav.Plans:
		return plan.NewList(env, planDesk{desk}, route, own)
	case nav.Plan:
		return plan.New(env, desk, route)
	case nav.SKP:
		return skp.New(env, stepDesk{desk}, route)
	case nav.Matrix:
		return matrix.New(env, desk, route)
	case nav.ActionPlan:
		return action.New(env, actionDesk{desk}, route)
	case nav.EditAction:
		return action.NewForm(env, actionDesk{desk}, route)
	case nav.SelfView:
		return assessment.New(env, desk, route)
	case nav.EditSelfView:
		return assessment.NewForm(env, desk, route)
	}
	return nil
}

// formOf makes the form of a route.
func formOf(env nav.Env, desk formDesk, own model.UnitID, route nav.Route) nav.Screen {
	switch route := route.(type) {
	case nav.EditPerson:
		if route.Employee != "" && !route.Record {
			return edit.NewChoice(env, desk, route)
		}
		return edit.NewPerson(env, desk, route, own)
	case nav.EditPost:
		return edit.NewPost(env, desk, route)
	case nav.EditUnit:
		return edit.NewUnit(env, desk, route, own)
	case nav.UnitResult:
		return edit.NewUnitResult(env, desk, route)
	case nav.CreditBase:
		return edit.NewBase(env, desk, route)
	case nav.EditSurvey:
		return edit.NewSurvey(env, desk, route)
	case nav.Gain:
		return gain.New(env, desk, route)
	case nav.Observe:
		return observe.New(env, desk, route)
	case nav.Situation:
		return situation.New(env, desk, route)
	}
	return nil
}

// staffDesk gives the list of people its roster.
type staffDesk struct{ *store.Desk }

// Staff lists everybody.
func (d staffDesk) Staff(byUnit bool) (staff.List, error) {
	return d.Roster(store.RosterQuery{ByUnit: byUnit})
}

// homeDesk gives the first page what waits in the unit that is shown.
type homeDesk struct {
	*store.Desk
	unit  model.UnitID
	rules rules.Book
}

// Brief tells what is to be done for a period, in figures.
func (d homeDesk) Brief(p model.Period) (agenda.Agenda, error) {
	return d.Desk.Agenda(store.AgendaQuery{Period: p, Unit: d.unit, Rules: d.rules, Brief: true})
}

// Agenda tells what is to be done for a period, one by one.
func (d homeDesk) Agenda(p model.Period) (agenda.Agenda, error) {
	return d.Desk.Agenda(store.AgendaQuery{Period: p, Unit: d.unit, Rules: d.rules})
}

// Duties tells what waits for whoever works here about their own work.
func (d homeDesk) Duties(p model.Period) ([]duty.Duty, error) { return duties.Of(d.Desk, p) }

// Preview says what closing a period would be about.
func (d homeDesk) Preview(p model.Period) (closing.Preview, error) {
	return d.WouldClose(closing.Order{Unit: d.unit, Period: p}, d.rules)
}

// Close closes a period.
func (d homeDesk) Close(p model.Period, reason string) (closing.Closing, error) {
	return d.ClosePeriod(closing.Order{Unit: d.unit, Period: p, Reason: reason}, d.rules)
}

// Reopen opens a closed period again.
func (d homeDesk) Reopen(p model.Period, reason string) (closing.Closing, error) {
	return d.ReopenPeriod(closing.Order{Unit: d.unit, Period: p, Reason: reason})
}

// rulesDesk gives the page of rule sets what stands beside the file.
type rulesDesk struct {
	*store.Desk
	house House
}

// RuleSets lists those there are.
func (d rulesDesk) RuleSets() (ruleset.Choices, error) { return d.house.Rules() }

// UseRules puts another into use.
func (d rulesDesk) UseRules(ref string) error { return d.house.UseRules(ref) }

// UseRulesFor puts one into use for people of a kind.
func (d rulesDesk) UseRulesFor(kind model.EmployeeKind, ref string) error {
	return d.house.UseRulesFor(kind, ref)
}

// welcomeDesk lets the first run begin the file and keep settings.
type welcomeDesk struct {
	*store.Desk
	house House
}

// Keep writes one setting.
func (d welcomeDesk) Keep(key, value string) error { return d.house.Keep(key, value) }

// settingsDesk gives the page of settings what stands around the file.
type settingsDesk struct {
	tables.Desk
	house House
}

// File tells where the file is, and when it was last backed up.
func (d settingsDesk) File() (string, time.Time, error) { return d.house.Desk.File() }

// Backup makes a copy of the file and returns where.
func (d settingsDesk) Backup() (string, error) { return d.house.File.BackupTo("", "backup") }

// Keep writes one setting.
func (d settingsDesk) Keep(key, value string) error { return d.house.Keep(key, value) }
