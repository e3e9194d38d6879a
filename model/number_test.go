package model_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"kinerja/model"
)

func TestParseNumber(t *testing.T) {
	const auto, comma, point = model.DecimalAuto, model.DecimalComma, model.DecimalPoint
	for _, tt := range []struct {
		text string
		dec  model.Decimal
		want string
		err  error
	}{
		{"1234,5", auto, "1234.5", nil},
		{"1.234,5", auto, "1234.5", nil},
		{"1,234.5", auto, "1234.5", nil},
		{"1234.5", auto, "1234.5", nil},
		{"86 %", auto, "86", nil},
		{"86%", auto, "86", nil},
		{" 94,5 ", auto, "94.5", nil},
		{"-3,25", auto, "-3.25", nil},
		{"−3,25", auto, "-3.25", nil}, // U+2212
		{"0", auto, "0", nil},
		{"-0", auto, "0", nil},
		{"007", auto, "7", nil},
		{"1.234", auto, "", model.ErrAmbiguousNumber},
		{"1,234", auto, "", model.ErrAmbiguousNumber},
		{"1.234", comma, "1234", nil},
		{"1.234", point, "1.234", nil},
		{"1,234", comma, "1.234", nil},
		{"1,234", point, "1234", nil},
		{"0.123", auto, "0.123", nil},
		{"0,123", auto, "0.123", nil},
		{"1234.567", auto, "1234.567", nil},
		{"1.234.567", auto, "1234567", nil},
		{"1,234,567", auto, "1234567", nil},
		{"1.234.567,89", auto, "1234567.89", nil},
		{"900.000.000.000.000", auto, "900000000000000", nil},
		{"0,12345", auto, "", model.ErrNumberDigits},
		{"0,12340", auto, "0.1234", nil},
		{"922337203685477.5807", auto, "922337203685477.5807", nil},
		{"-922337203685477.5808", auto, "-922337203685477.5808", nil},
		{"922337203685477.5808", auto, "", model.ErrNumberRange},
		{"99999999999999999999", auto, "", model.ErrNumberRange},
		{"", auto, "", model.ErrBadNumber},
		{"-", auto, "", model.ErrBadNumber},
		{"%", auto, "", model.ErrBadNumber},
		{"5,", auto, "", model.ErrBadNumber},
		{",5", auto, "", model.ErrBadNumber},
		{"--5", auto, "", model.ErrBadNumber},
		{"+5", auto, "", model.ErrBadNumber},
		{"1e3", auto, "", model.ErrBadNumber},
		{"NaN", auto, "", model.ErrBadNumber},
		{"1.23.456", auto, "", model.ErrBadNumber},
		{"1..234", auto, "", model.ErrBadNumber},
		{"1.234,5,6", auto, "", model.ErrBadNumber},
		{"1.234,567.8", auto, "", model.ErrBadNumber},
		{"1234.567,8", auto, "", model.ErrBadNumber},
		{"12 34", auto, "", model.ErrBadNumber},
		{"١٢", auto, "", model.ErrBadNumber},
	} {
		got, err := model.ParseNumber(tt.text, tt.dec)
		if !errors.Is(err, tt.err) || err == nil && got.String() != tt.want {
			t.Errorf("ParseNumber(%q, %d) = %v, %v; want %s, %v", tt.text, tt.dec, got, err, tt.want, tt.err)
		}
	}
}

func TestNumberPrints(t *testing.T) {
	for _, tt := range []struct {
		n            model.Number
		plain, fixed string
	}{
		{0, "0", "0.00"},
		{1, "0.0001", "0.00"},
		{49, "0.0049", "0.00"},
		{50, "0.005", "0.01"},
		{-49, "-0.0049", "0.00"},
		{-50, "-0.005", "-0.01"},
		{model.MustNumber("109.996"), "109.996", "110.00"},
		{model.MustNumber("109.9949"), "109.9949", "109.99"},
		{model.MustNumber("94.5"), "94.5", "94.50"},
		{model.Int(900_000_000_000_000), "900000000000000", "900000000000000.00"},
		{math.MaxInt64, "922337203685477.5807", "922337203685477.58"},
		{math.MinInt64, "-922337203685477.5808", "-922337203685477.58"},
	} {
		if got := tt.n.String(); got != tt.plain {
			t.Errorf("%d.String() = %s, want %s", int64(tt.n), got, tt.plain)
		}
		if got := tt.n.Fixed(); got != tt.fixed {
			t.Errorf("%d.Fixed() = %s, want %s", int64(tt.n), got, tt.fixed)
		}
	}
}

