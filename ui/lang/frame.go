package lang

// Frame holds the words around every page: top line, bottom lines, the frame's
// questions, the names of the pages, and the sentences for endings.
type Frame struct {
	Typing       string // the bottom line's word while letters are text
	Quit         string // question
	QuitUnsaved  string // question when something is not saved: {what}
	LeaveUnsaved string // question when a page with something unsaved is left
	Saved        string // {at}
	AllSaved     string // answer to Ctrl+S: nothing was changed yet
	AllSavedAt   string // answer to Ctrl+S: {at}
	NotSaved     string // answer to Ctrl+S: {what}
	// Instead of Saved while something typed is not in the file: {what}
	TypingUnsaved string
	NoPaste       string // what was pasted has no place on this page
	NotNow        string // a key whose action cannot be done: {action} {why}
	TooSmall      string // {width} {height} {haveWidth} {haveHeight}
	TooSmallHow   string
	Crashed       string // after a fault: the terminal is restored
	Rows          string // rows on screen: {first} {last} {all}
	More          Plural // lines out of sight
	Sample        string // stands on every page while the file is the sample
	NoTerminal    string // the program needs a terminal

	Pages struct{ Staff, Own, Results, Evaluations string }
}
