package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
)

func TestSplitName(t *testing.T) {
	for text, want := range map[string][3]string{
		"dr. Sari Wulandari, M.K.M.":                {"dr.", "Sari Wulandari", "M.K.M."},
		"Rina Hartati, A.Md.Keb.":                   {"", "Rina Hartati", "A.Md.Keb."},
		"Prof. Dr. Ir. H. Ahmad Yani, M.Sc., Ph.D.": {"Prof. Dr. Ir. H.", "Ahmad Yani", "M.Sc., Ph.D."},
		"Prof.Dr.Ahmad Yani":                        {"Prof. Dr.", "Ahmad Yani", ""},
		"dr.Sari Wulandari":                         {"dr.", "Sari Wulandari", ""},
		"drg. Budi Santoso":                         {"drg.", "Budi Santoso", ""},
		"Drs. H. Slamet Riyadi, M.Pd":               {"Drs. H.", "Slamet Riyadi", "M.Pd"},
		"Dra. Hj. Siti Aminah":                      {"Dra. Hj.", "Siti Aminah", ""},
		"Hj Siti Aminah":                            {"Hj", "Siti Aminah", ""},
		"Ir Joko Susilo":                            {"Ir", "Joko Susilo", ""},
		"Dr Joko Susilo":                            {"Dr", "Joko Susilo", ""},
		"DR. JOKO SUSILO":                           {"DR.", "JOKO SUSILO", ""},
		"Ns. Dewi Lestari, S.Kep.":                  {"Ns.", "Dewi Lestari", "S.Kep."},
		"apt. Dewi Lestari, S.Farm.":                {"apt.", "Dewi Lestari", "S.Farm."},
		"Bd. Dewi Lestari, S.Keb.":                  {"Bd.", "Dewi Lestari", "S.Keb."},
		"Dewi Lestari, S.Kep., Ns.":                 {"", "Dewi Lestari", "S.Kep., Ns."},
		"Dewi Lestari S.Kep":                        {"", "Dewi Lestari", "S.Kep"},
		"Dewi Lestari S.Kep. Ns.":                   {"", "Dewi Lestari", "S.Kep. Ns."},
		"Dewi Lestari S.Kep., M.Kes":                {"", "Dewi Lestari", "S.Kep., M.Kes"},
		"Dewi Lestari Amd.Keb":                      {"", "Dewi Lestari", "Amd.Keb"},
		"Dewi Lestari SE.":                          {"", "Dewi Lestari", "SE."},
		"Dewi Lestari, SE":                          {"", "Dewi Lestari", "SE"},
		"Dewi Lestari,S.Pd":                         {"", "Dewi Lestari", "S.Pd"},
		"  Dewi   Lestari ,  S.Pd ":                 {"", "Dewi Lestari", "S.Pd"},
		"Dewi Lestari,":                             {"", "Dewi Lestari", ""},
		"Dewi Lestari, S.Pd,":                       {"", "Dewi Lestari", "S.Pd"},
		"Suharti":                                   {"", "Suharti", ""},
		"Suharti, S.Pd":                             {"", "Suharti", "S.Pd"},
		"H. Suharti":                                {"H.", "Suharti", ""},
		"Ir":                                        {"", "Ir", ""},
		"Dr. Ir.":                                   {"Dr.", "Ir.", ""},
		"S.Kep":                                     {"", "S.Kep", ""},
		"H Ahmad":                                   {"", "H Ahmad", ""}, // an initial: one letter needs its dot
		"Muh. Ali":                                  {"", "Muh. Ali", ""},
		"Ahmad Moh.Ali":                             {"", "Ahmad Moh.Ali", ""},
		"Sari W.":                                   {"", "Sari W.", ""},
		"R. Sari Wulandari":                         {"", "R. Sari Wulandari", ""},
		"Dr. Drajat Irianto":                        {"Dr.", "Drajat Irianto", ""},
		"Hadi Prof":                                 {"", "Hadi Prof", ""},
		"I Made Ir.Sudana":                          {"", "I Made Ir.Sudana", ""},
		"":                                          {"", "", ""},
		" , ":                                       {"", "", ""},
	} {
		before, name, after := model.SplitName(text)
		if got := [3]string{before, name, after}; got != want {
			t.Errorf("SplitName(%q) = %q, want %q", text, got, want)
		}
	}
}

