package call

import (
	"errors"
	"strings"

	"kinerja/store/config"
	"kinerja/ui/lang"
)

// start finds out language and settings before the arguments are read: help
// and complaints about the arguments need them.
func (c *Call) start() error {
	code, given := early(c.Env.Args, "lang")
	c.Flag.Config, _ = early(c.Env.Args, "config")
	env, _ := c.Env.Lookup("KINERJA_CONFIG")
	c.Conf, c.ConfPath, c.confErr = config.Open(c.Flag.Config, env)
	var unknown error
	if !given {
		code = c.language()
	} else if _, err := lang.Read(code); errors.Is(err, lang.ErrLanguage) {
		unknown, code = err, c.language()
	}
	text, err := lang.Read(code)
	if err != nil {
		return err
	}
	c.Text = text
	c.Flag.JSON = has(c.Env.Args, "--json")
	return unknown
}

// language is the one set, else the one of the system, else Indonesian.
func (c *Call) language() string {
	if c.Conf.Language != "" && (c.confErr == nil && c.Sets("language")) {
		return c.Conf.Language
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v, ok := c.Env.Lookup(name); ok && v != "" {
			if strings.HasPrefix(strings.ToLower(v), "en") {
				return "en"
			}
			break
		}
	}
	return config.Default().Language
}

// Sets reports whether the file of settings itself names key, and the value is
// not just the default.
func (c *Call) Sets(key string) bool { return config.Locate(c.ConfPath, key) > 0 }

// early finds the value of a flag among arguments that nobody has read yet.
func early(args []string, name string) (value string, given bool) {
	for i, a := range args {
		switch rest, with := strings.CutPrefix(a, "--"+name+"="); {
		case a == "--":
			return value, given
		case with:
			value, given = rest, true
		case a == "--"+name && i+1 < len(args):
			value, given = args[i+1], true
		}
	}
	return value, given
}

// has reports whether a flag without value stands among the arguments.
func has(args []string, flag string) bool {
	for _, a := range args {
		if a == "--" {
			return false
		}
		if a == flag || a == flag+"=true" {
			return true
		}
	}
	return false
}
