package rounds

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"sync"

	"kinerja/model"
	"kinerja/model/round"
)

// Urn holds, in the memory of the running program, what was given anonymously and is
// not written yet, and, apart from it, who answered. It is one for everybody who works
// in one run of the program, one after the other, and nothing of it is ever written
// but the answers themselves, shuffled. The zero Urn is empty.
type Urn struct {
	mu    sync.Mutex
	boxes map[round.ID]*box
}

// box is what waits for one round.
type box struct {
	waiting []round.Voice // in no order
	gave    map[model.EmployeeID]bool
}

// of is the box of a round; Urn.mu is held.
func (u *Urn) of(id round.ID) *box {
	if u.boxes == nil {
		u.boxes = map[round.ID]*box{}
	}
	if u.boxes[id] == nil {
		u.boxes[id] = &box{gave: map[model.EmployeeID]bool{}}
	}
	return u.boxes[id]
}

// Waiting is how many answers of all rounds would be lost if the program ended now.
func (u *Urn) Waiting() (n int) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, b := range u.boxes {
		n += len(b.waiting)
	}
	return n
}

// with is the answers that wait and one more, in an order that is left to chance.
func (b *box) with(v round.Voice) []round.Voice {
	return shuffled(append(b.waiting[:len(b.waiting):len(b.waiting)], v))
}

// shuffled puts answers in an order that is left to chance alone.
func shuffled(list []round.Voice) []round.Voice {
	for i := len(list) - 1; i > 0; i-- {
		n, err := rand.Int(rand.Reader, big.NewInt(int64(i+1)))
		if err != nil {
			panic(fmt.Sprintf("no randomness: %v", err)) // the system's own source does not fail
		}
		j := int(n.Int64())
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// chance is an identity that tells nothing, not even when it was made.
func chance() string {
	var raw [16]byte
	if _, err := rand.Read(raw[:]); err != nil {
		panic(fmt.Sprintf("no randomness: %v", err)) // as above
	}
	return model.EncodeID(raw)
}
