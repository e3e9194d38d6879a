package talk

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/tenure"
)

// Source says how whoever gave an item stood to the person it is about, on the day
// it was said (DOMAIN 1.5).
type Source uint8

// The sources, with the words of files and the command line.
const (
	NoSource    Source = iota // the person's own word, or it is not known who spoke
	Leader                    // who evaluates the person, or evaluates that one
	Peer                      // works in the same unit
	Subordinate               // is evaluated by the person
	Other                     // anybody else: of another unit, or no member of staff
)

var sources = [...]string{"", "leader", "peer", "subordinate", "other"}

// String is the word of files and the command line; nothing for none.
func (s Source) String() string { return sources[min(int(s), len(sources)-1)] }

// MostName is how many characters the name of somebody who is no member of staff may
// have.
const MostName = 120

// Posts reads the posts of somebody.
type Posts func(model.EmployeeID) ([]model.Post, error)

// SourceOf says how the giver of an item stood to its person on its day. Posts tell;
// who is named in Other is no member of staff.
func SourceOf(f Feedback, posts Posts) (Source, error) {
	giver, on := f.Word.Whose, f.Word.On
	switch {
	case strings.TrimSpace(f.Other) != "":
		return Other, nil
	case giver == "" || giver == f.Employee:
		return NoSource, nil
	}
	theirs, err := posts(f.Employee)
	if err != nil {
		return NoSource, err
	}
	own, err := posts(giver)
	if err != nil {
		return NoSource, err
	}
	post, held := model.MainPost(theirs, on, on)
	mine, works := model.MainPost(own, on, on)
	if held && post.Evaluator != giver && post.Evaluator != "" {
		above, err := posts(post.Evaluator)
		if err != nil {
			return NoSource, err
		}
		if p, ok := model.MainPost(above, on, on); ok && p.Evaluator == giver {
			return Leader, nil
		}
	}
	switch {
	case evaluates(theirs, giver, on):
		return Leader, nil
	case evaluates(own, f.Employee, on):
		return Subordinate, nil
	case held && works && post.Unit == mine.Unit:
		return Peer, nil
	}
	return Other, nil
}

// evaluates reports whether somebody evaluated the holder of posts on a day, in any of
// those held then; where none is, in one whose evaluation may still be open.
func evaluates(posts []model.Post, evaluator model.EmployeeID, on model.Date) bool {
	held := slices.DeleteFunc(slices.Clone(posts), func(p model.Post) bool {
		return p.Void || p.From > on || p.To != 0 && p.To < on
	})
	if len(held) == 0 {
		held = posts
	}
	return tenure.Rates(held, evaluator, on)
}
