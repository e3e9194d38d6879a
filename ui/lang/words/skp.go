package words

// SKP holds the words of the plan as the official form has it, and of the steps
// from draft to agreement.
type SKP struct {
	Refused                map[string]string // by step, "write" for writing: why not. {state}
	Lacking                string            // {list}: cannot be handed in
	Lacks                  map[string]string // {of}
	Acts                   map[string]string // {who} {on}
	Recorded, RecordedFrom string            // {who} {document}: after an act; who typed it is named or not
	Because                string            // {reason}
	Nobody                 string            // whose word, where nobody is named
}
