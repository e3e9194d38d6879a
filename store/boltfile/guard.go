package boltfile

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"kinerja/model"
)

// Guard runs f so that a panic inside bbolt, or a fault on the file's mapped
// memory, becomes a DamageError. Any other panic is a bug of ours and goes on.
// SetPanicOnFault holds for one goroutine, so the guard stands inside every
// view and change.
func Guard(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		if _, fault := p.(interface{ Addr() uintptr }); fault || insideBolt() {
			err = &model.DamageError{Where: oneLine(fmt.Sprint(p)), What: "page"}
			return
		}
		panic(p)
	}()
	return f()
}

// insideBolt reports whether the panic that is being recovered began in bbolt:
// the stack still stands, and the first frame below the runtime's is where it
// began.
func insideBolt() bool {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	panicking := false
	for {
		frame, more := frames.Next()
		switch {
		case frame.Function == "runtime.gopanic":
			panicking = true
		case panicking && !strings.HasPrefix(frame.Function, "runtime."):
			return strings.HasPrefix(frame.Function, "go.etcd.io/bbolt")
		}
		if !more {
			return false
		}
	}
}

func oneLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
