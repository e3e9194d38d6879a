package sample

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/nip"
	"kinerja/model/sample/culture"
	"kinerja/model/sample/deeds"
	"kinerja/model/sample/dice"
	"kinerja/model/sample/job"
	"kinerja/model/sample/mirrored"
)

// When the stories turn.
const (
	moveDay     = model.Date(2026_05_18) // first day at the new clinic
	handoverDay = model.Date(2026_04_01) // first day of the acting head
	joinDay     = model.Date(2026_07_01) // of newcomers
	contractDay = model.Date(2025_10_01) // of part-time staff
)

// self is somebody while they are being made: what everything else about them
// follows from.
type self struct {
	index, block, offset int

	seat     seat
	male     bool
	kind     model.EmployeeKind
	born     model.Date
	serial   int
	since    int // year of first appointment
	position string
	level    string
	grade    string
	scripted map[string]script // results that the demonstration needs, by period
	id       model.EmployeeID
}

// person makes everything about person i.
func (d District) person(i int) Person {
	s := d.self(i)
	p := Person{Employee: d.employee(&s)}
	s.id = p.Employee.ID
	p.Posts = d.posts(s)
	p.Leaves = leaves(s)
	d.results(s, &p)
	p.Talks = d.conversation(s, p)
	d.helped(s, &p)
	for _, plan := range p.Plans {
		if s.block == 0 {
			p.Actions = append(p.Actions, deeds.Of(s.seat.cast, plan)...)
			p.Own = append(p.Own, mirrored.Of(s.seat.cast, plan)...)
		}
	}
	return p
}

// self throws who person i is, in the order: seat, sex, age, kind, service,
// rank. Members of the cast have most of it given.
func (d District) self(i int) self {
	s := self{index: i, block: i / blockSize, offset: i % blockSize}
	s.seat = d.seats[s.offset]
	throw := dice.For(i, forPerson)
	s.male = !throw.Chance(s.seat.job.Women)
	s.birth()
	s.employment(&throw)
	track := s.seat.job.Track
	if track == job.Either {
		track = job.Skilled
		if throw.Chance(40) {
			track = job.Expert
		}
	}
	if m, ok := d.member(s); ok {
		s.male, s.born, s.since, track, s.scripted = m.male, m.born, m.since, m.track, m.results
	}
	s.ranks(track)
	return s
}

// birth gives everybody a birth date and a serial number that no two share:
// days are walked through in steps that visit each once before the serial
// number grows. Heads, the others and the retired walk over days of their own.
func (s *self) birth() {
	const (
		headDays  = 3463 // primes, 1968 to 1977
		otherDays = 8419 // 1978 to 2001
		lastDays  = 31   // March 1966: sixty in March 2026
	)
	n, first, days, step := s.block*unitCount+s.offset, model.Date(1968_01_01), headDays, 1709
	switch {
	case s.seat.story == retired:
		n, first, days, step = s.block, model.Date(1966_03_01), lastDays, 7
	case s.offset >= unitCount:
		n, first, days, step = s.block*(blockSize-unitCount)+s.offset-unitCount, model.Date(1978_01_01), otherDays, 3571
	}
	s.born = first.Add((n + 11) * step % days)
	s.serial = n/days + 1
}

// employment decides the legal kind and the year of first appointment.
func (s *self) employment(throw *dice.Dice) {
	age := throw.Between(21, 25)
	if t := s.seat.job.Track; t == job.Expert || t == job.Leading {
		age = throw.Between(23, 27)
	}
	s.since = min(s.born.Year()+age, 2024)
	switch {
	case s.seat.story == unattached:
		s.kind = model.NonASN
	case s.seat.story == partTime:
		s.kind, s.since = model.PPPKPartTime, contractDay.Year()
	case s.seat.story == newcomer:
		s.kind, s.since = model.PPPK, joinDay.Year()
	case s.seat.pppk:
		s.kind, s.since = model.PPPK, throw.Between(max(2021, s.born.Year()+21), 2024)
	}
}

// ranks decides rank, grade and the name of the position from job and service.
func (s *self) ranks(t job.Track) {
	s.seat.job.Track = t
	s.level, s.grade = job.RankOf(s.seat.job, today.Year()-s.since)
	switch s.kind {
	case model.NonASN:
		s.grade = ""
	case model.PPPK, model.PPPKPartTime:
		s.grade = map[job.Track]string{job.Plain: "V", job.Skilled: "VII", job.Expert: "IX"}[t]
	}
	s.position = s.seat.job.Name
	if s.level != "" {
		s.position += " " + s.level
	}
	if s.block > 0 && s.offset <= educationOffice {
		s.position, s.seat.job.Kind = "Koordinator Wilayah", model.PostSupervisor
	}
}

// employee makes the record of the person, with name, titles and number.
func (d District) employee(s *self) model.Employee {
	e := model.Employee{ID: employeeID(s.index), Kind: s.kind, Grade: s.grade, Number: s.number()}
	if s.seat.story == retired {
		e.Left = handoverDay.Add(-1)
	}
	if m, ok := d.member(*s); ok {
		e.Name, e.Before, e.After = m.name, m.before, m.after
		return e
	}
	throw := dice.For(s.index, forName)
	full, haji := culture.Name(&throw, d.pools, s.male)
	e.Name, e.Before, e.After = full, s.seat.job.Before, s.seat.job.After
	if s.seat.job.Track == job.Skilled {
		e.After = s.seat.job.AfterSkilled
	}
	if haji && s.born.Year() < 1982 && throw.Chance(25) {
		e.Before = join(e.Before, map[bool]string{true: "H.", false: "Hj."}[s.male])
	}
	return e
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// number is the NIP, the NI PPPK or, for those who have neither, the local
// number.
func (s *self) number() model.NIP {
	sex := nip.Female
	if s.male {
		sex = nip.Male
	}
	code := s.startMonth()
	switch s.kind {
	case model.NonASN:
		return model.NIP(fmt.Sprintf("NON-%04d", s.block*localsPerBlock+s.seat.local))
	case model.PPPK:
		code = 21
	case model.PPPKPartTime:
		code = 24
	}
	return model.NIP(fmt.Sprintf("%08d%04d%02d%d%03d", int(s.born), s.since, code, sex, s.serial))
}

// startMonth is the month of first appointment; most begin early in the year.
func (s *self) startMonth() int {
	return [...]int{1, 2, 3, 3, 4, 12}[s.index%6]
}
