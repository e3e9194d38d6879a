package units

import (
	"maps"
	"slices"
	"unicode/utf8"

	"kinerja/model"
	"kinerja/model/founding"
	"kinerja/model/misread"
	"kinerja/model/nip"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/known"
	"kinerja/store/intake/reading"
	"kinerja/store/intake/table"
)

// units reads a tree of units.
type units struct {
	*reading.Table
	people *known.People
	known  *known.Units
	drafts []draft
	byKey  map[string][]int // identity, or code of a new one → its drafts
	byCode map[string]int   // code in the table → its first draft
	byName map[string][]int
	tree   model.Units // as it would be
}

// draft is one row on its way. What it hangs on is known only after the last row.
type draft struct {
	row     int
	refused bool
	old     *model.Unit
	unit    model.Unit
	parent  string // as the row names it
}

// Read reads a tree of units.
func Read(t *reading.Table) error {
	if err := t.Begin(columns.Units(), nil); err != nil {
		return err
	}
	u := &units{Table: t, byKey: map[string][]int{}, byCode: map[string]int{}, byName: map[string][]int{}}
	var err error
	if u.known, err = known.ReadUnits(t.Snap); err != nil {
		return err
	}
	if t.Place.Has("nip_kepala") {
		if u.people, err = known.ReadPeople(t.Snap, t.Opt.Today); err != nil {
			return err
		}
	}
	if err := t.Each(t.Opt.Progress, u.take); err != nil {
		return err
	}
	u.refuseTwice()
	u.settle()
	u.finish()
	return nil
}

// take makes a draft of the row at hand.
func (u *units) take() {
	u.Rows++
	d := draft{row: u.Row.N}
	code, name := u.Text("kode"), u.name()
	if u.who(&d, code, name); d.old != nil {
		d.unit = *d.old
	}
	reading.Set(&d.unit.Code, code)
	reading.Set(&d.unit.Name, name)
	if d.unit.Name == "" && !u.Bad {
		u.Refuse("nama", "", model.ErrMissing)
	}
	u.kind(&d)
	u.npsn(&d)
	u.head(&d)
	d.parent = u.Text("induk")
	if d.unit.Code == "" && d.old == nil {
		return // already refused, and nothing can refer to it
	}
	d.refused = u.Bad
	key := "kode " + table.FoldWords(d.unit.Code)
	if d.old != nil {
		key = string(d.old.ID)
	}
	at := len(u.drafts)
	u.byKey[key] = append(u.byKey[key], at)
	if fold := table.FoldWords(d.unit.Code); fold != "" {
		if _, seen := u.byCode[fold]; !seen {
			u.byCode[fold] = at
		}
	}
	fold := table.FoldWords(d.unit.Name)
	u.byName[fold] = append(u.byName[fold], at)
	u.drafts = append(u.drafts, d)
}

func (u *units) name() string {
	name := u.Text("nama")
	if utf8.RuneCountInString(name) > table.MaxText {
		u.Refuse("nama", name, model.ErrTooLong)
	}
	return name
}

// who finds out which unit the row is about: by code; by name where the row has
// no code, or the one known has none yet.
func (u *units) who(d *draft, code, name string) {
	if code != "" {
		if old, ok := u.known.ByCode(code); ok {
			d.old = &old
			return
		}
	}
	fit := u.known.Named(name)
	if code != "" {
		fit = slices.DeleteFunc(fit, func(x model.Unit) bool { return x.Code != "" })
	}
	switch {
	case len(fit) == 1:
		d.old = &fit[0]
	case code != "" || u.Bad:
	case len(fit) == 0:
		u.Refuse("kode", "", model.ErrMissing)
	default:
		var codes []string
		for _, x := range fit {
			codes = append(codes, x.Code)
		}
		slices.Sort(codes)
		u.Refuse("nama", name, model.ErrSeveral, codes...)
	}
}

// kind reads jenis; a new unit whose row says nothing is what its name says.
func (u *units) kind(d *draft) {
	text := u.Text("jenis")
	if text == "" {
		if d.old == nil {
			d.unit.Kind = founding.KindOf(d.unit.Name)
		}
		return
	}
	k, ok := kinds[table.Fold(text)]
	if !ok {
		u.Refuse("jenis", text, model.ErrWord, words()...)
	}
	d.unit.Kind = k
}

// npsn reads the number of a school.
func (u *units) npsn(d *draft) {
	text := u.Text("npsn")
	if text == "" {
		return
	}
	digits := nip.Clean(text)
	if len(digits) != 8 || !table.AllDigits(digits) {
		u.Refuse("npsn", text, model.ErrNPSN)
		return
	}
	d.unit.NPSN = digits
}

// head finds the person who leads the unit. The list of staff may come later:
// somebody who is not known yet warns, and is found when the table is read
// again.
func (u *units) head(d *draft) {
	c := u.Cell("nip_kepala")
	text, err := c.Clean(true)
	if err == nil && model.NoValue(text) {
		return
	}
	var number model.NIP
	if err == nil {
		number, err = u.people.AnyNumber(c, u.Opt.Today)
	}
	if err != nil {
		u.Refuse("nip_kepala", c.Text, err)
		return
	}
	if p := u.people.ByNumber(number); p != nil {
		d.unit.Head = p.Employee.ID
	} else {
		u.Warn("nip_kepala", string(number), reading.WarnNobody, "")
	}
}

// refuseTwice refuses every row about a unit that another row is about too:
// which one is right is not for us to say.
func (u *units) refuseTwice() {
	for _, key := range slices.Sorted(maps.Keys(u.byKey)) {
		list := u.byKey[key]
		if len(list) < 2 {
			continue
		}
		rows := make([]int, len(list))
		for i, at := range list {
			rows[i] = u.drafts[at].row
		}
		for _, at := range list {
			d := &u.drafts[at]
			d.refused = true
			u.RefuseRow(d.row, "kode", d.unit.Code, &misread.RowsError{Rows: rows, Err: misread.ErrTwice})
		}
	}
}
