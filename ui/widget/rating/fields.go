package rating

import (
	"kinerja/model"
	"kinerja/model/objection"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
)

// The fields of both ratings in a form.
const (
	FieldResult    = "result"
	FieldBehaviour = "behaviour"
)

// Fields are the choices of both ratings in a form, from those that stand; when says
// when they are asked.
func Fields(t *lang.Texts, result, behaviour model.Rating, when func(*form.Form) bool) []form.Field {
	var options []form.Option
	for _, r := range []model.Rating{model.Above, model.Meets, model.Below} {
		options = append(options, form.Option{Value: r.String(), Label: t.Rating(r)})
	}
	w := t.Objection.Form
	return []form.Field{
		{ID: FieldResult, Label: w.Result, Kind: form.Choice, Value: result.String(), Options: options, When: when},
		{ID: FieldBehaviour, Label: w.Behaviour, Kind: form.Choice, Value: behaviour.String(), Options: options, When: when},
	}
}

// Given are the ratings that stand in such fields.
func Given(f *form.Form) (r objection.Ratings) {
	r.Result, _ = model.ParseRating(f.Value(FieldResult))
	r.Behaviour, _ = model.ParseRating(f.Value(FieldBehaviour))
	return r
}
