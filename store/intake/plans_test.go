package intake_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
	"kinerja/model/catalogue"
	"kinerja/model/misread"
	"kinerja/store/intake"
)

// staffKnown is frozenKnown with two people who have no plan yet; BIDAN version
// 2 weighs otherwise and is in nobody's use.
func staffKnown() *known {
	k := frozenKnown()
	second := k.instruments[0]
	second.ID, second.Version, second.Frozen = "in-2", 2, false
	second.Indicators = slices.Clone(second.Indicators)
	second.Indicators[0].Gauge.Weight, second.Indicators[1].Gauge.Weight = model.Int(50), model.Int(50)
	k.instruments = append(k.instruments, second)
	k.hire(ayu, "Ayu Kusuma", "Bidan Terampil")
	k.hire(head, "Sari Wulandari", "Kepala Puskesmas")
	return k
}

// plan finds the plan of somebody for 2026.
func (k *known) plan(t *testing.T, number string) model.Plan {
	t.Helper()
	e, _ := k.person(t, number)
	for _, p := range k.plans {
		if p.Employee == e.ID && p.Year == 2026 {
			return p
		}
	}
	t.Fatalf("%s has no plan", number)
	return model.Plan{}
}

// measured is what a plan holds, in short.
func measured(p model.Plan) string {
	var list []string
	for _, m := range p.Measures {
		s := m.Gauge.Code + " " + m.Gauge.Target.String()
		if m.Gauge.TargetHigh.Present() {
			s += "–" + m.Gauge.TargetHigh.String()
		}
		if s += "·" + m.Gauge.Weight.String(); m.Indicator == "" {
			s += " own"
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}

func TestPlans(t *testing.T) {
	umum := catalogue.All()[6]
	for _, tt := range []struct {
		name, content string
		want          string // Ayu's plan
		in            model.InstrumentID
		version       int
		detail        string
		warned        bool
	}{
		{name: "from an instrument, the newest", content: "NIP;Year;Instrument\n" + ayu + ";2026;bidan\n",
			want: "IDL 90·50, K4 90·50", in: "in-2", version: 2, detail: "2026 · BIDAN v2 · 2 · Σ 100"},
		{name: "the version told", content: "nip;tahun;instrumen;versi;rhk;rhk_atasan;jenis\n" + ayu + ";2026;BIDAN;1;x;y;utama\n",
			want: "IDL 90·60, K4 90·40", in: "in-1", version: 1, detail: "2026 · BIDAN v1 · 2 · Σ 100"},
		{name: "own targets", content: "nip;tahun;instrumen;kode;target;target_atas\n" + ayu + ";2026;BIDAN;k4;85,5;95\n",
			want: "IDL 90·50, K4 85.5–95·50", in: "in-2", version: 2, detail: "2026 · BIDAN v2 · 2 · Σ 100"},
		{name: "an own measure beside the instrument's", content: "nip;tahun;instrumen;kode;indikator;aspek;arah;target;satuan;bobot\n" +
			ayu + ";2026;BIDAN;POSY;Posyandu dibina;kuantitas;;12;kali;10\n" + ayu + ";2026;;IDL;;;;;;40\n",
			want: "IDL 90·40, K4 90·50, POSY 12·10 own", in: "in-2", version: 2, detail: "2026 · BIDAN v2 · 3 · Σ 100"},
		{name: "row by row", content: "nip;tahun;kode;indikator;target;satuan;bobot\n" +
			ayu + ";2026;LAP;Laporan bulanan;12;dokumen;70\n" + ayu + ";2026;idl;;95;;35\n",
			want: "LAP 12·70 own, IDL 95·35", in: "in-2", version: 2, detail: "2026 · BIDAN v2 · 2 · Σ 105", warned: true},
		{name: "a ready instrument", content: "nip;tahun;instrumen\n" + ayu + ";2026;" + umum.Code + "\n",
			want: measured(model.PlanFrom(umum, model.Post{}, 0)), in: umum.ID, version: 1, detail: fmt.Sprintf("2026 · %s v1 · %d · Σ 100", umum.Code, len(umum.Indicators))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := staffKnown()
			opt := k.options()
			opt.By = "boss"
			path := file(t, "a.csv", tt.content)
			p := read(t, path, intake.Plans, k, opt)
			counts(t, p, 1, 0, 0, 0)
			if len(p.Added) != 1 || p.Added[0].Detail != tt.detail || (len(p.Warnings) > 0) != tt.warned {
				t.Errorf("added %+v, warnings %+v", p.Added, p.Warnings)
			}
			k.put(t, p.Records)
			plan := k.plan(t, ayu)
			e, post := k.person(t, ayu)
			if measured(plan) != tt.want || plan.Instrument != tt.in || plan.Version != tt.version {
				t.Errorf("plan %q from %s %d, want %q", measured(plan), plan.Instrument, plan.Version, tt.want)
			}
			if plan.ID != model.PlanOf(post.ID, 2026) || plan.Unit != clinic || plan.State != model.PlanAgreed || plan.RuleSet == "" || len(plan.Words) != 1 ||
				plan.Words[0].On != today || plan.Words[0].Whose != e.ID || plan.Words[0].By != "boss" || plan.Words[0].Via != model.Recorded {
				t.Errorf("plan %+v", plan)
			}
			again := read(t, path, intake.Plans, k, opt)
			if counts(t, again, 0, 0, 1, 0); len(again.Records) != 0 {
				t.Errorf("the same table again proposes %v", again.Records)
			}
		})
	}
}

// The ready instrument goes in before the plans that are made from it, once.
func TestPlansReadyInstrument(t *testing.T) {
	k := staffKnown()
	p := read(t, file(t, "a.csv", "nip;tahun;instrumen;surat;tanggal\n"+ayu+";2026;UMUM;800/12;15/01/2026\n"+head+";2026;UMUM;;\n"), intake.Plans, k, k.options())
	counts(t, p, 2, 0, 0, 0)
	if len(p.Records) != 3 {
		t.Fatalf("records %+v", p.Records)
	}
	if in, ok := p.Records[0].(model.Instrument); !ok || in.Code != "UMUM" {
		t.Errorf("first record %+v", p.Records[0])
	}
	k.put(t, p.Records)
	if w := k.plan(t, ayu).Words[0]; w.Document != "800/12" || w.On != 20260115 {
		t.Errorf("agreed by %+v", w)
	}
}

// A plan nobody has worked with is agreed anew; one with results stays.
func TestPlansChange(t *testing.T) {
	k := staffKnown()
	k.put(t, read(t, file(t, "a.csv", "nip;tahun;instrumen;versi\n"+ayu+";2026;BIDAN;1\n"+head+";2026;BIDAN;1\n"), intake.Plans, k, k.options()).Records)

	// Without a version a plan keeps its own, though there is a newer one.
	counts(t, read(t, file(t, "a.csv", "nip;tahun;instrumen\n"+ayu+";2026;BIDAN\n"), intake.Plans, k, k.options()), 0, 0, 1, 0)

	targets := file(t, "a.csv", "nip;tahun;kode;target\n"+ayu+";2026;IDL;92,5\n"+head+";2026;K4;91,5\n")
	p := read(t, targets, intake.Plans, k, k.options())
	counts(t, p, 0, 2, 0, 0)
	if want := (intake.Change{Row: 2, Name: "Ayu Kusuma", Field: "IDL target", Before: "90", After: "92.5"}); p.Changes[0] != want {
		t.Errorf("changes %+v, want %+v", p.Changes, want)
	}

	plan := k.plan(t, ayu)
	card := model.CardFor(plan, k.instruments[0], quarter).With(model.Entry{Measure: "el-IDL", Actual: model.Some(model.Int(90))})
	k.cards[card.ID] = card
	p = read(t, targets, intake.Plans, k, k.options())
	counts(t, p, 0, 1, 0, 1)
	checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: "nip", Value: ayu, Err: model.ErrEntered}})
	k.put(t, p.Records)
	if got := k.plan(t, head); measured(got) != "IDL 90·60, K4 91.5·40" || len(got.Words) != 2 || got.Instrument != "in-1" {
		t.Errorf("plan %q, words %+v", measured(got), got.Words)
	}
	// What stays as it is does no harm.
	counts(t, read(t, file(t, "a.csv", "nip;tahun;kode;target\n"+ayu+";2026;IDL;90\n"), intake.Plans, k, k.options()), 0, 0, 1, 0)

	p = read(t, file(t, "a.csv", "nip;tahun;instrumen;versi\n"+head+";2026;BIDAN;2\n"), intake.Plans, k, k.options())
	counts(t, p, 0, 1, 0, 0)
	if !slices.Contains(p.Changes, intake.Change{Row: 2, Name: "Sari Wulandari", Field: "instrumen", Before: "BIDAN v1", After: "BIDAN v2"}) {
		t.Errorf("changes %+v", p.Changes)
	}
	k.states[k.plan(t, head).ID] = model.Rated
	p = read(t, file(t, "a.csv", "nip;tahun;instrumen;versi\n"+head+";2026;BIDAN;2\n"), intake.Plans, k, k.options())
	checkRefused(t, p.Refused, []intake.Refusal{{Row: 2, Column: "nip", Err: model.ErrEntered}})
}

