package experiment

import (
	"fmt"
	"runtime/debug"
)

// ItemError says which item failed, and how.
type ItemError struct {
	Item int
	Err  error
}

// Error names the item and its error.
func (e *ItemError) Error() string { return fmt.Sprintf("item %d: %v", e.Item, e.Err) }

// Unwrap returns the item's own error.
func (e *ItemError) Unwrap() error { return e.Err }

// PanicError is a panic of an item's function, kept as an error.
type PanicError struct {
	Value any    // what it panicked with
	Stack []byte // of its goroutine
}

// Error returns the panic's value; the stack is for those who ask.
func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// protect returns a function that computes items with a worker made by
// newWorker when first needed, and turns a panic of either into an error.
// After a panic the worker's memory may be half changed, so the next item gets
// a new worker.
func protect[T any](newWorker func() func(int) (T, error)) func(int) (T, error) {
	var work func(int) (T, error)
	return func(item int) (result T, err error) {
		defer func() {
			if v := recover(); v != nil {
				work, err = nil, &PanicError{v, debug.Stack()}
			}
		}()
		if work == nil {
			work = newWorker()
		}
		return work(item)
	}
}
