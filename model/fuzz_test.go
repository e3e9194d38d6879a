package model_test

import (
	"bytes"
	"testing"

	"kinerja/model"
)

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1.234,5", "1,234.5", "86 %", "-3,25", "1.234", "900000000000000", "922337203685477.5807", ",", "−1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := model.ParseNumber(s, model.DecimalAuto)
		for _, dec := range []model.Decimal{model.DecimalComma, model.DecimalPoint} {
			m, e := model.ParseNumber(s, dec)
			if err == nil && (e != nil || m != n) {
				t.Fatalf("%q = %v without a hint, %v, %v with %d", s, n, m, e, dec)
			}
			if e != nil {
				continue
			}
			if back, err := model.ParseNumber(m.String(), model.DecimalPoint); err != nil || back != m {
				t.Fatalf("%q = %v, which reads back as %v, %v", s, m, back, err)
			}
		}
	})
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2026-Q3", "TW III 2026", "semester II tahun 2026", "07/2026", "2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := model.ParsePeriod(s)
		if err != nil {
			if p != 0 {
				t.Fatalf("%q is refused and %v", s, p)
			}
			return
		}
		if back, err := model.ParsePeriod(p.String()); err != nil || back != p || !p.Valid() || p.Days() < 28 {
			t.Fatalf("%q = %v, read again %v, %v", s, p, back, err)
		}
	})
}

func FuzzAmountCBOR(f *testing.F) {
	for _, n := range []int64{0, 23, 24, 255, 256, 65535, 65536, 1<<32 - 1, 1 << 32, 1<<63 - 1, -1, -24, -25, -1 << 63} {
		f.Add(n, []byte{0x18, 0x18})
	}
	f.Fuzz(func(t *testing.T, n int64, raw []byte) {
		want := model.Some(model.Number(n))
		enc, err := want.MarshalCBOR()
		if err != nil {
			t.Fatal(err)
		}
		var got model.Amount
		if err := got.UnmarshalCBOR(enc); err != nil || got != want {
			t.Fatalf("%d as % x reads back as %v, %v", n, enc, got, err)
		}
		if err := got.UnmarshalCBOR(raw); err != nil {
			return
		}
		enc, _ = got.MarshalCBOR()
		if len(enc) > len(raw) {
			t.Fatalf("% x is written longer: % x", raw, enc)
		}
		var again model.Amount
		if err := again.UnmarshalCBOR(enc); err != nil || again != got {
			t.Fatalf("% x = %v, then %v, %v", raw, got, again, err)
		}
		if none, _ := (model.Amount{}).MarshalCBOR(); !bytes.Equal(none, []byte{0xf6}) {
			t.Fatal("no value is not null")
		}
	})
}

func FuzzParseEntry(f *testing.F) {
	for _, s := range []string{"47/52", "-", "94,5", "1.000/2.000", "0/1", "–", "/", "-5/7"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		actual, num, den, err := model.ParseEntry(s, model.DecimalComma)
		if err != nil && (actual.Present() || num.Present() || den.Present()) {
			t.Fatalf("%q is refused and %v %v %v", s, actual, num, den)
		}
		if num.Present() != den.Present() || den.Present() && (den.Or(0) <= 0 || !actual.Present()) {
			t.Fatalf("%q = %v of %v/%v", s, actual, num, den)
		}
		if err == nil && actual.Present() == model.NoValue(s) {
			t.Fatalf("%q = %v", s, actual)
		}
	})
}

func FuzzDecodeID(f *testing.F) {
	f.Add("01ARZ3NDEKTSV4RRFFQ69G5FAV")
	f.Add("ZZZZZZZZZZZZZZZZZZZZZZZZZZ")
	f.Fuzz(func(t *testing.T, s string) {
		if raw, ok := model.DecodeID(s); ok && model.EncodeID(raw) != s {
			t.Fatalf("%q reads as % x, which is %q", s, raw, model.EncodeID(raw))
		}
	})
}

func FuzzSplitName(f *testing.F) {
	f.Add("Prof.Dr. H. Ahmad Yani S.Kep., M.Si")
	f.Add(" , ")
	f.Fuzz(func(t *testing.T, s string) {
		before, name, after := model.SplitName(s)
		if name == "" && (before != "" || after != "") && bytes.TrimSpace([]byte(s))[0] != ',' {
			t.Fatalf("%q = %q, nobody, %q", s, before, after)
		}
	})
}
