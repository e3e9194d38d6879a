package form

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/ui/widget/grid"
)

// Ask is what a key meant to a form.
type Ask uint8

// The asks.
const (
	Nothing Ask = iota
	Changed     // a field holds something else now
	Submit      // the form was sent, and every field is right
	Escape      // the person wishes to give it up
	Unknown     // no key of a form
)

// Press takes a key.
func (f *Form) Press(k tea.KeyMsg) Ask {
	if f.at < 0 {
		return Unknown
	}
	fd := f.fields[f.at]
	if fd.open {
		return f.pressOpen(fd, k)
	}
	switch {
	case key.Matches(k, f.look.Keys.Saved):
		return f.sent()
	case k.Type == tea.KeyEsc:
		return Escape
	case k.Type == tea.KeyDown && fd.Kind == Pick: // its sign points down, as that of a list in any program
		return f.beginPick(fd, k)
	case k.Type == tea.KeyTab, k.Type == tea.KeyDown && fd.Kind != Long:
		f.leave()
		f.step(1)
		return Nothing
	case k.Type == tea.KeyShiftTab, k.Type == tea.KeyUp && fd.Kind != Long:
		f.leave()
		f.step(-1)
		return Nothing
	case k.Type == tea.KeyEnter && fd.Kind != Long:
		f.leave()
		if fd.fault == "" && !f.step(1) {
			return f.sent()
		}
		return Nothing
	}
	return f.edit(fd, k)
}

func (f *Form) sent() Ask {
	if f.Submit() {
		return Submit
	}
	return Nothing
}

// edit gives a key to the field with the cursor.
func (f *Form) edit(fd *field, k tea.KeyMsg) Ask {
	before := fd.value()
	switch {
	case k.Type == tea.KeyCtrlZ && fd.Kind != Long:
		fd.recall()
		return f.told(fd, before)
	case fd.Kind == Choice:
		fd.remember()
	}
	switch fd.Kind {
	case Long:
		if !fd.write(k) {
			return Unknown
		}
	case Choice:
		if text, onward := fd.onward(k); onward {
			f.leave()
			if f.step(1) {
				f.edit(f.fields[f.at], tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: k.Paste})
			}
			return Changed
		}
		if !fd.choose(k) {
			return Unknown
		}
		fd.fault = ""
		if fd.spelt != "" && !fd.begins(fd.spelt, fd.chosen) {
			fd.fault = f.look.Text.Form.Letters
		}
	case Pick:
		return f.beginPick(fd, k)
	case Tick:
		if k.Type != tea.KeySpace {
			return Unknown
		}
		if fd.fault = fd.Fixed; fd.Fixed == "" {
			fd.remember()
			fd.chosen = -1 - fd.chosen
		}
	default:
		if !fd.edits(k) {
			return Unknown
		}
	}
	return f.told(fd, before)
}

// told takes a field's complaint back once it holds something else.
func (f *Form) told(fd *field, before string) Ask {
	if fd.value() == before {
		return Nothing
	}
	fd.fault, fd.hold = "", nil
	f.mended()
	return Changed
}

// edits gives a key to a line, and reports whether it is one for it.
func (fd *field) edits(k tea.KeyMsg) bool {
	whole := fd.whole
	if fd.refuses(k) {
		return true
	}
	switch k.Type {
	case tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyDelete, tea.KeyF2:
		if fd.Kind == Secret { // nobody sees where in it one is: it is typed, or taken away from its end
			return true
		}
	}
	if k.Type == tea.KeyCtrlU || whole || fd.undo == nil {
		fd.remember()
	}
	switch k.Type {
	case tea.KeyF2:
		fd.whole = false
		return true
	case tea.KeyCtrlU:
		fd.line, fd.whole = grid.Line{}, false
		return true
	case tea.KeyRunes, tea.KeySpace, tea.KeyBackspace, tea.KeyDelete:
		if whole {
			fd.line = grid.Line{}
		}
	}
	if !fd.line.Edit(oneLine(k)) {
		return false
	}
	fd.whole = false
	return true
}

// oneLine makes of a pasted text with line breaks one line.
func oneLine(k tea.KeyMsg) tea.KeyMsg {
	if !k.Paste {
		return k
	}
	text := strings.TrimRight(string(k.Runes), "\r\n")
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)}
}

// choose moves a Choice: with the arrows or the space bar, or by letters
// (spell).
func (fd *field) choose(k tea.KeyMsg) bool {
	n := len(fd.Options)
	if n == 0 {
		return false
	}
	switch {
	case k.Type == tea.KeySpace && fd.spelt != "": // between words that somebody types
		fd.spell(" ")
		return true
	case k.Type == tea.KeyRight, k.Type == tea.KeySpace:
		fd.chosen = (fd.chosen + 1) % n
	case k.Type == tea.KeyLeft:
		fd.chosen = (max(fd.chosen, 0) + n - 1) % n
	case k.Type == tea.KeyBackspace:
	case k.Type == tea.KeyRunes:
		fd.spell(strings.ToLower(string(k.Runes)))
		return true
	default:
		return false
	}
	fd.spelt, fd.typed = "", ""
	return true
}

