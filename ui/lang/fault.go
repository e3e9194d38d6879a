package lang

import (
	"cmp"
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/gain"
	"kinerja/model/leave"
	"kinerja/model/misread"
	"kinerja/model/nip"
	"kinerja/model/planning"
	"kinerja/model/rubric"
	"kinerja/model/rules"
	"kinerja/model/survey"
	"kinerja/model/voice"
)

// Fault holds the sentences for what can go wrong: what happened, to which
// thing, what is safe, what to do next.
type Fault struct {
	NotFound, Several, SeveralFit, Exists, NotAllowed, State, Locked, Reason, Invalid,
	Changed, Nothing, NoUndo, Busy, BusyBy, Damaged, DamagedAt, Foreign, Empty,
	Newer, Full, ReadOnly, Elsewhere, Outcome, Stopped,
	NoFile, NoFileNamed, FileExists, NoPermission, Period, Language, Unknown string

	NoUndoShared, NoUndoWord string // of sharing; of the employee's word

	System string // {file}: the operating system refused
	Date   string

	StateStep     string // {state} {step} {needs}: a step too early
	StateAlready  string // {state}: where the step leads
	StatePast     string // {state} {step}: a step that is behind
	WithdrawFirst string // {state}
	Oneself       string // judging oneself: no evaluator is named
	OneselfBy     string // {name}: the evaluator who does it
	Closed        string // {period} {unit} {on} {by}: what a closed period refuses
	Field         string // a field with a value
	FieldOnly     string // a field without one

	Fields  map[string]string // by the name that model's errors have for it
	Damages map[string]string // what is wrong, by model's word for it
	BytesOf string            // {n} {of}: how much is left of a file
	MetaAt  string            // the first pages of a file

	Table struct { // what is wrong with a table as a whole: {file} {row} {name} {seen} {accepted}
		Kind, OldFormat, NotTable, TooLarge, Empty, Header, Sheet, MapField, MapColumn, Quote string
		Decimal                                                                               string // {file} {columns}
	}

	Why struct { // why a value is refused
		Missing, Circle, Negative, Word, Control, TooLong, TooMany, Order, Earlier, EarlierThan, LaterThan, BeforePeriod, BeforePost, Future, Zero,
		Computed, TooLittle, NoFormula,
		Past, Self, OnlyCheckIn, OnlyAnswer, Answer, Blank, Fewer, NoIndex, Whole, GainFull, GainAbove, GainForm, InWords,
		Scale, Unseen, Beforehand, ObsForm, OutOfPeriod, ManyObs, LeaveOverlap, LeaveLong,
		Number, AmbiguousNumber, NumberRange, NumberDigits, Date, Period,
		NIPLength, NIPSheet, NIPBirth, NIPYear, NIPSex, NIPSerial, LocalNumber,
		Exists, NotFound, Several, Locked, Twice, RowRefused, Disagree, SameName, Unreadable, NotComputed,
		DateCell, Quote, NoPlan, NoPost, NPSN, Frozen, Entered, State, Other string
	}
}

// A Speaker is an error of an upper layer that knows its own sentence.
type Speaker interface {
	error
	Say(t *Texts) string
}

// Error returns the sentence for err: never Go's words. An error that it does
// not know is a fault of the program, and it says so.
func (t *Texts) Error(err error) string {
	if err == nil {
		return ""
	}
	var speaker Speaker
	var field *model.FieldError
	var several *model.AmbiguousError
	var state *model.StateError
	var told *planning.ToldError
	var word *voice.Error
	var step *planning.StateError
	var lack *planning.LackError
	var oneself *model.OneselfError
	var closed *model.ClosedError
	var busy *model.BusyError
	var damage *model.DamageError
	var table *misread.TableError
	var decimal *misread.DecimalError
	switch f := t.Fault; {
	case errors.As(err, &speaker):
		return speaker.Say(t)
	case errors.As(err, &field):
		return t.field(field)
	case errors.As(err, &several):
		return Fill(f.Several, "query", Inert(several.Query), "n", t.Count(len(several.Candidates)))
	case errors.As(err, &told):
		return Fill(t.Plan.Told, "period", t.Period(told.Told.Period), "on", t.Date(told.Told.On))
	case errors.As(err, &word):
		return Fill(t.Voice.Others, "name", Inert(word.Name))
	case errors.As(err, &state):
		return t.step(state)
	case errors.As(err, &step):
		return t.planRefused(step)
	case errors.As(err, &lack):
		return Fill(t.SKP.Lacking, "list", t.Lacks(lack.Lacks))
	case errors.As(err, &oneself) && oneself.Evaluator != "":
		return Fill(f.OneselfBy, "name", Inert(oneself.Evaluator))
	case errors.As(err, &oneself):
		return f.Oneself
	case errors.As(err, &closed):
		return t.closedBy(f.Closed, closed)
	case errors.As(err, &busy) && busy.Holder != "":
		return Fill(f.BusyBy, "holder", t.holder(busy), "work", t.work(busy))
	case errors.As(err, &damage):
		return Fill(f.DamagedAt, "where", t.Damage(damage))
	case errors.As(err, &table):
		return t.table(table)
	case errors.As(err, &decimal):
		return t.decimal(decimal)
	}
	return t.sentinel(err)
}

