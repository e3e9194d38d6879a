package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/store/intake"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/page"
	"kinerja/ui/lang"
)

// most is how many lines of one kind a report shows; --json has them all.
const most = 50

// report says what a table would change: rows as a spreadsheet counts them.
func (i *importing) report(line func(string)) {
	c, t, p := i.call, i.call.text, i.found
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
	if i.unit != nil {
		line(lang.Fill(m.NewUnit, "name", lang.Inert(i.unit.Name), "kind", t.UnitKind(i.unit.Kind)))
	}
	line(lang.Fill(m.Counts, "new", t.Count(p.New), "changed", t.Count(p.Changed), "same", t.Count(p.Same), "refused", t.Count(p.RefusedRows())) + i.blank())
	section(c, line, m.NewTitle, p.Added, func(x intake.Line) string {
		return fmt.Sprintf("%s  %s  %s", lang.Inert(x.Number), lang.Inert(x.Name), lang.Inert(x.Detail))
	}, func(x intake.Line) int { return x.Row })
	section(c, line, m.ChangedTitle, p.Changes, func(x intake.Change) string {
		return fmt.Sprintf("%s  %s: %s → %s", lang.Inert(x.Name), lang.Inert(x.Field), none(x.Before), none(x.After))
	}, func(x intake.Change) int { return x.Row })
	alone, many := i.grouped()
	section(c, line, m.RefusedTitle, alone, i.reason, func(x intake.Refusal) int { return x.Row })
	if len(alone) == 0 && len(many) > 0 {
		line("")
		line(m.RefusedTitle)
	}
	for _, text := range many {
		line("  " + text)
	}
	if i.bare && slices.ContainsFunc(p.Refused, i.lacksUnit) {
		line("  " + m.UnitHint)
	}
	section(c, line, m.WarningsTitle, p.Warnings, i.warning, func(x intake.Warning) int { return x.Row })
}

// grouped parts refusals into those told one by one and, where more than three
// rows share one reason, a line for all of these.
func (i *importing) grouped() (alone []intake.Refusal, many []string) {
	t := i.call.text
	rows := map[string][]int{}
	for _, r := range i.found.Refused {
		text := i.reason(r)
		rows[text] = append(rows[text], r.Row)
	}
	for _, r := range i.found.Refused {
		text := i.reason(r)
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
func (i *importing) lacksUnit(r intake.Refusal) bool {
	field := r.Column
	for _, u := range i.found.Columns {
		if u.Column == r.Column && u.Field != "" {
			field = u.Field
		}
	}
	return field == "unit" && (errors.Is(r.Err, model.ErrMissing) || errors.Is(r.Err, model.ErrNotFound))
}

// blank counts the rows of results without a value, where a row is a value.
func (i *importing) blank() string {
	p := i.found
	n := p.Rows - p.New - p.Changed - p.Same - p.RefusedRows()
	if p.Kind != intake.Cards || n <= 0 {
		return ""
	}
	return i.call.text.Plural(i.call.text.CLI.Import.Blank, n)
}

// section writes a title and a line for each thing, up to a bound.
func section[T any](c *call, line func(string), title string, list []T, text func(T) string, row func(T) int) {
	if len(list) == 0 {
		return
	}
	line("")
	line(title)
	for n, x := range list {
		if n == most {
			line("  " + c.text.Plural(c.text.CLI.More, len(list)-most))
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

// reason is a refusal in words: column, value, why, what would be accepted.
func (i *importing) reason(r intake.Refusal) string {
	t := i.call.text
	text := lang.Inert(r.Column)
	if r.Value != "" {
		text += " \"" + lang.Inert(r.Value) + "\""
	}
	text += ": " + t.Why(r.Err)
	var rows *model.RowsError
	if errors.As(r.Err, &rows) {
		var list []string
		for _, n := range rows.Rows {
			list = append(list, strconv.Itoa(n))
		}
		text += " (" + lang.Fill(t.CLI.Import.Rows, "rows", strings.Join(list, ", ")) + ")"
	}
	if r.Accepted != "" {
		text += "; " + lang.Fill(t.CLI.Import.Accepted, "list", lang.Inert(r.Accepted))
	}
	return text
}

// warning is something odd about a row that is taken nevertheless.
func (i *importing) warning(w intake.Warning) string {
	m := i.call.text.CLI.Import.Warnings
	text := map[intake.WarningCode]string{
		intake.WarnYoung: m.Young, intake.WarnContract: m.Contract, intake.WarnKind: m.Kind,
		intake.WarnOtherName: m.OtherName, intake.WarnRounded: m.Rounded, intake.WarnRange: m.Range,
	}[w.Code]
	return lang.Inert(w.Column) + " \"" + lang.Inert(w.Value) + "\": " + lang.Fill(text, "accepted", lang.Inert(w.Accepted))
}

func (i *importing) object(backup, refused string, records int) answer.Import {
	o := answer.ImportOf(i.found, func(r intake.Refusal) string { return i.call.text.Why(r.Err) }, i.warning)
	o.Applied, o.Records, o.Mend, o.Backup = i.flags.apply, records, answer.OrNull(refused), answer.OrNull(backup)
	return o
}
