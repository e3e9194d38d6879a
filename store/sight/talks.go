package sight

import (
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/store/names"
	"kinerja/store/talks"
)

// Conversation reads what was said about somebody, the oldest first, and by
// whom. Colleagues and subordinates read what they gave themselves, and no more.
func (s Sight) Conversation(id model.EmployeeID) (c talk.Conversation, err error) {
	whole, err := s.Sees(model.VerbReadTalks, id)
	if err != nil {
		return c, err
	}
	if !whole {
		if err := s.May(model.VerbFeedback, id); err != nil {
			return c, err
		}
	}
	line, ok, err := s.Names.Line(id)
	if err != nil {
		return c, err
	}
	if !ok {
		return c, fmt.Errorf("%s: %w", id, model.ErrNotFound)
	}
	c, err = talks.With(s.Tx.Tx, line.Row(), s.NameOf, s.Posts)
	if !whole {
		c = s.ownPart(c)
	}
	return c, err
}

// ownPart is what this person gave in a conversation that is not theirs to read. The
// number is left out: a colleague is known by name and position.
func (s Sight) ownPart(c talk.Conversation) talk.Conversation {
	c.Own, c.Staff.Number = true, ""
	c.Items = slices.DeleteFunc(c.Items, func(f talk.Feedback) bool { return f.Word.Whose != s.Actor.Employee || f.Kind == talk.Answer })
	c.Names = map[model.EmployeeID]string{c.Staff.Employee: c.Staff.Name, s.Actor.Employee: c.Names[s.Actor.Employee]}
	return c
}

// Colleagues are those to whom this person may give feedback, and whose conversation
// is not theirs to read, by name: of each, what they gave themselves.
func (s Sight) Colleagues() (list []talk.Standing, err error) {
	if s.Actor.Employee == "" {
		return nil, nil
	}
	near, err := s.near()
	if err != nil {
		return nil, err
	}
	people, err := s.Names.All()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(people, names.Compare)
	for _, e := range people {
		if e.Hidden || e.Outside || e.Employee == s.Actor.Employee || !near(e) {
			continue
		}
		gives, err := s.Sees(model.VerbFeedback, e.Employee)
		if err != nil {
			return nil, err
		}
		reads, err := s.Sees(model.VerbReadTalks, e.Employee)
		if err != nil {
			return nil, err
		}
		if !gives || reads {
			continue
		}
		said, err := talks.Of(s.Tx.Tx, e.Employee)
		if err != nil {
			return nil, err
		}
		c := s.ownPart(talk.Conversation{Staff: e.Row(), Items: said})
		list = append(list, talk.StandingOf(c.Staff, c.Items))
	}
	return list, nil
}

// Talks says how the conversation stands with everybody at or below a unit ("":
// everywhere) whose conversation this person may read, by name. Oneself is left
// out: nobody talks to oneself.
func (s Sight) Talks(unit model.UnitID) (list []talk.Standing, err error) {
	tree, err := s.Units()
	if err != nil {
		return list, err
	}
	return talks.Standings(s.Tx.Tx, s.Names, func(e names.Entry) (bool, error) {
		if e.Hidden || e.Outside || e.Employee == s.Actor.Employee || !tree.Within(e.Unit, unit) {
			return false, nil
		}
		return s.Sees(model.VerbReadTalks, e.Employee)
	})
}

// near picks those who may stand near enough to this person for feedback: of the same
// unit, or an evaluator of theirs. It spares asking about everybody else of a district.
func (s Sight) near() (func(names.Entry) bool, error) {
	mine, err := s.Posts(s.Actor.Employee)
	if err != nil {
		return nil, err
	}
	main, held := s.Main(mine)
	return func(e names.Entry) bool {
		return held && e.Unit == main.Unit || slices.ContainsFunc(mine, func(p model.Post) bool { return !p.Void && p.Evaluator == e.Employee })
	}, nil
}
