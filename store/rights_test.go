package store_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/closing"
	"kinerja/model/correction"
	"kinerja/model/credit"
	"kinerja/model/distribution"
	"kinerja/model/founding"
	"kinerja/model/grade"
	"kinerja/model/leave"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/model/sheet"
	"kinerja/model/situation"
	"kinerja/model/survey"
	"kinerja/model/talk"
	"kinerja/model/tenure"
	"kinerja/model/unitresult"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/store/storetest"
)

// standing is how the people of the matrix stand to the one who works: each with
// exactly the relations that are named, and a unit of their own where they head one.
type standing struct {
	name string
	rels []model.Relation
	who  model.EmployeeID
	unit model.UnitID // that they head
	plan model.Plan
}

// matrix is a small file in which every relation is somebody.
type matrix struct {
	s   *store.Store
	at  []standing // self, report, report's report, same unit, other unit
	all map[model.EmployeeID]string
}

func newMatrix(t *testing.T) matrix {
	t.Helper()
	m := matrix{s: storetest.Open(t), all: map[model.EmployeeID]string{}}
	d := storetest.Owner(m.s)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, name := range []string{"self", "report", "below", "beside", "other"} {
		u, err := d.AddUnit(model.Unit{Name: "Puskesmas " + name, Kind: model.UnitClinic})
		must(err)
		p := model.Post{Unit: u.ID, Position: "Bidan Terampil", From: 20200101, Level: ""}
		switch name {
		case "report":
			p.Evaluator = m.at[0].who
		case "below":
			p.Evaluator = m.at[1].who
		case "beside":
			p.Unit = m.at[0].unit // works where self does, and heads a unit of no people
		}
		e, err := d.AddEmployee(model.Employee{Name: "Uji " + name, Number: model.NIP(fmt.Sprintf("19810101200501200%d", i+1))}, p)
		must(err)
		u.Head = e.ID
		must(d.EditUnit(u, ""))
		m.at = append(m.at, standing{name: name, who: e.ID, unit: u.ID})
		m.all[e.ID] = name
	}
	for i, r := range [][]model.Relation{{model.RelSelf, model.RelUnit}, {model.RelEvaluator}, {model.RelSuperior}, {model.RelUnit}, nil} {
		m.at[i].rels = r
	}
	_, err := d.MakePlans(planning.Order{Year: 2026, Document: "SKP 1"})
	must(err)
	for i, st := range m.at {
		pr, err := d.Profile(st.who)
		must(err)
		plan := pr.Plans[0]
		m.at[i].plan = plan
		_, err = d.Enter(plan.ID, q3, []model.Entry{{Measure: plan.Measures[0].ID, Actual: model.Some(90_0000)}}, "")
		must(err)
		rate(t, d, plan.ID, q3)
		_, err = d.Give(talk.Feedback{Employee: st.who, Kind: talk.CheckIn, Text: "dibahas", Next: 20261006})
		must(err)
		_, err = d.AddLeave(leave.Leave{Employee: st.who, Kind: leave.Annual, From: 20260701, To: 20260703, Letter: "SC 1"})
		must(err)
		_, err = d.ProposeUnitResult(unitresult.Order{Unit: st.unit, Period: q3, Proposal: unitresult.Proposal{Grade: unitresult.Good, Basis: "rencana aksi", Decider: "Kepala Dinas"}})
		must(err)
		must(d.AddSurvey(answered(t, st.unit, 212, "3.4")))
		_, err = d.ClosePeriod(closing.Order{Unit: st.unit, Period: q2, Reason: "uji"}, rules.Only(rules.PermenPANRB6()))
		must(err)
	}
	return m
}

// probe is one verb tried about somebody. It is refused exactly where the table has
// none of its rights; what else it fails by is its own affair.
type probe struct {
	method string
	verbs  []model.Verb
	nobody bool // about nobody: the relation is none, whoever it is tried about
	try    func(d *store.Desk, at standing) error
}

