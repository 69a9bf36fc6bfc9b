package experiment

import (
	"context"
	"sync"
	"sync/atomic"
)

// windowPerWorker bounds how far the fastest worker may run ahead of the
// slowest item, in items per worker. Two let a worker go on while another takes
// up to twice as long; more would only cost memory.
const windowPerWorker = 2

// Ordered computes the items 0 … n-1 on a number of workers (at least one) and
// calls deliver with each result, strictly in order of the items and from the
// calling goroutine. Each worker calls newWorker once, in its own goroutine,
// for the function that computes its items, so that function may own and reuse
// memory. At most 2·workers results exist at any time.
//
// If ctx ends, no new item is begun; those in hand are finished and delivered,
// and Ordered returns the cause. What has been delivered is always a prefix of
// the items.
//
// If an item fails, by an error or a panic, the items before it are still
// delivered and Ordered returns an *ItemError for the first that failed, which
// does not depend on the number of workers. An error of deliver ends the loop
// and is returned as it is.
func Ordered[T any](ctx context.Context, n, workers int, newWorker func() func(item int) (T, error), deliver func(item int, result T) error) error {
	workers = max(1, min(workers, n))
	within, stop := context.WithCancel(ctx)
	defer stop()
	r := &reorder[T]{deliver: deliver, slots: make([]slot[T], workers*windowPerWorker)}
	p := start(within, n, workers, len(r.slots), newWorker)
	for o := range p.outcomes {
		delivered, err := r.accept(o)
		if err != nil {
			stop()
			p.wait()
			return err
		}
		p.admit(delivered)
	}
	if r.due < n {
		return context.Cause(ctx)
	}
	return nil
}

// outcome is what became of one item.
type outcome[T any] struct {
	item   int
	result T
	err    error
}

// pool is the workers and what they share.
type pool[T any] struct {
	next     atomic.Int64  // the next item to begin
	room     chan struct{} // one token per item that may still be begun
	outcomes chan outcome[T]
	workers  sync.WaitGroup
}

// start sets workers on the items 0 … n-1, of which at most window may be begun
// and not admitted as delivered. outcomes is closed once all workers ended; it
// holds a full window, so no worker ever waits to send and none is left behind
// by a caller that stops reading.
func start[T any](ctx context.Context, n, workers, window int, newWorker func() func(int) (T, error)) *pool[T] {
	p := &pool[T]{room: make(chan struct{}, window), outcomes: make(chan outcome[T], window)}
	p.admit(window)
	for range workers {
		p.workers.Go(func() { p.work(ctx, n, protect(newWorker)) })
	}
	go func() {
		p.workers.Wait()
		close(p.outcomes)
	}()
	return p
}

// work computes items until there is none left or ctx ends. An item that was
// drawn is always computed: drawn items are a prefix, so finished ones are too.
func (p *pool[T]) work(ctx context.Context, n int, compute func(int) (T, error)) {
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
			return
		case <-p.room:
		}
		item := int(p.next.Add(1)) - 1
		if item >= n {
			return
		}
		result, err := compute(item)
		p.outcomes <- outcome[T]{item, result, err}
	}
}

// admit lets the workers begin k more items.
func (p *pool[T]) admit(k int) {
	for range k {
		p.room <- struct{}{}
	}
}

// wait returns when all workers have ended, throwing away what they still had.
func (p *pool[T]) wait() {
	for range p.outcomes {
	}
}

// reorder puts outcomes, which arrive as the workers finish, back into order.
type reorder[T any] struct {
	deliver func(int, T) error
	slots   []slot[T] // the outcome of an item waits at its index modulo the window
	due     int       // the next item to deliver
}

type slot[T any] struct {
	outcome[T]
	full bool
}

// accept takes an outcome in and delivers whatever is due.
func (r *reorder[T]) accept(o outcome[T]) (delivered int, err error) {
	r.slots[o.item%len(r.slots)] = slot[T]{o, true}
	for {
		s := &r.slots[r.due%len(r.slots)]
		if !s.full {
			return delivered, nil
		}
		if s.err != nil {
			return delivered, &ItemError{Item: s.item, Err: s.err}
		}
		if err := r.deliver(s.item, s.result); err != nil {
			return delivered, err
		}
		*s = slot[T]{}
		r.due++
		delivered++
	}
}
