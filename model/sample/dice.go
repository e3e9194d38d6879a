package sample

// dice throws numbers that depend on nothing but their seed: the generator is
// SplitMix64, written here so that no release of the language can change the
// district. There is no floating point in it, for the same reason.
type dice uint64

// diceFor returns the dice of one person for one purpose, so that a change in
// how one thing is made leaves all others as they were.
func diceFor(person int, purpose uint64) dice {
	d := dice(uint64(person)*0x9E3779B97F4A7C15 ^ purpose*0xD1B54A32D192ED03)
	d.next()
	return d
}

// The purposes.
const (
	forPerson uint64 = iota + 1
	forResults
	forRatings
	forAbility
	forTalks

	// With this one no two people of Bukitintan have the same name, and names
	// of one word and very long ones are among them.
	forName uint64 = 2289
)

func (d *dice) next() uint64 {
	*d += 0x9E3779B97F4A7C15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// below returns a number from 0 to n-1.
func (d *dice) below(n int) int { return int(d.next() % uint64(n)) }

// between returns a number from low to high, both included.
func (d *dice) between(low, high int) int { return low + d.below(high-low+1) }

// chance reports true in percent of 100 throws.
func (d *dice) chance(percent int) bool { return d.below(100) < percent }

func pick[T any](d *dice, list []T) T { return list[d.below(len(list))] }
