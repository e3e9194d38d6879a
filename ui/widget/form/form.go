// Package form asks for a few things on one page: fields under each other, each
// with its message beside it, so that one sees what is wrong where it is wrong.
//
// A form is a struct with methods, not a model: the page gives it keys and
// draws it. Every printable character is text while a form is open. What is
// typed stays until the page takes it away; a field that is not right says so
// when it is left, and again when the form is sent.
//
// A line that was filled in already is taken whole when it is entered, as in a
// spreadsheet: what is typed or pasted takes its place, Backspace empties it, and
// an arrow, Home, End or F2 turns to editing it. What a person typed is never
// taken whole. Ctrl+U empties a line, whatever stands in it.
package form

import (
	"strings"

	"kinerja/model"
	"kinerja/model/written"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
	"kinerja/ui/theme"
)

// Kind says what a field takes.
type Kind uint8

// The kinds.
const (
	Text   Kind = iota // one line
	Long               // several lines; Enter makes a new one
	Date               // a day as people write it
	Number             // a number in the reader's way of writing
	Choice             // one of a few words, all in sight
	Pick               // one of many, found by typing
	Head               // no field: a heading over those that follow
	Secret             // one line of which only the length is shown; never part of a draft
	Tick               // a box that is ticked or not: its value is Ticked or nothing
)

// Ticked is the value of a Tick that is ticked.
const Ticked = "x"

// Option is one thing that a Choice or a Pick can be.
type Option struct {
	Value string
	Label string
	// Letter chooses it in a Choice, beside the beginning of its label: of a rating
	// the one that it has everywhere.
	Letter string
	Note   string // of a Pick beside the label: position, unit; of a Choice the hint once it is chosen
}

// Field is one thing that a form asks for.
type Field struct {
	ID, Label string
	Hint      string // below the field while it is being filled in
	Kind      Kind
	Value     string // to begin with; of a Choice or Pick an option's Value
	Options   []Option
	// Add is the last line in the list of a Pick, for what is on no list:
	// "add {text}". The words typed are then what the field holds; see Added.
	Add  string
	Need bool // it may not be empty
	Max  int  // characters, 0: as many as fit
	// Until is the last day that a Date may be: today, for what has happened.
	// 0: no end.
	Until model.Date
	// Check returns why a value is not right, in the reader's language; "" when
	// it is. It is not asked about an empty value.
	Check func(value string) string
	// Onward makes text that begins no option of a Choice go into the next field, and
	// the answer stay what it was: somebody began to fill that in.
	Onward bool
	// Whose names who types a Secret, where that is not whoever works here.
	Whose string
	// Fixed is why a Tick cannot be changed; "": it can.
	Fixed string
	// When says whether the field is shown; nil: always. What is not shown is
	// not checked.
	When func(*Form) bool
}

// Look is what a form needs to be drawn and to speak.
type Look struct {
	Keys   *keys.Map
	Styles *theme.Styles
	Text   *lang.Texts
}

// Form is a few fields with a cursor. The zero Form is not usable; see New.
type Form struct {
	look   Look
	fields []*field
	at     int // field with the cursor, always one that is shown
	rows   []int
	width  int
}

// New returns a form of these fields, the cursor on the first.
func New(look Look, fields ...Field) *Form {
	f := &Form{look: look}
	for _, spec := range fields {
		f.fields = append(f.fields, newField(look, spec))
	}
	f.at = -1
	f.step(1)
	return f
}

func (f *Form) find(id string) *field {
	for _, fd := range f.fields {
		if fd.ID == id {
			return fd
		}
	}
	return nil
}

// Value is what a field holds, without blanks around it; of a Choice or Pick
// the option's Value. A field that the form does not have holds nothing.
func (f *Form) Value(id string) string {
	if fd := f.find(id); fd != nil {
		return strings.TrimSpace(fd.value())
	}
	return ""
}

// Added is what was typed into a Pick to be added, and is on no list; "" for
// nothing.
func (f *Form) Added(id string) string {
	if fd := f.find(id); fd != nil {
		return fd.added
	}
	return ""
}

// Lines reports whether Enter makes a new line in the field with the cursor.
func (f *Form) Lines() bool { return f.fields[f.at].Kind == Long }

// Date is the day that a field holds; 0 for none. It reports an error for what
// is no day.
func (f *Form) Date(id string) (model.Date, error) {
	s := f.Value(id)
	if s == "" {
		return 0, nil
	}
	return written.Date(s)
}

// Number is the number that a field holds; absent for none.
func (f *Form) Number(id string) (model.Amount, error) {
	s := f.Value(id)
	if model.NoValue(s) {
		return model.Amount{}, nil
	}
	n, err := model.ParseNumber(s, f.look.Text.Decimal())
	if err != nil {
		return model.Amount{}, err
	}
	return model.Some(n), nil
}

// SetValue fills a field in, as if it had been so from the beginning.
func (f *Form) SetValue(id, value string) {
	if fd := f.find(id); fd != nil {
		fd.set(value)
		fd.fault = ""
		if f.Focused() == id {
			fd.enter()
		}
	}
}

