package user_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"kinerja/model"
	"kinerja/model/user"
)

func TestCheckSecret(t *testing.T) {
	sari := user.User{Name: "sari.w"}
	const nip = "198203142006042011"
	for secret, want := range map[string]error{
		"582047":                  nil,
		"582047391026":            nil,
		"kopi tubruk pagi":        nil,
		"Ä§±½ìÄÅ!":                nil,
		"":                        user.ErrShort,
		"58204":                   user.ErrShort,
		"5820473910261":           user.ErrShort, // digits alone are a PIN
		"kopi12":                  user.ErrShort,
		strings.Repeat("ab9", 67): user.ErrLong,
		"000000":                  user.ErrTrivial,
		"123456":                  user.ErrTrivial,
		"987654":                  user.ErrTrivial,
		"890123":                  user.ErrTrivial,
		"121212":                  user.ErrTrivial,
		"147147147":               user.ErrTrivial,
		"aaaaaaaa":                user.ErrTrivial,
		"Password":                user.ErrTrivial,
		"19820314":                user.ErrBirth,
		"14031982":                user.ErrBirth,
		"140382":                  user.ErrBirth,
		"820314":                  user.ErrBirth,
		nip:                       user.ErrNumber,
		"200604":                  user.ErrNumber,
		"sari.wsari.w":            user.ErrOwnName,
		"Sari Wulandari":          user.ErrOwnName,
		"SARIWULANDARI":           user.ErrOwnName,
	} {
		if err := user.CheckSecret(secret, sari, "Sari Wulandari", nip); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", secret, err, want)
		} else if err != nil && len(secret) > 5 && strings.Contains(err.Error(), secret) {
			t.Errorf("%q is repeated: %v", secret, err)
		}
	}
	if err := user.CheckSecret("14031982", sari, "Sari", ""); err != nil {
		t.Errorf("without a NIP nobody knows the birthday: %v", err)
	}
}

func TestDelay(t *testing.T) {
	for n, want := range map[int]time.Duration{
		0: 0, 3: 0, 4: 2 * time.Second, 5: 4 * time.Second, 8: 32 * time.Second, 12: 512 * time.Second, 13: 15 * time.Minute, 1 << 30: 15 * time.Minute,
	} {
		if got := user.Delay(n); got != want {
			t.Errorf("after %d: %v, want %v", n, got, want)
		}
	}
	for n := range 100 {
		if user.Delay(n) > user.Delay(n+1) {
			t.Errorf("it shrinks after %d", n)
		}
	}
}

func TestRecoveryCode(t *testing.T) {
	raw := [16]byte{0xf1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0xff}
	code := user.CodeOf(raw)
	if len(code) != 34 || strings.Count(code, "-") != 6 {
		t.Fatal(code)
	}
	for _, typed := range []string{code, strings.ToLower(code), strings.ReplaceAll(code, "-", " "), strings.ReplaceAll(code, "-", "") + "\n", strings.ReplaceAll(code, "0", "o")} {
		if got, err := user.ParseCode(typed); err != nil || got != code {
			t.Errorf("%q: %q, %v", typed, got, err)
		}
	}
	missed := 0
	for i := range code {
		for _, sign := range "0123456789ABCDEFGHJKMNPQRSTVWXYZ" {
			if code[i] == '-' || byte(sign) == code[i] {
				continue
			}
			if _, err := user.ParseCode(code[:i] + string(sign) + code[i+1:]); err == nil {
				missed++
			} else if !errors.Is(err, user.ErrTyped) {
				t.Fatal(err)
			}
		}
	}
	if missed > 5 { // of 868
		t.Errorf("%d typing errors are not seen", missed)
	}
	for _, typed := range []string{"", "A", code + "A", code[1:]} {
		if _, err := user.ParseCode(typed); !errors.Is(err, user.ErrTyped) {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func TestNames(t *testing.T) {
	all := []user.User{{ID: "1", Name: "sari"}, {ID: "2", Name: "budi", Closed: true, Employee: "e2"}}
	for shown, want := range map[string]string{
		"dr. I Putu Artawan, M.Kes.": "putu",
		"dr. Sari Wulandari, M.Kes.": "sari.wulandari", "Ani Lestari": "ani", "H. Budi": "budi2", "…": "pengguna2", "Sari": "sari2",
	} {
		if got := user.Suggest(shown, all); got != want {
			t.Errorf("%s: %s, want %s", shown, got, want)
		}
	}
	if got := user.NameFor(user.User{Employee: "e2"}, "Budi Santoso", all); got != "budi" {
		t.Errorf("who logged in before: %s", got)
	}
	for name, ok := range map[string]bool{"sari": false, "Ani": true, "a": true, "9a": false, "a b": false, "": false, "ani_l-2.x": true, strings.Repeat("a", 33): false, "ani\x00": false} {
		u := user.User{ID: "3", Name: name, Display: "Ani"}.Tidy()
		if err := u.Check(all); (err == nil) != ok {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestRolesOfThePlace(t *testing.T) {
	granted := model.RolesOf(model.RoleTeam)
	got := user.Roles(granted, user.Place{Listed: true, Evaluates: true, Superior: true})
	if want := model.RolesOf(model.RoleTeam, model.RoleStaff, model.RoleEvaluator, model.RoleSuperior); got != want {
		t.Errorf("%b, want %b", got, want)
	}
	u := user.User{ID: "u", Roles: granted, Temporary: true}
	if a := u.Actor("X", user.Place{Listed: true}); a.Roles != 0 || a.Via != model.Signed || a.ID != "u" {
		t.Errorf("%+v", a)
	}
}
