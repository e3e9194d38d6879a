package awarding

import (
	"kinerja/model"
	"kinerja/model/award"
	"kinerja/model/discipline"
	"kinerja/model/listing"
	"kinerja/ui/lang"
)

// identity are the columns that tell a record and a person apart, which a table on
// screen does not show.
func identity(t *lang.Texts) []listing.Column {
	return []listing.Column{
		{Name: "id", Field: "id", Kind: listing.Identifier, Hidden: true}, {Name: "employee", Field: "employee", Kind: listing.Identifier, Hidden: true},
		{Name: t.CLI.Columns.NIP, Field: "nip", Kind: listing.Identifier, Hidden: true}, {Name: t.Award.Columns.Name, Field: "name"},
	}
}

// Nominations lists nominations, in the order given.
func Nominations(t *lang.Texts, rows []award.Row) listing.Table {
	w := t.Award
	return listing.Table{
		Columns: append(identity(t), listing.Column{Name: w.Columns.Kind, Field: "kind"}, listing.Column{Name: w.Columns.Period, Field: "period"},
			listing.Column{Name: w.Columns.State, Field: "state"}, listing.Column{Name: w.Columns.Reason, Field: "reason"}),
		Rows: listing.Each(listing.All(rows), func(r award.Row) []listing.Value {
			return []listing.Value{
				{Text: string(r.ID)}, {Text: string(r.Employee)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: r.Kind},
				{Text: t.Period(r.Period), Word: r.Period.String()}, {Text: w.States[r.State.String()], Word: r.State.String()}, {Text: r.Reason},
			}
		}),
	}
}

// Proposals lists who meets the rule and of everybody else why not.
func Proposals(t *lang.Texts, list []award.Proposal, rule award.Rule) listing.Table {
	w := t.Award
	return listing.Table{
		Columns: append(identity(t)[1:], listing.Column{Name: w.Columns.Position, Field: "position"}, listing.Column{Name: w.Columns.Result, Field: "met"},
			listing.Column{Name: w.Columns.Reasons, Field: "reasons"}),
		Rows: listing.Each(listing.All(list), func(p award.Proposal) []listing.Value {
			met := "no"
			if p.Met {
				met = "yes"
			}
			return []listing.Value{
				{Text: string(p.Staff.Employee)}, {Text: string(p.Staff.Number)}, {Text: p.Staff.Name}, {Text: p.Staff.Position},
				{Text: Result(t, p), Word: met}, {Text: Reasons(t, p.Findings, rule)},
			}
		}),
	}
}

// Letters lists references to letters of discipline.
func Letters(t *lang.Texts, rows []discipline.Row, today model.Date) listing.Table {
	w := t.Award.Letter
	return listing.Table{
		Columns: append(identity(t), listing.Column{Name: w.Number, Field: "letter"}, listing.Column{Name: w.On, Field: "on", Kind: listing.Date}, listing.Column{Name: w.Level, Field: "level"},
			listing.Column{Name: w.From, Field: "from", Kind: listing.Date}, listing.Column{Name: w.To, Field: "to", Kind: listing.Date}, listing.Column{Name: w.Force, Field: "in_force"}),
		Rows: listing.Each(listing.All(rows), func(r discipline.Row) []listing.Value {
			word := "no"
			if InForce(r, today) {
				word = "yes"
			}
			return []listing.Value{
				{Text: string(r.ID)}, {Text: string(r.Employee)}, {Text: string(r.Staff.Number)}, {Text: r.Staff.Name}, {Text: r.Number},
				{Date: r.On}, {Text: w.Levels[r.Level.String()], Word: r.Level.String()}, {Date: r.From}, {Date: r.To}, {Text: Force(t, r, today), Word: word},
			}
		}),
	}
}

// InForce reports that a letter is in force on a day.
func InForce(r discipline.Row, today model.Date) bool {
	return discipline.InForce([]discipline.Letter{r.Letter}, today) != ""
}

// Force says whether a letter is in force on a day.
func Force(t *lang.Texts, r discipline.Row, today model.Date) string {
	if InForce(r, today) {
		return t.Award.Letter.InForce
	}
	return t.Award.Letter.Past
}
