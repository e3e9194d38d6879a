package call

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"kinerja/store/config"
	"kinerja/ui/cli/exit"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
)

// Settings refuses to go on with settings that cannot be read, or with flags
// that contradict each other.
func (c *Call) Settings() error {
	if err := c.Readable(); err != nil {
		return err
	}
	return c.settleRules()
}

// Readable refuses to go on with settings that cannot be read as a file, for
// the verbs that put right what one of them names.
func (c *Call) Readable() error {
	switch {
	case c.confErr != nil:
		return c.badConfig(c.confErr)
	case c.Flag.Demo && c.Flag.DB != "":
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--demo", "b", "--db")
	case c.Flag.Moved && c.Flag.Copied:
		return c.Misuse(c.Text.CLI.Usage.Together, "a", "--moved", "b", "--copied")
	}
	return nil
}

// badConfig says what is wrong with the settings, one line a mistake.
func (c *Call) badConfig(err error) error {
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
		return Said(strings.Join(lines, "\n"), err)
	}
	return Said(strings.Join(lines, "\n"), errors.Join(exit.ErrUsage, err))
}

// configSentence says one mistake: file, line, key, what is wrong, what is
// allowed.
func (c *Call) configSentence(err error) string {
	var e *config.Error
	switch {
	case errors.As(err, &e):
	case errors.Is(err, fs.ErrNotExist):
		return lang.Fill(c.Text.CLI.Config.NoFile, "file", lang.Inert(c.ConfPath))
	default:
		return c.ConfPath + ": " + c.Text.Error(err)
	}
	t := c.Text.CLI.Config
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
		text += " " + lang.Fill(c.Text.CLI.Usage.Near, "near", lang.Inert(e.Near))
	}
	return where + ": " + text
}

// Keys are the keys as settings have them. A complaint names file and line.
func (c *Call) Keys() (*keys.Map, error) {
	m, err := keys.New(c.Text, c.Conf.Keys)
	if err == nil {
		return m, nil
	}
	where := c.ConfPath
	for _, id := range slices.Sorted(maps.Keys(c.Conf.Keys)) {
		if _, alone := keys.New(c.Text, map[string]string{id: c.Conf.Keys[id]}); alone != nil {
			where += ":" + strconv.Itoa(config.Locate(c.ConfPath, "keys."+id))
			break
		}
	}
	return nil, Said(where+": "+c.Text.Error(err), err)
}
