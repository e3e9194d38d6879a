package columns

import "strconv"

// Field is one thing that a kind of table tells, by the name that files use.
type Field struct {
	name   string
	needed bool
	also   string // synonyms, folded, with spaces between
}

// Name is how files name the field.
func (f Field) Name() string { return f.name }

// The fields of each kind of table (FORMATS). "nama_nip" is a column that holds
// both in one cell.

// Staff returns the fields of a list of people.
func Staff() []Field {
	return []Field{
		{"nip", false, "nippppk nipnipppk nippegawai nipnippppk nipnik nippppknik nipnipppknik"},
		{"nama", true, "name namapegawai namalengkap namaasn"},
		{"nama_nip", false, "namadannip nippdannama nipnama nipdannama namanipnipppk namapegawainip"},
		{"gelar_depan", false, "gelardpn titlebefore"},
		{"gelar_belakang", false, "gelarblk titleafter"},
		{"jenis_pegawai", false, "jenisasn statuskepegawaian kind"},
		{"golongan", false, "grade golru gol golruang golonganruang pangkatgol pangkatgolruang pangkatgolongan pangkatgolonganruang"},
		{"jabatan", true, "position namajabatan skpjabatan"},
		{"jenis_jabatan", false, "positionkind"},
		{"jenjang", false, "level jenjangjabatan"},
		{"unit", false, "unitkerja unor skpunor namaunit unitorganisasi"},
		{"nip_penilai", false, "pegawaiatasannip nipatasan nippejabatpenilai nipatasanlangsung evaluator"},
		{"mulai", false, "tmt tmtjabatan from start"},
		{"selesai", false, "sampai tanggalselesai to end"},
		{"status", false, "statusaktif"},
	}
}

// Cards returns the fields of a table of results.
func Cards() []Field {
	return []Field{
		{"nip", true, "nippppk nipnipppk nippegawai"},
		{"periode", true, "period"},
		{"kode", true, "code kodeindikator"},
		{"realisasi", true, "actual capaian"},
		{"pembilang", false, "numerator"},
		{"penyebut", false, "denominator"},
		{"pretes", false, "pretest reratapretes pretestmean nilaipretes"},
		{"postes", false, "posttest postest reratapostes posttestmean nilaipostes"},
		{"maksimum", false, "maximum nilaimaksimum"},
		{"murid", false, "pupils jumlahmurid pesertadidik"},
		{"dikecualikan", false, "leftout tidakdihitung"},
		{"gain_dari", false, "gainof dasargain"},
		{"observasi", false, "observations observasikelas"},
		{"catatan", false, "note keterangan"},
		{"skp", false, "plan planid"},
	}
}

// Units returns the fields of a tree of units.
func Units() []Field {
	return []Field{
		{"kode", true, "code kodeunit kodeunor kodeunitkerja"},
		{"nama", true, "name unit unitkerja unor namaunit namaunor namaunitkerja unitorganisasi"},
		{"jenis", false, "kind jenisunit type tipe"},
		{"induk", false, "parent kodeinduk unitinduk indukunit kodeunitinduk"},
		{"nip_kepala", false, "nippimpinan nipkepalaunit headnip"},
		{"npsn", false, ""},
	}
}

// gauge are the fields of one thing that is measured, in an instrument or a plan.
func gauge(needed bool) []Field {
	return []Field{
		{"kode", needed, "code kodeindikator"},
		{"indikator", needed, "indicator namaindikator indikatorkinerja iki indikatorkinerjaindividu"},
		{"indikator_en", false, "indicatoren"},
		{"aspek", false, "aspect"},
		{"satuan", needed, "unit satuanukuran"},
		{"arah", needed, "direction"},
		{"target", needed, "targetbawah"},
		{"target_atas", false, "targethigh"},
		{"batas", false, "limit"},
		{"cap", false, "capaianmaks batascapaian"},
		{"bobot", needed, "weight"},
		{"agregasi", false, "aggregate aggregation"},
		{"wajar_min", false, "plausiblemin"},
		{"wajar_maks", false, "plausiblemax wajarmax"},
		{"sumber", false, "source"},
		{"terverifikasi", false, "verified sudahdiperiksa"},
	}
}

// Instruments returns the fields of instruments: one row for each indicator.
func Instruments() []Field {
	return append([]Field{
		{"instrumen", true, "instrument kodeinstrumen"},
		{"versi", false, "version"},
		{"nama", false, "namainstrumen instrumentname"},
		{"nama_en", false, "instrumentnameen"},
		{"jabatan", false, "position positions namajabatan"},
		{"sumber_instrumen", false, "instrumentsource"},
	}, gauge(true)...)
}

// Plans returns the fields of plans: one row for each, or one for each measure.
func Plans() []Field {
	return append([]Field{
		{"nip", true, "nippppk nipnipppk nippegawai"},
		{"tahun", true, "year"},
		{"instrumen", false, "instrument kodeinstrumen"},
		{"versi", false, "version"},
		{"surat", false, "document nosurat nomorsurat"},
		{"tanggal", false, "date tanggalskp"},
		{"skp", false, "plan planid"},
		{"rhk", false, "outcome rencanahasilkerja"},
		{"rhk_atasan", false, "serves rhkpimpinan rhkpimpinanyangdiintervensi rencanahasilkerjapimpinanyangdiintervensi"},
		{"jenis", false, "section utamatambahan"},
		{"aturan", false, "ruleset aturanpenilaian"},
	}, gauge(false)...)
}

// Surveys returns the fields of answer sheets: one row for each respondent, or
// one for a whole survey, with how many respondents its averages are of.
func Surveys() []Field {
	list := []Field{
		{"unit", true, "unitkerja unor namaunit unitlayanan unitpelayanan"},
		{"periode", true, "period"},
		{"responden", false, "respondents jumlahresponden n"},
		{"populasi", false, "population"},
		{"sumber", false, "source"},
		{"rata_rata", false, "averaged"},
	}
	for i := 1; i <= 9; i++ {
		u := "u" + strconv.Itoa(i)
		list = append(list, Field{u, true, "unsur" + strconv.Itoa(i) + " p" + strconv.Itoa(i) + " q" + strconv.Itoa(i)})
	}
	for i := 1; i <= 9; i++ {
		u := "u" + strconv.Itoa(i)
		list = append(list, Field{"jumlah_" + u, false, "sum" + u}, Field{"jawab_" + u, false, "answers" + u})
	}
	return list
}
