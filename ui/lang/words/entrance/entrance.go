// Package entrance holds the words of who comes in: logging in, the locked
// screen, another evaluator, and the people who may log in.
package entrance

import "kinerja/ui/lang/words"

// Words holds the words of logging in.
type Words struct {
	Program                        string // the name of the program, alone on the top line
	Login, Lock, Switch, Show, New string // titles
	LoginHow, LockHow, SwitchHow   string
	ShowHow, NewHow                string // {name}
	Name, Secret, Again, NewSecret string // fields
	NameHint, SecretHint, NewHint  string
	AgainWrong                     string // beside the second one
	Checking                       string
	Wrong, WrongPIN                string       // the second where the name is known
	Wait                           words.Plural // seconds
	WaitMinutes                    words.Plural // {at}: until when
	TryNow                         string       // after that
	Enter, Open, Next, Other       string       // what keys do
	Forgotten, Leave, Back, Stop   string
	Quit                           string // the question
	Choose                         string
	Nobody                         string // nobody else evaluates
	OtherName                      string // the last line of that list

	ForgottenTitle, ForgottenHow string
	TypeCode                     string // what Enter does there
	CodeTitle, CodeHow           string
	Code, CodeHint, CodeTyped    string // the field; mistyped
	CodeWrong                    string
	Recovered                    string // {user}

	Sealed     string // title
	SealedHow  string
	SealedAnew string // the code before it was never written down
	Last       string // the field: the last group
	LastHint   string
	LastWrong  string
	SealedDone string

	Said      string // {name}: after the first login
	SaidLast  string // {name} {at}
	Failed    words.Plural
	Locked    string // {name}: who works, on the locked screen
	HeldBack  string // {name}: what they typed could not be kept
	GiveUp    string // {name}: somebody else came in, and what was typed is no draft
	Switching string // action
	Locking   string // action
	LockWhy   string // why not: the file asks nobody for a PIN
	TypedWhy  string // why not: something is typed that is no draft
	Unlocked  string

	Users Users
}

// Users holds the words of the page of people who may log in.
type Users struct {
	Title, Find, Note, NoteOff, About, AboutOff                     string // Find: other words by which the page is found
	Columns                                                         struct{ Name, User, Roles, Since, Failed, Last string }
	NeverIn, TemporaryHow                                           string
	LastIn                                                          string       // {at}
	FailedEver                                                      words.Plural // wrong tries of somebody who never came in
	Temporary, Closed, Never, You                                   string
	Add, What, Edit, Reset, Close, Change, Off                      string // actions
	ChangeNote, OffNote, ResetNote, CloseNote                       string // beside them
	NotAdmin, IsClosed, NotGuarded, Nobody                          string // why not
	AskClose, ClosedSaid                                            string // {name}
	First, Me, Them                                                 string // heads: what turning PINs on means
	WhoMe, WhoMeHint, Who, WhoAdd, WhoHint, User, UserHint          string
	PIN, TempPIN, TempHint, OldWrong, Roles, RolesHint, Fixed       string
	Plain                                                           map[string]string // by the role's word: what it may do
	Added, AddedFirst, Edited, ResetTitle, ResetHow, ResetSaid      string            // {name}
	ChangeTitle, ChangeHow, Old, Changed, OffTitle, OffHow, OffSaid string
}
