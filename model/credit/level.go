// Package credit turns predicates into credit points (angka kredit) of
// functional posts: AK = per cent of the predicate × coefficient of the level ×
// months ÷ 12 (PermenPANRB 1/2023 art. 37; Peraturan BKN 3/2023).
//
// # Promises
//
//   - Points are exact: they are rounded when they are printed, never before.
//   - A month counts once: for one post, with one predicate, or it stands among
//     what was left out with the reason.
//   - What is counted and what is not, and on which evaluation it stands, is said
//     line by line. What the rule leaves open is decided in one place: [Of] for
//     months, [Account] for levels and ranks.
package credit

import (
	"slices"
	"strings"

	"kinerja/model"
)

// Level is the level (jenjang) of a functional post. The zero Level is none.
type Level uint8

// The levels: four of skill (keterampilan), four of expertise (keahlian).
const (
	NoLevel Level = iota
	Pemula
	Terampil
	Mahir
	Penyelia
	AhliPertama
	AhliMuda
	AhliMadya
	AhliUtama
)

var levelWords = [...]string{"", "pemula", "terampil", "mahir", "penyelia", "ahli_pertama", "ahli_muda", "ahli_madya", "ahli_utama"}

var levelNames = [...]string{"", "Pemula", "Terampil", "Mahir", "Penyelia", "Ahli Pertama", "Ahli Muda", "Ahli Madya", "Ahli Utama"}

// String is the word of files and the command line; nothing for none.
func (l Level) String() string { return levelWords[min(int(l), len(levelWords)-1)] }

// Name is the official name, the same in both languages.
func (l Level) Name() string { return levelNames[min(int(l), len(levelNames)-1)] }

// Levels lists the levels, the lowest of each kind first.
func Levels() []Level {
	return []Level{Pemula, Terampil, Mahir, Penyelia, AhliPertama, AhliMuda, AhliMadya, AhliUtama}
}

// ParseLevel reads a level by its word or name: "ahli_muda", "Ahli Muda", and
// "Muda", as the reference table of SIASN says it.
func ParseLevel(s string) (Level, bool) {
	word := strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), "_")
	for _, l := range Levels() {
		if word == l.String() || word == strings.TrimPrefix(l.String(), "ahli_") {
			return l, true
		}
	}
	return NoLevel, false
}

// inText finds the one level that the name of a position says: "Bidan
// Terampil", "Guru Ahli Pertama". "Pelaksana", an older name of a level, is also
// the name of posts that are not functional, and says nothing.
func inText(position string) Level {
	words := strings.FieldsFunc(strings.ToLower(position), func(r rune) bool { return !('a' <= r && r <= 'z') })
	var found Level
	for i, w := range words {
		if w == "ahli" && i+1 < len(words) {
			w = "ahli_" + words[i+1]
		}
		at := slices.Index(levelWords[1:], w)
		if at < 0 {
			continue
		}
		if l := Level(at + 1); found == NoLevel || found == l {
			found = l
			continue
		}
		return NoLevel
	}
	return found
}

// Standing says whether a post earns credit points.
type Standing uint8

// The standings.
const (
	NoPost        Standing = iota // none is held
	NotFunctional                 // a post of another kind
	NotASN                        // who is not ASN holds no functional post
	LevelUnknown                  // functional, but its level cannot be read
	Functional
)

var standings = [...]string{"no_post", "not_functional", "not_asn", "level_unknown", "functional"}

// String is the word of files and the command line.
func (s Standing) String() string { return standings[min(int(s), len(standings)-1)] }

// LevelOf reads the level of a post: from what is written as its level, else
// from the name of its position. A post that is kept as one of another kind has
// none, whatever its name says.
func LevelOf(p model.Post) (Level, Standing) {
	if p.Kind != model.PostFunctional && p.Kind != model.PostOther {
		return NoLevel, NotFunctional
	}
	l, ok := ParseLevel(p.Level)
	if !ok {
		l = inText(p.Position)
	}
	switch {
	case l != NoLevel:
		return l, Functional
	case p.Kind == model.PostFunctional:
		return NoLevel, LevelUnknown
	}
	return NoLevel, NotFunctional
}

// scale is one line of the table of levels (DOMAIN 3).
type scale struct {
	coefficient model.Number // points of a year with "Baik"
	rank        int64        // points for one rank (pangkat)
	level       int64        // points for the next level (jenjang); 0: there is none
	grades      []string     // ranks of the level, lowest first
}

var scales = [...]scale{
	Pemula:      {model.Int(15) / 4, 15, 15, []string{"II/a"}},
	Terampil:    {model.Int(5), 20, 60, []string{"II/b", "II/c", "II/d"}},
	Mahir:       {model.Int(25) / 2, 50, 100, []string{"III/a", "III/b"}},
	Penyelia:    {model.Int(25), 100, 0, []string{"III/c", "III/d"}},
	AhliPertama: {model.Int(25) / 2, 50, 100, []string{"III/a", "III/b"}},
	AhliMuda:    {model.Int(25), 100, 200, []string{"III/c", "III/d"}},
	AhliMadya:   {model.Int(75) / 2, 150, 450, []string{"IV/a", "IV/b", "IV/c"}},
	AhliUtama:   {model.Int(50), 200, 0, []string{"IV/d", "IV/e"}},
}

// Coefficient is how many points a year with "Baik" brings at a level.
func (l Level) Coefficient() model.Number { return scales[l].coefficient }

// RankPoints is how many points one rank takes at a level.
func (l Level) RankPoints() Points { return Whole(scales[l].rank) }

// NextPoints is how many points the next level takes; false where there is none
// above.
func (l Level) NextPoints() (Points, bool) { return Whole(scales[l].level), scales[l].level > 0 }

// Grades are the ranks (golongan ruang) of a level, the lowest first.
func (l Level) Grades() []string { return slices.Clone(scales[l].grades) }

// Next is the level above; NoLevel at the top of either kind.
func (l Level) Next() Level {
	if scales[l].level == 0 {
		return NoLevel
	}
	return l + 1
}

// percents of the predicates (PermenPANRB 1/2023 art. 37).
var percents = [...]int{model.VeryPoor: 25, model.Poor: 50, model.NeedsImprovement: 75, model.Good: 100, model.VeryGood: 150}

// Percent is what of the coefficient a predicate brings; 0 for none.
func Percent(p model.Predicate) int { return percents[min(int(p), len(percents)-1)] }
