package ledger

import (
	"bytes"
	"slices"

	"go.etcd.io/bbolt"

	"kinerja/model"
)

// epochSize is the part of a fact's key that names site and epoch.
const epochSize = 16 + 4

// Epochs lists the sites and epochs of the facts in the file, each as the
// beginning of a key, in the order in which they were. Keys alone do not tell:
// a copy's site may have been named by a clock that was behind.
func Epochs(b *bbolt.Tx, m File) [][]byte {
	var list [][]byte
	rank := map[string]int{}
	for i, e := range m.Epochs {
		if key, err := FactKey(model.FactKey{Site: e.Site, Epoch: e.Epoch}); err == nil {
			rank[string(key[:epochSize])] = i
		}
	}
	c := b.Bucket([]byte(BucketFacts)).Cursor()
	for k, _ := c.First(); len(k) >= epochSize; {
		epoch := bytes.Clone(k[:epochSize])
		list = append(list, epoch)
		k, _ = c.Seek(AfterEpoch(epoch))
	}
	slices.SortStableFunc(list, func(a, b []byte) int { return rank[string(a)] - rank[string(b)] })
	return list
}

// AfterEpoch is a key that sorts after every fact of an epoch.
func AfterEpoch(epoch []byte) []byte {
	return append(bytes.Clone(epoch), bytes.Repeat([]byte{0xff}, FactKeySize-epochSize)...)
}
