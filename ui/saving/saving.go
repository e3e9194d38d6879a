// Package saving writes a table on screen into a file of the person at the
// keyboard: it proposes where, reads what was typed for it, and says in words
// why it cannot be written there.
package saving

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/export"
	"kinerja/ui/lang"
	"kinerja/ui/tables/places"
)

// own is the folder among a person's documents in which tables are proposed. It
// is made when it is first written to.
const own = "Kinerja"

// Shelf is where tables are written on this machine.
type Shelf struct {
	home   string
	folder string // proposed: the first, then the one that was last written to
	ending string
	make   string // the folder that may be made; "": none
}

// Here returns the shelf of this machine: among the documents of whoever works
// here, else beside the file that is open, else at home. file is "" where what
// is open lies in a temporary folder.
func Here(file string) *Shelf {
	home, _ := os.UserHomeDir() // without one, names are taken as they are
	return New(home, places.Documents(), file)
}

// New returns a shelf; documents and file may be "".
func New(home, documents, file string) *Shelf {
	s := &Shelf{home: home, folder: home, ending: ".xlsx"}
	switch {
	case documents != "":
		s.folder = filepath.Join(documents, own)
		s.make = s.folder
	case file != "":
		if full, err := filepath.Abs(file); err == nil {
			s.folder = filepath.Dir(full)
		}
	}
	return s
}

// Propose is where a table of this name would be written.
func (s *Shelf) Propose(name string) string {
	return filepath.Join(s.folder, plain(name)+s.ending)
}

// Folder is where a name without a folder is written.
func (s *Shelf) Folder() string { return s.folder }

// Keep proposes the folder and the ending of a file from now on.
func (s *Shelf) Keep(path string) {
	s.folder, s.ending = filepath.Dir(path), strings.ToLower(filepath.Ext(path))
}

// plain takes out of a name what no system, or not every one, takes in a file's.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?* `, r) {
			return '-'
		}
		return r
	}, name)
}

// Path is the file that typed names: "~" is the own folder, a name without a
// folder goes where it is proposed, and one without an ending is a workbook.
func (s *Shelf) Path(typed string) (string, error) {
	path := strings.Trim(strings.TrimSpace(typed), `"`) // as Windows copies a path
	if rest, ok := strings.CutPrefix(path, "~"); ok && s.home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		path = s.home + rest
	}
	if path == "" {
		return "", &Error{Why: noName}
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(s.folder, path)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return "", &Error{path, isFolder}
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx", ".csv":
		return path, nil
	case "", ".":
		return strings.TrimSuffix(path, ".") + ".xlsx", nil
	}
	return "", &Error{path, ending}
}

// Write writes the table into the file at path, whole or not at all. A file that
// is there already is refused with model.ErrExists, unless force is set.
func (s *Shelf) Write(path string, force bool, table listing.Table) error {
	if folder := filepath.Dir(path); folder == s.make && s.make != "" {
		_ = os.Mkdir(folder, 0o700) // why there is none comes up when it is written to
	}
	write := export.XLSX
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		write = func(w io.Writer, t listing.Table) error { return export.CSV(w, t, false) }
	}
	var read error // of what is written, which says itself what is wrong
	rows := table.Rows
	table.Rows = func(yield func([]listing.Value, error) bool) {
		for row, err := range rows {
			if err != nil {
				read = err
			}
			if !yield(row, err) {
				return
			}
		}
	}
	err := export.WriteFile(path, force, func(w io.Writer) error { return write(w, table) })
	switch {
	case err == nil:
		return nil
	case read != nil:
		return read
	case errors.Is(err, model.ErrExists) && !force:
		return err
	case errors.Is(err, model.ErrNotFound):
		return &Error{filepath.Dir(path), noFolder}
	case errors.Is(err, model.ErrReadOnly), errors.Is(err, model.ErrExists):
		return &Error{path, refused}
	case errors.Is(err, model.ErrFull):
		return &Error{path, full}
	}
	return &Error{path, other}
}

// Why a table was not written.
type Why uint8

const (
	noName Why = iota
	ending
	noFolder
	isFolder
	refused
	full
	other
)

// Error: a table was not written, and nothing was changed.
type Error struct {
	Path string // of the file or folder
	Why  Why
}

func (e *Error) Error() string { return "cannot write " + e.Path }

// Say says why, and what to do.
func (e *Error) Say(t *lang.Texts) string {
	w := t.Writing
	text := map[Why]string{
		noName: w.NoName, ending: w.Ending, noFolder: w.NoFolder, isFolder: w.IsFolder, refused: w.Refused, full: w.Full, other: w.Else,
	}[e.Why]
	return lang.Fill(text, "file", lang.Inert(e.Path), "folder", lang.Inert(e.Path))
}
