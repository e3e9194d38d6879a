package rating_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/rating"
)

// Words typed into the open choice are held and shown, until they are given up;
// who asks for the reason of a rating says which rating it is for.
func TestWordsInTheChoice(t *testing.T) {
	env := uitest.Env(t, "id")
	p := rating.Pen{Look: rating.Look{Keys: env.Keys, Styles: env.Styles, Text: env.Text}}
	p.Choose(rating.Subject{Name: "Rina", Suggested: model.Meets, Share: model.Int(100)}, rating.Results)
	view := func() string { return ansi.Strip(strings.Join(p.View(78), "\n")) }
	if p.Stray(uitest.Key("space")) || p.Stray(uitest.Key("]")) || p.Astray() {
		t.Error("a key that is no letter begins a text")
	}
	for _, r := range "cuti melahirkan" {
		if !p.Stray(uitest.Key(map[rune]string{' ': "space"}[r] + strings.TrimSpace(string(r)))) {
			t.Fatalf("%q is no text", r)
		}
	}
	if !strings.Contains(view(), "diabaikan: cuti melahirkan") || strings.Contains(view(), "Rating terakhir") {
		t.Errorf("what is ignored is not said:\n%s", view())
	}
	p.Unstray()
	if p.Astray() || !p.Choosing() {
		t.Error("the choice is not open again")
	}
	if _, done := p.Take(model.Meets); !done {
		t.Fatal("a reason is asked for")
	}
	p.Stray(uitest.Key("k"))
	if !strings.Contains(view(), "Rating terakhir: Rina, Hasil kerja: sesuai.") {
		t.Errorf("what was given before is not said:\n%s", view())
	}
	p.Unstray()
	if _, done := p.Take(model.Above); done || !strings.Contains(view(), "di atas · Alasan berbeda dari saran (sesuai):") {
		t.Errorf("for which rating a reason is asked:\n%s", view())
	}
}
