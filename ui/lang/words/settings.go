package words

// Settings holds the words of the page that leads to what is set up once.
type Settings struct {
	Title                                     string
	Data, Law, Files, Keep, Program           string // headings
	Instruments, Positions                    string
	Plans, Units                              string // names of pages
	InstrumentsNote                           string
	PositionsNote                             string
	PlansNote, UnitsNote, RecordNote          string
	TakeNotes                                 map[string]string // by kind of table
	Backup, BackupNote                        string            // {last}
	Never                                     string
	Made                                      string // {file}
	DataFile, SettingsFile                    string
	NoSettings                                string
	Language, Theme                           string
	LanguageNote                              string
	ThemeNote                                 string // {theme}
	Themes                                    map[string]string
	NotKept                                   string // {why}
	Heads, HeadsNote, HeadsSaid, HeadsNotKept string // how a unit's result suggests for its head; {above} {meets}; {why}
	Own, OwnNote                              string
	Choose                                    string // action
}