func TestMulDiv(t *testing.T) {
	const top = math.MaxInt64
	for _, tt := range []struct {
		n, m, d, want model.Number
		ok            bool
	}{
		{47, 100, 52, 90, true}, // 90.38
		{1, 1, 2, 1, true},      // half away from zero
		{-1, 1, 2, -1, true},
		{1, -1, -2, 1, true},
		{1, 1, 3, 0, true},
		{2, 1, 3, 1, true},
		{5, 5, 0, 0, false},
		{top, top, top, top, true},
		{top, 2, 1, 0, false},
		{top, top, 1, 0, false},
		{math.MinInt64, 1, 1, 0, false}, // its size does not fit
		{math.MinInt64, 1, 2, math.MinInt64 / 2, true},
		{0, top, 1, 0, true},
	} {
		if got, ok := model.MulDiv(tt.n, tt.m, tt.d); ok != tt.ok || ok && got != tt.want {
			t.Errorf("MulDiv(%d, %d, %d) = %d, %v; want %d, %v", tt.n, tt.m, tt.d, got, ok, tt.want, tt.ok)
		}
	}
	if _, ok := model.Number(top).Add(1); ok {
		t.Error("Add beyond the largest number is taken")
	}
	if _, ok := model.Number(math.MinInt64).Add(-1); ok {
		t.Error("Add below the smallest number is taken")
	}
	if n, ok := model.Number(5).Add(0); n != 5 || !ok {
		t.Errorf("5 + 0 = %d, %v", n, ok)
	}
}

// MulDiv is the exact quotient, rounded half away from zero, or says that it
// does not fit.
func TestMulDivIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m, d := rapid.Int64().Draw(t, "n"), rapid.Int64().Draw(t, "m"), rapid.Int64().Draw(t, "d")
		got, ok := model.MulDiv(model.Number(n), model.Number(m), model.Number(d))
		if d == 0 {
			if ok {
				t.Fatal("divided by zero")
			}
			return
		}
		exact := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(n), big.NewInt(m)), big.NewInt(d))
		want, _ := new(big.Int).SetString(exact.FloatString(0), 10)
		fits := want.CmpAbs(big.NewInt(math.MaxInt64)) <= 0
		if ok != fits || ok && want.Cmp(big.NewInt(int64(got))) != 0 {
			t.Fatalf("%d × %d ÷ %d = %d, %v; want %v", n, m, d, got, ok, want)
		}
	})
}

func TestMustNumberPanicsOnABadConstant(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	model.MustNumber("one")
}

func TestAmount(t *testing.T) {
	var none model.Amount
	zero := model.Some(0)
	if none == zero || none.Present() || !zero.Present() || !none.IsZero() || zero.IsZero() {
		t.Error("no value and zero must differ")
	}
	if none.Or(7) != 7 || zero.Or(7) != 0 || none.String() != "-" || zero.String() != "0" {
		t.Errorf("Or and String: %v %v %s %s", none.Or(7), zero.Or(7), none, zero)
	}
	if raw, _ := none.MarshalJSON(); string(raw) != "null" {
		t.Errorf("JSON of no value = %s", raw)
	}
	if raw, _ := model.Some(945_000).MarshalJSON(); string(raw) != "94.5" {
		t.Errorf("JSON of 94.5 = %s", raw)
	}
	for _, bad := range [][]byte{nil, {0x18}, {0x18, 1, 2}, {0x40}, {0xfb, 0, 0, 0, 0, 0, 0, 0, 0}, {0x1b, 0xff, 0, 0, 0, 0, 0, 0, 0}, {0, 0}} {
		a := zero
		if err := a.UnmarshalCBOR(bad); err == nil {
			t.Errorf("% x read as %v", bad, a)
		}
	}
}
