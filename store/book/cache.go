package book

import (
	"sync"

	"go.etcd.io/bbolt"
)

// Cache keeps what was read from one look at the file to the next, for as long
// as nobody has changed it.
type Cache struct {
	mu   sync.Mutex
	db   *bbolt.DB
	txid int
	read *sync.Map
}

// At returns what was read of the file as b sees it. A change begins with
// nothing, for it may change what it read.
func (c *Cache) At(b *bbolt.Tx) *sync.Map {
	if b.Writable() {
		return new(sync.Map)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.read == nil || c.db != b.DB() || c.txid != b.ID() {
		c.db, c.txid, c.read = b.DB(), b.ID(), new(sync.Map)
	}
	return c.read
}
