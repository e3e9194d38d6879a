package words

// Picks holds the words of a selection of rows.
type Picks struct {
	Selected string // {n}
	Hidden   string // {n} {hidden}: and as many that the filter does not show
}
