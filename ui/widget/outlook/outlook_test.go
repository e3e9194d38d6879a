package outlook_test

import (
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/model/score"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/outlook"
)

func TestChange(t *testing.T) {
	one := score.Proposal{Score: model.MustNumber("110.02"), Values: []score.Wish{{Code: "K6", From: model.Int(90), To: model.Int(98)}}}
	two := score.Proposal{Score: model.MustNumber("110.54"), Values: append(one.Values, score.Wish{
		Code: "IDL", From: model.MustNumber("90.3846"), To: model.MustNumber("96.1538"), Num: model.Some(model.Int(50)), Den: model.Some(model.Int(52)),
	})}
	up := score.Outlook{Predicate: model.VeryGood, Result: model.Above, Behaviour: model.Above, Results: true, From: model.Int(110)}
	with := func(o score.Outlook, aid score.Aid, p score.Proposal) score.Outlook {
		o.Aid, o.Proposal = aid, p
		return o
	}
	both := with(up, score.AidOutOfReach, score.Proposal{})
	both.Behaves = true
	for _, tt := range []struct {
		o    score.Outlook
		want string
	}{
		{with(up, score.AidReaches, one), "Menuju Sangat baik: hasil kerja di atas ekspektasi (saran mulai 110). Cukup satu indikator: K6 98 (dari 90) = 110,02."},
		{with(up, score.AidReaches, two), "Menuju Sangat baik: hasil kerja di atas ekspektasi (saran mulai 110). Satu indikator saja tidak cukup; contoh: K6 98 (dari 90) dan IDL 50/52 (dari 90,38) = 110,54."},
		{with(up, score.AidSuggests, score.Proposal{}), "Menuju Sangat baik: hasil kerja di atas ekspektasi (saran mulai 110). Alat bantu sudah menyarankannya."},
		{both, "Menuju Sangat baik: hasil kerja di atas ekspektasi (saran mulai 110) dan perilaku kerja di atas ekspektasi. Dengan realisasi: tidak terjangkau pada periode ini."},
		{score.Outlook{Predicate: model.Good, Result: model.Meets, Behaviour: model.Meets, Behaves: true}, "Menuju Baik: perilaku kerja sesuai ekspektasi."},
		{score.Outlook{Result: model.Meets, Results: true, From: model.Int(90)}, "Menuju hasil kerja sesuai ekspektasi (saran mulai 90). Alat bantu belum dapat menyarankan: data kurang."},
	} {
		if got := strings.Join(outlook.Lines(uitest.Env(t, "id").Text, []score.Outlook{tt.o}), "|"); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}
