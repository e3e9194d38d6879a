package gauge

import (
	"errors"

	"kinerja/model"
	"kinerja/store/intake/reading"
	"kinerja/store/intake/table"
)

// Numbers are the fields that hold numbers.
func Numbers() []string {
	return []string{"target", "target_atas", "batas", "cap", "bobot", "wajar_min", "wajar_maks"}
}

// Read reads the gauge of the row at hand over g, which is what is known of it.
// fresh says that nothing is; whole that the row is all there will be (of an
// instrument), so that unit and direction must be told too. code is that of the
// row, already read.
func Read(t *reading.Table, g *model.Gauge, code string, fresh, whole bool) {
	if fresh {
		g.Code, g.Unverified = code, true
		need(t, "indikator")
		need(t, "target")
		need(t, "bobot")
		if whole {
			need(t, "satuan")
			need(t, "arah")
		}
	}
	reading.Set(&g.Name.ID, t.Text("indikator"))
	reading.Set(&g.Name.EN, t.Text("indikator_en"))
	reading.Set(&g.Unit, t.Text("satuan"))
	reading.Set(&g.Source, t.Text("sumber"))
	word(t, "aspek", &g.Aspect, aspects, model.Cost)
	word(t, "arah", &g.Direction, directions, model.Gain)
	word(t, "agregasi", &g.Aggregate, aggregates, model.Ratio)
	if text := t.Text("terverifikasi"); text != "" {
		yes, ok := checked[table.Fold(text)]
		if !ok {
			t.Refuse("terverifikasi", text, model.ErrWord, "ya", "tidak")
		}
		g.Unverified = !yes
	}
	g.Target = t.Number("target").Or(g.Target)
	g.Weight = t.Number("bobot").Or(g.Weight)
	reading.Set(&g.TargetHigh, t.Number("target_atas"))
	reading.Set(&g.Limit, t.Number("batas"))
	reading.Set(&g.Cap, t.Number("cap"))
	reading.Set(&g.Low, t.Number("wajar_min"))
	reading.Set(&g.High, t.Number("wajar_maks"))
	check(t, *g)
}

// need refuses a row whose cell says nothing. What cannot be read is refused by
// who reads it.
func need(t *reading.Table, field string) {
	c := t.Cell(field)
	if text, err := c.Clean(false); err == nil && model.NoValue(text) {
		t.Refuse(field, "", model.ErrMissing)
	}
}

// word reads a word of an enumeration.
func word[E interface {
	~uint8
	String() string
}](t *reading.Table, field string, at *E, words map[string]E, last E) {
	text := t.Text(field)
	if text == "" {
		return
	}
	e, ok := words[table.Fold(text)]
	if !ok {
		t.Refuse(field, text, model.ErrWord, list(last)...)
		return
	}
	*at = e
}

// check refuses a gauge that cannot be scored.
func check(t *reading.Table, g model.Gauge) {
	if t.Bad {
		return
	}
	var broken *model.FieldError
	if errors.As(g.Check(), &broken) {
		t.Refuse(broken.Field, broken.Value, broken.Err)
		return
	}
	low, hasLow := g.Low.Get()
	if high, hasHigh := g.High.Get(); hasLow && hasHigh && high < low {
		t.Refuse("wajar_maks", high.String(), model.ErrOrder)
	}
}

// Diff says field by field what a row changes of a gauge; before may be empty,
// for one that is new.
func Diff(t *reading.Table, row int, name string, before, after model.Gauge) {
	code := after.Code
	if before.Code == "" {
		t.Change(row, name, code, "", first(after.Name.ID, after.Name.EN))
		return
	}
	add := func(field, a, b string) { t.Change(row, name, code+" "+field, a, b) }
	add("kode", before.Code, after.Code)
	add("indikator", before.Name.ID, after.Name.ID)
	add("indikator_en", before.Name.EN, after.Name.EN)
	add("aspek", before.Aspect.String(), after.Aspect.String())
	add("satuan", before.Unit, after.Unit)
	add("arah", before.Direction.String(), after.Direction.String())
	add("target", before.Target.String(), after.Target.String())
	add("target_atas", before.TargetHigh.String(), after.TargetHigh.String())
	add("batas", before.Limit.String(), after.Limit.String())
	add("cap", before.Cap.String(), after.Cap.String())
	add("bobot", before.Weight.String(), after.Weight.String())
	add("agregasi", before.Aggregate.String(), after.Aggregate.String())
	add("wajar_min", before.Low.String(), after.Low.String())
	add("wajar_maks", before.High.String(), after.High.String())
	add("sumber", before.Source, after.Source)
	add("terverifikasi", yes(!before.Unverified), yes(!after.Unverified))
}

// Gone says that a gauge is left out.
func Gone(t *reading.Table, row int, name string, g model.Gauge) {
	t.Change(row, name, g.Code, first(g.Name.ID, g.Name.EN), "")
}

func yes(b bool) string {
	if b {
		return "ya"
	}
	return "tidak"
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Weights warns where the weights of a whole do not come to 100.
func Weights(t *reading.Table, row int, sum model.Number) {
	if sum != model.Int(100) {
		t.WarnRow(row, "bobot", sum.String(), reading.WarnWeights, "100")
	}
}
