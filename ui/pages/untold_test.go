package pages_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/store"
	"kinerja/store/storetest"
	"kinerja/ui/nav"
	"kinerja/ui/pages"
	"kinerja/ui/uitest"
)

// The list that rates names those to whom nobody explained the instrument, and the page
// of one of them says so; a setting keeps both quiet.
func TestRatingSaysWhomNobodyTold(t *testing.T) {
	file, district := storetest.District(t, 0)
	desk := file.As(model.Owner(district.Head(), ""))
	env := uitest.Env(t, "id")
	period := model.PeriodAt(model.Quarter, 2026_09_30)
	view := func(house pages.House, route nav.Route) string {
		house.Desk, house.File, house.Unit = desk, file, unitOf(t, desk, district.Head())
		p := pages.Build(env, house)(route)
		uitest.Open(p, 118, 60)
		return strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
	}
	who, err := desk.FindOne("Jasman Chaniago")
	if err != nil {
		t.Fatal(err)
	}
	profile, err := desk.Profile(who.Employee)
	if err != nil {
		t.Fatal(err)
	}
	one := nav.Evaluation{Plan: profile.Plans[0].ID, Period: period}
	if list := view(pages.House{}, nav.Evaluations{Period: period}); !strings.Contains(list, "Instrumen belum dijelaskan kepada 5 orang: Arif Susanto, S.Tr.Kes.; Jasman Chaniago") {
		t.Errorf("the list:\n%s", list)
	}
	if page := view(pages.House{}, one); !strings.Contains(page, "Instrumen UMUM belum dijelaskan kepada pegawai ini.") {
		t.Errorf("the page:\n%s", page)
	}
	quiet := pages.House{Terms: env.Terms}
	quiet.Terms.Warns = false
	for _, route := range []nav.Route{nav.Evaluations{Period: period}, one} {
		if text := view(quiet, route); strings.Contains(text, "belum dijelaskan") {
			t.Errorf("%T:\n%s", route, text)
		}
	}
}

func unitOf(t *testing.T, desk *store.Desk, head model.EmployeeID) model.UnitID {
	t.Helper()
	who, err := desk.Profile(head)
	if err != nil {
		t.Fatal(err)
	}
	return who.Posts[0].Unit
}

// What several people do not reach suggests a training, and its form begins with that
// measure.
func TestSuggestedTrainings(t *testing.T) {
	file, district := storetest.District(t, 0)
	desk := file.As(model.Owner(district.Head(), ""))
	unit := unitOf(t, desk, district.Head())
	for language, want := range map[string]string{"id": "di bawah 90 % pada paling sedikit 2 orang, TW III 2026", "en": "Below 90 % of the target in at least 2 people, Q3 2026"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			p := pages.Build(uitest.Env(t, language), pages.House{Desk: desk, File: file, Unit: unit})(nav.Suggested{})
			uitest.Open(p, size[0], size[1])
			uitest.Fits(t, p.View(), size[0], size[1])
			text := strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
			if !strings.Contains(text, want) || !strings.Contains(text, "TUNGGU 5 24 Desi Yanti") {
				t.Errorf("%s %v:\n%s", language, size, text)
			}
			var to nav.Route
			uitest.Press(p, "down")
			for _, msg := range uitest.Press(p, "a") {
				if m, ok := msg.(nav.OpenMsg); ok {
					to = m.Route
				}
			}
			if to != (nav.EditSession{Code: "TUNGGU"}) {
				t.Errorf("a leads to %+v", to)
			}
		}
	}
	form := pages.Build(uitest.Env(t, "id"), pages.House{Desk: desk, File: file, Unit: unit})(nav.EditSession{Code: "TUNGGU"})
	uitest.Open(form, 78, 20)
	if text := ansi.Strip(form.View()); !strings.Contains(text, "[pelatihan]") || !strings.Contains(text, "TUNGGU") {
		t.Errorf("the form:\n%s", text)
	}
}
