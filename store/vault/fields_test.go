package vault_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kinerja/model/support"
)

// ever are the numbers that stand in files and on slips out there: one is never used
// for something else.
const ever = `Act.1 On
Act.2 Name
Act.3 Paper
Act.4 Reason
Act.5 Allow
Allow.1 Evaluator
Allow.2 Superior
Allow.3 Team
Case.1 ID
Case.10 Notes
Case.11 Outcome
Case.12 Onward
Case.13 Acts
Case.14 Slip
Case.2 State
Case.3 Opened
Case.4 Person
Case.5 About
Case.6 By
Case.7 Allow
Case.8 Meetings
Case.9 Plan
Meeting.1 On
Meeting.2 Held
Meeting.3 Note
Note.1 On
Note.2 Text
Person.1 Name
Person.2 Number
Person.3 Position
Person.4 Unit
Person.5 Contact
Slip.1 Format
Slip.2 ID
Slip.3 On
Slip.4 Person
Slip.5 By
Slip.6 About
Slip.7 Allow
Slip.8 Paper`

func TestFieldNumbersAreNeverReused(t *testing.T) {
	now := map[string]bool{}
	var walk func(typ reflect.Type)
	walk = func(typ reflect.Type) {
		if typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			number, _, _ := strings.Cut(f.Tag.Get("cbor"), ",")
			now[fmt.Sprintf("%s.%s %s", typ.Name(), number, f.Name)] = true
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[support.Case]())
	walk(reflect.TypeFor[support.Slip]())
	var list []string
	for line := range now {
		list = append(list, line)
	}
	slices.Sort(list)
	if got := strings.Join(list, "\n"); got != ever {
		t.Errorf("the numbers are now:\n%s", got)
	}
}
