// Package proposed says what a table would change, to people in words: rows as
// a spreadsheet counts them, refusals of one reason together, and nothing from
// the table that can act on the terminal.
package proposed

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/store/intake"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/page"
	"kinerja/ui/lang"
	"kinerja/ui/tables"
)

// most is how many lines of one kind a report shows; --json has them all.
const most = 50

// Table is what one table would change, in words.
type Table struct {
	Text  *lang.Texts
	Found *intake.Proposal
	Unit  *model.Unit // of an empty file: made with its first people
	Bare  bool        // there is no unit, and none is to be made
}

// Report says all of it, line by line.
func (tab Table) Report(line func(string)) {
	t, p := tab.Text, tab.Found
	m := t.CLI.Import
	where := p.File
	if p.Sheet != "" {
		where += " · " + p.Sheet
	}
	line(lang.Fill(m.Head, "file", lang.Inert(where), "row", p.HeaderRow, "rows", t.Count(p.Rows)))
	var used, ignored []string
	for _, u := range p.Columns {
		if u.Field == "" {
			ignored = append(ignored, lang.Inert(u.Column))
		} else {
			used = append(used, lang.Inert(u.Column)+" → "+u.Field)
		}
	}
	line(lang.Fill(m.Used, "list", strings.Join(used, ", ")))
	if len(ignored) > 0 {
		line(lang.Fill(m.Ignored, "list", strings.Join(ignored, ", ")))
	}
	if tab.Unit != nil {
		line(lang.Fill(m.NewUnit, "name", lang.Inert(tab.Unit.Name), "kind", t.UnitKind(tab.Unit.Kind)))
	}
	line(lang.Fill(m.Counts, "new", t.Count(p.New), "changed", t.Count(p.Changed), "same", t.Count(p.Same), "refused", t.Count(p.RefusedRows())) + tab.blank())
	section(t, line, m.NewTitle, p.Added, func(x intake.Line) string {
		return fmt.Sprintf("%s  %s  %s", lang.Inert(x.Number), lang.Inert(x.Name), lang.Inert(x.Detail))
	}, func(x intake.Line) int { return x.Row })
	section(t, line, m.ChangedTitle, p.Changes, func(x intake.Change) string {
		return fmt.Sprintf("%s  %s: %s → %s", lang.Inert(x.Name), lang.Inert(x.Field), none(x.Before), none(x.After))
	}, func(x intake.Change) int { return x.Row })
	alone, many := tab.grouped()
	section(t, line, m.RefusedTitle, alone, tab.Reason, func(x intake.Refusal) int { return x.Row })
	if len(alone) == 0 && len(many) > 0 {
		line("")
		line(m.RefusedTitle)
	}
	for _, text := range many {
		line("  " + text)
	}
	if tab.Bare && slices.ContainsFunc(p.Refused, tab.lacksUnit) {
		line("  " + m.UnitHint)
	}
	section(t, line, m.WarningsTitle, p.Warnings, tab.warning, func(x intake.Warning) int { return x.Row })
}

// grouped parts refusals into those told one by one and, where more than three
// rows share one reason, a line for all of these.
func (tab Table) grouped() (alone []intake.Refusal, many []string) {
	t := tab.Text
	rows := map[string][]int{}
	for _, r := range tab.Found.Refused {
		text := tab.Reason(r)
		rows[text] = append(rows[text], r.Row)
	}
	for _, r := range tab.Found.Refused {
		text := tab.Reason(r)
		switch {
		case len(rows[text]) == 0: // told already
		case len(rows[text]) <= 3:
			alone = append(alone, r)
		default:
			many = append(many, text+": "+t.Plural(t.CLI.Import.Grouped, len(rows[text]), "rows", page.Rows(rows[text])))
			rows[text] = nil
		}
	}
	return alone, many
}

// lacksUnit reports a row that is refused for want of its unit.
func (tab Table) lacksUnit(r intake.Refusal) bool {
	field := r.Column
	for _, u := range tab.Found.Columns {
		if u.Column == r.Column && u.Field != "" {
			field = u.Field
		}
	}
	return field == "unit" && (errors.Is(r.Err, model.ErrMissing) || errors.Is(r.Err, model.ErrNotFound))
}

// blank counts the rows of results without a value, where a row is a value.
func (tab Table) blank() string {
	p := tab.Found
	n := p.Rows - p.New - p.Changed - p.Same - p.RefusedRows()
	if p.Kind != intake.Cards || n <= 0 {
		return ""
	}
	return tab.Text.Plural(tab.Text.CLI.Import.Blank, n)
}

// section writes a title and a line for each thing, up to a bound.
func section[T any](t *lang.Texts, line func(string), title string, list []T, text func(T) string, row func(T) int) {
	if len(list) == 0 {
		return
	}
	line("")
	line(title)
	for n, x := range list {
		if n == most {
			line("  " + t.Plural(t.CLI.More, len(list)-most))
			return
		}
		line(fmt.Sprintf("%6d  %s", row(x), text(x)))
	}
}

func none(s string) string {
	if s == "" {
		return lang.None
	}
	return lang.Inert(s)
}

// Reason is a refusal in words.
func (tab Table) Reason(r intake.Refusal) string { return tables.Reason(tab.Text, r) }

func (tab Table) warning(w intake.Warning) string { return tables.Warning(tab.Text, w) }

// Object says all of it to programs.
func (tab Table) Object() answer.Import {
	return answer.ImportOf(tab.Found, func(r intake.Refusal) string { return tab.Text.Why(r.Err) }, tab.warning)
}
