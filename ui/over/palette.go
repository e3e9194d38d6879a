package over

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/table"
)

// Item is one thing that the menu offers.
type Item struct {
	Group string // heading above the first of it; "": none
	Name  string
	Words string // other words by which it is found
	Key   string // label of its key; "" for what has none
	Why   string // why it cannot be done now; "" when it can
	Run   func() tea.Cmd
}

// Palette is the menu of everything that can be done, by name. What is typed
// filters it.
type Palette struct {
	env   nav.Env
	items []Item
	hits  []int // indices of those that fit
	line  grid.Line
	said  string // why the chosen one cannot be done
	lines []int  // what each line of the body shows: an index into hits, or -1
	below int    // lines out of sight below
	cursor
}

// NewPalette offers items in their order.
func NewPalette(env nav.Env, items []Item) *Palette {
	p := &Palette{env: env, items: items}
	p.filter()
	return p
}

// filter keeps what has every word, in any order; names with words that begin
// so stand first.
func (p *Palette) filter() {
	words := strings.Fields(lang.Fold(p.line.Text()))
	var begin, within []int
	for i, it := range p.items {
		name := " " + lang.Fold(it.Name+" "+it.Words)
		switch {
		case !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, " "+w) }):
			begin = append(begin, i)
		case !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) }):
			within = append(within, i)
		}
	}
	p.hits = append(begin, within...)
	p.at, p.top, p.n = 0, 0, len(p.hits)
}

// Press filters, moves or chooses.
func (p *Palette) Press(k tea.KeyMsg) Done {
	keys := p.env.Keys
	p.said = ""
	text := k.Type == tea.KeyRunes || k.Type == tea.KeySpace
	switch {
	case !text && p.press(k, keys):
	case key.Matches(k, keys.Enter):
		return p.choose(p.at)
	case key.Matches(k, keys.Esc), !text && key.Matches(k, keys.Palette), k.Type == tea.KeyCtrlC:
		return closed()
	case p.line.Take(k):
		p.filter()
	}
	return Done{}
}

// choose runs the ith of the hits, or says why it cannot be done.
func (p *Palette) choose(i int) Done {
	if i >= len(p.hits) {
		return Done{}
	}
	it := p.items[p.hits[i]]
	if it.Why != "" {
		p.at, p.said = i, lang.Fill(p.env.Text.Frame.NotNow, "action", it.Name, "why", it.Why)
		return Done{}
	}
	return Done{Close: true, Run: it.Run}
}

// Click chooses what stands in a line.
func (p *Palette) Click(y int) Done {
	if y -= 2; y >= 0 && y < len(p.lines) && p.lines[y] >= 0 {
		return p.choose(p.lines[y])
	}
	return Done{}
}

// Body is the menu. Headings stand only where nothing is typed: what was found
// is in the order of how well it fits.
func (p *Palette) Body(width, height int) (string, bool) {
	t := p.env.Text.Over
	head := entry(p.env, t.Menu, &p.line, width) + "\n"
	p.lay(max(1, height-2))
	if len(p.hits) == 0 {
		return head + "\n" + lang.Fill(t.NoItem, "words", lang.Inert(p.line.Text())), true
	}
	body := make([]string, 0, len(p.lines))
	for y, i := range p.lines {
		switch {
		case i >= 0:
			body = append(body, p.draw(i, width))
		case y+1 < len(p.lines):
			body = append(body, p.env.Styles.Header.Render(p.items[p.hits[p.lines[y+1]]].Group))
		}
	}
	return head + "\n" + strings.Join(body, "\n"), true
}

// lay decides what each line shows: the items around the cursor, each group's
// first below its heading.
func (p *Palette) lay(height int) {
	var all []int
	at := 0
	for i, hit := range p.hits {
		it := p.items[hit]
		if len(p.line.Text()) == 0 && it.Group != "" && (i == 0 || p.items[p.hits[i-1]].Group != it.Group) {
			all = append(all, -1)
		}
		if i == p.at {
			at = len(all)
		}
		all = append(all, i)
	}
	rows := cursor{at: at, top: p.top}
	rows.fit(len(all), height)
	if rows.top == 1 && all[0] < 0 { // the first heading is seen with its first item
		rows.top = 0
	}
	p.top, p.room, p.lines = rows.top, height, all[rows.top:min(len(all), rows.top+height)]
	if n := len(p.lines); n > 1 && p.lines[n-1] < 0 { // a heading of nothing
		p.lines = p.lines[:n-1]
	}
	p.below = len(all) - p.top - len(p.lines)
}

// keysWide is the room of a key's label in the menu.
const keysWide = 8

func (p *Palette) draw(i, width int) string {
	s, it := p.env.Styles, p.items[p.hits[i]]
	mark, style := "  ", s.Text
	if i == p.at {
		mark, style = s.Glyphs.Cursor+" ", s.Chosen
	}
	name := lang.Inert(it.Name)
	line := mark + table.Fit(it.Key, keysWide, false, s.Glyphs.Ellipsis) + "  "
	if it.Why == "" {
		return ansi.Truncate(style.Render(line+name), width, s.Glyphs.Ellipsis)
	}
	return ansi.Truncate(style.Render(line)+s.Dim.Render(name+" ("+lang.Inert(it.Why)+")"), width, s.Glyphs.Ellipsis)
}

// Line says why the chosen one cannot be done, else how much is out of sight.
func (p *Palette) Line() string {
	if p.said != "" {
		return p.said
	}
	return pane.More(p.env.Text, p.env.Styles.Glyphs, p.top, p.below)
}

// Foot says how to choose and leave.
func (p *Palette) Foot() []Hint {
	t, k := p.env.Text.Over, p.env.Keys
	return []Hint{hint(p.env, k.Enter, t.Do, true), upDown(p.env, t.Choose), hint(p.env, k.Esc, t.Close, true)}
}

// Typing is always so.
func (p *Palette) Typing() bool { return true }
