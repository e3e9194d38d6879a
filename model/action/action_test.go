package action_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/action"
)

var q3, _ = model.ParsePeriod("2026-Q3")

// plan has two results, of which one has two measures, and a measure that tells
// of none.
func plan() model.Plan {
	m := func(id, code string) model.Measure {
		return model.Measure{ID: model.ElementID(id), Gauge: model.Gauge{Code: code}}
	}
	return model.Plan{
		ID: "p1", Employee: "e1", Unit: "u1", Year: 2026, State: model.PlanAgreed,
		Measures: []model.Measure{m("m1", "IDL"), m("m2", "K6"), m("m3", "IKM")},
		Outline: model.Outline{
			Outcomes:   []model.Outcome{{ID: "o1", Text: "Bayi terlindungi"}, {ID: "o2", Text: "Laporan tepat waktu"}},
			Yardsticks: []model.Yardstick{{ID: "m1", Outcome: "o1"}, {ID: "m2", Outcome: "o1"}},
		},
	}
}

// hand gives what is new these identities, one after the other.
func hand(ids ...string) action.Hand {
	return action.Hand{Today: 2026_10_01, Mint: func() model.ElementID {
		id := ids[0]
		ids = ids[1:]
		return model.ElementID(id)
	}}
}

// made makes a sheet; what is new is called n1, n2 … in turn.
func made(t *testing.T, changes ...action.Change) action.Sheet {
	t.Helper()
	s, err := action.Make(action.New(plan(), q3), plan(), hand("n1", "n2", "n3", "n4", "n5", "n6"), changes...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func link() action.Evidence {
	return action.Evidence{Name: "Register kohort", Place: "https://contoh.id/register"}
}

// A line becomes realised when what came of it is said and shown, not before; a
// sheet when all its lines are.
func TestStateFollowsFromWhatIsThere(t *testing.T) {
	line := action.Put(action.Action{Measure: "m1", Text: "Sweeping"})
	other := action.Put(action.Action{Outcome: "o2", Text: "Laporan bulanan"})
	for _, tt := range []struct {
		name    string
		changes []action.Change
		want    action.State
	}{
		{"nothing", nil, action.Empty},
		{"planned", []action.Change{line}, action.Planned},
		{"said, not shown", []action.Change{line, action.Realise("n1", "12 desa", "register")}, action.Planned},
		{"shown, not said", []action.Change{line, action.Show("n1", link())}, action.Planned},
		{"said and shown", []action.Change{line, action.Realise("n1", "12 desa", ""), action.Show("n1", link())}, action.Realised},
		{"one of two", []action.Change{line, action.Realise("n1", "12 desa", ""), action.Show("n1", link()), other}, action.Planned},
		{"taken back", []action.Change{line, action.Realise("n1", "12 desa", ""), action.Show("n1", link()), action.Withdraw("n2")}, action.Planned},
		{"taken away", []action.Change{line, action.Remove("n1")}, action.Empty},
	} {
		s := made(t, tt.changes...)
		if got := s.State(); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	s := made(t, line, action.Show("n1", link()), other)
	if lines, realised, evidence := s.Count(); lines != 2 || realised != 0 || evidence != 1 || len(s.Bare()) != 1 || s.Actions[0].Evidence[0].On != 2026_10_01 {
		t.Errorf("%d lines, %d realised, %d pieces of evidence: %+v", lines, realised, evidence, s)
	}
}

// Lines stand under the result that they or their measure tell of; what hangs on
// nothing of the plan is not lost.
func TestGroups(t *testing.T) {
	s := made(t,
		action.Put(action.Action{Text: "Koordinasi"}),
		action.Put(action.Action{Measure: "m2", Text: "Kelas ibu"}),
		action.Put(action.Action{Outcome: "o1", Text: "Sweeping"}),
		action.Put(action.Action{Measure: "m3", Text: "Survei"}),
	)
	var got []string
	for _, g := range s.Groups(plan()) {
		names := string(g.Outcome.ID) + string(g.Measure.ID) + ":"
		for _, a := range g.Actions {
			names += " " + string(a.ID)
		}
		got = append(got, names)
	}
	if want := "o1: n2 n3|o2:|m3: n4|: n1"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
	// A result that was taken out of the plan since takes no line with it.
	later := plan()
	later.Outline = model.Outline{}
	all := 0
	for _, g := range s.Groups(later) {
		all += len(g.Actions)
	}
	if all != 4 {
		t.Errorf("%d of 4 lines are shown", all)
	}
}

// Evidence of a result counts for each measure that tells of it, and no other.
func TestEvidenceOfAMeasure(t *testing.T) {
	s := made(t,
		action.Put(action.Action{Measure: "m1", Text: "Sweeping"}), action.Show("n1", link()),
		action.Put(action.Action{Outcome: "o1", Text: "Kelas ibu"}), action.Show("n3", link()),
		action.Put(action.Action{Text: "Umum"}), action.Show("n5", link()),
	)
	for measure, want := range map[model.ElementID]int{"m1": 2, "m2": 1, "m3": 0} {
		if got := len(s.EvidenceOf(plan(), measure)); got != want {
			t.Errorf("%s: %d, want %d", measure, got, want)
		}
	}
	if _, err := s.On(plan(), "m1"); !errors.Is(err, action.ErrManyLines) {
		t.Errorf("two lines: %v", err)
	}
	if a, err := s.On(plan(), "m2"); err != nil || a.ID != "n3" {
		t.Errorf("one line: %v, %v", a.ID, err)
	}
	if _, err := s.On(plan(), "m3"); !errors.Is(err, action.ErrNoLine) {
		t.Errorf("no line: %v", err)
	}
}

func TestWhatASheetRefuses(t *testing.T) {
	line := action.Put(action.Action{Measure: "m1", Text: "Sweeping"})
	for _, tt := range []struct {
		name   string
		change action.Change
		want   error
	}{
		{"no text", action.Put(action.Action{Text: " "}), model.ErrMissing},
		{"a line that is not there", action.Put(action.Action{ID: "a9", Text: "x"}), model.ErrNotFound},
		{"a measure of another plan", action.Put(action.Action{Measure: "m9", Text: "x"}), model.ErrNotFound},
		{"a result of another plan", action.Put(action.Action{Outcome: "o9", Text: "x"}), model.ErrNotFound},
		{"too long", action.Put(action.Action{Text: strings.Repeat("x", action.MostText+1)}), model.ErrTooLong},
		{"what acts on a terminal", action.Realise("n1", "\x1b[2J", ""), model.ErrControl},
		{"came of no line", action.Realise("a9", "12", ""), model.ErrNotFound},
		{"shows no line", action.Show("a9", link()), model.ErrNotFound},
		{"evidence without a name", action.Show("n1", action.Evidence{Place: "map"}), model.ErrMissing},
		{"evidence nowhere", action.Show("n1", action.Evidence{Name: "Foto"}), model.ErrMissing},
		{"evidence that is not there", action.Show("n1", action.Evidence{ID: "e9", Name: "Foto", Place: "map"}), model.ErrNotFound},
		{"a name of two lines", action.Show("n1", action.Evidence{Name: "a\nb", Place: "map"}), model.ErrControl},
		{"takes away what is not there", action.Withdraw("e9"), model.ErrNotFound},
		{"takes away no line", action.Remove("a9"), model.ErrNotFound},
	} {
		before := made(t, line)
		if _, err := action.Make(before, plan(), hand("x"), tt.change); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		if len(before.Actions) != 1 || before.Actions[0].Realised != "" {
			t.Errorf("%s: the sheet before was changed: %+v", tt.name, before)
		}
	}
	full := action.New(plan(), q3)
	for range action.MostLines {
		full.Actions = append(full.Actions, action.Action{ID: "x", Text: "x"})
	}
	if _, err := action.Make(full, plan(), hand("x"), line); !errors.Is(err, action.ErrTooMany) {
		t.Errorf("one line more than there may be: %v", err)
	}
	a := action.Action{ID: "a1", Text: "x"}
	for range action.MostEvidence {
		a.Evidence = append(a.Evidence, action.Evidence{ID: "e", Name: "x", Place: "x"})
	}
	full.Actions = []action.Action{a}
	if _, err := action.Make(full, plan(), hand("x"), action.Show("a1", link())); !errors.Is(err, action.ErrTooMany) {
		t.Errorf("one piece of evidence more than there may be: %v", err)
	}
}

// To change what is planned leaves what came of it and its evidence; a line whose
// measure is gone can still be written.
func TestPutKeepsWhatHangsOnALine(t *testing.T) {
	s := made(t, action.Put(action.Action{Measure: "m1", Text: "Sweeping"}), action.Realise("n1", "12 desa", "register"), action.Show("n1", link()))
	without := plan()
	without.Measures = without.Measures[1:]
	s, err := action.Make(s, without, hand(), action.Put(action.Action{ID: "n1", Measure: "m1", Text: "Sweeping ulang", Target: "14 desa"}))
	if err != nil {
		t.Fatal(err)
	}
	a := s.Actions[0]
	if a.Text != "Sweeping ulang" || a.Target != "14 desa" || a.Realised != "12 desa" || len(a.Evidence) != 1 {
		t.Errorf("%+v", a)
	}
	if err := s.Check(plan()); err != nil {
		t.Error(err)
	}
	s.Actions[0].Evidence[0].Name = ""
	if err := s.Check(plan()); !errors.Is(err, model.ErrMissing) {
		t.Errorf("from outside, without a name: %v", err)
	}
	s = made(t)
	s.ID = "another"
	if err := s.Check(plan()); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("of another plan: %v", err)
	}
}

func TestIsLink(t *testing.T) {
	for s, want := range map[string]bool{
		"https://contoh.id/a": true, "HTTP://contoh.id": true, "https://": false, "contoh.id": false, "https://a b": false, "ftp://a": false, "": false,
	} {
		if action.IsLink(s) != want {
			t.Errorf("%q is a link: %v", s, !want)
		}
	}
}
