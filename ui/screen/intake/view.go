package intake

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/offer"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/table"
)

// Actions says what can be done at this step.
func (p *Page) Actions() []nav.Action {
	k, t := p.env.Keys, p.env.Text.Intake
	esc := nav.Action{ID: "esc", Name: t.Back, Binding: k.Esc, Main: true}
	if p.busy() {
		return []nav.Action{{ID: "esc", Name: t.Stop, Binding: k.Esc, Main: true}}
	}
	enter := func(name, why string, run func() tea.Cmd) nav.Action {
		return nav.Action{ID: "enter", Name: name, Binding: k.Enter, Why: why, Main: true, Run: run}
	}
	switch p.step {
	case sheets:
		return []nav.Action{enter(t.Choose, "", p.chooseSheet), esc}
	case decimal:
		return []nav.Action{enter(t.Choose, "", p.chooseDecimal), esc}
	case columns:
		return []nav.Action{{ID: "saved", Name: t.ReadAgain, Binding: k.Saved, Main: true, Run: p.submit}, esc}
	case preview:
		nothing := ""
		if p.found.Data.Take == nil {
			nothing = t.Nothing
		}
		list := []nav.Action{enter(t.Take, nothing, p.take)}
		if p.found.Data.Unnumbered > 0 || p.order.NonASN {
			name := t.AsNonASN
			if p.order.NonASN {
				name = t.AsBefore
			}
			list = append(list, nav.Action{ID: "add", Name: name, Binding: k.Add, Main: true, Run: p.nonASN})
		}
		return append(list, nav.Action{ID: "edit", Name: t.Columns, Binding: k.Edit, Main: true, Run: p.name}, esc)
	}
	none := ""
	if len(p.entries.Data) == 0 {
		none = t.NoFiles
	}
	return []nav.Action{enter(t.Choose, none, p.open), esc}
}

// The columns of the files, as entryCell numbers them.
const (
	colFile = iota
	colWhere
	colChanged
	colSize
)

func (p *Page) fileColumns() []table.Column {
	t := p.env.Text.Intake
	return []table.Column{
		colFile:    {Title: t.File, Min: 24, Max: 60},
		colWhere:   {Title: t.Where, Min: 12, Max: 40},
		colChanged: {Title: t.Changed, Min: 15, Max: 24},
		colSize:    {Title: t.Size, Min: 8, Max: 10, Right: true, Level: 1},
	}
}

// entries is the list of files as a table shows it.
type entries struct{ p *Page }

// Len is how many there are.
func (e entries) Len() int { return len(e.p.entries.Data) }

// Cell is one cell.
func (e entries) Cell(row, col int) string {
	t, x := e.p.env.Text, e.p.entries.Data[row]
	switch {
	case col == colFile && x.Place == offer.Above:
		return t.Intake.Above
	case col == colFile && x.Folder:
		return e.p.place(x) + "/"
	case col == colFile:
		return x.Name
	case col == colWhere && x.Folder && x.Place != offer.Plain && x.Place != offer.Above:
		return x.Path
	case col == colWhere && !x.Folder:
		return e.p.place(offer.Entry{Place: x.Place})
	case x.Folder:
		return ""
	case col == colChanged:
		at := x.Changed.In(e.p.env.Now().Location())
		day, _ := model.NewDate(at.Year(), int(at.Month()), at.Day())
		return t.Date(day)
	case col == colSize:
		return lang.Fill(t.Intake.KiB, "n", t.Count(int((x.Size+1023)/1024)))
	}
	return ""
}

// place is what people call a place.
func (p *Page) place(e offer.Entry) string {
	t := p.env.Text.Intake
	switch e.Place {
	case offer.Stick:
		return strings.TrimSpace(t.Stick + " " + e.Name)
	case offer.Drive:
		return strings.TrimSpace(t.Drive + " " + e.Name)
	case offer.Downloads:
		return t.Downloads
	case offer.Desktop:
		return t.Desktop
	case offer.Documents:
		return t.Documents
	case offer.Here:
		return t.Here
	case offer.Home:
		return t.Home
	}
	return e.Name
}

