package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kinerja/model"
)

// Change sets one setting: its key with the section ("rules.above"), and a
// string, an int, a bool or a model.Number.
type Change struct {
	Key   string
	Value any
}

// Set changes single settings in the file at path and leaves every other line
// and every comment as it is. A missing file is made, and its folder; an
// existing one is replaced by a whole one or not at all. It refuses a key or a
// value that Load would refuse, and a file that Load refuses already, for a
// program that rewrites what it cannot read loses it.
func Set(path string, changes ...Change) error {
	if path == "" { // this computer has no folder of settings for the person
		return fs.ErrNotExist
	}
	// Settings are often kept elsewhere and linked to; the link stays.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	var data []byte
	mode := fs.FileMode(0o600)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		if _, err := Load(path); err != nil {
			return err
		}
		mode = info.Mode().Perm()
		if data, err = os.ReadFile(path); err != nil {
			return err
		}
		// Where the file may not be written, the folder's permission must not
		// be a way around that.
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	text, err := patch(path, string(data), changes)
	if err != nil || text == string(data) {
		return err
	}
	return replace(path, text, mode)
}

// patch returns text with the changes in it.
func patch(path, text string, changes []Change) (string, error) {
	for _, c := range changes {
		if !slices.ContainsFunc(settings(), func(s setting) bool { return s.Key == c.Key && s.Key != keysSetting }) {
			return "", &Error{File: path, Key: c.Key, Near: near(c.Key, settings()), Err: ErrUnknown}
		}
		value, ok := written(c.Value)
		if !ok {
			return "", &Error{File: path, Key: c.Key, Value: shown(c.Value), Err: ErrValue}
		}
		text = put(text, c.Key, value)
	}
	// What the lines say now is read as the next start will read it.
	if _, err := Parse(path, []byte(text)); err != nil {
		return "", err
	}
	return text, nil
}

// put gives key the value in text: where it stands already, else after the last
// line of its section, else in a section of its own at the end.
func put(text, key, value string) string {
	s := scan(text)
	if i := slices.IndexFunc(s.found, func(f statement) bool { return f.key == key }); i >= 0 {
		return text[:s.found[i].start] + value + text[s.found[i].end:]
	}
	end := "\n"
	if strings.Contains(text, "\r\n") {
		end = "\r\n"
	}
	section, name := "", key
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		section, name = key[:i+1], key[i+1:]
	}
	at, line := 0, name+" = "+value+end
	brace, inline := s.braces[section]
	under, headed := s.room[section]
	dotted := slices.IndexFunc(s.found, func(f statement) bool { return section != "" && strings.HasPrefix(f.key, section) && !f.inline })
	switch {
	case inline:
		sep := ", "
		if strings.HasPrefix(strings.TrimLeft(text[brace:], " \t"), "}") {
			sep = " "
		}
		return text[:brace] + " " + name + " = " + value + sep + strings.TrimLeft(text[brace:], " \t")
	case section == "" && s.room[""] == len(text)-len(strings.TrimPrefix(text, "\ufeff")):
		// No key stands before the first heading: over it, under what the file
		// says about itself.
		if at = len(text); s.first >= 0 {
			at, line = s.first, line+end
		}
	case headed:
		at = under
	case dotted >= 0:
		at, line = s.found[dotted].after, section+line
	default:
		at, line = len(text), "["+strings.TrimSuffix(section, ".")+"]"+end+line
		if strings.TrimSpace(text) != "" {
			line = end + line
		}
	}
	if before := text[:at]; before != "" && before != "\ufeff" && !strings.HasSuffix(before, "\n") {
		line = end + line
	}
	return text[:at] + line + text[at:]
}

// written is a value as TOML.
func written(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		if !isText(v) {
			return "", false
		}
		// A path of Windows stays readable between single quotes.
		if strings.ContainsAny(v, `\"`) && !strings.Contains(v, "'") {
			return "'" + v + "'", true
		}
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(v) + `"`, true
	case int:
		return strconv.Itoa(v), true
	case bool:
		return strconv.FormatBool(v), true
	case model.Number:
		return v.String(), true
	}
	return "", false
}

// replace puts a whole file in the place of the one at path.
func replace(path, text string, mode fs.FileMode) error {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, ".config-*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync() // Windows syncs no folder, and the file itself is whole
		_ = d.Close()
	}
	return nil
}
