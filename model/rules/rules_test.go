package rules_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
)

func TestReadyRuleSetsHold(t *testing.T) {
	for _, rs := range rules.All() {
		if err := rs.Check(); err != nil {
			t.Errorf("%s: %v", rs.Ref(), err)
		}
		if found, ok := rules.Find(rs.Ref()); !ok || found.Ref() != rs.Ref() {
			t.Errorf("Find(%q) = %q, %v", rs.Ref(), found.Ref(), ok)
		}
		for _, b := range rs.Basis {
			if b.Field == "" || b.Note.ID == "" || b.Note.EN == "" {
				t.Errorf("%s: basis %q lacks a note in a language", rs.Ref(), b.Field)
			}
		}
	}
}

func TestFind(t *testing.T) {
	for ref, want := range map[string]bool{
		"permenpanrb6@1": true, model.DefaultRuleSet: true, "permenpanrb6@2": false, "": false, "pp46": true, "pp99": false, "@1": false,
	} {
		if _, ok := rules.Find(ref); ok != want {
			t.Errorf("Find(%q) = %v, want %v", ref, ok, want)
		}
	}
}

// The numbers of the aid are this program's own and say so; the matrix is law.
func TestDefaultsAreMarked(t *testing.T) {
	rs := rules.PermenPANRB6()
	for field, want := range map[string]bool{"above": true, "meets": true, "min_share": true, "cap": true, "matrix": false} {
		if got := rs.IsDefault(field); got != want {
			t.Errorf("IsDefault(%q) = %v, want %v", field, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	rs := rules.PermenPANRB6()
	for _, tt := range []struct {
		value, share string
		want         model.Rating
	}{
		{"110", "100", model.Above},
		{"109.996", "100", model.Above}, // prints 110.00
		{"109.99", "100", model.Meets},
		{"109.9949", "100", model.Meets},
		{"90", "80", model.Meets},
		{"89.995", "80", model.Meets},
		{"89.99", "80", model.Below},
		{"0", "100", model.Below},
		{"120", "79.99", model.NotRated},
		{"120", "79.995", model.Above}, // prints 80.00
		{"-", "100", model.NotRated},
		{"-", "0", model.NotRated},
	} {
		value := model.Amount{}
		if tt.value != "-" {
			value = model.Some(model.MustNumber(tt.value))
		}
		if got := rs.Suggest(value, model.MustNumber(tt.share)); got != tt.want {
			t.Errorf("Suggest(%s, %s %%) = %v, want %v", tt.value, tt.share, got, tt.want)
		}
	}
}

func TestPredicateNeedsBothRatings(t *testing.T) {
	rs := rules.PermenPANRB6()
	for r := model.NotRated; r <= model.Above+2; r++ {
		for b := model.NotRated; b <= model.Above+2; b++ {
			both := r >= model.Below && r <= model.Above && b >= model.Below && b <= model.Above
			if got := rs.Predicate(r, b) != model.NoPredicate; got != both {
				t.Errorf("Predicate(%d, %d) given: %v, want %v", r, b, got, both)
			}
		}
	}
}

func TestNames(t *testing.T) {
	rs := rules.PermenPANRB6()
	if got := rs.PredicateName(model.Poor).In("id"); got != "Kurang/misconduct" {
		t.Errorf("poor = %q", got)
	}
	if got := rs.PredicateName(model.NeedsImprovement).In("id"); got != "Butuh perbaikan" {
		t.Errorf("needs improvement = %q", got)
	}
	if got := rs.RatingName(model.Above).In("en"); got != "Above expectation" {
		t.Errorf("above = %q", got)
	}
	if rs.PredicateName(99) != (model.Text{}) || rs.RatingName(99) != (model.Text{}) || rs.RatingName(model.NotRated) != (model.Text{}) {
		t.Error("a step that does not exist has a name")
	}
}

func TestCheckRefuses(t *testing.T) {
	n := model.Int
	with := func(above, meets, share, limit model.Number) rules.RuleSet {
		return rules.PermenPANRB6().With(above, meets, share, limit)
	}
	if err := with(n(105), n(85), n(60), n(150)).Check(); err != nil {
		t.Errorf("honest settings are refused: %v", err)
	}
	matrix := rules.PermenPANRB6()
	matrix.Matrix[2][2] = model.Poor
	hole := rules.PermenPANRB6()
	hole.Matrix[0][0] = model.NoPredicate
	nameless := rules.PermenPANRB6()
	nameless.Predicates[model.Good].EN = ""
	for name, tt := range map[string]struct {
		rs    rules.RuleSet
		field string
		want  error
	}{
		"above not above meets":  {with(n(90), n(90), n(80), n(120)), "above", rules.ErrThreshold},
		"meets of nothing":       {with(n(110), 0, n(80), n(120)), "meets", rules.ErrThreshold},
		"above beyond the cap":   {with(n(130), n(90), n(80), n(120)), "cap", rules.ErrThreshold},
		"cap beyond computing":   {with(n(110), n(90), n(80), n(10_001)), "cap", rules.ErrThreshold},
		"share of nothing":       {with(n(110), n(90), 0, n(120)), "min_share", rules.ErrThreshold},
		"share of more than all": {with(n(110), n(90), n(101), n(120)), "min_share", rules.ErrThreshold},
		"better is worse":        {matrix, "matrix", rules.ErrMatrix},
		"a hole":                 {hole, "matrix", rules.ErrMatrix},
		"no name in a language":  {nameless, "name", model.ErrMissing},
		"no rule set":            {rules.RuleSet{}, "ruleset", model.ErrMissing},
	} {
		t.Run(name, func(t *testing.T) {
			err := tt.rs.Check()
			var field *model.FieldError
			if !errors.Is(err, tt.want) || !errors.As(err, &field) || field.Field != tt.field {
				t.Errorf("err = %v, want %v in %s", err, tt.want, tt.field)
			}
		})
	}
}

// With leaves the original alone, and the digest brings the numbers back.
func TestDigest(t *testing.T) {
	law := rules.PermenPANRB6()
	mine := law.With(model.Int(105), model.Int(85), model.Int(60), model.Int(130))
	if law.Above != model.Int(110) {
		t.Fatal("With changed the original")
	}
	if string(law.Digest()) == string(mine.Digest()) {
		t.Error("other numbers, same digest")
	}
	back, err := rules.FromDigest(mine.Ref(), mine.Digest())
	if err != nil || back.Limits != mine.Limits {
		t.Errorf("FromDigest = %+v, %v; want %+v", back.Limits, err, mine.Limits)
	}
	bad := mine.Digest()
	bad[len(bad)-1]++
	for _, tt := range []struct {
		ref    string
		digest []byte
		want   error
	}{
		{mine.Ref(), bad, rules.ErrDigest},
		{mine.Ref(), nil, rules.ErrDigest},
		{"other@1", mine.Digest(), model.ErrNotFound},
	} {
		if _, err := rules.FromDigest(tt.ref, tt.digest); !errors.Is(err, tt.want) {
			t.Errorf("FromDigest(%s, %d bytes) = %v, want %v", tt.ref, len(tt.digest), err, tt.want)
		}
	}
}

func TestBehaviours(t *testing.T) {
	list := rules.Behaviours()
	if len(list) != 7 {
		t.Fatalf("%d values, want seven", len(list))
	}
	initials, codes := "", map[string]bool{}
	for _, b := range list {
		initials += b.Name.ID[:1]
		codes[b.Code] = true
		for _, text := range append(b.Guides[:], b.Name) {
			if text.ID == "" || text.EN == "" || strings.TrimSpace(text.ID) != text.ID {
				t.Errorf("%s: %+v", b.Code, text)
			}
		}
	}
	if initials != "BAKHLAK" || len(codes) != 7 { // Ber-A-K-H-L-A-K
		t.Errorf("the values spell %s, %d codes", initials, len(codes))
	}
}
