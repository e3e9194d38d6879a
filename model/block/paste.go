package block

import (
	"slices"
	"strings"

	"kinerja/model"
	"kinerja/model/gain"
	"kinerja/model/sheet"
)

// Paste is what a block would do to a sheet when it is put down with its first
// value at a row as shown and a column. Where its first line names indicators,
// these say the columns; where one of its first columns names people, by name
// or by NIP, these say the rows; where hardly any of these are of the sheet,
// the block is somebody else's and none of it is offered. An empty cell clears, as in a spreadsheet; a
// row that is shorter than others leaves the rest as it is.
//
// dec is how a number is read that can be read in two ways and of which neither
// its column nor the block says more: one column is read in one way.
func Paste(s *sheet.Sheet, rows [][]string, row, column int, dec model.Decimal) *Draft {
	p := paster{maker: newMaker(s), rows: rows, row: row, column: column}
	p.heading()
	if p.people(); p.draft.Foreign {
		return &p.draft
	}
	p.columns()
	p.decimals(dec)
	for n := range p.body {
		p.line(n)
	}
	if !p.draft.Named {
		p.draft.Below = max(0, row+len(p.body)-len(s.Shown))
	}
	return &p.draft
}

// paster is one making of a draft from a block.
type paster struct {
	*maker
	rows        [][]string
	row, column int

	head   []int // by column of the block: the sheet's column; -1: none
	body   [][]string
	before int   // lines before the body
	first  int   // first column of the block with values
	who    []int // by line of the body: the row shown; -1: nobody known
	target []int // by column of the block, from first: the sheet's column; -1: none
	reads  []model.Decimal
}

// heading finds out whether the first line names indicators: at least one, and
// no cell of it is a value.
func (p *paster) heading() {
	p.body = p.rows
	if len(p.rows) < 2 {
		return
	}
	head, found := make([]int, len(p.rows[0])), false
	for i, text := range p.rows[0] {
		head[i] = p.indicator(text)
		found = found || head[i] >= 0
		if _, _, _, err := model.ParseEntry(text, model.DecimalComma); err == nil && !model.NoValue(text) {
			return
		}
	}
	if found {
		p.head, p.body, p.before, p.draft.Headed = head, p.rows[1:], 1, true
	}
}

// indicator is the column whose code or name a heading is: "IDL", "IDL %",
// "Imunisasi dasar lengkap"; -1 where it is none.
func (p *paster) indicator(text string) int {
	text = fold(text)
	first, _, _ := strings.Cut(text, " ")
	return slices.IndexFunc(p.sheet.Columns, func(c sheet.Column) bool {
		code, unit := fold(c.Gauge.Code), fold(c.Gauge.Unit)
		bare := text == code || first == code && strings.Trim(text[len(first):], " ()") == unit
		return text != "" && (bare || text == fold(c.Gauge.Name.ID) || text == fold(c.Gauge.Name.EN))
	})
}

// people finds the column that says whose the lines are: one of the first, in
// which most cells are a name or a NIP of somebody shown. What stands before
// it, and other such columns, is about people too and holds no value.
func (p *paster) people() {
	p.who = make([]int, len(p.body))
	for n := range p.who {
		p.who[n] = p.row + n
	}
	key, most, last := -1, 0, -1
	known := p.roster()
	var strangers []string
	for column := range p.width() {
		if p.head != nil && column < len(p.head) && p.head[column] >= 0 {
			break
		}
		hits, filled := 0, 0
		for _, cells := range p.body {
			if column < len(cells) && cells[column] != "" {
				filled++
				if _, ok := known.find(cells[column]); ok {
					hits++
				}
			}
		}
		if hits == 0 || 2*hits < filled {
			if list := p.called(column); len(list) > 0 && strangers == nil {
				strangers = list
			}
			continue
		}
		last = column
		if hits > most {
			key, most = column, hits
		}
	}
	if key < 0 {
		p.draft.Foreign, p.draft.Unknown = strangers != nil, strangers
		return
	}
	p.draft.Named, p.first = true, last+1
	for n, cells := range p.body {
		p.who[n] = -1
		if key >= len(cells) || cells[key] == "" {
			continue
		}
		if row, ok := known.find(cells[key]); ok {
			p.who[n] = row
		} else {
			name, _, _ := strings.Cut(cells[key], "\n")
			p.draft.Unknown = append(p.draft.Unknown, name)
		}
	}
}

