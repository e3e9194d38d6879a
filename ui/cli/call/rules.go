package call

import (
	"cmp"
	"errors"
	"strings"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/unitresult"
	"kinerja/store/config"
	"kinerja/store/config/custom"
	"kinerja/ui/cli/exit"
	"kinerja/ui/lang"
)

// Rules are the rule set in use. The thresholds that are set are those of the
// rule in force; every other rule set has its own.
func (c *Call) Rules() rules.RuleSet {
	if c.rules.ID == "" {
		rs := rules.PermenPANRB6()
		return c.Limited(rs)
	}
	return c.Limited(c.rules)
}

// Book is the rule sets in use, by kind of staff where that is set, and those at
// hand for a plan that names one. A file that is refused is not at hand.
func (c *Call) Book() rules.Book {
	if c.book.File.ID != "" {
		return c.book
	}
	b := rules.Only(c.Rules())
	b.Silence = c.Conf.Silence
	for kind := model.PNS; kind <= model.NonASN; kind++ {
		if ref := c.Conf.Rules.Kinds.Of(kind); ref != "" {
			if rs, _, err := c.FindRules(ref); err == nil { // settleRules said what is wrong
				b = b.WithKind(kind, c.Limited(rs))
			}
		}
	}
	var more []rules.RuleSet
	for _, rs := range rules.All() {
		more = append(more, c.Limited(rs))
	}
	files, _ := c.OwnRules() // of a folder that cannot be read a plan says that its rule set is not at hand
	for _, f := range files {
		if f.Err == nil {
			more = append(more, c.Limited(f.Rules))
		}
	}
	c.book = b.Holding(more...)
	return c.book
}

// Limited gives the rule in force the thresholds that are set, and every rule
// set how the result of a unit suggests the rating of its head.
func (c *Call) Limited(rs rules.RuleSet) rules.RuleSet {
	r := c.Conf.Rules
	rs.Heads = unitresult.FoldFrom(r.HeadAbove, r.HeadMeets)
	if rs.ID == rules.PermenPANRB6().ID {
		return rs.With(r.Above, r.Meets, r.MinShare, r.Cap)
	}
	return rs
}

// OwnRules reads the files with rule sets beside the settings.
func (c *Call) OwnRules() ([]custom.File, error) {
	return custom.Load(custom.Folder(cmp.Or(c.realPath, c.ConfPath)))
}

// FindRules finds a rule set by its reference: one that the program brings
// along, else the newest version of one's own. It returns the file of one's
// own, and an error of that file where it is the only one of that name.
func (c *Call) FindRules(ref string) (rs rules.RuleSet, file string, err error) {
	return c.findRules("ruleset", ref)
}

// findRules is FindRules for the setting of a key.
func (c *Call) findRules(key, ref string) (rs rules.RuleSet, file string, err error) {
	if rs, ok := rules.Find(ref); ok {
		return c.Limited(rs), "", nil
	}
	files, err := c.OwnRules()
	if err != nil {
		return rs, "", err
	}
	for _, f := range files {
		if f.Err == nil && (f.Rules.Ref() == ref || f.Rules.ID == ref) && f.Rules.Version > rs.Version {
			rs, file = f.Rules, f.Path
		}
	}
	if rs.ID != "" {
		return rs, file, nil
	}
	e := &config.Error{File: c.ConfPath, Line: config.Locate(c.ConfPath, key), Key: key, Value: ref, Err: config.ErrValue}
	for _, rs := range rules.All() {
		e.Allowed = append(e.Allowed, rs.ID)
	}
	for _, f := range files {
		if f.Err == nil {
			e.Allowed = append(e.Allowed, f.Rules.ID)
		}
	}
	return rs, "", e
}

// UseRules writes the setting. It refuses a rule set that is not there, and one's
// own whose file is refused.
func (c *Call) UseRules(ref string) error {
	if _, _, err := c.FindRules(ref); err != nil {
		return err
	}
	return c.Set(config.Choose(ref, c.Today())...)
}

// UseRulesFor writes the setting for people of a kind; with "" they go by the rule
// set of all again. It refuses what UseRules refuses.
func (c *Call) UseRulesFor(kind model.EmployeeKind, ref string) error {
	if ref != "" {
		if _, _, err := c.FindRules(ref); err != nil {
			return err
		}
	}
	return c.Set(config.Change{Key: config.KeyOf(kind), Value: ref})
}

// settleRules finds the rule sets that the settings name.
func (c *Call) settleRules() (err error) {
	c.book = rules.Book{}
	if c.rules, _, err = c.FindRules(c.Conf.RuleSet); err != nil {
		return c.badConfig(err)
	}
	for kind := model.PNS; kind <= model.NonASN; kind++ {
		if ref := c.Conf.Rules.Kinds.Of(kind); ref != "" {
			if _, _, err := c.findRules(config.KeyOf(kind), ref); err != nil {
				return c.badConfig(err)
			}
		}
	}
	return nil
}

// RuleFault says what is wrong with a file of a rule set, one line a mistake.
func (c *Call) RuleFault(err error) []string {
	list := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		if _, one := err.(*config.Error); !one {
			if _, one := err.(*custom.ExampleError); !one {
				list = joined.Unwrap()
			}
		}
	}
	var lines []string
	for _, e := range list {
		lines = append(lines, c.ruleSentence(e))
	}
	return lines
}

func (c *Call) ruleSentence(err error) string {
	var example *custom.ExampleError
	var e *config.Error
	t := c.Text.Rules
	switch {
	case errors.As(err, &example):
		got := example.Got
		if got == "" {
			got = lang.None
		}
		return lang.Fill(t.Example, "where", where(example.File, example.Line), "about", lang.Inert(example.About),
			"key", example.Key, "got", got, "want", example.Want)
	case errors.As(err, &e) && custom.Contradicts(e):
		return where(e.File, e.Line) + ": " + lang.Fill(t.Contradicts, "key", e.Key, "value", lang.Inert(e.Value)) +
			" " + lang.Fill(c.Text.CLI.Config.Allowed, "allowed", strings.Join(e.Allowed, ", "))
	case errors.As(err, &e) && custom.Both(e):
		return where(e.File, e.Line) + ": " + t.Both
	case errors.As(err, &e):
		return c.configSentence(err)
	}
	return c.Text.Error(err)
}

func where(file string, line int) string {
	if line > 0 {
		file += ":" + lang.Fill("{n}", "n", line)
	}
	return lang.Inert(file)
}

// BadRules is the failure of a file of a rule set.
func (c *Call) BadRules(err error) error {
	if code, _ := exit.Of(err); code == exit.NotFound {
		return err
	}
	return Said(strings.Join(c.RuleFault(err), "\n"), errors.Join(exit.ErrUsage, err))
}

// NoRules says that there is no rule set of a name, and which there are.
func (c *Call) NoRules(ref string, err error) error {
	var e *config.Error
	if !errors.As(err, &e) {
		return err
	}
	return Said(lang.Fill(c.Text.Rules.NoSuch, "id", lang.Inert(ref), "ids", lang.Inert(strings.Join(e.Allowed, ", "))), model.ErrNotFound)
}
