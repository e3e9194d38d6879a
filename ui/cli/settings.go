package cli

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/store/config"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/page"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
)

func (c *call) configVerb() *cobra.Command {
	return c.group("config",
		c.verb("config path", "path", c.want(0, 0), func([]string) error { return c.configPathVerb() }),
		c.verb("config show", "show", c.want(0, 0), func([]string) error { return c.configShow() }),
		c.verb("config check", "check", c.want(0, 0), func([]string) error { return c.configCheck() }),
	)
}

// configPathVerb says where settings and data are, whether they exist or not.
func (c *call) configPathVerb() error {
	db, err := c.path()
	if err != nil {
		return err
	}
	_, err = os.Stat(c.confPath)
	exists := err == nil
	if c.flag.json {
		return c.object(answer.Paths{Schema: answer.Schema, Config: c.confPath, Exists: exists, DB: db})
	}
	c.line(c.confPath)
	if !exists {
		c.note(c.text.CLI.Config.Missing)
	}
	c.note(lang.Fill(c.text.CLI.Config.Data, "file", db))
	return nil
}

// configShow prints every setting as it holds now, as a file of settings.
func (c *call) configShow() error {
	if err := c.settings(); err != nil {
		return err
	}
	if c.flag.json {
		values := map[string]string{}
		for _, s := range config.All() {
			values[s.Key], _ = c.conf.Value(s.Key)
		}
		return c.object(struct {
			Schema   int               `json:"schema"`
			Config   string            `json:"config"`
			Settings map[string]string `json:"settings"`
		}{answer.Schema, c.confPath, values})
	}
	section := ""
	for _, s := range config.All() {
		value, _ := c.conf.Value(s.Key)
		name := s.Key
		if before, after, ok := strings.Cut(s.Key, "."); ok {
			if before != section {
				section = before
				c.line("\n[" + section + "]")
			}
			name = after
		}
		mark := ""
		if c.sets(s.Key) {
			mark = "  # " + c.text.CLI.Config.Set
		}
		c.line(name + " = " + value + mark)
	}
	return nil
}

// configCheck says whether the settings can be used: all of them, also those
// that only the program itself reads.
func (c *call) configCheck() error {
	if err := c.settings(); err != nil {
		return err
	}
	if _, err := c.bindings(); err != nil {
		return err
	}
	_, err := os.Stat(c.confPath)
	if c.flag.json {
		return c.object(struct {
			Schema int    `json:"schema"`
			Config string `json:"config"`
			Good   bool   `json:"good"`
		}{answer.Schema, c.confPath, true})
	}
	if errors.Is(err, fs.ErrNotExist) {
		c.line(lang.Fill(c.text.CLI.Config.None, "file", c.confPath))
		return nil
	}
	c.line(lang.Fill(c.text.CLI.Config.Good, "file", c.confPath))
	return nil
}

// bindings are the keys as settings have them. A complaint names file and line.
func (c *call) bindings() (*keys.Map, error) {
	m, err := keys.New(c.text, c.conf.Keys)
	if err == nil {
		return m, nil
	}
	where := c.confPath
	for _, id := range slices.Sorted(maps.Keys(c.conf.Keys)) {
		if _, alone := keys.New(c.text, map[string]string{id: c.conf.Keys[id]}); alone != nil {
			where += ":" + strconv.Itoa(config.Locate(c.confPath, "keys."+id))
			break
		}
	}
	return nil, &said{where + ": " + c.text.Error(err), err}
}

func (c *call) keysVerb() *cobra.Command {
	var markdown bool
	cmd := c.verb("keys", "keys [--markdown]", c.want(0, 0), func([]string) error { return c.keys(markdown) })
	cmd.Flags().BoolVar(&markdown, "markdown", false, c.text.CLI.Flags["markdown"])
	return cmd
}

func (c *call) keys(markdown bool) error {
	if err := c.settings(); err != nil {
		return err
	}
	m, err := c.bindings()
	if err != nil {
		return err
	}
	if markdown {
		c.out.WriteString(m.Markdown())
		return nil
	}
	type keyJSON struct {
		ID   string `json:"id"`
		Keys string `json:"keys"`
		Name string `json:"name"`
	}
	list := []keyJSON{}
	var rows [][]string
	for _, e := range m.Table() {
		list = append(list, keyJSON(e))
		rows = append(rows, []string{e.Keys, e.Name, e.ID})
	}
	if c.flag.json {
		return c.object(list)
	}
	h := c.text.Keys
	c.columns([]page.Column{{Head: h.ColumnKey}, {Head: h.ColumnAction, Last: true}, {Head: h.ColumnID, Whole: true}}, rows)
	return nil
}
