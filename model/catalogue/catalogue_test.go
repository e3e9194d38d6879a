package catalogue

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"kinerja/model"
)

func TestReadyInstrumentsKeepTheirPromises(t *testing.T) {
	all := All()
	if len(all) != 13 {
		t.Fatalf("got %d instruments, want 13", len(all))
	}
	for _, in := range all {
		if err := in.Check(); err != nil {
			t.Errorf("%s: Check: %v", in.Code, err)
		}
		if in.Version != 1 || in.ID != model.InstrumentID(model.ReadyID("instrument", in.Code, "1")) {
			t.Errorf("%s: got version %d, ID %s", in.Code, in.Version, in.ID)
		}
		if n := len(in.Indicators); n < 5 || n > 12 {
			t.Errorf("%s: got %d indicators, want 5 to 12", in.Code, n)
		}
		both(t, in.Code, in.Name)
		total := model.Number(0)
		for _, i := range in.Indicators {
			checkIndicator(t, in.Code, i)
			total += i.Gauge.Weight
		}
		if total != model.Int(100) {
			t.Errorf("%s: weights sum to %v, want 100", in.Code, total)
		}
	}
}

func checkIndicator(t *testing.T, instrument string, i model.Indicator) {
	t.Helper()
	g := i.Gauge
	where := instrument + " " + g.Code
	both(t, where, g.Name)
	if got, want := string(i.ID), model.ReadyID("indicator", instrument, g.Code); got != want {
		t.Errorf("%s: got ID %s, want %s", where, got, want)
	}
	if n := utf8.RuneCountInString(g.Code); n < 1 || n > 8 {
		t.Errorf("%s: code is %d cells wide, want 1 to 8", where, n)
	}
	if g.Unit == "" || g.Source == "" || g.Weight <= 0 {
		t.Errorf("%s: got unit %q, source %q, weight %v", where, g.Unit, g.Source, g.Weight)
	}
	if g.Source == sourceDefault && !g.Unverified {
		t.Errorf("%s: a target of our own must be marked unverified", where)
	}
	if !g.Low.Present() || !g.High.Present() || !g.Plausible(g.Target) && g.Direction != model.Zero {
		t.Errorf("%s: plausible from %v to %v, target %v", where, g.Low, g.High, g.Target)
	}
}

func both(t *testing.T, where string, text model.Text) {
	t.Helper()
	if text.ID == "" || text.EN == "" {
		t.Errorf("%s: got names %q and %q, want both", where, text.ID, text.EN)
	}
}

func TestIdentitiesAreUnique(t *testing.T) {
	seen := map[string]string{}
	for _, in := range All() {
		for _, i := range in.Indicators {
			if other, ok := seen[string(i.ID)]; ok {
				t.Errorf("%s %s and %s share an ID", in.Code, i.Gauge.Code, other)
			}
			seen[string(i.ID)] = in.Code + " " + i.Gauge.Code
		}
	}
}

