package chart_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"

	"kinerja/model"
	"kinerja/ui/theme"
	"kinerja/ui/uitest"
	"kinerja/ui/widget/chart"
)

// quarters gives n points that rise by ten.
func quarters(n int) []chart.Point {
	var list []chart.Point
	for i := range n {
		v := model.Int(int64(60 + 10*i))
		list = append(list, chart.Point{Label: fmt.Sprintf("TW %d", i+1), Value: v.Fixed(), Note: "Baik", Height: model.Some(v)})
	}
	return list
}

func draw(t *testing.T, points []chart.Point, chosen, width int) []string {
	t.Helper()
	st := uitest.Env(t, "id").Styles
	lines := chart.Spark(st, points, chosen, model.Int(60), model.Int(120), width)
	uitest.Fits(t, strings.Join(lines, "\n"), width, 3)
	return lines
}

func TestSpark(t *testing.T) {
	points := quarters(3)
	points[1].Height, points[1].Value = model.Amount{}, "–"
	got := draw(t, points, 2, 60)
	want := []string{
		"  TW 1     TW 2    ▸TW 3",
		"  ▁ 60.00    –      ▃ 80.00",
		"  Baik     Baik     Baik",
	}
	for i := range want {
		if strings.TrimRight(got[i], " ") != want[i] {
			t.Errorf("line %d\ngot  %q\nwant %q", i, got[i], want[i])
		}
	}
}

// The chosen one is in sight at any width, and what is hidden is announced.
func TestSparkKeepsTheChosen(t *testing.T) {
	points := quarters(12)
	for chosen := range points {
		for width := 12; width < 140; width += 9 {
			got := strings.Join(draw(t, points, chosen, width), "\n")
			if !strings.Contains(got, "▸"+points[chosen].Label) || !strings.Contains(got, points[chosen].Value) {
				t.Errorf("width %d hides %s:\n%s", width, points[chosen].Label, got)
			}
		}
	}
	if got := draw(t, points, 11, 40)[1]; !strings.HasPrefix(got, "‹") || strings.Contains(got, "›") {
		t.Errorf("at the end: %q", got)
	}
	if got := draw(t, points, 0, 40)[1]; !strings.HasSuffix(got, "›") {
		t.Errorf("at the beginning: %q", got)
	}
}

// An old console lacks the bars: it gets other signs, one a height.
func TestSparkInASCII(t *testing.T) {
	st, err := theme.Make(lipgloss.NewRenderer(io.Discard), theme.Choice{Theme: "mono", Glyphs: "ascii"})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(chart.Spark(st, quarters(7), 6, model.Int(60), model.Int(120), 100), "\n")
	if strings.IndexFunc(got, func(r rune) bool { return r > 127 }) >= 0 || !strings.Contains(got, "# 120.00") || !strings.Contains(got, "_ 60.00") {
		t.Errorf("got\n%s", got)
	}
}

func TestSparkOfNothing(t *testing.T) {
	if got := draw(t, nil, 0, 40); got != nil {
		t.Errorf("got %q", got)
	}
	one := []chart.Point{{Label: "TW", Value: "1", Height: model.Some(1)}}
	if got := chart.Spark(uitest.Env(t, "id").Styles, one, 0, 5, 5, 20); !strings.Contains(got[1], "▁") {
		t.Errorf("no range: %q", got)
	}
}
