package robust

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"cumbre/model"
	"cumbre/model/calibrate"
	"cumbre/sim/experiment"
)

// Options says what to compare in how many worlds.
type Options struct {
	Designs      []int // indices in Spec.Designs; the first is the baseline; none means all in order
	Worlds       int   // at least 1; a thousand or more for shares known to 3 points; of Points, 0 means all
	Replications int   // of each design in each world, at least 1; 2 or more to tell chance apart
	Seed         uint64
	Workers      int           // goroutines that run worlds; 0 means one per processor
	Level        float64       // of all intervals; 0 means 0.95
	Keep         []model.Param // not drawn: they stay as the scenario says
	Reach        float64       // of the draw, see Space; 0 means 1, whole ranges
	// Points, if set, are the worlds: nothing is drawn, so there is nothing to Keep and
	// no Reach.
	Points *Points

	// Progress, if set, is called after each finished world.
	Progress func(done, total int)
	// Each, if set, receives every world in order. An error ends the run. All
	// callbacks come from the goroutine that called Run.
	Each func(World) error
}

// Run compares the designs in all worlds. Results, to the last bit, depend on the
// Spec and the options, not on the number of workers. Memory grows by some 1.5
// kilobytes a world and not with the number of replications.
//
// When ctx ends, Run returns the worlds that are finished, with Interrupted set
// and no error: they are a random choice of all. An error says which option is
// wrong, or which world failed and why. The Spec must be valid.
func Run(ctx context.Context, spec *model.Spec, o Options) (*Robustness, error) {
	return run(ctx, spec, o, realModel)
}

// runFunc runs one replication of one design; newRunFunc makes one for a design
// of a Spec whose Values may change between runs.
type (
	runFunc    func(seed, replication uint64) *model.Result
	newRunFunc func(spec *model.Spec, design int) runFunc
)

func realModel(spec *model.Spec, design int) runFunc { return model.NewRunner(spec, design).Run }

// run is Run with the model behind a function, for tests.
func run(ctx context.Context, spec *model.Spec, o Options, newRun newRunFunc) (*Robustness, error) {
	p, err := newPlan(spec, o, newRun)
	if err != nil {
		return nil, err
	}
	t := newTotals(p)
	err = experiment.Ordered(ctx, p.o.Worlds, p.o.Workers, p.worker, func(_ int, w World) error { return t.deliver(w) })
	interrupted := err != nil && ctx.Err() != nil && errors.Is(err, context.Cause(ctx))
	if err != nil && !interrupted {
		return nil, explain(err, p.o.Seed)
	}
	r := t.robustness()
	r.Interrupted = interrupted
	return r, nil
}

// One computes a single world of those that Run would, for whoever wants to look
// at it or to check it.
func One(spec *model.Spec, o Options, number int) (World, error) {
	p, err := newPlan(spec, o, realModel)
	if err != nil {
		return World{}, err
	}
	if number < 0 || number >= p.o.Worlds {
		return World{}, fmt.Errorf("no world %d: there are %d, counted from 0", number, p.o.Worlds)
	}
	return p.worker()(number)
}

// Digest is the SHA-256, in hexadecimal, of the digests of the world's runs in
// order of (replication, design), each as eight bytes, little-endian.
func (w World) Digest() string {
	sum := sha256.Sum256(w.bytes())
	return hex.EncodeToString(sum[:])
}

func (w World) bytes() []byte {
	var b []byte
	for _, d := range w.Digests {
		b = binary.LittleEndian.AppendUint64(b, d)
	}
	return b
}

// plan is everything that is settled before the first world runs.
type plan struct {
	given    *model.Spec
	spec     *model.Spec // without what gave way to the draw
	o        Options
	axes     []Axis
	places   [][]float64 // by axis and world
	kinds    []int       // by world: those with one number are copies
	replaced []Replaced
	newRun   newRunFunc
}

func newPlan(spec *model.Spec, o Options, newRun newRunFunc) (*plan, error) {
	o, err := o.withDefaults(spec)
	if err != nil {
		return nil, err
	}
	if o.Points != nil {
		return &plan{given: spec, spec: spec, o: o, axes: o.Points.axes(), places: o.Points.places(o.Worlds), kinds: o.Points.kinds(o.Worlds), newRun: newRun}, nil
	}
	p := &plan{given: spec, o: o, axes: Space(spec.Values, o.Reach, o.Keep...), newRun: newRun, kinds: make([]int, o.Worlds)}
	for w := range p.kinds {
		p.kinds[w] = w
	}
	p.spec, p.replaced = clear(spec, p.axes)
	p.places = places(p.axes, o.Seed, o.Worlds)
	return p, nil
}

