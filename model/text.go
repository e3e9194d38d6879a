package model

// Text is a name that is data (of an instrument, an indicator, a predicate of
// a rule set) in the two languages of the program.
type Text struct {
	ID string `cbor:"1,keyasint,omitempty" json:"id"`
	EN string `cbor:"2,keyasint,omitempty" json:"en,omitempty"`
}

// In returns the text in language ("id", "en"); where one is missing, the
// other serves.
func (t Text) In(language string) string {
	if language == "en" && t.EN != "" || t.ID == "" {
		return t.EN
	}
	return t.ID
}
