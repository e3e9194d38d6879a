package store

import "kinerja/store/ledger"

// NewID mints an identity, for records that come from outside and are put by
// Apply.
func NewID() string { return ledger.MintID() }
