// Package surveys reads answer sheets of a survey of satisfaction: one row a
// respondent, with the unit and the period in each; or one row a survey, where
// the row says how many respondents its averages are of.
//
// What it promises: a survey goes in whole or not at all, so that a sheet that
// was refused never leaves an index of the others; a table read twice proposes
// nothing the second time; who answered nothing is left out, and said so.
package surveys

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/model/survey"
	"kinerja/store/intake/columns"
	"kinerja/store/intake/known"
	"kinerja/store/intake/reading"
)

// surveys reads a table of answers.
type surveys struct {
	*reading.Table
	units *known.Units
	old   map[survey.ID]survey.Survey
	made  map[survey.ID]*draft
	order []*draft
}

// draft is one survey on its way.
type draft struct {
	now      survey.Survey
	rows     []int
	blank    int // of the respondents' answers
	bad      bool
	averaged int // rows that hold averages
}

// Read reads a table of answers.
func Read(t *reading.Table) error {
	if err := t.Begin(columns.Surveys(), nil); err != nil {
		return err
	}
	s := &surveys{Table: t, old: map[survey.ID]survey.Survey{}, made: map[survey.ID]*draft{}}
	var err error
	if s.units, err = known.ReadUnits(t.Snap); err != nil {
		return err
	}
	list, err := t.Snap.Surveys()
	if err != nil {
		return fmt.Errorf("surveys: %w", err)
	}
	for _, x := range list {
		s.old[x.ID] = x
	}
	if err := t.Each(t.Opt.Progress, s.take); err != nil {
		return err
	}
	for _, d := range s.order {
		s.settle(d)
	}
	t.DropWarnings()
	return nil
}

// take counts the row at hand.
func (s *surveys) take() {
	s.Rows++
	d := s.draft()
	if d == nil {
		return
	}
	d.rows = append(d.rows, s.Row.N)
	if text := s.Text("responden"); text != "" {
		s.averages(d, text)
	} else {
		s.answers(d)
	}
	d.bad = d.bad || s.Bad
}

// draft is the survey that the row at hand belongs to; nil where it says none.
func (s *surveys) draft() *draft {
	id := s.Opt.Unit
	if text := s.Text("unit"); text != "" {
		found, accepted, err := s.units.Find(text)
		if err != nil {
			s.Refuse("unit", text, err, accepted...)
			return nil
		}
		id = found
	}
	if id == "" {
		s.Refuse("unit", "", model.ErrMissing)
		return nil
	}
	text := s.Need("periode", "2026-Q3")
	p, err := model.ParsePeriod(text)
	if text == "" || s.Bad {
		return nil
	}
	if err != nil {
		s.Refuse("periode", text, model.ErrBadPeriod, "2026-Q3")
		return nil
	}
	key := survey.IDOf(id, p)
	d := s.made[key]
	if d == nil {
		d = &draft{now: survey.New(id, p)}
		if old, ok := s.old[key]; ok {
			d.now.Population, d.now.Source = old.Population, old.Source
		}
		s.made[key], s.order = d, append(s.order, d)
	}
	s.extras(d)
	return d
}

// extras reads what is about the whole survey.
func (s *surveys) extras(d *draft) {
	if text := s.Text("populasi"); text != "" {
		n, err := count(text)
		if err != nil {
			s.Refuse("populasi", text, err)
		}
		d.now.Population = n
	}
	reading.Set(&d.now.Source, s.Text("sumber"))
}

// count reads a whole number of people.
func count(text string) (int, error) {
	n, err := model.ParseNumber(text, model.DecimalComma)
	switch {
	case err != nil:
		return 0, err
	case n <= 0 || n%model.Scale != 0 || n > model.Int(survey.MostPopulation):
		return 0, model.ErrBadNumber
	}
	return int(n / model.Scale), nil
}

// answers counts one respondent.
func (s *surveys) answers(d *draft) {
	var row [survey.Elements]int
	given := 0
	for i := range row {
		field := survey.Field(i)
		n, err := survey.ParseAnswer(s.Cell(field).Text)
		if err != nil {
			s.Refuse(field, s.Cell(field).Text, err, "1", "2", "3", "4", "-")
		}
		if row[i] = n; n > 0 {
			given++
		}
	}
	switch {
	case s.Bad:
	case given == 0:
		s.Warn("u1", "", reading.WarnBlank, "")
	default:
		d.blank += survey.Elements - given
		if err := d.now.Add(row); err != nil {
			s.Refuse("u1", "", err)
		}
	}
}

