package follow

import (
	"cmp"
	"fmt"
	"slices"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/discipline"
	"kinerja/store"
	"kinerja/store/ledger"
	"kinerja/store/sequels"
	"kinerja/store/sight"
	"kinerja/store/speech"
)

// AwardRow is one nomination as lists show it.
type AwardRow = award.Row

// Awards lists nominations, the newest first.
func (d Desk) Awards(q Asked) ([]AwardRow, error) {
	return store.Look(d.Desk, award.VerbRead, func(s sight.Sight) (list []AwardRow, err error) {
		l, err := newLines(s, q, award.VerbRead)
		if err != nil {
			return nil, err
		}
		all, err := sequels.Awards().All(s.Tx.Tx)
		for _, a := range slices.Backward(all) {
			row, ok, err := l.of(a.Employee)
			if err != nil {
				return nil, err
			}
			if !ok || q.Open && !a.State.Open() {
				continue
			}
			r := AwardRow{Award: a, Staff: row, Names: map[model.EmployeeID]string{}}
			for _, w := range a.Words {
				r.Names[w.Whose], r.Names[w.By] = s.NameOf(w.Whose), s.NameOf(w.By)
			}
			delete(r.Names, "")
			list = append(list, r)
		}
		return list, err
	})
}

// Proposal is one person with what the rule found about them.
type Proposal = award.Proposal

// Propose examines everybody at or below a unit who has a plan in the last of some
// periods, oldest first: those who meet the rule first, each part by name. Of
// somebody with two plans that of the main post counts.
func (d Desk) Propose(unit model.UnitID, periods []model.Period, rule award.Rule) ([]Proposal, error) {
	return store.Look(d.Desk, award.VerbRead, func(s sight.Sight) (list []Proposal, err error) {
		if len(periods) == 0 {
			return nil, nil
		}
		last := periods[len(periods)-1]
		l, err := newLines(s, Asked{Unit: unit}, award.VerbRead)
		if err != nil {
			return nil, err
		}
		seen := map[model.EmployeeID]bool{}
		err = s.PlansIn(last.Year(), func(plan model.Plan) error {
			if seen[plan.Employee] {
				return nil
			}
			seen[plan.Employee] = true
			row, ok, err := l.of(plan.Employee)
			if err != nil || !ok {
				return err
			}
			p := Proposal{Staff: row}
			p.Findings, err = examine(s, plan.Employee, periods, rule)
			if err != nil {
				return err
			}
			p.Met = award.Met(p.Findings)
			given, err := sequels.Awards().Of(s.Tx.Tx, plan.Employee)
			p.Nominated = slices.ContainsFunc(given, func(a award.Award) bool {
				return a.Period == last && a.State != award.Rejected && a.State != award.Withdrawn
			})
			list = append(list, p)
			return err
		})
		slices.SortStableFunc(list, func(a, b Proposal) int {
			if a.Met != b.Met {
				if a.Met {
					return -1
				}
				return 1
			}
			return cmp.Compare(a.Staff.Name, b.Staff.Name)
		})
		return list, err
	})
}

// Findings looks at how somebody stood over periods, oldest first.
func (d Desk) Findings(who model.EmployeeID, periods []model.Period, rule award.Rule) ([]award.Finding, error) {
	return store.Look(d.Desk, award.VerbRead, func(s sight.Sight) ([]award.Finding, error) {
		if err := s.May(award.VerbRead, who); err != nil {
			return nil, err
		}
		return examine(s, who, periods, rule)
	})
}

// examine looks at how somebody stood in each period, by the plan of the post that
// was the main one then.
func examine(s sight.Sight, who model.EmployeeID, periods []model.Period, rule award.Rule) ([]award.Finding, error) {
	posts, err := s.Posts(who)
	if err != nil {
		return nil, err
	}
	plans, err := s.PlansOf(who)
	if err != nil {
		return nil, err
	}
	var span []award.Stood
	for _, p := range periods {
		post, held := model.MainPost(posts, p.First(), p.Last())
		i := slices.IndexFunc(plans, func(x model.Plan) bool { return x.ID == model.PlanOf(post.ID, p.Year()) })
		if !held || i < 0 {
			span = append(span, award.Stood{Period: p})
			continue
		}
		e, err := s.Evaluation(plans[i], p)
		if err != nil {
			return nil, err
		}
		st := award.Stood{Period: p, Final: e.State == model.Final}
		if e.State >= model.Shared {
			st.Predicate = e.Predicate
		}
		st.Objection = e.State == model.Objected || e.State == model.Explained
		span = append(span, st)
	}
	letters, err := sequels.Letters().Of(s.Tx.Tx, who)
	return rule.Examine(span, discipline.InForce(letters, s.Today())), err
}

// Nominate nominates somebody for an award, in this person's own word.
func (d Desk) Nominate(a award.Award) (award.Award, error) {
	err := store.Write(d.Desk, award.VerbNominate, func(s sight.Sight) error {
		if err := s.May(award.VerbNominate, a.Employee); err != nil {
			return err
		}
		post, _, err := s.MainPost(a.Employee)
		if err != nil {
			return err
		}
		w, err := speech.Of(s, model.RelNone, a.Employee, "", model.Word{Reason: a.Reason})
		if err != nil {
			return err
		}
		a.ID, a.Unit = award.ID(ledger.MintID()), post.Unit
		if a, err = award.New(a, w); err != nil {
			return err
		}
		return sequels.Awards().Put(s.Tx.Tx, a)
	})
	return a, err
}

