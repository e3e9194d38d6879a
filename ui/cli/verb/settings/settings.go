// Package settings is the verbs config and keys: where the settings are, how they
// hold now, whether they are good, and which key does what.
package settings

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/store/config"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/page"
	"kinerja/ui/lang"
)

// Config is `kinerja config` with its verbs.
func Config(c *call.Call) *cobra.Command {
	return c.Group("config",
		c.Verb("config path", "path", c.Want(0, 0), func([]string) error { return configPath(c) }),
		c.Verb("config show", "show", c.Want(0, 0), func([]string) error { return configShow(c) }),
		c.Verb("config check", "check", c.Want(0, 0), func([]string) error { return configCheck(c) }),
	)
}

// configPath says where settings and data are, whether they exist or not.
func configPath(c *call.Call) error {
	db, err := c.Path()
	if err != nil {
		return err
	}
	_, err = os.Stat(c.ConfPath)
	exists := err == nil
	if c.Flag.JSON {
		return c.Object(answer.Paths{Schema: answer.Schema, Config: c.ConfPath, Exists: exists, DB: db})
	}
	c.Line(c.ConfPath)
	if !exists {
		c.Note(c.Text.CLI.Config.Missing)
	}
	c.Note(lang.Fill(c.Text.CLI.Config.Data, "file", db))
	return nil
}

// configShow prints every setting as it holds now, as a file of settings.
func configShow(c *call.Call) error {
	if err := c.Settings(); err != nil {
		return err
	}
	if c.Flag.JSON {
		values := map[string]string{}
		for _, s := range config.All() {
			values[s.Key], _ = c.Conf.Value(s.Key)
		}
		return c.Object(struct {
			Schema   int               `json:"schema"`
			Config   string            `json:"config"`
			Settings map[string]string `json:"settings"`
		}{answer.Schema, c.ConfPath, values})
	}
	section := ""
	for _, s := range config.All() {
		value, _ := c.Conf.Value(s.Key)
		name := s.Key
		if before, after, ok := strings.Cut(s.Key, "."); ok {
			if before != section {
				section = before
				c.Line("\n[" + section + "]")
			}
			name = after
		}
		mark := ""
		if c.Sets(s.Key) {
			mark = "  # " + c.Text.CLI.Config.Set
		}
		c.Line(name + " = " + value + mark)
	}
	return nil
}

// configCheck says whether the settings can be used: all of them, also those
// that only the program itself reads.
func configCheck(c *call.Call) error {
	if err := c.Settings(); err != nil {
		return err
	}
	if _, err := c.Keys(); err != nil {
		return err
	}
	_, err := os.Stat(c.ConfPath)
	if c.Flag.JSON {
		return c.Object(struct {
			Schema int    `json:"schema"`
			Config string `json:"config"`
			Good   bool   `json:"good"`
		}{answer.Schema, c.ConfPath, true})
	}
	if errors.Is(err, fs.ErrNotExist) {
		c.Line(lang.Fill(c.Text.CLI.Config.None, "file", c.ConfPath))
		return nil
	}
	c.Line(lang.Fill(c.Text.CLI.Config.Good, "file", c.ConfPath))
	return nil
}

// Keys is `kinerja keys`: the table of keys, also for a manual.
func Keys(c *call.Call) *cobra.Command {
	var markdown bool
	cmd := c.Verb("keys", "keys [--markdown]", c.Want(0, 0), func([]string) error { return keys(c, markdown) })
	cmd.Flags().BoolVar(&markdown, "markdown", false, c.Text.CLI.Flags["markdown"])
	return cmd
}

func keys(c *call.Call, markdown bool) error {
	if err := c.Settings(); err != nil {
		return err
	}
	m, err := c.Keys()
	if err != nil {
		return err
	}
	if markdown {
		c.Out.WriteString(m.Markdown())
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
	if c.Flag.JSON {
		return c.Object(list)
	}
	h := c.Text.Keys
	c.Columns([]page.Column{{Head: h.ColumnKey}, {Head: h.ColumnAction, Last: true}, {Head: h.ColumnID, Whole: true}}, rows)
	return nil
}
