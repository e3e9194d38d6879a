// Package config reads the settings of a person: one TOML file, strictly. A
// key that is not known or a value that is not possible is an error that says
// in which line it stands and what would be right, because a setting that is
// silently ignored is a setting nobody can trust. One table stands behind the
// reading, All, `kinerja config show` and config.example.toml.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rules"
	"kinerja/model/support"
	"kinerja/model/survey"
	"kinerja/model/terms"
	"kinerja/model/unitresult"
	"kinerja/store/config/places"
)

// maxSize bounds what is read; a full file of settings has 3 KiB.
const maxSize = 64 << 10

// Config is every setting. All says what each is for and what it may be.
type Config struct {
	Language string // "id" or "en"
	Theme    string // "auto", "light", "dark", "contrast" or "mono"
	Glyphs   string // "auto" or "ascii"
	FPS      int    // frames a second at most, 10 to 120
	Mouse    bool   // clicks and the wheel
	Decimal  model.Decimal
	Zone     model.Zone // for units that name none

	Me   string // NIP or ID of who works here; empty: not known
	Unit string // name for the top line; empty: that of the data

	DB           string        // the data file; empty: DataPath
	LockTimeout  time.Duration // without progress of the holder; 1 to 600 s
	Silence      int           // days without feedback that are worth a look; 1 to 366
	Idle         time.Duration // without a key, until the screen is locked; 0: never
	BackupDaily  bool
	BackupFolder string // empty: beside the data file

	RuleSet   string // reference of the rule set in use: "permenpanrb6", "pp30@1"
	RuleSince string // day on which it was chosen, and which it was: "2026-01-05 pp30"; "": not recorded
	Rules     Rules
	Support   support.Emergency // whom to call in danger; not verified unless it says so
	Terms     terms.Terms       // what is asked for after an evaluation
	Keys      map[string]string // keys by action ID; nil: none changed
}

// Since is the day on which the rule set in use was chosen; 0 where that was not
// recorded, or another is set since.
func (c Config) Since() model.Date {
	day, ref, _ := strings.Cut(c.RuleSince, " ")
	on, err := model.ParseDate(day)
	if err != nil || ref != c.RuleSet {
		return 0
	}
	return on
}

// Choose are the changes that put a rule set into use on a day.
func Choose(ref string, on model.Date) []Change {
	return []Change{{Key: "ruleset", Value: ref}, {Key: "ruleset_since", Value: on.String() + " " + ref}}
}

// Rules are the thresholds by which a score suggests a rating. They are this
// program's default and not law: 0 < Meets < Above ≤ Cap ≤ 500.
type Rules struct {
	Above    model.Number // from here "above expectation"
	Meets    model.Number // from here "meets expectation", below it "below"
	MinShare model.Number // per cent of the weight that must be there, 0 < n ≤ 100
	Cap      model.Number // the most that one indicator counts, in per cent

	Silence string // the rule by which silence after the last day to object is agreement; "": none

	Kinds Kinds // rule sets of one kind of staff

	Survey survey.Weight // of each element of a survey of satisfaction

	// How the result of a unit suggests the rating of results of its head: from
	// these grades on "above" and "meets", HeadMeets ≤ HeadAbove. Not verified.
	HeadAbove unitresult.Grade
	HeadMeets unitresult.Grade

	// LeaveReduces: a leave that is recorded takes its days off targets that add
	// up, unless it is said otherwise. Not verified.
	LeaveReduces bool

	Gain gain.Cuts // where the bands of an N-gain begin: 0 < Medium < High ≤ 1
}

// Default returns what holds where nothing is set.
func Default() Config {
	return Config{
		Language:    "id",
		Theme:       "auto",
		Glyphs:      "auto",
		FPS:         120,
		Mouse:       true,
		LockTimeout: 5 * time.Second,
		Idle:        10 * time.Minute,
		Silence:     rules.SilentDays,
		BackupDaily: true,
		RuleSet:     model.DefaultRuleSet,
		Terms:       terms.Default(),
		Rules: Rules{
			Above:    model.Int(110),
			Meets:    model.Int(90),
			MinShare: model.Int(80),
			Cap:      model.Int(120),

			HeadAbove: unitresult.Outstanding,
			HeadMeets: unitresult.Good,
			Gain:      gain.Hake(),
		},
		Support: support.Emergency{Hotline: "119 ext. 8 (SEJIWA)"},
	}
}

// Open finds the file of settings and reads it: named (the flag --config) if
// not empty, else env (KINERJA_CONFIG), else Path. It returns the path too. A
// missing file is an error only if somebody named it.
func Open(named, env string) (Config, string, error) {
	path := named
	if path == "" {
		path = env
	}
	if path != "" {
		c, err := Load(path)
		return c, path, err
	}
	path, err := places.Path()
	if err != nil {
		return Default(), "", err
	}
	c, err := Load(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return c, path, err
}

// Load reads the file at path over the defaults. Relative paths in it start at
// its folder, and ~/ at the home of the person. With an error the defaults
// come back: model.ErrNotFound, an error of the system, or one *Error a
// mistake, joined in the order of the lines.
func Load(path string) (Config, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > maxSize {
		return Default(), &Error{File: path, Detail: "file too large", Err: ErrSyntax}
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Default(), fmt.Errorf("%w: %w", model.ErrNotFound, err)
	}
	if err != nil {
		return Default(), err
	}
	c, err := Parse(path, data)
	if err != nil {
		return Default(), err
	}
	folder, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return Default(), err
	}
	home, _ := os.UserHomeDir() // without one, ~ stays as it is
	c.DB, c.BackupFolder = place(c.DB, folder, home), place(c.BackupFolder, folder, home)
	return c, nil
}

// place returns path as it is to be opened.
func place(path, folder, home string) string {
	if path == "" {
		return ""
	}
	if rest, ok := strings.CutPrefix(filepath.ToSlash(path), "~/"); ok && home != "" {
		return filepath.Join(home, filepath.FromSlash(rest))
	}
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(folder, path)
}
