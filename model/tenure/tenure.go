// Package tenure is who holds which post from when to when: how one post follows
// another, and whether every day of everybody's posts belongs to exactly one
// evaluation.
package tenure

import (
	"fmt"
	"slices"

	"kinerja/model"
)

// After returns the posts that change when p begins and ends one of those held on
// the day before: that one with its end, then p. It is how a transfer or a step
// up is kept as one change.
func After(p model.Post, held []model.Post, ends model.PostID) ([]model.Post, error) {
	if p.From == 0 {
		return nil, &model.FieldError{Field: "mulai", Err: model.ErrMissing}
	}
	for _, old := range held {
		if old.ID != ends {
			continue
		}
		old.EndLetter = p.Letter
		if old.To = p.From.Add(-1); old.From > old.To {
			return nil, &model.FieldError{Field: "mulai", Value: p.From.String(), Err: model.ErrOrder}
		}
		return []model.Post{old, p}, nil
	}
	return nil, fmt.Errorf("post %s: %w", ends, model.ErrNotFound)
}

// Rates reports whether somebody evaluates the holder of some posts: today, or in
// a post that ended this year or the one before, whose evaluation may still be
// open.
func Rates(posts []model.Post, evaluator model.EmployeeID, today model.Date) bool {
	return slices.ContainsFunc(posts, func(p model.Post) bool {
		return !p.Void && p.Evaluator == evaluator && (p.To == 0 || p.To.Year() >= today.Year()-1)
	})
}
