package rules

import "kinerja/model"

// Behaviour is one of the seven values of BerAKHLAK, with its three guides.
type Behaviour struct {
	Code   string // as files and the command line name it
	Name   model.Text
	Guides [3]model.Text
}

// Behaviours returns the seven values in their official order and wording
// (DOMAIN 1.4). Where printed forms differ, the fuller wording stands; of
// Adaptif guides 2 and 3 and all of Kolaboratif one source alone was seen. The
// English is a gloss, not an official text.
func Behaviours() []Behaviour {
	return []Behaviour{
		{"pelayanan", model.Text{ID: "Berorientasi Pelayanan", EN: "Service-oriented"}, [3]model.Text{
			{ID: "Memahami dan memenuhi kebutuhan masyarakat", EN: "Understands and meets the needs of the public"},
			{ID: "Ramah, cekatan, solutif, dan dapat diandalkan", EN: "Friendly, quick, finds solutions, and can be relied on"},
			{ID: "Melakukan perbaikan tiada henti", EN: "Never stops improving"},
		}},
		{"akuntabel", model.Text{ID: "Akuntabel", EN: "Accountable"}, [3]model.Text{
			{ID: "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi", EN: "Works honestly, responsibly, carefully, with discipline and high integrity"},
			{ID: "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien", EN: "Uses state property responsibly, effectively and efficiently"},
			{ID: "Tidak menyalahgunakan kewenangan jabatan", EN: "Does not abuse the powers of office"},
		}},
		{"kompeten", model.Text{ID: "Kompeten", EN: "Competent"}, [3]model.Text{
			{ID: "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah", EN: "Builds own competence to meet challenges that keep changing"},
			{ID: "Membantu orang lain belajar", EN: "Helps others learn"},
			{ID: "Melaksanakan tugas dengan kualitas terbaik", EN: "Works to the best quality"},
		}},
		{"harmonis", model.Text{ID: "Harmonis", EN: "Harmonious"}, [3]model.Text{
			{ID: "Menghargai setiap orang apapun latar belakangnya", EN: "Respects everyone whatever their background"},
			{ID: "Suka menolong orang lain", EN: "Likes to help others"},
			{ID: "Membangun lingkungan kerja yang kondusif", EN: "Makes the workplace a good one to work in"},
		}},
		{"loyal", model.Text{ID: "Loyal", EN: "Loyal"}, [3]model.Text{
			{ID: "Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, setia pada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah", EN: "Holds to Pancasila and the 1945 Constitution, faithful to the Unitary State of the Republic of Indonesia and its lawful government"},
			{ID: "Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara", EN: "Guards the good name of fellow civil servants, leaders, agency and state"},
			{ID: "Menjaga rahasia jabatan dan negara", EN: "Keeps the secrets of office and state"},
		}},
		{"adaptif", model.Text{ID: "Adaptif", EN: "Adaptive"}, [3]model.Text{
			{ID: "Cepat menyesuaikan diri menghadapi perubahan", EN: "Adjusts quickly to change"},
			{ID: "Terus berinovasi dan mengembangkan kreativitas", EN: "Keeps innovating and growing creativity"},
			{ID: "Bertindak proaktif", EN: "Acts before being asked"},
		}},
		{"kolaboratif", model.Text{ID: "Kolaboratif", EN: "Collaborative"}, [3]model.Text{
			{ID: "Memberi kesempatan kepada berbagai pihak untuk berkontribusi", EN: "Gives all sides a chance to contribute"},
			{ID: "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah", EN: "Open to working together for added value"},
			{ID: "Menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama", EN: "Brings many resources to bear on shared goals"},
		}},
	}
}
