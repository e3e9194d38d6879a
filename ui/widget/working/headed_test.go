package working_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/working"
)

// The head of a unit has one suggestion, that of the unit's result; until it is
// decided the aid's.
func TestHeaded(t *testing.T) {
	env := uitest.Env(t, "id")
	s := scoreOf(t, full(), sketch())
	led := &unitresult.Led{Unit: model.Unit{Name: "Puskesmas Tanjung Raya"}, Grade: unitresult.Outstanding}
	view := func() string {
		return ansi.Strip(strings.Join(working.Headed(env.Text, env.Styles, rules.PermenPANRB6(), s, led, "", 100), "\n"))
	}
	got := view()
	if strings.Count(got, "Saran:") != 1 || !strings.Contains(got, "Saran: di atas ekspektasi, dari capaian Puskesmas Tanjung Raya: Istimewa") ||
		!strings.Contains(got, "Alat bantu: sesuai ekspektasi (tidak berlaku bagi kepala unit)") {
		t.Errorf("decided:\n%s", got)
	}
	led.Grade = unitresult.NoGrade
	if got := view(); !strings.Contains(got, "Saran: sesuai ekspektasi (") || strings.Contains(got, "tidak berlaku") {
		t.Errorf("not decided:\n%s", got)
	}
}

// One mark under the table is explained once for several values that it stands
// beside, each with its indicator.
func TestSeveralCapped(t *testing.T) {
	env := uitest.Env(t, "id")
	plan := model.Plan{Measures: []model.Measure{
		measure("NGAIN", "N-gain", "", model.Higher, "10", 50), measure("JP", "Jam pelatihan", "JP", model.Higher, "20", 50),
	}}
	s := scoreOf(t, model.Card{Entries: []model.Entry{entry("NGAIN", "18.09"), entry("JP", "32")}}, plan)
	got := ansi.Strip(strings.Join(working.Lines(env.Text, env.Styles, rules.PermenPANRB6(), s, 100), "\n"))
	if !strings.Contains(got, "b dibatasi 120: NGAIN 180,90; JP 160,00") {
		t.Error(got)
	}
}
