package sequel

import (
	"slices"

	"kinerja/model"
	"kinerja/model/session"
)

// briefing is one meeting in which an instrument was explained.
type briefing struct {
	code, topic    string
	on             model.Date
	office         int // the seat of whose unit held it
	place, speaker string
	hours          model.Number
	absent         []int // of those who are measured by it
	only           []int // none: all who are measured by it, but newcomers
}

// newcomers came in July, after the meetings of January.
var newcomers = []int{52, 75, 94}

func briefings() []briefing {
	const office, school = "Aula Dinas Kesehatan", "Aula Dinas Pendidikan"
	return []briefing{
		{code: "BIDAN", topic: "Sosialisasi instrumen Bidan 2026", on: 2026_01_14, office: healthHead, place: office, speaker: "Eni Kusumawati, S.K.M., M.Kes.", hours: model.Int(4), absent: []int{36, 76}},
		{code: "BIDAN", topic: "Sosialisasi susulan instrumen Bidan", on: 2026_02_04, office: firstHead, place: "Puskesmas Tanjung Raya", speaker: "dr. Sari Wulandari", hours: model.Int(2), only: []int{36}},
		{code: "PERAWAT", topic: "Sosialisasi instrumen Perawat 2026", on: 2026_01_15, office: healthHead, place: office, speaker: "Eni Kusumawati, S.K.M., M.Kes.", hours: model.Int(4)},
		{code: "DOKTER", topic: "Sosialisasi instrumen Dokter dan dokter gigi 2026", on: 2026_01_16, office: healthHead, place: office, speaker: "dr. I Putu Artawan, M.Kes.", hours: model.Int(2)},
		{code: "GURU", topic: "Sosialisasi instrumen Guru 2026", on: 2026_01_20, office: educationHead, place: school, speaker: "Painah, S.Pd., M.Pd.", hours: model.Int(4)},
		{code: "ADMIN", topic: "Sosialisasi instrumen Tenaga administrasi 2026", on: 2026_01_22, office: educationHead, place: school, speaker: "Painah, S.Pd., M.Pd.", hours: model.Int(2)},
	}
}

// mark is what one person's test showed before and after; after 0: it was not taken.
type mark struct {
	seat      int
	pre, post int64
}

// Sessions are the briefings of the year, a training with a test before and after,
// and one that people are registered for.
func (k Known) Sessions() (list []session.Session) {
	for _, b := range briefings() {
		list = append(list, k.told(b))
	}
	return append(list, k.trained(), k.ahead())
}

func (k Known) told(b briefing) session.Session {
	s := session.Session{
		ID: session.ID(id("session", b.topic)), Unit: k.Unit(b.office), Kind: session.Briefing, State: session.Done, Topic: b.topic, From: b.on, To: b.on,
		Place: b.place, Speaker: b.speaker, Hours: b.hours, Material: "Buku saku instrumen dan cara membaca kartu kinerja",
	}
	for seat := range k.Seats {
		in, ok := k.Measured(seat)
		if !ok || in.Code != b.code || slices.Contains(newcomers, seat) || len(b.only) > 0 && !slices.Contains(b.only, seat) {
			continue
		}
		s.Instrument, s.Version = in.ID, in.Version
		a := session.Attendee{ID: element("attendee", b.topic, seat), Employee: k.Employee(seat), Came: !slices.Contains(b.absent, seat)}
		if a.Came {
			a.Told = k.word(seat, b.on, "Daftar hadir bertanda tangan", "", "told", b.topic)
			a.Told.Act = string(session.VerbAcknowledge)
		}
		s.People = append(s.People, a)
	}
	s.Words = k.held(b.topic, b.on, b.on)
	return s
}

// held are the words by which a session was begun and ended.
func (k Known) held(topic string, from, to model.Date) (list []model.Word) {
	for _, x := range []struct {
		name string
		on   model.Date
	}{{session.Begin, from}, {session.End, to}} {
		w := k.word(firstHead, x.on, "", "", "session", topic, x.name)
		w.Act = x.name
		list = append(list, w)
	}
	return list
}

func (k Known) trained() session.Session {
	const topic = "Pelatihan alur pelayanan dan waktu tunggu"
	s := session.Session{
		ID: session.ID(id("session", topic)), Unit: k.Unit(healthHead), Kind: session.Training, State: session.Done, Topic: topic, From: 2026_06_23, To: 2026_06_24,
		Place: "Aula Dinas Kesehatan", Speaker: "Tim mutu RSUD Bukitintan", Hours: model.Int(10), Code: "TUNGGU", Most: model.Int(100),
		Material: "Modul alur pasien, 42 halaman", FollowUp: "Tiap puskesmas mengukur jam datang dan jam periksa selama dua minggu pada bulan Juli.",
	}
	for _, m := range []mark{{21, 55, 80}, {24, 40, 75}, {35, 50, 75}, {42, 45, 85}, {45, 60, 90}, {56, 0, 0}, {57, 35, 70}, {60, 50, 65}, {63, 55, 85}, {74, 45, 70}, {78, 65, 90}, {79, 40, 0}} {
		a := session.Attendee{ID: element("attendee", topic, m.seat), Employee: k.Employee(m.seat), Came: m.pre > 0, Passed: m.post >= 70}
		if m.pre > 0 {
			a.Pre = model.Some(model.Int(m.pre))
		}
		if m.post > 0 {
			a.Post = model.Some(model.Int(m.post))
		}
		s.People = append(s.People, a)
	}
	s.Words = k.held(topic, s.From, s.To)
	return s
}

func (k Known) ahead() session.Session {
	const topic = "Pelatihan posbindu: daftar sasaran dan kunjungan rumah"
	s := session.Session{
		ID: session.ID(id("session", topic)), Unit: k.Unit(firstHead), Kind: session.Training, State: session.Open, Topic: topic, From: 2026_10_20, To: 2026_10_20,
		Place: "Puskesmas Tanjung Raya", Speaker: "Yohanes Latuconsina, S.K.M.", Hours: model.Int(6), Code: "HT", Most: model.Int(100),
	}
	for _, seat := range []int{42, 45, 78, 79} {
		s.People = append(s.People, session.Attendee{ID: element("attendee", topic, seat), Employee: k.Employee(seat)})
	}
	w := k.word(firstHead, 2026_09_28, "", "", "session", topic, session.Register)
	w.Act = session.Register
	s.Words = []model.Word{w}
	return s
}
