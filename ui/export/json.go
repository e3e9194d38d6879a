package export

import (
	"bufio"
	"encoding/json"
	"io"
)

// JSON writes the table as one array with one object a row, or with lines as
// one object a line and no array. Fields have their English names; numbers are
// numbers, dates ISO, and what there is none of is null. An empty table is [].
func JSON(w io.Writer, t Table, lines bool) error {
	out := bufio.NewWriter(w)
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = `"` + c.Field + `":`
	}
	open, between, end := "[", ",\n", "]\n"
	if lines {
		open, between, end = "", "\n", ""
	}
	_, _ = out.WriteString(open) // bufio keeps the first error for Flush
	wrote := false
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		if wrote {
			_, _ = out.WriteString(between)
		}
		wrote = true
		for i, c := range t.Columns {
			_ = out.WriteByte("{,"[min(i, 1)])
			_, _ = out.WriteString(names[i])
			cell, err := jsonCell(c.Kind, row[i])
			if err != nil {
				return err
			}
			_, _ = out.Write(cell)
		}
		_ = out.WriteByte('}')
	}
	if lines && wrote {
		end = "\n"
	}
	_, _ = out.WriteString(end)
	return out.Flush()
}

func jsonCell(kind Kind, v Value) ([]byte, error) {
	switch {
	case kind == Number:
		return v.Number.MarshalJSON()
	case kind == Date:
		return v.Date.MarshalJSON()
	case v.Word != "":
		return json.Marshal(v.Word)
	case v.Text != "":
		return json.Marshal(v.Text)
	}
	return []byte("null"), nil
}
