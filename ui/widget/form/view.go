package form

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/ui/lang"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/table"
)

const (
	listed   = 6 // options of an open Pick in sight
	writing  = 5 // lines of a Long field
	labelled = 26
)

// View draws the form in its room; the field with the cursor is always in
// sight, and the last line says how much is out of it.
func (f *Form) View(width, height int) string {
	f.width = width
	label := f.labelRoom(width)
	var lines []string
	f.rows = f.rows[:0]
	top, end := 0, 0
	for i, fd := range f.fields {
		if !f.shown(i) {
			continue
		}
		start := len(lines)
		lines = append(lines, f.block(i, fd, label, width)...)
		for range len(lines) - start {
			f.rows = append(f.rows, i)
		}
		if i == f.at {
			top, end = start, len(lines)
		}
	}
	room := max(0, height)
	if len(lines) > height && height > 1 {
		room-- // for saying that there is more
	}
	first := max(0, min(top, end-room))
	last := min(len(lines), first+room)
	f.rows = f.rows[first:last]
	if more := pane.More(f.look.Text, f.look.Styles.Glyphs, first, len(lines)-last); more != "" && height > 1 {
		return strings.Join(append(lines[first:last:last], f.look.Styles.Dim.Render(ansi.Truncate("  "+more, max(0, width), ""))), "\n")
	}
	return strings.Join(lines[first:last], "\n")
}

// Click puts the cursor into the field that is drawn on line y.
func (f *Form) Click(y int) {
	if y < 0 || y >= len(f.rows) || f.fields[f.rows[y]].Kind == Head || f.rows[y] == f.at {
		return
	}
	f.leave()
	f.focus(f.rows[y])
}

// labelRoom is the room of the labels' column, the cursor's sign included.
func (f *Form) labelRoom(width int) int {
	room := 0
	for i, fd := range f.fields {
		if fd.Kind != Head && fd.Kind != Tick && f.shown(i) {
			room = max(room, ansi.StringWidth(fd.Label))
		}
	}
	return min(room, labelled, max(8, width/3)) + 2
}

// block draws one field: its line, and below it what there is to say.
func (f *Form) block(i int, fd *field, label, width int) []string {
	s := f.look.Styles
	if fd.Kind == Head {
		if fd.Label == "" {
			return []string{""}
		}
		lines := strings.Split(ansi.Wrap(fd.Label, max(1, width), ""), "\n")
		for n := range lines {
			lines[n] = s.Header.Render(lines[n])
		}
		return lines
	}
	here := i == f.at
	if fd.Kind == Tick {
		return f.tickBlock(fd, here, width)
	}
	sign, style := "  ", s.Text
	if here {
		sign, style = s.Glyphs.Cursor+" ", s.Chosen
	}
	room := max(4, width-label-2)
	head := style.Render(sign + table.Fit(fd.Label, label-2, false, s.Glyphs.Ellipsis))
	var lines []string
	for n, value := range f.drawn(fd, here, room) {
		if n > 0 {
			head = strings.Repeat(" ", label)
		}
		lines = append(lines, head+"  "+value)
	}
	say, how := fd.fault, s.Warning
	if say == "" && here {
		say, how = fd.hint(), s.Dim
		if fd.whole {
			say = strings.TrimPrefix(say+"; ", "; ") + f.look.Text.Form.Whole
		}
		if fd.open {
			say = ""
		}
	}
	switch held := fd.held(); {
	case held != "":
		say, how = "! "+held, s.Warning
	case fd.fault != "":
		say = "! " + say
	case fd.hold != nil:
		say, how = fd.then, s.Text
	}
	if say != "" {
		for _, line := range strings.Split(ansi.Wrap(say, room, ""), "\n") {
			lines = append(lines, strings.Repeat(" ", label+2)+how.Render(line))
		}
	}
	return lines
}

// tickBlock draws a box with what it is for, and below it what there is to say.
func (f *Form) tickBlock(fd *field, here bool, width int) (lines []string) {
	s := f.look.Styles
	sign, style, box := "  ", s.Text, "[ ] "
	if fd.chosen >= 0 {
		box = "[" + Ticked + "] "
	}
	if here {
		sign, style = s.Glyphs.Cursor+" ", s.Chosen
	}
	const before = 6
	for n, line := range strings.Split(ansi.Wrap(fd.Label, max(8, width-before), ""), "\n") {
		if n > 0 {
			sign, box = "  ", "    "
		}
		lines = append(lines, style.Render(sign+box+line))
	}
	say, how := fd.fault, s.Warning
	if say != "" {
		say = "! " + say
	} else if here {
		say, how = fd.Hint, s.Dim
	}
	if say != "" {
		for _, line := range strings.Split(ansi.Wrap(say, max(8, width-before), ""), "\n") {
			lines = append(lines, strings.Repeat(" ", before)+how.Render(line))
		}
	}
	return lines
}

// drawn is what a field holds, as lines of at most room cells.
func (f *Form) drawn(fd *field, here bool, room int) []string {
	s := f.look.Styles
	switch fd.Kind {
	case Long:
		return f.drawnLong(fd, here, room)
	case Choice:
		return []string{f.drawnChoice(fd, here, room)}
	case Pick:
		return f.drawnPick(fd, here, room)
	}
	if here {
		return []string{f.drawnLine(fd, room)}
	}
	value := lang.Inert(fd.line.Text())
	if fd.Kind == Secret {
		value = fd.masked(s.Glyphs.Marked)
	}
	if value == "" {
		return []string{s.Dim.Render(lang.None)}
	}
	return []string{s.Text.Render(ansi.Truncate(value, room, s.Glyphs.Ellipsis))}
}

