package store_test

import (
	"testing"

	"kinerja/model"
	"kinerja/model/coverage"
	"kinerja/model/sample"
	"kinerja/model/tenure"
	"kinerja/store"
	"kinerja/store/storetest"
)

// kindsOf counts what is found about somebody, by kind.
func kindsOf(t *testing.T, d *store.Desk, p model.Period, unit model.UnitID, who model.EmployeeID) (n [coverage.Kinds]int) {
	t.Helper()
	l, err := d.Coverage(p, unit)
	if err != nil || l.Period != p {
		t.Fatalf("%+v, %v", l, err)
	}
	for _, f := range l.Findings {
		if f.Staff.Employee == who {
			n[f.Kind]++
		}
	}
	return n
}

// A transfer leaves no day without an evaluation and none with two. A post that
// begins later leaves a gap, which both units see; one that begins without ending
// the other is evaluated twice.
func TestCoverageOfATransfer(t *testing.T) {
	d, plan, post, _ := spanned(t)
	q3 := quarter(t, 3)
	before := kindsOf(t, d, q3, post.Unit, plan.Employee)
	if before[coverage.NoPlan]+before[coverage.Gap]+before[coverage.Twice]+before[coverage.PlanDays] != 0 {
		t.Fatalf("at first: %v", before)
	}
	tree, err := d.Units()
	if err != nil {
		t.Fatal(err)
	}
	next, err := d.AddUnit(model.Unit{Name: "Puskesmas Kedua", Code: "P2", Kind: model.UnitClinic, Parent: tree[post.Unit].Parent})
	if err != nil {
		t.Fatal(err)
	}
	head, err := d.FindOne("Budi")
	if err != nil {
		t.Fatal(err)
	}
	moved, err := d.Transfer(tenure.Order{Employee: plan.Employee, Unit: next.ID, Evaluator: head.Employee, On: 2026_08_15, Letter: "SK 1"})
	if err != nil {
		t.Fatal(err)
	}
	if got := kindsOf(t, d, q3, "", plan.Employee); got != before {
		t.Errorf("after a transfer: %v, before %v", got, before)
	}
	late := moved.Post
	late.From = 2026_09_01
	if err := d.EditPost(late, ""); err != nil {
		t.Fatal(err)
	}
	for _, unit := range []model.UnitID{post.Unit, next.ID} {
		if got := kindsOf(t, d, q3, unit, plan.Employee); got[coverage.Gap] != 1 {
			t.Errorf("a post that begins later, in %s: %v", unit, got)
		}
	}
	if got := kindsOf(t, d, q3.Prev(), "", plan.Employee); got[coverage.Gap] != 0 {
		t.Errorf("the quarter before: %v", got)
	}
	post.To = 0
	if err := d.EditPost(post, ""); err != nil {
		t.Fatal(err)
	}
	if got := kindsOf(t, d, q3, next.ID, plan.Employee); got[coverage.Twice] != 1 || got[coverage.Gap] != 0 {
		t.Errorf("two posts at once: %v", got)
	}
}

// Whose results somebody may not read is on no list of theirs; an evaluator who
// left is named from the day after; and a plan of an old file that could not get
// its days any more is named.
func TestCoverageOfEvaluatorsAndOldPlans(t *testing.T) {
	s := open(t, oldFile(t, "v3"), storetest.Options())
	d := storetest.Owner(s)
	q3 := quarter(t, 3)
	umi, err := d.FindOne("umi lama")
	if err != nil {
		t.Fatal(err)
	}
	if got := kindsOf(t, d, q3, "", umi.Employee); got[coverage.PlanDays] != 1 || got[coverage.NoEvaluator] != 1 {
		t.Errorf("a plan without days: %v", got)
	}
	siti, err := d.FindOne("siti lama")
	if err != nil {
		t.Fatal(err)
	}
	who, err := d.Profile(siti.Employee)
	if err != nil {
		t.Fatal(err)
	}
	tono, err := d.FindOne("tono lama")
	if err != nil {
		t.Fatal(err)
	}
	post := who.Posts[0]
	post.Evaluator = tono.Employee
	if err := d.EditPost(post, ""); err != nil {
		t.Fatal(err)
	}
	l, err := d.Coverage(q3, "")
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, f := range l.Findings {
		found = found || f.Kind == coverage.EvaluatorLeft && f.Staff.Employee == siti.Employee && f.First == 2026_08_15 && f.Evaluator.Name == "Tono Lama"
	}
	if !found {
		t.Errorf("an evaluator who left: %+v", l.Findings)
	}
	self := s.As(model.Actor{ID: string(siti.Employee), Employee: siti.Employee, Roles: model.RolesOf(model.RoleStaff)})
	if l, err := self.Coverage(q3, ""); err != nil || l.People != 1 {
		t.Errorf("a member of staff sees %d people, %v", l.People, err)
	}
}

// BenchmarkCoverage reads the list of one clinic, and of everybody, in a large
// file.
func BenchmarkCoverage(b *testing.B) {
	period, _ := model.ParsePeriod("2026-Q3")
	const people = 100_000
	d := storetest.Owner(open(b, bigFile(b, people), storetest.Options()))
	head, err := d.Profile(sample.New(people).Head())
	if err != nil {
		b.Fatal(err)
	}
	for name, unit := range map[string]model.UnitID{"unit": head.Unit.ID, "all": ""} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if l, err := d.Coverage(period, unit); err != nil || l.People == 0 {
					b.Fatal(l.People, err)
				}
			}
		})
	}
}
