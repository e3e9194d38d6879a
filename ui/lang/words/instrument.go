package words

// Instruments holds the words of the list of instruments.
type Instruments struct {
	Title, Intro, Reading, New                        string
	Code, Name, Version, Indicators, Positions, State string // columns
	Everyone                                          string // no position of its own
	Used, Ready, Draft                                string // states
	Weights                                           string // heading of their sum
	OddWeights                                        string // {n}: a sum that is not 100, and what it does
}

// Instrument holds the words of the editor of one instrument.
type Instrument struct {
	Title, Reading, Empty               string
	VersionIs                           string // {n}
	For                                 string // {list}: positions
	Everyone                            string
	IsNew, IsDraft, IsFrozen, IsReady   string // how it stands
	Indicator, Plausible                string // columns
	Sum, Left, Over                     string // {n}: of the weights
	NameTitle, IndicatorTitle           string
	TrialIntro, CloseTrial              string
	NoIndicator, LastIndicator          string // why not
	NewVersion                          string // action {n}
	EditIndicator, Add, Remove          string // actions
	Rename, Try                         string
	AskVersion                          string // {version} {next}
	AskRemove                           string // {code}
	Saved                               string // {code} {version}
	Moves                               string // {version}: whose plans take a newer one, and how
	NotKept                             string // {code}
	CodeTaken                           string
	Code, NameID, NameEN, Positions     string // fields
	Unit, Direction, Target, TargetHigh string
	Limit, Weight, Cap, Low, High       string
	Aspect, Aggregate, Source, Verified string
	IsVerified, NotVerified             string
	CodeHint, PositionsHint, UnitHint   string
	TargetHighHint, LimitHint, CapHint  string
	PlausibleHint, AggregateHint        string
	SourceHint, VerifiedHint            string
}
