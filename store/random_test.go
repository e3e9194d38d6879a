package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/planning"
	"kinerja/model/rules"
	"kinerja/store"
	"kinerja/store/storetest"
)

// Random operations of two people on a real store are kept in step with a plain
// map of cells: place of a value → value, "" for none.
type cells map[string]string

// done is one change as the map knows it.
type done struct {
	actor         int
	verb          model.Verb // undo, redo, or what was done
	target        int        // of undo and redo
	before, after cells
	strict        bool // taking it back must succeed when no cell changed since
}

type world struct {
	t      *testing.T
	r      *rand.Rand
	s      *store.Store
	desks  [2]*store.Desk
	now    cells
	past   []done
	units  []model.UnitID
	people []model.EmployeeID
	posts  map[model.EmployeeID]model.Post
	serial int
}

var randomPeriods = []string{"2026-Q1", "2026-Q2"}

func TestRandomOperationsAgainstAMap(t *testing.T) {
	for seed := range rounds(3, 60) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			w := newWorld(t, uint64(seed))
			for range 200 {
				w.step()
			}
			verify(t, w.s)
		})
	}
}

func newWorld(t *testing.T, seed uint64) *world {
	s := storetest.Open(t)
	w := &world{t: t, r: rand.New(rand.NewPCG(seed, 7)), s: s, now: cells{}, posts: map[model.EmployeeID]model.Post{}}
	for i, id := range []string{"anang", "budi"} {
		w.desks[i] = s.As(model.Actor{ID: id, Roles: model.RolesOf(model.RoleManager)})
	}
	w.addUnit(0)
	w.addEmployee(0)
	return w
}

func (w *world) step() {
	actor := w.r.IntN(2)
	ops := []func(int){
		w.addUnit, w.editUnit, w.addEmployee, w.addEmployee, w.editEmployee, w.editPost, w.makePlans,
		w.enter, w.enter, w.enter, w.enter, w.rate, w.move, w.undo, w.undo, w.undo, w.redo, w.redo,
	}
	ops[w.r.IntN(len(ops))](actor)
	w.compare()
}

// did keeps a change that the store made.
func (w *world) did(actor int, verb model.Verb, strict bool, after cells) {
	d := done{actor: actor, verb: verb, before: cells{}, after: cells{}, strict: strict}
	for at, v := range after {
		if w.now[at] != v {
			d.before[at], d.after[at] = w.now[at], v
			w.set(at, v)
		}
	}
	if len(d.after) > 0 {
		w.past = append(w.past, d)
	}
}

func (w *world) set(at, v string) {
	if v == "" {
		delete(w.now, at)
	} else {
		w.now[at] = v
	}
}

