package intake_test

import (
	"bufio"
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"kinerja/model"
	"kinerja/store/intake"
)

const many = 100_000

// manyRow is one of 100,000 people; their numbers differ in birth and serial.
func manyRow(i int) []string {
	return []string{
		fmt.Sprintf("%04d%02d%02d2015%02d%d%03d", 1960+i%30, 1+i/30%12, 1+i/360%28, 1+i%12, 1+i%2, 1+i/10_080),
		fmt.Sprintf("Siti Nur %d, S.Kep.", i), "Perawat Terampil", "PKM-01", "III/a", "01/02/2020",
	}
}

var manyNames = [...]string{"nip", "nama", "jabatan", "unit", "golongan", "mulai"}

func BenchmarkStaffCSV(b *testing.B) {
	path := filepath.Join(b.TempDir(), "a.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	line := func(c []string) {
		fmt.Fprintf(w, "%s;%s;%s;%s;%s;%s\r\n", c[0], c[1], c[2], c[3], c[4], c[5])
	}
	line(manyNames[:])
	for i := range many {
		line(manyRow(i))
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	benchmarkStaff(b, path)
}

func BenchmarkStaffXLSX(b *testing.B) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	put := func(row int, cells []string) {
		list := make([]any, len(cells))
		for i, c := range cells {
			list[i] = c
		}
		if err := w.SetRow(fmt.Sprintf("A%d", row), list); err != nil {
			b.Fatal(err)
		}
	}
	put(1, manyNames[:])
	for i := range many {
		put(i+2, manyRow(i))
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "a.xlsx")
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	benchmarkStaff(b, path)
}

func benchmarkStaff(b *testing.B, path string) {
	b.ReportAllocs()
	for b.Loop() {
		k := newKnown()
		p, err := intake.Read(context.Background(), path, intake.Staff, k, k.options())
		if err != nil {
			b.Fatal(err)
		}
		if p.New != many {
			b.Fatalf("new %d, refused %d: %+v", p.New, p.RefusedRows(), p.Refused[:1])
		}
	}
}

// crowd is 100,000 people who are known, and the instrument of their plans.
type crowd struct {
	*known
	all   []intake.Person
	plans []model.Plan
}

func (c crowd) People() iter.Seq2[intake.Person, error] {
	return func(yield func(intake.Person, error) bool) {
		for _, p := range c.all {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func (c crowd) Plans(int) iter.Seq2[model.Plan, error] {
	return func(yield func(model.Plan, error) bool) {
		for _, p := range c.plans {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// newCrowd makes them, with plans or without, and a table of a row for each.
func newCrowd(b *testing.B, withPlans bool, header string, row func(number string) string) (c crowd, path string) {
	b.Helper()
	c.known = frozenKnown()
	path = filepath.Join(b.TempDir(), "a.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, header)
	for i := range many {
		cells := manyRow(i)
		id := model.EmployeeID(fmt.Sprint("e", i))
		post := model.Post{ID: model.PostID(fmt.Sprint("p", i)), Employee: id, Unit: clinic, Position: "Bidan", From: 20200201}
		c.all = append(c.all, intake.Person{Employee: model.Employee{ID: id, Number: model.NIP(cells[0]), Name: cells[1]}, Posts: []model.Post{post}})
		if withPlans {
			c.plans = append(c.plans, model.PlanFrom(c.instruments[0], post, 2026))
		}
		fmt.Fprintln(w, row(cells[0]))
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return c, path
}

func BenchmarkPlansCSV(b *testing.B) {
	c, path := newCrowd(b, false, "nip;tahun;instrumen", func(number string) string { return number + ";2026;BIDAN" })
	b.ReportAllocs()
	for b.Loop() {
		p, err := intake.Read(context.Background(), path, intake.Plans, c, c.options())
		if err != nil || p.New != many {
			b.Fatalf("%+v, %v", p, err)
		}
	}
}

func BenchmarkWideCardsCSV(b *testing.B) {
	c, path := newCrowd(b, true, "nip;periode;IDL;K4", func(number string) string { return number + ";2026-Q3;94,5;47/52" })
	b.ReportAllocs()
	for b.Loop() {
		p, err := intake.Read(context.Background(), path, intake.Cards, c, c.options())
		if err != nil || p.New != 2*many {
			b.Fatalf("%+v, %v", p, err)
		}
	}
}
