// Package documenting says the evaluation document: the one way of saying it for its
// page, for paper and for the command line.
package documenting

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kinerja/model"
	"kinerja/model/document"
	"kinerja/model/objection"
	"kinerja/ui/lang"
	"kinerja/ui/lang/objecting"
	"kinerja/ui/lang/said"
)

// Block is one block of the form: its heading, pairs of a name and what stands there,
// and lines.
type Block struct {
	Head  string
	Pairs [][2]string
	Lines []string
}

// Banner says which version it is and by which it was replaced, why, and that a
// version was not shared yet. shouts are the lines that must not be overlooked.
func Banner(t *lang.Texts, s document.Sheet, v document.Version) (shouts, lines []string) {
	w := t.Document
	told := v.Evaluation.State >= model.Shared
	because := func(word model.Word) {
		lines = append(lines, said.Act(t, word, s.Names))
	}
	switch {
	case v.Replaced != nil && v.Number+1 == s.Versions() && s.Now.State < model.Shared:
		shouts = append(shouts, lang.Fill(w.Pending, "old", v.Number))
		because(*v.Replaced)
	case v.Replaced != nil:
		shouts = append(shouts, lang.Fill(w.Replaced, "version", v.Number+1))
		because(*v.Replaced)
	case v.Made != nil:
		lines = append(lines, lang.Fill(w.Made, "version", v.Number, "old", v.Number-1))
		because(*v.Made)
	}
	if !told && v.Replaced == nil {
		shouts = append(shouts, w.NotShared)
	}
	return shouts, lines
}

// Blocks are the blocks of the form, in its order.
func Blocks(t *lang.Texts, s document.Sheet, v document.Version) []Block {
	w, e := t.Document, v.Evaluation
	list := make([]Block, len(w.Blocks))
	for i, head := range w.Blocks {
		list[i].Head = head
	}
	for i, p := range []document.Party{s.Person, s.Evaluator, s.Superior} {
		list[i].Pairs, list[i].Lines = party(t, p)
	}
	organisation := w.NoFinal
	if s.Organisation != 0 {
		organisation = t.Grade(s.Organisation)
	}
	list[3].Pairs = [][2]string{
		{w.Organisation, organisation},
		{w.Result, objecting.Rated(t, e.Result)}, {w.Behaviour, objecting.Rated(t, e.Behaviour)}, {w.Predicate, objecting.Predicate(t, e.Predicate)},
	}
	if e.Computed.Present() {
		list[3].Pairs = [][2]string{{w.Organisation, organisation}, {w.Predicate, objecting.Predicate(t, e.Predicate)}}
	}
	list[4].Lines = objecting.Text(cmp.Or(e.Note, w.NoNote))
	objected(t, s, v, list[5:9])
	list[9].Lines = acts(t, s, e.Words, model.VerbReceive, model.VerbAccept, model.VerbDeem)
	list[10].Lines = acts(t, s, e.Words, model.VerbShare, model.VerbFinalise)
	return list
}

// objected fills the four blocks about an objection.
func objected(t *lang.Texts, s document.Sheet, v document.Version, list []Block) {
	w := t.Document
	list[0].Lines, list[1].Lines, list[2].Lines, list[3].Lines = []string{w.NoObjection}, []string{w.NoAccount}, []string{w.NoDecision}, []string{w.NoFinal, w.Unverified}
	o := v.Objection
	if o == nil {
		return
	}
	list[0].Lines = append(wordsOf(t, s, *o, objection.File), objecting.Text(o.Reason)...)
	if o.Account != "" {
		list[1].Lines = append(wordsOf(t, s, *o, objection.Explain), objecting.Text(o.Account)...)
	}
	if o.State != objection.Decided {
		return
	}
	decided := wordsOf(t, s, *o, objection.Decide)
	list[2].Lines = append([]string{t.Objection.Outcomes[o.Outcome.String()]}, objecting.Text(o.Grounds)...)
	if o.New.Given() && o.Outcome != objection.Rejected {
		list[2].Lines = append(list[2].Lines, objecting.Rated(t, o.New.Result)+" · "+objecting.Rated(t, o.New.Behaviour)+" · "+objecting.Predicate(t, o.New.Predicate))
	}
	list[3].Lines = append(decided, w.Unverified)
}

// wordsOf says when a step of an objection was said, by whom, and how it is known.
func wordsOf(t *lang.Texts, s document.Sheet, o objection.Objection, act string) (list []string) {
	for _, x := range o.Words {
		if x.Act == act {
			line := lang.Fill(t.Objection.Act, "date", t.Date(x.On), "name", lang.Inert(cmp.Or(s.Names[x.Whose], t.Document.Unknown)))
			list = append(list, said.After(t, line, x, s.Names[x.By]))
		}
	}
	return list
}

// acts say what was done by some verbs since an evaluation was last withdrawn.
func acts(t *lang.Texts, s document.Sheet, all []model.Word, verbs ...model.Verb) (list []string) {
	for _, x := range all {
		if x.Act == string(model.VerbWithdraw) {
			list = nil
			continue
		}
		for _, verb := range verbs {
			if x.Act == string(verb) {
				list = append(list, said.Act(t, x, s.Names))
			}
		}
	}
	if list == nil {
		list = []string{t.Document.NotYet}
	}
	return list
}

func party(t *lang.Texts, p document.Party) (pairs [][2]string, lines []string) {
	w := t.Document
	if p.Name == "" {
		return nil, []string{w.Unknown}
	}
	for _, x := range [][2]string{{w.Name, p.Name}, {w.NIP, string(p.Number)}, {w.Grade, p.Grade}, {w.Position, p.Position}, {w.Unit, p.Unit}} {
		pairs = append(pairs, [2]string{x[0], lang.Inert(cmp.Or(x[1], lang.None))})
	}
	return pairs, nil
}

// paper is how wide the document is on paper.
const paper = 76

// Lines are the document as text, ready to be printed.
func Lines(t *lang.Texts, s document.Sheet, v document.Version) (list []string) {
	w := t.Document
	wrap := func(indent, text string) {
		for line := range strings.SplitSeq(ansi.Wordwrap(text, paper-len(indent), ""), "\n") {
			list = append(list, indent+line)
		}
	}
	shouts, lines := Banner(t, s, v)
	list = append(list, w.Heading, lang.Fill(w.Period, "period", strings.ToUpper(t.Period(s.Period))))
	for _, x := range append(shouts, lines...) {
		wrap("", x)
	}
	for _, b := range Blocks(t, s, v) {
		list = append(list, "")
		wrap("", b.Head)
		wide := 0
		for _, p := range b.Pairs {
			wide = max(wide, ansi.StringWidth(p[0]))
		}
		for _, p := range b.Pairs {
			head := "   " + p[0] + strings.Repeat(" ", wide-ansi.StringWidth(p[0])) + " : "
			for line := range strings.SplitSeq(ansi.Wordwrap(p[1], max(20, paper-ansi.StringWidth(head)), ""), "\n") {
				list = append(list, head+line)
				head = strings.Repeat(" ", ansi.StringWidth(head))
			}
		}
		for _, x := range b.Lines {
			wrap("   ", x)
		}
	}
	return list
}
