package sweep

import (
	"container/heap"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"cumbre/model"
)

// ReadOptions says what of the stored runs to read.
type ReadOptions struct {
	Metrics  []model.Metric
	Damaged  func(Damaged)           // told of parts that do not count
	Progress func(done, total int64) // runs; with until, total is the most there may be
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
// with the number of runs.
func (st *Store) Read(ctx context.Context, o ReadOptions, each func(run int64, values []float64, failed bool) error) (Readout, error) {
	h, bad, err := st.hold()
	if err != nil {
		return Readout{}, err
	}
	for _, d := range bad {
		if o.Damaged != nil {
			o.Damaged(d)
		}
	}
	h.sort()
	r := &reading{st: st, o: o, sum: sha256.New(), total: st.total(h)}
	defer r.close()
	r.wait(h)
	for r.next() {
		if r.Runs%readStride == 0 {
			if err := ctx.Err(); err != nil {
				return r.Readout, err
			}
			r.tell()
		}
		s := r.open[0]
		r.count(s)
		if err := each(s.run(), s.values(), s.failed()); err != nil {
			return r.Readout, err
		}
		r.pass(s.run())
	}
	r.tell()
	r.Digest = hex.EncodeToString(r.sum.Sum(nil))
	return r.Readout, r.err
}

// total is how many runs there are to read, at most if that is not known beforehand.
func (st *Store) total(h *holding) int64 {
	if st.Study.Until != nil {
		return st.Cells() * int64(len(st.Study.Designs))
	}
	return st.count(h).Runs
}

// reading is the files of a folder as one stream of runs in order: those open, least run
// first, and those whose turn has not come.
type reading struct {
	Readout
	st      *Store
	o       ReadOptions
	waiting []*runsFile // by first run
	open    runsHeap
	sum     interface {
		Write([]byte) (int, error)
		Sum([]byte) []byte
	}
	total int64
	err   error
}

// wait lines up the tables of runs.
func (r *reading) wait(h *holding) {
	if h.table > 0 {
		r.waiting = append(r.waiting, &runsFile{path: filepath.Join(r.st.Dir, RunsName)})
	}
	designs := int64(len(r.st.Study.Designs))
	for _, p := range h.parts {
		r.waiting = append(r.waiting, &runsFile{path: filepath.Join(p.dir, partsName, p.stem()+runsEnding), first: p.first * designs})
	}
}

// next puts the next run in front; false after the last, or if a file cannot be read.
func (r *reading) next() bool {
	for r.err == nil && len(r.waiting) > 0 && (len(r.open) == 0 || r.waiting[0].first <= r.open[0].run()) {
		s := r.waiting[0]
		r.waiting = r.waiting[1:]
		if r.err = s.begin(r.st, r.o.Metrics); r.err == nil && s.more() {
			heap.Push(&r.open, s)
		} else {
			s.close()
		}
	}
	return r.err == nil && len(r.open) > 0
}

// pass goes beyond a run in every file that has it.
func (r *reading) pass(run int64) {
	for len(r.open) > 0 && r.open[0].run() == run && r.err == nil {
		s := r.open[0]
		if r.err = s.advance(); s.more() {
			heap.Fix(&r.open, 0)
			continue
		}
		heap.Pop(&r.open)
		s.close()
	}
}

func (r *reading) count(s *runsFile) {
	r.Runs++
	if s.failed() {
		r.Failed++
	}
	r.sum.Write([]byte(s.digest()))
	r.sum.Write([]byte{'\n'})
}

func (r *reading) tell() {
	if r.o.Progress != nil {
		r.o.Progress(r.Runs, r.total)
	}
}

func (r *reading) close() {
	for _, s := range r.open {
		s.close()
	}
}

// runsHeap has the file with the least run first.
type runsHeap []*runsFile

func (h runsHeap) Len() int           { return len(h) }
func (h runsHeap) Less(i, j int) bool { return h[i].run() < h[j].run() }
func (h runsHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push adds a file.
func (h *runsHeap) Push(x any) { *h = append(*h, x.(*runsFile)) }

// Pop takes the last file off.
func (h *runsHeap) Pop() any {
	last := len(*h) - 1
	s := (*h)[last]
	*h = (*h)[:last]
	return s
}
