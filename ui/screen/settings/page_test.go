package settings_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/unitresult"
	"kinerja/ui/nav"
	"kinerja/ui/screen/settings"
	"kinerja/ui/uitest"
)

// desk remembers what was kept and backed up.
type desk struct {
	kept   []string
	locked error
	full   error
	backed int
}

func (*desk) Kinds() []string { return []string{"staff", "cards", "anything"} }

func (d *desk) File() (string, time.Time, error) {
	at := time.Time{}
	if d.backed > 0 {
		at = uitest.Noon
	}
	return "/home/sari/.local/share/kinerja/kinerja.db", at, nil
}

func (d *desk) Backup() (string, error) {
	d.backed++
	return "/home/sari/backup/kinerja-1.db", d.full
}

func (d *desk) Keep(key, value string) error {
	d.kept = append(d.kept, key+"="+value)
	return d.locked
}

func open(t *testing.T, language string, d *desk, facts settings.Facts) *settings.Page {
	p := settings.New(uitest.Env(t, language), d, nav.Settings{}, facts)
	uitest.Open(p, 78, 30)
	return p
}

// to puts the cursor on the line that begins with a word.
func to(t *testing.T, p *settings.Page, word string) {
	t.Helper()
	uitest.Press(p, "home")
	for range 20 {
		for _, line := range strings.Split(ansi.Strip(p.View()), "\n") {
			if strings.HasPrefix(line, "▸ "+word) {
				return
			}
		}
		uitest.Press(p, "down")
	}
	t.Fatalf("no line %q:\n%s", word, ansi.Strip(p.View()))
}

func TestPlaces(t *testing.T) {
	p := open(t, "id", &desk{}, settings.Facts{})
	for word, want := range map[string]nav.Route{
		"Instrumen  ": nav.Instruments{}, "Instrumen menurut": nav.Positions{}, "SKP": nav.Plans{}, "Unit kerja": nav.Units{},
		"Ambil daftar pegawai": nav.Intake{Kind: "staff"}, "Ambil realisasi": nav.Intake{Kind: "cards"}, "anything": nav.Intake{Kind: "anything"},
	} {
		to(t, p, word)
		if asked := uitest.Press(p, "enter"); len(asked) != 1 || asked[0] != tea.Msg(nav.OpenMsg{Route: want}) {
			t.Errorf("%s asks for %v", word, asked)
		}
	}
}

func TestBackup(t *testing.T) {
	d := &desk{}
	p := open(t, "id", d, settings.Facts{})
	to(t, p, "Cadangkan")
	if !strings.Contains(p.View(), "belum pernah dicadangkan") {
		t.Errorf("never backed up:\n%s", p.View())
	}
	asked := uitest.Press(p, "enter")
	said, ok := asked[0].(nav.SaidMsg)
	if d.backed != 1 || !ok || !strings.Contains(said.Text, "/home/sari/backup/kinerja-1.db") || !strings.Contains(p.View(), "14.03") {
		t.Errorf("%d backups, asked for %v\n%s", d.backed, asked, p.View())
	}
	d.full = model.ErrFull
	if f, ok := uitest.Press(p, "enter")[0].(nav.FailMsg); !ok || !errors.Is(f.Err, model.ErrFull) {
		t.Error("a full disk is not said")
	}
	env := uitest.Env(t, "id")
	env.Me.Roles = model.RolesOf(model.RoleStaff)
	p = settings.New(env, d, nav.Settings{}, settings.Facts{})
	uitest.Open(p, 78, 30)
	if strings.Contains(p.View(), "Cadangkan") || strings.Contains(p.View(), "Instrumen") || !strings.Contains(p.View(), "Bahasa") {
		t.Errorf("a member of staff is offered:\n%s", p.View())
	}
}

