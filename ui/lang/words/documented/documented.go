// Package documented holds the words of the evaluation document (Dokumen Evaluasi
// Kinerja Pegawai) and of its versions.
package documented

// Words holds the words of the document, on its page, on paper and on the command line.
type Words struct {
	Title   string // of the page
	Open    string // the action that opens it
	Heading string // of the form
	Period  string // {period}

	Blocks [11]string // headings, as the form numbers them

	Name, NIP, Grade, Position, Unit           string
	Organisation, Predicate, Result, Behaviour string
	Unknown                                    string // who or what the file does not know
	NoNote                                     string
	NoObjection                                string
	NoAccount, NoDecision, NoFinal             string
	NotYet                                     string // a signature
	Unverified                                 string // of block 9

	Version   string // {version}
	Replaced  string // {version}: in capitals
	Made      string // {version} {old}
	Pending   string // {old}: the newest is not shared yet
	NotShared string

	Go struct {
		Replace, Older, Newer, Evaluation, Objections, Deem string
	}
	Why struct {
		NotFinal, OneVersion, First, Newest, NotReceived, NoRule string
		Running                                                  string // {date}
	}
	Form struct {
		For                    string // {name} {period} {version}
		Reason, ReasonHint     string
		Rates, RatesNo         string
		RatesYes, RatesHint    string
		Own, Team, OfEvaluator string // {name}
		Below                  string // {version}
		Comes                  string // {old} {new}
		Kept                   string // {name} {version}
	}
	AskDeem string // {name} {date} {source}
	Deemed  string // {name}
	DeemCLI string // the setting is missing

	NeedsLetter string
	StillOpen   string // {date}
	NoVersion   string // {version} {of}
}
