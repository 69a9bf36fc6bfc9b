package sweep

import (
	"context"
	"errors"

	"cumbre/model/study"
	"cumbre/sim/experiment"
)

// Options says how to run what is missing.
type Options struct {
	Workers  int
	Shard    Shard
	NewRun   study.NewRunFunc
	Progress func(Progress) // after each cell, from the goroutine that called Run
	Damaged  func(Damaged)  // a part that is run again

	batch int // cells laid out at a time; 0: batchCells
}

// Progress is how far a sweep has come.
type Progress struct {
	Done    int64 // runs, of this shard, those found included
	Found   int64 // runs found when it began
	Total   int64 // runs of this shard; with until, the most there may be
	Failed  int64 // of those done
	AtMost  bool  // Total is a bound
	Stopped bool
}

// blocksPerShard is how many blocks of cells a shard gets at least, where there are enough
// cells: so few that its parts are large, so many that no shard has much more than others.
const blocksPerShard = 8

// block is how many cells are dealt to one of so many shards at a time.
func (st *Store) block(of int) int64 {
	designs := int64(len(st.Study.Designs))
	return max(1, min(partRuns(st.Cells()*designs)/designs, st.Cells()/int64(blocksPerShard*of)))
}

// batchCells bounds the cells that are laid out at a time.
const batchCells = 1 << 18

// runner runs what a store lacks.
type runner struct {
	st      *Store
	o       Options
	cover   *coverage
	block   int64 // cells dealt to shards at a time
	rec     *recorder
	p       Progress
	results *stream // of what is stored, for until
}

// Run runs what is missing of a shard. When ctx ends it finishes the cells in hand and
// writes them: it returns the cause, and nothing is lost. After any other error the part
// in hand is lost and nothing else.
func (st *Store) Run(ctx context.Context, o Options) (p Progress, err error) {
	err = withoutDamage(o.Damaged, func() (err error) {
		p, err = st.run(ctx, o)
		return err
	})
	return p, err
}

func (st *Store) run(ctx context.Context, o Options) (Progress, error) {
	if o.batch == 0 {
		o.batch = batchCells
	}
	h, bad, err := st.hold()
	if err != nil {
		return Progress{}, err
	}
	putAside(bad, o.Damaged)
	designs := int64(len(st.Study.Designs))
	r := &runner{st: st, o: o, cover: newCoverage(st.Points.N(), h.spans()), rec: st.recorder(o.Shard)}
	r.block = st.block(o.Shard.Of)
	r.p.Total, r.p.AtMost = r.total()*designs, st.Study.Until != nil
	err = st.eachFailure(h, func(e entry) error {
		if cell := e.run / designs; cell < st.Cells() && r.mine(cell) {
			r.p.Failed++
		}
		return nil
	})
	if err != nil {
		return r.p, err
	}
	if st.Study.Until != nil {
		r.results = st.runs(h, st.watched())
		defer r.results.close()
	}
	err = r.run(ctx)
	if stopped := err != nil && ctx.Err() != nil && errors.Is(err, context.Cause(ctx)); err == nil || stopped {
		err = errors.Join(err, r.rec.seal())
		r.p.Stopped = stopped
	}
	r.rec.discard()
	if err != nil && st.overtaken(err) {
		err = nil
	}
	return r.p, err
}

// mine reports whether a cell is of the shard.
func (r *runner) mine(cell int64) bool {
	if r.o.Shard.Of == 1 {
		return true
	}
	if r.st.Study.Until != nil {
		return r.o.Shard.ofPoint(cell % int64(r.st.Points.N()))
	}
	return r.o.Shard.ofBlock(cell, r.block)
}

// total is the number of cells of the shard.
func (r *runner) total() int64 {
	all, of := r.st.Cells(), int64(r.o.Shard.Of)
	if of == 1 {
		return all
	}
	if r.st.Study.Until != nil {
		points := int64(r.st.Points.N())
		return (points + of - int64(r.o.Shard.Index)) / of * int64(r.st.Study.Replications)
	}
	whole, rest := all/r.block, all%r.block
	n := (whole + of - int64(r.o.Shard.Index)) / of * r.block
	if whole%of == int64(r.o.Shard.Index-1) {
		n += rest
	}
	return n
}

func (r *runner) run(ctx context.Context) error {
	for w := r.st.walker(); w.nextStage(); {
		var err error
		if r.st.Study.Until == nil {
			err = r.plain(ctx, w)
		} else {
			err = r.watched(ctx, w)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// plain runs the cells of a study whose cells do not depend on results.
func (r *runner) plain(ctx context.Context, w *walker) error {
	var batch []int64
	for {
		cell, ok := w.next()
		if ok && r.mine(cell) {
			if r.cover.has(cell) {
				r.found()
			} else {
				batch = append(batch, cell)
			}
		}
		if len(batch) == r.o.batch || !ok {
			if err := r.cells(ctx, batch, func(int, []study.Run) {}); err != nil {
				return err
			}
			batch = batch[:0]
		}
		if !ok {
			return nil
		}
	}
}

func (r *runner) found() {
	n := int64(len(r.st.Study.Designs))
	r.p.Done += n
	r.p.Found += n
}

// watched runs a stage and tells the walker its results in order, whoever ran them and
// when: stored ones are read. It goes on by batches, as a stage may have many more cells
// than there is memory for.
func (r *runner) watched(ctx context.Context, w *walker) error {
	designs := len(r.st.Study.Designs)
	var batch, missing []int64
	var places []int // of the missing cells within the batch
	var values []float64
	finish := func() error {
		err := r.cells(ctx, missing, func(i int, runs []study.Run) {
			for d, run := range runs {
				values[places[i]*designs+d] = r.st.Study.Until.Value(run.Result)
			}
		})
		if err != nil {
			return err
		}
		for i, cell := range batch {
			w.give(cell, values[i*designs:(i+1)*designs])
		}
		batch, missing, places, values = batch[:0], missing[:0], places[:0], values[:0]
		return nil
	}
	for {
		cell, ok := w.next()
		if len(batch) == r.o.batch || !ok {
			if err := finish(); err != nil || !ok {
				return err
			}
		}
		if !r.mine(cell) {
			continue
		}
		batch, values = append(batch, cell), append(values, make([]float64, designs)...)
		if r.cover.has(cell) {
			if err := r.stored(cell, values[len(values)-designs:]); err != nil {
				return err
			}
			r.found()
		} else {
			missing, places = append(missing, cell), append(places, len(batch)-1)
		}
	}
}

// cells runs cells and writes them.
func (r *runner) cells(ctx context.Context, cells []int64, each func(i int, runs []study.Run)) error {
	if len(cells) == 0 {
		return context.Cause(ctx)
	}
	newWorker := func() func(int) ([]study.Run, error) {
		w := r.st.Points.NewWorker(r.o.NewRun)
		return func(i int) ([]study.Run, error) { return w.Cell(cells[i]), nil }
	}
	return experiment.Ordered(ctx, len(cells), r.o.Workers, newWorker, func(i int, runs []study.Run) error {
		if err := r.rec.add(cells[i], runs); err != nil {
			return err
		}
		each(i, runs)
		for _, run := range runs {
			r.p.Done++
			if run.Err != nil {
				r.p.Failed++
			}
		}
		if r.o.Progress != nil {
			r.o.Progress(r.p)
		}
		return nil
	})
}