func TestPlansRefused(t *testing.T) {
	const names = "nip;tahun;instrumen;versi;kode;indikator;target;bobot;tanggal;skp\n"
	for _, tt := range []struct {
		name, rows string
		want       []intake.Refusal
	}{
		{"unknown person", "198703142012041003;2026;BIDAN;;;;;;;", []intake.Refusal{{Row: 2, Column: "nip", Err: model.ErrNotFound}}},
		{"no year", ayu + ";;BIDAN;;;;;;;", []intake.Refusal{{Row: 2, Column: "tahun", Err: model.ErrMissing}}},
		{"bad year", ayu + ";26;BIDAN;;;;;;;", []intake.Refusal{{Row: 2, Column: "tahun", Value: "26", Err: model.ErrBadPeriod, Accepted: "2026"}}},
		{"before the post", ayu + ";2019;BIDAN;;;;;;;", []intake.Refusal{{Row: 2, Column: "nip", Value: ayu, Err: model.ErrNoPost, Accepted: "2019"}}},
		{"unknown instrument", ayu + ";2026;BIDA;;;;;;;", []intake.Refusal{{Row: 2, Column: "instrumen", Value: "BIDA", Err: model.ErrNotFound,
			Accepted: "ADMIN, BIDAN, DOKTER, GURU, GURUMP, INM, KAPUS, KEPSEK, KEPSEKRP, PERAWAT, SPMKES, TUSEK, UMUM"}}},
		{"unknown version", ayu + ";2026;BIDAN;7;;;;;;", []intake.Refusal{{Row: 2, Column: "instrumen", Value: "BIDAN", Err: model.ErrNotFound}}},
		{"nothing said", ayu + ";2026;;;;;;;;", []intake.Refusal{{Row: 2, Column: "instrumen", Err: model.ErrMissing}}},
		{"no code", ayu + ";2026;BIDAN;;;;90;;;", []intake.Refusal{{Row: 2, Column: "kode", Err: model.ErrMissing}}},
		{"own measure half told", ayu + ";2026;BIDAN;;X;;;;;\n" + ayu + ";2026;BIDAN;;IDL;;91;;;", []intake.Refusal{
			{Row: 2, Column: "indikator", Err: model.ErrMissing}, {Row: 2, Column: "target", Err: model.ErrMissing}, {Row: 2, Column: "bobot", Err: model.ErrMissing},
			{Row: 3, Column: "nip", Value: ayu, Err: misread.ErrRowRefused}}},
		{"twice", ayu + ";2026;BIDAN;;IDL;;91;;;\n" + ayu + ";2026;BIDAN;;idl;;92;;;", []intake.Refusal{
			{Row: 2, Column: "kode", Err: misread.ErrTwice}, {Row: 3, Column: "kode", Err: misread.ErrTwice}}},
		{"whole plan twice", ayu + ";2026;BIDAN;;;;;;;\n" + ayu + ";2026;;;;;;;;", []intake.Refusal{
			{Row: 2, Column: "nip", Value: ayu, Err: misread.ErrTwice}, {Row: 3, Column: "nip", Err: misread.ErrTwice}}},
		{"instruments disagree", ayu + ";2026;BIDAN;;;;;;;\n" + ayu + ";2026;UMUM;;IDL;;91;;;", []intake.Refusal{
			{Row: 2, Column: "nip", Err: misread.ErrRowRefused}, {Row: 3, Column: "instrumen", Value: "UMUM", Err: misread.ErrDisagree, Accepted: "BIDAN"}}},
		{"future", ayu + ";2026;BIDAN;;;;;;2026-12-01;", []intake.Refusal{{Row: 2, Column: "tanggal", Err: model.ErrFuture}}},
		{"unknown plan", ayu + ";2026;BIDAN;;;;;;;X", []intake.Refusal{{Row: 2, Column: "skp", Value: "X", Err: model.ErrNotFound}}},
		{"weighs nothing", ayu + ";2026;;;X;x;1;0;;", []intake.Refusal{{Row: 2, Column: "bobot", Err: model.ErrZero}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := staffKnown()
			p := read(t, file(t, "a.csv", names+tt.rows+"\n"), intake.Plans, k, k.options())
			checkRefused(t, p.Refused, tt.want)
			if len(p.Records) > 0 || p.New > 0 {
				t.Errorf("refused rows propose %v", p.Records)
			}
		})
	}
	_, err := intake.Read(context.Background(), file(t, "a.csv", "nip;tahun;target\n"+ayu+";2026;1\n"), intake.Plans, newKnown(), intake.Options{})
	if !errors.Is(err, misread.ErrHeader) {
		t.Errorf("neither instrument nor code: %v", err)
	}
}

