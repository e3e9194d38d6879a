package store_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/fxamacker/cbor/v2"

	"kinerja/model"
	"kinerja/store/cardfile"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

func FuzzEnvelope(f *testing.F) {
	f.Add([]byte("units"), []byte("key"), []byte("content"), uint(13))
	f.Add([]byte("cards/\x00\x00\x00\x01"), []byte{}, []byte{}, uint(0))
	f.Fuzz(func(t *testing.T, path, key, content []byte, flip uint) {
		raw := ledger.Wrap(path, key, content)
		got, err := ledger.Unwrap(path, key, raw)
		if err != nil || !bytes.Equal(got, content) {
			t.Fatalf("got %x, %v", got, err)
		}
		raw[flip/8%uint(len(raw))] ^= 1 << (flip % 8)
		if _, err := ledger.Unwrap(path, key, raw); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("a flipped bit: %v", err)
		}
		if _, err := ledger.Unwrap(path, append([]byte{1}, key...), ledger.Wrap(path, key, content)); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("another key: %v", err)
		}
		_, _ = ledger.Unwrap(path, key, content)
	})
}

func FuzzCardLayout(f *testing.F) {
	c := randomCard(rand.New(rand.NewPCG(1, 1)))
	raw, err := cardfile.Pack(c, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw, uint64(1))
	f.Add([]byte{1, 0}, uint64(2))
	f.Fuzz(func(t *testing.T, raw []byte, seed uint64) {
		if got, form, err := cardfile.Open(raw); err == nil && form == nil {
			again, err := cardfile.Pack(got, nil)
			if err != nil {
				t.Fatal(err)
			}
			back, _, err := cardfile.Open(again)
			if err != nil || !sameCard(got, back) {
				t.Errorf("%+v became %+v, %v", got, back, err)
			}
		}
		want := randomCard(rand.New(rand.NewPCG(seed, 1)))
		packed, err := cardfile.Pack(want, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := cardfile.Open(packed)
		if err != nil || !sameCard(got, want) {
			t.Errorf("%+v became %+v, %v", want, got, err)
		}
		if len(packed) > 0 { // any part of it is refused or another card, never a panic
			_, _, _ = cardfile.Open(packed[:seed%uint64(len(packed))])
		}
	})
}

func sameCard(a, b model.Card) bool {
	x, errA := form.Encode(a)
	y, errB := form.Encode(b)
	return errA == nil && errB == nil && bytes.Equal(x, y)
}

func randomCard(r *rand.Rand) model.Card {
	id := func() string {
		var raw [16]byte
		for i := range raw {
			raw[i] = byte(r.IntN(256))
		}
		return model.EncodeID(raw)
	}
	c := model.Card{
		Plan: model.PlanID(id()), Employee: model.EmployeeID(id()), Post: model.PostID(id()), Unit: model.UnitID(id()),
		Period: model.Period(r.Uint32N(1 << 20)), Instrument: model.InstrumentID(id()), Version: r.IntN(9), Void: r.IntN(4) == 0,
	}
	c.ID = model.CardOf(c.Plan, c.Period)
	amount := func() model.Amount {
		if r.IntN(2) == 0 {
			return model.Amount{}
		}
		return model.Some(model.Number(r.Int64() >> r.IntN(64) * int64(1-2*r.IntN(2))))
	}
	for range r.IntN(9) {
		e := model.Entry{Measure: model.ElementID(id()), Actual: amount(), Num: amount(), Den: amount(), Target: amount()}
		if r.IntN(2) == 0 {
			e.Note = "catatan é\n"
		}
		if r.IntN(2) == 0 {
			e.Reason = "alasan"
		}
		c.Entries = append(c.Entries, e)
	}
	return c
}

func FuzzFact(f *testing.F) {
	header, err := form.Encode(model.Header{Key: model.FactKey{Site: "s", Epoch: 1, Seq: 1}, Payload: []byte{1}})
	if err != nil {
		f.Fatal(err)
	}
	payload, err := form.Encode(model.Payload{Salt: []byte{1}, Reason: "r"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(header, payload, false)
	f.Add([]byte{0xa0}, []byte{}, true)
	f.Fuzz(func(t *testing.T, header, payload []byte, whole bool) {
		content := header
		if !whole {
			var err error
			if content, err = form.Encode([][]byte{header, payload}); err != nil {
				t.Fatal(err)
			}
		}
		fact, err := ledger.ParseFact(content)
		if err != nil && !errors.Is(err, model.ErrDamaged) {
			t.Errorf("%x: %v", content, err)
		}
		if err == nil && (len(fact.Hash) != 32 || fact.Missing && len(fact.Payload.Differences) > 0) {
			t.Errorf("%x: %+v", content, fact)
		}
	})
}

// FuzzDiff: what differs, applied, gives the newer; taken back, the older.
func FuzzDiff(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, seed+1)
	}
	f.Fuzz(func(t *testing.T, seedA, seedB uint64) {
		shared := rand.New(rand.NewPCG(seedA, 5))
		a := randomRecord(t, shared, rand.New(rand.NewPCG(seedA, 6)), 0)
		b := randomRecord(t, rand.New(rand.NewPCG(seedA, 5)), rand.New(rand.NewPCG(seedB, 7)), 0)
		list, err := form.Diff(a, b)
		if err != nil {
			t.Fatal(err)
		}
		got, err := form.Apply(a, list)
		if err != nil || !bytes.Equal(got, b) {
			t.Fatalf("from %x\nto   %x\ngot  %x, %v\n%+v", a, b, got, err, list)
		}
		back, err := form.Apply(b, form.Invert(list))
		if err != nil || !bytes.Equal(back, a) {
			t.Fatalf("back from %x\nto   %x\ngot  %x, %v\n%+v", b, a, back, err, list)
		}
		for _, d := range list {
			if !bytes.Equal(form.At(b, d.Path), d.After) && len(d.After) > 0 {
				t.Errorf("at %s stands %x, not %x", d.Path, form.At(b, d.Path), d.After)
			}
		}
	})
}

// randomRecord makes a map with integer keys, values, records and lists of
// elements with identities, as records are; own differs between two of them,
// shared is what they have in common.
func randomRecord(t *testing.T, shared, own *rand.Rand, depth int) []byte {
	t.Helper()
	fields := map[uint64]any{}
	for n := range uint64(6) {
		n += 2
		kind, present, same := shared.IntN(4), own.IntN(4) > 0, own.IntN(2) == 0
		value := shared.IntN(5)
		if !same {
			value = own.IntN(5)
		}
		if !present {
			continue
		}
		switch {
		case kind == 0 || depth > 2:
			fields[n] = value
		case kind == 1:
			fields[n] = []string{"a", "b", "c", "d", "e"}[value]
		case kind == 2:
			fields[n] = cbor.RawMessage(randomRecord(t, rand.New(rand.NewPCG(uint64(n), 1)), own, depth+1))
		default:
			ids := []string{"A1", "B2", "C3", "D4", "5"}
			own.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
			list := []any{}
			for _, id := range ids[:own.IntN(len(ids))] {
				list = append(list, map[uint64]any{1: id, 2: own.IntN(3)})
			}
			fields[n] = list
		}
	}
	raw, err := form.Encode(fields)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
