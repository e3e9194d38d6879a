package over_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

func menu(t *testing.T) (*over.Palette, *string) {
	ran := new(string)
	run := func(name string) func() tea.Cmd { return func() tea.Cmd { *ran += name; return nil } }
	return over.NewPalette(uitest.Env(t, "id"), []over.Item{
		{Name: "tombol", Key: "?", Run: run("help")},
		{Group: "Di halaman ini", Name: "salin nilai ke bawah", Key: "d", Run: run("fill")},
		{Group: "Di halaman ini", Name: "sampaikan", Key: "s", Why: "belum dinilai", Run: run("share")},
		{Group: "Di halaman ini", Name: "Évaluasi", Run: run("evaluation")},
		{Group: "Halaman", Name: "Pegawai", Key: "g 2", Run: run("staff")},
	}), ran
}

func body(o over.Overlay) string {
	text, _ := o.Body(78, 20)
	return ansi.Strip(text + "\n" + o.Line())
}

func TestPaletteFilters(t *testing.T) {
	for query, want := range map[string]string{
		"bawah sal": "fill", "TOMBOL": "help", "evalu": "evaluation", "peg": "staff", "zz": "", "wai": "staff",
	} {
		p, ran := menu(t)
		p.Press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(query)})
		body(p)
		done := p.Press(uitest.Key("enter"))
		if *ran != "" {
			t.Errorf("%s runs before the menu is off", query)
		}
		if done.Run != nil {
			done.Run()
		}
		if *ran != want || done.Close != (want != "") {
			t.Errorf("%s runs %q, want %q, closes %v", query, *ran, want, done.Close)
		}
	}
}

// What cannot be done says why, and the menu stays.
func TestPaletteSaysWhyNot(t *testing.T) {
	p, ran := menu(t)
	if got := body(p); !strings.Contains(got, "sampaikan (belum dinilai)") {
		t.Errorf("the reason is not shown:\n%s", got)
	}
	p.Press(uitest.Key("down"))
	p.Press(uitest.Key("down"))
	if done := p.Press(uitest.Key("enter")); done.Close || done.Run != nil || *ran != "" {
		t.Error("something that cannot be done is done")
	}
	if got := body(p); !strings.Contains(got, "sampaikan: belum dinilai") {
		t.Errorf("the answer is missing:\n%s", got)
	}
	p.Press(uitest.Key("up"))
	if got := body(p); strings.Contains(got, "sampaikan: ") {
		t.Error("the answer outlives the next key")
	}
}

func TestPaletteLeaves(t *testing.T) {
	for _, k := range []string{"esc", "ctrl+k", "ctrl+c"} {
		p, _ := menu(t)
		if !p.Press(uitest.Key(k)).Close {
			t.Errorf("%s does not close the menu", k)
		}
	}
	p, _ := menu(t)
	if p.Press(uitest.Key(":")).Close {
		t.Error("a colon is text here")
	}
}

// A click on a line chooses it; one on a heading or below does nothing.
func TestPaletteClicks(t *testing.T) {
	p, ran := menu(t)
	want := map[string]string{"tombol": "help", "salin nilai ke bawah": "fill", "Évaluasi": "evaluation", "Pegawai": "staff"}
	for y, line := range strings.Split(body(p), "\n") {
		if done := p.Click(y); done.Run != nil {
			done.Run()
		}
		words := ""
		for name, id := range want {
			if strings.HasSuffix(line, name) {
				words = id
			}
		}
		if *ran != words {
			t.Errorf("a click on %q runs %q, want %q", line, *ran, words)
		}
		*ran = ""
	}
}

// What has no room is counted, in the menu and in the help.
func TestMoreIsSaid(t *testing.T) {
	env := uitest.Env(t, "id")
	var items []over.Item
	for i := range 12 {
		items = append(items, over.Item{Name: strings.Repeat("x", i+1)})
	}
	p, h := over.NewPalette(env, items), over.NewHelp(env, "Pegawai", nil, nil)
	for name, o := range map[string]over.Overlay{"menu": p, "help": h} {
		if o.Body(58, 7); !strings.HasPrefix(o.Line(), "▼ ") || !strings.HasSuffix(o.Line(), " baris lagi") {
			t.Errorf("%s says %q", name, o.Line())
		}
		if o.Body(58, 40); o.Line() != "" {
			t.Errorf("%s with room for all says %q", name, o.Line())
		}
	}
}
