package book

import (
	"bytes"
	"slices"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/store/ledger"
)

// Facts stand by lane, and are read in one order: each fact of lane local stands
// behind the fact of lane shared that was the last when it was written (Beside).
// No clock is asked, so a clock that was put back moves nothing.

// EachFact reads facts from the newest to the oldest, all lanes of all epochs
// of the file, until f says stop.
func (t *Tx) EachFact(f func(model.Fact) (more bool, err error)) error {
	return t.EachBefore(model.FactKey{}, f)
}

// EachBefore is EachFact for what stands after a fact in that order; the zero key
// for all.
func (t *Tx) EachBefore(fact model.FactKey, f func(model.Fact) (more bool, err error)) error {
	var from []byte
	beside := uint64(0) // of fact, where it stands in lane local
	if fact != (model.FactKey{}) {
		var err error
		if from, err = ledger.FactKey(fact); err != nil {
			return err
		}
		if fact.Lane != model.LaneShared {
			at, err := t.FactAt(fact)
			if err != nil {
				return err
			}
			beside = at.Header.Beside
		}
	}
	epochs := ledger.Epochs(t.Tx, t.Meta)
	slices.Reverse(epochs)
	for _, epoch := range epochs {
		shared, local := t.backwards(epoch, model.LaneShared), t.backwards(epoch, model.LaneLocal)
		switch {
		case from == nil:
			shared.last()
			local.last()
		case !bytes.HasPrefix(from, epoch):
			continue // newer
		case fact.Lane == model.LaneShared:
			shared.before(fact.Seq)
			if err := local.besides(fact.Seq); err != nil {
				return err
			}
			from = nil
		default:
			shared.before(beside + 1)
			local.before(fact.Seq)
			from = nil
		}
		if more, err := merge(shared, local, f); err != nil || !more {
			return err
		}
	}
	return nil
}

// merge hands on the facts of one epoch, newest first.
func merge(shared, local *lane, f func(model.Fact) (bool, error)) (more bool, err error) {
	for shared.key != nil || local.key != nil {
		from := shared
		if local.key != nil {
			account, err := local.fact()
			if err != nil {
				return false, err
			}
			if shared.key == nil || account.Header.Beside >= shared.seq() {
				from = local
			}
		}
		fact, err := from.fact()
		if err != nil {
			return false, err
		}
		if more, err := f(fact); err != nil || !more {
			return false, err
		}
		from.step()
	}
	return true, nil
}

// lane reads the facts of one lane of one epoch from the newest to the oldest.
type lane struct {
	c        *bbolt.Cursor
	prefix   []byte      // site, epoch and lane, as keys begin
	key, raw []byte      // nil: at the end
	read     *model.Fact // what stands at key, once it was read
}

func (t *Tx) backwards(epoch []byte, l model.Lane) *lane {
	return &lane{c: t.Bucket([]byte(ledger.BucketFacts)).Cursor(), prefix: append(bytes.Clone(epoch), byte(l))}
}

func (l *lane) last() {
	l.to(append(bytes.Clone(l.prefix), 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))
}

// before goes to the newest fact with a lower number than seq.
func (l *lane) before(seq uint64) { l.to(ledger.AtSeq(l.prefix, seq)) }

func (l *lane) to(key []byte) {
	if at, _ := l.c.Seek(key); at == nil { // all that stands here is before it
		l.take(l.c.Last())
		return
	}
	l.take(l.c.Prev())
}

// besides goes to the newest fact that stands behind the fact of lane shared with
// number seq.
func (l *lane) besides(seq uint64) error {
	for l.last(); l.key != nil; l.step() {
		f, err := l.fact()
		if err != nil || f.Header.Beside < seq {
			return err
		}
	}
	return nil
}

func (l *lane) step() { l.take(l.c.Prev()) }

func (l *lane) take(k, raw []byte) {
	l.key, l.raw, l.read = nil, nil, nil
	if bytes.HasPrefix(k, l.prefix) {
		l.key, l.raw = k, raw
	}
}

func (l *lane) seq() uint64 {
	k, _ := ledger.ParseFactKey(l.key)
	return k.Seq
}

func (l *lane) fact() (f model.Fact, err error) {
	if l.read != nil {
		return *l.read, nil
	}
	content, err := ledger.Unwrap([]byte(ledger.BucketFacts), l.key, l.raw)
	if err == nil {
		f, err = ledger.ParseFact(content)
	}
	if err == nil {
		l.read = &f
	}
	return f, err
}
