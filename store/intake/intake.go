package intake

import (
	"context"
	"path/filepath"

	"kinerja/model/misread"
	"kinerja/store/intake/cards"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/instruments"
	"kinerja/store/intake/known"
	"kinerja/store/intake/people"
	"kinerja/store/intake/plans"
	"kinerja/store/intake/reading"
	"kinerja/store/intake/surveys"
	"kinerja/store/intake/units"
)

// The kinds of tables that are read.
const (
	Units       = "units"
	Staff       = "staff"
	Instruments = "instruments"
	Plans       = "plans"
	Cards       = "cards"
	Surveys     = "surveys"
)

// kind is one kind of table.
type kind struct {
	name   string
	read   func(*reading.Table) error
	fields func() []columns.Field
}

// kinds is the one list of them.
func kinds() []kind {
	return []kind{
		{Units, units.Read, columns.Units},
		{Staff, people.Read, columns.Staff},
		{Instruments, instruments.Read, columns.Instruments},
		{Plans, plans.Read, columns.Plans},
		{Cards, cards.Read, columns.Cards},
		{Surveys, surveys.Read, columns.Surveys},
	}
}

// Kinds lists the kinds of tables that Read understands.
func Kinds() (names []string) {
	for _, k := range kinds() {
		names = append(names, k.name)
	}
	return names
}

// Snapshot is what is known already, and Person one of those known.
type (
	Snapshot = known.Snapshot
	Person   = known.Person
)

// Options say how a table is read, and a Proposal what it would change.
type (
	Options     = reading.Options
	Proposal    = reading.Proposal
	Line        = reading.Line
	Change      = reading.Change
	Refusal     = reading.Refusal
	Warning     = reading.Warning
	WarningCode = reading.WarningCode
)

// The warnings.
const (
	WarnYoung     = reading.WarnYoung
	WarnContract  = reading.WarnContract
	WarnKind      = reading.WarnKind
	WarnOtherName = reading.WarnOtherName
	WarnRounded   = reading.WarnRounded
	WarnRange     = reading.WarnRange
	WarnNobody    = reading.WarnNobody
	WarnVersion   = reading.WarnVersion
	WarnWeights   = reading.WarnWeights
	WarnAside     = reading.WarnAside

	WarnBlank      = reading.WarnBlank
	WarnUnanswered = reading.WarnUnanswered
)

// ErrUnnumbered refuses a row without a number that Options.NonASN would take.
var ErrUnnumbered = reading.ErrUnnumbered

// Read reads the table at path as a table of kind and says what it would
// change. The error is about the table as a whole (the sentinels for tables in
// model, often as TableError or DecimalError; ErrStopped when ctx was); what is
// wrong with single rows stands in the Proposal.
func Read(ctx context.Context, path, kind string, snap Snapshot, opt Options) (*Proposal, error) {
	for _, k := range kinds() {
		if k.name == kind {
			return reading.Read(ctx, path, kind, k.read, snap, opt)
		}
	}
	return nil, &misread.TableError{File: filepath.Base(path), Name: kind, Accepted: Kinds(), Err: misread.ErrTableKind}
}

// RefusedPath is where the refused rows of a table go: NAME.refused.csv beside
// it, NAME.refused-2.csv for those of that file itself, and on.
func RefusedPath(path string) string { return reading.RefusedPath(path) }
