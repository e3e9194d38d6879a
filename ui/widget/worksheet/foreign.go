package worksheet

import (
	"slices"

	"kinerja/model"
	"kinerja/model/block"
	"kinerja/model/rules"
	"kinerja/model/sheet"
	"kinerja/ui/keys"
	"kinerja/ui/lang"
)

// Foreign makes the sentence about a block whose people are not those on
// screen: how many of what it calls people are known here, and on which other
// sheet most of them are. Other sheets are read by the function that say is
// given, which takes its time.
func (s Source) Foreign(b *keys.Map, called []string) (say func(read func(model.InstrumentID) (model.Sheet, error)) string) {
	t, all, here := s.Text, len(called), block.Knows(s.Sheet, called)
	name := func(in model.Instrument) string { return lang.Inert(in.Name.In(t.Code)) }
	text := lang.Fill(t.Cells.ForeignNone, "all", t.Count(all), "sheet", name(s.Sheet.Instrument))
	if here > 0 {
		text = lang.Fill(t.Cells.ForeignFew, "n", t.Count(here), "all", t.Count(all), "sheet", name(s.Sheet.Instrument))
	}
	whole := *s.Sheet
	whole.Shown = whole.Sorted(sheet.ByName, "")
	if n := block.Knows(&whole, called); n > here {
		return func(func(model.InstrumentID) (model.Sheet, error)) string {
			return text + " " + lang.Fill(t.Cells.ForeignHidden, "n", t.Count(n), "key", b.Now(b.Esc, false))
		}
	}
	list, current, book := slices.Clone(s.Sheet.Instruments), s.Sheet.Instrument.ID, s.Rules
	at := slices.IndexFunc(list, func(in model.Instrument) bool { return in.ID == current })
	return func(read func(model.InstrumentID) (model.Sheet, error)) string {
		best, most := home(list, current, book, called, read)
		if best < 0 {
			return text + " " + t.Cells.ForeignNowhere
		}
		key := b.Now(b.Next, false)
		if best < at {
			key = b.Now(b.Previous, false)
		}
		return text + " " + lang.Fill(t.Cells.ForeignThere, "n", t.Count(most), "sheet", name(list[best]), "key", key)
	}
}

// home is the instrument on whose sheet most of the people are; -1 where there
// is none, or no sheet can be read.
func home(list []model.Instrument, but model.InstrumentID, book rules.Book, called []string, read func(model.InstrumentID) (model.Sheet, error)) (best, most int) {
	best = -1
	for i, in := range list {
		if in.ID == but {
			continue
		}
		raw, err := read(in.ID)
		if err != nil {
			continue
		}
		if n := block.Knows(sheet.Build(raw, book), called); n > most {
			best, most = i, n
		}
	}
	return best, most
}
