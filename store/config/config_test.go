package config_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/gain"
	"kinerja/model/session"
	"kinerja/model/support"
	"kinerja/model/survey"
	"kinerja/model/terms"
	"kinerja/model/unitresult"
	"kinerja/store/config"
	"kinerja/store/config/places"
)

var update = flag.Bool("update", false, "write config.example.toml")

const exampleFile = "../../config.example.toml"

// The example is complete and true: it says what the table says, and reading
// it changes nothing.
func TestExample(t *testing.T) {
	if *update {
		must(t, os.WriteFile(exampleFile, []byte(config.Example()), 0o644))
	}
	raw, err := os.ReadFile(exampleFile)
	must(t, err)
	if got := strings.ReplaceAll(string(raw), "\r\n", "\n"); got != config.Example() {
		t.Errorf("%s is not what the settings say; run go test ./store/config -update", exampleFile)
	}
	got, err := config.Parse("example", raw)
	must(t, err)
	if !reflect.DeepEqual(got, config.Default()) {
		t.Errorf("example = %+v, want %+v", got, config.Default())
	}
	for _, s := range config.All() {
		if n := config.Locate(exampleFile, s.Key); n == 0 {
			t.Errorf("%s is not in the example", s.Key)
		}
		if s.Doc.ID == "" || s.Doc.EN == "" {
			t.Errorf("%s is not explained in both languages", s.Key)
		}
	}
}

const everything = `language = "en"
theme = "contrast"
glyphs = "ascii"
fps = 30
mouse = false
decimal = "point"
zone = "WITA"
me = " 198203152009012004 "
unit = "Puskesmas Melati"
db = "data/kinerja.db"
lock_timeout = 12
silent_days = 60
idle_minutes = 25
backup_daily = false
backup_folder = "/srv/backup"
ruleset = "pp30@1"
ruleset_since = "2026-01-05 pp30@1"

[rules]
above = 109.5
meets = "85,25"
min_share = 70
cap = 150
silence = "Perbup 7/2025 ps. 9"
bobot_skm = "0.11"
head_above = "good"
head_meets = "needs_improvement"
ngain_sedang = 0.25
ngain_tinggi = "0,8"
cuti_mengurangi = true
pns = "pp30"
pppk = "permenpanrb6"
non_asn = " klinik-non-asn@1 "

[support]
hotline = "0800-1-500"
danger = "Panggil perawat jaga"
checked = "Dinkes, 2 November 2026"

[award]
best = "good"
row = 3
worst = "needs_improvement"
kinds = "Guru teladan; Piagam Bupati"

[hours]
pns = 30
pppk = 0

[objection]
decision_days = 21

[briefing]
warn = false

[keys]
undo = "f5"
`

