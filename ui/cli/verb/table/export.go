package table

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/model/listing"
	"kinerja/model/survey"
	"kinerja/store"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/exit"
	"kinerja/ui/cli/pick"
	"kinerja/ui/export"
	"kinerja/ui/known"
	"kinerja/ui/lang"
)

type exportFlags struct {
	out                string
	force, plain, rows bool
}

// exportKinds are the tables that can be written.
func exportKinds() []string {
	return []string{"units", "staff", "instruments", "plans", "cards", "surveys", "evaluations"}
}

// Export is `kinerja export`.
func Export(c *call.Call) *cobra.Command {
	var f exportFlags
	kinds := strings.Join(exportKinds(), "|")
	cmd := c.Verb("export", "export "+kinds+" [--out FILE.csv|.xlsx|.json] [--unit U] [--period P] [--year Y] [--force] [--plain-csv] [--lines]",
		c.Want(1, 1, kinds), func(args []string) error { return write(c, args[0], f) })
	cmd.ValidArgs = exportKinds()
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.StringVar(&f.out, "out", "", t["out"])
	set.BoolVar(&f.force, "force", false, t["force"])
	set.BoolVar(&f.plain, "plain-csv", false, t["plain-csv"])
	set.BoolVar(&f.rows, "lines", false, t["lines"])
	set.StringVar(&c.Flag.Unit, "unit", "", t["unit"])
	set.StringVar(&c.Flag.Period, "period", "", t["list-period"])
	set.StringVar(&c.Flag.Year, "year", "", t["year"])
	return cmd
}

func write(c *call.Call, given string, f exportFlags) error {
	kind, err := c.Word("export", given, exportKinds())
	if err != nil {
		return err
	}
	write, err := writer(c, f)
	if err != nil {
		return err
	}
	period, err := c.PeriodFlag()
	if err != nil {
		return err
	}
	d, err := c.Open(call.ToRead)
	if err != nil {
		return err
	}
	if !access.May(d.Actor(), model.VerbExport, model.RelNone) {
		return model.ErrNotAllowed
	}
	if !period.Valid() && (kind == "cards" || kind == "evaluations") {
		if period, err = pick.LastPeriod(c, d); err != nil {
			return err
		}
	}
	table, err := exported(c, d, kind, period)
	if err != nil {
		return err
	}
	rows := 0
	table.Rows = listing.Counted(table.Rows, &rows)
	if f.out == "" {
		return write(&c.Out, table)
	}
	err = export.WriteFile(f.out, f.force, func(w io.Writer) error { return write(w, table) })
	if err != nil {
		return exportError(c, f.out, err)
	}
	if c.Flag.JSON {
		return c.Object(answer.Exported{Schema: answer.Schema, File: f.out, Rows: rows})
	}
	c.Line(c.Text.Plural(c.Text.CLI.Export.Done, rows, "file", f.out))
	return nil
}

// writer is how the table is written, by the name of the file; without one,
// plain CSV, or JSON where that is asked for.
func writer(c *call.Call, f exportFlags) (func(io.Writer, export.Table) error, error) {
	csv := func(plain bool) func(io.Writer, export.Table) error {
		return func(w io.Writer, t export.Table) error { return export.CSV(w, t, plain) }
	}
	json := func(w io.Writer, t export.Table) error { return export.JSON(w, t, f.rows) }
	switch ext := strings.ToLower(filepath.Ext(f.out)); {
	case f.out == "" && (c.Flag.JSON || f.rows), ext == ".json":
		return json, nil
	case f.out == "":
		return csv(true), nil
	case ext == ".csv":
		return csv(f.plain), nil
	case ext == ".xlsx":
		return export.XLSX, nil
	}
	return nil, c.WrongWord("--out", filepath.Base(f.out), []string{".csv", ".xlsx", ".json"})
}

