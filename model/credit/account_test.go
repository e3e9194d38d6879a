package credit_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/model/credit"
)

func period(s string) model.Period {
	p, err := model.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

func judged(post model.PostID, when string, state model.EvaluationState, p model.Predicate) credit.Judged {
	return credit.Judged{Post: post, Evaluation: model.Evaluation{
		ID: model.EvaluationID(string(post) + when), Period: period(when), State: state, Predicate: p}}
}

// rina is Bidan Terampil until the middle of 2025, then Mahir.
func rina() credit.Input {
	return credit.Input{
		Employee: model.Employee{ID: "rina", Grade: "III/a"},
		Posts: []model.Post{
			{ID: "mahir", Employee: "rina", Position: "Bidan Mahir", Kind: model.PostFunctional, From: 2025_07_01},
			{ID: "terampil", Employee: "rina", Position: "Bidan Terampil", Kind: model.PostFunctional, From: 2019_03_01, To: 2025_06_30},
		},
		Today: 2026_10_14,
	}
}

// shape is what a line says, in one word a part.
func shape(a credit.Account) (list []string) {
	for _, l := range a.Lines {
		s := model.Period(l.Year*100+l.First).String() + ".." + model.Period(l.Year*100 + l.Last).String()[5:] + " " + l.Level.String() + " "
		if l.Gap != credit.NoGap {
			list = append(list, s+l.Gap.String())
			continue
		}
		s += l.Basis.String() + " " + l.Predicate.String() + " " + l.Points.String()
		if l.Counts {
			s += " counts"
		}
		list = append(list, s)
	}
	return list
}

func check(t *testing.T, in credit.Input, want ...string) credit.Account {
	t.Helper()
	a := credit.Of(in)
	if diff := cmp.Diff(want, shape(a)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	return a
}

// The annual evaluation speaks for its year; a shorter one only where there is
// none, and a longer one before a shorter.
func TestAnnualBeforePeriodic(t *testing.T) {
	in := rina()
	in.Judged = []credit.Judged{
		judged("terampil", "2024", model.Final, model.VeryGood),
		judged("terampil", "2024-Q1", model.Final, model.Poor),
		judged("terampil", "2025-Q1", model.Final, model.Good),
		judged("terampil", "2025-Q2", model.Final, model.VeryGood),
		judged("mahir", "2025", model.Rated, model.VeryGood), // not final: the quarter does
		judged("mahir", "2025-Q3", model.Final, model.Good),
		judged("mahir", "2026-S1", model.Final, model.Good),
		judged("mahir", "2026-Q1", model.Final, model.Poor),
	}
	a := check(t, in,
		"2024-01..12 terampil annual very_good 7.50",
		"2025-01..03 terampil periodic good 1.25",
		"2025-04..06 terampil periodic very_good 1.88",
		"2025-07..09 mahir periodic good 3.13 counts",
		"2025-10..12 mahir not_final",
		"2026-01..06 mahir periodic good 6.25 counts",
		"2026-07..09 mahir no_evaluation",
	)
	if a.Sum.String() != "9.38" || a.Estimated != a.Sum || a.Earlier.String() != "10.63" {
		t.Errorf("sum %s, estimated %s, earlier %s", a.Sum, a.Estimated, a.Earlier)
	}
	if a.Standing != credit.Functional || a.Level != credit.Mahir {
		t.Errorf("%v %v", a.Standing, a.Level)
	}
	if want := (credit.Goal{To: "III/b", Need: credit.Whole(50), Missing: credit.Typed(model.MustNumber("40.62")), Years: 4, Step: 1, Known: true}); a.Rank != want {
		t.Errorf("rank %+v", a.Rank)
	}
	if want := (credit.Goal{To: "Penyelia", Need: credit.Whole(100), Missing: credit.Typed(model.MustNumber("90.62")), Years: 8}); a.Next != want {
		t.Errorf("next %+v", a.Next)
	}
	if year, p := a.LastYear(); year != 2024 || p != model.VeryGood {
		t.Errorf("last year %d %v", year, p)
	}
}

// A year split between two levels counts by months, each at its own.
func TestSplitYear(t *testing.T) {
	in := rina()
	in.Today = 2026_01_15
	in.Judged = []credit.Judged{
		judged("terampil", "2025", model.Final, model.Good),
		judged("mahir", "2025", model.Final, model.VeryGood),
	}
	a := check(t, in,
		"2025-01..06 terampil annual good 2.50",
		"2025-07..12 mahir annual very_good 9.38 counts",
	)
	if a.Sum.Exact() != "75/8" || a.Estimated != 0 {
		t.Errorf("sum %s, estimated %s", a.Sum.Exact(), a.Estimated)
	}
	// Who begins within a month is counted from the next one on.
	in.Posts[0].From, in.Posts[1].To = 2025_07_15, 2025_07_14
	check(t, in,
		"2025-01..07 terampil annual good 2.92",
		"2025-08..12 mahir annual very_good 7.81 counts",
	)
}

// What the opening balance covers is not counted again; the newest holds; one of
// another level is not counted.
func TestOpeningBalance(t *testing.T) {
	in := rina()
	in.Today = 2026_01_15
	in.Judged = []credit.Judged{judged("mahir", "2025", model.Final, model.Good)}
	base := func(id credit.ID, points string, until model.Date, at int64) credit.Base {
		return credit.Base{ID: id, Employee: "rina", Level: credit.Mahir, Points: model.MustNumber(points), Until: until, Document: "PAK", At: at}
	}
	in.Bases = []credit.Base{base("b", "30", 2025_09_30, 2), base("a", "10", 2025_09_30, 1)}
	a := check(t, in, "2025-10..12 mahir annual good 3.13 counts")
	if a.Base.ID != "b" || a.Sum.String() != "33.13" || len(a.Bases) != 2 {
		t.Errorf("%+v", a)
	}
	in.Bases[0].Void = true
	if a = credit.Of(in); a.Base.ID != "a" || a.Sum.String() != "13.13" {
		t.Errorf("%+v", a)
	}
	in.Bases[1].Level = credit.Terampil
	if a = credit.Of(in); a.Sum.String() != "3.13" || a.Earlier != credit.Whole(10) {
		t.Errorf("%+v", a)
	}
	in.Bases[1] = credit.Base{ID: "m", Employee: "rina", Level: credit.Mahir, Months: 41, Until: 2025_12_31, Document: "SK"}
	if a = credit.Of(in); a.Sum.Exact() != "1025/24" { // 12.5 × 41/12
		t.Errorf("%s", a.Sum.Exact())
	}
}

func TestWhoEarnsNone(t *testing.T) {
	in := rina()
	in.Employee.Kind = model.NonASN
	if a := credit.Of(in); a.Standing != credit.NotASN || a.Rank.Bar != credit.BarPost {
		t.Errorf("%+v", a)
	}
	in = rina()
	in.Employee.Kind = model.PPPK
	in.Judged = []credit.Judged{judged("mahir", "2025", model.Final, model.Good)}
	if a := credit.Of(in); a.Sum.String() != "6.25" || a.Rank.Bar != credit.BarPPPK || a.Next.Bar != credit.BarPPPK {
		t.Errorf("%+v", a)
	}
	in = rina()
	in.Posts = nil
	if a := credit.Of(in); a.Standing != credit.NoPost || len(a.Lines) != 0 {
		t.Errorf("%+v", a)
	}
	in = rina()
	in.Posts[0].Kind, in.Posts[0].Position = model.PostAdministrator, "Kepala Bidang"
	in.Judged = []credit.Judged{judged("mahir", "2025", model.Final, model.Good), judged("terampil", "2025", model.Final, model.Good)}
	in.Today = 2026_01_01
	if a := check(t, in, "2025-01..06 terampil annual good 2.50", "2025-07..12  no_functional_post"); a.Standing != credit.NotFunctional || a.Sum != 0 {
		t.Errorf("%+v", a)
	}
	// Who only acts in a post keeps the own one.
	in = rina()
	in.Posts = append(in.Posts, model.Post{ID: "plt", Position: "Plt. Kepala Puskesmas", Kind: model.PostSupervisor, From: 2026_01_01, Acting: true})
	if a := credit.Of(in); a.Level != credit.Mahir {
		t.Errorf("%+v", a)
	}
}

func TestGoals(t *testing.T) {
	for _, x := range []struct {
		position, grade, points string
		rank, next              credit.Goal
	}{
		{"Bidan Terampil", "II/d", "60", credit.Goal{To: "III/a", Need: credit.Whole(60), Step: 3, Known: true}, credit.Goal{To: "Mahir", Need: credit.Whole(60)}},
		{"Guru Ahli Pertama", "", "37.5", credit.Goal{To: "III/b", Need: credit.Whole(50), Missing: credit.Typed(model.MustNumber("12.5")), Years: 1, Step: 1},
			credit.Goal{To: "Ahli Muda", Need: credit.Whole(100), Missing: credit.Typed(model.MustNumber("62.5")), Years: 5}},
		{"Perawat Penyelia", "III/d", "1", credit.Goal{Bar: credit.BarHighest}, credit.Goal{Bar: credit.BarHighest}},
		{"Dokter Ahli Utama", "IV/d", "150", credit.Goal{To: "IV/e", Need: credit.Whole(200), Missing: credit.Whole(50), Years: 1, Step: 1, Known: true}, credit.Goal{Bar: credit.BarHighest}},
	} {
		post := model.Post{ID: "p", Position: x.position, Kind: model.PostFunctional}
		level, _ := credit.LevelOf(post)
		a := credit.Of(credit.Input{Employee: model.Employee{Grade: x.grade}, Posts: []model.Post{post}, Today: 2026_01_15,
			Bases: []credit.Base{{ID: "b", Level: level, Points: model.MustNumber(x.points), Until: 2025_12_31, Document: "PAK"}}})
		if a.Rank != x.rank || a.Next != x.next {
			t.Errorf("%s %s: %+v, %+v", x.position, x.grade, a.Rank, a.Next)
		}
		if a.Rank.Met() != (x.position == "Bidan Terampil") {
			t.Errorf("%s: met %v", x.position, a.Rank.Met())
		}
	}
}

// Whatever evaluations there are, no month is counted twice.
func TestNoMonthTwice(t *testing.T) {
	when := []string{"2025", "2025-S1", "2025-S2", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-02", "2025-07"}
	rapid.Check(t, func(t *rapid.T) {
		in := rina()
		for range rapid.IntRange(0, 8).Draw(t, "n") {
			post := rapid.SampledFrom([]model.PostID{"mahir", "terampil"}).Draw(t, "post")
			state := rapid.SampledFrom([]model.EvaluationState{model.Rated, model.Final}).Draw(t, "state")
			in.Judged = append(in.Judged, judged(post, rapid.SampledFrom(when).Draw(t, "when"), state, model.Predicate(rapid.IntRange(1, 5).Draw(t, "p"))))
		}
		a := credit.Of(in)
		seen := map[int]bool{}
		var sum credit.Points
		for _, l := range a.Lines {
			for m := l.First; m <= l.Last; m++ {
				if seen[l.Year*100+m] {
					t.Fatalf("%d-%d twice", l.Year, m)
				}
				seen[l.Year*100+m] = true
			}
			sum += l.Points
		}
		if sum != a.Sum+a.Earlier {
			t.Fatalf("lines %s, account %s + %s", sum, a.Sum, a.Earlier)
		}
	})
}
