package form_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/uitest"
	"kinerja/ui/widget/form"
)

func look(t *testing.T, language string) form.Look {
	e := uitest.Env(t, language)
	return form.Look{Keys: e.Keys, Styles: e.Styles, Text: e.Text}
}

// person is a form with a field of each kind.
func person(t *testing.T, language string) *form.Form {
	l := look(t, language)
	units := []form.Option{{Value: "u1", Label: "Puskesmas Tanjung Raya", Note: "PKM-01"}, {Value: "u2", Label: "Puskesmas Bukitintan", Note: "PKM-02"}}
	for i := range 30 {
		units = append(units, form.Option{Value: fmt.Sprint("s", i), Label: fmt.Sprintf("SD Negeri %d", i+1)})
	}
	return form.New(l,
		form.Field{ID: "who", Kind: form.Head, Label: "Identitas"},
		form.Field{ID: "name", Label: "Nama", Need: true, Max: 120},
		form.Field{ID: "kind", Label: "Jenis pegawai", Kind: form.Choice, Value: "pns",
			Options: []form.Option{{Value: "pns", Label: "PNS"}, {Value: "pppk", Label: "PPPK"}, {Value: "non", Label: "non-ASN"}}},
		form.Field{ID: "nip", Label: "NIP", Hint: "18 angka", Need: true, When: func(f *form.Form) bool { return f.Value("kind") != "non" },
			Check: func(v string) string {
				if len(v) != 18 {
					return "harus 18 angka"
				}
				return ""
			}},
		form.Field{ID: "unit", Label: "Unit kerja", Kind: form.Pick, Options: units},
		form.Field{ID: "from", Label: "TMT", Kind: form.Date},
		form.Field{ID: "weight", Label: "Bobot", Kind: form.Number},
		form.Field{ID: "note", Label: "Catatan", Kind: form.Long, Max: 500},
	)
}

func press(f *form.Form, names ...string) (last form.Ask) {
	for _, name := range names {
		last = f.Press(uitest.Key(name))
	}
	return last
}

func typed(f *form.Form, text string) {
	for _, r := range text {
		f.Press(uitest.Key(string(r)))
	}
}

// A form filled in from the keyboard alone.
func TestFillingIn(t *testing.T) {
	f := person(t, "id")
	if f.Dirty() || f.Focused() != "name" {
		t.Fatalf("a new form: dirty %v, cursor on %q", f.Dirty(), f.Focused())
	}
	typed(f, "Siti")
	press(f, "enter", "right", "enter")
	typed(f, "123")
	press(f, "tab")
	typed(f, "puskesmas bukit")
	press(f, "enter")
	typed(f, "1 Juli 2026")
	press(f, "enter")
	typed(f, "12,5")
	press(f, "enter")
	typed(f, "baris satu")
	press(f, "enter")
	typed(f, "dua")
	if ask := press(f, "ctrl+s"); ask != form.Nothing || f.Focused() != "nip" || f.Faults() != 1 {
		t.Fatalf("a wrong NIP: ask %v, cursor on %q, %d faults", ask, f.Focused(), f.Faults())
	}
	press(f, "backspace", "backspace", "backspace")
	typed(f, "198703142012041003")
	if ask := press(f, "ctrl+s"); ask != form.Submit {
		t.Fatalf("all right: ask %v, %d faults\n%s", ask, f.Faults(), ansi.Strip(f.View(78, 20)))
	}
	date, err := f.Date("from")
	if err != nil || date.String() != "2026-07-01" {
		t.Errorf("date %v, %v", date, err)
	}
	number, err := f.Number("weight")
	if err != nil || number.String() != "12.5" {
		t.Errorf("number %v, %v", number, err)
	}
	for id, want := range map[string]string{"name": "Siti", "kind": "pppk", "unit": "u2", "note": "baris satu\ndua", "nobody": ""} {
		if got := f.Value(id); got != want {
			t.Errorf("%s = %q, want %q", id, got, want)
		}
	}
	if !f.Dirty() {
		t.Error("filled in, and not dirty")
	}
}

