package survey

import (
	"errors"
	"strconv"
	"strings"

	"kinerja/model"
)

// Reasons why a survey or a row of it is refused.
var (
	ErrAnswer = errors.New("an answer is 1 to 4")
	ErrBlank  = errors.New("no answer at all")
	ErrFewer  = errors.New("fewer than respondents")
	// ErrWhole: another sheet of the same survey is refused.
	ErrWhole = errors.New("a survey is taken whole or not at all")
	// ErrNoIndex: an element has no answer at all, so there is nothing to take.
	ErrNoIndex = errors.New("no index: an element has no answers")
)

// Field is the name that files give to the element at i (0 to 8): "u1".
func Field(i int) string { return "u" + strconv.Itoa(i+1) }

// ParseAnswer reads what stands in a cell of a table for one element: 1, 2, 3 or
// 4, also as a spreadsheet writes it ("4,00"); nothing or "-" is no answer, 0.
func ParseAnswer(text string) (int, error) {
	if model.NoValue(text) {
		return 0, nil
	}
	n, err := model.ParseNumber(text, model.DecimalComma)
	if err != nil || strings.Contains(text, "%") || n%model.Scale != 0 || n < model.Int(Worst) || n > model.Int(Best) {
		return 0, ErrAnswer
	}
	return int(n / model.Scale), nil
}

// ParseAverages reads nine averages, 1.00 to 4.00, as somebody types them; "-"
// is an element without answers. Point and comma both part the decimals: no
// average is a thousand.
func ParseAverages(texts []string) (list [Elements]model.Amount, err error) {
	if len(texts) != Elements {
		return list, &model.FieldError{Field: "u1", Value: strconv.Itoa(len(texts)), Err: model.ErrMissing}
	}
	for i, text := range texts {
		if model.NoValue(text) {
			continue
		}
		n, err := model.ParseNumber(strings.Replace(text, ",", ".", 1), model.DecimalPoint)
		if err == nil && (n < model.Int(Worst) || n > model.Int(Best)) {
			err = ErrAnswer
		}
		if err != nil {
			return list, &model.FieldError{Field: Field(i), Value: text, Err: err}
		}
		list[i] = model.Some(n)
	}
	return list, nil
}
