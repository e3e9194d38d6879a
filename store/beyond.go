package store

import (
	"kinerja/model"
	"kinerja/store/sight"
)

// Look reads something in one look at the file, as far as the person at a desk sees
// it: for verbs in packages of their own.
func Look[V any](d *Desk, verb model.Verb, read func(sight.Sight) (V, error)) (V, error) {
	return look(d, verb, read)
}

// Write runs f in one transaction as the person at a desk: for verbs in packages of
// their own, which ask May themselves. What f says in Act holds for the facts of what
// it puts after it.
func Write(d *Desk, verb model.Verb, f func(sight.Sight) error) error {
	return d.change(verb, "", func(t *tx) error { return f(d.sight(t)) })
}