// Fill puts text into a field as if it had been typed: what a draft brings back.
func (f *Form) Fill(id, value string) {
	if fd := f.find(id); fd != nil {
		was := fd.Value
		fd.set(value)
		fd.Value, fd.whole = was, false
		f.mended()
	}
}

// SetOptions gives a Choice or a Pick other options; the chosen one stays if it
// is among them.
func (f *Form) SetOptions(id string, options []Option) {
	if fd := f.find(id); fd != nil {
		value := fd.value()
		fd.Options, fd.folded = options, nil
		if fd.chosen = fd.option(value); fd.open {
			fd.search()
		}
	}
}

// Fail puts a message beside a field and the cursor into it. A Secret is emptied:
// nobody sees what would have to be mended in it.
func (f *Form) Fail(id, why string) {
	for i, fd := range f.fields {
		if fd.ID == id {
			fd.fault, fd.own, fd.hold = why, false, nil
			if fd.Kind == Secret {
				fd.set("")
			}
			f.focus(i)
		}
	}
}

// Has reports whether the form shows a field.
func (f *Form) Has(id string) bool {
	for i, fd := range f.fields {
		if fd.ID == id {
			return f.shown(i)
		}
	}
	return false
}

// Focus puts the cursor into a field.
func (f *Form) Focus(id string) {
	for i, fd := range f.fields {
		if fd.ID == id && f.shown(i) {
			f.focus(i)
		}
	}
}

// Focused is the field with the cursor.
func (f *Form) Focused() string {
	if f.at < 0 {
		return ""
	}
	return f.fields[f.at].ID
}

// Dirty reports whether anything was typed or chosen that is not as it was to
// begin with.
func (f *Form) Dirty() bool {
	for _, fd := range f.fields {
		if fd.Kind != Head && (fd.value() != fd.Value || fd.stray != "") {
			return true
		}
	}
	return false
}

// Typing reports that printable characters are text: always, while there is a
// field to take them.
func (f *Form) Typing() bool { return f.at >= 0 }

// Submit checks every field. The cursor goes to the first that is not right,
// with the reason beside it.
func (f *Form) Submit() bool {
	first := -1
	for i, fd := range f.fields {
		fd.settle()
		if !f.shown(i) {
			continue
		}
		if fd.fault, fd.own = f.why(fd), true; fd.held() != "" {
			fd.fault = ""
		} else if fd.fault == "" {
			continue
		}
		if first < 0 {
			first = i
		}
	}
	if first >= 0 {
		f.focus(first)
	}
	return first < 0
}

// Faults counts the fields that have a message beside them.
func (f *Form) Faults() (n int) {
	for i, fd := range f.fields {
		if f.shown(i) && fd.fault != "" {
			n++
		}
	}
	return n
}

// shown reports whether a field can be seen and filled in.
func (f *Form) shown(i int) bool {
	return f.fields[i].When == nil || f.fields[i].When(f)
}

// step moves the cursor to the next field that takes it; it reports false at
// the end.
func (f *Form) step(by int) bool {
	for i := f.at + by; i >= 0 && i < len(f.fields); i += by {
		if f.fields[i].Kind != Head && f.shown(i) {
			f.focus(i)
			return true
		}
	}
	return false
}

func (f *Form) focus(i int) {
	if f.at >= 0 && f.at != i {
		f.fields[f.at].blur()
	}
	f.at = i
	f.fields[i].enter()
}

// leave checks the field with the cursor before it moves on.
func (f *Form) leave() {
	if f.at < 0 {
		return
	}
	fd := f.fields[f.at]
	fd.settle()
	fd.fault = ""
	if fd.value() != "" || fd.stray != "" { // that something is missing is said when the form is sent
		fd.fault, fd.own = f.why(fd), true
	}
}

// mended takes back what the form found wrong and is right by now: another field
// may have filled it in, or have been what it did not go with.
func (f *Form) mended() {
	for _, fd := range f.fields {
		if fd.own && fd.fault != "" && f.why(fd) == "" {
			fd.fault = ""
		}
	}
}

// Unsaved names what would be lost if the form were left now; "" for nothing.
func (f *Form) Unsaved() string {
	if f.Dirty() {
		return f.look.Text.Form.GiveUp
	}
	return ""
}

// Chooses reports that the arrows to the left and right change the answer of the
// field with the cursor.
func (f *Form) Chooses() bool { return f.at >= 0 && f.fields[f.at].Kind == Choice }

// NextName and ChooseName are how a page names going to the next field, and
// changing the answer of one with a few, in its actions.
func (f *Form) NextName() string { return f.look.Text.Form.Next }

// ChooseName is the other one.
func (f *Form) ChooseName() string { return f.look.Text.Form.Choose }

// SaveName and CancelName are how a page names sending the form and giving it
// up in its actions.
func (f *Form) SaveName() string { return f.look.Text.Form.Save }

// CancelName is the other one.
func (f *Form) CancelName() string { return f.look.Text.Form.Cancel }
