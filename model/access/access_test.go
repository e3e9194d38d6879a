package access_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/assessment"
	"kinerja/model/round"
)

var update = flag.Bool("update", false, "write the golden files anew")

// relations are in the order of the letters in the golden table.
var relations = []model.Relation{model.RelNone, model.RelSelf, model.RelEvaluator, model.RelSuperior, model.RelUnit, model.RelLeader}

// TestMay prints the whole table of rights, so that every change of a right is
// seen by whoever reads the difference.
func TestMay(t *testing.T) {
	var b strings.Builder
	b.WriteString("who may do what to whom: n nobody of theirs, s themselves, e whom they evaluate,\n")
	b.WriteString("u whose evaluator they evaluate, w who works in their unit, l who evaluates them; . no\n\n")
	fmt.Fprintf(&b, "%-20s", "")
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		fmt.Fprintf(&b, " %-14s", r)
	}
	b.WriteString("\n")
	for _, v := range access.Verbs() {
		fmt.Fprintf(&b, "%-20s", v)
		for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
			cell := ""
			for i, rel := range relations {
				if access.May(model.Actor{Roles: model.RolesOf(r)}, v, rel) {
					cell += "nseuwl"[i : i+1]
				} else {
					cell += "."
				}
			}
			fmt.Fprintf(&b, " %-14s", cell)
		}
		b.WriteString("\n")
	}
	got := strings.ReplaceAll(b.String(), " \n", "\n")
	for strings.Contains(got, " \n") {
		got = strings.ReplaceAll(got, " \n", "\n")
	}
	const file = "testdata/may.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("rights changed (-golden +now):\n%s", diff)
	}
}

// What must hold of rights whatever the table says.
func TestMayHolds(t *testing.T) {
	may := func(v model.Verb, rel model.Relation, roles ...model.Role) bool {
		return access.May(model.Actor{Roles: model.RolesOf(roles...)}, v, rel)
	}
	for _, v := range access.Verbs() {
		for _, rel := range relations {
			if may(v, rel) {
				t.Errorf("somebody without a role may %s", v)
			}
			if may(v, rel, model.RoleCounsellor) {
				t.Errorf("a counsellor may %s: that file is another", v)
			}
			writes := strings.ContainsAny(string(v), ".") && !strings.HasSuffix(string(v), ".read") || v == model.VerbImport || v == model.VerbRestore
			if writes && may(v, rel, model.RoleAuditor) {
				t.Errorf("the inspectorate may %s: it only reads", v)
			}
		}
	}
	for _, v := range []model.Verb{model.VerbRate, model.VerbShare, model.VerbFinalise, model.VerbWithdraw} {
		if may(v, model.RelSelf, model.RoleStaff, model.RoleEvaluator) {
			t.Errorf("an evaluator may %s themselves", v)
		}
	}
	if may(model.VerbReadCard, model.RelNone, model.RoleAdmin) {
		t.Error("the administrator of accounts reads results")
	}
	if may("no such verb", model.RelSelf, model.RoleAdmin, model.RoleManager) {
		t.Error("a verb that is not listed is allowed")
	}
	owner := model.Owner("", "Sari")
	if owner.ID != "owner" || model.Owner("e1", "").ID != "e1" {
		t.Errorf("owner's ID = %q", owner.ID)
	}
	for _, v := range access.Verbs() {
		if v == model.VerbSetUnit || v == assessment.VerbWrite || v == assessment.VerbSubmit || v == assessment.VerbReopen || v == round.VerbGive || v == round.VerbRead || v == round.VerbShare {
			continue // the word of somebody else, which the owner records from a document, or what is said of people without a name
		}
		if !access.May(owner, v, model.RelNone) {
			t.Errorf("the owner of a file may not %s in it", v)
		}
	}
}
