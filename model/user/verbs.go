package user

import "kinerja/model"

// The verbs: what is done about who may log in. None of them is undone: what one
// did is done anew.
const (
	VerbRead    model.Verb = "user.read"
	VerbSigns   model.Verb = "pin.read" // whether somebody has a PIN to say a thing by
	VerbAdd     model.Verb = "user.add"
	VerbEdit    model.Verb = "user.edit"
	VerbReset   model.Verb = "user.reset"   // another's PIN
	VerbChange  model.Verb = "user.change"  // the own PIN
	VerbClose   model.Verb = "user.close"   // nobody logs in by it any more
	VerbGuard   model.Verb = "user.guard"   // from now on the file asks who works
	VerbUnguard model.Verb = "user.unguard" // and no more
	VerbRecover model.Verb = "user.recover" // the PIN of an administrator, by the recovery code
)
