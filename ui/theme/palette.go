package theme

import (
	"slices"
	"strconv"

	"github.com/charmbracelet/lipgloss"
)

// palette holds the colours of one theme as #rrggbb; what is empty keeps the
// terminal's own colour. A test computes that each stands out from ground, and
// each block's text from the block, by at least 4.5:1 (WCAG 2.1, level AA).
type palette struct {
	grounds                             []string // that the theme is made for
	dim, title, warning, good, bad, key string
	cell, cellGround, mode, modeGround  string
	chosen, chosenGround                string
}

func palettes() map[string]palette {
	return map[string]palette{
		"dark": {
			grounds: []string{"#000000", "#1e1e2e", "#282828"},
			dim:     "#a8a8a8", title: "#87d7ff", warning: "#ffd787", good: "#afd787", bad: "#ff8787", key: "#87d7ff",
			chosen: "#ffffff", chosenGround: "#005f87",
			cell: "#000000", cellGround: "#87d7ff", mode: "#000000", modeGround: "#ffd787",
		},
		"light": {
			grounds: []string{"#ffffff", "#fdf6e3", "#f0f0f0"},
			dim:     "#4e4e4e", title: "#005f87", warning: "#6b4a00", good: "#005f00", bad: "#a00000", key: "#005f87",
			chosen: "#000000", chosenGround: "#c6e6f5",
			cell: "#ffffff", cellGround: "#005f87", mode: "#ffffff", modeGround: "#6b4a00",
		},
		"contrast": {
			grounds: []string{"#000000"},
			title:   "#ffff00", warning: "#ffff00", good: "#00ff00", bad: "#ff8080", key: "#00ffff",
			chosen: "#000000", chosenGround: "#ffffff",
			cell: "#000000", cellGround: "#ffff00", mode: "#000000", modeGround: "#00ffff",
		},
		// calm is auto on a ground that nobody knows: blocks only.
		"calm": {
			chosen: "#ffffff", chosenGround: "#005f87",
			cell: "#000000", cellGround: "#87d7ff", mode: "#000000", modeGround: "#ffd787",
		},
	}
}

// dress puts the colours over the looks of s.
func (p palette) dress(s *Styles) *Styles {
	s.Title, s.Header = over(s.Title, p.title), over(s.Header, p.title)
	s.Dim, s.Rule = over(s.Dim, p.dim), over(s.Rule, p.dim)
	s.Warning, s.Good, s.Bad = over(s.Warning, p.warning), over(s.Good, p.good), over(s.Bad, p.bad)
	s.Key, s.Question = over(s.Key, p.key), over(s.Question, p.warning)
	s.Chosen = block(s.Chosen, p.chosen, p.chosenGround)
	s.Cell = block(s.Cell, p.cell, p.cellGround)
	s.Typing = block(s.Typing, p.mode, p.modeGround)
	return s
}

func over(style lipgloss.Style, colour string) lipgloss.Style {
	if colour == "" {
		return style
	}
	return style.Foreground(short(colour))
}

// short is a colour by its number among the 256 of terminals, where it is exactly
// one of these: the same look in half the bytes, which count over ssh.
func short(colour string) lipgloss.Color {
	rgb := make([]uint64, 3)
	for i := range rgb {
		rgb[i], _ = strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
	}
	number := uint64(16) // the cube of six steps each begins here
	for _, part := range rgb {
		step := uint64(slices.Index([]uint64{0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff}, part))
		if step > 5 {
			number = 0
			break
		}
		number = (number-16)*6 + step + 16
	}
	if grey := (rgb[0] - 8) / 10; number == 0 && rgb[0] == rgb[1] && rgb[1] == rgb[2] && rgb[0] == 8+10*grey && grey < 24 {
		number = 232 + grey
	}
	if number == 0 {
		return lipgloss.Color(colour)
	}
	return lipgloss.Color(strconv.FormatUint(number, 10))
}

func block(style lipgloss.Style, text, ground string) lipgloss.Style {
	return style.Reverse(false).Foreground(short(text)).Background(short(ground))
}
