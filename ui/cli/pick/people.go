package pick

import (
	"strings"

	"kinerja/model"
	"kinerja/store"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/near"
	"kinerja/ui/lang"
)

// query is the question for a person: --id, or all words that were given, so
// that a name needs no quotation marks.
func query(c *call.Call, words []string) (string, error) {
	q := strings.TrimSpace(strings.Join(words, " "))
	switch {
	case c.Flag.ID != "" && q != "":
		return "", c.Misuse(c.Text.CLI.Usage.Together, "a", "--id", "b", "\""+lang.Inert(q)+"\"")
	case c.Flag.ID != "":
		return c.Flag.ID, nil
	case q == "":
		return "", c.Misuse(c.Text.CLI.Usage.Who)
	}
	return q, nil
}

// Person finds the one person that the words mean.
func Person(c *call.Call, d *store.Desk, words []string) (model.StaffRow, error) {
	q, err := query(c, words)
	if err != nil {
		return model.StaffRow{}, err
	}
	row, err := d.FindOne(q)
	return row, c.Nobody(q, err)
}

// Unit finds the unit that --unit names: by identity, code, name, or words
// of the name; "" when it is not given.
func Unit(c *call.Call, d *store.Desk) (model.UnitID, error) {
	if c.Flag.Unit == "" {
		return "", nil
	}
	units, err := d.Units()
	if err != nil {
		return "", err
	}
	return FindUnit(c, units, c.Flag.Unit)
}

// FindUnit finds the unit that words mean: its identity, code, name, or words of
// the name.
func FindUnit(c *call.Call, units model.Units, query string) (model.UnitID, error) {
	parts := near.Units(units, query)
	switch len(parts) {
	case 1:
		return parts[0].ID, nil
	case 0:
		return "", call.Said(lang.Fill(c.Text.CLI.NoUnit, "unit", lang.Inert(query)), model.ErrNotFound)
	}
	several := &model.AmbiguousError{Query: query}
	for _, u := range parts {
		several.Candidates = append(several.Candidates, model.Candidate{ID: string(u.ID), Name: u.Name, Detail: u.Code})
	}
	return "", several
}
