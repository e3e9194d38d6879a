package config_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
	"kinerja/store/config"
)

// set changes a file that holds before and returns what it holds then.
func set(t *testing.T, before string, changes ...config.Change) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(before), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := config.Set(path, changes...); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// One line changes; comments, order, blank lines and line ends stay.
func TestSetChangesOneLine(t *testing.T) {
	for name, tt := range map[string]struct {
		before, after string
		key           string
		value         any
	}{
		"empty":                   {"", "language = \"en\"\n", "language", "en"},
		"in place, with comment":  {"# mine\nlanguage = \"id\"  # ours\nme = \"x\"\n", "# mine\nlanguage = \"en\"  # ours\nme = \"x\"\n", "language", "en"},
		"single quotes":           {"db = 'C:\\a'\n", "db = 'D:\\b'\n", "db", `D:\b`},
		"both kinds of quotes":    {"", "db = \"C:\\\\it's\"\n", "db", `C:\it's`},
		"number sign in a string": {"unit = \"No. #1\" # c\n", "unit = \"x\" # c\n", "unit", "x"},
		"quoted key":              {"\"language\" = \"id\"\n", "\"language\" = \"en\"\n", "language", "en"},
		"after the last":          {"me = \"x\"\n\n[rules]\nabove = 111\n", "me = \"x\"\nlanguage = \"en\"\n\n[rules]\nabove = 111\n", "language", "en"},
		"before the first section": {"# the file\n\n# of rating\n[rules]\nabove = 111\n",
			"# the file\n\nlanguage = \"en\"\n\n# of rating\n[rules]\nabove = 111\n", "language", "en"},
		"no newline at the end":  {"me = \"x\"", "me = \"x\"\nlanguage = \"en\"\n", "language", "en"},
		"Windows line ends":      {"me = \"x\"\r\n", "me = \"x\"\r\nlanguage = \"en\"\r\n", "language", "en"},
		"byte order mark":        {"\ufeffme = \"x\"\n", "\ufeffme = \"y\"\n", "me", "y"},
		"in a section":           {"[rules]\nabove = 111 # a\n[keys]\nundo = \"f5\"\n", "[rules]\nabove = 112 # a\n[keys]\nundo = \"f5\"\n", "rules.above", model.Int(112)},
		"new in a section":       {"[rules]\nabove = 111\n\n[keys]\nundo = \"f5\"\n", "[rules]\nabove = 111\ncap = 130\n\n[keys]\nundo = \"f5\"\n", "rules.cap", 130},
		"new section":            {"me = \"x\"\n", "me = \"x\"\n\n[rules]\nabove = 111.5\n", "rules.above", model.MustNumber("111.5")},
		"inline table":           {"rules = { above = 111, meets = 90 } # r\n", "rules = { above = 112, meets = 90 } # r\n", "rules.above", 112},
		"new in an inline table": {"rules = {above = 111}\n", "rules = { cap = 130, above = 111}\n", "rules.cap", 130},
		"new in an empty one":    {"rules = {}\n", "rules = { cap = 130 }\n", "rules.cap", 130},
		"dotted":                 {"rules.above = 111\nme = \"x\"\n", "rules.above = 112\nme = \"x\"\n", "rules.above", 112},
		"new and dotted":         {"rules.above = 111\nme = \"x\"\n", "rules.above = 111\nrules.cap = 130\nme = \"x\"\n", "rules.cap", 130},
		"long string":            {"unit = \"\"\"a\\\"\"\"\"\nme = \"x\"\n", "unit = \"b\"\nme = \"x\"\n", "unit", "b"},
		"a bool":                 {"backup_daily = true\n", "backup_daily = false\n", "backup_daily", false},
		"the same as before":     {"me   =   \"x\"\n", "me   =   \"x\"\n", "me", "x"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := set(t, tt.before, config.Change{Key: tt.key, Value: tt.value}); got != tt.after {
				t.Errorf("got\n%q\nwant\n%q", got, tt.after)
			}
		})
	}
}

// The example with every setting: each can be changed, and every other line
// stays.
func TestSetInTheExample(t *testing.T) {
	before := config.Example()
	for key, value := range map[string]any{
		"language": "en", "theme": "contrast", "me": "198703142012041003", "unit": "Puskesmas", "db": `D:\a b\kinerja.db`,
		"backup_daily": false, "lock_timeout": 9, "rules.meets": model.Int(85), "rules.min_share": model.MustNumber("75.5"),
	} {
		after := set(t, before, config.Change{Key: key, Value: value})
		a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
		changed := 0
		for i := range a {
			if len(b) != len(a) || a[i] != b[i] {
				changed++
			}
		}
		if changed != 1 {
			t.Errorf("%s: %d lines changed", key, changed)
		}
	}
}

