package words

// CLI holds the words of the command line.
type CLI struct {
	Verbs map[string]string // by verb: what it does, in a line
	About map[string]string // by verb: what else there is to know
	Flags map[string]string // by flag; a name in backquotes is that of its value

	Help struct {
		Program, About, Usage, Verb, Verbs, Flags, Global, Codes string
		More                                                     string // {verb}
	}
	Codes struct {
		Done, Refused, Usage, NotFound, Several, Busy, Damaged, NotAllowed, Fault, Stopped string
	}
	Usage struct {
		Word, Near    string // {what} {given} {allowed}; {near}
		Flag, SeeHelp string // {flag} {verb}; {verb}
		NoValue       string // {flag}
		BadValue      string // {flag} {value}
		BadFlag       string // {flag}
		Missing       string // {verb} {what}
		TooMany       string // {verb} {what}
		Together      string // {a} {b}
		Period, Year  string // {flag} {value}
		Date          string // {flag} {value}
		Number, Gain  string // {code} {value} {why}
		Twice         string // {code}
		NoEntry       string // {code}
		Map           string // {value}
		Target        string // {code} {value} {why}
		Who, Values   string
		Targets       string
		Yes           string
	}

	Stopping, Stopped, NoOutput string
	Close                       string // the window stays until Enter
	NoFile, Made                string // {file}
	NoTable                     string // {file}
	NoBackup                    string // {why}
	NotMe                       string // {me}
	PlainNoPages                string
	Nobody                      string // {query}
	NoUnit                      string // {unit}
	NoCode                      string // {code} {allowed}
	NoItem                      string // {id}
	NoPlan                      string // {name} {period} {year}
	NoSuchPlan                  string // {plan} {name} {period}
	SeveralPlans                string // {name} {period}
	Empty, NobodyLate           string
	ForPeriod                   string // {period}
	More                        Plural

	Card struct {
		Rated string // {result} {behaviour} {predicate}
		Word  string // {on}
		From  string // {document} {who}, after Word
		Moved string // {what} {then} {now}
		Left  Plural
	}
	Enter struct {
		Value            string // {code} {before} {after}
		Score, Suggested string // {before} {after}
		TooLittle        string
		Odd              string // {code} {low} {high}
		OddReason        string
		Locked           string // {state}
	}
	Evaluate struct {
		State     string // {state}
		Reason    string // {reason}
		Recorded  string // {document} {on}
		Departs   string // {rating} {suggested} {score}
		OnLittle  string // {rating} {share}
		Head      string // {rating} {suggested} {unit} {grade}: of the head of a unit
		NotShared string // no day of sharing to correct
		Withdraw  string
		Document  string // {name}
		Partly    string // {state} {why}
		NoRecord  string // nothing that could be corrected
		Unchanged string // what is taken out of why then
	}
	Plan struct {
		Made, MadeDrafts    Plural // {year}
		Kept                Plural
		NoPost              string // {name} {year}
		Title               string // {year} {instrument} {name} {version} {state}
		ForYear             string // {year}
		Targeted            string // {name} {year} {since}
		Moved               string // {name} {year} {code} {n} {since}
		Uses                string // {name} {year} {code} {n}: nothing changed
		NoInstrument        string // {code} {allowed}
		Document, DraftFrom string // {name}
		OtherYear           string // {period} {year}
		Written             string // {name} {year}
		NoNumber            string // {n}: no such result; a list follows
		NoLine              string // {part} {n}
		NoSuperior          string
		NeedsPaper          string // another's word without a document
		AgreePaper          string // {name} {state}
		NoneToStep          string // {year}
		SteppedOne, Stepped string // {name} {year} {state}; {n} {year} {state}
		NewerThere          string // {code} {n}
		Filled              string // {year}: a copy is refused
		NoHead              string // {unit}
	}
	Survey struct {
		Which           string // {list}
		There, NotThere string // {unit} {period}
		Unit            string
		Done            Plural // {index}
	}
	Period struct {
		Closed, Opened     string // {period} {unit} {on} {by}
		Open               string // {period} {unit}
		Reason             string // {reason}
		Needs              string // {obstacles} {period} {unit}
		Left               string // {obstacles}
		Clear, None, Which string
		WhyReopen          string // {period}
		Again              string // {code}: how a closed period is opened from here
		Already, NotClosed string // {period} {unit}
		Early              string // {period} {on}
	}
	Unit struct {
		Document, Revise, Fits, Undecided, Which string
		Needs                                    string // {flag}
	}
	Columns struct {
		NIP, Name, Position, Unit, Code, Kind, Parent, Version, Indicators, Positions, Instrument, State,
		Indicator, Aspect, Target, Measure, Weight, Direction, Score, Suggested, Result, Behaviour, Predicate,
		Filled, Of, Needs, Period, On, By, Left, Reason string
	}
	Late   struct{ Plan, Results, Rating string }
	Import struct {
		Head                                                string // {file} {row} {rows}
		Used, Ignored                                       string // {list}
		NewUnit                                             string // {name} {kind}
		Counts                                              string // {new} {changed} {same} {refused}
		NewTitle, ChangedTitle, RefusedTitle, WarningsTitle string
		Rows                                                string // {rows}
		Grouped                                             Plural // {rows}
		Blank                                               Plural
		UnitHint, DryNothing, NoneGood, JSON                string
		Accepted                                            string // {list}
		Reason                                              string // name of the column with reasons
		Dry, Nothing                                        string
		WouldWrite, Wrote, Backup                           string // {file}
		Strict                                              string // {n} {file}
		Done                                                Plural
		Reading, Writing                                    string // {n}
		Warnings                                            struct {
			Young, Contract, Kind string
			OtherName, Range      string // {accepted}
			Rounded, Nobody       string
			Aside, Blank          string
			Unanswered            string // {accepted}
			Weights, Version      string // {accepted}
		}
	}
	Record struct {
		Line     string // {at} {who} {what} {about} {mark}
		Document string // {document}
		On       string // {on}
		Whose    string // {name} {by}
		Missing  string
		Owner    string
		Fields   map[string]string // by kind and number of the field
	}
	Backup struct {
		Done     string // {file} {size}
		Ask      string // {file} {from}
		Restored string // {file} {from}
		Kept     string // {file}
		Left     string
		Exists   string // {file}
		Damaged  string // {file} {where}
	}
	Verify struct {
		Checking string // {n}
		Good     string // {file}
		Facts    Plural // {records}
		Missing  Plural
	}
	Export struct {
		Done   Plural // {file}
		Exists string // {file}
	}
	Config struct {
		Unknown string // {key}
		Value   string // {key} {value}
		Syntax  string // {detail}
		Allowed string // {allowed}
		Missing string
		NoFile  string // {file}: a file that was named and is not there
		Data    string // {file}
		Set     string
		None    string // {file}
		Good    string // {file}
	}
}
