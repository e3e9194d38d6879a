package cli_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kinerja/ui/cli"
	"kinerja/ui/cli/call"
)

var fillReadme = flag.Bool("readme", false, "write what the commands print into README.md, where it has only …")

const readmePath = "../../README.md"

func readReadme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// home makes a person's empty folders, with English as their language, and goes
// into a folder with a list of staff.
func home(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	list, err := os.ReadFile("../../store/intake/testdata/pegawai.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "AppData", "LocalAppData"} {
		t.Setenv(name, dir)
	}
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte("language = \"en\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "pegawai.csv"), list, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
}

// says is everything that a command line prints, as a terminal shows it.
func says(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	now := time.Date(2026, 10, 5, 3, 0, 0, 0, time.UTC)
	cli.Main(call.Env{
		Args: append([]string{"--config", "config.toml"}, args...), In: strings.NewReader(""), Out: &out, Err: &out,
		Lookup: os.LookupEnv, Now: func() time.Time { return now },
	})
	return out.String()
}

func TestReadmeListsTheKeys(t *testing.T) {
	text := readReadme(t)
	home(t)
	_, rest, _ := strings.Cut(text, "<!-- keys -->\n")
	got, _, ok := strings.Cut(rest, "<!-- /keys -->\n")
	if want := says(t, "keys", "--markdown"); !ok || got != want {
		t.Errorf("the keys of README.md are not those of the program:\ngot\n%s\nwant\n%s", got, want)
	}
}

// Every example of README.md is run, in order, on one file.
func TestReadmeExamples(t *testing.T) {
	text := readReadme(t)
	readme, err := filepath.Abs(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	home(t)
	example := regexp.MustCompile(`(?m)^\$ kinerja (.*)\n((?:[^$\x60].*\n|\n)*)`)
	found := 0
	for _, block := range regexp.MustCompile("(?s)```console\n.*?```").FindAllString(text, -1) {
		for _, m := range example.FindAllStringSubmatch(block, -1) {
			found++
			got := says(t, words(m[1])...)
			if *fillReadme && m[2] == "…\n" {
				text = strings.Replace(text, m[0], "$ kinerja "+m[1]+"\n"+got, 1)
			} else if !pattern(m[2]).MatchString(got) {
				t.Errorf("kinerja %s\ngot\n%s\nwant\n%s", m[1], got, m[2])
			}
		}
	}
	if found < 10 {
		t.Errorf("README.md has %d examples", found)
	}
	if *fillReadme {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// words takes a command line apart; ' holds words together.
func words(line string) []string {
	var list []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			list = append(list, part)
			continue
		}
		list = append(list, strings.Fields(part)...)
	}
	return list
}

// pattern is what README.md says a command prints: "…" alone on a line stands
// for any lines, within one for any text.
func pattern(want string) *regexp.Regexp {
	quoted := "\n" + regexp.QuoteMeta(want)
	quoted = strings.ReplaceAll(quoted, "\n…\n", "\n(?:.*\n)*")
	return regexp.MustCompile("^" + strings.ReplaceAll(quoted[1:], "…", ".*") + "$")
}

// The map of the folders names every folder of the first two levels, and no
// other.
func TestReadmeMapsTheFolders(t *testing.T) {
	_, rest, _ := strings.Cut(readReadme(t), "## The folders\n\n```text\n")
	drawn, _, _ := strings.Cut(rest, "```")
	var got, want []string
	top := ""
	for _, m := range regexp.MustCompile(`(?m)^( *)(\S+)/ `).FindAllStringSubmatch(drawn, -1) {
		name := m[2]
		if m[1] == "" {
			top = name
		} else {
			name = top + "/" + name
		}
		got = append(got, name)
	}
	for _, depth := range []string{"*", "*/*"} {
		found, err := filepath.Glob(filepath.Join("../..", depth))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			name := strings.TrimPrefix(filepath.ToSlash(path), "../../")
			if info, err := os.Stat(path); err != nil || !info.IsDir() || strings.HasPrefix(name, ".git") || filepath.Base(name) == "testdata" {
				continue
			}
			want = append(want, name)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("README.md draws %q, the tree has %q", got, want)
	}
}
