package instruments

import (
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/gauge"
	"kinerja/store/intake/known"
	"kinerja/store/intake/reading"
	"kinerja/store/intake/table"
)

// instruments reads versions of instruments.
type instruments struct {
	*reading.Table
	known  *known.Instruments
	groups map[key]*group
	order  []*group
	told   map[string]map[int]bool    // the versions that the table speaks of, by code
	minted map[string]model.ElementID // of indicators that are new, by instrument and code
	stray  []int                      // rows of which nobody knows what they belong to
}

// key names a version; 0: none was named.
type key struct {
	code    string // folded
	version int
}

// group is one version on its way.
type group struct {
	key
	given   string // the code as the row has it
	held    bool   // there is such a version
	base    model.Instrument
	now     model.Instrument // without its indicators
	rows    []int
	refused []int
	gauges  []line
	at      map[string]int    // folded code → place in gauges
	said    map[string]string // field → what the rows say of the whole
}

// line is one row of a group.
type line struct {
	row int
	id  model.ElementID // of an indicator that is known
	was model.Gauge
	now model.Gauge
}

// Read reads versions of instruments.
func Read(t *reading.Table) error {
	if err := t.Begin(columns.Instruments(), nil); err != nil {
		return err
	}
	all, err := known.ReadInstruments(t.Snap)
	if err != nil {
		return err
	}
	x := &instruments{Table: t, known: all, groups: map[key]*group{}, told: map[string]map[int]bool{}, minted: map[string]model.ElementID{}}
	if err := t.SurveyFields(gauge.Numbers(), x.hear); err != nil {
		return err
	}
	if err := t.Each(t.Opt.Progress, x.take); err != nil {
		return err
	}
	for _, g := range x.order {
		x.settle(g)
	}
	x.DropWarnings()
	return nil
}

// hear notes which versions the table speaks of, so that rows which name none
// are not taken for one of them.
func (x *instruments) hear() {
	code, err := x.Cell("instrumen").Clean(false)
	version, ok := gauge.Version(x.Cell("versi"))
	if err != nil || !ok {
		return
	}
	fold := table.FoldWords(code)
	if x.told[fold] == nil {
		x.told[fold] = map[int]bool{}
	}
	x.told[fold][version] = true
}

// take reads the row at hand.
func (x *instruments) take() {
	x.Rows++
	code, element := x.Need("instrumen"), x.Need("kode")
	version, ok := gauge.Version(x.Cell("versi"))
	if !ok {
		x.Refuse("versi", x.Cell("versi").Text, model.ErrBadNumber, "1", "2")
	}
	fold := table.FoldWords(code)
	if ok && version == 0 && len(x.told[fold]) > 1 {
		ok = false
		x.Refuse("versi", "", model.ErrMissing)
	}
	if code == "" || !ok {
		x.stray = append(x.stray, x.Row.N)
		return
	}
	g := x.group(key{fold, version}, code)
	g.rows = append(g.rows, x.Row.N)
	x.about(g)
	if element != "" {
		x.gauge(g, element)
	}
	if x.Bad {
		g.refused = append(g.refused, x.Row.N)
	}
}

// group finds the version that the row belongs to; what is known of it, or of
// the newest before it, is where it begins.
func (x *instruments) group(k key, code string) *group {
	if g := x.groups[k]; g != nil {
		return g
	}
	g := &group{key: k, given: code, at: map[string]int{}, said: map[string]string{}}
	if k.version != 0 {
		g.base, g.held = x.known.Version(code, k.version)
	}
	if !g.held {
		g.base, _ = x.known.Newest(code)
		g.held = k.version == 0 && g.base.Code != ""
	}
	g.now = g.base
	if g.base.Code == "" {
		g.now.Code = code
	}
	x.groups[k], x.order = g, append(x.order, g)
	return g
}

// about reads what each row says of the instrument as a whole: the rows must
// agree.
func (x *instruments) about(g *group) {
	for _, f := range []struct {
		field string
		at    *string
	}{{"nama", &g.now.Name.ID}, {"nama_en", &g.now.Name.EN}, {"sumber_instrumen", &g.now.Source}} {
		text := x.Text(f.field)
		if text != "" && x.agrees(g, f.field, text) {
			*f.at = text
		}
	}
	if text := x.Text("jabatan"); text != "" {
		list := positions(text)
		if x.agrees(g, "jabatan", strings.Join(list, " | ")) && !same(list, g.base.Positions) {
			g.now.Positions = list
		}
	}
}

// agrees refuses a row that says something else than the one before.
func (x *instruments) agrees(g *group, field, text string) bool {
	said, ok := g.said[field]
	if ok && table.FoldWords(said) != table.FoldWords(text) {
		x.Refuse(field, text, misread.ErrDisagree, said)
		return false
	}
	if !ok {
		g.said[field] = text
	}
	return !ok
}

// positions parts "Bidan | Bidan Terampil".
func positions(s string) (list []string) {
	for p := range strings.SplitSeq(s, "|") {
		if p = table.Trim(p); p != "" {
			list = append(list, p)
		}
	}
	return list
}

// same compares positions as people do.
func same(a, b []string) bool {
	return table.FoldWords(strings.Join(a, "|")) == table.FoldWords(strings.Join(b, "|"))
}

// gauge reads the indicator of the row at hand.
func (x *instruments) gauge(g *group, code string) {
	fold := table.FoldWords(code)
	if first, twice := g.at[fold]; twice {
		rows := []int{g.gauges[first].row, x.Row.N}
		x.Refuse("kode", code, &misread.RowsError{Rows: rows, Err: misread.ErrTwice})
		x.RefuseRow(rows[0], "kode", g.gauges[first].now.Code, &misread.RowsError{Rows: rows, Err: misread.ErrTwice})
		g.refused = append(g.refused, rows[0])
		return
	}
	l := line{row: x.Row.N}
	for _, i := range g.base.Indicators {
		if table.FoldWords(i.Gauge.Code) == fold {
			l.id, l.was, l.now = i.ID, i.Gauge, i.Gauge
		}
	}
	gauge.Read(x.Table, &l.now, code, l.id == "", true)
	g.at[fold] = len(g.gauges)
	g.gauges = append(g.gauges, l)
}