// Whatever stands in a file, what is set is read back and nothing else moves.
func TestSetIsReadBack(t *testing.T) {
	lines := []string{
		"language = \"id\"", "theme = 'mono' # x", "me = \"\"\"y\"\"\"", "", "# comment", "unit = 'a # b'", "  fps = 30",
	}
	tails := []string{"", "[rules]\nabove = 120\n# last", "rules = { above = 120 }", "rules.above = 120", "[keys]\nundo = \"f5\"", "# s\n[ rules ]\n\nabove = 120"}
	dir := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		// A key stands once only.
		order := rapid.Permutation(lines).Draw(r, "lines")[:rapid.IntRange(0, len(lines)).Draw(r, "n")]
		text := strings.Join(append(order, rapid.SampledFrom(tails).Draw(r, "tail")), rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(r, "end"))
		path := filepath.Join(dir, "config.toml")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			r.Fatal(err)
		}
		want, err := config.Load(path)
		if err != nil {
			r.Fatalf("%v: %q", err, text)
		}
		want.Me = rapid.StringMatching(`[ -~]{0,20}`).Draw(r, "me")
		want.Rules.Cap = model.Int(rapid.Int64Range(130, 400).Draw(r, "cap"))
		if err := config.Set(path, config.Change{Key: "me", Value: want.Me}, config.Change{Key: "rules.cap", Value: want.Rules.Cap}); err != nil {
			r.Fatalf("%v: %q", err, text)
		}
		want.Me = strings.TrimSpace(want.Me)
		got, err := config.Load(path)
		if err != nil {
			raw, _ := os.ReadFile(path)
			r.Fatalf("%v: %q became %q", err, text, raw)
		}
		if got.Me != want.Me || got.Rules != want.Rules || got.Language != want.Language || got.Theme != want.Theme || got.Unit != want.Unit || got.FPS != want.FPS || len(got.Keys) != len(want.Keys) {
			r.Fatalf("got %+v, want %+v", got, want)
		}
		raw, _ := os.ReadFile(path)
		for _, l := range strings.Split(text, "\n") {
			if l = strings.TrimSuffix(l, "\r"); strings.HasPrefix(l, "#") && !strings.Contains(string(raw), l) {
				r.Fatalf("the comment %q is gone: %q", l, raw)
			}
		}
	})
}

func TestSetMakesTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b", "config.toml")
	if err := config.Set(path, config.Change{Key: "language", Value: "en"}, config.Change{Key: "me", Value: "x"}); err != nil {
		t.Fatal(err)
	}
	c, err := config.Load(path)
	if err != nil || c.Language != "en" || c.Me != "x" {
		t.Errorf("%+v, %v", c, err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("beside it: %v, %v", left, err)
	}
}

// Permission and links stay as they were.
func TestSetKeepsModeAndLink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "mine.toml"), filepath.Join(dir, "config.toml")
	if err := os.WriteFile(real, []byte("me = \"x\"\n"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("this file system or account makes no symbolic links:", err)
	}
	if err := config.Set(link, config.Change{Key: "me", Value: "y"}); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != real {
		t.Errorf("the link: %q, %v", to, err)
	}
	info, err := os.Stat(real)
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// What is refused leaves the file as it was.
func TestSetRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		before string
		key    string
		value  any
		want   error
	}{
		"unknown":           {"", "languages", "en", config.ErrUnknown},
		"keys":              {"", "keys", "x", config.ErrUnknown},
		"not allowed":       {"", "language", "fr", config.ErrValue},
		"control":           {"", "me", "a\nb", config.ErrValue},
		"of another type":   {"", "backup_daily", "yes", config.ErrValue},
		"no TOML value":     {"", "me", []int{1}, config.ErrValue},
		"against another":   {"[rules]\nabove = 110\n", "rules.meets", 120, config.ErrValue},
		"broken already":    {"language = [\n", "me", "x", config.ErrSyntax},
		"unknown elsewhere": {"nonsense = 1\n", "me", "x", config.ErrUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "config.toml")
			if err := os.WriteFile(path, []byte(tt.before), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := config.Set(path, config.Change{Key: tt.key, Value: tt.value}); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if raw, _ := os.ReadFile(path); string(raw) != tt.before {
				t.Errorf("the file became %q", raw)
			}
		})
	}
}

// No permission, a folder that may not be written, a file in the folder's place.
func TestSetWithoutPermission(t *testing.T) {
	dir := t.TempDir()
	change := config.Change{Key: "me", Value: "x"}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var path *fs.PathError
	if err := config.Set(filepath.Join(file, "config.toml"), change); !errors.As(err, &path) {
		t.Errorf("under a file: %v", err)
	}
	if err := config.Set(dir, change); err == nil {
		t.Error("a folder was taken for a file")
	}
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	locked := filepath.Join(dir, "locked")
	if err := os.MkdirAll(locked, 0o700); err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(locked, "config.toml")
	if err := os.WriteFile(kept, []byte("me = \"a\"\n"), 0o400); err != nil {
		t.Fatal(err)
	}
	if err := config.Set(kept, change); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a file that may not be written: %v", err)
	}
	if err := errors.Join(os.Chmod(kept, 0o600), os.Chmod(locked, 0o500)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(locked, 0o700) })
	if err := config.Set(kept, change); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a folder that may not be written: %v", err)
	}
	if raw, _ := os.ReadFile(kept); string(raw) != "me = \"a\"\n" {
		t.Errorf("the file became %q", raw)
	}
	if err := config.Set(filepath.Join(locked, "new", "config.toml"), change); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a new folder: %v", err)
	}
}
