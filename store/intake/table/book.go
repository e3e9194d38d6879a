package table

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"kinerja/model/misread"
)

// A workbook is refused before anything is unpacked when its parts claim more
// than these bytes: a sheet of a million rows stays below.
const (
	maxUnpacked = 512 << 20
	maxStrings  = 128 << 20 // the texts, which are kept in memory
	maxParts    = 10_000
)

// book is an XLSX workbook: a zip of XML parts.
type book struct {
	file    string // name, for errors
	zip     *zip.ReadCloser
	parts   map[string]*zip.File
	list    []sheetPart
	texts   []string // shared strings
	formats []Kind   // by style number: what a number with that style is
	early   bool     // dates count from 1904
}

// sheetPart is one sheet of the workbook and where it lies.
type sheetPart struct {
	name, part string
	hidden     bool
}

// openBook reads everything of a workbook but its rows.
func openBook(file string) (*book, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, &misread.TableError{File: filepath.Base(file), Err: misread.ErrNotTable}
	}
	b := &book{file: filepath.Base(file), zip: z, parts: map[string]*zip.File{}}
	if err := b.open(); err != nil {
		return nil, errors.Join(err, z.Close())
	}
	return b, nil
}

func (b *book) open() error {
	if err := b.measure(); err != nil {
		return err
	}
	main := "xl/workbook.xml"
	for _, r := range b.relations("_rels/.rels", "") {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			main = r.target
		}
	}
	if b.parts[main] == nil || strings.HasSuffix(main, ".bin") {
		if b.parts["content.xml"] != nil || b.parts["xl/workbook.bin"] != nil {
			return b.fail(misread.ErrOldFormat)
		}
		return b.fail(misread.ErrNotTable)
	}
	where := map[string]string{}
	for _, r := range b.relations(path.Join(path.Dir(main), "_rels", path.Base(main)+".rels"), path.Dir(main)) {
		where[r.id] = r.target
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			where["texts"] = r.target
		case strings.HasSuffix(r.kind, "/styles"):
			where["styles"] = r.target
		}
	}
	if err := b.readSheets(main, where); err != nil {
		return err
	}
	if err := b.readTexts(where["texts"]); err != nil {
		return err
	}
	return b.readStyles(where["styles"])
}

// measure refuses a bomb by what the directory of the zip claims; readers of
// the parts never give more than that.
func (b *book) measure() error {
	total := uint64(0)
	for _, f := range b.zip.File {
		if f.UncompressedSize64 > maxUnpacked {
			return b.fail(misread.ErrTooLarge)
		}
		total += f.UncompressedSize64
		b.parts[f.Name] = f
	}
	if total > maxUnpacked || len(b.zip.File) > maxParts {
		return b.fail(misread.ErrTooLarge)
	}
	return nil
}

func (b *book) fail(why error) error {
	return &misread.TableError{File: b.file, Accepted: []string{".xlsx", ".csv"}, Err: why}
}

// Close closes the file.
func (b *book) Close() error { return b.zip.Close() }

// Ways has one element: there is nothing to choose.
func (b *book) Ways() []byte { return []byte{0} }

// Sheets names the sheets that are shown; a hidden one is read when asked for.
func (b *book) Sheets() []string {
	var names []string
	for _, s := range b.list {
		if !s.hidden {
			names = append(names, s.name)
		}
	}
	return names
}

// Sheet finds a sheet by its name, hidden or not.
func (b *book) Sheet(name string) (string, error) {
	for _, s := range b.list {
		if FoldWords(s.name) == FoldWords(name) {
			return s.name, nil
		}
	}
	return "", &misread.TableError{File: b.file, Name: name, Seen: b.Sheets(), Err: misread.ErrSheet}
}

// each gives every token of a part to f; the part must be whole XML.
func (b *book) each(part string, f func(xml.Token) error) error {
	file := b.parts[part]
	if file == nil {
		return nil
	}
	r, err := file.Open()
	if err != nil {
		return b.fail(misread.ErrNotTable)
	}
	defer r.Close()
	d := xml.NewDecoder(io.LimitReader(r, int64(file.UncompressedSize64)))
	for depth := 0; ; {
		t, err := d.RawToken()
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if err == io.EOF && depth == 0 {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %s", b.fail(misread.ErrNotTable), part)
		}
		if err := f(t); err != nil {
			return err
		}
	}
}