func probes() []probe {
	rs, book := rules.PermenPANRB6(), rules.Only(rules.PermenPANRB6())
	q1, _ := model.ParsePeriod("2026-Q1")
	step := func(method, step string, verb model.Verb) probe {
		return about(method, verb, func(d *store.Desk, at standing) error {
			_, err := d.StepPlans(planning.StepOrder{Plans: []model.PlanID{at.plan.ID}, Step: step, Document: "SKP 2", Reason: "uji"})
			return err
		})
	}
	move := func(to model.EvaluationState, verb model.Verb) []probe {
		return []probe{
			about("Move", verb, func(d *store.Desk, at standing) error {
				_, err := d.Move(at.plan.ID, q3, to, model.Word{Document: "BA 1"}, rs)
				return err
			}),
			about("MoveAll", verb, func(d *store.Desk, at standing) error {
				list, err := d.MoveAll([]model.PlanID{at.plan.ID}, q3, to, model.Word{Document: "BA 1"}, rs)
				if err == nil {
					err = list[0].Err
				}
				return err
			}),
		}
	}
	unit := func(at standing) unitresult.Order {
		return unitresult.Order{Unit: at.unit, Period: q1, Reason: "uji", Proposal: unitresult.Proposal{Grade: unitresult.Good, Basis: "rencana aksi", Decider: "Kepala Dinas"}}
	}
	bring := func(verb model.Verb, of func(at standing) any) probe {
		p := about("Together", verb, func(d *store.Desk, at standing) error { return d.Together(verb, "uji", of(at)) })
		return p
	}
	list := slices.Concat(reads(), move(model.Shared, model.VerbShare), move(model.Rated, model.VerbWithdraw), move(model.Received, model.VerbReceive),
		move(model.Accepted, model.VerbAccept), move(model.DeemedAccepted, model.VerbDeem), move(model.Final, model.VerbFinalise))
	return append(list,
		step("StepPlans", planning.Submit, model.VerbSubmitPlan), step("StepPlans", planning.Agree, model.VerbAgreePlan),
		step("StepPlans", planning.Return, model.VerbReturnPlan), step("StepPlans", planning.Reopen, model.VerbRevisePlan), step("StepPlans", planning.Conclude, model.VerbClosePlan),
		about("Rate", model.VerbRate, func(d *store.Desk, at standing) error {
			_, err := d.Rate(at.plan.ID, q1, store.Rating{Result: model.Meets, Behaviour: model.Meets, Reason: "uji", Rules: rs})
			return err
		}),
		about("Mark", model.VerbRate, func(d *store.Desk, at standing) error {
			_, err := d.Mark(at.plan.ID, q1, store.Rating{Result: model.Meets, Reason: "uji", Rules: rs})
			return err
		}),
		about("Grade", model.VerbRate, func(d *store.Desk, at standing) error {
			_, err := d.Grade(at.plan.ID, q1, rs, grade.Said{})
			return err
		}),
		about("Annotate", model.VerbNote, func(d *store.Desk, at standing) error { _, err := d.Annotate(at.plan.ID, q1, nil, "uji"); return err }),
		about("Correct", model.VerbCorrect, func(d *store.Desk, at standing) error {
			_, err := d.Correct(at.plan.ID, q3, correction.Order{Reason: "uji"})
			return err
		}),
		about("Enter", model.VerbEnter, func(d *store.Desk, at standing) error {
			_, err := d.Enter(at.plan.ID, q1, []model.Entry{{Measure: at.plan.Measures[0].ID, Actual: model.Some(80_0000)}}, "")
			return err
		}),
		about("EnterMany", model.VerbEnter, func(d *store.Desk, at standing) error {
			_, err := d.EnterMany(q1, []sheet.Filled{{Plan: at.plan.ID}}, "")
			return err
		}),
		about("ChangeActions", model.VerbPlanAction, func(d *store.Desk, at standing) error {
			_, err := d.ChangeActions(at.plan.ID, q1, action.Put(action.Action{}))
			return err
		}),
		about("ChangeActions", model.VerbRealiseAction, func(d *store.Desk, at standing) error {
			_, err := d.ChangeActions(at.plan.ID, q1, action.Realise("none", "uji", ""))
			return err
		}),
		about("ChangeActions", model.VerbEvidence, func(d *store.Desk, at standing) error {
			_, err := d.ChangeActions(at.plan.ID, q1, action.Withdraw("none"))
			return err
		}),
		about("WritePlan", model.VerbOutlinePlan, func(d *store.Desk, at standing) error { _, err := d.WritePlan(at.plan.ID); return err }),
		about("SetTargets", model.VerbEditPlan, func(d *store.Desk, at standing) error {
			_, err := d.SetTargets(planning.TargetOrder{Plans: []model.PlanID{at.plan.ID}, Document: "SKP 3"})
			return err
		}),
		about("NameRules", model.VerbEditPlan, func(d *store.Desk, at standing) error { _, err := d.NameRules(at.plan.ID, ""); return err }),
		about("CopyPlans", model.VerbCopyPlan, func(d *store.Desk, at standing) error {
			_, _, err := d.CopyPlans(planning.CopyOrder{Plan: at.plan.ID, Year: 2027})
			return err
		}),
		about("MakePlans", model.VerbMakePlan, func(d *store.Desk, at standing) error {
			_, err := d.MakePlans(planning.Order{Year: 2028, Document: "SKP", Who: planning.Who{Employee: at.who}})
			return err
		}),
		about("AddLeave", model.VerbAddLeave, func(d *store.Desk, at standing) error {
			_, err := d.AddLeave(leave.Leave{Employee: at.who})
			return err
		}),
		about("RemoveLeave", model.VerbRemoveLeave, func(d *store.Desk, at standing) error { return d.RemoveLeave(at.who, "none", "uji") }),
		about("SetBase", model.VerbCreditBase, func(d *store.Desk, at standing) error { _, err := d.SetBase(credit.Base{Employee: at.who}); return err }),
		about("Give", model.VerbFeedback, func(d *store.Desk, at standing) error {
			_, err := d.Give(talk.Feedback{Employee: at.who, Kind: talk.Note, Text: "uji"})
			return err
		}),
		about("Give", model.VerbAnswer, func(d *store.Desk, at standing) error {
			_, err := d.Give(talk.Feedback{Employee: at.who, Kind: talk.Answer, Text: "uji"})
			return err
		}),
		about("WriteAssessment", assessment.VerbWrite, func(d *store.Desk, at standing) error {
			return d.WriteAssessment(at.plan.ID, q1, assessment.Content{Helped: "uji"})
		}),
		about("SubmitAssessment", assessment.VerbSubmit, func(d *store.Desk, at standing) error { return d.SubmitAssessment(at.plan.ID, q1) }),
		about("ReopenAssessment", assessment.VerbReopen, func(d *store.Desk, at standing) error { return d.ReopenAssessment(at.plan.ID, q1) }),
		about("RecordAssessment", assessment.VerbRecord, func(d *store.Desk, at standing) error {
			return d.RecordAssessment(at.plan.ID, q1, assessment.Content{}, "Formulir 1", 0)
		}),
		about("EditEmployee", model.VerbEditEmployee, func(d *store.Desk, at standing) error { return d.EditEmployee(model.Employee{ID: at.who}, "uji") }),
		about("AddPost", model.VerbAddPost, func(d *store.Desk, at standing) error { _, err := d.AddPost(model.Post{Employee: at.who}); return err }),
		about("EditPost", model.VerbEditPost, func(d *store.Desk, at standing) error { return d.EditPost(model.Post{Employee: at.who}, "uji") }),
		about("Transfer", model.VerbAddPost, func(d *store.Desk, at standing) error {
			_, err := d.Transfer(tenure.Order{Employee: at.who})
			return err
		}),
		about("EndPost", model.VerbEditPost, func(d *store.Desk, at standing) error { _, err := d.EndPost(at.who, 0, ""); return err }),
		about("ProposeUnitResult", model.VerbProposeUnit, func(d *store.Desk, at standing) error { _, err := d.ProposeUnitResult(unit(at)); return err }),
		either("SetUnitResult", []model.Verb{model.VerbSetUnit, model.VerbRecordUnit}, func(d *store.Desk, at standing) error { _, err := d.SetUnitResult(unit(at)); return err }),
		about("SetUnitResult", model.VerbRecordUnit, func(d *store.Desk, at standing) error {
			o := unit(at)
			o.Document = "SK 1"
			_, err := d.SetUnitResult(o)
			return err
		}),
		about("ExplainDistribution", model.VerbExceptUnit, func(d *store.Desk, at standing) error {
			_, err := d.ExplainDistribution(unit(at), distribution.SE3())
			return err
		}),
		about("SetSituation", model.VerbSetSituation, func(d *store.Desk, at standing) error {
			return d.SetSituation(situation.Situation{Unit: at.unit, Period: q1}, "")
		}),
		about("WouldClose", model.VerbClosePeriod, func(d *store.Desk, at standing) error {
			_, err := d.WouldClose(closing.Order{Unit: at.unit, Period: q1}, book)
			return err
		}),
		about("ClosePeriod", model.VerbClosePeriod, func(d *store.Desk, at standing) error {
			_, err := d.ClosePeriod(closing.Order{Unit: at.unit, Period: q1}, book)
			return err
		}),
		about("ReopenPeriod", model.VerbReopenPeriod, func(d *store.Desk, at standing) error {
			_, err := d.ReopenPeriod(closing.Order{Unit: at.unit, Period: q1, Reason: "uji"})
			return err
		}),
		whole("Users", user.VerbRead, func(d *store.Desk, _ standing) error { _, err := d.Users(); return err }),
		whole("Places", user.VerbRead, func(d *store.Desk, _ standing) error { _, err := d.Places(); return err }),
		whole("AddUser", user.VerbAdd, func(d *store.Desk, _ standing) error { _, err := d.AddUser(user.New{Secret: "482915"}); return err }),
		whole("EditUser", user.VerbEdit, func(d *store.Desk, _ standing) error { return d.EditUser("none", "", "", 0) }),
		whole("ResetSecret", user.VerbReset, func(d *store.Desk, _ standing) error { return d.ResetSecret("none", "482915") }),
		whole("CloseUser", user.VerbClose, func(d *store.Desk, _ standing) error { return d.CloseUser("none") }),
		whole("Guard", user.VerbGuard, func(d *store.Desk, _ standing) error { _, err := d.Guard(user.New{Secret: "48"}); return err }),
		whole("AddUnit", model.VerbAddUnit, func(d *store.Desk, _ standing) error { _, err := d.AddUnit(model.Unit{}); return err }),
		whole("EditUnit", model.VerbEditUnit, func(d *store.Desk, _ standing) error { return d.EditUnit(model.Unit{}, "uji") }),
		whole("AddEmployee", model.VerbAddEmployee, func(d *store.Desk, _ standing) error {
			_, err := d.AddEmployee(model.Employee{}, model.Post{})
			return err
		}),
		whole("Begin", model.VerbAddEmployee, func(d *store.Desk, _ standing) error { _, err := d.Begin(founding.Beginning{}); return err }),
		whole("AddInstrument", model.VerbAddInstrument, func(d *store.Desk, _ standing) error { _, err := d.AddInstrument(model.Instrument{}); return err }),
		whole("AddSurvey", model.VerbAddSurvey, func(d *store.Desk, _ standing) error { return d.AddSurvey(survey.Survey{}) }),
		whole("ReplaceSurvey", model.VerbReplaceSurvey, func(d *store.Desk, _ standing) error { return d.ReplaceSurvey(survey.Survey{}, "uji") }),
		whole("Undo", model.VerbUndo, func(d *store.Desk, _ standing) error { _, err := d.WouldUndo(); return err }),
		whole("WouldUndo", model.VerbUndo, func(d *store.Desk, _ standing) error { _, err := d.WouldUndo(); return err }),
		whole("Redo", model.VerbRedo, func(d *store.Desk, _ standing) error { _, err := d.WouldRedo(); return err }),
		whole("WouldRedo", model.VerbRedo, func(d *store.Desk, _ standing) error { _, err := d.WouldRedo(); return err }),
		whole("Apply", model.VerbImport, func(d *store.Desk, at standing) error {
			_, err := d.Apply(context.Background(), model.VerbImport, slices.Values([]any{model.Unit{}}), nil)
			return err
		}),
		bring(model.VerbAddPost, func(at standing) any { return model.Post{Employee: at.who} }),
		bring(model.VerbEditEmployee, func(at standing) any { return model.Employee{ID: at.who} }),
		bring(model.VerbEditPlan, func(at standing) any { return model.Plan{Employee: at.who} }),
		bring(model.VerbEnter, func(at standing) any { return model.Card{Employee: at.who} }),
	)
}

