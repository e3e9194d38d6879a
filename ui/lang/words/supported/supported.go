// Package supported names the words of support: of the page that says where it is
// found, of the blank request, and of the counsellor's cases.
package supported

// Words is the section support.
type Words struct {
	Title, Find string            // of the page; words by which it is found too
	Go          string            // the action that leads to it
	Quiet       string            // the line on somebody's own first page
	States      map[string]string // by support.State's word
	Acts        map[string]string // by the name of a step
	Outcomes    map[string]string // by support.Outcome's word
	Audiences   map[string]string // by support.Audience's word
	Known       map[string]string // by support.Known's word: what may be known
	Fields      Fields
	Page        Page
	Sheet       Sheet
	Told        Told
	Ask         Ask
	Unit        Unit
	Case        Case
}

// Fields are the names of things.
type Fields struct {
	Name, NIP, Position, Unit, Contact, About, By string // of a case
	Place, Hours, Phone, Key                      string // of the counsellor
	Allow, Sessions, Plan, Notes, Outcome, Onward string
	Acts, Tell                                    string
}

// Page holds the words of the page that writes nothing.
type Page struct {
	What, Private, Then       string // paragraphs
	WhatHead, PrivateHead     string
	Who, ThenHead, Danger     string // heads
	Nobody                    string // {command}
	Print, Printed, NoPrinter string // {command}
	DangerAlone               string // where no number is set
	DangerText                string // {hotline}
	Unchecked                 string
	Checked                   string // {who}
	Form                      string // the head above the form as it is printed
}

// Sheet holds the words of the blank request.
type Sheet struct {
	Title, To, Hand, From string
	Reach, When, About    string
	Allow                 string
	Boxes                 []string // each behind a box to tick
	Consent, Signed, Date string
}

// Told says what may be told to somebody.
type Told struct {
	To             string // {who}: {what}
	Nothing, Made  string
	Attended       string // {n}
	Finished, Open string
}

// Ask are the questions of the command line.
type Ask struct {
	Passphrase, NewPassphrase, Again              string // {n} in NewPassphrase
	Name, NIP, Unit, Contact, About               string
	Paper, Note, Plan, Onward, Why, Reason, Close string
	NoAnswer                                      string // nobody can answer
	Many                                          string // after a question that takes several lines
}

// Unit holds what the verbs of a unit's file say.
type Unit struct {
	Set, NoKey, NoContact, BadKey string // {name}
	Referred                      string // {file}
	Kept                          string // {what}
	KeptNothing                   string
	Self, NoConsent               string // {name}
	Signature                     string // {name}
	Nothing                       string // no referrals
	On, Who, By, What             string // columns
	Unnamed                       string // whom nothing may be known of
	SlipName                      string // the name of the file says nothing
}

// Case holds what the counsellor's verbs say.
type Case struct {
	Made, NoWayBack, KeyIs  string // {file} {key}
	Wrong, Short, Differ    string // {file}; {n}
	Renewed                 string
	NotVault                string // {file}
	OtherKey, NoSlip, Twice string // {file}
	Opened, Read            string // {code} {name}, {by}
	Next, Ended             string // {code} {state} {steps}
	NoSuch, Which           string // {code}
	NoCases                 string
	Head                    string // {code} {state} {opened}
	OwnRequest              string
	Session, Planned        string // {on}
	Act                     string // {on} {act}
	Paper                   string // {paper}
	Done                    string // {code} {state}
	Copied                  string // {file}
	Code, Since, State      string // columns
	Meets, Count            string
}
