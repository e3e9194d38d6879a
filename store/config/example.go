package config

import "strings"

// Example returns a file of settings that sets every one to its default, with
// what it is for in both languages: the text of config.example.toml.
func Example() string {
	var b strings.Builder
	b.WriteString("# Setelan Kinerja. Salin baris yang hendak diubah ke berkas yang disebut `kinerja config path`.\n" +
		"# Settings of Kinerja. Copy the lines to change into the file that `kinerja config path` names.\n")
	section := ""
	for _, s := range All() {
		name := s.Key
		if before, after, ok := strings.Cut(s.Key, "."); ok {
			name = after
			if before != section {
				section = before
				b.WriteString("\n[" + section + "]")
			}
		}
		b.WriteString("\n# " + s.Doc.ID + "\n# " + s.Doc.EN + "\n")
		if len(s.Allowed) > 0 {
			b.WriteString("# " + strings.Join(s.Allowed, ", ") + "\n")
		}
		if s.Key == keysSetting {
			b.WriteString("[" + name + "]\n# undo = \"u f5\"\n")
			continue
		}
		b.WriteString(name + " = " + s.Default + "\n")
	}
	return b.String()
}