// CheckAward keeps what the rule finds today about a nomination: over periods, oldest
// first. Where a condition is not met it goes on only with a reason why.
func (d Desk) CheckAward(who model.EmployeeID, id award.ID, periods []model.Period, rule award.Rule, overruled string, w model.Word) (award.Award, error) {
	return d.award(award.VerbCheck, model.RelNone, who, id, w, func(s sight.Sight, a award.Award, w model.Word) (award.Award, error) {
		found, err := examine(s, who, periods, rule)
		if err != nil {
			return a, err
		}
		return a.Examined(found, overruled, w)
	})
}

// StepAward takes a nomination one step further: decided or rejected, handed over,
// withdrawn. The check is CheckAward.
func (d Desk) StepAward(who model.EmployeeID, id award.ID, name string, w model.Word) (award.Award, error) {
	verb, rel := stepOf(name)
	return d.award(verb, rel, who, id, w, func(_ sight.Sight, a award.Award, w model.Word) (award.Award, error) { return a.Take(name, w) })
}

// stepOf is the right that a step of a nomination takes, and whose word it is. A
// decision is that of the superior of whoever evaluates the person, or known from
// their letter, whoever keeps it.
func stepOf(name string) (verb model.Verb, rel model.Relation) {
	verb = award.VerbCheck // of a step that is none: Take refuses it
	for _, s := range award.Steps() {
		if s.Name == name {
			verb, rel = s.Verb, s.Whose
		}
	}
	return verb, rel
}

// WhoseAward is whose word a step of a nomination of somebody is, where that is not
// the word of whoever works; "" where it is.
func (d Desk) WhoseAward(who model.EmployeeID, name string) (whose model.EmployeeID, called string, err error) {
	_, rel := stepOf(name)
	whose, err = store.Look(d.Desk, award.VerbRead, func(s sight.Sight) (model.EmployeeID, error) {
		evaluator, err := speech.Evaluator(s, who)
		if err != nil {
			return "", err
		}
		w, err := speech.Of(s, rel, who, evaluator, model.Word{})
		if err != nil || w.Via != model.Recorded {
			return "", err
		}
		called = s.NameOf(w.Whose)
		return w.Whose, nil
	})
	return whose, called, err
}

func (d Desk) award(verb model.Verb, rel model.Relation, who model.EmployeeID, id award.ID, w model.Word, f func(sight.Sight, award.Award, model.Word) (award.Award, error)) (a award.Award, err error) {
	err = store.Write(d.Desk, verb, func(s sight.Sight) error {
		if err := s.May(verb, who); err != nil {
			return err
		}
		old, err := sequels.Awards().Get(s.Tx.Tx, string(who), string(id))
		if err != nil {
			return fmt.Errorf("award %s: %w", id, err)
		}
		evaluator, err := speech.Evaluator(s, who)
		if err != nil {
			return err
		}
		if w, err = speech.Of(s, rel, who, evaluator, w); err != nil {
			return err
		}
		if err := speech.After(old.Words, w); err != nil {
			return err
		}
		if a, err = f(s, old, w); err != nil {
			return err
		}
		return sequels.Awards().Put(s.Tx.Tx, a)
	})
	return a, err
}

// LetterRow is one letter of discipline as lists show it.
type LetterRow = discipline.Row

// Letters lists references to letters of discipline, of whom this person may know,
// the newest first.
func (d Desk) Letters(q Asked) ([]LetterRow, error) {
	return store.Look(d.Desk, discipline.VerbRead, func(s sight.Sight) (list []LetterRow, err error) {
		l, err := newLines(s, q, discipline.VerbRead)
		if err != nil {
			return nil, err
		}
		all, err := sequels.Letters().All(s.Tx.Tx)
		for _, x := range slices.Backward(all) {
			row, ok, err := l.of(x.Employee)
			if err != nil {
				return nil, err
			}
			if ok && !(q.Open && discipline.InForce([]discipline.Letter{x}, s.Today()) == "") {
				list = append(list, LetterRow{Letter: x, Staff: row})
			}
		}
		return list, err
	})
}

// Refer keeps the reference to a letter of discipline.
func (d Desk) Refer(l discipline.Letter) (discipline.Letter, error) {
	err := store.Write(d.Desk, discipline.VerbRefer, func(s sight.Sight) error {
		if err := s.May(discipline.VerbRefer, l.Employee); err != nil {
			return err
		}
		if _, err := s.Employee(l.Employee); err != nil {
			return err
		}
		l.ID, l.Void = discipline.ID(ledger.MintID()), false
		if err := l.Check(); err != nil {
			return err
		}
		s.Act.Document = l.Number
		return sequels.Letters().Put(s.Tx.Tx, l)
	})
	return l, err
}

// RemoveLetter takes the reference to a letter off somebody's list, for a reason; the
// record of changes keeps it.
func (d Desk) RemoveLetter(who model.EmployeeID, id discipline.ID, reason string) error {
	return store.Write(d.Desk, discipline.VerbRemove, func(s sight.Sight) error {
		if err := s.May(discipline.VerbRemove, who); err != nil {
			return err
		}
		l, err := sequels.Letters().Get(s.Tx.Tx, string(who), string(id))
		if err != nil {
			return fmt.Errorf("letter %s: %w", id, err)
		}
		if reason == "" {
			return model.ErrReason
		}
		l.Void, s.Act.Reason = true, reason
		return sequels.Letters().Put(s.Tx.Tx, l)
	})
}
