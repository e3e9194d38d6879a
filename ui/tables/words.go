package tables

import (
	"errors"
	"strconv"
	"strings"

	"kinerja/model/misread"
	"kinerja/store/intake"
	"kinerja/ui/lang"
)

// Reason is a refusal in words: column, value, why, what would be accepted.
func Reason(t *lang.Texts, r intake.Refusal) string {
	text := lang.Inert(r.Column)
	if errors.Is(r.Err, intake.ErrUnnumbered) {
		return text + ": " + t.Intake.NoNumber
	}
	if r.Value != "" {
		text += " \"" + lang.Inert(r.Value) + "\""
	}
	text += ": " + t.Why(r.Err)
	var rows *misread.RowsError
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

// Warning is something odd about a row that is taken nevertheless.
func Warning(t *lang.Texts, w intake.Warning) string {
	m := t.CLI.Import.Warnings
	text := map[intake.WarningCode]string{
		intake.WarnYoung: m.Young, intake.WarnContract: m.Contract, intake.WarnKind: m.Kind,
		intake.WarnOtherName: m.OtherName, intake.WarnRounded: m.Rounded, intake.WarnRange: m.Range,
		intake.WarnNobody: m.Nobody, intake.WarnWeights: m.Weights, intake.WarnVersion: m.Version,
		intake.WarnAside: m.Aside, intake.WarnBlank: m.Blank, intake.WarnUnanswered: m.Unanswered,
	}[w.Code]
	where := lang.Inert(w.Column)
	if w.Value != "" {
		where += " \"" + lang.Inert(w.Value) + "\""
	}
	return where + ": " + lang.Fill(text, "accepted", lang.Inert(w.Accepted))
}
