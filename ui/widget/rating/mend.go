package rating

import (
	"kinerja/model"
	"kinerja/model/correction"
	"kinerja/ui/lang"
	"kinerja/ui/widget/form"
)

// Mends reports that a word is corrected, and no step taken.
func (s *Step) Mends() bool { return s.taken.Word.ID != "" }

// Correction is the word that is corrected, as it was written.
func (s *Step) Correction() correction.Order {
	w := s.Word()
	return correction.Order{Word: s.taken.Word.ID, On: w.On, Document: w.Document, Reason: s.form.Value(fieldReason)}
}

// mending are the fields of a correction, with what stands there now. Sharing has
// no paper.
func (s *Step) mending() []form.Field {
	t, w := s.look.Text.Evaluation.Step, s.taken.Word
	fields := []form.Field{s.day(s.look.Text.Date(w.On)), {
		ID: fieldReason, Label: t.Reason, Hint: t.MendHint, Kind: form.Text, Need: true, Max: correction.MostDocument, Check: s.checkMended,
	}}
	if s.taken.To == model.Shared {
		return fields
	}
	return append([]form.Field{s.paper(w.Document)}, fields...)
}

// paper is the field of the document that a word stands in.
func (s *Step) paper(document string) form.Field {
	t := s.look.Text.Evaluation.Step
	return form.Field{
		ID: fieldDocument, Label: t.Document, Hint: t.DocumentHint, Kind: form.Text, Value: document, Need: true, Max: correction.MostDocument,
	}
}

// checkMended refuses a correction that would leave everything as it is.
func (s *Step) checkMended(string) string {
	if w := s.Word(); w.On == s.taken.Word.On && (w.Document == s.taken.Word.Document || s.taken.To == model.Shared) {
		return s.look.Text.Evaluation.Step.MendNothing
	}
	return ""
}

func (s *Step) mendTitle() string {
	t := s.look.Text.Evaluation.Step
	switch s.taken.To {
	case model.Shared:
		return t.MendSharing
	case model.Received:
		return t.MendReceipt
	}
	return t.MendAcceptance
}

// stands says what is recorded now; before the yes also what becomes of it. While
// it is written the room is the form's.
func (s *Step) stands() string {
	t, w := s.look.Text, s.taken.Word
	text := lang.Fill(t.Evaluation.Step.MendNow, "date", t.Date(w.On), "document", t.By(w.Document))
	if s.taken.To == model.Shared {
		text = lang.Fill(t.Evaluation.Step.MendNowShared, "date", t.Date(w.On))
	}
	if s.writing {
		return text
	}
	return text + " " + t.Evaluation.Step.MendThen
}
