package people

import "kinerja/model"

// bearer finds whom the row's number belongs to. A number that nobody bears may
// be that of the evaluator at the keyboard, who told their name when the file
// was made and not their number: the same name joins them, so that nobody
// stands in the list twice. Under another number of their own the row is
// refused, for it may be a namesake.
func (s *staff) bearer(d *draft, name string) {
	number := d.person.Number
	d.key, d.old = string(number), s.people.ByNumber(number)
	if d.old == nil {
		_, name, _ = model.SplitName(name)
		p, byUs := s.people.Named(s.Opt.Evaluator, name)
		switch {
		case p == nil:
			return
		case !byUs:
			s.Refuse(s.nameField(), name, model.ErrSameName, string(p.Employee.Number))
			return
		}
		s.people.Bears(number, p) // other rows may name them by it
		d.old = p
	}
	// By the number known so far: two rows about one person are found out.
	d.key = string(d.old.Employee.Number)
}
