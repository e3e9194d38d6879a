package words

// Observe holds the words of classroom observation: of the rubric (DOMAIN 4.2), of
// where a value comes from, of the command line and of the form.
type Observe struct {
	Focuses    [5]string  // by rubric.Focus
	Behaviours [15]string // three of each focus, in its order
	Stages     [4]string  // by rubric.Stage

	Mean    Plural    // {value}: of so many observations
	Pending string    // none of them has a score yet
	Scale   string    // what is not verified of it
	Alone   string    // typed as one number
	Session string    // {date} {by} {stage}
	Seen    Plural    // {mean}: of so many behaviours
	Brief   [2]string // {date} {by} {mean}; {date} {by} {stage}
	Note    string    // {note}

	CLI struct {
		NotObserved string // {code}: the indicator is another
		None        string // {name}: the plan has no such indicator
		Which       string // {list}: it has several
		Pairs       string // a score without focus, or the other way round
		Number      string // {n} {most}
		Empty       string // {code} {period}
		Removed     string // {session}
		Kept        string // {session}
		Numbered    string // {n} {session}
	}

	Form struct {
		Title                        string
		Head                         string // {name} {code} {period}
		Which, Fresh                 string // which observation; a new one
		On, By, Stage, Focus, Note   string // labels
		AllFocuses                   string
		WhichHint, StageHint         string
		FocusHint, ScoreHint         string // a score: {behaviour}
		This, Value                  string // {value}
		Kept, Removed                string // {name} {code} {value}
		Remove, AskRemove, NotStored string // the action; {session}; why it is disabled
	}
}
