package answer

import (
	"kinerja/model"
	"kinerja/model/talk"
)

// Talk is a conversation; Next is when the next check-in is due, and DaysLeft
// how many days that is away (negative: overdue).
type Talk struct {
	Schema   int        `json:"schema"`
	Employee Person     `json:"employee"`
	Next     model.Date `json:"next"`
	DaysLeft *int       `json:"days_left"`
	Items    []Item     `json:"items"`
}

// Given is an item that was added.
type Given struct {
	Schema   int    `json:"schema"`
	Employee Person `json:"employee"`
	Item     Item   `json:"item"`
}

// Item is one item of a conversation.
type Item struct {
	ID          model.FeedbackID `json:"id"`
	Kind        string           `json:"kind"`
	On          model.Date       `json:"on"`
	Period      model.Period     `json:"period"`
	Measure     *string          `json:"measure"`
	Behaviour   *string          `json:"behaviour"`
	Text        string           `json:"text"`
	Agreed      *string          `json:"agreed"`
	Next        model.Date       `json:"next"`
	Agenda      *string          `json:"agenda"`
	To          *string          `json:"to"`
	Corrects    *string          `json:"corrects"`
	CorrectedBy *string          `json:"corrected_by"`
	Source      *string          `json:"source"` // leader, peer, subordinate, other
	Other       *string          `json:"other"`  // a name, where that is no member of staff
	Whose       *string          `json:"whose"`
	WhoseName   *string          `json:"whose_name"`
	By          *string          `json:"by"`
	Recorded    bool             `json:"recorded"`
	Document    *string          `json:"document"`
}

func staffOf(row model.StaffRow, units model.Units) Person {
	return Person{ID: row.Employee, NIP: row.Number, Name: row.Name, Position: row.Position, Unit: units[row.Unit].Name}
}

func itemOf(c talk.Conversation, f talk.Feedback) Item {
	return Item{
		ID: f.ID, Kind: f.Kind.String(), On: f.Word.On, Period: f.Period, Measure: OrNull(f.Code), Behaviour: OrNull(f.Value), Text: f.Text,
		Agreed: OrNull(f.Agreed), Next: f.Next, Agenda: OrNull(f.Agenda), Source: OrNull(f.Source.String()), Other: OrNull(f.Other), To: OrNull(string(f.To)), Corrects: OrNull(string(f.Corrects)),
		CorrectedBy: OrNull(string(talk.Corrections(c.Items)[f.ID])), Whose: OrNull(string(f.Word.Whose)),
		WhoseName: OrNull(c.Names[f.Word.Whose]), By: OrNull(string(f.Word.By)), Recorded: f.Word.Via == model.Recorded,
		Document: OrNull(f.Word.Document),
	}
}

// TalkOf is a conversation as it stands today.
func TalkOf(c talk.Conversation, units model.Units, today model.Date) Talk {
	o := Talk{Schema: Schema, Employee: staffOf(c.Staff, units), Next: talk.StandingOf(c.Staff, c.Items).Due.Next, Items: []Item{}}
	if o.Next != 0 {
		days := today.Until(o.Next)
		o.DaysLeft = &days
	}
	for _, f := range c.Items {
		o.Items = append(o.Items, itemOf(c, f))
	}
	return o
}

// GivenOf is an item that was just added to c.
func GivenOf(c talk.Conversation, units model.Units, f talk.Feedback) Given {
	return Given{Schema: Schema, Employee: staffOf(c.Staff, units), Item: itemOf(c, f)}
}
