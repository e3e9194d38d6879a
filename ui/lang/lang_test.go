package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/action"
	"kinerja/model/nip"
	"kinerja/model/rules"
)

func read(t *testing.T, code string) *Texts {
	t.Helper()
	texts, err := Read(code)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func TestReadRefusesOtherLanguages(t *testing.T) {
	for _, code := range []string{"", "fr", "ID", "../id"} {
		if _, err := Read(code); !errors.Is(err, ErrLanguage) {
			t.Errorf("Read(%q): %v", code, err)
		}
	}
}

var placeholder = regexp.MustCompile(`\{[A-Za-z]+\}`)

// all returns every text with the path to it.
func all(t *testing.T, code string) map[string]string {
	list := map[string]string{}
	err := eachSection(read(t, code), func(name string, v reflect.Value) error {
		return eachText(name, v, func(path, text string) error {
			list[path] = text
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// The two languages are complete and equal.
func TestLanguagesSayTheSame(t *testing.T) {
	id, en := all(t, "id"), all(t, "en")
	for path, text := range id {
		other, ok := en[path]
		if !ok {
			t.Errorf("%s is missing in English", path)
			continue
		}
		a, b := placeholder.FindAllString(text, -1), placeholder.FindAllString(other, -1)
		sort.Strings(a)
		sort.Strings(b)
		if a, b = slices.Compact(a), slices.Compact(b); !slices.Equal(a, b) {
			t.Errorf("%s: placeholders %v in Indonesian, %v in English", path, a, b)
		}
	}
	for path := range en {
		if _, ok := id[path]; !ok {
			t.Errorf("%s is missing in Indonesian", path)
		}
	}
}

func TestSilenceAndStrangersAreErrors(t *testing.T) {
	var s struct{ Title, Other string }
	s.Title = "x"
	if err := silent("s", reflect.ValueOf(s)); err == nil || !strings.Contains(err.Error(), "Other") {
		t.Errorf("an empty text: %v", err)
	}
	// Every file of the catalogue belongs to a section.
	sections := map[string]bool{}
	_ = eachSection(&Texts{}, func(name string, _ reflect.Value) error { sections[name] = true; return nil })
	for _, code := range Languages() {
		files, err := fs.ReadDir(catalogues, code)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !sections[strings.TrimSuffix(f.Name(), ".toml")] {
				t.Errorf("%s/%s belongs to no section", code, f.Name())
			}
		}
	}
}

// A text that no code asks for is dead. Fields are looked for by name as
// selectors in the product's files.
func TestNothingIsUnused(t *testing.T) {
	used := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range regexp.MustCompile(`\.([A-Z]\w*)`).FindAllSubmatch(raw, -1) {
			used[string(m[1])] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for path := range all(t, "id") {
		for _, part := range strings.Split(path, ".")[1:] {
			name, _, _ := strings.Cut(part, "[")
			if name != "" && name[0] >= 'A' && name[0] <= 'Z' && !used[name] {
				t.Errorf("%s: nobody asks for %s", path, name)
			}
		}
	}
}

// What is undone is called what it is; of things of several kinds the number is said.
func TestUndoNamesWhatItTakesBack(t *testing.T) {
	change := model.ChangeInfo{Verb: model.VerbEnter, Count: 8, Kind: model.KindCard}
	for code, want := range map[string][2]string{
		"id": {"Urungkan memasukkan realisasi · 8 realisasi?", "Urungkan memasukkan realisasi · 8 data?"},
		"en": {"Undo entered results · 8 scorecards?", "Undo entered results · 8 records?"},
	} {
		texts, mixed := read(t, code), change
		mixed.Kind = ""
		if got := texts.AskRecall(change, false); got != want[0] {
			t.Errorf("%s: %q, want %q", code, got, want[0])
		}
		if got := texts.AskRecall(mixed, false); got != want[1] {
			t.Errorf("%s: %q, want %q", code, got, want[1])
		}
		for k := range texts.Common.Kinds {
			if _, ok := texts.Recall.Each[k]; !ok && k != string(model.KindChange) {
				t.Errorf("%s: there is no word for several of the kind %s", code, k)
			}
		}
	}
}

func TestEveryEnumerationHasItsWords(t *testing.T) {
	for _, code := range Languages() {
		texts := read(t, code)
		for _, v := range access.Verbs() {
			if texts.Verb(v) == string(v) {
				t.Errorf("%s: verb %s has no words", code, v)
			}
		}
		for _, k := range []model.Kind{
			model.KindUnit, model.KindEmployee, model.KindPost, model.KindInstrument, model.KindPlan,
			model.KindCard, model.KindEvaluation, model.KindChange,
		} {
			if _, ok := texts.Common.Kinds[string(k)]; !ok {
				t.Errorf("%s: kind %s has no words", code, k)
			}
		}
	}
	id := read(t, "id")
	for got, want := range map[string]string{
		id.Rating(model.Meets):                               "sesuai ekspektasi",
		id.RatingShort(model.Above):                          "di atas",
		id.Predicate(model.Poor):                             "Kurang/misconduct",
		id.State(model.Rated):                                "sudah dinilai, belum disampaikan",
		id.StateShort(model.Final):                           "final",
		id.PlanState(model.PlanAgreed):                       "disepakati",
		id.Direction(model.Zero):                             "nol paling baik",
		id.Aspect(model.Cost):                                "biaya",
		id.Aggregate(model.Ratio):                            "rasio",
		id.UnitKind(model.UnitSchool):                        "sekolah",
		id.EmployeeKind(model.NonASN):                        "non-ASN",
		id.PostKind(model.PostExecutive):                     "JPT",
		id.Role(model.RoleSuperior):                          "Atasan penilai",
		id.Kind(model.KindPlan):                              "SKP",
		id.Verb(model.VerbEnter):                             "memasukkan realisasi",
		id.Verb("of.a.newer.version"):                        "of.a.newer.version",
		id.Rating(99):                                        "di atas ekspektasi",
		Fill("{a} {b} {a}", "a", "{b}", "b", 2026):           "{b} 2026 {b}",
		Fill("none {x}"):                                     "none {x}",
		id.Plural(id.Common.People, 1204):                    "1.204 orang",
		read(t, "en").Plural(read(t, "en").Common.People, 1): "1 person",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	id, en := read(t, "id"), read(t, "en")
	for _, tt := range []struct{ n, id, en, fixedID, fixedEN string }{
		{"0", "0", "0", "0,00", "0.00"},
		{"94.5", "94,5", "94.5", "94,50", "94.50"},
		{"1234.5", "1.234,5", "1,234.5", "1.234,50", "1,234.50"},
		{"-1234567.125", "-1.234.567,125", "-1,234,567.125", "-1.234.567,13", "-1,234,567.13"},
		{"-999", "-999", "-999", "-999,00", "-999.00"},
		{"109.996", "109,996", "109.996", "110,00", "110.00"},
		{"900000000000000", "900.000.000.000.000", "900,000,000,000,000", "900.000.000.000.000,00", "900,000,000,000,000.00"},
	} {
		n := model.MustNumber(tt.n)
		if id.Number(n) != tt.id || en.Number(n) != tt.en {
			t.Errorf("Number(%s) = %q, %q, want %q, %q", tt.n, id.Number(n), en.Number(n), tt.id, tt.en)
		}
		if id.Fixed(n) != tt.fixedID || en.Fixed(n) != tt.fixedEN {
			t.Errorf("Fixed(%s) = %q, %q, want %q, %q", tt.n, id.Fixed(n), en.Fixed(n), tt.fixedID, tt.fixedEN)
		}
		for _, texts := range []*Texts{id, en} {
			for _, s := range []string{texts.Number(n), texts.Typed(n)} {
				if back, err := model.ParseNumber(s, texts.Decimal()); err != nil || back != n {
					t.Errorf("%s: %q reads back as %v, %v", texts.Code, s, back, err)
				}
			}
		}
	}
	if got := id.Amount(model.Amount{}) + id.FixedAmount(model.Amount{}); got != None+None {
		t.Errorf("no value prints %q", got)
	}
	if got := id.FixedAmount(model.Some(model.Int(3))); got != "3,00" {
		t.Errorf("FixedAmount = %q", got)
	}
}

func TestDatesAndPeriods(t *testing.T) {
	id, en := read(t, "id"), read(t, "en")
	day, err := model.ParseDate("2026-10-24")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 7, 14, 3, 0, 0, time.UTC)
	for _, tt := range []struct{ got, want string }{
		{id.Date(day), "24 Oktober 2026"}, {en.Date(day), "24 October 2026"}, {id.Date(0), None},
		{id.Clock(at), "14.03"}, {en.Clock(at), "14:03"}, {id.Time(at), "7 Maret 2026 14.03"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
	for s, want := range map[string][2]string{
		"2026-Q3": {"TW III 2026", "Q3 2026"}, "2026-07": {"Juli 2026", "July 2026"},
		"2026-S1": {"Semester I 2026", "S1 2026"}, "2026": {"2026", "2026"},
	} {
		p, err := model.ParsePeriod(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{id.Period(p), en.Period(p)}; got != want {
			t.Errorf("Period(%s) = %q, want %q", s, got, want)
		}
		for _, written := range []string{id.Period(p), en.Period(p)} {
			if back, err := model.ParsePeriod(written); p.Kind() != model.Month && (err != nil || back != p) {
				t.Errorf("%q reads back as %v, %v", written, back, err)
			}
		}
	}
	if id.Period(0) != None {
		t.Errorf("no period prints %q", id.Period(0))
	}
}

func TestInert(t *testing.T) {
	for s, want := range map[string]string{
		"Siti Aminah, S.Kep.":          "Siti Aminah, S.Kep.",
		"naïve ☕ 漢字 e\u0301 عربي":      "naïve ☕ 漢字 e\u0301 عربي",
		"a\x1b[31mb":                   "a�[31mb",
		"a\u009bb\x07\b\r\n\t\x00\x7f": "a�b�������",
		"nip\u202e123":                 "nip�123",
		"bad\xff":                      "bad�",
	} {
		if got := Inert(s); got != want {
			t.Errorf("Inert(%q) = %q, want %q", s, got, want)
		}
	}
}

// errorf wraps as the layers below do.
func errorf(err error) error { return fmt.Errorf("desk: %w", err) }

func TestErrorsAreSentences(t *testing.T) {
	id := read(t, "id")
	for _, tt := range []struct {
		err  error
		want []string
	}{
		{model.ErrNotFound, []string{"Tidak ditemukan"}},
		{&model.FieldError{Field: "nip", Value: "12\x1b", Err: nip.ErrLength}, []string{"NIP", "12�", "18 angka"}},
		{&model.FieldError{Field: "nama", Err: model.ErrMissing}, []string{"nama: belum diisi"}},
		{&model.AmbiguousError{Query: "siti", Candidates: make([]model.Candidate, 3)}, []string{"siti", "3"}},
		{&model.StateError{State: model.EvaluationDraft, Step: model.Shared, Needs: model.Rated}, []string{"belum dinilai", "sudah disampaikan"}},
		{&model.BusyError{Holder: "kinerja dr. Sari", PID: 2026, Verb: "import", Progress: "12/100"}, []string{"dr. Sari (2026)", "dari berkas", "12/100"}},
		{&model.BusyError{}, []string{"sedang dipakai. "}},
		{&model.DamageError{Where: "cards", What: "checksum"}, []string{"cards", "restore"}},
		{model.ErrBadNumber, []string{"bukan angka"}},
		{model.ErrBadPeriod, []string{"2026-Q3"}},
		{&fs.PathError{Op: "open", Path: "staf.csv", Err: fs.ErrNotExist}, []string{"staf.csv tidak ada"}},
		{fs.ErrPermission, []string{"tidak mengizinkan"}},
		{errors.New("index out of range"), []string{"Terjadi kesalahan pada program"}},
	} {
		got := id.Error(errorf(tt.err))
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("Error(%v) = %q, without %q", tt.err, got, want)
			}
		}
		if strings.Contains(got, "desk:") || strings.Contains(got, "{") || !strings.HasSuffix(got, ".") {
			t.Errorf("Error(%v) is no sentence: %q", tt.err, got)
		}
	}
	if id.Error(nil) != "" {
		t.Errorf("no error says %q", id.Error(nil))
	}
}

// Every sentinel of the domain has a sentence of its own.
func TestEverySentinelHasASentence(t *testing.T) {
	en := read(t, "en")
	for _, err := range []error{
		model.ErrNotFound, model.ErrSeveral, model.ErrExists, model.ErrNotAllowed, model.ErrState, model.ErrLocked,
		model.ErrReason, model.ErrInvalid, model.ErrChanged, model.ErrNothing, model.ErrNoUndo, model.ErrBusy,
		model.ErrDamaged, model.ErrForeign, model.ErrEmpty, model.ErrNewer, model.ErrFull, model.ErrReadOnly,
		model.ErrElsewhere, model.ErrOutcome, model.ErrStopped, model.ErrBadPeriod, ErrLanguage,
	} {
		if en.Error(err) == en.Fault.Unknown {
			t.Errorf("%v has no sentence", err)
		}
	}
	for _, err := range []error{
		model.ErrMissing, model.ErrCircle, model.ErrNegative, model.ErrWord, model.ErrControl, model.ErrTooLong, action.ErrTooMany, model.ErrComputed, model.ErrTooLittle, model.ErrNoFormula, rules.ErrOther,
		model.ErrOrder, model.ErrEarlier, model.ErrFuture, model.ErrZero, model.ErrBadNumber, model.ErrAmbiguousNumber, model.ErrNumberRange,
		model.ErrNumberDigits, model.ErrBadDate, model.ErrBadPeriod, nip.ErrLength, nip.ErrSheet,
		nip.ErrBirth, nip.ErrYear, nip.ErrSex, nip.ErrSerial, nip.ErrLocalNumber,
		model.ErrNoPost, model.ErrNPSN, model.ErrFrozen, model.ErrEntered, model.ErrState,
	} {
		if en.Why(err) == en.Fault.Why.Other {
			t.Errorf("%v has no reason", err)
		}
	}
}
