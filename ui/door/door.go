// Package door is what stands before the pages: logging in, the locked screen,
// another evaluator, and the end of showing a page to a member of staff. It
// covers the whole screen, so that nothing of the file can be read past it.
//
// What it promises: no name that is not known to whoever stands before it is
// shown; what is wrong with a name or a PIN is one sentence; a PIN is never drawn,
// never kept in a draft, and gone from the form once it was tried.
package door

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/widget/form"
)

// House is what the door asks of the file.
type House interface {
	// Enter lets somebody in by name and PIN. It reports user.ErrWrong or a
	// *user.WaitError.
	Enter(name, secret string) (nav.Guest, error)
	// Renew sets the PIN of somebody who came in with one that somebody else had
	// set, and lets them in with it.
	Renew(g nav.Guest, old, secret string) (nav.Guest, error)
	// Recover sets the PIN of an administrator, by the recovery code: whose it is,
	// and the next code.
	Recover(code, secret string) (name, next string, err error)
	// Written notes that the recovery code that was shown is on paper.
	Written() error
	// People are those who may come in as evaluators.
	People() ([]Person, error)
}

// Entry is who may come in, in a file that asks for PINs.
type Entry struct {
	House House         // nil: the file asks nobody
	Shut  bool          // nobody came in yet: that is asked, and nothing of the file is read
	User  string        // the name by which Me came in
	Idle  time.Duration // without a key, after which the screen is locked; 0: never
	Code  string        // a recovery code that is shown first; "": none
	Anew  bool          // it takes the place of one that nobody wrote down
}

// Person is somebody who may be let in.
type Person struct {
	User  string // the name to log in by; "": it has to be typed
	ID    string // as in model.Actor
	Name  string
	Roles model.Roles
}

// Mode says what the door is for.
type Mode uint8

// The modes.
const (
	Login  Mode = iota // nobody is at work
	Lock               // somebody is, and nobody may see what they do
	Switch             // somebody is, and somebody else wishes to be
	Show               // a page is shown, and whoever works ends it
	Code               // a recovery code is shown, the one time
)

// step is what is asked now.
type step uint8

const (
	asking   step = iota // for name and PIN, or for the PIN of who is known
	choosing             // among people
	forgot               // what to do without a PIN
	recover              // the recovery code, and a new PIN
	renewing             // another PIN than the one that somebody else set
	sealing              // the next recovery code
)

// Setup is what a door is for.
type Setup struct {
	Env  nav.Env
	For  Mode
	Own  Person // who is at work; Login: nobody
	Code string // to be shown at first; "": none
	Anew bool   // Code takes the place of one that nobody wrote down
	// In takes whoever was let in.
	In func(nav.Guest) tea.Cmd
	// Quit leaves the program; it runs when that was asked and answered.
	Quit tea.Cmd
}

// recovered is what a recovery code gave.
type recovered struct{ name, code string }

// Door is one that is shut. It is an over.Overlay and over.Taker.
type Door struct {
	Setup
	house House

	step step
	who  Person // whose PIN is asked for; no user: the name, too
	form *form.Form
	at   int    // in the list of people
	asks string // a question, and what a yes to it does; "": none
	yes  over.Done

	said  string               // above the keys
	until map[string]time.Time // by the name to log in by: when its PIN may be tried again; "": the recovery code
	guest nav.Guest            // let in, and not with a PIN of their own
	used  string               // the PIN that guest came in with
	code  string

	people   nav.Load[[]Person]
	entering nav.Load[nav.Guest]
	recovery nav.Load[recovered]
}

// New shuts a door. The command reads who may come in, where one can be chosen.
func New(house House, s Setup) (*Door, tea.Cmd) {
	d := &Door{Setup: s, house: house}
	if s.For != Login {
		d.who = s.Own
	}
	if s.Code != "" {
		if d.seal(s.Code); s.Anew {
			d.said = s.Env.Text.Door.SealedAnew
		}
		return d, nil
	}
	if s.For == Switch {
		d.step = choosing
		return d, d.people.Start(house.People)
	}
	d.ask()
	return d, nil
}

// Take takes answers.
func (d *Door) Take(msg tea.Msg) over.Done {
	switch {
	case d.people.Take(msg):
	case d.entering.Take(msg):
		return d.entered()
	case d.recovery.Take(msg):
		d.recovered()
	}
	return over.Done{}
}

