package store_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/model/rules"
	"kinerja/model/sample"
	"kinerja/store"
	"kinerja/store/storetest"
)

// big makes one file of so many people for a run of benchmarks; each benchmark
// works on it or, if it writes, on a copy of its own.
type big struct {
	once sync.Once
	path string
	err  error
}

var bigs = map[int]*big{10_000: {}, 100_000: {}}

func bigFile(b *testing.B, people int) string {
	b.Helper()
	f := bigs[people]
	f.once.Do(func() {
		// The folder outlives this benchmark, for others use the file too.
		var dir string
		if dir, f.err = os.MkdirTemp("", "kinerja-bench"); f.err != nil {
			return
		}
		bigFolders = append(bigFolders, dir)
		f.path = filepath.Join(dir, "big.db")
		begin := time.Now()
		peak := watchMemory()
		var s *store.Store
		if s, f.err = store.Create(f.path, storetest.Options()); f.err != nil {
			return
		}
		var done store.Applied
		done, f.err = storetest.Owner(s).Apply(context.Background(), model.VerbImport, sample.Records(sample.New(people)), nil)
		took, memory := time.Since(begin), peak()
		info, _ := os.Stat(f.path)
		b.Logf("%d people: %d records in %.1f s, heap at most %d MiB, file %d MiB",
			people, done.Records, took.Seconds(), memory>>20, info.Size()>>20)
		if err := s.Close(); f.err == nil {
			f.err = err
		}
	})
	if f.err != nil {
		b.Fatal(f.err)
	}
	return f.path
}

// bigFolders are removed when all benchmarks are done.
var bigFolders []string

// watchMemory returns what ends the watch and says the most that was in use.
func watchMemory() func() uint64 {
	var most atomic.Uint64
	stop := make(chan struct{})
	var done sync.WaitGroup
	done.Go(func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most.Store(max(most.Load(), m.HeapInuse))
			}
		}
	})
	return func() uint64 { close(stop); done.Wait(); return most.Load() }
}

// BenchmarkCell saves one cell with its fact, durably, and in turn puts the
// same bytes bare into a bbolt file of the same size (PERF P1).
func BenchmarkCell(b *testing.B) {
	for _, people := range []int{120, 100_000} {
		b.Run(peopleName(people), func(b *testing.B) { benchmarkCell(b, people) })
	}
}

func peopleName(n int) string {
	return map[int]string{120: "120", 10_000: "10000", 100_000: "100000"}[n]
}

func benchmarkCell(b *testing.B, people int) {
	var path string
	if people == 120 {
		path = fill(b)
	} else {
		path = copyOf(b, bigFile(b, people))
	}
	s := open(b, path, storetest.Options())
	d := storetest.Owner(s)
	plan, period, err := firstPlan(d)
	if err != nil {
		b.Fatal(err)
	}
	bare, err := bbolt.Open(filepath.Join(b.TempDir(), "bare.db"), 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer bare.Close()
	value := make([]byte, 900) // a card, its fact and the sums
	var ours, theirs time.Duration
	n := int64(0)
	for b.Loop() {
		n++
		begin := time.Now()
		if _, err := d.Enter(plan.ID, period, []model.Entry{{Measure: plan.Measures[0].ID, Actual: model.Some(model.Int(n))}}, ""); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		if err := bare.Update(func(t *bbolt.Tx) error {
			bucket, err := t.CreateBucketIfNotExists([]byte("bare"))
			if err != nil {
				return err
			}
			return bucket.Put([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}, value)
		}); err != nil {
			b.Fatal(err)
		}
		ours += middle.Sub(begin)
		theirs += time.Since(middle)
	}
	b.ReportMetric(float64(ours.Nanoseconds())/float64(n), "ns/cell")
	b.ReportMetric(float64(ours)/float64(theirs), "x-bare")
}

// TestPagesOfACell counts what the save of one cell writes (PERF P2): bbolt
// syncs twice a commit, so pages are what can grow.
func TestPagesOfACell(t *testing.T) {
	s := open(t, fill(t), storetest.Options())
	d := storetest.Owner(s)
	plan, period, err := firstPlan(d)
	if err != nil {
		t.Fatal(err)
	}
	var pages, writes int64
	const cells = 50
	for n := range int64(cells) {
		before := s.BoltStats()
		if _, err := d.Enter(plan.ID, period, []model.Entry{{Measure: plan.Measures[0].ID, Actual: model.Some(model.Int(n))}}, ""); err != nil {
			t.Fatal(err)
		}
		after := s.BoltStats()
		diff := after.Sub(&before)
		pages += diff.TxStats.GetPageAlloc() / int64(os.Getpagesize())
		writes += diff.TxStats.GetWrite()
	}
	t.Logf("a cell: %.1f pages, %.1f writes", float64(pages)/cells, float64(writes)/cells)
	if pages > 13*cells { // 12 data pages and one meta page
		t.Errorf("%d pages for %d cells", pages, cells)
	}
	if writes > 13*cells {
		t.Errorf("%d writes for %d cells", writes, cells)
	}
}

// BenchmarkRollUp scores all cards of a period by unit (PERF P11).
func BenchmarkRollUp(b *testing.B) {
	for _, people := range []int{10_000, 100_000} {
		b.Run(peopleName(people), func(b *testing.B) {
			d := storetest.Owner(open(b, bigFile(b, people), storetest.Options()))
			period, _ := model.ParsePeriod("2026-Q2")
			rs := rules.PermenPANRB6()
			for b.Loop() {
				if list, err := d.RollUp(period, rs); err != nil || len(list) == 0 {
					b.Fatal(len(list), err)
				}
			}
		})
	}
}

// BenchmarkRoster reads the list of staff.
func BenchmarkRoster(b *testing.B) {
	for _, people := range []int{10_000, 100_000} {
		b.Run(peopleName(people), func(b *testing.B) {
			d := storetest.Owner(open(b, bigFile(b, people), storetest.Options()))
			for b.Loop() {
				if r, err := d.Roster(store.RosterQuery{}); err != nil || r.Len() < people*9/10 {
					b.Fatal(r.Len(), err)
				}
			}
		})
	}
}

// BenchmarkOpen opens a file and lets it go.
func BenchmarkOpen(b *testing.B) {
	for _, people := range []int{10_000, 100_000} {
		b.Run(peopleName(people), func(b *testing.B) {
			path := bigFile(b, people)
			for b.Loop() {
				s, err := store.Open(path, storetest.Options())
				if err != nil {
					b.Fatal(err)
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkVerify reads everything of 10,000 people (PERF P20).
func BenchmarkVerify(b *testing.B) {
	s := open(b, bigFile(b, 10_000), storetest.Options())
	for _, deep := range []bool{false, true} {
		b.Run(map[bool]string{false: "plain", true: "deep"}[deep], func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Verify(context.Background(), deep, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
