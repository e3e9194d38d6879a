package exit_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/block"
	"kinerja/model/credit"
	"kinerja/model/distribution"
	"kinerja/model/gain"
	"kinerja/model/leave"
	"kinerja/model/misread"
	"kinerja/model/nip"
	"kinerja/model/objection"
	"kinerja/model/planning"
	"kinerja/model/round"
	"kinerja/model/rubric"
	"kinerja/model/rules"
	"kinerja/model/survey"
	"kinerja/model/user"
	"kinerja/ui/cli/exit"
)

// values are the errors of model that refuse a value, a row of a table or a
// wish: none of them is a fault of the program.
func values() []error {
	return []error{
		model.ErrMissing, model.ErrCircle, model.ErrNegative, model.ErrWord, model.ErrControl, model.ErrTooLong, model.ErrComputed,
		model.ErrTooLittle, model.ErrNoFormula, model.ErrOrder, model.ErrEarlier, model.ErrFuture, model.ErrZero, model.ErrPast,
		model.ErrSelf, model.ErrOnlyCheckIn, model.ErrOnlyAnswer, model.ErrAmbiguousNumber, model.ErrNumberDigits, model.ErrNPSN,
		model.ErrNoPost, model.ErrFrozen, model.ErrEntered, misread.ErrTwice, misread.ErrRowRefused, misread.ErrDisagree,
		model.ErrSameName, model.ErrUnreadable, misread.ErrNotComputed, misread.ErrDateCell, block.ErrTooMany, credit.ErrNoCredit,
		action.ErrNoLine, action.ErrManyLines, action.ErrTooMany,
		nip.ErrLength, nip.ErrSheet, nip.ErrBirth, nip.ErrYear, nip.ErrSex, nip.ErrSerial, nip.ErrLocalNumber,
		planning.ErrInWords, gain.ErrForm, gain.ErrFull, gain.ErrAbove, rubric.ErrScale, rubric.ErrUnseen, rubric.ErrBeforehand,
		rubric.ErrForm, rubric.ErrOutside, rubric.ErrMany, distribution.ErrPattern, leave.ErrOverlap, leave.ErrLong,
		user.ErrShort, user.ErrLong, user.ErrTrivial, user.ErrBirth, user.ErrNumber, user.ErrOwnName, user.ErrSame, user.ErrName, user.ErrRole, user.ErrTyped,
		user.ErrUnguarded, user.ErrGuarded, user.ErrLastAdmin, objection.ErrAsBefore, round.ErrUnguarded, round.ErrHere, round.ErrLong,
		survey.ErrAnswer, survey.ErrBlank, survey.ErrFewer, survey.ErrWhole, survey.ErrNoIndex,
		rules.ErrParts, rules.ErrLines, rules.ErrBands, rules.ErrMatrix, rules.ErrThreshold, rules.ErrDigest, rules.ErrOther,
	}
}

// Every error that model exports has an exit code that is no fault of the
// program: one that is added without a case is named here by its place.
func TestEveryErrorOfModel(t *testing.T) {
	known := map[string]error{}
	for err := range sentinels() {
		if err != nil {
			known[err.Error()] = err
		}
	}
	for _, err := range values() {
		known[err.Error()] = err
		if code, word := exit.Of(fmt.Errorf("somewhere: %w", err)); code != exit.Refused || word == "" {
			t.Errorf("Of(%v) = %d %q, want %d", err, code, word, exit.Refused)
		}
	}
	for _, err := range []error{user.ErrWrong, user.ErrLogin, user.ErrTemporary, &user.WaitError{}} {
		known[err.Error()] = err
		if code, _ := exit.Of(err); code != exit.NotAllowed {
			t.Errorf("Of(%v) = %d, want %d", err, code, exit.NotAllowed)
		}
	}
	found := exported(t, "../../../model")
	if len(found) < 50 {
		t.Fatalf("only %d errors found", len(found))
	}
	for name, text := range found {
		err, ok := known[text]
		if !ok {
			t.Errorf("%s (%q): say here which exit code it has", name, text)
			continue
		}
		if code, _ := exit.Of(err); code == exit.Fault {
			t.Errorf("%s is told as a fault of the program", name)
		}
	}
}

// exported lists the exported errors that are declared below a folder, with
// their texts.
func exported(t *testing.T, below string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(below, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok || len(v.Values) != 1 || !strings.HasPrefix(v.Names[0].Name, "Err") {
				return true
			}
			if call, ok := v.Values[0].(*ast.CallExpr); ok && len(call.Args) == 1 {
				if text, ok := call.Args[0].(*ast.BasicLit); ok {
					found[filepath.Base(path)+" "+v.Names[0].Name], _ = strconv.Unquote(text.Value)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
