package sample

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/leave"
	"kinerja/model/planning"
	"kinerja/model/rubric"
	"kinerja/model/rules"
	"kinerja/model/score"
	"kinerja/model/talk"
)

func named(t *testing.T, d District, name string) Person {
	t.Helper()
	for p := range d.People() {
		if p.Employee.Name == name {
			return p
		}
	}
	t.Fatalf("nobody is called %s", name)
	return Person{}
}

// told finds the first person of Bukitintan with a story.
func told(t *testing.T, d District, what story) Person {
	t.Helper()
	i := slices.IndexFunc(d.seats, func(s seat) bool { return s.story == what })
	if i < 0 {
		t.Fatalf("nobody has story %d", what)
	}
	return d.person(i)
}

func card(p Person, period string) (model.Card, bool) {
	for _, c := range p.Cards {
		if c.Period.String() == period {
			return c, true
		}
	}
	return model.Card{}, false
}

func evaluated(p Person, period string) (model.Evaluation, bool) {
	for _, e := range p.Evaluations {
		if e.Period.String() == period {
			return e, true
		}
	}
	return model.Evaluation{}, false
}

func TestCast(t *testing.T) {
	d := New(120)
	head := named(t, d, sari)
	if head.Employee.ID != d.Head() || head.Employee.FullName() != "dr. Sari Wulandari" {
		t.Errorf("Head: got %s", head.Employee.FullName())
	}
	if u := d.Units()[firstClinic]; u.Name != "Puskesmas Tanjung Raya" || u.Head != d.Head() || head.Posts[0].Unit != u.ID {
		t.Errorf("Sari heads %+v", u)
	}
	staff, midwives := 0, 0
	for p := range d.People() {
		last := p.Posts[len(p.Posts)-1]
		if last.Evaluator == d.Head() {
			staff++
			if in, _ := model.InstrumentFor(d.Instruments(), last.Position); in.Code == "BIDAN" {
				midwives++
			}
		}
	}
	if staff != 38 || midwives != 24 {
		t.Errorf("Sari evaluates %d, of whom %d midwives; want 38 and 24", staff, midwives)
	}
	for name, want := range map[string]string{
		rina: "Bidan Terampil", ani: "Bidan Mahir", budi: "Perawat Mahir", citra: "Bidan Terampil",
	} {
		if got := named(t, d, name).Posts[0]; got.Position != want || got.Evaluator != d.Head() {
			t.Errorf("%s: got %s, want %s under Sari", name, got.Position, want)
		}
	}
}

