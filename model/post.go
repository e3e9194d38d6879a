package model

import "strings"

// PostKind is the legal kind of a post (jenis_jabatan).
type PostKind uint8

// The kinds (DOMAIN 6.4).
const (
	PostOther      PostKind = iota
	PostFunctional          // jabatan fungsional
	PostOperative           // pelaksana
	PostSupervisor          // pengawas
	PostAdministrator
	PostExecutive // JPT pratama
)

var postKinds = [...]string{"lain", "fungsional", "pelaksana", "pengawas", "administrator", "jpt"}

// String is the word that files use.
func (k PostKind) String() string { return postKinds[min(int(k), len(postKinds)-1)] }

// ParsePostKind reads the word that files use.
func ParsePostKind(s string) (PostKind, bool) { return parseWord[PostKind](postKinds[:], s) }

// Post is where somebody works, as what, under whom, from when to when. A
// transfer or an acting head is another Post, so that a period can be split.
type Post struct {
	ID        PostID     `cbor:"1,keyasint" json:"id"`
	Employee  EmployeeID `cbor:"2,keyasint,omitempty" json:"employee"`
	Unit      UnitID     `cbor:"3,keyasint,omitempty" json:"unit"`
	Position  string     `cbor:"4,keyasint,omitempty" json:"position"` // "Bidan Terampil"
	Kind      PostKind   `cbor:"5,keyasint,omitempty" json:"-"`
	Level     string     `cbor:"6,keyasint,omitempty" json:"level,omitempty"` // jenjang
	Evaluator EmployeeID `cbor:"7,keyasint,omitempty" json:"evaluator,omitempty"`
	From      Date       `cbor:"8,keyasint,omitempty" json:"from"` // TMT; 0: since before the file began
	To        Date       `cbor:"9,keyasint,omitempty" json:"to"`   // last day; 0: still held
	Acting    bool       `cbor:"10,keyasint,omitempty" json:"acting,omitempty"`
	Void      bool       `cbor:"11,keyasint,omitempty" json:"-"`
	// Outside: whoever holds it evaluates somebody here, and is no staff of this
	// file: no list, no plan and no evaluation is about this post.
	Outside bool `cbor:"12,keyasint,omitempty" json:"outside,omitempty"`
	// Letter and EndLetter number the letters on which it begins and ends.
	Letter    string `cbor:"13,keyasint,omitempty" json:"letter,omitempty"`
	EndLetter string `cbor:"14,keyasint,omitempty" json:"end_letter,omitempty"`
	Daily     bool   `cbor:"15,keyasint,omitempty" json:"daily,omitempty"` // acting for a few days (Plh), not for long (Plt)
}

// During reports whether the post is held on some day from first to last.
func (p Post) During(first, last Date) bool {
	return (p.From == 0 || p.From <= last) && (p.To == 0 || p.To >= first)
}

// Check refuses a post without a position, or that ends before it begins.
func (p Post) Check() error {
	switch {
	case strings.TrimSpace(p.Position) == "":
		return &FieldError{Field: "jabatan", Err: ErrMissing}
	case p.Unit == "":
		return &FieldError{Field: "unit", Err: ErrMissing}
	case p.To != 0 && p.To < p.From:
		return &FieldError{Field: "selesai", Value: p.To.String(), Err: ErrOrder}
	case p.Evaluator != "" && p.Evaluator == p.Employee:
		return &FieldError{Field: "nip_penilai", Value: string(p.Evaluator), Err: ErrCircle}
	}
	return nil
}

// MainPost picks the post that stands for its holder between first and last:
// the newest that is not acting, else the newest. It reports false when none
// is held then.
func MainPost(posts []Post, first, last Date) (Post, bool) {
	var best Post
	found := false
	for _, p := range posts {
		if p.Void || !p.During(first, last) {
			continue
		}
		if !found || best.Acting && !p.Acting || best.Acting == p.Acting && p.From > best.From {
			best, found = p, true
		}
	}
	return best, found
}
