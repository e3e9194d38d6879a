package vault

import (
	"bytes"
	"cmp"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"filippo.io/age"
	"go.etcd.io/bbolt"

	"kinerja/model"
	"kinerja/model/support"
	"kinerja/store/form"
)

const (
	usualWork = 15      // 32 MiB and a tenth of a second
	mostWork  = 20      // a file that asks for more is refused: it would take all memory
	slotStep  = 32      // slots are a multiple of it
	least     = 4 << 10 // bytes of a slot, doubled until the longest case fits
	nameSize  = 16
	lengthOf  = 4 // bytes before a case that say how long it is; 0: there is none
)

// secret is what the passphrase opens: the identity of which the public key is, and
// the key of the slots.
type secret struct {
	identity *age.X25519Identity
	data     []byte
}

func newSecret() (s secret, err error) {
	if s.identity, err = age.GenerateX25519Identity(); err != nil {
		return s, err
	}
	s.data = make([]byte, 32)
	_, err = rand.Read(s.data)
	return s, err
}

// seal writes the secret so that the passphrase opens it.
func (s secret) seal(passphrase string, work int) ([]byte, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(cmp.Or(work, usualWork))
	return encrypt(to, append([]byte(s.identity.String()+"\n"), s.data...))
}

// unseal reads what seal wrote.
func unseal(sealed []byte, passphrase string) (s secret, err error) {
	by, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return s, ErrPassphrase // an empty one
	}
	by.SetMaxWorkFactor(mostWork)
	raw, err := decrypt(by, sealed)
	if err != nil {
		if errors.Is(err, errNoMatch) {
			return s, ErrPassphrase
		}
		return s, &model.DamageError{Where: bucketHead + " " + keySealed, What: "content"}
	}
	name, data, _ := bytes.Cut(raw, []byte("\n"))
	if s.identity, err = age.ParseX25519Identity(string(name)); err != nil || len(data) != 32 {
		return s, &model.DamageError{Where: bucketHead + " " + keySealed, What: "content"}
	}
	s.data = data
	return s, nil
}

// errNoMatch: no identity opens it.
var errNoMatch = errors.New("no identity matches")

func encrypt(to age.Recipient, content []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func decrypt(by age.Identity, sealed []byte) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), by)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, errNoMatch
	}
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func (s secret) cipher() (cipher.AEAD, error) {
	block, err := aes.NewCipher(s.data)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// pad writes content into a given length, and how long it is before it.
func pad(content []byte, size int) []byte {
	padded := make([]byte, size)
	binary.BigEndian.PutUint32(padded, uint32(len(content)))
	copy(padded[lengthOf:], content)
	return padded
}

// unpad reads what pad wrote.
func unpad(padded []byte) ([]byte, bool) {
	if len(padded) < lengthOf {
		return nil, false
	}
	n := int(binary.BigEndian.Uint32(padded))
	if n > len(padded)-lengthOf {
		return nil, false
	}
	return padded[lengthOf : lengthOf+n], true
}

// slot is one sealed value under its name.
type slot struct{ name, value []byte }

// pack seals cases into slots of one length under new names, among as many empty ones
// as make their number a multiple of slotStep.
func (s secret) pack(list []support.Case) (slots []slot, err error) {
	seal, err := s.cipher()
	if err != nil {
		return nil, err
	}
	raws := make([][]byte, (len(list)/slotStep+1)*slotStep)
	size := least
	for i, c := range list {
		if raws[i], err = form.Encode(c); err != nil {
			return nil, err
		}
		for size < len(raws[i])+lengthOf {
			size *= 2
		}
	}
	for _, raw := range raws {
		plain := pad(raw, size)
		x := slot{name: make([]byte, nameSize)}
		nonce := make([]byte, seal.NonceSize())
		if _, err := io.ReadFull(rand.Reader, x.name); err != nil {
			return nil, err
		}
		if _, err := io.ReadFull(rand.Reader, nonce); err != nil {
			return nil, err
		}
		x.value = seal.Seal(nonce, nonce, plain, x.name)
		slots = append(slots, x)
	}
	slices.SortFunc(slots, func(a, b slot) int { return bytes.Compare(a.name, b.name) })
	return slots, nil
}

// write puts slots in the place of those that are there.
func write(b *bbolt.Tx, slots []slot) error {
	if b.Bucket([]byte(bucketSlots)) != nil {
		if err := b.DeleteBucket([]byte(bucketSlots)); err != nil {
			return err
		}
	}
	bucket, err := b.CreateBucket([]byte(bucketSlots))
	if err != nil {
		return err
	}
	for _, x := range slots {
		if err := bucket.Put(x.name, x.value); err != nil {
			return err
		}
	}
	return nil
}

// unpack reads the cases, the oldest first.
func (s secret) unpack(b *bbolt.Tx) (list []support.Case, err error) {
	seal, err := s.cipher()
	if err != nil {
		return nil, err
	}
	damaged := func(name []byte) error {
		return &model.DamageError{Where: fmt.Sprintf("%s %x", bucketSlots, name), What: "content"}
	}
	err = b.Bucket([]byte(bucketSlots)).ForEach(func(name, value []byte) error {
		if len(value) < seal.NonceSize() {
			return damaged(name)
		}
		plain, err := seal.Open(nil, value[:seal.NonceSize()], value[seal.NonceSize():], name)
		if err != nil {
			return damaged(name)
		}
		raw, ok := unpad(plain)
		if ok && len(raw) == 0 {
			return nil
		}
		var c support.Case
		if !ok || form.Decode(raw, &c) != nil {
			return damaged(name)
		}
		list = append(list, c)
		return nil
	})
	slices.SortFunc(list, func(a, b support.Case) int { return cmp.Or(int(a.Opened)-int(b.Opened), cmp.Compare(a.ID, b.ID)) })
	return list, err
}
