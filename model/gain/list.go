package gain

import (
	"math/big"
	"strconv"
	"strings"

	"kinerja/model"
)

// Pair is one pupil's marks; absent where the pupil was not there.
type Pair struct{ Pre, Post model.Amount }

// FromPairs is what a class list comes to: means to four decimals, how many pupils
// they are of, how many were left out, and the mean of the gains. Who misses a test
// or had the maximum before is left out of all of them, so that both ways speak of
// the same pupils. It refuses a mark that cannot be (the FieldError's value names
// the line, from 1) and a list in which nobody is left (ErrFull).
func FromPairs(list []Pair, most model.Number, which Which) (Detail, error) {
	d := Detail{Max: most, Which: which}
	var pre, post model.Number
	gains := new(big.Rat)
	for i, p := range list {
		a, before := p.Pre.Get()
		b, after := p.Post.Get()
		if !before || !after {
			d.LeftOut++
			continue
		}
		one := Detail{Pre: a, Post: b, Max: most}
		switch err := one.Check(); {
		case a == most && b >= 0 && b <= most:
			d.LeftOut++
			continue
		case err != nil:
			return d, &model.FieldError{Field: "baris", Value: strconv.Itoa(i + 1), Err: err}
		}
		d.Pupils, pre, post = d.Pupils+1, pre+a, post+b
		gains.Add(gains, big.NewRat(int64(b-a), int64(most-a)))
	}
	if d.Pupils == 0 {
		return d, &model.FieldError{Field: "pretes", Err: ErrFull}
	}
	n := model.Number(d.Pupils)
	d.Pre, _ = model.MulDiv(pre, 1, n)
	d.Post, _ = model.MulDiv(post, 1, n)
	if which == Pupils {
		mean := gains.Quo(gains, big.NewRat(int64(n), 1)).FloatString(4) // half away from zero
		d.Mean = model.MustNumber(mean)
	}
	return d, d.Check()
}

// ReadPairs reads the last two columns of a pasted class list. A first line without
// marks is its heading; what stands before the two columns, such as names, is not
// read. A FieldError names the line that is wrong.
func ReadPairs(rows [][]string) (list []Pair, err error) {
	for i, row := range rows {
		if len(row) < 2 {
			if len(row) == 1 && strings.TrimSpace(row[0]) != "" {
				return nil, &model.FieldError{Field: "baris", Value: strconv.Itoa(i + 1), Err: model.ErrMissing}
			}
			continue
		}
		pre, err1 := pupil(row[len(row)-2])
		post, err2 := pupil(row[len(row)-1])
		switch {
		case err1 == nil && err2 == nil:
			list = append(list, Pair{pre, post})
		case i == 0 && err1 != nil && err2 != nil:
		case err1 != nil:
			return nil, &model.FieldError{Field: "baris", Value: strconv.Itoa(i + 1), Err: err1}
		default:
			return nil, &model.FieldError{Field: "baris", Value: strconv.Itoa(i + 1), Err: err2}
		}
		if len(list) > MostPupils {
			return nil, &model.FieldError{Field: "murid", Err: model.ErrNumberRange}
		}
	}
	return list, nil
}

func pupil(text string) (model.Amount, error) {
	if model.NoValue(text) {
		return model.Amount{}, nil
	}
	n, err := Mark(text)
	return model.Some(n), err
}
