package export

import (
	"cmp"
	"slices"

	"kinerja/model"
	"kinerja/model/listing"
)

// Units is the tree of units as intake reads it, each after the one above it.
// heads tells who leads them.
func Units(all model.Units, list []model.Unit, heads People) Table {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b model.Unit) int {
		return cmp.Or(len(all.Path(a.ID))-len(all.Path(b.ID)), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Name, b.Name))
	})
	return Table{
		Sheet: "units",
		Columns: []Column{
			{Name: "id", Field: "id", Kind: Identifier, Hidden: true},
			{Name: "kode", Field: "code", Kind: Identifier, Width: 12},
			{Name: "nama", Field: "name", Width: 40},
			{Name: "jenis", Field: "kind", Width: 12},
			{Name: "induk", Field: "parent", Kind: Identifier, Width: 12},
			{Name: "nip_kepala", Field: "head_nip", Kind: Identifier, Width: 21},
			{Name: "npsn", Field: "npsn", Kind: Identifier, Width: 10},
		},
		Rows: listing.Each(listing.All(list), func(u model.Unit) []Value {
			above := all[u.Parent]
			return []Value{
				{Text: string(u.ID)}, {Text: u.Code}, {Text: u.Name}, {Text: u.Kind.String()},
				{Text: cmp.Or(above.Code, above.Name)}, {Text: string(heads[u.Head].Number)}, {Text: u.NPSN},
			}
		}),
	}
}
