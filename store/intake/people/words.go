package people

import (
	"strings"

	"kinerja/model"
	"kinerja/store/intake/table"
)

// kinds are the words for jenis_pegawai that lists use beside our own.
var kinds = map[string]model.EmployeeKind{
	"pns": model.PNS, "cpns": model.PNS, "pppk": model.PPPK, "p3k": model.PPPK, "pppkpenuhwaktu": model.PPPK,
	"pppkparuhwaktu": model.PPPKPartTime, "p3kparuhwaktu": model.PPPKPartTime,
	"nonasn": model.NonASN, "honorer": model.NonASN, "thl": model.NonASN, "kontrak": model.NonASN, "blud": model.NonASN, "nonpns": model.NonASN,
}

// kindOf reads a word for jenis_pegawai.
func kindOf(s string) (model.EmployeeKind, bool) {
	k, ok := kinds[table.Fold(s)]
	return k, ok
}

// postKindOf reads a word for jenis_jabatan: "fungsional", "Jabatan Fungsional".
func postKindOf(s string) (model.PostKind, bool) {
	s = strings.TrimPrefix(table.FoldWords(s), "jabatan ")
	switch s {
	case "jf":
		s = "fungsional"
	case "jpt pratama", "pimpinan tinggi pratama":
		s = "jpt"
	}
	return model.ParsePostKind(s)
}

// leavers are the words of a status that ends employment; the others keep it.
var leavers = map[string]bool{
	"pensiun": true, "berhenti": true, "keluar": true, "meninggal": true, "meninggaldunia": true,
	"pindah": true, "mutasikeluar": true, "nonaktif": true, "tidakaktif": true,
}

// words lists what an enumeration accepts.
func words[E interface {
	~uint8
	String() string
}](last E) []string {
	var list []string
	for e := E(0); e <= last; e++ {
		list = append(list, e.String())
	}
	return list
}

// shareWord reports whether two names have a word in common.
func shareWord(a, b string) bool {
	b = " " + table.FoldWords(b) + " "
	for w := range strings.FieldsSeq(table.FoldWords(a)) {
		if strings.Contains(b, " "+w+" ") {
			return true
		}
	}
	return false
}
