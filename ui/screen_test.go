package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/saving"
	"kinerja/ui/screen/staff"
	"kinerja/ui/uitest"
)

// centre is a health centre's list of staff in memory.
type centre struct{ rows []model.StaffRow }

func (c centre) Len() int                       { return len(c.rows) }
func (c centre) Row(i int) model.StaffRow       { return c.rows[i] }
func (c centre) Staff(bool) (staff.List, error) { return c, nil }
func (c centre) Periods() ([]model.Period, error) {
	return []model.Period{model.PeriodAt(model.Quarter, 20260930)}, nil
}

// Directory finds those in whose name or position the query stands.
func (c centre) Directory() (over.Directory, error) { return c, nil }

func (c centre) Find(query string, most int) (hits []int, more bool) {
	for i, r := range c.rows {
		if strings.Contains(strings.ToLower(r.Name+" "+r.Position+" "+string(r.Number)), strings.ToLower(query)) {
			hits = append(hits, i)
		}
	}
	return hits[:min(len(hits), most)], len(hits) > most
}

func (c centre) Unit(int) string { return "Puskesmas Tanjung Raya" }

func (c centre) Of(id model.EmployeeID) (int, bool) {
	i := slices.IndexFunc(c.rows, func(r model.StaffRow) bool { return r.Employee == id })
	return i, i >= 0
}

// LastRated leaves out the fifth of each five, and gives the fourth no rating.
func (c centre) LastRated(ids []model.EmployeeID) (map[model.EmployeeID]model.Standing, error) {
	all := map[model.EmployeeID]model.Standing{}
	for _, id := range ids {
		i, _ := c.Of(id)
		e := model.Evaluation{Predicate: model.Good, State: []model.EvaluationState{model.Final, model.Shared, model.Rated, model.EvaluationDraft}[i%4]}
		if i%5 != 4 {
			all[id] = model.Standing{Employee: id, Period: model.PeriodAt(model.Quarter, 20260630), Evaluation: e}
		}
	}
	return all, nil
}

func (c centre) Units() (model.Units, error) {
	return model.Units{"tr": {ID: "tr", Name: "Puskesmas Tanjung Raya"}}, nil
}

func (c centre) Latest(ids []model.EmployeeID, p model.Period) (map[model.EmployeeID]model.Standing, error) {
	all := map[model.EmployeeID]model.Standing{}
	for i, id := range ids {
		if i%3 != 2 {
			all[id] = model.Standing{Employee: id, Period: p, Evaluation: model.Evaluation{
				Predicate: model.Predicate(3 + i%3), State: []model.EvaluationState{model.Rated, model.Shared, model.Final}[i%3],
			}}
		}
	}
	return all, nil
}

func thirtyEight() centre {
	var c centre
	names := []string{"Ani Lestari, A.Md.Keb.", "Budi Santoso, S.Kep., Ns.", "Citra Dewi, A.Md.Keb.", "Dedi Kurniawan", "dr. Gilang Ramadhan"}
	positions := []string{"Bidan Terampil", "Perawat Ahli Pertama", "Bidan Mahir", "Tenaga Administrasi", "Dokter Ahli Muda"}
	for i := range 38 {
		c.rows = append(c.rows, model.StaffRow{
			Employee: model.EmployeeID(fmt.Sprint("e", i)), Name: names[i%5], Position: positions[i%5], Unit: "tr",
			Number: model.NIP(fmt.Sprintf("1987031420120410%02d", i+1)),
		})
	}
	return c
}

// The whole screen: frame and page, as a person sees it.
func TestGolden(t *testing.T) {
	for _, tt := range []struct {
		name          string
		width, height int
		keys          string
		then          tea.Msg
	}{
		{"staff", 80, 24, "down down", nil},
		{"staff", 120, 36, "down down", nil},
		{"filter", 80, 24, "l b i d a n", nil},
		{"help", 80, 24, "?", nil},
		{"help", 120, 36, "?", nil},
		{"pages", 80, 24, "g down", nil},
		{"pages", 120, 36, "g down", nil},
		{"palette", 80, 24, ": down", nil},
		{"palette", 120, 36, ": down", nil},
		{"palette", 60, 15, ": pgdown", nil},
		{"palette-filter", 80, 24, ": r u space u", nil},
		{"palette-typing", 80, 24, "l ctrl+k", nil},
		{"palette-none", 80, 24, ": z z", nil},
		{"lookup", 80, 24, "/", nil},
		{"lookup-hits", 80, 24, "/ b i d a n down down", nil},
		{"lookup-hits", 120, 36, "/ b i d a n down down", nil},
		{"lookup-hits", 60, 15, "/ b i d a n down down", nil},
		{"lookup-none", 80, 24, "/ z z", nil},
		{"lookup-none", 120, 36, "/ z z", nil},
		{"write", 80, 24, "l b i d a n enter w", nil},
		{"write", 60, 15, "w", nil},
		{"write-unwritten", 80, 24, "w enter", nil},
		{"quit", 80, 24, "q", nil},
		{"saved", 80, 24, "", nav.ChangedMsg{}},
		{"failed", 80, 24, "", nav.FailMsg{Err: &model.BusyError{Holder: "kinerja import", PID: 4711, Verb: "import", Progress: "12000/100000"}}},
		{"small", 50, 12, "", nil},
		{"tiny", 20, 5, "", nil},
	} {
		for _, language := range []string{"id", "en"} {
			t.Run(fmt.Sprintf("%s-%dx%d-%s", tt.name, tt.width, tt.height, language), func(t *testing.T) {
				env := uitest.Env(t, language)
				d := &desk{t: t, env: env}
				d.Router = NewRouter(env, func(nav.Route) nav.Screen { return staff.New(env, thirtyEight(), nav.Staff{}) }, nav.Staff{}, nil)
				d.finder, d.shelf = over.NewFinder(thirtyEight()), saving.New("/home/sari", "/home/sari/nowhere/Documents", "")
				if strings.HasPrefix(tt.name, "palette") {
					d.places = d.places[:2] // the list of pages has goldens of its own
				}
				d.do(d.Init())
				d.send(tea.WindowSizeMsg{Width: tt.width, Height: tt.height})
				d.press(strings.Fields(tt.keys)...)
				if tt.then != nil {
					d.send(tt.then)
				}
				uitest.Fits(t, d.View(), tt.width, tt.height)
				uitest.Golden(t, d.View())
			})
		}
	}
}

// Idle costs nothing: what does not change draws the same screen.
func TestIdleDrawsTheSame(t *testing.T) {
	d := run(t, 80, 24)
	before := d.View()
	for range 3 {
		d.send(stampMsg{stamp: 5})
	}
	if d.View() != before {
		t.Error("the clock changes the screen")
	}
}