func exported(c *call.Call, d *store.Desk, kind string, p model.Period) (export.Table, error) {
	unit, err := pick.Unit(c, d)
	if err != nil {
		return export.Table{}, err
	}
	w, err := known.Read(d)
	if err != nil {
		return export.Table{}, err
	}
	switch kind {
	case "staff":
		people, err := profiles(c, d, w, unit)
		return export.Staff(w.Units, c.Today(), listing.All(people)), err
	case "units":
		return export.Units(w.Units, within(w.Units, unit), w.People), nil
	case "surveys":
		return surveyTable(d, w, p, unit)
	case "instruments":
		list, err := d.Instruments()
		return export.Instruments(list), err
	case "plans":
		return planTable(c, d, w, p, unit)
	}
	list, err := d.Standings(p, unit)
	if err != nil {
		return export.Table{}, err
	}
	if kind == "cards" {
		if list, err = blanks(c, d, list, p, unit); err != nil {
			return export.Table{}, err
		}
	}
	known.Sort(w, list, func(s model.Standing) model.EmployeeID { return s.Employee })
	if kind == "cards" {
		return export.Cards(c.Text, w.People, listing.All(list)), nil
	}
	return export.Evaluations(c.Text, c.Book(), w.Units, w.People, listing.All(list)), nil
}

// surveyTable is the surveys of a period, or of all where it is zero.
func surveyTable(d *store.Desk, w known.Names, p model.Period, unit model.UnitID) (export.Table, error) {
	list, err := d.Surveys(unit)
	if p.Valid() {
		list = slices.DeleteFunc(list, func(s survey.Survey) bool { return s.Period != p })
	}
	return export.Surveys(w.Units, list), err
}

// within lists the units at or below one.
func within(all model.Units, top model.UnitID) (list []model.Unit) {
	for id, u := range all {
		if all.Within(id, top) {
			list = append(list, u)
		}
	}
	return list
}

// planTable is the plans of a year: the one asked for, that of the period, or
// this one.
func planTable(c *call.Call, d *store.Desk, w known.Names, p model.Period, unit model.UnitID) (export.Table, error) {
	year, err := c.YearFlag()
	if err != nil {
		return export.Table{}, err
	}
	if c.Flag.Year == "" && p.Valid() {
		year = p.Year()
	}
	plans, err := d.Plans(year, unit)
	if err != nil {
		return export.Table{}, err
	}
	instruments, err := known.Instruments(d)
	known.Sort(w, plans, func(p model.Plan) model.EmployeeID { return p.Employee })
	return export.Plans(w.People, instruments, plans), err
}

// blanks adds the plans without any value, so that a table can be filled in
// and read back.
func blanks(c *call.Call, d *store.Desk, list []model.Standing, p model.Period, unit model.UnitID) ([]model.Standing, error) {
	plans, err := d.Plans(p.Year(), unit)
	if err != nil {
		return nil, err
	}
	people, err := d.People()
	if err != nil {
		return nil, err
	}
	held := map[model.PostID]bool{}
	for _, person := range people {
		for _, post := range person.Posts {
			held[post.ID] = post.During(p.First(), p.Last())
		}
	}
	have := map[model.PlanID]bool{}
	for _, s := range list {
		have[s.Plan.ID] = true
	}
	for _, plan := range plans {
		if have[plan.ID] || !held[plan.Post] {
			continue
		}
		list = append(list, model.Standing{Employee: plan.Employee, Period: p, Plan: plan, Card: model.Card{Plan: plan.ID, Period: p}})
	}
	return list, nil
}

// profiles makes what the list of staff needs out of one reading of all.
func profiles(c *call.Call, d *store.Desk, w known.Names, unit model.UnitID) ([]model.Profile, error) {
	people, err := d.People()
	if err != nil {
		return nil, err
	}
	byID := map[model.EmployeeID]model.Employee{}
	for _, p := range people {
		byID[p.Employee.ID] = p.Employee
	}
	var list []model.Profile
	for _, p := range people {
		row, known := w.People[p.Employee.ID]
		if !known || row.Void || !w.Units.Within(row.Unit, unit) {
			continue
		}
		profile := model.Profile{Employee: p.Employee, Posts: p.Posts, Unit: w.Units[row.Unit]}
		if post, ok := model.MainPost(p.Posts, c.Today(), c.Today()); ok {
			profile.Evaluator = byID[post.Evaluator]
		}
		list = append(list, profile)
	}
	known.Sort(w, list, func(p model.Profile) model.EmployeeID { return p.Employee.ID })
	return list, nil
}

// exportError names the file, and what lets it be replaced.
func exportError(c *call.Call, path string, err error) error {
	if code, word := exit.Of(err); code == exit.Refused && word == "exists" {
		return call.Said(lang.Fill(c.Text.CLI.Export.Exists, "file", lang.Inert(path)), err)
	}
	return c.About(lang.Inert(path), err)
}
