package words

// Gain holds the words of the normalised gain: of its working, and of the form in
// which what it is computed from is typed.
type Gain struct {
	Means   string // {pre} {post} {max}
	Pupils  Plural // whom it stands on
	LeftOut Plural
	Which   [2]string // by gain.Which
	Bands   [4]string // by gain.Band
	Band    string    // {band} {medium} {high}
	Alone   string    // typed as one number

	Form struct {
		Title                           string
		Head                            string // {name} {code} {period}
		Pre, Post, Max, Pupils, LeftOut string // labels
		Which, Mean                     string
		PreHint, MaxHint, LeftOutHint   string
		WhichHint, MeanHint             string
		Result                          string // {value}
		Kept                            string // {name} {code} {value}
		Pasted                          string // {pupils} {out}
		NotPasted                       string // {why}
		Paste                           string // of the clipboard
	}
}