// reads are the verbs that read about one person, or about the unit they head.
func reads() []probe {
	rs := rules.PermenPANRB6()
	card := func(method string, f func(d *store.Desk, at standing) error) probe {
		return about(method, model.VerbReadCard, f)
	}
	return []probe{
		about("Profile", model.VerbReadStaff, func(d *store.Desk, at standing) error { _, err := d.Profile(at.who); return err }),
		card("Plan", func(d *store.Desk, at standing) error { _, err := d.Plan(at.plan.ID); return err }),
		card("PlanRow", func(d *store.Desk, at standing) error { _, err := d.PlanRow(at.plan.ID); return err }),
		card("PlanForm", func(d *store.Desk, at standing) error { _, err := d.PlanForm(at.plan.ID); return err }),
		card("Matrix", func(d *store.Desk, at standing) error { _, err := d.Matrix(at.plan.ID); return err }),
		card("Card", func(d *store.Desk, at standing) error { _, err := d.Card(at.plan.ID, q3); return err }),
		card("Evaluation", func(d *store.Desk, at standing) error { _, err := d.Evaluation(at.plan.ID, q3); return err }),
		card("Scorecard", func(d *store.Desk, at standing) error { _, err := d.Scorecard(at.plan.ID, q3); return err }),
		card("Trace", func(d *store.Desk, at standing) error {
			_, err := d.Trace(at.plan.ID, q3, at.plan.Measures[0].ID)
			return err
		}),
		card("Actions", func(d *store.Desk, at standing) error { _, err := d.Actions(at.plan.ID, q3); return err }),
		card("Credit", func(d *store.Desk, at standing) error { _, err := d.Credit(at.who); return err }),
		card("Told", func(d *store.Desk, at standing) error { _, _, _, err := d.Told([]model.PlanID{at.plan.ID}); return err }),
		about("Assessment", assessment.VerbRead, func(d *store.Desk, at standing) error { _, err := d.Assessment(at.plan.ID, q3); return err }),
		either("Conversation", []model.Verb{model.VerbReadTalks, model.VerbFeedback}, func(d *store.Desk, at standing) error { _, err := d.Conversation(at.who); return err }),
		about("Words", model.VerbReadFacts, func(d *store.Desk, at standing) error { _, err := d.Words(at.plan.ID, q3); return err }),
		about("Record", model.VerbReadFacts, func(d *store.Desk, at standing) error { _, err := d.Record(at.who, 0); return err }),
		about("RecordOf", model.VerbReadFacts, func(d *store.Desk, at standing) error {
			_, err := d.RecordOf(store.RecordQuery{Where: store.Where{Employee: at.who}})
			return err
		}),
		whole("RecordOf", model.VerbReadFacts, func(d *store.Desk, _ standing) error { _, err := d.RecordOf(store.RecordQuery{Limit: 5}); return err }),
		about("UnitOverview", model.VerbReadUnit, func(d *store.Desk, at standing) error { _, err := d.UnitOverview(at.unit, q3, rs); return err }),
		about("Situation", model.VerbReadUnit, func(d *store.Desk, at standing) error { _, err := d.Situation(at.unit, q3); return err }),
		whole("CompareUnits", model.VerbReadUnit, func(d *store.Desk, _ standing) error { _, err := d.CompareUnits(q3, rules.Only(rs)); return err }),
		whole("RollUp", model.VerbReadCard, func(d *store.Desk, _ standing) error { _, err := d.RollUp(q3, rs); return err }),
		whole("Surveys", model.VerbReadSurveys, func(d *store.Desk, _ standing) error { _, err := d.Surveys(""); return err }),
	}
}

