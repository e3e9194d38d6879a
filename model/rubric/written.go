package rubric

import (
	"strconv"
	"strings"

	"kinerja/model"
)

// Between the observations of a value, and between the parts of one. Inside a name
// or a note both stand behind a \.
const (
	between = " | "
	inside  = "; "
)

var guard = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `|`, `\|`)

// String is d as Parse reads it.
func (d Detail) String() string {
	list := make([]string, len(d))
	for i, o := range d {
		list[i] = o.String()
	}
	return strings.Join(list, between)
}

// String is o as files have it:
//
//	2026-08-14; instruksi 3,4,3; oleh Hasan, S.Pd.; tahap observasi; catatan …
func (o Observation) String() string {
	parts := []string{o.On.String()}
	for f := range Focus(Focuses) {
		if o.Scores.Seen(f) > 0 {
			parts = append(parts, focusesFile[f]+" "+Written(o.Scores[f]))
		}
	}
	parts = append(parts, "oleh "+guard.Replace(o.By), "tahap "+stagesFile[min(o.Stage, Reflected)])
	if o.Note != "" {
		parts = append(parts, "catatan "+guard.Replace(o.Note))
	}
	return strings.Join(parts, inside)
}

// Written are the scores of one focus as people write them: "3,-,4".
func Written(scores [Behaviours]uint8) string {
	var list [Behaviours]string
	for i, v := range scores {
		if list[i] = "-"; v > 0 {
			list[i] = strconv.Itoa(int(v))
		}
	}
	return strings.Join(list[:], ",")
}

// Parse reads observations as String writes them, and checks each. A FieldError
// names what is wrong.
func Parse(text string) (d Detail, err error) {
	for _, one := range split(text, '|') {
		o, err := parse(one)
		if err != nil {
			return nil, err
		}
		d = append(d, o)
	}
	if len(d) > MostObservations {
		return nil, ErrMany
	}
	return d, nil
}

func parse(text string) (o Observation, err error) {
	o.Stage = Observed
	for i, part := range split(text, ';') {
		part = strings.TrimSpace(part)
		if i == 0 {
			if o.On, err = model.ParseDate(part); err != nil {
				return o, &model.FieldError{Field: "tanggal", Value: part, Err: err}
			}
			continue
		}
		if err := o.part(part); err != nil {
			return o, err
		}
	}
	return o, o.Check()
}

// part reads one part after the day.
func (o *Observation) part(part string) (err error) {
	name, rest, _ := strings.Cut(part, " ")
	rest = strings.TrimSpace(rest)
	f, focus := ParseFocus(name)
	switch {
	case focus:
		o.Scores[f], err = ParseScores(rest)
	case name == "oleh":
		o.By = plain(rest)
	case name == "catatan":
		o.Note = plain(rest)
	case name == "tahap":
		var ok bool
		if o.Stage, ok = ParseStage(rest); !ok {
			err = &model.FieldError{Field: "tahap", Value: rest, Err: model.ErrWord}
		}
	default:
		err = &model.FieldError{Field: "observasi", Value: part, Err: ErrForm}
	}
	return err
}

// ParseScores reads the three scores of a focus: "3,4,3", "-" for what was not seen.
func ParseScores(text string) (scores [Behaviours]uint8, err error) {
	list := strings.Split(text, ",")
	if len(list) != Behaviours {
		return scores, &model.FieldError{Field: "nilai", Value: text, Err: ErrForm}
	}
	for i, s := range list {
		if model.NoValue(s) {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < Lowest || n > Highest {
			return scores, &model.FieldError{Field: "nilai", Value: strings.TrimSpace(s), Err: ErrScale}
		}
		scores[i] = uint8(n)
	}
	return scores, nil
}

// split parts a text at a sign that no \ stands before.
func split(text string, sign byte) (list []string) {
	from := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case sign:
			list, from = append(list, text[from:i]), i+1
		}
	}
	return append(list, text[from:])
}

// plain takes off what guard put before a sign.
func plain(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// word is the place of a word in one of several lists of the same order.
func word[T ~uint8](s string, lists ...[]string) (T, bool) {
	s = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), " ", "_")
	for _, list := range lists {
		for i, w := range list {
			if w == s {
				return T(i), true
			}
		}
	}
	return 0, false
}
