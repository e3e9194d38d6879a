package units

import (
	"errors"
	"maps"
	"slices"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/table"
)

// settle finds what each unit hangs on, and refuses circles. A refused row may
// be what others hang on, and what is left may close a circle with the tree that
// stands; hence until nothing changes.
func (u *units) settle() {
	for again := true; again; {
		again = u.findParents()
		u.grow()
		again = u.refuseCircles() || again
	}
}

// findParents looks up the parents; it reports whether a row was refused.
func (u *units) findParents() (refused bool) {
	for i := range u.drafts {
		d := &u.drafts[i]
		if d.refused || d.parent == "" {
			continue
		}
		id, accepted, err := u.find(d.parent)
		if err == nil && id == d.unit.ID {
			err = model.ErrCircle
		}
		if err != nil {
			d.refused, refused = true, true
			u.RefuseRow(d.row, "induk", d.parent, err, accepted...)
			continue
		}
		d.unit.Parent = id
	}
	return refused
}

// find looks for the unit that a row names as its parent: by code in the table
// and among those known, then by name.
func (u *units) find(text string) (model.UnitID, []string, error) {
	fold := table.FoldWords(text)
	if at, ok := u.byCode[fold]; ok {
		return u.at(at)
	}
	id, accepted, err := u.known.Find(text)
	if !errors.Is(err, model.ErrNotFound) {
		return id, accepted, err
	}
	switch fit := u.byName[fold]; len(fit) {
	case 0:
		return "", accepted, err
	case 1:
		return u.at(fit[0])
	default:
		var codes []string
		for _, at := range fit {
			codes = append(codes, u.drafts[at].unit.Code)
		}
		return "", codes, model.ErrSeveral
	}
}

// at is the identity of the unit of a draft. One that is refused and not known
// is none.
func (u *units) at(i int) (model.UnitID, []string, error) {
	d := &u.drafts[i]
	switch {
	case d.old != nil:
		return d.old.ID, nil, nil
	case d.refused:
		return "", nil, &misread.RowsError{Rows: []int{d.row}, Err: misread.ErrRowRefused}
	}
	d.unit.ID = model.UnitID(u.Mint(string(d.unit.ID)))
	return d.unit.ID, nil, nil
}

// grow makes the tree as it would be.
func (u *units) grow() {
	u.tree = maps.Clone(u.known.All())
	for i := range u.drafts {
		d := &u.drafts[i]
		if !d.refused {
			d.unit.ID = model.UnitID(u.Mint(string(d.unit.ID)))
			u.tree[d.unit.ID] = d.unit
		}
	}
}

// refuseCircles refuses the rows of units that lie above themselves; it reports
// whether there were any.
func (u *units) refuseCircles() (refused bool) {
	for i := range u.drafts {
		d := &u.drafts[i]
		if !d.refused && u.circle(d.unit.ID) {
			d.refused, refused = true, true
			u.RefuseRow(d.row, "induk", d.parent, model.ErrCircle)
		}
	}
	return refused
}

// circle reports whether the way up from a unit comes back to it.
func (u *units) circle(id model.UnitID) bool {
	seen := map[model.UnitID]bool{}
	for at := u.tree[id].Parent; at != "" && !seen[at]; at = u.tree[at].Parent {
		if at == id {
			return true
		}
		seen[at] = true
	}
	return false
}

// finish makes records of what is new or changed, parents first.
func (u *units) finish() {
	u.DropWarnings()
	var good []*draft
	depth := map[model.UnitID]int{}
	for i := range u.drafts {
		if d := &u.drafts[i]; !d.refused {
			good = append(good, d)
			depth[d.unit.ID] = len(u.tree.Path(d.unit.ID))
		}
	}
	slices.SortStableFunc(good, func(a, b *draft) int { return depth[a.unit.ID] - depth[b.unit.ID] })
	for _, d := range good {
		u.count(d)
	}
}

// count makes a record of one row that is good.
func (u *units) count(d *draft) {
	if d.old == nil {
		d.unit.Zone = u.Opt.Zone
		if above, ok := u.tree[d.unit.Parent]; ok {
			d.unit.Zone = above.Zone
		}
		u.tree[d.unit.ID] = d.unit
		u.New++
		u.Fresh(d.row, d.unit.Name, d.unit.Code, d.unit.Kind.String())
		u.Records = append(u.Records, d.unit)
		return
	}
	if d.unit == *d.old {
		u.Same++
		return
	}
	u.Changed++
	u.Records = append(u.Records, d.unit)
	name, a, b := d.old.Name, d.old, d.unit
	u.Change(d.row, name, "kode", a.Code, b.Code)
	u.Change(d.row, name, "nama", a.Name, b.Name)
	u.Change(d.row, name, "jenis", a.Kind.String(), b.Kind.String())
	u.Change(d.row, name, "induk", u.label(a.Parent), u.label(b.Parent))
	if a.Head != b.Head {
		u.Change(d.row, name, "nip_kepala", u.people.Label(a.Head), u.people.Label(b.Head))
	}
	u.Change(d.row, name, "npsn", a.NPSN, b.NPSN)
}

// label is how a table names a unit.
func (u *units) label(id model.UnitID) string {
	x := u.tree[id]
	if x.Code != "" {
		return x.Code
	}
	return x.Name
}
