package near

import "testing"

func TestNearest(t *testing.T) {
	for given, want := range map[string]string{"crad": "card", "CARD": "card", "lst": "list", "ex": "export", "xyzzy": "", "": ""} {
		if got := Word(given, []string{"card", "list", "export"}); got != want {
			t.Errorf("near.Word(%q) = %q, want %q", given, got, want)
		}
	}
}
