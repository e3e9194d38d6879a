package columns

import (
	"context"
	"fmt"
	"iter"

	"kinerja/model"
	"kinerja/store/intake/table"
)

// progressEvery is after how many rows progress is told.
const progressEvery = 1000

// Below goes through the rows below the header that hold anything; it tells
// the progress and stops when ctx does.
func (h *Header) Below(ctx context.Context, rows iter.Seq2[table.Row, error], progress func(int)) iter.Seq2[table.Row, error] {
	return func(yield func(table.Row, error) bool) {
		done := 0
		for r, err := range rows {
			if err == nil && done%256 == 0 && ctx.Err() != nil {
				err = fmt.Errorf("row %d: %w", r.N, model.ErrStopped)
			}
			if err != nil {
				yield(table.Row{}, err)
				return
			}
			if r.N <= h.Row || r.Empty() || r.N == h.Row+1 && numbered(r) {
				continue
			}
			if done++; progress != nil && done%progressEvery == 0 {
				progress(done)
			}
			if !yield(r, nil) {
				return
			}
		}
		if progress != nil {
			progress(done)
		}
	}
}

// numbered recognises the line under many headers that only counts the columns:
// 1, 2, 3 or (1), (2), (3).
func numbered(r table.Row) bool {
	n := 0
	for _, c := range r.Cells {
		t := table.Trim(c.Text)
		if t == "" {
			continue
		}
		if n++; t != fmt.Sprint(n) && t != fmt.Sprintf("(%d)", n) {
			return false
		}
	}
	return n >= 2
}
