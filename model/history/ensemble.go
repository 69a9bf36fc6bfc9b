package history

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"

	"cumbre/model"
	"cumbre/sim/experiment"
)

// Measure is a number read from a history. NaN means that there is none, +Inf that it
// lies beyond the horizon.
type Measure func(*History) float64

// Over returns the quantity over a window as a measure.
func (q *Quantity) Over(w Window) Measure {
	return func(h *History) float64 { return q.Of(h, w) }
}

// Options say how an ensemble is run.
type Options struct {
	Design       int // index in Spec.Designs
	Replications int
	Workers      int // at once; 0 means one per processor; results do not depend on it
	Seed         uint64
	World        func(replication int) *model.Spec // each replication's Spec; nil for the one given
	Progress     func(done, total int)             // may be nil
}

// Ensemble is what many histories gave for some measures.
type Ensemble struct {
	Values       [][]float64 // of each measure, one of each replication, in order
	Replications int         // complete
	Interrupted  bool
	Digest       string // of all trajectories and values
}

// Run runs replications and takes measures. If ctx ends, it returns the replications
// complete by then with Interrupted set and no error. The Specs must be valid.
func Run(ctx context.Context, spec *model.Spec, measures []Measure, o Options) (*Ensemble, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	e := &Ensemble{Values: make([][]float64, len(measures))}
	sum := sha256.New()
	err := experiment.Ordered(ctx, o.Replications, o.Workers, func() func(int) (reading, error) { return reader(spec, measures, o) },
		func(replication int, r reading) error {
			for i, x := range r.values {
				e.Values[i] = append(e.Values[i], x)
			}
			_ = binary.Write(sum, binary.LittleEndian, r.digest) // a hash takes everything
			_ = binary.Write(sum, binary.LittleEndian, r.values)
			e.Replications++
			if o.Progress != nil {
				o.Progress(replication+1, o.Replications)
			}
			return nil
		})
	e.Interrupted = err != nil && ctx.Err() != nil && errors.Is(err, context.Cause(ctx))
	if err != nil && !e.Interrupted {
		return nil, explain(err, o.Seed)
	}
	e.Digest = hex.EncodeToString(sum.Sum(nil))
	return e, nil
}

// reading is what one replication gave.
type reading struct {
	values []float64
	digest uint64
}

// reader returns a worker's function. The memory of a run is kept as long as the Spec
// stays the same.
func reader(spec *model.Spec, measures []Measure, o Options) func(int) (reading, error) {
	var recorder *Recorder
	var of *model.Spec
	return func(replication int) (reading, error) {
		s := spec
		if o.World != nil {
			s = o.World(replication)
		}
		if recorder == nil || s != of {
			recorder, of = NewRecorder(s, o.Design), s
		}
		h, result := recorder.Run(o.Seed, uint64(replication))
		r := reading{make([]float64, len(measures)), result.Digest}
		for i, measure := range measures {
			r.values[i] = measure(h)
		}
		return r, nil
	}
}

func explain(err error, seed uint64) error {
	var failed *experiment.ItemError
	if errors.As(err, &failed) {
		return fmt.Errorf("replication %d of seed %d: %w", failed.Item, seed, failed.Err)
	}
	return err
}

// Distribution is a measure's values over the replications that have one, in increasing
// order; those beyond the horizon come last, as +Inf.
type Distribution struct {
	Sorted    []float64
	Undefined int // replications without a value
}

// Distribution returns the distribution of a measure.
func (e *Ensemble) Distribution(measure int) Distribution {
	d := Distribution{}
	for _, x := range e.Values[measure] {
		if math.IsNaN(x) {
			d.Undefined++
			continue
		}
		d.Sorted = append(d.Sorted, x)
	}
	slices.Sort(d.Sorted)
	return d
}

// Quantile is the smallest value that at least the share p of the histories do not
// exceed: always one that occurred, so that counts stay whole and nothing is interpolated
// across the horizon. It is +Inf where that lies beyond it; NaN for no values.
func (d Distribution) Quantile(p float64) float64 {
	if len(d.Sorted) == 0 {
		return math.NaN()
	}
	rank := int(math.Ceil(float64(p*float64(len(d.Sorted))) - 1e-9)) // 0.95·20 is not quite 19
	return d.Sorted[min(max(rank, 1), len(d.Sorted))-1]
}

// Beyond is how many values lie beyond the horizon.
func (d Distribution) Beyond() int {
	first, _ := slices.BinarySearch(d.Sorted, math.Inf(1))
	return len(d.Sorted) - first
}
