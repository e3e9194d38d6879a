package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/misread"
)

// known are the errors that a person can meet; each has a sentence of its own.
func known() []error {
	return []error{
		model.ErrNotFound, model.ErrSeveral, model.ErrExists, model.ErrNotAllowed, model.ErrState, model.ErrLocked, model.ErrReason,
		model.ErrInvalid, model.ErrChanged, model.ErrNothing, model.ErrNoUndo, model.ErrBusy, model.ErrDamaged, model.ErrForeign,
		model.ErrEmpty, model.ErrNewer, model.ErrFull, model.ErrReadOnly, model.ErrElsewhere, model.ErrOutcome, model.ErrStopped,
		model.ErrBadPeriod, model.ErrBadDate, model.ErrBadNumber, model.ErrNumberRange, model.ErrNoPlan, ErrLanguage,
		fs.ErrNotExist, fs.ErrPermission, &fs.PathError{Op: "read", Path: "x", Err: errors.New("is a directory")},
		&model.FieldError{Field: "bobot", Value: "-1", Err: model.ErrNegative},
		&model.AmbiguousError{Query: "bu", Candidates: make([]model.Candidate, 2)},
		&model.StateError{State: model.Rated, Step: model.Final, Needs: model.Accepted},
		&model.ClosedError{Unit: "Puskesmas", On: 20261003}, &model.OneselfError{}, &model.OneselfError{Evaluator: "Dedi Kurniawan"},
		&model.BusyError{Holder: "kinerja", PID: 7, Verb: "import", Progress: "10/20"},
		&model.DamageError{Where: "cards 12", What: "checksum"},
		&misread.DecimalError{File: "x.csv", Columns: []misread.DecimalColumn{{Name: "realisasi", Examples: []string{"1.234"}}}},
		table(misread.ErrTableKind), table(misread.ErrOldFormat), table(misread.ErrNotTable), table(misread.ErrTooLarge), table(model.ErrEmpty),
		table(misread.ErrHeader), table(misread.ErrSheet), table(misread.ErrMapping), table(misread.ErrQuote),
	}
}

func table(err error) error {
	return &misread.TableError{File: "x.csv", Name: "y", Row: 3, Seen: []string{"a"}, Err: err}
}

func TestEveryErrorHasASentence(t *testing.T) {
	for _, code := range Languages() {
		text, err := Read(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range known() {
			got := text.Error(fmt.Errorf("somewhere deep: %w", err))
			switch {
			case got == text.Fault.Unknown:
				t.Errorf("%s: %v has no sentence", code, err)
			case strings.Contains(got, "somewhere") || strings.ContainsAny(got, "{}\n") || !strings.HasSuffix(got, "."):
				t.Errorf("%s: %v: %q", code, err, got)
			}
		}
		if got := text.Error(errors.New("nil map")); got != text.Fault.Unknown {
			t.Errorf("%s: an unknown error says %q", code, got)
		}
	}
}

// Text that came from outside cannot act on the terminal through an error.
func TestErrorsAreInert(t *testing.T) {
	text, err := Read("id")
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		&model.FieldError{Field: "nama", Value: "a\x1b[2Jb", Err: model.ErrControl},
		&model.BusyError{Holder: "\x1b]0;x\a"},
		&misread.TableError{File: "a\x1bb.csv", Name: "\x07", Seen: []string{"\x1b[1m"}, Err: misread.ErrHeader},
		&model.AmbiguousError{Query: "\x1b[2J"},
	} {
		if got := text.Error(err); strings.ContainsAny(got, "\x1b\x07") {
			t.Errorf("%T says %q", err, got)
		}
	}
}

func TestDamageIsSaidInOneLanguage(t *testing.T) {
	cut := &model.DamageError{Where: "100000 of 327680 bytes", What: "truncated"}
	count := &model.DamageError{Where: "cards ", What: "count 5, should be 7"}
	for _, x := range []struct {
		code string
		err  error
		want string
	}{
		{"id", cut, "100.000 dari 327.680 byte (terpotong)"}, {"en", cut, "100,000 of 327,680 bytes (cut short)"},
		{"id", count, "cards (jumlah tidak cocok)"},
		{"id", &model.DamageError{Where: "fact ABCDEF/1/17", What: "chain"}, "perubahan ABCDEF/1/17 (rantai putus)"},
	} {
		if got := read(t, x.code).Error(x.err); !strings.Contains(got, x.want) {
			t.Errorf("%s: %q lacks %q", x.code, got, x.want)
		}
	}
}

func TestStepsSayWhyTheyAreRefused(t *testing.T) {
	id := read(t, "id")
	for _, x := range []struct {
		from, to model.EvaluationState
		want     string
	}{
		{model.EvaluationDraft, model.Shared, "dahulu"}, {model.Received, model.Received, "memang"},
		{model.Final, model.Rated, "tidak mungkin lagi"}, {model.Shared, model.Rated, "tarik kembali"},
	} {
		if got := id.Error(&model.StateError{State: x.from, Step: x.to, Needs: model.Rated}); !strings.Contains(got, x.want) {
			t.Errorf("%v → %v: %q lacks %q", x.from, x.to, got, x.want)
		}
	}
}

// What is not undone names the way that is open, and none that is closed.
func TestNoUndoNamesWhatIsOpen(t *testing.T) {
	x, err := Read("id")
	if err != nil {
		t.Fatal(err)
	}
	for verb, withdraws := range map[model.Verb]bool{model.VerbShare: true, model.VerbReceive: false, model.VerbAccept: false, model.VerbFinalise: false} {
		if text := x.Error(&model.NoUndoError{Verb: verb}); strings.Contains(text, "tarik kembali") != withdraws {
			t.Errorf("%s: %s", verb, text)
		}
	}
}
