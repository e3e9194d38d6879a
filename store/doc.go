// Package store remembers: one bbolt file, and verbs of the domain on it.
//
// # How a change is made
//
// [Store.As] gives the desk of one person. A verb of it runs in one
// transaction (package book): load, decide (model, pure), put. put alone keeps
// records, and every put writes the difference as a fact by itself, chained to
// the one before; nobody can forget the record. Nothing is ever removed: a thing
// whose making was undone is marked void.
//
// # The file
//
// Every value stands in an envelope with a checksum over its place and content.
// Records are CBOR maps with integer keys (the numbers in the tags of model's
// types; never reused: testdata/fields.golden), cards have a layout of their
// own. No name and no number of a person stands in a key. The buckets are named
// in package ledger; the shelves (shelf.go) say where each kind of record stands.
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
