package over_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

// office is a directory in memory, in the order of names.
type office struct {
	names  []string
	stands map[string]model.Standing
	reads  int
	asked  [][]model.EmployeeID
	err    error
}

func (o *office) Directory() (over.Directory, error) { o.reads++; return o, o.err }

func (o *office) Find(query string, most int) (hits []int, more bool) {
	for i, n := range o.names {
		if strings.Contains(strings.ToLower(n), strings.ToLower(query)) {
			hits = append(hits, i)
		}
	}
	return hits[:min(len(hits), most)], len(hits) > most
}

func (o *office) Row(i int) model.StaffRow {
	return model.StaffRow{Employee: model.EmployeeID(o.names[i]), Name: o.names[i], Position: "Bidan Terampil"}
}
func (o *office) Unit(int) string { return "Puskesmas Tanjung Raya" }
func (o *office) Of(id model.EmployeeID) (int, bool) {
	i := slices.Index(o.names, string(id))
	return i, i >= 0
}

func (o *office) LastRated(ids []model.EmployeeID) (map[model.EmployeeID]model.Standing, error) {
	o.asked = append(o.asked, ids)
	all := map[model.EmployeeID]model.Standing{}
	for _, id := range ids {
		if s, ok := o.stands[string(id)]; ok {
			all[id] = s
		}
	}
	return all, o.err
}

func q(n int) model.Period { return model.PeriodAt(model.Quarter, model.Date(20260101+(n-1)*300)) }

func few() *office {
	return &office{
		names: []string{"Ani Lestari", "Rina Hartati", "Rina Wati", "Siti Aminah"},
		stands: map[string]model.Standing{
			"Rina Hartati": {Period: q(2), Evaluation: model.Evaluation{State: model.Final, Predicate: model.Good}},
			"Siti Aminah":  {Period: q(3), Evaluation: model.Evaluation{State: model.Rated, Predicate: model.VeryGood}},
		},
	}
}

// desk runs what an overlay asks for, when it is told to.
type desk struct {
	t      *testing.T
	o      over.Overlay
	todo   []tea.Cmd
	opened []nav.Route
	closed bool
	said   []string
}

func lookup(t *testing.T, f *over.Finder) *desk { return lookupFrom(t, f, 0) }

func lookupFrom(t *testing.T, f *over.Finder, from model.Period) *desk {
	l, cmd := over.NewLookup(uitest.Env(t, "id"), f, from)
	d := &desk{t: t, o: l, todo: []tea.Cmd{cmd}}
	d.o.Body(78, 20)
	return d
}

func (d *desk) take(done over.Done) {
	d.closed = d.closed || done.Close
	d.todo = append(d.todo, done.Cmd)
}

// run runs n commands, or all there are and come.
func (d *desk) run(n int) {
	for ; n != 0 && len(d.todo) > 0; n-- {
		cmd := d.todo[0]
		d.todo = d.todo[1:]
		if cmd == nil {
			continue
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			d.todo = append(d.todo, msg...)
		case nav.OpenMsg:
			d.opened = append(d.opened, msg.Route)
		case nav.SaidMsg:
			d.said = append(d.said, msg.Text)
		case nil:
		default:
			d.take(d.o.(over.Taker).Take(msg))
		}
		d.o.Body(78, 20)
	}
}

func (d *desk) press(k tea.KeyMsg) { d.take(d.o.Press(k)) }
func (d *desk) types(s string)     { d.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)}) }
func (d *desk) key(names ...string) {
	for _, n := range names {
		d.press(uitest.Key(n))
	}
}

func (d *desk) sees(text string) {
	d.t.Helper()
	body, _ := d.o.Body(78, 20)
	if got := ansi.Strip(body + "\n" + d.o.Line()); !strings.Contains(got, text) {
		d.t.Errorf("no %q in\n%s", text, got)
	}
}

func (d *desk) opens(want ...nav.Route) {
	d.t.Helper()
	if !slices.Equal(d.opened, want) || d.closed != (len(want) > 0) {
		d.t.Errorf("opened %v, closed %v, want %v", d.opened, d.closed, want)
	}
}

