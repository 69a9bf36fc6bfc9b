package experiment

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

var workerCounts = []int{1, 2, 7}

// square is a worker whose items take turns of unequal length, so that workers
// overtake each other.
func square() func(int) (int, error) {
	return func(i int) (int, error) {
		for range rand.IntN(20) {
			runtime.Gosched()
		}
		return i * i, nil
	}
}

func collect(into *[]int) func(int, int) error {
	return func(_, v int) error { *into = append(*into, v); return nil }
}

func TestDeliversEveryItemInOrder(t *testing.T) {
	for _, workers := range workerCounts {
		for _, n := range []int{0, 1, 3, 1000} {
			next := 0
			err := Ordered(t.Context(), n, workers, square, func(i, v int) error {
				require.Equal(t, next, i)
				require.Equal(t, i*i, v)
				next++
				return nil
			})
			require.NoError(t, err)
			require.Equal(t, n, next)
		}
	}
}

// The sum of terms of very different size depends on the order of adding.
func TestFloatingPointSumIsIndependentOfWorkers(t *testing.T) {
	sum := func(workers int) (s float64) {
		newWorker := func() func(int) (float64, error) {
			return func(i int) (float64, error) {
				return rand.New(rand.NewPCG(1, uint64(i))).ExpFloat64() * float64(int(1)<<(i%50)), nil
			}
		}
		require.NoError(t, Ordered(t.Context(), 500, workers, newWorker, func(_ int, v float64) error { s += v; return nil }))
		return s
	}
	require.Equal(t, sum(1), sum(2))
	require.Equal(t, sum(1), sum(7))
}

func TestEachWorkerHasItsOwnFunction(t *testing.T) {
	for _, workers := range workerCounts {
		var made atomic.Int32
		newWorker := func() func(int) (int, error) {
			made.Add(1)
			busy := false
			return func(i int) (int, error) {
				if busy {
					return 0, errors.New("two items at once in one worker")
				}
				busy = true
				runtime.Gosched()
				busy = false
				return i, nil
			}
		}
		require.NoError(t, Ordered(t.Context(), 200, workers, newWorker, func(int, int) error { return nil }))
		require.LessOrEqual(t, int(made.Load()), workers)
		require.Positive(t, made.Load())
	}
}

// Item 0 does not finish until the window has filled up behind it: were the
// window unbounded, the other workers would compute all items meanwhile.
func TestWindowBoundsWhatIsBegunAhead(t *testing.T) {
	const n, workers = 1000, 7
	const window = workers * windowPerWorker
	var begun, most, delivered atomic.Int64
	release := make(chan struct{})
	newWorker := func() func(int) (int, error) {
		return func(i int) (int, error) {
			if begun.Add(1) == window {
				close(release)
			}
			if i == 0 {
				<-release
				for range 1000 { // long enough for an unbounded loop to run away
					runtime.Gosched()
				}
			}
			most.Store(max(most.Load(), begun.Load()-delivered.Load()))
			return i, nil
		}
	}
	require.NoError(t, Ordered(t.Context(), n, workers, newWorker, func(int, int) error { delivered.Add(1); return nil }))
	require.Equal(t, int64(n), delivered.Load())
	// An item may begin between the delivery of another and its counting here.
	require.LessOrEqual(t, most.Load(), int64(window+1))
}

func TestCancelFinishesWhatIsInHand(t *testing.T) {
	for _, workers := range workerCounts {
		ctx, cancel := context.WithCancel(t.Context())
		var computed atomic.Int64
		newWorker := func() func(int) (int, error) {
			return func(i int) (int, error) {
				computed.Add(1)
				if i == 20 {
					cancel()
				}
				return i, nil
			}
		}
		var got []int
		err := Ordered(ctx, 1_000_000, workers, newWorker, collect(&got))
		require.ErrorIs(t, err, context.Canceled)
		require.Len(t, got, int(computed.Load()), "every item that was begun is delivered")
		require.GreaterOrEqual(t, len(got), 21)
		require.LessOrEqual(t, len(got), 21+workers*windowPerWorker)
		for i, v := range got {
			require.Equal(t, i, v)
		}
	}
}

func TestCancelledBeforeTheStartDoesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := Ordered(ctx, 5, 2, square, func(int, int) error { t.Fatal("delivered"); return nil })
	require.ErrorIs(t, err, context.Canceled)
}

func TestCancelAfterTheLastItemIsNoError(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	err := Ordered(ctx, 5, 2, square, func(i, _ int) error {
		if i == 4 {
			cancel()
		}
		return nil
	})
	require.NoError(t, err)
}

func TestFirstFailureWinsAndItsPredecessorsAreDelivered(t *testing.T) {
	bad := errors.New("bad")
	newWorker := func() func(int) (int, error) {
		work := square()
		return func(i int) (int, error) {
			v, _ := work(i)
			switch {
			case i == 30:
				return 0, bad
			case i > 30 && i%3 == 0:
				panic("later")
			}
			return v, nil
		}
	}
	for _, workers := range workerCounts {
		for range 20 { // the schedule differs, the outcome must not
			var got []int
			err := Ordered(t.Context(), 100, workers, newWorker, collect(&got))
			var item *ItemError
			require.ErrorAs(t, err, &item)
			require.Equal(t, 30, item.Item)
			require.ErrorIs(t, err, bad)
			require.EqualError(t, err, "item 30: bad")
			require.Len(t, got, 30)
		}
	}
}

func TestPanicBecomesAnError(t *testing.T) {
	for _, workers := range workerCounts {
		newWorker := func() func(int) (int, error) {
			return func(i int) (int, error) { return []int{0, 1, 2, 3}[i], nil }
		}
		err := Ordered(t.Context(), 10, workers, newWorker, func(int, int) error { return nil })
		var crash *PanicError
		require.ErrorAs(t, err, &crash)
		require.ErrorContains(t, err, "item 4: panic: runtime error: index out of range")
		require.Contains(t, string(crash.Stack), "ordered_test.go")

		err = Ordered(t.Context(), 10, workers, func() func(int) (int, error) { panic("no memory") }, func(int, int) error { return nil })
		require.EqualError(t, err, "item 0: panic: no memory")
	}
}

func TestPanicCostsTheWorkerItsMemory(t *testing.T) {
	made := 0
	work := protect(func() func(int) (int, error) {
		made++
		return func(i int) (int, error) {
			if i == 1 {
				panic(i)
			}
			return made, nil
		}
	})
	first, err := work(0)
	require.NoError(t, err)
	_, err = work(1)
	require.Error(t, err)
	second, err := work(2)
	require.NoError(t, err)
	require.Equal(t, []int{1, 2}, []int{first, second})
}

func TestDeliverErrorEndsTheLoop(t *testing.T) {
	full := errors.New("disk full")
	for _, workers := range workerCounts {
		var got []int
		err := Ordered(t.Context(), 1_000_000, workers, square, func(i, v int) error {
			if i == 7 {
				return full
			}
			got = append(got, v)
			return nil
		})
		require.Same(t, full, err)
		require.Len(t, got, 7)
	}
}

func TestLeavesNoGoroutineBehind(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 50 {
		_ = Ordered(t.Context(), 1000, 7, square, func(i, _ int) error {
			if i == 3 {
				return errors.New("stop")
			}
			return nil
		})
	}
	for range 1000 {
		runtime.Gosched()
	}
	require.LessOrEqual(t, runtime.NumGoroutine(), before+2)
}

// Memory held is a window's, not the experiment's: every result that was
// delivered is let go.
func TestDeliveredResultsAreReleased(t *testing.T) {
	r := &reorder[[]byte]{deliver: func(int, []byte) error { return nil }, slots: make([]slot[[]byte], 4)}
	for _, i := range []int{1, 0, 2} {
		_, err := r.accept(outcome[[]byte]{item: i, result: make([]byte, 8)})
		require.NoError(t, err)
	}
	require.Equal(t, 3, r.due)
	require.False(t, slices.ContainsFunc(r.slots, func(s slot[[]byte]) bool { return s.full || s.result != nil }))
}
