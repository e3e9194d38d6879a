package form

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/textarea"

	"kinerja/model"
	"kinerja/model/written"
	"kinerja/ui/lang"
	"kinerja/ui/widget/grid"
)

// most is how many characters a field without a bound of its own takes.
const most = 200

// field is a Field with what was typed into it.
type field struct {
	Field
	line   grid.Line      // Text, Date, Number; of a Pick what is searched for
	area   textarea.Model // Long
	chosen int            // Choice, Pick: index of the option; -1: none
	fault  string
	own    bool          // the fault is what the form found; else what it was told
	hold   func() string // a Secret into which nothing is typed; nil: none
	then   string
	whole  bool   // the line is taken whole: what is typed takes its place
	undo   *was   // what the field held before something took its place
	typed  string // as spelt, as it was typed, of one that goes onward
	before int    // what was chosen before that
	spelt  string // typed on a Choice, in small letters

	open   bool // a Pick shows its list
	hits   []int
	hit    int      // of hits, the one under the cursor
	folded []string // options in small letters, once searched
	stray  string   // typed, chosen from nowhere, and left so
	added  string   // a Pick with Add: who or what is to be added
}

// was is what a field held, for Ctrl+Z.
type was struct {
	line   grid.Line
	chosen int
	added  string
}

// remember keeps what the field holds before something takes its place.
func (fd *field) remember() {
	if fd.Kind != Secret { // what was taken away is gone
		fd.undo = &was{fd.line, fd.chosen, fd.added}
	}
}

// recall brings back what was remembered, and keeps what stood there instead, so
// that the same key goes forth again.
func (fd *field) recall() bool {
	if fd.undo == nil {
		return false
	}
	old := *fd.undo
	fd.remember()
	fd.line, fd.chosen, fd.added = old.line, old.chosen, old.added
	fd.whole, fd.stray = false, ""
	return true
}

func newField(look Look, spec Field) *field {
	fd := &field{Field: spec, chosen: -1}
	switch {
	case fd.Kind == Long:
		fd.area = newArea(look, spec.Max)
	case fd.Kind == Pick && fd.Hint == "":
		fd.Hint = look.Text.Form.Pick
	case fd.Kind == Date && fd.Hint == "":
		fd.Hint = look.Text.Form.Date
	}
	fd.set(spec.Value)
	return fd
}

// set fills the field in; its Value becomes what it is compared with.
func (fd *field) set(value string) {
	switch fd.Kind {
	case Long:
		fd.area.SetValue(value)
		value = fd.area.Value() // as it is kept, so that nothing seems changed
	case Choice, Pick:
		fd.chosen, fd.stray, fd.added = fd.option(value), "", ""
		value = fd.value()
	case Head:
	case Tick:
		fd.chosen = map[bool]int{true: 0, false: -1}[value != ""]
		value = fd.value()
	default:
		fd.line = grid.NewLine(value)
		value = fd.line.Text()
	}
	fd.Value = value
}

// hint is what is said below the field while it is being filled in: of a Choice
// what follows from the answer that is chosen.
func (fd *field) hint() string {
	if fd.Kind == Choice && fd.chosen >= 0 && fd.Options[fd.chosen].Note != "" {
		return fd.Options[fd.chosen].Note
	}
	return fd.Hint
}

// value is what the field holds.
func (fd *field) value() string {
	switch fd.Kind {
	case Long:
		return fd.area.Value()
	case Choice, Pick:
		if fd.chosen >= 0 {
			return fd.Options[fd.chosen].Value
		}
		return fd.added
	case Head:
		return ""
	case Tick:
		if fd.chosen >= 0 {
			return Ticked
		}
		return ""
	}
	return fd.line.Text()
}

// option finds an option by its value; -1 for none.
func (fd *field) option(value string) int {
	for i, o := range fd.Options {
		if o.Value == value {
			return i
		}
	}
	return -1
}

// lined reports a field that is one line of text.
func (fd *field) lined() bool {
	return fd.Kind == Text || fd.Kind == Date || fd.Kind == Number || fd.Kind == Secret
}

// enter takes a line whole that holds what it was filled in with, and nothing
// that was typed.
func (fd *field) enter() {
	if fd.Kind == Long {
		fd.area.Focus()
	}
	fd.whole = fd.lined() && fd.Value != "" && fd.value() == fd.Value
}

func (fd *field) blur() {
	fd.settle()
	fd.whole, fd.spelt, fd.typed = false, "", ""
	if fd.Kind == Long {
		fd.area.Blur()
	}
}

// settle ends the search of a Pick that is left without a choice: the only
// option that fits is meant; what fits none, or several, stays to be complained
// about, and never turns into what was chosen before.
func (fd *field) settle() {
	if !fd.open {
		return
	}
	typed := strings.TrimSpace(fd.line.Text())
	if typed != "" && len(fd.hits) == 1 {
		fd.chosen, fd.added, typed = fd.hits[0], "", ""
	}
	fd.close()
	fd.stray = typed
}

// close ends the search of a Pick; what was chosen stays.
func (fd *field) close() {
	if fd.open {
		fd.open, fd.hits, fd.line = false, nil, grid.Line{}
	}
}

// why returns what is wrong with a field; "" when it is right.
func (f *Form) why(fd *field) string {
	t := f.look.Text
	value := strings.TrimSpace(fd.value())
	limit := fd.Max
	if limit == 0 {
		limit = most
	}
	switch {
	case fd.Kind == Head:
		return ""
	case fd.stray != "":
		return lang.Fill(t.Form.Stray, "text", lang.Inert(fd.stray))
	case value == "" && fd.Need:
		return t.Form.Needed
	case value == "":
		return ""
	case utf8.RuneCountInString(value) > limit && (fd.Kind != Long || fd.Max > 0):
		return lang.Fill(t.Form.TooLong, "max", t.Count(limit))
	}
	var err error
	switch fd.Kind {
	case Date:
		var day model.Date
		if day, err = written.Date(value); err == nil && fd.Until != 0 && day > fd.Until {
			err = model.ErrFuture
		}
	case Number:
		_, err = model.ParseNumber(value, t.Decimal())
		if model.NoValue(value) {
			return ""
		}
	}
	switch {
	case err != nil:
		return t.Why(err)
	case fd.Check != nil:
		return fd.Check(value)
	}
	return ""
}
