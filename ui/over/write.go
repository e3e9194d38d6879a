package over

import (
	"errors"
	"iter"
	"strings"
	"sync/atomic"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/listing"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
)

// Shelf is where tables are written.
type Shelf interface {
	// Propose is where a table of this name would be written, Path the file that
	// typed text names, Folder where one without a folder goes.
	Propose(name string) string
	Path(typed string) (string, error)
	Folder() string
	// Write writes a table; a file that is there is refused with model.ErrExists,
	// unless force is set. Keep proposes its folder and ending from then on.
	Write(path string, force bool, t listing.Table) error
	Keep(path string)
}

// written is what became of a table.
type written struct {
	path string
	rows int
	err  error
}

// Write asks for the name of a file and writes a table into it, off the event
// loop. What is typed stays until the file stands.
type Write struct {
	env   nav.Env
	shelf Shelf
	read  func() (listing.Table, error)
	line  grid.Line
	done  nav.Load[written]
	asks  bool         // whether the file that is there is replaced
	why   error        // nothing was written
	stop  *atomic.Bool // somebody wants no more of it
}

// NewWrite asks where to write what m brings.
func NewWrite(env nav.Env, shelf Shelf, m nav.WriteMsg) *Write {
	return &Write{env: env, shelf: shelf, read: m.Read, line: grid.NewLine(shelf.Propose(m.Name)), stop: &atomic.Bool{}}
}

// Press types, writes, answers or gives up.
func (w *Write) Press(k tea.KeyMsg) Done {
	keys := w.env.Keys
	esc := key.Matches(k, keys.Esc) || k.Type == tea.KeyCtrlC
	switch {
	case w.done.Busy:
		if esc {
			w.stop.Store(true)
		}
	case w.asks:
		w.asks = false
		if !k.Paste && key.Matches(k, keys.Yes) {
			return Done{Cmd: w.write(true)}
		}
	case key.Matches(k, keys.Enter):
		return Done{Cmd: w.write(false)}
	case esc:
		return closed()
	case w.line.Take(k):
		w.why = nil
	}
	return Done{}
}

// write reads the table and writes it. A name may lie on a network that does not
// answer, so it too is looked at off the event loop.
func (w *Write) write(force bool) tea.Cmd {
	shelf, read, typed, stop := w.shelf, w.read, w.line.Text(), w.stop
	w.why = nil
	stop.Store(false)
	return w.done.Start(func() (done written, _ error) {
		if done.path, done.err = shelf.Path(typed); done.err != nil {
			return done, nil
		}
		var table listing.Table
		if table, done.err = read(); done.err == nil {
			table.Rows = listing.Counted(until(stop, table.Rows), &done.rows)
			done.err = shelf.Write(done.path, force, table)
		}
		return done, nil
	})
}

// until ends a table where somebody stopped it.
func until(stop *atomic.Bool, rows iter.Seq2[[]listing.Value, error]) iter.Seq2[[]listing.Value, error] {
	return func(yield func([]listing.Value, error) bool) {
		for row, err := range rows {
			if err == nil && stop.Load() {
				yield(nil, model.ErrStopped)
				return
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// Take takes what became of it.
func (w *Write) Take(msg tea.Msg) Done {
	if !w.done.Take(msg) {
		return Done{}
	}
	t := w.env.Text
	switch err := w.done.Data.err; {
	case err == nil:
		w.shelf.Keep(w.done.Data.path)
		return Done{Close: true, Cmd: nav.Say(t.Plural(t.Writing.Done, w.done.Data.rows, "file", lang.Inert(w.done.Data.path)))}
	case errors.Is(err, model.ErrStopped):
		return Done{Close: true, Cmd: nav.Say(t.Writing.Stopped)}
	case errors.Is(err, model.ErrExists):
		w.asks = true
	default:
		w.why = err
	}
	return Done{}
}

// Body is the line that is typed into, and what may be typed.
func (w *Write) Body(width, _ int) (string, bool) {
	t := w.env.Text.Writing
	how := t.How + " " + lang.Fill(t.Nameless, "folder", lang.Inert(w.shelf.Folder()))
	return entry(w.env, t.File, &w.line, width) + "\n\n" + w.env.Styles.Dim.Render(strings.TrimRight(ansi.Wrap(how, width, ""), " ")), true
}

// Line is the question, what went wrong, or that it is being written.
func (w *Write) Line() string {
	t := w.env.Text
	switch {
	case w.done.Busy:
		return t.Writing.Busy
	case w.asks:
		return lang.Fill(t.Writing.Replace, "file", lang.Inert(w.done.Data.path))
	}
	return t.Error(w.why)
}

// Foot says how it goes on.
func (w *Write) Foot() []Hint {
	t, k := w.env.Text, w.env.Keys
	switch {
	case w.done.Busy:
		return []Hint{hint(w.env, k.Esc, t.Writing.Stop, false)}
	case w.asks:
		return []Hint{hint(w.env, k.Yes, t.Over.Yes, false), {Name: t.Over.No, Binding: k.Esc}}
	}
	return []Hint{hint(w.env, k.Enter, t.Writing.Save, true), hint(w.env, k.Esc, t.Over.Close, true)}
}

// Typing says that letters are part of the name.
func (w *Write) Typing() bool { return !w.asks && !w.done.Busy }
