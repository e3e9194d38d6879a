package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/sample"
	"kinerja/store"
	"kinerja/store/config"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

// access says what a verb will do with the file.
type access uint8

const (
	toRead access = iota
	toWrite
	toMake // like toWrite; a missing file is made
	toShow // like toMake; the day's backup is made beside the work, not before it
)

// open opens the file for whoever works at it.
func (c *call) open(to access) (*store.Desk, error) {
	if err := c.settings(); err != nil {
		return nil, err
	}
	if c.flag.demo {
		return c.demo()
	}
	path, err := c.path()
	if err != nil {
		return nil, err
	}
	c.file, err = store.Open(path, c.options())
	if to == toRead && errors.Is(err, model.ErrReadOnly) {
		opt := c.options()
		opt.ReadOnly = true
		c.file, err = store.Open(path, opt)
	}
	made := false
	if errors.Is(err, model.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		if to != toMake && to != toShow || c.demandsFile(path) {
			return nil, &said{lang.Fill(c.text.CLI.NoFile, "file", path), model.ErrNotFound}
		}
		c.file, err = store.Create(path, c.options())
		made = true
	}
	if err != nil {
		return nil, c.about(path, err)
	}
	if made {
		c.note(lang.Fill(c.text.CLI.Made, "file", path))
	}
	me, err := c.actor(made)
	if err != nil {
		return nil, err
	}
	if (to == toWrite || to == toMake) && !made {
		c.note(c.daily())
	}
	return c.file.As(me), nil
}

// demandsFile reports a file whose folder is missing too: a mistyped path more
// probably than a wish for a new file. The default place is made as a whole.
func (c *call) demandsFile(path string) bool {
	if c.flag.db == "" && c.conf.DB == "" {
		return false
	}
	_, err := os.Stat(filepath.Dir(path))
	return err != nil
}

// settings refuses to go on with settings that cannot be read, or with flags
// that contradict each other.
func (c *call) settings() error {
	switch {
	case c.confErr != nil:
		return c.badConfig(c.confErr)
	case c.flag.demo && c.flag.db != "":
		return c.misuse(c.text.CLI.Usage.Together, "a", "--demo", "b", "--db")
	case c.flag.moved && c.flag.copied:
		return c.misuse(c.text.CLI.Usage.Together, "a", "--moved", "b", "--copied")
	}
	return nil
}

// path is where the file is: the flag, else the setting, else the place of the
// system for such files.
func (c *call) path() (string, error) {
	for _, p := range []string{c.flag.db, c.conf.DB} {
		if p != "" {
			return p, nil
		}
	}
	return config.DataPath()
}

func (c *call) options() store.Options {
	o := store.Options{
		Now: c.now, LockTimeout: c.conf.LockTimeout, Holder: "kinerja", Machine: c.machine(), Zone: c.conf.Zone,
		Backups: c.conf.BackupFolder,
	}
	switch {
	case c.flag.moved:
		o.Answer = store.Moved
	case c.flag.copied:
		o.Answer = store.Copied
	}
	return o
}

// machine tells this computer from others without saying which it is: a digest
// of its own identity or, where it has none, of its name.
func (c *call) machine() string {
	id, err := os.ReadFile("/etc/machine-id")
	if err != nil || len(strings.TrimSpace(string(id))) == 0 {
		name, err := os.Hostname()
		if err != nil {
			return ""
		}
		id = []byte(name)
	}
	sum := sha256.Sum256(append([]byte("kinerja machine "), id...))
	return hex.EncodeToString(sum[:8])
}

// daily makes the day's first backup. That it fails keeps nobody from working:
// it returns what is to be said of it, or nothing.
func (c *call) daily() string {
	if !c.conf.BackupDaily || c.flag.demo || c.file.Elsewhere() {
		return ""
	}
	if _, err := c.file.BackupDaily(); err != nil {
		return lang.Fill(c.text.CLI.NoBackup, "why", c.text.Error(err))
	}
	return ""
}

// demo makes the sample district in a temporary file. It is always the same
// day there, and its head of puskesmas is at the keyboard.
func (c *call) demo() (*store.Desk, error) {
	district := sample.New(0)
	day, real := district.Today(), c.now
	c.now = func() time.Time {
		at := real().UTC().Add(c.conf.Zone.Offset())
		clock := time.Date(day.Year(), time.Month(day.Month()), day.Day(), at.Hour(), at.Minute(), at.Second(), at.Nanosecond(), time.UTC)
		return clock.Add(-c.conf.Zone.Offset())
	}
	opt := c.options()
	opt.Sample, opt.Machine = true, ""
	if err := c.seed(opt, district); err != nil {
		return nil, c.about(c.folder, err)
	}
	head, err := c.file.As(model.Owner(district.Head(), "")).Profile(district.Head())
	if err != nil {
		return nil, err
	}
	if c.flag.as != "" {
		me, err := c.standIn(c.flag.as)
		return c.file.As(me), err
	}
	return c.file.As(model.Owner(head.Employee.ID, head.Employee.FullName())), nil
}

// seed puts the sample into a file of its own; one that this run of the program
// made already, for other pages, goes on with what was done in it.
func (c *call) seed(opt store.Options, district sample.District) (err error) {
	if c.folder != "" {
		c.file, err = store.Open(filepath.Join(c.folder, "demo.db"), opt)
		return err
	}
	if c.folder, err = os.MkdirTemp("", "kinerja-demo-"); err != nil {
		return err
	}
	if c.file, err = store.Create(filepath.Join(c.folder, "demo.db"), opt); err != nil {
		return err
	}
	_, err = c.file.As(model.Owner(district.Head(), "")).Apply(context.Background(), model.VerbImport, sample.Records(district), nil)
	return err
}

