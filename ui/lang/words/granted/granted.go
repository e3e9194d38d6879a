// Package granted holds the words of who may do what to whom.
package granted

// Words holds the words of who may do what to whom: on the page of settings and on the
// command line.
type Words struct {
	Title, Note, Find string
	Yours, Others     string            // headings: the rights of whoever works here, those of every role
	As                string            // {roles}
	By                string            // {name} {relation}: what one may do to somebody
	Nothing           string            // no right at all
	About             string            // what holds beside the table
	Groups            map[string]string // by access.Group
	Whom              map[string]string // to whom, by access.Word; "others": anybody but oneself
	Stands            map[string]string // how somebody stands to whoever works here
	And               string            // between two of them
	Line              string            // {whom} {acts}
	Acts              map[string]string // by verb, as "may …"
	Legend            string            // of the letters of the table
	Letters           map[string]string // by access.Word
	Heads             map[string]string // by role: the short head of its column
	Name, Right, Verb string            // of the file, its first columns
}
