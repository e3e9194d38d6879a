package form_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/uitest"
	"kinerja/ui/widget/form"
)

// Text that is typed while the cursor is on a few answers belongs elsewhere: it
// chooses nothing, and the form says how one chooses. The first letter of an
// answer chooses it, its whole word too.
func TestTextIsNoChoice(t *testing.T) {
	env := uitest.Env(t, "id")
	for _, tt := range []struct {
		typed, want string
		said        bool
	}{
		{"Bayi sehat tumbuh", "main", true},
		{"t", "additional", false},
		{"tambahan", "additional", false},
		{"tambahan baru", "additional", true},
		{"utama", "main", false},
		{"tu", "main", false},
		{"tt", "additional", false},
		{" ", "additional", false},
		{"  ", "main", false},
	} {
		f := form.New(form.Look{Keys: env.Keys, Styles: env.Styles, Text: env.Text}, form.Field{ID: "section", Label: "Jenis", Kind: form.Choice, Value: "main",
			Options: []form.Option{{Value: "main", Label: "utama"}, {Value: "additional", Label: "tambahan"}}})
		for _, r := range tt.typed {
			f.Press(uitest.Key(string(r)))
		}
		said := strings.Contains(strings.Join(strings.Fields(ansi.Strip(f.View(60, 10))), " "), "huruf pertamanya")
		if got := f.Value("section"); got != tt.want || said != tt.said {
			t.Errorf("%q chose %s (said %v), want %s (%v)", tt.typed, got, said, tt.want, tt.said)
		}
	}
}
