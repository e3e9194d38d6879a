package sample

import "kinerja/model/sample/job"

// blockSize is how many people one block holds. The first block is the district
// of Bukitintan; a larger sample is as many blocks of the same shape as it
// takes, each a sub-district, the last perhaps cut short.
const blockSize = 120

// localsPerBlock is how many of them have no NIP.
const localsPerBlock = 4

// The units of a block, by their place in it. The head of unit u sits on seat u.
const (
	healthOffice = iota
	educationOffice
	firstClinic
	secondClinic
	thirdClinic
	juniorSchool
	firstSchool
	secondSchool
	unitCount
)

// parents says which office each unit of a block stands under.
var parents = [unitCount]int{
	healthOffice, educationOffice, healthOffice, healthOffice, healthOffice, educationOffice, educationOffice, educationOffice,
}

// story is what is special about somebody.
type story uint8

const (
	steady  story = iota
	rising        // low, coached, better
	falling       // good, then worse
	newcomer
	onLeave    // a quarter with hardly any values
	moved      // from the second to the first clinic in the middle of 2026
	retired    // was head of the third clinic
	acting     // is acting head of the third clinic since
	remote     // has own, lower targets
	partTime   // PPPK paruh waktu
	unattached // neither PNS nor PPPK
)

// seat is one place in a block: where, as what, and with which story.
type seat struct {
	unit  int
	job   job.Job
	pppk  bool
	story story
	local int    // of those without NIP: which of the block's, from 1
	cast  string // name of the person of the demonstration who sits here in Bukitintan
}

// group is several seats of one job. Stories and cast go to the first of them,
// PPPK to the last.
type group struct {
	unit, count, pppk int
	job               job.Job
	stories           []story
	cast              []string
}

// seats lays out one block, heads of units first.
func seats() []seat {
	list, locals := make([]seat, 0, blockSize), 0
	for _, g := range groups() {
		for i := range g.count {
			s := seat{unit: g.unit, job: g.job, pppk: i >= g.count-g.pppk}
			if i < len(g.stories) {
				s.story = g.stories[i]
			}
			if s.story == unattached {
				locals++
				s.local = locals
			}
			if i < len(g.cast) {
				s.cast = g.cast[i]
			}
			list = append(list, s)
		}
	}
	return list
}

func groups() []group {
	return append(heads(),
		group{unit: healthOffice, count: 1, job: job.HealthAdministrator},
		group{unit: healthOffice, count: 1, job: job.Promoter},
		group{unit: healthOffice, count: 1, job: job.Programmer},
		group{unit: healthOffice, count: 1, job: job.Clerk},
		group{unit: healthOffice, count: 1, job: job.Archivist},

		group{unit: educationOffice, count: 1, job: job.Developer},
		group{unit: educationOffice, count: 1, job: job.Processor},
		group{unit: educationOffice, count: 1, job: job.Treasurer},
		group{unit: educationOffice, count: 2, job: job.Clerk, stories: []story{steady, partTime}},

		group{unit: firstClinic, count: 24, pppk: 6, job: job.Midwife,
			cast:    []string{rina, ani, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", citra},
			stories: []story{steady, steady, rising, falling, onLeave, remote, moved, rising, steady, remote}},
		group{unit: firstClinic, count: 6, pppk: 1, job: job.Nurse, cast: []string{budi}, stories: []story{falling}},
		group{unit: firstClinic, count: 2, job: job.Physician},
		group{unit: firstClinic, count: 1, job: job.Pharmacist},
		group{unit: firstClinic, count: 1, job: job.Sanitarian},
		group{unit: firstClinic, count: 1, pppk: 1, job: job.Nutritionist, stories: []story{newcomer}},
		group{unit: firstClinic, count: 2, job: job.Clerk, stories: []story{steady, partTime}},
		group{unit: firstClinic, count: 1, job: job.Cleaner, stories: []story{unattached}},

		group{unit: secondClinic, count: 5, pppk: 2, job: job.Midwife, stories: []story{falling, rising}},
		group{unit: secondClinic, count: 4, pppk: 1, job: job.Nurse, stories: []story{steady, onLeave}},
		group{unit: secondClinic, count: 1, job: job.Physician},
		group{unit: secondClinic, count: 1, job: job.Dentist},
		group{unit: secondClinic, count: 1, job: job.Nutritionist},
		group{unit: secondClinic, count: 1, job: job.AnalystLab},
		group{unit: secondClinic, count: 1, job: job.Clerk, stories: []story{partTime}},
		group{unit: secondClinic, count: 1, job: job.Treasurer},

		group{unit: thirdClinic, count: 1, job: job.ClinicHead, stories: []story{retired}},
		group{unit: thirdClinic, count: 5, pppk: 2, job: job.Midwife, stories: []story{steady, rising, steady, newcomer}},
		group{unit: thirdClinic, count: 4, pppk: 1, job: job.Nurse, stories: []story{steady, falling}},
		group{unit: thirdClinic, count: 1, job: job.Pharmacist},
		group{unit: thirdClinic, count: 1, pppk: 1, job: job.Promoter},
		group{unit: thirdClinic, count: 1, job: job.Clerk},
		group{unit: thirdClinic, count: 1, job: job.Treasurer},
		group{unit: thirdClinic, count: 1, job: job.Driver, stories: []story{unattached}},

		group{unit: juniorSchool, count: 1, job: job.SubjectTeacher, stories: []story{rising}, cast: []string{yusra}},
		group{unit: juniorSchool, count: 10, pppk: 3, job: job.Teacher, stories: []story{steady, falling, onLeave, steady, steady, steady, steady, newcomer}},
		group{unit: juniorSchool, count: 2, job: job.Clerk, stories: []story{steady, partTime}},
		group{unit: juniorSchool, count: 1, pppk: 1, job: job.Librarian},

		group{unit: firstSchool, count: 8, pppk: 2, job: job.Teacher, stories: []story{steady, rising}},
		group{unit: firstSchool, count: 1, job: job.Clerk},
		group{unit: firstSchool, count: 1, job: job.Guard, stories: []story{unattached}},

		group{unit: secondSchool, count: 8, pppk: 3, job: job.Teacher, stories: []story{falling, steady, rising}},
		group{unit: secondSchool, count: 1, job: job.Clerk, stories: []story{partTime}},
		group{unit: secondSchool, count: 1, job: job.Guard, stories: []story{unattached}},
	)
}

func heads() []group {
	return []group{
		{unit: healthOffice, count: 1, job: job.HealthHead},
		{unit: educationOffice, count: 1, job: job.EducationHead},
		{unit: firstClinic, count: 1, job: job.ClinicHead, cast: []string{sari}},
		{unit: secondClinic, count: 1, job: job.ClinicHead},
		{unit: thirdClinic, count: 1, job: job.Physician, stories: []story{acting}},
		{unit: juniorSchool, count: 1, job: job.SchoolHead},
		{unit: firstSchool, count: 1, job: job.SchoolHead},
		{unit: secondSchool, count: 1, job: job.SchoolHead},
	}
}
