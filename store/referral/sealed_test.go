package referral_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"kinerja/model/support"
	"kinerja/store/referral"
	"kinerja/store/storetest"
	"kinerja/store/vault"
)

// On the sample district somebody is referred, and counselled to the end. What they said
// is found by a search for its bytes neither in the unit's file nor its backups, nor on the
// slip, nor in clear in the counsellor's file; and it is there with the passphrase.
func TestACaseIsFoundByNoSearch(t *testing.T) {
	const (
		phrase = "kopi hitam tanpa gula"
		why    = "sejak pindah ruang tidurnya terganggu"
		said   = "menangis ketika bercerita tentang anaknya"
		aim    = "jalan pagi dan menelepon kakaknya"
	)
	s, _ := storetest.District(t, 0)
	owner := referral.Desk{Desk: storetest.Owner(s)}
	rows, err := owner.Find("Rina Hartati")
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	who := rows[0]
	dir, day := t.TempDir(), s.Today()
	path := filepath.Join(dir, "kasus.db")
	key, err := vault.Create(path, phrase, vault.Options{Work: 1})
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(owner.SetContact(support.Contact{Name: "Ratna Ningsih", Key: key}))
	slip, err := vault.Seal(key, support.Slip{On: day, Person: support.Person{Name: who.Name}, By: "dr. Sari Wulandari", About: why})
	must(err)
	_, err = owner.ReferToCounsellor(who.Employee, support.Allow{Evaluator: support.Made})
	must(err)

	v, err := vault.Open(path, phrase, vault.Options{})
	must(err)
	defer v.Close()
	read, err := v.Read(slip)
	must(err)
	c, err := v.Add(read.Begin("", day))
	must(err)
	for _, step := range []func(support.Case) (support.Case, error){
		func(c support.Case) (support.Case, error) {
			return c.Take(support.Act{On: day, Name: support.Consent, Paper: "lemari 3"}, day)
		},
		func(c support.Case) (support.Case, error) { return c.Holds(day, said, day) },
		func(c support.Case) (support.Case, error) { return c.Aims(aim) },
		func(c support.Case) (support.Case, error) { return c.Ends(support.Better, support.Act{On: day}, day) },
	} {
		c, err = v.Change(c.ID, step)
		must(err)
	}
	must(s.Backup(filepath.Join(dir, "cadangan.db")))
	must(vault.Copy(path, filepath.Join(dir, "salinan.db"), vault.Options{}))
	files := map[string][]byte{"the slip": slip}
	for _, folder := range []string{dir, filepath.Dir(s.Path())} {
		list, err := os.ReadDir(folder)
		must(err)
		for _, e := range list {
			raw, err := os.ReadFile(filepath.Join(folder, e.Name()))
			must(err)
			files[filepath.Join(folder, e.Name())] = raw
		}
	}
	if len(files) < 5 || !bytes.Contains(files[s.Path()], []byte("Rina")) {
		t.Fatalf("the search would find nothing: %d files", len(files))
	}
	for name, raw := range files {
		for _, word := range []string{why, said, aim, "lemari 3"} {
			if bytes.Contains(raw, []byte(word)) {
				t.Errorf("%s holds %q", name, word)
			}
		}
	}
	list, err := v.Cases()
	if err != nil || len(list) != 1 || list[0].About != why || list[0].Meetings[0].Note != said || list[0].Plan != aim || list[0].State != support.Closed {
		t.Errorf("%+v, %v", list, err)
	}
}
