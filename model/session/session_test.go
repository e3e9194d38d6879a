package session_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/session"
)

const day = model.Date(2026_07_01)

func briefing(change func(*session.Session)) session.Session {
	s := session.Session{ID: "s", Unit: "u", Kind: session.Briefing, Topic: "Instrumen bidan", From: day, To: day, Instrument: "bidan", Version: 2, Hours: model.Int(4)}
	change(&s)
	return s
}

func training(most int64, people ...session.Attendee) session.Session {
	return session.Session{ID: "t", Kind: session.Training, Topic: "Imunisasi", From: day, To: day, Hours: model.Int(8), Most: model.Int(most), People: people}
}

// Every step from every state.
func TestStates(t *testing.T) {
	allowed := map[string]session.State{
		"planned open": session.Open, "planned running": session.Running, "open running": session.Running, "open done": session.Done, "running done": session.Done,
		"planned cancelled": session.Cancelled, "open cancelled": session.Cancelled, "running cancelled": session.Cancelled,
	}
	for state := session.Planned; state <= session.Cancelled; state++ {
		for _, name := range append(session.Steps().Names(), "nonsense") {
			s := briefing(func(s *session.Session) { s.State = state })
			got, err := s.Take(name, model.Word{On: day, Reason: "banjir"})
			to, ok := allowed[state.String()+" "+name]
			if ok != (err == nil) || ok && got.State != to || !ok && (!errors.Is(err, model.ErrState) || got.State != state) {
				t.Errorf("%s %s: %v, %v", state, name, got.State, err)
			}
		}
	}
	if _, err := briefing(func(*session.Session) {}).Take(session.Cancel, model.Word{On: day}); !errors.Is(err, model.ErrMissing) {
		t.Errorf("cancelled without a reason: %v", err)
	}
}

func TestCheck(t *testing.T) {
	mark := func(n int64) model.Amount { return model.Some(model.Int(n)) }
	for _, x := range []struct {
		field  string
		change func(*session.Session)
	}{
		{"", func(*session.Session) {}},
		{"kind", func(s *session.Session) { s.Kind = 0 }},
		{"topic", func(s *session.Session) { s.Topic = " " }},
		{"date", func(s *session.Session) { s.From = 0 }},
		{"to", func(s *session.Session) { s.To = day - 1 }},
		{"instrument", func(s *session.Session) { s.Version = 0 }},
		{"hours", func(s *session.Session) { s.Hours = -1 }},
		{"hours", func(s *session.Session) { s.Hours = model.Int(1001) }},
		{"most", func(s *session.Session) { s.Most = -1 }},
		{"speaker", func(s *session.Session) { s.Speaker = strings.Repeat("a", session.MostText+1) }},
		{"pegawai", func(s *session.Session) { s.People = []session.Attendee{{}} }},
		{"pegawai", func(s *session.Session) { s.People = []session.Attendee{{Employee: "a"}, {Employee: "a"}} }},
		{"test", func(s *session.Session) { s.People = []session.Attendee{{Employee: "a", Pre: mark(1)}} }},
		{"test", func(s *session.Session) {
			s.Most = model.Int(10)
			s.People = []session.Attendee{{Employee: "a", Post: mark(11)}}
		}},
		{"test", func(s *session.Session) {
			s.Most = model.Int(10)
			s.People = []session.Attendee{{Employee: "a", Pre: mark(-1)}}
		}},
	} {
		var f *model.FieldError
		err := briefing(x.change).Check()
		if errors.As(err, &f); (err == nil) != (x.field == "") || f != nil && f.Field != x.field {
			t.Errorf("%s: %v", x.field, err)
		}
	}
}

func TestWith(t *testing.T) {
	s := briefing(func(*session.Session) {})
	first, err := s.With(session.Attendee{ID: "1", Employee: "rina"})
	if err != nil || len(first.People) != 1 || len(s.People) != 0 {
		t.Fatalf("%+v, %v", first, err)
	}
	told, err := first.With(session.Attendee{ID: "2", Employee: "rina", Told: model.Word{Via: model.Signed, On: day}})
	if err != nil || len(told.People) != 1 || told.People[0].ID != "1" || !told.People[0].Came || first.People[0].Came {
		t.Errorf("%+v, %v", told, err)
	}
	if _, err := first.With(session.Attendee{Employee: "budi", Told: model.Word{Via: model.Recorded, On: day}}); !errors.Is(err, model.ErrMissing) {
		t.Errorf("recorded without a list: %v", err)
	}
	s.State = session.Cancelled
	if _, err := s.With(session.Attendee{Employee: "rina"}); !errors.Is(err, model.ErrState) {
		t.Errorf("into a session that was cancelled: %v", err)
	}
}

