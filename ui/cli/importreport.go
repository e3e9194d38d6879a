package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/store/intake"
	"kinerja/ui/cli/answer"
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
	line(lang.Fill(m.Counts, "new", t.Count(p.New), "changed", t.Count(p.Changed), "same", t.Count(p.Same), "refused", t.Count(p.RefusedRows())))
	section(c, line, m.NewTitle, p.Added, func(x intake.Line) string {
		return fmt.Sprintf("%s  %s  %s", lang.Inert(x.Number), lang.Inert(x.Name), lang.Inert(x.Detail))
	}, func(x intake.Line) int { return x.Row })
	section(c, line, m.ChangedTitle, p.Changes, func(x intake.Change) string {
		return fmt.Sprintf("%s  %s: %s → %s", lang.Inert(x.Name), lang.Inert(x.Field), none(x.Before), none(x.After))
	}, func(x intake.Change) int { return x.Row })
	section(c, line, m.RefusedTitle, p.Refused, i.reason, func(x intake.Refusal) int { return x.Row })
	section(c, line, m.WarningsTitle, p.Warnings, i.warning, func(x intake.Warning) int { return x.Row })
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
