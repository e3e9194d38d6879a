package record

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/nav"
)

// write writes what is listed into a file: all there is, or all that fits the
// filter, not only what was read.
func (p *Page) write() tea.Cmd {
	t := p.env.Text.Record
	table := listing.Table{Sheet: "record", Rows: p.rows(), Columns: []listing.Column{
		{Name: "waktu", Kind: listing.Identifier, Width: 20}, {Name: "oleh", Width: 30}, {Name: "tindakan", Width: 30}, {Name: "mengenai", Width: 36}, {Name: "isi", Width: 60},
	}}
	return nav.Write(t.File, func() (listing.Table, error) { return table, nil })
}

// rows are all changes of the thing, a part at a time.
func (p *Page) rows() func(yield func([]listing.Value, error) bool) {
	desk, route, env, words := p.desk, p.route, p.env, p.filter
	of := *p
	return func(yield func([]listing.Value, error) bool) {
		var marks taken
		for older, more := (model.FactKey{}), true; more; {
			read, err := desk.Changes(route, older, part)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, l := range read.Lines {
				mark := marks.mark(env, l)
				changed := strings.Join(append(append([]string{}, l.More...), mark), "; ")
				all := strings.ToLower(strings.Join([]string{of.when(l), l.Who, l.What, l.About, changed}, " "))
				if hits, some := words.Hits(func() []string { return []string{all} }); some && len(hits) == 0 {
					continue
				}
				row := []listing.Value{{Text: of.local(l.At).Format("2006-01-02 15:04:05")}, {Text: l.Who}, {Text: l.What}, {Text: l.About}, {Text: strings.TrimSuffix(changed, "; ")}}
				if !yield(row, nil) {
					return
				}
			}
			if more = len(read.Lines) == part; more {
				older = read.Lines[len(read.Lines)-1].Key
			}
		}
	}
}
