package export

import (
	"strings"

	"kinerja/model"
)

// Instruments are versions of instruments as intake reads them: one row for
// each indicator.
func Instruments(list []model.Instrument) Table {
	return Table{
		Sheet: "instruments",
		Columns: append([]Column{
			{Name: "id", Field: "id", Kind: Identifier, Hidden: true},
			{Name: "instrumen", Field: "instrument", Kind: Identifier, Width: 12},
			{Name: "versi", Field: "version", Kind: Number, Width: 6},
			{Name: "nama", Field: "name", Width: 24},
			{Name: "nama_en", Field: "name_en", Width: 24},
			{Name: "jabatan", Field: "positions", Width: 30},
			{Name: "sumber_instrumen", Field: "instrument_source", Width: 24},
		}, gaugeColumns()...),
		Rows: func(yield func([]Value, error) bool) {
			for _, in := range list {
				for _, i := range in.Indicators {
					row := []Value{
						{Text: string(in.ID)}, {Text: in.Code}, whole(in.Version), {Text: in.Name.ID}, {Text: in.Name.EN},
						{Text: strings.Join(in.Positions, " | ")}, {Text: in.Source},
					}
					if !yield(append(row, gaugeCells(i.Gauge)...), nil) {
						return
					}
				}
			}
		},
	}
}

// whole is the cell of a whole number.
func whole(n int) Value { return Value{Number: model.Some(model.Int(int64(n)))} }

// gaugeColumns are those of one thing that is measured.
func gaugeColumns() []Column {
	return []Column{
		{Name: "kode", Field: "code", Kind: Identifier, Width: 10},
		{Name: "indikator", Field: "indicator", Width: 40},
		{Name: "indikator_en", Field: "indicator_en", Width: 40},
		{Name: "aspek", Field: "aspect", Width: 10},
		{Name: "satuan", Field: "unit", Width: 10},
		{Name: "arah", Field: "direction", Width: 8},
		{Name: "target", Field: "target", Kind: Number, Width: 12},
		{Name: "target_atas", Field: "target_high", Kind: Number, Width: 12},
		{Name: "batas", Field: "limit", Kind: Number, Width: 10},
		{Name: "cap", Field: "cap", Kind: Number, Width: 8},
		{Name: "bobot", Field: "weight", Kind: Number, Width: 8},
		{Name: "agregasi", Field: "aggregate", Width: 10},
		{Name: "wajar_min", Field: "plausible_min", Kind: Number, Width: 10},
		{Name: "wajar_maks", Field: "plausible_max", Kind: Number, Width: 10},
		{Name: "sumber", Field: "source", Width: 30},
		{Name: "terverifikasi", Field: "verified", Width: 12},
	}
}

func gaugeCells(g model.Gauge) []Value {
	checked := Value{Text: "ya", Word: "yes"}
	if g.Unverified {
		checked = Value{Text: "tidak", Word: "no"}
	}
	return []Value{
		{Text: g.Code}, {Text: g.Name.ID}, {Text: g.Name.EN}, {Text: g.Aspect.String()}, {Text: g.Unit}, {Text: g.Direction.String()},
		{Number: model.Some(g.Target)}, {Number: g.TargetHigh}, {Number: g.Limit}, {Number: g.Cap}, {Number: model.Some(g.Weight)},
		{Text: g.Aggregate.String()}, {Number: g.Low}, {Number: g.High}, {Text: g.Source}, checked,
	}
}
