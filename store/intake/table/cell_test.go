package table_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/table"
)

func TestDate(t *testing.T) {
	for _, tt := range []struct {
		text string
		kind table.Kind
		want model.Date // 0: none
	}{
		{text: "2026-12-31", want: 20261231},
		{text: "31/12/2026", want: 20261231},
		{text: "31-12-2026", want: 20261231},
		{text: "1.2.2026", want: 20260201},
		{text: "31 Desember 2026", want: 20261231},
		{text: "1 agt 2026", want: 20260801},
		{text: "3 Aug 2026", want: 20260803},
		{text: "2026-12-31T00:00:00Z", want: 20261231},
		{text: "46387", want: 20261231},
		{text: "46387.75", kind: table.Number, want: 20261231},
		{text: "44925", kind: table.Serial, want: 20261231},
		{text: "12/31/2026"}, {text: "31/12/26"}, {text: "30 Februari 2026"}, {text: "29/02/2025"}, {text: "besok"},
		{text: "59", kind: table.Number}, {text: "1e300", kind: table.Number}, {text: "-5", kind: table.Number}, {text: "NaN", kind: table.Number},
	} {
		got, err := table.Cell{Text: tt.text, Kind: tt.kind}.Date()
		if got != tt.want || (err == nil) != (tt.want != 0) || err != nil && !errors.Is(err, model.ErrBadDate) {
			t.Errorf("date %q = %v, %v, want %v", tt.text, got, err, tt.want)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, tt := range []struct {
		text    string
		kind    table.Kind
		want    string
		rounded bool
		err     error
	}{
		{text: "94.499999999999996", kind: table.Number, want: "94.5"},
		{text: "0.86", kind: table.Percent, want: "86"},
		{text: "33.333333333333336", kind: table.Number, want: "33.3333", rounded: true},
		{text: "900000000000000", kind: table.Number, want: "900000000000000"},
		{text: "1E2", kind: table.Number, want: "100"},
		{text: "0", kind: table.Number, want: "0"},
		{text: "2026-04-05", kind: table.Day, err: misread.ErrDateCell},
		{text: "Inf", kind: table.Number, err: model.ErrBadNumber},
	} {
		got, rounded, err := table.Cell{Text: tt.text, Kind: tt.kind}.Plain()
		if got != tt.want || rounded != tt.rounded || !errors.Is(err, tt.err) {
			t.Errorf("plain %q = %q, %v, %v, want %q, %v, %v", tt.text, got, rounded, err, tt.want, tt.rounded, tt.err)
		}
	}
}

func TestClean(t *testing.T) {
	for _, tt := range []struct {
		cell  table.Cell
		lines bool
		want  string
		err   error
	}{
		{cell: table.Cell{Text: "  Re\u0301ne\u0301e "}, want: "Rénée"},
		{cell: table.Cell{Text: "Bidan\nTerampil\u00a0"}, want: "Bidan Terampil"},
		{cell: table.Cell{Text: "satu\ndua"}, lines: true, want: "satu\ndua"},
		{cell: table.Cell{Text: "'=1+1"}, want: "=1+1"},
		{cell: table.Cell{Text: "'Aisyah"}, want: "'Aisyah"},
		{cell: table.Cell{Text: "10203", Kind: table.Number}, want: "10203"},
		{cell: table.Cell{Text: "0.5", Kind: table.Percent}, want: "50%"},
		{cell: table.Cell{Text: "a\x00b"}, err: model.ErrControl},
		{cell: table.Cell{Text: "a\u009bb"}, err: model.ErrControl},
		{cell: table.Cell{Text: "a\u2066b"}, err: model.ErrControl},
		{cell: table.Cell{Text: "a\u200bb"}, err: model.ErrControl},
		{cell: table.Cell{Kind: table.Formula}, err: misread.ErrNotComputed},
	} {
		got, err := tt.cell.Clean(tt.lines)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("clean %+v = %q, %v, want %q, %v", tt.cell, got, err, tt.want, tt.err)
		}
	}
}

// What a spreadsheet would run, round or change is written so that it does not,
// and read back as it was.
func TestProtect(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "@SUM(A1)": "'@SUM(A1)", "+62 812": "+62 812", "-": "-", "-5,2": "-5,2", "-A1": "'-A1", "+A1": "'+A1",
		"198703142012041003": "'198703142012041003", "007": "'007", "0": "0", "47/52": "'47/52", "2026-07": "'2026-07",
		"2026-12-31": "2026-12-31", "Siti": "Siti", "": "", "94,5": "94,5",
	} {
		got := table.Protect(text)
		if got != want {
			t.Errorf("Protect(%q) = %q, want %q", text, got, want)
		}
		if back := table.Unprotect(got); back != text {
			t.Errorf("Unprotect(%q) = %q, want %q", got, back, text)
		}
	}
	for want, c := range map[string]table.Cell{
		"94,5": {Text: "94.5", Kind: table.Number}, "1,2340": {Text: "1.234", Kind: table.Number}, "86 %": {Text: "0.86", Kind: table.Percent},
		"1.98703142012041E+17": {Text: "1.98703142012041E+17", Kind: table.Number}, "2026-12-31": {Text: "2026-12-31", Kind: table.Day},
	} {
		if got := c.Written(); got != want {
			t.Errorf("written %+v = %q, want %q", c, got, want)
		}
	}
}
