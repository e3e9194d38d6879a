package rules_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
)

// A plan goes by the rule set it names, else by that of its person's kind, else by
// the file's. The bare name that every plan bears was nobody's choice.
func TestFor(t *testing.T) {
	b := rules.Only(rules.PermenPANRB6().With(model.Int(105), model.Int(90), model.Int(80), model.Int(120))).
		WithKind(model.NonASN, rules.PP46()).Holding(rules.All()...)
	for _, tt := range []struct {
		own  string
		kind model.EmployeeKind
		want string
		away string
	}{
		{"", model.PNS, "permenpanrb6@1", ""},
		{model.DefaultRuleSet, model.PNS, "permenpanrb6@1", ""},
		{model.DefaultRuleSet, model.PPPKPartTime, "permenpanrb6@1", ""},
		{model.DefaultRuleSet, model.NonASN, "pp46@1", ""},
		{"permenpanrb6@1", model.NonASN, "permenpanrb6@1", ""},
		{"pp30@1", model.NonASN, "pp30@1", ""},
		{"pp30@1", model.PNS, "pp30@1", ""},
		{"pp30@2", model.PNS, "", "pp30@2"},
		{"kami@1", model.NonASN, "", "kami@1"},
	} {
		rs, err := b.For(model.Plan{RuleSet: tt.own}, tt.kind)
		var away *rules.AwayError
		switch {
		case tt.away != "" && (!errors.As(err, &away) || away.Ref != tt.away || !errors.Is(err, model.ErrNotFound) || rs.Computes() || rs.Cap != 0):
			t.Errorf("%+v: %v, %v", tt, rs.Ref(), err)
		case tt.away == "" && (err != nil || rs.Ref() != tt.want):
			t.Errorf("%+v: %v, %v", tt, rs.Ref(), err)
		}
	}
	// The file's own comes with the numbers that are set, also where a plan names it.
	if rs, err := b.For(model.Plan{RuleSet: "permenpanrb6@1"}, model.NonASN); err != nil || rs.Above != model.Int(105) {
		t.Errorf("%v, %v", rs.Above, err)
	}
}

// A book that is added to leaves the one before alone.
func TestBookIsAValue(t *testing.T) {
	b := rules.Only(rules.PermenPANRB6())
	if _, ok := b.WithKind(model.PPPK, rules.PP30()).OfKind(model.PPPK); !ok {
		t.Error("nothing is set")
	}
	if _, ok := b.OfKind(model.PPPK); ok {
		t.Error("the book before was changed")
	}
	one := b.Holding(rules.PP30())
	if two := b.Holding(rules.PP46()); two.File.ID == "" {
		t.Error("no file's")
	}
	if _, ok := one.Find("pp30@1"); !ok {
		t.Error("another book took its place")
	}
}
