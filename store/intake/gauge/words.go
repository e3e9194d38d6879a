package gauge

import (
	"strconv"
	"strings"

	"kinerja/model"
	"kinerja/store/intake/table"
)

// The words that lists use, ours and others, folded.

var directions = map[string]model.Direction{
	"naik": model.Higher, "higher": model.Higher, "up": model.Higher, "increase": model.Higher, "maksimal": model.Higher,
	"makintinggimakinbaik": model.Higher, "semakintinggisemakinbaik": model.Higher, "positif": model.Higher,
	"turun": model.Lower, "lower": model.Lower, "down": model.Lower, "decrease": model.Lower, "minimal": model.Lower,
	"makinrendahmakinbaik": model.Lower, "semakinrendahsemakinbaik": model.Lower, "negatif": model.Lower,
	"rentang": model.Range, "range": model.Range, "kisaran": model.Range, "antara": model.Range, "between": model.Range,
	"nol": model.Zero, "zero": model.Zero, "nihil": model.Zero, "none": model.Zero, "tidakada": model.Zero,
	"gain": model.Gain, "ngain": model.Gain, "normalisedgain": model.Gain, "normalizedgain": model.Gain,
}

var aspects = map[string]model.Aspect{
	"kuantitas": model.Quantity, "quantity": model.Quantity, "jumlah": model.Quantity,
	"kualitas": model.Quality, "quality": model.Quality, "mutu": model.Quality,
	"waktu": model.Timeliness, "time": model.Timeliness, "timeliness": model.Timeliness, "ketepatanwaktu": model.Timeliness,
	"biaya": model.Cost, "cost": model.Cost,
}

var aggregates = map[string]model.Aggregate{
	"rerata": model.Mean, "ratarata": model.Mean, "mean": model.Mean, "average": model.Mean,
	"jumlah": model.Sum, "sum": model.Sum, "total": model.Sum,
	"terakhir": model.Latest, "latest": model.Latest, "last": model.Latest,
	"rasio": model.Ratio, "ratio": model.Ratio,
}

// checked are the words for whether a value was checked against its source.
var checked = map[string]bool{
	"ya": true, "y": true, "yes": true, "sudah": true, "true": true, "1": true, "benar": true,
	"tidak": false, "t": false, "no": false, "n": false, "belum": false, "false": false, "0": false, "salah": false,
}

// list is what an enumeration is advised to be.
func list[E interface {
	~uint8
	String() string
}](last E) (words []string) {
	for e := E(0); e <= last; e++ {
		words = append(words, e.String())
	}
	return words
}

// Version reads "2" or "v2"; 0 where nothing is said.
func Version(c table.Cell) (int, bool) {
	text, err := c.Clean(false)
	if err != nil {
		return 0, false
	}
	if model.NoValue(text) {
		return 0, true
	}
	n, err := strconv.Atoi(strings.TrimLeft(strings.ToLower(text), "v. "))
	return n, err == nil && n > 0 && n < 10_000
}
