package instruments

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/gauge"
	"kinerja/store/intake/reading"
)

// settle makes a record of a version, unless something of it is refused.
func (x *instruments) settle(g *group) {
	if len(g.refused) > 0 {
		x.refuseRest(g, g.refused)
		return
	}
	in := x.build(g)
	if len(x.stray) > 0 && len(in.Indicators) < len(g.base.Indicators) {
		x.refuseRest(g, x.stray) // what seems to be left out may stand there
		return
	}
	var broken *model.FieldError
	if errors.As(in.Check(), &broken) {
		x.RefuseRow(g.rows[0], broken.Field, broken.Value, broken.Err)
		x.refuseRest(g, g.rows[:1])
		return
	}
	differs := !equal(in, g.base)
	frozen := g.base.Frozen || g.base.Ready()
	switch {
	case !g.held:
		x.fresh(g, in, g.version)
	case !differs && x.known.Held(in.ID):
		x.Same++
	case !differs: // a ready one that the file does not hold yet
		x.propose(g, in)
	case frozen && g.version != 0:
		next, _ := x.known.Newest(g.given)
		for _, row := range g.rows {
			x.RefuseRow(row, "versi", strconv.Itoa(g.version), model.ErrFrozen, strconv.Itoa(next.Version+1))
		}
	case frozen:
		x.WarnRow(g.rows[0], "versi", "", reading.WarnVersion, strconv.Itoa(g.base.Version+1))
		x.fresh(g, in, g.base.Version+1)
	default:
		x.Changed++
		x.changes(g, in)
		x.Records = append(x.Records, in)
	}
}

// refuseRest refuses the rows of a version of which others are refused: half of
// it would be another instrument.
func (x *instruments) refuseRest(g *group, refused []int) {
	slices.Sort(refused)
	refused = slices.Compact(refused)
	for _, row := range g.rows {
		if !slices.Contains(refused, row) {
			x.RefuseRow(row, "instrumen", g.given, &misread.RowsError{Rows: refused, Err: misread.ErrRowRefused})
		}
	}
}

// build puts a version together. Indicators that are known keep their order, so
// that a table sorted otherwise changes nothing.
func (x *instruments) build(g *group) model.Instrument {
	in := g.now
	in.Indicators = nil
	for _, i := range g.base.Indicators {
		if at := slices.IndexFunc(g.gauges, func(l line) bool { return l.id == i.ID }); at >= 0 {
			in.Indicators = append(in.Indicators, model.Indicator{ID: i.ID, Gauge: g.gauges[at].now})
		}
	}
	for _, l := range g.gauges {
		if l.id == "" {
			in.Indicators = append(in.Indicators, model.Indicator{ID: x.element(g, l.now.Code), Gauge: l.now})
		}
	}
	if in.Name == (model.Text{}) {
		in.Name.ID = in.Code
	}
	return in
}

// element is the identity of an indicator that is new: the same in all versions
// that the table holds.
func (x *instruments) element(g *group, code string) model.ElementID {
	k := g.code + "|" + code
	if x.minted[k] == "" {
		x.minted[k] = model.ElementID(x.Opt.NewID())
	}
	return x.minted[k]
}

// equal reports whether two versions say the same.
func equal(a, b model.Instrument) bool {
	return a.Name == b.Name && a.Source == b.Source && slices.Equal(a.Positions, b.Positions) && slices.Equal(a.Indicators, b.Indicators)
}

// fresh proposes a version that does not exist yet.
func (x *instruments) fresh(g *group, in model.Instrument, version int) {
	in = in.NextVersion(max(version, 1))
	in.ID = model.InstrumentID(x.Opt.NewID())
	if g.base.Code != "" {
		x.changes(g, in)
	}
	x.propose(g, in)
}

func (x *instruments) propose(g *group, in model.Instrument) {
	x.New++
	x.Fresh(g.rows[0], in.Name.In("id"), label(in), fmt.Sprintf("%d · Σ %v", len(in.Indicators), in.Weights()))
	gauge.Weights(x.Table, g.rows[0], in.Weights())
	x.Records = append(x.Records, in)
}

// label names a version.
func label(in model.Instrument) string { return fmt.Sprintf("%s v%d", in.Code, in.Version) }

// changes says field by field what differs from the version that is known.
func (x *instruments) changes(g *group, in model.Instrument) {
	row, name := g.rows[0], label(in)
	x.Change(row, name, "nama", g.base.Name.ID, in.Name.ID)
	x.Change(row, name, "nama_en", g.base.Name.EN, in.Name.EN)
	x.Change(row, name, "jabatan", strings.Join(g.base.Positions, " | "), strings.Join(in.Positions, " | "))
	x.Change(row, name, "sumber_instrumen", g.base.Source, in.Source)
	for _, l := range g.gauges {
		gauge.Diff(x.Table, l.row, name, l.was, l.now)
	}
	for _, i := range g.base.Indicators {
		if !slices.ContainsFunc(g.gauges, func(l line) bool { return l.id == i.ID }) {
			gauge.Gone(x.Table, row, name, i.Gauge)
		}
	}
	if in.ID == g.base.ID {
		gauge.Weights(x.Table, row, in.Weights())
	}
}