// A field without a setting, or one that is never read, is found here: each
// must differ from its default.
func TestEverySettingIsRead(t *testing.T) {
	got, err := config.Parse("a.toml", []byte(everything))
	must(t, err)
	want := config.Config{
		Language: "en", Theme: "contrast", Glyphs: "ascii", FPS: 30,
		Decimal: model.DecimalPoint, Zone: model.WITA,
		Me: "198203152009012004", Unit: "Puskesmas Melati",
		DB: "data/kinerja.db", LockTimeout: 12 * time.Second, Silence: 60, Idle: 25 * time.Minute, BackupFolder: "/srv/backup", RuleSet: "pp30@1", RuleSince: "2026-01-05 pp30@1",
		Rules: config.Rules{
			Above: model.MustNumber("109.5"), Meets: model.MustNumber("85.25"),
			MinShare: model.Int(70), Cap: model.Int(150), Silence: "Perbup 7/2025 ps. 9", Survey: survey.Eleven,
			HeadAbove: unitresult.Good, HeadMeets: unitresult.NeedsImprovement,
			Gain:         gain.Cuts{Medium: model.MustNumber("0.25"), High: model.MustNumber("0.8")},
			Kinds:        config.Kinds{PNS: "pp30", PPPK: "permenpanrb6", NonASN: "klinik-non-asn@1"},
			LeaveReduces: true,
		},
		Support: support.Emergency{Hotline: "0800-1-500", Danger: "Panggil perawat jaga", Checked: "Dinkes, 2 November 2026"},
		Terms: terms.Terms{
			Award: award.Rule{Least: award.Predicates{Worst: model.NeedsImprovement, Best: model.Good, Row: 3}}, Kinds: "Guru teladan; Piagam Bupati",
			Hours: session.Bounds{LeastPNS: 30}, DecisionDays: 21,
		},
		Keys: map[string]string{"undo": "f5"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	a, b := reflect.ValueOf(got), reflect.ValueOf(config.Default())
	for i := range a.NumField() {
		if reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			t.Errorf("%s is not tried", a.Type().Field(i).Name)
		}
	}
	for _, s := range config.All() {
		if v, ok := got.Value(s.Key); !ok || v == s.Default {
			t.Errorf("Value(%s) = %s, %v", s.Key, v, ok)
		}
	}
	if v, ok := got.Value("no.such"); ok {
		t.Errorf("Value of no setting = %s", v)
	}
}

func TestMistakes(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", "\n# note\nlanguag = \"id\"\n", `a:3: languag: unknown setting; did you mean language?`},
		{"unknown, nothing near", "colour = 1", `a:1: colour: unknown setting`},
		{"hyphen", "backup-daily = true", `a:1: backup-daily: unknown setting; did you mean backup_daily?`},
		{"in the wrong section", "above = 100", `a:1: above: unknown setting; did you mean rules.above?`},
		{"after a heading", "[rules]\nlanguage = \"id\"", `a:2: rules.language: unknown setting; did you mean language?`},
		{"in passing", "fps = 30\ncolour.warning = 1", `a:2: colour: unknown setting`},
		{"endless line", "fps = 30\nx = \"" + strings.Repeat("x", 5000), `a:2: not TOML: line too long`},
		{"unknown section", "[rule]\nabove = 1", `a:1: rule: unknown setting`},
		{"in a section", "backup_daily = true\n[rules]\r\n\nabove = 501\r\n", `a:4: rules.above = "501": value not allowed; allowed: > 0, <= 500`},
		{"dotted", "rules.meets = 0", `a:1: rules.meets = "0": value not allowed; allowed: > 0, <= 500`},
		{"inline table", "rules = { cap = -1 }", `a:1: rules.cap = "-1": value not allowed; allowed: > 0, <= 500`},
		{"wrong word", `theme = "blue"`, `a:1: theme = "blue": value not allowed; allowed: auto, light, dark, contrast, mono`},
		{"wrong type", `backup_daily = "yes"`, `a:1: backup_daily = "yes": value not allowed; allowed: true, false`},
		{"out of range", "fps = 121", `a:1: fps = "121": value not allowed; allowed: 10 - 120`},
		{"not whole", "lock_timeout = 2.5", `a:1: lock_timeout = "2.5": value not allowed; allowed: 1 - 600`},
		{"not a number", "rules.above = nan", `a:1: rules.above = "NaN": value not allowed; allowed: > 0, <= 500`},
		{"too fine", "rules.above = 110.00001", `a:1: rules.above = "110.00001": value not allowed; allowed: > 0, <= 500`},
		{"thresholds", "[rules]\nmeets = 115", `a:2: rules.meets = "115": value not allowed; allowed: < 110`},
		{"cap below above", "[rules]\nabove = 130", `a: rules.cap = "120": value not allowed; allowed: >= 130`},
		{"fold of a unit's result", "[rules]\nhead_meets = \"outstanding\"\nhead_above = \"good\"", `a:2: rules.head_meets = "outstanding": value not allowed; allowed: <= good`},
		{"no result of a unit", `rules.head_above = "istimewa"`, `a:1: rules.head_above = "istimewa": value not allowed; allowed: very_poor, poor, needs_improvement, good, outstanding`},
		{"section as a value", "rules = 1", `a:1: rules = "1": value not allowed; allowed: [rules]`},
		{"keys as a value", `keys = "u"`, `a:1: keys = "u": value not allowed`},
		{"a key that is no text", "[keys]\nundo = 1\nwhy = \"x\"", `a:2: keys.undo = "1": value not allowed; allowed: "ctrl+z f5"`},
		{"hidden sign", "unit = \"a\\u202Eb\"", "a:1: unit = \"a\\u202eb\": value not allowed"},
		{"many lines", "fps = 30\nunit = \"\"\"\na\nb\"\"\"\nfsp = 1", "a:2: unit = \"a\\nb\": value not allowed\na:5: fsp: unknown setting"},
		{"same heading prefix", "[keys]\n[keys.undo]\na = 1", `a:2: keys.undo = "{ … }": value not allowed; allowed: "ctrl+z f5"`},
		{"not TOML", "language = \"id\"\nfps true\n", `a:2: not TOML: expected '.' or '=', but got 't' instead`},
		{"path of Windows", "db = \"C:\\Users\\Rina\\k.db\"", `a:1: db: not TOML: `},
		{"twice", "fps = 30\nfps = 40", `a:2: fps: not TOML: `},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := config.Parse("a", []byte(tt.text))
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Fatalf("err  = %v\nwant = %s", err, tt.want)
			}
			var one *config.Error
			if !errors.As(err, &one) || !errors.Is(err, model.ErrInvalid) {
				t.Errorf("%v is not an *Error", err)
			}
			if !reflect.DeepEqual(got, config.Default()) {
				t.Error("a refused file changed settings")
			}
		})
	}
}

