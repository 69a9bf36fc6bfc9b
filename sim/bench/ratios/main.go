// Command ratios reads the output of several rounds of `go test -bench` and prints the
// ratios that the project promises, each with its target and whether it holds. It
// judges, but never fails: a noisy machine is no error. `make bench` runs it.
package main

import (
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "ratios:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	m, err := read(in)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "RATIO\tMEDIAN\tROUNDS (LOW..HIGH)\tBEST:BEST\tTARGET\t")
	for _, p := range promises {
		fmt.Fprintln(w, p.row(m))
	}
	fmt.Fprintln(w, "\t\t\t\t\t")
	fmt.Fprintln(w, "BENCHMARK\tMEDIAN\tROUNDS (LOW..HIGH)\t\t\t")
	for _, f := range figures {
		for _, row := range f.rows(m) {
			fmt.Fprintln(w, row)
		}
	}
	return w.Flush()
}
