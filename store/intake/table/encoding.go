package table

import (
	"bytes"
	"io"
	"os"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// encoding is how a text file holds its characters.
type encoding uint8

const (
	utf8Text encoding = iota // with or without a byte order mark
	utf16Text
	windows1252
)

// String is the name that people know it by.
func (e encoding) String() string { return [...]string{"UTF-8", "UTF-16", "Windows-1252"}[e] }

// findEncoding goes through the whole file once: one name with an accent in row
// 90,000 decides that it is not UTF-8.
func findEncoding(path string) (encoding, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	buf, rest, first := make([]byte, 256<<10), 0, true
	for {
		n, err := io.ReadFull(f, buf[rest:])
		chunk := buf[:rest+n]
		if first {
			switch {
			case bytes.HasPrefix(chunk, []byte("\xff\xfe")), bytes.HasPrefix(chunk, []byte("\xfe\xff")):
				return utf16Text, nil
			case bytes.HasPrefix(chunk, []byte("\xef\xbb\xbf")):
				return utf8Text, nil
			}
			first = false
		}
		last := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !last {
			return 0, err
		}
		good := len(chunk)
		if !last {
			good = wholeRunes(chunk)
		}
		if !utf8.Valid(chunk[:good]) {
			return windows1252, nil
		}
		if last {
			return utf8Text, nil
		}
		rest = copy(buf, chunk[good:])
	}
}

// wholeRunes is how much of b does not end inside a character.
func wholeRunes(b []byte) int {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if start := len(b) - i; utf8.RuneStart(b[start]) {
			if !utf8.FullRune(b[start:]) {
				return start
			}
			break
		}
	}
	return len(b)
}

// reader returns the file's text as UTF-8 without a byte order mark.
func (e encoding) reader(r io.Reader) io.Reader {
	switch e {
	case utf16Text:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
	case windows1252:
		return transform.NewReader(r, charmap.Windows1252.NewDecoder())
	}
	return transform.NewReader(r, unicode.BOMOverride(transform.Nop))
}
