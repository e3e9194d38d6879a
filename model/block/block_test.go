package block_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/rules"
	"kinerja/model/sheet"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"as Excel copies", "1\t2\r\n3\t4\r\n", "1|2/3|4"},
		{"an empty cell at the end of a line", "1\t\r\n\t4\r\n", "1|/|4"},
		{"a line of empty cells is a line", "1\t2\n\t\n", "1|2/|"},
		{"a last empty line is none", "1\n2\n\n", "1/2"},
		{"a line break in a cell", "\"Ani Lestari\n198503152010012001\"\t92\nBudi\t71", "Ani Lestari\n198503152010012001|92/Budi|71"},
		{"quotation marks in a cell", "\"a \"\"b\"\"\"\t1", `a "b"|1`},
		{"quotation marks that belong to the text", "\"12\" lebar\t1", `"12" lebar|1`},
		{"never closed", "\"12\t1\n2\t3", `"12|1/2|3`},
		{"one column with decimal commas", "92,5\n88,0\n47/52", "92,5/88,0/47/52"},
		{"commas between cells", "Ani,92\nBudi,71.5", "Ani|92/Budi|71.5"},
		{"semicolons", "Ani;92,5\nBudi;71", "Ani|92,5/Budi|71"},
		{"what cannot be seen", "9\u200b2\u00a0\t\u202e7", "92|7"},
		{"old line ends", "1\t2\r3\t4", "1|2/3|4"},
		{"nothing", "", ""}, {"blank", "\n\n", ""}, {"one", "92", "92"},
	} {
		rows, err := block.Parse(tt.text)
		var lines []string
		for _, row := range rows {
			lines = append(lines, strings.Join(row, "|"))
		}
		if got := strings.Join(lines, "/"); got != tt.want || err != nil {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
	if _, err := block.Parse(strings.Repeat("\t", 200_001)); !errors.Is(err, block.ErrTooMany) {
		t.Errorf("a block without end: %v", err)
	}
}

// FuzzParse: whatever arrives, no cell holds what cannot be seen, and what was
// read reads back the same when it is written as spreadsheets do.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"1\t2\r\n3\t4\r\n", "\"a\nb\"\t\"c\"\"d\"", "Ani;92,5\nBudi;71", "92,5\n88", "\"", "\t\n\t", "a,b\nc,d", "\x1b[200~1\t2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rows, err := block.Parse(s)
		if err != nil {
			return
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.ContainsAny(cell, "\x1b\x00\r\t") || cell != strings.TrimSpace(cell) {
					t.Fatalf("%q holds a cell %q", s, cell)
				}
			}
		}
		if len(rows) == 0 || len(rows[0]) < 2 {
			return // without a tab, commas may be read another way
		}
		back, err := block.Parse(block.Write(rows))
		if err != nil || fmt.Sprintf("%q", back) != fmt.Sprintf("%q", rows) {
			t.Fatalf("%q is %q, and written back %q, %v", s, rows, back, err)
		}
	})
}

// district is a sheet of four people and three indicators. The second person's
// evaluation was shared, the third has no plan for the last indicator.
func district() *sheet.Sheet {
	in := model.Instrument{ID: "I", Code: "I"}
	for _, code := range []string{"IDL", "K6", "IKM"} {
		in.Indicators = append(in.Indicators, model.Indicator{ID: model.ElementID(code), Gauge: model.Gauge{
			Code: code, Name: model.Text{ID: "Nama " + code, EN: "Name " + code}, Unit: "%", Target: model.Int(90), Weight: model.Int(1),
			Low: model.Some(0), High: model.Some(model.Int(100)),
		}})
	}
	raw := model.Sheet{Instrument: in}
	for i, name := range []string{"Ani Lestari, A.Md.Keb.", "Budi Santoso", "dr. Citra Dewi", "Dewi Kartika"} {
		post := model.Post{ID: model.PostID(fmt.Sprint("P", i)), Employee: model.EmployeeID(fmt.Sprint("E", i))}
		row := model.SheetRow{Plan: model.PlanFrom(in, post, 2026), Staff: model.StaffRow{Name: name, Number: model.NIP(fmt.Sprintf("19850315201001200%d", i))}}
		for c, m := range row.Plan.Measures {
			row.Card = row.Card.With(model.Entry{Measure: m.ID, Actual: model.Some(model.Int(int64(10*i + c))), Note: "catatan", Reason: "dulu"})
		}
		raw.Rows = append(raw.Rows, row)
	}
	raw.Rows[1].State = model.Shared
	raw.Rows[2].Plan.Measures = raw.Rows[2].Plan.Measures[:2]
	return sheet.Build(raw, rules.Only(rules.PermenPANRB6()))
}

// told writes what a draft does: person.column=value, with a sign for what is
// refused and nothing for what stays.
func told(d *block.Draft) string {
	var list []string
	for _, c := range d.Cells {
		at := fmt.Sprintf("%d.%d", c.Person, c.Column)
		switch {
		case c.Problem != block.Fine:
			list = append(list, at+[]string{"", "?plan", "?locked", "?number", "?twice"}[c.Problem])
		case c.Changed() && c.Entry.Den.Present():
			list = append(list, at+"="+c.Entry.Num.String()+"/"+c.Entry.Den.String())
		case c.Changed():
			list = append(list, at+"="+c.Entry.Actual.String())
		}
	}
	return strings.Join(list, " ")
}

