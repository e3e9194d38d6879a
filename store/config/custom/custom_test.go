package custom_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/store/config"
	"kinerja/store/config/custom"
)

func TestReadyFilesHold(t *testing.T) {
	files := custom.Ready()
	if len(files) != 2 {
		t.Fatalf("%d files, want two", len(files))
	}
	for id, data := range files {
		rs, tried, err := custom.Parse(id+".toml", data)
		if err != nil || rs.ID != id || tried < 4 {
			t.Errorf("%s: %s, %d examples, %v", id, rs.ID, tried, err)
		}
	}
}

// matrix is a rule set of one's own without a formula.
const matrix = `id = "kita"
version = 2
name = { id = "Kita", en = "Ours" }
source = "SK 1/2026"
[matrix]
above = [ "poor", "good", "very_good" ]
meets = [ "poor", "good", "good" ]
below = [ "very_poor", "poor", "needs_improvement" ]
[[example]]
about = "SE, SE"
result = "meets"
behaviour = "meets"
want_predicate = "good"
`

func TestMatrix(t *testing.T) {
	rs, tried, err := custom.Parse("a", []byte(matrix))
	if err != nil || tried != 1 || rs.Ref() != "kita@2" || rs.Computes() {
		t.Fatalf("%s, %d, %v", rs.Ref(), tried, err)
	}
	if got := rs.Predicate(model.Below, model.Above); got != model.NeedsImprovement {
		t.Errorf("below, above = %v", got)
	}
}

