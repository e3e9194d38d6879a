// Package job holds the positions of the sample's people, with the ranks that
// somebody rises by in them and the titles that go with them.
package job

import "kinerja/model"

// Track is by which ranks somebody rises in a job.
type Track uint8

const (
	Plain   Track = iota // pelaksana: no rank in the position's name
	Skilled              // keterampilan
	Expert               // keahlian
	Either               // both kinds serve side by side
	Leading              // heads: highest rank, not part of the position's name
)

// Job is a position with what belongs to it.
type Job struct {
	Name         string
	Kind         model.PostKind
	Track        Track
	Women        int    // of 100
	Before       string // titles
	AfterSkilled string
	After        string
}

// The positions.
var (
	HealthHead    = Job{"Kepala Dinas Kesehatan", model.PostExecutive, Leading, 40, "dr.", "", "M.Kes."}
	EducationHead = Job{"Kepala Dinas Pendidikan", model.PostExecutive, Leading, 40, "", "", "S.Pd., M.M."}
	ClinicHead    = Job{"Kepala Puskesmas", model.PostFunctional, Leading, 60, "dr.", "", "M.K.M."}
	SchoolHead    = Job{"Kepala Sekolah", model.PostFunctional, Leading, 60, "", "", "S.Pd., M.Pd."}

	Midwife      = Job{"Bidan", model.PostFunctional, Either, 100, "", "A.Md.Keb.", "S.Tr.Keb., Bdn."}
	Nurse        = Job{"Perawat", model.PostFunctional, Either, 60, "", "A.Md.Kep.", "S.Kep., Ns."}
	Physician    = Job{"Dokter", model.PostFunctional, Expert, 60, "dr.", "", ""}
	Dentist      = Job{"Dokter Gigi", model.PostFunctional, Expert, 75, "drg.", "", ""}
	Pharmacist   = Job{"Apoteker", model.PostFunctional, Expert, 75, "apt.", "", "S.Farm."}
	Sanitarian   = Job{"Sanitarian", model.PostFunctional, Either, 50, "", "A.Md.K.L.", "S.Tr.Kes."}
	Nutritionist = Job{"Nutrisionis", model.PostFunctional, Either, 85, "", "A.Md.Gz.", "S.Gz."}
	AnalystLab   = Job{"Pranata Laboratorium Kesehatan", model.PostFunctional, Skilled, 70, "", "A.Md.Kes.", ""}
	Promoter     = Job{"Penyuluh Kesehatan Masyarakat", model.PostFunctional, Expert, 65, "", "", "S.K.M."}

	HealthAdministrator = Job{"Administrator Kesehatan", model.PostFunctional, Expert, 55, "", "", "S.K.M., M.Kes."}
	Developer           = Job{"Pengembang Teknologi Pembelajaran", model.PostFunctional, Expert, 50, "", "", "S.Pd., M.Pd."}
	SubjectTeacher      = Job{"Guru Mata Pelajaran", model.PostFunctional, Expert, 65, "", "", "S.Pd."}
	Teacher             = Job{"Guru", model.PostFunctional, Expert, 65, "", "", "S.Pd."}
	Librarian           = Job{"Pustakawan", model.PostFunctional, Either, 60, "", "A.Md.", "S.I.Pust."}
	Programmer          = Job{"Pranata Komputer", model.PostFunctional, Either, 35, "", "A.Md.Kom.", "S.Kom."}
	Archivist           = Job{"Arsiparis", model.PostFunctional, Either, 55, "", "A.Md.", "S.Sos."}

	Processor = Job{"Pengolah Data dan Informasi", model.PostOperative, Plain, 50, "", "", "A.Md."}
	Treasurer = Job{"Pengelola Keuangan", model.PostOperative, Plain, 60, "", "", "A.Md."}
	Clerk     = Job{"Pengadministrasi Perkantoran", model.PostOperative, Plain, 55, "", "", ""}
	Cleaner   = Job{"Pramu Kebersihan", model.PostOperative, Plain, 40, "", "", ""}
	Driver    = Job{"Pengemudi Ambulans", model.PostOperative, Plain, 0, "", "", ""}
	Guard     = Job{"Penjaga Sekolah", model.PostOperative, Plain, 0, "", "", ""}
)

// rank is one step of a track, with the grades in it.
type rank struct {
	name   string
	grades [2]string
}

var (
	skilledRanks = [3]rank{{"Terampil", [2]string{"II/c", "II/d"}}, {"Mahir", [2]string{"III/a", "III/b"}}, {"Penyelia", [2]string{"III/c", "III/d"}}}
	expertRanks  = [3]rank{{"Ahli Pertama", [2]string{"III/a", "III/b"}}, {"Ahli Muda", [2]string{"III/c", "III/d"}}, {"Ahli Madya", [2]string{"IV/a", "IV/b"}}}
	plainRanks   = [3]rank{{"", [2]string{"II/a", "II/b"}}, {"", [2]string{"II/c", "II/d"}}, {"", [2]string{"III/a", "III/b"}}}
)

// RankOf picks the name and grade of the rank that somebody has reached in job
// j after so many years of service.
func RankOf(j Job, years int) (name, grade string) {
	step := 0
	for _, least := range []int{8, 17} {
		if years >= least {
			step++
		}
	}
	half := min((years-[3]int{0, 8, 17}[step])/4, 1)
	switch j.Track {
	case Skilled:
		return skilledRanks[step].name, skilledRanks[step].grades[half]
	case Expert:
		return expertRanks[step].name, expertRanks[step].grades[half]
	case Leading:
		return "", expertRanks[2].grades[half]
	}
	if j.After != "" { // with a diploma one begins higher
		return "", skilledRanks[step].grades[half]
	}
	return "", plainRanks[step].grades[half]
}