// averages reads a row of averages of n respondents, or, where the row has them,
// of exact sums.
func (s *surveys) averages(d *draft, text string) {
	d.averaged++
	n, err := count(text)
	if err == nil && n > survey.MostRespondents {
		err = model.ErrNumberRange
	}
	if err != nil {
		s.Refuse("responden", text, err)
		return
	}
	texts := make([]string, survey.Elements)
	for i := range texts {
		texts[i] = s.Text(survey.Field(i))
	}
	list, err := survey.ParseAverages(texts)
	now := survey.Survey{}
	if err == nil {
		now, err = survey.Averages(d.now.Unit, d.now.Period, n, list)
	}
	if err != nil {
		s.refuse(err)
		return
	}
	now.Population, now.Source = d.now.Population, d.now.Source
	s.exact(&now)
	if !s.Bad {
		d.now = now
	}
}

// exact takes sums and counts as an export has them: averages are rounded there.
func (s *surveys) exact(now *survey.Survey) {
	for i := range survey.Elements {
		sum, n := s.Text("jumlah_"+survey.Field(i)), s.Text("jawab_"+survey.Field(i))
		if sum == "" || n == "" {
			continue
		}
		v, err := model.ParseNumber(sum, model.DecimalComma)
		if err != nil {
			s.Refuse("jumlah_"+survey.Field(i), sum, err)
			return
		}
		c, err := count(n)
		if err != nil {
			s.Refuse("jawab_"+survey.Field(i), n, err)
			return
		}
		now.Sums[i], now.Counts[i] = v, c
	}
	now.Averaged = !slices.Contains([]string{"tidak", "no", "false", "0"}, strings.ToLower(s.Text("rata_rata")))
}

// refuse refuses the row at hand for what a rule of surveys says.
func (s *surveys) refuse(err error) {
	field, value, why := "u1", "", err
	if f, ok := err.(*model.FieldError); ok {
		field, value, why = f.Field, f.Value, f.Err
	}
	s.Refuse(field, value, why)
}

// settle proposes a survey, or refuses all its rows.
func (s *surveys) settle(d *draft) {
	at := d.rows[0]
	switch {
	case d.averaged > 0 && len(d.rows) > 1:
		for _, n := range d.rows {
			s.RefuseRow(n, "responden", "", &misread.RowsError{Rows: d.rows[:1], Err: misread.ErrTwice})
		}
		return
	case d.bad:
		refused := map[int]bool{}
		for _, r := range s.Refused {
			refused[r.Row] = true
		}
		for _, n := range d.rows {
			if !refused[n] {
				s.RefuseRow(n, "unit", "", survey.ErrWhole)
			}
		}
		return
	case d.now.Respondents == 0:
		return // blank sheets only
	}
	if err := d.now.Check(); err != nil {
		for _, n := range d.rows {
			s.RefuseRow(n, "unit", "", err)
		}
		return
	}
	if d.blank > 0 {
		s.WarnRow(at, "u1", "", reading.WarnUnanswered, strconv.Itoa(d.blank))
	}
	name, old := s.units.All()[d.now.Unit].Name, s.old[d.now.ID]
	switch {
	case old.ID == "":
		s.New++
		s.Fresh(at, name, d.now.Period.String(), "n = "+strconv.Itoa(d.now.Respondents))
	case old.Same(d.now):
		s.Same++
		return
	default:
		s.Changed++
		s.changes(at, name, old, d.now)
	}
	s.Records = append(s.Records, d.now)
}

// changes says what another survey of the same period changes.
func (s *surveys) changes(at int, name string, old, now survey.Survey) {
	s.Change(at, name, "responden", strconv.Itoa(old.Respondents), strconv.Itoa(now.Respondents))
	s.Change(at, name, "populasi", strconv.Itoa(old.Population), strconv.Itoa(now.Population))
	s.Change(at, name, "sumber", old.Source, now.Source)
	a, b := survey.Of(old, survey.Ninth), survey.Of(now, survey.Ninth)
	for i := range min(len(a.Rows), len(b.Rows)) {
		s.Change(at, name, survey.Field(i), a.Rows[i].Mean.String(), b.Rows[i].Mean.String())
	}
}