func TestUntold(t *testing.T) {
	told := model.Word{Via: model.Signed, On: day}
	held := briefing(func(s *session.Session) {
		s.People = []session.Attendee{{Employee: "rina", Came: true, Told: told}, {Employee: "budi", Came: true}, {Employee: "citra", Told: told}}
	})
	list := []session.Measured{{"rina", "bidan", 2}, {"budi", "bidan", 2}, {"citra", "bidan", 1}, {"rina", "bidan", 3}, {"rina", "guru", 1}, {"dewi", "bidan", 2}}
	names := func(list []session.Measured) (out []string) {
		for _, m := range list {
			out = append(out, string(m.Employee)+" "+string(m.Instrument)+string(rune('0'+m.Version)))
		}
		return out
	}
	if got, want := names(session.Untold(list, []session.Session{held}, day)), []string{"budi bidan2", "rina bidan3", "rina guru1", "dewi bidan2"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := session.Untold(list[:1], []session.Session{held}, day-1); len(got) != 1 {
		t.Error("told before it was held")
	}
	for name, change := range map[string]func(*session.Session){
		"void": func(s *session.Session) { s.Void = true }, "cancelled": func(s *session.Session) { s.State = session.Cancelled }, "a training": func(s *session.Session) { s.Kind = session.Training },
	} {
		s := held
		change(&s)
		if got := session.Untold(list[:1], []session.Session{s}, day); len(got) != 1 {
			t.Errorf("%s: it explains nothing", name)
		}
	}
}

func TestGainAndCount(t *testing.T) {
	mark := func(n int64) model.Amount { return model.Some(model.Int(n)) }
	s := training(100,
		session.Attendee{Employee: "a", Came: true, Pre: mark(40), Post: mark(70), Passed: true},
		session.Attendee{Employee: "b", Came: true, Pre: mark(50), Post: mark(86)},
		session.Attendee{Employee: "c", Pre: mark(10)},
		session.Attendee{Employee: "d"})
	d, err := s.Gain() // means 45 and 78: 33/55, G9
	if err != nil || d.Value() != model.MustNumber("0.6") || d.Pupils != 2 || d.LeftOut != 2 {
		t.Errorf("%+v, %v", d, err)
	}
	if got, want := s.Count(), (session.Count{Registered: 4, Came: 2, Tested: 2, Passed: 1}); got != want {
		t.Errorf("%+v", got)
	}
	if _, err := training(100).Gain(); !errors.Is(err, gain.ErrFull) {
		t.Errorf("nobody: %v", err)
	}
}

func TestHours(t *testing.T) {
	s := training(0, session.Attendee{Employee: "a", Came: true}, session.Attendee{Employee: "b"})
	s.State = session.Done
	ahead, last := s, s
	ahead.State, last.To = session.Running, 2025_12_31
	list := []session.Session{s, s, ahead, last}
	for _, x := range []struct {
		who  model.EmployeeID
		year int
		want int64
	}{{"a", 2026, 16}, {"a", 2025, 8}, {"b", 2026, 0}, {"c", 2026, 0}} {
		if got := session.Hours(x.who, list, x.year); got != model.Int(x.want) {
			t.Errorf("%s %d: %v", x.who, x.year, got)
		}
	}
}

func TestWeaknesses(t *testing.T) {
	reach := func(who, code, n string) session.Reached {
		r := session.Reached{Employee: model.EmployeeID(who), Code: code}
		if n != "" {
			r.Reach = model.Some(model.MustNumber(n))
		}
		return r
	}
	list := []session.Reached{
		reach("a", "IDL", "70"), reach("b", "IDL", "60"), reach("c", "IDL", "89.999"), reach("d", "IDL", ""),
		reach("a", "K6", "10"), reach("b", "K6", "95"), reach("a", "IKM", "50"), reach("b", "IKM", "89.99"),
	}
	got := session.Weaknesses(list, model.Int(90), 2)
	if len(got) != 2 || got[0].Code != "IDL" || got[1].Code != "IKM" {
		t.Fatalf("%+v", got)
	}
	// 89,999 prints 90,00, and what is printed is what counts.
	if !slices.Equal(got[0].Below, []model.EmployeeID{"b", "a"}) || got[0].People != 3 {
		t.Errorf("%+v", got[0])
	}
	if got := session.Weaknesses(nil, model.Int(90), 0); got != nil {
		t.Errorf("%+v", got)
	}
}

func TestKinds(t *testing.T) {
	for word, want := range map[string]session.Kind{"sosialisasi": session.Briefing, " Training": session.Training, "": 0, "rapat": 0} {
		if got, ok := session.ParseKind(word); got != want || ok != (want != 0) {
			t.Errorf("%q: %v", word, got)
		}
	}
}