// What is not shown is not asked for, and Enter on the last field sends.
func TestHiddenFieldsAreNotChecked(t *testing.T) {
	f := person(t, "en")
	typed(f, "Siti")
	press(f, "enter")
	typed(f, "n") // non-ASN
	if f.Value("kind") != "non" || strings.Contains(f.View(78, 30), "NIP") {
		t.Fatalf("kind %q, or the NIP is still asked for", f.Value("kind"))
	}
	press(f, "enter", "enter", "enter", "enter") // kind, unit, from, weight
	if f.Focused() != "note" {
		t.Fatalf("cursor on %q", f.Focused())
	}
	if ask := press(f, "ctrl+s"); ask != form.Submit {
		t.Errorf("ask %v", ask)
	}
}

// Escape closes an open list first, then gives the form up.
func TestEscapeClosesTheInnermost(t *testing.T) {
	f := person(t, "id")
	f.Focus("unit")
	typed(f, "xyz")
	if ask := press(f, "enter"); ask != form.Nothing || f.Value("unit") != "" {
		t.Errorf("took an option that does not fit: %v %q", ask, f.Value("unit"))
	}
	if ask := press(f, "esc"); ask != form.Nothing {
		t.Errorf("with the list open: %v", ask)
	}
	if ask := press(f, "esc"); ask != form.Escape {
		t.Errorf("without: %v", ask)
	}
	f.SetValue("unit", "u1")
	if press(f, "backspace"); f.Value("unit") != "" {
		t.Error("Backspace leaves the choice")
	}
}

// Keys that mean something else in this program do not edit (UX 2.3).
func TestForeignKeysAreTheProgramsOwn(t *testing.T) {
	f := person(t, "id")
	f.Focus("note")
	typed(f, "tetap")
	for _, name := range []string{"ctrl+k", "ctrl+f", "ctrl+d", "ctrl+v", "f1", "ctrl+t"} {
		if ask := press(f, name); ask != form.Unknown || f.Value("note") != "tetap" {
			t.Errorf("%s: ask %v, text %q", name, ask, f.Value("note"))
		}
	}
}

// A line that was filled in is replaced by what is typed, as in a spreadsheet;
// an arrow, End or F2 turns to editing it. What was typed is never replaced.
func TestAFilledLineIsTakenWhole(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want string
	}{
		{"x", "x"},
		{"end x", "Sitix"},
		{"f2 x", "Sitix"},
		{"left x", "Sitxi"},
		{"home x", "xSiti"},
		{"backspace", ""},
		{"delete x", "x"},
		{"space", ""},
		{"ctrl+u", ""},
		{"end ctrl+u y", "y"},
		{"x y z", "xyz"},
		{"x tab shift+tab y", "xy"}, // typed: not replaced when entered again
		{"tab shift+tab y", "y"},    // only looked at
		{"end x tab shift+tab y", "Sitixy"},
	} {
		f := person(t, "id")
		f.SetValue("name", "Siti")
		press(f, strings.Fields(tt.keys)...)
		if got := f.Value("name"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.keys, got, tt.want)
		}
	}
	f := person(t, "id")
	f.SetValue("name", "Siti")
	k := uitest.Key("Budi Santoso")
	k.Paste = true
	if f.Press(k); f.Value("name") != "Budi Santoso" {
		t.Errorf("pasted: %q", f.Value("name"))
	}
	f = person(t, "id")
	f.Fill("name", "dari draf")
	if typed(f, "x"); f.Value("name") != "dari drafx" {
		t.Errorf("a draft was replaced: %q", f.Value("name"))
	}
	f.Focus("note")
	typed(f, "satu")
	press(f, "enter")
	typed(f, "dua")
	if press(f, "ctrl+u"); f.Value("note") != "satu" {
		t.Errorf("Ctrl+U in a longer text: %q", f.Value("note"))
	}
}

// What was typed and cannot be seen is left out; a paste of several lines into
// one line is one line.
func TestTextIsCleaned(t *testing.T) {
	f := person(t, "id")
	k := uitest.Key("Budi\tA\x07b\u202eC\nx")
	k.Paste = true
	f.Press(k)
	f.Focus("note")
	k = uitest.Key("a\tb\r\nc\u202ed\x1b[31m")
	k.Paste = true
	f.Press(k)
	if f.Value("name") != "Budi AbC x" || f.Value("note") != "a b\ncd[31m" {
		t.Errorf("name %q, note %q", f.Value("name"), f.Value("note"))
	}
}

