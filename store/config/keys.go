package config

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// putKeys takes the section [keys]. Which actions and keys there are is known
// to ui/keys, which asks Locate for the line when it refuses one.
func putKeys(c *Config, value any) bool {
	section, ok := value.(map[string]any)
	if !ok {
		return false
	}
	for action, v := range section {
		if key, ok := v.(string); ok && isText(key) {
			if c.Keys == nil {
				c.Keys = map[string]string{}
			}
			c.Keys[action] = key
		}
	}
	return true
}

// getKeys prints the section as an inline table.
func getKeys(c Config) string {
	var b strings.Builder
	for i, action := range slices.Sorted(maps.Keys(c.Keys)) {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Quote(action) + " = " + strconv.Quote(c.Keys[action]))
	}
	if b.Len() == 0 {
		return "{}"
	}
	return "{ " + b.String() + " }"
}
