package intake_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/store/intake"
)

// Rows name the result that their measure tells of. The superior's results of
// the same table are linked, others stay as text; the same table again changes
// nothing, also with results entered.
func TestPlansWithResults(t *testing.T) {
	k := staffKnown()
	boss, _ := k.person(t, head)
	_, post := k.person(t, ayu)
	post.Evaluator = boss.ID
	k.posts[post.ID] = post
	columns := "nip;tahun;instrumen;kode;rhk;rhk_atasan;jenis\n"
	path := file(t, "a.csv", columns+
		ayu+";2026;BIDAN;IDL;Bayi diimunisasi;kematian bayi turun;utama\n"+
		ayu+";2026;BIDAN;K4;Ibu diperiksa;Renstra dinas;\n"+
		ayu+";2026;BIDAN;;Panitia HUT RI;;tambahan\n"+
		head+";2026;BIDAN;IDL;Kematian bayi turun;;\n")
	p := read(t, path, intake.Plans, k, k.options())
	counts(t, p, 2, 0, 0, 0)
	k.put(t, p.Records)
	plan, above := k.plan(t, ayu), k.plan(t, head)
	o := plan.Outline
	if len(o.Outcomes) != 3 || !o.Outcomes[2].Additional || o.Outcomes[0].Additional {
		t.Fatalf("results %+v", o.Outcomes)
	}
	if s := o.Outcomes[0].Serves; s.Plan != above.ID || len(s.Outcomes) != 1 || s.Outcomes[0] != above.Outline.Outcomes[0].ID || s.Text != "" {
		t.Errorf("the first serves %+v", s)
	}
	if s := o.Outcomes[1].Serves; s.Plan != "" || s.Text != "Renstra dinas" {
		t.Errorf("the second serves %+v", s)
	}
	if o.Yardstick(plan.Measures[0].ID).Outcome != o.Outcomes[0].ID || o.Yardstick(plan.Measures[1].ID).Outcome != o.Outcomes[1].ID {
		t.Errorf("yardsticks %+v", o.Yardsticks)
	}
	counts(t, read(t, path, intake.Plans, k, k.options()), 0, 0, 2, 0)

	// Results (RHK) can be told of a plan whose targets stand against values.
	k.states[plan.ID] = model.Rated
	p = read(t, file(t, "b.csv", columns+ayu+";2026;;K4;Ibu hamil diperiksa enam kali;;\n"), intake.Plans, k, k.options())
	counts(t, p, 0, 1, 0, 0)
	if !strings.Contains(p.Changes[0].After, "Ibu hamil diperiksa enam kali") || p.Changes[0].Field != "rhk" {
		t.Errorf("changes %+v", p.Changes)
	}
	k.put(t, p.Records)
	if now := k.plan(t, ayu); len(now.Agreements) != 2 || len(now.Agreements[0].Outline.Outcomes) != 3 || len(now.Agreements[1].Outline.Outcomes) != 4 {
		t.Errorf("agreements %+v", now.Agreements)
	}
}

func TestPlansWithResultsRefused(t *testing.T) {
	k := staffKnown()
	columns := "nip;tahun;instrumen;kode;rhk;rhk_atasan;jenis\n"
	for row, want := range map[string]error{
		ayu + ";2026;BIDAN;IDL;;Renstra;\n":                           model.ErrMissing,
		ayu + ";2026;BIDAN;IDL;Bayi sehat;;pokok\n":                   model.ErrWord,
		ayu + ";2026;BIDAN;IDL;" + strings.Repeat("x", 2001) + ";;\n": model.ErrTooLong,
	} {
		p := read(t, file(t, "a.csv", columns+row), intake.Plans, k, k.options())
		if len(p.Refused) != 1 || !errors.Is(p.Refused[0].Err, want) {
			t.Errorf("%.60s: %+v, want %v", row, p.Refused, want)
		}
	}
}
