package cli

import (
	"errors"
	"strings"

	"kinerja/store/config"
	"kinerja/ui/lang"
)

// start finds out language and settings before the arguments are read: help
// and complaints about the arguments need them.
func (c *call) start() error {
	code, given := early(c.env.Args, "lang")
	c.flag.config, _ = early(c.env.Args, "config")
	env, _ := c.env.Lookup("KINERJA_CONFIG")
	c.conf, c.confPath, c.confErr = config.Open(c.flag.config, env)
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
	c.text = text
	c.flag.json = has(c.env.Args, "--json")
	return unknown
}

// language is the one set, else the one of the system, else Indonesian.
func (c *call) language() string {
	if c.conf.Language != "" && (c.confErr == nil && c.sets("language")) {
		return c.conf.Language
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v, ok := c.env.Lookup(name); ok && v != "" {
			if strings.HasPrefix(strings.ToLower(v), "en") {
				return "en"
			}
			break
		}
	}
	return config.Default().Language
}

// sets reports whether the file of settings itself names key, and the value is
// not just the default.
func (c *call) sets(key string) bool { return config.Locate(c.confPath, key) > 0 }

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
