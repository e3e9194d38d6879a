// Package lease lets several programs work on one bbolt file: the windows, the
// command line and a backup of one machine take turns, and nobody is refused
// while the others get on.
//
// bbolt locks its file for as long as it is open, which would be as long as a
// window is. A Lease opens the file when there is work and gives it up when
// somebody else asks. Two files stand beside the database and are never
// renamed or removed:
//
//	NAME.queue  locked by the one who is next
//	NAME.lock   locked by the holder, who writes into it who it is
//
// To open, a process locks the queue, then NAME.lock, then unlocks the queue,
// and only then opens the database; it then compares the opened file with what
// is at the path, because a file renamed into place meanwhile would swallow
// its changes. The holder keeps the database open while nobody waits. It tries
// the queue every few milliseconds: when that is taken it closes after the
// running work, or at once when idle; left idle for two seconds it closes
// unasked, so that a window nobody touches costs nothing.
//
// # Promises
//
//   - A process that works in a loop lets the others in between: it must queue.
//   - One handle a process: all Leases of one real path share it, because
//     opening a bbolt file twice in a process blocks the second for ever.
//   - A waiter gives up only after Options.Timeout without progress of the
//     holder, and then says who holds the file and how far it is. Progress is
//     a new holder, or new content of NAME.lock (see [Lease.Progress]).
//   - A holder that is killed leaves the file free: the locks belong to the
//     operating system. A waiter that is stopped cannot block the others: the
//     queue is for fairness, and NAME.lock alone for safety.
//   - A missing or empty file is never created or filled; making one is the
//     work of [Lease.Exclusive].
//
// # Caveats
//
//   - Locks need a local disk: never a file on NFS or SMB.
//   - Use from inside Use, or Exclusive from inside either, waits for itself
//     and ends in a BusyError.
//   - What f of Use learnt from its handle must not outlive f: the next Use may
//     see a file that others changed in between.
package lease
