package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/keep"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/uitest"
)

// drawer is a memory of a test, which can fail.
type drawer struct {
	all   map[string]string
	err   error
	saved model.ChangeInfo
	stamp uint64
}

func (d *drawer) Place(key string) ([]byte, error) {
	if v, ok := d.all[key]; ok {
		return []byte(v), d.err
	}
	return nil, d.err
}

func (d *drawer) SetPlace(key string, value []byte) error {
	if d.err != nil {
		return d.err
	}
	d.stamp++
	d.all[key] = string(value)
	if value == nil {
		delete(d.all, key)
	}
	return nil
}

func (d *drawer) LastSaved() (model.ChangeInfo, error) {
	if d.saved.At == 0 {
		return d.saved, model.ErrNothing
	}
	return d.saved, nil
}

// writer is a page with a text that is not saved yet.
type writer struct {
	page
	draft, text string
	back        []string
}

func (w *writer) Draft() (name, text string) { return w.draft, w.text }
func (w *writer) Redraft(text string)        { w.text, w.back = text, append(w.back, text) }
func (w *writer) Place() nav.Route           { return nav.Person{Employee: "e7"} }
func (w *writer) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	if ok && w.typing && k.Type == tea.KeyRunes {
		w.text += string(k.Runes)
		return nil
	}
	return w.page.Update(msg)
}

// keeping is a router with a memory, whose clock the test moves.
type keeping struct {
	*desk
	drawer *drawer
	clock  time.Time
}

func keepingIn(t *testing.T, m *drawer) *keeping {
	k := &keeping{desk: &desk{t: t, env: uitest.Env(t, "id")}, drawer: m, clock: uitest.Noon}
	k.env.Now = func() time.Time { return k.clock }
	k.Router = NewRouter(k.env, func(route nav.Route) nav.Screen {
		if at, ok := route.(nav.Person); ok {
			return &writer{page: page{env: k.env, name: "Person " + string(at.Employee)}, draft: "note/1"}
		}
		p := &page{env: k.env, name: strings.TrimPrefix(strings.TrimSuffix(typeName(route), "{}"), "nav.")}
		k.pages = append(k.pages, p)
		return p
	}, nav.Home{}, func() (uint64, error) { return m.stamp, nil })
	k.finder = over.NewFinder(thirtyEight())
	k.restore(m)
	for _, cmd := range []tea.Cmd{k.all(nav.Screen.Init), k.lastSaved()} { // the clock is the test's
		k.do(cmd)
	}
	k.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return k
}

func typeName(r nav.Route) string {
	raw, _ := nav.Seal(r)
	name, _, _ := strings.Cut(strings.TrimPrefix(string(raw), `{"page":"`), `"`)
	return name
}

// wait lets seconds go by, without the tick that would follow.
func (k *keeping) wait(seconds int) {
	for range seconds {
		k.clock = k.clock.Add(time.Second)
		k.do(k.rest())
		k.stamped(stampMsg{stamp: k.drawer.stamp})
		k.view = k.draw()
	}
}

func (k *keeping) writes() *writer { return k.top().(*writer) }

// Where one is is kept two seconds after the last key, and again only when it
// is another.
func TestThePlaceIsKept(t *testing.T) {
	k := keepingIn(t, &drawer{all: map[string]string{}, stamp: 1})
	k.wait(1)
	k.send(nav.OpenMsg{Route: nav.Person{Employee: "e1"}})
	k.press("down")
	if k.wait(1); len(k.drawer.all) != 0 {
		t.Errorf("kept while keys come: %q", k.drawer.all)
	}
	inits := k.pages[0].inits
	if k.wait(2); !strings.Contains(k.drawer.all["place"], `"e7"`) {
		t.Errorf("kept %q", k.drawer.all)
	}
	if k.pages[0].inits != inits {
		t.Error("keeping the place reads all pages again")
	}
	before := k.drawer.stamp
	k.press("down")
	if k.wait(5); k.drawer.stamp != before {
		t.Error("the same place is written again")
	}
	again := keepingIn(t, k.drawer)
	if len(again.stack) != 2 || again.writes().name != "Person e7" || again.stack[0].screen.(*page).inits != 1 {
		t.Errorf("comes back with %d pages, %s on top", len(again.stack), again.top().Title())
	}
}

// At the start one is told what was saved last; a key takes the sentence away.
func TestLastSavedIsSaid(t *testing.T) {
	m := &drawer{all: map[string]string{"place": `{"stack":[{"page":"Home","at":{}}]}`}}
	value, _ := model.ParseNumber("92", model.DecimalComma)
	m.saved = model.ChangeInfo{At: uitest.Noon.Add(-time.Minute).UnixNano(), Verb: model.VerbEnter, What: "Citra Dewi", Detail: "IDL", Measure: "m", After: model.Some(value), Count: 1}
	k := keepingIn(t, m)
	k.sees("Terakhir tersimpan 14.02: IDL Citra Dewi 92")
	k.press("right")
	if strings.Contains(k.View(), "Terakhir") {
		t.Error("the sentence outlives the next key")
	}
	k.sees("semua tersimpan 14.02")
	m.saved.Measure, m.saved.At = "", uitest.Noon.AddDate(0, 0, -3).UnixNano()
	keepingIn(t, m).sees("Terakhir tersimpan 2 Oktober 2026 14.03: Citra Dewi · ")
	m.all = map[string]string{} // never left before
	if k := keepingIn(t, m); strings.Contains(k.View(), "Terakhir") {
		t.Error("it is said to somebody who comes for the first time")
	}
	m.all["place"], m.err = "x", model.ErrBusy
	keepingIn(t, m).sees(uitest.Env(t, "id").Text.Error(model.ErrBusy)[:20])
}