func TestFill(t *testing.T) {
	s := district()
	for name, tt := range map[string]struct {
		d    *block.Draft
		want string
	}{
		"down":                {block.Down(s, sheet.Between(0, 0, 3, 1)), "1.0?locked 1.1?locked 2.0=0 2.1=1 3.0=0 3.1=1"},
		"right":               {block.Right(s, sheet.Between(2, 0, 3, 2)), "2.1=20 2.2?plan 3.1=30 3.2=30"},
		"one value":           {block.Spread(s, sheet.Between(2, 0, 3, 0), model.Entry{Actual: model.Some(model.Int(30))}), "2.0=30"},
		"nothing clears":      {block.Spread(s, sheet.Between(2, 1, 3, 1), model.Entry{}), "2.1=- 3.1=-"},
		"a locked same value": {block.Spread(s, sheet.Between(1, 0, 1, 0), model.Entry{Actual: model.Some(model.Int(10))}), ""},
	} {
		if got := told(tt.d); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
	d := block.Down(s, sheet.Between(2, 0, 3, 0))
	if e := d.Cells[0].Entry; e.Note != "catatan" || e.Reason != "" {
		t.Errorf("the note must stay and the reason go: %+v", e)
	}
}

func TestPaste(t *testing.T) {
	for _, tt := range []struct {
		name, text  string
		row, column int
		want        string
		said        string // headed, named, unknown, strange, below, beside
	}{
		{"at the cursor", "1\t2\n3\t4", 2, 0, "2.0=1 2.1=2 3.0=3 3.1=4", "false false [] [] 0 0"},
		{"beyond the edges", "1\t2\n3\t4\n5\t6", 2, 2, "2.2?plan 3.2=3", "false false [] [] 1 1"},
		{"locked and no number", "1\nabc", 1, 0, "1.0?locked 2.0?number", "false false [] [] 0 0"},
		{"empty and dash clear, what is not there stays", "\t-\n1", 2, 0, "2.0=- 2.1=- 3.0=1", "false false [] [] 0 0"},
		{"empty where no measure is", "1\t2\t\n", 2, 0, "2.0=1 2.1=2", "false false [] [] 0 0"},
		{"fractions", "47/52\n1,5/3", 2, 0, "2.0=47/52 3.0=1.5/3", "false false [] [] 0 0"},
		{"per cent", "86 %\n87%", 2, 0, "2.0=86 3.0=87", "false false [] [] 0 0"},
		{"headings say the columns", "K6\tIDL %\n5\t6", 3, 2, "3.1=5 3.0=6", "true false [] [] 0 0"},
		{"headings by name, strange ones are left out", "nama k6\tXYZ\n5\t6", 3, 0, "3.1=5", "true false [] [XYZ] 0 0"},
		{"names say the rows", "Dewi Kartika\t5\nCITRA DEWI\t6\nEko\t7", 0, 1, "3.1=5 2.1=6", "false true [Eko] [] 0 0"},
		{
			"number, name with NIP below, and headings", "No\tNama\tIDL\tIKM\n1\t\"Dewi\n198503152010012003\"\t5\t6\n2\tAni Lestari, S.ST.\t7\t8", 0, 0,
			"3.0=5 3.2=6 0.0=7 0.2=8", "true true [] [] 0 0",
		},
		{"NIP", "198503152010012003\t5\n'198503152010012000\t6", 2, 0, "3.0=5 0.0=6", "false true [] [] 0 0"},
		{"a name twice", "Dewi Kartika\t5\nDewi Kartika\t6", 0, 0, "3.0=5 3.0?twice", "false true [] [] 0 0"},
		{"a column is read in one way", "1.234\n1,5", 2, 0, "2.0=1234 3.0=1.5", "false false [] [] 0 0"},
		{"another one", "1.234\n1.5", 2, 0, "2.0=1.234 3.0=1.5", "false false [] [] 0 0"},
		{"as its neighbour where it does not say", "1.234\t1,5", 3, 0, "3.0=1234 3.1=1.5", "false false [] [] 0 0"},
		{"as told where nothing says", "1.234", 3, 0, "3.0=1234", "false false [] [] 0 0"},
		{"contradictions are refused", "1.234\n1.5\n1,5", 1, 0, "1.0?locked 2.0=1.5 3.0=1.5", "false false [] [] 0 0"},
		{"contradictions in doubt", "1,5\n1.5\n1.234", 1, 0, "1.0?locked 2.0=1.5 3.0?number", "false false [] [] 0 0"},
	} {
		rows, err := block.Parse(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		d := block.Paste(district(), rows, tt.row, tt.column, model.DecimalComma)
		said := fmt.Sprint(d.Headed, d.Named, d.Unknown, d.Strange, d.Below, d.Beside)
		if got := told(d); got != tt.want || said != tt.said {
			t.Errorf("%s:\n got %s, %s\nwant %s, %s", tt.name, got, said, tt.want, tt.said)
		}
	}
}

// One reason goes to the values that need one, and to no other.
func TestCountAndReason(t *testing.T) {
	rows, _ := block.Parse("150\t5\n200\t31")
	d := block.Paste(district(), rows, 2, 0, model.DecimalComma)
	want := block.Count{Changed: 3, Replaced: 3, Outside: 2}
	if got := d.Count(); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	for _, c := range d.Changes("lintas wilayah") {
		if outside := c.Column == 0; outside != (c.Entry.Reason == "lintas wilayah") {
			t.Errorf("column %d: reason %q", c.Column, c.Entry.Reason)
		}
	}
}
