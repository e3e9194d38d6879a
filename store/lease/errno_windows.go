package lease

import (
	"os"
	"syscall"
)

// What the system says, in its own numbers (winerror.h). They are read only.
var (
	fullErrors     = []syscall.Errno{39, 112} // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
	readOnlyErrors = []syscall.Errno{19}      // ERROR_WRITE_PROTECT
	sharedErrors   = []syscall.Errno{32}      // ERROR_SHARING_VIOLATION: a virus scanner, a sync program
)

// unlockBolt has nothing to do: here a lock goes with its handle.
func unlockBolt(*os.File) {}
