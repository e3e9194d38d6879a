package plans

import (
	"errors"
	"slices"
	"strconv"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/planning"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/gauge"
	"kinerja/store/intake/known"
	"kinerja/store/intake/reading"
	"kinerja/store/intake/table"
)

// plans reads plans.
type plans struct {
	*reading.Table
	people      *known.People
	plans       *known.Plans
	instruments *known.Instruments
	measures    map[model.InstrumentID][]model.Measure // shared by the plans that have the same
	drafts      map[model.PlanID]*draft
	order       []*draft
	used        map[model.InstrumentID]bool // put in by this table
}

// draft is one plan on its way.
type draft struct {
	person     *known.Person
	post       model.Post
	year       int
	old        model.Plan       // without identity: there is none yet
	in         model.Instrument // what it is made from
	exact      bool             // it holds what the rows say and nothing else
	measures   []model.Measure
	outline    model.Outline // results and the rest beside the measures
	own        bool          // measures is its own list, not one shared
	instrument string
	version    int
	document   string
	ruleset    string // that the plan is to name; "": what it names now
	on         model.Date
	rows       []int
	refused    []int
	at         map[string]int // folded code → the row about it; "": the row without one
}

// Read reads plans.
func Read(t *reading.Table) error {
	if err := t.Begin(columns.Plans(), nil); err != nil {
		return err
	}
	if !t.Place.Has("instrumen") && !t.Place.Has("kode") {
		return &misread.TableError{File: t.File, Row: t.HeaderRow, Seen: t.Header, Accepted: []string{"nip", "tahun", "instrumen", "kode"}, Err: misread.ErrHeader}
	}
	people, err := known.ReadPeople(t.Snap, t.Opt.Today)
	if err != nil {
		return err
	}
	all, err := known.ReadInstruments(t.Snap)
	if err != nil {
		return err
	}
	p := &plans{
		Table: t, people: people, instruments: all, plans: known.NewPlans(t.Snap, all.All()),
		measures: map[model.InstrumentID][]model.Measure{}, drafts: map[model.PlanID]*draft{}, used: map[model.InstrumentID]bool{},
	}
	if err := t.SurveyFields(gauge.Numbers(), nil); err != nil {
		return err
	}
	var failed error
	err = t.Each(t.Opt.Progress, func() {
		if failed == nil {
			failed = p.take()
		}
	})
	if err = errors.Join(err, failed); err != nil {
		return err
	}
	for _, d := range p.order {
		if err := p.settle(d); err != nil {
			return err
		}
	}
	p.DropWarnings()
	return nil
}

// take reads the row at hand. The error is the snapshot's.
func (p *plans) take() error {
	p.Rows++
	person, year := p.Who(p.people), p.year()
	if person == nil || year == 0 {
		return nil
	}
	post, ok := p.post(person, year)
	if !ok {
		return nil
	}
	d, err := p.draft(person, post, year)
	if err != nil {
		return err
	}
	d.rows = append(d.rows, p.Row.N)
	p.agreement(d)
	if p.Bad {
		d.refused = append(d.refused, p.Row.N)
		return nil // what it says is about another instrument
	}
	if p.Text("kode") != "" || p.Text("rhk") == "" {
		p.measure(d)
	}
	if !p.Bad {
		p.result(d, p.Text("kode"))
	}
	if p.Bad {
		d.refused = append(d.refused, p.Row.N)
	}
	return nil
}

// year reads tahun; 0, and the row refused, for none.
func (p *plans) year() int {
	text := p.Need("tahun")
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err == nil {
		_, err = model.NewPeriod(model.Year, n, 1)
	}
	if err != nil {
		p.Refuse("tahun", text, model.ErrBadPeriod, strconv.Itoa(p.Opt.Today.Year()))
		return 0
	}
	return n
}

// post is the one that the row chooses, else the main post of that year.
func (p *plans) post(person *known.Person, year int) (model.Post, bool) {
	whole, _ := model.NewPeriod(model.Year, year, 1)
	if chosen := p.Text("skp"); chosen != "" {
		i := slices.IndexFunc(person.Posts, func(x model.Post) bool { return !x.Void && model.PlanOf(x.ID, year) == model.PlanID(chosen) })
		if i < 0 {
			p.Refuse("skp", chosen, model.ErrNotFound)
			return model.Post{}, false
		}
		return person.Posts[i], true
	}
	post, ok := model.MainPost(person.Posts, whole.First(), whole.Last())
	if !ok {
		p.Refuse("nip", string(person.Employee.Number), model.ErrNoPost, strconv.Itoa(year))
	}
	return post, ok
}

// draft finds the plan that the row is about, and where it begins: with what it
// is now, or with an instrument.
func (p *plans) draft(person *known.Person, post model.Post, year int) (*draft, error) {
	id := model.PlanOf(post.ID, year)
	if d := p.drafts[id]; d != nil {
		return d, nil
	}
	old, err := p.plans.ByID(person, year, id)
	if err != nil {
		return nil, err
	}
	d := &draft{person: person, post: post, year: year, old: old, outline: old.Outline, at: map[string]int{}}
	p.begin(d)
	p.drafts[id], p.order = d, append(p.order, d)
	return d, nil
}

