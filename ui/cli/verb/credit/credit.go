// Package credit is the verb credit: the credit points of somebody over the
// years, of a unit, and opening balances.
package credit

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/lists"
	"kinerja/ui/cli/page"
	"kinerja/ui/cli/pick"
	"kinerja/ui/lang"
	"kinerja/ui/widget/points"
)

// Command is `kinerja credit` with its verbs.
func Command(c *call.Call) *cobra.Command {
	cmd := c.Verb("credit", "credit QUERY [--year Y]", nil, func(args []string) error { return show(c, args) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&c.Flag.Year, "year", "", t["credit-year"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	cmd.AddCommand(base(c), list(c))
	return cmd
}

func list(c *call.Call) *cobra.Command {
	var lines bool
	cmd := c.Verb("credit list", "list [--unit U]", c.Want(0, 0), func([]string) error { return listAll(c, lines) })
	cmd.Flags().StringVar(&c.Flag.Unit, "unit", "", c.Text.CLI.Flags["unit"])
	cmd.Flags().BoolVar(&lines, "lines", false, c.Text.CLI.Flags["lines"])
	return cmd
}

func listAll(c *call.Call, lines bool) error {
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	unit, err := pick.Unit(c, d)
	if err != nil {
		return err
	}
	rows, err := d.Credits(unit)
	if err != nil {
		return err
	}
	return c.List(lists.Credits(c.Text, rows), lines, c.Text.Credit.Nobody)
}

func show(c *call.Call, args []string) error {
	year := 0
	if c.Flag.Year != "" {
		var err error
		if year, err = c.YearFlag(); err != nil {
			return err
		}
	}
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	who, err := pick.Person(c, d, args)
	if err != nil {
		return err
	}
	return say(c, d, who.Employee, year)
}

// say writes the credit of somebody; of one year its lines only, with the
// answer why.
func say(c *call.Call, d *store.Desk, who model.EmployeeID, year int) error {
	row, err := d.Credit(who)
	if err != nil {
		return err
	}
	a := row.Account
	shown := a.Lines
	if year != 0 {
		shown = a.Of(year)
	}
	if c.Flag.JSON {
		units, err := d.Units()
		if err != nil {
			return err
		}
		return c.Object(answer.CreditOf(row, units, shown))
	}
	c.Line(lang.Inert(row.Staff.Name))
	c.Line(points.Head(c.Text, a))
	if a.Standing == credit.Functional || a.HasBase {
		c.Line(points.Base(c.Text, a))
	}
	if len(shown) > 0 {
		c.Line("")
		table(c, shown)
	}
	if year != 0 {
		for _, l := range shown {
			c.Line("")
			c.Line(lang.Fill(c.Text.Credit.Why, "about", points.When(c.Text, l)))
			wrapped(c, points.Why(c.Text, a, l))
		}
		return nil
	}
	if len(a.Lines) == 0 && a.Standing == credit.Functional {
		c.Line(c.Text.Credit.Nothing)
	}
	if a.Standing != credit.Functional {
		return nil
	}
	c.Line("")
	c.Line(points.Sum(c.Text, a))
	wrapped(c, points.Goals(c.Text, a))
	c.Line("")
	c.Line(c.Text.Credit.Unverified + ":")
	wrapped(c, append(points.Unverified(c.Text, a), c.Text.Credit.Rule))
	return nil
}

// wrapped writes sentences, each broken where a line ends.
func wrapped(c *call.Call, list []string) {
	for _, text := range list {
		if c.Flag.Plain {
			c.Line(text)
			continue
		}
		c.Lines(page.Wrap(text, page.Width))
	}
}

// table writes lines under their heads.
func table(c *call.Call, list []credit.Line) {
	t, w := c.Text, c.Text.Credit.Columns
	heads := []page.Column{{Head: w.Year, Whole: true}, {Head: w.Level, Whole: true}, {Head: w.Predicate}, {Head: w.Percent, Right: true},
		{Head: w.Months, Right: true}, {Head: w.Coefficient, Right: true}, {Head: w.Points, Right: true}, {Head: w.Basis}}
	var rows [][]string
	for _, l := range list {
		row := []string{points.When(t, l), l.Level.Name(), lang.None, lang.None, t.Count(l.Months()), lang.None, lang.None, points.Basis(t, l)}
		if l.Level == credit.NoLevel {
			row[1] = lang.None
		}
		if l.Gap == credit.NoGap {
			row[2], row[3] = t.Predicate(l.Predicate), t.Count(credit.Percent(l.Predicate))
			row[5], row[6] = t.Number(l.Level.Coefficient()), points.Points(t, l.Points)
		}
		rows = append(rows, row)
	}
	c.Columns(heads, rows)
}

// baseFlags say what an opening balance is, beside its points.
type baseFlags struct{ date, document, years, level string }

func base(c *call.Call) *cobra.Command {
	var f baseFlags
	cmd := c.Verb("credit base", "base QUERY POINTS|--years N --date DATE --document T [--level L]", nil, func(args []string) error { return setBase(c, args, f) })
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.date, "date", "", t["credit-date"])
	set.StringVar(&f.document, "document", "", t["credit-document"])
	set.StringVar(&f.years, "years", "", t["credit-years"])
	set.StringVar(&f.level, "level", "", t["credit-level"])
	set.StringVar(&c.Flag.ID, "id", "", t["id"])
	pick.CompletePeople(c, cmd)
	pick.CompleteFlag(c, cmd, "level", func(*store.Desk, []string) []string { return levels() })
	return cmd
}

func levels() (words []string) {
	for _, l := range credit.Levels() {
		words = append(words, l.String())
	}
	return words
}

// setBase keeps an opening balance and says what it comes to.
func setBase(c *call.Call, args []string, f baseFlags) error {
	b, words, err := balance(c, args, f)
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToWrite)
	if err != nil {
		return err
	}
	who, err := pick.Person(c, d, words)
	if err != nil {
		return err
	}
	b.Employee = who.Employee
	kept, err := d.SetBase(b)
	if errors.Is(err, credit.ErrNoCredit) {
		row, e := d.Credit(who.Employee)
		if e != nil {
			return e
		}
		return call.Said(lang.Inert(who.Name)+": "+points.Head(c.Text, row.Account), err)
	}
	if err != nil {
		return err
	}
	if c.Flag.JSON {
		return say(c, d, who.Employee, 0)
	}
	c.Line(lang.Fill(c.Text.Credit.Kept, "name", lang.Inert(who.Name), "points", points.Points(c.Text, kept.Amount())))
	row, err := d.Credit(who.Employee)
	if err != nil {
		return err
	}
	c.Line(points.Base(c.Text, row.Account))
	c.Line(points.Sum(c.Text, row.Account))
	wrapped(c, points.Goals(c.Text, row.Account))
	return nil
}

// balance reads the balance that the arguments say; words are those that name
// the person.
func balance(c *call.Call, args []string, f baseFlags) (b credit.Base, words []string, err error) {
	missing := func(what string) error {
		return c.Misuse(c.Text.CLI.Usage.Missing, "verb", "kinerja credit base", "what", what)
	}
	words = args
	switch {
	case f.date == "":
		return b, words, missing("--date")
	case strings.TrimSpace(f.document) == "":
		return b, words, missing("--document")
	case f.years != "":
		n, err := model.ParseNumber(f.years, c.Text.Decimal())
		months, fits := credit.MonthsOf(n)
		if err != nil || !fits {
			return b, words, badNumber(c, f.years, err)
		}
		b.Months = months
	case len(args) == 0 || len(args) == 1 && c.Flag.ID == "":
		return b, words, missing("POINTS | --years")
	default:
		given := args[len(args)-1]
		if b.Points, err = model.ParseNumber(given, c.Text.Decimal()); err != nil {
			return b, words, badNumber(c, given, err)
		}
		words = args[:len(args)-1]
	}
	if f.level != "" {
		word, err := c.Word("--level", f.level, levels())
		if err != nil {
			return b, words, err
		}
		b.Level, _ = credit.ParseLevel(word)
	}
	b.Document = strings.TrimSpace(f.document)
	b.Until, err = c.DateFlag("--date", f.date)
	return b, words, err
}

// badNumber says which number cannot be read, and why; without an error it is
// out of bounds.
func badNumber(c *call.Call, given string, err error) error {
	if err == nil {
		err = model.ErrNumberRange
	}
	return c.Misuse(c.Text.Credit.BadNumber, "value", lang.Inert(given), "why", c.Text.Why(err))
}