// Somebody shown in another period than the one that one worked in: it is said, with
// the way back; in the same one, or from a page of none, nothing is said.
func TestLookupSaysThatThePeriodIsAnother(t *testing.T) {
	for from, want := range map[model.Period]int{q(3): 1, q(2): 0, 0: 0} {
		d := lookupFrom(t, over.NewFinder(few()), from)
		d.types("rina h")
		d.run(-1)
		d.key("enter")
		d.run(-1)
		d.opens(nav.Person{Employee: "Rina Hartati", Period: q(2)})
		if len(d.said) != want || want == 1 && d.said[0] != "Periode TW II 2026: yang terakhir dinilai; tadi TW III 2026. t memilih periode, Esc kembali ke TW III 2026." {
			t.Errorf("from %v is said %q", from, d.said)
		}
	}
}

// The phone question: the second line says what may be said, Enter opens the
// period that it names.
func TestLookupOpensThePeriodItNames(t *testing.T) {
	d := lookup(t, over.NewFinder(few()))
	d.types("rina")
	d.run(-1)
	d.sees("Rina Hartati · Bidan Terampil · Puskesmas Tanjung Raya")
	d.sees("TW II 2026 · final · Baik")
	d.sees("belum ada realisasi")
	d.sees("2 orang")
	d.key("enter")
	d.run(-1)
	d.opens(nav.Person{Employee: "Rina Hartati", Period: q(2)})

	d = lookup(t, over.NewFinder(few()))
	d.types("siti")
	d.run(-1)
	d.sees("TW III 2026 · BELUM DISAMPAIKAN, jangan dibacakan")
	if body, _ := d.o.Body(78, 20); strings.Contains(body, "Sangat baik") {
		t.Error("a rating that was not shared can be read")
	}
}

// Name or number and Enter in one read, before anything was found: who is the
// only one is opened, and of several none that nobody has seen.
func TestEnterBeforeTheAnswer(t *testing.T) {
	d := lookup(t, over.NewFinder(few()))
	d.types("hartati")
	d.key("enter")
	d.opens()
	d.run(-1)
	d.opens(nav.Person{Employee: "Rina Hartati", Period: q(2)})

	d = lookup(t, over.NewFinder(few()))
	d.types("rina")
	d.key("enter")
	d.run(-1)
	d.opens()
	d.key("down", "enter")
	d.run(-1)
	d.opens(nav.Person{Employee: "Rina Wati"})

	d = lookup(t, over.NewFinder(few()))
	d.types("zz")
	d.key("enter")
	d.run(-1)
	d.sees(`Tidak ada pegawai yang cocok dengan "zz".`)
	d.key("enter", "down", "enter")
	d.run(-1)
	d.opens()
}

// Whom one sees is opened in the right period also when Enter comes before it
// is known, and an Enter is forgotten with the next key.
func TestEnterBeforeTheStanding(t *testing.T) {
	ready := func() *desk {
		d := lookup(t, over.NewFinder(few()))
		d.run(-1)
		d.types("rina")
		d.run(1) // found; the standings are being asked for
		d.sees("Rina Wati")
		d.key("enter")
		d.opens()
		return d
	}
	d := ready()
	d.run(-1)
	d.opens(nav.Person{Employee: "Rina Hartati", Period: q(2)})
	d = ready()
	d.key("down")
	d.run(-1)
	d.opens()
}

// Only the answer to the newest query is shown, whichever comes last.
func TestLateSearchesAreNotShown(t *testing.T) {
	d := lookup(t, over.NewFinder(few()))
	d.run(-1)
	d.types("ani")
	first := d.todo
	d.todo = nil
	d.key("backspace", "backspace", "backspace")
	d.types("siti")
	d.run(-1)
	d.todo = first
	d.run(-1)
	d.sees("Siti Aminah")
	if body, _ := d.o.Body(78, 20); strings.Contains(body, "Ani") {
		t.Error("a late answer is shown")
	}
}

