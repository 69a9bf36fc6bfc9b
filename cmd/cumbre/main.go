// Command cumbre simulates an intergovernmental institution, by default the
// Pacific Alliance, and compares institutional designs. See `cumbre --help`.
package main

import (
	"os"

	"cumbre/cmd/cumbre/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
