// Package basis is what a value was computed from, as JSON has it: the means of a
// gain, the lessons that were observed.
package basis

import (
	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/rubric"
)

// Gain is what a gain was computed from, and how high it is: fallen, low,
// medium, high by cut-offs that are not verified.
type Gain struct {
	Pre     model.Number `json:"pre"`
	Post    model.Number `json:"post"`
	Max     model.Number `json:"max"`
	Pupils  *int         `json:"pupils"` // null where nobody said
	LeftOut int          `json:"left_out"`
	Of      string       `json:"of"` // class: of its means; pupils: the mean of their gains
	Band    string       `json:"band"`
}

// GainOf is what the gain of an entry was computed from; null where nobody said.
func GainOf(e model.Entry, cuts gain.Cuts) *Gain {
	d, ok := gain.Of(e)
	if !ok {
		return nil
	}
	g := &Gain{Pre: d.Pre, Post: d.Post, Max: d.Max, LeftOut: d.LeftOut, Of: "class", Band: cuts.Band(d).String()}
	if d.Which == gain.Pupils {
		g.Of = "pupils"
	}
	if d.Pupils > 0 {
		g.Pupils = &d.Pupils
	}
	return g
}

// Observation is one lesson that was observed, or will be. What the scores 1 to 4
// mean is not verified.
type Observation struct {
	On     model.Date   `json:"on"`
	By     string       `json:"by"`
	Stage  string       `json:"stage"` // agreed, observed, discussed, reflected
	Scores []Score      `json:"scores"`
	Mean   model.Amount `json:"mean"` // of those scores; null where there is none yet
	Note   *string      `json:"note"`
}

// Score is what one behaviour was given.
type Score struct {
	Focus     string `json:"focus"`     // climate, instruction, discipline, feedback, care
	Behaviour int    `json:"behaviour"` // 1 to 3, in the order of the rubric
	Score     int    `json:"score"`
}

// Observations are the lessons that the value of an entry was computed from; none
// where it was typed.
func Observations(e model.Entry) (list []Observation) {
	d, _ := rubric.Of(e)
	for _, o := range d {
		one := Observation{On: o.On, By: o.By, Stage: o.Stage.String(), Scores: []Score{}, Mean: o.Mean()}
		if o.Note != "" {
			one.Note = &o.Note
		}
		for f := range rubric.Focus(rubric.Focuses) {
			for b, v := range o.Scores[f] {
				if v > 0 {
					one.Scores = append(one.Scores, Score{Focus: f.String(), Behaviour: b + 1, Score: int(v)})
				}
			}
		}
		list = append(list, one)
	}
	return list
}
