// Package custom reads rule sets that people write themselves: TOML files in
// the folder rules beside the settings. A file is taken only as a whole: a key
// that is not known, a value that is not possible or an example that comes out
// otherwise refuses it, each with the line and what would be right, because a
// person's result hangs on it.
package custom

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/store/config"
)

const (
	maxSize  = 64 << 10 // of a file; the examples have 4 KiB
	maxFiles = 100
	maxWrong = 20
	maxLine  = 4096
)

// ErrExample: an example of the file comes out otherwise.
var ErrExample = errors.New("example comes out otherwise")

// ExampleError is an example that the rule set does not keep.
type ExampleError struct {
	File      string
	Line      int
	About     string // what the example says of itself
	Key       string // what was compared: "value"
	Got, Want string
}

func (e *ExampleError) Error() string {
	return fmt.Sprintf("%s:%d: example %q: %s = %s, want %s", e.File, e.Line, e.About, e.Key, e.Got, e.Want)
}

// Unwrap makes model.ErrInvalid and ErrExample match.
func (e *ExampleError) Unwrap() []error { return []error{model.ErrInvalid, ErrExample} }

// File is one file of the folder: its rule set, or why it is refused.
type File struct {
	Path  string
	Rules rules.RuleSet
	Tried int // examples that came out as they say
	Err   error
}

// Folder is where rule sets stand beside a file of settings; "" for no file.
func Folder(settings string) string {
	if settings == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(settings), "rules")
}

// Load reads every file of a folder, by name. A folder that is missing has
// none. Of two files with one id and version the second is refused.
func Load(folder string) ([]File, error) {
	if folder == "" {
		return nil, nil
	}
	names, err := filepath.Glob(filepath.Join(escape(folder), "*.toml"))
	if err != nil {
		return nil, err
	}
	var list []File
	seen := map[string]bool{}
	for _, name := range names[:min(len(names), maxFiles)] {
		f := Read(name)
		if ref := f.Rules.Ref(); f.Err == nil && seen[ref] {
			f.Err = &config.Error{File: name, Key: "version", Value: ref, Err: config.ErrValue, Detail: model.ErrExists.Error()}
		} else if f.Err == nil {
			seen[ref] = true
		}
		list = append(list, f)
	}
	return list, nil
}

// escape keeps signs of a path from being read as a pattern.
func escape(path string) string {
	if filepath.Separator == '\\' { // there a backslash cannot escape
		return path
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// Read reads one file.
func Read(path string) File {
	f := File{Path: path}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Err = fmt.Errorf("%w: %w", model.ErrNotFound, err)
		return f
	case err != nil:
		f.Err = err
		return f
	case info.Size() > maxSize:
		f.Err = &config.Error{File: path, Detail: "file too large", Err: config.ErrSyntax}
		return f
	}
	data, err := os.ReadFile(path)
	if err != nil {
		f.Err = err
		return f
	}
	f.Rules, f.Tried, f.Err = Parse(path, data)
	return f
}

// Parse reads a rule set and tries its examples; it returns how many there
// were. The error joins one *config.Error or *ExampleError a mistake, in the
// order of the lines. file is for the errors alone.
func Parse(file string, data []byte) (rules.RuleSet, int, error) {
	for i, line := range strings.Split(string(data), "\n") {
		if len(line) > maxLine {
			return rules.RuleSet{}, 0, &config.Error{File: file, Line: i + 1, Detail: "line too long", Err: config.ErrSyntax}
		}
	}
	var tree map[string]any
	if _, err := toml.Decode(string(data), &tree); err != nil {
		return rules.RuleSet{}, 0, config.Syntax(file, string(data), err)
	}
	r := &reader{file: file, lines: locate(string(data))}
	rs, examples := r.ruleSet(&table{r: r, tree: tree, used: map[string]bool{}})
	if len(r.wrong) == 0 {
		r.judge(rs)
	}
	if len(r.wrong) == 0 {
		r.try(rs, examples)
	}
	if len(r.wrong) == 0 {
		return rs, len(examples), nil
	}
	slices.SortStableFunc(r.wrong, func(a, b fault) int { return cmp.Compare(a.line, b.line) })
	var errs []error
	for _, f := range r.wrong[:min(len(r.wrong), maxWrong)] {
		errs = append(errs, f.err)
	}
	return rules.RuleSet{}, 0, errors.Join(errs...)
}

//go:embed ready/*.toml
var ready embed.FS

// Ready returns the files that the program brings along to begin one's own
// with, by the id of their rule set.
func Ready() map[string][]byte {
	list := map[string][]byte{}
	entries, err := fs.Glob(ready, "ready/*.toml")
	if err != nil {
		panic("custom: " + err.Error()) // a constant pattern
	}
	for _, name := range entries {
		data, err := ready.ReadFile(name)
		if err != nil {
			panic("custom: " + err.Error()) // it is part of the program
		}
		list[strings.TrimSuffix(filepath.Base(name), ".toml")] = data
	}
	return list
}
