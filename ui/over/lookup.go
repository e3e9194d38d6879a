package over

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
	"kinerja/ui/widget/grid"
	"kinerja/ui/widget/pane"
	"kinerja/ui/widget/ruleset"
)

// Directory finds people by what is typed. It does not change.
type Directory interface {
	// Find lists who fits, the best first: at most so many.
	Find(query string, most int) (hits []int, more bool)
	Row(i int) model.StaffRow
	Unit(i int) string
	Of(id model.EmployeeID) (i int, ok bool)
}

// Desk is what the lookup reads.
type Desk interface {
	Directory() (Directory, error)
	// LastRated tells how people stand in the newest period in which they were
	// rated, else in the newest with values.
	LastRated(people []model.EmployeeID) (map[model.EmployeeID]model.Standing, error)
}

// Finder keeps from one lookup to the next what was read of the file, and who
// was looked up last.
type Finder struct {
	desk   Desk
	dir    nav.Load[Directory]
	stale  bool
	recent []model.EmployeeID
}

// NewFinder returns one that has read nothing yet; nil without a desk.
func NewFinder(desk Desk) *Finder {
	if desk == nil {
		return nil
	}
	return &Finder{desk: desk}
}

// Changed says that the file is another now.
func (f *Finder) Changed() {
	if f != nil {
		f.stale = true
	}
}

// Take keeps what was read, also when nobody looks any more.
func (f *Finder) Take(msg tea.Msg) bool { return f != nil && f.dir.Take(msg) }

// Recent are those looked up last, the last first.
func (f *Finder) Recent() []model.EmployeeID {
	if f == nil {
		return nil
	}
	return f.recent
}

// recently is how many of those looked up are kept.
const recently = 10

// Remember says who was looked up last.
func (f *Finder) Remember(ids ...model.EmployeeID) {
	for _, id := range slices.Backward(ids) {
		f.recent = slices.DeleteFunc(f.recent, func(x model.EmployeeID) bool { return x == id })
		f.recent = slices.Insert(f.recent, 0, id)
	}
	f.recent = f.recent[:min(len(f.recent), recently)]
}

// most is how many hits are listed; who wants others types more.
const most = 100

// hits is the answer to one query.
type hits struct {
	query string
	list  []hit
	more  bool
}

type hit struct {
	row  model.StaffRow
	unit string
}

// Lookup finds a person while one types. Every search runs off the event loop,
// and only the answer to the newest query is shown.
type Lookup struct {
	env    nav.Env
	finder *Finder
	line   grid.Line
	found  nav.Load[hits]
	shown  string // the query whose hits are on screen
	stands nav.Load[map[model.EmployeeID]model.Standing]
	known  map[model.EmployeeID]model.Standing
	asked  map[model.EmployeeID]bool
	enter  bool             // pressed before anything was found
	want   model.EmployeeID // who is opened once it is known in which period
	from   model.Period     // in which one works; 0: in none
	cursor
}

// NewLookup opens a lookup from a page of a period (0: of none); the command reads what
// it needs.
func NewLookup(env nav.Env, f *Finder, from model.Period) (*Lookup, tea.Cmd) {
	l := &Lookup{env: env, finder: f, from: from, known: map[model.EmployeeID]model.Standing{}, asked: map[model.EmployeeID]bool{}}
	var read tea.Cmd
	if !f.dir.Have || f.stale || f.dir.Err != nil {
		f.stale = false
		read = f.dir.Start(f.desk.Directory)
	}
	return l, tea.Batch(read, l.search())
}

// search asks for what fits the words typed; those looked up last where there
// are none.
func (l *Lookup) search() tea.Cmd {
	if !l.finder.dir.Have {
		return nil
	}
	dir, query, recent := l.finder.dir.Data, l.line.Text(), slices.Clone(l.finder.recent)
	return l.found.Start(func() (hits, error) {
		h := hits{query: query}
		var at []int
		if strings.TrimSpace(query) != "" {
			at, h.more = dir.Find(query, most)
		} else {
			for _, id := range recent {
				if i, ok := dir.Of(id); ok {
					at = append(at, i)
				}
			}
		}
		for _, i := range at {
			h.list = append(h.list, hit{dir.Row(i), dir.Unit(i)})
		}
		return h, nil
	})
}