// sentinel returns the sentence for an error without particulars.
func (t *Texts) sentinel(err error) string {
	f := t.Fault
	var away *rules.AwayError
	if errors.As(err, &away) {
		id, version, _ := strings.Cut(away.Ref, "@")
		return Fill(t.Rules.Away, "id", Inert(id), "version", Inert(version))
	}
	if told := (*planning.RulesToldError)(nil); errors.As(err, &told) {
		return Fill(t.Rules.Told, "period", t.Period(told.Told.Period), "on", t.Date(told.Told.On))
	}
	if paper := (*planning.PaperError)(nil); errors.As(err, &paper) {
		return t.SKP.NeedsPaper
	}
	var act *model.NoUndoError
	if errors.As(err, &act) {
		switch act.Verb {
		case model.VerbShare:
			return f.NoUndoShared
		case model.VerbReceive, model.VerbAccept, model.VerbCorrect:
			return f.NoUndoWord
		}
	}
	if account := cmp.Or(t.Account.Why(err), t.Round.Refused(err)); account != "" {
		return account
	}
	for _, s := range []struct {
		err  error
		text string
	}{
		{model.ErrNotFound, f.NotFound}, {model.ErrSeveral, f.SeveralFit}, {model.ErrExists, f.Exists},
		{model.ErrNotAllowed, f.NotAllowed}, {model.ErrState, f.State}, {model.ErrLocked, f.Locked},
		{model.ErrReason, f.Reason}, {model.ErrChanged, f.Changed}, {model.ErrNothing, f.Nothing},
		{model.ErrNoUndo, f.NoUndo}, {model.ErrBusy, f.Busy}, {model.ErrDamaged, f.Damaged},
		{model.ErrForeign, f.Foreign}, {model.ErrEmpty, f.Empty}, {model.ErrNewer, f.Newer},
		{model.ErrFull, f.Full}, {model.ErrReadOnly, f.ReadOnly}, {model.ErrElsewhere, f.Elsewhere},
		{model.ErrOutcome, f.Outcome}, {model.ErrStopped, f.Stopped},
		{model.ErrBadPeriod, f.Period}, {model.ErrBadDate, f.Date}, {ErrLanguage, f.Language},
	} {
		if errors.Is(err, s.err) {
			return s.text
		}
	}
	return t.plainFault(err)
}

// plainFault returns the sentence for a refused value that names no field, for
// what the system refused, and for what nobody foresaw.
func (t *Texts) plainFault(err error) string {
	f := t.Fault
	var path *fs.PathError
	named := errors.As(err, &path)
	switch why := t.Why(err); {
	case why != f.Why.Other:
		return Fill(f.Invalid, "why", why)
	case errors.Is(err, fs.ErrNotExist) && named:
		return Fill(f.NoFileNamed, "file", Inert(path.Path))
	case errors.Is(err, fs.ErrNotExist):
		return f.NoFile
	case errors.Is(err, fs.ErrExist):
		return f.FileExists
	case errors.Is(err, fs.ErrPermission):
		return f.NoPermission
	case errors.Is(err, model.ErrInvalid):
		return Fill(f.Invalid, "why", f.Why.Other)
	case named:
		return Fill(f.System, "file", Inert(path.Path))
	}
	return f.Unknown
}

