package sheet_test

import (
	"fmt"
	"math"
	"testing"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/sheet"
)

// made builds a sheet with one indicator; values are typed as in a cell.
func made(t *testing.T, rule model.Aggregate, values ...string) *sheet.Sheet {
	t.Helper()
	in := model.Instrument{ID: "I", Code: "I", Indicators: []model.Indicator{{ID: "A", Gauge: model.Gauge{
		Code: "A", Name: model.Text{ID: "A"}, Target: model.Int(90), Weight: model.Int(1), Aggregate: rule,
	}}}}
	raw := model.Sheet{Instrument: in}
	for i, v := range values {
		post := model.Post{ID: model.PostID(fmt.Sprint("P", i)), Employee: model.EmployeeID(fmt.Sprint("E", i))}
		row := model.SheetRow{Plan: model.PlanFrom(in, post, 2026), Staff: model.StaffRow{Name: fmt.Sprint("Name ", i)}}
		e := model.Entry{Measure: "A"}
		var err error
		if e.Actual, e.Num, e.Den, err = model.ParseEntry(v, model.DecimalPoint); err != nil {
			t.Fatal(err)
		}
		row.Card = row.Card.With(e)
		raw.Rows = append(raw.Rows, row)
	}
	return sheet.Build(raw, rules.Only(rules.PermenPANRB6()))
}

// Every indicator is combined by its own rule; what cannot be combined
// honestly is marked or left out.
func TestTogether(t *testing.T) {
	huge := model.Number(math.MaxInt64).String()
	for _, tt := range []struct {
		name   string
		rule   model.Aggregate
		values []string
		want   string
		rough  bool
	}{
		{"nobody", model.Mean, []string{"-", "-"}, "-", false},
		{"who has no value does not count as zero", model.Mean, []string{"80", "-", "90"}, "85", false},
		{"rounded half up", model.Mean, []string{"1", "1", "2"}, "1.3333", false},
		{"sum", model.Sum, []string{"3", "-", "4"}, "7", false},
		{"sum of nothing but zeros", model.Sum, []string{"0", "0"}, "0", false},
		{"latest", model.Latest, []string{"80", "90"}, "85", false},
		{"ratio of the parts, not mean of the ratios", model.Ratio, []string{"1/2", "9/10"}, "83.3333", false},
		{"ratio without all parts", model.Ratio, []string{"1/2", "90"}, "70", true},
		{"too large", model.Sum, []string{huge, huge}, "-", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := made(t, tt.rule, tt.values...)
			if got := s.Together[0].String(); got != tt.want || s.Rough[0] != tt.rough {
				t.Errorf("together %s, rough %v; want %s, %v", got, s.Rough[0], tt.want, tt.rough)
			}
		})
	}
}

func TestPut(t *testing.T) {
	s := made(t, model.Mean, "80", "-")
	if s.Incomplete != 1 || s.People[1].Missing != 1 {
		t.Fatalf("%d incomplete, want 1", s.Incomplete)
	}
	if !s.Put(1, model.Entry{Measure: "A", Actual: model.Some(model.MustNumber("1234.5"))}) {
		t.Error("a wider value does not say so")
	}
	if s.Incomplete != 0 || s.Together[0].String() != "657.25" || !s.Columns[0].Decimal {
		t.Errorf("%d incomplete, together %v, decimals %v", s.Incomplete, s.Together[0], s.Columns[0].Decimal)
	}
	if got := s.People[1].Score.Value.String(); got != "120" {
		t.Errorf("score %s, want 120", got)
	}
	s.Put(1, model.Entry{Measure: "A"})
	if s.Incomplete != 1 || s.Together[0].String() != "80" {
		t.Errorf("taken away: %d incomplete, together %v", s.Incomplete, s.Together[0])
	}
}

