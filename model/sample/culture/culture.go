// Package culture holds how the peoples of Indonesia name their children and
// their places, for the people of the sample.
package culture

import (
	"fmt"

	"kinerja/model/sample/dice"
)

// Culture is how a people of Indonesia names its children: given names and, if
// it has them, second or family names, for women and men.
type Culture struct {
	weight int // of 100 people
	women  []string
	men    []string
	lastW  []string
	lastM  []string
	haji   bool // the elders may bear H. or Hj.
}

// All returns the pools. They are common parts of names, combined by
// dice: nobody in the district is anybody.
func All() []Culture { return append(westernCultures(), easternCultures()...) }

func westernCultures() []Culture {
	return []Culture{
		{
			weight: 30, haji: true,
			women: []string{"Sri", "Endang", "Retno", "Wahyu", "Dwi", "Tri", "Ratna", "Nur", "Yuni", "Dyah", "Siti", "Eni", "Puji", "Anik"},
			lastW: []string{"Handayani", "Rahayu", "Astuti", "Purwanti", "Kusumawati", "Setyaningsih", "Widiastuti", "Utami", "Mulyani", "Susanti", "Wijayanti", "Kurniasih"},
			men:   []string{"Agus", "Bambang", "Eko", "Dwi", "Heru", "Sigit", "Slamet", "Teguh", "Wahyu", "Yudi", "Tri", "Arif", "Didik", "Nanang"},
			lastM: []string{"Prasetyo", "Setiawan", "Nugroho", "Susanto", "Purnomo", "Hidayat", "Raharjo", "Kurniawan", "Saputra", "Utomo", "Wicaksono", "Haryanto"},
		},
		{
			weight: 8, // one name and no more
			women:  []string{"Sumarni", "Suminah", "Suparti", "Ngatini", "Warsini", "Kasiyem", "Painah", "Tukinem", "Suyatmi", "Rubiyah", "Mujiati", "Sutinah"},
			men:    []string{"Suparman", "Kartono", "Ngatijo", "Paryono", "Sukirman", "Tukiman", "Wagiman", "Sarjono", "Mulyadi", "Suroso", "Sunaryo", "Warsito"},
		},
		{
			weight: 14, haji: true,
			women: []string{"Euis", "Imas", "Lilis", "Teti", "Cucu", "Iis", "Yayah", "Entin", "Neng", "Ai", "Tati", "Dedeh"},
			lastW: []string{"Komariah", "Rohaeni", "Nurhayati", "Sumiati", "Maryati", "Sopiah", "Suryani", "Rosmiati", "Hasanah", "Jubaedah"},
			men:   []string{"Asep", "Dadang", "Ujang", "Cecep", "Deden", "Dede", "Iwan", "Yayat", "Tatang", "Aceng", "Encep", "Jajang"},
			lastM: []string{"Sutisna", "Suryana", "Hermawan", "Kusnadi", "Mulyana", "Sopandi", "Rukmana", "Permana", "Sudrajat", "Gunawan"},
		},
		{
			weight: 14, haji: true,
			women: []string{"Yusnita", "Desi", "Rahmi", "Fitri", "Elvi", "Yulia", "Refni", "Mira", "Nelvi", "Gusniar", "Wirda", "Asmarni"},
			lastW: []string{"Yanti", "Chaniago", "Koto", "Piliang", "Sikumbang", "Jambak", "Rahmadani", "Oktavia", "Murni", "Guci"},
			men:   []string{"Zulfikar", "Afrizal", "Yusrizal", "Hendri", "Erizal", "Syafrizal", "Doni", "Jasman", "Irwandi", "Masrul", "Nofrizal", "Efendi"},
			lastM: []string{"Chaniago", "Koto", "Piliang", "Sikumbang", "Jambak", "Guci", "Malin", "Rajo", "Putra", "Anwar"},
		},
		{
			weight: 12,
			women:  []string{"Rotua", "Tiurma", "Lamria", "Duma", "Roida", "Melva", "Nurhaida", "Christina", "Debora", "Rosmaida", "Lasma", "Marta"},
			lastW:  []string{"br. Simanjuntak", "br. Sihombing", "Siregar", "Nasution", "Lubis", "br. Hutapea", "Sitorus", "br. Manurung", "br. Ginting", "br. Sembiring", "Harahap"},
			men:    []string{"Parlindungan", "Saut", "Togar", "Binsar", "Poltak", "Maruli", "Jonner", "Mangasi", "Sahat", "Tumpal", "Rinto", "Pardamean"},
			lastM:  []string{"Simanjuntak", "Sihombing", "Siregar", "Nasution", "Lubis", "Hutapea", "Sitorus", "Manurung", "Ginting", "Sembiring", "Harahap"},
		},
	}
}

