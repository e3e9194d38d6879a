package intake_test

import (
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/misread"
	"kinerja/store/intake"
)

const sari = "nip;nama;jabatan;nip_penilai\n" +
	"197203031998111003;Ayu Kusuma;Bidan;" + head + "\n" +
	head + ";\"dr. SARI Wulandari, M.K.M.\";Dokter Ahli Muda;\n"

// The evaluator at the keyboard gave no number; the list has it. They are one
// person, also where other rows name them by that number.
func TestTheEvaluatorIsFoundByName(t *testing.T) {
	k := newKnown()
	me := k.hire("NON-0001", "Sari Wulandari", "Kepala Puskesmas")
	opt := k.options()
	opt.Evaluator = me
	path := file(t, "a.csv", sari)
	p := read(t, path, intake.Staff, k, opt)
	counts(t, p, 1, 1, 0, 0)
	want := []intake.Change{
		{Row: 3, Name: "Sari Wulandari", Field: "nip", Before: "NON-0001", After: head},
		{Row: 3, Name: "Sari Wulandari", Field: "nama", Before: "Sari Wulandari", After: "dr. SARI Wulandari, M.K.M."},
		{Row: 3, Name: "Sari Wulandari", Field: "jabatan", Before: "Kepala Puskesmas", After: "Dokter Ahli Muda"},
	}
	got := slices.DeleteFunc(slices.Clone(p.Changes), func(c intake.Change) bool { return c.Field == "jenis_pegawai" })
	if !slices.Equal(got, want) {
		t.Errorf("changes %+v, want %+v", got, want)
	}
	k.put(t, p.Records)
	e, _ := k.person(t, head)
	_, post := k.person(t, ayu)
	if e.ID != me || e.Kind != model.PNS || post.Evaluator != me || len(k.people) != 2 {
		t.Errorf("%+v, Ayu under %s, %d people", e, post.Evaluator, len(k.people))
	}
	if again := read(t, path, intake.Staff, k, opt); again.Same != 2 || len(again.Records) != 0 {
		t.Errorf("read again: %+v", again)
	}
}

// Twice in the list, or under a number that is not the one known: refused, and
// never a second record.
func TestNamesakesOfTheEvaluator(t *testing.T) {
	const names = "nip;nama;jabatan\n"
	for name, tt := range map[string]struct {
		number  string
		rows    string
		refused []intake.Refusal
	}{
		"two numbers": {"NON-0001", head + ";Sari Wulandari;A\n197203031998111003;dr. Sari Wulandari;B\n",
			[]intake.Refusal{{Row: 2, Column: "nip", Err: misread.ErrTwice}, {Row: 3, Column: "nip", Err: misread.ErrTwice}}},
		"one number twice": {"NON-0001", head + ";Sari Wulandari;A\n" + head + ";Sari Wulandari;B\n",
			[]intake.Refusal{{Row: 2, Column: "nip", Err: misread.ErrTwice}, {Row: 3, Column: "nip", Err: misread.ErrTwice}}},
		"another number": {head, "197203031998111003;Sari Wulandari;A\n",
			[]intake.Refusal{{Row: 2, Column: "nama", Err: model.ErrSameName}}},
		"another name": {head, "197203031998111003;Sari Wulandari Putri;A\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			k := newKnown()
			opt := k.options()
			opt.Evaluator = k.hire(tt.number, "Sari Wulandari", "Kepala Puskesmas")
			p := read(t, file(t, "a.csv", names+tt.rows), intake.Staff, k, opt)
			checkRefused(t, p.Refused, tt.refused)
			if len(tt.refused) > 0 && len(p.Records) > 0 {
				t.Errorf("proposes %+v", p.Records)
			}
		})
	}
}

// A title told before the name in the first run, and behind it in the list,
// stands once: as the list writes it. The preview shows the whole name.
func TestTheListsWritingOfANameWins(t *testing.T) {
	k := newKnown()
	me := k.hire(head, "Sari Wulandari", "Kepala Puskesmas")
	k.people[me] = func() model.Employee { e := k.people[me]; e.Before = "dr."; return e }()
	opt := k.options()
	opt.Evaluator = me
	path := file(t, "a.csv", "nip;nama;jabatan\n"+head+";\"Sari Wulandari, dr.\";Kepala Puskesmas\n")
	p := read(t, path, intake.Staff, k, opt)
	want := intake.Change{Row: 2, Name: "dr. Sari Wulandari", Field: "nama", Before: "dr. Sari Wulandari", After: "Sari Wulandari, dr."}
	if !slices.Contains(p.Changes, want) {
		t.Errorf("changes %+v, want %+v", p.Changes, want)
	}
	k.put(t, p.Records)
	if e, _ := k.person(t, head); e.FullName() != "Sari Wulandari, dr." {
		t.Errorf("%q", e.FullName())
	}
}

// What stands under a list is named by the column it stands in; one without a
// name is called by its letter.
func TestSignatureRowsNameTheirColumn(t *testing.T) {
	k := newKnown()
	path := file(t, "a.csv", "nip;nama;jabatan;;\n"+head+";Sari Wulandari;Kepala;;\n;;Tanjung Raya, 5 Januari 2026;;\n;;;;dr. Sari Wulandari\n")
	p := read(t, path, intake.Staff, k, k.options())
	var got []string
	for _, w := range p.Warnings {
		if w.Code == intake.WarnAside {
			got = append(got, w.Column)
		}
	}
	if !slices.Equal(got, []string{"jabatan", "E"}) {
		t.Errorf("columns %q", got)
	}
}