// Take takes what was read and found.
func (l *Lookup) Take(msg tea.Msg) Done {
	switch {
	case l.finder.dir.Take(msg):
		return Done{Cmd: l.search()}
	case l.found.Take(msg):
		if l.n = len(l.found.Data.list); l.found.Data.query != l.shown {
			l.at, l.top, l.shown = 0, 0, l.found.Data.query
		}
		l.settle()
		return l.waited()
	case l.stands.Take(msg):
		for id, s := range l.stands.Data {
			l.known[id] = s
		}
		return l.waited()
	}
	return Done{Cmd: l.look()} // there may be room for more
}

// waited goes on with an Enter that came before the answer. Several hits that
// nobody has seen are shown first: the wrong person's rating is not read out.
func (l *Lookup) waited() Done {
	if only := len(l.found.Data.list) == 1; l.enter && !l.found.Busy {
		if l.enter = false; only {
			return l.open(0)
		}
	}
	if l.want != "" && l.settled(l.want) {
		return l.leave(l.want)
	}
	return Done{Cmd: l.look()}
}

// settled reports whether it is known in which period somebody is opened.
func (l *Lookup) settled(id model.EmployeeID) bool {
	_, known := l.known[id]
	return known || l.asked[id] && !l.stands.Busy
}

// look asks how those on screen stand.
func (l *Lookup) look() tea.Cmd {
	var ids []model.EmployeeID
	for i := l.top; i < min(l.top+max(l.room, 1), len(l.found.Data.list)); i++ {
		if id := l.found.Data.list[i].row.Employee; !l.asked[id] {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 || l.stands.Busy {
		return nil
	}
	for _, id := range ids {
		l.asked[id] = true
	}
	desk := l.finder.desk
	return l.stands.Start(func() (map[model.EmployeeID]model.Standing, error) { return desk.LastRated(ids) })
}

// Press types, moves or opens.
func (l *Lookup) Press(k tea.KeyMsg) Done {
	keys := l.env.Keys
	text := k.Type == tea.KeyRunes || k.Type == tea.KeySpace
	l.enter, l.want = false, ""
	switch {
	case !text && l.press(k, keys):
		return Done{Cmd: l.look()}
	case key.Matches(k, keys.Enter):
		return l.open(l.at)
	case key.Matches(k, keys.Esc), !text && key.Matches(k, keys.Find), k.Type == tea.KeyCtrlC:
		return closed()
	case l.line.Take(k):
		return Done{Cmd: l.search()}
	}
	return Done{}
}

// open goes to the ith hit, in the period that its second line names. As long
// as that is being asked for, it waits.
func (l *Lookup) open(i int) Done {
	if l.enter = l.found.Busy || l.finder.dir.Busy && !l.finder.dir.Have; l.enter || i >= len(l.found.Data.list) {
		return Done{}
	}
	l.at, l.want = i, l.found.Data.list[i].row.Employee
	if l.settled(l.want) {
		return l.leave(l.want)
	}
	return Done{Cmd: l.look()}
}

// leave opens somebody; that it is in another period than the one that one works in, it
// says.
func (l *Lookup) leave(id model.EmployeeID) Done {
	l.finder.Remember(id)
	at, t := l.known[id].Period, l.env.Text
	d := Done{Close: true, Cmd: nav.Open(nav.Person{Employee: id, Period: at})}
	if at.Valid() && l.from.Valid() && at != l.from {
		text := lang.Fill(t.Over.OtherPeriod, "period", t.Period(at), "from", t.Period(l.from), "key", l.env.Keys.Period.Help().Key, "back", l.env.Keys.Esc.Help().Key)
		d.Cmd = tea.Batch(d.Cmd, nav.Say(text))
	}
	return d
}

// Click opens who stands in a line.
func (l *Lookup) Click(y int) Done {
	if y -= head; y < 0 || l.top+y/2 >= l.end() {
		return Done{}
	}
	return l.open(l.top + y/2)
}

// head is how many lines stand above the hits.
const head = 2

// Body is the list of those found, two lines each.
func (l *Lookup) Body(width, height int) (string, bool) {
	t := l.env.Text
	l.fit(len(l.found.Data.list), (height-head)/2)
	lines := []string{entry(l.env, t.Over.Lookup, &l.line, width), ""}
	switch query := strings.TrimSpace(l.found.Data.query); {
	case l.finder.dir.Err != nil && !l.finder.dir.Busy:
		lines = append(lines, strings.Split(ansi.Wrap(l.env.Styles.Bad.Render(t.Error(l.finder.dir.Err)), width, ""), "\n")...)
	case !l.found.Have:
		lines = append(lines, l.env.Styles.Dim.Render(t.Over.Reading))
	case l.n == 0 && query != "":
		lines = append(lines, ansi.Truncate(lang.Fill(t.Over.Nobody, "words", lang.Inert(query)), width, l.env.Styles.Glyphs.Ellipsis))
	case l.n == 0:
		lines = append(lines, strings.Split(ansi.Wrap(l.env.Styles.Dim.Render(t.Over.LookupHow), width, ""), "\n")...)
	}
	for i := l.top; i < l.end(); i++ {
		lines = append(lines, l.draw(i, width)...)
	}
	return strings.Join(lines, "\n"), true
}

// draw is who it is, and what may be said.
func (l *Lookup) draw(i, width int) []string {
	t, s, h := l.env.Text, l.env.Styles, l.found.Data.list[i]
	mark, style := "  ", s.Text
	if i == l.at {
		mark, style = s.Glyphs.Cursor+" ", s.Chosen
	}
	who := []string{lang.Inert(h.row.Name)}
	for _, part := range []string{h.row.Position, h.unit} {
		if part != "" {
			who = append(who, lang.Inert(part))
		}
	}
	first := ansi.Truncate(mark+strings.Join(who, " · "), width, s.Glyphs.Ellipsis)
	second, plain := "", s.Dim
	st, known := l.known[h.row.Employee]
	switch {
	case !known && l.stands.Err != nil:
		second, plain = t.Error(l.stands.Err), s.Bad
	case !known && (l.stands.Busy || !l.asked[h.row.Employee]):
	case !known:
		second = t.Over.NoResult
	case st.Evaluation.State == model.EvaluationDraft:
		second = t.Period(st.Period) + " · " + t.Over.NotRated
	case st.Evaluation.State < model.Shared:
		second, plain = t.Period(st.Period)+" · "+t.Over.NotShared, s.Warning
	default:
		second = t.Period(st.Period) + " · " + t.StateShort(st.Evaluation.State) + " · " + ruleset.Predicate(t, st.Evaluation, l.env.Rules.File)
	}
	return []string{style.Render(first), plain.Render(ansi.Truncate("    "+second, width, s.Glyphs.Ellipsis))}
}

// Line counts who was found.
func (l *Lookup) Line() string {
	t, n := l.env.Text, len(l.found.Data.list)
	switch {
	case !l.found.Have || n == 0:
		return ""
	case strings.TrimSpace(l.found.Data.query) == "":
		return t.Over.Recent
	case l.found.Data.more:
		return lang.Fill(t.Over.Many, "n", t.Count(most)) + l.more()
	}
	return t.Plural(t.Common.People, n) + l.more()
}

// more says how many of those found are out of sight, behind what else is said.
func (l *Lookup) more() string {
	if more := pane.More(l.env.Text, l.env.Styles.Glyphs, l.top, l.n-l.end()); more != "" {
		return " · " + more
	}
	return ""
}

// Foot says how to choose and leave.
func (l *Lookup) Foot() []Hint {
	t, k := l.env.Text.Over, l.env.Keys
	return []Hint{hint(l.env, k.Enter, t.Open, true), upDown(l.env, t.Choose), hint(l.env, k.Esc, t.Close, true)}
}

// Typing is always so.
func (l *Lookup) Typing() bool { return true }
