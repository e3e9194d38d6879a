// Package table is the verbs import and export: tables that people keep, read into
// the file after they were looked at, and written from it.
package table

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kinerja/model"
	"kinerja/model/access"
	"kinerja/store"
	"kinerja/store/intake"
	"kinerja/ui/cli/answer"
	"kinerja/ui/cli/call"
	"kinerja/ui/cli/pick"
	"kinerja/ui/cli/proposed"
	"kinerja/ui/lang"
	"kinerja/ui/tables"
)

type importFlags struct {
	apply, strict             bool
	mapping                   []string
	decimal, sheet, evaluator string
}

// Import is `kinerja import`: a dry run, unless --apply is given.
func Import(c *call.Call) *cobra.Command {
	var f importFlags
	kinds := strings.Join(intake.Kinds(), "|")
	cmd := c.LongVerb("import", "import "+kinds+" FILE [--apply] [--strict] [--map COLUMN=FIELD]… [--decimal comma|point] [--sheet NAME] [--unit U] [--evaluator NIP]",
		c.Want(2, 2, kinds, "FILE"), func(ctx context.Context, args []string) error { return imports(c, ctx, args[0], args[1], f) })
	cmd.ValidArgs = intake.Kinds()
	set, t := cmd.Flags(), c.Text.CLI.Flags
	set.BoolVar(&f.apply, "apply", false, t["apply"])
	set.BoolVar(&f.strict, "strict", false, t["strict"])
	set.StringArrayVar(&f.mapping, "map", nil, t["map"])
	set.StringVar(&f.decimal, "decimal", "", t["decimal"])
	set.StringVar(&f.sheet, "sheet", "", t["sheet"])
	set.StringVar(&c.Flag.Unit, "unit", "", t["import-unit"])
	set.StringVar(&f.evaluator, "evaluator", "", t["evaluator"])
	return cmd
}

// importing is one run of import.
type importing struct {
	call  *call.Call
	flags importFlags
	path  string
	desk  *store.Desk // nil: there is no file yet; it is made when there is something to write
	unit  *model.Unit // of an empty file: made with its first people
	bare  bool        // there is no unit, and none is to be made
	head  string      // --evaluator, whom the file does not know
	found *intake.Proposal
}

func imports(c *call.Call, ctx context.Context, given, path string, f importFlags) error {
	kind, err := c.Word("import", given, intake.Kinds())
	if err != nil {
		return err
	}
	opt := intake.Options{Sheet: f.sheet, Strict: f.strict, NewID: store.NewID}
	if err := importOptions(c, f, &opt); err != nil {
		return err
	}
	i := importing{call: c, flags: f, path: path}
	if strings.EqualFold(filepath.Ext(path), ".json") {
		return c.Misuse(c.Text.CLI.Import.JSON)
	}
	if err := i.open(kind); err != nil {
		return err
	}
	opt.Today = c.Today()
	if err := i.place(kind, f, &opt); err != nil {
		return err
	}
	reading := c.Progress(c.Text.CLI.Import.Reading)
	opt.Progress = reading.Rows
	i.found, err = intake.Read(ctx, path, kind, tables.By(i.desk, i.unit), opt)
	reading.End()
	if err != nil {
		return tableError(c, path, err)
	}
	if err := i.headOfAll(); err != nil {
		return err
	}
	if f.apply {
		return i.apply(ctx)
	}
	return i.tried()
}

// tried says what a dry run found.
func (i *importing) tried() error {
	c, m := i.call, i.call.Text.CLI.Import
	if c.Flag.JSON {
		return c.Object(i.object("", "", 0))
	}
	i.words().Report(c.Line)
	c.Line("")
	refused := i.found.RefusedRows()
	switch {
	case len(i.found.Records) == 0 && (refused == 0 || i.found.Same > 0):
		c.Line(m.Nothing)
	case len(i.found.Records) == 0:
		c.Line(m.DryNothing)
	default:
		c.Line(m.Dry)
		if refused > 0 {
			c.Line(lang.Fill(m.WouldWrite, "file", intake.RefusedPath(i.path)))
		}
	}
	return nil
}

// words are what the table would change, as people read it.
func (i *importing) words() proposed.Table {
	return proposed.Table{Text: i.call.Text, Found: i.found, Unit: i.unit, Bare: i.bare}
}

func (i *importing) object(backup, refused string, records int) answer.Import {
	o := i.words().Object()
	o.Applied, o.Records, o.Mend, o.Backup = i.flags.apply, records, answer.OrNull(refused), answer.OrNull(backup)
	return o
}

// headOfAll makes the person of --evaluator, whom only the table knows, the
// Penilai of the others that are new and name none.
func (i *importing) headOfAll() error {
	if i.head == "" {
		return nil
	}
	if !tables.Evaluator(i.found, i.head) {
		return i.call.Nobody(i.head, model.ErrNotFound)
	}
	return nil
}

// importOptions reads the flags that say how a table is to be read.
func importOptions(c *call.Call, f importFlags, opt *intake.Options) error {
	opt.Decimal = c.Conf.Decimal
	if f.decimal != "" {
		word, err := c.Word("--decimal", f.decimal, []string{"comma", "point"})
		if err != nil {
			return err
		}
		opt.Decimal = map[string]model.Decimal{"comma": model.DecimalComma, "point": model.DecimalPoint}[word]
	}
	opt.Map = map[string]string{}
	for _, m := range f.mapping {
		column, field, ok := strings.Cut(m, "=")
		if !ok || strings.TrimSpace(column) == "" {
			return c.Misuse(c.Text.CLI.Usage.Map, "value", lang.Inert(m))
		}
		opt.Map[strings.TrimSpace(column)] = strings.TrimSpace(field)
	}
	return nil
}