// With nothing typed those looked up last are shown; the directory is read once
// and again only when the file changed.
func TestRecentAndReading(t *testing.T) {
	o := few()
	f := over.NewFinder(o)
	d := lookup(t, f)
	d.run(-1)
	d.sees("Ketik nama")
	for _, name := range []string{"siti", "ani", "siti"} {
		d = lookup(t, f)
		d.types(name)
		d.run(-1)
		d.key("enter")
		d.run(-1)
	}
	if got := fmt.Sprint(f.Recent()); got != "[Siti Aminah Ani Lestari]" || o.reads != 1 {
		t.Errorf("recent %s after %d readings", got, o.reads)
	}
	f.Changed()
	o.names = o.names[:3] // Siti left
	d = lookup(t, f)
	d.run(-1)
	d.sees("yang terakhir dicari")
	d.key("enter")
	d.run(-1)
	d.opens(nav.Person{Employee: "Ani Lestari"})
	if o.reads != 2 {
		t.Errorf("%d readings after a change", o.reads)
	}
	var ids []model.EmployeeID
	for i := range 12 {
		ids = append(ids, model.EmployeeID(fmt.Sprint(i)))
	}
	if f.Remember(ids...); len(f.Recent()) != 10 || f.Recent()[0] != "0" {
		t.Errorf("recent %v", f.Recent())
	}
}

// An answer that comes when the lookup is closed already is not asked for again.
func TestTheFinderTakesALateDirectory(t *testing.T) {
	o := few()
	f := over.NewFinder(o)
	_, cmd := over.NewLookup(uitest.Env(t, "id"), f, 0)
	if !f.Take(cmd()) {
		t.Error("the finder does not take its directory")
	}
	lookup(t, f).run(-1)
	if o.reads != 1 {
		t.Errorf("read %d times", o.reads)
	}
}

func TestLookupSaysWhatFailed(t *testing.T) {
	o := few()
	o.err = model.ErrBusy
	f := over.NewFinder(o)
	d := lookup(t, f)
	d.types("rina")
	d.key("enter")
	d.run(-1)
	d.sees(uitest.Env(t, "id").Text.Error(model.ErrBusy))
	d.opens()
	o.err = nil
	d = lookup(t, f) // tries again
	d.types("hartati")
	d.run(-1)
	d.sees("TW II 2026")
	// A standing that cannot be read does not keep one from the person.
	o.err = errors.New("gone")
	d = lookup(t, f)
	d.types("wati")
	d.run(-1)
	d.key("enter")
	d.run(-1)
	d.opens(nav.Person{Employee: "Rina Wati"})
}

// Only those on screen are asked about, and more when one scrolls.
func TestStandingsOfThoseOnScreen(t *testing.T) {
	o := &office{}
	for i := range 150 {
		o.names = append(o.names, fmt.Sprintf("Pegawai %03d", i))
	}
	d := lookup(t, over.NewFinder(o))
	d.types("pegawai")
	d.run(-1)
	d.sees("lebih dari 100 orang")
	d.key("pgdown")
	d.run(-1)
	d.sees("Pegawai 009")
	n := 0
	for _, ids := range o.asked {
		n += len(ids)
	}
	if n > 20 || n < 10 {
		t.Errorf("asked about %d people with 9 on screen", n)
	}
	if done := d.o.(over.Clicker).Click(2); done.Close {
		d.take(done)
	}
	d.run(-1)
	if len(d.opened) != 1 {
		t.Errorf("a click opens %v", d.opened)
	}
}

func TestEveryOverlayFits(t *testing.T) {
	o := few()
	o.names[1] = strings.Repeat("Raden Ajeng ", 20) + "\x1b[31m\u202e漢字"
	env := uitest.Env(t, "en")
	d := lookup(t, over.NewFinder(o))
	d.types("a")
	d.run(-1)
	items := make([]over.Item, 40)
	for i := range items {
		items[i] = over.Item{Group: fmt.Sprint("group ", i/7), Name: strings.Repeat("long ", i), Key: "Shift+Tab", Why: strings.Repeat("why ", i%3)}
	}
	for _, o := range []over.Overlay{
		d.o, over.NewPalette(env, items), over.NewPlaces(env, []over.Place{{Digit: '1', Name: "Home"}, {Digit: '0', Name: "Settings"}}, nil),
		over.NewHelp(env, "Staff", nil, nil), over.Ask(env, "Sure?", nil),
	} {
		for _, size := range [][2]int{{118, 32}, {78, 20}, {58, 11}, {20, 3}, {1, 1}, {78, 20}} {
			body, _ := o.Body(size[0], size[1])
			if size[0] >= 58 {
				uitest.Fits(t, body, size[0], size[1])
			}
			for range 15 {
				o.Press(uitest.Key("down"))
			}
			o.Press(uitest.Key("pgup"))
		}
	}
}