func about(method string, verb model.Verb, try func(*store.Desk, standing) error) probe {
	return probe{method: method, verbs: []model.Verb{verb}, try: try}
}

func either(method string, verbs []model.Verb, try func(*store.Desk, standing) error) probe {
	return probe{method: method, verbs: verbs, try: try}
}

func whole(method string, verb model.Verb, try func(*store.Desk, standing) error) probe {
	return probe{method: method, verbs: []model.Verb{verb}, nobody: true, try: try}
}

// free are the verbs that ask for no right, and why.
var free = map[string]string{
	"Actor": "who works here", "Stands": "how one stands oneself", "Voiced": "the same desk, or one that a PIN opens", "From": "the same desk, with the paper that it types from", "File": "the path and the day of the last copy",
	"Account": "by whom one logs in oneself", "CodeAgain": "the own way back: the tests of users try it of others", "ChangeSecret": "the own PIN, by the old one", "Unguard": "the own PIN comes first: the tests of users try it",
	"Outsiders": "names that stand in the record of changes, for who logged in",
	"PlaceOf":   "asks staff.read of the person; their place is what the lists show",
	"Signs":     "tells NoPIN of whoever one may not know it of: the tests of users try it", "Signed": "the other's PIN is the right",
	"Place": "one's own drafts", "SetPlace": "one's own drafts", "LastSaved": "one's own last change",
	"Units": "names of offices", "Instruments": "yardsticks are set beforehand and open to all", "Choosable": "as Instruments", "Periods": "which periods are in use",

	"Evaluators": "to whom of those who evaluate the keyboard can be handed: for whoever came in with a PIN",
}

