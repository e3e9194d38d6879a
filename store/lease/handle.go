package lease

import (
	"errors"
	"os"
	"strconv"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
)

const (
	// poll is how often a holder looks whether somebody waits: half of the
	// 20 ms within which an idle one is to be gone.
	poll = 10 * time.Millisecond
	// idle is how many polls a handle that nobody uses is kept.
	idle = 200
	// look is every how many polls the path is compared with the open file.
	look = 10
)

// handle is the one opening of a file in this process. Everything below mu
// changes only while mu is held.
type handle struct {
	path   string
	leases int // guarded by the registry

	mu       sync.Mutex
	db       *bbolt.DB // nil: not open
	side     *side     // nil: not held, or nothing could be written beside the file
	readOnly bool      // db was opened to read only
	users    int       // calls of Use at work
	claims   int       // calls of Exclusive waiting or at work
	alone    bool      // one of them is at work
	opening  bool      // somebody waits for the other processes, mu unlocked
	leaving  bool      // close when users is 0, let nobody in until then

	holder      string
	verb        string
	since       time.Time // of the holding
	done, total int
	entered     uint64 // calls of Use so far, for the idle count
	beats       uint64 // signs of life, for those who wait in this process

	tries   uint64 // openings so far, and how the last one ended
	tryErr  error
	waiters int
	changed chan struct{} // closed and made anew when waiters should look again
}

// enter returns the open database, counted as used until leave.
func (h *handle) enter(opt *Options, verb string) (*bbolt.DB, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	p := patience{limit: opt.Timeout}
	for {
		switch {
		case h.opening || h.claims > 0:
		case h.db != nil && !h.leaving && (opt.ReadOnly || !h.readOnly):
			if h.users == 0 {
				h.verb, h.done, h.total = verb, 0, 0
			}
			h.users++
			h.entered++
			return h.db, nil
		case h.users > 0:
			h.leaving = true // a handle that can only read makes way too
		default:
			if err := h.open(opt, verb); err != nil {
				return nil, err
			}
			continue
		}
		if err := h.wait(&p); err != nil {
			return nil, err
		}
	}
}

// leave ends one enter; the last one out closes for those who wait. Without
// side files nobody could ask for the file, so it is never kept then.
func (h *handle) leave() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.users--
	h.beats++
	if h.users == 0 && (h.leaving || h.side == nil) {
		h.shut()
	}
	h.wake()
}

// claim waits until nobody uses the file, and keeps all out until unclaim.
func (h *handle) claim(opt *Options, verb string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.claims++
	p := patience{limit: opt.Timeout}
	for h.opening || h.alone || h.users > 0 {
		if err := h.wait(&p); err != nil {
			h.claims--
			h.wake()
			return err
		}
	}
	h.shut()
	var s *side
	err := h.outside(opt, verb, func(n note) (err error) {
		s, err = take(h.path, n, opt.Timeout)
		return err
	})
	if err != nil {
		h.claims--
		h.wake()
		return err
	}
	h.side, h.alone = s, true
	go h.keep(s)
	return nil
}

func (h *handle) unclaim() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.claims--
	h.alone = false
	h.beats++
	h.shut()
	h.wake()
}

// open takes the file from the other processes and opens it.
func (h *handle) open(opt *Options, verb string) error {
	h.shut()
	var s *side
	var db *bbolt.DB
	err := h.outside(opt, verb, func(n note) (err error) {
		if s, err = takeFor(h.path, n, opt); err != nil {
			return err
		}
		var info os.FileInfo
		if db, info, err = openBolt(h.path, opt); err != nil {
			s.release()
		} else if s != nil {
			s.info = info
		}
		return err
	})
	if err != nil {
		return err
	}
	h.db, h.side, h.readOnly = db, s, opt.ReadOnly
	if s != nil {
		go h.keep(s)
	}
	return nil
}

// outside runs f, which may wait for other processes, with mu unlocked; the
// flag opening keeps others from doing the same meanwhile. n is the note of
// the holding that f is to begin.
func (h *handle) outside(opt *Options, verb string, f func(n note) error) (err error) {
	h.opening = true
	h.holder, h.verb, h.done, h.total, h.since = opt.Holder, verb, 0, 0, time.Now()
	n := h.note()
	h.mu.Unlock()
	defer func() {
		h.mu.Lock()
		h.opening = false
		h.tries++
		h.tryErr = err
		h.beats++
		h.wake()
	}()
	return f(n)
}

// yield closes the handle when its users are gone.
func (h *handle) yield() {
	switch {
	case h.alone || h.opening || h.db == nil:
	case h.users == 0:
		h.shut()
		h.wake()
	default:
		h.leaving = true
	}
}

// shut closes what is open and gives the file to the others. What bbolt's
// Close can fail with changes nothing: every commit was synced.
func (h *handle) shut() {
	if h.db != nil {
		_ = h.db.Close()
	}
	h.side.release()
	h.db, h.side, h.leaving = nil, nil, false
}

// wait sleeps until something changed here. It gives up when the limit passes
// without a sign of life, and shares the disappointment of one that waited for
// another process in the place of all.
func (h *handle) wait(p *patience) error {
	if p.over(strconv.FormatUint(h.beats, 10), h.opening) {
		return h.note().busy()
	}
	changed, tries := h.changed, h.tries
	h.waiters++
	h.mu.Unlock()
	timer := time.NewTimer(p.left())
	select {
	case <-changed:
	case <-timer.C:
	}
	timer.Stop()
	h.mu.Lock()
	h.waiters--
	if h.tries != tries && errors.Is(h.tryErr, model.ErrBusy) {
		return h.tryErr
	}
	return nil
}

// wake lets the waiters of this process look again.
func (h *handle) wake() {
	if h.waiters > 0 {
		close(h.changed)
		h.changed = make(chan struct{})
	}
}

// note is what others may know about this holder.
func (h *handle) note() note {
	n := note{Holder: h.holder, PID: os.Getpid(), Verb: h.verb, Since: h.since}
	if h.done != 0 || h.total != 0 {
		n.Progress = strconv.Itoa(h.done)
		if h.total > 0 {
			n.Progress += "/" + strconv.Itoa(h.total)
		}
	}
	return n
}

// keep watches the queue, the path and the clock for as long as s is held.
func (h *handle) keep(s *side) {
	ticker := time.NewTicker(poll)
	defer ticker.Stop()
	var entered uint64
	quiet := 0
	for n := 1; ; n++ {
		<-ticker.C
		asked := s.asked()
		moved := n%look == 0 && s.moved(h.path)
		h.mu.Lock()
		if h.side != s {
			h.mu.Unlock()
			return
		}
		if asked {
			s.write(h.note(), false)
		}
		if quiet++; h.users > 0 || h.entered != entered {
			quiet, entered = 0, h.entered
		}
		if asked || moved || quiet >= idle {
			h.yield()
		}
		h.mu.Unlock()
	}
}

// patience measures how long a state does not change.
type patience struct {
	limit time.Duration
	state string
	since time.Time
}

// over reports whether state has been the same for the limit. busy restarts
// the clock: somebody else keeps it.
func (p *patience) over(state string, busy bool) bool {
	now := time.Now()
	if busy || state != p.state || p.since.IsZero() {
		p.state, p.since = state, now
	}
	return now.Sub(p.since) >= p.limit
}

// left is how long until over can become true.
func (p *patience) left() time.Duration {
	return max(time.Millisecond, p.limit-time.Since(p.since))
}
