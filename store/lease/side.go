package lease

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/gofrs/flock"

	"kinerja/model"
)

const (
	// noteAt leaves out the first byte of NAME.lock: on Windows that is the
	// byte which is locked, and nobody could read it.
	noteAt = 1
	// noteSize is fixed, so that a note is replaced by one write and the file
	// is never cut.
	noteSize = 1023
	// queueTry and lockTry are how often a waiter tries; the head of the queue
	// is alone and may be quicker.
	queueTry = 5 * time.Millisecond
	lockTry  = time.Millisecond
	// noteEvery is how often a note that changes is written.
	noteEvery = 100 * time.Millisecond
)

// note is what a holder writes about itself into NAME.lock.
type note struct {
	Holder   string    `json:"holder"`
	PID      int       `json:"pid"`
	Verb     string    `json:"verb"`
	Since    time.Time `json:"since"`
	Progress string    `json:"progress,omitempty"`
}

func (n note) busy() error {
	return &model.BusyError{Holder: n.Holder, PID: n.PID, Verb: n.Verb, Progress: n.Progress}
}

// encode fills the fixed size with blanks; names are cut so that even escaped
// they fit.
func (n note) encode() []byte {
	n.Holder, n.Verb, n.Progress = plain(n.Holder, 80), plain(n.Verb, 30), plain(n.Progress, 40)
	raw, err := json.Marshal(n)
	if err != nil || len(raw) > noteSize {
		raw = nil // blanks: nobody known; the lock itself is what counts
	}
	return append(raw, strings.Repeat(" ", noteSize-len(raw))...)
}

// readNote returns the note and its bytes, by which progress is seen. What
// cannot be read is the empty note.
func readNote(path string) (n note, raw string) {
	file, err := os.Open(path + ".lock")
	if err != nil {
		return note{}, ""
	}
	defer file.Close()
	buf := make([]byte, noteSize)
	size, _ := file.ReadAt(buf, noteAt)
	raw = string(buf[:size])
	if json.Unmarshal(buf[:size], &n) != nil {
		return note{}, raw
	}
	n.Holder, n.Verb, n.Progress = plain(n.Holder, 80), plain(n.Verb, 30), plain(n.Progress, 40)
	return n, raw
}

// plain keeps at most limit printable runes: notes end up on a terminal.
func plain(s string, limit int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, s)
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit])
	}
	return s
}

// side is the pair of files beside the database, NAME.lock being held.
type side struct {
	lock    *flock.Flock
	file    *os.File    // NAME.lock, to write notes; nil where that cannot be
	info    os.FileInfo // the opened database; nil: none is open
	written note
	when    time.Time

	mu    sync.Mutex // queue and ended, so that nothing is touched after release
	queue *flock.Flock
	ended bool
}

// take waits for the turn of this process and returns with NAME.lock held.
func take(path string, n note, limit time.Duration) (*side, error) {
	perm := flock.SetPermissions(sidePerm(path))
	s := &side{lock: flock.New(path+".lock", perm), queue: flock.New(path+".queue", perm)}
	queued, err := try(s.queue, path, limit, queueTry)
	if err != nil && !errors.Is(err, model.ErrBusy) {
		return nil, err
	}
	if queued {
		_, err = try(s.lock, path, limit, lockTry)
		_ = s.queue.Unlock()
	} else if free, _ := s.lock.TryLock(); free {
		err = nil // the head of the queue sleeps: pass it
	}
	if err != nil {
		return nil, err
	}
	// A note is a courtesy; where it cannot be written the lock still holds.
	s.file, _ = os.OpenFile(path+".lock", os.O_WRONLY, 0)
	s.write(n, true)
	return s, nil
}

// sidePerm lets those write the side files who can write the database.
func sidePerm(path string) os.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm() | 0o600
	}
	return 0o600
}

// try takes l, or gives up when the holder made no progress for limit.
func try(l *flock.Flock, path string, limit, every time.Duration) (bool, error) {
	p := patience{limit: limit}
	for {
		ok, err := l.TryLock()
		if err != nil {
			return false, Explain(l.Path(), err)
		}
		if ok {
			return true, nil
		}
		n, raw := readNote(path)
		if p.over(raw, false) {
			return false, n.busy()
		}
		time.Sleep(every)
	}
}

// takeFor is take, or nil without error where nothing can be written beside a
// file that is only to be read.
func takeFor(path string, n note, opt *Options) (*side, error) {
	// A mistyped name must not leave side files behind.
	if info, err := os.Stat(path); err != nil {
		return nil, Explain(path, err)
	} else if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", path, model.ErrForeign)
	}
	s, err := take(path, n, opt.Timeout)
	if opt.ReadOnly && (errors.Is(err, model.ErrReadOnly) || errors.Is(err, model.ErrFull)) {
		return nil, nil
	}
	return s, err
}

// release gives NAME.lock to the others. The nil side is none.
func (s *side) release() {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	if s.file != nil {
		_ = s.file.Close()
	}
	_ = s.lock.Unlock()
}

// asked reports whether somebody stands in the queue.
func (s *side) asked() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return false
	}
	free, err := s.queue.TryLock()
	if free {
		_ = s.queue.Unlock()
	}
	return !free && err == nil
}

// moved reports whether the path leads to another file than the opened one.
func (s *side) moved(path string) bool {
	if s.info == nil {
		return false
	}
	now, err := os.Stat(path)
	return err != nil || !os.SameFile(s.info, now)
}

// write puts n into NAME.lock if it says something new, and not too often
// unless told to.
func (s *side) write(n note, now bool) {
	if s.file == nil || n == s.written || !now && time.Since(s.when) < noteEvery {
		return
	}
	if _, err := s.file.WriteAt(n.encode(), noteAt); err == nil {
		s.written, s.when = n, time.Now()
	}
}