func TestMistakes(t *testing.T) {
	clinic := string(custom.Ready()["klinik-non-asn"])
	abroad := string(custom.Ready()["district-abroad"])
	for _, tt := range []struct{ name, file, old, new, want string }{
		{"unknown key", matrix, "version = 2", "version = 2\nverzion = 3", `a:3: verzion: unknown setting; allowed: band, clocks, `},
		{"no version", matrix, "version = 2", "", `a: version: value not allowed; allowed: 1 - 9999`},
		{"a ready id", matrix, `"kita"`, `"pp30"`, `a:1: id = "pp30": value not allowed; allowed: a-z 0-9 -, 2 - 40`},
		{"one language", matrix, `, en = "Ours"`, ``, `a:3: name.en: value not allowed; allowed: "…"`},
		{"a word", matrix, `"very_poor"`, `"bad"`, `a:8: matrix.below = "bad": value not allowed; allowed: very_good, good,`},
		{"two in a row", matrix, `[ "poor", "good", "good" ]`, `[ "poor" ]`, `a:7: matrix.meets = "[ … ]": value not allowed; allowed: [ "…", "…", "…" ]`},
		{"better is worse", matrix, `"good", "very_good" ]`, `"good", "poor" ]`, `a:5: matrix: does not hold together; allowed: above >= meets >= below`},
		{"no example", matrix, matrix[strings.Index(matrix, "[[example]]"):], "", `a: example: value not allowed; allowed: [[example]]`},
		{"an empty example", matrix, `want_predicate = "good"`, "", `a:9: example[1]: value not allowed; allowed: want_value`},
		{"a wrong example", matrix, `want_predicate = "good"`, `want_predicate = "poor"`, `a:13: example "SE, SE": want_predicate = good, want poor`},
		{"matrix and formula", matrix, "[matrix]", "[formula]\nresults = 1\n[matrix]", `a:5: formula: one of matrix and formula; allowed: [matrix], [formula]`},
		{"not TOML", matrix, "version = 2", "version 2", `a:2: `},

		{"parts", clinic, "behaviour = 25", "behaviour = 24", "does not hold together; allowed: results + behaviour = 100"},
		{"a band too high", clinic, "from = 85", "from = 100", "does not hold together; allowed: from > from"},
		{"a band without a bound", clinic, "from = 70\n", "\n", `band[3].from: value not allowed; allowed: 0 - 10000`},
		{"thresholds", clinic, "above = 105", "above = 80", `limits.above: does not hold together; allowed: > meets, <= cap`},
		{"a text for a number", clinic, "cap = 110 ", `cap = "banyak" `, `limits.cap = "banyak": value not allowed; allowed: 0 - 10000`},
		{"a wrong sum", clinic, "want_value = 101.75", "want_value = 103", `want_value = 101.75, want 103.00`},
		{"a wrong step", clinic, "want_value = 104.44", "want_value = 104", `measure[1].want_value = 104.44, want 104.00`},
		{"a wrong suggestion", clinic, `want_suggested = "meets"`, `want_suggested = "above"`, `want_suggested = meets, want above`},
		{"behaviour beyond its scale", clinic, "behaviour_value = 85\n", "behaviour_value = 101\n", `behaviour_value = "101": value not allowed; allowed: 0 - 100`},
		{"a line falls", abroad, "base = 4", "base = 3.5", `line[1]: does not hold together; allowed: from = 0`},
		{"an unknown kind", abroad, `value = "lines"`, `value = "curve"`, `formula.value = "curve": value not allowed; allowed: capaian, lines, efficiency`},
		{"an unknown limit", abroad, `kind = "at_least"`, `kind = "atleast"`, `limit[3].kind = "atleast": value not allowed; allowed: at_most, at_least, someone, largest`},
		{"a limit without a share", abroad, "percent = 50\n", "\n", `limit[1].percent: value not allowed; allowed: 0 - 100`},
		{"a limit about nobody", abroad, `predicates = [ "poor", "very_poor" ]`, `predicates = []`, `limit[3].predicates = "[ … ]": value not allowed; allowed: very_good, good`},
		{"a wrong distribution", abroad, "counts = { very_good = 8,", "counts = { very_good = 7,", `example "8 are too many": want_fits = true, want false`},
		{"a distribution nobody keeps", abroad, "unit_result = \"poor\"", "unit_result = \"good\"\npredicates = [\"very_good\"]\nkind = \"at_least\"\npercent = 60\n[[limit]]\nunit_result = \"poor\"", `limit[1]: does not hold together; allowed: at_least <= 100`},
		{"not a flag", abroad, "whole_percent = true", `whole_percent = "yes"`, `formula.whole_percent = "yes": value not allowed; allowed: true, false`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if !strings.Contains(tt.file, tt.old) {
				t.Fatalf("the file has no %q", tt.old)
			}
			_, _, err := custom.Parse("a", []byte(strings.Replace(tt.file, tt.old, tt.new, 1)))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("err  = %v\nwant = %s", err, tt.want)
			}
			if !errors.Is(err, model.ErrInvalid) {
				t.Errorf("%v is not invalid", err)
			}
		})
	}
}

// A mistake names the line it stands in, also in the second table of a name.
func TestLines(t *testing.T) {
	file := strings.Replace(string(custom.Ready()["klinik-non-asn"]), "actual = 45", `actual = "cepat"`, 1)
	want := strings.Count(file[:strings.Index(file, `"cepat"`)], "\n") + 1
	_, _, err := custom.Parse("a", []byte(file))
	var e *config.Error
	if !errors.As(err, &e) || e.Line != want || e.Key != "example[1].measure[2].actual" {
		t.Errorf("err = %v, want line %d", err, want)
	}
}

func TestFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a[1]", "rules")
	if list, err := custom.Load(folder); err != nil || len(list) != 0 {
		t.Errorf("a folder that is missing: %v, %v", list, err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"a.toml": matrix, "b.toml": matrix, "c.toml": "id = 1", "d.txt": "x"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	list, err := custom.Load(folder)
	if err != nil || len(list) != 3 {
		t.Fatalf("%d files, %v", len(list), err)
	}
	if list[0].Err != nil || list[1].Err == nil || list[2].Err == nil {
		t.Errorf("errors: %v, %v, %v", list[0].Err, list[1].Err, list[2].Err)
	}
	if f := custom.Read(filepath.Join(folder, "none.toml")); !errors.Is(f.Err, model.ErrNotFound) {
		t.Errorf("no such file: %v", f.Err)
	}
}