// busy reports that an answer is awaited: no key does anything until it comes.
func (d *Door) busy() bool { return d.entering.Busy || d.recovery.Busy }

// Typing says that letters are text.
func (d *Door) Typing() bool { return d.form != nil && d.asks == "" }

// Press takes a key.
func (d *Door) Press(k tea.KeyMsg) over.Done {
	keys := d.Env.Keys
	switch {
	case d.asks != "":
		if !k.Paste && matches(k, keys.Yes) {
			return d.yes
		}
		if matches(k, keys.Esc) || k.Type == tea.KeyRunes && string(k.Runes) == "n" {
			d.asks = ""
		}
		return over.Done{}
	case d.busy():
		return over.Done{}
	case k.Type == tea.KeyCtrlC:
		return d.leave()
	case d.step == choosing:
		return d.pressList(k)
	case d.step == forgot:
		return d.pressForgot(k)
	case d.waits() && (k.Type == tea.KeyRunes || k.Type == tea.KeySpace || k.Type == tea.KeyEnter): // digits would only collect
		return over.Done{}
	case k.Type == tea.KeyF1 && d.step == asking:
		d.step, d.form, d.said = forgot, nil, ""
		return over.Done{}
	case k.Type == tea.KeyTab && d.canOther():
		d.who = Person{}
		d.ask()
		return over.Done{}
	}
	d.said = ""
	switch d.form.Press(k) {
	case form.Submit:
		if d.step == sealing {
			return d.written()
		}
		return over.Done{Cmd: d.send()}
	case form.Escape:
		return d.back()
	}
	return over.Done{}
}

// canOther reports that somebody else than who is at work may come in here.
func (d *Door) canOther() bool { return d.For == Lock && d.step == asking && d.who.User != "" }

// back goes one step back; from the first, away from the door where there is a
// way.
func (d *Door) back() over.Done {
	switch {
	case d.step == sealing: // what was not written down would be lost
	case d.step == renewing, d.step == recover:
		d.guest, d.used = nav.Guest{}, ""
		d.first()
	case d.For == Switch:
		d.step, d.form = choosing, nil
	case d.For == Show:
		return over.Done{Close: true}
	case d.For == Lock && d.who.User == "" && d.Own.User != "":
		d.first()
	default:
		return d.leave()
	}
	return over.Done{}
}

// leave asks whether to leave the program.
func (d *Door) leave() over.Done {
	d.Ask(d.Env.Text.Door.Quit, over.Done{Cmd: d.Quit})
	return over.Done{}
}

// Ask puts a question; yes is what a yes to it does.
func (d *Door) Ask(text string, yes over.Done) { d.asks, d.yes = text, yes }

// first begins again.
func (d *Door) first() {
	d.who = Person{}
	if d.For == Lock || d.For == Show {
		d.who = d.Own
	}
	d.ask()
}

// pressForgot leads to the recovery code, or back.
func (d *Door) pressForgot(k tea.KeyMsg) over.Done {
	switch keys := d.Env.Keys; {
	case matches(k, keys.Enter):
		d.askCode()
	case matches(k, keys.Esc):
		d.ask()
	}
	return over.Done{}
}

// pressList moves among people, and asks for the PIN of one.
func (d *Door) pressList(k tea.KeyMsg) over.Done {
	keys, list := d.Env.Keys, d.others()
	switch {
	case matches(k, keys.Up):
		d.at = max(0, d.at-1)
	case matches(k, keys.Down):
		d.at = min(len(list), d.at+1)
	case matches(k, keys.Esc):
		return over.Done{Close: true}
	case matches(k, keys.Enter) && d.people.Have:
		return d.choose(d.at)
	}
	return over.Done{}
}

// choose asks for the PIN of one of the people; behind the last of them, for a
// name, too.
func (d *Door) choose(i int) over.Done {
	d.who = Person{}
	if list := d.others(); i < len(list) {
		d.who = list[i]
	}
	d.ask()
	return over.Done{}
}

// others are the people who are not at work already.
func (d *Door) others() (list []Person) {
	for _, p := range d.people.Data {
		if p.ID != d.Own.ID {
			list = append(list, p)
		}
	}
	return list
}
