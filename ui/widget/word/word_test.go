package word_test

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

func asks(t *testing.T, language string, pin voice.PIN) (*form.Form, func() string) {
	t.Helper()
	env := uitest.Env(t, language)
	asked := word.Asked{Whose: "E3", Name: "Rina Hartati", PIN: pin}
	f := form.New(form.Look{Keys: env.Keys, Styles: env.Styles, Text: env.Text}, asked.Fields(env.Text, word.Paper(env.Text, env.Today())...)...)
	return f, func() string { return strings.Join(strings.Fields(ansi.Strip(f.View(58, 11))), " ") }
}

// A temporary PIN is not offered, and what to do stands where it would be asked for;
// of who has none, or of whom it is not told, nothing is said.
func TestATemporaryPINSaysWhatToDo(t *testing.T) {
	for language, want := range map[string]string{
		"id": "PIN Rina Hartati masih sementara: Rina Hartati masuk dulu dan menggantinya.",
		"en": "The PIN of Rina Hartati is still temporary: Rina Hartati logs in first and changes it.",
	} {
		f, view := asks(t, language, voice.Temporary)
		if !strings.Contains(view(), want) || f.Has(word.How) || f.Has(word.Secret) || f.Focused() != word.Document {
			t.Errorf("%s:\n%s", language, view())
		}
		if f, view = asks(t, language, voice.NoPIN); strings.Contains(view(), "PIN") || f.Has(word.How) {
			t.Errorf("%s, none:\n%s", language, view())
		}
	}
}

// A wrong PIN says so, without a name that nobody typed; once one must wait, how long.
func TestAWrongPIN(t *testing.T) {
	for language, want := range map[string][3]string{
		"id": {"! PIN salah.", "Coba lagi 4 detik lagi", "Silakan coba lagi."}, "en": {"! The PIN is wrong.", "Try again in 4 seconds", "You can try again now."},
	} {
		env := uitest.Env(t, language)
		at := uitest.Noon
		now := func() time.Time { return at }
		f, view := asks(t, language, voice.OwnPIN)
		if word.Refused(env.Text, now, f, &user.WrongError{}) {
			t.Error("refused though no PIN is asked for")
		}
		f.Press(uitest.Key("right"))
		for _, typed := range []string{"down", "1", "2"} {
			f.Press(uitest.Key(typed))
		}
		if f.Whose() != "Rina Hartati" || !word.Refused(env.Text, now, f, &user.WrongError{}) || !strings.Contains(view(), want[0]) || f.Value(word.Secret) != "" {
			t.Errorf("%s:\n%s", language, view())
		}
		word.Refused(env.Text, now, f, &user.WrongError{Left: 5 * time.Second})
		at = at.Add(time.Second)
		if f.Press(uitest.Key("9")); !strings.Contains(view(), want[1]) || f.Value(word.Secret) != "" {
			t.Errorf("%s, after a second:\n%s", language, view())
		}
		if at = at.Add(4 * time.Second); !strings.Contains(view(), want[2]) {
			t.Errorf("%s, after it:\n%s", language, view())
		}
	}
}
