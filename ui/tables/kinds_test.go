package tables_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"kinerja/model"
	"kinerja/model/offer"
)

// Units, instruments and plans are taken on screen as the list of staff is; an
// agreement is recorded by who sits there.
func TestTakingOtherTables(t *testing.T) {
	d, me := begun(t)
	var n atomic.Int64
	for _, tt := range []struct{ kind, content, line string }{
		{"units", "kode;nama;induk\nPST;Pustu Kenanga;Puskesmas Tanjung Raya\n", "PST · pustu"},
		{"instruments", "instrumen;kode;indikator;satuan;arah;target;bobot\nKAPUSTU;IKM;Kepuasan;;naik;80;100\n", "satuan: belum diisi"},
		{"instruments", "instrumen;kode;indikator;satuan;arah;target;bobot\nKAPUSTU;IKM;Kepuasan;indeks;naik;80;100\n", "KAPUSTU v1 · 1 · Σ 100"},
		{"plans", "nip;tahun;instrumen\nNON-0001;2026;KAPUSTU\n", "NON-0001 · 2026 · KAPUSTU v1 · 1 · Σ 100"},
		{"cards", "nip;periode;IKM\nNON-0001;2026-Q3;82,5\n", "NON-0001 · 2026-Q3"},
	} {
		found, err := d.Look(context.Background(), offer.Order{Kind: tt.kind, Path: csv(t, tt.content)}, &n)
		if err != nil {
			t.Fatalf("%s: %v", tt.kind, err)
		}
		if len(found.Fields) == 0 || len(found.Lines) == 0 || !strings.Contains(found.Lines[0].Text, tt.line) {
			t.Errorf("%s: %+v, want %q", tt.kind, found.Lines, tt.line)
		}
		if found.New == 0 {
			continue
		}
		if took, err := found.Take(context.Background(), &n); err != nil || took.Records == 0 {
			t.Fatalf("%s: %+v, %v", tt.kind, took, err)
		}
	}
	plans, err := me.Plans(2026, "")
	if err != nil || len(plans) != 1 {
		t.Fatalf("%d plans, %v", len(plans), err)
	}
	if w := plans[0].Words[0]; w.By != me.Actor().Employee || w.Via != model.Recorded || w.On.IsZero() {
		t.Errorf("agreed by %+v", w)
	}
}
