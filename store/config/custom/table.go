package custom

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kinerja/model"
	"kinerja/store/config"
)

// fault is a mistake with its line, by which they are told.
type fault struct {
	line int
	err  error
}

// reader collects what does not fit.
type reader struct {
	file  string
	lines map[string]int
	wrong []fault
}

// table is one table of the file. Keys that nobody asked for are not known.
type table struct {
	r    *reader
	path string // "formula.", "band[2]."
	tree map[string]any
	used map[string]bool
}

func (r *reader) refuse(key, value string, reason error, allowed ...string) {
	line := r.lines[key]
	for at := key; line == 0 && at != ""; { // a key that is missing: its table
		at = at[:max(strings.LastIndex(at, "."), 0)]
		line = r.lines[at]
	}
	r.wrong = append(r.wrong, fault{line, &config.Error{File: r.file, Line: line, Key: key, Value: value, Allowed: allowed, Err: reason}})
}

func (t *table) take(key string) (any, bool) {
	t.used[key] = true
	v, ok := t.tree[key]
	return v, ok
}

func (t *table) has(key string) bool { _, ok := t.tree[key]; return ok }

func (t *table) bad(key string, value any, allowed ...string) {
	t.r.refuse(t.path+key, shown(value), config.ErrValue, allowed...)
}

// shown is a value as a person would recognise it.
func shown(value any) string {
	switch value.(type) {
	case nil:
		return ""
	case map[string]any:
		return "{ … }"
	case []any, []map[string]any:
		return "[ … ]"
	}
	s := []rune(fmt.Sprint(value))
	if len(s) > 60 {
		s = append(s[:59], '…')
	}
	return string(s)
}

// done refuses keys that are none.
func (t *table) done() {
	for _, key := range slices.Sorted(maps.Keys(t.tree)) {
		if !t.used[key] {
			t.r.refuse(t.path+key, "", config.ErrUnknown, slices.Sorted(maps.Keys(t.used))...)
		}
	}
}

// text is one line of text; needed says that it must be there.
func (t *table) text(key string, needed bool) string {
	v, ok := t.take(key)
	s, isText := v.(string)
	s = strings.TrimSpace(s)
	if ok && (!isText || len(s) > 1000 || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) })) || needed && s == "" {
		t.bad(key, v, `"…"`)
		return ""
	}
	return s
}

// names is a text in both languages.
func (t *table) names(key string, needed bool) (n model.Text) {
	if !t.has(key) && !needed {
		t.used[key] = true
		return n
	}
	sub := t.sub(key)
	if sub == nil {
		t.bad(key, t.tree[key], `{ id = "…", en = "…" }`)
		return n
	}
	n = model.Text{ID: sub.text("id", true), EN: sub.text("en", true)}
	sub.done()
	return n
}

// number is a number from low to high; other where the key is missing.
func (t *table) number(key string, low, high int64, other model.Amount) model.Number {
	v, ok := t.take(key)
	if !ok {
		n, given := other.Get()
		if !given {
			t.bad(key, nil, fmt.Sprint(low)+" - "+fmt.Sprint(high))
		}
		return n
	}
	n, isNumber := config.Figure(v)
	if !isNumber || n < model.Int(low) || n > model.Int(high) {
		t.bad(key, v, fmt.Sprint(low)+" - "+fmt.Sprint(high))
	}
	return n
}

// amount is a number that may be missing.
func (t *table) amount(key string) model.Amount {
	v, ok := t.take(key)
	if !ok {
		return model.Amount{}
	}
	n, isNumber := config.Figure(v)
	if !isNumber {
		t.bad(key, v, "94.5")
	}
	return model.Some(n)
}

// whole is a whole number.
func (t *table) whole(key string, low, high, other int64) int {
	n := t.number(key, low, high, model.Some(model.Int(other)))
	if n%model.Scale != 0 {
		t.bad(key, t.tree[key], fmt.Sprint(low)+" - "+fmt.Sprint(high))
	}
	return int(n / model.Scale)
}

func (t *table) flag(key string) bool {
	v, ok := t.take(key)
	b, isFlag := v.(bool)
	if ok && !isFlag {
		t.bad(key, v, "true", "false")
	}
	return b
}

// word is one of some words; "" where the key is missing and not needed.
func (t *table) word(key string, needed bool, allowed ...string) string {
	v, ok := t.take(key)
	s, _ := v.(string)
	if (ok || needed) && !slices.Contains(allowed, s) {
		t.bad(key, v, allowed...)
		return ""
	}
	return s
}

// sub is a table inside; nil where there is none.
func (t *table) sub(key string) *table {
	v, _ := t.take(key)
	tree, ok := v.(map[string]any)
	if !ok {
		if v != nil {
			t.bad(key, v, "["+t.path+key+"]")
		}
		return nil
	}
	return &table{r: t.r, path: t.path + key + ".", tree: tree, used: map[string]bool{}}
}

// list is the tables [[key]].
func (t *table) list(key string) (list []*table) {
	v, ok := t.take(key)
	trees, isList := v.([]map[string]any)
	if ok && !isList {
		t.bad(key, v, "[["+t.path+key+"]]")
	}
	for i, tree := range trees {
		path := fmt.Sprintf("%s%s[%d].", t.path, key, i+1)
		list = append(list, &table{r: t.r, path: path, tree: tree, used: map[string]bool{}})
	}
	return list
}

// locate finds the line of every key and heading: "formula.results",
// "band[2].from", "example[1].measure[2]". It reads headings and the words
// before an equals sign, which is enough to point at a line.
func locate(data string) map[string]int {
	lines, count := map[string]int{}, map[string]int{}
	path := ""
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "[["); ok {
			path = numbered(strings.TrimSpace(strings.SplitN(name, "]", 2)[0]), count)
			lines[path] = i + 1
			path += "."
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok {
			path = strings.TrimSpace(strings.SplitN(name, "]", 2)[0])
			lines[path] = i + 1
			path += "."
			continue
		}
		if key, _, ok := strings.Cut(line, "="); ok && !strings.HasPrefix(line, "#") {
			key = path + strings.Trim(strings.TrimSpace(key), `"'`)
			if lines[key] == 0 {
				lines[key] = i + 1
			}
		}
	}
	return lines
}

// numbered gives the last part of a name of tables the next number, the parts
// before it the number they are at.
func numbered(name string, count map[string]int) string {
	parts, path := strings.Split(name, "."), ""
	for i, part := range parts {
		path += part
		if i == len(parts)-1 {
			count[path]++
		}
		if n := count[path]; n > 0 {
			path += "[" + strconv.Itoa(n) + "]"
		}
		path += "."
	}
	return strings.TrimSuffix(path, ".")
}