// Language and colours are written, and the program opens anew on this line.
func TestLanguageAndTheme(t *testing.T) {
	d := &desk{}
	p := open(t, "id", d, settings.Facts{Theme: "mono"})
	to(t, p, "Bahasa")
	again, ok := uitest.Press(p, "enter")[0].(nav.AgainMsg)
	at, isHere := again.First.(nav.Settings)
	if !ok || again.Language != "en" || !isHere || at.At == 0 {
		t.Errorf("%+v", again)
	}
	back := settings.New(uitest.Env(t, "en"), d, at, settings.Facts{})
	uitest.Open(back, 78, 30)
	if !strings.Contains(ansi.Strip(back.View()), "▸ Language") {
		t.Errorf("not on the same line:\n%s", back.View())
	}
	to(t, p, "Warna")
	if again, ok := uitest.Press(p, "enter")[0].(nav.AgainMsg); !ok || again.Theme != "auto" {
		t.Errorf("%+v", again)
	}
	if got := strings.Join(d.kept, " "); got != "language=en theme=auto" {
		t.Errorf("kept %s", got)
	}
	d.locked = &fs.PathError{Op: "open", Path: "config.toml", Err: fs.ErrPermission}
	if again, ok := uitest.Press(p, "enter")[0].(nav.AgainMsg); !ok || !strings.Contains(again.Said, "Setelan tidak dapat ditulis") || again.Theme == "" {
		t.Errorf("%+v", again)
	}
}

// Away from the sample, and only from it.
func TestLeavingTheSample(t *testing.T) {
	p := open(t, "id", &desk{}, settings.Facts{Sample: true})
	to(t, p, "Tinggalkan contoh")
	if again, ok := uitest.Press(p, "enter")[0].(nav.AgainMsg); !ok || !again.Own {
		t.Errorf("%+v", again)
	}
	if p := open(t, "id", &desk{}, settings.Facts{}); strings.Contains(p.View(), "Tinggalkan contoh") {
		t.Error("one's own file is left as a sample")
	}
}

func TestPages(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				p := settings.New(uitest.Env(t, language), &desk{}, nav.Settings{}, settings.Facts{Sample: true, Settings: "/home/sari/.config/kinerja/config.toml"})
				uitest.Open(p, size[0], size[1])
				top := p.View()
				uitest.Press(p, "end")
				for _, v := range []string{top, p.View()} {
					uitest.Fits(t, v, size[0], size[1])
				}
				uitest.Golden(t, top+"\n----\n"+p.View())
			})
		}
	}
}

// How a unit's result suggests for its head goes round, and is written in an
// order in which the two bounds never cross.
func TestHeads(t *testing.T) {
	d := &desk{}
	env := uitest.Env(t, "id")
	for _, want := range []string{
		"rules.head_above=outstanding rules.head_meets=needs_improvement", "rules.head_above=good rules.head_meets=needs_improvement",
		"rules.head_above=outstanding rules.head_meets=good", "rules.head_above=outstanding rules.head_meets=needs_improvement",
	} {
		d.kept = nil
		p := settings.New(env, d, nav.Settings{}, settings.Facts{})
		uitest.Open(p, 78, 30)
		to(t, p, "Saran bagi kepala unit")
		again, ok := uitest.Press(p, "enter")[0].(nav.AgainMsg)
		if got := strings.Join(d.kept, " "); !ok || got != want || !strings.Contains(again.Said, "Rating yang sudah diberikan tetap") {
			t.Errorf("kept %s, want %s: %+v", got, want, again)
		}
		var above, meets string
		fmt.Sscanf(strings.NewReplacer("rules.head_above=", "", "rules.head_meets=", "").Replace(want), "%s %s", &above, &meets)
		a, _ := unitresult.ParseGrade(above)
		m, _ := unitresult.ParseGrade(meets)
		env.Rules.File.Heads = unitresult.FoldFrom(a, m)
	}
	env.Rules.File.Heads = unitresult.FoldFrom(unitresult.Poor, unitresult.VeryPoor) // from a file
	d.kept, d.locked = nil, fs.ErrPermission
	p := settings.New(env, d, nav.Settings{}, settings.Facts{})
	uitest.Open(p, 78, 30)
	to(t, p, "Saran bagi kepala unit")
	if again, ok := uitest.Press(p, "enter")[0].(nav.AgainMsg); !ok || !strings.Contains(again.Said, "tidak berubah") {
		t.Errorf("%+v", again)
	}
}
