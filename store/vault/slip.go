package vault

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"

	"kinerja/model"
	"kinerja/model/support"
	"kinerja/store/form"
	"kinerja/store/ledger"
)

// slipStep is what the length of a slip is rounded up to, so that it tells little of
// how much was written; slipMost bounds what is read as one.
const (
	slipStep = 4 << 10
	slipMost = 256 << 10
)

// CheckKey refuses what is no public key of a counsellor's file.
func CheckKey(key string) error {
	if _, err := age.ParseX25519Recipient(strings.TrimSpace(key)); err != nil {
		return &model.FieldError{Field: "key", Value: key, Err: model.ErrWord}
	}
	return nil
}

// Seal seals a slip to a public key, as lines of text that can be sent in a letter.
// It gives the slip its identity.
func Seal(key string, s support.Slip) ([]byte, error) {
	to, err := age.ParseX25519Recipient(strings.TrimSpace(key))
	if err != nil {
		return nil, CheckKey(key)
	}
	s.Format, s.ID = support.SlipFormat, ledger.MintID()
	if err := s.Check(); err != nil {
		return nil, err
	}
	raw, err := form.Encode(s)
	if err != nil {
		return nil, err
	}
	padded := pad(raw, (len(raw)/slipStep+1)*slipStep+lengthOf)
	var out bytes.Buffer
	lines := armor.NewWriter(&out)
	w, err := age.Encrypt(lines, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(padded); err != nil {
		return nil, err
	}
	if err := errors.Join(w.Close(), lines.Close()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Read unseals a slip that was sealed to this file's key: ErrOtherKey for one that was
// sealed to another, model.ErrForeign for what is no slip, a model.DamageError for one
// that was changed on its way.
func (v *Vault) Read(sealed []byte) (s support.Slip, err error) {
	if len(sealed) > slipMost || !bytes.HasPrefix(bytes.TrimSpace(sealed), []byte(armor.Header)) {
		return s, fmt.Errorf("slip: %w", model.ErrForeign)
	}
	damaged := &model.DamageError{Where: "slip", What: "content"}
	r, err := age.Decrypt(armor.NewReader(bytes.NewReader(bytes.TrimSpace(sealed))), v.keys.identity)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return s, ErrOtherKey
	}
	if err != nil {
		return s, damaged
	}
	padded, err := io.ReadAll(io.LimitReader(r, slipMost))
	if err != nil {
		return s, damaged
	}
	if raw, ok := unpad(padded); !ok || form.Decode(raw, &s) != nil {
		return s, damaged
	}
	return s, s.Check()
}