func (p *paster) width() (w int) {
	for _, cells := range p.rows {
		w = max(w, len(cells))
	}
	return w
}

// columns says into which column of the sheet each column of the block goes.
func (p *paster) columns() {
	p.target = make([]int, max(0, p.width()-p.first))
	for i := range p.target {
		switch at := p.first + i; {
		case p.head == nil:
			p.target[i] = p.column + i
			if p.target[i] >= len(p.sheet.Columns) {
				p.target[i] = -1
				p.draft.Beside++
			}
		case at < len(p.head):
			p.target[i] = p.head[at]
			if p.head[at] < 0 && p.rows[0][at] != "" {
				p.draft.Strange = append(p.draft.Strange, p.rows[0][at])
			}
		default:
			p.target[i] = -1
		}
	}
}

// decimals decides how the numbers of each column are read: as those of the
// column that can be read in one way only say; else as those of the whole
// block; else as told. Where they contradict each other, only what can be read
// in one way is read.
func (p *paster) decimals(told model.Decimal) {
	votes := make([][2]bool, len(p.target)) // comma, point
	all := [2]bool{}
	for _, cells := range p.body {
		for i := range p.target {
			if at := p.first + i; at < len(cells) && p.target[i] >= 0 {
				for part := range strings.SplitSeq(cells[at], "/") {
					switch sign(part) {
					case ',':
						votes[i][0], all[0] = true, true
					case '.':
						votes[i][1], all[1] = true, true
					}
				}
			}
		}
	}
	if all[0] != all[1] {
		told = read(all, told)
	}
	p.reads = make([]model.Decimal, len(p.target))
	for i := range p.reads {
		p.reads[i] = read(votes[i], told)
	}
}

func read(votes [2]bool, told model.Decimal) model.Decimal {
	switch votes {
	case [2]bool{true, false}:
		return model.DecimalComma
	case [2]bool{false, true}:
		return model.DecimalPoint
	case [2]bool{true, true}:
		return model.DecimalAuto
	}
	return told
}

// sign is the decimal sign of a number that can be read in one way only; 0
// where it has none or could be read in two.
func sign(text string) byte {
	comma, err := model.ParseNumber(text, model.DecimalComma)
	if err != nil || !strings.ContainsAny(text, ",.") {
		return 0
	}
	point, err := model.ParseNumber(text, model.DecimalPoint)
	if err != nil || comma != point {
		return 0
	}
	if at := strings.LastIndexAny(text, ",."); strings.Count(text, text[at:at+1]) == 1 {
		return text[at]
	}
	// 1.234.567: what parts thousands is not the decimal sign.
	if strings.Contains(text, ".") {
		return ','
	}
	return '.'
}

// line puts one line of the body into its row.
func (p *paster) line(n int) {
	row := p.who[n]
	if row < 0 || row >= len(p.sheet.Shown) {
		return
	}
	for i, column := range p.target {
		at := p.first + i
		if column < 0 || at >= len(p.body[n]) {
			continue
		}
		c := p.cell(row, column)
		c.Line, c.Text = p.before+n+1, p.body[n][at]
		e, err := gain.Read(c.Text, p.sheet.Columns[column].Gauge, p.reads[i])
		switch {
		case c.Problem == NotPlanned && model.NoValue(c.Text):
			continue // nothing stands there, and nothing is wished there
		case err == nil:
			c.take(e)
		case c.Problem == Fine:
			c.Problem, c.Err = NoNumber, err
		}
		p.add(c)
	}
}
