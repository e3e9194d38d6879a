// Package edit holds the forms by which people, posts, units, opening balances
// and surveys are added and corrected, and a unit's result is decided.
package edit

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/credit"
	"kinerja/model/survey"
	"kinerja/ui/formpage"
	"kinerja/ui/nav"
	"kinerja/ui/widget/form"
	"kinerja/ui/widget/word"
)

// Reader is what every form reads.
type Reader interface {
	Units() (model.Units, error)
	// Everyone lists all people, those who left too.
	Everyone() ([]model.StaffRow, error)
	Profile(id model.EmployeeID) (model.Profile, error)
}

// loaded is what one reading brings.
type loaded struct {
	units   model.Units
	people  []model.StaffRow
	who     model.Profile  // of the person in hand
	account credit.Account // of the form of an opening balance
	survey  survey.Survey  // of the form that corrects one
	leader  word.Asked     // who decides what a unit reached
}

// Page is one form.
type Page = formpage.Page[loaded]

// about is what a form is of.
type about struct {
	name  string              // tells its draft from those of others, parts by "/"
	who   model.EmployeeID    // "": nobody in particular
	also  func(*loaded) error // reads what only this form needs; nil: nothing
	field string              // that has the cursor at first; "": the first of the form
}

// newPage makes the page of a form.
func newPage(env nav.Env, desk Reader, a about, t formpage.Task[loaded]) *Page {
	read := func() (l loaded, err error) {
		if l.units, err = desk.Units(); err != nil {
			return l, err
		}
		if l.people, err = desk.Everyone(); err != nil {
			return l, err
		}
		if a.who != "" {
			l.who, err = desk.Profile(a.who)
		}
		if err == nil && a.also != nil {
			err = a.also(&l)
		}
		return l, err
	}
	return formpage.New(env, t, formpage.Setup[loaded]{Name: []string{"edit", a.name}, Read: read, Field: a.field, Alias: alias})
}

// alias are the fields of the forms that errors of model call otherwise.
var alias = map[string]string{
	"nama": "name", "nip": "number", "jabatan": "position", "nip_penilai": "evaluator",
	"mulai": "from", "selesai": "to", "induk": "parent", "kode": "code",
}

// unitOptions lists the units by name.
func unitOptions(p *Page) (list []form.Option) {
	for id, u := range p.Data().units {
		if !u.Void {
			list = append(list, form.Option{Value: string(id), Label: u.Name, Note: u.Code})
		}
	}
	byLabel(list)
	return list
}

// peopleOptions lists who works here, and whoever is chosen already.
func peopleOptions(p *Page, chosen model.EmployeeID) (list []form.Option) {
	for _, r := range p.Data().people {
		if !r.Void || r.Employee == chosen {
			list = append(list, form.Option{Value: string(r.Employee), Label: r.Name, Note: string(r.Number)})
		}
	}
	byLabel(list)
	return list
}

func byLabel(list []form.Option) {
	slices.SortFunc(list, func(a, b form.Option) int { return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
}
