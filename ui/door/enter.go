package door

import (
	"errors"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"kinerja/model"
	"kinerja/model/user"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/over"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/sealed"
)

// The fields.
const (
	fieldName, fieldSecret, fieldAgain = "name", "secret", "again"
	fieldCode, fieldLast               = "code", "last"
)

func matches(k tea.KeyMsg, b ...key.Binding) bool { return key.Matches(k, b...) }

func (d *Door) make(fields ...form.Field) {
	d.form = form.New(form.Look{Keys: d.Env.Keys, Styles: d.Env.Styles, Text: d.Env.Text}, fields...)
}

// ask asks for the PIN, and for the name where it is not known.
func (d *Door) ask() {
	w := d.Env.Text.Door
	d.step = asking
	secret := form.Field{ID: fieldSecret, Label: w.Secret, Hint: w.SecretHint, Kind: form.Secret, Need: true}
	if d.who.User != "" {
		d.make(secret)
		return
	}
	d.make(form.Field{ID: fieldName, Label: w.Name, Hint: w.NameHint, Need: true, Max: 64}, secret)
}

// twice are the fields of a new PIN.
func (d *Door) twice() []form.Field {
	w := d.Env.Text.Door
	return []form.Field{
		{ID: fieldSecret, Label: w.NewSecret, Hint: w.NewHint, Kind: form.Secret, Need: true},
		{ID: fieldAgain, Label: w.Again, Kind: form.Secret, Need: true, Check: func(again string) string {
			if again != d.form.Value(fieldSecret) {
				return w.AgainWrong
			}
			return ""
		}},
	}
}

// askCode asks for the recovery code and a new PIN.
func (d *Door) askCode() {
	w := d.Env.Text.Door
	d.step = recover
	d.make(append([]form.Field{{ID: fieldCode, Label: w.Code, Hint: w.CodeHint, Need: true, Max: 64, Check: func(typed string) string {
		if _, err := user.ParseCode(typed); err != nil {
			return w.CodeTyped
		}
		return ""
	}}}, d.twice()...)...)
}

// seal shows a recovery code.
func (d *Door) seal(code string) {
	w := d.Env.Text.Door
	d.step, d.code = sealing, code
	d.make(form.Field{ID: fieldLast, Label: w.Last, Hint: w.LastHint, Need: true, Max: 40, Check: func(typed string) string {
		if !sealed.Matches(code, typed) {
			return w.LastWrong
		}
		return ""
	}})
}

// name is by whom the PIN is said to be that is asked for now; "" for a recovery
// code.
func (d *Door) name() string {
	switch {
	case d.step == recover || d.form == nil:
		return ""
	case d.who.User != "":
		return d.who.User
	}
	return user.Fold(d.form.Value(fieldName))
}

// hold lets nothing be tried for a while: of the name that was tried, no other.
func (d *Door) hold(left time.Duration) {
	if d.until == nil {
		d.until = map[string]time.Time{}
	}
	d.until[d.name()] = d.Env.Now().Add(left)
}

// held is until when nothing is tried, where that was said.
func (d *Door) held() (until time.Time, ok bool) {
	if d.step == asking || d.step == recover {
		until, ok = d.until[d.name()]
	}
	return until, ok
}

// waits reports that the PIN under the cursor is not tried yet.
func (d *Door) waits() bool {
	until, ok := d.held()
	return ok && d.step == asking && until.After(d.Env.Now()) && d.form.Focused() == fieldSecret
}

// send tries what was typed.
func (d *Door) send() tea.Cmd {
	house, secret := d.house, d.form.Value(fieldSecret)
	if until, ok := d.held(); ok && until.After(d.Env.Now()) {
		return nil // the line says how long
	}
	delete(d.until, d.name())
	switch d.step {
	case renewing:
		guest, used := d.guest, d.used
		return d.entering.Start(func() (nav.Guest, error) { return house.Renew(guest, used, secret) })
	case recover:
		code := d.form.Value(fieldCode)
		return d.recovery.Start(func() (r recovered, err error) {
			r.name, r.code, err = house.Recover(code, secret)
			return r, err
		})
	}
	name := d.who.User
	if name == "" {
		name = d.form.Value(fieldName)
	}
	d.used = secret
	return d.entering.Start(func() (nav.Guest, error) { return house.Enter(name, secret) })
}

// entered opens the door, or says why it stays shut.
func (d *Door) entered() over.Done {
	if err := d.entering.Err; err != nil {
		d.refused(err)
		return over.Done{}
	}
	g := d.entering.Data
	d.entering.Data = nav.Guest{}
	if g.Must {
		d.step, d.guest = renewing, g
		d.make(d.twice()...)
		return over.Done{}
	}
	d.used, d.form = "", nil
	in := d.In
	return over.Done{Close: true, Run: func() tea.Cmd { return in(g) }}
}

// refused says what was wrong. A wrong PIN is gone from the form.
func (d *Door) refused(err error) {
	t := d.Env.Text
	var field *model.FieldError
	if left := user.Left(err); left > 0 {
		d.hold(left)
	}
	switch {
	case user.Left(err) > 0:
	case errors.Is(err, user.ErrWrong):
		if d.said = t.Door.Wrong; d.who.User != "" {
			d.said = t.Door.WrongPIN
		}
	case d.step == renewing || d.step == recover && errors.As(err, &field):
		d.form.Fail(fieldSecret, t.Why(cause(err)))
		return
	default:
		d.said = t.Error(err)
	}
	if d.step == recover {
		if errors.Is(err, user.ErrWrong) && user.Left(err) == 0 {
			d.said = ""
			d.form.Fail(fieldCode, t.Door.CodeWrong)
		}
		return
	}
	d.used = ""
	if d.step == asking {
		d.form.SetValue(fieldSecret, "")
		d.form.Focus(fieldSecret)
	}
}

// written ends the showing of a recovery code: whoever recovered logs in.
func (d *Door) written() over.Done {
	w := d.Env.Text.Door
	d.code = ""
	house := d.house
	kept := func() tea.Msg {
		if err := house.Written(); err != nil {
			return nav.FailMsg{Err: err}
		}
		return nav.SaidMsg{Text: w.SealedDone}
	}
	if d.For == Code {
		return over.Done{Close: true, Cmd: kept}
	}
	said := lang.Fill(w.Recovered, "user", d.guest.User)
	d.guest = nav.Guest{}
	d.first()
	d.said = said
	return over.Done{Cmd: kept}
}

// Say puts a sentence above the keys.
func (d *Door) Say(text string) { d.said = text }

// cause is what an error about a field says of it.
func cause(err error) error {
	var field *model.FieldError
	if errors.As(err, &field) {
		return field.Err
	}
	return err
}

// recovered shows the next recovery code.
func (d *Door) recovered() {
	if err := d.recovery.Err; err != nil {
		d.refused(err)
		return
	}
	r := d.recovery.Data
	d.who, d.said = Person{}, ""
	d.seal(r.code)
	d.guest = nav.Guest{User: r.name}
	d.recovery.Data = recovered{}
}