func (p *Page) lineColumns() []table.Column {
	t := p.env.Text.Intake
	return []table.Column{
		{Title: t.Row, Min: 5, Max: 5, Right: true},
		{Title: t.Mark, Min: 8, Max: 10},
		{Title: t.What, Min: 30},
	}
}

// lines is what the rows would do, as a table shows it.
type lines struct{ p *Page }

// Len is how many lines there are.
func (l lines) Len() int { return len(l.p.found.Data.Lines) }

// Cell is one cell.
func (l lines) Cell(row, col int) string {
	t, x := l.p.env.Text, l.p.found.Data.Lines[row]
	switch col {
	case 0:
		return t.Count(x.Row)
	case 1:
		return t.Intake.Marks[min(int(x.Mark), len(t.Intake.Marks)-1)]
	}
	return line(x)
}

func line(x offer.Line) string {
	if x.Name == "" {
		return x.Text
	}
	return x.Name + " · " + x.Text
}

// View draws the step.
func (p *Page) View() string {
	t := p.env.Text
	switch {
	case p.found.Busy:
		return p.words(lang.Fill(t.Intake.Reading, "n", t.Count(int(p.count.Load()))))
	case p.taking.Busy:
		return p.words(lang.Fill(t.Intake.Taking, "n", t.Count(int(p.count.Load()))))
	case p.step == files:
		return p.viewFiles()
	}
	head := []string{p.env.Styles.Header.Render(ansi.Truncate(p.which(), p.width, p.env.Styles.Glyphs.Ellipsis))}
	switch p.step {
	case sheets:
		head = append(head, p.wrapped(t.Intake.WhichSheet)...)
		head = append(head, "")
		return strings.Join(append(head, p.sheet.View(p.env.Text, p.env.Styles, p.width, max(1, p.height-len(head)))), "\n")
	case decimal:
		head = append(head, p.wrapped(p.undecided())...)
		head = append(head, "")
		return strings.Join(append(head, p.comma.View(p.env.Text, p.env.Styles, p.width, max(1, p.height-len(head)))), "\n")
	case columns:
		head = append(head, p.wrapped(p.wanted())...)
		head = append(head, "")
		return strings.Join(append(head, p.columns.View(p.width, max(1, p.height-len(head)))), "\n")
	}
	return p.viewPreview(head)
}

func (p *Page) viewFiles() string {
	t, s := p.env.Text.Intake, p.env.Styles
	switch {
	case p.entries.Err != nil && len(p.entries.Data) == 0:
		return p.words(p.env.Text.Error(p.entries.Err))
	case !p.entries.Have:
		return p.words(t.Looking)
	}
	intro := t.Intro
	if p.folder != "" {
		intro = lang.Inert(p.folder)
	}
	head := append(p.wrapped(intro), "")
	p.list.Resize(p.width, max(2, p.height-len(head)-1))
	detail := ""
	if i := p.list.Cursor(); i < len(p.entries.Data) {
		detail = p.entries.Data[i].Path
	}
	return strings.Join(append(head, p.list.View(entries{p}), s.Dim.Render(ansi.TruncateLeft(lang.Inert(detail), max(0, ansi.StringWidth(lang.Inert(detail))-p.width), ""))), "\n")
}

// which is the table at hand: file, sheet, row of the header.
func (p *Page) which() string {
	f := p.found.Data
	parts := []string{f.File}
	if f.Sheet != "" && p.step != sheets {
		parts = append(parts, f.Sheet)
	}
	if f.HeaderRow > 0 && p.step != sheets {
		parts = append(parts, lang.Fill(p.env.Text.Intake.Header, "row", f.HeaderRow))
	}
	return lang.Inert(strings.Join(parts, " · "))
}

