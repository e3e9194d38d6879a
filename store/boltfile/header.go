// Package boltfile stands between the program and bbolt: it looks at a file
// before bbolt does, turns bbolt's panics into errors, and copies and renames
// files so that they last.
package boltfile

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"kinerja/model"
	"kinerja/store/lease"
)

// The two meta pages of a bbolt file, as far as they matter here. They are read
// by hand: bbolt silently fills an empty file, and a short one faults later.
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	pageHead    = 16
	metaSize    = 64
)

// pageMeta is one valid meta page.
type pageMeta struct {
	pageSize uint32
	high     uint64 // pages in use: the file must be at least this long
	txid     uint64
}

// Check refuses what bbolt must not be given: nothing, an empty file, one
// of another program, one cut short. It reads a few bytes and changes nothing.
func Check(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return lease.Explain(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return lease.Explain(path, err)
	}
	switch {
	case info.IsDir():
		return fmt.Errorf("%s: %w", path, model.ErrForeign)
	case info.Size() == 0:
		return fmt.Errorf("%s: %w", path, model.ErrEmpty)
	}
	meta, err := readPages(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if need := int64(meta.high) * int64(meta.pageSize); info.Size() < need {
		return fmt.Errorf("%s: %w", path, &model.DamageError{
			Where: fmt.Sprintf("%d of %d bytes", info.Size(), need), What: "truncated",
		})
	}
	return nil
}

// readPages returns the newer valid meta page. A file that holds no valid one
// is damaged if it bears the magic anywhere it should, else foreign.
func readPages(f io.ReaderAt) (pageMeta, error) {
	var best pageMeta
	found, magic := false, false
	for _, at := range metaOffsets(f) {
		var raw [pageHead + metaSize]byte
		if _, err := f.ReadAt(raw[:], at); err != nil {
			continue
		}
		m, hasMagic, ok := parsePage(raw[pageHead:])
		magic = magic || hasMagic
		if ok && (!found || m.txid > best.txid) {
			best, found = m, true
		}
	}
	switch {
	case found:
		return best, nil
	case magic:
		return best, &model.DamageError{Where: "meta pages", What: "page"}
	}
	return best, model.ErrForeign
}

// metaOffsets says where the meta pages may stand: at the start, and one page
// on, by the page size that the first says or by the usual ones.
func metaOffsets(f io.ReaderAt) []int64 {
	var raw [pageHead + metaSize]byte
	if _, err := f.ReadAt(raw[:], 0); err == nil {
		if m, _, ok := parsePage(raw[pageHead:]); ok {
			return []int64{0, int64(m.pageSize)}
		}
	}
	offsets := []int64{0}
	for size := int64(1024); size <= 64*1024; size *= 2 {
		offsets = append(offsets, size)
	}
	return offsets
}

func parsePage(raw []byte) (m pageMeta, magic, ok bool) {
	le := binary.LittleEndian
	magic = le.Uint32(raw) == boltMagic
	if !magic || le.Uint32(raw[4:]) != boltVersion {
		return m, magic, false
	}
	h := fnv.New64a()
	h.Write(raw[:56])
	m = pageMeta{pageSize: le.Uint32(raw[8:]), high: le.Uint64(raw[40:]), txid: le.Uint64(raw[48:])}
	return m, magic, h.Sum64() == le.Uint64(raw[56:]) && m.pageSize >= 512
}

// Stamp is a number that changes whenever any process changes the file at
// path. It reads two pages and takes no lock.
func Stamp(path string) (uint64, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, lease.Explain(path, err)
	}
	defer f.Close()
	m, err := readPages(f)
	return m.txid, err
}
