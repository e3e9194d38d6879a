package store

import (
	"kinerja/model"
	"kinerja/store/sight"
)

// Write runs f in one transaction as the person at a desk: for verbs in packages of
// their own, which ask May themselves. What f says in Act holds for the facts of what
// it puts after it.
func Write(d *Desk, verb model.Verb, f func(sight.Sight) error) error {
	return d.change(verb, "", func(t *tx) error { return f(d.sight(t)) })
}
