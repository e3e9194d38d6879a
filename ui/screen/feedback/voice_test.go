package feedback_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/talk"
	"kinerja/model/user"
	"kinerja/model/voice"
	"kinerja/store"
	"kinerja/ui/nav"
	"kinerja/ui/screen/feedback"
	"kinerja/ui/uitest"
)

// voiced opens the desk on which another's word is said.
type voiced struct{ *store.Desk }

func (d voiced) Voiced(said voice.Said) (feedback.Giver, error) { return d.Desk.Voiced(said) }

// What somebody answers beside the evaluator may be their own word, by their own
// PIN: no paper is asked for then.
func TestTheAnswerByTheirPIN(t *testing.T) {
	s, d, _ := district(t)
	rina, sari := find(t, d, "rina hartati"), find(t, d, "sari wulandari")
	if _, err := s.As(model.Owner(sari, "")).Guard(user.New{User: user.User{Name: "sari"}, Secret: "830217"}, user.New{User: user.User{Name: "rina", Employee: rina}, Secret: "602915"}); err != nil {
		t.Fatal(err)
	}
	her, _, err := s.Enter("rina", "602915")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.As(her).ChangeSecret("602915", "284067"); err != nil {
		t.Fatal(err)
	}
	me, _, err := s.Enter("sari", "830217")
	if err != nil {
		t.Fatal(err)
	}
	own := s.As(me)
	p := open(t, own, "id", nav.Feedback{Employee: rina}, sizes[0])
	uitest.Press(p, "+")
	uitest.Type(p, "rapi")
	uitest.Press(p, "ctrl+s", "enter")
	uitest.Type(p, "terima kasih")
	uitest.Press(p, "tab", "right", "tab")
	uitest.Type(p, "284067")
	if view := ansi.Strip(p.View()); strings.Contains(view, "284067") || nav.By(p.Actions()) != "Rina Hartati, A.Md.Keb." || !strings.Contains(view, "Diketik oleh Rina") {
		t.Fatalf("the PIN:\n%s", view)
	}
	uitest.Press(p, "ctrl+s")
	c, err := own.Conversation(rina)
	if err != nil {
		t.Fatal(err)
	}
	if f := c.Items[len(c.Items)-1]; f.Kind != talk.Answer || f.Word.Whose != rina || f.Word.By != rina || f.Word.Via != model.Signed || f.Text != "terima kasih" {
		t.Errorf("kept %+v\n%s", f, ansi.Strip(p.View()))
	}
	if view := ansi.Strip(p.View()); !strings.Contains(view, "PIN sendiri") {
		t.Errorf("how it is known is not shown:\n%s", view)
	}
}

// Signs and Voiced: nobody has a PIN in a conversation of a test.
func (s *said) Signs(model.EmployeeID) (voice.PIN, error) { return voice.NoPIN, nil }

func (s *said) Voiced(voice.Said) (feedback.Giver, error) { return s, nil }
