package settings

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
)

// tight is a room so low that every line of it is needed.
const tight = 12

// View draws the lines, and below them where the files are.
func (p *Page) View() string {
	t, s := p.env.Text.Settings, p.env.Styles
	settings := p.facts.Settings
	if settings == "" {
		settings = t.NoSettings
	}
	path := p.data.Data.path
	if p.data.Err != nil {
		path = p.env.Text.Error(p.data.Err)
	}
	label := max(ansi.StringWidth(t.DataFile), ansi.StringWidth(t.SettingsFile))
	var foot []string
	if p.height > tight {
		foot = append(foot, "")
	}
	for _, f := range [][2]string{{t.DataFile, path}, {t.SettingsFile, settings}} {
		value := lang.Inert(f[1])
		room := max(8, p.width-label-2)
		if over := ansi.StringWidth(value) - room; over > 0 { // the end of a path tells more
			value = s.Glyphs.Ellipsis + ansi.TruncateLeft(value, over+1, "")
		}
		foot = append(foot, s.Dim.Render(f[0]+strings.Repeat(" ", label-ansi.StringWidth(f[0]))+"  "+value))
	}
	list := p.menu.View(p.env.Text, s, p.width, max(1, p.height-len(foot)))
	return list + "\n" + strings.Join(foot, "\n")
}