// refused lets pass what a rule may refuse; anything else is a failure.
func (w *world) refused(err error, allowed ...error) bool {
	w.t.Helper()
	for _, a := range allowed {
		if errors.Is(err, a) {
			return true
		}
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return false
}

func (w *world) name() string { w.serial++; return fmt.Sprintf("Nama %d", w.serial) }

func (w *world) addUnit(actor int) {
	u, err := w.desks[actor].AddUnit(model.Unit{Name: w.name(), Code: fmt.Sprintf("K%d", w.serial)})
	w.refused(err)
	w.units = append(w.units, u.ID)
	w.did(actor, model.VerbAddUnit, false, cells{"unit/" + string(u.ID): u.Name})
}

func pick[V any](r *rand.Rand, list []V) V { return list[r.IntN(len(list))] }

func (w *world) editUnit(actor int) {
	id := pick(w.r, w.units)
	tree, err := w.desks[actor].Units()
	w.refused(err)
	u, ok := tree[id]
	if !ok {
		return
	}
	u.Name = w.name()
	w.refused(w.desks[actor].EditUnit(u, "salah tulis"))
	w.did(actor, model.VerbEditUnit, true, cells{"unit/" + string(id): u.Name})
}

func (w *world) addEmployee(actor int) {
	unit := pick(w.r, w.units)
	if w.now["unit/"+string(unit)] == "" {
		return
	}
	name := w.name()
	number := model.NIP(fmt.Sprintf("1990%02d%02d2015%02d1%03d", 1+w.serial%12, 1+w.serial%28, 1+w.serial%12, w.serial))
	post := model.Post{Unit: unit, Position: "Bidan Terampil", From: 20200101}
	e, err := w.desks[actor].AddEmployee(model.Employee{Name: name, Number: number}, post)
	w.refused(err)
	pr, err := w.desks[actor].Profile(e.ID)
	w.refused(err)
	w.people = append(w.people, e.ID)
	w.posts[e.ID] = pr.Posts[0]
	w.did(actor, model.VerbAddEmployee, false, cells{
		"name/" + string(e.ID): name, "nip/" + string(e.ID): string(number), "post/" + string(e.ID): post.Position,
	})
}

// somebody is a person who is on the list now, or nobody.
func (w *world) somebody() (model.Employee, bool) {
	id := pick(w.r, w.people)
	if w.now["name/"+string(id)] == "" {
		return model.Employee{}, false
	}
	pr, err := w.desks[0].Profile(id)
	w.refused(err)
	return pr.Employee, true
}

func (w *world) editEmployee(actor int) {
	e, ok := w.somebody()
	if !ok {
		return
	}
	e.Name = w.name()
	c := cells{"name/" + string(e.ID): e.Name}
	if w.r.IntN(3) == 0 { // the number of somebody whose making was undone is free
		other := pick(w.r, w.people)
		pr, err := w.desks[0].Profile(other)
		w.refused(err)
		if w.now["name/"+string(other)] == "" {
			e.Number = pr.Employee.Number
			c["nip/"+string(e.ID)] = string(e.Number)
		}
	}
	if w.refused(w.desks[actor].EditEmployee(e, ""), model.ErrExists) {
		return
	}
	w.did(actor, model.VerbEditEmployee, len(c) == 1, c)
}

func (w *world) editPost(actor int) {
	e, ok := w.somebody()
	if !ok || w.now["post/"+string(e.ID)] == "" {
		return
	}
	p := w.posts[e.ID]
	p.Position = "Bidan " + w.name()
	w.refused(w.desks[actor].EditPost(p, ""))
	w.did(actor, model.VerbEditPost, true, cells{"post/" + string(e.ID): p.Position})
}

func (w *world) makePlans(actor int) {
	made, err := w.desks[actor].MakePlans(planning.Order{Year: 2026, Who: planning.Who{Unit: pick(w.r, w.units)}, Document: "SKP"})
	w.refused(err)
	c := cells{}
	for _, p := range made.Plans {
		c["plan/"+string(p.ID)] = "agreed"
	}
	w.did(actor, model.VerbMakePlan, false, c)
}

func (w *world) plan() (model.Plan, bool) {
	e, ok := w.somebody()
	if !ok {
		return model.Plan{}, false
	}
	p, err := w.desks[0].Plan(model.PlanOf(w.posts[e.ID].ID, 2026))
	return p, !w.refused(err, model.ErrNotFound)
}

func (w *world) enter(actor int) {
	plan, ok := w.plan()
	if !ok {
		return
	}
	period, _ := model.ParsePeriod(pick(w.r, randomPeriods))
	var list []model.Entry
	c := cells{}
	for range 1 + w.r.IntN(3) {
		m := pick(w.r, plan.Measures)
		e := model.Entry{Measure: m.ID}
		if w.r.IntN(4) > 0 {
			e.Actual = model.Some(model.Int(int64(1 + w.r.IntN(90))))
		}
		list = append(list, e)
		c["card/"+string(plan.ID)+"/"+period.String()+"/"+string(m.ID)] = amount(e.Actual)
	}
	_, err := w.desks[actor].Enter(plan.ID, period, list, "")
	if w.refused(err, model.ErrLocked) {
		return
	}
	w.did(actor, model.VerbEnter, false, c)
}

func amount(a model.Amount) string {
	if n, ok := a.Get(); ok {
		return fmt.Sprint(int64(n))
	}
	return ""
}

func (w *world) rate(actor int) {
	plan, ok := w.plan()
	if !ok {
		return
	}
	period, _ := model.ParsePeriod(pick(w.r, randomPeriods))
	e, err := w.desks[actor].Rate(plan.ID, period, store.Rating{
		Result: model.Rating(1 + w.r.IntN(3)), Behaviour: model.Meets, Reason: "dibahas", Rules: rules.PermenPANRB6(),
	})
	if w.refused(err, model.ErrState) {
		return
	}
	w.did(actor, model.VerbRate, false, cells{evaluationCell(e): evaluationText(e)})
}

func evaluationCell(e model.Evaluation) string {
	return "evaluation/" + string(e.Plan) + "/" + e.Period.String()
}

func evaluationText(e model.Evaluation) string {
	if e.State == model.EvaluationDraft {
		return ""
	}
	return fmt.Sprint(e.State, " ", e.Result, " ", e.Suggested, " ", amount(e.Score), " ", e.Share)
}

func (w *world) move(actor int) {
	plan, ok := w.plan()
	if !ok {
		return
	}
	period, _ := model.ParsePeriod(pick(w.r, randomPeriods))
	to := pick(w.r, []model.EvaluationState{model.Shared, model.Shared, model.Rated, model.Received, model.Accepted, model.Final})
	e, err := w.desks[actor].Move(plan.ID, period, to, model.Word{Document: "800/1/2026"}, rules.PermenPANRB6())
	if w.refused(err, model.ErrState) {
		return
	}
	step := map[model.EvaluationState]model.Verb{
		model.Shared: model.VerbShare, model.Rated: model.VerbWithdraw, model.Received: model.VerbReceive,
		model.Accepted: model.VerbAccept, model.Final: model.VerbFinalise,
	}
	w.did(actor, step[to], false, cells{evaluationCell(e): evaluationText(e)})
}

// newest finds what undo or redo of an actor means, as the store should.
func (w *world) newest(actor int, verb model.Verb) int {
	undone := map[int]bool{}
	for i := len(w.past) - 1; i >= 0; i-- {
		d := w.past[i]
		if d.actor != actor || undone[i] {
			continue
		}
		switch {
		case d.verb == model.VerbUndo || d.verb == model.VerbRedo:
			undone[d.target] = true
			if verb == model.VerbRedo && d.verb == model.VerbUndo {
				return i
			}
		case verb == model.VerbRedo:
			return -1
		default:
			return i
		}
	}
	return -1
}

func (w *world) undo(actor int) { w.takeBack(actor, model.VerbUndo, w.desks[actor].Undo) }
func (w *world) redo(actor int) { w.takeBack(actor, model.VerbRedo, w.desks[actor].Redo) }

func (w *world) takeBack(actor int, verb model.Verb, do func() (model.ChangeInfo, error)) {
	w.t.Helper()
	target := w.newest(actor, verb)
	_, err := do()
	if target < 0 {
		if !errors.Is(err, model.ErrNothing) {
			w.t.Fatalf("%s with nothing to take back: %v", verb, err)
		}
		return
	}
	d := w.past[target]
	same := true
	for at, v := range d.after {
		same = same && w.now[at] == v
	}
	if w.refused(err, model.ErrChanged, model.ErrNoUndo, model.ErrLocked) {
		if same && d.strict {
			w.t.Fatalf("%s of %s was refused: %v", verb, d.verb, err)
		}
		return
	}
	if !same || access.RecallOf(d.verb) != access.CanUndo {
		w.t.Fatalf("%s of %s was not refused; it had made %v", verb, d.verb, d.after)
	}
	for at, v := range d.before {
		w.set(at, v)
	}
	w.past = append(w.past, done{actor: actor, verb: verb, target: target, before: d.after, after: d.before, strict: d.strict})
}

// compare reads the whole store and holds it against the map.
func (w *world) compare() {
	w.t.Helper()
	got := cells{}
	d := w.desks[0]
	tree, err := d.Units()
	w.refused(err)
	for id, u := range tree {
		got["unit/"+string(id)] = u.Name
	}
	people, err := d.People()
	w.refused(err)
	for _, p := range people {
		id := string(p.Employee.ID)
		got["name/"+id], got["nip/"+id] = p.Employee.Name, string(p.Employee.Number)
		for _, post := range p.Posts {
			got["post/"+id] = post.Position
		}
	}
	plans, err := d.Plans(2026, "")
	w.refused(err)
	for _, p := range plans {
		got["plan/"+string(p.ID)] = p.State.String()
		for _, name := range randomPeriods {
			period, _ := model.ParsePeriod(name)
			c, err := d.Card(p.ID, period)
			w.refused(err)
			for _, e := range c.Entries {
				if v := amount(e.Actual); v != "" {
					got["card/"+string(p.ID)+"/"+name+"/"+string(e.Measure)] = v
				}
			}
			e, err := d.Evaluation(p.ID, period)
			w.refused(err)
			if v := evaluationText(e); v != "" {
				got[evaluationCell(e)] = v
			}
		}
	}
	if text := difference(got, w.now); text != "" {
		w.t.Fatalf("after %d changes, the last %s:\n%s", len(w.past), w.past[len(w.past)-1].verb, text)
	}
}