func TestInstrumentForPosition(t *testing.T) {
	all := All()
	for position, want := range map[string]string{
		"Bidan": "BIDAN", "Bidan Terampil": "BIDAN", "bidan ahli muda": "BIDAN", "Bidan Desa": "BIDAN",
		"Perawat Mahir": "PERAWAT", "Perawat Ahli Pertama": "PERAWAT", "Perawat Gigi": "PERAWAT", "Terapis Gigi dan Mulut Terampil": "PERAWAT",
		"Dokter Ahli Pertama": "DOKTER", "Dokter Gigi Ahli Muda": "DOKTER", "Dokter": "DOKTER",
		"Guru Ahli Pertama": "GURU", "Guru Kelas": "GURU", "Guru Ahli Madya, Matematika": "GURU",
		"Kepala Sekolah": "KEPSEK", "Kepala SD": "KEPSEK", "Kepala UPTD SMP": "KEPSEK", "Guru dengan Tugas Tambahan Kepala Sekolah": "KEPSEK",
		"Pengadministrasi Perkantoran": "ADMIN", "Pengelola Keuangan": "ADMIN", "Arsiparis Terampil": "ADMIN",
		"Penata Laksana Barang": "ADMIN", "Bendahara": "ADMIN", "Operator Layanan Operasional": "ADMIN",
		"Kepala Puskesmas": "KAPUS", "Kepala UPTD Puskesmas Melati": "KAPUS", "Pemegang Program": "SPMKES", "Epidemiolog Kesehatan Ahli Muda": "SPMKES",
		"Pengelola Mutu": "INM", "Guru Mata Pelajaran": "GURUMP", "Kepala SMA": "KEPSEKRP", "Kepala Sekolah Penggerak": "KEPSEKRP",
		"Tenaga Administrasi Sekolah": "TUSEK", "Operator Dapodik": "TUSEK", "Pengelola Program dan Kegiatan": "ADMIN",
		"Kepala Dinas Kesehatan": "UMUM", "Apoteker Ahli Muda": "UMUM", "Sanitarian Terampil": "UMUM",
		"Pengawas Sekolah Ahli Madya": "UMUM", "Bidang Umum": "UMUM", "Gurubesar": "UMUM", "": "UMUM",
	} {
		got, ok := model.InstrumentFor(all, position)
		if !ok || got.Code != want {
			t.Errorf("%q: got %q, want %q", position, got.Code, want)
		}
	}
}

// Every unit of a ready instrument that is a word has an English one, and a
// source is said in one language at a time. What somebody typed stays.
func TestUnitsAndSourcesAreSaidInOneLanguage(t *testing.T) {
	for _, in := range All() {
		for _, i := range in.Indicators {
			g := i.Gauge
			if first := g.Unit[0]; (first >= 'a' && first <= 'z' || g.Unit == "JP") && Unit(g.Unit).In("en") == g.Unit {
				t.Errorf("%s %s: %q has no English word", in.Code, g.Code, g.Unit)
			}
			for _, language := range []string{"id", "en"} {
				if said := Source(g.Source).In(language); strings.Contains(said, " / ") {
					t.Errorf("%s %s: %q in %s", in.Code, g.Code, said, language)
				}
			}
		}
	}
	if Unit("resep").In("en") != "resep" || Source("SK Bupati 12/2026").In("en") != "SK Bupati 12/2026" || Unit("menit").In("id") != "menit" {
		t.Error("what was typed is changed")
	}
}

// The twelve services are each whole at 100 per cent and no further.
func TestTheTwelveServices(t *testing.T) {
	all := All()
	i := slices.IndexFunc(all, func(in model.Instrument) bool { return in.Code == "SPMKES" })
	if i < 0 || len(all[i].Indicators) != 12 {
		t.Fatalf("SPMKES is %d", i)
	}
	for n, ind := range all[i].Indicators {
		g := ind.Gauge
		if g.Code != fmt.Sprintf("SPM%02d", n+1) || g.Direction != model.Higher || g.Aggregate != model.Ratio ||
			g.Target != model.Int(100) || g.Cap != model.Some(model.Int(100)) || g.Source != sourceSPM {
			t.Errorf("%+v", g)
		}
	}
}

// The ready instruments of the beginning stand in files: their content is theirs for
// good.
func TestTheFirstNeverChange(t *testing.T) {
	var all strings.Builder
	for _, in := range First() {
		fmt.Fprintln(&all, in.ID, in.Code, in.Version, in.Name, in.Positions, in.Source)
		for _, i := range in.Indicators {
			g := i.Gauge
			fmt.Fprintln(&all, i.ID, g.Code, g.Name, g.Unit, g.Aspect, g.Direction, g.Target, g.TargetHigh, g.Limit, g.Cap,
				g.Low, g.High, g.Weight, g.Aggregate, g.Source, g.Unverified)
		}
	}
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(all.String())))[:16]; got != "0ded22593f859ef1" {
		t.Errorf("the first seven are %s: give what is new another code", got)
	}
}
