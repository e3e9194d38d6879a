package said

// Hindrances are what people note beside a low share; those of clinics first,
// then what happens everywhere.
var Hindrances = []string{
	"Sasaran riil lebih kecil daripada sasaran proyeksi.",
	"Dua desa sulit dijangkau karena banjir.",
	"Stok bahan kosong tiga minggu.",
	"Alat rusak, menunggu perbaikan.",
	"Jaringan internet terputus, sebagian data menyusul.",
	"Merangkap tugas rekan yang sakit.",
	"Jadwal bersamaan dengan kegiatan kabupaten.",
	"Pendataan ulang sedang berjalan.",
}

// ClinicOnly is how many of them are told in clinics alone.
const ClinicOnly = 3

// Why an evaluator departs from what the aid suggests.
var (
	Higher = []string{
		"Membimbing dua rekan baru dan mengisi tugas yang kosong; tidak tercermin dalam angka.",
		"Gagasannya diterapkan di seluruh unit kerja.",
		"Capaian tertahan hal di luar kendali pegawai; buktinya dilampirkan.",
		"Target disepakati sebelum tugas bertambah.",
	}
	Lower = []string{
		"Bukti dukung dua indikator belum lengkap.",
		"Capaian tinggi karena sasaran yang kecil.",
	}
	NoData = []string{
		"Dinilai dari indikator yang ada dan pengamatan langsung; selebihnya cuti atau mutasi.",
		"Data belum lengkap; dinilai dari laporan bulanan.",
	}
)
