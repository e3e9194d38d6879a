package sample

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"hash"
	"os"
	"slices"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/coaching"
	"kinerja/model/credit"
	"kinerja/model/discipline"
	"kinerja/model/leave"
	"kinerja/model/objection"
	"kinerja/model/session"
	"kinerja/model/situation"
	"kinerja/model/survey"
	"kinerja/model/talk"
	"kinerja/model/unitresult"
)

var update = flag.Bool("update", false, "write the golden files anew")

// everybody collects a sample that fits into memory.
func everybody(d District) []Person {
	return slices.Collect(d.People())
}

// digest is of every record with every field, in order.
func digest(d District) string {
	h := sha256.New()
	for r := range Records(d) {
		write(h, r)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func write(h hash.Hash, record any) {
	if e, ok := record.(model.Evaluation); ok && e.Frozen != nil {
		fmt.Fprintf(h, "%+v\n", *e.Frozen)
		e.Frozen = nil
		record = e
	}
	fmt.Fprintf(h, "%T%+v\n", record, record)
}

func TestDistrictIsTheSameEveryTime(t *testing.T) {
	got := digest(New(120))
	if again := digest(New(120)); got != again {
		t.Fatalf("two digests of one district: %s and %s", got, again)
	}
	const golden = "testdata/bukitintan.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.TrimSpace(string(want)) {
		t.Errorf("Bukitintan changed: got %s, want %s (-update if that was meant)", got, want)
	}
}

func TestBukitintanHasItsPeople(t *testing.T) {
	d := New(120)
	count := map[string]int{}
	names := map[string]bool{}
	units := model.Units{}
	for _, u := range d.Units() {
		units[u.ID] = u
	}
	for p := range d.People() {
		count[units[p.Posts[len(p.Posts)-1].Unit].Code]++
		if names[p.Employee.Name] {
			t.Errorf("two people are called %s", p.Employee.Name)
		}
		names[p.Employee.Name] = true
	}
	want := map[string]int{"DINKES": 6, "DISDIK": 6, "PKM-1": 39, "PKM-2": 16, "PKM-3": 16, "SMP-1": 15, "SD-1": 11, "SD-2": 11}
	for code, n := range want {
		if count[code] != n {
			t.Errorf("%s: got %d people, want %d", code, count[code], n)
		}
	}
	if len(names) != 120 || d.Len() != 120 {
		t.Errorf("got %d people, want 120", len(names))
	}
}

func TestLargerSamplesBeginWithBukitintan(t *testing.T) {
	small, n := everybody(New(120)), 0
	h := [2]hash.Hash{sha256.New(), sha256.New()}
	for p := range New(500).People() {
		if n == len(small) {
			break
		}
		for i, q := range []Person{p, small[n]} {
			for _, e := range q.Evaluations {
				write(h[i], e)
			}
			write(h[i], q.Employee)
			write(h[i], q.Cards)
		}
		n++
	}
	if string(h[0].Sum(nil)) != string(h[1].Sum(nil)) {
		t.Error("the first 120 of 500 are not those of 120")
	}
	if got := New(7).Len(); got != 120 {
		t.Errorf("New(7): got %d people, want 120", got)
	}
}

func TestRecordsReferBackwards(t *testing.T) {
	seen := map[string]bool{"": true}
	ahead := map[string]bool{}
	need := func(what string, ids ...string) {
		t.Helper()
		for _, id := range ids {
			if !seen[id] {
				t.Errorf("%s: refers to %s, which has not come", what, id)
			}
		}
	}
	people := 0
	for r := range Records(New(1000)) {
		id := ""
		switch x := r.(type) {
		case model.Unit:
			id = string(x.ID)
			need("unit "+x.Code, string(x.Parent))
			ahead[string(x.Head)] = true
		case model.Instrument:
			id = string(x.ID)
		case model.Employee:
			id = string(x.ID)
			people++
		case model.Post:
			id = string(x.ID)
			need("post", string(x.Employee), string(x.Unit))
			ahead[string(x.Evaluator)] = true
		case model.Plan:
			id = string(x.ID)
			need("plan", string(x.Post), string(x.Employee), string(x.Unit), string(x.Instrument))
		case model.Card:
			id = string(x.ID)
			need("card", string(x.Plan), string(x.Post), string(x.Employee), string(x.Unit), string(x.Instrument))
		case leave.Leave:
			id = string(x.ID)
			need("leave", string(x.Employee))
			if err := x.Check(nil); err != nil {
				t.Error(err)
			}
		case action.Sheet:
			id = string(x.ID)
			need("action plan", string(x.Plan), string(x.Employee), string(x.Unit))
		case model.Evaluation:
			id = string(x.ID)
			need("evaluation", string(x.Plan), string(x.Employee), string(x.Unit))
			ahead[string(x.Evaluator)] = true
		case assessment.Assessment:
			id = string(x.ID)
			need("own assessment", string(x.Plan), string(x.Employee), string(x.Unit))
		case talk.Feedback:
			id = string(x.ID)
			need("feedback", string(x.Employee), string(x.Plan), string(x.To))
			ahead[string(x.Word.Whose)] = true
		case objection.Objection:
			id = string(x.ID)
			need("objection", string(x.Evaluation), string(x.Plan), string(x.Employee), string(x.Unit))
			ahead[string(x.Evaluator)] = true
		case coaching.Coaching:
			id = string(x.ID)
			need("coaching", string(x.SKP), string(x.Employee), string(x.Unit))
			ahead[string(x.By)] = true
		case award.Award:
			id = string(x.ID)
			need("award", string(x.Employee), string(x.Unit))
		case discipline.Letter:
			id = string(x.ID)
			need("letter", string(x.Employee))
		case session.Session:
			id = string(x.ID)
			need("session", string(x.Unit), string(x.Instrument))
			for _, a := range x.People {
				need("session", string(a.Employee))
			}
		case unitresult.Result:
			id = string(x.ID)
			need("result of a unit", string(x.Unit))
		case situation.Situation:
			id = string(x.ID)
			need("situation", string(x.Unit))
			if err := x.Check(); err != nil {
				t.Error(err)
			}
		case survey.Survey:
			id = string(x.ID)
			need("survey", string(x.Unit))
		case credit.Base:
			id = string(x.ID)
			need("balance", string(x.Employee))
		default:
			t.Fatalf("record of type %T", r)
		}
		if _, ok := model.DecodeID(id); !ok || seen[id] {
			t.Fatalf("%T %s: bad identity, or seen twice", r, id)
		}
		seen[id] = true
	}
	for id := range ahead {
		need("head or evaluator", id)
	}
	if people != 1000 {
		t.Errorf("got %d people, want 1000", people)
	}
}

func TestStoppingEarly(t *testing.T) {
	n := 0
	for range Records(New(120)) {
		if n++; n == 300 {
			break
		}
	}
	if n != 300 {
		t.Errorf("got %d records, want 300", n)
	}
}

func BenchmarkPeople(b *testing.B) {
	for _, n := range []int{120, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := New(n)
			for b.Loop() {
				cards := 0
				for p := range d.People() {
					cards += len(p.Cards)
				}
				b.ReportMetric(float64(cards), "cards")
			}
		})
	}
}
