package rounds

import (
	"testing"

	"kinerja/model/round"
)

// Wherever an answer came, it may come to stand anywhere.
func TestShuffled(t *testing.T) {
	var seen [round.Least][round.Least]int
	const times = 2000
	for range times {
		b := &box{}
		for i := range round.Least {
			b.waiting = b.with(round.Voice{Value: string(rune('0' + i))})
		}
		for at, v := range b.waiting {
			seen[v.Value[0]-'0'][at]++
		}
	}
	for came, places := range seen {
		for at, n := range places {
			if n < times/round.Least/2 || n > times/round.Least*2 {
				t.Errorf("what came as %d stands at %d %d times of %d", came, at, n, times)
			}
		}
	}
}

// What is waiting is not changed by what is only tried.
func TestWithKeepsWhatWaits(t *testing.T) {
	b := &box{waiting: make([]round.Voice, 1, 8)}
	b.waiting[0].Text = "a"
	for range 50 {
		if b.with(round.Voice{Text: "b"}); b.waiting[0].Text != "a" {
			t.Fatal("the box was changed")
		}
	}
}
