// Package store remembers: one bbolt file, and verbs of the domain on it.
//
// # How a change is made
//
// [Store.As] gives the desk of one person. A verb of it runs in one
// transaction: load, decide (model, pure), put. cabinet.Put alone keeps records,
// and every put writes the difference as a fact by itself, chained to the one
// before; nobody can forget the record. Nothing is ever removed: a thing whose
// making was undone is marked void.
//
// # Where things stand
//
// From the face down; each knows only those below it:
//
//	store      verbs of a Desk: who may, load, decide, put; opening and closing
//	record     the record of changes, as one person may see it
//	sight      what one person may see, put together for a page or a list
//	takeback   a fact taken back, unless something was built on it
//	bulk       changes too large for one transaction
//	unplanned, docket, talks   one piece of work each, on an interface of its own
//	cabinet    records by what they are called: shelves, readers, Put, indexes
//	book       one transaction: records as bytes, the chain of facts
//	form, ledger, cardfile, names, boltfile, lease   bytes, buckets, locks
//
// A new kind of record takes: its type and rules in model; a number for each
// field (testdata/fields.golden), a bucket and a migration that makes it; a
// shelf, a reader, a line in Put, KeeperOf and Describe of cabinet; what rests
// on it in Used there; a case in Desk.keep if it may come in by Apply. Its verbs
// are one file here, named like the record, of a few dozen lines: what takes
// longer is a decision and belongs to model, or a reading and belongs to sight.
// So plan states (submitted, returned, revised) go beside SetTargets in
// replan.go; results of units, surveys and credit points get a file each;
// a transfer, which ends one post and begins another, stands in people.go.
//
// # The file
//
// Every value stands in an envelope with a checksum over its place and content.
// Records are CBOR maps with integer keys (the numbers in the tags of model's
// types; never reused: testdata/fields.golden), cards have a layout of their
// own. No name and no number of a person stands in a key. The buckets are named
// in package ledger; the shelves (package cabinet) say where each kind of record stands.
//
// # Promises
//
//   - A verb that returns nil is on the disk, with its facts; one that returns
//     an error changed nothing, unless the error is model.ErrOutcome.
//   - Records are what their facts say: [Store.Verify] with deep compares them.
//   - Several processes may use the file at once (package lease); nobody is
//     refused while the others get on.
//   - A value that is not what was written is never shown: it is a
//     *model.DamageError that names its place.
//   - A file that is empty, foreign, cut short or newer is refused before bbolt
//     sees it.
//
// # Caveats
//
//   - A fault inside bbolt becomes a DamageError; a bug of ours stays a panic.
//   - The file belongs on a local disk, never on NFS or SMB.
//   - Values read are copies; a transaction never outlives its verb.
package store
