package cards

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/known"
	"kinerja/store/intake/reading"
	"kinerja/store/intake/table"
)

// numbers are the columns of a long table that hold numbers.
var numbers = []string{"realisasi", "pembilang", "penyebut", "pretes", "postes", "maksimum", "murid", "dikecualikan"}

// cards reads results, one a row (long) or one column for each indicator (wide).
type cards struct {
	*reading.Table
	people *known.People
	plans  *known.Plans
	rows   map[cardKey]int   // first row about a value (wide: about a card)
	twice  map[cardKey][]int // all rows, where there are several
	drafts map[cardKey]*cardDraft
	order  []*cardDraft
}

// cardKey names a value or a card before its plan is known.
type cardKey struct {
	person *known.Person
	period model.Period
	plan   model.PlanID // as the row names it
	code   string       // of a value; empty for a whole card
}

// cardDraft is one card on its way.
type cardDraft struct {
	known.Held
	person  *known.Person
	plan    model.Plan
	now     model.Card // as it would be
	isNew   bool
	changed bool
}

// Read reads a table of results.
func Read(r *reading.Table) error {
	instruments, err := r.Snap.Instruments()
	if err != nil {
		return fmt.Errorf("instruments: %w", err)
	}
	c := &cards{
		Table: r, plans: known.NewPlans(r.Snap, instruments),
		rows: map[cardKey]int{}, twice: map[cardKey][]int{}, drafts: map[cardKey]*cardDraft{},
	}
	codes := known.Codes(instruments)
	for _, year := range c.likely() {
		own, err := c.plans.Codes(year)
		if err != nil {
			return err
		}
		codes = append(codes, own...)
	}
	slices.Sort(codes)
	if err := r.Begin(columns.Cards(), slices.Compact(codes)); err != nil {
		return err
	}
	if c.people, err = known.ReadPeople(r.Snap, r.Opt.Today); err != nil {
		return err
	}
	if err := c.shape(); err != nil {
		return err
	}
	if err := c.survey(); err != nil {
		return err
	}
	var failed error
	err = r.Each(r.Opt.Progress, func() {
		if failed == nil {
			failed = c.take()
		}
	})
	if err = errors.Join(err, failed); err != nil {
		return err
	}
	for _, d := range c.order {
		if d.changed {
			c.Records = append(c.Records, d.now)
		}
	}
	return nil
}

// likely are the years whose results are entered today: until March also those
// of the year before.
func (c *cards) likely() []int {
	today := c.Opt.Today
	if today.Month() <= 3 {
		return []int{today.Year(), today.Year() - 1}
	}
	return []int{today.Year()}
}

// shape settles whether the table is long or wide; what belongs to the other
// shape is not used. A column of a wide table that nobody knows may be an own
// measure of a plan of another year.
func (c *cards) shape() error {
	h := c.Place.Header
	if h.Has("kode") {
		h.Codes = nil
		c.Columns = h.Uses()
		return nil
	}
	h.Ignore(append(slices.Clone(numbers), "catatan", "gain_dari")...)
	if h.Unread() {
		years := map[int]bool{}
		if err := c.Each(nil, func() {
			if p, err := model.ParsePeriod(table.Trim(c.Cell("periode").Text)); err == nil {
				years[p.Year()] = true
			}
		}); err != nil {
			return err
		}
		for _, year := range slices.Sorted(maps.Keys(years)) {
			codes, err := c.plans.Codes(year)
			if err != nil {
				return err
			}
			h.Learn(codes)
		}
	}
	c.Columns = h.Uses()
	return nil
}

// survey finds out how numbers are written, and which rows say the same thing
// twice.
func (c *cards) survey() error {
	var list []int
	for _, name := range numbers {
		list = append(list, c.Place.Col(name))
	}
	for _, k := range c.Place.Codes {
		list = append(list, k.Index)
	}
	err := c.Survey(list, func() {
		key, ok := c.key()
		if !ok {
			return
		}
		switch first, seen := c.rows[key]; {
		case !seen:
			c.rows[key] = c.Row.N
		case c.twice[key] == nil:
			c.twice[key] = []int{first, c.Row.N}
		default:
			c.twice[key] = append(c.twice[key], c.Row.N)
		}
	})
	c.rows = nil
	return err
}

// key names what the row at hand is about; ok is false where it cannot be told,
// for which the row will be refused.
func (c *cards) key() (key cardKey, ok bool) {
	number, err := c.people.AnyNumber(c.Cell("nip"), c.Opt.Today)
	key.person = c.people.ByNumber(number)
	if err != nil || key.person == nil {
		return key, false
	}
	key.period, err = model.ParsePeriod(table.Trim(c.Cell("periode").Text))
	key.plan = model.PlanID(strings.Clone(table.Trim(c.Cell("skp").Text)))
	if i := c.Place.Col("kode"); i >= 0 {
		key.code = strings.ToUpper(table.Trim(c.Row.At(i).Text))
	}
	return key, err == nil
}

// take reads the row at hand. The error is the snapshot's.
func (c *cards) take() error {
	c.Rows++
	person := c.Who(c.people)
	period := c.period()
	chosen := model.PlanID(c.Text("skp"))
	if c.Bad {
		return nil
	}
	if key, ok := c.key(); ok && c.twice[key] != nil {
		c.Refuse("nip", c.Cell("nip").Text, &misread.RowsError{Rows: c.twice[key], Err: misread.ErrTwice})
		return nil
	}
	d, err := c.draft(person, period, chosen)
	if err != nil || d == nil {
		return err
	}
	if c.Place.Has("kode") {
		c.enter(d, c.long())
	} else {
		c.enter(d, c.wide())
	}
	return nil
}

func (c *cards) period() model.Period {
	at := c.Cell("periode")
	text := c.Text("periode")
	p, err := model.ParsePeriod(text)
	switch {
	case c.Bad || err == nil:
		return p
	case at.Kind == table.Day:
		err = misread.ErrDateCell
	case text == "":
		err = model.ErrMissing
	default:
		err = model.ErrBadPeriod
	}
	c.Refuse("periode", at.Text, err, "2026-Q3", "TW III 2026", "2026-07", "2026-S1", "2026")
	return 0
}

// draft returns the card that the row is about, refusing the row when there is
// no plan for it, or more than one.
func (c *cards) draft(person *known.Person, period model.Period, chosen model.PlanID) (*cardDraft, error) {
	fit, err := c.plans.Of(person, period, chosen)
	if err != nil {
		return nil, err
	}
	number := string(person.Employee.Number)
	switch {
	case len(fit) == 0 && chosen != "":
		c.Refuse("skp", string(chosen), model.ErrNotFound)
		return nil, nil
	case len(fit) == 0:
		c.Refuse("nip", number, model.ErrNoPlan, period.String())
		return nil, nil
	case len(fit) > 1:
		var ids []string
		for _, p := range fit {
			ids = append(ids, string(p.ID)+" "+person.Position(p.Post))
		}
		c.Refuse("nip", number, model.ErrSeveral, ids...)
		return nil, nil
	}
	key := cardKey{person: person, period: period, plan: fit[0].ID}
	if d := c.drafts[key]; d != nil {
		return d, nil
	}
	held, err := c.plans.Held(fit[0].ID, period)
	if err != nil {
		return nil, err
	}
	d := &cardDraft{Held: held, person: person, plan: fit[0], now: held.Card, isNew: held.Card.ID == ""}
	if d.isNew {
		d.now = model.CardFor(d.plan, c.plans.Instrument(d.plan), period)
	}
	c.drafts[key], c.order = d, append(c.order, d)
	return d, nil
}
