package names

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"kinerja/model"
)

// Lines is what lists show of many people, packed: a list of 100,000 takes about
// 9 MB, where a value with its five texts for each would take three times that.
// It does not change.
type Lines struct {
	ids            [][16]byte
	flags          []byte
	shown, numbers text     // names as they are shown; numbers
	position, unit []uint32 // of each person, in the tables
	positions      table
	units          table
}

// Len is how many people there are.
func (l *Lines) Len() int { return len(l.ids) }

// Row is one person's line; i counts from 0.
func (l *Lines) Row(i int) model.StaffRow {
	return model.StaffRow{
		Employee: model.EmployeeID(model.EncodeID(l.ids[i])), Name: l.shown.line(i), Number: model.NIP(l.numbers.line(i)),
		Position: l.positions.keys[l.position[i]], Unit: model.UnitID(l.units.keys[l.unit[i]]),
		Kind: kindIn(l.flags[i]),
		Void: l.flags[i]&flagHidden != 0, Outside: l.flags[i]&flagOutside != 0,
	}
}

// Unit is the name of the ith person's unit.
func (l *Lines) Unit(i int) string { return l.units.names[l.unit[i]] }

// ByIdentity is the places of everybody in the order of identities, which is
// that of the file.
func (l *Lines) ByIdentity() []uint32 {
	order := make([]uint32, len(l.ids))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return bytes.Compare(l.ids[a][:], l.ids[b][:]) })
	return order
}

// In finds somebody in the places that ByIdentity gave.
func (l *Lines) In(order []uint32, id model.EmployeeID) (i int, ok bool) {
	raw, ok := model.DecodeID(string(id))
	if !ok {
		return 0, false
	}
	at, ok := slices.BinarySearchFunc(order, raw, func(i uint32, raw [16]byte) int { return bytes.Compare(l.ids[i][:], raw[:]) })
	if !ok {
		return 0, false
	}
	return int(order[at]), true
}

// Of finds somebody by identity.
func (l *Lines) Of(id model.EmployeeID) (i int, ok bool) {
	raw, ok := model.DecodeID(string(id))
	if !ok {
		return 0, false
	}
	i = slices.Index(l.ids, raw)
	return i, i >= 0
}

// Packer makes Lines of people who come one after another, in any order.
type Packer struct {
	tree   model.Units
	lines  Lines
	folded text // of each person, as Compare orders them
}

// NewPacker packs people whose units stand in tree.
func NewPacker(tree model.Units) *Packer {
	return &Packer{tree: tree, lines: Lines{positions: newTable(), units: newTable()}}
}

// Add takes one more person.
func (p *Packer) Add(e Entry) {
	l := &p.lines
	id, _ := model.DecodeID(string(e.Employee))
	l.ids, l.flags = append(l.ids, id), append(l.flags, e.flag())
	l.position = append(l.position, l.positions.row(e.Position, e.Position))
	l.unit = append(l.unit, l.units.row(string(e.Unit), p.tree[e.Unit].Name))
	l.shown.add(e.Name)
	l.numbers.add(e.Number)
	p.folded.add(e.folded)
}

// ByName is everybody who was added, in the order of Compare.
func (p *Packer) ByName() *Lines { return p.sorted(p.byName) }

// ByUnit is everybody who was added, by the name of their unit, then by their
// own.
func (p *Packer) ByUnit() *Lines {
	return p.sorted(func(a, b uint32) int {
		return cmp.Or(strings.Compare(p.lines.Unit(int(a)), p.lines.Unit(int(b))), p.byName(a, b))
	})
}

func (p *Packer) byName(a, b uint32) int {
	if c := strings.Compare(p.folded.line(int(a)), p.folded.line(int(b))); c != 0 {
		return c
	}
	return bytes.Compare(p.lines.ids[a][:], p.lines.ids[b][:])
}

// sorted brings everything into an order, the folded names too.
func (p *Packer) sorted(compare func(a, b uint32) int) *Lines {
	order := make([]uint32, p.lines.Len())
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, compare)
	l := &p.lines
	l.ids, l.flags = inOrder(l.ids, order), inOrder(l.flags, order)
	l.position, l.unit = inOrder(l.position, order), inOrder(l.unit, order)
	for _, t := range []*text{&l.shown, &l.numbers, &p.folded} {
		*t = t.inOrder(order)
	}
	return l
}

func inOrder[T any](list []T, order []uint32) []T {
	sorted := make([]T, len(order))
	for i, at := range order {
		sorted[i] = list[at]
	}
	return sorted
}
