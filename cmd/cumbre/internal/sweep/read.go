package sweep

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"

	"cumbre/model"
)

// ReadOptions says what of the stored runs to read.
type ReadOptions struct {
	Metrics  []model.Metric
	Damaged  func(Damaged)           // told of parts that do not count
	Progress func(done, total int64) // runs; with until, total is the most there may be
	// Anew is called when another process has taken away files that were being read, as a
	// merge does: what was handed on is to be forgotten, all is read once more.
	Anew func()
}

// Readout is what was read.
type Readout struct {
	Runs, Failed int64
	Digest       string // of the runs, in order: that which Merge gives their table
}

// readStride is after how many runs progress is told and the context looked at.
const readStride = 10_000

// Read hands the runs that the folder holds to each, in order of their numbers, every run
// once: the measures asked for, NaN where there is none, and whether it failed. The values
// are each's until it returns. Only the columns needed are read, and memory does not grow
// with the number of runs. Files that are not as they were written do not count; they stay
// where they are, as whoever reads may not be allowed to write.
func (st *Store) Read(ctx context.Context, o ReadOptions, each func(run int64, values []float64, failed bool) error) (Readout, error) {
	told := map[string]bool{}
	note := func(d Damaged) {
		if !told[d.Path] && o.Damaged != nil {
			o.Damaged(d)
		}
		told[d.Path] = true
	}
	for {
		r := &reader{st: st, o: o, each: each, sum: sha256.New()}
		err := r.read(ctx, note)
		if !errors.Is(err, errVanished) || o.Anew == nil && r.Runs > 0 {
			return r.Readout, err
		}
		if o.Anew != nil {
			o.Anew()
		}
	}
}

// reader hands stored runs on.
type reader struct {
	Readout
	st    *Store
	o     ReadOptions
	each  func(run int64, values []float64, failed bool) error
	sum   hash.Hash
	total int64
}

func (r *reader) read(ctx context.Context, note func(Damaged)) error {
	h, bad, err := r.st.hold()
	if err != nil {
		return err
	}
	changed, err := r.check(ctx, h)
	for _, d := range append(bad, changed...) {
		note(d)
	}
	if err != nil {
		return err
	}
	h.sort()
	r.total = r.st.total(h)
	runs := r.st.runs(h, r.wanted())
	defer runs.close()
	for {
		if r.Runs%readStride == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			r.tell()
		}
		run, ok, err := runs.peek()
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		rows, err := runs.take(run)
		if err != nil {
			return err
		}
		if err := r.hand(rows[0]); err != nil {
			return err
		}
	}
	r.tell()
	r.Digest = hex.EncodeToString(r.sum.Sum(nil))
	return nil
}

// check drops what has changed, the table of runs too: whoever reads puts nothing aside.
func (r *reader) check(ctx context.Context, h *holding) ([]Damaged, error) {
	bad, err := r.st.checkAll(ctx, h, []string{RunsName})
	var d *DamagedError
	if !errors.As(err, &d) {
		return bad, err
	}
	h.table = 0
	bad, err = r.st.checkAll(ctx, h, nil)
	return append(bad, Damaged{d.Path, d.Err}), err
}

// wanted is what is read of a run: the measures, and where it is if another version of the
// program wrote it.
func (r *reader) wanted() wanted {
	w := wanted{failure: true, digest: true}
	for _, m := range r.o.Metrics {
		w.numbers = append(w.numbers, measureColumn(m))
	}
	if r.st.foreign {
		w.numbers = append(w.numbers, r.st.placeColumns()...)
	}
	return w
}

// hand counts a run and hands it on.
func (r *reader) hand(e entry) error {
	n := len(r.o.Metrics)
	values := e.numbers[:n:n]
	if r.st.foreign {
		if err := r.st.checkPlace(e, e.numbers[n:]); err != nil {
			return err
		}
	}
	r.Runs++
	if e.failed {
		r.Failed++
	}
	r.sum.Write(e.digest)
	r.sum.Write(lineEnd)
	return r.each(e.run, values, e.failed)
}

// lineEnd separates the digests of runs in that of their table.
var lineEnd = []byte{'\n'}

func (r *reader) tell() {
	if r.o.Progress != nil {
		r.o.Progress(r.Runs, r.total)
	}
}

// total is how many runs there are to read, at most if that is not known beforehand.
func (st *Store) total(h *holding) int64 {
	if st.Study.Until != nil {
		return st.Cells() * int64(len(st.Study.Designs))
	}
	return st.count(h).Runs
}
