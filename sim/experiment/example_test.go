package experiment_test

import (
	"context"
	"fmt"

	"cumbre/sim/experiment"
)

// Two workers, one ordered consumer.
func ExampleOrdered() {
	newWorker := func() func(int) (string, error) {
		buffer := make([]byte, 0, 8) // a worker's own memory, reused from item to item
		return func(item int) (string, error) {
			buffer = fmt.Appendf(buffer[:0], "run %d", item)
			return string(buffer), nil
		}
	}
	err := experiment.Ordered(context.Background(), 3, 2, newWorker, func(item int, result string) error {
		fmt.Println(result)
		return nil
	})
	fmt.Println(err)
	// Output:
	// run 0
	// run 1
	// run 2
	// <nil>
}
