package lang

import (
	"cmp"
	"strings"

	"kinerja/model"
	"kinerja/model/catalogue"
	"kinerja/model/talk"
)

// Common holds the words of the domain that every page needs. Arrays follow
// the order of the enumeration in model.
type Common struct {
	Months  [12]string
	Periods struct {
		Numerals                 [4]string
		Month, Quarter, Semester string
	}

	Ratings      [4]string // the first: not rated
	RatingsShort [4]string
	Predicates   [6]string // the first: none yet
	States       [11]string
	StatesShort  [11]string
	PlanStates   [6]string

	FeedbackKinds [6]string // the first: none

	ByPaper, NoPaper string // {document}: what an act is known from; where none was named

	Directions    [5]string
	Aspects       [4]string
	Aggregates    [4]string
	UnitKinds     [6]string
	EmployeeKinds [4]string
	PostKinds     [6]string
	Roles         [8]string

	Verbs map[string]string // by model.Verb
	Kinds map[string]string // by model.Kind

	People Plural // "38 people"
}

// word returns the ith word, or the last where there is no ith.
func word[E ~uint8](words []string, i E) string { return words[min(int(i), len(words)-1)] }

// Rating is the full name of a rating: "sesuai ekspektasi".
func (t *Texts) Rating(r model.Rating) string { return word(t.Common.Ratings[:], r) }

// RatingShort is a rating's name for narrow columns: "sesuai".
func (t *Texts) RatingShort(r model.Rating) string { return word(t.Common.RatingsShort[:], r) }

// Predicate is the name of a predicate: "Sangat baik".
func (t *Texts) Predicate(p model.Predicate) string { return word(t.Common.Predicates[:], p) }

// State says how far an evaluation has come: "sudah dinilai, belum
// disampaikan".
func (t *Texts) State(s model.EvaluationState) string { return word(t.Common.States[:], s) }

// StateShort is a state's name for narrow columns: "dinilai".
func (t *Texts) StateShort(s model.EvaluationState) string { return word(t.Common.StatesShort[:], s) }

// PlanState says how far a plan has come.
func (t *Texts) PlanState(s model.PlanState) string { return word(t.Common.PlanStates[:], s) }

// FeedbackKind is the name of a kind of feedback: "apresiasi".
func (t *Texts) FeedbackKind(k talk.Kind) string {
	return word(t.Common.FeedbackKinds[:], k)
}

// Unit is a unit of measure, as this language calls it.
func (t *Texts) Unit(unit string) string { return Inert(catalogue.Unit(unit).In(t.Code)) }

// Source is where an indicator or an instrument comes from.
func (t *Texts) Source(source string) string { return Inert(catalogue.Source(source).In(t.Code)) }

// Paper names the document of an act that was recorded, or says that none was
// named: a paper that nobody spoke of is never claimed.
func (t *Texts) Paper(document string) string {
	if strings.TrimSpace(document) == "" {
		return t.Common.NoPaper
	}
	return Inert(document)
}

// By says from what document an act was recorded, or that none was named.
func (t *Texts) By(document string) string {
	if strings.TrimSpace(document) == "" {
		return t.Common.NoPaper
	}
	return Fill(t.Common.ByPaper, "document", Inert(document))
}

// Direction says which way an indicator is good.
func (t *Texts) Direction(d model.Direction) string { return word(t.Common.Directions[:], d) }

// Aspect is the name of a measure's aspect.
func (t *Texts) Aspect(a model.Aspect) string { return word(t.Common.Aspects[:], a) }

// Aggregate says how values of several people or periods add up.
func (t *Texts) Aggregate(a model.Aggregate) string { return word(t.Common.Aggregates[:], a) }

// UnitKind is the name of a kind of unit.
func (t *Texts) UnitKind(k model.UnitKind) string { return word(t.Common.UnitKinds[:], k) }

// EmployeeKind is the name of a kind of employment.
func (t *Texts) EmployeeKind(k model.EmployeeKind) string {
	return word(t.Common.EmployeeKinds[:], k)
}

// PostKind is the name of a kind of post.
func (t *Texts) PostKind(k model.PostKind) string { return word(t.Common.PostKinds[:], k) }

// Roles writes a set of roles; a dash for none.
func (t *Texts) Roles(set model.Roles) string {
	var list []string
	for r := model.RoleStaff; r <= model.RoleAdmin; r++ {
		if set.Has(r) {
			list = append(list, t.Role(r))
		}
	}
	return cmp.Or(strings.Join(list, ", "), None)
}

// Role is the name of a role.
func (t *Texts) Role(r model.Role) string { return word(t.Common.Roles[:], r) }

// Verb says what was done: "memasukkan realisasi".
func (t *Texts) Verb(v model.Verb) string {
	if s, ok := t.Common.Verbs[string(v)]; ok {
		return s
	}
	return string(v)
}

// Kind is the name of a kind of record: "evaluasi".
func (t *Texts) Kind(k model.Kind) string {
	if s, ok := t.Common.Kinds[string(k)]; ok {
		return s
	}
	return string(k)
}