// allowed is what the table says of one verb about somebody.
func allowed(actor model.Actor, verb model.Verb, rels []model.Relation) bool {
	if slices.Contains(rels, model.RelSelf) && access.Judges(verb) {
		return false
	}
	return slices.ContainsFunc(append([]model.Relation{model.RelNone}, rels...), func(r model.Relation) bool { return access.May(actor, verb, r) })
}

// roles are everybody who may work: each role by itself, and the owner.
func (m matrix) actors() map[string]model.Actor {
	me := m.at[0].who
	list := map[string]model.Actor{"nobody": {ID: string(me), Employee: me}, "owner": model.Owner(me, "Uji self")}
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		list[r.String()] = model.Actor{ID: string(me), Employee: me, Roles: model.RolesOf(r)}
	}
	return list
}

// Every verb, as every role, about every relation, does what the table of rights
// says: refused where it says no, and not refused where it says yes.
func TestRightsHold(t *testing.T) {
	m := newMatrix(t)
	for name, actor := range m.actors() {
		d := m.s.As(actor)
		for _, at := range m.at {
			for _, p := range probes() {
				rels := at.rels
				if p.nobody {
					rels = nil
				}
				want := slices.ContainsFunc(p.verbs, func(v model.Verb) bool { return allowed(actor, v, rels) })
				err := p.try(d, at)
				if got := !errors.Is(err, model.ErrNotAllowed); got != want {
					t.Errorf("%s, %s %v about %s: allowed %v (%v), the table says %v", name, p.method, p.verbs, at.name, got, err, want)
				}
			}
		}
	}
}

// Every verb of a desk is tried by the matrix, is a list that the matrix of lists
// reads, or stands in the list of those that ask for no right.
func TestRightsAreTriedOfEveryVerb(t *testing.T) {
	tried := map[string]bool{}
	for _, p := range probes() {
		tried[p.method] = true
	}
	for _, l := range lists() {
		tried[l.method] = true
	}
	of := reflect.TypeFor[*store.Desk]()
	for i := range of.NumMethod() {
		name := of.Method(i).Name
		if why := free[name]; !tried[name] && strings.TrimSpace(why) == "" {
			t.Errorf("%s: nobody tries who may do it: add a probe, or the reason why it needs none", name)
		}
		delete(free, name)
	}
	for name := range free {
		t.Errorf("%s asks for no right, and is no verb", name)
	}
}