type relation struct{ id, kind, target string }

// relations reads which parts belong to a part that lies in folder.
func (b *book) relations(part, folder string) (list []relation) {
	// A part without relations has no such file, and a broken one shows when
	// what it names is missing.
	_ = b.each(part, func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" {
			target := strings.TrimPrefix(path.Join("/", folder, attr(e, "Target")), "/")
			if strings.HasPrefix(attr(e, "Target"), "/") {
				target = strings.TrimPrefix(attr(e, "Target"), "/")
			}
			list = append(list, relation{attr(e, "Id"), attr(e, "Type"), target})
		}
		return nil
	})
	return list
}

func (b *book) readSheets(main string, where map[string]string) error {
	return b.each(main, func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		switch {
		case ok && e.Name.Local == "sheet":
			if part := where[attr(e, "id")]; b.parts[part] != nil && !strings.Contains(part, "chartsheet") {
				state := attr(e, "state")
				b.list = append(b.list, sheetPart{attr(e, "name"), part, state == "hidden" || state == "veryHidden"})
			}
		case ok && e.Name.Local == "workbookPr":
			b.early = attr(e, "date1904") == "1" || attr(e, "date1904") == "true"
		}
		return nil
	})
}

// readTexts reads the shared strings; readings above a text (rPh) are no part
// of it.
func (b *book) readTexts(part string) error {
	if f := b.parts[part]; f != nil && f.UncompressedSize64 > maxStrings {
		return b.fail(misread.ErrTooLarge)
	}
	var text strings.Builder
	inText, above := false, false
	return b.each(part, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "t"
			above = above || e.Name.Local == "rPh"
		case xml.EndElement:
			inText = false
			switch e.Name.Local {
			case "rPh":
				above = false
			case "si":
				b.texts = append(b.texts, unescape(text.String()))
				text.Reset()
			}
		case xml.CharData:
			if inText && !above {
				text.Write(e)
			}
		}
		return nil
	})
}

// readStyles finds out which styles show a number as per cent or as a date.
func (b *book) readStyles(part string) error {
	codes, inCells := map[string]string{}, false
	return b.each(part, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "numFmt":
				codes[attr(e, "numFmtId")] = attr(e, "formatCode")
			case "cellXfs":
				inCells = true
			case "xf":
				if inCells {
					id := attr(e, "numFmtId")
					b.formats = append(b.formats, formatKind(id, codes[id]))
				}
			}
		case xml.EndElement:
			inCells = inCells && e.Name.Local != "cellXfs"
		}
		return nil
	})
}

// formatKind says what a number in the format is: the numbers of the built-in
// formats are those of ECMA-376, 18.8.30.
func formatKind(id, code string) Kind {
	n, _ := strconv.Atoi(id)
	if code == "" {
		switch {
		case n == 9 || n == 10:
			return Percent
		case n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58:
			return Day
		}
		return Number
	}
	bare, quoted := strings.Builder{}, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			if end := strings.IndexByte(code[i:], ']'); end > 0 {
				i += end
			}
		case !quoted:
			bare.WriteByte(c)
		}
	}
	switch s := strings.ToLower(bare.String()); {
	case strings.Contains(s, "%"):
		return Percent
	case strings.ContainsAny(s, "dy"):
		return Day
	}
	return Number
}

// attr returns an attribute by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// unescape reads _x000D_ and the like, with which a workbook writes characters
// that XML cannot hold, and makes every line break "\n".
func unescape(s string) string {
	for from := 0; ; {
		at := strings.Index(s[from:], "_x")
		if at < 0 {
			break
		}
		at += from
		from = at + 2
		if len(s) < at+7 || s[at+6] != '_' {
			continue
		}
		if n, err := strconv.ParseUint(s[at+2:at+6], 16, 16); err == nil {
			s = s[:at] + string(rune(n)) + s[at+7:]
			from = at + 1
		}
	}
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}
