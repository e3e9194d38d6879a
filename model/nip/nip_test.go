package nip_test

import (
	"errors"
	"slices"
	"testing"

	"kinerja/model"
	"kinerja/model/nip"
)

const today = model.Date(20261005)

func TestParseNIP(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       model.NIP
		err        error
	}{
		{"plain", "198703142012041003", "198703142012041003", nil},
		{"as on forms", "19870314 201204 1 003", "198703142012041003", nil},
		{"with dots and an apostrophe", "'19870314.201204.1.003", "198703142012041003", nil},
		{"with hard spaces", "19870314\u00a0201204\u00a01\u00a0003", "198703142012041003", nil},
		{"PPPK", "199108202024242007", "199108202024242007", nil},
		{"PPPK, code 00", "199108202024002007", "199108202024002007", nil},
		{"born on a leap day", "199202292015032001", "199202292015032001", nil},
		{"appointed next year", "200001012027011001", "200001012027011001", nil},
		{"nothing", "", "", nip.ErrLength},
		{"17 digits", "19870314201204100", "", nip.ErrLength},
		{"19 digits", "1987031420120410030", "", nip.ErrLength},
		{"a letter O", "19870314201204100O", "", nip.ErrLength},
		{"other digits", "١٩٨٧٠٣١٤٢٠١٢٠٤١٠٠٣", "", nip.ErrLength},
		{"born in 1939", "193901011960011001", "", nip.ErrBirth},
		{"29 February of no leap year", "199102292015032001", "", nip.ErrBirth},
		{"appointed at 16", "200001012016011001", "", nip.ErrYear},
		{"appointed in two years", "200001012028011001", "", nip.ErrYear},
		{"digit 15 is 0", "198703142012040003", "", nip.ErrSex},
		{"serial 000, or rounded by a sheet", "198703142012041000", "", nip.ErrSerial},
		{"ruined by Excel", "1.98703E+17", "", nip.ErrSheet},
		{"ruined by Excel in Indonesian", "1,98703E+17", "", nip.ErrSheet},
		{"ruined, small e", "1.98703e17", "", nip.ErrSheet},
		{"with decimals", "198703142012041000,00", "", nip.ErrSheet},
		{"with a decimal", "198703142012041003.0", "", nip.ErrSheet},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, info, err := nip.Parse(tt.text, today)
			if got != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("= %q, %v; want %q, %v", got, err, tt.want, tt.err)
			}
			if err != nil && info != (nip.Info{}) {
				t.Errorf("a refused number tells %+v", info)
			}
		})
	}
}

// Warnings stand apart from errors: the number is taken.
func TestNIPWarnings(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		kind       model.EmployeeKind
		want       []nip.Warning
	}{
		{"nothing odd", "198703142012041003", model.PNS, nil},
		{"PPPK, nothing odd", "199108202024212007", model.PPPK, nil},
		{"part time, nothing odd", "199009132025242014", model.PPPKPartTime, nil},
		{"appointed at 17", "200001012017011001", model.PNS, []nip.Warning{nip.WarnYoung}},
		{"contract code never seen", "199108202024772007", model.PPPK, []nip.Warning{nip.WarnContract}},
		{"recorded as PNS", "199108202024212007", model.PNS, []nip.Warning{nip.WarnKind}},
		{"recorded as PPPK", "198703142012041003", model.PPPK, []nip.Warning{nip.WarnKind}},
		{"all at once", "200001012017772001", model.PNS, []nip.Warning{nip.WarnYoung, nip.WarnContract, nip.WarnKind}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, info, err := nip.Parse(tt.text, today)
			if err != nil {
				t.Fatal(err)
			}
			if got := info.Warnings(tt.kind); !slices.Equal(got, tt.want) {
				t.Errorf("warnings = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestParseLocalNumber(t *testing.T) {
	for text, want := range map[string]model.NIP{
		"123456": "123456", "1234567890123456": "1234567890123456", "12 34.56": "123456", "non-0001": "NON-0001", "NON-12345": "NON-12345",
		"12345": "", "12345678901234567": "", "NON-001": "", "NON-": "", "NON-00000000000001": "", "ABC123": "", "": "", "1.2E+10": "",
	} {
		got, err := nip.ParseLocal(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("ParseLocalNumber(%q) = %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestNIPGrouped(t *testing.T) {
	for n, want := range map[model.NIP]string{"198703142012041003": "19870314 201204 1 003", "NON-0001": "NON-0001", "": ""} {
		if got := n.Grouped(); got != want {
			t.Errorf("%q grouped = %q, want %q", n, got, want)
		}
	}
}

func FuzzParseNIP(f *testing.F) {
	for _, s := range []string{"198703142012041003", "19910820 202424 2 007", "1.97E+17", "NON-0001", "197001012000121000,00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, info, err := nip.Parse(s, today)
		if err == nil {
			again, same, err := nip.Parse(n.Grouped(), today)
			if err != nil || again != n || same != info || len(n) != 18 || info.Born.Year() < 1940 {
				t.Fatalf("%q = %q, read again %q, %v", s, n, again, err)
			}
			if back, err := model.ParseDate(info.Born.String()); err != nil || back != info.Born {
				t.Fatalf("%q was born on no day: %v", s, info.Born)
			}
		}
		if n, err := nip.ParseLocal(s); err == nil {
			if again, err := nip.ParseLocal(string(n)); err != nil || again != n || len(n) > 16 {
				t.Fatalf("%q = %q, read again %q, %v", s, n, again, err)
			}
		}
	})
}