func TestRina(t *testing.T) {
	p := named(t, New(120), rina)
	if p.Employee.FullName() != "Rina Hartati, A.Md.Keb." {
		t.Errorf("got %s", p.Employee.FullName())
	}
	c, _ := card(p, "2026-Q3")
	plan := p.Plans[len(p.Plans)-1]
	for code, want := range map[string]string{"IDL": "94", "K6": "90", "IKM": "84.2", "TUNGGU": "45"} {
		m, _ := plan.Measure(code)
		if got := c.Entry(m.ID).Actual.String(); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
	e, _ := evaluated(p, "2026-Q3")
	if e.Score.String() != "105.31" || e.State != model.Rated || e.Result != model.Meets || e.Behaviour != model.Above || e.Predicate != model.Good {
		t.Errorf("got %v, %v, %v and %v: %v", e.Score, e.State, e.Result, e.Behaviour, e.Predicate)
	}
}

func TestAniBudiCitra(t *testing.T) {
	d, rs := New(120), rules.PermenPANRB6()
	for name, want := range map[string]model.Rating{ani: model.Meets, budi: model.Below, citra: model.NotRated} {
		p := named(t, d, name)
		c, _ := card(p, "2026-Q3")
		got, err := score.Of(c, p.Plans[len(p.Plans)-1], rs)
		if err != nil || got.Suggested != want {
			t.Errorf("%s: got %v at %v, %v; want %v", name, got.Suggested, got.Value, err, want)
		}
		if e, ok := evaluated(p, "2026-Q3"); ok {
			t.Errorf("%s: is %v already", name, e.State)
		}
	}
	c, _ := card(named(t, d, citra), "2026-Q3")
	if len(c.Entries) != 1 || c.Entries[0].Actual.Or(0).Fixed() != "90.38" {
		t.Errorf("Citra: got %+v, want 47/52 alone", c.Entries)
	}
}

func TestStories(t *testing.T) {
	d := New(120)
	value := func(p Person, period string) model.Number {
		e, _ := evaluated(p, period)
		return e.Score.Or(0)
	}
	if p := told(t, d, rising); value(p, "2026-Q2") <= value(p, "2026-Q1")+model.Int(4) {
		t.Errorf("rising: %v then %v", value(p, "2026-Q1"), value(p, "2026-Q2"))
	}
	if p := told(t, d, falling); value(p, "2026-Q2") >= value(p, "2025-Q4")-model.Int(4) {
		t.Errorf("falling: %v then %v", value(p, "2025-Q4"), value(p, "2026-Q2"))
	}
	if p := told(t, d, newcomer); len(p.Plans) != 1 || len(p.Evaluations) > 1 || p.Posts[0].From != joinDay {
		t.Errorf("newcomer: %d plans since %v", len(p.Plans), p.Posts[0].From)
	}
	if e, ok := evaluated(told(t, d, onLeave), "2026-Q1"); !ok || e.Suggested != model.NotRated || e.Reason == "" || e.Share >= model.Int(80) {
		t.Errorf("on leave: %+v", e)
	}
	p := told(t, d, moved)
	old, now := 0, 0
	for _, c := range p.Cards {
		switch c.Post {
		case p.Posts[0].ID:
			old++
		case p.Posts[1].ID:
			now++
		}
	}
	if p.Posts[0].To.Add(1) != p.Posts[1].From || p.Posts[0].Unit == p.Posts[1].Unit || p.Posts[0].Evaluator == p.Posts[1].Evaluator || old != 3 || now < 1 || len(p.Plans) != 3 {
		t.Errorf("moved: %d cards there, %d here, %d plans", old, now, len(p.Plans))
	}
	if m, _ := model.MainPost(p.Posts, today, today); m.ID != p.Posts[1].ID {
		t.Error("moved: the new post is not the main one")
	}
	testHandover(t, d)
}

func testHandover(t *testing.T, d District) {
	p, former := told(t, d, acting), told(t, d, retired)
	if !p.Posts[1].Acting || p.Posts[0].Acting || d.Units()[thirdClinic].Head != p.Employee.ID {
		t.Errorf("acting: %+v", p.Posts)
	}
	if m, _ := model.MainPost(p.Posts, today, today); m.ID != p.Posts[0].ID {
		t.Error("acting: the acting post is the main one")
	}
	if former.Employee.Left != 2026_03_31 {
		t.Errorf("retired: left on %v", former.Employee.Left)
	}
	for q := range d.People() {
		if q.Employee.ID == former.Employee.ID || q.Posts[0].Unit != p.Posts[0].Unit || q.Employee.ID == p.Employee.ID {
			continue
		}
		for _, e := range q.Evaluations {
			want := p.Employee.ID
			if e.Period.Last() < handoverDay {
				want = former.Employee.ID
			}
			if e.Evaluator != want {
				t.Errorf("%s %v: evaluated by the wrong head", q.Employee.Name, e.Period)
			}
		}
	}
}

func TestSpread(t *testing.T) {
	for _, people := range []int{120, 2400} {
		predicates := map[model.Predicate]int{}
		states := map[string]map[model.EvaluationState]int{}
		cards := map[string]int{}
		departed, fractions, reasons, notes, total := 0, 0, 0, 0, 0
		for p := range New(people).People() {
			for _, c := range p.Cards {
				cards[c.Period.String()]++
				for _, e := range c.Entries {
					fractions += count(e.Den.Present())
					reasons += count(e.Reason != "")
					notes += count(e.Note != "")
				}
			}
			for _, e := range p.Evaluations {
				period := e.Period.String()
				if states[period] == nil {
					states[period] = map[model.EvaluationState]int{}
				}
				states[period][e.State]++
				predicates[e.Predicate]++
				departed += count(e.Reason != "")
				total++
			}
		}
		t.Logf("%d people: %v, %v, cards %v, departed %d, fractions %d, reasons %d, notes %d", people, predicates, states, cards, departed, fractions, reasons, notes)
		share := func(p model.Predicate) int { return predicates[p] * 1000 / total }
		if s := share(model.Good); s < 600 || s > 850 {
			t.Errorf("%d: %d of 1000 are good", people, s)
		}
		if s := share(model.VeryGood); s < 30 || s > 200 {
			t.Errorf("%d: %d of 1000 are very good", people, s)
		}
		if s := share(model.NeedsImprovement); s < 50 || s > 250 {
			t.Errorf("%d: %d of 1000 need improvement", people, s)
		}
		if predicates[model.Poor] == 0 || predicates[model.VeryPoor] == 0 || share(model.Poor)+share(model.VeryPoor) > 60 {
			t.Errorf("%d: %d are poor, %d very poor", people, predicates[model.Poor], predicates[model.VeryPoor])
		}
		if q3 := states["2026-Q3"]; len(q3) != 1 || q3[model.Rated] < 4 || q3[model.Rated] > people/8 {
			t.Errorf("%d: in 2026-Q3 %v", people, q3)
		}
		if states["2025-Q4"][model.Final] < cards["2025-Q4"]*9/10 || states["2026-Q2"][model.Final] == cards["2026-Q2"] {
			t.Errorf("%d: states %v", people, states)
		}
		if departed == 0 || fractions == 0 || reasons == 0 || notes == 0 {
			t.Errorf("%d: departed %d, fractions %d, reasons %d, notes %d", people, departed, fractions, reasons, notes)
		}
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// What was said to people reads like talk between people: every item passes its
// Check on its day, all kinds occur, answers answer, and some check-ins are due.
func TestConversations(t *testing.T) {
	d := New(1200)
	kinds := map[talk.Kind]int{}
	people, silent, due, overdue, measures, values := 0, 0, 0, 0, 0, 0
	for p := range d.People() {
		seen := map[model.FeedbackID]bool{}
		var last talk.Feedback
		for _, f := range p.Talks {
			if err := f.Check(f.Word.On); err != nil || f.Employee != p.Employee.ID || f.Word.On < last.Word.On || f.At <= last.At || f.Word.On > d.Today() {
				t.Fatalf("%s: %+v: %v", p.Employee.Name, f, err)
			}
			if f.Kind == talk.Answer && (!seen[f.To] || f.Word.Whose != f.Employee || f.Word.Via != model.Recorded) || f.Kind != talk.Answer && f.Word.Whose == f.Employee {
				t.Errorf("%s: answer %+v", p.Employee.Name, f)
			}
			seen[f.ID], last = true, f
			kinds[f.Kind]++
			measures += count(f.Code != "")
			values += count(f.Value != "")
		}
		talk := talk.StandingOf(model.StaffRow{}, p.Talks)
		people++
		silent += count(talk.Silent(d.Today(), rules.SilentDays))
		due += count(talk.Due.Next != 0)
		overdue += count(talk.Due.Next != 0 && talk.Due.Next < d.Today())
	}
	t.Logf("%d people, %v, silent %d, due %d, overdue %d, about measures %d, values %d", people, kinds, silent, due, overdue, measures, values)
	for _, k := range talk.Kinds() {
		if kinds[k] < people/20 {
			t.Errorf("%d of kind %s among %d people", kinds[k], k, people)
		}
	}
	if silent < people/5 || silent > people*9/10 || overdue < people/50 || overdue == due || measures < people/20 || values < people/20 {
		t.Errorf("silent %d, due %d, overdue %d, measures %d, values %d", silent, due, overdue, measures, values)
	}
	for name, want := range map[string]model.Date{rina: 2026_10_01, ani: 2026_10_07, budi: 2026_09_28, citra: 0} {
		if got := talk.StandingOf(model.StaffRow{}, named(t, d, name).Talks).Due.Next; got != want {
			t.Errorf("%s: next check-in %s, want %s", name, got, want)
		}
	}
}

// The leader's results, and the midwife's that serve them.
func TestTheirPlansAreSpelledOut(t *testing.T) {
	d := New(120)
	leader, midwife := named(t, d, sari).Plans[1], named(t, d, rina).Plans[1]
	for _, p := range []model.Plan{leader, midwife} {
		if !p.Holds() || len(p.Outline.Outcomes) < 3 || len(p.Outline.Expectations) == 0 || len(p.Outline.Annex.Resources) == 0 {
			t.Errorf("plan of %d: %+v", p.Year, p.Outline)
		}
		if lacks := planning.Lacks(p); p.Outline.Outcomes == nil || len(lacks) > 1 { // the training of hours stands beside the results
			t.Errorf("lacks %+v", lacks)
		}
	}
	for _, o := range midwife.Outline.Outcomes {
		if len(planning.MeasuresOf(midwife, o.ID)) == 0 {
			t.Errorf("no measure tells of %q", o.Text)
		}
		served, ok := leader.Outline.Outcome(o.Serves.Outcomes[0])
		if o.Serves.Plan != leader.ID || !ok || served.Additional {
			t.Errorf("%q serves %+v", o.Text, o.Serves)
		}
	}
}

// A teacher of one subject: how much her class learnt, and from which marks.
func TestATeacherMeasuresAGain(t *testing.T) {
	p := named(t, New(120), yusra)
	if len(p.Cards) != 4 {
		t.Fatalf("%d quarters", len(p.Cards))
	}
	for _, c := range p.Cards {
		measure, ok := p.Plans[len(p.Plans)-1].Measure("NGAIN")
		if !ok {
			t.Fatal("her plan measures no gain")
		}
		x, ok := gain.Of(c.Entry(measure.ID))
		if !ok || x.Pupils < 28 {
			t.Errorf("%s: %+v of %+v", c.Period, x, c.Entry(measure.ID))
		}
		if c.Period.String() == "2026-Q3" && (x.Pre != 41_5000 || x.Post != 73_2500 || x.Value() != 5427 || gain.Hake().Band(x) != gain.Medium) {
			t.Errorf("the quarter at work: %+v", x)
		}
	}
}

// Three people plan what they do: it hangs on their results and indicators, the
// one who is rated first has actions with and without evidence, and none is of a
// period whose result was told.
func TestTheirActionsArePlanned(t *testing.T) {
	d := New(120)
	for _, name := range []string{sari, rina, yusra} {
		p := named(t, d, name)
		if len(p.Actions) != 1 {
			t.Errorf("%s has %d action plans", name, len(p.Actions))
			continue
		}
		s := p.Actions[0]
		i := slices.IndexFunc(p.Plans, func(plan model.Plan) bool { return plan.ID == s.Plan })
		if i < 0 || s.Check(p.Plans[i]) != nil {
			t.Errorf("%s: %v", name, s.Check(p.Plans[max(i, 0)]))
			continue
		}
		for _, a := range s.Actions {
			if a.Measure == "" && a.Outcome == "" {
				t.Errorf("%s: %q serves nothing", name, a.Text)
			}
		}
	}
	p := named(t, d, rina)
	s := p.Actions[0]
	if e, ok := evaluated(p, s.Period.String()); !ok || e.LocksCard() {
		t.Errorf("its evaluation: %+v", e)
	}
	if lines, realised, evidence := s.Count(); lines != 3 || realised != 1 || evidence != 2 || len(s.Bare()) != 2 {
		t.Errorf("%d actions, %d realised, %d pieces of evidence", lines, realised, evidence)
	}
	all := 0
	for p := range New(500).People() {
		all += len(p.Actions)
	}
	if all != 3 {
		t.Errorf("%d action plans in a larger sample", all)
	}
}

// Who hardly has values in a quarter was on leave then.
func TestLeaveIsOnRecord(t *testing.T) {
	p := told(t, New(120), onLeave)
	if len(p.Leaves) != 1 || p.Leaves[0].Kind != leave.Maternity || terms()[leaveTerm].last != p.Leaves[0].To {
		t.Errorf("%+v", p.Leaves)
	}
}

// The lessons of the teacher were observed: the value is their mean.
func TestLessonsWereObserved(t *testing.T) {
	p := named(t, New(120), yusra)
	m, _ := p.Plans[len(p.Plans)-1].Measure("OBS")
	c, _ := card(p, "2026-Q3")
	seen, ok := rubric.Of(c.Entry(m.ID))
	if !ok || len(seen) != 1 || seen.Value() != model.Some(3_2000) || seen.Check(c.Period) != nil {
		t.Errorf("%+v, %+v", seen, c.Entry(m.ID))
	}
}
