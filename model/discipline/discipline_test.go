package discipline_test

import (
	"errors"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/discipline"
)

func letter(change func(*discipline.Letter)) discipline.Letter {
	l := discipline.Letter{ID: "1", Employee: "budi", Number: "800/3/2026", On: 2026_03_01, From: 2026_03_05, To: 2026_09_04, Level: discipline.Medium}
	change(&l)
	return l
}

func TestCheck(t *testing.T) {
	for field, change := range map[string]func(*discipline.Letter){
		"":        func(*discipline.Letter) {},
		"pegawai": func(l *discipline.Letter) { l.Employee = "" },
		"letter":  func(l *discipline.Letter) { l.Number = strings.Repeat("9", 121) },
		"level":   func(l *discipline.Letter) { l.Level = 4 },
		"date":    func(l *discipline.Letter) { l.On = 0 },
		"from":    func(l *discipline.Letter) { l.From = 0 },
		"to":      func(l *discipline.Letter) { l.To = 2026_03_04 },
	} {
		var f *model.FieldError
		err := letter(change).Check()
		if errors.As(err, &f); (err == nil) != (field == "") || f != nil && f.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestInForce(t *testing.T) {
	open := letter(func(l *discipline.Letter) { l.To, l.Number = 0, "open" })
	void := letter(func(l *discipline.Letter) { l.Void = true })
	for _, x := range []struct {
		list []discipline.Letter
		on   model.Date
		want string
	}{
		{[]discipline.Letter{letter(func(*discipline.Letter) {})}, 2026_03_04, ""},
		{[]discipline.Letter{letter(func(*discipline.Letter) {})}, 2026_03_05, "800/3/2026"},
		{[]discipline.Letter{letter(func(*discipline.Letter) {})}, 2026_09_04, "800/3/2026"},
		{[]discipline.Letter{letter(func(*discipline.Letter) {})}, 2026_09_05, ""},
		{[]discipline.Letter{void, open}, 2030_01_01, "open"},
		{nil, 2026_03_05, ""},
	} {
		if got := discipline.InForce(x.list, x.on); got != x.want {
			t.Errorf("on %v: %q, want %q", x.on, got, x.want)
		}
	}
	for _, w := range discipline.Words() {
		if l, ok := discipline.ParseLevel(" " + w); !ok || l.String() != w {
			t.Errorf("%q", w)
		}
	}
}
