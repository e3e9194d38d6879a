package words

// Intake holds the words of taking a table from a file.
type Intake struct {
	Titles map[string]string // by kind of table

	Intro, Looking, NoFiles                                        string
	File, Where, Changed, Size                                     string // columns of the files
	KiB                                                            string // {n}
	Above, Stick, Drive, Downloads, Desktop, Documents, Here, Home string // places
	Choose, Back, Stop, Take, Columns, ReadAgain                   string // actions
	Reading, Taking                                                string // {n}
	Working                                                        string // what would go on unseen
	Header                                                         string // {row}
	WhichSheet                                                     string
	WhichDecimal                                                   string // {columns}
	Comma, CommaNote, Point, PointNote                             string
	Missing                                                        string // {list}
	Naming, Ignore                                                 string
	Twice                                                          string // {column}
	Used, Left                                                     string // {list}
	Row, Mark, What                                                string // columns of the rows
	Marks                                                          [4]string
	Counts                                                         string            // {rows} {in} {new} {changed}
	Same                                                           string            // {n}
	Mend                                                           string            // {file}: what to do about a refused row
	Next                                                           map[string]string // by kind of table: what comes next
	Rows, Refused                                                  Plural
	Nothing, NothingNew, TookNothing                               string
	Astray                                                         string // {column}
	NoNumber                                                       string // why a row without a number is refused
	Unnumbered                                                     Plural // {key}: how many of these there are, and the key that takes them
	AsNonASN, AsBefore                                             string // what that key does; and once it did
	Took                                                           Plural
	Wrote                                                          Plural // {file}
}
