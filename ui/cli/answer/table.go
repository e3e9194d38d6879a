package answer

import "kinerja/store/intake"

// Import is what a table would change, or did.
type Import struct {
	Schema   int       `json:"schema"`
	Kind     string    `json:"kind"`
	File     string    `json:"file"`
	Applied  bool      `json:"applied"`
	Rows     int       `json:"rows"`
	New      int       `json:"new"`
	Changed  int       `json:"changed"`
	Same     int       `json:"same"`
	Refused  int       `json:"refused"`
	Records  int       `json:"records"`
	Columns  []Column  `json:"columns"`
	Added    []Added   `json:"added"`
	Changes  []Edit    `json:"changes"`
	Refusals []Refusal `json:"refusals"`
	Warnings []Refusal `json:"warnings"`
	Mend     *string   `json:"refused_file"`
	Backup   *string   `json:"backup"`
}

// Column is a column of a table and the field it was read as; null: ignored.
type Column struct {
	Column string  `json:"column"`
	Field  *string `json:"field"`
}

// Edit is one field of a row that is new or changes.
type Edit struct {
	Row    int     `json:"row"`
	Name   string  `json:"name"`
	Field  string  `json:"field"`
	Before *string `json:"before"`
	After  *string `json:"after"`
}

// Refusal is one cell for which its row is refused, or that is odd.
type Refusal struct {
	Row      int     `json:"row"`
	Column   string  `json:"column"`
	Value    *string `json:"value"`
	Reason   string  `json:"reason"`
	Accepted *string `json:"accepted"`
}

// Added is a row that brings somebody or something new.
type Added struct {
	Row    int     `json:"row"`
	Name   string  `json:"name"`
	NIP    *string `json:"nip"`
	Detail *string `json:"detail"`
}

// ImportOf is what p would change; reason and warning put it into words.
func ImportOf(p *intake.Proposal, reason func(intake.Refusal) string, warning func(intake.Warning) string) Import {
	o := Import{
		Schema: Schema, Kind: p.Kind, File: p.File, Rows: p.Rows, New: p.New, Changed: p.Changed, Same: p.Same, Refused: p.RefusedRows(),
		Columns: []Column{}, Added: []Added{}, Changes: []Edit{}, Refusals: []Refusal{}, Warnings: []Refusal{},
	}
	for _, u := range p.Columns {
		o.Columns = append(o.Columns, Column{u.Column, OrNull(u.Field)})
	}
	for _, x := range p.Added {
		o.Added = append(o.Added, Added{x.Row, x.Name, OrNull(x.Number), OrNull(x.Detail)})
	}
	for _, x := range p.Changes {
		o.Changes = append(o.Changes, Edit{x.Row, x.Name, x.Field, OrNull(x.Before), OrNull(x.After)})
	}
	for _, r := range p.Refused {
		o.Refusals = append(o.Refusals, Refusal{r.Row, r.Column, OrNull(r.Value), reason(r), OrNull(r.Accepted)})
	}
	for _, w := range p.Warnings {
		o.Warnings = append(o.Warnings, Refusal{w.Row, w.Column, OrNull(w.Value), warning(w), OrNull(w.Accepted)})
	}
	return o
}