func TestSorted(t *testing.T) {
	s := made(t, model.Mean, "80", "-", "90", "-")
	for _, tt := range []struct {
		by     sheet.Order
		filter string
		want   string
	}{
		{sheet.ByName, "", "[0 1 2 3]"}, {sheet.MissingFirst, "", "[1 3 0 2]"},
		{sheet.ByName, "NAME 2", "[2]"}, {sheet.ByName, "2 name", "[2]"}, {sheet.ByName, "name x", "[]"},
	} {
		if got := fmt.Sprint(s.Sorted(tt.by, tt.filter)); got != tt.want {
			t.Errorf("%v %q: %s, want %s", tt.by, tt.filter, got, tt.want)
		}
	}
}

// Rows stand still when the sheet is read again.
func TestFollow(t *testing.T) {
	old := made(t, model.Mean, "80", "-", "90")
	old.Shown = []int{2, 0} // filtered and ordered
	now := made(t, model.Mean, "-", "-", "-", "-")
	now.Follow(old, func(model.PlanID) bool { return false })
	if got := fmt.Sprint(now.Shown); got != "[2 0 3]" {
		t.Errorf("shown %s: want both as they stood, the new one last, the hidden one hidden", got)
	}
	fewer := made(t, model.Mean, "80")
	fewer.Follow(old, func(plan model.PlanID) bool { return plan == old.People[2].Plan.ID })
	if got := fmt.Sprint(fewer.Shown); got != "[1 0]" || !fewer.People[1].Gone || fewer.People[0].Gone {
		t.Errorf("shown %s, want the one at work kept, and marked", got)
	}
}

// A digit too many or a lost decimal sign is noticed; what is as large as
// before is not.
func TestSlip(t *testing.T) {
	some := func(s string) model.Amount {
		if s == "" {
			return model.Amount{}
		}
		return model.Some(model.MustNumber(s))
	}
	percent := model.Gauge{Low: model.Some(0), High: model.Some(model.Int(100))}
	for _, tt := range []struct {
		value, before, target, want string
		g                           model.Gauge
	}{
		{"940", "9.2", "10", "9.4", model.Gauge{}},
		{"88", "8.9", "", "8.8", model.Gauge{}},
		{"920", "", "90", "92", percent},
		{"0.92", "90", "100", "92", percent},
		{"9.2", "88", "90", "92", percent},
		{"92", "88", "9", "", percent},       // as before: the target does not matter
		{"45", "88", "90", "", percent},      // half is no slip
		{"300", "88", "90", "", percent},     // thrice neither
		{"9", "95", "", "90", percent},       //
		{"12.5", "120", "", "", percent},     // 125 cannot be meant
		{"0", "88", "90", "", percent},       // none is none
		{"-940", "9.2", "", "", percent},     //
		{"940", "0", "0", "", model.Gauge{}}, // nothing is known
		{"9223372036854.7", "922337203685.4", "", "922337203685.47", model.Gauge{}},
	} {
		got, ok := sheet.Slip(model.MustNumber(tt.value), tt.g, some(tt.before), some(tt.target))
		if ok != (tt.want != "") || ok && got != model.MustNumber(tt.want) {
			t.Errorf("%s after %s, target %s: %v, %v; want %s", tt.value, tt.before, tt.target, got, ok, tt.want)
		}
	}
}

func TestSince(t *testing.T) {
	old, now := made(t, model.Mean, "80", "-", "90"), made(t, model.Mean, "80", "70", "90")
	now.People[2].Card = now.People[2].Card.With(model.Entry{Measure: "A", Actual: model.Some(model.Int(90)), Note: "dihitung lagi"})
	list := now.Since(old)
	if len(list) != 2 || list[0].Row != 1 || list[0].After.Actual.String() != "70" || list[1].After.Note != "dihitung lagi" {
		t.Errorf("%+v", list)
	}
	if other := made(t, model.Mean, "1"); len(now.Since(&sheet.Sheet{Sheet: model.Sheet{Period: 1}, At: other.At, People: other.People})) != 0 {
		t.Error("another period is compared")
	}
}

func TestSpan(t *testing.T) {
	span := sheet.Between(4, 3, 2, 5)
	if span != (sheet.Span{Top: 2, Left: 3, Bottom: 4, Right: 5}) || span.Cells() != 9 || !span.Has(4, 5) || span.Has(5, 5) || span.Has(3, 2) {
		t.Errorf("%+v of %d cells", span, span.Cells())
	}
}
