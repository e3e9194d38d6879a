package pin

import (
	"bufio"
	"errors"
	"strings"
	"testing"
	"time"

	"kinerja/model"
	"kinerja/model/user"
)

// At a terminal a wrong PIN may be typed again, and each time it is told why, and how
// long to wait; a program that hands PINs over is answered once.
func TestAgain(t *testing.T) {
	wrong := &user.WrongError{Left: 2 * time.Second}
	for name, tt := range map[string]struct {
		typed       bool
		answers     []error
		tries, told int
		want        error
	}{
		"right at once":       {true, []error{nil}, 1, 0, nil},
		"right in the end":    {true, []error{user.ErrWrong, wrong, &user.WaitError{}, nil}, 4, 3, nil},
		"never":               {true, []error{wrong}, tries, tries - 1, user.ErrWrong},
		"from a descriptor":   {false, []error{wrong, nil}, 1, 0, user.ErrWrong},
		"the file is busy":    {true, []error{model.ErrBusy, nil}, 1, 0, model.ErrBusy},
		"nobody answers":      {true, []error{user.ErrLogin, nil}, 1, 0, user.ErrLogin},
		"another must be set": {true, []error{user.ErrTemporary, nil}, 1, 0, user.ErrTemporary},
	} {
		r := &Reader{typed: tt.typed, lines: bufio.NewReader(strings.NewReader(""))}
		tried, told := 0, 0
		err := r.Again(func() error {
			tried++
			return tt.answers[min(tried, len(tt.answers))-1]
		}, func(error) { told++ })
		if tried != tt.tries || told != tt.told || !errors.Is(err, tt.want) {
			t.Errorf("%s: tried %d, told %d, %v", name, tried, told, err)
		}
	}
}