// step says why an evaluation does not take a step: it is too early for it,
// there already, or past it.
func (t *Texts) step(e *model.StateError) string {
	text := t.Fault.StateStep
	switch {
	case e.State == e.Step:
		text = t.Fault.StateAlready
	case e.State == model.Shared && e.Step == model.Rated:
		text = t.Fault.WithdrawFirst
	case e.State > e.Step:
		text = t.Fault.StatePast
	}
	return Fill(text, "state", t.State(e.State), "step", t.State(e.Step), "needs", t.State(e.Needs))
}

// Damage says where a file is damaged, and how: "facts 17 (rantai putus)". It
// is "" for any other error.
func (t *Texts) Damage(err error) string {
	var e *model.DamageError
	if !errors.As(err, &e) {
		return ""
	}
	f, where := t.Fault, Inert(strings.TrimSpace(e.Where))
	what := e.What // perhaps with numbers: "count 5, should be 7"
	if i := strings.IndexAny(what, ":0123456789"); i > 0 {
		what = strings.TrimSpace(what[:i])
	}
	if word, ok := f.Damages[what]; ok {
		what = word
	}
	if fact, ok := strings.CutPrefix(where, "fact "); ok {
		where = f.Damages["fact"] + " " + fact
	}
	left, whole, cut := strings.Cut(strings.TrimSuffix(e.Where, " bytes"), " of ")
	n, errN := strconv.Atoi(left)
	of, errOf := strconv.Atoi(whole)
	switch {
	case cut && errN == nil && errOf == nil:
		where = Fill(f.BytesOf, "n", t.Count(n), "of", t.Count(of))
	case e.Where == "meta pages" || e.Where == "meta":
		where = f.MetaAt
	}
	return where + " (" + Inert(what) + ")"
}

// Field is what people call the field that an error names.
func (t *Texts) Field(name string) string {
	if word, ok := t.Fault.Fields[name]; ok {
		return word
	}
	return Inert(name)
}

func (t *Texts) field(e *model.FieldError) string {
	if e.Value == "" {
		return Fill(t.Fault.FieldOnly, "field", t.Field(e.Field), "why", t.Why(e.Err))
	}
	return Fill(t.Fault.Field, "field", t.Field(e.Field), "value", Inert(e.Value), "why", t.Why(e.Err))
}

// table says what is wrong with a table as a whole, what it holds instead, and
// what is accepted.
func (t *Texts) table(e *misread.TableError) string {
	f := t.Fault.Table
	text, mapping := t.sentinel(e.Err), f.MapField
	if len(e.Accepted) == 0 {
		mapping = f.MapColumn
	}
	for _, s := range []struct {
		err  error
		text string
	}{
		{misread.ErrTableKind, f.Kind}, {misread.ErrOldFormat, f.OldFormat}, {misread.ErrNotTable, f.NotTable}, {misread.ErrTooLarge, f.TooLarge},
		{model.ErrEmpty, f.Empty}, {misread.ErrHeader, f.Header}, {misread.ErrSheet, f.Sheet}, {misread.ErrMapping, mapping}, {misread.ErrQuote, f.Quote},
	} {
		if errors.Is(e.Err, s.err) {
			text = s.text
			break
		}
	}
	list := func(words []string) string {
		if len(words) == 0 {
			return None
		}
		return Inert(strings.Join(words, ", "))
	}
	return Fill(text, "file", Inert(e.File), "row", e.Row, "name", Inert(e.Name), "seen", list(e.Seen), "accepted", list(e.Accepted))
}

// decimal names the columns whose numbers can be read in two ways.
func (t *Texts) decimal(e *misread.DecimalError) string {
	var columns []string
	for _, c := range e.Columns {
		columns = append(columns, c.Name+" ("+strings.Join(c.Examples, ", ")+")")
	}
	return Fill(t.Fault.Table.Decimal, "file", Inert(e.File), "columns", Inert(strings.Join(columns, "; ")))
}

// holder names who holds the file.
func (t *Texts) holder(e *model.BusyError) string {
	if e.PID == 0 {
		return Inert(e.Holder)
	}
	return Inert(e.Holder) + " (" + strconv.Itoa(e.PID) + ")"
}

// work says what the holder of the file is doing, and how far it is.
func (t *Texts) work(e *model.BusyError) string {
	s := t.Verb(model.Verb(e.Verb))
	if e.Progress != "" {
		s += " " + e.Progress
	}
	return Inert(s)
}

