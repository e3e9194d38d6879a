// Package lang holds every word that the program says, in Indonesian and in
// English, and writes numbers, dates and periods as people write them.
//
// A catalogue is one TOML file a section and language (id/staff.toml,
// en/staff.toml); the Go struct of the section names each text, so that a
// missing one does not compile and one that nobody takes is an error. The two
// languages are complete and equal: tests hold the same names and the same
// placeholders in both.
//
// It is also the one place where an error becomes a sentence (Texts.Error).
// Codes and identifiers, years among them, are never printed as numbers.
package lang

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"
)

//go:embed id/*.toml en/*.toml
var catalogues embed.FS

// ErrLanguage is the answer to a language that the program does not speak.
var ErrLanguage = errors.New("language is neither id nor en")

// Languages lists the codes that Read takes; the first is the default.
func Languages() []string { return []string{"id", "en"} }

// Read returns the texts of a language: "id" or "en".
func Read(code string) (*Texts, error) {
	if code != "id" && code != "en" {
		return nil, fmt.Errorf("%q: %w", code, ErrLanguage)
	}
	t := &Texts{Code: code}
	err := eachSection(t, func(name string, section reflect.Value) error {
		raw, err := fs.ReadFile(catalogues, code+"/"+name+".toml")
		if err != nil {
			return err
		}
		meta, err := toml.Decode(string(raw), section.Addr().Interface())
		if err != nil {
			return fmt.Errorf("%s/%s.toml: %w", code, name, err)
		}
		if rest := meta.Undecoded(); len(rest) > 0 {
			return fmt.Errorf("%s/%s.toml: nobody takes %v", code, name, rest)
		}
		return silent(code+"/"+name, section)
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// eachSection calls f with every section of t. A section's file bears its
// field's name in lower case.
func eachSection(t *Texts, f func(name string, section reflect.Value) error) error {
	v := reflect.ValueOf(t).Elem()
	for i := range v.NumField() {
		if v.Field(i).Kind() != reflect.Struct {
			continue
		}
		if err := f(strings.ToLower(v.Type().Field(i).Name), v.Field(i)); err != nil {
			return err
		}
	}
	return nil
}

// silent returns an error that names the first text in v that says nothing.
func silent(path string, v reflect.Value) error {
	return eachText(path, v, func(path, text string) error {
		if strings.TrimSpace(text) == "" {
			return fmt.Errorf("%s: no text", path)
		}
		return nil
	})
}

// eachText calls f with every text in v and the path to it.
func eachText(path string, v reflect.Value, f func(path, text string) error) error {
	switch v.Kind() {
	case reflect.String:
		return f(path, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			if err := eachText(path+"."+v.Type().Field(i).Name, v.Field(i), f); err != nil {
				return err
			}
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			if err := eachText(fmt.Sprintf("%s[%d]", path, i), v.Index(i), f); err != nil {
				return err
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			if err := eachText(path+"."+k.String(), v.MapIndex(k), f); err != nil {
				return err
			}
		}
	}
	return nil
}
