package people

import (
	"errors"
	"unicode/utf8"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/nip"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/known"
	"kinerja/store/intake/reading"
	"kinerja/store/intake/table"
)

// staff reads a list of people.
type staff struct {
	*reading.Table
	people *known.People
	units  *known.Units
	drafts []draft
	byKey  map[string]int   // number, or name and unit where there is none → first draft
	twice  map[string][]int // the same → all its drafts, where there are several
}

// draft is one row on its way: what the person and the post would be. Whether
// its evaluator can be found is known only after the last row.
type draft struct {
	row       int
	key       string
	refused   bool
	old       *known.Person
	person    model.Employee
	post      model.Post
	before    *model.Post // as the post is now; nil for a new one
	ended     *model.Post // the post that the new one ends
	evaluator model.NIP   // as the row names it
}

// Read reads a list of people.
func Read(r *reading.Table) error {
	if err := r.Begin(columns.Staff(), nil); err != nil {
		return err
	}
	people, err := known.ReadPeople(r.Snap, r.Opt.Today)
	if err != nil {
		return err
	}
	units, err := known.ReadUnits(r.Snap)
	if err != nil {
		return err
	}
	s := &staff{Table: r, people: people, units: units, byKey: map[string]int{}, twice: map[string][]int{}}
	if err := r.Each(r.Opt.Progress, s.take); err != nil {
		return err
	}
	s.refuseTwice()
	s.findEvaluators()
	s.finish()
	return nil
}

// take makes a draft of the row at hand.
func (s *staff) take() {
	if at, text, aside := s.aside(); aside {
		s.WarnCell(at, text, reading.WarnAside)
		return
	}
	s.Rows++
	d := draft{row: s.Row.N}
	name, number := s.nameCell()
	before, name, after := model.SplitName(name)
	if name == "" && !s.Bad {
		s.Refuse(s.nameField(), "", model.ErrMissing)
	}
	unit, unitTold := s.unit()
	kind, told := s.kind()
	info := s.who(&d, number, name, unit, kind, told)

	e := &d.person
	if d.old != nil {
		number := e.Number
		*e = d.old.Employee
		reading.Set(&e.Number, number)
		if e.Number != d.old.Employee.Number {
			e.Kind = info.Kind()
		}
		if !s.Bad && !shareWord(e.Name, name) {
			s.Warn(s.nameField(), name, reading.WarnOtherName, e.FullName())
		}
	} else if e.Number != "" && len(e.Number) == 18 {
		e.Kind = info.Kind()
	} else {
		e.Kind = model.NonASN
	}
	if told {
		e.Kind = kind
	}
	reading.Set(&e.Name, name)
	e.Before, e.After = model.JoinTitles(e.Before, e.After, first(s.Text("gelar_depan"), before), first(s.Text("gelar_belakang"), after))
	reading.Set(&e.Grade, s.Text("golongan"))
	s.warnNumber(info, e)
	s.postOf(&d, unit, unitTold)

	if d.key == "" {
		return // already refused, and nothing can refer to it
	}
	d.refused = s.Bad
	i, seen := s.byKey[d.key]
	if !seen {
		s.byKey[d.key] = len(s.drafts)
	} else if s.twice[d.key] == nil {
		s.twice[d.key] = []int{i, len(s.drafts)}
	} else {
		s.twice[d.key] = append(s.twice[d.key], len(s.drafts))
	}
	s.drafts = append(s.drafts, d)
}

// aside reports a row about nobody, and the one cell that it holds, with its
// column: what stands under a list, the place and the name of whoever signs it.
func (s *staff) aside() (at int, text string, aside bool) {
	cells := 0
	for i, c := range s.Row.Cells {
		if t := table.Trim(c.Text); t != "" {
			at, text = i, t
			cells++
		}
	}
	return at, text, cells == 1 && table.Trim(s.Cell(s.nameField()).Text) == "" && table.Trim(s.Cell("nip").Text) == ""
}

func (s *staff) nameField() string {
	if s.Place.Has("nama") {
		return "nama"
	}
	return "nama_nip"
}

// nameCell returns the name, and the number that the same cell may hold.
func (s *staff) nameCell() (name, number string) {
	c := s.Cell(s.nameField())
	text, err := c.Clean(true)
	if err != nil {
		s.Refuse(s.nameField(), c.Text, err)
		return "", ""
	}
	if name, number = known.SplitName(text); utf8.RuneCountInString(name) > table.MaxText {
		s.Refuse(s.nameField(), name, model.ErrTooLong)
	}
	return name, number
}

// unit is where the row says that the person works; told is false where it says
// nothing.
func (s *staff) unit() (id model.UnitID, told bool) {
	text := s.Text("unit")
	if text == "" {
		return s.Opt.Unit, false
	}
	id, accepted, err := s.units.Find(text)
	if err != nil {
		s.Refuse("unit", text, err, accepted...)
	}
	return id, true
}

func (s *staff) kind() (kind model.EmployeeKind, told bool) {
	text := s.Text("jenis_pegawai")
	if text == "" {
		// Many lists write "PNS" under "Status".
		kind, told = kindOf(s.Text("status"))
		return kind, told
	}
	if kind, told = kindOf(text); !told {
		s.Refuse("jenis_pegawai", text, model.ErrWord, words(model.NonASN)...)
	}
	return kind, told
}