// Why says why a value is refused, as the second half of a sentence: "harus
// 18 angka".
func (t *Texts) Why(err error) string {
	w := t.Fault.Why
	if told := (*planning.ToldError)(nil); errors.As(err, &told) {
		return Fill(t.Plan.Shared, "period", t.Period(told.Told.Period), "on", t.Date(told.Told.On))
	}
	if account := cmp.Or(t.Account.Why(err), t.Round.Refused(err)); account != "" {
		return account
	}
	if earlier := (*model.EarlierError)(nil); errors.As(err, &earlier) {
		return Fill(w.EarlierThan, "date", t.Date(earlier.Last))
	}
	if later := (*model.LaterError)(nil); errors.As(err, &later) {
		return Fill(w.LaterThan, "date", t.Date(later.Next))
	}
	if before := (*model.BeforeError)(nil); errors.As(err, &before) {
		return Fill(map[bool]string{false: w.BeforePeriod, true: w.BeforePost}[before.Post], "date", t.Date(before.First))
	}
	for _, s := range []struct {
		err  error
		text string
	}{
		{model.ErrMissing, w.Missing}, {model.ErrCircle, w.Circle}, {model.ErrNegative, w.Negative},
		{model.ErrWord, w.Word}, {model.ErrControl, w.Control}, {model.ErrTooLong, w.TooLong}, {action.ErrTooMany, w.TooMany},
		{model.ErrComputed, w.Computed}, {model.ErrTooLittle, w.TooLittle}, {model.ErrNoFormula, w.NoFormula}, {rules.ErrOther, t.Rules.Other},
		{model.ErrOrder, w.Order}, {model.ErrEarlier, w.Earlier}, {model.ErrFuture, w.Future}, {model.ErrZero, w.Zero}, {model.ErrPast, w.Past}, {model.ErrSelf, w.Self},
		{model.ErrOnlyCheckIn, w.OnlyCheckIn}, {model.ErrOnlyAnswer, w.OnlyAnswer},
		{survey.ErrAnswer, w.Answer}, {survey.ErrBlank, w.Blank}, {survey.ErrFewer, w.Fewer}, {survey.ErrNoIndex, w.NoIndex}, {survey.ErrWhole, w.Whole},
		{gain.ErrFull, w.GainFull}, {gain.ErrAbove, w.GainAbove}, {gain.ErrForm, w.GainForm}, {rubric.ErrScale, w.Scale}, {rubric.ErrUnseen, w.Unseen}, {rubric.ErrBeforehand, w.Beforehand},
		{rubric.ErrForm, w.ObsForm}, {rubric.ErrOutside, w.OutOfPeriod}, {rubric.ErrMany, w.ManyObs}, {planning.ErrInWords, w.InWords}, {leave.ErrOverlap, w.LeaveOverlap}, {leave.ErrLong, w.LeaveLong}, {model.ErrBadNumber, w.Number},
		{model.ErrAmbiguousNumber, w.AmbiguousNumber}, {model.ErrNumberRange, w.NumberRange},
		{model.ErrNumberDigits, w.NumberDigits}, {model.ErrBadDate, w.Date}, {model.ErrBadPeriod, w.Period},
		{nip.ErrLength, w.NIPLength}, {nip.ErrSheet, w.NIPSheet}, {nip.ErrBirth, w.NIPBirth},
		{nip.ErrYear, w.NIPYear}, {nip.ErrSex, w.NIPSex}, {nip.ErrSerial, w.NIPSerial},
		{nip.ErrLocalNumber, w.LocalNumber}, {misread.ErrTwice, w.Twice}, {misread.ErrRowRefused, w.RowRefused},
		{misread.ErrDisagree, w.Disagree}, {model.ErrSameName, w.SameName}, {model.ErrUnreadable, w.Unreadable}, {misread.ErrNotComputed, w.NotComputed},
		{misread.ErrDateCell, w.DateCell}, {misread.ErrQuote, w.Quote}, {model.ErrNoPlan, w.NoPlan},
		{model.ErrNoPost, w.NoPost}, {model.ErrNPSN, w.NPSN}, {model.ErrFrozen, w.Frozen}, {model.ErrEntered, w.Entered}, {model.ErrState, w.State},
		{model.ErrLocked, w.Locked}, {model.ErrSeveral, w.Several},
		{model.ErrExists, w.Exists}, {model.ErrNotFound, w.NotFound},
	} {
		if errors.Is(err, s.err) {
			return s.text
		}
	}
	return w.Other
}
