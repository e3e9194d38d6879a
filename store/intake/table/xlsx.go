package table

import (
	"encoding/xml"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"kinerja/model/misread"
)

// errEnough ends the reading of a part before its end.
var errEnough = errors.New("enough")

// Rows streams the rows of a sheet.
func (b *book) Rows(name string, _ byte) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for _, s := range b.list {
			if s.name != name {
				continue
			}
			r := sheetReader{book: b, yield: yield}
			err := b.each(s.part, r.token)
			if err == nil && !r.whole {
				err = fmt.Errorf("%w: %s", b.fail(misread.ErrNotTable), name)
			}
			if err != nil && err != errEnough {
				yield(Row{}, err)
			}
			return
		}
	}
}

// sheetReader makes rows of the tokens of a sheet.
type sheetReader struct {
	book  *book
	yield func(Row, error) bool
	whole bool // the end of the rows was seen
	row   Row

	column   int    // of the cell at hand, from 0
	kind     string // its type attribute
	style    int    // its style number
	value    []byte // text of its v or t
	inValue  bool   // inside v or t
	formula  bool   // it has an f
	hasValue bool   // it has a v or t
	reading  bool   // inside rPh, which is no part of the text
}

func (r *sheetReader) token(t xml.Token) error {
	switch e := t.(type) {
	case xml.CharData:
		if r.inValue && !r.reading {
			r.value = append(r.value, e...)
		}
	case xml.StartElement:
		return r.start(e)
	case xml.EndElement:
		switch e.Name.Local {
		case "v", "t":
			r.inValue = false
		case "rPh":
			r.reading = false
		case "c":
			return r.put()
		case "row":
			if !r.yield(r.row, nil) {
				return errEnough
			}
		case "sheetData":
			r.whole = true
			return errEnough
		}
	}
	return nil
}

func (r *sheetReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		r.row.N++
		if n, err := strconv.Atoi(attr(e, "r")); err == nil && n >= r.row.N {
			r.row.N = n
		}
		r.row.Cells, r.column = r.row.Cells[:0], -1
	case "c":
		r.column++
		r.kind, r.style, r.value = "", 0, r.value[:0]
		r.formula, r.hasValue = false, false
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "r":
				if n := columnOf(a.Value); n >= 0 {
					r.column = n
				}
			case "t":
				r.kind = a.Value
			case "s":
				r.style, _ = strconv.Atoi(a.Value)
			}
		}
		if r.column >= maxColumns {
			return r.book.fail(misread.ErrTooLarge)
		}
	case "v", "t":
		r.inValue, r.hasValue = true, true
	case "f":
		r.formula = true
	case "rPh":
		r.reading = true
	}
	return nil
}

// put places the cell that was read into its row.
func (r *sheetReader) put() error {
	c := Cell{}
	switch text := string(r.value); {
	case !r.hasValue && r.formula:
		c = Cell{Kind: Formula}
	case !r.hasValue:
		return nil
	case r.kind == "s":
		i, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || i < 0 || i >= len(r.book.texts) {
			return fmt.Errorf("%w: shared string %s", r.book.fail(misread.ErrNotTable), text)
		}
		c.Text = r.book.texts[i]
	case r.kind == "" || r.kind == "n":
		c = r.book.number(strings.TrimSpace(text), r.style)
	case r.kind == "d":
		c = Cell{Text: text, Kind: Day}
	case r.kind == "b":
		c.Text = map[string]string{"0": "FALSE", "1": "TRUE"}[strings.TrimSpace(text)]
	default: // str, inlineStr, e
		c.Text = unescape(text)
	}
	for len(r.row.Cells) <= r.column {
		r.row.Cells = append(r.row.Cells, Cell{})
	}
	r.row.Cells[r.column] = c
	return nil
}

// number makes a cell of a number as the workbook holds it.
func (b *book) number(text string, style int) Cell {
	kind := Number
	if style >= 0 && style < len(b.formats) {
		kind = b.formats[style]
	}
	if kind == Day {
		if d, err := serialDate(text, b.early); err == nil {
			return Cell{d.String(), Day}
		}
		kind = Number
	}
	if kind == Number && b.early {
		kind = Serial
	}
	return Cell{text, kind}
}

// columnOf reads the letters of "AB12" as a column counted from 0; -1 for none.
func columnOf(ref string) int {
	n := 0
	for i := 0; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1
}
