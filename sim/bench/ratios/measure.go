package main

import (
	"fmt"
	"io"
	"slices"

	"golang.org/x/perf/benchfmt"
)

// measurements holds what each benchmark measured: name (package and benchmark,
// without the number of processors) → unit → one value per round.
type measurements map[string]map[string][]float64

// read collects the results of a benchmark log. benchfmt gives times in seconds
// ("sec/op"). A malformed line is an error: a figure left out would go unnoticed.
func read(in io.Reader) (measurements, error) {
	m := make(measurements)
	r := benchfmt.NewReader(in, "standard input")
	for r.Scan() {
		switch rec := r.Result().(type) {
		case *benchfmt.SyntaxError:
			return nil, rec
		case *benchfmt.Result:
			name := nameOf(rec)
			if m[name] == nil {
				m[name] = make(map[string][]float64)
			}
			for _, v := range rec.Values {
				m[name][v.Unit] = append(m[name][v.Unit], v.Value)
			}
		}
	}
	return m, r.Err()
}

// nameOf returns "cumbre/sim MM1" for BenchmarkMM1-2 of package cumbre/sim.
func nameOf(r *benchfmt.Result) string {
	base, parts := r.Name.Parts()
	name := r.GetConfig("pkg") + " " + string(base)
	for _, part := range parts {
		if part[0] == '/' { // the other separator is the one of GOMAXPROCS
			name += string(part)
		}
	}
	return name
}

// spread is a median with the extremes around it.
type spread struct{ low, median, high float64 }

// spreadOf returns the spread of at least one value.
func spreadOf(values []float64) spread {
	s := slices.Sorted(slices.Values(values))
	return spread{s[0], (s[(len(s)-1)/2] + s[len(s)/2]) / 2, s[len(s)-1]}
}

func (s spread) row(name, format, rest string) string {
	return fmt.Sprintf("%s\t"+format+"\t"+format+" .. "+format+"\t%s\t", name, s.median, s.low, s.high, rest)
}