// Nothing of a name is lost, a name stays where there was a word, and what was
// split once is not split again.
func TestSplitNameLosesNothing(t *testing.T) {
	word := rapid.SampledFrom([]string{"dr.", "Dr.", "H.", "Hj", "Sari", "W.", "Wulandari", "S.Kep", "Ns.", "Prof.Dr.", "SE.", "M", ".", "..", "dr.Sari"})
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r == ' ' || r == ',' {
				return -1
			}
			return r
		}, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
		if rapid.Bool().Draw(t, "comma") {
			text += ", " + strings.Join(rapid.SliceOfN(word, 0, 3).Draw(t, "after"), ", ")
		}
		before, name, after := model.SplitName(text)
		if letters(before+name+after) != letters(text) {
			t.Fatalf("%q became %q, %q, %q", text, before, name, after)
		}
		if name == "" {
			t.Fatalf("%q has no name", text)
		}
		if b, n, a := model.SplitName(name); n != name && len(strings.Fields(name)) > 1 {
			t.Fatalf("%q is split again: %q %q %q", name, b, n, a)
		}
	})
}

func TestFullName(t *testing.T) {
	for _, tt := range []struct {
		e    model.Employee
		want string
	}{
		{model.Employee{Before: "dr.", Name: "Sari Wulandari", After: "M.K.M."}, "dr. Sari Wulandari, M.K.M."},
		{model.Employee{Name: "Suharti"}, "Suharti"},
		{model.Employee{Name: "Suharti", After: "S.Pd"}, "Suharti, S.Pd"},
	} {
		if got := tt.e.FullName(); got != tt.want {
			t.Errorf("FullName = %q, want %q", got, tt.want)
		}
	}
}

// What a newer writing tells wins on its side; no title stands on both.
func TestJoinTitles(t *testing.T) {
	for _, tt := range []struct{ before, after, newBefore, newAfter, wantBefore, wantAfter string }{
		{"dr.", "", "", "dr.", "", "dr."},
		{"dr.", "", "", "M.K.M., dr", "", "M.K.M., dr"},
		{"dr.", "M.K.M.", "dr.", "", "dr.", "M.K.M."},
		{"", "S.Kep., Ns.", "Ns.", "", "Ns.", "S.Kep."},
		{"", "S.Kep. Ns.", "NS", "", "NS", "S.Kep."},
		{"Ns.", "", "Ns.", "S.Kep.., Ns.", "Ns.", "S.Kep."},
		{"dr.", "M.K.M.", "", "", "dr.", "M.K.M."},
		{"Prof. Dr.", "", "", "S.K.M., Dr.", "Prof.", "S.K.M., Dr."},
		{"", "S. Kep", "", "S.Kep., Ns.", "", "S.Kep., Ns."},
		{"dr.", "", "", "Sp.A.", "dr.", "Sp.A."},
	} {
		before, after := model.JoinTitles(tt.before, tt.after, tt.newBefore, tt.newAfter)
		if before != tt.wantBefore || after != tt.wantAfter {
			t.Errorf("%q, %q and then %q, %q: %q, %q; want %q, %q", tt.before, tt.after, tt.newBefore, tt.newAfter, before, after, tt.wantBefore, tt.wantAfter)
		}
	}
}

// A title that an older record has on both sides is said once, and with one
// point.
func TestFullNameSaysATitleOnce(t *testing.T) {
	for want, e := range map[string]model.Employee{
		"dr. Sari Wulandari":             {Name: "Sari Wulandari", Before: "dr.", After: "Dr"},
		"Ns. Rina Hartati, S.Kep.":       {Name: "Rina Hartati", Before: "Ns.", After: "S.Kep.., Ns."},
		"Prof. Dr. Ahmad Yani, M.Sc., X": {Name: "Ahmad Yani", Before: "Prof. Dr.", After: "M.Sc., X"},
	} {
		if got := e.FullName(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
