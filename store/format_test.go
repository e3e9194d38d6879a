package store_test

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"flag"

	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/model/action"
	"kinerja/model/assessment"
	"kinerja/model/award"
	"kinerja/model/closing"
	"kinerja/model/coaching"
	"kinerja/model/credit"
	"kinerja/model/discipline"
	"kinerja/model/edition"
	"kinerja/model/leave"
	"kinerja/model/objection"
	"kinerja/model/planning"
	"kinerja/model/round"
	"kinerja/model/rules"
	"kinerja/model/session"
	"kinerja/model/situation"
	"kinerja/model/support"
	"kinerja/model/survey"
	"kinerja/model/talk"
	"kinerja/model/unitresult"
	"kinerja/model/user"
	"kinerja/store"
	"kinerja/store/form"
	"kinerja/store/ledger"
	"kinerja/store/secrets"
	"kinerja/store/storetest"
)

var update = flag.Bool("update", false, "add new field numbers to fields.golden, make an old file that is missing")

// TestFieldNumbersAreNeverReused: the golden file lists every number that was
// ever written, with what it meant. It only grows.
func TestFieldNumbersAreNeverReused(t *testing.T) {
	now := map[string]string{}
	for _, v := range []any{
		model.Unit{}, model.Employee{}, model.Post{}, model.Instrument{}, model.Plan{}, model.Card{},
		model.Evaluation{}, talk.Feedback{}, closing.Closing{}, credit.Base{}, survey.Survey{}, unitresult.Result{}, action.Sheet{}, leave.Leave{},
		situation.Situation{}, assessment.Assessment{}, user.User{}, secrets.Verifier{}, secrets.Tries{},
		objection.Objection{}, coaching.Coaching{}, award.Award{}, discipline.Letter{}, session.Session{}, support.Referral{}, support.Contact{},
		edition.Former{}, round.Round{}, round.Voice{},
		model.Header{}, model.Payload{}, ledger.File{},
	} {
		walkFields(t, reflect.TypeOf(v), now)
	}
	path := filepath.Join("testdata", "fields.golden")
	raw, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	ever := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		at, what, _ := strings.Cut(strings.TrimSpace(line), " ")
		ever[at] = what
	}
	for at, what := range now {
		switch was, ok := ever[at]; {
		case ok && was != what:
			t.Errorf("%s was %s, is %s: take a number that was never used", at, was, what)
		case !ok && *update:
			ever[at] = what
		case !ok:
			t.Errorf("%s (%s) is not in %s", at, what, path)
		}
	}
	if *update {
		var list []string
		for at, what := range ever {
			list = append(list, at+" "+what)
		}
		slices.SortFunc(list, byNumber)
		if err := os.WriteFile(path, []byte(strings.Join(list, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// byNumber puts Unit.2 before Unit.10.
func byNumber(a, b string) int {
	cut := func(s string) (string, int) {
		at, _, _ := strings.Cut(s, " ")
		name, number, _ := strings.Cut(at, ".")
		n, _ := strconv.Atoi(number)
		return name, n
	}
	nameA, nA := cut(a)
	nameB, nB := cut(b)
	return cmp.Or(cmp.Compare(nameA, nameB), cmp.Compare(nA, nB))
}

func walkFields(t *testing.T, typ reflect.Type, into map[string]string) {
	t.Helper()
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Array {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || typ == reflect.TypeFor[model.Amount]() {
		return
	}
	for i := range typ.NumField() {
		f := typ.Field(i)
		number, _, _ := strings.Cut(f.Tag.Get("cbor"), ",")
		if _, err := strconv.Atoi(number); err != nil {
			if f.IsExported() && number != "-" {
				t.Errorf("%s.%s has no number", typ.Name(), f.Name)
			}
			continue
		}
		at, what := typ.Name()+"."+number, f.Name+" "+strings.ReplaceAll(f.Type.String(), "model.", "")
		if was, ok := into[at]; ok && was != what {
			t.Errorf("%s is both %s and %s", at, was, what)
		}
		into[at] = what
		walkFields(t, f.Type, into)
	}
}

// with returns the form of v with what a newer program knows in addition, at
// paths of an older one's.
func with(t *testing.T, v any, paths ...string) []byte {
	t.Helper()
	raw, err := form.Encode(v)
	if err != nil {
		t.Fatal(err)
	}
	news, err := form.Encode("baru")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if raw, err = form.Apply(raw, []model.Difference{{Path: path, After: news}}); err != nil {
			t.Fatal(err)
		}
	}
	return raw
}

// survives reads a record's form and looks for what the newer program wrote.
func survives(t *testing.T, s *store.Store, kind model.Kind, id string, paths ...string) {
	t.Helper()
	forms, err := s.Forms()
	if err != nil {
		t.Fatal(err)
	}
	for key, raw := range forms {
		if key.Kind != kind || key.ID != id {
			continue
		}
		for _, path := range paths {
			var got string
			if err := form.Decode(form.At(raw, path), &got); err != nil || got != "baru" {
				t.Errorf("%s at %s: %q, %v", kind, path, got, err)
			}
		}
		return
	}
	t.Errorf("%s %s is not there", kind, id)
}

func TestUnknownNumbersSurviveARewrite(t *testing.T) {
	s, _ := storetest.District(t, 120)
	d := storetest.Owner(s)
	people, err := d.People()
	if err != nil {
		t.Fatal(err)
	}
	e := people[0].Employee
	if err := store.PutForm(s, model.KindEmployee, e, with(t, e, "99")); err != nil {
		t.Fatal(err)
	}
	e.Name = "Ditulis Ulang"
	if err := d.EditEmployee(e, ""); err != nil {
		t.Fatal(err)
	}
	survives(t, s, model.KindEmployee, string(e.ID), "99")

	list, err := d.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	in := list[0]
	in.ID, in.Code, in.Frozen = model.InstrumentID(store.NewID()), "BARU", false
	if in, err = d.AddInstrument(in); err != nil {
		t.Fatal(err)
	}
	element := "9"
	raw, err := form.Encode(in)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 20 { // the field that holds the indicators
		if e, ok := form.AsElements(form.At(raw, strconv.Itoa(n))); ok && len(e.IDs) > 0 {
			element = strconv.Itoa(n) + "/" + e.IDs[0]
		}
	}
	paths := []string{"98", element + "/97", element + "/" + gaugeNumber(t) + "/96"}
	if err := store.PutForm(s, model.KindInstrument, in, with(t, in, paths...)); err != nil {
		t.Fatal(err)
	}
	in.Name = model.Text{ID: "Nama lain", EN: "Another name"}
	if _, err := d.AddInstrument(in); err != nil {
		t.Fatal(err)
	}
	survives(t, s, model.KindInstrument, string(in.ID), paths...)

	plan, period, err := firstPlan(d)
	if err != nil {
		t.Fatal(err)
	}
	m := plan.Measures
	c, err := d.Enter(plan.ID, period, []model.Entry{{Measure: m[0].ID, Actual: model.Some(model.Int(5))}}, "")
	if err != nil {
		t.Fatal(err)
	}
	paths = []string{"95", "9/" + string(m[0].ID) + "/94"}
	if err := store.PutForm(s, model.KindCard, c, with(t, c, paths...)); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Enter(plan.ID, period, []model.Entry{{Measure: m[0].ID, Actual: model.Some(model.Int(6))}}, ""); err != nil {
		t.Fatal(err)
	}
	survives(t, s, model.KindCard, string(c.ID), paths...)
	got, err := d.Card(plan.ID, period)
	if err != nil || got.Entry(m[0].ID).Actual != model.Some(model.Int(6)) {
		t.Errorf("the card says %+v, %v", got, err)
	}
}

// gaugeNumber is the number of the gauge in an indicator.
func gaugeNumber(t *testing.T) string {
	t.Helper()
	f, ok := reflect.TypeFor[model.Indicator]().FieldByName("Gauge")
	number, _, _ := strings.Cut(f.Tag.Get("cbor"), ",")
	if !ok || number == "" {
		t.Fatal("an indicator has no gauge")
	}
	return number
}

// oldFile is a copy of the file that an earlier version of the program wrote.
func oldFile(t *testing.T, format string) string {
	t.Helper()
	packed := filepath.Join("testdata", format+".db.gz")
	if _, err := os.Stat(packed); errors.Is(err, os.ErrNotExist) && *update {
		makeOldFile(t, packed)
	}
	f, err := os.Open(packed)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "v1.db")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestFileOfFormat1 opens a file that an earlier version of the program wrote.
func TestFileOfFormat1(t *testing.T) { testOldFile(t, "v1") }

// TestFileOfFormat2 opens one that came before closings.
func TestFileOfFormat2(t *testing.T) { testOldFile(t, "v2") }

// TestFileOfFormat3 opens one that came before action plans and leave, whose plans have no days.
func TestFileOfFormat3(t *testing.T) { testOldFile(t, "v3") }

// TestFileOfFormat4 opens one whose index of names knew no kind of staff.
func TestFileOfFormat4(t *testing.T) { testOldFile(t, "v4") }

// Plans that were made before plans kept days get those of their posts when the
// file is opened: targets that add up, in plan and card and roll-up, are those of
// the days held. What was told already stays as it was told.
func TestOldPlansGetTheDaysOfTheirPosts(t *testing.T) {
	s := open(t, oldFile(t, "v3"), storetest.Options())
	d := storetest.Owner(s)
	q3, _ := model.ParsePeriod("2026-Q3")
	for _, x := range []struct {
		name     string
		from, to model.Date
		want     string // of five lesson hours in 92 days
	}{
		{"siti lama", 0, 0, "5"},
		{"rina lama", 2026_08_15, 0, "2.5543"},
		{"tono lama", 0, 2026_08_14, "2.4457"},
		{"umi lama", 0, 0, "5"}, // shared, and not final
	} {
		row, err := d.FindOne(x.name)
		if err != nil {
			t.Fatal(err)
		}
		pr, err := d.Profile(row.Employee)
		if err != nil {
			t.Fatal(err)
		}
		plan := pr.Plans[0]
		jp, _ := plan.In(q3).Measure("JP")
		if plan.From != x.from || plan.To != x.to || jp.Gauge.Target != model.MustNumber(x.want) {
			t.Errorf("%s: %v to %v, %v; want %v to %v, %s", x.name, plan.From, plan.To, jp.Gauge.Target, x.from, x.to, x.want)
		}
		if q2, _ := plan.In(q3.Prev()).Measure("JP"); q2.Gauge.Target != model.Int(5) && x.to != 0 {
			t.Errorf("%s: a whole quarter has %v", x.name, q2.Gauge.Target)
		}
		for _, r := range pr.Results {
			if got := r.Card.Entry(jp.ID).Target.Or(model.Int(5)); r.Card.Period == q3 && got != jp.Gauge.Target {
				t.Errorf("%s: the card has %v, the plan %v", x.name, got, jp.Gauge.Target)
			}
		}
		if list, err := d.Record(row.Employee, 0); err != nil || (list[0].Fact.Header.Actor == "kinerja") != (x.from != 0 || x.to != 0) {
			t.Errorf("%s: the record ends with %+v, %v", x.name, list[0].Fact.Header, err)
		}
	}
	verify(t, s)
}

// TestFileOfFormat5 opens one that came before what units worked under.
func TestFileOfFormat5(t *testing.T) { testOldFile(t, "v5") }

// TestFileOfFormat6 opens one that came before people who log in.
func TestFileOfFormat6(t *testing.T) { testOldFile(t, "v6") }

func testOldFile(t *testing.T, format string) {
	path := oldFile(t, format)
	s := open(t, path, storetest.Options())
	report := verify(t, s)
	d := storetest.Owner(s)
	row, err := d.FindOne("siti lama")
	if err != nil || report.Records < 5 {
		t.Fatalf("%+v, %v", report, err)
	}
	pr, err := d.Profile(row.Employee)
	if err != nil || len(pr.Results) != 1 || pr.Results[0].Evaluation.State != model.Rated {
		t.Fatalf("%+v, %v", pr, err)
	}
	if row.Kind != pr.Employee.Kind || format == "v4" && row.Kind != model.PPPK {
		t.Errorf("the line says %s, the record %s", row.Kind, pr.Employee.Kind)
	}
	e := pr.Results[0].Card.Entries[0]
	if e.Actual != model.Some(model.Int(47)) || e.Note != "catatan lama" {
		t.Errorf("the card says %+v", e)
	}
	if info, err := d.Undo(); err != nil || info.Verb != model.VerbRate {
		t.Errorf("undo: %+v, %v", info, err)
	}
	verify(t, s)
	// What came with format 2 works in a file that began as format 1.
	f, err2 := d.Give(talk.Feedback{Employee: row.Employee, Kind: talk.Appreciation, Text: "register rapi"})
	said, err3 := d.Conversation(row.Employee)
	if m, err := s.Meta(); err != nil || m.Format != ledger.Format || err2 != nil || err3 != nil || len(said.Items) != 1 || said.Items[0] != f {
		t.Errorf("%+v, %v, %v, %v, format %d", said, err, err2, err3, m.Format)
	}
	verify(t, s)
	// And what came with format 3.
	q1, _ := model.ParsePeriod("2026-Q1")
	if _, err := d.ClosePeriod(closing.Order{Period: q1, Reason: "surat tutup"}, rules.Only(rules.PermenPANRB6())); err != nil {
		t.Error(err)
	}
	if _, err := d.Mark(pr.Plans[0].ID, q1, store.Rating{Result: model.Meets, Rules: rules.PermenPANRB6()}); !errors.Is(err, model.ErrLocked) {
		t.Errorf("rated in a closed period: %v", err)
	}
	// A result of a unit too.
	order := unitresult.Order{Period: q1, Document: "SK 1", Proposal: unitresult.Proposal{Grade: unitresult.Good, Basis: "rencana aksi", Decider: "Kepala Dinas"}}
	if r, err := d.SetUnitResult(order); err != nil || r.State != unitresult.Set {
		t.Errorf("result of a unit: %+v, %v", r, err)
	}
	verify(t, s)
	// And what came with format 4.
	q2, _ := model.ParsePeriod("2026-Q2")
	if sheet, err := d.ChangeActions(pr.Plans[0].ID, q2, action.Put(action.Action{Text: "Sweeping"})); err != nil || len(sheet.Actions) != 1 {
		t.Errorf("action plan: %+v, %v", sheet, err)
	}
	// And with format 6: what a unit worked under, beside who is counted there.
	under := situation.New(pr.Plans[0].Unit, q2)
	under.Vacancies = model.Some(model.Int(2))
	if err := d.SetSituation(under, ""); err != nil {
		t.Error(err)
	}
	if got, err := d.Situation("", q2); err != nil || got.Situation != under || got.Counted < 1 {
		t.Errorf("what it worked under: %+v, %v", got, err)
	}
	verify(t, s)
}

// A file of format 1 that nobody may write is read as it is.
func TestFileOfFormat1ReadOnly(t *testing.T) {
	path := oldFile(t, "v1")
	opt := storetest.Options()
	opt.ReadOnly = true
	s := open(t, path, opt)
	d := storetest.Owner(s)
	row, err := d.FindOne("siti lama")
	if err != nil {
		t.Fatal(err)
	}
	if said, err := d.Conversation(row.Employee); err != nil || len(said.Items) != 0 {
		t.Errorf("conversation: %v, %v", said, err)
	}
	if talks, err := d.Talks(""); err != nil || len(talks) != 1 || talks[0].Last != 0 {
		t.Errorf("talks: %v, %v", talks, err)
	}
	if pr, err := d.Profile(row.Employee); err != nil {
		t.Error(err)
	} else if st, err := d.Actions(pr.Plans[0].ID, pr.Results[0].Card.Period); err != nil || len(st.Sheet.Actions) != 0 {
		t.Errorf("action plan: %v, %v", st, err)
	}
	if list, err := d.Closings(0, ""); err != nil || len(list) != 0 {
		t.Errorf("closings: %v, %v", list, err)
	}
	if got, err := d.Situation("", 0); err != nil || got.Said() || got.Counted != 1 {
		t.Errorf("what a unit worked under: %+v, %v", got, err)
	}
	if list, err := d.UnitStandings(0, ""); err != nil || len(list) != 1 || list[0].Result.Decided() {
		t.Errorf("units: %+v, %v", list, err)
	}
	if list, err := d.Record(row.Employee, 0); err != nil || len(list) == 0 {
		t.Errorf("record: %d, %v", len(list), err)
	}
	if _, err := d.Give(talk.Feedback{Employee: row.Employee, Kind: talk.Note, Text: "x"}); !errors.Is(err, model.ErrReadOnly) {
		t.Errorf("given to a file that is only read: %v", err)
	}
	if m, err := s.Meta(); err != nil || m.Format != 1 {
		t.Errorf("format %d, %v", m.Format, err)
	}
	verify(t, s)
}

func makeOldFile(t *testing.T, packed string) {
	s := storetest.Open(t)
	d := storetest.Owner(s)
	u, err := d.AddUnit(model.Unit{Name: "Puskesmas Lama", Code: "PL", Kind: model.UnitClinic})
	if err != nil {
		t.Fatal(err)
	}
	e, err := d.AddEmployee(model.Employee{Name: "Siti Lama", Number: "199001012015212001", Kind: model.PPPK}, model.Post{Unit: u.ID, Position: "Bidan Terampil", From: 20200101})
	if err != nil {
		t.Fatal(err)
	}
	made, err := d.MakePlans(planning.Order{Year: 2026, Document: "SKP 1"})
	if err != nil || made.Plans[0].Employee != e.ID {
		t.Fatal(err)
	}
	q1, _ := model.ParsePeriod("2026-Q1")
	entry := model.Entry{Measure: made.Plans[0].Measures[0].ID, Actual: model.Some(model.Int(47)), Note: "catatan lama"}
	if _, err := d.Enter(made.Plans[0].ID, q1, []model.Entry{entry}, "masuk"); err != nil {
		t.Fatal(err)
	}
	moveInMidYear(t, d, u)
	rate(t, d, made.Plans[0].ID, q1)
	backup := filepath.Join(t.TempDir(), "v1.db")
	if err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(z.Close(), os.WriteFile(packed, b.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// moveInMidYear adds people whose posts begin or end within 2026, with plans and
// results: Rina from 15 August, Tono until 14 August (whose second quarter is
// whole), and Umi until 14 August, whose third quarter was shared already.
func moveInMidYear(t *testing.T, d *store.Desk, u model.Unit) {
	t.Helper()
	q3, _ := model.ParsePeriod("2026-Q3")
	for i, x := range []struct {
		name     string
		from, to model.Date
		shared   bool
	}{{"Rina Lama", 2026_08_15, 0, false}, {"Tono Lama", 2020_01_01, 2026_08_14, false}, {"Umi Lama", 2020_01_01, 2026_08_14, true}} {
		e, err := d.AddEmployee(model.Employee{Name: x.name, Number: model.NIP("19900101201501200" + string(rune('2'+i)))}, model.Post{Unit: u.ID, Position: "Bidan Terampil", From: x.from, To: x.to})
		if err != nil {
			t.Fatal(err)
		}
		made, err := d.MakePlans(planning.Order{Year: 2026, Document: "SKP 2"})
		if err != nil || len(made.Plans) != 1 || made.Plans[0].Employee != e.ID {
			t.Fatalf("%+v, %v", made, err)
		}
		jp, ok := made.Plans[0].Measure("JP")
		if !ok || jp.Gauge.Aggregate != model.Sum {
			t.Fatalf("%+v", jp)
		}
		if _, err := d.Enter(made.Plans[0].ID, q3, []model.Entry{{Measure: jp.ID, Actual: model.Some(model.Int(2))}}, ""); err != nil {
			t.Fatal(err)
		}
		if !x.shared {
			continue
		}
		rate(t, d, made.Plans[0].ID, q3)
		if _, err := d.Move(made.Plans[0].ID, q3, model.Shared, model.Word{Via: model.Recorded, Document: "lama", On: 2026_10_05}, rules.PermenPANRB6()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMigrationIsAllOrNothing(t *testing.T) {
	s := open(t, fill(t), storetest.Options())
	stamp, err := s.Stamp()
	if err != nil {
		t.Fatal(err)
	}
	mark := func(b *bbolt.Tx) error { _, err := b.CreateBucket([]byte("mark")); return err }
	done := func(*bbolt.Tx) error { return errors.New("a step that was done already") }
	broken := errors.New("broken step")
	const now = ledger.Format
	past := slices.Repeat([]func(*bbolt.Tx) error{done}, now-1) // steps that lead up to this format
	if err := s.MigrateWith(now, append(past, mark, func(*bbolt.Tx) error { return broken })...); !errors.Is(err, broken) {
		t.Fatal(err)
	}
	if after, err := s.Stamp(); err != nil || after != stamp {
		t.Errorf("a migration that failed changed the file: %d, %d, %v", stamp, after, err)
	}
	copies, _ := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), "backup", "*-migrate*.db"))
	if len(copies) != 1 {
		t.Errorf("copies: %v", copies)
	}
	verify(t, open(t, copies[0], storetest.Options()))
	if err := s.MigrateWith(1, done); err != nil {
		t.Errorf("of two processes that migrate at once the second does it again: %v", err)
	}
	if err := s.MigrateWith(now+1, past...); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("a format without a step: %v", err)
	}
	if err := s.MigrateWith(now, append(past, mark)...); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(copyOf(t, s.Path()), storetest.Options()); !errors.Is(err, model.ErrNewer) {
		t.Errorf("the migrated file: %v", err)
	}
}