// Every size and every language, with the cursor on every field.
func TestDrawing(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				f := person(t, language)
				f.SetValue("name", "I Gusti Ayu Made Ràtna Dèwi Lestari Kusumaningrum Sastrawidjaja Hadiningrat Prawirodirdjo 王小明 عائشة")
				var all []string
				for _, id := range []string{"name", "kind", "nip", "unit", "from", "weight", "note"} {
					f.Focus(id)
					all = append(all, f.View(size[0], size[1]))
				}
				f.Focus("unit")
				typed(f, "sd negeri")
				press(f, "down", "down")
				all = append(all, f.View(size[0], size[1]))
				f.Submit()
				all = append(all, f.View(size[0], size[1]))
				for _, view := range all {
					uitest.Fits(t, view, size[0], size[1])
				}
				uitest.Golden(t, strings.Join(all, "\n"+strings.Repeat("-", 20)+"\n"))
			})
		}
	}
}

// The cursor's field is in sight, and a click goes to the field on that line.
func TestClick(t *testing.T) {
	f := person(t, "id")
	view := strings.Split(ansi.Strip(f.View(78, 20)), "\n")
	for y, line := range view {
		if strings.Contains(line, "Bobot") {
			f.Click(y)
		}
	}
	if f.Focused() != "weight" {
		t.Errorf("cursor on %q", f.Focused())
	}
	f.Click(0) // a heading
	f.Click(99)
	if f.Focused() != "weight" {
		t.Errorf("a click on nothing moved to %q", f.Focused())
	}
}

func TestFail(t *testing.T) {
	f := person(t, "id")
	f.Fail("nip", "sudah dipakai Rina Hartati")
	if f.Focused() != "nip" || !strings.Contains(ansi.Strip(f.View(78, 20)), "! sudah dipakai Rina Hartati") {
		t.Errorf("cursor on %q\n%s", f.Focused(), ansi.Strip(f.View(78, 20)))
	}
	if typed(f, "1"); f.Faults() != 0 {
		t.Error("the message stays while the field is mended")
	}
}

// A form that is longer than its room says how much lies above and below.
func TestMoreLies(t *testing.T) {
	env := uitest.Env(t, "id")
	var fields []form.Field
	for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
		fields = append(fields, form.Field{ID: id, Label: "Isian " + id})
	}
	f := form.New(form.Look{Keys: env.Keys, Styles: env.Styles, Text: env.Text}, fields...)
	view := ansi.Strip(f.View(60, 4))
	uitest.Fits(t, view, 60, 4)
	if !strings.Contains(view, "▼ 3 baris lagi") {
		t.Errorf("what lies below is not said:\n%s", view)
	}
	if view := f.View(60, 6); strings.Contains(view, "baris lagi") {
		t.Errorf("nothing is out of sight:\n%s", view)
	}
}

// What was typed and fits nothing on the list never becomes what was chosen
// before: it stays in sight and holds the form back.
func TestAStrayWordIsNoChoice(t *testing.T) {
	for _, leave := range [][]string{{"ctrl+s"}, {"click"}} {
		f := person(t, "id")
		f.SetValue("unit", "u1")
		f.SetValue("kind", "non")
		f.SetValue("name", "Wati")
		f.Focus("unit")
		typed(f, "Pustu Entah")
		if leave[0] == "click" {
			f.View(60, 20)
			f.Click(1)
		}
		if got := press(f, "ctrl+s"); got == form.Submit {
			t.Fatalf("%v: sent with %q", leave, f.Value("unit"))
		}
		if got := ansi.Strip(f.View(60, 20)); f.Focused() != "unit" || !strings.Contains(got, `! "Pustu Entah" belum dipilih`) {
			t.Errorf("%v, on %s:\n%s", leave, f.Focused(), got)
		}
		if !f.Dirty() {
			t.Error("what was typed would be lost without a word")
		}
		press(f, "backspace")
		if got := press(f, "ctrl+s"); got != form.Submit || f.Value("unit") != "u1" {
			t.Errorf("%v: taken away, and still %v, %q", leave, got, f.Value("unit"))
		}
	}
	f := person(t, "id") // the only one that fits is meant; of two, none
	f.SetValue("kind", "non")
	f.SetValue("name", "Wati")
	f.Focus("unit")
	typed(f, "puskesmas")
	if got := press(f, "ctrl+s"); got == form.Submit {
		t.Errorf("of two that fit %q was chosen", f.Value("unit"))
	}
	press(f, "space")
	typed(f, "bukit")
	if got := press(f, "ctrl+s"); got != form.Submit || f.Value("unit") != "u2" {
		t.Errorf("%v, %q", got, f.Value("unit"))
	}
}

