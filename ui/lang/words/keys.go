package words

// Keys holds the names of the keys and of what they do. The Names go by the
// action's ID in settings, the Labels by the key's.
type Keys struct {
	Names  map[string]string
	Labels map[string]string

	ColumnKey, ColumnAction, ColumnID string
	Clash, NoAction, NoKey, Never     string
}
