package voicing

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/board"
	"kinerja/model/rules"
	"kinerja/model/voice"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/rating"
	"kinerja/ui/widget/word"
)

// Mover takes steps of evaluations.
type Mover interface {
	MoveAll(plans []model.PlanID, p model.Period, to model.EvaluationState, w model.Word, rs rules.RuleSet) ([]model.Moved, error)
}

// Ask asks how the judgement of another evaluator comes here before a step that judges,
// where that is known of nobody who can take it: those of whom it is known come first,
// and then those of one evaluator after the other (Pose). It goes on with then; false
// where nothing is to be asked.
func (v *Voicing[D]) Ask(people []*board.Person, to model.EvaluationState, names map[model.EmployeeID]string, then func() tea.Cmd) (tea.Cmd, bool) {
	if now, later := v.later(people, to); len(later) > 0 && !slices.ContainsFunc(now, func(r *board.Person) bool { return r.Takes(to) }) {
		v.Before(to)
		return v.First(later, names, then)
	}
	return nil, false
}

// later are those who can take a step that judges, of whom it is not known yet how the
// judgement of their evaluator comes here; now is everybody else.
func (v *Voicing[D]) later(people []*board.Person, to model.EvaluationState) (now, later []*board.Person) {
	for _, r := range people {
		if rating.Judges(to) && r.Takes(to) && v.Asks(r) {
			later = append(later, r)
		} else {
			now = append(now, r)
		}
	}
	return now, later
}

// follow says who takes the step only after the others: staff of another evaluator.
func (v *Voicing[D]) follow(later []*board.Person, names map[model.EmployeeID]string) tea.Cmd {
	if len(later) == 0 {
		return nil
	}
	var who []string
	for _, r := range later {
		if name := lang.Inert(names[v.For(r)]); !slices.Contains(who, name) {
			who = append(who, name)
		}
	}
	return nav.Say(v.Env.Text.Plural(v.Env.Text.Voice.Later, len(later), "name", strings.Join(who, ", ")))
}

// Pose makes the question before a step, and hands it to then: for those of whom it is
// known whose judgement they are; it says who comes later. What is the word of one
// person may be said by that person, where they have a PIN.
func (v *Voicing[D]) Pose(people []*board.Person, to model.EvaluationState, names map[model.EmployeeID]string, then func(*rating.Step)) tea.Cmd {
	people, later := v.later(people, to)
	look := rating.Look{Keys: v.Env.Keys, Styles: v.Env.Styles, Text: v.Env.Text}
	taken := rating.Take(v.Env.Text, people, to, names, v.Env.Today())
	pose := func(asked word.Asked) tea.Cmd {
		taken.Asked = asked
		then(rating.NewStep(look, taken))
		return v.follow(later, names)
	}
	if rating.Judges(to) || len(people) != 1 || people[0].Staff.Employee == v.Env.Me.Employee {
		return pose(word.Asked{})
	}
	return v.Hear(people[0].Staff.Employee, people[0].Staff.Name, pose)
}

// Take returns what takes the step of some people off the loop, on the desk of whoever's word it is.
func (v *Voicing[D]) Take(own D, people []*board.Person, s *rating.Step, p model.Period) func() ([]model.Moved, error) {
	apart, to, w, rs, from, said := v.apart(own, people, rating.Judges(s.To())), s.To(), s.Word(), v.Env.Rules.File, v.From, voice.Said{}
	if s.Signs() {
		said = s.Said()
	}
	return func() (list []model.Moved, err error) {
		for _, g := range apart {
			if said.Signs() {
				if g.desk, err = from.Voiced(said); err != nil {
					return list, err
				}
			}
			moved, err := g.desk.MoveAll(g.plans, p, to, w, rs)
			if list = append(list, moved...); err != nil {
				return list, err
			}
		}
		return list, nil
	}
}

// group are plans that are judged on one desk.
type group[D any] struct {
	desk  D
	plans []model.PlanID
}

// apart are the plans of some people by the desk on which they are judged, in their
// order; what is no judgement goes on the own desk.
func (v *Voicing[D]) apart(own D, people []*board.Person, judged bool) (list []group[D]) {
	at := map[model.EmployeeID]int{}
	for _, r := range people {
		whose, desk := model.EmployeeID(""), own
		if judged {
			whose, desk = v.For(r), v.Desk(own, r)
		}
		i, ok := at[whose]
		if !ok {
			i, list = len(list), append(list, group[D]{desk: desk})
			at[whose] = i
		}
		list[i].plans = append(list[i].plans, r.Plan.ID)
	}
	return list
}
