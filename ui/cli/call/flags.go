package call

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/ui/lang"
)

// Flags are those that every verb knows, and those that many have.
type Flags struct {
	DB, Config, Lang, As         string
	JSON, NoColor, Plain, Demo   bool
	Moved, Copied                bool
	PINs                         int    // file descriptor that PINs are read from; -1: they are asked for
	Period, Plan, Unit, ID, Year string // of the verbs that have them
}

// GlobalFlags gives the program the flags that every verb knows.
func (c *Call) GlobalFlags(root *cobra.Command) {
	f, t := root.PersistentFlags(), c.Text.CLI.Flags
	f.StringVar(&c.Flag.DB, "db", "", t["db"])
	f.StringVar(&c.Flag.Config, "config", "", t["config"])
	f.StringVar(&c.Flag.Lang, "lang", "", t["lang"])
	f.StringVar(&c.Flag.As, "as", "", t["as"])
	f.IntVar(&c.Flag.PINs, "pin-fd", -1, t["pin-fd"])
	f.BoolVar(&c.Flag.JSON, "json", false, t["json"])
	f.BoolVar(&c.Flag.NoColor, "no-color", false, t["no-color"])
	f.BoolVar(&c.Flag.Plain, "plain", false, t["plain"])
	f.BoolVar(&c.Flag.Demo, "demo", false, t["demo"])
	f.BoolVar(&c.Flag.Moved, "moved", false, t["moved"])
	f.BoolVar(&c.Flag.Copied, "copied", false, t["copied"])
	f.BoolP("help", "h", false, t["help"])
}

// Word reads an argument that is one of several words.
func (c *Call) Word(what, given string, allowed []string) (string, error) {
	if w := strings.ToLower(given); slices.Contains(allowed, w) {
		return w, nil
	}
	return "", c.WrongWord(what, given, allowed)
}

// PeriodFlag reads --period; the zero Period when it is not given.
func (c *Call) PeriodFlag() (model.Period, error) {
	if c.Flag.Period == "" {
		return 0, nil
	}
	p, err := model.ParsePeriod(c.Flag.Period)
	if err != nil {
		return 0, c.Misuse(c.Text.CLI.Usage.Period, "flag", "--period", "value", lang.Inert(c.Flag.Period))
	}
	return p, nil
}

// YearFlag reads --year; the year of today when it is not given.
func (c *Call) YearFlag() (int, error) {
	if c.Flag.Year == "" {
		return c.Today().Year(), nil
	}
	p, err := model.ParsePeriod(c.Flag.Year)
	if err != nil || p.Kind() != model.Year {
		return 0, c.Misuse(c.Text.CLI.Usage.Year, "value", lang.Inert(c.Flag.Year))
	}
	return p.Year(), nil
}

// DateFlag reads an ISO date.
func (c *Call) DateFlag(flag, given string) (model.Date, error) {
	if given == "" {
		return 0, nil
	}
	d, err := model.ParseDate(given)
	if err != nil {
		return 0, c.Misuse(c.Text.CLI.Usage.Date, "flag", flag, "value", lang.Inert(given))
	}
	return d, nil
}