func TestPathOfWindowsIsSetRight(t *testing.T) {
	_, err := config.Parse("a", []byte("fps = 30\r\ndb = \"C:\\Users\\Rina\\k.db\"\r\n"))
	var e *config.Error
	if !errors.As(err, &e) || e.Line != 2 || e.Key != "db" || e.Near != `db = 'C:\Users\Rina\k.db'` {
		t.Fatalf("err = %+v", e)
	}
	if c, err := config.Parse("a", []byte(e.Near)); err != nil || c.DB != `C:\Users\Rina\k.db` {
		t.Errorf("the advice gives %q, %v", c.DB, err)
	}
}

func TestOpen(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData", "USERPROFILE"} {
		t.Setenv(name, home)
	}
	usual, err := places.Path()
	must(t, err)

	c, path, err := config.Open("", "")
	if err != nil || path != usual || !reflect.DeepEqual(c, config.Default()) {
		t.Errorf("nothing there: %v, %v; want the defaults and %s", path, err, usual)
	}
	must(t, os.MkdirAll(filepath.Dir(usual), 0o755))
	must(t, os.WriteFile(usual, []byte("\ufefffps = 30\ndb = \"data/k.db\"\nbackup_folder = \"~/cadangan\""), 0o600))
	c, _, err = config.Open("", "")
	must(t, err)
	if want := filepath.Join(filepath.Dir(usual), "data", "k.db"); c.FPS != 30 || c.DB != want {
		t.Errorf("fps %d, db %q; want 30 and %q", c.FPS, c.DB, want)
	}
	if want := filepath.Join(home, "cadangan"); c.BackupFolder != want {
		t.Errorf("backup_folder = %q, want %q", c.BackupFolder, want)
	}

	other := filepath.Join(home, "other.toml")
	must(t, os.WriteFile(other, []byte("fps = 60"), 0o600))
	if c, path, err := config.Open("", other); err != nil || path != other || c.FPS != 60 {
		t.Errorf("by environment: %v, %v, %v", c.FPS, path, err)
	}
	if c, _, err := config.Open(other, "no such file"); err != nil || c.FPS != 60 {
		t.Errorf("the flag does not win: %v, %v", c.FPS, err)
	}
	for _, names := range [][2]string{{filepath.Join(home, "no.toml"), ""}, {"", filepath.Join(home, "no.toml")}} {
		if _, _, err := config.Open(names[0], names[1]); !errors.Is(err, model.ErrNotFound) || !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("named and missing: %v, want %v", err, model.ErrNotFound)
		}
	}
	must(t, os.WriteFile(other, make([]byte, 1<<20), 0o600))
	if _, err := config.Load(other); !errors.Is(err, config.ErrSyntax) {
		t.Errorf("a file far too large: %v", err)
	}
}

