package frame

import (
	"kinerja/ui/crumb"
	"kinerja/ui/lang"
	"kinerja/ui/nav"
)

// Top is the top line: where one is, at the left, and who works, at the right.
func Top(env nav.Env, page nav.Screen, width int) string {
	s, more := env.Styles, ""
	at := crumb.Place{Thing: lang.Inert(page.Title())}
	if k, ok := page.(nav.Kinder); ok {
		at.Page = k.Kind()
	}
	if c, ok := page.(nav.Crumber); ok {
		more = lang.Inert(c.Crumb())
	}
	look := crumb.Look{Between: " " + s.Glyphs.Crumb + " ", Cut: s.Glyphs.Ellipsis}
	left, right := look.Line(at, crumb.Who(lang.Inert(env.Me.Name), env.RoleName(), more), width)
	return Ends(s, left, right, width)
}
