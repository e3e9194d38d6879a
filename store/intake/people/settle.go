package people

import (
	"maps"
	"slices"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/reading"
)

// refuseTwice refuses every row about somebody whom another row is about too:
// which one is right is not for us to say.
func (s *staff) refuseTwice() {
	for _, key := range slices.Sorted(maps.Keys(s.twice)) {
		list := s.twice[key]
		rows := make([]int, len(list))
		for i, at := range list {
			rows[i] = s.drafts[at].row
		}
		for _, at := range list {
			d := &s.drafts[at]
			d.refused = true
			s.RefuseRow(d.row, "nip", string(d.person.Number), &misread.RowsError{Rows: rows, Err: misread.ErrTwice})
		}
	}
}

// findEvaluators looks up whom the rows name, among those known and those that
// are new in this table. Somebody whose evaluator's row is refused is refused
// too, so that mending that row mends both; hence until nothing changes.
func (s *staff) findEvaluators() {
	for again := true; again; {
		again = false
		for i := range s.drafts {
			d := &s.drafts[i]
			if d.refused || d.evaluator == "" {
				continue
			}
			id, err := s.find(d.evaluator)
			if err != nil {
				d.refused, again = true, true
				s.RefuseRow(d.row, "nip_penilai", string(d.evaluator), err)
			}
			d.post.Evaluator = id
		}
	}
}

func (s *staff) find(number model.NIP) (model.EmployeeID, error) {
	if p := s.people.ByNumber(number); p != nil {
		return p.Employee.ID, nil
	}
	i, ok := s.byKey[string(number)]
	switch {
	case !ok:
		return "", model.ErrNotFound
	case s.drafts[i].refused:
		return "", &misread.RowsError{Rows: []int{s.drafts[i].row}, Err: misread.ErrRowRefused}
	}
	d := &s.drafts[i]
	if d.person.ID == "" {
		d.person.ID = model.EmployeeID(s.Opt.NewID())
	}
	return d.person.ID, nil
}

// finish gives identities and numbers and makes records of what is new or
// changed: people first, then posts.
func (s *staff) finish() {
	s.DropWarnings()
	var posts []any
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.refused {
			continue
		}
		e := &d.person
		e.ID = model.EmployeeID(s.Mint(string(e.ID)))
		if e.Number == "" {
			e.Number = s.people.Next()
		}
		d.post.Employee = e.ID
		changes := s.diff(d)
		switch {
		case d.old == nil:
			s.New++
			s.Fresh(d.row, e.FullName(), string(e.Number), d.post.Position)
		case len(changes) == 0:
			s.Same++
			continue
		default:
			s.Changed++
			s.Changes = append(s.Changes, changes...)
		}
		if d.old == nil || *e != d.old.Employee {
			s.Records = append(s.Records, *e)
		}
		if d.ended != nil {
			posts = append(posts, *d.ended)
		}
		if d.before == nil || d.post != *d.before {
			d.post.ID = model.PostID(s.Mint(string(d.post.ID)))
			posts = append(posts, d.post)
		}
	}
	s.Records = append(s.Records, posts...)
}

// diff lists what would change of somebody known, field by field.
func (s *staff) diff(d *draft) (list []reading.Change) {
	if d.old == nil {
		return nil
	}
	name := d.old.Employee.FullName()
	add := func(field, before, after string) {
		if before != after {
			list = append(list, reading.Change{Row: d.row, Name: name, Field: field, Before: before, After: after})
		}
	}
	a, b := d.old.Employee, d.person
	add("nip", string(a.Number), string(b.Number))
	add("nama", name, b.FullName()) // the whole name, as the list writes it now
	add("jenis_pegawai", a.Kind.String(), b.Kind.String())
	add("golongan", a.Grade, b.Grade)
	add("status", a.Left.String(), b.Left.String())

	var before model.Post
	switch {
	case d.before != nil:
		before = *d.before
	case d.ended != nil:
		before = d.old.Current(0, s.Opt.Today)
	}
	p := d.post
	add("jabatan", before.Position, p.Position)
	if d.before != nil || d.ended != nil || p.Kind != 0 {
		add("jenis_jabatan", before.Kind.String(), p.Kind.String())
	}
	add("jenjang", before.Level, p.Level)
	add("unit", s.units.Label(before.Unit), s.units.Label(p.Unit))
	after := string(d.evaluator)
	if after == "" {
		after = s.people.Label(p.Evaluator)
	}
	add("nip_penilai", s.people.Label(before.Evaluator), after)
	add("mulai", before.From.String(), p.From.String())
	if d.ended == nil {
		add("selesai", before.To.String(), p.To.String())
	}
	return list
}
