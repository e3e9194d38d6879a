package sample

import "kinerja/model"

// track is by which ranks somebody rises in a job.
type track uint8

const (
	plain   track = iota // pelaksana: no rank in the position's name
	skilled              // keterampilan
	expert               // keahlian
	either               // both kinds serve side by side
	leading              // heads: highest rank, not part of the position's name
)

// job is a position with what belongs to it.
type job struct {
	name         string
	kind         model.PostKind
	track        track
	women        int    // of 100
	before       string // titles
	afterSkilled string
	after        string
}

var (
	healthHead    = job{"Kepala Dinas Kesehatan", model.PostExecutive, leading, 40, "dr.", "", "M.Kes."}
	educationHead = job{"Kepala Dinas Pendidikan", model.PostExecutive, leading, 40, "", "", "S.Pd., M.M."}
	clinicHead    = job{"Kepala Puskesmas", model.PostFunctional, leading, 60, "dr.", "", "M.K.M."}
	schoolHead    = job{"Kepala Sekolah", model.PostFunctional, leading, 60, "", "", "S.Pd., M.Pd."}

	midwife      = job{"Bidan", model.PostFunctional, either, 100, "", "A.Md.Keb.", "S.Tr.Keb., Bdn."}
	nurse        = job{"Perawat", model.PostFunctional, either, 60, "", "A.Md.Kep.", "S.Kep., Ns."}
	physician    = job{"Dokter", model.PostFunctional, expert, 60, "dr.", "", ""}
	dentist      = job{"Dokter Gigi", model.PostFunctional, expert, 75, "drg.", "", ""}
	pharmacist   = job{"Apoteker", model.PostFunctional, expert, 75, "apt.", "", "S.Farm."}
	sanitarian   = job{"Sanitarian", model.PostFunctional, either, 50, "", "A.Md.K.L.", "S.Tr.Kes."}
	nutritionist = job{"Nutrisionis", model.PostFunctional, either, 85, "", "A.Md.Gz.", "S.Gz."}
	analystLab   = job{"Pranata Laboratorium Kesehatan", model.PostFunctional, skilled, 70, "", "A.Md.Kes.", ""}
	promoter     = job{"Penyuluh Kesehatan Masyarakat", model.PostFunctional, expert, 65, "", "", "S.K.M."}

	healthAdministrator = job{"Administrator Kesehatan", model.PostFunctional, expert, 55, "", "", "S.K.M., M.Kes."}
	developer           = job{"Pengembang Teknologi Pembelajaran", model.PostFunctional, expert, 50, "", "", "S.Pd., M.Pd."}
	subjectTeacher      = job{"Guru Mata Pelajaran", model.PostFunctional, expert, 65, "", "", "S.Pd."}
	teacher             = job{"Guru", model.PostFunctional, expert, 65, "", "", "S.Pd."}
	librarian           = job{"Pustakawan", model.PostFunctional, either, 60, "", "A.Md.", "S.I.Pust."}
	programmer          = job{"Pranata Komputer", model.PostFunctional, either, 35, "", "A.Md.Kom.", "S.Kom."}
	archivist           = job{"Arsiparis", model.PostFunctional, either, 55, "", "A.Md.", "S.Sos."}

	processor = job{"Pengolah Data dan Informasi", model.PostOperative, plain, 50, "", "", "A.Md."}
	treasurer = job{"Pengelola Keuangan", model.PostOperative, plain, 60, "", "", "A.Md."}
	clerk     = job{"Pengadministrasi Perkantoran", model.PostOperative, plain, 55, "", "", ""}
	cleaner   = job{"Pramu Kebersihan", model.PostOperative, plain, 40, "", "", ""}
	driver    = job{"Pengemudi Ambulans", model.PostOperative, plain, 0, "", "", ""}
	guard     = job{"Penjaga Sekolah", model.PostOperative, plain, 0, "", "", ""}
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

// rankOf picks the name and grade of the rank that somebody has reached in job
// j after so many years of service.
func rankOf(j job, years int) (name, grade string) {
	step := 0
	for _, least := range []int{8, 17} {
		if years >= least {
			step++
		}
	}
	half := min((years-[3]int{0, 8, 17}[step])/4, 1)
	switch j.track {
	case skilled:
		return skilledRanks[step].name, skilledRanks[step].grades[half]
	case expert:
		return expertRanks[step].name, expertRanks[step].grades[half]
	case leading:
		return "", expertRanks[2].grades[half]
	}
	if j.after != "" { // with a diploma one begins higher
		return "", skilledRanks[step].grades[half]
	}
	return "", plainRanks[step].grades[half]
}
