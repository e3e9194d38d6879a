package results_test

import (
	"fmt"
	"testing"

	"kinerja/model"
	"kinerja/ui/screen/results"
	"kinerja/ui/uitest"
)

// How the page looks in each of its states, in both languages and sizes.
func TestLooks(t *testing.T) {
	typed := func(text string, keys ...string) func(*results.Page, *desk) {
		return func(p *results.Page, _ *desk) {
			uitest.Press(p, keys...)
			uitest.Type(p, text)
		}
	}
	keys := func(keys ...string) func(*results.Page, *desk) { return typed("", keys...) }
	for _, look := range []struct {
		name   string
		people int
		do     func(*results.Page, *desk)
	}{
		{"moving", 8, keys("down")},
		{"typing", 8, typed("47/52", "down", "down")},
		{"saved", 8, func(p *results.Page, _ *desk) {
			uitest.Press(p, "down", "down")
			uitest.Type(p, "47/52")
			uitest.Press(p, "enter", "up")
		}},
		{"invalid", 8, func(p *results.Page, _ *desk) { uitest.Type(p, "9,9,"); uitest.Press(p, "enter") }},
		{"warning", 8, keys("down", "right", "right")},
		{"reason", 8, func(p *results.Page, _ *desk) {
			uitest.Type(p, "150")
			uitest.Press(p, "enter")
			uitest.Type(p, "cakupan")
		}},
		{"unsaved", 8, func(p *results.Page, d *desk) {
			d.fail = model.ErrFull
			uitest.Type(p, "91")
			uitest.Press(p, "enter", "up")
		}},
		{"locked", 8, func(p *results.Page, d *desk) { d.sheets[0].Rows[0].State = model.Shared; uitest.Run(p, p.Init()) }},
		{"empty", 0, func(*results.Page, *desk) {}},
		{"one_row", 1, func(*results.Page, *desk) {}},
		{"scrolled_right", 8, keys("end")},
		{"many", 200, keys("pgdown", "pgdown")},
		{"filter", 200, typed("dewi", "l")},
		{"no_hits", 8, func(p *results.Page, _ *desk) { uitest.Press(p, "l"); uitest.Type(p, "xyz"); uitest.Press(p, "enter") }},
		{"missing_first", 8, keys("o")},
		{"why", 8, keys("x")},
		{"selection", 8, keys("down", "right", "shift+down", "shift+down", "shift+right")},
		{"preview", 8, func(p *results.Page, d *desk) {
			d.sheets[0].Rows[3].State = model.Shared
			uitest.Run(p, p.Init())
			paste(p, "Nama\tIDL\tK6\tIKM\tXYZ\nBudi Santoso\t71,5\t150\t-\t1\nCITRA DEWI\t47/52\tabc\t8,1\t2\n"+
				"Dewi Kartika Sari Wulandari Ningrum\t1\t2\t3\t4\nEko\t5\t6\t7\t8")
			uitest.Press(p, "tab", "tab", "tab")
		}},
		{"preview_reason", 8, func(p *results.Page, _ *desk) { paste(p, "150\n160\n90"); uitest.Press(p, "enter") }},
		{"note", 8, func(p *results.Page, _ *desk) { uitest.Press(p, "n"); uitest.Type(p, "dari kohort") }},
		{"noted", 8, func(p *results.Page, _ *desk) {
			uitest.Press(p, "n")
			uitest.Type(p, "dari kohort")
			uitest.Press(p, "enter", "right", "n")
			uitest.Type(p, "dari kohort")
			uitest.Press(p, "enter")
		}},
		{"detail", 8, keys("down", "i")},
		{"detail_fraction", 8, func(p *results.Page, d *desk) {
			in := &d.sheets[0].Instrument.Indicators[0].Gauge
			in.Source, in.Unverified = "Permenkes 4/2019 (SPM), lembar indikator", true
			d.sheets[0].Rows[0].Plan.Measures[0].Gauge.Target = number("95")
			d.sheets[0].Rows[0].Plan.Measures[0].Gauge.Source, d.sheets[0].Rows[0].Plan.Measures[0].Gauge.Unverified = in.Source, true
			uitest.Run(p, p.Init())
			put(p, "47/52", "enter")
			uitest.Press(p, "up", "n")
			uitest.Type(p, "dari kohort bayi")
			uitest.Press(p, "enter", "i")
		}},
		{"detail_typing", 8, typed("47/5", "i", "right", "right", "right")},
		{"slip", 8, typed("9,1", "right", "right", "right")},
	} {
		for _, language := range []string{"id", "en"} {
			for _, size := range [][2]int{{width, height}, {wideWidth, wideHeight}} {
				t.Run(fmt.Sprintf("%s/%s_%d", look.name, language, size[0]+2), func(t *testing.T) {
					d := newDesk(look.people)
					if look.people == 0 {
						d = &desk{sheets: []model.Sheet{{}}}
					}
					p := open(t, d, language)
					p.Resize(size[0], size[1])
					look.do(p, d)
					uitest.Fits(t, p.View(), size[0], size[1])
					uitest.Golden(t, p.Title()+"   "+p.Crumb()+"\n"+p.View())
				})
			}
		}
	}
}
