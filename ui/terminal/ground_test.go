package terminal

import (
	"testing"

	"kinerja/ui/theme"
)

func TestGrounds(t *testing.T) {
	for answer, want := range map[string]theme.Ground{
		"11;rgb:0000/0000/0000": theme.Dark, "11;rgb:1e/1e/2e": theme.Dark, "11;rgb:ffff/ffff/ffff": theme.Light,
		"11;rgb:zz/00/00": theme.Unknown, "10;rgb:0/0/0": theme.Unknown, "": theme.Unknown,
	} {
		if g, _ := groundOf(answer); g != want {
			t.Errorf("%q is ground %v, want %v", answer, g, want)
		}
	}
	for env, want := range map[string]theme.Ground{"15;0": theme.Dark, "0;15": theme.Light, "0;default;7": theme.Light, "": theme.Unknown, "x": theme.Unknown} {
		if g := groundFrom(env); g != want {
			t.Errorf("COLORFGBG=%q is ground %v, want %v", env, g, want)
		}
	}
}
