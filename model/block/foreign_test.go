package block_test

import (
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/block"
)

// A block that names people of whom none, or few, are on the sheet goes to
// nobody; one without a column of names goes where it is put down.
func TestSomebodyElsesBlockIsOfferedToNobody(t *testing.T) {
	s := district()
	for _, tt := range []struct {
		name, text string
		foreign    bool
		called     int
	}{
		{"names", "Laila Sari, A.Md.Keb.\t80,32\t90\nMaya Putri\t70\t60", true, 2},
		{"with a heading of no indicator", "Nama\tCakupan\nLaila Sari\t80,32\nMaya Putri\t70", true, 2},
		{"with a heading of indicators", "Pegawai\tIDL\nLaila Sari\t80,32\nMaya Putri\t70", true, 2},
		{"NIP", "198503152010019991\t80\n198503152010019992\t70", true, 2},
		{"a number, then names", "1\tLaila Sari\t80\n2\tMaya Putri\t70", true, 2},
		{"few", "Ani Lestari\t1\nLaila\t2\nMaya Putri\t3\nNurul\t4\nOki Setia\t5", true, 5},
		{"half of them", "Ani Lestari\t1\nBudi Santoso\t2\nMaya Putri\t3\nNurul\t4", false, 2},
		{"numbers alone", "80\t90\n70\t60", false, 0},
		{"none, and a word among numbers", "80\tkosong\n70\t60\n71\t61", false, 0},
	} {
		rows, err := block.Parse(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		d := block.Paste(s, rows, 0, 0, model.DecimalComma)
		if d.Foreign != tt.foreign || len(d.Unknown) != tt.called || tt.foreign && len(d.Cells) > 0 {
			t.Errorf("%s: foreign %v, %d cells, unknown %s", tt.name, d.Foreign, len(d.Cells), strings.Join(d.Unknown, "; "))
		}
	}
	if n := block.Knows(s, []string{"BUDI SANTOSO", "198503152010012000", "Laila"}); n != 2 {
		t.Errorf("the sheet knows %d of them", n)
	}
}