// Ctrl+Z brings back what typing took the place of, and goes forth again.
func TestCtrlZInAField(t *testing.T) {
	f := person(t, "id")
	f.SetValue("name", "Kepala Puskesmas")
	typed(f, "dr")
	press(f, "ctrl+z")
	if got := f.Value("name"); got != "Kepala Puskesmas" {
		t.Errorf("the position is %q", got)
	}
	press(f, "ctrl+z")
	if got := f.Value("name"); got != "dr" {
		t.Errorf("forth again: %q", got)
	}
	f.SetValue("unit", "u1")
	f.Focus("unit")
	if press(f, "backspace", "ctrl+z"); f.Value("unit") != "u1" {
		t.Errorf("the unit is %q", f.Value("unit"))
	}
	f.Focus("kind")
	if press(f, "right", "ctrl+z"); f.Value("kind") != "pns" {
		t.Errorf("the kind is %q", f.Value("kind"))
	}
}

// The sign behind a choice out of many points down: so does the key that opens
// it, and the same key goes on in it.
func TestDownOpensAList(t *testing.T) {
	f := form.New(look(t, "id"),
		form.Field{ID: "about", Label: "Tentang", Kind: form.Pick, Options: []form.Option{{Value: "p", Label: "pegawai secara umum"}, {Value: "i", Label: "IDL"}, {Value: "k", Label: "K6"}}},
		form.Field{ID: "text", Label: "Isi"},
	)
	press(f, "down")
	if got := ansi.Strip(f.View(60, 20)); f.Focused() != "about" || !strings.Contains(got, "▸ pegawai secara umum") || !strings.Contains(got, "K6") {
		t.Fatalf("on %s:\n%s", f.Focused(), got)
	}
	if got := press(f, "down", "down", "enter"); got != form.Changed || f.Value("about") != "k" || f.Focused() != "text" {
		t.Errorf("%v: %q, on %s", got, f.Value("about"), f.Focused())
	}
}

// A list that may be added to ends with a line that does so.
func TestAddingToAList(t *testing.T) {
	f := form.New(look(t, "id"),
		form.Field{ID: "who", Label: "Penilai", Kind: form.Pick, Need: true, Add: "tambah {text}", Options: []form.Option{{Value: "a", Label: "Ani"}, {Value: "b", Label: "Anita"}}},
		form.Field{ID: "new", Label: "Nama", When: func(f *form.Form) bool { return f.Added("who") != "" }},
	)
	typed(f, "ani")
	if got := ansi.Strip(f.View(60, 20)); strings.Contains(got, "tambah") {
		t.Errorf("who is there already is offered to be added:\n%s", got)
	}
	typed(f, "k  sari")
	if got := ansi.Strip(f.View(60, 20)); !strings.Contains(got, "▸ tambah anik  sari") {
		t.Errorf("nobody to be added:\n%s", got)
	}
	if got := press(f, "enter"); got != form.Changed || f.Added("who") != "anik sari" || f.Focused() != "new" {
		t.Errorf("%v, %q, on %s", got, f.Added("who"), f.Focused())
	}
	f.Focus("who")
	typed(f, "anit")
	press(f, "enter")
	if f.Added("who") != "" || f.Value("who") != "b" || f.Has("new") {
		t.Errorf("%q, %q", f.Added("who"), f.Value("who"))
	}
}
