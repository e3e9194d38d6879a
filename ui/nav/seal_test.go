package nav_test

import (
	"os"
	"reflect"
	"regexp"
	"testing"

	"kinerja/model"
	"kinerja/ui/nav"
)

// Every route can be kept, with all that it says.
func TestRoutesAreKept(t *testing.T) {
	q3, _ := model.ParsePeriod("2026-Q3")
	known := map[string]bool{}
	for _, r := range []nav.Route{
		nav.Home{}, nav.Closing{Period: q3}, nav.Staff{}, nav.Person{Employee: "e", Period: q3},
		nav.Results{Period: q3, Instrument: "i", Employee: "e", Measure: "m"}, nav.Gain{Plan: "p", Period: q3, Measure: "m"}, nav.Observe{Plan: "p", Period: q3, Measure: "m"}, nav.Evaluations{Employee: "e"}, nav.Transfer{Employee: "e"}, nav.Leave{Employee: "e"}, nav.AddLeave{Employee: "e"}, nav.Coverage{Period: q3}, nav.Sessions{}, nav.Session{ID: "s"}, nav.EditSession{ID: "s", For: nav.ForMarks, Employee: "e"}, nav.Learners{Unit: "u", Period: q3}, nav.Suggested{Period: q3}, nav.Awards{}, nav.Proposals{Period: q3}, nav.Award{Employee: "e", ID: "a"}, nav.AwardAct{Employee: "e", ID: "a", Act: "checked", Period: q3}, nav.Letters{}, nav.EditLetter{Employee: "e", ID: "l"}, nav.Evaluation{Plan: "p", Period: q3},
		nav.Feedback{Employee: "e", Period: q3, Measure: "m", Value: 3}, nav.Credit{Employee: "e"}, nav.CreditBase{Employee: "e"}, nav.Instruments{}, nav.Instrument{ID: "i"}, nav.Plans{Year: 2026},
		nav.Plan{Plan: "p"}, nav.SKP{Plan: "p"}, nav.Matrix{Plan: "p"}, nav.ActionPlan{Plan: "p", Period: q3}, nav.EditAction{Plan: "p", Period: q3, For: nav.ForEvidence, Action: "a", Evidence: "e", Measure: "m"}, nav.Positions{Year: 2026}, nav.Survey{Unit: "u", Period: q3}, nav.EditSurvey{Unit: "u", Period: q3}, nav.Units{}, nav.RuleSets{}, nav.Workplace{Unit: "u", Period: q3}, nav.Fairness{Period: q3}, nav.Situation{Unit: "u", Period: q3},
		nav.UnitResult{Unit: "u", Period: q3, Grade: 4, Basis: "b", Revise: true}, nav.EditPerson{Employee: "e"}, nav.EditPost{Employee: "e", Post: "p"},
		nav.EditUnit{Unit: "u"}, nav.Intake{Kind: "staff"}, nav.Record{Plan: "p", Period: q3}, nav.Users{}, nav.EditUser{User: "rina", For: nav.ForReset}, nav.Settings{}, nav.Rights{}, nav.Welcome{Step: 2, Name: "Sari", Kind: 2, Period: q3},
		nav.Colleagues{}, nav.Rounds{}, nav.Round{ID: "r"}, nav.OpenRound{}, nav.GiveRound{ID: "r"}, nav.FollowUp{}, nav.Coaching{Employee: "e", ID: "c"}, nav.StartCoaching{Employee: "e", Plan: "p", Period: q3, Measure: "m"}, nav.CoachingAct{Employee: "e", ID: "c", Act: nav.DoneItem, Item: "s"},
	} {
		raw, err := nav.Seal(r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := nav.Unseal(raw)
		if err != nil || !reflect.DeepEqual(got, r) {
			t.Errorf("%+v comes back as %+v, %v", r, got, err)
		}
		known[reflect.TypeOf(r).Name()] = true
	}
	for _, file := range []string{"routes.go", "after.go"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`func \((\w+)\) route\(\)`).FindAllSubmatch(text, -1) {
			if !known[string(m[1])] {
				t.Errorf("the route %s is not kept", m[1])
			}
		}
	}
	// What comes after a table was taken is no part of the place.
	raw, err := nav.Seal(nav.Intake{Kind: "staff", Then: nav.Home{}})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := nav.Unseal(raw); err != nil || got != (nav.Intake{Kind: "staff"}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestStrangeRoutesAreRefused(t *testing.T) {
	for _, raw := range []string{"", "{", `{"page":"Nowhere","at":{}}`, `{"page":"Staff"}`, `{"page":"Person","at":{"Employee":7}}`, `[]`} {
		if r, err := nav.Unseal([]byte(raw)); err == nil {
			t.Errorf("%q is %+v", raw, r)
		}
	}
}