// worker returns a worker's function: one world. The worker owns a Spec, in which
// it changes the values from world to world; a run reads them when it begins.
func (p *plan) worker() func(int) (World, error) {
	spec := *p.spec
	spec.Values = slices.Clone(spec.Values)
	runs := make([]runFunc, len(p.o.Designs))
	for i, design := range p.o.Designs {
		runs[i] = p.newRun(&spec, design)
	}
	return func(number int) (World, error) {
		values := p.enter(&spec, number)
		results, err := p.replicate(runs, number)
		if err != nil {
			return World{}, err
		}
		return judge(number, values, results, p.o.Level), nil
	}
}

// enter gives spec the values of a world and returns those of the axes.
func (p *plan) enter(spec *model.Spec, number int) []float64 {
	if p.o.Points != nil {
		values := slices.Clone(p.o.Points.Rows[p.o.Points.Row(number)])
		world := calibrate.With(p.spec, p.o.Points.Free, values)
		copy(spec.Values, world.Values)
		spec.Events = world.Events
		return values
	}
	values := make([]float64, len(p.axes))
	for i, a := range p.axes {
		values[i] = a.Value(p.places[i][number])
		spec.Values[a.Param] = values[i]
	}
	return values
}

// replicate runs every design of a world on replications that are the world's own.
func (p *plan) replicate(runs []runFunc, world int) ([][]*model.Result, error) {
	results := make([][]*model.Result, p.o.Replications)
	for r := range results {
		results[r] = make([]*model.Result, len(runs))
		for d, run := range runs {
			if results[r][d] = run(p.o.Seed, uint64(world*p.o.Replications+r)); results[r][d] == nil {
				return nil, errors.New("the run returned no result")
			}
		}
	}
	return results, nil
}

// explain turns a failure of the loop into words of the field.
func explain(err error, seed uint64) error {
	var failed *experiment.ItemError
	if errors.As(err, &failed) {
		return fmt.Errorf("world %d of seed %d: %w", failed.Item, seed, failed.Err)
	}
	return err
}

// withDefaults fills in what was left out and checks the rest.
func (o Options) withDefaults(spec *model.Spec) (Options, error) {
	if len(o.Designs) == 0 {
		for i := range spec.Designs {
			o.Designs = append(o.Designs, i)
		}
	}
	if o.Level == 0 {
		o.Level = 0.95
	}
	if err := o.checkPoints(spec); err != nil {
		return o, err
	}
	switch {
	case o.Points != nil && o.Worlds == 0:
		o.Worlds = len(o.Points.Rows)
	case o.Points == nil && o.Reach == 0:
		o.Reach = 1
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	switch {
	case len(o.Designs) < 2:
		return o, fmt.Errorf("%d designs: none leads unless there are two", len(o.Designs))
	case o.Worlds < 1:
		return o, fmt.Errorf("%d worlds: want at least 1", o.Worlds)
	case o.Replications < 1:
		return o, fmt.Errorf("%d replications: want at least 1", o.Replications)
	case !(o.Level > 0 && o.Level < 1):
		return o, fmt.Errorf("confidence level %g: want a number between 0 and 1", o.Level)
	case o.Points == nil && !(o.Reach > 0 && o.Reach <= 1):
		return o, fmt.Errorf("reach %g: want a number above 0, at most 1", o.Reach)
	}
	for _, d := range o.Designs {
		if d < 0 || d >= len(spec.Designs) {
			return o, fmt.Errorf("no design number %d: the scenario has %d", d, len(spec.Designs))
		}
	}
	return o, nil
}

// checkPoints checks what only points can get wrong.
func (o Options) checkPoints(spec *model.Spec) error {
	switch p := o.Points; {
	case p == nil:
		return nil
	case o.Reach != 0 || len(o.Keep) > 0:
		return errors.New("of points nothing is drawn: they have neither reach nor parameters to keep")
	case o.Worlds > len(p.Rows):
		return fmt.Errorf("%d worlds: there are %d points", o.Worlds, len(p.Rows))
	default:
		return p.check(spec)
	}
}
