// Package dice throws the numbers of the sample, the same on every machine and
// in every release.
package dice

// Dice throws numbers that depend on nothing but their seed: the generator is
// SplitMix64, written here so that no release of the language can change the
// district. There is no floating point in it, for the same reason.
type Dice uint64

// For returns the dice of one person for one purpose, so that a change in
// how one thing is made leaves all others as they were.
func For(person int, purpose uint64) Dice {
	d := Dice(uint64(person)*0x9E3779B97F4A7C15 ^ purpose*0xD1B54A32D192ED03)
	d.next()
	return d
}

func (d *Dice) next() uint64 {
	*d += 0x9E3779B97F4A7C15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// Below returns a number from 0 to n-1.
func (d *Dice) Below(n int) int { return int(d.next() % uint64(n)) }

// Between returns a number from low to high, both included.
func (d *Dice) Between(low, high int) int { return low + d.Below(high-low+1) }

// Chance reports true in percent of 100 throws.
func (d *Dice) Chance(percent int) bool { return d.Below(100) < percent }

// Pick returns one of list, each as likely.
func Pick[T any](d *Dice, list []T) T { return list[d.Below(len(list))] }