// A long note is kept while it is being typed, comes back, and is forgotten
// when it is saved.
func TestDrafts(t *testing.T) {
	m := &drawer{all: map[string]string{}, stamp: 1}
	k := keepingIn(t, m)
	k.send(nav.OpenMsg{Route: nav.Person{Employee: "e1"}})
	k.writes().typing = true
	k.send(runes("IDL turun karena stok"))
	k.wait(3)
	if m.all["draft/note/1"] != "IDL turun karena stok" {
		t.Fatalf("kept %q", m.all)
	}
	k = keepingIn(t, m) // the power went
	if got := k.writes().text; got != "IDL turun karena stok" {
		t.Errorf("comes back as %q", got)
	}
	k.sees("Naskah yang belum disimpan dikembalikan.")
	k.writes().text = "" // saved
	k.send(nav.ChangedMsg{})
	k.wait(1)
	if _, ok := m.all["draft/note/1"]; ok {
		t.Errorf("not forgotten: %q", m.all)
	}
	if k = keepingIn(t, m); len(k.writes().back) != 0 {
		t.Errorf("comes back: %q", k.writes().back)
	}
}

// A draft outlives leaving its page, and another name forgets it.
func TestDraftsAndTheirNames(t *testing.T) {
	m := &drawer{all: map[string]string{}, stamp: 1}
	k := keepingIn(t, m)
	open := nav.OpenMsg{Route: nav.Person{Employee: "e1"}}
	k.send(open)
	k.writes().typing = true
	k.send(runes("stok"))
	k.writes().typing = false
	k.press("esc")
	if len(k.stack) != 1 || m.all["draft/note/1"] != "stok" {
		t.Fatalf("left with %q", m.all)
	}
	k.send(open)
	if got := k.writes().text; got != "stok" {
		t.Errorf("comes back as %q", got)
	}
	k.writes().draft, k.writes().text = "note/2", "" // given up; another is begun
	k.send(answer("x"))
	k.press("down")
	k.wait(3)
	if len(m.all) != 1 {
		t.Errorf("kept %q", m.all)
	}
}

// What was typed before the draft came is not replaced without a question.
func TestADraftThatComesLate(t *testing.T) {
	for _, yes := range []bool{true, false} {
		k := keepingIn(t, &drawer{all: map[string]string{}})
		k.send(nav.OpenMsg{Route: nav.Person{Employee: "e1"}})
		k.writes().text = "baru"
		k.send(draftMsg{screen: k.top(), read: keep.Read{Name: "note/1", Text: "lama"}})
		k.sees("Ada naskah yang belum disimpan di sini.")
		want := "baru"
		if yes {
			k.press("y")
			want = "lama"
		} else {
			k.press("n")
		}
		if got := k.writes().text; got != want {
			t.Errorf("answered %v: %q", yes, got)
		}
		k.send(draftMsg{screen: k.top(), read: keep.Read{Name: "note/9", Text: "fremd"}})
		k.send(draftMsg{screen: &page{}, read: keep.Read{Name: "note/1", Text: "fremd"}})
		if got := k.writes().text; got != want || k.over != nil {
			t.Errorf("a stranger's draft: %q, over the page %v", got, k.over)
		}
	}
}

// A draft that could not be kept is said, and asked about at the end.
func TestWhatIsNotKeptIsSaid(t *testing.T) {
	m := &drawer{all: map[string]string{}, stamp: 1}
	k := keepingIn(t, m)
	k.send(nav.OpenMsg{Route: nav.Person{Employee: "e1"}})
	k.writes().text = "stok"
	k.press("down")
	m.err = model.ErrFull
	k.wait(3)
	k.sees("Belum tersimpan: naskah. Penyimpanan penuh")
	k.press("ctrl+s")
	k.sees("Belum tersimpan: naskah.")
	k.press("q")
	k.sees("Belum tersimpan: naskah. Keluar juga?")
	k.press("n")
	if err := k.finish(); !errors.Is(err, model.ErrFull) {
		t.Errorf("ends with %v", err)
	}
	m.err = nil
	k.wait(3)
	if m.all["draft/note/1"] != "stok" || strings.Contains(k.View(), "Belum tersimpan") {
		t.Errorf("kept %q, screen:\n%s", m.all, k.View())
	}
	if err := k.finish(); err != nil {
		t.Errorf("ends with %v", err)
	}
}

// The first run is no place to come back to, and the end keeps the place.
func TestTheEndKeepsThePlace(t *testing.T) {
	m := &drawer{all: map[string]string{}}
	k := keepingIn(t, m)
	k.send(nav.OpenMsg{Route: nav.Welcome{}})
	if err := k.finish(); err != nil || len(m.all) != 0 {
		t.Errorf("kept %q, %v", m.all, err)
	}
	k.send(nav.BackMsg{})
	if err := k.finish(); err != nil || !strings.Contains(m.all["place"], "Home") {
		t.Errorf("kept %q, %v", m.all, err)
	}
}
