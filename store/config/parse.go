package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"kinerja/model"
)

const (
	// maxWrong is how many mistakes are told at once.
	maxWrong = 20
	// maxLine is how many bytes a line may have: with thousands of parts in a
	// key the decoder takes minutes.
	maxLine = 4096
	// maxValue is over how many lines a value may go to be found.
	maxValue = 100
)

// Parse reads settings over the defaults, as Load does, with paths left as
// they stand. file is for the errors alone.
func Parse(file string, data []byte) (Config, error) {
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(line) > maxLine {
			return Default(), &Error{File: file, Line: i + 1, Detail: "line too long", Err: ErrSyntax}
		}
	}
	var tree map[string]any
	if _, err := toml.Decode(string(data), &tree); err != nil {
		return Default(), Syntax(file, string(data), err)
	}
	r := reader{config: Default(), known: settings()}
	r.section("", tree)
	if len(r.wrong) == 0 {
		r.compare()
	}
	if len(r.wrong) == 0 {
		return r.config, nil
	}
	lines := locate(string(data))
	for _, e := range r.wrong {
		e.File, e.Line = file, lines[e.Key]
	}
	slices.SortFunc(r.wrong, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Key, b.Key))
	})
	var errs []error
	for _, e := range r.wrong[:min(len(r.wrong), maxWrong)] {
		errs = append(errs, e)
	}
	return Default(), errors.Join(errs...)
}

// reader puts a decoded file into a Config and collects what does not fit.
type reader struct {
	config Config
	known  []setting
	wrong  []*Error
}

func (r *reader) section(prefix string, tree map[string]any) {
	for _, name := range slices.Sorted(maps.Keys(tree)) {
		r.entry(prefix+name, tree[name])
	}
}

func (r *reader) entry(key string, value any) {
	if i := slices.IndexFunc(r.known, func(s setting) bool { return s.Key == key }); i >= 0 {
		s := r.known[i]
		if !s.put(&r.config, value) {
			r.refuse(key, value, s.Allowed)
		} else if section, ok := value.(map[string]any); ok {
			r.actions(section)
		}
		return
	}
	inside := func(s setting) bool { return strings.HasPrefix(s.Key, key+".") }
	if !slices.ContainsFunc(r.known, inside) {
		r.wrong = append(r.wrong, &Error{Key: key, Value: shown(value), Near: near(key, r.known), Err: ErrUnknown})
		return
	}
	if section, ok := value.(map[string]any); ok {
		r.section(key+".", section)
		return
	}
	r.refuse(key, value, []string{"[" + key + "]"})
}

// actions refuses what putKeys left out.
func (r *reader) actions(section map[string]any) {
	for _, action := range slices.Sorted(maps.Keys(section)) {
		if _, ok := r.config.Keys[action]; !ok {
			r.refuse(keysSetting+"."+action, section[action], []string{`"ctrl+z f5"`})
		}
	}
}

// compare holds the thresholds against each other.
func (r *reader) compare() {
	t := r.config.Rules
	if t.Meets >= t.Above {
		r.refuse("rules.meets", t.Meets, []string{"< " + t.Above.String()})
	}
	if t.Cap < t.Above {
		r.refuse("rules.cap", t.Cap, []string{">= " + t.Above.String()})
	}
	if t.HeadMeets > t.HeadAbove {
		r.refuse("rules.head_meets", t.HeadMeets, []string{"<= " + t.HeadAbove.String()})
	}
	if t.Gain.Medium >= t.Gain.High {
		r.refuse("rules.ngain_sedang", t.Gain.Medium, []string{"< " + t.Gain.High.String()})
	}
	r.compareAfter()
}

func (r *reader) refuse(key string, value any, allowed []string) {
	r.wrong = append(r.wrong, &Error{Key: key, Value: shown(value), Allowed: allowed, Err: ErrValue})
}

// shown is a value as a person would recognise it from the file.
func shown(value any) string {
	var s string
	switch v := value.(type) {
	case string:
		s = v
	case map[string]any:
		s = "{ … }"
	case []any, []map[string]any:
		s = "[ … ]"
	case float64:
		s = strconv.FormatFloat(v, 'f', -1, 64)
	case model.Number:
		s = v.String()
	default:
		s = fmt.Sprint(v)
	}
	if runes := []rune(s); len(runes) > 60 {
		s = string(runes[:59]) + "…"
	}
	return s
}

// locate finds the line of every key of a file that is known to be TOML, by
// giving the decoder one line at a time under its heading: what does not parse
// yet goes on in the next line. A key under two headings has its last line.
func locate(data string) map[string]int {
	lines := map[string]int{}
	heading, chunk, first := "", "", 1
	for i, line := range strings.Split(strings.TrimPrefix(data, "\ufeff"), "\n") {
		if chunk == "" {
			first = i + 1
		}
		chunk += line + "\n"
		var tree map[string]any
		meta, err := toml.Decode(heading+chunk, &tree)
		if err != nil && strings.HasPrefix(strings.TrimSpace(chunk), "[") {
			// A second heading of the same name, or one inside the last.
			if meta, err = toml.Decode(chunk, &tree); err == nil {
				heading = ""
			}
		}
		if err != nil && i-first >= maxValue {
			return lines
		}
		if err != nil {
			continue
		}
		skip := 0
		if heading != "" {
			old, _ := toml.Decode(heading, &map[string]any{})
			skip = len(old.Keys())
		}
		for _, key := range meta.Keys()[skip:] {
			lines[strings.Join(key, ".")] = first
			// Of what is only ever named in passing, the first line.
			for n := range key {
				if before := strings.Join(key[:n], "."); lines[before] == 0 {
					lines[before] = first
				}
			}
		}
		if strings.HasPrefix(strings.TrimSpace(chunk), "[") {
			heading = chunk
		}
		chunk = ""
	}
	return lines
}