// actor is who works: the person of --as, else of the setting me, else the
// owner of the file. fresh says that the file holds nobody yet.
func (c *call) actor(fresh bool) (model.Actor, error) {
	if c.flag.as != "" {
		return c.standIn(c.flag.as)
	}
	nobody := model.Owner("", c.text.CLI.Record.Owner)
	if c.conf.Me == "" || fresh {
		return nobody, nil
	}
	row, err := c.file.As(nobody).FindOne(c.conf.Me)
	switch {
	case errors.Is(err, model.ErrNotFound), errors.Is(err, model.ErrSeveral):
		c.note(lang.Fill(c.text.CLI.NotMe, "me", lang.Inert(c.conf.Me)))
		return nobody, nil
	case err != nil:
		return nobody, err
	}
	return model.Owner(row.Employee, row.Name), nil
}

// standIn is the person of --as, with the rights that follow from the place:
// everyone for themselves, who has staff for these, the head of a unit for its
// lists. The owner of the file (setting me) stays the owner.
func (c *call) standIn(query string) (model.Actor, error) {
	desk := c.file.As(model.Owner("", ""))
	row, err := desk.FindOne(query)
	if err != nil {
		return model.Actor{}, c.nobody(query, err)
	}
	if c.conf.Me != "" {
		if me, err := desk.FindOne(c.conf.Me); err == nil && me.Employee == row.Employee {
			return model.Owner(row.Employee, row.Name), nil
		}
	}
	me := model.Actor{ID: string(row.Employee), Employee: row.Employee, Name: row.Name, Roles: model.RolesOf(model.RoleStaff)}
	units, err := desk.Units()
	if err != nil {
		return me, err
	}
	for _, u := range units {
		if u.Head == row.Employee {
			me.Roles |= model.RolesOf(model.RoleEvaluator, model.RoleManager)
		}
	}
	people, err := desk.People()
	if err != nil {
		return me, err
	}
	evaluator := map[model.EmployeeID]model.EmployeeID{}
	for _, p := range people {
		if post, ok := model.MainPost(p.Posts, c.today(), c.today()); ok {
			evaluator[p.Employee.ID] = post.Evaluator
		}
	}
	for _, above := range evaluator {
		if above == row.Employee {
			me.Roles |= model.RolesOf(model.RoleEvaluator)
		}
		if evaluator[above] == row.Employee {
			me.Roles |= model.RolesOf(model.RoleSuperior)
		}
	}
	return me, nil
}

// rules are the rule set in force with the thresholds that are set.
func (c *call) rules() rules.RuleSet {
	r := c.conf.Rules
	return rules.PermenPANRB6().With(r.Above, r.Meets, r.MinShare, r.Cap)
}

// about says which file a failure is about.
func (c *call) about(path string, err error) error {
	if code, _ := exit.Of(err); code == exit.Usage || code == exit.Stopped {
		return err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return &said{lang.Fill(c.text.Fault.NoFileNamed, "file", path), err}
	}
	text := c.text.Error(err)
	if !strings.Contains(text, path) {
		text = path + ": " + text
	}
	return &said{text, err}
}

// badConfig says what is wrong with the settings, one line a mistake.
func (c *call) badConfig(err error) error {
	list := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var mistakes []error
		for _, e := range joined.Unwrap() {
			if _, ok := e.(*config.Error); ok {
				mistakes = append(mistakes, e)
			}
		}
		if len(mistakes) > 0 {
			list = mistakes
		}
	}
	var lines []string
	for _, e := range list {
		lines = append(lines, c.configSentence(e))
	}
	if code, _ := exit.Of(err); code != exit.Usage {
		return &said{strings.Join(lines, "\n"), err}
	}
	return &said{strings.Join(lines, "\n"), errors.Join(exit.ErrUsage, err)}
}

// configSentence says one mistake: file, line, key, what is wrong, what is
// allowed.
func (c *call) configSentence(err error) string {
	var e *config.Error
	switch {
	case errors.As(err, &e):
	case errors.Is(err, fs.ErrNotExist):
		return lang.Fill(c.text.CLI.Config.NoFile, "file", lang.Inert(c.confPath))
	default:
		return c.confPath + ": " + c.text.Error(err)
	}
	t := c.text.CLI.Config
	where := e.File
	if e.Line > 0 {
		where += ":" + lang.Fill("{n}", "n", e.Line)
	}
	var text string
	switch {
	case errors.Is(e.Err, config.ErrUnknown):
		text = lang.Fill(t.Unknown, "key", lang.Inert(e.Key))
	case errors.Is(e.Err, config.ErrSyntax):
		text = lang.Fill(t.Syntax, "detail", lang.Inert(e.Detail))
	default:
		text = lang.Fill(t.Value, "key", lang.Inert(e.Key), "value", lang.Inert(e.Value))
	}
	if len(e.Allowed) > 0 {
		text += " " + lang.Fill(t.Allowed, "allowed", lang.Inert(strings.Join(e.Allowed, ", ")))
	}
	if e.Near != "" {
		text += " " + lang.Fill(c.text.CLI.Usage.Near, "near", lang.Inert(e.Near))
	}
	return where + ": " + text
}
