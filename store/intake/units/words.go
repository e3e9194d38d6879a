package units

import "kinerja/model"

// kinds are the words for jenis, ours and others that lists use.
var kinds = map[string]model.UnitKind{
	"dinas": model.UnitOffice, "badan": model.UnitOffice, "kantor": model.UnitOffice, "office": model.UnitOffice, "agency": model.UnitOffice,
	"bidang": model.UnitDivision, "division": model.UnitDivision,
	"puskesmas": model.UnitClinic, "pkm": model.UnitClinic, "uptpuskesmas": model.UnitClinic, "uptdpuskesmas": model.UnitClinic,
	"healthcentre": model.UnitClinic, "healthcenter": model.UnitClinic, "clinic": model.UnitClinic,
	"pustu": model.UnitSubClinic, "puskesmaspembantu": model.UnitSubClinic, "subclinic": model.UnitSubClinic,
	"sekolah": model.UnitSchool, "satuanpendidikan": model.UnitSchool, "school": model.UnitSchool,
	"paud": model.UnitSchool, "tk": model.UnitSchool, "sd": model.UnitSchool, "sdn": model.UnitSchool, "smp": model.UnitSchool,
	"smpn": model.UnitSchool, "sma": model.UnitSchool, "sman": model.UnitSchool, "smk": model.UnitSchool, "smkn": model.UnitSchool,
	"lain": model.UnitOther, "lainnya": model.UnitOther, "lainlain": model.UnitOther, "other": model.UnitOther,
}

// words are what jenis is advised to be.
func words() (list []string) {
	for k := model.UnitOther; k <= model.UnitSchool; k++ {
		list = append(list, k.String())
	}
	return append(list[1:], list[0])
}