// Somebody with two posts gets the plan of the main one; the other is chosen.
func TestPlansTwoPosts(t *testing.T) {
	k := staffKnown()
	e, main := k.person(t, ayu)
	acting := model.Post{ID: "post-2", Employee: e.ID, Unit: school, Position: "Plt. Kepala", From: 20260701, Acting: true}
	k.posts[acting.ID] = acting
	other := string(model.PlanOf(acting.ID, 2026))
	p := read(t, file(t, "a.csv", "nip;tahun;instrumen;skp\n"+ayu+";2026;BIDAN;\n"+ayu+";2026;UMUM;"+other+"\n"), intake.Plans, k, k.options())
	counts(t, p, 2, 0, 0, 0)
	posts := map[model.PostID]model.UnitID{}
	for _, r := range p.Records {
		if plan, ok := r.(model.Plan); ok {
			posts[plan.Post] = plan.Unit
		}
	}
	if len(posts) != 2 || posts[main.ID] != clinic || posts[acting.ID] != school {
		t.Errorf("plans of posts %v", posts)
	}
}

func TestPlansWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"SASARAN KINERJA PEGAWAI"}, {"No", "NIP Pegawai", "Tahun", "Instrumen", "Kode", "Target", "Tanggal"},
		{1, ayu, 2026, "BIDAN", "IDL", 92.25, 46037}, {2, ayu, 2026, "BIDAN", "K4", "88,5", nil},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	k := staffKnown()
	p := read(t, path, intake.Plans, k, k.options())
	counts(t, p, 1, 0, 0, 0)
	k.put(t, p.Records)
	if plan := k.plan(t, ayu); measured(plan) != "IDL 92.25·50, K4 88.5·50" || plan.Words[0].On != 20260115 {
		t.Errorf("plan %q agreed %v", measured(plan), plan.Words[0].On)
	}
}
