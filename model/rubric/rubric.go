// Package rubric is what somebody saw in a lesson, and the number it comes to: the
// classroom observation of Ruang GTK (DOMAIN 4.2, P-05). A lesson is observed by one
// focus or several; each has three behaviours, and each of those that was seen is
// given 1 to 4.
//
// What it promises:
//   - Every observation of a period is kept with the value: the day, who observed,
//     how far the session is, each behaviour that was seen, a note.
//   - An observation counts as the mean of the behaviours that were seen in it, and
//     the value is the mean of the observations: each counts the same, however many
//     behaviours were looked at. Both are exact; the value is rounded once, half up,
//     to four decimals.
//   - What was not seen is not zero: it is left out.
//   - A session that is only agreed has no score yet, and counts in nothing.
package rubric

import (
	"errors"
	"strconv"

	"kinerja/model"
)

// The size of the rubric, and its scale. What each step of the scale means was not
// seen in a source (DOMAIN 4.2: public implementation): belum diverifikasi.
const (
	Focuses    = 5
	Behaviours = 3 // of each focus
	Lowest     = 1
	Highest    = 4
)

// Bounds of what is kept.
const (
	MostObservations = 24  // of one value
	MostWords        = 500 // runes of a note
	MostName         = 100 // runes of the observer's name
)

// Reasons why an observation is refused.
var (
	// ErrScale: a score is not one of the scale.
	ErrScale = errors.New("not 1 to 4")
	// ErrUnseen: no behaviour was given a score, though the lesson was observed.
	ErrUnseen = errors.New("no behaviour was observed")
	// ErrBeforehand: a session that is only agreed has no scores.
	ErrBeforehand = errors.New("the lesson was not observed yet")
	// ErrForm: a text is not written as an observation is.
	ErrForm = errors.New("not written as day; focus scores; oleh observer; tahap stage; catatan note")
	// ErrOutside: a day lies outside the period that the value is of.
	ErrOutside = errors.New("lies outside the period")
	// ErrMany: more observations than a value keeps.
	ErrMany = errors.New("too many observations")
)

// Focus is one of the five focuses. It has three behaviours, which are numbered.
type Focus uint8

// The focuses, in the order of Ruang GTK.
const (
	Climate     Focus = iota // keteraturan suasana kelas
	Instruction              // instruksi pembelajaran
	Discipline               // penerapan disiplin positif
	Feedback                 // umpan balik konstruktif
	Care                     // perhatian dan kepedulian
)

var (
	focuses     = [...]string{"climate", "instruction", "discipline", "feedback", "care"}
	focusesFile = [...]string{"suasana", "instruksi", "disiplin", "umpan_balik", "perhatian"}
)

// String is the word of the command line and of JSON.
func (f Focus) String() string { return focuses[min(f, Care)] }

// ParseFocus reads the word of the command line, or that of files.
func ParseFocus(s string) (Focus, bool) { return word[Focus](s, focuses[:], focusesFile[:]) }

// FocusWords are the words that ParseFocus knows first.
func FocusWords() []string { return focuses[:] }

// Stage is how far a session is.
type Stage uint8

// The stages of a session (DOMAIN 4.2).
const (
	Agreed    Stage = iota // pra-observasi: when and what was agreed, nothing seen yet
	Observed               // observasi
	Discussed              // tindak lanjut: discussed with the teacher
	Reflected              // refleksi
)

var (
	stages     = [...]string{"agreed", "observed", "discussed", "reflected"}
	stagesFile = [...]string{"pra-observasi", "observasi", "tindak_lanjut", "refleksi"}
)

// String is the word of the command line and of JSON.
func (s Stage) String() string { return stages[min(s, Reflected)] }

// ParseStage reads the word of the command line, or that of files.
func ParseStage(s string) (Stage, bool) { return word[Stage](s, stages[:], stagesFile[:]) }

// StageWords are the words that ParseStage knows first.
func StageWords() []string { return stages[:] }

// Scores are those of all behaviours, by focus; 0: not observed.
type Scores [Focuses][Behaviours]uint8

// Seen is how many behaviours of a focus were given a score.
func (s Scores) Seen(f Focus) (n int) {
	for _, v := range s[f] {
		if v > 0 {
			n++
		}
	}
	return n
}

// total is the sum of the scores, and how many there are.
func (s Scores) total() (sum, n int64) {
	for _, focus := range s {
		for _, v := range focus {
			if v > 0 {
				sum, n = sum+int64(v), n+1
			}
		}
	}
	return sum, n
}

// Observation is one lesson that was observed, or will be.
type Observation struct {
	On     model.Date
	By     string // who observes, as people write the name
	Stage  Stage
	Scores Scores
	Note   string
}

// Mean is that of the behaviours that were seen; absent where none was.
func (o Observation) Mean() model.Amount {
	sum, n := o.Scores.total()
	return mean(sum, n)
}

// Seen is how many of the fifteen behaviours were seen.
func (o Observation) Seen() int {
	_, n := o.Scores.total()
	return int(n)
}

// Check refuses an observation that cannot be; a FieldError names what is wrong
// with it: tanggal, pengamat, nilai, catatan.
func (o Observation) Check() error {
	fault := func(field, value string, err error) error {
		return &model.FieldError{Field: field, Value: value, Err: err}
	}
	for _, focus := range o.Scores {
		for _, v := range focus {
			if v > Highest {
				return fault("nilai", strconv.Itoa(int(v)), ErrScale)
			}
		}
	}
	switch n := o.Seen(); {
	case o.On.IsZero():
		return fault("tanggal", "", model.ErrMissing)
	case o.By == "":
		return fault("pengamat", "", model.ErrMissing)
	case o.Stage == Agreed && n > 0:
		return fault("tahap", "", ErrBeforehand)
	case o.Stage != Agreed && n == 0:
		return fault("nilai", "", ErrUnseen)
	}
	if err := model.CheckText(o.By, MostName, ""); err != nil {
		return fault("pengamat", o.By, err)
	}
	if err := model.CheckText(o.Note, MostWords, ""); err != nil {
		return fault("catatan", o.Note, err)
	}
	return nil
}

// mean is sum ÷ n to four decimals, half up; absent where n is 0.
func mean(sum, n int64) model.Amount {
	if n == 0 {
		return model.Amount{}
	}
	return model.Some(model.Number((2*sum*model.Scale + n) / (2 * n)))
}