// onward is text, this key's and what was typed before it, that is meant for the next
// field: it begins no option, nor does each of its letters. The answer is what it was
// before the text.
func (fd *field) onward(k tea.KeyMsg) (text string, onward bool) {
	if !fd.Onward || k.Type != tea.KeyRunes && (k.Type != tea.KeySpace || fd.typed == "") {
		return "", false
	}
	if fd.typed == "" {
		fd.before = fd.chosen
	}
	fd.typed += string(k.Runes)
	if text = strings.ToLower(fd.typed); fd.opens(text) {
		return "", false
	}
	letters := true
	for _, r := range text {
		letters = letters && fd.opens(string(r))
	}
	if letters {
		return "", false
	}
	text, fd.chosen = fd.typed, fd.before
	return text, true
}

// opens reports that an option begins with a text in small letters.
func (fd *field) opens(text string) bool {
	for i := range fd.Options {
		if fd.begins(text, i) {
			return true
		}
	}
	return false
}

// spell goes on to the option that begins with what was typed so far. The same
// letter again goes to the next that begins with it, and the first letter of
// another option chooses that one, as long as only such letters were typed. Any
// other text is meant for another field: it chooses nothing, nor does what
// follows it.
func (fd *field) spell(text string) {
	first := func(s string, from int) int {
		for i := range fd.Options {
			if next := (max(from, -1) + 1 + i) % len(fd.Options); fd.begins(s, next) {
				return next
			}
		}
		return -1
	}
	before := fd.spelt
	fd.spelt += text
	again := strings.Trim(before, text) == ""
	if at := first(fd.spelt, fd.chosen-1); !again && at >= 0 {
		fd.chosen = at
		return
	}
	for _, r := range before {
		if first(string(r), -1) < 0 {
			return
		}
	}
	if at := first(text, fd.chosen); at >= 0 {
		fd.chosen, fd.spelt = at, text
	}
}

// begins reports an option that begins with a text in small letters, or has it as
// its letter.
func (fd *field) begins(text string, option int) bool {
	if option < 0 {
		return false
	}
	o := fd.Options[option]
	return o.Letter != "" && o.Letter == text || strings.HasPrefix(strings.ToLower(o.Label), text)
}

// beginPick opens the list of a Pick: with what was typed, or whole. Backspace
// and Delete take the choice away.
func (f *Form) beginPick(fd *field, k tea.KeyMsg) Ask {
	switch k.Type {
	case tea.KeyBackspace, tea.KeyDelete, tea.KeyCtrlU:
		stray := fd.stray != ""
		if fd.stray, fd.fault = "", ""; stray || fd.value() == "" || fd.Need {
			return Nothing
		}
		fd.remember()
		fd.chosen, fd.added = -1, ""
		return Changed
	case tea.KeyRunes:
		fd.line = grid.Line{}
		fd.line.Edit(oneLine(k))
	case tea.KeySpace, tea.KeyRight, tea.KeyDown:
		fd.line = grid.Line{}
	default:
		return Unknown
	}
	fd.open, fd.fault, fd.stray = true, "", ""
	fd.search()
	return Nothing
}

// adds reports whether the list of a Pick ends with a line that adds what was
// typed: not while it is already there to be chosen.
func (fd *field) adds() bool {
	typed := strings.TrimSpace(fd.line.Text())
	return fd.Add != "" && typed != "" && !slices.ContainsFunc(fd.hits, func(i int) bool { return strings.EqualFold(fd.Options[i].Label, typed) })
}

// lines is how many lines can be chosen in the list of a Pick.
func (fd *field) lines() int {
	if fd.adds() {
		return len(fd.hits) + 1
	}
	return len(fd.hits)
}

// take chooses what is under the cursor of the open list.
func (fd *field) take() {
	fd.remember()
	if fd.hit < len(fd.hits) {
		fd.chosen, fd.added = fd.hits[fd.hit], ""
	} else {
		fd.chosen, fd.added = -1, strings.Join(strings.Fields(fd.line.Text()), " ")
	}
	fd.close()
}

// pressOpen gives a key to the open list of a Pick.
func (f *Form) pressOpen(fd *field, k tea.KeyMsg) Ask {
	switch k.Type {
	case tea.KeyEsc:
		fd.close()
	case tea.KeyUp:
		fd.hit = max(0, fd.hit-1)
	case tea.KeyDown:
		fd.hit = max(0, min(fd.lines()-1, fd.hit+1))
	case tea.KeyPgUp:
		fd.hit = max(0, fd.hit-listed)
	case tea.KeyPgDown:
		fd.hit = max(0, min(fd.lines()-1, fd.hit+listed))
	case tea.KeyEnter, tea.KeyTab:
		if fd.lines() == 0 {
			return Nothing
		}
		before := fd.value()
		fd.take()
		f.leave()
		f.step(1)
		if fd.value() != before {
			f.mended()
			return Changed
		}
	default:
		if key.Matches(k, f.look.Keys.Saved) {
			return f.sent()
		}
		if !fd.edits(k) {
			return Unknown
		}
		fd.search()
	}
	return Nothing
}

// search finds the options in which every word typed stands, in any order.
func (fd *field) search() {
	if fd.folded == nil {
		fd.folded = make([]string, len(fd.Options))
		for i, o := range fd.Options {
			fd.folded[i] = strings.ToLower(o.Label + "\n" + o.Note)
		}
	}
	words := strings.Fields(strings.ToLower(fd.line.Text()))
	fd.hits, fd.hit = fd.hits[:0], 0
	for i, text := range fd.folded {
		fits := true
		for _, w := range words {
			fits = fits && strings.Contains(text, w)
		}
		if fits {
			if i == fd.chosen {
				fd.hit = len(fd.hits)
			}
			fd.hits = append(fd.hits, i)
		}
	}
}