// who finds out whom the row is about: by number, else, for somebody who is not
// ASN, by name and unit. What does not fit refuses the row.
func (s *staff) who(d *draft, beside, name string, unit model.UnitID, kind model.EmployeeKind, told bool) (info nip.Info) {
	c := s.Cell("nip")
	if _, err := c.Clean(false); err != nil {
		s.Refuse("nip", c.Text, err)
		return info
	}
	field := "nip"
	switch {
	case model.NoValue(table.Unprotect(table.Trim(c.Text))):
		c = table.Cell{Text: beside}
		if !s.Place.Has("nip") {
			field = s.nameField()
		}
	case beside != "" && c.Kind == table.Text && !known.Same(beside, c.Text):
		s.Refuse("nip", c.Text, misread.ErrDisagree, beside)
		return info
	}
	if c.Text == "" {
		s.unnumbered(d, name, unit, kind, told, field)
		return info
	}
	number, info, err := s.people.Number(c, kind, told, s.Opt.Today)
	if err != nil {
		s.Refuse(field, c.Text, err)
		return info
	}
	d.person.Number = number
	s.bearer(d, name)
	return info
}

// unnumbered finds somebody without a number: an ASN has one.
func (s *staff) unnumbered(d *draft, name string, unit model.UnitID, kind model.EmployeeKind, told bool, field string) {
	switch {
	case !told && !s.Opt.NonASN:
		s.Refuse(field, "", reading.ErrUnnumbered, "jenis_pegawai = "+model.NonASN.String())
		return
	case told && kind != model.NonASN:
		s.Refuse(field, "", model.ErrMissing, "jenis_pegawai = "+model.NonASN.String())
		return
	}
	if name == "" {
		return
	}
	d.key = known.NameKey(name, unit)
	switch fit := s.people.ByName(d.key); len(fit) {
	case 0:
	case 1:
		d.old = fit[0]
		d.key = string(d.old.Employee.Number)
	default:
		var numbers []string
		for _, p := range fit {
			numbers = append(numbers, string(p.Employee.Number))
		}
		s.Refuse(field, name, model.ErrSeveral, numbers...)
	}
}

func (s *staff) warnNumber(info nip.Info, e *model.Employee) {
	if s.Bad || info.Born == 0 {
		return
	}
	codes := map[nip.Warning]reading.WarningCode{nip.WarnYoung: reading.WarnYoung, nip.WarnContract: reading.WarnContract, nip.WarnKind: reading.WarnKind}
	for _, w := range info.Warnings(e.Kind) {
		s.Warn("nip", string(e.Number), codes[w], "")
	}
}

// postOf makes the post of a draft: the one held, edited; or, with a beginning
// later than that one's, a new one that ends it the day before.
func (s *staff) postOf(d *draft, unit model.UnitID, unitTold bool) {
	from, to := s.Date("mulai"), s.Date("selesai")
	position := s.Text("jabatan")
	p := &d.post
	if d.old != nil {
		*p = d.old.Current(from, s.Opt.Today)
	}
	if p.ID == "" {
		*p = model.Post{From: from, Unit: unit}
		if d.old == nil || s.Opt.Evaluator != d.old.Employee.ID {
			p.Evaluator = s.Opt.Evaluator
		}
	} else {
		held := *p
		d.before = &held
		moved := unitTold && unit != p.Unit || position != "" && position != p.Position
		switch {
		case from > p.From && (p.From != 0 || moved):
			s.open(d, from)
		case from != 0:
			p.From = from
		}
		if unitTold {
			p.Unit = unit
		}
	}
	reading.Set(&p.Position, position)
	reading.Set(&p.Level, s.Text("jenjang"))
	reading.Set(&p.To, to)
	if text := s.Text("jenis_jabatan"); text != "" {
		var ok bool
		if p.Kind, ok = postKindOf(text); !ok {
			s.Refuse("jenis_jabatan", text, model.ErrWord, words(model.PostExecutive)...)
		}
	}
	s.status(d, to)
	s.evaluator(d)
	var broken *model.FieldError
	if !s.Bad && errors.As(p.Check(), &broken) {
		s.Refuse(broken.Field, broken.Value, broken.Err)
	}
}

// open makes the post of a draft a new one, which ends the one held.
func (s *staff) open(d *draft, from model.Date) {
	ended := d.post
	if ended.To == 0 || ended.To >= from {
		ended.To = from.Add(-1)
	}
	d.ended, d.before = &ended, nil
	d.post.ID, d.post.From, d.post.To, d.post.Acting = "", from, 0, false
}

// status ends employment, or takes the end back.
func (s *staff) status(d *draft, end model.Date) {
	text := s.Text("status")
	switch key := table.Fold(text); {
	case text == "":
	case leavers[key] && end == 0:
		s.Refuse("selesai", "", model.ErrMissing)
	case leavers[key]:
		d.person.Left = end
	case key == "aktif" || key == "active":
		d.person.Left = 0
	default:
		if _, ok := kindOf(text); !ok {
			s.Refuse("status", text, model.ErrWord, "aktif", "pensiun", "berhenti", "pindah", "meninggal")
		}
	}
}

// evaluator reads whom the row names; who that is is found out at the end.
func (s *staff) evaluator(d *draft) {
	text, err := s.Cell("nip_penilai").Clean(true)
	if err != nil {
		s.Refuse("nip_penilai", s.Cell("nip_penilai").Text, err)
		return
	}
	if model.NoValue(text) {
		return
	}
	c := s.Cell("nip_penilai")
	number, err := s.people.AnyNumber(c, s.Opt.Today)
	switch {
	case err != nil:
		s.Refuse("nip_penilai", c.Text, err)
	case number == d.person.Number:
		s.Refuse("nip_penilai", c.Text, model.ErrCircle)
	default:
		d.evaluator = number
	}
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
