// Package document is what the evaluation document of one person in one period
// consists of (Dokumen Evaluasi Kinerja Pegawai, PermenPANRB 6/2022), in every
// version.
package document

import (
	"kinerja/model"
	"kinerja/model/edition"
	"kinerja/model/objection"
	"kinerja/model/unitresult"
)

// Party is somebody named on the document: who is evaluated, their evaluator, and
// that one's superior. The zero Party is not known.
type Party struct {
	Name     string    `json:"name"`
	Number   model.NIP `json:"nip"`
	Grade    string    `json:"grade"` // pangkat/golongan
	Position string    `json:"position"`
	Unit     string    `json:"unit"`
}

// Sheet is what the document is made from.
type Sheet struct {
	Plan                        model.Plan
	Period                      model.Period
	Person, Evaluator, Superior Party
	Organisation                unitresult.Grade // of the unit, if it was decided; else 0
	Now                         model.Evaluation // the newest version, as it may be seen
	Former                      []edition.Former // the versions that it replaced, the first first
	Objections                  []objection.Objection
	Names                       map[model.EmployeeID]string // of whoever said a word
}

// Version is one version of the document.
type Version struct {
	Number     int
	Evaluation model.Evaluation
	Objection  *objection.Objection // the last one to this version; nil: none
	Replaced   *model.Word          // by which word; nil: it is the newest
	Made       *model.Word          // the word by which it replaced the version before; nil: the first
}

// Versions is how many there are.
func (s Sheet) Versions() int { return len(s.Former) + 1 }

// At is a version from 1; 0, or one that is not there, is the newest.
func (s Sheet) At(version int) (v Version) {
	all := s.Versions()
	if version < 1 || version > all {
		version = all
	}
	v = Version{Number: version, Evaluation: s.Now}
	if version < all {
		f := &s.Former[version-1]
		v.Evaluation, v.Replaced = f.Evaluation, &f.Word
	}
	if version > 1 {
		v.Made = &s.Former[version-2].Word
	}
	for i, o := range s.Objections {
		if o.State != objection.Withdrawn && max(1, o.Version) == version {
			v.Objection = &s.Objections[i]
		}
	}
	return v
}
