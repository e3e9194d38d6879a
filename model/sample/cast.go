package sample

import (
	"kinerja/model"
	"kinerja/model/sample/job"
)

// The people of the demonstration, by the names they are asked for.
const (
	sari  = "Sari Wulandari"
	rina  = "Rina Hartati"
	ani   = "Ani Lestari"
	budi  = "Budi Santoso"
	citra = "Citra Dewi"
	yusra = "Yusra Fitriani"
)

// member is what is given about somebody of the cast.
type member struct {
	name, before, after string
	male                bool
	born                model.Date
	since               int
	track               job.Track
	results             map[string]script
}

// script is a card that the demonstration needs as it is.
type script struct {
	values    map[string]string // by code, as a person types them
	only      bool              // nothing else is entered
	rated     bool
	behaviour model.Rating
}

func castOfBukitintan() map[string]member {
	return map[string]member{
		sari: {name: sari, before: "dr.", born: 1976_03_12, since: 2003, track: job.Leading},
		// 105.31 and all but one step from very good: the sketch of the page.
		rina: {name: rina, after: "A.Md.Keb.", born: 1997_05_21, since: 2020, track: job.Skilled, results: map[string]script{
			"2026-Q3": {rated: true, behaviour: model.Above, values: map[string]string{
				"IDL": "94", "K6": "90", "IKM": "84.20", "TUNGGU": "45", "TELAT": "0", "KF": "18/19", "DS": "232/250", "JP": "5",
			}},
		}},
		ani: {name: ani, after: "A.Md.Keb.", born: 1991_11_03, since: 2014, track: job.Skilled, results: map[string]script{
			"2026-Q3": {values: map[string]string{
				"IDL": "92", "K6": "88", "IKM": "84.20", "TUNGGU": "45", "TELAT": "0", "KF": "90", "DS": "81.5", "JP": "4",
			}},
		}},
		budi: {name: budi, after: "A.Md.Kep.", male: true, born: 1988_08_27, since: 2011, track: job.Skilled, results: map[string]script{
			"2026-Q3": {values: map[string]string{
				"HT": "71.50", "TANGAN": "78", "APD": "95", "IDPAS": "88", "IKM": "80", "TUNGGU": "70", "TELAT": "2", "JP": "4",
			}},
		}},
		citra: {name: citra, after: "A.Md.Keb.", born: 1999_02_14, since: 2023, track: job.Skilled, results: map[string]script{
			"2026-Q2": {values: map[string]string{"IDL": "88"}},
			"2026-Q3": {values: map[string]string{"IDL": "47/52"}, only: true},
		}},
		// Of class VII-B: the means of 31 pupils, one knew it all before.
		yusra: {name: yusra, after: "S.Pd.", born: 1986_09_17, since: 2010, track: job.Expert, results: map[string]script{
			"2026-Q3": {values: map[string]string{
				"NGAIN": "41.50:73.25@31-1", "TUNTAS": "26/32", "OBS": "2026-08-14; instruksi 3,4,3; umpan_balik 3,3,-; oleh Efendi Chaniago, S.Pd., M.Pd.; tahap refleksi", "LAKSANA": "100", "HADIRPD": "96.40", "HADIR": "98", "PERKT": "1", "LAPOR": "1",
			}},
		}},
	}
}

// member finds what is given about somebody; nobody outside Bukitintan is cast.
func (d District) member(s self) (member, bool) {
	m, ok := d.cast[s.seat.cast]
	return m, ok && s.block == 0
}