// begin settles by its first row what a plan is made from. Where that row names
// no version, a plan keeps its own and a new one takes the newest.
func (p *plans) begin(d *draft) {
	d.instrument = p.Text("instrumen")
	var ok bool
	if d.version, ok = gauge.Version(p.Cell("versi")); !ok {
		p.Refuse("versi", p.Cell("versi").Text, model.ErrBadNumber, "1", "2")
	}
	held, isHeld := p.instruments.ByID(d.old.Instrument)
	switch {
	case d.instrument == "" && d.old.ID != "":
		d.in, d.measures = held, d.old.Measures
		return
	case d.instrument == "":
		d.in, ok = p.instruments.For(d.post.Position)
		d.exact = true
	case d.version != 0:
		d.in, ok = p.instruments.Version(d.instrument, d.version)
	case isHeld && table.FoldWords(held.Code) == table.FoldWords(d.instrument):
		d.in = held
	default:
		d.in, ok = p.instruments.Newest(d.instrument)
	}
	switch {
	case !ok && !p.Bad:
		p.Refuse("instrumen", d.instrument, model.ErrNotFound, p.instruments.Codes()...)
	case d.old.ID != "" && d.old.Instrument == d.in.ID:
		d.measures = d.old.Measures
	case !d.exact:
		d.measures = p.all(d.in)
	}
}

// all are the measures of a plan that is nothing but its instrument. 100,000
// plans share one list.
func (p *plans) all(in model.Instrument) []model.Measure {
	if p.measures[in.ID] == nil {
		p.measures[in.ID] = model.PlanFrom(in, model.Post{}, 0).Measures
	}
	return p.measures[in.ID]
}

// agreement reads what a row says of the plan as a whole. Later rows may leave
// it out, but say nothing else than the first.
func (p *plans) agreement(d *draft) {
	if text := p.Text("instrumen"); text != "" && table.FoldWords(text) != table.FoldWords(d.instrument) {
		p.Refuse("instrumen", text, misread.ErrDisagree, d.instrument)
	}
	if n, ok := gauge.Version(p.Cell("versi")); ok && n != 0 && n != d.version {
		p.Refuse("versi", strconv.Itoa(n), misread.ErrDisagree, strconv.Itoa(d.version))
	}
	switch text := p.Text("surat"); {
	case text == "" || text == d.document:
	case d.document != "":
		p.Refuse("surat", text, misread.ErrDisagree, d.document)
	default:
		d.document = text
	}
	p.ruleSet(d)
	switch on := p.Date("tanggal"); {
	case on == 0 || on == d.on:
	case on > p.Opt.Today:
		p.Refuse("tanggal", on.String(), model.ErrFuture)
	case d.on != 0:
		p.Refuse("tanggal", on.String(), misread.ErrDisagree, d.on.String())
	default:
		d.on = on
	}
}

// ruleSet reads the rule set that the plan names itself, with its version.
func (p *plans) ruleSet(d *draft) {
	switch text := p.Text("aturan"); {
	case text == "" || text == d.ruleset:
	case d.ruleset != "":
		p.Refuse("aturan", text, misread.ErrDisagree, d.ruleset)
	case planning.RuleRef(text) != nil:
		p.Refuse("aturan", text, model.ErrWord, "pp30@1")
	default:
		d.ruleset = text
	}
}

// measure reads the measure that the row at hand is about, if it is about one.
func (p *plans) measure(d *draft) {
	code := p.Text("kode")
	fold := table.FoldWords(code)
	if first, twice := d.at[fold]; twice {
		field := "kode"
		if code == "" {
			field = "nip"
		}
		rows := []int{first, p.Row.N}
		p.Refuse(field, p.Cell(field).Text, &misread.RowsError{Rows: rows, Err: misread.ErrTwice})
		if !slices.Contains(d.refused, first) {
			p.RefuseRow(first, field, p.Cell(field).Text, &misread.RowsError{Rows: rows, Err: misread.ErrTwice})
			d.refused = append(d.refused, first)
		}
		return
	}
	d.at[fold] = p.Row.N
	if code == "" {
		p.whole(d)
		return
	}
	same := func(other string) bool { return table.FoldWords(other) == fold }
	if !d.own {
		d.own, d.measures = true, slices.Clone(d.measures)
	}
	i := slices.IndexFunc(d.measures, func(m model.Measure) bool { return same(m.Gauge.Code) })
	fresh := false
	if i < 0 {
		i = len(d.measures)
		m := model.Measure{}
		if k := slices.IndexFunc(d.in.Indicators, func(x model.Indicator) bool { return same(x.Gauge.Code) }); k >= 0 {
			m = model.Measure{ID: d.in.Indicators[k].ID, Indicator: d.in.Indicators[k].ID, Gauge: d.in.Indicators[k].Gauge}
		} else {
			m.ID, fresh = model.ElementID(p.Opt.NewID()), true
		}
		d.measures = append(d.measures, m)
	}
	gauge.Read(p.Table, &d.measures[i].Gauge, code, fresh, false)
}

// whole refuses a row that names no measure, where it says what only a measure
// has, or nothing at all.
func (p *plans) whole(d *draft) {
	for _, field := range append([]string{"indikator"}, gauge.Numbers()...) {
		if c := p.Cell(field); !model.NoValue(table.Unprotect(table.Trim(c.Text))) {
			p.Refuse("kode", "", model.ErrMissing)
			return
		}
	}
	if d.exact {
		p.Refuse("instrumen", "", model.ErrMissing, p.instruments.Codes()...)
	}
}