// undecided names the columns whose numbers can be read in two ways.
func (p *Page) undecided() string {
	var list []string
	for _, c := range p.found.Data.Undecided {
		list = append(list, c.Name+" ("+strings.Join(c.Examples, ", ")+")")
	}
	return lang.Fill(p.env.Text.Intake.WhichDecimal, "columns", lang.Inert(strings.Join(list, "; ")))
}

// wanted says what the form of the columns is for.
func (p *Page) wanted() string {
	t := p.env.Text
	if missing := p.found.Data.Missing; len(missing) > 0 {
		return lang.Fill(t.Intake.Missing, "list", p.fieldNames(missing))
	}
	return t.Intake.Naming
}

func (p *Page) fieldNames(fields []string) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = p.env.Text.Field(f)
	}
	return strings.Join(names, ", ")
}

// viewPreview shows what the table would change.
func (p *Page) viewPreview(head []string) string {
	t, s, f := p.env.Text, p.env.Styles, p.found.Data
	head = append(head, p.wrapped(p.counts())...)
	var used, left []string
	for _, c := range f.Columns {
		if c.Field == "" {
			left = append(left, lang.Inert(c.Name))
		} else {
			used = append(used, lang.Inert(c.Name)+" → "+t.Field(c.Field))
		}
	}
	text := lang.Fill(t.Intake.Used, "list", strings.Join(used, ", "))
	if len(left) > 0 {
		text += " " + lang.Fill(t.Intake.Left, "list", strings.Join(left, ", "))
	}
	for _, l := range clip(p.wrapped(text), 3, p.width, s.Glyphs.Ellipsis) {
		head = append(head, s.Dim.Render(l))
	}
	if f.Unnumbered > 0 {
		for _, l := range p.wrapped(t.Plural(t.Intake.Unnumbered, f.Unnumbered, "key", p.env.Keys.Now(p.env.Keys.Add, false))) {
			head = append(head, s.Warning.Render(l))
		}
	}
	if f.Astray != "" {
		for _, l := range p.wrapped(lang.Fill(t.Intake.Astray, "column", lang.Inert(f.Astray))) {
			head = append(head, s.Warning.Render(l))
		}
	}
	head = append(head, "")
	if len(f.Lines) == 0 {
		return strings.Join(append(head, p.words(t.Intake.NothingNew)), "\n")
	}
	at := f.Lines[p.lines.Cursor()]
	about, room := lang.Inert(line(at)), 2
	if at.Mark == offer.Refused {
		about, room = about+". "+lang.Fill(t.Intake.Mend, "file", lang.Inert(f.RefusedTo)), min(5, max(2, p.height/4))
	}
	detail := clip(p.wrapped(about), room, p.width, s.Glyphs.Ellipsis)
	p.lines.Resize(p.width, max(2, p.height-len(head)-len(detail)))
	return strings.Join(append(head, p.lines.View(lines{p}), s.Dim.Render(strings.Join(detail, "\n"))), "\n")
}

// counts says how many are taken and how many refused.
func (p *Page) counts() string {
	t, f := p.env.Text, p.found.Data
	rows := t.Plural(t.Intake.Rows, f.Rows)
	if p.route.Kind == "staff" {
		rows = t.Plural(t.Common.People, f.Rows)
	}
	text := lang.Fill(t.Intake.Counts, "rows", rows, "in", t.Count(f.New+f.Changed), "new", t.Count(f.New), "changed", t.Count(f.Changed))
	if f.Same > 0 {
		text += ", " + lang.Fill(t.Intake.Same, "n", t.Count(f.Same))
	}
	if f.Refused > 0 {
		text += ", " + t.Plural(t.Intake.Refused, f.Refused)
	}
	return text + "."
}

func (p *Page) words(text string) string { return strings.Join(p.wrapped(text), "\n") }

func (p *Page) wrapped(text string) []string {
	return strings.Split(ansi.Wrap(text, max(1, p.width), ""), "\n")
}

// clip keeps the first lines, and says where there were more.
func clip(lines []string, most, width int, ellipsis string) []string {
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	lines[most-1] = ansi.Truncate(lines[most-1], max(0, width-2), "") + " " + ellipsis
	return lines
}
