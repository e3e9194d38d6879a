package nav

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// sealed is a route as it is kept from one start of the program to the next.
type sealed struct {
	Page string          `json:"page"`
	At   json.RawMessage `json:"at"`
}

// kinds are the routes that can be kept, by name.
func kinds() map[string]reflect.Type {
	all := map[string]reflect.Type{}
	for _, r := range []Route{
		Home{}, Closing{}, Staff{}, Person{}, Results{}, Gain{}, Observe{}, Evaluations{}, Evaluation{}, Feedback{}, Credit{}, CreditBase{}, Instruments{}, Instrument{},
		Plans{}, Plan{}, SKP{}, Matrix{}, ActionPlan{}, EditAction{}, SelfView{}, EditSelfView{}, Positions{}, Survey{}, EditSurvey{}, Record{}, Units{}, RuleSets{}, Workplace{}, Situation{}, Fairness{}, UnitResult{}, EditPerson{}, EditPost{}, EditUnit{}, Transfer{}, Leave{}, AddLeave{}, Coverage{}, Sessions{}, Session{}, EditSession{}, Learners{}, Suggested{}, Intake{}, Settings{}, Rights{}, Welcome{},
		Colleagues{}, Rounds{}, Round{}, OpenRound{}, GiveRound{}, FollowUp{}, Coaching{}, StartCoaching{}, CoachingAct{},
		Awards{}, Proposals{}, Award{}, AwardAct{}, Letters{}, EditLetter{},
	} {
		all[reflect.TypeOf(r).Name()] = reflect.TypeOf(r)
	}
	for _, r := range []Route{Users{}, EditUser{}} { // about people, and not about their work
		all[reflect.TypeOf(r).Name()] = reflect.TypeOf(r)
	}
	return all
}

// Seal writes a route as bytes that Unseal reads.
func Seal(r Route) ([]byte, error) {
	if in, ok := r.(Intake); ok {
		in.Then = nil // a place to go to is not kept: one comes back the way one came
		r = in
	}
	at, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	return json.Marshal(sealed{Page: reflect.TypeOf(r).Name(), At: at})
}

// Unseal reads a route. It reports an error for one that this version of the
// program does not know.
func Unseal(raw []byte) (Route, error) {
	var s sealed
	if err := json.Unmarshal(raw, &s); err != nil {
		return nil, err
	}
	kind, ok := kinds()[s.Page]
	if !ok {
		return nil, fmt.Errorf("no page %q", s.Page)
	}
	at := reflect.New(kind)
	if err := json.Unmarshal(s.At, at.Interface()); err != nil {
		return nil, err
	}
	return at.Elem().Interface().(Route), nil
}
