package support_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	model "kinerja/model/support"
	"kinerja/ui/lang/confide"
	"kinerja/ui/nav"
	"kinerja/ui/screen/support"
	"kinerja/ui/uitest"
)

// desk knows what it is told, and prints into itself.
type desk struct {
	contact   model.Contact
	emergency model.Emergency
	printed   [][]string
	err       error
}

func (d *desk) Contact() (model.Contact, error) { return d.contact, nil }
func (d *desk) Emergency() model.Emergency      { return d.emergency }
func (d *desk) Print(lines []string) error      { d.printed = append(d.printed, lines); return d.err }

func known() *desk {
	return &desk{
		contact:   model.Contact{ID: "c", Name: "Ratna Ningsih, M.Psi., Psikolog", Place: "Poli Konseling RSUD Bukitintan, lantai 2", Hours: "Selasa dan Kamis 09.00–12.00", Phone: "0811-000-111", Key: "age1"},
		emergency: model.Emergency{Hotline: "119 ext. 8 (SEJIWA)"},
	}
}

func open(t *testing.T, d *desk, language string, width, height int) *support.Page {
	t.Helper()
	p := support.New(uitest.Env(t, language), d)
	uitest.Open(p, width, height)
	return p
}

// The page at three sizes, in both languages: with the address, further down, and
// before anybody wrote it down.
func TestPage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				p := open(t, known(), language, size[0], size[1])
				views := []string{p.View()}
				uitest.Press(p, "pgdown")
				views = append(views, p.View())
				uitest.Press(p, "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
				views = append(views, p.View(), open(t, &desk{}, language, size[0], size[1]).View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// What is printed is the blank form, with the address and nothing of whoever prints.
func TestPrint(t *testing.T) {
	d := known()
	p := open(t, d, "id", 78, 20)
	msgs := uitest.Press(p, "p")
	if len(d.printed) != 1 || len(msgs) != 1 || msgs[0] != (nav.SaidMsg{Text: "Formulir kosong dikirim ke pencetak."}) {
		t.Fatalf("%d printed, said %v", len(d.printed), msgs)
	}
	env := uitest.Env(t, "id")
	sheet := strings.Join(d.printed[0], "\n")
	if sheet != strings.Join(confide.Form(env.Text, d.contact, d.emergency), "\n") || !strings.Contains(sheet, "Ratna Ningsih") || strings.Contains(sheet, env.Me.Name) && env.Me.Name != "" {
		t.Errorf("printed:\n%s", sheet)
	}
	d.err = errors.New("no printer")
	if said := fmt.Sprint(uitest.Press(p, "p")); !strings.Contains(said, "kinerja support form") {
		t.Errorf("without a printer it says %s", said)
	}
}

// Whom to call is marked as not verified until somebody says that they looked at it;
// a sentence of one's own takes the place of the program's.
func TestDanger(t *testing.T) {
	d := known()
	all := func() string { return ansi.Strip(open(t, d, "id", 118, 200).View()) }
	if view := all(); !strings.Contains(view, "hubungi 119 ext. 8 (SEJIWA)") || !strings.Contains(view, "Belum diverifikasi") {
		t.Errorf("as set at first:\n%s", view)
	}
	d.emergency = model.Emergency{Hotline: "0800-1-500", Danger: "Panggil perawat jaga.", Checked: "Dinkes, 2 November 2026"}
	if view := all(); strings.Contains(view, "Belum diverifikasi") || !strings.Contains(view, "Panggil perawat jaga. 0800-1-500") || !strings.Contains(view, "Diperiksa: Dinkes, 2 November 2026") {
		t.Errorf("as set and checked:\n%s", view)
	}
	if p := open(t, d, "id", 78, 20); len(p.Actions()) != 1 || p.Typing() {
		t.Errorf("there is more to do than to print: %+v", p.Actions())
	}
}