// open opens the file, for somebody who may import. Units, a list of staff or
// instruments may be the first thing of a file, which is made when it is written.
func (i *importing) open(kind string) (err error) {
	to := call.ToRead
	if i.flags.apply {
		to = call.ToWrite
	}
	first := !i.flags.apply || kind != intake.Cards && kind != intake.Plans
	if i.desk, err = i.call.Open(to); errors.Is(err, model.ErrNotFound) && first && i.call.Flag.As == "" {
		if path, e := i.call.Path(); e == nil && !i.call.DemandsFile(path) {
			i.desk = nil
			return nil
		}
	}
	if err == nil && !access.May(i.desk.Actor(), model.VerbImport, model.RelNone) {
		return model.ErrNotAllowed
	}
	return err
}

// place finds the unit and the evaluator of people whose row names none: the
// flags, else the settings and the person at the keyboard.
func (i *importing) place(kind string, f importFlags, opt *intake.Options) (err error) {
	c := i.call
	units := model.Units{}
	if i.desk != nil {
		if units, err = i.desk.Units(); err != nil {
			return err
		}
	}
	name := c.Flag.Unit
	if name == "" && len(units) == 0 {
		name = c.Conf.Unit
	}
	switch {
	case name != "" && len(units) == 0 && kind == intake.Staff:
		i.unit = tables.NewUnit(name, c.Conf.Zone)
		opt.Unit = i.unit.ID
	case name != "":
		// CODE=NAME made the unit the first time; the same command finds it again.
		code, _, _ := strings.Cut(name, "=")
		if opt.Unit, err = pick.FindUnit(c, units, code); err != nil {
			return err
		}
	case len(units) == 1:
		for id := range units {
			opt.Unit = id
		}
	}
	i.bare, opt.Zone = i.unit == nil && len(units) == 0, c.Conf.Zone
	if i.desk == nil {
		i.head = f.evaluator
		return nil
	}
	me := i.desk.Actor().Employee
	opt.By = me
	if opt.Unit == "" && me != "" {
		if profile, err := i.desk.Profile(me); err == nil {
			opt.Unit = profile.Unit.ID
		}
	}
	opt.Evaluator = me
	if f.evaluator != "" {
		row, err := i.desk.FindOne(f.evaluator)
		switch {
		case errors.Is(err, model.ErrNotFound):
			i.head, opt.Evaluator = f.evaluator, ""
		case err != nil:
			return err
		default:
			opt.Evaluator = row.Employee
		}
	}
	return nil
}

// apply writes what the table proposes as one change, after a backup.
func (i *importing) apply(ctx context.Context) error {
	c, p := i.call, i.found
	refused := ""
	if p.RefusedRows() > 0 {
		refused = intake.RefusedPath(i.path)
		if err := p.WriteRefused(refused, c.Text.CLI.Import.Reason, i.words().Reason); err != nil {
			return c.About(refused, err)
		}
		if i.flags.strict {
			i.words().Report(c.Note)
			return call.Said(lang.Fill(c.Text.CLI.Import.Strict, "n", c.Text.Count(p.RefusedRows()), "file", refused), model.ErrInvalid)
		}
	}
	if len(p.Records) == 0 {
		return i.applied("", refused, 0)
	}
	if i.desk == nil {
		desk, err := c.Open(call.ToMake)
		if err != nil {
			return err
		}
		i.desk = desk
	}
	backup, err := i.backup()
	if err != nil {
		return c.About(c.File.Path(), err)
	}
	writing := c.Progress(c.Text.CLI.Import.Writing)
	done, err := i.desk.Apply(ctx, model.VerbImport, i.records(), writing.Rows)
	writing.End()
	if err != nil {
		return err
	}
	return i.applied(backup, refused, done.Records)
}

// backup keeps the file as it is before anything is written into it; nobody
// needs one of the demonstration.
func (i *importing) backup() (string, error) {
	if i.call.Flag.Demo {
		return "", nil
	}
	return tables.Backup(i.call.File, i.desk)
}

// records are those of the proposal, after the unit they belong to.
func (i *importing) records() iter.Seq[any] {
	return func(yield func(any) bool) {
		if i.unit != nil && !yield(*i.unit) {
			return
		}
		slices.Values(i.found.Records)(yield)
	}
}

func (i *importing) applied(backup, refused string, records int) error {
	c, t := i.call, i.call.Text
	if c.Flag.JSON {
		return c.Object(i.object(backup, refused, records))
	}
	i.words().Report(c.Line)
	c.Line("")
	switch {
	case records == 0 && refused != "" && i.found.Same == 0:
		c.Line(t.CLI.Import.NoneGood)
	case records == 0:
		c.Line(t.CLI.Import.Nothing)
	default:
		c.Line(t.Plural(t.CLI.Import.Done, records))
	}
	if backup != "" {
		c.Line(lang.Fill(t.CLI.Import.Backup, "file", backup))
	}
	if refused != "" {
		c.Line(lang.Fill(t.CLI.Import.Wrote, "file", refused))
	}
	return nil
}

// tableError names the table's path where the system could not give it.
func tableError(c *call.Call, path string, err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return call.Said(lang.Fill(c.Text.CLI.NoTable, "file", lang.Inert(path)), err)
	}
	return err
}
