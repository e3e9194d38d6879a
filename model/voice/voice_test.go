package voice_test

import (
	"errors"
	"testing"

	"kinerja/model"
	"kinerja/model/voice"
)

// Whose word a judgement is: the evaluator's, whoever types it; and of whoever
// works where there is no other.
func TestJudge(t *testing.T) {
	for name, tt := range map[string]struct {
		by                  model.Actor
		evaluator, employee model.EmployeeID
		whose               model.EmployeeID
		recorded            bool
	}{
		"the evaluator":                      {model.Owner("sari", ""), "sari", "rina", "sari", false},
		"the evaluator, with a PIN":          {model.Actor{Employee: "sari", Via: model.Signed}, "sari", "rina", "sari", false},
		"whoever keeps the file":             {model.Owner("sari", ""), "yusra", "rina", "yusra", true},
		"nobody above":                       {model.Owner("sari", ""), "", "rina", "sari", false},
		"a post that names its own holder":   {model.Owner("sari", ""), "rina", "rina", "sari", false},
		"one's own, taken back":              {model.Owner("rina", ""), "yusra", "rina", "rina", false},
		"a keeper who never said who":        {model.Owner("", ""), "yusra", "rina", "", false},
		"somebody known who is not on staff": {model.Actor{ID: "u1", Via: model.Signed}, "yusra", "rina", "yusra", true},
	} {
		if whose, recorded := voice.Judge(tt.by, tt.evaluator, tt.employee); whose != tt.whose || recorded != tt.recorded {
			t.Errorf("%s: %q %v, want %q %v", name, whose, recorded, tt.whose, tt.recorded)
		}
	}
	if !errors.Is(&voice.Error{Whose: "yusra"}, model.ErrInvalid) {
		t.Error("a word without its paper is no wrong value")
	}
}
