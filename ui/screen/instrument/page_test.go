package instrument_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/screen/instrument"
	"kinerja/ui/screen/instruments"
	"kinerja/ui/uitest"
)

func of(t *testing.T, d *store.Desk, code string, version int) model.Instrument {
	t.Helper()
	all, err := d.Choosable()
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range all {
		if in.Code == code && in.Version == version {
			return in
		}
	}
	return model.Instrument{}
}

// Every state of both pages, in every size and language.
func TestPages(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				env := uitest.Env(t, language)
				list := instruments.New(env, d)
				uitest.Open(list, size[0], size[1])
				views := []string{list.View()}
				p := instrument.New(env, d, nav.Instrument{ID: of(t, d, "BIDAN", 1).ID})
				uitest.Open(p, size[0], size[1])
				views = append(views, p.View())
				uitest.Press(p, "x")
				uitest.Type(p, "47/52")
				uitest.Press(p, "down")
				uitest.Type(p, "abc")
				uitest.Press(p, "down")
				views = append(views, p.View())
				uitest.Press(p, "esc")
				fresh := instrument.New(env, d, nav.Instrument{})
				uitest.Open(fresh, size[0], size[1])
				views = append(views, fresh.View())
				uitest.Type(fresh, "SUPIR")
				uitest.Press(fresh, "tab")
				uitest.Type(fresh, "Pengemudi")
				uitest.Press(fresh, "ctrl+s")
				uitest.Type(fresh, "AMAN")
				views = append(views, fresh.View())
				for _, view := range views {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}

// A new instrument, from nothing to two indicators whose weights come to 100.
func TestNewInstrument(t *testing.T) {
	s := storetest.Open(t)
	d := storetest.Owner(s)
	p := instrument.New(uitest.Env(t, "id"), d, nav.Instrument{})
	uitest.Open(p, 78, 20)
	uitest.Type(p, "BIDAN") // taken by the ready one
	uitest.Press(p, "tab")
	uitest.Type(p, "Pengemudi")
	uitest.Press(p, "ctrl+s")
	if got := ansi.Strip(p.View()); !strings.Contains(got, "sudah dipakai instrumen lain") {
		t.Fatalf("a taken code was accepted:\n%s", got)
	}
	for range 5 {
		uitest.Press(p, "backspace")
	}
	uitest.Type(p, "SUPIR")
	uitest.Press(p, "ctrl+s")
	if p.Unsaved() == "" {
		t.Error("a name without indicators is not in the file, and nobody says so")
	}
	indicator := func(code, name, target, weight string) {
		uitest.Type(p, code)
		uitest.Press(p, "tab")
		uitest.Type(p, name)
		uitest.Press(p, "tab", "tab", "tab", "tab") // English name, unit, direction
		uitest.Type(p, target)
		uitest.Press(p, "tab", "tab") // upper target
		for range 5 {
			uitest.Press(p, "backspace")
		}
		uitest.Type(p, weight)
	}
	indicator("AMAN", "Perjalanan tanpa kecelakaan", "100", "60")
	if got := ansi.Strip(p.View()); !strings.Contains(got, "Sisa bobot 40") {
		t.Errorf("the remainder does not follow what is typed:\n%s", got)
	}
	uitest.Press(p, "ctrl+s", "a")
	indicator("TEPAT", "Berangkat tepat waktu", "95", "40")
	uitest.Press(p, "ctrl+s")
	in := of(t, d, "SUPIR", 1)
	if len(in.Indicators) != 2 || in.Weights() != model.Int(100) || in.Indicators[0].ID == "" || in.Indicators[0].Gauge.Target != model.Int(100) {
		t.Fatalf("kept: %+v", in)
	}
	if p.Unsaved() != "" {
		t.Errorf("unsaved: %q", p.Unsaved())
	}
	// An indicator of the same code is refused beside its field.
	uitest.Press(p, "a")
	uitest.Type(p, "aman")
	uitest.Press(p, "ctrl+s")
	if !p.Typing() || len(of(t, d, "SUPIR", 1).Indicators) != 2 {
		t.Error("two indicators of one code")
	}
}

// What plans use is frozen: a new version, and the plans keep theirs.
func TestNewVersion(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	before := of(t, d, "BIDAN", 1)
	p := instrument.New(uitest.Env(t, "id"), d, nav.Instrument{ID: before.ID})
	uitest.Open(p, 78, 20)
	var yes nav.AskMsg
	for _, msg := range uitest.Press(p, "e") {
		if ask, ok := msg.(nav.AskMsg); ok {
			yes = ask
		}
	}
	if !strings.Contains(yes.Question, "versi 2") {
		t.Fatalf("question %q", yes.Question)
	}
	uitest.Run(p, yes.Yes)
	p2 := of(t, d, "BIDAN", 2)
	if p2.ID == before.ID || p2.Frozen || p2.Indicators[0].ID != before.Indicators[0].ID {
		t.Errorf("version 2: %+v", p2)
	}
	if after := of(t, d, "BIDAN", 1); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Error("version 1 changed")
	}
	plans, err := d.Plans(2026, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, plan := range plans {
		if plan.Instrument == p2.ID {
			t.Error("a plan moved to version 2 by itself")
		}
	}
}

// A trial keeps nothing.
func TestTrialKeepsNothing(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	stamp, err := s.Stamp()
	if err != nil {
		t.Fatal(err)
	}
	in := of(t, d, "BIDAN", 1)
	p := instrument.New(uitest.Env(t, "en"), d, nav.Instrument{ID: in.ID})
	uitest.Open(p, 118, 32)
	uitest.Press(p, "x")
	for _, i := range in.Indicators {
		uitest.Type(p, i.Gauge.Target.String())
		uitest.Press(p, "down")
	}
	got := ansi.Strip(p.View())
	if !strings.Contains(got, "100.00") || !strings.Contains(got, "meets expectation") {
		t.Errorf("all targets met:\n%s", got)
	}
	if now, err := s.Stamp(); err != nil || now != stamp {
		t.Errorf("the file changed: %v, %v", now, err)
	}
}

// A no leaves nothing on its way: what is changed afterwards is saved. Weights
// that do not sum to 100 are marked in the list, and a newer version says whose
// plans take it.
func TestNoAndOddWeights(t *testing.T) {
	s, _ := storetest.District(t, 12)
	d := storetest.Owner(s)
	p := instrument.New(uitest.Env(t, "id"), d, nav.Instrument{ID: of(t, d, "BIDAN", 1).ID})
	uitest.Open(p, 78, 20)
	var said string
	for _, msg := range uitest.Press(p, "e") {
		if ask, ok := msg.(nav.AskMsg); ok {
			for _, msg := range uitest.Run(p, ask.Yes) {
				if s, ok := msg.(nav.SaidMsg); ok {
					said = s.Text
				}
			}
		}
	}
	if !strings.Contains(said, "SKP yang sudah disepakati tetap dengan versinya") || !strings.Contains(said, "memakai versi 2") {
		t.Errorf("a new version says %q", said)
	}
	uitest.Press(p, "delete") // asked, and not answered with yes
	uitest.Press(p, "enter")
	for range 8 { // to the weight
		uitest.Press(p, "tab")
		if strings.Contains(ansi.Strip(p.View()), "▸ Bobot") {
			break
		}
	}
	uitest.Type(p, "30")
	uitest.Press(p, "ctrl+s")
	if in := of(t, d, "BIDAN", 2); in.Weights() != model.Int(106) {
		t.Fatalf("weights %v after a no:\n%s", in.Weights(), ansi.Strip(p.View()))
	}
	list := instruments.New(uitest.Env(t, "id"), d)
	uitest.Open(list, 78, 20)
	uitest.Press(list, "down")
	if view := ansi.Strip(list.View()); strings.Count(view, "106!") != 1 || !strings.Contains(view, "membagi dengan 106") {
		t.Errorf("the list does not mark the weights:\n%s", view)
	}
}