func TestDataPath(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the folders of Linux are looked at here; other systems have their own")
	}
	t.Setenv("HOME", "/home/rina")
	for folder, want := range map[string]string{
		"":         "/home/rina/.local/share/kinerja/kinerja.db",
		"relative": "/home/rina/.local/share/kinerja/kinerja.db",
		"/data":    "/data/kinerja/kinerja.db",
	} {
		t.Setenv("XDG_DATA_HOME", folder)
		if got, err := places.DataPath(); err != nil || got != want {
			t.Errorf("XDG_DATA_HOME=%q: %q, %v; want %q", folder, got, err, want)
		}
	}
}

// Whatever the file, reading ends; what is accepted keeps the promises of
// Config, and what is refused says where.
func FuzzParse(f *testing.F) {
	f.Add([]byte(config.Example()))
	f.Add([]byte(everything))
	f.Add([]byte("rules = { cap = -1 }\n[keys]\n[keys.undo]\na.b = [\n1]\n"))
	f.Add([]byte("x = \"\"\"\na\n\"\"\"\n[[rules]]\n\"a.b\".c = 1979-05-27\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := config.Parse("a", data)
		if err != nil {
			var e *config.Error
			if !errors.As(err, &e) || e.Line < 0 || e.Line > strings.Count(string(data), "\n")+1 {
				t.Errorf("err = %+v", err)
			}
			return
		}
		r := c.Rules
		if r.Meets <= 0 || r.Above <= r.Meets || r.Cap < r.Above || r.Cap > model.Int(500) || r.MinShare <= 0 ||
			r.MinShare > model.Int(100) || r.HeadMeets > r.HeadAbove || r.HeadMeets == 0 || c.FPS < 10 || c.FPS > 120 || c.LockTimeout < time.Second {
			t.Errorf("accepted %+v", c)
		}
		var again strings.Builder
		for _, s := range config.All() {
			v, _ := c.Value(s.Key)
			again.WriteString(s.Key + " = " + v + "\n")
		}
		if d, err := config.Parse("again", []byte(again.String())); err != nil || !reflect.DeepEqual(c, d) {
			t.Errorf("printed and read again: %+v, %v; want %+v", d, err, c)
		}
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// The day on which a rule set was chosen holds for that one alone.
func TestSinceWhenARuleSetIsInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := config.Set(path, config.Choose("pp30", 20260105)...); err != nil {
		t.Fatal(err)
	}
	if c, err := config.Load(path); err != nil || c.RuleSet != "pp30" || c.Since() != 20260105 {
		t.Errorf("%q since %v, %v", c.RuleSet, c.Since(), err)
	}
	if err := config.Set(path, config.Change{Key: "ruleset", Value: "pp46"}); err != nil {
		t.Fatal(err)
	}
	if c, err := config.Load(path); err != nil || c.Since() != 0 {
		t.Errorf("another by hand: since %v, %v", c.Since(), err)
	}
	if c := (config.Config{RuleSet: "pp30", RuleSince: "kemarin pp30"}); c.Since() != 0 {
		t.Errorf("no date: %v", c.Since())
	}
}

// The two predicates of an award cannot stand the wrong way round.
func TestWorstIsNotBetterThanBest(t *testing.T) {
	_, err := config.Parse("a.toml", []byte("[award]\nbest = \"good\"\nworst = \"very_good\"\n"))
	var wrong *config.Error
	if !errors.As(err, &wrong) || wrong.Key != "award.worst" || wrong.Line != 3 {
		t.Errorf("%v", err)
	}
	if _, err := config.Parse("a.toml", []byte("[award]\nbest = \"good\"\nworst = \"good\"\n")); err != nil {
		t.Error(err)
	}
}
