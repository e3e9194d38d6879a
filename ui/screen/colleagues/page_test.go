package colleagues_test

import (
	"fmt"
	"strings"
	"testing"

	"kinerja/model"
	"kinerja/store/follow"
	"kinerja/store/storetest"
	"kinerja/ui/lang"
	"kinerja/ui/screen/colleagues"
	"kinerja/ui/uitest"
)

// The list in every size and language, and where there is nobody.
func TestPage(t *testing.T) {
	s, _ := storetest.District(t, 120)
	owner := storetest.Owner(s)
	rina, err := owner.FindOne("rina hartati")
	if err != nil {
		t.Fatal(err)
	}
	desk := s.As(model.Actor{ID: string(rina.Employee), Employee: rina.Employee, Roles: model.RolesOf(model.RoleStaff)})
	for _, language := range lang.Languages() {
		for _, size := range [][2]int{{78, 20}, {118, 32}, {58, 11}} {
			t.Run(fmt.Sprintf("%s_%dx%d", language, size[0], size[1]), func(t *testing.T) {
				var views []string
				for _, d := range []follow.Desk{{Desk: desk}, {Desk: owner}} {
					env := uitest.Env(t, language)
					env.Me = d.Actor()
					p := colleagues.New(env, d)
					uitest.Open(p, size[0], size[1])
					uitest.Fits(t, p.View(), size[0], size[1])
					views = append(views, p.View())
					for _, a := range p.Actions() {
						if a.ID != "rounds" && (a.Why == "") != (p.Len() > 0) {
							t.Errorf("%s of %d people: %q", a.ID, p.Len(), a.Why)
						}
					}
				}
				uitest.Golden(t, strings.Join(views, "\n----\n"))
			})
		}
	}
}
