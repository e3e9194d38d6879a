// Package keep keeps what one comes back to after a crash, a power cut or an
// end: the open pages with their cursors, who was looked up last, and drafts of
// texts that are not saved yet (UX 2.4).
//
// It decides what has to be written and remembers what was; it runs nothing.
// What could not be written is known by Fault and tried again, never silent.
package keep

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// Memory is where it is kept, for one person: the file's bucket local.
type Memory interface {
	Place(key string) ([]byte, error)
	// SetPlace keeps a value; none takes away what was kept.
	SetPlace(key string, value []byte) error
}

// State is where one is.
type State struct {
	Stack  []nav.Route // from the first page to the one on top
	Recent []model.EmployeeID
}

// stored is a State as it is written.
type stored struct {
	Stack  []json.RawMessage  `json:"stack"`
	Recent []model.EmployeeID `json:"recent,omitempty"`
}

const (
	stateKey = "place"
	draftKey = "draft/"
)

// Keeper knows what is kept and what is not yet. The nil Keeper keeps nothing.
type Keeper struct {
	memory Memory
	kept   map[string][]byte // by key, as far as it is known
	want   map[string][]byte // by key, where it is not as kept
	busy   bool
	err    error // why the last writing failed
}

// New returns a Keeper; nil without a memory.
func New(m Memory) *Keeper {
	if m == nil {
		return nil
	}
	return &Keeper{memory: m, kept: map[string][]byte{}, want: map[string][]byte{}}
}

// Into keeps from now on what is not kept yet in another memory of the same
// person.
func (k *Keeper) Into(m Memory) {
	if k != nil {
		k.memory, k.busy = m, false
	}
}

// State reads where one was. What this version of the program does not know is
// left out, with the pages that were opened over it.
func (k *Keeper) State() (s State, err error) {
	if k == nil {
		return s, nil
	}
	raw, err := k.memory.Place(stateKey)
	if err != nil || raw == nil {
		return s, err
	}
	k.kept[stateKey] = raw
	var st stored
	if json.Unmarshal(raw, &st) != nil {
		return s, nil // another version wrote it: one begins at the beginning
	}
	for _, sealed := range st.Stack {
		route, err := nav.Unseal(sealed)
		if err != nil {
			break
		}
		s.Stack = append(s.Stack, route)
	}
	s.Recent = st.Recent
	return s, nil
}

// Be says where one is now. Of a place that is not to be kept, and of what is open over
// it, nothing is: one comes back to the page beneath.
func (k *Keeper) Be(s State) {
	if k == nil {
		return
	}
	st := stored{Recent: s.Recent}
	for _, route := range s.Stack {
		if nav.Unkept(route) {
			break
		}
		raw, err := nav.Seal(route)
		if err != nil {
			return
		}
		st.Stack = append(st.Stack, raw)
	}
	if raw, err := json.Marshal(st); err == nil {
		k.wants(stateKey, raw)
	}
}

// Draft says what a draft holds now; nothing forgets it.
func (k *Keeper) Draft(name, text string) {
	if k == nil || name == "" {
		return
	}
	if _, known := k.kept[draftKey+name]; !known && text == "" && len(k.want[draftKey+name]) == 0 {
		return // not read yet: an empty page is no wish to forget it
	}
	k.wants(draftKey+name, []byte(text))
}

// wants notes what is to be kept under key.
func (k *Keeper) wants(key string, value []byte) {
	if bytes.Equal(k.kept[key], value) && !k.busy {
		delete(k.want, key)
		return
	}
	k.want[key] = value
}

// Read is what reading a draft brought.
type Read struct {
	Name, Text string
	Err        error
	waits      bool // it is not written yet
}

// Reading returns what reads a draft, off the event loop; nil where there is
// nothing to read from.
func (k *Keeper) Reading(name string) func() Read {
	if k == nil || name == "" {
		return nil
	}
	if text, waits := k.want[draftKey+name]; waits {
		return func() Read { return Read{Name: name, Text: string(text), waits: true} }
	}
	memory := k.memory
	return func() Read {
		raw, err := memory.Place(draftKey + name)
		return Read{Name: name, Text: string(raw), Err: err}
	}
}

// Took says that a draft was read.
func (k *Keeper) Took(r Read) {
	if r.Err == nil && !r.waits {
		k.kept[draftKey+r.Name] = []byte(r.Text)
	}
}

// Written is what a writing brought.
type Written struct {
	done map[string][]byte
	err  error
}

// Writing returns what writes all that is not kept, off the event loop; nil
// where that is nothing, or it is being done.
func (k *Keeper) Writing() func() Written {
	if k == nil || k.busy || len(k.want) == 0 {
		return nil
	}
	k.busy = true
	memory, want := k.memory, maps.Clone(k.want)
	return func() Written {
		w := Written{done: map[string][]byte{}}
		for _, key := range slices.Sorted(maps.Keys(want)) { // drafts before the place
			value := want[key]
			if len(value) == 0 {
				value = nil
			}
			if w.err = memory.SetPlace(key, value); w.err != nil {
				return w
			}
			w.done[key] = want[key]
		}
		return w
	}
}

// Count is how many writings it was.
func (w Written) Count() int { return len(w.done) }

// Wrote notes what was written.
func (k *Keeper) Wrote(w Written) {
	k.busy, k.err = false, w.err
	for key, value := range w.done {
		k.kept[key] = value
		if bytes.Equal(k.want[key], value) {
			delete(k.want, key)
		}
	}
}

// Finish writes at once what is not kept.
func (k *Keeper) Finish() error {
	if k == nil {
		return nil
	}
	k.busy = false
	if write := k.Writing(); write != nil {
		k.Wrote(write())
	}
	return k.Fault()
}

// Fault says why something is not kept; nil when nothing failed.
func (k *Keeper) Fault() error {
	if k == nil || k.err == nil || len(k.want) == 0 {
		return nil
	}
	return &LostError{Draft: k.lostDraft(), Err: k.err}
}

func (k *Keeper) lostDraft() bool {
	for key, value := range k.want {
		if key != stateKey && len(value) > 0 {
			return true
		}
	}
	return false
}

// LostError: a draft, or the place to come back to, could not be kept.
type LostError struct {
	Draft bool
	Err   error
}

func (e *LostError) Error() string { return "not kept: " + e.Err.Error() }

func (e *LostError) Unwrap() error { return e.Err }

// Say names what is not kept, and why.
func (e *LostError) Say(t *lang.Texts) string {
	what := t.Over.Place
	if e.Draft {
		what = t.Over.Draft
	}
	return lang.Fill(t.Frame.NotSaved, "what", what) + " " + t.Error(e.Err)
}
