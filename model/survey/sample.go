package survey

import "math/bits"

// Sample is how many respondents a population asks for.
type Sample struct {
	Population int
	Size       int
	Census     bool // so few that everybody is asked
}

// MostPopulation is the largest population that SampleOf reckons with.
const MostPopulation = 1_000_000_000

// SampleOf is the table of Krejcie and Morgan: χ²NP(1−P) ÷ (d²(N−1) + χ²P(1−P))
// with χ² = 3.841, P = 0.5, d = 0.05, rounded to the nearest (500 gives 217, not
// 218). Where that comes to everybody it is a census. PermenPANRB 14/2017 refers
// to the table; that was not verified (DOMAIN 5.6). A population of none, or
// beyond MostPopulation, asks for none.
func SampleOf(population int) Sample {
	if population <= 0 || population > MostPopulation {
		return Sample{Population: population}
	}
	// Both sides × 100,000: 3.841 × 0.25 = 0.96025; 0.05² = 0.0025.
	n := uint64(population)
	num, den := n*96_025, (n-1)*250+96_025
	hi, lo := bits.Mul64(num, 2)
	size, _ := bits.Div64(hi, lo+den, 2*den)
	return Sample{Population: population, Size: int(size), Census: size >= n}
}
