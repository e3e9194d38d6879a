package closing_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/closing"
)

// Closing and opening again ask for a reason where one is needed, take no text
// that is too long or could act on a terminal, and go one after the other.
func TestCloseAndReopen(t *testing.T) {
	q3, err := model.NewPeriod(model.Quarter, 2026, 3)
	if err != nil {
		t.Fatal(err)
	}
	after := q3.Last().Add(1)
	left := []closing.Left{{}}
	open := closing.Closing{Period: q3}
	closed, err := closing.Close(open, []model.UnitID{"u"}, closing.Act{On: after})
	if err != nil || !closed.Closed() || open.Closed() {
		t.Fatalf("closed %v, the one before %v, %v", closed.Closed(), open.Closed(), err)
	}
	for name, x := range map[string]struct {
		from closing.Closing
		act  closing.Act
		want error
	}{
		"while it lasts":          {open, closing.Act{On: q3.Last()}, model.ErrFuture},
		"something left":          {open, closing.Act{On: after, Left: left, Reason: " "}, model.ErrReason},
		"only the head's left":    {open, closing.Act{On: after, Left: []closing.Left{{Head: true}}}, nil},
		"with a reason":           {open, closing.Act{On: after, Left: left, Reason: "cuti melahirkan"}, nil},
		"two lines":               {open, closing.Act{On: after, Left: left, Reason: "cuti\nmelahirkan"}, nil},
		"an escape":               {open, closing.Act{On: after, Left: left, Reason: "a\x1b[2J"}, model.ErrControl},
		"too long":                {open, closing.Act{On: after, Left: left, Reason: strings.Repeat("a", closing.MostReason+1)}, model.ErrTooLong},
		"closed already":          {closed, closing.Act{On: after}, model.ErrNothing},
		"opened without one":      {closed, closing.Act{On: after, Opens: true}, model.ErrReason},
		"opened with an escape":   {closed, closing.Act{On: after, Opens: true, Reason: "\x07"}, model.ErrControl},
		"opened":                  {closed, closing.Act{On: after, Opens: true, Reason: "angka keliru"}, nil},
		"opened what is not shut": {open, closing.Act{On: after, Opens: true, Reason: "x"}, model.ErrNothing},
	} {
		act := func() (closing.Closing, error) {
			if x.act.Opens {
				return closing.Reopen(x.from, x.act)
			}
			return closing.Close(x.from, []model.UnitID{"u"}, x.act)
		}
		got, err := act()
		if !errors.Is(err, x.want) {
			t.Errorf("%s: %v, want %v", name, err, x.want)
		}
		if want := x.from.Closed() != (x.want == nil); got.Closed() != want {
			t.Errorf("%s: closed %v", name, got.Closed())
		}
	}
	for verb, want := range map[model.Verb]bool{
		model.VerbEnter: true, model.VerbPlanAction: true, model.VerbRealiseAction: true, model.VerbEvidence: true, model.VerbRate: true, model.VerbShare: true, model.VerbWithdraw: true,
		model.VerbReceive: false, model.VerbAccept: false, model.VerbFinalise: false, model.VerbFeedback: false,
	} {
		if closing.Locks(verb) != want {
			t.Errorf("%s is locked: %v", verb, !want)
		}
	}
}
