package worksheet

import (
	"kinerja/model"
	"kinerja/model/sheet"
	"kinerja/ui/widget/outbox"
)

// Row is the row of a person, or of a plan where no person is meant.
func (s Source) Row(who model.EmployeeID, plan model.PlanID) (row int, ok bool) {
	for row, i := range s.Sheet.Shown {
		if p := &s.Sheet.People[i]; who != "" && p.Staff.Employee == who || who == "" && p.Plan.ID == plan {
			return row, true
		}
	}
	return 0, false
}

// At names the value of a person in a column.
func (s Source) At(person, column int) outbox.Cell {
	m, _ := s.Sheet.Measure(person, column)
	return Place(s.Sheet, person, m)
}

// Find is where a value stands on screen; false where it does not.
func (s Source) Find(at outbox.Cell) (row, column int, ok bool) {
	if row, ok = s.Row("", at.Plan); !ok || at.Period != s.Sheet.Period {
		return 0, 0, false
	}
	for c := range s.Sheet.Columns {
		if m, planned := s.Sheet.Measure(s.Sheet.Shown[row], c); planned && m.ID == at.Measure {
			return row, c, true
		}
	}
	return 0, 0, false
}

// Put puts the entries of changes into the sheet, as far as they are of it:
// which says whether what was entered, or what stood there before. It is true
// where columns need another width.
func (s Source) Put(list []outbox.Change, which func(outbox.Change) model.Entry) bool {
	var placed []sheet.Placed
	for _, c := range list {
		if i, ok := s.Sheet.At[c.Cell.Plan]; ok && c.Cell.Period == s.Sheet.Period {
			placed = append(placed, sheet.Placed{Person: i, Entry: which(c)})
		}
	}
	return s.Sheet.PutAll(placed)
}

// Kept puts cards as the file has them into the sheet.
func (s Source) Kept(cards []model.Card) {
	for _, card := range cards {
		if i, ok := s.Sheet.At[card.Plan]; ok {
			s.Sheet.People[i].Card = card
			s.Sheet.Judge(i)
		}
	}
}