func easternCultures() []Culture {
	return []Culture{
		{
			weight: 9, haji: true,
			women: []string{"Andi Tenri", "Hasnawati", "Rosmini", "Sitti", "Besse", "Nurhaedah", "Darmawati", "Andi Besse", "Suriani", "Hasmiah"},
			lastW: []string{"Abeng", "Ramlah", "Mappasessu", "Saleh", "Marwah", "Tahir", "Amin", "Pananrang", "Hamid"},
			men:   []string{"Andi Baso", "Syamsuddin", "Baharuddin", "Muhammad Amran", "Ambo", "Andi Takdir", "Sudirman", "Kaharuddin", "Jamaluddin", "Lukman"},
			lastM: []string{"Mappasessu", "Saleh", "Tahir", "Pananrang", "Hamid", "Dalle", "Upe", "Lallo", "Tompo"},
		},
		{
			weight: 6,
			women:  []string{"Ni Luh", "Ni Made", "Ni Wayan", "Ni Komang", "Ni Ketut", "Ni Nyoman", "Ni Putu"},
			lastW:  []string{"Ayu Suryani", "Sri Astini", "Sukerti", "Widiantari", "Ayu Pradnyani", "Suartini", "Eka Lestari", "Darmiyanti"},
			men:    []string{"I Wayan", "I Made", "I Nyoman", "I Ketut", "I Gede", "I Komang", "I Putu"},
			lastM:  []string{"Suardana", "Sudiarta", "Artawan", "Sukadana", "Budiasa", "Mertayasa", "Agus Adnyana", "Wirawan"},
		},
		{
			weight: 5,
			women:  []string{"Maria Goreti", "Yosefina", "Yuliana", "Martha", "Agustina", "Selvina", "Theresia", "Novita"},
			lastW:  []string{"Bere", "Rumbiak", "Pattiasina", "Kambu", "Latuconsina", "Tahitoe", "Seran", "Mandowen"},
			men:    []string{"Yohanes", "Markus", "Petrus", "Yakobus", "Frans", "Melkianus", "Stefanus", "Oktovianus"},
			lastM:  []string{"Bere", "Rumbiak", "Pattiasina", "Kambu", "Latuconsina", "Tahitoe", "Seran", "Mandowen"},
		},
		{
			weight: 2, haji: true, // long ones, to try every column
			women: []string{"Raden Ayu Kusumaningtyas", "Cut Nyak Meutia Rahmatillah", "Siti Nur Azizah Khairunnisa", "Raden Roro Sekar Arum"},
			lastW: []string{"Prameswari Hadiningrat", "Binti Abdurrahman", "Sastrowardoyo Putri"},
			men:   []string{"Teuku Muhammad Iskandar", "Raden Mas Suryokusumo", "Muhammad Fadhlurrahman", "Tubagus Achmad Sastrawinata"},
			lastM: []string{"Hadiningrat Wijaya", "Bin Abdurrahman", "Alamsyah Siregar"},
		},
	}
}

// Name makes a name for somebody: the name, and whether the elders of that
// culture may bear H. or Hj.
func Name(d *dice.Dice, pools []Culture, male bool) (full string, haji bool) {
	n := d.Below(100)
	c := pools[0]
	for _, c = range pools {
		if n -= c.weight; n < 0 {
			break
		}
	}
	given, last := c.women, c.lastW
	if male {
		given, last = c.men, c.lastM
	}
	full = dice.Pick(d, given)
	if len(last) > 0 {
		full += " " + dice.Pick(d, last)
	}
	return full, c.haji
}

// The parts of names of places, for the sub-districts of large samples.
var (
	placeFirst  = [...]string{"Batu", "Tanjung", "Sungai", "Air", "Bukit", "Lubuk", "Muara", "Padang", "Kampung", "Pulau", "Teluk", "Tebing", "Koto", "Rantau", "Simpang", "Talang", "Ujung", "Gunung", "Pasir", "Rawa", "Sumber", "Karang", "Tirta", "Wana", "Giri", "Suka", "Mekar", "Banjar", "Kuta", "Tegal"}
	placeSecond = [...]string{"Harapan", "Indah", "Jernih", "Hitam", "Makmur", "Jaya", "Sari", "Mulya", "Damai", "Sejahtera", "Baru", "Lama", "Tinggi", "Dalam", "Panjang", "Bening", "Permai", "Asri", "Agung", "Sentosa", "Rejo", "Murni", "Kencana", "Mas", "Perak", "Subur", "Tengah", "Hilir", "Hulu"}
)

// Place names the nth sub-district, from 0; a number follows once all names are used up.
func Place(n int) string {
	all := len(placeFirst) * len(placeSecond)
	// A step that shares no factor with the number of names visits each once.
	i := n * 337 % all
	place := placeFirst[i%len(placeFirst)] + " " + placeSecond[i/len(placeFirst)]
	if n >= all {
		place += fmt.Sprintf(" %d", n/all+1)
	}
	return place
}
