//go:build !windows

package lease

import (
	"os"
	"syscall"
)

// What the system says, in its own numbers. They are read only.
var (
	fullErrors     = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	readOnlyErrors = []syscall.Errno{syscall.EROFS}
	sharedErrors   = []syscall.Errno{}
)

// unlockBolt takes back bbolt's lock on a file whose opening panicked. Closing
// is not enough: the mapping that bbolt left behind keeps the lock.
func unlockBolt(file *os.File) {
	_ = syscall.Flock(int(file.Fd()), syscall.LOCK_UN)
}
