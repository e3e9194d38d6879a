package words

// Writing holds the words of writing the table on screen into a file.
type Writing struct {
	File     string // before the name of the file
	How      string // what the endings mean, and that filter and order are kept
	Nameless string // where a name without a folder goes: {folder}
	Busy     string // it is being written
	Replace  string // question {file}: it is there already
	Done     Plural // rows {file}
	Save     string // what Enter does
	Stop     string // what Esc does while it is being written
	Stopped  string
	Nowhere  string // files cannot be written from here

	NoName, Ending      string // {file}
	NoFolder            string // {folder}
	IsFolder            string // {file}
	Refused, Full, Else string // {file}: no permission or open elsewhere; no room; anything else

	// What files are called: {instrument} {period} {year}
	Results, Evaluations, Staff, Plans string
}