func (f *Form) drawnLine(fd *field, room int) string {
	s := f.look.Styles
	if fd.whole {
		text := ansi.Truncate(lang.Inert(fd.line.Text()), max(1, room-1), s.Glyphs.Ellipsis)
		return s.Cell.Render(text) + s.Marked.Render(strings.Repeat(" ", max(0, room-ansi.StringWidth(text))))
	}
	line := &fd.line
	if fd.Kind == Secret { // the cursor stands at the end: nothing in it can be read or mended
		l := grid.NewLine(fd.masked(s.Glyphs.Marked))
		line = &l
	}
	before, on, after := line.Parts(room)
	return s.Marked.Render(before) + s.Cell.Render(on) + s.Marked.Render(after)
}

// drawnLong draws a longer text: while it is written, a window with the cursor;
// else its first lines.
func (f *Form) drawnLong(fd *field, here bool, room int) []string {
	s := f.look.Styles
	if here {
		fd.area.SetWidth(room)
		fd.area.SetHeight(writing)
		lines := strings.Split(fd.area.View(), "\n")
		for i := range lines {
			lines[i] = ansi.Truncate(lines[i], room, "")
		}
		return lines[:min(len(lines), writing)]
	}
	value := strings.TrimSpace(fd.area.Value())
	if value == "" {
		return []string{s.Dim.Render(lang.None)}
	}
	lines := strings.Split(ansi.Wrap(inertLines(value), room, ""), "\n")
	if len(lines) > 2 {
		lines = append(lines[:1], ansi.Truncate(lines[1], room-2, "")+" "+s.Glyphs.Ellipsis)
	}
	return lines
}

// inertLines is Inert for a text of several lines.
func inertLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = lang.Inert(lines[i])
	}
	return strings.Join(lines, "\n")
}

// drawnChoice shows all options with the chosen one in brackets; where they do
// not fit, the chosen one between arrows.
func (f *Form) drawnChoice(fd *field, here bool, room int) string {
	s := f.look.Styles
	var parts []string
	for i, o := range fd.Options {
		text := " " + o.Label + " "
		if i == fd.chosen {
			text = "[" + o.Label + "]"
			if here {
				text = s.Cell.Render(text)
			} else {
				text = s.Chosen.Render(text)
			}
		} else {
			text = s.Text.Render(text)
		}
		parts = append(parts, text)
	}
	all := strings.Join(parts, " ")
	if ansi.StringWidth(all) <= room {
		return all
	}
	label := lang.None
	if fd.chosen >= 0 {
		label = fd.Options[fd.chosen].Label
	}
	label = ansi.Truncate(label, max(1, room-10), s.Glyphs.Ellipsis)
	place := f.look.Text.Count(fd.chosen+1) + "/" + f.look.Text.Count(len(fd.Options))
	if here {
		return s.Cell.Render("‹ "+label+" ›") + s.Dim.Render(" "+place)
	}
	return s.Text.Render("[" + label + "]")
}

// drawnPick shows what was picked, or while its list is open what is searched
// for and the options that fit.
func (f *Form) drawnPick(fd *field, here bool, room int) []string {
	s, t := f.look.Styles, f.look.Text
	if !fd.open {
		text := lang.None
		switch {
		case fd.stray != "":
			text = lang.Inert(fd.stray)
		case fd.chosen >= 0:
			text = pickLabel(fd.Options[fd.chosen])
		case fd.added != "":
			text = f.addition(fd, fd.added)
		}
		text = ansi.Truncate(text, room-2, s.Glyphs.Ellipsis)
		if here {
			return []string{s.Cell.Render(text + " " + s.Glyphs.Down)}
		}
		return []string{s.Text.Render(text)}
	}
	lines := []string{f.drawnLine(fd, room)}
	if fd.lines() == 0 {
		return append(lines, s.Warning.Render(ansi.Truncate(t.Form.NoHits, room, s.Glyphs.Ellipsis)))
	}
	first := max(0, min(fd.hit-listed/2, len(fd.hits)-listed))
	for i := first; i < min(len(fd.hits), first+listed); i++ {
		text := "  " + ansi.Truncate(pickLabel(fd.Options[fd.hits[i]]), room-3, s.Glyphs.Ellipsis)
		if i == fd.hit {
			text = s.Chosen.Render(s.Glyphs.Cursor + text[1:])
		}
		lines = append(lines, text)
	}
	if fd.adds() {
		text := "  " + ansi.Truncate(f.addition(fd, fd.line.Text()), room-3, s.Glyphs.Ellipsis)
		if fd.hit >= len(fd.hits) {
			text = s.Chosen.Render(s.Glyphs.Cursor + text[1:])
		}
		lines = append(lines, text)
	}
	if len(fd.hits) > listed {
		lines = append(lines, s.Dim.Render("  "+lang.Fill(t.Frame.Rows, "first", t.Count(first+1), "last", t.Count(min(len(fd.hits), first+listed)), "all", t.Count(len(fd.hits)))))
	}
	return lines
}

// addition says that something typed is to be added.
func (f *Form) addition(fd *field, text string) string {
	return lang.Fill(fd.Add, "text", lang.Inert(strings.TrimSpace(text)))
}

func pickLabel(o Option) string {
	return strings.Join(slices.DeleteFunc([]string{lang.Inert(o.Label), lang.Inert(o.Note)}, func(s string) bool { return s == "" }), " · ")
}
